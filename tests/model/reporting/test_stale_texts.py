"""Texts that still say what the edition before stated are named, each once, and no others."""

import pytest

from cqviewer.model.facts import Sheet
from cqviewer.model.reporting.edition_rows import EditionRow
from cqviewer.model.reporting.edition_words import edition_groups
from cqviewer.model.wording.wording import Wording
from tests.model.sheets import figure, sheet


def town(lead: str, value: object, **fields: object) -> Sheet:
    """Return a sheet whose section says something of its one figure."""
    rest = f"sections: [{{id: one, title: One, lead: '{lead}'}}]\n"
    return sheet(f"jobs: {figure(value=value, **fields)}", rest=rest)


def stale(before: Sheet, now: Sheet) -> list[EditionRow]:
    """Return the texts that a change made stale."""
    found = edition_groups(before, now, Wording("en"))
    return [row for group in found if group.kind == "stale" for row in group.rows]


LEVEL = {"measure": "level"}
RATE = {"measure": "growth", "unit": "'%'"}
MONEY = {"measure": "level", "unit": "bn yuan"}


@pytest.mark.parametrize(
    ("lead", "fields"),
    [
        ("It has 1,200 jobs.", {}),
        ("It has 1200.", {}),
        ("It has 1\u202f200 jobs.", {}),
        ("1,200.", {}),
        ("(1,200)", {}),
        ("From 900 to 1,200, they say.", {}),
    ],
)
def test_a_number_is_found_by_itself_at_any_place(lead: str, fields: dict[str, object]) -> None:
    found = stale(town(lead, 1200, **fields), town(lead, 1184, **fields))
    assert len(found) == (lead not in ("It has 1200.", "It has 1\u202f200 jobs."))


@pytest.mark.parametrize(
    "lead",
    [
        "It has 11,200 jobs.",
        "It has 1,200,000 jobs.",
        "It has 1,200.5 jobs.",
        "It has 1,2005 jobs.",
        "It has 0.1,200 jobs.",
        "It has 1,184 jobs.",
        "It has {jobs}.",
        "It has {= 1,200} other jobs.",
        "It has jobs.",
    ],
)
def test_a_part_of_another_number_is_not_found(lead: str) -> None:
    assert stale(town(lead, 1200), town(lead, 1184)) == []


@pytest.mark.parametrize(
    ("lead", "value", "fields", "is_stale"),
    [
        ("A rise of 7.6 %.", "7.6", RATE, True),
        ("A rise of 7.6%.", "7.6", RATE, False),  # English is worded with a space
        ("A rise of 7.6 points.", "7.6", RATE, False),
        ("A fall of 7.6 %.", "-7.6", RATE, True),
        ("5 jobs were left.", 5, {**LEVEL, "name": "Work"}, True),
        ("5 were left.", 5, {**LEVEL, "name": "Work"}, False),  # one digit is found by chance
        ("120 were left.", 120, {**LEVEL, "name": "Work"}, True),
        ("It made 40.6 bn yuan.", "40.6", MONEY, True),
        ("It made 40.6 m yuan.", "40.6", MONEY, True),  # three digits, whatever stands after
        ("It made 41 bn yuan.", "40.6", MONEY, False),
    ],
)
def test_a_short_number_is_looked_for_with_its_unit(
    lead: str, value: object, fields: dict[str, object], *, is_stale: bool
) -> None:
    found = stale(town(lead, value, **fields), town(lead, 77, **fields))
    assert bool(found) is is_stale


def test_one_figure_is_told_once_of_a_text_and_two_figures_each() -> None:
    lead = "It had 1,200 jobs, yes 1,200 jobs, and 3,400 calls."
    before, now = (
        sheet(
            f"jobs: {figure(value=jobs)}\ncalls: {figure(name='Calls', unit='calls', value=calls)}",
            rest=f"sections: [{{id: one, title: One, lead: '{lead}'}}]\n",
        )
        for jobs, calls in ((1200, 3400), (1100, 3300))
    )
    assert [(one.figure, one.before, one.now) for one in stale(before, now)] == [
        ("jobs", "1,200 jobs", "1,100"),
        ("calls", "3,400 calls", "3,300"),
    ]


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ({"value": 1200}, {"value": "1200.0"}),
        ({"value": 1200}, {"value": 1200, "status": "provisional"}),
        ({"value": "below 1200"}, {"value": "below 1100"}),
    ],
)
def test_a_value_that_stays_makes_no_text_stale(
    before: dict[str, object], now: dict[str, object]
) -> None:
    lead = "It has 1,200 jobs."
    assert stale(town(lead, **{**LEVEL, **before}), town(lead, **{**LEVEL, **now})) == []


@pytest.mark.parametrize("lead", ["About 1.2 jobs each.", "Each has about 1.2 jobs."])
def test_a_rounded_value_is_found_as_it_was_shown(lead: str) -> None:
    fields = {**LEVEL, "digits": 1, "name": "Work"}
    (row,) = stale(town(lead, "1.234", **fields), town(lead, "1.5", **fields))
    assert row.now.startswith("1.5")


CHART = "charts: [{kind: line, of: [calls], title: %s}]"


def drawn(years: str, title: str) -> Sheet:
    """Return a sheet with a series and the chart of it."""
    line = figure(name="Calls", value=None, period=None, measure="level", observations=years)
    rest = f"sections: [{{id: one, title: One, {CHART % title}}}]\n"
    return sheet(f"calls: {line}", rest=rest)


@pytest.mark.parametrize(
    ("years", "more", "title", "said"),
    [
        ("{2022: 1, 2023: 2}", "2024: 3", "Calls to 2023", "It says 2023; the chart goes to 2024."),
        ("{2022: 1, 2023: 2}", "2024: 3", "{zh: 至 2023 年, en: Calls}", "It says 2023 年"),
        ("{2023-Q3: 1, 2023-Q4: 2}", "2024-Q1: 3", "To 2023-Q4", "It says"),
        ("{2023-10: 1, 2023-11: 2}", "2023-12: 3", "To 2023-11", "It says"),
    ],
)
def test_a_title_that_names_the_last_period_of_before_is_stale(
    years: str, more: str, title: str, said: str
) -> None:
    (row,) = stale(drawn(years, title), drawn(f"{years[:-1]}, {more}}}", title))
    assert row.reason.startswith(said)
    assert (row.figure, row.name) == ("calls", "One: chart")


@pytest.mark.parametrize(
    ("years", "more", "title"),
    [
        ("{2022: 1, 2023: 2}", "2024: 3", "Calls to 2024"),
        ("{2022: 1, 2023: 2}", "2024: 3", "'Calls, 2022 to 2024'"),
        ("{2022: 1, 2023: 2}", "2024: 3", "From 2023 to 2024"),
        ("{2022: 1, 2023: 2}", "2024: 3", "Calls since 12023"),
        ("{2022: 1, 2023: 2}", "2024: 3", "Calls in 2023-24"),
        ("{2022: 1, 2023: 2}", "2024: 3", "Calls"),
        ("{2023-10: 1, 2023-11: 2}", "2023-12: 3", "Calls 2023"),
    ],
)
def test_a_title_that_names_the_new_period_or_none_is_right(
    years: str, more: str, title: str
) -> None:
    assert stale(drawn(years, title), drawn(f"{years[:-1]}, {more}}}", title)) == []


def test_a_title_is_right_where_the_chart_ends_as_before() -> None:
    before, now = (drawn(f"{{2022: {one}, 2023: 2}}", "Calls to 2023") for one in (1, 7))
    assert stale(before, now) == []


@pytest.mark.parametrize(
    ("lead", "unit", "value", "is_stale"),
    [
        ("It sold 1,602 bn yuan.", "trn yuan", "1.615", True),
        ("It sold 1,602 bn yuan.", "trn yuan", "1.602", False),
        ("It sold 1,602 bn yuan.", "CNY billion", "1602", False),
        ("It sold 1,602 bn yuan.", "€ billion", "1602", True),
    ],
)
def test_a_value_in_another_unit_makes_a_text_stale_unless_it_is_worth_the_same(
    lead: str, unit: str, value: str, *, is_stale: bool
) -> None:
    found = stale(town(lead, 1602, **MONEY), town(lead, value, measure="level", unit=unit))
    assert bool(found) is is_stale


@pytest.mark.parametrize(
    ("lead", "is_stale"),
    [
        ("In the south 2,751 were lost.", True),
        ("In the west 2,751 were lost.", False),
        ("In south and west 2,751 were lost.", False),
        ("2,751 were lost.", False),
    ],
)
def test_a_value_that_another_figure_has_by_chance_is_stale_where_its_own_is_named(
    lead: str, *, is_stale: bool
) -> None:
    west = f"west: {figure(name='West', value=2751)}\n"
    rest = f"sections: [{{id: one, title: One, lead: '{lead}'}}]\n"
    before, now = (
        sheet(f"{west}south: {figure(name='South', **said)}", rest=rest)
        for said in ({"value": 2751}, {"value": None, "missing": "suppressed"})
    )
    assert bool(stale(before, now)) is is_stale
