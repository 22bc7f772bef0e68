"""Totals are held against their parts, within the rounding of each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqviewer.load import examine_sheet
from tests.model.sheets import HEAD, SOURCES

DIMENSIONS = """\
dimensions:
  place: {name: Place, items: {wales: Wales, england: England, all: {name: All, total: true}}}
  sex: {name: Sex, items: {women: Women, men: Men, both: {name: Both, total: true}}}
"""


AMOUNTS = "unit: t, measure: level"


def said(items: str, *, by: str = "place", adds_up: str = "true", kind: str = AMOUNTS) -> list[str]:
    """Return what is said of the sums of such items, with its line and column."""
    text = (
        f"{HEAD}{SOURCES}{DIMENSIONS}indicators:\n"
        f"  jobs: {{name: Jobs, {kind}, source: report par. 1, period: 2024,\n"
        f"    by: {by}, adds_up: {adds_up},\n    items: {items}}}\n"
        "sections: [{id: one, title: One, charts: [{kind: bars, of: [jobs], title: J}]}]\n"
    )
    found = [one.sentence() for one in examine_sheet(text.encode(), "f").problems]
    return [one for one in found if "total" in one or "the parts" in one]


@pytest.mark.parametrize(
    ("items", "problem"),
    [
        ("{wales: 5, england: 7, all: 12}", ""),
        ("{wales: 5.4, england: 7.4, all: 12.9}", ""),
        ("{wales: 5.4, england: 7.4, all: 13}", ""),
        ("{wales: 5.4, england: 7.4, all: 13.0}", "the total is 13.0, but its parts come to 12.8"),
        ("{wales: -5, england: 7, all: 2}", ""),
        ("{wales: 5, england: 7}", ""),
        ("{wales: 5, all: 5}", ""),
        ("{wales: {2023: 5}, england: {2023: 7}, all: {2023: 15}}", "the total is 15"),
        ("{wales: 5, england: {missing: not_applicable}, all: 5}", ""),
        ("{wales: 5, england: {missing: not_applicable}, all: 7}", "the total is 7"),
        ("{wales: 5, england: {missing: suppressed}, all: 6}", "1 total is not checked"),
    ],
)
def test_parts_come_to_their_total(items: str, problem: str) -> None:
    found = said(items)
    assert len(found) == bool(problem)
    assert problem in "".join(found)


@pytest.mark.parametrize(
    ("items", "more", "is_off"),
    [
        ("{wales: 1, england: 2, all: 4}", "unit: jobs, measure: count", True),
        ("{wales: 1, england: 2, all: 3}", "unit: jobs, measure: count", False),
        ("{wales: 1, england: 2, all: 4}", "unit: jobs, measure: level", False),
        ("{wales: 1, england: 2, all: 4}", "unit: bn yuan, measure: level", False),
        ("{wales: 400, england: 800, all: 1201}", "unit: thousand jobs, measure: count", False),
        ("{wales: 1, england: 2, all: 4}", "unit: 万人, measure: count", False),
        ("{wales: 1.0, england: 2.1, all: 3.2}", "unit: jobs, measure: count", False),
        ("{wales: 1, england: 2, all: 4}", "unit: jobs, measure: count, digits: 0", False),
        (
            "{wales: {value: 1, status: estimated}, england: 2, all: 3}",
            "unit: jobs, measure: count",
            False,
        ),
        (
            "{wales: {value: 1, status: estimated}, england: {value: 2, status: imputed}, all: 4}",
            "unit: jobs, measure: count",
            False,
        ),
        (
            "{wales: {value: 1, status: estimated}, england: 2, all: 4}",
            "unit: jobs, measure: count",
            True,
        ),
    ],
)
def test_exact_counts_add_up_exactly(items: str, more: str, *, is_off: bool) -> None:
    assert len(said(items, kind=more)) == is_off


@given(st.lists(st.integers(0, 10**12), min_size=2, max_size=2), st.integers(-2, 2))
def test_a_count_that_is_off_by_anything_is_found(terms: list[int], off: int) -> None:
    one, other = terms
    items = f"{{wales: {one}, england: {other}, all: {max(0, one + other + off)}}}"
    is_off = max(0, one + other + off) != one + other
    assert len(said(items, kind="unit: jobs, measure: count")) == is_off


def test_nothing_is_checked_where_nothing_is_said_to_add_up() -> None:
    assert said("{wales: 5, england: 7, all: 13}", adds_up="false") == []


def test_the_total_that_is_wrong_is_named_where_it_stands() -> None:
    items = "{wales: {2023: 5, 2024: 6}, england: {2023: 7, 2024: 8}, all: {2023: 12, 2024: 99}}"
    (found,) = said(items)
    assert found.startswith("f:12:91: error: the total is 99, but its parts come to 14 (mend a")


def test_periods_with_a_part_missing_are_passed_over_and_counted() -> None:
    items = "{wales: {2023: 5}, england: {2023: 7, 2024: 8}, all: {2023: 12, 2024: 99}}"
    (found,) = said(items)
    assert "note: 1 total is not checked: a part or the total has no value" in found


def test_totals_of_two_dimensions_are_held_along_each() -> None:
    rows = "{wales: {women: 1, men: 2, both: 3}, england: {women: 4, men: 5, both: 9}, all: {%s}}"
    assert said(rows % "women: 5, men: 7, both: 12", by="[place, sex]") == []
    found = said(rows % "women: 5, men: 28, both: 12", by="[place, sex]")
    assert [one.partition("error: ")[2].partition(" (")[0] for one in found] == [
        "the total is 28, but its parts come to 7",
        "the total is 12, but its parts come to 33",
    ]


@pytest.mark.parametrize(
    ("items", "come_to"),
    [
        ("{wales: 60, england: 40}", ""),
        ("{wales: 33.4, england: 66.7}", ""),  # within half a last digit of each
        ("{wales: 60, england: 70}", "130"),
        ("{wales: 60.0, england: 40.2}", "100.2"),
        ("{wales: {2023: 50, 2024: 70}, england: {2023: 60, 2024: 30}}", "110"),
        ("{wales: 60, england: {missing: suppressed}}", ""),
        ("{wales: 60, england: 40, all: 100}", ""),
    ],
)
def test_shares_that_add_up_are_no_more_than_the_whole(items: str, come_to: str) -> None:
    found = said(items, kind="unit: '%', measure: share")
    assert len(found) == bool(come_to)
    assert f"the parts come to {come_to} %, which is more" in "".join(found) or not come_to
    assert not said(items, kind="unit: '%', measure: level") or "total" in found[0]
