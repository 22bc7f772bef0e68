"""`cqviewer compare` on the command line."""

import csv
import io
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cqviewer.cli import main
from cqviewer.paths import data_folder
from cqviewer.standard_output import EXIT_PROBLEM, EXIT_USAGE
from tests.checkout import CHECKOUT

SHEETS = [
    str(data_folder() / f"{name}.yaml")
    for name in ("chongqing-2024-year", "chongqing-2023", "china-2024")
]


def test_sheets_are_written_side_by_side(tmp_path: Path) -> None:
    target = tmp_path / "beside.csv"
    assert main(["compare", *SHEETS, "-o", str(target)]) == 0
    rows = list(csv.DictReader(io.StringIO(target.read_text("utf-8-sig"))))
    growth = [one for one in rows if one["row"] == "gdp_growth"]
    assert [(one["sheet"], one["value"], one["rank"], one["compared"]) for one in growth] == [
        ("Chongqing 2024", "5.7", "2", "3"),
        ("Chongqing 2023", "6.1", "1", "3"),
        ("China 2024", "5.0", "3", "3"),
    ]


def test_names_are_in_the_language_asked_for(tmp_path: Path) -> None:
    target = tmp_path / "beside.csv"
    assert main(["compare", *SHEETS, "--language", "zh", "-o", str(target)]) == 0
    assert "重庆 2024 年,gdp,2,3," in target.read_text("utf-8-sig")


@pytest.mark.parametrize("count", [1, 7])
def test_two_to_six_sheets_are_compared(count: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *SHEETS[:1] * count, "-o", "beside.csv"]) == EXIT_USAGE
    assert f"not {count}" in capsys.readouterr().err


def test_the_ending_names_the_kind_of_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *SHEETS, "-o", "beside.doc"]) == EXIT_USAGE
    assert ".pdf, .csv or .xlsx" in capsys.readouterr().err


def test_a_sheet_that_cannot_be_read_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = tmp_path / "gone.yaml"
    target = tmp_path / "beside.csv"
    assert main(["compare", SHEETS[0], str(gone), "-o", str(target)]) == EXIT_PROBLEM
    assert f"{gone}: error: there is no such file" in capsys.readouterr().err
    assert not target.exists()


def test_no_sheet_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = tmp_path / "copy.csv"
    copy.write_bytes(Path(SHEETS[0]).read_bytes())
    assert main(["compare", SHEETS[1], str(copy), "-o", str(copy)]) == EXIT_PROBLEM
    assert "would be lost" in capsys.readouterr().err
    assert copy.read_bytes() == Path(SHEETS[0]).read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="there, no such signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_window_while_it_waits(number: int) -> None:
    code = (
        "import signal\nfrom PySide6.QtCore import QCoreApplication\n"
        "from cqviewer.cli import main\nfrom cqviewer.commands import compare\n"
        f"signal.signal({int(number)}, signal.SIG_DFL)\n"  # nohup has its children ignore it
        "wait = lambda _: print('now', flush=True) or QCoreApplication([]).exec()\n"
        "compare.open_window = wait\nmain(['compare', 'one.yaml', 'other.yaml'])"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=CHECKOUT, stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "now\n"
        running.send_signal(number)
        try:
            assert running.wait(timeout=20) == -number
        finally:
            running.kill()
