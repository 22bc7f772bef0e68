"""A sheet need not be printed again while neither it, nor the program, nor an option differs."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from cqviewer.printing.batch import print_file
from cqviewer.printing.options import PrintOptions
from cqviewer.printing.up_to_date import is_up_to_date
from tests.printing.sheets import MADE_UP

QUICK = PrintOptions(annex=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a sheet."""
    (tmp_path / "one.yaml").write_bytes(MADE_UP.read_bytes())
    return tmp_path


@pytest.mark.parametrize(
    "other",
    [
        {"annex": True},
        {"paper": "letter"},
        {"language": "zh"},
        {"sections": ("port",)},
        {"is_leaflet": True},
        {"is_large": True},
    ],
)
def test_what_was_printed_otherwise_is_not_up_to_date(folder: Path, other: dict[str, Any]) -> None:
    sheet, target = folder / "one.yaml", folder / "one.pdf"
    print_file(sheet, target, QUICK)
    assert is_up_to_date(sheet, target, QUICK)
    assert not is_up_to_date(sheet, target, msgspec.structs.replace(QUICK, **other))


def test_what_another_version_printed_is_not_up_to_date(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet, target = folder / "one.yaml", folder / "one.pdf"
    print_file(sheet, target, QUICK)
    monkeypatch.setattr("cqviewer.printing.up_to_date.PROGRAM", "cqviewer 0.0.1")
    assert not is_up_to_date(sheet, target, QUICK)


def test_a_printed_sheet_that_is_printed_again_is_up_to_date(folder: Path) -> None:
    print_file(folder / "one.yaml", folder / "one.pdf", QUICK)
    assert is_up_to_date(folder / "one.pdf", folder / "one.pdf", QUICK)
    (folder / "other.pdf").write_bytes(b"%PDF-1.7 no more")
    assert not is_up_to_date(folder / "one.yaml", folder / "other.pdf", QUICK)
    assert not is_up_to_date(folder / "one.yaml", folder / "missing.pdf", QUICK)


def test_what_is_up_to_date_is_not_printed_again(folder: Path) -> None:
    sheet, target = folder / "one.yaml", folder / "one.pdf"
    first = print_file(sheet, target, QUICK, is_update=True)
    assert (first.skipped, first.problems, target.exists()) == (False, (), True)

    def save(_data: bytes, path: Path) -> None:
        pytest.fail(f"{path} is saved again")

    again = print_file(sheet, target, QUICK, save, is_update=True)
    assert (again.skipped, again.problems) == (True, ())


def test_other_phrases_or_another_logo_ask_for_another_print(folder: Path) -> None:
    sheet, target = folder / "one.yaml", folder / "one.pdf"
    sheet.write_bytes(sheet.read_bytes() + b"phrases: {de: german.yaml}\n")
    for text in ("about: etwa", "about: rund"):
        (folder / "german.yaml").write_text(text)
        assert not is_up_to_date(sheet, target, QUICK)
        print_file(sheet, target, QUICK)
        assert is_up_to_date(sheet, target, QUICK)
