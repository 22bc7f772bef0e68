"""Verdicts that changed between two editions, and those of sources that rest on an older value."""

import pytest

from cqviewer.model.comparing.editions import compare_editions
from cqviewer.model.comparing.outcomes import Rejudged, rejudged
from cqviewer.model.facts import Sheet
from cqviewer.model.reporting.edition_words import Group, edition_groups
from cqviewer.model.wording.wording import Wording
from tests.model.sheets import figure, sheet

STATED = "{for: 2024, result: {text: 119 % of the target, met: true, source: report par. 2}}"


def one(value: object, target: str = "value: 1200", **more: object) -> str:
    aim = target if target.startswith("{") else f"{{for: 2024, {target}}}"
    return f"jobs: {figure(value=value, better='higher', targets=f'[{aim}]', **more)}"


def found(before: str, now: str) -> list[Rejudged]:
    old, new = sheet(before), sheet(now)
    return list(rejudged(old, new, compare_editions(old, new)))


def groups(before: Sheet, now: Sheet) -> dict[str, Group]:
    return {each.kind: each for each in edition_groups(before, now, Wording("en"))}


@pytest.mark.parametrize(
    ("before", "now", "outcomes"),
    [
        (one(1210), one(1190), ("met", "missed")),
        (one(1190), one(1200), ("missed", "met")),
        (one(1190), one(1190, "about: 1200, allowance: 20"), ("missed", "within")),
        (one(1190, "about: 1200"), one(1190, "about: 1200, allowance: 20"), ("none", "within")),
        (one(1210, period="2024-01/2024-11"), one(1210), ("none", "met")),
    ],
)
def test_another_outcome_of_the_same_target_is_found(
    before: str, now: str, outcomes: tuple[str, str]
) -> None:
    (judged,) = found(before, now)
    assert (judged.before.outcome, judged.now.outcome) == outcomes
    assert not judged.is_stale


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (one(1210), one(1210)),
        (one(1210), one(1205)),  # met as before
        (one(1210), one(1210, "value: 1205")),
        (one(1210), one(1210, "{for: 2025, value: 1300}")),  # a target that is new
        (one(1210), f"calls: {figure(value=5)}"),
    ],
)
def test_the_same_outcome_is_no_change_of_a_verdict(before: str, now: str) -> None:
    assert found(before, now) == []


def test_a_verdict_of_the_source_is_stale_where_the_value_it_was_given_on_changed() -> None:
    (judged,) = found(one(719000, STATED), one(709000, STATED))
    assert judged.is_stale
    assert found(one(719000, STATED), one(719000, STATED)) == []
    other = STATED.replace("119", "117")
    assert found(one(719000, STATED), one(709000, other)) == []  # the source judged anew


def test_a_figure_with_another_id_keeps_its_verdicts() -> None:
    now = one(1210).replace("jobs:", "posts:", 1)
    assert found(one(1210), now) == []


def test_a_changed_verdict_stands_with_its_working_among_what_follows() -> None:
    told = groups(sheet(one(1210)), sheet(one(1190)))
    (row,) = (each for each in told["follows"].rows if each.figure == "jobs")
    assert row.sentence(Wording("en")) == "Jobs: verdict, 2024: was Met, now Missed by 10"
    assert row.reason == "Target 1,200 for 2024. 1,190 − 1,200 = −10."
    assert row.brief == "Verdict changed, was Met"


def test_a_stale_verdict_is_named_with_the_value_it_was_given_on() -> None:
    told = groups(sheet(one(719000, STATED)), sheet(one(709000, STATED)))
    (row,) = told["stale"].rows
    assert (row.before, row.now) == ("719,000", "709,000")
    said = row.reason.replace("\u202f", " ").replace("\u00a0", " ")
    assert said == "The source gave its verdict, ‘Met: 119 % of the target’, on 719,000."


def test_a_verdict_of_a_method_changes_with_its_name() -> None:
    def pools(share: int) -> Sheet:
        years = f"{{2015: 50, 2024: {share}}}"
        aim = "[{for: 2030, at_least: 75, base: 2015, method: un, source: report}]"
        given = {"value": None, "period": None, "unit": "'%'", "measure": "share"}
        return sheet(f"pools: {figure(observations=years, targets=aim, **given)}")

    (row,) = (each for each in groups(pools(60), pools(51))["follows"].rows if each.place)
    assert row.before == "Acceleration needed, method ‘United Nations’"
    assert row.now == "Stagnation or regression, method ‘United Nations’"
    assert row.brief == f"Verdict changed, was {row.before}"
