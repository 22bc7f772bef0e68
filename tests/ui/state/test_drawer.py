"""Charts are drawn by another process; where it fails, a sentence stands for the picture."""

from concurrent.futures import Future

import pytest
from pytestqt.qtbot import QtBot

from cqviewer.charts.drawing import DrawOptions
from cqviewer.charts.theme import LIGHT
from cqviewer.model.facts import Sheet
from cqviewer.ui.state.drawer import Drawer
from cqviewer.worker import WorkerError, shared_worker


def test_a_process_that_ended_is_told_in_a_whole_sentence(
    sheet: Sheet, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed: Future[object] = Future()
    failed.set_exception(WorkerError("The worker process ended early, with status -9"))
    monkeypatch.setattr(shared_worker(), "submit", lambda *_: failed)
    drawer = Drawer()
    look = DrawOptions(theme=LIGHT, width=816, language="en")
    with qtbot.waitSignal(drawer.drawn) as told:
        drawer.draw(drawer, sheet.sections[0].charts[0], sheet, look, 1.0)
    assert told.args[2].error == "The worker process ended early, with status -9."
