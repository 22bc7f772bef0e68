"""The commands `print`, `extract` and `export`, as a user types them."""

import argparse
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cqviewer.printing.commands import EXIT_INTERRUPTED, add_parsers, run_export, run_print
from tests.patience import until
from tests.printing.sheets import BUNDLED, MADE_UP, printed

CHECKOUT = Path(__file__).resolve().parents[2]
PROGRAM = """
import argparse, sys
from cqviewer.printing.commands import add_parsers
parser = argparse.ArgumentParser(prog="cqviewer")
add_parsers(parser.add_subparsers(required=True))
if __name__ == "__main__":
    chosen = parser.parse_args()
    sys.exit(chosen.run(chosen))
"""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def cqviewer(*arguments: str) -> int:
    """Run a command in this process."""
    parser = argparse.ArgumentParser(prog="cqviewer")
    add_parsers(parser.add_subparsers(required=True))
    chosen = parser.parse_args(arguments)
    return int(chosen.run(chosen))


def test_the_bundled_sheet_is_printed_into_this_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert cqviewer("print") == 0
    assert capsys.readouterr().out == "chongqing-2024.pdf\n"
    assert Path("chongqing-2024.pdf").read_bytes() == printed("bundled")


def test_a_sheet_is_printed_where_it_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    Path("pages").mkdir()
    assert cqviewer("print", str(MADE_UP), "-o", "out.pdf", "--no-annex") == 0
    assert cqviewer("print", str(MADE_UP), "-o", "pages", "--no-annex") == 0
    assert capsys.readouterr().out == "out.pdf\npages/harbour-town.pdf\n"
    assert Path("out.pdf").read_bytes() == printed("made-up", annex=False)
    assert Path("pages/harbour-town.pdf").read_bytes() == Path("out.pdf").read_bytes()


@pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux alone")
def test_one_sheet_is_printed_without_keeping_what_draws_its_charts_in_memory() -> None:
    code = (
        "import sys; from cqviewer.printing.commands import run_print; "
        "print(run_print([]), *{'matplotlib', 'typst'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "chongqing-2024.pdf\n0 typst\n"
    assert Path("chongqing-2024.pdf").read_bytes() == printed("bundled")


def test_options_reach_the_pages() -> None:
    given = ["--sections", "trade, growth", "--paper", "letter", "--language", "zh", "--no-annex"]
    assert cqviewer("print", "-o", "a.pdf", *given) == 0
    expected = printed(
        "bundled", sections=("growth", "trade"), paper="letter", language="zh", annex=False
    )
    assert Path("a.pdf").read_bytes() == expected


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("missing.yaml",), "missing.yaml: error: there is no such file"),
        ((str(BUNDLED), "-o", "no/folder.pdf"), "there is no folder no"),
        (("--sections", "nowhere"), "there is no section 'nowhere' in the sheet; it has: growth"),
        (("empty",), "there is no fact sheet (.yaml) in this folder"),
    ],
)
def test_what_goes_wrong_is_a_sentence(
    arguments: tuple[str, ...], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("empty").mkdir()
    assert cqviewer("print", *arguments) == 1
    told = capsys.readouterr()
    assert words in told.err
    assert not told.out


@pytest.mark.parametrize("jobs", ["0", "-1", "many", "5000"])
def test_a_number_of_jobs_is_a_number(jobs: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cqviewer("print", "--jobs", jobs)
    assert caught.value.code == 2
    assert "is no number from 1 to 1024" in capsys.readouterr().err


def folder_of(number: int) -> None:
    Path("sheets").mkdir()
    for one in range(number):
        Path(f"sheets/{one:03}.yaml").write_bytes(MADE_UP.read_bytes())


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_folder_is_printed_by_one_process_or_several(
    jobs: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder_of(3)
    Path("sheets/bad.yaml").write_text("nothing")
    assert cqviewer("print", "sheets", "-o", "pages", "--jobs", jobs, "--no-annex") == 1
    told = capsys.readouterr()
    assert sorted(told.out.splitlines()) == [f"pages/00{one}.pdf" for one in range(3)]
    assert "sheets/bad.yaml:1:1: error:" in told.err
    assert {one.read_bytes() for one in Path("pages").iterdir()} == {
        printed("made-up", annex=False)
    }


def test_update_prints_only_what_is_older(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_print([MADE_UP], annex=False, update=True) == 0
    assert run_print([MADE_UP], annex=False, update=True) == 0
    assert capsys.readouterr().out == "harbour-town.pdf\nharbour-town.pdf is up to date\n"


def start(*arguments: str) -> "subprocess.Popen[str]":
    """Start the program in a process of its own."""
    Path("program.py").write_text(PROGRAM)
    return subprocess.Popen(
        [sys.executable, "program.py", *arguments],
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def test_ctrl_c_leaves_no_half_file() -> None:
    folder_of(60)
    process = start("print", "sheets", "-o", "pages", "--jobs", "2")
    until(lambda: any(Path().glob("pages/*.pdf")))
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == EXIT_INTERRUPTED
    assert "Traceback" not in told
    assert "of 60 sheets are printed" in told
    made = list(Path("pages").iterdir())
    assert 0 < len(made) < 60
    assert {one.read_bytes() for one in made} == {printed("made-up")}


@pytest.mark.parametrize("command", [("print",), ("export", "--format", "json"), ("extract",)])
def test_a_terminal_that_lacks_the_letters_of_a_name_gets_escapes(command: tuple[str, ...]) -> None:
    name = "重.pdf" if command == ("extract",) else "重.yaml"
    Path(name).write_bytes(printed("made-up") if name == "重.pdf" else MADE_UP.read_bytes())
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *command, name],
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("\\u91cd.")


def test_a_reader_of_an_extracted_sheet_that_goes_away_leaves_no_traceback() -> None:
    Path("a.pdf").write_bytes(printed("made-up"))
    with start("extract", "a.pdf", "-o", "-") as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == ""


def test_no_command_loads_qt() -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from cqviewer.printing.commands import run_export, run_extract, run_print\n"
        "status = run_print([]) + run_extract(Path('chongqing-2024.pdf'))\n"
        "status += sum(run_export(None, form) for form in ('csv', 'xlsx', 'json'))\n"
        "sys.exit(status or any(name.startswith(('PySide6', 'shiboken6')) for name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_printing_does_not_load_what_reads_pdf() -> None:
    code = (
        "import sys; from cqviewer.printing.commands import run_print\n"
        "run_print([])\n"
        "sys.exit(any(one in sys.modules for one in ('pikepdf', 'openpyxl', 'tqdm')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        stdout=subprocess.DEVNULL,
        check=False,
    )
    assert done.returncode == 0


def test_extract_gives_the_yaml_back(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    Path("sheet.pdf").write_bytes(printed("bundled"))
    assert cqviewer("extract", "sheet.pdf") == 0
    assert Path("sheet.yaml").read_bytes() == BUNDLED.read_bytes()
    assert cqviewer("extract", "sheet.pdf", "-o", "other.yaml") == 0
    assert Path("other.yaml").read_bytes() == BUNDLED.read_bytes()
    assert capfdbinary.readouterr().out == b"sheet.yaml\nother.yaml\n"


def test_extract_does_not_overwrite_an_edited_sheet(capsys: pytest.CaptureFixture[str]) -> None:
    Path("sheet.pdf").write_bytes(printed("bundled"))
    Path("sheet.yaml").write_text("my own work")
    assert cqviewer("extract", "sheet.pdf") == 1
    assert (
        "sheet.yaml exists and differs; name the file to write with -o" in capsys.readouterr().err
    )
    assert Path("sheet.yaml").read_text() == "my own work"


def test_extract_tells_what_is_no_printed_sheet(capsys: pytest.CaptureFixture[str]) -> None:
    assert cqviewer("extract", str(MADE_UP)) == 1
    assert "this is no PDF" in capsys.readouterr().err
    assert cqviewer("extract", "missing.pdf") == 1
    assert "there is no such file" in capsys.readouterr().err


def test_export_writes_each_format(capsys: pytest.CaptureFixture[str]) -> None:
    for form in ("csv", "xlsx", "json"):
        assert cqviewer("export", str(MADE_UP), "--format", form) == 0
    assert capsys.readouterr().out.split() == [
        f"harbour-town.{one}" for one in ("csv", "xlsx", "json")
    ]
    assert cqviewer("export", "--format", "csv", "-o", "no/a.csv") == 1
    assert run_export(Path("missing.yaml"), "csv") == 1
    assert capsys.readouterr().err.count("\n") == 2
