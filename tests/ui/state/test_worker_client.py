"""Calls to the worker process are answered in the window's thread, dropped, stopped and retried."""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cqviewer.model.problems import SheetError
from cqviewer.ui.state.worker_client import Call, Urgency, WorkerClient, WorkerError, worker
from tests.worker import calls


@pytest.fixture
def client(qapp: QApplication) -> Iterator[WorkerClient]:
    """Yield a client with a process of the test's own."""
    client = WorkerClient(qapp)
    yield client
    client.stop()
    client.setParent(None)
    client.deleteLater()


@pytest.fixture
def owner(qapp: QApplication) -> QObject:  # noqa: ARG001
    """Return somebody whom results are for."""
    return QObject()


def result(call: Call, qtbot: QtBot) -> object:
    """Wait for what a call returned."""
    with (
        qtbot.assertNotEmitted(call.failed),
        qtbot.waitSignal(call.done) as told,
    ):
        pass
    return told.args[0]


def error(call: Call, qtbot: QtBot) -> Exception:
    """Wait for what a call raised."""
    with (
        qtbot.assertNotEmitted(call.done),
        qtbot.waitSignal(call.failed) as told,
    ):
        pass
    found = told.args[0]
    assert isinstance(found, Exception)
    return found


def test_a_call_runs_elsewhere_and_is_answered_here(
    client: WorkerClient, owner: QObject, qtbot: QtBot
) -> None:
    told_in: list[threading.Thread] = []
    call = client.call(owner, os.getpid)
    call.done.connect(lambda _: told_in.append(threading.current_thread()))
    assert result(call, qtbot) not in (os.getpid(), os.getppid())
    assert told_in == [threading.main_thread()]
    assert result(client.call(owner, int, "7f", base=16), qtbot) == 127
    assert client.is_idle


def test_large_data_go_both_ways_while_events_are_handled(
    client: WorkerClient, owner: QObject, qtbot: QtBot
) -> None:
    data = bytes(range(256)) * 40_000
    assert result(client.call(owner, bytes.upper, data), qtbot) == data.upper()


def test_an_error_comes_back_as_it_was_raised(
    client: WorkerClient, owner: QObject, qtbot: QtBot
) -> None:
    found = error(client.call(owner, calls.refuse, "no sheet"), qtbot)
    assert isinstance(found, SheetError)
    assert found.problems[0].message == "no sheet"


def test_what_cannot_be_sent_fails_alone(
    client: WorkerClient, owner: QObject, qtbot: QtBot
) -> None:
    first = client.call(owner, lambda: 1)
    second = client.call(owner, len, "next")
    assert error(first, qtbot) is not None
    assert result(second, qtbot) == 4


def test_what_cannot_be_read_fails_alone(
    client: WorkerClient, owner: QObject, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(_body: bytes) -> object:
        raise ValueError("damaged")

    monkeypatch.setattr("cqviewer.ui.state.worker_client.read_answer", damaged)
    assert str(error(client.call(owner, len, "first"), qtbot)) == "damaged"
    monkeypatch.undo()
    assert result(client.call(owner, len, "next"), qtbot) == 4


def test_what_is_urgent_comes_first_and_the_rest_in_order(
    client: WorkerClient, owner: QObject, qtbot: QtBot, tmp_path: Path
) -> None:
    words, go_on = tmp_path / "words", tmp_path / "go on"
    client.call(owner, calls.wait_for, go_on)
    for urgency in (Urgency.LATER, Urgency.SOON, Urgency.NOW):
        for number in range(2):
            word = f"{urgency.name.lower()}-{number}"
            client.call(owner, calls.note, words, word).urgency = urgency
    hurried = client.later(calls.note, words, "hurried")
    hurried.urgency = Urgency.NOW
    go_on.touch()
    qtbot.waitUntil(lambda: client.is_idle)
    assert words.read_text().split() == [
        *("now-0", "now-1", "hurried", "soon-0", "soon-1", "later-0", "later-1")
    ]


def test_a_process_that_dies_of_a_call_is_told_and_started_again(
    client: WorkerClient, owner: QObject, qtbot: QtBot
) -> None:
    before = result(client.call(owner, os.getpid), qtbot)
    found = error(client.call(owner, calls.die), qtbot)
    assert isinstance(found, WorkerError)
    assert str(found) == f"The worker process ended early, with status {-signal.SIGKILL}"
    assert result(client.call(owner, os.getpid), qtbot) != before


def test_a_call_whose_process_is_killed_is_made_once_more(
    client: WorkerClient, owner: QObject, qtbot: QtBot, tmp_path: Path
) -> None:
    call = client.call(owner, calls.die_at_first, tmp_path / "begun")
    waiting = client.call(owner, len, "next")
    assert result(call, qtbot) == "alive"
    assert result(waiting, qtbot) == 4


def test_a_process_that_died_while_it_idled_is_started_again(
    client: WorkerClient, owner: QObject, qtbot: QtBot
) -> None:
    before = result(client.call(owner, os.getpid), qtbot)
    assert isinstance(before, int)
    os.kill(before, signal.SIGKILL)
    at_once = client.call(owner, os.getpid)  # perhaps sent to one that has not died yet
    assert result(at_once, qtbot) != before
    second = result(client.call(owner, os.getpid), qtbot)
    assert isinstance(second, int)
    os.kill(second, signal.SIGKILL)
    qtbot.waitUntil(lambda: not client.is_started)
    assert result(client.call(owner, os.getpid), qtbot) not in (before, second)


def test_a_process_that_cannot_be_started_is_told(
    client: WorkerClient, owner: QObject, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    found = error(client.call(owner, len, ""), qtbot)
    assert isinstance(found, WorkerError)
    assert "could not be started" in str(found)
    monkeypatch.undo()
    assert result(client.call(owner, len, "next"), qtbot) == 4


def heard_of(call: Call) -> list[str]:
    """Return a list that notes what is told of a call."""
    heard: list[str] = []
    call.done.connect(lambda _: heard.append("done"))
    call.failed.connect(lambda _: heard.append("failed"))
    call.ended.connect(lambda: heard.append("ended"))
    return heard


def test_cancelling_stops_what_runs_and_sends_the_rest_to_a_new_process(
    client: WorkerClient, owner: QObject, qtbot: QtBot, tmp_path: Path
) -> None:
    before = result(client.call(owner, os.getpid), qtbot)
    running = client.call(owner, calls.rest, tmp_path / "begun")
    dropped, waiting = client.call(owner, len, ""), client.call(owner, os.getpid)
    heard = [heard_of(one) for one in (running, dropped)]
    qtbot.waitUntil((tmp_path / "begun").exists)
    dropped.cancel()
    running.cancel()
    running.cancel()
    assert running.is_over
    assert result(waiting, qtbot) not in (None, before)
    assert heard == [["ended"], ["ended"]]


def test_dropping_what_runs_lets_it_come_to_its_end_unheard(
    client: WorkerClient, owner: QObject, qtbot: QtBot, tmp_path: Path
) -> None:
    process = result(client.call(owner, os.getpid), qtbot)
    go_on = tmp_path / "go on"
    running, waiting = client.call(owner, calls.wait_for, go_on), client.call(owner, os.getpid)
    heard = heard_of(running)
    running.drop()
    assert not client.is_idle
    go_on.touch()
    assert result(waiting, qtbot) == process
    assert heard == ["ended"]


def test_cancelling_what_is_over_stops_nothing(
    client: WorkerClient, owner: QObject, qtbot: QtBot
) -> None:
    call = client.call(owner, os.getpid)
    before = result(call, qtbot)
    next_one = client.call(owner, os.getpid)
    call.cancel()
    assert result(next_one, qtbot) == before


def test_what_an_owner_asked_for_goes_with_it(
    client: WorkerClient, owner: QObject, qtbot: QtBot, tmp_path: Path
) -> None:
    go_on, words = tmp_path / "go on", tmp_path / "words"
    gone = QObject()
    running = client.call(gone, calls.wait_for, go_on)
    waiting = client.call(gone, calls.note, words, "never")
    heard = [heard_of(running), heard_of(waiting)]
    last = client.call(owner, calls.note, words, "last")
    gone.deleteLater()
    QCoreApplication.sendPostedEvents(gone, QEvent.Type.DeferredDelete.value)
    go_on.touch()
    result(last, qtbot)
    assert heard == [[], []]
    assert words.read_text().split() == ["last"]


class Owner(QObject):
    """Has a call, whose connection alone keeps it."""

    def __init__(self, client: WorkerClient, said: list[object]) -> None:
        super().__init__()
        self._said = said
        call = client.call(self, len, "four")
        call.done.connect(partial(self.note, "done"))

    def note(self, *words: object) -> None:
        self._said.append(words)


def test_a_call_may_outlast_all_that_hold_its_owner(client: WorkerClient, qtbot: QtBot) -> None:
    said: list[object] = []
    for _ in range(5):
        Owner(client, said)
    qtbot.waitUntil(lambda: client.is_idle)
    QApplication.processEvents()
    assert said in ([("done", 4)] * 5, [])


def test_whoever_hears_may_delete_the_owner(client: WorkerClient, qtbot: QtBot) -> None:
    owners = [QObject() for _ in range(3)]
    heard: list[object] = []

    def delete(at: int, result: object) -> None:
        heard.append(result)
        owner, owners[at] = owners[at], QObject()
        del owner

    for at in range(3):
        client.call(owners[at], len, "four").done.connect(partial(delete, at))
    qtbot.waitUntil(lambda: len(heard) == 3)
    QApplication.processEvents()
    assert heard == [4, 4, 4]


def test_whoever_hears_may_wait_for_another_answer(
    client: WorkerClient, owner: QObject, qtbot: QtBot
) -> None:
    heard: list[object] = []

    def ask_again(result: object) -> None:
        loop = QEventLoop()
        inner = client.call(owner, len, "in a dialog")
        inner.done.connect(heard.append)
        inner.ended.connect(loop.quit)
        loop.exec()
        heard.append(result)

    first, second = client.call(owner, len, "four"), client.call(owner, len, "second")
    first.done.connect(ask_again)
    second.done.connect(heard.append)
    qtbot.waitUntil(lambda: len(heard) == 3)
    assert sorted(map(str, heard)) == ["11", "4", "6"]
    assert heard[-1] == 4


@pytest.mark.parametrize("patience_ms", [0, 30_000])
def test_a_program_that_ends_waits_for_its_calls_but_not_for_ever(
    client: WorkerClient, owner: QObject, qtbot: QtBot, tmp_path: Path, patience_ms: int
) -> None:
    process = result(client.call(owner, os.getpid), qtbot)
    call = client.call(owner, calls.wait_for, tmp_path / "go on")
    kept = client.later(calls.note, tmp_path / "kept", "kept")
    heard = heard_of(call), heard_of(kept)
    if patience_ms:
        QTimer.singleShot(0, (tmp_path / "go on").touch)
    client.finish(patience_ms)
    expected = ["ended", "done"] if patience_ms else ["ended"]
    assert heard == (expected, expected)
    assert (tmp_path / "kept").exists() == bool(patience_ms)
    assert isinstance(process, int)
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    assert client.is_idle


def test_an_error_that_nobody_hears_is_logged(
    client: WorkerClient, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    client.later(calls.refuse, "no sheet")
    client.later(calls.die)
    qtbot.waitUntil(lambda: client.is_idle)
    (record,) = caplog.records
    assert record.exc_info is not None
    assert isinstance(record.exc_info[1], SheetError)
    caplog.clear()


def test_all_windows_have_one_client(qapp: QApplication) -> None:
    assert worker() is worker()
    assert worker().parent() is qapp


def test_progress_is_heard_before_the_result(
    client: WorkerClient, owner: QObject, qtbot: QtBot
) -> None:
    heard: list[tuple[int, int]] = []
    call = client.call(owner, calls.count_parts, 3)
    call.progressed.connect(lambda part, parts: heard.append((part, parts)))
    assert result(call, qtbot) == 3
    assert heard == [(1, 3), (2, 3), (3, 3)]
