"""Sheets side by side are named, ranked and explained in words."""

import datetime
from pathlib import Path

import msgspec
import pytest

from cqviewer.load import load_sheet
from cqviewer.model.comparing.side_by_side import ComparedRow, compare_figures, match_figures
from cqviewer.model.facts import Sheet
from cqviewer.model.wording.side_words import SideWording
from cqviewer.paths import data_folder
from tests.model.sheets import figure, sheet

NAMES = ("chongqing-2024-year", "chongqing-2023", "china-2024", "chongqing-2024")


@pytest.fixture(scope="module")
def sheets() -> list[Sheet]:
    """Read bundled sheets."""
    return [load_sheet(data_folder() / f"{name}.yaml") for name in NAMES]


@pytest.fixture(scope="module")
def rows(sheets: list[Sheet]) -> dict[str, ComparedRow]:
    """Compare them."""
    found = [compare_figures(one) for one in match_figures(sheets)]
    return {one.first.figure.id: one for one in found}


def two(one: dict[str, object], other: dict[str, object]) -> tuple[SideWording, ComparedRow]:
    """Compare a figure of two sheets of one name."""
    sheets = [sheet(f"jobs: {figure(**fields)}") for fields in (one, other)]
    (figures,) = match_figures(sheets)
    return SideWording(sheets, "en"), compare_figures(figures)


def test_sheets_of_one_place_and_year_are_told_apart_by_their_titles(sheets: list[Sheet]) -> None:
    assert SideWording(sheets[:3], "en").names == ["Chongqing 2024", "Chongqing 2023", "China 2024"]
    names = SideWording(sheets, "en").names
    assert names[0] == "Chongqing: the full year 2024 in figures"
    assert names[1:3] == ["Chongqing 2023", "China 2024"]
    again = SideWording([sheets[1], sheets[1]], "en").names
    assert again == ["Chongqing: the year 2023 in figures, 22\xa0January\xa02024"] * 2


def test_sheets_of_one_title_are_told_apart_by_their_dates_or_files(sheets: list[Sheet]) -> None:
    first = sheets[0]
    later = msgspec.structs.replace(first, date=datetime.date(2026, 1, 2))
    title = "Chongqing: the full year 2024 in figures"
    assert SideWording([first, later], "en").names == [
        f"{title}, 11\u00a0March\u00a02025",
        f"{title}, 2\u00a0January\u00a02026",
    ]
    draft = msgspec.structs.replace(first, file_name="draft.yaml")
    assert SideWording([first, draft], "en").names == [
        f"{title}, chongqing-2024-year.yaml",
        f"{title}, draft.yaml",
    ]


def test_the_title_names_and_counts_them(sheets: list[Sheet]) -> None:
    words = SideWording(sheets[:3], "en")
    assert words.title == "Compare: Chongqing 2024, Chongqing 2023, China 2024"
    assert words.standfirst.startswith("Three fact sheets side by side.")
    assert SideWording(sheets[:3], "zh").standfirst.startswith("3 份")


def test_a_part_is_named_with_its_whole() -> None:
    made = load_sheet(Path(__file__).parents[2] / "data" / "springfield.yaml")
    words = SideWording([made], "en")
    names = [words.name(compare_figures(one)) for one in match_figures([made])]
    assert "Lead in drinking water: Harbour" in names
    assert "Harbour" not in names


def test_another_year_stands_beside_the_rank(
    sheets: list[Sheet], rows: dict[str, ComparedRow]
) -> None:
    words, row = SideWording(sheets, "en"), rows["gdp_growth"]
    assert [words.rank(row, at) for at in range(3)] == [
        *("2 of 3, 2024", "1 of 3, 2023", "3 of 3, 2024"),
    ]
    assert words.phrase(row, 1) == "Chongqing 2023, GDP, +6.1\u202f%, 2023, rank 1 of 3"
    assert words.why(row) == [
        *("Same unit, same measure, real, a year each", "The periods differ: 2024, 2023."),
    ]


def test_a_value_that_is_not_there_says_so(
    sheets: list[Sheet], rows: dict[str, ComparedRow]
) -> None:
    words, row = SideWording(sheets, "en"), rows["retail"]
    assert (words.value(row, 0), words.rank(row, 0), words.period(row, 0)) == ("Not found", "", "")
    assert words.value(rows["jobs"], 2) == "Not in this sheet"
    assert words.rank(row, 3) == "not ranked"
    assert words.phrase(row, 3).endswith("Jan–Nov 2024, not ranked")


@pytest.mark.parametrize(
    ("figure_id", "said"),
    [
        ("gdp", "No change worked out: each is a first release."),
        ("gdp", "No bars: the largest is 45 times the smallest."),
        ("retail", "Different period: Jan–Nov 2024 covers eleven months, 2023 a year."),
        ("jobs", "No period is stated in Chongqing: 2024 in figures, 2025 in plans."),
        (
            "investment_growth",
            (
                "Different measure: ‘Foreign direct investment, change’ in China 2024, ‘Foreign"
                " investment, change’ in Chongqing: the full year 2024 in figures."
            ),
        ),
        (
            "exports",
            (
                "Different unit: % in Chongqing: 2024 in figures, 2025 in plans, trn yuan in China"
                " 2024."
            ),
        ),
        (
            "investment",
            (
                "Different unit: US$ million in Chongqing: 2024 in figures, 2025 in plans, bn yuan"
                " in China 2024. No exchange rate is given."
            ),
        ),
    ],
)
def test_the_reason_stands_against_what_is_not_compared(
    sheets: list[Sheet], rows: dict[str, ComparedRow], figure_id: str, said: str
) -> None:
    assert said in SideWording(sheets, "en").reasons(rows[figure_id])


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ({"prices": "real"}, {"prices": "nominal"}, "Different prices: nominal in "),
        ({}, {"prices": "real"}, "does not say whether its rate or amount is real or nominal."),
        ({"unit": "'%'", "measure": "share"}, {"unit": "'%'", "measure": "growth"}, "‘Change, per"),
        ({"period": "2024-Q1"}, {"period": "2024-02/2024-04"}, "begin in different months."),
        ({"period": "2024-03-01"}, {"period": "2024-03-01/2024-03-10"}, "covers ten days, 1"),
        ({"period": "2024-03"}, {"period": "2023/2024"}, "covers two years, Mar 2024 a month."),
        ({}, {"value": "below 3"}, "Only a bound is known in "),
        ({"release": "first"}, {}, "is a first release."),
    ],
)
def test_reasons_of_other_kinds(
    one: dict[str, object], other: dict[str, object], said: str
) -> None:
    words, row = two({"value": 5, **one}, {"value": 6, **other})
    (reason,) = words.reasons(row)
    assert said in reason


def test_a_reason_of_several_sheets_is_given_once() -> None:
    periods = ("2024", "2024", "2024", "2024-01", "2024-01")
    sheets = [sheet(f"jobs: {figure(value=4, period=one)}") for one in periods]
    (figures,) = match_figures(sheets)
    (reason,) = SideWording(sheets, "en").reasons(compare_figures(figures))
    assert reason.startswith("Different period")


def test_a_match_by_name_is_said() -> None:
    sheets = [sheet(f"jobs: {figure(value=1)}"), sheet(f"work: {figure(value=2)}")]
    (figures,) = match_figures(sheets)
    (said,) = SideWording(sheets, "en").reasons(compare_figures(figures))
    assert said.endswith("is ‘work’.")


def test_names_differ_in_the_language_in_which_they_do(rows: dict[str, ComparedRow]) -> None:
    name = "{en: Foreign investment, zh: 外资}"
    other = "{en: Direct investment, zh: 直接投资}"
    words, row = two({"value": 5, "name": name}, {"value": 6, "name": other})
    assert "‘Direct investment’" in words.reasons(row)[0]
    assert rows  # the same in both languages would have made them one figure


def test_differences_are_derived_in_the_unit_of_the_cell(
    sheets: list[Sheet], rows: dict[str, ComparedRow]
) -> None:
    words = SideWording(sheets, "en")
    assert words.difference(rows["gdp_growth"], 0, 2) == "+0.7 percentage points, derived"
    assert words.difference(rows["gdp"], 0, 1) == ""
    assert words.difference(rows["retail"], 0, 1) == ""


def test_a_row_is_copied_with_all_its_sources(
    sheets: list[Sheet], rows: dict[str, ComparedRow]
) -> None:
    head, *lines = (
        SideWording(sheets[:3], "en")
        .copied(compare_figures(next(iter(match_figures(sheets[:3])))))
        .splitlines()
    )
    assert head == "GDP, Amount, bn yuan"
    assert lines[1].startswith("Chongqing 2023 (3 of 3, 2023): Gross domestic product: 3,014.579")
    assert ["http" in line for line in lines] == [True, True, True, False, False]
    assert "Not in this sheet" in SideWording(sheets, "en").copied(rows["jobs"])
