"""The numbers of a source that no figure uses: made figures, set aside, and taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cqviewer.load import load_sheet
from cqviewer.ui.source.sourcing import Sourcing
from cqviewer.ui.source.unused import Act, UnusedList
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import OpenWindow, accessible, bring_to_front, name_of, settle, texts_in
from tests.ui.editing.writing import box, form_of, write
from tests.ui.source.conftest import Evidence, rest, view_of
from tests.ui.window.test_context_menus import choose, entries, menu_at

pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told
Show = Callable[..., MainWindow]


@pytest.fixture
def window(show: Show, qtbot: QtBot) -> MainWindow:
    """Return a window that lists the unused numbers of the report."""
    window = show(source="unused")
    bring_to_front(window, qtbot)
    return window


def rows(window: MainWindow) -> list[str]:
    return [f"{one.written} {one.reason}".rstrip() for one in numbers(window).rows]


def numbers(window: MainWindow) -> UnusedList:
    return view_of(window).unused


def wanted(window: MainWindow) -> list[dict[str, str]]:
    """Return the figures that are asked for from now on."""
    found: list[dict[str, str]] = []
    sourcing = window.findChild(Sourcing)
    assert sourcing is not None
    sourcing.figure_wanted.connect(found.append)
    return found


def file_of(window: MainWindow) -> Path:
    assert window.path is not None
    return window.path


def test_unused_numbers_come_first_then_those_that_are_set_aside(window: MainWindow) -> None:
    assert rows(window) == ["twelve", "380", "12 %", "2024 year", "10 date"]
    counts = "10 numbers in the source: 5 used, 3 unused, 2 set aside."
    assert any(one.startswith(counts) for one in texts_in(view_of(window)))


def test_enter_makes_a_figure_with_what_is_certain(window: MainWindow) -> None:
    found, listed = wanted(window), numbers(window)
    listed.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(listed, key)
    assert found == [
        {"source": "report par. 6", "value": "380"},
        {"source": "report par. 8", "value": "12", "unit": "%"},
    ]


def test_delete_sets_aside_in_the_file_and_undo_takes_it_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    path = file_of(window)
    before = path.read_bytes()
    numbers(window).setFocus()
    QTest.keyClick(numbers(window), Qt.Key.Key_Delete)
    rest(qtbot)
    assert rows(window) == ["380", "12 %", "2024 year", "twelve set aside", "10 date"]
    assert "twelve" in path.read_text("utf-8")
    assert path.read_text("utf-8").startswith(before.decode().rstrip("\n"))
    assert load_sheet(path).set_aside[0].number == "twelve"
    window.actions_by_name["undo"].trigger()
    rest(qtbot)
    assert path.read_bytes() == before
    assert rows(window)[0] == "twelve"


def test_the_link_of_a_row_takes_it_back_too(window: MainWindow, qtbot: QtBot) -> None:
    before = load_sheet(file_of(window))
    press(window, 1, "aside")
    rest(qtbot)
    assert "380 set aside" in rows(window)
    press(window, rows(window).index("380 set aside"), "back")
    rest(qtbot)
    assert load_sheet(file_of(window)).set_aside == before.set_aside == ()
    assert rows(window)[1] == "380"


def press(window: MainWindow, row: int, act: Act) -> None:
    """Click what a row offers."""
    listed = numbers(window)
    place = listed.link_boxes(row)[act].center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_click_beside_the_links_only_chooses_the_row(window: MainWindow) -> None:
    listed, found = numbers(window), wanted(window)
    place = listed.row_box(2).topLeft() + QPoint(60, 20)
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (listed.currentRow(), found) == (2, [])
    assert min(box.height() for box in listed.link_boxes(2).values()) >= 24


def test_the_row_stays_where_it_was_when_the_window_is_built_anew(
    window: MainWindow, qtbot: QtBot
) -> None:
    numbers(window).setCurrentRow(3)
    window.store.look(theme="dark")
    rest(qtbot)
    assert numbers(window).currentRow() == 3


def test_a_screen_reader_hears_each_number_with_its_clause(window: MainWindow) -> None:
    heard = QAccessible.queryAccessibleInterface(numbers(window))
    assert heard.role() == QAccessible.Role.List
    said = [name_of(heard.child(at)) for at in range(heard.childCount())]
    assert said[1].startswith("380, paragraph 6, ")
    assert "the port accounts for 380" in said[1]
    assert said[1].endswith("Make a figure, Not a figure")
    assert "A year" in said[3]
    numbers(window).setFocus()
    QTest.keyClick(numbers(window), Qt.Key.Key_Down)
    at = heard.focusChild()
    assert at is not None
    assert name_of(at) == said[1]


def test_of_a_file_that_is_not_the_readers_a_copy_is_offered(
    write_sheet: Evidence, open_window: OpenWindow, qtbot: QtBot
) -> None:
    path = write_sheet()
    before = path.read_bytes()
    window = open_window(load_sheet(path), path, source="unused")
    rest(qtbot)
    window.files.path = path.with_suffix(".pdf")
    numbers(window).setFocus()
    QTest.keyClick(numbers(window), Qt.Key.Key_Delete)
    rest(qtbot)
    assert window.notices.shown is not None
    assert "This file is not changed here" in window.notices.shown.title
    assert path.read_bytes() == before


def test_all_is_painted_also_where_it_is_narrow(window: MainWindow, qtbot: QtBot) -> None:
    wide = numbers(window).row_box(0).height()
    window.resize(760, 560)
    window.store.look(zoom=2.5)
    window.content.open_panel()
    rest(qtbot)
    listed = numbers(window)
    assert listed.row_box(0).height() > 2.5 * wide
    room = listed.viewport().rect()
    assert all(box.right() < room.right() for box in listed.link_boxes(0).values())
    listed.viewport().grab()


def test_rows_stay_apart_while_the_panel_is_made_narrower(window: MainWindow, qtbot: QtBot) -> None:
    listed = numbers(window)
    listed.resize(700, listed.height())
    settle()
    wide = listed.row_box(0).height()
    listed.resize(300, listed.height())
    qtbot.waitUntil(lambda: listed.row_box(0).height() > wide)
    assert listed.row_box(0).height() == listed.row_height


def test_all_are_set_aside_at_once_and_come_back_at_once(window: MainWindow, qtbot: QtBot) -> None:
    path = file_of(window)
    before = path.read_bytes()
    numbers(window).setFocus()
    QTest.keyClick(numbers(window), Qt.Key.Key_Delete)
    rest(qtbot)
    button = next(one for one in accessible(view_of(window)) if name_of(one) == "Set all aside")
    button.object().click()  # type: ignore[attr-defined]
    rest(qtbot)
    aside = load_sheet(path).set_aside
    assert [(one.citation.where, one.number) for one in aside] == [
        ("2", "twelve"),
        ("6", "380"),
        ("8", "12 %"),
    ]
    assert "Every number is used or set aside" in texts_in(view_of(window))
    assert "Set all aside" not in texts_in(view_of(window))
    window.actions_by_name["undo"].trigger()
    window.actions_by_name["undo"].trigger()
    rest(qtbot)
    assert path.read_bytes() == before


def test_keys_that_come_too_fast_set_each_number_aside_once(
    window: MainWindow, qtbot: QtBot
) -> None:
    listed = numbers(window)
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_Delete)
    QTest.keyClick(listed, Qt.Key.Key_Delete)
    rest(qtbot)
    assert [one.number for one in load_sheet(file_of(window)).set_aside] == ["twelve"]
    assert numbers(window).hasFocus(), "the list stays in sight while it is read again"
    QTest.keyClick(numbers(window), Qt.Key.Key_Delete)
    rest(qtbot)
    assert [one.number for one in load_sheet(file_of(window)).set_aside] == ["twelve", "380"]


def test_a_figure_is_made_filled_in_saved_among_the_others_and_taken_back(
    write_sheet: Evidence, open_window: OpenWindow, qtbot: QtBot
) -> None:
    path = write_sheet()
    text = path.read_text("utf-8").replace("\nyear: 2024", "\nyear: 2024\nlanguages: [en, zh]")
    path.write_text(text, "utf-8")
    before = path.read_bytes()
    window = open_window(load_sheet(path), path, source="unused")
    rest(qtbot)
    numbers(window).setCurrentRow(1)
    numbers(window).setFocus()
    QTest.keyClick(numbers(window), Qt.Key.Key_Return)
    rest(qtbot)
    form = form_of(window)
    assert [box(form, key).text for key in ("value", "source")] == ["380", "report par. 6"]
    assert box(form, "name", "zh").isVisible()
    write(qtbot, form, "name", "Port jobs", "en")
    assert box(form, "name", "zh").isVisible(), "the keyboard is there by now"
    write(qtbot, form, "name", "zhou", "zh")
    write(qtbot, form, "unit", "jobs", "en")
    write(qtbot, form, "measure", "count")
    write(qtbot, form, "period", "2024")
    sheet = load_sheet(path)
    made = sheet.indicators["port_jobs"]
    assert made.name == {"en": "Port jobs", "zh": "zhou"}
    assert str(made.latest.amount) == "380"
    shown = [one.indicator for one in sheet.sections[0].figures]
    assert shown[0] == "jobs"
    assert shown[-2:] == ["people", "port_jobs"], "none is replaced"
    while window.actions_by_name["undo"].isEnabled():
        window.actions_by_name["undo"].trigger()
        rest(qtbot)
    assert path.read_bytes() == before


def test_a_link_that_is_pointed_at_has_a_hand(window: MainWindow) -> None:
    listed = numbers(window)
    QTest.mouseMove(listed.viewport(), listed.link_boxes(1)["make"].center())
    assert listed.viewport().hasMouseTracking(), "also while no button is pressed"
    assert listed.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(listed.viewport(), listed.row_box(1).topLeft() + QPoint(60, 20))
    assert listed.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor


def test_the_menu_is_that_of_the_number_and_not_of_the_figure_that_is_selected(
    window: MainWindow,
) -> None:
    listed, found = numbers(window), wanted(window)
    listed.setCurrentRow(1)
    menu = menu_at(listed)
    assert entries(menu) == ["Make a figure", "Not a figure", "Copy the clause"]
    choose(menu_at(listed), "Copy the clause")
    assert QGuiApplication.clipboard().text() == listed.rows[1].clause
    choose(menu_at(listed), "Make a figure")
    assert len(found) == 1


def test_a_double_click_makes_a_figure_unless_it_met_a_link_or_another_number(
    window: MainWindow,
) -> None:
    listed, found = numbers(window), wanted(window)
    beside = listed.row_box(1).topLeft() + QPoint(60, 20)
    for first, second in ((listed.row_box(2).topLeft() + QPoint(60, 20), beside), (beside, beside)):
        QTest.mousePress(listed.viewport(), Qt.MouseButton.LeftButton, pos=first)
        QTest.mouseDClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=second)
    assert len(found) == 1
