"""Phrases that kinds of charts share."""

from decimal import Decimal

import msgspec
import pytest

from cqviewer.charts.words import axis_value, bare_value, goals_noun, names_value
from cqviewer.model.facts import Indicator
from cqviewer.model.wording.wording import Wording
from tests.charts.sheets import bundled, small

EN = Wording("en")


def figure(value: str, unit: str = "'%'") -> Indicator:
    row = f"{{name: N, unit: {unit}, measure: level, value: {value}, period: 2024, source: s}}"
    return small(f"f: {row}", "{kind: bars, of: [f], title: T}").indicators["f"]


@pytest.mark.parametrize(
    ("title", "is_named"),
    [
        ("Fell by 11.4 % in 2020", True),
        ("From +11.4 %", True),
        ("11.45 or 111.4 or 11.4.1", False),
        ("It was 11", False),
    ],
)
def test_a_title_names_a_value_as_a_whole_number(title: str, is_named: bool) -> None:
    assert names_value(title, figure("1"), Decimal("-11.4"), EN) is is_named


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [("7.60", "'%'", "7.60\xa0%"), ("7.60", "bn yuan", "7.60"), ("not stated", "t", "not stated")],
)
def test_a_value_on_a_mark_has_no_unit_but_per_cent(value: str, unit: str, text: str) -> None:
    one = figure(value, unit)
    assert bare_value(one, one.latest, EN).replace("\u202f", "\xa0") == text


def test_a_value_on_an_axis_is_never_approximate() -> None:
    one = figure("7", "t")
    about = msgspec.structs.replace(one.latest, status="derived")
    assert axis_value(msgspec.structs.replace(one, observations=(about,)), Decimal(10), EN) == "10"


def test_a_sentence_ends_with_one_stop() -> None:
    assert EN.ended("Homes, 2024") == "Homes, 2024."
    assert EN.ended("Homes, 2024.") == "Homes, 2024."


def test_one_goal_is_named_in_the_singular() -> None:
    goals = bundled().goals
    assert goals is not None
    assert goals_noun(goals, EN) == "priorities"
    assert goals_noun(msgspec.structs.replace(goals, announced=1), EN) == "priority"
