"""What the form says of a change that is not written."""

from pytestqt.qtbot import QtBot

from cqviewer.ui.editing.sheet_form import SheetForm
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import bring_to_front
from tests.ui.editing.writing import form_of, rest, write, write_row


def test_what_is_filled_is_not_said_to_be_left(
    form: SheetForm, window: MainWindow, qtbot: QtBot
) -> None:
    bring_to_front(window, qtbot)
    write_row(qtbot, form, "observations", 0, 0, "2023")
    write_row(qtbot, form_of(window), "observations", 0, 1, "11")
    form = form_of(window)
    assert "stands beside `observations`" in form.message.text
    for key in ("value", "period"):
        write(qtbot, form, key, "")
    rest(qtbot)
    assert form.message.text.startswith("Saved to sheet.yaml")
    assert str(window.store.sheet.indicators["jobs"].latest.value) == "11"
