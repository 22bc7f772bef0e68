"""Calling a function in a copy of the process: answers, errors, and ends that come too early."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux")


def run(code: str) -> str:
    """Run code in a process with one thread, which this one may not be; give what it prints."""
    head = "import os, signal, sys, threading\nfrom cqviewer.printing.apart import call_apart\n"
    done = subprocess.run(
        [sys.executable, "-c", head + code],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


def test_an_answer_comes_from_another_process_that_has_ended() -> None:
    words = run(
        "there, text = call_apart(lambda end: (os.getpid(), 1_000_000 * end), end='x')\n"
        "print(there != os.getpid(), len(text), os.path.exists(f'/proc/{there}'))"
    )
    assert words == "True 1000000 False\n"


def test_what_is_imported_there_is_not_imported_here() -> None:
    words = run(
        "def size():\n import msgspec\n return len(msgspec.json.encode([1]))\n"
        "print(call_apart(size), 'msgspec' in sys.modules)"
    )
    assert words == "3 False\n"


def test_an_error_is_raised_here_and_says_where_it_was() -> None:
    words = run("call_apart(int, 'three')")
    assert "In the process apart:" in words
    assert "\nValueError: invalid literal for int() with base 10: 'three'" in words


@pytest.mark.parametrize(
    ("call", "status"),
    [
        ("os._exit(3)", "3"),
        ("os.kill(os.getpid(), signal.SIGKILL)", "-9"),
        ("fail()", "1"),  # by an error that cannot be read back
    ],
)
def test_a_process_that_ends_early_is_an_error(call: str, status: str) -> None:
    words = run(
        "class Odd(Exception):\n def __init__(self, one, two): super().__init__(one)\n"
        "def fail(): raise Odd(1, 2)\n"
        f"call_apart(lambda: {call})"
    )
    assert f"ChildProcessError: the process for it ended early, with status {status}\n" in words


def test_a_process_with_threads_is_not_copied() -> None:
    words = run(
        "stop = threading.Event()\nthreading.Thread(target=stop.wait).start()\n"
        "print(call_apart(os.getpid) == os.getpid())\nstop.set()"
    )
    assert words == "True\n"


def test_who_is_stopped_while_waiting_leaves_no_process_behind() -> None:
    code = (
        "import os, time\nfrom cqviewer.printing.apart import call_apart\n"
        "def wait():\n print(os.getpid(), flush=True)\n time.sleep(60)\n"
        "call_apart(wait)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        there = int(process.stdout.readline())
        process.send_signal(signal.SIGINT)
        _, words = process.communicate(timeout=60)
    assert words.endswith("KeyboardInterrupt\n")
    with pytest.raises(ProcessLookupError):
        os.kill(there, 0)
