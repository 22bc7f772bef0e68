"""The command `extract`, as a user types it."""

import io
from pathlib import Path

import pikepdf
import pytest

from cqviewer.printing.attachment import open_sheet
from cqviewer.printing.typeset import make_pdf
from cqviewer.printing.web.page import make_page
from tests.commands.running import cqviewer
from tests.printing.running import start
from tests.printing.sheets import BUNDLED, MADE_UP, printed
from tests.printing.test_attachment import with_files


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


@pytest.mark.parametrize("kind", ["pdf", "html"])
def test_a_folder_takes_all_that_the_sheet_names_beside_it(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "from").mkdir()
    source = with_files(tmp_path / "from")
    sheet = open_sheet(source)
    made = tmp_path / f"made.{kind}"
    made.write_bytes(make_pdf(sheet) if kind == "pdf" else make_page(sheet))
    assert cqviewer("extract", str(made)) == 0
    assert "also carries german.yaml, arms.svg; name a folder" in capsys.readouterr().err
    assert not Path("arms.svg").exists()
    assert cqviewer("extract", str(made), "-o", "all/") == 0
    assert Path("all/made.yaml").read_bytes() == source.read_bytes()
    opened = open_sheet(Path("all/made.yaml"))
    assert (opened.phrases, opened.imprint.logo) == (sheet.phrases, sheet.imprint.logo)
    Path("all/arms.svg").write_text("my own arms")
    assert cqviewer("extract", str(made), "-o", "all/") == 1
    assert "arms.svg exists and differs" in capsys.readouterr().err
    assert Path("all/arms.svg").read_text() == "my own arms"


def test_no_name_in_a_sheet_leads_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "from").mkdir()
    source = with_files(tmp_path / "from")
    text = source.read_text("utf-8").replace("arms.svg", "../arms.svg").encode()
    pdf = pikepdf.open(io.BytesIO(make_pdf(open_sheet(source))))
    for name, attached in [*pdf.attachments.items()]:
        if name.endswith(".yaml") and not name.startswith("phrases"):
            attached.obj.EF.F.write(text)
    pdf.save("a.pdf")
    assert cqviewer("extract", "a.pdf", "-o", "all/") == 0
    assert sorted(one.name for one in Path("all").iterdir()) == ["a.yaml", "german.yaml"]
    assert not Path("arms.svg").exists()
