"""Processes beside this one: answers, errors, ends that come too early, and none left behind."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cqviewer.model.problems import SheetError
from cqviewer.printing.attachment import open_sheet
from cqviewer.processes import Processes
from tests.checkout import CHECKOUT
from tests.patience import until

PATIENCE_S = 60
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sends signals as only Unix knows")


def test_calls_are_answered_by_other_processes() -> None:
    with Processes(2) as processes:
        there = {processes.submit(os.getpid).result() for _ in range(3)}
        assert os.getpid() not in there
        assert len(there) == 1  # who is idle is asked again
        assert processes.submit(divmod, 7, 2).result() == (3, 1)


def test_an_error_is_told_and_the_process_serves_on() -> None:
    with Processes(1) as processes:
        there = processes.submit(os.getpid).result()
        with pytest.raises(ChildProcessError, match="ValueError invalid literal"):
            processes.submit(int, "three").result()
        assert processes.submit(os.getpid).result() == there


def test_an_error_of_the_program_s_own_is_raised_as_it_is() -> None:
    missing = Path("/nowhere/sheet.yaml")
    with Processes(1) as processes:
        there = processes.submit(os.getpid).result()
        with pytest.raises(SheetError, match="there is no such file") as error:
            processes.submit(open_sheet, missing).result()
        assert [one.file for one in error.value.problems] == [str(missing)]
        assert processes.submit(os.getpid).result() == there


def test_what_is_printed_there_comes_not_between_the_answers() -> None:
    with Processes(1) as processes:
        assert processes.submit(os.system, "echo out").result() == 0


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_a_process_that_is_ended_fails_its_own_call_alone(number: int) -> None:
    with Processes(2) as processes:
        calls = [processes.submit(str) for _ in range(5)]
        fatal = processes.submit(signal.raise_signal, number)
        calls += [processes.submit(str) for _ in range(5)]
        with pytest.raises(ChildProcessError, match=f"ended early, with status -{int(number)}"):
            fatal.result()
        assert [call.result() for call in calls] == [""] * 10


def test_a_process_that_ended_while_idle_is_replaced() -> None:
    with Processes(1) as processes:
        there = processes.submit(os.getpid).result()
        os.kill(there, signal.SIGKILL)
        os.waitid(os.P_PID, there, os.WEXITED | os.WNOWAIT)
        assert processes.submit(os.getpid).result() != there


def test_no_process_is_left_when_all_is_done() -> None:
    with Processes(2) as processes:
        there = processes.submit(os.getpid).result()
    with pytest.raises(ProcessLookupError):
        os.kill(there, 0)


def wait_for_end(pid: int) -> None:
    """Wait until a process has ended, be it waited for by its parent or not."""

    def has_ended() -> bool:
        try:
            return " Z " in Path(f"/proc/{pid}/stat").read_text()
        except OSError:
            return True

    until(has_ended)


@pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as only Linux shows them")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGHUP, signal.SIGTERM])
def test_a_process_ends_with_its_parent_amid_a_call(number: int) -> None:
    code = (
        "import os, signal\nfrom cqviewer.processes import Processes\n"
        "signal.signal(signal.SIGHUP, signal.SIG_DFL)\n"  # nohup has its children ignore it
        "with Processes(1) as processes:\n"
        " print(processes.submit(os.getpid).result(), flush=True)\n"
        " processes.submit(signal.pause).result()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=CHECKOUT, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        there = int(parent.stdout.readline())
        parent.send_signal(number)
    assert parent.returncode == -number
    wait_for_end(there)


def test_calls_that_wait_get_no_new_process_when_all_are_ended() -> None:
    with Processes(1) as processes:
        calls = [processes.submit(signal.pause) for _ in range(5)]
        until(calls[0].running)
        processes.end()
        errors = [call.exception(PATIENCE_S) for call in calls]
        assert [type(error) for error in errors] == [ChildProcessError] * 5
