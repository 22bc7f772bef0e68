"""What the texts of the form are written into: they hold any text, and leave it as one expects."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from cqviewer.model.editing.parts import Field
from cqviewer.ui.editing.inputs import Ids, Line, LinesInput, input_of, put_text, text_of
from cqviewer.ui.editing.words import chosen
from cqviewer.ui.style.look import Look

WORDS = ("growth", "level", "count")
LINE = Field(("name",), "name", text="Jobs")
LONG = Field(("note",), "note", text="A note of more than thirty-six letters, over two lines.")
FREE = Field(("total",), "total", choices=("jobs", "calls"))
CLOSED = Field(("measure",), "measure", choices=WORDS, is_closed=True)
FLAG = Field(("adds_up",), "adds_up", kind="flag")
LIST = Field(("figures",), "figures", kind="list", choices=("jobs", "calls"))


class Made:
    """An input over a field, and how often its text was to be written."""

    def __init__(self, field: Field, look: Look, qtbot: QtBot) -> None:
        self.left = 0
        self.widget: QWidget = input_of(field, look, self._leave)
        self._around = QWidget()
        self.widget.setParent(self._around)
        qtbot.addWidget(self._around)

    def _leave(self) -> None:
        self.left += 1


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        (LINE, Line),
        (LONG, LinesInput),
        (FREE, QComboBox),
        (CLOSED, QComboBox),
        (FLAG, QCheckBox),
        (LIST, Ids),
    ],
    ids=lambda one: getattr(one, "key", None) or one.__name__,
)
def test_each_kind_of_field_has_its_input(
    look: Look, qtbot: QtBot, field: Field, kind: type[QWidget]
) -> None:
    assert isinstance(Made(field, look, qtbot).widget, kind)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text("ab é界,.%-'\"{}", max_size=60))
def test_what_is_put_in_is_read_back(look: Look, qtbot: QtBot, text: str) -> None:
    written = " ".join(text.split())
    for field in (LINE, LONG, FREE, LIST):
        made = Made(field, look, qtbot)
        widget = made.widget
        put_text(widget, written)
        assert text_of(widget) == written, field.key
    assert written == written.strip()


def test_a_box_is_ticked_or_says_nothing(look: Look, qtbot: QtBot) -> None:
    made = Made(FLAG, look, qtbot)
    for text in ("true", ""):
        put_text(made.widget, text)
        assert text_of(made.widget) == text
    assert made.left == 0  # what the program writes is no answer
    assert isinstance(made.widget, QCheckBox)
    made.widget.click()
    assert (text_of(made.widget), made.left) == ("true", 1)


def test_a_word_of_the_format_is_shown_with_what_it_means_and_written_alone(
    look: Look, qtbot: QtBot
) -> None:
    made = Made(CLOSED, look, qtbot)
    widget = made.widget
    assert isinstance(widget, QComboBox)
    assert [widget.itemText(at) for at in range(widget.count())] == ["", *map(chosen, WORDS)]
    for one in (*WORDS, "", "a word that is not known"):
        put_text(widget, one)
        assert text_of(widget) == one


def test_a_field_that_is_required_and_filled_offers_no_empty_choice(
    look: Look, qtbot: QtBot
) -> None:
    made = Made(replace(CLOSED, text="level", is_required=True), look, qtbot)
    widget = made.widget
    assert isinstance(widget, QComboBox)
    assert widget.count() == len(WORDS)


def test_enter_and_leaving_write_a_text_of_several_lines(look: Look, qtbot: QtBot) -> None:
    made = Made(LONG, look, qtbot)
    widget = made.widget
    assert isinstance(widget, QPlainTextEdit)
    put_text(widget, "first")
    QTest.keyClicks(widget, "more ")
    QTest.keyClick(widget, Qt.Key.Key_Return)
    assert made.left == 1
    assert text_of(widget) == "more first"
    assert "\n" not in widget.toPlainText()


def test_ids_are_ticked_in_a_menu_and_taken_out_again(look: Look, qtbot: QtBot) -> None:
    made = Made(LIST, look, qtbot)
    widget = made.widget
    assert isinstance(widget, Ids)
    [menu] = [one for one in widget.findChildren(QMenu) if one is widget.button.menu()]

    def tick(name: str) -> list[bool]:
        menu.aboutToShow.emit()
        [action] = [one for one in menu.actions() if one.text() == name]
        action.trigger()
        menu.aboutToShow.emit()
        return [one.isChecked() for one in menu.actions()]

    put_text(widget, "ports")
    assert tick("calls") == [False, True]
    assert tick("jobs") == [True, True]
    assert text_of(widget) == "ports, calls, jobs"
    assert tick("calls") == [True, False]
    assert (text_of(widget), made.left) == ("ports, jobs", 3)


def test_ids_without_a_choice_have_no_button(look: Look, qtbot: QtBot) -> None:
    for field, has_button in ((LIST, True), (Field(("of",), "of", kind="list"), False)):
        made = Made(field, look, qtbot)
        widget = made.widget
        assert isinstance(widget, Ids)
        assert widget.button.isVisibleTo(widget) is has_button
