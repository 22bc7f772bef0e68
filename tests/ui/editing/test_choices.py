"""Choices of the form: words of the format, with what they mean in another language's window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QMenu, QStyledItemDelegate
from pytestqt.qtbot import QtBot

from cqviewer.charts.kinds import KINDS
from cqviewer.model.editing.shapes import Entry, shapes
from cqviewer.model.reading.format import SheetEntry
from cqviewer.ui.editing.sheet_form import SheetForm
from cqviewer.ui.editing.words import chosen
from cqviewer.ui.state.language import install_translators
from cqviewer.ui.window.window import MainWindow
from tests.model.sheets import figure, sheet_text
from tests.ui.editing.writing import box, form_of, rest, rows

SERIES = "observations: [{period: 2023, value: 11}, {period: 2024, value: 12}]"


def words_of(entry: Entry, seen: set[Entry]) -> set[str]:
    """Return the words that are chosen from in an entry and in all that it holds."""
    seen.add(entry)
    words: set[str] = set()
    for shape in shapes(entry).values():
        words |= set(shape.words)
        if shape.inner is not None and shape.inner not in seen:
            words |= words_of(shape.inner, seen)
    return words


@pytest.fixture
def chinese() -> Iterator[None]:
    """Set the program's language to Chinese for one test."""
    install_translators("zh")
    yield
    install_translators("en")


@pytest.fixture
def text() -> str:
    """Return a sheet with a series and a single figure that has the name of a word."""
    figures = f"jobs: {figure(value='V', period=None)}\nshare: {figure(value=3)}"
    charts = "charts: [{kind: bars, of: [share], title: Shares}]"
    rest = f"sections: [{{id: one, title: One, figures: [jobs, share], {charts}}}]\n"
    return sheet_text(figures, rest=rest).replace("value: V", SERIES)


@pytest.fixture
def form(window: MainWindow, qtbot: QtBot) -> SheetForm:
    """Return the form of a Chinese window."""
    window.store.look(language="zh", language_choice="zh")
    window.actions_by_name["edit_part"].trigger()
    rest(qtbot)
    return form_of(window)


def shown(combo: QComboBox) -> list[str]:
    return [combo.itemText(at) for at in range(combo.count())]


@pytest.mark.usefixtures("qapp", "chinese")
def test_each_word_of_the_format_has_its_meaning_beside_it() -> None:
    every = words_of(SheetEntry, set()) | set(KINDS)
    assert len(every) > 40
    assert all(chosen(one).startswith(f"{one} (") for one in every)
    assert chosen("retail") == "retail", "an id is no word of the format"


@pytest.mark.usefixtures("qapp", "look")
def test_in_english_a_word_says_itself() -> None:
    assert chosen("level") == "level"


def test_a_word_that_is_chosen_is_written_without_its_meaning(
    window: MainWindow, form: SheetForm, path: Path, qtbot: QtBot
) -> None:
    combo = box(form, "better").input
    assert isinstance(combo, QComboBox)
    assert shown(combo) == ["", "higher (越高越好)", "lower (越低越好)"]
    combo.setCurrentIndex(2)
    combo.activated.emit(2)
    rest(qtbot)
    assert "better: lower" in path.read_text("utf-8")
    assert box(form, "better").text == "lower"
    assert box(form_of(window), "measure").text == "count"


def test_marks_are_ticked_by_their_meaning(
    window: MainWindow, form: SheetForm, path: Path, qtbot: QtBot
) -> None:
    window.store.select("share")
    rest(qtbot)
    menu = box(form, "status").findChild(QMenu)
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    next(one for one in menu.actions() if one.text() == "forecast (预测)").trigger()
    rest(qtbot)
    assert "status: forecast" in path.read_text("utf-8")


@pytest.fixture
def statuses(form: SheetForm) -> QComboBox:
    """Return the list of statuses that opens in the first row of the observations."""
    listed = rows(form, "observations")
    heads = [
        listed.model().headerData(at, Qt.Orientation.Horizontal)
        for at in range(listed.model().columnCount())
    ]
    listed.choose(0, heads.index("状态"))
    listed.edit(listed.currentIndex())
    combo = listed.findChild(QComboBox)
    assert isinstance(combo, QComboBox)
    return combo


def test_a_cell_takes_the_word_of_what_was_chosen(
    form: SheetForm, statuses: QComboBox, path: Path, qtbot: QtBot
) -> None:
    statuses.setCurrentIndex(shown(statuses).index("estimated (估计)"))
    rows(form, "observations").commitData(statuses)
    rest(qtbot)
    assert "{period: 2023, value: 11, status: estimated}" in path.read_text("utf-8")


def test_more_words_can_be_written_after_the_one_that_was_chosen(
    form: SheetForm, statuses: QComboBox, path: Path, qtbot: QtBot
) -> None:
    QTest.keyClick(statuses, Qt.Key.Key_Down)
    assert statuses.currentText() == "provisional"
    QTest.keyClicks(statuses, ", revised")
    rows(form, "observations").commitData(statuses)
    rest(qtbot)
    assert "{period: 2023, value: 11, status: [provisional, revised]}" in path.read_text("utf-8")


def test_more_words_can_be_written_after_the_one_that_stands_there(
    statuses: QComboBox, form: SheetForm, qtbot: QtBot
) -> None:
    statuses.setEditText("forecast")
    listed = rows(form, "observations")
    listed.commitData(statuses)
    listed.closeEditor(statuses, QStyledItemDelegate.EndEditHint.NoHint)
    rest(qtbot)
    index = listed.currentIndex()
    assert index.data() == "forecast (预测)"
    listed.edit(index)
    again = next(one for one in listed.findChildren(QComboBox) if one.isVisible())
    assert again.currentText() == "forecast"
