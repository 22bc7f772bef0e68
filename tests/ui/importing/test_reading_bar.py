"""How far the reading of a data file is, with a way to stop it."""

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from cqviewer.ui.importing.reading_bar import ReadingBar

pytestmark = [
    pytest.mark.usefixtures("look"),
    pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$"),  # offscreen none is told
]


class Reading(QObject):
    """A call that is over when a test says so."""

    progressed = Signal(int, int)
    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_cancelled = False

    def cancel(self) -> None:
        """End it, as a call that is cancelled ends."""
        self.is_cancelled = True
        self.ended.emit()


@pytest.fixture
def bar(qtbot: QtBot) -> ReadingBar:
    """Return a bar that follows nothing."""
    made = ReadingBar()
    qtbot.addWidget(made)
    return made


def follow(bar: ReadingBar) -> Reading:
    """Follow a call."""
    one = Reading()
    bar.follow(one)  # type: ignore[arg-type]
    return one


def progress(bar: ReadingBar) -> QProgressBar:
    """Return what shows how far it is."""
    found = bar.findChild(QProgressBar)
    assert isinstance(found, QProgressBar)
    return found


def test_what_takes_long_is_seen_with_how_far_it_is_until_it_ends(
    bar: ReadingBar, qtbot: QtBot
) -> None:
    assert (bar.isVisible(), bar.is_reading) == (False, False)
    one = follow(bar)
    assert (bar.isVisible(), bar.is_reading) == (False, True), "most are read at once"
    assert progress(bar).maximum() == 0, "how far it is has not been told"
    qtbot.waitUntil(bar.isVisible)
    one.progressed.emit(3, 12)
    assert (progress(bar).value(), progress(bar).maximum()) == (3, 12)
    one.ended.emit()
    assert (bar.isVisible(), bar.is_reading) == (False, False)


def test_what_is_read_anew_takes_the_place_of_what_was_read_before(
    bar: ReadingBar, qtbot: QtBot
) -> None:
    first = follow(bar)
    first.progressed.emit(3, 12)
    second = follow(bar)
    assert (first.is_cancelled, second.is_cancelled) == (True, False)
    assert bar.is_reading
    assert progress(bar).maximum() == 0
    qtbot.waitUntil(bar.isVisible)
    assert not second.is_cancelled


def test_the_button_stops_what_is_read_and_nothing_once_it_is_over(
    bar: ReadingBar, qtbot: QtBot
) -> None:
    [stop] = bar.findChildren(QPushButton)
    told: list[bool] = []
    bar.stopped.connect(lambda: told.append(True))
    one = follow(bar)
    qtbot.waitUntil(bar.isVisible)
    stop.click()
    assert (one.is_cancelled, bar.is_reading, bar.isVisible()) == (True, False, False)
    stop.click()
    bar.cancel()
    assert told == [True]
