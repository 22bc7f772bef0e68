"""A sheet's own export, corrected in another program, and brought back into the sheet."""

import csv
import io
import tempfile
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cqviewer.importing.editions.bringing import bring_file
from cqviewer.importing.preview import look_into
from cqviewer.load import load_sheet, read_sheet
from cqviewer.model.facts import Observation, Sheet
from cqviewer.model.problems import SheetError
from cqviewer.model.reading.import_format import ImportEntry
from cqviewer.model.wording.phrases import languages
from cqviewer.paths import data_folder
from cqviewer.printing.export import export_sheet
from cqviewer.printing.options import CsvStyle, ExportFormat
from tests.importing.tables import file_of

SHEETS = sorted(data_folder().rglob("*.yaml"))
MARKS = data_folder() / "examples" / "marks.yaml"
Cells = dict[str, str]
Correct = Callable[[list[Cells]], None]
sheet_at = cache(load_sheet)


def corrected(folder: Path, sheet: Path, correct: Correct, style: CsvStyle | None = None) -> Path:
    """Return a sheet's export as CSV, with rows that were changed."""
    style = style or CsvStyle()
    exported = export_sheet(sheet_at(sheet), "csv", "en", style).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(exported), delimiter=style.delimiter))
    heads = list(rows[0])
    correct(rows)
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, heads, delimiter=style.delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return file_of(folder, text.getvalue(), "export.csv")


def back(
    file: Path, sheet: Path, *, options: ImportEntry | None = None
) -> tuple[bytes, list[tuple[str, str, str]]]:
    """Return a sheet's bytes with what its export says, and what was found."""
    _, brought = bring_file(file, options or ImportEntry(), sheet.read_bytes(), sheet)
    return brought.data, [(one.kind, one.written, one.read) for one in brought.read.found]


def row(rows: list[Cells], figure: str, period: str) -> Cells:
    return next(one for one in rows if (one["id"], one["period"]) == (figure, period))


def observations(now: bytes, figure: str) -> tuple[Observation, ...]:
    return read_sheet(now, str(MARKS)).indicators[figure].observations


def lines(now: bytes, sheet: Path) -> list[str]:
    """Return the lines of a sheet that are not as before."""
    before = sheet.read_text("utf-8").splitlines()
    return [one.strip() for one in now.decode().splitlines() if one not in before]


@pytest.mark.parametrize(
    ("form", "style"),
    [("csv", CsvStyle()), ("csv", CsvStyle(";", ",")), ("xlsx", None)],
    ids=["point", "comma", "workbook"],
)
@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_an_export_that_was_not_changed_changes_nothing(
    path: Path, form: ExportFormat, style: CsvStyle | None, tmp_path: Path
) -> None:
    sheet = sheet_at(path)
    made = [
        back(file_of(tmp_path, export_sheet(sheet, form, one, style), f"export.{form}"), path)
        for one in languages()
    ]
    assert made == [(path.read_bytes(), [])] * len(made)


def stated(sheet: Sheet) -> list[tuple[str, Observation]]:
    """Return the observations that have a stated value, each with its figure."""
    return [
        (key, one)
        for key, figure in sheet.indicators.items()
        for one in figure.observations
        if one.status == "stated" and one.value is not None and not key.startswith("goals.")
    ]


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_any_value_that_was_corrected_is_corrected_alone(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from([one for one in SHEETS if stated(sheet_at(one))]))
    key, one = data.draw(st.sampled_from(stated(sheet_at(path))))
    style = data.draw(st.sampled_from([CsvStyle(), CsvStyle(";", ",")]))
    assert one.value is not None
    step = one.value.as_tuple().exponent
    new = one.value + data.draw(st.integers(1, 3)) * Decimal(1).scaleb(int(step))

    def correct(rows: list[Cells]) -> None:
        dates = (str(one.period.start or ""), str(one.period.end or ""))
        for cells in rows:
            if (cells["id"], cells["period_start"], cells["period_end"]) == (key, *dates):
                cells["value"] = f"{new:f}".replace(".", style.decimal)

    with tempfile.TemporaryDirectory() as folder:
        now, found = back(corrected(Path(folder), path, correct, style), path)
    assert found == []
    both = zip(path.read_bytes().splitlines(), now.splitlines(), strict=True)
    assert sum(one != other for one, other in both) == 1
    after = dict.fromkeys([(key, one.period)], new)
    was = {(name, each.period): each.value for name, each in stated(sheet_at(path))}
    is_now = stated(read_sheet(now, str(path)))
    assert {(name, each.period): each.value for name, each in is_now} == was | after


def test_all_that_an_observation_says_is_brought_back(tmp_path: Path) -> None:
    def correct(rows: list[Cells]) -> None:
        row(rows, "cycling", "2020/21").update(
            {"value": "16.1", "observation_note": "A small survey."}
        )
        row(rows, "cycling", "2021/22")["missing"] = "not_collected"
        row(rows, "cycling", "2022/23").update({"low": "13.5", "marks": "break", "was": "17.1"})
        row(rows, "cycling", "2023/24").update({"marks": "", "was": ""})
        row(rows, "lead", "2023").update({"value": "", "missing": "suppressed"})
        row(rows, "lead", "2024")["bound_value"] = "0.2"

    now, found = back(corrected(tmp_path, MARKS, correct), MARKS)
    assert found == []
    assert read_sheet(now, str(MARKS)).indicators["lead"].latest.bound is not None
    assert lines(now, MARKS) == [
        "2020/21: {note: A small survey., value: 16.1}",
        "2021/22: {missing: not_collected}",
        "2022/23: {value: 17.2, low: 13.5, high: 21.4, status: break, was: 17.1}",
        "2023/24: {value: 18.1, low: 16.2, high: 20.0}",
        "observations: {2021: 0.6, 2022: 0.5, 2023: {missing: suppressed}, 2024: below 0.2}",
    ]


def test_new_periods_are_added_in_their_place(tmp_path: Path) -> None:
    def correct(rows: list[Cells]) -> None:
        empty = dict.fromkeys(rows[0], "")
        rows.append(empty | {"id": "lead", "period": "2020", "value": "0.7"})
        december = {"period": "Dec 2024", "value": "<0.4", "marks": "revised"}
        rows.append(empty | {"id": "lead"} | december)
        rows.append(
            empty
            | {"id": "cycling", "period": "last", "value": "18"}
            | {"period_start": "2024-04-01", "period_end": "2025-03-31", "low": "17", "high": "19"}
        )

    now, found = back(corrected(tmp_path, MARKS, correct), MARKS)
    assert found == []
    new = "2024-12: {value: below 0.4, status: revised}"
    assert lines(now, MARKS) == [
        "2024-04-01/2025-03-31: {value: 18, low: 17, high: 19}",
        f"observations: {{2020: 0.7, 2021: 0.6, 2022: 0.5, 2023: 0.31, 2024: below 0.25, {new}}}",
    ]
    read_sheet(now, str(MARKS))


def test_what_cannot_be_brought_back_is_said_and_left(tmp_path: Path) -> None:
    def correct(rows: list[Cells]) -> None:
        row(rows, "lead", "2021")["unit"] = "mg"
        row(rows, "lead", "2022")["value"] = ""
        row(rows, "lead", "2024")["value"] = "0.3"
        rows.remove(row(rows, "cycling", "2019/20"))
        empty = dict.fromkeys(rows[0], "")
        rows.append(empty | {"id": "cars", "period": "2024", "value": "9"})
        rows.append(empty | {"id": "lead", "period": "soon", "value": "9"})
        rows.append(row(rows, "lead", "2023") | {"value": "0.4"})
        row(rows, "cycling", "2023/24")["value"] = "?"

    now, found = back(corrected(tmp_path, MARKS, correct), MARKS)
    assert now == MARKS.read_bytes()
    assert sorted(found) == [
        ("gone", "cycling", "2019/20"),
        ("own column", "unit", "lead, 2021"),
        ("own empty", "", "lead, 2022"),
        ("own figure", "cars", ""),
        ("unknown", "?", ""),
        ("unknown period", "soon", ""),
        ("which of two", "0.31, 0.4", "lead, 2023"),
    ]


def test_what_is_open_can_be_said(tmp_path: Path) -> None:
    def correct(rows: list[Cells]) -> None:
        row(rows, "lead", "2023")["value"] = ":"
        empty = dict.fromkeys(rows[0], "")
        rows.append(empty | {"id": "lead", "period": "soon", "value": "0.2"})
        rows.append(empty | {"id": "lead", "period": "never", "value": "0.1"})

    said = ImportEntry(missing={":": "suppressed"}, periods={"soon": "2025", "never": "omit"})
    now, found = back(corrected(tmp_path, MARKS, correct), MARKS, options=said)
    assert found == []
    observations = "2023: {missing: suppressed}, 2024: below 0.25, 2025: 0.2}"
    assert lines(now, MARKS) == [f"observations: {{2021: 0.6, 2022: 0.5, {observations}"]


@pytest.mark.parametrize(
    ("twice", "value"), [(None, "0.31"), ("first", "0.4"), ("last", "0.5")], ids=str
)
def test_of_two_rows_for_one_period_someone_says_which_counts(
    tmp_path: Path, twice: Literal["first", "last"] | None, value: str
) -> None:
    def correct(rows: list[Cells]) -> None:
        row(rows, "lead", "2023")["value"] = "0.4"
        rows.append(row(rows, "lead", "2023") | {"value": "0.5"})
        rows.append(rows[0])  # what is there twice, but the same, is no question

    file = corrected(tmp_path, MARKS, correct)
    now, found = back(file, MARKS, options=ImportEntry(twice=twice))
    [year] = [one for one in observations(now, "lead") if one.period.year == 2023]
    assert str(year.value) == value
    assert found == ([] if twice else [("which of two", "0.4, 0.5", "lead, 2023")])


@pytest.mark.parametrize(
    ("figure", "period", "text", "value"),
    [
        ("cycling", "2022/23", "18.5%", "18.5"),
        ("lead", "2023", "0.4%", None),
        ("lead", "2023", "0.4k", None),
        ("lead", "2023", "0.4p", None),
    ],
)
def test_what_stands_around_a_number_is_the_unit_of_the_figure_or_asked_for(
    tmp_path: Path, figure: str, period: str, text: str, value: str | None
) -> None:
    def correct(rows: list[Cells]) -> None:
        row(rows, figure, period)["value"] = text

    now, found = back(corrected(tmp_path, MARKS, correct), MARKS)
    assert (now == MARKS.read_bytes()) is (value is None)
    assert [one[:2] for one in found] == ([("unknown", text)] if value is None else [])
    if value:
        assert value in [str(one.value) for one in observations(now, figure)]


def test_what_the_sheet_works_out_is_left(tmp_path: Path) -> None:
    starter = data_folder() / "starter.yaml"

    def correct(rows: list[Cells]) -> None:
        for one in rows:
            if one["id"] in ("trade_before", "goals.announced"):
                one["value"] = "9"

    now, found = back(corrected(tmp_path, starter, correct), starter)
    assert now == starter.read_bytes()
    assert found == [("own column", "value", "trade_before, 2024")]  # the first of two


@pytest.mark.parametrize(
    ("head", "text", "said"),
    [
        ("missing", "secret", "suppressed"),
        ("marks", "final", "`status`"),
        ("low", "about 3", "number"),
        ("bound", "near", "number"),
    ],
)
def test_a_word_that_the_format_has_not_is_refused_by_its_cell(
    tmp_path: Path, head: str, text: str, said: str
) -> None:
    def correct(rows: list[Cells]) -> None:
        cells = row(rows, "lead", "2023")
        cells[head] = text
        if head in ("missing", "bound"):
            cells["value"] = ""

    with pytest.raises(SheetError) as error:
        back(corrected(tmp_path, MARKS, correct), MARKS)
    [problem] = error.value.problems
    assert "export.csv" in str(error.value)
    assert problem.message.startswith("`"), problem.message
    assert said in f"{problem.message} {problem.help}"


def test_a_workbook_that_was_corrected_comes_back(tmp_path: Path) -> None:
    path = file_of(tmp_path, export_sheet(sheet_at(MARKS), "xlsx", "en"), "export.xlsx")
    book = openpyxl.load_workbook(path)
    page = book["Figures"]
    heads = [cell.value for cell in page[1]]
    for cells in page.iter_rows(min_row=2):
        if (cells[heads.index("id")].value, cells[heads.index("period")].value) == ("lead", "2023"):
            cells[heads.index("value")].value = 0.33
    book.save(path)
    now, found = back(path, MARKS)
    assert found == []
    assert lines(now, MARKS) == [
        "observations: {2021: 0.6, 2022: 0.5, 2023: 0.33, 2024: below 0.25}"
    ]


def test_a_decimal_sign_that_nothing_tells_is_asked_for(tmp_path: Path) -> None:
    def correct(rows: list[Cells]) -> None:
        rows[:] = [one for one in rows if one["id"] == "lead" and one["period"] == "2023"]
        rows[0]["value"] = "1,234"

    file = corrected(tmp_path, MARKS, correct, CsvStyle(";", ","))
    with pytest.raises(SheetError, match="either sign"):
        back(file, MARKS)
    now, _ = back(file, MARKS, options=ImportEntry(decimal=","))
    assert "2023: 1.234," in lines(now, MARKS)[0]


def test_the_window_is_told_what_changes(tmp_path: Path) -> None:
    def correct(rows: list[Cells]) -> None:
        row(rows, "lead", "2023")["value"] = "0.33"

    file = corrected(tmp_path, MARKS, correct)
    looked = look_into(file, ImportEntry(), MARKS, "en", with_new=False)
    assert len(looked.changes) == 1
    assert "was 0.31 micrograms per litre, now 0.33" in looked.changes[0]
    assert [one.number for one in looked.preview.rows] == [*range(1, 11)]
    assert looked.preview.roles[:3] == ["ignore", "indicator", "ignore"]
    assert (looked.seen, looked.unknown) == (MARKS.read_bytes(), [])


def test_a_note_that_a_spreadsheet_would_take_for_a_formula_comes_back(tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.yaml"
    note = "There was no survey in this year."
    sheet.write_text(MARKS.read_text("utf-8").replace(note, "=1+1"), "utf-8")
    same = file_of(tmp_path, export_sheet(load_sheet(sheet), "csv", "en"), "export.csv")
    assert back(same, sheet) == (sheet.read_bytes(), [])
    file_of(tmp_path, same.read_text("utf-8-sig").replace("'=1+1", "'=2+2"), "export.csv")
    assert "{missing: not_collected, note: =2+2}" in lines(back(same, sheet)[0], sheet)[0]


def test_a_sheet_that_repeats_what_was_corrected_is_refused(tmp_path: Path) -> None:
    def correct(rows: list[Cells]) -> None:
        row(rows, "lead", "2023")["value"] = "0.33"

    file = corrected(tmp_path, MARKS, correct)
    text = MARKS.read_text("utf-8").replace("{2021: 0.6,", "&all {2021: 0.6,", 1)
    again = (
        "  lead_again: {name: A, unit: g, measure: level, source: laboratory, observations: *all}\n"
    )
    sheet = file_of(tmp_path, text.replace("sections:\n", f"{again}sections:\n"), "sheet.yaml")
    with pytest.raises(SheetError, match="repeats a part"):
        back(file, sheet)
