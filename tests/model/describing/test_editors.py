"""What an editor accepts by the schema is what the program reads, and the other way round."""

import copy
import datetime
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from cqviewer.charts.kinds import KINDS
from cqviewer.load import examine_sheet
from cqviewer.model.citation import Citation
from cqviewer.model.describing.schema import sheet_schema
from cqviewer.model.numbers.amount import parse_value
from cqviewer.model.numbers.formula import Formula
from cqviewer.model.numbers.period import Period
from cqviewer.model.problems import Misread
from cqviewer.paths import data_folder
from tests.model.describing.json_schema import complaints
from tests.model.sheets import HEAD, SOURCES

SCHEMA = sheet_schema(KINDS)
PARTS = SCHEMA["$defs"]
SHEETS = sorted(data_folder().rglob("*.yaml"))
Place = tuple[str | int, ...]


def tree_of(text: str) -> Any:  # noqa: ANN401
    """Read YAML as an editor does: numbers are numbers, and dates are text."""
    return plain(yaml.safe_load(text))


def plain(tree: object) -> object:
    """Return a tree in which dates are text and each key is text, as in JSON."""
    if isinstance(tree, dict):
        return {str(plain(key)): plain(one) for key, one in tree.items()}
    if isinstance(tree, list):
        return [plain(one) for one in tree]
    return tree.isoformat() if isinstance(tree, datetime.date) else tree


def places(tree: Any, at: Place = ()) -> Iterator[Place]:  # noqa: ANN401
    """Yield the place of every part of a tree."""
    yield at
    keys = tree if isinstance(tree, dict) else range(len(tree)) if isinstance(tree, list) else ()
    for key in keys:
        yield from places(tree[key], (*at, key))


def errors(tree: object) -> list[str]:
    """Return what the program calls an error in a sheet."""
    text = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)
    found = examine_sheet(text.encode(), "f", beside={}).problems
    return [one.message for one in found if one.severity == "error"]


@pytest.mark.parametrize("path", SHEETS, ids=lambda one: one.name)
def test_an_editor_finds_nothing_wrong_with_a_sheet_that_comes_along(path: Any) -> None:  # noqa: ANN401
    assert complaints(tree_of(path.read_text("utf-8")), SCHEMA) == []


ALL_FORMS = (
    f"{HEAD}{SOURCES}"
    """year_begins: 4
dimensions:
  land: {name: L, items:
    {is: Iceland, it: {en: Italy, zh: 意大利}, all: {name: All, total: true}}}
  sex: {name: S, items: {f: Women, m: Men}}
defaults: {unit: people, measure: level, source: report par. 1}
indicators:
  a: {name: A, value: 0.250, period: 2024, targets: [{for: 2025, at_least: 3, source: report}]}
  b: {name: B, observations: {2022: below 5, 2023: {value: not stated}, 2024: 7.5}}
  c: {name: C, observations: [
    {period: 2022/23, value: 1}, {period: 2023/24, missing: suppressed}]}
  d: {name: D, by: land, items: {
    is: {2024: 1}, it: {value: 2, period: 2024}, all: {2024: 3}}}
  e: {name: E, by: [land, sex], items: {is: {f: {2024: 1}, m: {2024: 2}}}}
  f: {name: F, unit: people, derived: a + b, digits: 1}
sections:
  - {id: one, title: One, figures: [a, {figure: b, change: year}]}
  - {id: two, title: {en: Two}, charts: [{kind: bars, of: [a, b], title: T}]}
"""
)


def test_an_editor_knows_every_short_form() -> None:
    assert errors(tree_of(ALL_FORMS)) == []
    assert complaints(tree_of(ALL_FORMS), SCHEMA) == []


SMALL: list[Any] = [
    tree_of(ALL_FORMS),
    *(
        tree_of((data_folder() / "examples" / name).read_text("utf-8"))
        for name in ("marks.yaml", "goals.yaml")
    ),
]


def spoilt(tree: Any, place: Place, how: object) -> Any:  # noqa: ANN401
    """Return a copy of a tree with one part taken out (for None), or replaced."""
    made = copy.deepcopy(tree)
    owner = made
    for key in place[:-1]:
        owner = owner[key]
    if how is None:
        del owner[place[-1]]
    else:
        owner[place[-1]] = how
    return made


@settings(max_examples=60)
@given(data=st.data())
def test_what_the_program_reads_is_nothing_that_an_editor_refuses(data: st.DataObject) -> None:
    tree = data.draw(st.sampled_from(SMALL))
    place = data.draw(st.sampled_from([*places(tree)][1:]))
    how = data.draw(
        st.sampled_from([None, "word", "7.6", 2024, 7.6, [], ["a"], {}, {"en": "x"}, {"value": 1}])
    )
    made = spoilt(tree, place, how)
    wrong = complaints(made, SCHEMA)
    assert not wrong or errors(made), (place, how, wrong)


@pytest.mark.parametrize("title", [2024, 7.5, True, {"en": 2024, "zh": 2024}])
def test_a_title_needs_no_quotes_for_either(title: object) -> None:
    made = spoilt(SMALL[0], ("title",), title)
    assert errors(made) == []
    assert complaints(made, SCHEMA) == []


@settings(max_examples=30)
@given(data=st.data())
def test_a_key_that_the_format_has_not_is_refused_by_both(data: st.DataObject) -> None:
    tree = data.draw(st.sampled_from(SMALL))
    free = ("indicators", "sources", "dimensions", "items", "observations", "phrases")
    owners = [
        place
        for place in places(tree)
        if not (place and (place[-1] in free or "items" in place or "observations" in place))
        and isinstance(part_of(tree, place), dict)
        and not is_text(part_of(tree, place))
    ]
    place = data.draw(st.sampled_from(owners))
    made = spoilt(tree, (*place, "no_such_key"), "x")
    assert complaints(made, SCHEMA)
    assert errors(made)


def part_of(tree: Any, place: Place) -> Any:  # noqa: ANN401
    """Return the part of a tree at a place."""
    for key in place:
        tree = tree[key]
    return tree


def is_text(part: dict[str, object]) -> bool:
    """Return whether a part is a text per language, whose keys are languages."""
    return all(re.fullmatch("[a-z]{2}", key) for key in part)


def fits(key: str, part: str, text: str) -> bool:
    """Return whether an editor accepts a text at a key."""
    return not complaints(text, {**PARTS[part]["properties"][key], "$defs": PARTS})


@settings(max_examples=50)
@given(
    st.from_regex(
        r"(below|above|at least|<=?|≥)? ?[-+]?[0-9]{0,3}[.,]?[0-9]{0,3}(e[0-9])?", fullmatch=True
    )
)
def test_an_editor_accepts_the_numbers_and_bounds_that_are_read(text: str) -> None:
    try:
        parse_value(text)
    except Misread:
        assert not fits("value", "Indicator", text)
    else:
        assert fits("value", "Indicator", text)


@settings(max_examples=50)
@given(
    st.from_regex(r"[0-9]{4}([-/][QSHW]?[0-9]{1,2}){0,2}(/[0-9]{2,4}(-[0-9]{2})?)?", fullmatch=True)
)
def test_an_editor_accepts_the_periods_that_are_read(text: str) -> None:
    try:
        Period.parse(text, 4)
    except Misread:
        return  # an editor cannot know that there is no month 13
    assert fits("period", "Observation", text)


@pytest.mark.parametrize("text", ["2024-Q5", "Q3 2024", "24", "2024-1", "2024/5", "Nov 2024", ""])
def test_an_editor_refuses_periods_that_are_not_iso(text: str) -> None:
    assert not fits("period", "Observation", text)
    with pytest.raises(Misread):
        Period.parse(text, 4)


WHERE = [
    "",
    " par. 4",
    " p. 3-5",
    " sheet 'Table 1' C7",
    " sheet x C2:C24",
    ' "on the port"',
    " row 12",
]
NOWHERE = [" par.", " page 4", " sheet C7", " sheet x 7C", ' "']


@pytest.mark.parametrize("where", [*WHERE, *NOWHERE])
def test_an_editor_accepts_the_citations_that_are_read(where: str) -> None:
    text = f"report{where}"
    if where in WHERE:
        assert Citation.parse(text).source == "report"
    else:
        with pytest.raises(Misread):
            Citation.parse(text)
    assert fits("source", "Observation", text) is (where in WHERE)


@given(st.text("ab12.+-*/() [Q]", max_size=12))
def test_an_editor_accepts_each_formula_that_is_read(text: str) -> None:
    try:
        Formula.parse(text)
    except Misread:
        return
    assert fits("derived", "Indicator", text)


@pytest.mark.parametrize("mark", ["provisional", "definition_differs"])
def test_an_editor_offers_the_marks_and_reasons_of_the_format_alone(mark: str) -> None:
    assert fits("status", "Observation", mark)
    assert not fits("status", "Observation", mark[0])
    assert fits("missing", "Observation", "suppressed")
    assert not fits("missing", "Observation", mark)
