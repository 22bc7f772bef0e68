"""Series in the tables: a row each under its periods, and notes where values differ in origin."""

from typing import Any

from cqviewer.load import read_sheet
from tests.printing.pages.test_document import edition
from tests.printing.sheets import made_up


def table(sheet: dict[str, Any], group: int = 0) -> list[dict[str, Any]]:
    """Return the tables of series of a group."""
    found: list[dict[str, Any]] = sheet["table"]["groups"][group]["series"]
    return found


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


def test_series_are_rows_under_the_periods_that_they_share() -> None:
    containers, passengers = table(edition(made_up()))
    assert containers["periods"] == ["2018", "2019", "2020", "2022", "2023", "2024"]
    assert [row["name"] for row in passengers["rows"]] == [
        "Passengers on the ferries",
        "Passengers on the buses of the town",
    ]
    assert [one["number"] for one in passengers["rows"][0]["values"]] == [
        *("690", "705", "214", "330", "512", "640", "688")
    ]
    assert passengers["rows"][0]["origin"] == "Stated, [1] table 2"


def test_a_figure_of_one_period_has_a_row_of_its_own() -> None:
    rows = edition(made_up())["table"]["groups"][0]["rows"]
    assert [row["name"] for row in rows] == [
        "Cranes in the port",
        "Landed catch of fish",
        "Output of the shipyard at constant prices",
    ]


def test_the_unit_stands_once_beside_the_name_and_a_missing_value_says_so() -> None:
    row = table(series("{period: 2022, value: 7.60}, {period: 2023, value: not stated}"))[0][
        "rows"
    ][0]
    assert row["unit"] == ", %"
    assert [one["number"] for one in row["values"]] == ["+7.60", "Not stated"]
    assert all(one["unit"] == "" for one in row["values"])
    balance = table(edition(made_up()), 2)[0]["rows"][0]
    assert balance["unit"] == ", € m"
    assert balance["values"][2]["number"] == "\N{MINUS SIGN}14.6"


def test_values_from_several_places_have_a_numbered_note() -> None:
    made = edition(made_up())
    assert table(made)[0]["rows"][0]["origin"] == "Note 1"
    assert made["table"]["notes"] == [
        {
            "number": "Note 1",
            "text": "2018–2020, 2022: Stated, [1] table 1; 2023: Not stated, [1] table 1; "
            "2024: Stated, [2] p. 4",
        }
    ]


def test_the_same_note_has_one_number() -> None:
    made = series("{period: 2022, value: 1, source: s p. 2}, {period: 2023, value: 2}", figures=3)
    assert [row["origin"] for row in table(made)[0]["rows"]] == 3 * ["Note 1"]
    assert [one["text"] for one in made["table"]["notes"]] == [
        "2022: Stated, p. 2; 2023: Stated, p. 1"
    ]


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
    assert made["table"]["notes"][0]["text"] == (
        "Jan–Feb 2024, Jan–Mar 2024: Stated, p. 1; Jan–Apr 2024: Stated, p. 2"
    )
    assert made["annex"]["rows"][0]["period"] == "January–February 2024 to January–April 2024"
