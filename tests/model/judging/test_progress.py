"""Progress towards a level: the published methods, and what they refuse."""

from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqviewer.model.choices import Measure, Method
from cqviewer.model.facts import Indicator
from cqviewer.model.judging.progress import Progress, progress_of
from cqviewer.model.numbers.period import Period
from cqviewer.model.target import Target
from tests.model.test_changes import observed, series

SWIMMERS = series(observed("2015", "50"), observed("2024", "60"), measure="level")


def target(value: str, period: str = "2030", base: str = "2015") -> Target:
    return Target(
        period=Period.parse(period), value=Decimal(value), base=Period.parse(base), method="un"
    )


def made(
    one: Indicator, value: str = "75", method: Method = "statcan", direction: int = 1
) -> Progress:
    found = progress_of(one, target(value), method, direction)
    assert isinstance(found, Progress)
    return found


def test_the_published_example_gives_the_published_results() -> None:
    """50 in 2015, 60 in 2024, target 75 in 2030: R = 0.7469, P = 0.7102."""
    statcan, un = made(SWIMMERS), made(SWIMMERS, method="un")
    assert (round(statcan.result, 4), round(un.result, 4)) == (Decimal("0.7469"), Decimal("0.7102"))
    assert (statcan.outcome, un.outcome) == ("acceleration", "acceleration")
    assert (statcan.years, statcan.span) == (9, 15)
    assert round(un.at_this_rate, 2) == Decimal("67.75")
    assert round(statcan.observed, 4) == Decimal("0.0205")
    assert round(statcan.required, 4) == Decimal("0.0274")


@pytest.mark.parametrize(
    ("latest", "statcan", "un"),
    [
        ("40", "deterioration", "stagnation"),
        ("50", "limited", "stagnation"),
        ("52", "limited", "acceleration"),
        ("58", "acceleration", "acceleration"),
        ("63.5", "on_track", "on_track"),
    ],
)
def test_the_result_falls_into_a_class(latest: str, statcan: str, un: str) -> None:
    one = series(observed("2015", "50"), observed("2024", latest), measure="level")
    assert (made(one).outcome, made(one, method="un").outcome) == (statcan, un)


@pytest.mark.parametrize(
    ("method", "least", "at", "below"),
    [
        ("statcan", "0", "limited", "deterioration"),
        ("statcan", "0.60", "acceleration", "limited"),
        ("statcan", "0.95", "on_track", "acceleration"),
        ("un", "0.10", "acceleration", "stagnation"),
        ("un", "0.95", "on_track", "acceleration"),
    ],
)
def test_a_result_at_a_published_limit_belongs_to_the_better_class(
    method: Method, least: str, at: str, below: str
) -> None:
    one = made(SWIMMERS, method=method)
    at_limit = msgspec.structs.replace(one, result=Decimal(least))
    just_below = msgspec.structs.replace(one, result=Decimal(least) - Decimal("0.0001"))
    assert (at_limit.outcome, just_below.outcome) == (at, below)


@pytest.mark.parametrize(
    ("rows", "value", "measure", "reason"),
    [
        ([("2015", "0"), ("2024", "60")], "75", "level", "base_zero"),
        ([("2015", "-5"), ("2024", "60")], "75", "level", "base_negative"),
        ([("2015", "50"), ("2024", "-1")], "75", "level", "target_sign"),
        ([("2015", "50"), ("2024", "60")], "-75", "level", "target_sign"),
        ([("2016", "50"), ("2024", "60")], "75", "level", "no_base"),
        ([("2015", "50"), ("2016", "60")], "75", "level", "no_latest"),
        ([("2015", "50"), ("2031", "60")], "75", "level", "no_latest"),
        ([("2015", "80"), ("2024", "70")], "75", "level", "base_met"),
        ([("2015", "75"), ("2024", "70")], "75", "level", "base_met"),
        ([("2015", "5"), ("2024", "6")], "75", "growth", "rate_method"),
    ],
)
def test_what_no_method_can_judge_says_why(
    rows: list[tuple[str, str]], value: str, measure: Measure, reason: str
) -> None:
    one = series(*(observed(*row) for row in rows), measure=measure)
    assert progress_of(one, target(value), "statcan", 1) == reason


def test_base_and_latest_are_the_same_part_of_their_years() -> None:
    """The latest value is of the base's quarter, though a later one is known."""
    one = series(
        observed("2015-Q3", "7.41"),
        observed("2022-Q3", "6.33"),
        observed("2022-Q4", "5"),
        measure="level",
    )
    found = progress_of(one, target("3", base="2015-Q3"), "statcan", -1)
    assert isinstance(found, Progress)
    assert found.latest.period == Period.parse("2022-Q3")
    assert (found.years, found.span, found.outcome) == (7, 15, "limited")
    assert round(found.result, 2) == Decimal("0.38")


@given(
    base=st.decimals(1, 1000, places=2),
    latest=st.decimals(1, 1000, places=2),
    aim=st.decimals(1, 1000, places=2),
    power=st.integers(-6, 9),
    method=st.sampled_from(["statcan", "un"]),
)
def test_no_verdict_changes_with_the_scale_of_the_unit(
    base: Decimal, latest: Decimal, aim: Decimal, power: int, method: Method
) -> None:
    def told(by: int) -> object:
        rows = [("2015", base), ("2024", latest)]
        one = series(*(observed(year, f"{it.scaleb(by):f}") for year, it in rows), measure="level")
        found = progress_of(one, target(f"{aim.scaleb(by):f}"), method, 1 if aim > base else -1)
        return (found.outcome, found.result) if isinstance(found, Progress) else found

    assert told(0) == told(power)
