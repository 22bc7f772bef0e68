"""The pencil on what can be edited."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from cqviewer.load import load_sheet
from cqviewer.model.problems import Path as Place
from cqviewer.paths import data_folder
from cqviewer.ui.page.chart_view import TARGET
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import TEST_DATA, OpenWindow, bring_to_front, settle, until_idle

pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")


@pytest.fixture
def window(tmp_path: Path, open_window: OpenWindow) -> MainWindow:
    """Return a window over a sheet of the reader's own."""
    path = tmp_path / "town.yaml"
    path.write_bytes((TEST_DATA / "harbour-town.yaml").read_bytes())
    return open_window(load_sheet(path), path)


def pencil(part: QWidget) -> QToolButton | None:
    """Return the pencil of a part, if it is shown."""
    found = part.findChildren(QToolButton, "pencil", Qt.FindChildOption.FindDirectChildrenOnly)
    return next((one for one in found if one.isVisible()), None)


def point_at(part: QWidget) -> None:
    """Point at a part."""
    place = QPointF(3, 3)
    QApplication.sendEvent(part, QEnterEvent(place, place, place))


@pytest.mark.parametrize("kind", ["card", "chart", "row"])
def test_what_is_pointed_at_has_a_pencil_that_opens_the_form_there(
    window: MainWindow, qtbot: QtBot, kind: str
) -> None:
    page = window.content.page
    expected: dict[str, tuple[QWidget, Place]] = {
        "card": (page.cards[0], ("indicators", page.cards[0].indicator.id)),
        "chart": (page.chart_cards[0], ("sections", 0, "charts", 0)),
        "row": (page.row_lists[0].rows[0], ("sections", 0, page.row_lists[0].kind, 0)),
    }
    part, place = expected[kind]
    assert pencil(part) is None
    point_at(part)
    button = pencil(part)
    assert button is not None
    assert min(button.width(), button.height()) >= TARGET
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    for _ in range(3):
        settle()
        until_idle(qtbot)
    form = window.editing.form
    assert form is not None
    assert form.part is not None
    assert form.part.path == place
    QApplication.sendEvent(part, QEvent(QEvent.Type.Leave))
    assert pencil(part) is None


def test_what_the_keyboard_is_on_has_one_too(window: MainWindow, qtbot: QtBot) -> None:
    bring_to_front(window, qtbot)
    card, chart = window.content.page.cards[0], window.content.page.chart_cards[0]
    card.setFocus()
    assert pencil(card) is not None
    chart.view.setFocus()
    assert pencil(card) is None
    assert pencil(chart) is not None


def test_a_presentation_shows_none(window: MainWindow, qtbot: QtBot) -> None:
    bring_to_front(window, qtbot)
    window.actions_by_name["present"].trigger()
    settle()
    assert window.isFullScreen()
    card = window.content.page.cards[0]
    point_at(card)
    card.setFocus()
    assert pencil(card) is None
    window.actions_by_name["present"].trigger()
    settle()
    card = window.content.page.cards[0]
    point_at(card)
    assert pencil(card) is not None


def test_a_part_with_a_pencil_is_resized_while_it_is_hidden(window: MainWindow) -> None:
    page = window.content.page
    card = page.cards[0]
    point_at(card)
    button = pencil(card)
    assert button is not None
    gap = card.width() - button.x()
    page.hide()
    card.resize(card.width() + 40, card.height())
    card.grab()  # which has Qt resize what is hidden
    assert pencil(card) is None
    page.show()
    assert pencil(card) is button
    assert card.width() - button.x() == gap


@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_the_pencil_of_a_card_covers_nothing_of_its_value(
    open_window: OpenWindow, zoom: float
) -> None:
    path = data_folder() / "chongqing-2023.yaml"
    window = open_window(load_sheet(path), path, zoom=zoom, language="zh")
    settle()
    cards = window.content.page.cards
    assert "gdp" in {one.indicator.id for one in cards}, "its unit reaches its corner"
    for card in cards:
        point_at(card)
        button = pencil(card)
        assert button is not None
        box = button.geometry()
        button.hide()
        image = card.grab(box).toImage()
        drawn = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
        assert len(drawn) == 1
