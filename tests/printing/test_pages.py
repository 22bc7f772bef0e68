"""How pages are filled, whatever the sheet: none all but empty, no row alone, nothing over it."""

import functools
import io
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import msgspec
import numpy as np
import pytest
import typst
import yaml
from PIL import Image

from cqviewer.load import read_sheet
from cqviewer.model.facts import KeyFigure, Sheet
from cqviewer.paths import resources_folder
from cqviewer.printing.options import Paper, PrintOptions
from cqviewer.printing.typeset import make_pdf
from cqviewer.printing.typst_input import typst_input
from tests.printing.reading import (
    pages_of,
    rows_by_page,
    runs_of,
    squeezed,
    text_of,
)
from tests.printing.sheets import bundled, long_charts, made_up, marked, sheet_of


def of_series(figures: int, years: int, digits: int = 4, sections: int = 3) -> Sheet:
    """Return a sheet of yearly series that all have the same note."""
    start = 2025 - years
    indicators = {
        f"s{at}": {
            "name": f"Employment in branch number {at} of the economy",
            "unit": ("%", "bn yuan", "jobs")[at % 3],
            "measure": ("growth", "level", "count")[at % 3],
            "source": "book p. 3",
            "note": "Counted at the end of the year, foreign firms included.",
            "observations": [
                {"period": start + year, "value": 10 ** (digits - 1) + 97 * at + year}
                for year in range(years)
            ],
        }
        for at in range(figures)
    }
    sheet = {
        "cqviewer": 1,
        "title": "Series",
        "place": "Nowhere",
        "date": "2025-01-31",
        "sources": {"book": {"title": "Yearbook"}},
        "indicators": indicators,
        "sections": [
            {"id": f"x{part}", "title": f"Part {part}", "figures": list(indicators)[part::sections]}
            for part in range(min(sections, figures))
        ],
    }
    return read_sheet(yaml.safe_dump(sheet, sort_keys=False).encode(), "series.yaml")


SHEETS: dict[str, Callable[[], Sheet]] = {
    "bundled": bundled,
    "made-up": made_up,
    "long charts": long_charts,
    "tall goals": lambda: long_charts(bars=40, rows=1, goals=17),
    "long names": lambda: sheet_of(4, 1, name="A name that goes on and on, " * 5),
    "12 series": lambda: of_series(12, 12),
    "30 series": lambda: of_series(30, 15),
    **{
        f"{count} figures": functools.partial(sheet_of, count, 3, charts=count % 2 == 0)
        for count in (17, 22, 38, 53, 80)
    },
}


@functools.cache
def printed(name: str, paper: Paper) -> bytes:
    return make_pdf(SHEETS[name](), PrintOptions(paper=paper))


def filled(name: str, paper: Paper) -> list[float]:
    """Return how far down each page is filled, as a share of the height between its margins."""
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(resources_folder() / "fonts")],
    )
    compiler = typst.Compiler(root=resources_folder() / "print", font_paths=fonts)
    files = typst_input(SHEETS[name](), PrintOptions(paper=paper))
    drawn: Any = compiler.compile(files, format="png", ppi=72)  # type: ignore[type-var]
    shares = []
    for page in drawn if isinstance(drawn, list) else [drawn]:
        pixels = np.asarray(Image.open(io.BytesIO(page)).convert("L"))
        area = pixels[round(20.5 / 25.4 * 72) : len(pixels) - round(20 / 25.4 * 72)]
        rows = np.flatnonzero((area < 200).any(axis=1))
        shares.append(float(rows[-1] + 1) / len(area) if len(rows) else 0.0)
    return shares


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("name", SHEETS)
def test_no_page_but_the_last_is_less_than_a_quarter_full(name: str, paper: Paper) -> None:
    shares = filled(name, paper)
    assert len(shares) == len(pages_of(printed(name, paper)))
    assert [round(one, 2) for one in shares[:-1] if one < 0.25] == []
    assert all(one <= 1 for one in shares)


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("name", SHEETS)
def test_no_row_of_a_table_stands_alone_on_a_page(name: str, paper: Paper) -> None:
    tables = rows_by_page(printed(name, paper))
    assert tables
    alone = [
        (at, page)
        for at, pages in enumerate(tables)
        for page, rows in pages.items()
        if len(pages) > 1 and page in (min(pages), max(pages)) and rows < 2
    ]
    assert alone == []


def test_series_take_a_third_of_the_pages_that_a_row_for_each_value_takes() -> None:
    # As many figures of one year each take as many rows as the series have values.
    singly = make_pdf(of_series(12 * 12, 1))
    assert 3 * len(pages_of(printed("12 series", "a4"))) <= len(pages_of(singly))
    assert len(pages_of(printed("30 series", "a4"))) <= 7


def test_two_hundred_series_of_twenty_years_take_at_most_forty_pages() -> None:
    pdf = make_pdf(of_series(200, 20, sections=8), PrintOptions(annex=False))
    assert 20 < len(pages_of(pdf)) <= 40


def test_legend_and_footnotes_stand_on_every_page_of_their_table() -> None:
    sheet = marked()
    figure = sheet.indicators["cycling"]
    many = {f"c{at}": msgspec.structs.replace(figure, id=f"c{at}") for at in range(60)}
    section = msgspec.structs.replace(
        sheet.sections[0], figures=tuple(KeyFigure(indicator=one) for one in many)
    )
    made = msgspec.structs.replace(sheet, indicators=many, key_figures=(), sections=(section,))
    pages = [
        page for page in pages_of(make_pdf(made, PrintOptions(annex=False))) if "18.10" in page
    ]
    assert len(pages) > 2
    tables = [page for page in pages if "13.1to17.9" in page]
    assert tables
    for page in tables:
        assert "[p]provisional;[r]revised" in page
        assert "Twoclinicswerecountedtwice.Revised,was17.9." in page


def test_what_explains_the_strips_of_months_stands_where_cards_have_some() -> None:
    assert "monthsof2024covered" in pages_of(printed("bundled", "a4"))[0]
    assert "monthscovered" not in text_of(make_pdf(marked(), PrintOptions(annex=False)))


def test_what_all_series_have_in_common_is_said_once() -> None:
    text = text_of(printed("30 series", "a4"))
    assert text.count(squeezed("Counted at the end of the year")) == 1
    assert text.count("Note1") == 30 + 1


def test_every_value_of_a_series_stands_in_the_table() -> None:
    text = text_of(make_pdf(of_series(2, 15, digits=9), PrintOptions(annex=False)))
    wanted = [f"{10**8 + 97 + year:,}" for year in range(15)]
    assert [one for one in wanted if one not in text] == []
    assert all(str(year) in text for year in range(2010, 2025))


def test_parts_of_a_wide_series_repeat_its_name() -> None:
    pdf = make_pdf(of_series(1, 15, digits=15), PrintOptions(annex=False))
    parts = rows_by_page(pdf)
    assert len(parts) > 2
    named = text_of(pdf).count(squeezed("Employment in branch number 0 of the economy"))
    assert named == len(parts) + 2  # and on the card and before its note


@pytest.mark.parametrize("digits", [12, 15, 17, 29])
@pytest.mark.parametrize("name", ["i0", "i1", "i3"])  # in %, bn yuan, US$ million
def test_a_long_number_is_not_printed_over_the_name(name: str, digits: int) -> None:
    sheet = sheet_of(4, 1, name="W" * 70, charts=False)
    figure = sheet.indicators[name]
    figure = msgspec.structs.replace(
        figure,
        observations=(msgspec.structs.replace(figure.latest, value=Decimal(10**digits // 9)),),
    )
    cards = (msgspec.structs.replace(sheet.sections[0], figures=(), plans=()),)
    made = msgspec.structs.replace(sheet, indicators={name: figure}, key_figures=(), sections=cards)
    runs = runs_of(make_pdf(made, PrintOptions(annex=False)))[0]
    numbers = [(x, y) for x, y, text in runs if text.startswith(("+1", "1"))]
    beside = [
        (right, left)
        for left, y in numbers
        for right, height, text in runs
        if text.startswith("W") and abs(height - y) < 8
    ]
    assert beside
    assert all(left > right + 7 for right, left in beside)  # a W of 8.5 points is 7.9 wide
