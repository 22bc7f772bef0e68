"""The bundled made-up report leads a newcomer from each number to its place."""

import pytest

from cqviewer.evidence.confirm import confirm
from cqviewer.evidence.document import Document
from cqviewer.evidence.places import Finder, places, traces
from cqviewer.evidence.reading import evidence_file, read_document
from cqviewer.load import load_sheet
from cqviewer.model.facts import Sheet
from cqviewer.model.problems import Findings
from tests.evidence.made_up_report import PDF, TEXT, report

SHEET = TEXT.with_suffix(".yaml")


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    return load_sheet(SHEET)


def test_the_pdf_is_what_the_text_makes_and_small() -> None:
    made = report()
    assert PDF.read_bytes() == made == report()
    assert len(made) < 60_000


def test_all_numbers_are_found_and_some_are_left_to_be_used(sheet: Sheet) -> None:
    findings = Findings()
    found = confirm(sheet, SHEET.parent, findings)
    assert findings.all == []
    assert (found.found, found.of) == (9, 9)
    assert {one.number for one in found.first_unused} >= {"48,000", "nine", "0.4 million"}


def test_both_forms_have_the_same_words(sheet: Sheet) -> None:
    text, pdf = (read(sheet, one) for one in ("report", "print"))
    words = [" ".join(one.text for one in document.parts).split() for document in (text, pdf)]
    assert [one for one in words[1] if one not in ("1", "2")] == words[0]
    assert [one.text for one in pdf.parts if one.page == 2][:-1] == [
        one.text for one in text.parts[8:]
    ]


def read(sheet: Sheet, source: str) -> Document:
    return read_document(evidence_file(sheet, SHEET.parent, source), sheet)


def test_each_stated_value_has_its_place_and_on_paper_its_box(sheet: Sheet) -> None:
    documents = {one: read(sheet, one) for one in sheet.sources}
    seen = 0
    for figure in sheet.indicators.values():
        for place, one in enumerate(figure.observations):
            if one.status != "stated" or not one.citation:
                continue
            source = one.citation.source
            finder = Finder(documents[source])
            every = places(sheet, source, finder)
            found = traces(sheet, source, finder, every)[figure.id, place]
            assert found.state == "found"
            assert bool(found.places[0].boxes) is (source == "print")
            seen += 1
    assert seen == 8
