"""A worker process answers each call; what goes wrong there is told, and ends nothing else."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cqviewer.model.problems import SheetError
from cqviewer.worker.process import WorkerProcess
from cqviewer.worker.protocol import Answer, Inbox, ProgressReport, frame, read_answer, write
from tests.checkout import run_python
from tests.patience import until
from tests.worker import calls

PATIENCE_S = 30


class Asker:
    """The other end of a worker process, which waits for each answer."""

    def __init__(self) -> None:
        """Start the process."""
        self.process = WorkerProcess()
        self.process.connection.settimeout(PATIENCE_S)
        self._inbox = Inbox(self.process.connection)
        self._number = 0

    def ask(self, function: Callable[..., object], *args: object, **kwargs: object) -> Answer:
        """Have a function called, and give its answer."""
        return self.exchange(write((function, args, kwargs)))

    def exchange(self, body: bytes) -> Answer:
        """Send the body of a request, and give the answer."""
        self._number += 1
        self.process.connection.sendall(frame(self._number, body))
        messages: list[tuple[int, bytes]] = []
        while not messages:
            messages = self._inbox.receive()
        ((number, answer),) = messages
        assert number == self._number
        read = read_answer(answer)
        assert not isinstance(read, ProgressReport)
        return read


@pytest.fixture
def asker() -> Iterator[Asker]:
    """Yield somebody who asks a process of the test's own."""
    asker = Asker()
    yield asker
    asker.process.kill()
    asker.process.wait()


def test_calls_run_in_one_other_process(asker: Asker) -> None:
    is_done, process = asker.ask(os.getpid)
    assert is_done
    assert process != os.getpid()
    assert asker.ask(os.getpid) == (True, process)
    assert asker.ask(int, "7f", base=16) == (True, 127)


def test_large_data_go_both_ways_whole(asker: Asker) -> None:
    data = bytes(range(256)) * 40_000
    assert asker.ask(bytes.upper, data) == (True, data.upper())


def test_an_error_comes_back_as_it_was_raised(asker: Asker) -> None:
    is_done, error = asker.ask(calls.refuse, "no sheet")
    assert not is_done
    assert isinstance(error, SheetError)
    assert (error.problems[0].message, error.problems[0].line) == ("no sheet", 3)
    assert "in refuse" in "".join(error.__notes__)
    assert asker.ask(len, "next") == (True, 4)


def test_an_error_that_cannot_be_sent_is_told_in_words(asker: Asker) -> None:
    is_done, error = asker.ask(calls.raise_what_cannot_be_sent)
    assert not is_done
    assert isinstance(error, RuntimeError)
    assert "ValueError" in str(error)


def test_a_result_that_cannot_be_sent_is_an_error(asker: Asker) -> None:
    is_done, error = asker.ask(open, os.devnull)
    assert (is_done, type(error)) == (False, TypeError)
    assert asker.ask(len, "next") == (True, 4)


def test_a_request_that_cannot_be_read_is_an_error(asker: Asker) -> None:
    is_done, error = asker.exchange(b"no pickle")
    assert not is_done
    assert isinstance(error, Exception)
    assert asker.ask(len, "next") == (True, 4)


def test_what_is_printed_there_does_not_spoil_the_answers(asker: Asker) -> None:
    assert asker.ask(calls.say, "in between") == (True, "in between")


def test_nothing_there_reads_what_is_sent(asker: Asker) -> None:
    assert asker.ask(os.read, 0, 1) == (True, b"")


def test_a_terminal_does_not_interrupt_the_process(asker: Asker) -> None:
    is_done, group = asker.ask(os.getpgrp)
    assert is_done
    assert group != os.getpgrp()


def test_the_garbage_of_a_call_does_not_wait_for_more(asker: Asker) -> None:
    asker.ask(calls.leave_garbage)
    assert asker.ask(calls.rings) == (True, 0)


def test_the_process_ends_when_the_connection_is_closed(asker: Asker) -> None:
    asker.ask(len, "")
    assert not asker.process.has_ended()
    asker.process.connection.close()
    assert asker.process.wait() == 0
    assert asker.process.has_ended()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no signals there")
def test_a_process_whose_answer_nobody_takes_ends_without_a_word() -> None:
    code = (
        "import os\n"
        "from cqviewer.worker.process import WorkerProcess\n"
        "from cqviewer.worker.protocol import frame, write\n"
        "process = WorkerProcess()\n"
        "process.connection.setblocking(True)\n"
        "process.connection.sendall(frame(1, write((os.getpid, (), {}))))\n"
        "process.connection.sendall(frame(2, write((bytes, (10_000_000,), {}))))\n"
        "process.connection.recv(1)\n"
        "os.kill(os.getpid(), 9)\n"
    )
    ended = run_python(code, timeout=PATIENCE_S)
    # Both have it, so that it is closed only once both have ended.
    assert (ended.returncode, ended.stderr) == (-9, "")


def test_a_process_that_cannot_be_started_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    with pytest.raises(OSError, match="No such file"):
        WorkerProcess()


def test_a_process_can_be_killed_amid_its_work(asker: Asker, tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    body = write((calls.rest, (begun,), {}))
    asker.process.connection.sendall(frame(1, body))
    until(begun.exists)
    asker.process.kill()
    assert asker.process.wait() != 0
