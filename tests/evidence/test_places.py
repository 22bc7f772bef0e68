"""Each figure has its places in its source, those cited first; derived ones have their inputs'."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqviewer.evidence.document import Document, DocumentPart
from cqviewer.evidence.mentions import mentions
from cqviewer.evidence.places import Finder, Traced, TraceStep, places, steps, traces
from cqviewer.evidence.reading import read_document
from cqviewer.model.facts import Sheet
from tests.evidence.sources import citing, write_pdf
from tests.model.sheets import figure


def traced(sheet: Sheet, document: Document, name: str = "a", place: int = 0) -> Traced:
    finder = Finder(document)
    return traces(sheet, "report", finder, places(sheet, "report", finder))[name, place]


def text(folder: Path, *paragraphs: str) -> Document:
    path = folder / "report.txt"
    path.write_text("\n".join(paragraphs), "utf-8")
    return read_document(path, citing(f"a: {figure(value=1)}"))


def test_the_cited_place_comes_first_and_the_others_in_order(tmp_path: Path) -> None:
    document = text(tmp_path, "1,200", "Not so.", "1200 and again 1.2 thousand", "12 hundred")
    found = traced(citing(f"a: {figure(value=1200, source='report par. 3')}"), document)
    assert found.state == "found"
    assert [(one.part, one.is_cited) for one in found.places] == [(2, True), (2, True), (0, False)]
    written = [document.parts[one.part].text[one.start : one.end] for one in found.places]
    assert written == ["1200", "1.2 thousand", "1,200"]


@pytest.mark.parametrize(
    ("value", "where", "state"),
    [
        (1200, "report", "found"),
        (1200, "report par. 1", "found"),
        (1200, "report par. 2", "elsewhere"),
        (1201, "report par. 1", "not found"),
        (1200, "report par. 3", "no such place"),
    ],
)
def test_what_is_known_of_a_figure_is_one_word(
    tmp_path: Path, value: int, where: str, state: str
) -> None:
    document = text(tmp_path, "There were 1,200.", "None.")
    assert traced(citing(f"a: {figure(value=value, source=where)}"), document).state == state


def test_of_a_number_that_no_source_states_the_cited_place_is_shown(tmp_path: Path) -> None:
    made = citing(f"a: {figure(value='not stated', source='report par. 2')}")
    found = traced(made, text(tmp_path, "There were 1,200.", "None."))
    assert (found.state, found.places, found.near_place) == ("not stated", (), 1)


def test_what_stands_near_is_given_nearest_first_as_it_is_written(tmp_path: Path) -> None:
    document = text(tmp_path, "1,190 or 1.3 thousand, 1,210 %, 5,000", "1,201")
    found = traced(citing(f"a: {figure(value=1202, source='report par. 1')}"), document)
    assert (found.near, found.near_place) == (("1,190", "1.3 thousand"), 0)
    found = traced(citing(f"a: {figure(value=1202, source='report')}"), document)
    assert (found.near[0], found.near_place) == ("1,201", 1)


def test_pages_that_were_not_read_or_are_pictures_are_said(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", "1,200\n#pagebreak()\n#circle()\n#pagebreak()\n7\n")
    for page, cited, state in [
        (1, (1,), "found"),
        (3, (1,), "not read"),
        (2, (2,), "no text"),
        (3, (3,), "not found"),
        (4, (4,), "no such place"),
    ]:
        made = citing(f"a: {figure(value=1200, source=f'report p. {page}')}", "a.pdf")
        assert traced(made, read_document(path, made, cited)).state == state


@pytest.mark.parametrize(
    ("where", "state"),
    [("p. iv", "found"), ("p. i", "elsewhere"), ("p. 4", "found"), ("p. x", "no such place")],
)
def test_a_page_may_be_cited_by_what_it_calls_itself(
    tmp_path: Path, where: str, state: str
) -> None:
    markup = '#set page(numbering: "i")\n' + "#pagebreak()\n".join(["One\n"] * 3 + ["1,200 jobs\n"])
    path = write_pdf(tmp_path / "a.pdf", markup)
    made = citing(f"a: {figure(value=1200, source=f'report {where}')}", "a.pdf")
    assert traced(made, read_document(path, made)).state == state


def test_a_page_that_is_missing_is_said_where_another_has_its_label_twice(tmp_path: Path) -> None:
    page = '#set page(numbering: "1")\n#counter(page).update(1)\n1,200 jobs\n'
    path = write_pdf(tmp_path / "a.pdf", f"{page}#pagebreak()\n{page}")
    made = citing(f"a: {figure(value=1200, source=repr('report p. 1, 9'))}", "a.pdf")
    document = read_document(path, made)
    assert document.labels == ("1", "1")
    assert traced(made, document).state == "no such place"


def test_each_value_of_a_series_has_its_own_places(tmp_path: Path) -> None:
    document = text(tmp_path, "450, then 500", "500")
    series = "[{period: 2023, value: 450}, {period: 2024, value: 500, source: report par. 2}]"
    made = citing(f"a: {figure(period=None, observations=series)}")
    assert [one.part for one in traced(made, document, place=0).places] == [0]
    assert [one.part for one in traced(made, document, place=1).places] == [1, 0]


def test_a_target_has_its_places_too(tmp_path: Path) -> None:
    document = text(tmp_path, "1,200 of 1,500 wanted")
    made = citing(
        f"a: {figure(value=1200, targets='[{for: 2024, value: 1500, source: report par. 1}]')}"
    )
    found = places(made, "report", Finder(document))
    assert [(one.figure, one.observation) for one in found] == [("a", 0), ("a", None)]


def test_a_number_that_stands_everywhere_has_not_all_its_places_told(tmp_path: Path) -> None:
    document = text(tmp_path, *["1"] * 1000)
    found = traced(citing(f"a: {figure(value=1, source='report par. 900')}"), document)
    assert found.places[0].part == 899
    assert len(found.places) == 201


def test_a_derived_figure_steps_through_what_it_is_worked_out_from() -> None:
    made = citing(
        f"a: {figure(value=3)}\n"
        f"b: {figure(value=2, source='report par. 2')}\n"
        "c: {name: Sum, unit: jobs, measure: count, derived: a + b}\n"
        "d: {name: Share, unit: '%', measure: share, derived: a / c * 100}\n"
    )
    (own,) = steps(made, "a", 0)
    assert (own.figure, own.source) == ("a", "report")
    assert [one.figure for one in steps(made, "c", 0)] == ["a", "b"]
    assert [one.figure for one in steps(made, "d", 0)] == ["a", "b"]
    assert steps(made, "d", 0)[1].citation == made.indicators["b"].latest.citation


def test_a_figure_that_cites_nothing_has_a_step_without_source() -> None:
    made = citing(f"a: {figure(missing='not_found', source=None)}")
    assert steps(made, "a", 0) == (TraceStep("a", 0, None, None),)


def test_a_number_that_fills_one_paragraph_has_not_all_its_places_told(tmp_path: Path) -> None:
    document = text(tmp_path, "1; " * 1000)
    found = traced(citing(f"a: {figure(value=1, source='report par. 1')}"), document)
    assert (found.state, len(found.places)) == ("found", 200)


def test_one_paragraph_too_many_is_said_though_the_number_is_found(tmp_path: Path) -> None:
    document = text(tmp_path, "1,200")
    written = figure(value=1200, source=repr("report par. 1, 9"))
    made = citing(f"a: {written}")
    assert traced(made, document).state == "no such place"


@pytest.mark.parametrize(
    ("unit", "value", "written", "is_there"),
    [
        ("m", "5", "5 m", True),
        ("m²", "5", "5 m² of it", True),
        ("km", "5", "5 km", True),
        ("thousand tonnes", "5", "5,000 tonnes", True),
        ("千人", "5", "5000人", True),
        ("bn yuan", "5", "5 yuan", False),
        ("'%'", "5", "5", False),
    ],
)
def test_a_unit_tells_the_scale_of_what_is_looked_for(
    tmp_path: Path, unit: str, value: str, written: str, is_there: bool
) -> None:
    made = citing(f"a: {figure(value=value, unit=unit, measure='level')}")
    assert (traced(made, text(tmp_path, written)).state == "found") is is_there


@given(
    st.lists(st.integers(1000, 10**9), min_size=1, max_size=8, unique=True),
    st.data(),
)
def test_every_number_is_found_in_its_paragraph_with_its_span(
    numbers: list[int], data: st.DataObject
) -> None:
    chosen = data.draw(st.sampled_from(range(len(numbers))))
    lines = [f"Here are {one:,} of them." for one in numbers]
    parts = tuple(
        DocumentPart(n, one, tuple(mentions(one, has_comma=False)))
        for n, one in enumerate(lines, 1)
    )
    document = Document("text", "report.txt", parts)
    made = citing(f"a: {figure(value=numbers[chosen], source=f'report par. {chosen + 1}')}")
    (place,) = traced(made, document).places
    assert (place.part, place.is_cited) == (chosen, True)
    assert lines[chosen][place.start : place.end] == f"{numbers[chosen]:,}"
