"""Facts for other programs: the tables, what spreadsheets make of them, and JSON."""

import csv
import io
import json
from decimal import Decimal
from typing import Any

import openpyxl
import pytest

from cqviewer.model.wording import Wording
from cqviewer.printing.export import (
    HEADS,
    CsvStyle,
    export_sheet,
    figure_rows,
    to_csv,
    to_xlsx,
)
from tests.printing.sheets import HOSTILE, bundled, made_up, sheet_of

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
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx({"T": (["a"], [[text]])})))
    assert book["T"]["A2"].data_type == "s"


def test_numbers_stay_numbers() -> None:
    rows: list[Any] = [[Decimal("-3.40"), Decimal("1E+3"), None]]
    assert to_csv(["a", "b", "c"], rows).splitlines()[1] == b"-3.40,1000,"
    page = openpyxl.load_workbook(io.BytesIO(to_xlsx({"T": (["a", "b", "c"], rows)})))["T"]
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
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx({"T": (["a"], [[Decimal(number)]])})))
    cell = book["T"]["A2"]
    assert (cell.value, cell.number_format) == (value, number_format)


def test_csv_can_have_semicolons_and_decimal_commas() -> None:
    rows: list[Any] = [[Decimal("-3.40"), Decimal(1000), "a;b", None]]
    data = to_csv(["a", "b", "c", "d"], rows, CsvStyle(delimiter=";", decimal=","))
    assert data.decode("utf-8-sig").splitlines() == ["a;b;c;d", '-3,40;1000;"a;b";']
    exported = export_sheet(bundled(), "csv", "en", CsvStyle(delimiter=";", decimal=","))
    table = csv.DictReader(io.StringIO(exported.decode("utf-8-sig"), newline=""), delimiter=";")
    assert {row["id"]: row["value"] for row in table}["industry"] == "7,6"


def test_the_workbook_has_figures_statements_goals_and_sources() -> None:
    book = openpyxl.load_workbook(io.BytesIO(export_sheet(bundled(), "xlsx", "en")))
    assert book.sheetnames == ["Figures", "Statements", "Goals", "Sources"]
    figures = book["Figures"]
    assert [cell.value for cell in figures[1]] == list(HEADS)
    assert figures["D2"].value == 7.6
    kinds = {row[1].value for row in book["Statements"].iter_rows(min_row=2)}
    assert kinds == {"statement", "plan", "voice", "open question"}
    assert book["Goals"].max_row == 5
    assert book["Sources"]["F2"].value == bundled().sources["report"].url


def test_a_chosen_list_of_figures_is_a_table_too() -> None:
    rows = figure_rows(["ports", "exports"], bundled(), Wording("en"))
    assert [row[1] for row in rows] == ["ports", "exports"]
    assert all(len(row) == len(HEADS) for row in rows)


def test_hostile_text_passes_through_every_format() -> None:
    sheet = sheet_of(4, 1, name=HOSTILE, text=HOSTILE)
    assert any(HOSTILE in row["name"] for row in rows_of(export_sheet(sheet, "csv", "en")))
    book = openpyxl.load_workbook(io.BytesIO(export_sheet(sheet, "xlsx", "en")))
    assert "$x$ $$ <b>bold</b>" in str(book["Figures"]["C2"].value)
    assert HOSTILE in json.loads(export_sheet(sheet, "json", "en"))["title"]


def test_json_holds_all_facts_in_all_languages() -> None:
    facts = json.loads(export_sheet(bundled(), "json", "en"))
    assert facts["title"]["zh"] == "重庆：2024 年数据与 2025 年计划"
    assert facts["indicators"]["clusters"]["observations"][0]["value"] == 577.6
    assert facts["indicators"]["industry"]["observations"][0]["period"]["start"] == "2024-01-01"
    assert facts["indicators"]["investment_before"]["observations"][0]["status"] == "derived"
    assert len(facts["sections"]) == 4
    assert "yaml" not in facts
