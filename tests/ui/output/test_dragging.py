"""Charts and tables that are dragged out of the window are copies: PNG, SVG, file and text."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import OpenWindow, settle
from tests.ui.tables import shown_table


class Dragged:
    """Stands for the system, which offscreen drags nothing: takes what is dragged, and how."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Take drags, while a button is held."""
        self.taken: list[tuple[set[str], str, bytes, bytes]] = []
        self.actions: list[Qt.DropAction] = []
        self.held = Qt.MouseButton.LeftButton
        dragged = self

        def take(drag: QDrag, actions: Qt.DropAction) -> None:
            data: QMimeData = drag.mimeData()
            urls = [Path(one.toLocalFile()) for one in data.urls()]
            svg = bytes(data.data("image/svg+xml").data())
            files = b"".join(one.read_bytes() for one in urls)
            dragged.taken.append((set(data.formats()), data.text(), svg, files))
            dragged.actions.append(actions)

        monkeypatch.setattr(QDrag, "exec", take)
        monkeypatch.setattr(QGuiApplication, "mouseButtons", lambda: dragged.held)


@pytest.fixture
def dragged(monkeypatch: pytest.MonkeyPatch) -> Dragged:
    """Return what is dragged from now on."""
    return Dragged(monkeypatch)


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    """Return a window over the bundled sheet."""
    return open_window()


def pull(part: QWidget, begin: QPoint) -> None:
    """Press the button on a part and move the pointer far enough to drag."""
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(part, left, pos=begin)
    for way in (2, QApplication.startDragDistance() + 5):
        where = QPointF(begin + QPoint(0, way))
        kind, none = QMouseEvent.Type.MouseMove, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(part, QMouseEvent(kind, where, where, left, left, none))
    QTest.mouseRelease(part, left, pos=begin + QPoint(0, QApplication.startDragDistance() + 5))


def test_a_chart_is_dragged_as_picture_drawing_file_and_text(
    window: MainWindow, dragged: Dragged, qtbot: QtBot
) -> None:
    view = window.content.page.chart_cards[0].view
    window.store.select("exports")  # of which alone a table would speak
    pull(view, view.rect().center())
    qtbot.waitUntil(lambda: bool(dragged.taken))
    (formats, text, svg, file), *others = dragged.taken
    assert not others
    assert {"image/png", "image/svg+xml", "text/plain", "text/uri-list"} <= formats
    assert "new energy vehicles" in text
    assert len(text.splitlines()) == 1 + len({mark.figure for mark in view.marks}) == 7
    assert svg.startswith(b"<?xml")
    assert file.startswith(b"\x89PNG")
    assert dragged.actions == [Qt.DropAction.CopyAction]


@pytest.mark.parametrize("system", ["xcb", "wayland"])
def test_what_qt_would_make_other_pictures_of_is_left_out_where_it_would_hide_the_svg(
    system: str,
    window: MainWindow,
    dragged: Dragged,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: system)
    view = window.content.page.chart_cards[0].view
    pull(view, view.rect().center())
    qtbot.waitUntil(lambda: bool(dragged.taken))
    formats = dragged.taken[0][0]
    assert {"image/png", "image/svg+xml"} <= formats
    assert ("application/x-qt-image" in formats) == (system == "xcb")


def test_nothing_is_dragged_once_the_button_is_let_go(
    window: MainWindow, dragged: Dragged, qtbot: QtBot
) -> None:
    dragged.held = Qt.MouseButton.NoButton
    view = window.content.page.chart_cards[0].view
    pull(view, view.rect().center())
    with qtbot.waitSignal(window.exports.picture_copied):
        window.exports.copy_picture(view.chart)  # which is made after what was to be dragged
    settle()
    assert not dragged.taken


def test_a_click_drags_nothing(window: MainWindow, dragged: Dragged) -> None:
    view = window.content.page.chart_cards[0].view
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.rect().center())
    settle()
    assert not dragged.taken


@pytest.mark.parametrize("of_chart", [True, False])
def test_rows_of_a_table_are_dragged_as_text_and_those_of_a_chart_with_its_picture(
    of_chart: bool, window: MainWindow, dragged: Dragged, qtbot: QtBot
) -> None:
    card = window.content.page.chart_cards[0]
    if of_chart:
        window.store.look(tables=frozenset({card.chart.id}))
    else:
        window.store.look(is_table=True)
    settle()
    table = shown_table(card if of_chart else window.content.page)
    table.selectRow(1)
    table.startDrag(Qt.DropAction.CopyAction)
    qtbot.waitUntil(lambda: bool(dragged.taken))
    formats, text, svg, _ = dragged.taken[0]
    assert text == table.selected_text
    assert len(text.splitlines()) == 2
    assert bool(svg) == of_chart
    assert ("text/uri-list" in formats) == of_chart
    assert table.model().flags(table.model().index(0, 0)) & Qt.ItemFlag.ItemIsDragEnabled
