"""What opens before the page takes the keyboard, and gives it back to where it was."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from cqviewer.ui.changes.changes_page import ChangesPage
from cqviewer.ui.page.card import FigureCard
from cqviewer.ui.state.focus import has_ring
from cqviewer.ui.window.window import MainWindow
from tests.ui.changes.test_changing import window as changed  # noqa: F401
from tests.ui.conftest import OpenWindow, focused, settle

pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told


@pytest.fixture
def window(open_in_front: OpenWindow) -> MainWindow:
    """Return a window in front, whose second card the keyboard is on."""
    made = open_in_front()
    made.prepare()
    settle()
    enter_card(made)
    return made


def enter_card(window: MainWindow) -> str:
    """Move the keyboard to the second card; return what that is called."""
    window.content.page.cards[1].setFocus(Qt.FocusReason.TabFocusReason)
    return window.content.page.cards[1].accessibleName()


def do(window: MainWindow, *names: str) -> None:
    """Trigger actions one after the other."""
    for name in names:
        window.actions_by_name[name].trigger()
        settle()


def is_on_card(window: MainWindow) -> bool:
    """Return whether the keyboard is on the second card, and seen there."""
    at = focused()
    return at is window.content.page.cards[1] and has_ring(at)


VIEWS: dict[str, tuple[str, str, Callable[[MainWindow], QWidget | None]]] = {
    "comparison": ("compare", "compare", lambda one: one.compare.view),
    "comparison, Esc": ("compare", "deselect", lambda one: one.compare.view),
    "problems": ("next_problem", "deselect", lambda one: one.problems.list),
    "presentation": ("present", "present", lambda one: one.content.page),
    "presentation, Esc": ("present", "deselect", lambda one: one.content.page),
    "search": ("find", "deselect", lambda one: one.toolbar.field),
    "source panel": ("show_source", "deselect", lambda one: one.content.panel),
    "table": ("table", "table", lambda one: one.content.page),
}


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_takes_the_keyboard_and_gives_it_back(window: MainWindow, name: str) -> None:
    opened, closed, view_of = VIEWS[name]
    do(window, opened)
    view, at = view_of(window), focused()
    assert view is not None
    assert at is view or view.isAncestorOf(at)
    assert at.isVisible()
    do(window, closed)
    assert is_on_card(window)


@pytest.mark.parametrize("name", ["compare", "present"])
def test_another_zoom_meanwhile_does_not_lose_the_place(window: MainWindow, name: str) -> None:
    do(window, name, "zoom_in", name)
    assert is_on_card(window)


@pytest.mark.parametrize("name", ["compare", "present"])
def test_on_another_tab_the_page_gets_the_keyboard(window: MainWindow, name: str) -> None:
    do(window, name, "next_tab", "deselect")
    assert focused() is window.content.page


def test_a_search_that_ends_a_comparison_keeps_the_keyboard(window: MainWindow) -> None:
    do(window, "compare", "find")
    QTest.keyClicks(window.toolbar.field, "retail")
    settle()
    assert not window.compare.is_on
    assert focused() is window.toolbar.field
    assert window.store.view.search == "retail"


def test_a_button_that_opens_a_comparison_closes_it_too(window: MainWindow) -> None:
    do(window, "compare")
    window.toolbar.setFocus(Qt.FocusReason.TabFocusReason)
    do(window, "compare")
    assert window.content.isVisible()
    assert focused() is window.toolbar


@pytest.mark.parametrize("is_on_card", [False, True])
def test_tab_enters_what_changed_once_it_is_shown(
    changed: MainWindow,  # noqa: F811
    *,
    is_on_card: bool,
) -> None:
    do(changed, "changes")
    if is_on_card:
        enter_card(changed)
    else:
        changed.content.page.setFocus()
    before = focused().accessibleName()
    assert changed.store.view.changes == ""
    do(changed, "changes")
    page = changed.content.front
    assert isinstance(page, ChangesPage)
    assert focused() is page
    QTest.keyClick(page, Qt.Key.Key_Tab)
    assert page.isAncestorOf(focused())
    do(changed, "changes")
    assert focused().accessibleName() == before
    assert changed.content.page.isVisible()


def test_the_button_of_changes_keeps_the_keyboard(changed: MainWindow) -> None:  # noqa: F811
    do(changed, "changes")
    changed.toolbar.changes.setFocus(Qt.FocusReason.TabFocusReason)
    do(changed, "changes")
    assert focused() is changed.toolbar.changes
    assert isinstance(changed.content.page.cards[0], FigureCard)
