"""A timer goes off once after each start."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from cqviewer.ui.state.timers import single_shot


def test_a_timer_goes_off_once_after_each_start(qtbot: QtBot) -> None:
    calls: list[int] = []
    owner = QObject()
    timer = single_shot(owner, 1, lambda: calls.append(1))
    assert not timer.isActive()
    for count in (1, 2):
        timer.start()
        timer.start()
        assert len(calls) == count - 1
        qtbot.waitUntil(lambda: not timer.isActive())
        assert len(calls) == count
