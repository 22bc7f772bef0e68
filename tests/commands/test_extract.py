"""The command `extract`, as a user types it."""

from pathlib import Path

import pytest

from tests.commands.running import cqviewer
from tests.printing.running import start
from tests.printing.sheets import BUNDLED, MADE_UP, printed


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_reader_of_an_extracted_sheet_that_goes_away_leaves_no_traceback() -> None:
    Path("a.pdf").write_bytes(printed("made-up"))
    with start("extract", "a.pdf", "-o", "-") as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == ""


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
    assert "this is neither a PDF nor an HTML page" in capsys.readouterr().err
    assert cqviewer("extract", "missing.pdf") == 1
    assert "there is no such file" in capsys.readouterr().err
