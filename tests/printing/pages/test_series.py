"""Where the values of series come from, in the annex: one row a figure, each place by periods."""

from typing import Any

from cqviewer.load import read_sheet
from tests.printing.pages.test_document import edition
from tests.printing.sheets import made_up


def series(observations: str, *, unit: str = "'%'", figures: int = 1) -> dict[str, Any]:
    """Compose a sheet of some figures with the same observations."""
    ids = [f"a{at}" for at in range(figures)]
    text = (
        "cqviewer: 1\ntitle: T\nplace: P\ndate: 2024-01-01\nsources: {s: {title: S}}\nindicators:\n"
        + "".join(
            f"  {one}: {{name: {one}, unit: {unit}, measure: growth, note: The same for all.,"
            f" source: s p. 1, observations: [{observations}]}}\n"
            for one in ids
        )
        + f"sections: [{{id: one, title: One, figures: [{', '.join(ids)}]}}]\n"
    )
    return edition(read_sheet(text.encode(), "t.yaml"))


def test_the_annex_has_one_row_a_series_and_each_place() -> None:
    made = edition(made_up())["annex"]
    rows = [row for row in made["rows"] if row["name"] == "Containers handled in the port"]
    assert len(rows) == 1
    assert rows[0]["value"]["number"] == "5 values"
    assert rows[0]["period"] == "2018 to 2024"  # 2021 is not among them
    assert [rows[0]["origin"], *rows[0]["lines"]] == [
        "2018–2020, 2022: Stated in the source, [1] table 1",
        "2023: Not stated in the source, [1] table 1",
        "2024: Stated in the source, [2] page 4",
    ]
    ferries = next(row for row in made["rows"] if row["name"] == "Passengers on the ferries")
    assert ferries["period"] == "2018–2024"
    assert [ferries["origin"], *ferries["lines"]] == ["Stated in the source, [1] table 2"]


def test_what_is_said_of_several_figures_is_said_once() -> None:
    made = series("{period: 2022, value: 1}, {period: 2023, value: 2}", figures=3)["annex"]
    assert [row["lines"] for row in made["rows"]] == 3 * [["Note 1"]]
    assert made["notes"] == [{"number": "Note 1", "text": "The same for all."}]
    alone = series("{period: 2022, value: 1}, {period: 2023, value: 2}")["annex"]
    assert [row["lines"] for row in alone["rows"]] == [["The same for all."]]
    assert alone["notes"] == []


def test_running_totals_are_not_worded_as_one_period() -> None:
    made = series(
        "{period: 2024-01/2024-02, value: 1}, {period: 2024-01/2024-03, value: 2},"
        " {period: 2024-01/2024-04, value: 3, source: s p. 2}"
    )
    assert made["table"]["parts"][0]["notes"][0]["text"] == (
        "Jan–Feb 2024, Jan–Mar 2024: Stated, p. 1; Jan–Apr 2024: Stated, p. 2"
    )
    assert made["annex"]["rows"][0]["period"] == "January–February 2024 to January–April 2024"


def test_cells_at_equal_distances_are_named_by_the_first_two_and_the_last() -> None:
    cells = ("G9", "G23", "G37", "G51", "C2", "C9", "F9", "I9")
    made = series(
        ", ".join(
            f"{{period: {2017 + at}, value: {at}, source: s sheet A {cell}}}"
            for at, cell in enumerate(cells)
        )
    )["annex"]["rows"][0]
    assert [made["origin"], *made["lines"]][:-1] == [
        "2017–2020: Stated in the source, sheet ‘A’, cells G9, G23 … G51",
        "2021: Stated in the source, sheet ‘A’, cell C2",
        "2022–2024: Stated in the source, sheet ‘A’, cells C9, F9 … I9",
    ]


def test_cells_that_count_along_with_the_values_are_a_range() -> None:
    cells = [
        f"{{period: {2019 + at}, value: {at}, source: s table 1 {cell}}}"
        for at, cell in enumerate(("C7", "C8", "C9", "D9", "AA9", "AB9"))
    ]
    made = series(", ".join(cells))["annex"]["rows"][0]
    assert [made["origin"], *made["lines"][:-1]] == [
        "2019–2021: Stated in the source, table 1 C7:C9",
        "2022: Stated in the source, table 1 D9",
        "2023–2024: Stated in the source, table 1 AA9:AB9",
    ]
    whole = series(", ".join(cells[:3]))
    assert whole["annex"]["rows"][0]["origin"] == "Stated in the source, table 1 C7:C9"
    assert whole["table"]["parts"][0]["groups"][0]["rows"][0]["origin"] == "Stated, table 1 C7:C9"


def test_cells_of_a_worksheet_are_a_range_too() -> None:
    cells = [
        f"{{period: {2019 + at}, value: {at}, source: s sheet '{name}' {cell}}}"
        for at, (name, cell) in enumerate([("A", "C7"), ("A", "C8"), ("A", "C9"), ("B", "C10")])
    ]
    row = series(", ".join(cells))["annex"]["rows"][0]
    assert [row["origin"], *row["lines"][:-1]] == [
        "2019–2021: Stated in the source, sheet ‘A’, cells C7:C9",
        "2022: Stated in the source, sheet ‘B’, cell C10",
    ]
    whole = series(", ".join(cells[:3]))
    assert whole["annex"]["rows"][0]["origin"] == "Stated in the source, sheet ‘A’, cells C7:C9"


def test_other_places_are_not_taken_for_a_range() -> None:
    for first, second in [("table C7", "table C8"), ("p. 7", "p. 8"), ("table 1 C7", "table 2 C8")]:
        made = series(
            f"{{period: 2019, value: 1, source: s {first}}},"
            f" {{period: 2020, value: 2, source: s {second}}}"
        )
        assert ":" not in made["annex"]["rows"][0]["origin"].partition(": ")[2]
        assert made["annex"]["rows"][0]["origin"].startswith("2019: ")
