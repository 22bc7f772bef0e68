"""Page and Source panel share the window: a handle between them, and wide windows filled."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cqviewer.model.facts import Sheet
from cqviewer.ui.panel.grip import Grip
from cqviewer.ui.panel.source_panel import SourcePanel
from cqviewer.ui.state.store import PANEL_LEAST, PANEL_WIDEST
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import OpenWindow, focused, name_of, settle, texts_in


def box(part: QWidget, window: MainWindow) -> QRect:
    """Return where a part lies in the window."""
    return part.rect().translated(part.mapTo(window, QPoint(0, 0)))


def grip_of(window: MainWindow) -> Grip:
    grip = window.content.findChild(Grip)
    assert grip is not None
    return grip


def drag(grip: Grip, by: int) -> None:
    """Drag the handle by so many px to the right."""
    middle = grip.rect().center()
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(grip, middle + QPoint(by, 0))
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton)


def test_the_handle_between_page_and_panel_sets_the_width_that_is_kept(
    open_window: OpenWindow,
) -> None:
    window = open_window()
    panel = window.content.panel
    assert panel.width() == window.store.view.panel_width == 300
    drag(grip_of(window), -120)
    assert panel.width() == window.store.view.panel_width == 420
    window.resize(1300, 800)
    settle()
    assert panel.width() == 420
    window.resize(900, 800)
    window.content.open_panel()
    settle()
    assert panel.width() == 420


def test_arrows_move_the_handle_to_the_limits_and_a_double_click_back(
    open_window: OpenWindow,
) -> None:
    window = open_window()
    panel, grip = window.content.panel, grip_of(window)
    widths = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End):
        QTest.keyClick(grip, key)
        widths.append(panel.width())
    assert widths == [316, 300, PANEL_WIDEST, PANEL_LEAST]
    QTest.mouseDClick(grip, Qt.MouseButton.LeftButton)
    assert panel.width() == 300
    assert grip.heard().name == "Width of the Source panel"


def test_the_panel_with_the_source_itself_is_wide_and_leaves_the_page_its_room(
    open_window: OpenWindow,
) -> None:
    window = open_window(source="text")
    panel, grip = window.content.panel, grip_of(window)
    assert panel.width() == 540
    QTest.keyClick(grip, Qt.Key.Key_Home)
    assert panel.width() == 1180 - 560
    QTest.keyClick(grip, Qt.Key.Key_End)
    assert panel.width() == 300
    window.store.look(source="", source_width=700)
    assert panel.width() == 300
    window.store.look(source="text")
    window.resize(760, 560)
    window.content.open_panel()
    assert panel.width() == round(0.8 * 760)
    assert grip.geometry().center().x() == panel.x()


def test_the_keyboard_makes_the_panel_wider_and_narrower_within_limits(
    open_window: OpenWindow,
) -> None:
    window = open_window()
    window.actions_by_name["panel_wider"].trigger()
    assert window.content.panel.width() == 340
    for name, end in (("panel_narrower", PANEL_LEAST), ("panel_wider", PANEL_WIDEST)):
        for _ in range(20):
            window.actions_by_name[name].trigger()
        assert window.store.view.panel_width == end


@pytest.mark.parametrize(("width", "content"), [(1180, 816), (1900, 1440), (2560, 1440)])
def test_page_and_panel_fill_a_wide_window_side_by_side(
    width: int, content: int, open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(selected="industry")
    window.resize(width, 900)
    page, panel = window.content.page, window.content.panel
    qtbot.waitUntil(lambda: page.chart_cards[0].width() == content + 16)
    assert box(page, window).right() + 1 == box(panel, window).left()
    assert box(panel, window).right() + 1 == width


def test_without_the_panel_the_page_has_its_scroll_bar_at_the_edge(
    open_window: OpenWindow,
) -> None:
    window = open_window(is_panel_open=False)
    window.resize(2560, 900)
    settle()
    assert box(window.content.page, window).right() + 1 == box(window.content.strip, window).left()


@pytest.mark.parametrize(
    ("size", "zoom"), [((760, 560), 1.0), ((980, 700), 1.0), ((760, 560), 1.5)]
)
def test_a_panel_over_the_page_leaves_its_scroll_bar_in_sight_and_all_else_in_its_place(
    size: tuple[int, int], zoom: float, open_window: OpenWindow
) -> None:
    window = open_window(zoom=zoom)
    window.resize(*size)
    settle()
    content, page = window.content, window.content.page
    parts = (*page.cards, *page.chart_cards)
    places = [(one.x(), one.width()) for one in parts]
    bar = page.verticalScrollBar()
    assert bar.isVisible()
    content.toggle_panel()
    settle()
    assert content.panel.isVisible()
    assert box(content.panel, window).right() < box(bar, window).left()
    assert box(bar, window).right() == window.width() - 1
    assert [(one.x(), one.width()) for one in parts] == places
    window.store.look(section="trade")
    settle()
    assert box(window.content.page.verticalScrollBar(), window) == box(bar, window)
    content.toggle_panel()
    settle()
    window.store.look(section="growth")
    settle()
    assert [(one.x(), one.width()) for one in parts] == places


def foot_scrolls(panel: SourcePanel) -> bool:
    """Return whether the button that copies stands among the rows, which scroll."""
    foot, body = (panel.findChild(QWidget, name) for name in ("panelFoot", "panelBody"))
    assert foot is not None
    assert body is not None
    return body.isAncestorOf(foot)


def test_in_large_type_the_button_that_copies_scrolls_with_the_rows(
    open_window: OpenWindow,
) -> None:
    window = open_window(selected="industry", zoom=2.5)
    window.resize(760, 560)
    window.content.open_panel()
    settle()
    assert foot_scrolls(window.content.panel)
    window.store.select("retail")
    window.content.open_panel()
    settle()
    assert foot_scrolls(window.content.panel)
    assert "Copy with citation" in texts_in(window.content.panel)
    window.store.look(zoom=1.0)
    window.resize(1180, 800)
    settle()
    assert not foot_scrolls(window.content.panel)


def test_the_keyboard_makes_the_panel_wider_that_shows_the_source_itself(
    open_window: OpenWindow,
) -> None:
    window = open_window(source="text")
    panel, actions = window.content.panel, window.actions_by_name
    actions["panel_narrower"].trigger()
    assert panel.width() == window.store.view.source_width == 500
    actions["panel_wider"].trigger()
    assert panel.width() == 540
    for _ in range(20):
        actions["panel_wider"].trigger()
    assert panel.width() == 1180 - 560, "the page keeps its room"
    actions["panel_narrower"].trigger()
    assert panel.width() == 1180 - 600, "the first press is seen"
    assert window.store.view.panel_width == 300, "the panel without the source stays as it was"


def test_a_double_click_gives_the_panel_with_the_source_its_own_usual_width(
    open_window: OpenWindow,
) -> None:
    window = open_window(source="text", source_width=400, panel_width=420)
    QTest.mouseDClick(grip_of(window), Qt.MouseButton.LeftButton)
    assert window.content.panel.width() == 540
    window.store.look(source="")
    assert window.content.panel.width() == 420


def test_back_from_the_panel_the_mark_is_told_that_the_keys_are_on(
    open_in_front: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_in_front()
    view = window.content.page.chart_cards[0].view
    qtbot.waitUntil(lambda: view.is_drawn)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert window.content.panel.isAncestorOf(focused())
    told: list[str] = []

    def keep(event: QAccessibleEvent) -> None:
        if event.type() == QAccessible.Event.Focus:
            told.append(name_of(event.accessibleInterface()))

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", keep)
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert focused() is view
    assert told == [view.stops[0].text]


def test_in_a_small_window_the_source_itself_lies_over_the_page(
    open_window: OpenWindow, springfield: Sheet
) -> None:
    window = open_window(springfield, zoom=2.5, selected="jobs")
    window.resize(760, 560)
    settle()
    act = window.actions_by_name["show_in_source"]
    act.trigger()
    assert window.content.panel.isVisible()
    window.actions_by_name["panel"].trigger()
    assert not window.content.panel.isVisible()
    act.trigger()
    assert window.content.panel.isVisible()
    assert window.store.view.source, "what was put away is shown again"
    act.trigger()
    assert not window.store.view.source
