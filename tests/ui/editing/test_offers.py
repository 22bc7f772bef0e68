"""What the form offers below a field or a list, where the sheet itself gives reason for it."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cqviewer.ui.editing.sheet_form import SheetForm
from cqviewer.ui.window.window import MainWindow
from tests.model.sheets import figure, sheet_text
from tests.ui.editing.writing import box, form_of, rest, write

SECTIONS = "sections: [{id: one, title: One, figures: [jobs]}]\n"
TEXT = sheet_text(f"jobs: {figure(value='1.234')} # said", rest=SECTIONS)
SERIES = sheet_text(f"jobs: {figure(period=None, value='V')}", rest=SECTIONS).replace(
    "value: V", "observations: {2023: 11, 2024: 1.234}"
)


@pytest.fixture
def text() -> str:
    """Return a sheet with a count that has a fraction."""
    return TEXT


def test_an_offer_below_a_field_is_written_and_undone(
    form: SheetForm, window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    value = box(form, "value")
    assert [one.text() for one in value.message.links] == ["Take 1234", "Write Measure: level"]
    assert value.message.text == (
        "A count of 1.234 is no whole number: if its point groups thousands, leave it out;"
        " if not, write measure: level"
    )
    value.message.links[0].click()
    rest(qtbot)
    assert path.read_text("utf-8") == TEXT.replace("1.234", "1234")
    assert not box(form, "value").message.isVisible()
    window.changes.undo()
    rest(qtbot)
    assert path.read_text("utf-8") == TEXT


def test_an_offer_for_another_field_is_written_with_the_text_that_it_makes_valid(
    form: SheetForm, window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    write(qtbot, form, "value", "-3")
    value = box(form, "value")
    assert path.read_text("utf-8") == TEXT
    assert [one.text() for one in value.message.links] == [
        "Write Measure: level",
        "Write Measure: growth",
    ]
    value.message.links[0].click()
    rest(qtbot)
    wanted = TEXT.replace("1.234", "-3").replace("measure: count", "measure: level")
    assert path.read_text("utf-8") == wanted
    window.changes.undo()
    rest(qtbot)
    assert path.read_text("utf-8") == TEXT


@pytest.mark.parametrize("text", [SERIES], ids=["series"])
def test_a_problem_in_a_list_is_said_below_it_with_its_line_and_offers(
    window: MainWindow, path: Path, text: str, qtbot: QtBot
) -> None:
    window.editing.edit_at(("indicators", "jobs"))
    rest(qtbot)
    listed = next(one for one in form_of(window).form.groups if one.key == "observations")
    assert listed.message.text.startswith("Line 7: A count of 1.234 is no whole number")
    listed.message.links[0].click()
    rest(qtbot)
    assert path.read_text("utf-8") == text.replace("1.234", "1234")
    assert not listed.message.isVisible()
