"""The choice between latest values and all periods, and what stands below tables."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from cqviewer.model.facts import Sheet
from cqviewer.ui.style.buttons import ChoiceButton
from cqviewer.ui.style.text_block import TextBlock
from cqviewer.ui.table.period_view import PeriodTable
from cqviewer.ui.table.tables import FigureTables
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import OpenWindow
from tests.ui.tables import FIGURE, PERIOD, VALUE, column, page_table, series_table


def tables_in(window: MainWindow) -> FigureTables:
    """Return the tables of the page."""
    found = window.content.page.tables
    assert found is not None
    return found


def choice(tables: FigureTables) -> list[ChoiceButton]:
    """Return the buttons that choose between latest values and all periods."""
    return tables.findChildren(ChoiceButton)


def words(tables: FigureTables) -> list[str]:
    """Return the texts around the tables."""
    return [one.text() for one in tables.findChildren(TextBlock)]


def test_what_is_shown_is_said_below_the_choice_where_it_is_narrow(
    open_window: OpenWindow, health: Sheet
) -> None:
    for width, is_below in ((1180, False), (760, True)):
        window = open_window(health, is_table=True, zoom=1.0 if not is_below else 2.5)
        window.resize(width, 560)
        tables = tables_in(window)
        (said,) = [one for one in tables.findChildren(TextBlock) if "6 series" in one.text()]
        bottom = choice(tables)[0].geometry().bottom()
        assert (said.y() > bottom) is is_below
        assert said.width() > 150
        latest, every = (one.geometry() for one in choice(tables))
        assert latest.right() + 1 == every.left()


def test_all_periods_are_shown_until_the_latest_values_are_chosen(
    open_in_front: OpenWindow, health: Sheet
) -> None:
    window = open_in_front(health, is_table=True)
    tables = tables_in(window)
    latest, every = choice(tables)
    assert (latest.isChecked(), every.isChecked()) == (False, True)
    assert [type(one) is PeriodTable for one in tables.tables] == [False, True]
    assert column(tables.first, FIGURE) == ["Staff of the laboratory"]
    assert "6 series, 2019 to 2024" in words(tables)
    latest.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(latest, Qt.Key.Key_Space)
    assert window.store.view.is_latest_only
    (table,) = tables.tables
    rows = dict(zip(column(table, FIGURE), column(table, VALUE), strict=True))
    assert len(rows) == 7
    assert rows["Lead in water, East"] == "0.8 µg/l"
    assert column(table, PERIOD)[4] == "2022"
    assert "The latest value of each figure, of 6 series among them" in words(tables)
    assert latest.hasFocus()
    QTest.mouseClick(every, Qt.MouseButton.LeftButton)
    assert len(tables.tables) == 2


def test_the_choice_is_of_radio_buttons_for_those_who_hear_it(
    open_window: OpenWindow, health: Sheet
) -> None:
    tables = tables_in(open_window(health, is_table=True))
    heard = [QAccessible.queryAccessibleInterface(one) for one in choice(tables)]
    assert [one.role() for one in heard] == [QAccessible.Role.RadioButton] * 2
    assert [bool(one.state().checked) for one in heard] == [False, True]
    names = [one.text(QAccessible.Text.Name) for one in heard]
    assert names == ["Latest value", "All periods"]


def test_there_is_no_choice_without_series(open_window: OpenWindow) -> None:
    window = open_window()
    page_table(window)
    assert choice(tables_in(window)) == []


def test_legend_and_footnotes_stand_below_each_table(
    open_window: OpenWindow, health: Sheet
) -> None:
    window = open_window(health, is_table=True)
    said = words(tables_in(window))
    assert any(one.startswith("[b] break in the series") for one in said)
    assert any("² From 2021 on without garden waste." in one for one in said)
    window.store.look(is_latest_only=True)
    said = words(tables_in(window))
    assert "[p] provisional" in said
    assert "¹ No survey in 2020; in 2021 too few answers to publish." in said


def test_the_keyboard_stays_at_its_figure_when_the_choice_changes(
    open_in_front: OpenWindow, health: Sheet
) -> None:
    window = open_in_front(health, is_table=True)
    tables = tables_in(window)
    tables.enter("waste")
    assert series_table(window).hasFocus()
    window.store.look(is_latest_only=True)
    assert tables.first.hasFocus()
    assert tables.fact_at_hand == "waste"
    assert tables.table_of("nothing") is None


def test_a_chart_s_own_table_has_the_choice_and_its_periods(
    open_window: OpenWindow, health: Sheet
) -> None:
    window = open_window(health)
    card = next(one for one in window.content.page.chart_cards if one.facts == ["waste"])
    card.buttons.table.click()
    assert card.tables is not None
    assert len(choice(card.tables)) == 2
    assert card.tables.whole_text.splitlines()[0] == "Figure\tUnit\t" + "\t".join(
        str(year) for year in range(2019, 2025)
    )
    window.store.look(is_latest_only=True)
    assert card.tables.whole_text.splitlines()[0].startswith("Figure\tValue\tPeriod")


@pytest.mark.parametrize("is_latest_only", [False, True])
def test_a_selection_is_shown_in_the_table_that_has_its_row(
    open_window: OpenWindow, health: Sheet, is_latest_only: bool
) -> None:
    window = open_window(health, is_table=True, is_latest_only=is_latest_only)
    tables = tables_in(window)
    window.store.select("visits")
    table = tables.table_of("visits")
    assert table is not None
    assert table.fact_at_hand == "visits"
    assert all(one is table or not one.selectionModel().hasSelection() for one in tables.tables)
