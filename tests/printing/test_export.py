"""Facts for other programs: the tables, what spreadsheets make of them, and JSON."""

import csv
import datetime
import io
import json
from decimal import Decimal
from typing import Any
from unittest import mock

import msgspec
import openpyxl
import pytest

from cqviewer.model.wording.wording import Wording
from cqviewer.printing.export import (
    FIGURE_HEADS,
    HEADS,
    ExportTable,
    export_sheet,
    figure_rows,
    to_csv,
    to_xlsx,
)
from cqviewer.printing.options import CsvStyle
from tests.printing.sheets import HOSTILE, bundled, made_up, marked, sheet_of

FORMULA = "=HYPERLINK(A1)"


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_csv_has_a_row_for_each_observation() -> None:
    rows = rows_of(export_sheet(made_up(), "csv", "en"))
    assert len(rows) == sum(len(one.observations) for one in made_up().indicators.values())
    ferries = [(row["period"], row["value"]) for row in rows if row["id"] == "ferries"]
    assert ferries[:3] == [("2018", "690"), ("2019", "705"), ("2020", "214")]


def test_csv_says_period_status_and_source() -> None:
    rows = {row["id"]: row for row in rows_of(export_sheet(bundled(), "csv", "en"))}
    industry, before = rows["industry"], rows["investment_before"]
    assert (industry["value"], industry["unit"], industry["prices"]) == ("7.6", "%", "real")
    assert (industry["period_start"], industry["period_end"]) == ("2024-01-01", "2024-11-30")
    assert industry["source"].startswith("Report on the Economic Work Conference")
    assert (industry["place"], industry["section"]) == ("paragraph 2", "Growth")
    assert (before["status"], before["working"]) == ("derived", "810 ÷ (1 + 57.9\u202f%) = 512.98")
    assert rows["exports"]["period"] == "not stated"
    assert rows["jobs_before"]["value"] == ""
    assert rows["jobs_before"]["status"] == "not stated"


def test_csv_begins_with_the_mark_that_spreadsheets_look_for() -> None:
    data = export_sheet(bundled(), "csv", "zh")
    assert data.startswith(b"\xef\xbb\xbfsection,id,name,")
    assert "规模以上工业增加值" in data.decode()


def test_a_number_and_its_unit_say_the_same_in_both_languages() -> None:
    in_english, in_chinese = (
        {
            row["id"]: (row["value"], row["unit"])
            for row in rows_of(export_sheet(bundled(), "csv", one))
        }
        for one in ("en", "zh")
    )
    assert in_english["clusters"] == ("577.6", "bn yuan")
    assert in_chinese["clusters"] == ("577.6", "十亿元")
    assert in_english["investment"] == ("810", "US$ million")
    assert in_chinese["investment"] == ("810", "百万美元")


@pytest.mark.parametrize("text", [FORMULA, "+1", "-1", "@x", "\tx", "\rx"])
def test_a_text_is_never_a_formula(text: str) -> None:
    shown = list(csv.reader(io.StringIO(to_csv(["a"], [[text]]).decode("utf-8-sig"), newline="")))
    assert shown[1] == [f"'{text}"]
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx({"T": ExportTable(["a"], [[text]])})))
    assert book["T"]["A2"].data_type == "s"


def test_numbers_stay_numbers() -> None:
    rows: list[Any] = [[Decimal("-3.40"), Decimal("1E+3"), None]]
    assert to_csv(["a", "b", "c"], rows).splitlines()[1] == b"-3.40,1000,"
    page = openpyxl.load_workbook(io.BytesIO(to_xlsx({"T": ExportTable(["a", "b", "c"], rows)})))[
        "T"
    ]
    assert [cell.value for cell in page[2]] == [-3.4, 1000, None]


@pytest.mark.parametrize(
    ("number", "value", "number_format"),
    [
        ("7.60", 7.6, "0.00"),
        ("-3.0", -3, "0.0"),
        ("0.000000000001", 1e-12, "0.000000000000"),
        ("690000", 690000, "0"),
        ("1E+20", 10**20, "0"),
        ("123456789012.345", 123456789012.345, "0.000"),
        ("12345678901234567890", "12345678901234567890", "General"),
        ("0.1234567890123456", "0.1234567890123456", "General"),
    ],
)
def test_a_workbook_shows_a_number_as_the_source_wrote_it(
    number: str, value: object, number_format: str
) -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(to_xlsx({"T": ExportTable(["a"], [[Decimal(number)]])}))
    )
    cell = book["T"]["A2"]
    assert (cell.value, cell.number_format) == (value, number_format)


def test_csv_can_have_semicolons_and_decimal_commas() -> None:
    rows: list[Any] = [[Decimal("-3.40"), Decimal(1000), "a;b", None]]
    data = to_csv(["a", "b", "c", "d"], rows, CsvStyle(delimiter=";", decimal=","))
    assert data.decode("utf-8-sig").splitlines() == ["a;b;c;d", '-3,40;1000;"a;b";']
    exported = export_sheet(bundled(), "csv", "en", CsvStyle(delimiter=";", decimal=","))
    table = csv.DictReader(io.StringIO(exported.decode("utf-8-sig"), newline=""), delimiter=";")
    assert {row["id"]: row["value"] for row in table}["industry"] == "7,6"


def test_the_same_sheet_gives_the_same_workbook(monkeypatch: pytest.MonkeyPatch) -> None:
    first = export_sheet(bundled(), "xlsx", "en")
    later = datetime.datetime(2040, 5, 17, 10, 30, tzinfo=datetime.UTC)
    monkeypatch.setattr("time.time", later.timestamp)
    monkeypatch.setattr("time.localtime", lambda *_: later.timetuple())
    monkeypatch.setattr(
        "openpyxl.writer.excel.datetime", mock.Mock(**{"datetime.now": lambda **_: later})
    )
    assert export_sheet(bundled(), "xlsx", "en") == first


def test_the_workbook_has_figures_statements_goals_and_sources() -> None:
    book = openpyxl.load_workbook(io.BytesIO(export_sheet(bundled(), "xlsx", "en")))
    assert book.sheetnames == ["Figures", "Targets", "Statements", "Goals", "Sources"]
    figures = book["Figures"]
    assert [cell.value for cell in figures[1]] == list(HEADS)
    column = HEADS.index("value") + 1
    assert figures.cell(2, column).value == 7.6
    kinds = {row[1].value for row in book["Statements"].iter_rows(min_row=2)}
    assert kinds == {"statement", "plan", "voice", "open question"}
    assert book["Goals"].max_row == 5
    assert book["Sources"]["F2"].value == bundled().sources["report"].url


def test_a_chosen_list_of_figures_is_a_table_too() -> None:
    rows = figure_rows(["ports", "exports"], bundled(), Wording("en"))
    assert [row[HEADS.index("id")] for row in rows] == ["ports", "exports"]
    assert all(len(row) == len(HEADS) for row in rows)


def test_hostile_text_passes_through_every_format() -> None:
    sheet = sheet_of(4, 1, name=HOSTILE, text=HOSTILE)
    assert any(HOSTILE in row["name"] for row in rows_of(export_sheet(sheet, "csv", "en")))
    book = openpyxl.load_workbook(io.BytesIO(export_sheet(sheet, "xlsx", "en")))
    assert "$x$ $$ <b>bold</b>" in str(book["Figures"]["C2"].value)
    assert HOSTILE in json.loads(export_sheet(sheet, "json", "en"))["title"]


def test_json_has_an_object_for_each_figure_with_its_observations() -> None:
    facts = json.loads(export_sheet(made_up(), "json", "en"), parse_float=Decimal)
    figures = {one["id"]: one for one in facts["figures"]}
    assert list(figures) == list(made_up().indicators)
    assert list(figures["ferries"]) == [*FIGURE_HEADS, "observations"]
    assert figures["ferries"]["name"] == "Passengers on the ferries"
    assert figures["ferries"]["prices"] is None
    first = figures["ferries"]["observations"][0]
    assert (first["value"], first["period_end"]) == (690, "2018-12-31")
    assert facts["sources"][0]["title"] == "Yearbook of Harbour Town"
    assert facts["language"] == "en"
    assert json.loads(export_sheet(bundled(), "json", "zh"))["title"].startswith("重庆")


def test_json_and_csv_say_the_same() -> None:
    rows = rows_of(export_sheet(marked(), "csv", "en"))
    facts = json.loads(export_sheet(marked(), "json", "en"), parse_float=str, parse_int=str)
    flat = [
        {head: (figure | one)[head] or "" for head in HEADS}
        for figure in facts["figures"]
        for one in figure["observations"]
    ]
    assert flat == rows


def test_each_observation_has_a_row_with_all_that_its_source_says() -> None:
    rows = {row["period"]: row for row in rows_of(export_sheet(marked(), "csv", "en"))[:7]}

    def cells(period: str, *heads: str) -> list[str]:
        return [rows[period][head] for head in heads]

    assert cells("2024", "value", "low", "high", "was", "marks", "obs_status") == [
        *("18.10", "16.2", "20.0", "17.9", "provisional revised", "P")
    ]
    assert cells("2024", "observation_note", "interval", "note", "source", "place") == [
        *("Two clinics were counted twice.", "95 % confidence interval", "Adults.", "Survey"),
        "table 1",
    ]
    assert cells("2023", "value", "bound", "bound_value", "status", "obs_status") == [
        *("", "below", "0.25", "stated", "")
    ]
    assert cells("2021", "value", "status", "missing", "obs_status") == [
        *("", "missing", "suppressed", "Q")
    ]
    codes = {period: row["obs_status"] for period, row in rows.items()}
    assert list(codes) == [str(year) for year in range(2018, 2025)]
    assert list(codes.values()) == ["A", "O", "M", "Q", "A", "", "P"]  # none of 'revised' alone


def test_a_value_as_first_published_says_so() -> None:
    sheet = marked()
    births = sheet.indicators["births"]
    first = msgspec.structs.replace(births.last, is_first_release=True)
    noted = msgspec.structs.replace(births, observations=(births.observations[0], first))
    made = msgspec.structs.replace(sheet, indicators={"births": noted}, sections=())
    assert [row["release"] for row in rows_of(export_sheet(made, "csv", "en"))] == ["", "first"]


def test_a_part_names_its_breakdown_and_items() -> None:
    part = rows_of(export_sheet(marked(), "csv", "en"))[-1]
    assert [part[head] for head in ("id", "breakdown", "item", "second_item")] == [
        *("budget.adults", "budget", "Adult Services", "")
    ]
