"""What a data file gives, as it is listed, and the fields of what it does not say."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cqviewer.importing.preview import Given
from cqviewer.importing.writing import Heading
from cqviewer.model.reading.import_format import ImportEntry
from cqviewer.ui.importing.fields import SaidFields
from cqviewer.ui.importing.given_table import GivenTable
from cqviewer.ui.state.focus import TextField

pytestmark = [
    pytest.mark.usefixtures("look"),
    pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$"),  # offscreen none is told
]
FIGURES = [
    Given("Waste per person, North", "409.3 kg", "2024", "D3", (2, 3)),
    Given("Waste per person, South", "suppressed", "2024", "D4", (3, 3)),
]


@pytest.fixture
def fields(qtbot: QtBot) -> SaidFields:
    """Return empty fields."""
    made = SaidFields()
    qtbot.addWidget(made)
    made.show()
    return made


def field(fields: SaidFields, name: str) -> TextField:
    """Return the field beside a name."""
    [label] = [one for one in fields.findChildren(QLabel) if one.text().replace("&", "") == name]
    found = label.buddy()
    assert isinstance(found, TextField)
    return found


def test_a_figure_is_a_row_and_one_sentence_for_a_screen_reader(qtbot: QtBot) -> None:
    table = GivenTable()
    qtbot.addWidget(table)
    table.show_given(FIGURES)
    rows = [table.topLevelItem(at) for at in range(table.topLevelItemCount())]
    said = [one.data(0, Qt.ItemDataRole.AccessibleTextRole) for one in rows if one]
    assert said == [
        "Waste per person, North: 409.3 kg, 2024 (D3)",
        "Waste per person, South: Suppressed, confidential, 2024 (D4)",
    ]
    assert [one.text(1) for one in rows if one] == ["409.3 kg", "Suppressed, confidential"]


def test_a_list_that_is_shown_anew_has_the_new_figures_alone(qtbot: QtBot) -> None:
    table = GivenTable()
    qtbot.addWidget(table)
    for figures in (FIGURES, FIGURES[:1], []):
        table.show_given(figures)
        assert table.topLevelItemCount() == len(figures)
    assert table.columnCount() == 4


def test_what_stands_in_the_fields_is_said_of_the_sheet_and_of_its_figures(
    fields: SaidFields,
) -> None:
    assert (fields.filled(), fields.heading()) == ({}, Heading())
    for name, text in (
        ("Title", " Waste "),
        ("Place", "Springfield"),
        ("Source", "The office"),
        ("Measured", "Waste per person"),
        ("Unit", "kg"),
    ):
        field(fields, name).setText(text)
    assert fields.heading() == Heading("Waste", "Springfield", "The office")
    options = fields.options(ImportEntry(decimal=",", unit="t"))
    assert options == ImportEntry(decimal=",", name="Waste per person", unit="kg")
    field(fields, "Unit").setText("  ")
    assert fields.options(options).unit is None


def test_what_the_file_says_stands_in_empty_fields_and_is_not_said(fields: SaidFields) -> None:
    fields.suggest("Waste", "Wales", "data.csv")
    shown = [field(fields, one).placeholderText() for one in ("Title", "Place", "Source")]
    assert shown == ["Waste", "Wales", "data.csv"]
    assert fields.filled() == {}
    fields.take_place("Springfield")
    assert fields.filled() == {"place": "Springfield"}


def test_each_letter_and_enter_are_told(fields: SaidFields, qtbot: QtBot) -> None:
    told: list[str] = []
    fields.written.connect(lambda: told.append("written"))
    fields.left.connect(lambda: told.append("left"))
    unit = field(fields, "Unit")
    QTest.keyClicks(unit, "kg")
    QTest.keyClick(unit, Qt.Key.Key_Return)
    assert told == ["written", "written", "left"]
    fields.enter("unit")
    qtbot.waitUntil(lambda: fields.focusWidget() is unit)
