"""Verdicts on targets: exact, in the direction that is better, or with the reason for none."""

from decimal import Decimal

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cqviewer.model.choices import Better, BoundKind, Measure, TargetKind
from cqviewer.model.facts import Bound, Indicator
from cqviewer.model.judging.verdict import (
    Verdict,
    chief_target,
    count_of,
    other_methods,
    shown_outturn,
    target_of,
    verdict_of,
    verdicts,
)
from cqviewer.model.numbers.period import Period
from cqviewer.model.target import Result, Target
from tests.model.sheets import sheet
from tests.model.test_changes import observed, series


def aim(
    value: str | None, kind: TargetKind = "value", period: str = "2024", **more: object
) -> Target:
    number = None if value is None else Decimal(value)
    return Target(period=Period.parse(period), kind=kind, value=number, **more)  # type: ignore[arg-type]


def grown(value: str, better: Better | None = "higher", period: str = "2024") -> Indicator:
    one = series(observed(period, value), unit="%", measure="growth")
    return msgspec.structs.replace(one, better=better, prices="real")


@pytest.mark.parametrize(
    ("kind", "value", "better", "outcome"),
    [
        ("value", "7", "higher", "met"),
        ("value", "6.99", "higher", "missed"),
        ("value", "7", "lower", "met"),
        ("value", "7.01", "lower", "missed"),
        ("value", "7.3", None, "none"),
        ("at least", "7", None, "met"),
        ("at least", "6.9", None, "missed"),
        ("above", "7", None, "missed"),
        ("above", "7.1", None, "met"),
        ("at most", "7", None, "met"),
        ("below", "7", None, "missed"),
        ("below", "6.9", None, "met"),
        ("about", "7", "higher", "none"),
    ],
)
def test_an_outturn_meets_or_misses_a_target(
    kind: TargetKind, value: str, better: Better | None, outcome: str
) -> None:
    made = verdict_of(grown(value, better), aim("7", kind))
    assert made.outcome == outcome
    assert made.difference == Decimal(value) - 7
    assert made.method == "difference"


@pytest.mark.parametrize(
    ("value", "better", "outcome"),
    [
        ("5.5", "higher", "within"),
        ("5.49", "higher", "missed"),
        ("6", "higher", "met"),
        ("6.4", None, "within"),
        ("6.6", None, "missed"),
        ("6.6", "lower", "missed"),
        ("5", "lower", "met"),
    ],
)
def test_about_has_the_limits_that_the_sheet_gives(
    value: str, better: Better | None, outcome: str
) -> None:
    made = verdict_of(grown(value, better), aim("6", "about", allowance=Decimal("0.5")))
    assert made.outcome == outcome


def test_a_verdict_of_the_source_goes_before_ours() -> None:
    stated = Result(text="119 % of the target", met=True)
    made = verdict_of(grown("5"), aim("6", result=stated))
    assert (made.outcome, made.is_stated) == ("met", True)
    assert made.difference == -1
    alone = verdict_of(grown("5"), aim(None, result=Result(text="As planned")))
    assert (alone.outcome, alone.difference) == ("stated", None)


def test_what_has_no_outturn_yet_is_open() -> None:
    assert verdict_of(grown("5"), aim("6", period="2025")).outcome == "open"


@pytest.mark.parametrize(
    ("one", "target", "reason"),
    [
        (grown("5", period="2024-01/2024-11"), aim("6"), "period"),
        (grown("5", period="2025"), aim("6"), "period"),
        (grown("5"), aim("6", measure="level"), "measure"),
        (grown("5"), aim("6", prices="nominal"), "prices"),
        (grown("5", None), aim("6"), "direction"),
        (grown("5"), aim("6", "about"), "allowance"),
        (series(observed("2024", None)), aim("6"), "no_value"),
        (
            series(observed("2024", None, status="stated", bound=Bound("below", Decimal(5)))),
            aim("4", "at least"),
            "bound",
        ),
    ],
)
def test_what_cannot_be_judged_says_why(one: Indicator, target: Target, reason: str) -> None:
    made = verdict_of(one, target)
    assert (made.outcome, made.reason) == ("none", reason)
    assert not made.is_known


def limited(kind: BoundKind, value: str, better: Better | None = None) -> Indicator:
    one = observed("2024", None, status="stated", bound=Bound(kind, Decimal(value)))
    return msgspec.structs.replace(series(one), better=better)


@pytest.mark.parametrize(
    ("bound", "kind", "target", "better", "outcome"),
    [
        ("at least 5", "at least", "4", None, "met"),
        ("at least 5", "at least", "5", None, "met"),
        ("at least 5", "at least", "5.1", None, "none"),
        ("at least 5", "above", "5", None, "none"),
        ("above 5", "above", "5", None, "met"),
        ("above 5", "at most", "5", None, "missed"),
        ("at least 5", "at most", "5", None, "none"),
        ("at least 5", "below", "5", None, "missed"),
        ("below 0", "above", "0", None, "missed"),
        ("above 0", "above", "0", None, "met"),
        ("below 5", "at least", "5", None, "missed"),
        ("at most 5", "at least", "5", None, "none"),
        ("below 5", "below", "5", None, "met"),
        ("at most 5", "value", "6", "lower", "met"),
        ("at most 5", "value", "6", "higher", "missed"),
        ("at most 5", "value", "6", None, "none"),
        ("at most 5", "about", "6", None, "none"),
    ],
)
def test_a_limit_that_settles_a_target_has_a_verdict(
    bound: str, kind: TargetKind, target: str, better: Better | None, outcome: str
) -> None:
    of_bound, _, value = bound.rpartition(" ")
    made = verdict_of(limited(of_bound, value, better), aim(target, kind))  # type: ignore[arg-type]
    assert (made.outcome, made.value, made.difference) == (outcome, None, None)


@pytest.mark.parametrize(
    ("bound", "value", "outcome"),
    [("above", "6.5", "missed"), ("at least", "6.5", "none"), ("above", "5", "none")],
)
def test_a_limit_beyond_what_about_allows_misses_it(
    bound: BoundKind, value: str, outcome: str
) -> None:
    target = aim("6", "about", allowance=Decimal("0.5"))
    assert verdict_of(limited(bound, value), target).outcome == outcome


@given(
    st.sampled_from(("above", "at least", "below", "at most")),
    st.sampled_from(("value", "at least", "above", "at most", "below", "about")),
    st.sampled_from(("higher", "lower", None)),
    st.integers(-3, 3),
    st.integers(-3, 3),
    st.integers(-9, 9),
)
def test_all_values_within_a_limit_have_its_verdict(
    bound: BoundKind, kind: TargetKind, better: Better | None, at: int, target: int, value: int
) -> None:
    wanted = aim(str(target), kind, allowance=Decimal(1) if kind == "about" else None)
    made = verdict_of(limited(bound, str(at), better), wanted)
    allowed = {"above": value > at, "at least": value >= at}
    allowed |= {"below": value < at, "at most": value <= at}
    assume(made.is_known and allowed[bound])
    one = msgspec.structs.replace(series(observed("2024", str(value))), better=better)
    assert verdict_of(one, wanted).outcome == made.outcome


def test_a_provisional_outturn_gives_a_provisional_verdict() -> None:
    one = series(observed("2024", "8", marks=("provisional",)))
    assert verdict_of(one, aim("7", "at least")).is_provisional
    assert not verdict_of(one, aim("7")).is_provisional  # no verdict that could change
    assert not verdict_of(one, aim("7", result=Result(text="met", met=True))).is_provisional


def test_the_exact_value_of_a_derived_outturn_is_judged_and_shown_where_rounding_hides_it() -> None:
    made = sheet(
        "a: {name: A, unit: t, measure: level, value: 20.88, period: 2024, source: report}\n"
        "b: {name: B, unit: t, measure: level, derived: a / 3, digits: 1, better: higher,"
        " targets: [{for: 2024, value: 7, source: report}]}"
    )
    figure = made.indicators["b"]
    verdict = verdicts(figure)[0]
    assert figure.latest.value == Decimal("7.0")
    assert (verdict.outcome, verdict.difference) == ("missed", Decimal("-0.04"))
    assert shown_outturn(figure, verdict) == Decimal("6.96")


def level(*rows: tuple[str, str], target: Target, better: Better = "higher") -> Indicator:
    one = series(*(observed(*row) for row in rows), measure="level")
    return msgspec.structs.replace(one, better=better, targets=(target,))


def towards(value: str, **more: object) -> Target:
    base = Period.parse("2015")
    made = aim(value, period="2030", base=base, method="statcan")
    return msgspec.structs.replace(made, **more)


def test_progress_is_judged_until_the_outturn_of_the_target_is_known() -> None:
    one = level(("2015", "50"), ("2024", "60"), target=towards("75"))
    made = verdicts(one)[0]
    assert (made.outcome, made.method) == ("acceleration", "statcan")
    assert [other.method for other in other_methods(one, made)] == ["un"]
    late = level(("2015", "50"), ("2024", "60"), ("2030", "74"), target=towards("75"))
    assert (verdicts(late)[0].outcome, verdicts(late)[0].method) == ("missed", "difference")
    assert other_methods(late, verdicts(late)[0]) == []


def test_a_target_that_is_reached_before_its_period_is_achieved() -> None:
    made = verdicts(level(("2015", "50"), ("2024", "76"), target=towards("75")))[0]
    assert (made.outcome, made.difference) == ("achieved", Decimal(1))


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        (towards("75", measure="share"), "measure"),
        (towards("75", prices="real"), "prices"),
        (towards("40"), "base_met"),
    ],
)
def test_progress_that_cannot_be_judged_says_why(target: Target, reason: str) -> None:
    made = verdicts(level(("2015", "50"), ("2024", "60"), target=target))[0]
    assert (made.outcome, made.reason, made.progress) == ("none", reason, None)


def test_progress_needs_a_direction_and_the_measure_of_its_target() -> None:
    target = towards("75")
    for changes, reason in (({}, "direction"), ({"measure": "share"}, "measure")):
        one = level(
            ("2015", "50"), ("2024", "60"), target=msgspec.structs.replace(target, **changes)
        )
        undirected = msgspec.structs.replace(one, better=None)
        (made,) = verdicts(undirected)
        assert (made.outcome, made.reason, made.progress) == ("none", reason, None)


def test_the_target_of_a_card_is_that_of_its_period_or_else_the_next() -> None:
    one = grown("5")
    early, own, late = (aim("6", period=year) for year in ("2023", "2024", "2030"))
    for targets, chief in (
        ((early, own, late), own),
        ((early, late), late),
        ((early,), early),
        ((), None),
    ):
        assert chief_target(msgspec.structs.replace(one, targets=targets)) == chief
    assert target_of(msgspec.structs.replace(one, targets=(early,)), early.period) == early
    assert target_of(one, early.period) is None


@given(st.permutations([str(year) for year in range(2020, 2029)]), st.integers(2019, 2028))
def test_the_target_of_a_card_is_the_next_in_whatever_order_targets_stand(
    years: list[str], latest: int
) -> None:
    figure = grown("5", period=str(latest))
    targets = tuple(aim("6", period=year) for year in years)
    chief = chief_target(msgspec.structs.replace(figure, targets=targets))
    assert chief is not None
    assert chief.period == Period.parse(str(max(latest, 2020)))
    past = tuple(one for one in targets if (one.period.year or 0) < latest)
    last = chief_target(msgspec.structs.replace(figure, targets=past))
    assert [last and last.period] == ([Period.parse(str(latest - 1))] if past else [None])


def test_targets_are_counted_by_their_verdicts() -> None:
    figures = [
        msgspec.structs.replace(grown("8"), targets=(aim("7"), aim("9", period="2025"))),
        msgspec.structs.replace(grown("5"), targets=(aim("7"),)),
        level(("2015", "50"), ("2024", "76"), target=towards("75")),
    ]
    assert count_of(figures, 2024) == {"all": 2, "met": 1, "missed": 1}
    assert count_of(figures, 2025) == {"all": 1, "open": 1}
    assert count_of(figures, None) == {"all": 4, "met": 2, "missed": 1, "open": 1}


@pytest.mark.parametrize("base", ["50", "0"])
def test_a_target_on_whose_way_the_figure_is_counts_as_open(base: str) -> None:
    figure = level(("2015", base), ("2024", "60"), target=towards("75"))
    assert count_of([figure], None) == {"all": 1, "open": 1}


_NUMBERS = st.decimals(-1000, 1000, places=2)
_KINDS: dict[TargetKind, TargetKind] = {
    "value": "value",
    "about": "about",
    "at least": "at most",
    "above": "below",
}


def judged(
    value: Decimal, target: Decimal, kind: TargetKind, better: Better, measure: Measure = "level"
) -> Verdict:
    one = series(observed("2024", f"{value:f}"), measure=measure)
    slack = Decimal(1) if kind == "about" else None
    made = Target(period=Period.parse("2024"), kind=kind, value=target, allowance=slack)
    return verdict_of(msgspec.structs.replace(one, better=better), made)


@given(value=_NUMBERS, target=_NUMBERS, kind=st.sampled_from([*_KINDS]))
def test_lower_is_better_mirrors_higher_is_better(
    value: Decimal, target: Decimal, kind: TargetKind
) -> None:
    mirrored = judged(-value, -target, _KINDS[kind], "lower")
    assert judged(value, target, kind, "higher").outcome == mirrored.outcome


@given(value=_NUMBERS, target=_NUMBERS, power=st.integers(-6, 9))
def test_no_verdict_changes_with_the_scale_of_the_unit(
    value: Decimal, target: Decimal, power: int
) -> None:
    scaled = judged(value.scaleb(power), target.scaleb(power), "value", "higher")
    plain = judged(value, target, "value", "higher")
    assert plain.outcome == scaled.outcome
    assert scaled.difference is not None
    assert plain.difference == scaled.difference.scaleb(-power)
