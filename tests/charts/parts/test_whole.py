"""Parts of a whole: totals, sums, shares, and when there are none."""

from decimal import Decimal
from typing import get_args

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from cqviewer.charts.parts.whole import Whole, share_text, standing, whole_of, wholes_of
from cqviewer.model.choices import BoundKind
from cqviewer.model.facts import Bound, Breakdown, Dimension, Indicator, Item, Observation, Sheet
from cqviewer.model.numbers.period import Period
from cqviewer.model.numbers.unit import Unit
from cqviewer.model.wording.wording import Wording
from tests.charts.springfield import Parts, budget, figure, finance, of_parts, one_chart, parts, row


def whole(of: Parts) -> Whole:
    made = whole_of(of[2], of_parts("bars", of))
    assert made is not None
    return made


def test_a_stated_total_is_the_whole_and_is_no_part() -> None:
    made_of = budget()
    made = whole(made_of)
    assert made.total is made_of[2][-1]
    assert len(made.parts) == 9
    assert (made.amount, made.sum) == (Decimal("268.197"), Decimal("268.197"))
    assert share_text(made, Decimal("45.850"), Wording("en")) == "17.1\u202f%"


def test_without_a_total_the_sum_is_the_whole() -> None:
    made = whole(budget(total=None))
    assert made.total is None
    assert made.amount == Decimal("268.197")


def test_a_sum_may_differ_by_rounding_and_no_more() -> None:
    assert whole(budget(total="268.2")).is_within_rounding
    assert not whole(budget(total="270.0")).is_within_rounding


def test_shares_are_whole_or_have_a_digit_that_says_something() -> None:
    made = whole(finance())
    wording = Wording("en")
    assert share_text(made, made.amount, wording) == "100\u202f%"
    assert share_text(made, Decimal("0.02"), wording) == "0.007\u202f%"
    assert share_text(made, None, wording) == ""


def test_what_does_not_add_up_or_lacks_a_part_has_no_sum() -> None:
    rows = {"a": [row("2024", "1")], "b": [row("2024", "2")], "c": [row("2024", "4")]}
    assert whole(parts("f", "F", "t", rows, adds_up=False)).amount is None
    missing = parts("f", "F", "t", {**rows, "c": [row("2024", missing="suppressed")]})
    assert whole(missing).amount is None
    void = parts("f", "F", "t", {**rows, "c": [row("2024", missing="not_applicable")]})
    assert whole(void).amount == 3
    assert [whole(missing).sum, whole(void).sum] == [0, 3]
    some = parts("f", "F", "t", rows)
    assert whole((some[0], some[1], some[2][:2])).amount is None


def test_figures_of_no_common_breakdown_are_no_parts() -> None:
    loose = figure("f", "F", "t", [row("2024", "1")])
    sheet = one_chart("bars", of=finance())
    assert whole_of([*finance()[2], loose], sheet) is None
    assert whole_of(finance()[2][:1], sheet) is None


def by_two() -> Sheet:
    """Return figures by place and kind, each with a total of kinds."""
    items = {one: Item(id=one, name=one, is_total=one == "all") for one in ("x", "y", "all")}
    by = (
        Dimension(id="place", name="Place", items=items),
        Dimension(id="kind", name="Kind", items=items),
    )
    figures: list[Indicator] = []
    for first in ("x", "y"):
        for second, value in (("x", "1"), ("y", "2"), ("all", "3")):
            one = figure(
                f"f.{first}.{second}",
                "F",
                "t",
                [row("2024", value)],
                breakdown="f",
                items=(first, second),
            )
            figures.append(one)
    made = Breakdown(
        id="f",
        name="F",
        by=("place", "kind"),
        adds_up=True,
        figures=tuple(one.id for one in figures),
    )
    return msgspec.structs.replace(
        one_chart("bars", *figures),
        breakdowns={"f": made},
        dimensions={one.id: one for one in by},
    )


def test_of_two_dimensions_the_fixed_one_chooses_the_parts() -> None:
    sheet = by_two()
    figures = list(sheet.indicators.values())
    of_x = whole_of(figures[:3], sheet)
    assert of_x is not None
    assert of_x.total is figures[2]
    assert of_x.is_complete
    assert of_x.amount == 3


def places(sheet: Sheet, part: str) -> list[tuple[str, list[str]]]:
    """Return each dimension of a part with what is said of its place along it."""
    figure = sheet.indicators[part]
    return [(by.id, standing(figure, made, Wording("en"))) for by, made in wholes_of(figure, sheet)]


def test_a_part_has_its_place_along_each_dimension_but_that_of_which_it_is_the_total() -> None:
    sheet = by_two()
    share = ["2 of 2 by size", "33.3\u202f% of the whole, derived"]
    assert places(sheet, "f.x.x") == [
        ("place", ["1 of 2 by size", "50.0\u202f% of the whole, derived"]),
        ("kind", share),
    ]
    assert [by for by, _ in places(sheet, "f.x.all")] == ["place"]
    assert places(of_parts("bars", budget()), "budget.all_departments") == []


def test_a_part_stands_among_those_of_its_own_period() -> None:
    sheet = of_parts("bars", budget())
    seen = sheet.indicators["budget.transformation"].seen_at(Period.parse("2023"))
    ((_, made),) = wholes_of(seen, sheet)
    assert standing(seen, made, Wording("en")) == [
        "7 of 9 by size",
        "4.4\u202f% of the whole, derived",
    ]
    assert made.amount == Decimal("259.120")
    assert {one.latest.period for one in made.parts} == {Period.parse("2023")}


def test_no_place_is_claimed_among_what_is_not_alike() -> None:
    rows = {"a": [row("2024", "1")], "b": [row("2024", "2")], "c": [row("2023", "4")]}
    of = parts("f", "F", "t", rows)
    sheet = of_parts("bars", of)
    assert places(sheet, "f.a") == [("f_by", ["2 of 2 by size", ""])]  # c is of another year
    other = msgspec.structs.replace(of[2][1], unit=Unit.parse("kg"))
    mixed = msgspec.structs.replace(sheet, indicators={**sheet.indicators, "f.b": other})
    assert places(mixed, "f.a") == []
    loose = of_parts("bars", parts("f", "F", "t", rows, adds_up=False))
    assert places(loose, "f.a") == [("f_by", ["2 of 2 by size", ""])]
    unstated = {
        one: [Observation(value=Decimal(1), period=Period(), status="stated")] for one in rows
    }
    assert places(of_parts("bars", parts("f", "F", "t", unstated)), "f.a") == []
    hidden = {**rows, "a": [row("2024", missing="suppressed")]}
    assert places(of_parts("bars", parts("f", "F", "t", hidden)), "f.a") == []
    assert wholes_of(figure("g", "G", "t", [row("2024", "1")]), sheet) == []


def test_a_bound_that_leaves_a_rank_open_is_said() -> None:
    bound = {"kind": "below", "value": "9"}
    rows = {"a": [row("2024", "5")], "b": [row("2024", bound=bound)]}
    open_rank = "rank not known, since a limit leaves it open"
    sheet = of_parts("bars", parts("f", "F", "t", rows))
    assert places(sheet, "f.a") == places(sheet, "f.b") == [("f_by", [open_rank, ""])]


LIMITS = st.builds(Bound, st.sampled_from(get_args(BoundKind)), st.integers(0, 9).map(Decimal))


@given(st.lists(st.integers(0, 9).map(Decimal) | LIMITS, min_size=2, max_size=5), st.data())
def test_a_rank_holds_whatever_the_values_are_that_bounds_leave_open(
    known: list[Decimal | Bound], data: st.DataObject
) -> None:
    rows = {f"p{at}": [_written(one)] for at, one in enumerate(known)}
    sheet = of_parts("bars", parts("f", "F", "t", rows))
    made = whole_of(list(sheet.indicators.values()), sheet)
    assert made is not None
    assert made.count == len(known)
    true = [data.draw(_within(one)) for one in known]
    for at, one in enumerate(known):
        rank = made.ranks.get(f"f.p{at}")
        assert rank in (None, 1 + sum(other > true[at] for other in true))
        if not any(isinstance(other, Bound) for other in known):
            assert rank
        assert not (rank and isinstance(one, Bound))


def _written(one: Decimal | Bound) -> Observation:
    if isinstance(one, Decimal):
        return row("2024", str(one))
    return row("2024", bound={"kind": one.kind, "value": str(one.value)})


def _within(one: Decimal | Bound) -> st.SearchStrategy[Decimal]:
    """Return what a value may be of which this is known."""
    if isinstance(one, Decimal):
        return st.just(one)
    half = Decimal("0.5")  # beyond a limit that is not reached
    low, high = {
        "below": (Decimal(-9), one.value - half),
        "at most": (Decimal(-9), one.value),
        "above": (one.value + half, Decimal(20)),
        "at least": (one.value, Decimal(20)),
    }[one.kind]
    return st.decimals(low, high, places=1)
