"""Tables of series: frozen names, walking cell by cell, copies of parts, and where they scroll."""

from decimal import Decimal

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QFont, QGuiApplication, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cqviewer.model.facts import Sheet
from cqviewer.model.numbers.period import Period
from cqviewer.ui.style.lines import CUT, Lines
from cqviewer.ui.table.period_view import PeriodTable
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import OpenWindow, bring_to_front, name_of, settle
from tests.ui.tables import series_table


@pytest.fixture
def window(open_window: OpenWindow, health: Sheet) -> MainWindow:
    """Return a window in table mode."""
    return open_window(health, is_table=True)


def current(table: PeriodTable) -> tuple[str, str]:
    """Return the figure and the period of the cell where the keyboard is."""
    at, figures = table.currentIndex(), table.figures
    return figures.table_rows[at.row()].fact.id, figures.headings()[at.column()]


def test_arrows_move_by_cell_and_home_and_end_within_the_row(
    window: MainWindow, qtbot: QtBot
) -> None:
    bring_to_front(window, qtbot)
    window.store.select("births")
    table = series_table(window)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert current(table) == ("births", "2024")
    for key, at in (
        (Qt.Key.Key_Left, ("births", "2023")),
        (Qt.Key.Key_Down, ("lead", "2023")),
        (Qt.Key.Key_Home, ("lead", "2019")),
        (Qt.Key.Key_End, ("lead", "2024")),
        (Qt.Key.Key_Up, ("births", "2024")),
    ):
        QTest.keyClick(table, key)
        assert current(table) == at
        assert window.store.view.selected == at[0]
        assert len(table.selectionModel().selectedIndexes()) == 1


def test_a_cell_selects_its_observation_and_the_observation_its_cell(window: MainWindow) -> None:
    table = series_table(window)
    row = table.row_of("births").row()
    place = table.visualRect(table.figures.index(row, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    view = window.store.view
    assert (view.selected, view.observation) == ("births", Period.parse("2020"))
    window.store.select("births", Period.parse("2021"))
    assert current(table) == ("births", "2021")
    window.store.select("births")
    assert current(table) == ("births", "2024")
    assert len(table.selectionModel().selectedIndexes()) == 1


def test_an_empty_cell_keeps_the_keyboard(open_window: OpenWindow, health: Sheet) -> None:
    births = health.indicators["births"]
    short = msgspec.structs.replace(births, observations=births.observations[1:])
    sheet = msgspec.structs.replace(health, indicators={**health.indicators, "births": short})
    window = open_window(sheet, is_table=True)
    table = series_table(window)
    at = table.figures.index(table.row_of("births").row(), 0)
    assert at.data() == "not in this sheet"
    table.setCurrentIndex(at)
    assert current(table) == ("births", "2019")
    assert (window.store.view.selected, window.store.view.observation) == ("births", None)


def test_a_click_on_a_name_selects_its_row(window: MainWindow) -> None:
    table = series_table(window)
    header = table.verticalHeader()
    row = table.row_of("waste").row()
    place = QPoint(20, header.sectionViewportPosition(row) + 8)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.store.view.selected == "waste"
    assert len(table.selectionModel().selectedIndexes()) == 6
    assert table.fact_at(QPoint(20, table.row_box(table.row_of("lead")).center().y())) == "lead"


def test_a_part_is_copied_with_its_heads_and_else_all(window: MainWindow, qtbot: QtBot) -> None:
    bring_to_front(window, qtbot)
    table = series_table(window)
    assert len(table.selected_text.splitlines()) == 7
    window.store.select("births")
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines() == [
        "Figure\tUnit\t2023\t2024",
        "Live births\tpersons\t1,176 [r]\t1,160 [p]",
        "Lead in water, Old Town\tµg/l\tbelow 0.25\tbelow 0.25",
    ]
    assert len(table.whole_text.splitlines()) == 7


def test_cells_apart_are_copied_where_they_stand(window: MainWindow) -> None:
    table = series_table(window)
    flags = table.selectionModel().SelectionFlag
    for row, column in ((1, 0), (2, 2)):
        table.selectionModel().select(table.figures.index(row, column), flags.Select)
    assert table.selected_text.splitlines()[1:] == [
        "Live births\tpersons\t1,204\t",
        "Lead in water, Old Town\tµg/l\t\t0.31",
    ]


def long_table(open_window: OpenWindow, health: Sheet) -> tuple[MainWindow, PeriodTable]:
    """Open a window on a table that has a figure of many periods, each of another value."""
    waste = health.indicators["waste"]
    first = waste.observations[0]
    earlier = [
        msgspec.structs.replace(
            first, period=type(first.period).parse(str(year)), value=Decimal(year * 7)
        )
        for year in range(1990, 2019)
    ]
    longer = msgspec.structs.replace(waste, observations=(*earlier, *waste.observations))
    sheet = msgspec.structs.replace(health, indicators={**health.indicators, "waste": longer})
    window = open_window(sheet, is_table=True)
    assert window.content.page.tables is not None
    table = window.content.page.tables.table_of("waste")
    assert isinstance(table, PeriodTable)
    return window, table


def test_many_periods_scroll_under_the_names_and_the_newest_are_in_sight(
    open_window: OpenWindow, health: Sheet, qtbot: QtBot
) -> None:
    window, table = long_table(open_window, health)
    bar = table.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert bar.value() == bar.maximum()
    names = table.verticalHeader().geometry()
    window.resize(1000, 800)
    settle()
    assert bar.value() == bar.maximum()
    bar.setValue(0)
    assert table.verticalHeader().geometry().topLeft() == names.topLeft()
    window.resize(1100, 800)
    settle()
    assert bar.value() == 0
    window.store.select("waste")
    last = table.visualRect(table.currentIndex())
    assert table.viewport().rect().contains(last)


@pytest.mark.parametrize("by", [0, 12, 30, 55])
def test_no_part_of_a_number_is_seen_where_its_cell_is_cut(
    by: int,
    open_window: OpenWindow,
    health: Sheet,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _, table = long_table(open_window, health)
    bar = table.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 200)
    bar.setValue(by)
    settle()
    painted: list[tuple[str, float, float]] = []

    class Seen(Lines):
        def __init__(self, text: str, font: QFont, high: int, width: float) -> None:
            super().__init__(text, font, high, width)
            self.text = text

        def draw(self, painter: QPainter, x: float, y: float, *_: object) -> None:
            painted.append((self.text, x, x + self.width))
            super().draw(painter, x, y)

    monkeypatch.setattr("cqviewer.ui.table.table_cells.Lines", Seen)
    table.viewport().grab()
    table.horizontalHeader().viewport().grab()
    wide = table.viewport().width()
    assert len([text for text, _, _ in painted if text != CUT]) > 10
    assert all(left >= 0 and right <= wide + 1 for _, left, right in painted)
    texts = [text for text, _, _ in painted]
    assert by or "1990" in texts
    assert CUT in texts or by != 30
    assert "1990" not in texts or by < 55


def test_names_wrap_and_intervals_have_a_second_row(window: MainWindow) -> None:
    table, px = series_table(window), window.look.px
    heights = {row.fact.id: table.rowHeight(at) for at, row in enumerate(table.figures.table_rows)}
    assert heights["cycling"] >= heights["births"] + px(22)
    assert heights["births"] == window.look.line_height("body") + px(13)


def test_words_that_are_looked_for_are_marked_in_the_names(window: MainWindow) -> None:
    header = series_table(window).verticalHeader()
    settle()
    before = header.viewport().grab().toImage()
    window.store.look(search="Live births")
    settle()
    assert header.viewport().grab().toImage() != before


def test_numbers_stand_in_line_whatever_their_marks(window: MainWindow) -> None:
    table, look = series_table(window), window.look
    picture = table.viewport().grab().toImage()
    edges = set()
    for fact_id, column in (("births", 4), ("waste", 4), ("births", 5)):  # two have a mark
        box = table.visualRect(table.figures.index(table.row_of(fact_id).row(), column))
        right = box.right() - look.px(34) + 3
        dark = [
            x
            for x in range(box.left(), right)
            if any(
                picture.pixelColor(x, y).lightness() < 90 for y in range(box.top(), box.bottom())
            )
        ]
        edges.add(box.right() - dark[-1])
    assert max(edges) - min(edges) <= 1


def test_a_screen_reader_has_heads_of_rows_and_columns_and_flags_in_full(
    window: MainWindow,
) -> None:
    table = series_table(window)
    node = QAccessible.queryAccessibleInterface(table)
    assert node.text(QAccessible.Text.Name) == "Figures of Health, 2019 to 2024"
    said = [name_of(node.child(number)) for number in range(node.childCount())]
    assert {"2019", "2024", "Live births, persons", "1,176 persons, revised, was 1,200"} <= {*said}


def test_the_ring_of_the_focus_goes_round_the_names_too(window: MainWindow, qtbot: QtBot) -> None:
    table = series_table(window)
    bring_to_front(window, qtbot)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    window.resize(window.width() - 40, window.height())
    settle()
    picture, ink = table.grab().toImage(), window.look.color("ink")
    across = (2, table.verticalHeader().width() // 2, table.width() - 40)
    edges = [(x, y) for x in across for y in (1, table.height() - 2)]
    assert [(x, y) for x, y in edges if picture.pixelColor(x, y) != ink] == []
