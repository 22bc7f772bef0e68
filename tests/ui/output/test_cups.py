"""What `lp` is given and what `lpstat` says of it; the tests put both on PATH."""

import json
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QProcess, QTimer
from pytestqt.qtbot import QtBot

from cqviewer.ui.output.cups import CupsPrint, JobReport, read_job, why_failed, why_stopped

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no CUPS there")

# As CUPS 2.4 prints it, taken from a queue of `ippeveprinter`.
WAITING = """\
desk-7                 root             10240   Mon Nov 23 21:36:24 2026
\tStatus: Printing.
\tAlerts: job-printing
\tqueued for desk
desk-8                 root             10240   Mon Nov 23 21:36:28 2026
\tAlerts: none
\tqueued for desk
"""
DONE = """\
desk-7                 root             10240   Mon Nov 23 21:36:44 2026
\tStatus: \n\tAlerts: processing-to-stop-point
\tqueued for desk
desk-8                 root             10240   Mon Nov 23 21:36:44 2026
\tStatus: Printer cannot print with supplied options.
\tAlerts: processing-to-stop-point
\tqueued for desk
desk-9                 root             10240   Mon Nov 23 21:36:44 2026
\tAlerts: job-canceled-by-user
\tqueued for desk
"""
STOPPED = """\
printer desk disabled since Mon Nov 23 21:41:00 2026 -
\tOut of paper
\tForm mounted:
"""
PRINTER = """\
#!/bin/sh
'''exec' "{python}" "$0" "$@"
' '''
import json, os, pathlib, sys
folder = pathlib.Path({folder!r})
(folder / "given.json").write_text(json.dumps([sys.argv[1:], os.environ.get("LC_ALL")]))
(folder / "given.pdf").write_bytes(sys.stdin.buffer.read())
sys.stderr.write({error!r})
print({answer!r})
sys.exit({status})
"""
QUEUE = """\
#!/bin/sh
'''exec' "{python}" "$0" "$@"
' '''
import pathlib, sys
folder = pathlib.Path({folder!r})
looks = folder / "looks"
count = int(looks.read_text()) if looks.exists() else 0
if "not-completed" in sys.argv:
    looks.write_text(str(count + 1))
    sys.stdout.write(({waiting!r} if count < {busy} else "") + {printer!r})
else:
    sys.stdout.write({done!r})
"""


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cqviewer.ui.output.cups.FIRST_LOOK_MS", 1)
    monkeypatch.setattr("cqviewer.ui.output.cups.NEXT_LOOK_MS", 1)


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that alone is searched for programs."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def put(path: Path, text: str, **parts: object) -> None:
    """Put a program on the path."""
    path.write_text(text.format(python=sys.executable, folder=str(path.parent), **parts), "utf-8")
    path.chmod(0o755)


def put_both(programs: Path, job: str, *, busy: int = 0, printer: str = "") -> None:
    answer = f"request id is {job} (0 file(s))"
    put(programs / "lp", PRINTER, answer=answer, error="", status=0)
    put(programs / "lpstat", QUEUE, waiting=WAITING, done=DONE, busy=busy, printer=printer)


def new_print(owner: QObject) -> CupsPrint:
    return CupsPrint(["-d", "desk", "-t", "A '$(title)'", "-"], "desk", b"%PDF-bytes\0", owner)


def test_the_very_bytes_and_arguments_reach_lp(programs: Path, qtbot: QtBot) -> None:
    put_both(programs, "desk-7", busy=2)
    owner = QObject()
    work = new_print(owner)
    with qtbot.waitSignal(work.printed), qtbot.waitSignal(work.sent) as sent:
        work.start()
    assert sent.args == ["desk-7"]
    given, language = json.loads((programs / "given.json").read_text())
    assert given == ["-d", "desk", "-t", "A '$(title)'", "-"]
    assert language == "C"
    assert (programs / "given.pdf").read_bytes() == b"%PDF-bytes\0"
    assert (programs / "looks").read_text() == "3"


@pytest.mark.parametrize(
    ("job", "words"),
    [
        ("desk-8", "Printer cannot print with supplied options."),
        ("desk-9", "job-canceled-by-user"),
    ],
)
def test_a_job_that_fails_later_is_said_in_words(
    job: str, words: str, programs: Path, qtbot: QtBot
) -> None:
    put_both(programs, job)
    owner = QObject()
    work = new_print(owner)
    with qtbot.assertNotEmitted(work.printed), qtbot.waitSignal(work.failed) as failed:
        work.start()
    assert failed.args == [words]


def test_a_printer_that_stops_is_told_once_while_the_job_waits(
    programs: Path, qtbot: QtBot
) -> None:
    put_both(programs, "desk-7", busy=3, printer=STOPPED)
    owner = QObject()
    work = new_print(owner)
    told: list[str] = []
    work.stuck.connect(told.append)
    with qtbot.waitSignal(work.printed):
        work.start()
    assert told == ["Out of paper"]


def test_what_lp_refuses_is_said_in_its_words(programs: Path, qtbot: QtBot) -> None:
    error = "lp: The printer or class does not exist.\n"
    put(programs / "lp", PRINTER, answer="", error=error, status=1)
    owner = QObject()
    work = new_print(owner)
    with qtbot.waitSignal(work.failed) as failed:
        work.start()
    assert failed.args == ["The printer or class does not exist."]


@pytest.mark.parametrize(
    "lpstat",
    [
        "exit 1",
        "case $* in *not-completed*) exit 0;; *) exit 1;; esac",
        "exit 0",
        "kill -9 $$",
        None,
    ],
)
def test_where_lpstat_does_not_say_how_it_ended_nothing_is_claimed(
    programs: Path, qtbot: QtBot, lpstat: str | None
) -> None:
    put_both(programs, "desk-7")
    (programs / "lpstat").unlink()
    if lpstat is not None:
        text = f"#!/bin/sh\necho asked >> {programs}/asked\n{lpstat}\n"
        (programs / "lpstat").write_text(text, "utf-8")
        (programs / "lpstat").chmod(0o755)
    owner = QObject()
    work = new_print(owner)
    heard: list[str] = []
    work.printed.connect(lambda: heard.append("printed"))
    work.failed.connect(heard.append)
    with qtbot.waitSignal(work.sent):
        work.start()
    asked = 2 if (lpstat and "case" in lpstat) or lpstat == "exit 0" else 1

    def has_looked() -> bool:
        processes = work.findChildren(QProcess)
        is_over = all(one.state() == QProcess.ProcessState.NotRunning for one in processes)
        count = len((programs / "asked").read_text().split()) if lpstat else len(processes)
        return count >= asked and is_over and bool(processes)

    if lpstat is not None:
        qtbot.waitUntil((programs / "asked").exists)
    qtbot.waitUntil(has_looked)
    assert heard == []


def test_a_queue_is_not_watched_for_ever(
    programs: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cqviewer.ui.output.cups.MOST_LOOKS", 2)
    put_both(programs, "desk-7", busy=9)
    owner = QObject()
    work = new_print(owner)
    with qtbot.assertNotEmitted(work.printed), qtbot.waitSignal(work.sent):
        work.start()
    qtbot.waitUntil(lambda: (programs / "looks").exists() and _looks(programs) == 2)
    (timer,) = work.findChildren(QTimer)
    qtbot.waitUntil(lambda: _rests(work, timer))
    assert _looks(programs) == 2


def _looks(programs: Path) -> int:
    return int((programs / "looks").read_text() or 0)


def _rests(work: CupsPrint, timer: QTimer) -> bool:
    running = QProcess.ProcessState.Running
    processes = work.findChildren(QProcess)
    return not timer.isActive() and not any(one.state() == running for one in processes)


def test_lp_that_is_missing_is_said(programs: Path, qtbot: QtBot) -> None:
    assert not (programs / "lp").exists()
    owner = QObject()
    work = new_print(owner)
    with qtbot.waitSignal(work.failed) as failed:
        work.start()
    assert "lp" in failed.args[0] or "No such file" in failed.args[0]


def test_a_job_is_found_among_others() -> None:
    assert read_job(WAITING, "desk-7") == JobReport(True, "Printing.", "job-printing")
    assert read_job(WAITING, "desk-8") == JobReport(True, "", "none")
    assert read_job(WAITING, "desk-70") == JobReport(False)
    assert read_job(WAITING, "desk") == JobReport(False)


def test_only_a_job_that_went_wrong_has_a_reason() -> None:
    assert why_failed(read_job(DONE, "desk-7")) == ""
    assert why_failed(JobReport(False)) == ""
    aborted = JobReport(True, "", "aborted-by-system")
    assert why_failed(aborted) == "aborted-by-system"


def test_only_a_printer_that_has_stopped_has_a_reason() -> None:
    assert why_stopped(STOPPED) == "Out of paper"
    assert why_stopped("printer desk is idle.  enabled since Mon Nov 23\n\tReady\n") == ""
    assert why_stopped("printer desk disabled since Mon -") != ""
