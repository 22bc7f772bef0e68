"""The choice of what is shown of a source: joined buttons, or a list where these have no room."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cqviewer.ui.source.tabs import SourceTabs
from cqviewer.ui.style.look import Look

pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told


@pytest.fixture
def tabs(look: Look, qtbot: QtBot) -> SourceTabs:
    """Return the choice over a PDF, wide enough for all."""
    made = SourceTabs(look)
    qtbot.addWidget(made)
    made.show_tab("text", is_table=False, has_pages=True, count=2)
    made.resize(600, 40)
    made.show()
    return made


def shown(tabs: SourceTabs) -> list[str]:
    buttons = tabs.findChildren(QToolButton)
    return [one.text() for one in buttons if one.isVisible() and one.isCheckable()]


def test_a_click_picks_what_is_shown(tabs: SourceTabs, qtbot: QtBot) -> None:
    assert shown(tabs) == ["Facts", "Text", "Page", "Unused numbers"]
    button = next(one for one in tabs.findChildren(QToolButton) if one.text() == "Page")
    with qtbot.waitSignal(tabs.picked) as picked:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert picked.args == ["page"]


def test_where_there_is_no_room_it_is_a_list(tabs: SourceTabs, qtbot: QtBot) -> None:
    tabs.resize(200, 40)
    assert shown(tabs) == []
    assert tabs.choice.isVisible()
    assert tabs.choice.currentText() == "Text"
    with qtbot.waitSignal(tabs.picked) as picked:
        tabs.choice.activated.emit(3)
    assert picked.args == ["text"], "the list itself was not moved"
    tabs.resize(600, 40)
    assert not tabs.choice.isVisible()


def test_only_what_there_is_is_offered(tabs: SourceTabs) -> None:
    tabs.show_tab("text", is_table=True, has_pages=False, count=1)
    assert shown(tabs) == ["Facts", "Table", "Unused numbers"]
    assert not tabs.next.isEnabled()
    tabs.show_tab("unused", is_table=True, has_pages=False, count=3)
    assert not tabs.next.isVisible()
    tabs.show_tab("page", is_table=False, has_pages=True, count=3)
    assert tabs.next.isEnabled()
    assert tabs.next.accessibleName() == "Next place"
    assert tabs.choice.accessibleName() == "What is shown of the source"


def test_a_list_has_no_page_where_the_source_has_none(tabs: SourceTabs) -> None:
    tabs.resize(200, 40)
    listed = [tabs.choice.itemText(at) for at in range(tabs.choice.count())]
    assert listed == ["Facts", "Text", "Page", "Unused numbers"]
    tabs.show_tab("unused", is_table=True, has_pages=False, count=1)
    listed = [tabs.choice.itemText(at) for at in range(tabs.choice.count())]
    assert listed == ["Facts", "Table", "Unused numbers"]
    assert tabs.choice.currentText() == "Unused numbers"


def test_what_is_chosen_in_the_list_is_picked(tabs: SourceTabs, qtbot: QtBot) -> None:
    tabs.show_tab("text", is_table=False, has_pages=False, count=1)
    tabs.resize(200, 40)
    tabs.choice.setFocus()
    with qtbot.waitSignal(tabs.picked) as picked:
        QTest.keyClick(tabs.choice, Qt.Key.Key_Down)
    assert picked.args == ["unused"]


def test_the_focus_goes_to_what_is_chosen(tabs: SourceTabs) -> None:
    proxy = tabs.focusProxy()
    assert isinstance(proxy, QToolButton)
    assert proxy.text() == "Text"
    tabs.resize(200, 40)
    assert tabs.focusProxy() is tabs.choice


@pytest.fixture
def held(look: Look, qtbot: QtBot) -> tuple[QWidget, SourceTabs]:
    """Show the choice in a wide panel, and return both."""
    panel, tabs = QWidget(), SourceTabs(look)
    qtbot.addWidget(panel)
    QVBoxLayout(panel).addWidget(tabs)
    tabs.show_tab("text", is_table=False, has_pages=True, count=2)
    panel.resize(900, 60)
    panel.show()
    qtbot.waitExposed(panel)
    return panel, tabs


def test_the_buttons_do_not_keep_a_panel_wide(held: tuple[QWidget, SourceTabs]) -> None:
    panel, tabs = held
    assert not tabs.choice.isVisible()
    panel.resize(200, 60)
    assert panel.width() == 200
    assert tabs.choice.isVisible()


def test_the_focus_stays_when_buttons_give_way_to_the_list_and_back(
    held: tuple[QWidget, SourceTabs], qtbot: QtBot
) -> None:
    panel, tabs = held
    panel.activateWindow()
    tabs.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is tabs.focusProxy())
    for width, is_list in ((200, True), (900, False)):
        panel.resize(width, 60)
        focused = QApplication.focusWidget()
        assert focused is tabs.focusProxy()
        assert (focused is tabs.choice) == tabs.choice.isVisible() == is_list
