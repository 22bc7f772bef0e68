"""The commands `print`, `extract` and `export`, as a user types them."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cqviewer.printing.commands import add_parsers, run_export, run_print
from tests.printing.running import folder_of, start
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


@pytest.mark.parametrize("command", [("print",), ("export", "--format", "json"), ("extract",)])
@pytest.mark.parametrize("name", ["same", "hard link", "link", "other spelling"])
def test_what_is_read_is_never_written(
    command: tuple[str, ...], name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    source = Path("sheet.pdf") if command == ("extract",) else Path("sheet.yaml")
    source.write_bytes(printed("made-up") if command == ("extract",) else MADE_UP.read_bytes())
    before = source.read_bytes()
    Path("folder").mkdir()
    target = {"same": str(source), "other spelling": f"folder/../{source}"}.get(name, "other")
    if name == "hard link":
        os.link(source, target)
    elif name == "link":
        Path(target).symlink_to(source)
    assert cqviewer(*command, str(source), "-o", target) == 1
    told = capsys.readouterr()
    assert told.err == f"{target} is a file that is read, and would be lost; choose another name\n"
    assert not told.out
    assert source.read_bytes() == before


def test_a_pdf_is_not_printed_over_itself(capsys: pytest.CaptureFixture[str]) -> None:
    Path("signed.pdf").write_bytes(printed("made-up") + b"%signed\n")
    before = Path("signed.pdf").read_bytes()
    assert cqviewer("print", "signed.pdf") == 1
    assert "signed.pdf is a file that is read" in capsys.readouterr().err
    assert Path("signed.pdf").read_bytes() == before
    assert cqviewer("print", "signed.pdf", "-o", "other.pdf") == 0
    assert Path("other.pdf").read_bytes() == printed("made-up")


def test_a_name_of_a_file_is_no_folder_for_several_sheets(
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder_of(2)
    Path("taken").write_text("mine")
    sheets = ("sheets/000.yaml", "sheets/001.yaml")
    for given in (("sheets",), sheets):
        for name in ("x.pdf", "X.PDF", "taken"):
            assert cqviewer("print", *given, "-o", name) == 1
            told = f"{name}: several sheets are printed into a folder; this is no folder\n"
            assert capsys.readouterr().err == told
    assert cqviewer("print", *sheets, "-o", "-") == 1
    assert "cannot be written to standard output" in capsys.readouterr().err
    assert {one.name for one in Path().iterdir()} == {"sheets", "taken"}
    assert cqviewer("print", *sheets, "-o", "x.pdf/", "--no-annex", "--jobs", "1") == 0
    assert capsys.readouterr().out == "x.pdf/000.pdf\nx.pdf/001.pdf\n"
    assert cqviewer("print", "sheets/000.yaml", "-o", "new/", "--no-annex") == 0
    assert capsys.readouterr().out == "new/000.pdf\n"


def test_a_hyphen_is_standard_output_for_each_command(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    assert cqviewer("print", str(MADE_UP), "-o", "-", "--no-annex") == 0
    assert capfdbinary.readouterr() == (printed("made-up", annex=False), b"")
    assert cqviewer("export", str(MADE_UP), "--format", "csv", "-o", "table.csv") == 0
    capfdbinary.readouterr()
    assert cqviewer("export", str(MADE_UP), "--format", "csv", "-o", "-") == 0
    assert capfdbinary.readouterr() == (Path("table.csv").read_bytes(), b"")
    Path("a.pdf").write_bytes(printed("made-up"))
    assert cqviewer("extract", "a.pdf", "-o", "-") == 0
    assert capfdbinary.readouterr() == (MADE_UP.read_bytes(), b"")
    assert {one.name for one in Path().iterdir()} == {"table.csv", "a.pdf"}


ESCAPE = "\x1b[31m\x9b2J\u202e"


@pytest.mark.parametrize(
    "command", [("print",), ("print", "--jobs", "2"), ("export", "--format", "csv"), ("extract",)]
)
def test_no_escape_sequence_reaches_a_terminal(
    command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    name = f"a{ESCAPE}\n.yaml"
    Path(name).write_text(f'cqviewer: 1\ntitle: !<{ESCAPE[:5]}> "x"\n')
    assert cqviewer(*command, name) == 1
    missing = f"m{ESCAPE}"
    assert cqviewer(*command, *([name] if "2" in command else []), missing) == 1
    told = capsys.readouterr()
    for line in (told.out + told.err).split("\n"):
        assert line.isprintable(), ascii(line)
    assert "m\ufffd[31m" in told.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is full")
@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_an_output_that_is_full_or_closed_is_a_sentence(form: str) -> None:
    with Path("/dev/full").open("w") as full:
        for command in (("print",), ("export", "--format", form), ("export", "--format", form)):
            with start(*command, str(MADE_UP), "-o", "-", stdout=full.fileno()) as process:
                _, told = process.communicate()
            assert process.returncode == 1
            assert told == (
                "cqviewer: standard output cannot be written: No space left on device\n"
            )


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


def test_printing_does_not_load_what_writes_workbooks() -> None:
    code = (
        "import sys; from cqviewer.printing.commands import run_print\n"
        "run_print([])\n"
        "sys.exit(any(one in sys.modules for one in ('openpyxl', 'tqdm')))"
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
    assert cqviewer("export", str(MADE_UP), "--format", "csv", "--decimal", ",") == 0
    assert Path("harbour-town.csv").read_bytes().startswith(b"\xef\xbb\xbfsection;id;name")
    assert cqviewer("export", str(MADE_UP), "--format", "csv", "--delimiter", "tab") == 0
    assert b"containers\tContainers handled" in Path("harbour-town.csv").read_bytes()
    capsys.readouterr()
    assert cqviewer("export", str(MADE_UP), "--format", "xlsx", "--decimal", ",") == 1
    assert "are for CSV, not for XLSX" in capsys.readouterr().err
    assert cqviewer("export", "--format", "csv", "-o", "no/a.csv") == 1
    assert run_export(Path("missing.yaml"), "csv") == 1
    assert capsys.readouterr().err.count("\n") == 2
