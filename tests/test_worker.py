"""Calls run in another process; what goes wrong there is told here, and ends nothing else."""

import gc
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError
from pathlib import Path

import pytest

from cqviewer.model.problems import Problem, SheetError
from cqviewer.worker import Worker, WorkerError, shared_worker

PATIENCE_S = 30


@pytest.fixture
def worker() -> Iterator[Worker]:
    """Give a worker of the test's own."""
    worker = Worker()
    yield worker
    worker.stop()


def refuse(sentence: str) -> None:
    """Raise an error that cannot be made from its text alone."""
    raise SheetError([Problem(message=sentence, line=3, column=7)])


def raise_what_cannot_be_sent() -> None:
    """Raise an error that holds something of this process alone."""
    raise ValueError(threading.Lock())


class Ring:
    """Something that only a collection of garbage can free."""

    def __init__(self) -> None:
        """Refer to itself."""
        self.me = self


def leave_garbage() -> None:
    """Make something in a cycle, and forget it."""
    Ring()


def rings() -> int:
    """Count what was made in cycles and is still there."""
    return sum(isinstance(one, Ring) for one in gc.get_objects())


def die() -> None:
    """End the process that this runs in."""
    os.kill(os.getpid(), signal.SIGKILL)


def die_at_first(begun: Path) -> str:
    """End the process that this runs in, but not if it was called before."""
    if not begun.exists():
        begun.touch()
        die()
    return "alive"


def say(text: str) -> str:
    """Print a text, as a library might."""
    print(text)
    return text


def test_a_call_runs_in_another_process(worker: Worker) -> None:
    assert worker.submit(os.getpid).result(PATIENCE_S) not in (os.getpid(), os.getppid())
    assert worker.submit(int, "7f", base=16).result(PATIENCE_S) == 127


def test_the_process_serves_all_calls_in_their_order(worker: Worker) -> None:
    first, second = worker.submit(os.getpid), worker.submit(os.getpid)
    assert second.result(PATIENCE_S) == first.result(0)


def test_large_data_go_both_ways_whole(worker: Worker) -> None:
    data = bytes(range(256)) * 40_000
    assert worker.submit(bytes.upper, data).result(PATIENCE_S) == data.upper()


def test_an_error_comes_back_as_it_was_raised(worker: Worker) -> None:
    error = worker.submit(refuse, "no sheet").exception(PATIENCE_S)
    assert isinstance(error, SheetError)
    assert (error.problems[0].message, error.problems[0].line) == ("no sheet", 3)
    assert "in refuse" in "".join(error.__notes__)
    assert worker.submit(len, "next").result(PATIENCE_S) == 4


def test_an_error_that_cannot_be_sent_is_told_in_words(worker: Worker) -> None:
    error = worker.submit(raise_what_cannot_be_sent).exception(PATIENCE_S)
    assert isinstance(error, RuntimeError)
    assert "ValueError" in str(error)


def test_what_cannot_be_sent_fails_alone(worker: Worker) -> None:
    assert worker.submit(lambda: 1).exception(PATIENCE_S) is not None
    assert worker.submit(len, "next").result(PATIENCE_S) == 4


def test_what_is_printed_there_does_not_spoil_the_answers(worker: Worker) -> None:
    assert worker.submit(say, "in between").result(PATIENCE_S) == "in between"


def test_a_process_that_dies_of_a_call_is_told_and_made_anew(worker: Worker) -> None:
    before = worker.submit(os.getpid).result(PATIENCE_S)
    error = worker.submit(die).exception(PATIENCE_S)
    assert isinstance(error, WorkerError)
    assert "ended early" in str(error)
    assert worker.submit(os.getpid).result(PATIENCE_S) != before


def test_a_call_whose_process_is_killed_is_made_once_more(worker: Worker, tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    assert worker.submit(die_at_first, begun).result(PATIENCE_S) == "alive"


def test_a_process_that_cannot_be_made_is_told(
    worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    worker.start()
    error = worker.submit(len, "").exception(PATIENCE_S)
    assert isinstance(error, WorkerError)
    assert "could not be started" in str(error)
    monkeypatch.undo()
    assert worker.submit(len, "next").result(PATIENCE_S) == 4


def test_a_terminal_does_not_interrupt_the_process(worker: Worker) -> None:
    assert worker.submit(os.getpgrp).result(PATIENCE_S) != os.getpgrp()


def test_a_process_that_died_between_two_calls_is_made_anew(worker: Worker) -> None:
    before = worker.submit(os.getpid).result(PATIENCE_S)
    os.kill(before, signal.SIGKILL)
    while Path(f"/proc/{before}/stat").exists() and "Z" not in _state(before):
        time.sleep(0.01)
    assert worker.submit(os.getpid).result(PATIENCE_S) != before


def _state(process: int) -> str:
    return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]


def test_a_call_that_waits_is_dropped_and_one_that_runs_is_stopped(worker: Worker) -> None:
    running, waiting = worker.submit(time.sleep, 600), worker.submit(time.sleep, 600)
    while not running.running():
        time.sleep(0.01)
    worker.abandon(waiting)
    assert waiting.cancelled()
    worker.abandon(running)
    assert isinstance(running.exception(PATIENCE_S), WorkerError)
    assert worker.submit(len, "next").result(PATIENCE_S) == 4


def test_abandoning_what_is_done_stops_nothing(worker: Worker) -> None:
    done = worker.submit(os.getpid)
    before = done.result(PATIENCE_S)
    worker.abandon(done)
    assert worker.submit(os.getpid).result(PATIENCE_S) == before


def test_stopping_ends_the_process_and_whoever_waits(worker: Worker) -> None:
    process = worker.submit(os.getpid).result(PATIENCE_S)
    running, waiting = worker.submit(time.sleep, 600), worker.submit(len, "")
    while not running.running():
        time.sleep(0.01)
    worker.stop()
    assert isinstance(running.exception(PATIENCE_S), WorkerError)
    with pytest.raises(CancelledError):
        waiting.result(PATIENCE_S)
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_the_process_ends_with_the_program_that_it_works_for(tmp_path: Path) -> None:
    code = (
        "import os\nfrom cqviewer.worker import Worker\n"
        "print(Worker().submit(os.getpid).result(), flush=True)\n"
        "os.kill(os.getpid(), 9)\n"
    )
    folder = Path(__file__).resolve().parent.parent
    command = [sys.executable, "-c", f"import sys; sys.path.append({str(folder)!r})\n{code}"]
    ended = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    process, tries = int(ended.stdout), 0
    while Path(f"/proc/{process}/stat").exists() and _state(process) not in "ZX":
        tries += 1
        assert tries < PATIENCE_S * 100
        time.sleep(0.01)


def test_a_program_has_one_worker() -> None:
    assert shared_worker() is shared_worker()


def test_the_garbage_of_a_call_does_not_wait_for_more(worker: Worker) -> None:
    worker.submit(leave_garbage).result(PATIENCE_S)
    assert worker.submit(rings).result(PATIENCE_S) == 0


def test_a_process_whose_answer_nobody_takes_ends_without_a_word(tmp_path: Path) -> None:
    code = (
        "import os, time\nfrom cqviewer.worker import Worker\nworker = Worker()\n"
        "worker.submit(bytes, 10_000_000)\n"
        "while worker._process is None: time.sleep(0.01)\n"
        "time.sleep(0.5)\nos.kill(os.getpid(), 9)\n"
    )
    folder = Path(__file__).resolve().parent.parent
    command = [sys.executable, "-c", f"import sys; sys.path.append({str(folder)!r})\n{code}"]
    ended = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert ended.stderr == ""
