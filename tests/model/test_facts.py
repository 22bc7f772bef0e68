"""What a sheet knows of itself: goals, plans, and the figures that are counted."""

import gc
import pickle

import pytest

from cqviewer.load import load_sheet
from cqviewer.model.numbers.period import Period
from cqviewer.model.target import Goal, Goals
from cqviewer.model.wording.wording import Wording
from cqviewer.paths import data_folder
from tests.model.sheets import figure, sheet

REST = """\
sections:
  - id: one
    title: One
    plans:
      - {name: P, text: T, goals: [homes], figures: [jobs], link: source}
      - {name: Q, text: T}
goals: {year: 2025, announced: 2, named: [{id: homes, name: Homes, figures: [jobs, old]}]}
"""
LINES = "\n".join(
    [
        f"jobs: {figure(value=1)}",
        f"old: {figure(value=2, period=2020)}",
        f"timeless: {figure(value=3, period='not stated')}",
        f"open: {figure(value='not stated')}",
        f"made: {figure(derived='jobs * 2', period=None, source=None)}",
    ]
)


@pytest.mark.parametrize(("announced", "unnamed"), [(5, 3), (2, 0), (1, 0)])
def test_goals_that_are_announced_but_not_named_are_counted(announced: int, unnamed: int) -> None:
    named = tuple(Goal(id=one, name=one) for one in "ab")
    assert Goals(year=2025, announced=announced, named=named).unnamed == unnamed


def test_a_sheet_without_goals_names_none() -> None:
    assert sheet(f"jobs: {figure(value=1)}").named_goals == ()


@pytest.mark.parametrize(("head", "language"), [("", "en"), ("languages: [zh, en]\n", "zh")])
def test_the_first_language_is_english_where_the_sheet_says_none(head: str, language: str) -> None:
    assert sheet(f"jobs: {figure(value=1)}", head=head).first_language == language


def test_an_observation_is_found_by_its_period_and_by_its_place_in_the_file() -> None:
    values = "{2022: 1, 2024: 3}"
    lines = [
        f"one: {figure(value=1, period=2023)}",
        f"several: {figure(value=None, period=None, observations=values)}",
    ]
    one, several = sheet("\n".join(lines)).indicators.values()
    assert several.observation_for(Period.parse("2024")) is several.latest
    assert several.observation_for(Period.parse("2023")) is None
    assert several.observation_for(None) is None
    assert several.observation_path(1) == ("indicators", "several", "observations", 1)
    assert one.observation_path(0) == ("indicators", "one")


def test_goals_and_plans_find_each_other() -> None:
    made = sheet(LINES, rest=REST)
    goal = made.goal("homes")
    assert goal is not None
    assert made.goal("none") is None
    assert [one.id for one in made.goals_of("jobs")] == ["homes"]
    assert made.goals_of("timeless") == []
    assert [(one.name, one.link) for one in made.plans_of("homes")] == [("P", "source")]


def test_stated_figures_are_counted_without_what_is_derived_or_open() -> None:
    made = sheet(LINES, rest=REST)
    assert [one.id for one in made.counted()] == ["jobs", "old", "timeless"]


def test_of_a_year_only_its_figures_are_counted_and_those_without_a_period() -> None:
    made = sheet(LINES, rest=REST, head="year: 2024\n")
    assert [one.id for one in made.counted()] == ["jobs", "timeless"]


def test_a_sheet_without_goals_has_none() -> None:
    made = sheet(LINES)
    assert made.goal("homes") is None
    assert made.goals_of("jobs") == []


def test_a_sheet_goes_to_another_process_and_back_unchanged() -> None:
    paths = [*data_folder().rglob("*.yaml")]
    assert len(paths) > 1
    for path in paths:
        made = load_sheet(path)
        assert pickle.loads(pickle.dumps(made)) == made  # noqa: S301


def test_the_latest_observation_is_the_last_with_a_value() -> None:
    stated = "{period: 2022, value: 3}, {period: 2023, value: 6}, {period: 2024, value: not stated}"
    rows = [
        f"trailing: {figure(period=None, observations=f'[{stated}]')}",
        f"none: {figure(value='not stated')}",
    ]
    made = sheet("\n".join(rows))
    trailing, none = made.indicators["trailing"], made.indicators["none"]
    assert trailing.latest is trailing.observations[1]
    assert trailing.last is trailing.observations[2]
    assert none.latest is none.last
    assert Wording("en").unstated_after(trailing) == "2024: not stated"
    assert Wording("zh").unstated_after(trailing) == "2024 年：未注明"
    assert Wording("en").unstated_after(none) == ""
    assert Wording("en").figure_phrase(trailing).endswith("2024: not stated")


def test_the_garbage_collector_looks_through_none_of_the_facts_that_are_many() -> None:
    sheet = load_sheet(data_folder() / "chongqing-by-year.yaml")
    held: list[object] = []
    for one in sheet.indicators.values():
        held += [one, one.unit, *one.observations]
        held += [it for value in one.observations for it in (value.period, value.citation) if it]
    held += [figure for section in sheet.sections for figure in section.figures]
    assert len(held) > 100
    assert not any(gc.is_tracked(one) for one in held)
