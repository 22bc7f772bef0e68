"""The focus comes back to where it was after parts of a window have been rebuilt."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cqviewer.ui.state.focus_restorer import FocusRestorer
from tests.ui.conftest import bring_to_front

pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told


class Rows(QWidget):
    """Rows of figures, of which one has the keyboard."""

    def __init__(self, fact_id: str | None) -> None:
        """Put the keyboard on a figure."""
        super().__init__()
        self.fact_at_hand = fact_id
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def enter(self, fact_id: str | None) -> None:
        """Put the keyboard on another figure."""
        self.fact_at_hand = fact_id
        self.setFocus()


class Window(QWidget):
    """A window of areas, which are built anew."""

    def __init__(self) -> None:
        """Build no area yet."""
        super().__init__()
        self._column = QVBoxLayout(self)
        self.otherwise = QLineEdit()
        self._column.addWidget(self.otherwise)
        self.areas: list[QWidget] = []

    def build(self, *areas: list[QWidget]) -> None:
        """Build areas of some parts each, in place of those that are there."""
        for old in self.areas:
            old.deleteLater()
            old.hide()
        self.areas = [QWidget() for _ in areas]
        for area, parts in zip(self.areas, areas, strict=True):
            column = QVBoxLayout(area)
            for part in parts:
                column.addWidget(part)
            self._column.addWidget(area)
            area.show()


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    """Return a window with a field in each of its areas, and two buttons in the second."""
    made = Window()
    qtbot.addWidget(made)
    made.build([QLineEdit()], [QPushButton("a"), QLineEdit(), QPushButton("b")])
    made.show()
    bring_to_front(made, qtbot)
    return made


def buttons(window: Window) -> list[QPushButton]:
    return window.areas[1].findChildren(QPushButton)


def test_the_same_widget_of_its_kind_in_the_same_area_has_the_focus_again(window: Window) -> None:
    second = buttons(window)[1]
    second.setFocus()
    kept = FocusRestorer(second, window.areas)
    window.build([QLineEdit()], [QLineEdit(), QPushButton("c"), QPushButton("d")])
    kept.restore(window.areas, window.otherwise)
    assert buttons(window)[1].hasFocus()


@pytest.mark.parametrize("is_there", [True, False])
def test_where_it_is_gone_or_disabled_another_has_the_focus(window: Window, is_there: bool) -> None:
    second = buttons(window)[1]
    second.setFocus()
    kept = FocusRestorer(second, window.areas)
    window.build([QLineEdit()], [QPushButton(one) for one in ("cd" if is_there else "c")])
    if is_there:
        buttons(window)[1].setEnabled(False)
    kept.restore(window.areas, window.otherwise)
    assert window.otherwise.hasFocus()


def test_a_focus_outside_of_the_areas_is_left_alone(window: Window) -> None:
    window.otherwise.setFocus()
    kept = FocusRestorer(window.otherwise, window.areas)
    window.build([QLineEdit()], [QPushButton("c")])
    buttons(window)[0].setFocus()
    kept.restore(window.areas, window.otherwise)
    assert buttons(window)[0].hasFocus()


def test_without_a_focus_none_is_given(window: Window) -> None:
    kept = FocusRestorer(None, window.areas)
    window.setFocus()
    kept.restore(window.areas, window.otherwise)
    assert not window.otherwise.hasFocus()


def test_rows_are_entered_at_the_figure_that_the_keyboard_was_on(window: Window) -> None:
    window.build([Rows("ports"), Rows("jobs")], [])
    jobs = window.areas[0].findChildren(Rows)[1]
    kept = FocusRestorer(jobs, window.areas)
    window.build([Rows(None), Rows(None)], [])
    kept.restore(window.areas, window.otherwise)
    first, second = window.areas[0].findChildren(Rows)
    assert (first.fact_at_hand, second.fact_at_hand) == (None, "jobs")
    assert QApplication.focusWidget() is second


def named(name: str, chart: str) -> QPushButton:
    """Return a button of a chart, as a screen reader tells it from those of others."""
    button = QPushButton()
    button.setAccessibleName(name)
    button.setAccessibleDescription(chart)
    return button


@pytest.mark.parametrize(
    ("before", "again"),
    [
        ([("Earlier", "Waste"), ("Copy", "Waste"), ("Table", "Trips")], ("Copy", "Trips")),
        ([("表格", "出行")], ("复制", "出行")),
    ],
    ids=["by its words, though others came before it", "by its place, where its words changed"],
)
def test_a_button_is_found_again(
    before: list[tuple[str, str]], again: tuple[str, str], window: Window
) -> None:
    copy = named("Copy", "Trips")
    window.build([named("Table", "Trips"), copy])
    copy.setFocus()
    kept = FocusRestorer(copy, window.areas)
    same = named(*again)
    window.build([*(named(*one) for one in before), same])
    assert kept.restore(window.areas, window.otherwise)
    assert same.hasFocus()
