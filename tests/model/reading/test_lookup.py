"""An id leads to what the sheet has, or is told with the one that is meant: none is guessed."""

import pytest

from cqviewer.load import examine_sheet
from cqviewer.model.problems import Problem
from tests.model.sheets import SECTIONS, figure, sheet, sheet_text

LAND = "dimensions: {land: {name: L, items: {is: Iceland, it: Italy}}}\n"
PARTS = f"calls: {figure(name='Calls', value=None, by='land', items='{is: 5, it: 7}')}"


def errors(indicators: str, *, head: str = "", rest: str = SECTIONS) -> list[Problem]:
    """Return the errors of a sheet."""
    text = sheet_text(indicators, head=head, rest=rest)
    return [one for one in examine_sheet(text.encode(), "f").problems if one.severity == "error"]


def shown(*ids: str) -> str:
    """Write a section that shows some figures."""
    return f"sections: [{{id: one, title: One, figures: [{', '.join(ids)}]}}]\n"


@pytest.mark.parametrize(
    ("source", "fix"),
    [
        ("reprot par. 3", "report par. 3"),
        ("Report par. 3", None),
        ("reports p. 7", "report p. 7"),
        ("yearbook p. 7", None),
    ],
)
def test_a_source_is_mended_only_where_one_is_surely_meant(source: str, fix: str | None) -> None:
    (problem,) = errors(f"a: {figure(value=1, source=source)}")
    assert problem.fix == fix
    assert fix is None or problem.message == f"there is no source '{source.partition(' ')[0]}'"


def test_an_indicator_that_is_not_there_is_told_with_the_one_that_is_meant() -> None:
    found = errors(f"exports: {figure(value=1)}", rest=shown("exprots", "exports"))
    assert [(one.message, one.fix) for one in found] == [
        ("there is no indicator 'exprots'", "exports")
    ]
    assert "exports" in found[0].help
    (far,) = errors(f"exports: {figure(value=1)}", rest=shown("rainfall"))
    assert (far.message, far.fix) == ("there is no indicator 'rainfall'", None)


def test_a_figure_that_is_faulty_itself_is_no_second_fault_where_it_is_named() -> None:
    found = errors(f"jobs: {figure(value='many')}", rest=shown("jobs"))
    assert [one.message for one in found] == ["'many' is no plain number"]


def test_the_whole_of_a_breakdown_is_no_figure_but_its_parts_are() -> None:
    (problem,) = errors(PARTS, head=LAND, rest=shown("calls"))
    assert (problem.message, problem.help) == (
        "'calls' is broken down",
        "name a part: calls.is",
    )
    assert errors(PARTS, head=LAND, rest=shown("calls.is", "calls.it")) == []
    (unknown,) = errors(PARTS, head=LAND, rest=shown("calls.ir"))
    assert unknown.message == "there is no indicator 'calls.ir'"


def test_a_chart_of_a_breakdown_has_all_its_parts_in_their_order() -> None:
    chart = "sections: [{id: one, title: One, charts: [{kind: bars, of: [calls], title: T}]}]\n"
    made = sheet(PARTS, head=LAND, rest=chart)
    assert made.sections[0].charts[0].figures == ("calls.is", "calls.it")


@pytest.mark.parametrize("key", ["announced", "named", "unnamed", "linked"])
def test_what_is_counted_over_goals_is_known_where_there_are_goals(key: str) -> None:
    goals = "goals: {year: 2025, announced: 1, named: []}\n"
    line, rest = f"a: {figure(value=1)}", shown(f"goals.{key}")
    assert errors(line, rest=rest + goals) == []
    (problem,) = errors(line, rest=rest)
    assert problem.message == f"there is no indicator 'goals.{key}'"
    assert problem.help == "it is counted over `goals`, which the sheet has not"
    assert problem.fix is None
