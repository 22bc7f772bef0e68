"""Offers: other facts that the sheet itself gives reason for, which only a person takes."""

import msgspec
import pytest

from cqviewer.load import examine_sheet
from cqviewer.model.editing.edit import edit_file
from cqviewer.model.editing.edits import taken
from cqviewer.model.editing.fixing import fix_file
from cqviewer.model.editing.nodes import CannotEdit
from cqviewer.model.files.plain_file import Limits
from cqviewer.model.problems import Offer, Problem
from cqviewer.model.reading.yaml_tree import parse_yaml
from tests.corpus.cases import FILES, cases
from tests.model.editing.trees import differences
from tests.model.sheets import figure, sheet_text

CASES = [case for file in FILES for case in cases(file)]
ONE = "sections: [{id: one, title: One, figures: [jobs]}]\n"
WASTE = (
    "waste: {name: Waste, unit: t, measure: level, period: 2024, source: report p. 1, by: area,"
    " adds_up: true, items: {all: 13, north: 3, south: 7}}"
)
AREAS = (
    "dimensions: {area: {name: Area, items: {all: {name: All, total: true}, north: N, south: S}}}\n"
)


def found(text: str) -> list[Problem]:
    """Return what is wrong with a sheet and has offers."""
    return [one for one in examine_sheet(text.encode(), "f").problems if one.offers]


def offers(text: str) -> list[tuple[object, str | None]]:
    """Return what is offered, by the last part of its path."""
    return [(one.path[-1], one.text) for problem in found(text) for one in problem.offers]


def with_offer(text: str, offer: Offer) -> str:
    return edit_file(text.encode(), [taken(offer)]).decode()


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"value": "-3"}, [("measure", "level"), ("measure", "growth")]),
        ({"value": 120, "unit": "%", "measure": "share"}, [("measure", "level")]),
        ({"value": 12, "unit": "%", "measure": "count"}, [("measure", "share")]),
        ({"value": "1.234"}, [("value", "1234"), ("measure", "level")]),
        ({"value": "0.184"}, []),
        (
            {"value": "409.30000000000001", "unit": "kg", "measure": "level"},
            [("value", "409.3")],
        ),
        ({"value": 3, "unit": "yuan", "measure": "growth"}, [("unit", "%"), ("measure", "level")]),
        ({"value": None}, [("value", "not stated")]),
        ({"value": 3, "period": None}, [("period", "not stated")]),
        ({"value": 3, "assuming": "x"}, [("assuming", None)]),
        ({"value": 3, "prices": "real"}, [("prices", None)]),
        ({"value": 3, "better": "higher"}, [("better", None)]),
        ({"value": 3, "was": 3}, [("was", None)]),
        ({"value": 3, "interval": "95 %"}, [("interval", None)]),
    ],
)
def test_what_else_the_sheet_may_mean_is_offered(
    fields: dict[str, object], expected: list[tuple[object, str | None]]
) -> None:
    assert offers(sheet_text(f"jobs: {figure(**fields)}", rest=ONE)) == expected


def test_a_total_is_offered_what_its_parts_come_to() -> None:
    text = sheet_text(WASTE, head=AREAS, rest="sections: [{id: one, title: One, charts: []}]\n")
    problem = next(one for one in found(text) if "its parts come to" in one.message)
    assert [one.text for one in problem.offers] == ["10"]
    made = with_offer(text, problem.offers[0])
    assert made == text.replace("all: 13", "all: 10")


def test_a_value_beside_its_formula_is_offered_what_that_gives_or_to_go() -> None:
    text = sheet_text(
        f"jobs: {figure(value=4)}\n"
        "twice: {name: Twice, unit: jobs, measure: count, derived: jobs * 2, value: 9}",
        rest="sections: [{id: one, title: One, figures: [jobs, twice]}]\n",
    )
    assert offers(text) == [("value", "8"), ("value", None)]
    first, second = found(text)[0].offers
    assert with_offer(text, first) == text.replace("value: 9", "value: 8")
    assert with_offer(text, second) == text.replace(", value: 9", "")


@pytest.mark.parametrize(
    ("lead", "fields", "expected"),
    [
        ("Some counted 1,200 new jobs.", {"value": 1184}, "Some counted 1,184 new jobs."),
        ("It grew by 7.6 %.", {"value": 5, "unit": "%", "measure": "growth"}, "It grew by {jobs}."),
        ("It fell 3 %.", {"value": "-4", "unit": "%", "measure": "growth"}, "It fell {jobs.abs}."),
        ("It made 3 %.", {"value": "-4", "unit": "%", "measure": "growth"}, "It made {jobs}."),
        (
            "It cost US$ 3 million.",
            {"value": 4, "unit": "US$ million", "measure": "level"},
            "It cost {jobs}.",
        ),
        ("It cost US$ 3 million.", {"value": 4, "unit": "€ million", "measure": "level"}, None),
        ("There were 1,200 jobs, once 1,200 jobs.", {"value": 1184}, None),
        ("It was 1,200 jobs.", {"value": "-5", "measure": "level"}, None),
    ],
)
def test_a_number_of_no_figure_is_offered_the_figure_it_may_have_meant(
    lead: str, fields: dict[str, object], expected: str | None
) -> None:
    rest = f"sections: [{{id: one, title: One, lead: '{lead}', figures: [jobs]}}]\n"
    made = offers(sheet_text(f"jobs: {figure(**fields)}", rest=rest))
    assert made == ([] if expected is None else [("lead", expected)])


@pytest.mark.parametrize(
    ("lead", "unit", "expected"),
    [
        ("就业 72.9 万人。", "万人", "就业 {jobs}。"),
        ("就业72.9万。", "万人", "就业{jobs}。"),
        ("完成投资 99 亿元。", "亿元", "完成投资 {jobs}。"),
        ("进口 99 亿美元。", "亿元", None),
        ("产量 96.3 万辆。", "个百分点", None),
    ],
)
def test_a_chinese_figure_takes_the_place_of_number_and_unit(
    lead: str, unit: str, expected: str | None
) -> None:
    rest = f"sections: [{{id: one, title: 一, lead: {lead}, figures: [jobs]}}]\n"
    given = figure(name="数据", unit=unit, measure="level", value=71.9)
    text = sheet_text(f"jobs: {given}", head="languages: [zh]\n", rest=rest)
    assert offers(text) == ([] if expected is None else [("lead", expected)])
    assert {one.says for problem in found(text) for one in problem.offers} <= {f"71.9 {unit}，数据"}


def test_the_figure_that_was_revised_from_a_number_comes_before_others_of_its_kind() -> None:
    rest = (
        "sections: [{id: one, title: One, lead: 'Out of 1,200 jobs', figures: [others]},"
        " {id: two, title: Two, figures: [jobs]}]\n"
    )
    text = sheet_text(
        f"jobs: {figure(value=1184, was=1200, status='revised')}\nothers: {figure(value=5)}",
        rest=rest,
    )
    offered = [one for problem in found(text) for one in problem.offers]
    assert [(one.text, one.says) for one in offered] == [("Out of 1,184 jobs", "1,184, Jobs")]


def test_of_many_figures_of_a_kind_none_is_offered() -> None:
    names = ["a", "b", "c", "d"]
    for count, expected in ((3, 3), (4, 0)):
        figures = "\n".join(f"{one}: {figure(value=5, name=one)}" for one in names[:count])
        rest = (
            f"sections: [{{id: one, title: One, lead: 'Some 1,200 jobs', "
            f"figures: [{', '.join(names[:count])}]}}]\n"
        )
        assert len(offers(sheet_text(figures, rest=rest))) == expected


def test_a_measure_of_the_defaults_is_written_at_the_figure_alone() -> None:
    text = sheet_text(
        f"jobs: {figure(value='-3', measure=None)}\nother: {figure(value=3, measure=None)}",
        head="defaults: {measure: count}\n",
        rest="sections: [{id: one, title: One, figures: [jobs, other]}]\n",
    )
    assert found(text)[0].offers[0].path == ("indicators", "jobs", "measure")


def test_nearly_the_id_is_offered_in_lists_citations_and_texts() -> None:
    rest = "sections: [{id: one, title: One, figures: [jbos, jobs]}]\n"
    text = sheet_text(f"jobs: {figure(value=3, source='rport par. 1')}", rest=rest)
    assert (0, "jobs") in offers(text)
    rest = "sections: [{id: one, title: One, lead: 'So {jbos}', figures: [jobs]}]\n"
    assert offers(sheet_text(f"jobs: {figure(value=3)}", rest=rest)) == [("lead", "So {jobs}")]


OFFERED = [
    (case.name, case.text, problem, offer)
    for case in CASES
    for problem in found(case.text)
    for offer in problem.offers
]


@pytest.mark.parametrize(("name", "text", "problem", "offer"), OFFERED)
def test_what_is_taken_ends_the_problem_and_changes_nothing_else(
    name: str,  # noqa: ARG001 - which names the test
    text: str,
    problem: Problem,
    offer: Offer,
) -> None:
    made = with_offer(text, offer)
    before, after = (parse_yaml(one, "", Limits()).root for one in (text, made))
    assert differences(before, after) == [offer.path]
    now = examine_sheet(made.encode(), "f").problems
    assert (problem.message, problem.paths[:1]) not in [(one.message, one.paths[:1]) for one in now]


@pytest.mark.parametrize(("name", "text", "problem", "offer"), OFFERED)
def test_no_fix_ever_takes_an_offer(name: str, text: str, problem: Problem, offer: Offer) -> None:  # noqa: ARG001
    only_offered = msgspec.structs.replace(problem, fix=None)
    assert fix_file(text.encode(), lambda _: [only_offered]) == (text.encode(), [])


def test_a_sheet_in_which_the_place_is_gone_is_not_changed() -> None:
    with pytest.raises(CannotEdit):
        with_offer(
            sheet_text(f"jobs: {figure(value=3)}"), Offer(("indicators", "gone", "value"), "4")
        )
