"""Each thing has a menu of what can be done with it: by the right button, Shift+F10 and Menu."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from cqviewer.ui.style.access_keys import without_key
from cqviewer.ui.style.selectable import SelectableText
from cqviewer.ui.style.sight import bring_into_sight
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import OpenWindow, settle, until_idle
from tests.ui.tables import shown_table

FIGURE = ["Copy", "Copy with citation", "Copy citation as APA", "Copy citation as BibTeX"]
SOURCE = ["Show the source", "Show in the source", "Open the source…"]
EDIT = ["Editing form…"]
CHART = ["Chart as table", "Copy chart as a picture", "Save chart…", "Presentation of one chart"]
TABLE = ["Copy rows with headers", "Sort by"]


@pytest.fixture
def window(open_in_front: OpenWindow, qtbot: QtBot) -> MainWindow:
    """Return a window in front whose charts are drawn."""
    made = open_in_front()
    made.prepare()
    settle()
    until_idle(qtbot)
    return made


def menu_at(widget: QWidget, point: QPoint | None = None) -> QMenu:
    """Press the right button at a point of a widget, or Menu where it has the focus."""
    bring_into_sight(widget)
    widget.window().activateWindow()  # offscreen no menu gives the keyboard back
    settle()
    reasons = QContextMenuEvent.Reason
    where = widget.rect().center() if point is None else point
    reason = reasons.Keyboard if point is None else reasons.Mouse
    QApplication.sendEvent(widget, QContextMenuEvent(reason, where, widget.mapToGlobal(where)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def entries(menu: QMenu) -> list[str]:
    """Close a menu; give its texts without access keys and lines."""
    texts = [without_key(one.text()) for one in menu.actions() if not one.isSeparator()]
    menu.close()
    return texts


def choose(menu: QMenu, text: str) -> None:
    """Trigger an entry of a menu and close it."""
    action = next(one for one in menu.actions() if without_key(one.text()) == text)
    assert action.isEnabled()
    action.trigger()
    menu.close()


def test_a_card_is_selected_and_offers_what_can_be_done_with_its_figure(
    window: MainWindow,
) -> None:
    card = window.content.page.cards[2]
    menu = menu_at(card, QPoint(20, 20))
    assert window.store.view.selected == card.indicator.id
    assert entries(menu) == [*FIGURE, *SOURCE, *EDIT]
    choose(menu_at(card, QPoint(20, 20)), "Copy")
    assert QGuiApplication.clipboard().text() == window.store.wording.value(card.indicator)
    choose(menu_at(card, QPoint(20, 20)), "Copy citation as BibTeX")
    assert QGuiApplication.clipboard().text().startswith("@misc{")


def test_the_keyboard_has_the_menu_of_the_card_that_it_is_on(window: MainWindow) -> None:
    card = window.content.page.cards[1]
    card.setFocus()
    menu = menu_at(card)
    assert card.rect().contains(card.mapFromGlobal(menu.pos()))
    assert entries(menu) == [*FIGURE, *SOURCE, *EDIT]


def test_a_mark_has_the_entries_of_its_figure_and_of_its_chart(window: MainWindow) -> None:
    card = window.content.page.chart_cards[0]
    mark = card.view.marks[0]
    point = QPoint(round(mark.x + mark.width / 2), round(mark.y + mark.height / 2))
    assert entries(menu_at(card.view, point)) == [*FIGURE, *SOURCE, *CHART, *EDIT]
    assert window.store.view.selected == mark.figure


def test_a_chart_is_copied_shown_as_a_table_and_back(window: MainWindow, qtbot: QtBot) -> None:
    card = window.content.page.chart_cards[-1]
    window.store.select(None)
    card.setFocus()
    choose(menu_at(card.view, QPoint(2, 2)), "Copy chart as a picture")
    clipboard = QGuiApplication.clipboard()
    qtbot.waitUntil(lambda: not clipboard.image().isNull())
    choose(menu_at(card.view, QPoint(2, 2)), "Chart as table")
    assert window.store.view.tables == {card.chart.id}
    table = shown_table(card)
    row = table.row_box(table.model().index(0, 0)).center()
    menu = menu_at(table.viewport(), table.viewport().mapFrom(table, row))
    ticked = [without_key(one.text()) for one in menu.actions() if one.isChecked()]
    assert ticked == ["Chart as table"]
    assert entries(menu) == [*TABLE, *FIGURE, *SOURCE, *CHART, *EDIT]
    choose(menu_at(table), "Chart as table")
    assert not window.store.view.tables


def test_a_table_is_sorted_by_its_menu(window: MainWindow) -> None:
    window.store.look(is_table=True)
    settle()
    table = shown_table(window.content.page)
    table.enter("retail")
    menu = menu_at(table)
    order = next(one.menu() for one in menu.actions() if without_key(one.text()) == "Sort by")
    assert isinstance(order, QMenu)
    first = table.figures.table_rows[0]
    choose(order, "Value")
    menu.close()
    assert table.figures.table_rows[0] is not first
    assert order.actions()[-1].text() == "Page's order"


def test_a_statement_is_copied_with_its_source(window: MainWindow) -> None:
    row = next(one for rows in window.content.page.row_lists for one in rows.rows if one.citing)
    said = row.findChildren(SelectableText)[1]
    said.select_all()
    assert entries(menu_at(said, QPoint(3, 3))) == ["Copy text", "Copy with source", *EDIT]
    choose(menu_at(said, QPoint(3, 3)), "Copy text")
    assert QGuiApplication.clipboard().text() == said.text()
    choose(menu_at(said, QPoint(3, 3)), "Copy with source")
    copied = QGuiApplication.clipboard().text()
    assert said.text() in copied
    assert "paragraph" in copied


def test_the_panel_offers_what_can_be_done_with_what_it_shows(window: MainWindow) -> None:
    window.store.select("retail")
    panel = window.content.panel
    text = next(one for one in panel.findChildren(SelectableText) if one.text() == "Measure")
    assert entries(menu_at(text, QPoint(2, 2))) == ["Copy text", *FIGURE, *SOURCE, *EDIT]


def test_an_empty_place_offers_what_can_be_done_with_the_page(window: MainWindow) -> None:
    page = window.content.page
    corner = QPoint(page.viewport().width() - 4, 4)
    assert "Figures as table" in entries(menu_at(page.viewport(), corner))
    assert "Back" not in entries(menu_at(page.viewport(), corner))
    window.store.look(section="trade")
    assert "Back" in entries(menu_at(window.content.page.viewport(), corner))


def test_what_has_no_address_cannot_be_opened(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cqviewer.ui.window.enabled_actions.address_of", lambda *_: "")
    menu = menu_at(window.content.page.cards[0], QPoint(9, 9))
    assert "Open the source…" not in entries(menu)


def test_shift_f10_opens_the_menu_of_what_the_keyboard_is_on(window: MainWindow) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    card = window.content.page.cards[1]
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_F10, shift)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert entries(menu) == [*FIGURE, *SOURCE, *EDIT]
    window.activateWindow()
    window.toolbar.field.setFocus()
    QTest.keyClick(window.toolbar.field, Qt.Key.Key_F10, shift)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert any("Paste" in one for one in entries(menu)), "a field has its own"


@pytest.mark.parametrize("key", [(Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier)])
def test_no_menu_of_tool_bars_appears_anywhere(
    key: tuple[Qt.Key, Qt.KeyboardModifier], window: MainWindow
) -> None:
    window.tabs.bar.setFocus()
    QTest.keyClick(window.tabs.bar, *key)
    assert QApplication.activePopupWidget() is None


def test_every_entry_leads_on(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Choose each entry of a chart's menu that nothing else here has tried."""
    asked: list[str] = []

    def refuse(*words: object) -> None:
        asked.append(str(words[1]))

    monkeypatch.setattr("cqviewer.ui.output.chart_export.ask_where_to_save", refuse)
    view = window.content.page.chart_cards[0].view
    tried: dict[str, Callable[[], bool]] = {
        "Save chart…": lambda: asked == ["Save chart"],
        "Presentation of one chart": lambda: window.presentation.show is not None,
    }
    for text, has_happened in tried.items():
        choose(menu_at(view, QPoint(2, 2)), text)
        assert has_happened()
    assert len(tried) == 2
    assert not list(tmp_path.iterdir())
