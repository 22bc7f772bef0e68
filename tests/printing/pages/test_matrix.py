"""Matrices: series and breakdowns under the periods that they share, with all that is said."""

import json
from typing import Any

from cqviewer.printing.options import PrintOptions
from cqviewer.printing.pages.document import compose
from cqviewer.printing.pages.scope import Spoken
from tests.printing.pages.test_document import edition
from tests.printing.pages.test_series import series
from tests.printing.sheets import made_up, marked


def matrices(sheet: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the tables that have periods as columns."""
    return [part for part in sheet["table"]["parts"] if part["periods"]]


def rows(part: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the rows of a table by their names."""
    return {row["name"]: row for group in part["groups"] for row in group["rows"]}


def numbers(row: dict[str, Any]) -> list[str]:
    """Return what stands in the cells of a row."""
    return [one["number"] for one in row["values"]]


def test_series_are_rows_under_the_periods_that_they_share() -> None:
    first, *_ = matrices(edition(made_up()))
    assert first["periods"] == [str(year) for year in range(2018, 2025)]
    assert first["head"] == "Figure"
    ferries = rows(first)["Passengers on the ferries"]
    assert numbers(ferries) == ["690", "705", "214", "330", "512", "640", "688"]
    assert ferries["origin"] == "Stated, [1] table 2"


def test_a_period_that_a_series_lacks_is_said_not_to_be_in_the_sheet() -> None:
    containers = rows(matrices(edition(made_up()))[0])["Containers handled in the port"]
    assert numbers(containers)[3] == "not in this sheet"
    assert numbers(containers)[5] == "not stated"
    assert [one["is_number"] for one in containers["values"]] == [
        *(True, True, True, False, True, False, True)
    ]


def test_series_that_have_little_in_common_have_tables_of_their_own() -> None:
    births, cycling = (rows(part) for part in matrices(edition(marked(30)))[:2])
    assert (list(births), list(cycling)) == (
        ["Adults who cycle every week"],
        ["Live births"],
    )


def test_the_unit_stands_once_beside_the_name() -> None:
    made = series("{period: 2022, value: 7.60}, {period: 2023, value: not stated}")
    (row,) = rows(matrices(made)[0]).values()
    assert (row["unit"], numbers(row)) == (", %", ["+7.60", "not stated"])
    assert all(one["unit"] == "" for one in row["values"])
    balance = rows(matrices(edition(made_up()))[-1])["Balance of the town's budget"]
    assert balance["unit"] == ", € m"
    assert numbers(balance)[2] == "\N{MINUS SIGN}14.6"


def test_values_from_several_places_have_a_footnote() -> None:
    first, *_ = matrices(edition(made_up()))
    containers = rows(first)["Containers handled in the port"]
    assert [one["text"] for one in containers["marks"]] == ["¹"]
    assert (containers["origin"], containers["status"]) == ("", "")
    assert first["notes"] == [
        {
            "number": "¹",
            "text": "2018–2020, 2022: Stated, [1] table 1; 2024: Stated, [2] p. 4",
        }
    ]


def test_where_all_rows_come_from_is_said_once() -> None:
    first, budget = matrices(edition(marked()))
    for part in (first, budget):
        assert (part["status"], part["origin"]) == ("stated", "Stated, table 1")
        assert {(row["status"], row["origin"]) for row in rows(part).values()} == {("", "")}
    mixed, *_ = matrices(edition(made_up()))
    assert (mixed["status"], mixed["origin"]) == ("", "")


def test_the_same_footnote_has_one_number() -> None:
    made = series("{period: 2022, value: 1, source: s p. 2}, {period: 2023, value: 2}", figures=3)
    (part,) = matrices(made)
    assert [row["marks"][0]["text"] for row in rows(part).values()] == 3 * ["¹"]
    assert [one["text"] for one in part["notes"]] == ["2022: Stated, p. 2; 2023: Stated, p. 1"]


def test_marks_bounds_intervals_and_missing_values_stand_in_the_cells() -> None:
    first, _ = matrices(edition(marked()))
    row = rows(first)["Adults who cycle every week"]
    assert numbers(row) == [
        *("15.5", "not stated", "not applicable", "suppressed", "16.4", "0.25", "18.10")
    ]
    assert [one["is_number"] for one in row["values"]] == [True, *3 * [False], *3 * [True]]
    assert row["values"][5]["about"] == "below"
    assert [one["interval"] for one in row["values"]] == ["13.1 to 17.9", *5 * [""], "16.2 to 20.0"]
    assert row["interval"].replace("\u202f", " ") == "95 % confidence interval"
    marks = [[one["text"] for one in value["marks"]] for value in row["values"]]
    assert marks == [*4 * [[]], ["[r]", "¹"], [], ["[p]", "[r]", "²"]]


def test_the_legend_and_the_footnotes_belong_to_their_table() -> None:
    first, budget = matrices(edition(marked()))
    assert [(one["number"], one["text"]) for one in first["legend"]] == [
        ("[p]", "provisional"),
        ("[r]", "revised"),
    ]
    assert [(one["number"], one["text"]) for one in first["notes"]] == [
        ("¹", "Counted anew."),
        ("²", "Two clinics were counted twice. Revised, was 17.9."),
    ]
    assert [one["text"] for one in budget["legend"]] == ["provisional"]
    assert budget["notes"] == []


def test_a_breakdown_is_a_table_of_its_items() -> None:
    budget = matrices(edition(marked()))[1]
    assert budget["head"].replace("\u00a0", " ") == "Net budget, £ m"
    assert [(row["name"], row["is_total"]) for row in rows(budget).values()] == [
        ("All departments", True),
        ("Adult Services", False),
    ]
    assert all(row["unit"] == "" for row in rows(budget).values())


def test_the_sums_of_a_breakdown_share_a_scale_in_chinese() -> None:
    budget = matrices(edition(marked(), language="zh"))[1]
    assert budget["head"] == {"text": "Net budget，亿英镑", "lang": "en"}
    first = [numbers(row)[0] for group in budget["groups"] for row in group["rows"]]
    assert first == ["1.240", "0.672"]


def test_marks_have_words_that_are_read_aloud() -> None:
    spoken = Spoken()
    assert [spoken(one) for one in ("provisional", "revised", "provisional")] == [
        *("qaa", "qab", "qaa")
    ]
    every = [spoken(f"note {number}") for number in range(600)]
    assert every[24:26] == ["qba", "qbb"]
    assert every[520 - 2 :] == (600 - 520 + 2) * [""]  # all codes are taken
    words = json.loads(compose(marked(), PrintOptions()).data)["about"]["spoken"]
    assert words == [", revised", ", note 1", ", provisional", ", note 2"]
