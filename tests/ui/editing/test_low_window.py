"""The form in a window too low to show anything beside it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cqviewer.ui.editing.sheet_form import SheetForm
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import bring_to_front, focused
from tests.ui.editing.writing import rest


@pytest.fixture
def low(form: SheetForm, window: MainWindow, qtbot: QtBot) -> MainWindow:
    """Return a low window with large type, in which the form lies over the whole page."""
    assert form.isVisible()
    window.resize(760, 560)
    window.store.look(zoom=2.5)
    rest(qtbot)
    return window


def test_the_form_takes_the_place_of_the_tabs_and_gives_it_back(
    low: MainWindow, qtbot: QtBot
) -> None:
    assert not low.tabs.isVisible()
    height = low.content.height()
    low.editing.close()
    rest(qtbot)
    assert low.tabs.isVisible()
    assert low.content.height() + low.tabs.height() == height


def test_it_does_so_as_long_as_the_window_is_low(low: MainWindow, qtbot: QtBot) -> None:
    for size, zoom, is_seen in (
        ((760, 1800), 2.5, True),
        ((760, 560), 2.5, False),
        ((760, 560), 1.0, True),
        ((1180, 560), 1.0, True),
    ):
        low.resize(*size)
        low.store.look(zoom=zoom)
        rest(qtbot)
        assert low.tabs.isVisible() is is_seen, (size, zoom)
    assert low.content.panel.is_covered


def test_the_list_of_problems_and_the_form_make_way_for_each_other(
    low: MainWindow, qtbot: QtBot
) -> None:
    low.actions_by_name["next_problem"].trigger()
    rest(qtbot)
    assert (low.tabs.isVisible(), low.content.isVisible()) == (False, False)
    low.resize(761, 560)
    assert not low.tabs.isVisible()
    assert low.problems.close()
    rest(qtbot)
    assert (low.tabs.isVisible(), low.content.isVisible()) == (False, True)


def test_another_section_is_still_reached_without_its_tab(low: MainWindow, qtbot: QtBot) -> None:
    [action] = [one for one in low.findChildren(QAction) if one.text().replace("&", "") == "Two"]
    action.trigger()
    rest(qtbot)
    assert low.store.view.section == "two"
    assert not low.tabs.isVisible()


def test_f6_goes_round_what_is_left(low: MainWindow, qtbot: QtBot) -> None:
    for _ in range(3):
        low.actions_by_name["next_pane"].trigger()
        rest(qtbot)
        focused = low.focusWidget()
        assert focused is not None
        assert focused.isVisible()
        assert not low.tabs.isAncestorOf(focused)


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_F6])
def test_tab_passes_by_the_page_that_the_form_hides(
    key: Qt.Key, low: MainWindow, qtbot: QtBot
) -> None:
    bring_to_front(low, qtbot)
    assert low.content.panel.take_focus()
    met = [focused()]
    while met.count(met[0]) < 2:
        QTest.keyClick(focused(), key)
        met.append(focused())
    page = low.content.page
    assert low.toolbar.field in met
    assert not [one for one in met if one is page or page.isAncestorOf(one)]
