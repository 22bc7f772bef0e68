"""Series as rows with their periods as columns: what each cell says, shows beside it and copies."""

import pytest
from PySide6.QtCore import Qt

from cqviewer.charts.contents import together
from cqviewer.model.facts import Sheet
from cqviewer.model.numbers.period import Period
from cqviewer.ui.state.store import Store, View
from cqviewer.ui.table.period_model import PeriodTableModel
from tests.charts import springfield

YEARS = ["2019", "2020", "2021", "2022", "2023", "2024"]


@pytest.fixture
def model(qapp: object, health: Sheet) -> PeriodTableModel:  # noqa: ARG001
    """Return the model of the six series."""
    return made(health)


def made(sheet: Sheet, view: View | None = None) -> PeriodTableModel:
    """Make the model of a sheet's series, which share a table."""
    series = [one for one in sheet.indicators.values() if one.is_series]
    (shared,) = together(series)
    return PeriodTableModel(Store(sheet, view), shared)


def cells(model: PeriodTableModel, fact_id: str) -> list[str]:
    """Return what the cells of a figure's row show."""
    row = model.row_of(fact_id).row()
    return [str(model.index(row, one).data()) for one in range(model.columnCount())]


def spoken(model: PeriodTableModel, fact_id: str, year: str) -> str:
    """Return what is read out of a cell."""
    at = model.cell_of(fact_id, Period.parse(year))
    return str(at.data(Qt.ItemDataRole.AccessibleTextRole))


def test_each_period_is_a_column_and_values_have_no_unit(model: PeriodTableModel) -> None:
    assert model.headings() == YEARS
    assert cells(model, "births") == ["1,204", "1,187", "1,231", "1,198", "1,176", "1,160"]
    assert [model.unit(row) for row in model.table_rows][:3] == ["%", "persons", "µg/l"]


def test_no_number_is_its_letter_or_its_words_and_never_a_zero(model: PeriodTableModel) -> None:
    assert cells(model, "cycling")[1:3] == ["[z]", "[c]"]
    assert cells(model, "visits")[4] == "not stated"
    assert cells(model, "lead")[3:] == ["below 0.25"] * 3


def test_marks_intervals_and_footnotes_stand_beside_the_values(model: PeriodTableModel) -> None:
    rows = {row.fact.id: row for row in model.table_rows}
    last = model.cell_row(rows["cycling"], 5)
    assert (model.signs(last), model.interval(last)) == ("[p]", "16.2 to 20.0")
    assert model.interval_name(rows["cycling"]) == "95 % confidence interval"
    assert model.interval_name(rows["births"]) == ""
    assert model.signs(model.cell_row(rows["cycling"], 1)) == ""  # its letter is the value's
    assert model.signs(model.cell_row(rows["waste"], 2)) == "[b]\N{NO-BREAK SPACE}²"
    assert model.noted_name(rows["cycling"]).endswith("week\N{NO-BREAK SPACE}¹")
    assert model.numbered_notes() == [
        "¹ No survey in 2020; in 2021 too few answers to publish.",
        "² From 2021 on without garden waste.",
    ]
    assert model.legend() == (
        "[b] break in the series, [c] suppressed, [p] provisional, [r] revised, "
        "[u] low reliability, [z] not applicable"
    )


def test_flags_are_read_out_in_full_with_the_unit(model: PeriodTableModel) -> None:
    assert spoken(model, "births", "2023") == "1,176 persons, revised, was 1,200"
    assert spoken(model, "cycling", "2021") == "Suppressed"
    heard = "18.1\u202f%, provisional, 95 % confidence interval from 16.2 to 20.0"
    assert spoken(model, "cycling", "2024") == heard
    assert spoken(model, "lead", "2022") == "below 0.25 µg/l"
    down, row = Qt.Orientation.Vertical, model.row_of("births").row()
    assert model.headerData(row, down) == "Live births"
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.headerData(row, down, role) == "Live births, persons"


def test_values_are_copied_with_letters_and_intervals(model: PeriodTableModel) -> None:
    rows = {row.fact.id: row for row in model.table_rows}
    assert model.copied(rows["cycling"])[1::2] == [
        "[z]",
        "17.2 [u] (13.0 to 21.4)",
        "18.1 [p] (16.2 to 20.0)",
    ]
    assert model.copied(rows["waste"])[2] == "388 [b]"


def test_the_latest_cell_stands_for_a_figure_and_each_period_has_its_own(
    model: PeriodTableModel,
) -> None:
    assert model.cell_of("births", None).column() == 5
    assert model.cell_of("east", None).column() == 3  # the last with a value
    assert model.cell_of("births", Period.parse("2020")).column() == 1
    assert not model.cell_of("single", None).isValid()


def test_a_column_is_sorted_by_its_values_and_empty_cells_come_last(
    model: PeriodTableModel,
) -> None:
    model.sort(4)
    order = [row.fact.id for row in model.table_rows]
    assert order == ["cycling", "waste", "births", "lead", "east", "visits"]
    model.sort(-1)
    assert [row.fact.id for row in model.table_rows][:2] == ["cycling", "births"]


def test_each_column_has_a_sample_of_each_width(model: PeriodTableModel) -> None:
    samples = model.sampled_cells()
    assert len(samples) == len(YEARS)
    assert [len(one) for one in samples] == [6] * 6


def test_parts_of_a_breakdown_are_named_by_their_items_under_its_name(qapp: object) -> None:  # noqa: ARG001
    sheet = springfield.of_parts("stacked", springfield.budget())
    parts = [one for one in sheet.indicators.values() if one.breakdown]
    model = PeriodTableModel(Store(sheet), together(parts)[0])
    heading, unit = model.frozen_headings()
    breakdown = sheet.breakdowns[parts[0].breakdown or ""]
    assert (heading, unit) == (f"{breakdown.name}, £ m", "")
    names = [model.headerData(row, Qt.Orientation.Vertical) for row in range(len(parts))]
    assert names == [one.short for one in parts]
    role = Qt.ItemDataRole.AccessibleTextRole
    heard = model.headerData(0, Qt.Orientation.Vertical, role)
    assert heard == f"{parts[0].name}, £ m"
    assert {model.unit(row) for row in model.table_rows} == {""}


def test_chinese_rows_have_one_scale_which_the_unit_names(health: Sheet) -> None:
    model = made(health, View(language="zh", language_choice="zh"))
    assert model.headings()[0] == "2019 年"
    assert model.interval(model.cell_row(model.table_rows[0], 5)) == "16.2 至 20.0"


def test_a_row_is_gone_to_at_its_newest_period(model: PeriodTableModel) -> None:
    assert model.row_of("births").column() == len(YEARS) - 1
    assert not model.row_of("no such").isValid()
    last = model.cell_of("visits", None)
    assert last == model.cell_of("visits", Period.parse(YEARS[last.column()]))
    assert model.cell_of("births", Period.parse("1999")) == model.row_of("births")


@pytest.mark.parametrize("column", range(len(YEARS)))
@pytest.mark.parametrize("order", [Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder])
def test_any_column_is_sorted_by_what_its_values_are_worth(
    model: PeriodTableModel, column: int, order: Qt.SortOrder
) -> None:
    model.sort(column, order)
    worth = [model.cell_row(row, column).true_value for row in model.table_rows]
    known = [one for one in worth if one is not None]
    assert known == sorted(known, reverse=order == Qt.SortOrder.DescendingOrder)
    assert worth == [*known, *[None] * (len(worth) - len(known))]
