"""Sheets side by side as a file: pages that are accessible and archival, and tables."""

import io

import openpyxl
import page
import pikepdf
import pytest

from cqviewer.load import load_sheet
from cqviewer.model.facts import Sheet
from cqviewer.paths import data_folder
from cqviewer.printing.comparison_file import SIDE_HEADS, comparison_file
from cqviewer.printing.export import HEADS
from tests.printing.reading import squeezed, text_of

PROFILES = [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A]
NAMES = ("chongqing-2024-year", "chongqing-2023", "china-2024", "chongqing-2024")


@pytest.fixture(scope="module")
def sheets() -> list[Sheet]:
    """Read bundled sheets."""
    return [load_sheet(data_folder() / f"{name}.yaml") for name in NAMES]


@pytest.fixture(scope="module")
def pages(sheets: list[Sheet]) -> bytes:
    """Print three of them side by side."""
    return comparison_file(sheets[:3], "en", ".pdf")


@pytest.mark.parametrize(
    "profile", [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A]
)
@pytest.mark.parametrize(("count", "language"), [(3, "en"), (4, "zh")])
def test_the_pages_are_accessible_and_archival(
    sheets: list[Sheet], count: int, language: str, profile: page.ValidationProfile
) -> None:
    pdf = comparison_file(sheets[:count], language, ".pdf")
    report = page.validate_pdf_bytes(pdf, profile=profile)
    assert report.is_compliant, [str(one) for one in report.failures][:3]


def test_the_pages_say_ranks_reasons_and_sources(pages: bytes) -> None:
    said = squeezed(text_of(pages))
    for words in (
        "6 of 29 rows can be compared",
        "2 of 3, 2024",
        "No bars: the largest is 45 times the smallest.",
        "Not in this sheet",
        "[9] Report on the economy of Chongqing in 2023",
    ):
        assert squeezed(words) in said, words
    assert said.count("[9]") > 1  # at a value as well


@pytest.mark.parametrize(
    ("count", "paper", "size"),
    [(3, "a4", (595, 842)), (4, "a4", (842, 595)), (4, "letter", (792, 612))],
)
def test_from_four_sheets_on_the_pages_lie_on_their_side(
    sheets: list[Sheet], count: int, paper: str, size: tuple[int, int]
) -> None:
    pdf = comparison_file(sheets[:count], "en", ".pdf", paper)  # type: ignore[arg-type]
    with pikepdf.open(io.BytesIO(pdf)) as document:
        box = document.pages[0].mediabox
    assert (round(float(box[2])), round(float(box[3]))) == size


def test_the_same_sheets_give_the_same_bytes(sheets: list[Sheet], pages: bytes) -> None:
    assert comparison_file(sheets[:3], "en", ".pdf") == pages


def test_a_workbook_has_a_row_for_each_value(sheets: list[Sheet]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(comparison_file(sheets, "en", ".xlsx")))
    heads, *rows = book["Comparison"].iter_rows(values_only=True)
    assert heads == (*SIDE_HEADS, *HEADS)
    facts = [dict(zip(heads, row, strict=True)) for row in rows]
    trade = [one for one in facts if one["row"] == "trade"]
    assert [(one["value"], one["rank"], one["obstacle"]) for one in trade] == [
        *((715.42, 1, None), (713.74, 2, None), (43.85, None, "name")),
    ]
    assert all("Foreign trade in goods" in str(one["reasons"]) for one in trade)
