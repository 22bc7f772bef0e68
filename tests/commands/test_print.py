"""The command `print`, as a user types it."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.running import cqviewer, environment
from tests.printing.running import folder_of
from tests.printing.sheets import BUNDLED, MADE_UP, printed


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


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
    assert cqviewer("print", str(MADE_UP), "--no-annex", "--update") == 0
    assert cqviewer("print", str(MADE_UP), "--no-annex", "--update") == 0
    assert capsys.readouterr().out == "harbour-town.pdf\nharbour-town.pdf is up to date\n"


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


def test_printing_does_not_load_what_writes_workbooks() -> None:
    code = (
        "import sys; from cqviewer.cli import run_command\n"
        "run_command(['print'])\n"
        "sys.exit(any(one in sys.modules for one in ('openpyxl', 'tqdm')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(), stdout=subprocess.DEVNULL, check=False
    )
    assert done.returncode == 0


def test_what_is_no_language_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cqviewer("print", "--language", "French")
    assert "'French' is no language such as en, fr, pt-BR or zh-Hant" in capsys.readouterr().err
