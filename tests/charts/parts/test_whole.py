"""Parts of a whole: totals, sums, shares, and when there are none."""

from decimal import Decimal

import msgspec

from cqviewer.charts.parts.whole import Whole, share_text, whole_of
from cqviewer.model.facts import Breakdown, Dimension, Indicator, Item
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
    some = parts("f", "F", "t", rows)
    assert whole((some[0], some[1], some[2][:2])).amount is None


def test_figures_of_no_common_breakdown_are_no_parts() -> None:
    loose = figure("f", "F", "t", [row("2024", "1")])
    sheet = one_chart("bars", of=finance())
    assert whole_of([*finance()[2], loose], sheet) is None
    assert whole_of(finance()[2][:1], sheet) is None


def test_of_two_dimensions_the_fixed_one_chooses_the_parts() -> None:
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
    sheet = msgspec.structs.replace(
        one_chart("bars", *figures),
        breakdowns={"f": made},
        dimensions={one.id: one for one in by},
    )
    of_x = whole_of(figures[:3], sheet)
    assert of_x is not None
    assert of_x.total is figures[2]
    assert of_x.is_complete
    assert of_x.amount == 3
