"""A row of the list of changes: all that it shows is heard and copied, and it selects its value."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from cqviewer.model.facts import Indicator
from cqviewer.model.numbers.period import Period
from cqviewer.model.reporting.edition_words import edition_changes
from cqviewer.ui.changes.change_row import NARROW, ChangeRow
from cqviewer.ui.changes.strip import ChangesStrip
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.heard import heard_of
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.text_block import TextBlock
from tests.model.sheets import figure, sheet
from tests.ui.conftest import bring_to_front, settle

pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told
SERIES = "calls: {{name: Calls, unit: calls, measure: count, source: report, observations: {{{}}}}}"
OLD = f"""\
jobs: {figure(value=1200)}
gone: {figure(name="Ferries", unit="ships", value=3)}
share: {figure(name="A share", unit="%", measure="share", value=41)}
{SERIES.format("2022: 300, 2023: 355")}"""
NEW = f"""\
jobs: {figure(value=1184, note="Counted anew.")}
ships: {figure(name="Ships", unit="ships", value=7)}
share: {figure(name="The share of all", unit="%", measure="share", value=41)}
{SERIES.format("2022: 301, 2023: 355, 2024: 402")}
twice: {{name: Twice, unit: jobs, measure: count, derived: jobs * 2}}"""


@pytest.fixture
def store(qapp: object) -> Store:  # noqa: ARG001 - needs an application
    """Return a store of the newer edition, beside the older one."""
    before, now = sheet(OLD), sheet(NEW)
    made = Store(now)
    made.set_changes(before, edition_changes(before, now, made.wording))
    return made


@pytest.fixture
def rows(store: Store, look: Look, qtbot: QtBot) -> list[ChangeRow]:
    """Return all rows of what changed."""
    assert store.changes is not None
    made = [ChangeRow(row, store, look) for one in store.changes.groups for row in one.rows]
    for one in made:
        qtbot.addWidget(one)
        one.resize(look.px(900), 80)
    return made


def of(rows: list[ChangeRow], figure_id: str, mark: str) -> ChangeRow:
    """Return the row of one kind of change of a figure."""
    return next(one for one in rows if (one.row.figure, one.row.mark) == (figure_id, mark))


def selected(store: Store) -> tuple[str, Period | None]:
    """Return the figure that is selected, and the period that is seen of it."""
    seen = store.seen_fact()
    assert isinstance(seen, Indicator)
    return seen.id, seen.latest.period


def test_all_that_a_row_shows_is_heard_and_copied(rows: list[ChangeRow], store: Store) -> None:
    assert {one.row.mark for one in rows} >= {"revised", "new", "gone", "wording"}
    for row in rows:
        shown = [one.text() for one in row.findChildren(TextBlock)]
        heard = heard_of(row)
        assert heard is not None
        copied = row.selected_text
        assert row.row.name in shown
        for text in (row.row.before, row.row.now, row.row.difference, row.row.reason):
            assert text in heard.name, "it is heard"
            assert text in copied, "it is copied"
        for text in (row.row.now, row.row.difference, row.row.reason):
            assert not text or text in shown, "it is shown"
        assert not row.row.cited_now or row.row.cited_now in copied
    revised = heard_of(of(rows, "jobs", "revised"))
    assert revised is not None
    assert "was 1,200, now 1,184" in revised.name
    assert "Counted anew." in revised.name
    assert store.changes is not None


def test_a_click_selects_the_figure_in_the_period_of_the_change(
    rows: list[ChangeRow], store: Store
) -> None:
    row = of(rows, "calls", "revised")
    are_selected = [row.is_selected]
    for button in (Qt.MouseButton.RightButton, Qt.MouseButton.LeftButton):
        QTest.mouseClick(row, button)
        are_selected.append(row.is_selected)
    assert are_selected == [False, False, True]
    assert selected(store) == ("calls", Period.parse("2022"))
    same_figure = [one for one in rows if one.row.figure == "calls" and one is not row]
    assert same_figure
    assert not any(one.is_selected for one in same_figure if one.row.period is not None)
    store.select("jobs")
    assert not row.is_selected


def test_space_selects_and_enter_leads_to_the_sources_too(
    rows: list[ChangeRow], store: Store, qtbot: QtBot
) -> None:
    wanted: list[str] = []
    row = of(rows, "ships", "new")
    row.source_wanted.connect(lambda: wanted.append(selected(store)[0]))
    bring_to_front(row, qtbot)
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert (selected(store)[0], wanted) == ("ships", [])
    store.select("jobs")
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert wanted == ["ships"], "what it leads to the sources of is selected by then"


def test_a_figure_that_is_gone_cannot_be_selected(rows: list[ChangeRow], store: Store) -> None:
    row = of(rows, "gone", "gone")
    store.select("jobs")
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert (row.at_hand, row.is_selected) == (None, False)
    assert selected(store)[0] == "jobs"
    assert row.cursor().shape() != Qt.CursorShape.PointingHandCursor
    assert of(rows, "jobs", "revised").cursor().shape() == Qt.CursorShape.PointingHandCursor


def test_a_row_that_is_chosen_says_so_to_those_who_hear_it(
    rows: list[ChangeRow], store: Store
) -> None:
    row = of(rows, "jobs", "revised")
    said = []
    for fact in ("calls", "jobs"):
        store.select(fact)
        row.on_selection()
        heard = heard_of(row)
        assert heard is not None
        said.append(heard.is_chosen)
    assert said == [False, True]


def test_in_a_narrow_list_what_is_said_stands_below_the_name(
    rows: list[ChangeRow], look: Look, qtbot: QtBot
) -> None:
    row = of(rows, "jobs", "revised")
    bring_to_front(row, qtbot)
    texts = {one.text(): one for one in row.findChildren(TextBlock)}
    for width, is_below in ((NARROW + 60, False), (NARROW - 60, True), (NARROW + 60, False)):
        row.resize(look.px(width), 240)
        settle()
        name, why = (texts[one].mapTo(row, QPoint()) for one in (row.row.name, row.row.reason))
        assert (why.y() > name.y(), why.x() > name.x()) == (is_below, not is_below)


@pytest.fixture
def strip(store: Store, look: Look, qtbot: QtBot) -> Iterator[ChangesStrip]:
    """Yield the strip that says how much changed."""
    around = QWidget()
    qtbot.addWidget(around)
    around.show()
    yield ChangesStrip(store, look, around)
    around.close()


def test_the_strip_is_there_while_changes_are_marked_and_nowhere_else(
    strip: ChangesStrip, store: Store
) -> None:
    for view, is_there in (("marks", True), ("page", False), ("bare", False), ("", False)):
        store.look(changes=view)
        assert strip.isHidden() != is_there, view
    store.look(changes="marks")
    assert store.changes is not None
    assert strip.heard().name == store.changes.strip


def test_its_links_show_the_list_hide_the_marks_or_put_the_strip_away(
    strip: ChangesStrip, store: Store
) -> None:
    assert not strip.findChildren(QAbstractButton), "none are made before they are shown"
    store.look(changes="marks")
    buttons = {
        one.text() or one.accessibleName(): one for one in strip.findChildren(QAbstractButton)
    }
    for name, view in (
        ("Show all", "page"),
        ("Hide the marks", ""),
        ("Close; the marks stay", "bare"),
    ):
        store.look(changes="marks")
        next(one for key, one in buttons.items() if key.startswith(name)).click()
        assert store.view.changes == view
