"""Work runs in another thread, and its end is told in this one."""

import threading
import weakref
from functools import partial

import pytest
from PySide6.QtCore import QObject, QThread, QThreadPool
from pytestqt.qtbot import QtBot

from cqviewer.ui.jobs import Job


@pytest.fixture
def owner(qtbot: QtBot) -> QObject:  # noqa: ARG001
    """Give an object that jobs belong to."""
    return QObject()


def test_the_result_comes_back_into_the_thread_that_asked(owner: QObject, qtbot: QtBot) -> None:
    ran_in: list[threading.Thread] = []
    told_in: list[QThread] = []

    def work() -> str:
        ran_in.append(threading.current_thread())
        return "result"

    job = Job(work, owner)
    job.done.connect(lambda _result: told_in.append(QThread.currentThread()))
    with qtbot.waitSignal(job.ended), qtbot.waitSignal(job.done) as told:
        job.start()
    assert told.args == ["result"]
    assert ran_in != [threading.main_thread()]
    assert told_in == [owner.thread()]


def test_an_error_is_handed_over(owner: QObject, qtbot: QtBot) -> None:
    job = Job(lambda: int("nothing"), owner)
    with qtbot.assertNotEmitted(job.done), qtbot.waitSignal(job.failed) as told:
        job.start()
    assert isinstance(told.args[0], ValueError)


def test_a_cancelled_job_tells_only_that_it_has_ended(owner: QObject, qtbot: QtBot) -> None:
    go_on = threading.Event()
    job = Job(lambda: go_on.wait(10), owner)
    job.start()
    told: list[object] = []
    job.done.connect(told.append)
    job.failed.connect(told.append)
    job.ended.connect(lambda: told.append("ended"))
    job.cancel()
    job.cancel()
    assert job.is_cancelled
    go_on.set()
    qtbot.waitUntil(lambda: not owner.children())
    assert told == ["ended"]


def test_a_job_that_is_cancelled_while_it_waits_is_never_begun(
    owner: QObject, qtbot: QtBot
) -> None:
    pool = QThreadPool.globalInstance()
    before = pool.maxThreadCount()
    pool.setMaxThreadCount(1)
    go_on, begun = threading.Event(), threading.Event()
    try:
        first = Job(lambda: go_on.wait(10), owner)
        first.start()
        second = Job(begun.set, owner)
        second.start()
        second.cancel()
        with qtbot.waitSignal(first.done):
            go_on.set()
        assert pool.waitForDone(2000)
    finally:
        pool.setMaxThreadCount(before)
    assert not begun.is_set()


class Owner(QObject):
    """Has a job, whose connection alone keeps it."""

    def __init__(self, said: list[object]) -> None:
        super().__init__()
        self._said = said
        job = Job(lambda: "the result", self)
        job.done.connect(partial(self.note, "done"))
        job.start()

    def note(self, *words: object) -> None:
        self._said.append(words)


def test_a_job_may_outlast_all_that_hold_its_parent(qtbot: QtBot) -> None:
    said: list[object] = []
    for _ in range(5):
        Owner(said)
    qtbot.waitUntil(lambda: len(said) == 5)
    qtbot.wait(20)  # then all of them go, and take nobody along twice
    assert said == [("done", "the result")] * 5


def test_a_job_that_goes_with_its_parent_tells_nobody(qtbot: QtBot) -> None:
    go_on = threading.Event()
    said: list[object] = []
    parent = QObject()
    job = Job(lambda: go_on.wait(10), parent)
    job.done.connect(said.append)
    job.start()
    del parent
    with pytest.raises(RuntimeError):
        job.parent()
    go_on.set()
    assert QThreadPool.globalInstance().waitForDone(2000)
    qtbot.wait(20)
    assert said == []


def test_a_job_that_has_ended_is_let_go_though_it_was_connected_to_itself(
    owner: QObject, qtbot: QtBot
) -> None:
    job = Job(lambda: None, owner)
    job.ended.connect(partial(print, job.cancel))
    gone = weakref.ref(job)
    job.start()
    del job
    qtbot.waitUntil(lambda: gone() is None)
