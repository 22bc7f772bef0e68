"""Leaflets, large print and contents: what is on the pages, and that all of it goes together."""

import io
import itertools
import re
from pathlib import Path
from typing import Any

import msgspec
import page
import pikepdf
import pytest

from cqviewer.model.facts import Sheet, Source
from cqviewer.model.wording.wording import Wording
from cqviewer.printing.attachment import open_sheet
from cqviewer.printing.options import PrintError, PrintOptions, TypesetError
from cqviewer.printing.typeset import make_pdf
from tests.commands.running import cqviewer
from tests.printing.reading import (
    bookmarks,
    elements,
    links,
    origins_of,
    pages_of,
    sizes_of,
    squeezed,
    text_of,
    texts_of,
)
from tests.printing.sheets import BUNDLED, bundled, made_up, printed, sheet_of

PROFILES = [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A]
LEAFLET: dict[str, Any] = {"is_leaflet": True}
LARGE: dict[str, Any] = {"is_large": True}
STAMPED: dict[str, Any] = {"is_draft": True, "footer": "For the council"}
KINDS: list[dict[str, Any]] = [
    LEAFLET | STAMPED | {"language": "both"},
    LEAFLET | LARGE | {"paper": "letter"},
    LARGE | STAMPED | {"paper": "letter", "language": "both"},
    {"language": "both"},  # with contents
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: "-".join(map(str, kind)))
def test_every_kind_is_accessible_archival_and_the_same_again(kind: dict[str, Any]) -> None:
    data = printed("bundled", **kind)
    for profile in PROFILES:
        report = page.validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, [str(one) for one in report.failures][:3]
    assert make_pdf(bundled(), PrintOptions(**kind)) == data


def shown(sheet: Sheet, pdf: bytes) -> list[bool]:
    """Return, for each key figure, whether its label is a paragraph of the pages."""
    found = {squeezed(one) for one in texts_of(pdf, "/P")}
    wording = Wording.of(sheet, "en")
    labels = (one.label or sheet.indicators[one.indicator].name for one in sheet.key_figures)
    return [squeezed(wording.text(one)) in found for one in labels]


def test_a_leaflet_has_figures_leads_charts_and_sources_on_two_pages() -> None:
    pdf = printed("bundled", **LEAFLET)
    assert len(pages_of(pdf)) == 2
    assert all(shown(bundled(), pdf))
    text = text_of(pdf)
    for section in bundled().sections:
        assert squeezed(section.lead["en"] if isinstance(section.lead, dict) else "") in text
    headings = texts_of(pdf, "/H3")
    assert "New urban jobs came to 690,000" in headings
    charts = [one for one in elements(pdf) if one.tag == "Figure"]
    assert len(charts) == 4
    assert all(one.alt for one in charts)
    assert squeezed("Published by iChongqing") in text
    assert links(pdf) == {
        "https://app.ichongqing.info/mixmedia/a/202412/24/WS676a884be4b0db6b3348584f.html"
    }


@pytest.mark.parametrize("name", ["bundled", "made-up"])
def test_no_list_of_a_leaflet_is_empty(name: str) -> None:
    with pikepdf.open(io.BytesIO(printed(name, **LEAFLET))) as document:
        lists = [
            one
            for one in document.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/L"
        ]
        assert len(lists) > 1
        assert all("/K" in one and len(one.K) for one in lists)


def test_a_leaflet_says_that_it_is_an_extract_and_of_which_edition() -> None:
    sheet = bundled()
    imprint = msgspec.structs.replace(sheet.imprint, edition="second")
    pdf = make_pdf(msgspec.structs.replace(sheet, imprint=imprint), PrintOptions(**LEAFLET))
    text = text_of(pdf)
    assert squeezed("Leaflet: an extract from a fact sheet") in text
    assert squeezed("is an extract of ‘Chongqing: 2024 in figures, 2025 in plans’") in text
    assert squeezed("(Edition: second · Dated 24 December 2024)") in text
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert str(document.docinfo.Title).endswith("(extract)")


def test_a_leaflet_opens_again_as_the_whole_sheet(tmp_path: Path) -> None:
    made = tmp_path / "leaflet.pdf"
    assert cqviewer("print", str(BUNDLED), "--leaflet", "--large-print", "-o", str(made)) == 0
    assert open_sheet(made).content == open_sheet(BUNDLED).content


@pytest.mark.parametrize("figures", [1, 40, 400])
def test_a_leaflet_of_many_figures_has_the_first_of_them(figures: int) -> None:
    sheet = sheet_of(figures, 3, charts=False)
    pdf = make_pdf(sheet, PrintOptions(**LEAFLET))
    assert len(pages_of(pdf)) <= 2
    runs = [found for found, _ in itertools.groupby(shown(sheet, pdf))]
    assert runs in ([], [True], [True, False])  # none is left out between two that are there


def test_a_leaflet_that_cannot_be_says_why() -> None:
    many = {f"s{at}": Source(id=f"s{at}", title=f"Report {at} " + 20 * "word ") for at in range(90)}
    figures = bundled().indicators
    cited = {
        one: msgspec.structs.replace(
            figure,
            observations=tuple(
                msgspec.structs.replace(
                    it, citation=it.citation and msgspec.structs.replace(it.citation, source=key)
                )
                for it in figure.observations
            ),
        )
        for (one, figure), key in zip(figures.items(), many, strict=False)
    }
    sheet = msgspec.structs.replace(bundled(), sources=bundled().sources | many, indicators=cited)
    with pytest.raises(TypesetError, match=r"sources alone take more; shorten them"):
        make_pdf(sheet, PrintOptions(**LEAFLET, **LARGE))
    with pytest.raises(PrintError, match="print that with the whole sheet"):
        make_pdf(bundled(), PrintOptions(is_leaflet=True, before=made_up()))


def places(pdf: bytes) -> list[tuple[list[float], list[float]]]:
    """Return the box of each picture, with that of its page."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [
            ([float(it) for it in attributes.BBox], [float(it) for it in one.Pg.MediaBox])
            for one in document.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"
            for attributes in one.get("/A", [])
            if "/BBox" in attributes
        ]


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("name", ["bundled", "made-up"])
def test_large_print_is_large_whole_and_on_the_same_paper(name: str, paper: str) -> None:
    pdf = printed(name, paper=paper, **LARGE)
    assert min(sizes_of(pdf)) >= 16
    assert 18.0 in sizes_of(pdf)
    width, height = (595.276, 841.89) if paper == "a4" else (612, 792)
    for runs in origins_of(pdf):
        assert all(0 < x < width and 0 < y < height for x, y in runs)
    found = places(pdf)
    assert len(found) > 5
    for (left, bottom, right, top), box in found:
        assert box == pytest.approx([0, 0, width, height], abs=0.01)
        assert 0 <= left < right <= width
        assert 0 <= bottom < top <= height


def words(pdf: bytes) -> set[str]:
    """Return what is read in the cells of tables, without white space."""
    return {squeezed(one) for tag in ("/TD", "/TH") for one in texts_of(pdf, tag)}


def test_large_print_leaves_nothing_out() -> None:
    plain, large = printed("bundled"), printed("bundled", **LARGE)
    joined = "\n".join(words(large))
    missing = [one for one in words(plain) if one not in joined]
    assert missing == []
    assert bookmarks(large) == bookmarks(plain)


def test_longer_documents_have_contents_with_links_and_page_numbers() -> None:
    pdf = printed("bundled", **LARGE)
    pages = pages_of(pdf)
    assert len(pages) >= 8
    tags = [one.tag for one in elements(pdf)]
    assert tags.count("TOC") >= 1
    entries = texts_of(pdf, "/TOCI")
    assert len(entries) == tags.count("TOCI") == tags.count("H2") + tags.count("H3") - 1
    assert squeezed("Contents") in pages[0]
    for name in ("Growth", "Trade", "Foreign investment rose 57.9", "Traceability"):
        (entry,) = (one for one in entries if squeezed(one).startswith(squeezed(name)))
        number = re.search(r"(\d+)$", entry)
        assert number
        assert squeezed(name) in pages[int(number[1]) - 1]
    with pikepdf.open(io.BytesIO(pdf)) as document:
        notes = [note for one in document.pages for note in one.get("/Annots", [])]
    assert len([one for one in notes if one.get("/A", one).get("/URI") is None]) >= len(entries)


def test_shorter_documents_have_none() -> None:
    pdf = printed("bundled")
    assert len(pages_of(pdf)) < 8
    assert "TOC" not in [one.tag for one in elements(pdf)]
    assert "TOC" not in [one.tag for one in elements(printed("bundled", **LEAFLET))]
