"""A PDF that cqviewer printed opens again as its sheet; another PDF gets a sentence."""

import io
from pathlib import Path

import pikepdf
import pytest

from cqviewer.model.problems import SheetError
from cqviewer.model.reading.yaml_tree import Limits
from cqviewer.printing.attachment import extract_yaml, is_pdf, open_sheet
from cqviewer.printing.typeset import make_pdf
from tests.printing.sheets import BUNDLED, MADE_UP, bundled, made_up, printed


def attach(path: Path, content: bytes, *, relationship: str = "/Source", times: int = 1) -> None:
    """Write a PDF with a file attached as cqviewer attaches its sheet."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    spec = pikepdf.AttachedFileSpec(
        pdf,
        content * times,
        mime_type="application/yaml",
        relationship=pikepdf.Name(relationship),
    )
    pdf.attachments["sheet.yaml"] = spec
    pdf.save(path, compress_streams=True)


@pytest.mark.parametrize("name", ["bundled", "made-up"])
def test_a_printed_sheet_opens_as_the_sheet_it_was(name: str, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(printed(name))
    source = BUNDLED if name == "bundled" else MADE_UP
    assert extract_yaml(path) == source.read_bytes()
    opened = open_sheet(path)
    assert opened.indicators == (bundled() if name == "bundled" else made_up()).indicators
    assert make_pdf(opened) == printed(name)


def test_yaml_opens_as_before() -> None:
    assert open_sheet(BUNDLED) == bundled()
    assert not is_pdf(BUNDLED)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-8"])
def test_the_bytes_are_kept_whatever_the_encoding(encoding: str, tmp_path: Path) -> None:
    yaml = MADE_UP.read_text("utf-8").replace("\n", "\r\n").encode(encoding)
    (tmp_path / "a.yaml").write_bytes(yaml)
    (tmp_path / "a.pdf").write_bytes(make_pdf(open_sheet(tmp_path / "a.yaml")))
    assert extract_yaml(tmp_path / "a.pdf") == yaml
    assert open_sheet(tmp_path / "a.pdf").title == made_up().title


def problem(path: Path, limits: Limits | None = None) -> str:
    """Open what cannot be opened, and give the first sentence."""
    with pytest.raises(SheetError) as caught:
        open_sheet(path, limits)
    return caught.value.problems[0].sentence()


def test_another_pdf_gets_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "other.pdf"
    pikepdf.new().save(path)
    assert "carries no fact sheet (only a PDF that cqviewer printed" in problem(path)
    attach(path, b"cqviewer: 1\n", relationship="/Data")
    assert "carries no fact sheet" in problem(path)


def test_a_broken_or_locked_pdf_gets_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(b"%PDF-1.7\nnothing")
    assert "this PDF is damaged" in problem(path)
    path.write_bytes(printed("bundled")[:5_000])
    assert "sheet" in problem(path) or "damaged" in problem(path)
    locked = pikepdf.new()
    locked.save(path, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert "locked with a password" in problem(path)


def test_a_missing_file_gets_the_same_sentence_as_ever(tmp_path: Path) -> None:
    assert "there is no such file" in problem(tmp_path / "missing.pdf")
    assert "this is a folder" in problem(tmp_path)


def test_problems_keep_their_place_in_the_yaml(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    text = MADE_UP.read_text("utf-8").replace("\nplace:", "\nplaice:")
    line = text[: text.index("plaice")].count("\n") + 1
    attach(path, text.encode())
    assert problem(path).startswith(f"{path}/sheet.yaml:{line}:1: error:")


def test_an_attachment_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.pdf"
    attach(path, b" " * 1_000_000, times=20)
    assert path.stat().st_size < 100_000
    assert "larger than 10,000,000 bytes" in problem(path)


def test_a_pdf_larger_than_any_sheet_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.pdf"
    path.write_bytes(printed("bundled"))
    assert "larger than" in problem(path, Limits(file_bytes=1_000))


def test_the_attached_file_is_the_source_of_the_document() -> None:
    with pikepdf.open(io.BytesIO(printed("bundled"))) as pdf:
        ((name, attached),) = pdf.attachments.items()
        assert name == "fact-sheet.yaml"
        assert str(attached.obj.AFRelationship) == "/Source"
        assert attached.get_file().mime_type == "application/yaml"
        assert attached.description
