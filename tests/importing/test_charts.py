"""The sections and charts that suit what a table gives."""

from typing import Any

import pytest

from cqviewer.importing.cells import Amount
from cqviewer.importing.charts import ChartGroup, charts_of
from cqviewer.importing.figures import Figure, Value
from cqviewer.model.files.plain_file import Limits
from cqviewer.model.reading.yaml_tree import parse_yaml


def figure(numbers: dict[str, str]) -> Figure:
    """Return a figure with numbers by their periods."""
    rows = enumerate(numbers.items(), start=2)
    values = [Value(period, Amount(text), 1, row) for row, (period, text) in rows]
    return Figure("Jobs", (), "people", values)


def group(name: str = "Jobs", unit: str = "people", **items: dict[str, str]) -> ChartGroup:
    """Return a group with figures by their items, or one that stands alone under ''."""
    figures: dict[tuple[str, ...], Figure] = {
        (key,) if key != "alone" else (): figure(one) for key, one in items.items()
    }
    return ChartGroup(name.lower(), name, unit, figures)


def sections(groups: list[ChartGroup], *by: str) -> Any:  # noqa: ANN401 - a tree of YAML
    """Return the sections that are made, as read from their YAML."""
    text = "\n".join(["sections:", *charts_of(groups, list(by))])
    root: Any = parse_yaml(text, "sheet.yaml", Limits()).root
    return root["sections"]


def charts(groups: list[ChartGroup], *by: str) -> list[tuple[str, list[str], str]]:
    """Return kind, figures and title of each chart of the first section."""
    found = sections(groups, *by)[0].get("charts", [])
    return [(one["kind"], one["of"], one["title"]) for one in found]


SERIES = {"2023": "4", "2024": "5"}


def test_a_few_series_of_one_unit_are_lines_in_one_chart() -> None:
    groups = [group(name, alone=SERIES) for name in ("Jobs", "Homes")]
    assert charts(groups) == [("line", ["jobs", "homes"], "Figures in people, 2023 to 2024")]
    assert charts(groups[:1]) == [("line", ["jobs"], "Jobs, 2023 to 2024")]


def test_more_series_are_panels_and_many_are_ranked() -> None:
    groups = [group(f"Jobs {at}", alone=SERIES) for at in range(13)]
    assert [one[0] for one in charts(groups[:12])] == ["panels"]
    assert [(kind, title) for kind, _, title in charts(groups)] == [
        ("bars", "Figures in people, 2024")
    ]


def test_figures_of_other_units_and_lengths_are_charts_of_their_own() -> None:
    groups = [
        group("Jobs", alone=SERIES),
        group("Rate", "%", alone=SERIES),
        group("Births", alone={"2023-Q1": "4", "2023-Q2": "5"}),
    ]
    assert [one[1] for one in charts(groups)] == [["jobs"], ["rate"], ["births"]]


def test_single_values_are_ranked_and_one_alone_has_a_card() -> None:
    groups = [group(name, alone={"2024": "4"}) for name in ("Jobs", "Homes")]
    assert charts(groups) == [("bars", ["jobs", "homes"], "Figures in people, 2024")]
    (section,) = sections(groups[:1])
    assert section == {"id": "figures", "title": "Figures", "figures": ["jobs"]}


def test_a_breakdown_is_seen_in_time_and_at_its_end() -> None:
    one = group(north=SERIES, south=SERIES)
    assert charts([one], "district") == [
        ("line", ["jobs.north", "jobs.south"], "Jobs by district, 2023 to 2024"),
        ("bars", ["jobs"], "Jobs by district, 2024"),
    ]


def test_each_breakdown_has_a_section_with_a_title_that_fits_a_tab() -> None:
    long = group("Jobs of people who live in another district", north=SERIES)
    found = sections([group(north=SERIES), long], "district")
    assert [(one["id"], one["title"]) for one in found] == [
        ("figures_1", "Jobs"),
        ("figures_2", "Jobs of people who live in another …"),
    ]


WHOLE = {"2024": "9"}


@pytest.mark.parametrize(
    ("north", "south", "total", "adds_up"),
    [
        ("4", "5", "9", True),
        ("4.4", "5.4", "9.9", True),  # within the rounding of each term
        ("4", "5", "10.5", False),
        ("4", "x", "9", False),
    ],
)
def test_parts_add_up_where_they_make_their_total(
    north: str, south: str, total: str, adds_up: bool
) -> None:
    one = group(north={"2024": north}, south={"2024": south}, all={"2024": total})
    one.totals = {"all"}
    assert one.adds_up is adds_up
    assert charts([one], "district")[-1][0] == ("stacked" if adds_up else "bars")


def test_without_a_total_or_with_two_nothing_adds_up() -> None:
    one = group(north=WHOLE, south=WHOLE, all=WHOLE)
    assert not one.adds_up
    one.totals = {"all", "south"}
    assert not one.adds_up


@pytest.mark.parametrize(
    ("name", "unit", "measure"),
    [
        ("Jobs", "people", "level"),
        ("GDP growth", "%", "growth"),
        ("Growth in jobs", "people", "level"),
        ("Consumer price index", "", "index"),
        ("Prices (2015 = 100)", "", "index"),
    ],
)
def test_a_name_says_what_kind_of_numbers_they_are(name: str, unit: str, measure: str) -> None:
    assert group(name, unit, alone=SERIES).measure == measure


def test_titles_are_in_the_language_of_what_is_measured() -> None:
    pair = [group(name, unit="人", alone=SERIES) for name in ("就业", "人口")]
    assert sections(pair)[0]["title"] == "数据"
    assert charts(pair) == [("line", ["就业", "人口"], "数据（人），2023 至 2024")]
    parts = [group("就业", north=SERIES, south=SERIES)]
    assert charts(parts, "地区", "行业")[0][2] == "就业（按地区和行业分），2023 至 2024"
    assert charts([group("就业", north=SERIES)], "地区")[-1][2] == "就业（按地区分），2024"


@pytest.mark.parametrize(
    ("name", "measure"), [("工业增加值增速", "growth"), ("价格指数", "index"), ("就业率", "level")]
)
def test_a_chinese_name_says_what_kind_of_numbers_they_are(name: str, measure: str) -> None:
    assert group(name, unit="%", alone=SERIES).measure == measure


def test_values_of_several_years_are_said_to_be_of_these() -> None:
    early, late = group("Jobs", alone={"2023": "4"}), group("Homes", alone={"2024": "5"})
    assert charts([early, late])[0][2] == "Figures in people, 2023 to 2024"
    assert charts([late, late])[0][2] == "Figures in people, 2024"
    many = [group(f"Jobs {at}", alone={"2022": "4", "2023": "5"}) for at in range(12)]
    assert charts([*many, group("Jobs 12", alone=SERIES)])[0][2].endswith("2023 to 2024")


def test_items_are_ranked_where_they_end_in_one_period_alone() -> None:
    ends_early = {"2022": "4", "2023": "5"}
    assert [one[0] for one in charts([group(north=SERIES, south=ends_early)], "district")] == [
        "line"
    ]
    assert charts([group(north={"2023": "4"}, south={"2024": "5"})], "district") == [
        ("bars", ["jobs"], "Jobs by district")
    ]


def test_a_list_of_many_figures_has_a_line_for_each() -> None:
    groups = [group(f"Jobs of district number {at}", alone=SERIES) for at in range(12)]
    text = list(charts_of(groups, []))
    assert max(map(len, text)) <= 100
    assert "          - jobs of district number 7" in text
    assert charts(groups)[0][1] == [one.id for one in groups]
