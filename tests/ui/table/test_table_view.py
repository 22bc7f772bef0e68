"""Tables of figures: what they say, their orders, their copies, and the selection they share."""

from decimal import Decimal

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFontMetricsF, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cqviewer.charts.contents import chart_facts, section_facts
from cqviewer.model.facts import Sheet
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.look import Look
from tests.ui.conftest import OpenWindow, name_of, settle, texts_in
from tests.ui.tables import (
    FIGURE,
    ORIGIN,
    PERIOD,
    PLACE,
    VALUE,
    column,
    page_table,
    shown_table,
    table_of,
)

# The table of a page


def test_the_action_and_the_segment_change_between_charts_and_table(
    open_window: OpenWindow,
) -> None:
    window = open_window()
    card, chart = window.content.page.cards[0], window.content.page.chart_cards[0]
    assert card.isVisible()
    window.actions_by_name["table"].trigger()
    table = shown_table(window.content.page)
    assert table.isVisible()
    assert not card.isVisible()
    assert not chart.isVisible()
    assert window.toolbar.table.isChecked()
    QTest.mouseClick(window.toolbar.charts, Qt.MouseButton.LeftButton)
    assert card.isVisible()
    assert not table.isVisible()
    QTest.mouseClick(window.toolbar.table, Qt.MouseButton.LeftButton)
    assert table.isVisible()


def test_other_tabs_are_tables_too_and_words_stay(open_window: OpenWindow) -> None:
    window = open_window()
    page_table(window)
    window.actions_by_name["next_tab"].trigger()
    page = window.content.page
    assert page.section.id == "trade"
    assert shown_table(page).isVisible()
    assert all(rows.isVisible() for rows in page.row_lists)


def test_a_row_says_name_value_period_origin_and_paragraph(open_window: OpenWindow) -> None:
    window = open_window(section="trade")
    table = page_table(window)
    assert table.figures.headings() == ["Figure", "Value", "Period", "Origin", "Paragraph"]
    rows = dict(zip(column(table, FIGURE), range(100), strict=False))
    before = rows["Actual foreign investment a year earlier"]
    assert column(table, VALUE)[before] == "about US$513 million"
    assert column(table, PERIOD)[before] == "Not stated"
    assert column(table, ORIGIN)[before] == "Derived"
    assert column(table, PLACE)[before] == "8"


def test_rows_come_in_the_order_of_the_page(open_window: OpenWindow, sheet: Sheet) -> None:
    window = open_window()
    table = page_table(window)
    wording = window.store.wording
    assert column(table, FIGURE) == [
        wording.name(sheet.indicators[one]) for one in section_facts(sheet.sections[0], sheet)
    ]


def test_goals_are_rows_among_their_figures(open_window: OpenWindow) -> None:
    table = page_table(open_window(section="goals"))
    names = column(table, FIGURE)
    at = names.index("Consumption")
    assert column(table, ORIGIN)[at] == "Named in the source"
    assert column(table, PERIOD)[at] == "2025"
    assert names[at + 1] == "Total retail sales of consumer goods"


def test_places_other_than_paragraphs_are_named_in_full(
    open_window: OpenWindow, other_sheet: Sheet
) -> None:
    table = page_table(open_window(other_sheet, is_latest_only=True))
    assert table.figures.headings()[PLACE] == "Place in source"


def test_the_table_is_as_high_as_its_rows_and_fits_its_width(open_window: OpenWindow) -> None:
    window = open_window(section="trade")
    table = page_table(window)
    settle()
    last = table.model().index(table.model().rowCount() - 1, 0)
    assert table.viewport().rect().contains(table.visualRect(last))
    assert sum(table.columnWidth(one) for one in range(5)) <= table.viewport().width()


# Order


def test_values_are_sorted_by_their_true_size_and_missing_ones_come_last(
    qtbot: QtBot, store: Store, look: Look
) -> None:
    ids = ["jobs", "jobs_before", "clusters", "industry", "investment", "exports"]
    table = table_of(ids, store, look)
    qtbot.addWidget(table)
    upwards = ["+2.8", "+7.6", "690,000", "US$810 million", "577.6 bn yuan", "Not stated"]
    for ascending in (True, False):
        table.sort_by(VALUE)
        values = [text.replace("\u202f%", "") for text in column(table, VALUE)]
        order = upwards if ascending else [*reversed(upwards[:-1]), upwards[-1]]
        assert values == order
    table.sort_by(-1)
    assert [table.model().index(row, 0).data() for row in range(6)] == [
        store.wording.name(store.sheet.indicators[one]) for one in ids
    ]


def test_periods_are_sorted_by_time(qtbot: QtBot, store: Store, look: Look) -> None:
    ids = ["jobs", "clusters", "industry", "goals.announced"]
    table = table_of(ids, store, look)
    qtbot.addWidget(table)
    table.sort_by(PERIOD)
    assert column(table, PERIOD) == ["Q1–Q3 2024", "Jan–Nov 2024", "2025", "Not stated"]


def test_paragraphs_are_sorted_as_numbers(qtbot: QtBot, store: Store, look: Look) -> None:
    ids = ["goals.announced", "jobs", "industry"]
    table = table_of(ids, store, look)
    qtbot.addWidget(table)
    table.sort_by(PLACE)
    assert column(table, PLACE) == ["2", "9", "10"]


def test_a_click_on_a_heading_sorts_and_the_third_gives_the_page_s_order_back(
    open_window: OpenWindow,
) -> None:
    table = page_table(open_window(section="trade"))
    before = column(table, FIGURE)
    header = table.horizontalHeader()
    orders = []
    for _ in range(3):
        x = header.sectionViewportPosition(FIGURE) + 20
        place = header.viewport().rect().center()
        place.setX(x)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
        orders.append(column(table, FIGURE))
    folded = sorted(before, key=str.casefold)
    assert orders == [folded, folded[::-1], before]


# Selection


def test_the_selection_is_shared_both_ways(open_window: OpenWindow) -> None:
    window = open_window(section="trade", selected="ports")
    table = page_table(window)

    def selected() -> list[str]:
        return [str(one.data()) for one in table.selectionModel().selectedRows()]

    assert selected() == ["Ports in the reach of the Corridor"]
    window.store.select("cargo")
    assert selected() == ["New International Land-Sea Trade Corridor, cargo value"]
    QTest.mouseClick(
        table.viewport(),
        Qt.MouseButton.LeftButton,
        pos=table.visualRect(table.row_of("exports")).center(),
    )
    assert window.store.view.selected == "exports"
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert window.store.view.selected == "investment"
    window.store.select(None)
    assert selected() == []


def test_a_figure_stays_selected_when_the_order_changes(open_window: OpenWindow) -> None:
    window = open_window(section="trade", selected="ports")
    table = page_table(window)
    table.sort_by(VALUE)
    assert window.store.view.selected == "ports"
    rows = [str(one.data()) for one in table.selectionModel().selectedRows()]
    assert rows == ["Ports in the reach of the Corridor"]


def test_of_thousands_of_rows_each_has_its_height_and_the_widest_value_its_room(
    qtbot: QtBot, sheet: Sheet, look: Look
) -> None:
    one = sheet.indicators["exports"]
    more = {}
    for number in range(2000):
        value, name = number % 7, f"More {number}"
        if number == 1234:
            value, name = 7_654_321, "More of a name than one line has room for. " * 4
        latest = msgspec.structs.replace(one.latest, value=Decimal(value))
        changes = {"id": f"more_{number}", "name": name, "observations": (latest,)}
        more[f"more_{number}"] = msgspec.structs.replace(one, **changes)
    table = table_of([*more], Store(msgspec.structs.replace(sheet, indicators=more)), look)
    page = QWidget()
    qtbot.addWidget(page)
    table.setParent(page)
    table.resize(700, table.height())
    page.show()
    wide = table.figures.index(1234, VALUE)
    needed = QFontMetricsF(look.font("body", "bold")).horizontalAdvance(str(wide.data()))
    assert table.columnWidth(VALUE) >= needed + 16
    assert table.rowHeight(1234) > 1.5 * table.rowHeight(0)
    assert table.height() > table.visualRect(table.figures.index(1999, FIGURE)).bottom()
    table.selectRow(1234)
    table.sort_by(VALUE)
    assert table.currentIndex().row() == 1999
    assert table.rowHeight(1999) > 1.5 * table.rowHeight(1234)


def test_enter_opens_the_source_panel(open_in_front: OpenWindow) -> None:
    window = open_in_front(section="trade", selected="exports", is_panel_open=False)
    table = page_table(window)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert window.content.is_panel_open
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.content.panel.isAncestorOf(focused)
    window.actions_by_name["deselect"].trigger()
    assert table.hasFocus()
    assert window.store.view.selected == "exports"


def test_tab_leaves_the_table(open_in_front: OpenWindow) -> None:
    window = open_in_front(section="trade")
    table = page_table(window)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert not table.hasFocus()


# Copying


def test_rows_are_copied_as_tab_separated_text_with_headers(open_in_front: OpenWindow) -> None:
    window = open_in_front(section="trade", selected="exports")
    table = page_table(window)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    text = QGuiApplication.clipboard().text()
    assert text.split("\n") == [
        "Figure\tValue\tPeriod\tOrigin\tParagraph",
        "Exports\t+2.8 %\tNot stated\tStated\t8",
        "",
    ]
    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 1 + table.model().rowCount()
    assert {line.count("\t") for line in lines} == {4}


def test_all_rows_are_copied_in_the_order_shown_where_none_is_selected(
    open_window: OpenWindow,
) -> None:
    table = page_table(open_window(section="trade"))
    table.sort_by(FIGURE)
    lines = table.selected_text.splitlines()[1:]
    assert [line.split("\t")[0] for line in lines] == column(table, FIGURE)


@pytest.mark.parametrize(
    ("name", "copied"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("a\tb\nc", "a b c"),
        ("<b>bold</b>", "<b>bold</b>"),
        ("+2+3", "'+2+3"),
        ("-12.5 bn yuan", "-12.5 bn yuan"),
    ],
)
def test_words_of_a_sheet_are_never_formulas_nor_break_the_rows(
    qtbot: QtBot, sheet: Sheet, look: Look, name: str, copied: str
) -> None:
    one = msgspec.structs.replace(sheet.indicators["jobs"], name=name)
    changed = msgspec.structs.replace(sheet, indicators={**sheet.indicators, "jobs": one})
    table = table_of(["jobs"], Store(changed), look)
    qtbot.addWidget(table)
    assert table.selected_text.splitlines()[1].split("\t")[0] == copied


# A chart's own table


def test_a_chart_s_button_swaps_it_for_its_table_and_back(
    open_window: OpenWindow, sheet: Sheet
) -> None:
    window = open_window()
    card, other = window.content.page.chart_cards
    QTest.mouseClick(card.buttons.table, Qt.MouseButton.LeftButton)
    table = shown_table(card)
    assert table.isVisible()
    assert not card.view.isVisible()
    assert other.view.isVisible()
    assert column(table, FIGURE) == [
        window.store.wording.name(sheet.indicators[one]) for one in chart_facts(card.chart, sheet)
    ]
    assert card.buttons.table.text() == "Chart"
    window.store.select("retail")
    assert len(table.selectionModel().selectedRows()) == 1
    QTest.mouseClick(card.buttons.table, Qt.MouseButton.LeftButton)
    assert card.view.isVisible()
    assert not table.isVisible()
    assert card.buttons.table.text() == "Table"


def test_a_chart_s_table_outlives_a_change_of_theme(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(tables=frozenset({"growth-1"}))
    window.actions_by_name["theme_dark"].trigger()
    table = shown_table(window.content.page.chart_cards[0])
    qtbot.waitUntil(table.isVisible)


# Assistive technology


def test_a_table_has_a_name_and_its_cells_say_what_they_show(open_window: OpenWindow) -> None:
    table = page_table(open_window(section="trade"))
    node = QAccessible.queryAccessibleInterface(table)
    assert node.text(QAccessible.Text.Name) == "Figures of Trade"
    assert node.role() == QAccessible.Role.Table
    said = [name_of(node.child(number)) for number in range(node.childCount())]
    for row in range(table.model().rowCount()):
        for number in range(5):
            assert column(table, number)[row] in said
    assert {"Figure", "Value", "Period", "Origin", "Paragraph"} <= set(said)


def test_rows_are_headed_by_their_figures_for_those_who_do_not_see_them(
    open_window: OpenWindow,
) -> None:
    table = page_table(open_window(section="trade"))
    rows = range(table.model().rowCount())
    headers = [table.model().headerData(row, Qt.Orientation.Vertical) for row in rows]
    assert headers == column(table, FIGURE)
    assert table.model().headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole) is None
    node = QAccessible.queryAccessibleInterface(table)
    kinds = [node.child(number) for number in range(node.childCount())]
    named = [name_of(one) for one in kinds if one.role() == QAccessible.Role.RowHeader]
    assert named == headers


def test_tables_are_read_where_they_stand(open_window: OpenWindow) -> None:
    window = open_window(section="trade")
    page_table(window)
    texts = texts_in(window.content.page)
    lead = window.content.page.lead
    assert lead is not None
    places = [
        texts.index(one) for one in (lead.text(), "Figures of Trade", "What the source leaves open")
    ]
    assert places == sorted(places)


def test_a_chart_s_table_is_read_before_what_stands_below_it(open_window: OpenWindow) -> None:
    window = open_window(section="trade")
    card = window.content.page.chart_cards[0]
    card.buttons.table.click()
    texts = texts_in(card)
    assert texts.index("Paragraph") < texts.index(card.buttons.copy.accessibleName())
