"""The pages of the preview are turned by keys, searched, zoomed, and their text can be copied."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cqviewer.model.facts import Sheet
from cqviewer.printing.options import PrintOptions
from cqviewer.printing.typeset import make_pdf
from cqviewer.ui.output.page_view import ZOOMS, PageView
from cqviewer.ui.output.paper import LoadedPdf
from tests.ui.conftest import bring_to_front, name_of, settle
from tests.ui.window.test_context_menus import choose, entries, menu_at


@pytest.fixture(scope="module")
def data(sheet: Sheet) -> bytes:
    """Return the bundled sheet's PDF."""
    return make_pdf(sheet, PrintOptions(language="en"))


@pytest.fixture
def view(data: bytes, qtbot: QtBot) -> Iterator[PageView]:
    """Yield a view of it."""
    view, pdf = PageView(), LoadedPdf(data)
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show_document(pdf.document)
    view.show()
    settle()
    yield view
    view.close()


def test_keys_turn_the_pages(view: PageView) -> None:
    last = view.document().pageCount() - 1
    assert last > 2
    keys = Qt.Key
    for key, page in (
        *((keys.Key_PageDown, 1), (keys.Key_PageDown, 2), (keys.Key_PageUp, 1)),
        *((keys.Key_End, last), (keys.Key_PageDown, last), (keys.Key_Home, 0)),
    ):
        QTest.keyClick(view, key)
        settle()
        assert view.page == page
    assert not view.turn(keys.Key_A)


def test_a_text_is_found_counted_and_walked_through(view: PageView, qtbot: QtBot) -> None:
    found: list[tuple[int, int]] = []
    view.found.connect(lambda *said: found.append(said))
    view.search("retail sales")
    qtbot.waitUntil(lambda: bool(found) and found[-1][1] > 4)
    settle()
    assert found[-1][0] == 1
    count = found[-1][1]
    view.go_to_hit(1)
    assert found[-1] == (2, count)
    view.go_to_hit(-1)
    view.go_to_hit(-1)
    assert found[-1] == (count, count)
    qtbot.waitUntil(lambda: view.page > 0)
    view.search("no such words")
    qtbot.waitUntil(lambda: found[-1] == (0, 0))


@pytest.mark.parametrize("zoom", [None, 3.0])
def test_each_hit_is_scrolled_into_sight_and_one_in_sight_moves_nothing(
    zoom: float | None, view: PageView, qtbot: QtBot
) -> None:
    if zoom:
        view.zoom_to(zoom)
        settle()
    counts: list[int] = []
    view.found.connect(lambda _at, count: counts.append(count))
    view.search("2024")
    qtbot.waitUntil(lambda: bool(counts) and counts[-1] > 20)
    moved = []
    for number in range(1, 20):
        was, down = view.hit_box(number), view.verticalScrollBar().value()
        was_seen = view.viewport().rect().contains(was)
        view.go_to_hit(1)
        settle()
        assert view.viewport().rect().contains(view.hit_box(number))
        moved.append(view.verticalScrollBar().value() != down)
        assert not (was_seen and moved[-1])
    assert any(moved)
    assert not all(moved)


@pytest.mark.parametrize("zoom", [None, 0.5, 1.5])
def test_text_is_selected_by_the_mouse_and_copied(zoom: float | None, view: PageView) -> None:
    if zoom:
        view.zoom_to(zoom)
        settle()
    document = view.document()
    title = document.getAllText(0).text().index("Chongqing: 2024")
    line = document.getSelectionAtIndex(0, title, 15).boundingRectangle()
    assert line.isValid()
    margins, scale = view.documentMargins(), view.present_zoom * view.logicalDpiX() / 72
    size = document.pagePointSize(0) * scale
    left = max(margins.left(), round(view.viewport().width() - size.width()) // 2)
    left -= view.horizontalScrollBar().value()
    ends = [
        QPoint(round(left + x * scale), round(margins.top() + line.center().y() * scale))
        for x in (line.left() + 0.5, line.right() - 0.5)
    ]
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=ends[0])
    move_with_button(view, ends[1])
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=ends[1])
    assert view.selected_text.strip() in ("Chongqing: 2024", "Chongqing: 202")
    before = view.viewport().grab().toImage()
    QGuiApplication.clipboard().clear()
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == view.selected_text
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert view.selected_text == ""
    assert view.viewport().grab().toImage() != before, "the selection was seen"


def move_with_button(view: PageView, place: QPoint) -> None:
    """Move the pointer with the button held, which QTest cannot."""
    where, left = place.toPointF(), Qt.MouseButton.LeftButton
    kind, none = QMouseEvent.Type.MouseMove, Qt.KeyboardModifier.NoModifier
    QGuiApplication.sendEvent(view.viewport(), QMouseEvent(kind, where, where, left, left, none))


def test_the_zoom_is_told_and_stays_within_its_range(view: PageView) -> None:
    told: list[float] = []
    view.zoomed.connect(told.append)
    view.zoom_to(2.0)
    assert told[-1] == view.present_zoom == 2.0
    for zoom in (100, 0.001):
        view.zoom_to(zoom)
    assert told[-1] == ZOOMS[0]
    assert max(told) == ZOOMS[-1]
    view.fit_page()
    settle()
    whole = told[-1]
    view.resize(700, 900)
    settle()
    assert told[-1] > whole


def test_a_screen_reader_hears_the_text_of_each_page(view: PageView) -> None:
    node = QAccessible.queryAccessibleInterface(view)
    pages = [node.child(at) for at in range(node.childCount())]
    assert node.role() == QAccessible.Role.Document
    assert len(pages) == view.document().pageCount() > 2
    first, last = name_of(pages[0]), name_of(pages[-1])
    assert first.startswith("Page 1. ")
    assert "Value added of industry" in first
    assert last.startswith(f"Page {len(pages)}. ")
    pages[1].actionInterface().doAction("Press")
    settle()
    assert view.page == 1
    assert name_of(node.focusChild()) == name_of(pages[1])


def test_a_page_that_a_key_has_turned_to_is_read_out(
    view: PageView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    bring_to_front(view, qtbot)
    view.setFocus()
    monkeypatch.setattr(
        QAccessible,
        "updateAccessibility",
        lambda event: told.append(name_of(event.accessibleInterface())),
    )
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    settle()
    assert [one[:8] for one in told] == ["Page 2. "]


def test_a_selection_stays_where_the_pointer_leaves_the_letters_and_the_menu_copies_it(
    view: PageView,
) -> None:
    assert entries(menu_at(view)) == ["Copy the text of the page"]
    choose(menu_at(view), "Copy the text of the page")
    assert QGuiApplication.clipboard().text() == view.document().getAllText(0).text()
    document = view.document()
    title = document.getAllText(0).text().index("Chongqing: 2024")
    line = document.getSelectionAtIndex(0, title, 15).boundingRectangle()
    scale = view.present_zoom * view.logicalDpiX() / 72
    left = max(view.documentMargins().left(), 0)
    down = round(view.documentMargins().top() + line.center().y() * scale)
    begin = QPoint(round(left + (line.left() + 0.5) * scale), down)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=begin)
    move_with_button(view, QPoint(round(left + line.center().x() * scale), down))
    selected = view.selected_text
    assert selected
    move_with_button(view, QPoint(view.viewport().width() - 3, view.viewport().height() - 3))
    assert view.selected_text
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton)
    choose(menu_at(view), "Copy")
    assert QGuiApplication.clipboard().text() == view.selected_text


def test_fit_page_shows_the_whole_of_the_page_in_view(view: PageView) -> None:
    view.verticalScrollBar().setValue(200)
    view.fit_page()
    settle()
    assert view.verticalScrollBar().value() < 20


def test_the_pointer_is_an_i_beam_over_letters_alone(view: PageView) -> None:
    page = view.document().getAllText(0)
    first = page.bounds()[0].boundingRect()
    scale = view.width() / view.document().pagePointSize(0).width()
    shapes = Qt.CursorShape
    beside = QPoint(12, view.viewport().height() // 2)
    for place, shape in (
        ((first.center() * scale).toPoint(), shapes.IBeamCursor),
        (beside, shapes.ArrowCursor),
        ((first.center() * scale).toPoint(), shapes.IBeamCursor),
    ):
        QTest.mouseMove(view.viewport(), place)
        settle()
        assert view.cursor().shape() == shape
