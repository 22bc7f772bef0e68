"""What the form says of a change that is not written."""

from pytestqt.qtbot import QtBot

from cqviewer.ui.editing.sheet_form import SheetForm
from cqviewer.ui.style.sight import bring_into_sight
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import bring_to_front, settle
from tests.ui.editing.writing import box, form_of, rest, write, write_row


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


def test_words_below_a_field_push_the_one_that_is_written_in_not_out_of_sight(
    form: SheetForm, window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(window.width(), 560)
    bring_to_front(window, qtbot)
    last = box(form, "id").focused
    last.setFocus()
    bring_into_sight(last)
    area, body = form.form, form.form.widget()
    assert body is not None
    low = last.mapTo(body, last.rect().bottomLeft()).y() + 4
    area.verticalScrollBar().setValue(low - area.viewport().height())
    settle()
    box(form, "name").say("It is this and that. " * 20)
    settle()
    assert last.visibleRegion().boundingRect().height() == last.height()
