"""A command that is stopped: by any signal, at any moment, once or several times."""

import os
import signal
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.patience import until
from tests.printing.running import folder_of, start
from tests.printing.sheets import printed

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="looks at processes as only Linux shows them"
)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def wait_for_pages() -> None:
    """Wait until a run has printed its first sheet."""
    until(lambda: any(Path().glob("pages/*.pdf")))


def processes_of(session: int) -> list[int]:
    """List the processes of a session, or of sessions that its processes began."""
    found = []
    for one in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, _, _, number, *_ = one.read_text().rpartition(") ")[2].split()
            if int(number) == session and state != "Z":
                found.append(int(one.parent.name))
    return found


def wait_for_none(session: int) -> None:
    """Wait until a session has no process any more."""
    until(lambda: not processes_of(session))


@pytest.mark.parametrize(
    ("number", "times"),
    [
        *((signal.SIGINT, times) for times in (1, 2, 3)),
        *((number, 1) for number in (signal.SIGTERM, signal.SIGHUP)),
    ],
)
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_signal_leaves_no_half_file_and_no_process(jobs: str, number: int, times: int) -> None:
    folder_of(60)
    process = start("print", "sheets", "-o", "pages", "--jobs", jobs)
    wait_for_pages()
    for _ in range(times):
        os.killpg(process.pid, number)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 128 + number
    assert "Traceback" not in told
    assert "of 60 sheets are printed" in told
    made = list(Path("pages").iterdir())
    assert 0 < len(made) < 60
    assert {one.read_bytes() for one in made} == {printed("made-up")}
    wait_for_none(process.pid)


def test_no_process_outlives_one_that_is_killed() -> None:
    folder_of(60)
    process = start("print", "sheets", "-o", "pages", "--jobs", "2")
    wait_for_pages()
    assert len(processes_of(process.pid)) == 3
    process.kill()
    process.communicate(timeout=60)
    wait_for_none(process.pid)


def test_a_process_that_is_killed_fails_its_sheet_alone() -> None:
    folder_of(12)
    process = start("print", "sheets", "-o", "pages", "--jobs", "2", "--no-annex")
    wait_for_pages()
    os.kill(max(one for one in processes_of(process.pid) if one != process.pid), signal.SIGKILL)
    out, told = process.communicate(timeout=120)
    assert process.returncode == 1
    assert told.count("not printed") == 1, told
    assert "its process ended early, with status -9" in told
    assert len(out.splitlines()) == 11
    assert len(list(Path("pages").iterdir())) == 11
