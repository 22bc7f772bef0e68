"""Citing in the window: three forms on the clipboard, and the source's address opened on asking."""

import msgspec
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from cqviewer.model.facts import Sheet
from cqviewer.model.numbers.period import Period
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import Hear, OpenWindow, bring_to_front, settle

# What the offscreen platform says of every dialog.
pytestmark = pytest.mark.qt_log_ignore(r"does not support propagateSizeHints\(\)")
URL = "https://app.ichongqing.info/mixmedia/a/202412/24/WS676a884be4b0db6b3348584f.html"


def copied(window: MainWindow, action: str) -> str:
    QGuiApplication.clipboard().setText("before")
    window.actions_by_name[action].trigger()
    return QGuiApplication.clipboard().text()


def test_three_forms_are_copied(open_window: OpenWindow) -> None:
    window = open_window(selected="retail")
    assert copied(window, "copy").startswith("Total retail sales of consumer goods: +3.8")
    assert "(iChongqing, 2024, para. 3)." in copied(window, "copy_apa")
    assert copied(window, "copy_bibtex").startswith("@misc{report2024")


def test_the_observation_that_is_selected_is_cited(
    open_window: OpenWindow, springfield: Sheet
) -> None:
    year = Period.parse("2022")
    window = open_window(springfield, selected="cycling", observation=year)
    line = copied(window, "copy")
    assert line.startswith("Adults who cycle every week: 17.2\u202f% (stated), low reliability, ")
    assert line.endswith("2022. Source: Health survey, 1\u00a0March\u00a02025, table 5.")
    assert copied(window, "copy_value") == "17.2\u202f%"


def test_ctrl_c_copies_the_value_of_what_is_selected(open_in_front: OpenWindow) -> None:
    window = open_in_front(section="goals", selected="retail")
    window.content.page.setFocus()
    for selected, wanted in (("retail", "+3.8\u202f%"), ("consumption", "Consumption")):
        window.store.select(selected)
        QTest.keyClick(window, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert QGuiApplication.clipboard().text() == wanted
    window.store.select(None)
    QTest.keyClick(window, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == wanted, "nothing is selected"


def test_a_goal_is_copied_too(open_window: OpenWindow) -> None:
    window = open_window(section="goals", selected="consumption")
    assert "named in the source" in copied(window, "copy")
    assert "para. 10" in copied(window, "copy_apa")


def test_nothing_is_copied_where_nothing_is_selected(open_window: OpenWindow) -> None:
    window = open_window()
    for action in ("copy", "copy_apa", "copy_bibtex"):
        assert copied(window, action) == "before"


def copy_button(window: MainWindow) -> QPushButton:
    buttons = window.content.panel.findChildren(QPushButton)
    return next(one for one in buttons if one.objectName() == "primary")


def test_the_panel_s_button_copies_and_says_so(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(selected="retail")
    button = copy_button(window)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().startswith("Total retail sales")
    assert button.text() == "Copied"
    qtbot.waitUntil(lambda: button.text() == "Copy with citation")


def test_the_other_forms_are_in_a_menu_beside_the_button(open_window: OpenWindow) -> None:
    window = open_window(selected="retail")
    beside = window.content.panel.findChild(QToolButton, "primaryMenu")
    assert isinstance(beside, QToolButton)
    assert beside.accessibleName()
    menu = beside.menu()
    assert menu is not None
    assert [one.objectName() for one in menu.actions()] == ["copy", "copy_apa", "copy_bibtex"]
    window.store.select(None)
    assert not beside.isEnabled()


# Opening the source


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Keep the addresses that the browser would be asked to open."""
    addresses: list[str] = []

    def open_url(url: QUrl) -> bool:
        addresses.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return addresses


def question(window: MainWindow) -> QMessageBox:
    return next(one for one in window.findChildren(QMessageBox) if one.isVisible())


def test_the_address_is_said_before_it_is_opened(
    open_window: OpenWindow, opened: list[str], qtbot: QtBot
) -> None:
    window = open_window(selected="retail")
    links = window.content.panel.findChildren(QPushButton)
    link = next(one for one in links if one.text() == "Open the source")
    assert link.accessibleDescription() == URL
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    asked = question(window)
    assert asked.informativeText() == URL
    assert asked.textFormat() == Qt.TextFormat.PlainText
    assert opened == []
    asked.accept()
    qtbot.waitUntil(lambda: opened == [URL])


def test_an_address_that_is_refused_is_not_opened(
    open_window: OpenWindow, opened: list[str]
) -> None:
    window = open_window(selected="retail")
    window.actions_by_name["open_source"].trigger()
    question(window).reject()
    settle()
    assert opened == []


def test_where_no_browser_opens_the_address_can_be_copied(
    open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    window = open_window(selected="retail")
    window.actions_by_name["open_source"].trigger()
    question(window).accept()
    qtbot.waitUntil(lambda: window.notices.shown is not None)
    notice = window.notices.shown
    assert notice is not None
    assert (notice.title, notice.text) == ("No browser could be opened", URL)
    notice.links[0][1]()
    assert QGuiApplication.clipboard().text() == URL


def test_without_an_address_there_is_no_link(
    open_window: OpenWindow, opened: list[str], sheet: Sheet
) -> None:
    source = msgspec.structs.replace(sheet.sources["report"], url=None)
    window = open_window(msgspec.structs.replace(sheet, sources={"report": source}))
    window.store.select("retail")
    buttons = window.content.panel.findChildren(QPushButton)
    links = [one.text() for one in buttons if one.isVisible()]
    assert "Open the source" not in links
    window.actions_by_name["open_source"].trigger()
    assert not [one for one in window.findChildren(QMessageBox) if one.isVisible()]
    assert opened == []


# The keyboard's way into the panel and back


def test_enter_on_a_card_leads_into_the_panel_and_escape_back(open_in_front: OpenWindow) -> None:
    window = open_in_front(is_panel_open=False)
    card = window.content.page.cards[1]
    card.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert window.store.view.selected == "retail"
    assert window.content.is_panel_open
    assert window.content.panel.isAncestorOf(focused())
    window.actions_by_name["deselect"].trigger()
    assert card.hasFocus()
    assert window.store.view.selected == "retail"
    window.actions_by_name["deselect"].trigger()
    assert window.store.view.selected is None


def focused() -> QPushButton:
    widget = QApplication.focusWidget()
    assert isinstance(widget, QPushButton)
    return widget


def test_links_can_be_followed_in_the_panel_by_the_keyboard(open_in_front: OpenWindow) -> None:
    window = open_in_front()
    card = window.content.page.cards[1]
    card.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert focused().text() == "Open the source"
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused().text() == "Consumption"
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert window.store.view.selected == "consumption"
    chart = QApplication.focusWidget()
    assert chart is not None
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert window.content.panel.isAncestorOf(focused())
    assert focused().text().startswith("Retail sales")


def test_what_was_copied_is_announced_by_name_as_it_need_not_have_the_focus(
    open_window: OpenWindow, qtbot: QtBot, hear: Hear
) -> None:
    heard = hear("panel.citing")
    window = open_window(section="goals", selected="retail")
    for action in ("copy", "copy_value"):
        copied(window, action)
    assert [one.split(",")[0] for one in heard] == [
        "Copied: Total retail sales of consumer goods"
    ] * 2
    assert "+3.8\u202f%" in heard[0]
    heard.clear()
    window.store.select("consumption")
    copied(window, "copy_value")
    assert heard == ["Copied: Consumption, Named in the source"]
    bring_to_front(window, qtbot)
    lead = window.content.page.lead
    assert lead is not None
    lead.setFocus()
    lead.select_all()
    heard.clear()
    copied(window, "copy_value")
    assert heard == ["Copied"], "a text that is selected is read out as it is"
