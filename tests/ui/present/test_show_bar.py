"""The small bar over what is presented: where it lies, what leads somewhere, when it goes."""

import pytest
from PySide6.QtCore import QRect, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cqviewer.ui.present.show_bar import ShowBar
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.text_block import TextBlock
from tests.ui.conftest import bring_to_front

pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told


@pytest.fixture
def screen(qtbot: QtBot) -> QWidget:
    """Return what is presented, without a chart."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 500)
    return made


@pytest.fixture
def bar(screen: QWidget, look: Look) -> ShowBar:
    """Return the bar over it."""
    return ShowBar(look, screen, "Previous chart", "Next chart")


@pytest.mark.parametrize(
    ("has_previous", "has_next"), [(False, True), (True, True), (True, False), (False, False)]
)
def test_a_button_is_enabled_where_it_leads_somewhere(
    bar: ShowBar, *, has_previous: bool, has_next: bool
) -> None:
    bar.show_place("Chart 3 of 9", has_previous=has_previous, has_next=has_next)
    assert [one.isEnabled() for one in bar.buttons] == [has_previous, has_next, True]
    [count] = bar.findChildren(TextBlock)
    assert count.text() == "Chart 3 of 9"
    names = [one.accessibleName() or one.text() for one in bar.buttons]
    assert names == ["Previous chart", "Next chart", "Leave"]


@pytest.mark.parametrize("size", [(900, 500), (1920, 1080), (500, 300)])
def test_it_lies_in_the_right_lower_corner_of_any_screen_and_all_of_it_is_seen(
    bar: ShowBar, screen: QWidget, size: tuple[int, int], qtbot: QtBot
) -> None:
    screen.resize(*size)
    screen.show()
    qtbot.waitExposed(screen)
    bar.show_place("Chart 10 of 12", has_previous=True, has_next=True)
    bar.appear()
    here = bar.geometry()
    assert screen.rect().contains(here)
    assert 0 < size[0] - here.right() < 12
    assert 0 < size[1] - here.bottom() < 12
    places = [QRect(one.geometry()) for one in bar.findChildren(QWidget) if one.isVisible()]
    assert all(bar.rect().contains(one) for one in places)
    few = here.width()
    bar.show_place("Chart 1,000 of 1,200", has_previous=True, has_next=True)
    assert bar.width() > few, "a longer text has its room"
    assert screen.rect().contains(bar.geometry())


def test_it_stays_while_the_keyboard_is_in_it_and_goes_once_it_is_not(
    bar: ShowBar, screen: QWidget, qtbot: QtBot
) -> None:
    bring_to_front(screen, qtbot)
    assert bar.isHidden()
    bar.appear()
    bar.leave.setFocus()
    qtbot.waitUntil(bar.leave.hasFocus)
    [timer] = bar.findChildren(QTimer)
    timer.timeout.emit()
    assert bar.isVisible()
    bar.leave.clearFocus()
    timer.timeout.emit()
    assert bar.isHidden()
    assert not timer.isActive()
