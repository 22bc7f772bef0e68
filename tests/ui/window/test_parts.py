"""What is built anew with the window's parts, and how often it is laid out for that."""

from functools import partial
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFont, QImage, QPaintEvent, QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from cqviewer.model.facts import Sheet
from cqviewer.ui.page.card import FigureCard
from cqviewer.ui.page.card_grid import CardGrid
from cqviewer.ui.state.drawer import Drawer
from cqviewer.ui.state.worker_client import Call
from cqviewer.ui.table.tables import FigureTables
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import OpenWindow, settle

pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told


def test_a_page_is_laid_out_for_the_size_that_it_will_have(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    settle()
    asked: set[int] = set()
    height = CardGrid.heightForWidth

    def counted(grid: CardGrid, width: int) -> int:
        asked.add(width)
        return height(grid, width)

    monkeypatch.setattr(CardGrid, "heightForWidth", counted)
    window.store.look(theme="dark")
    settle()
    width = window.content.page.findChildren(CardGrid)[0].width()
    other = {one for one in asked if abs(one - width) > 20 and one < window.width()}
    assert not other, "with a scroll bar or without"  # Qt asks about twice the width, too


@pytest.mark.parametrize("size", [(1180, 800), (760, 560), (1180, 2400)])
def test_a_rebuilt_page_is_as_wide_as_before(
    open_window: OpenWindow, size: tuple[int, int]
) -> None:
    window = open_window()
    window.resize(*size)
    settle()
    page = window.content.page
    before = [one.geometry() for one in (page, page.viewport(), *page.cards, *page.chart_cards)]
    window.store.look(theme="dark")
    settle()
    page = window.content.page
    after = [one.geometry() for one in (page, page.viewport(), *page.cards, *page.chart_cards)]
    assert after == before


def test_another_theme_breaks_no_text_anew_and_fills_each_style_sheet_once(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(theme="light")
    window.content.page.prepare()
    for theme in ("dark", "light"):  # once, so that also the buttons' icons are there
        window.store.look(theme=theme)
        settle()
    broken: list[str] = []
    layout = QTextLayout

    def counted(text: str, font: QFont) -> QTextLayout:
        broken.append(text)
        return layout(text, font)

    sheets: list[None] = []
    monkeypatch.setattr("cqviewer.ui.style.lines.QTextLayout", counted)
    monkeypatch.setattr("cqviewer.ui.style.style.resources_folder", partial(sheets.append, None))
    window.store.look(theme="dark")
    assert not any(broken), "the texts in front are broken already"
    assert not sheets


def test_a_sheet_that_is_read_again_leaves_the_tool_bar_as_it_is(
    open_window: OpenWindow, sheet: Sheet
) -> None:
    window = open_window()
    bar = window.toolbar
    bar.field.setFocus()
    QTest.keyClicks(bar.field, "jobs")
    bar.field.setCursorPosition(2)
    window.store.open(replace(sheet))
    settle()
    assert window.toolbar is bar
    assert (bar.field.text(), bar.field.cursorPosition()) == ("jobs", 2)
    assert window.focusWidget() is bar.field
    QTest.keyClick(bar.field, Qt.Key.Key_Backspace)
    assert window.store.view.search == "jbs"


@pytest.mark.parametrize("look", [{"zoom": 1.5}, {"language": "zh"}])
def test_another_size_or_language_has_its_own_tool_bar(
    look: dict[str, object], open_window: OpenWindow
) -> None:
    window = open_window(theme="light")
    bar = window.toolbar
    window.store.look(**look)
    assert window.toolbar is not bar
    assert window.toolbar.isVisible()
    assert not bar.isVisible()


def menus_of(window: MainWindow) -> list[QMenu]:
    return window.menuBar().findChildren(QMenu) + window.toolbar.findChildren(QMenu)


def pictures_of_bars(window: MainWindow) -> list[QImage]:
    """Take pictures of the tool bar, the menu bar and all menus."""
    menus = sorted(menus_of(window), key=lambda one: one.title())
    for menu in menus:
        menu.adjustSize()  # as when it is opened
    return [one.grab().toImage() for one in (window.toolbar, window.menuBar(), *menus)]


@pytest.mark.parametrize("view", [{}, {"search": "ports"}, {"zoom": 2.5}, {"language": "zh"}])
@pytest.mark.parametrize("size", [(1180, 800), (760, 560)])
@pytest.mark.parametrize("themes", [["dark"], ["dark", "light"], ["dark high", "light high"]])
def test_bars_that_outlast_a_theme_look_as_those_built_for_it(
    open_window: OpenWindow, view: dict[str, Any], size: tuple[int, int], themes: list[str]
) -> None:
    window = open_window(**view)
    window.resize(*size)
    settle()
    pictures_of_bars(window)  # what has been painted in one theme is painted in the other
    bar, menus = window.toolbar, menus_of(window)
    for theme, _, contrast in (one.partition(" ") for one in themes):
        look = {"theme": theme, "contrast": contrast or "normal"}
        window.store.look(**look)
        settle()
    assert window.toolbar is bar
    assert menus_of(window) == menus
    after = pictures_of_bars(window)
    window.close()
    fresh = open_window(**view, **look)
    fresh.resize(*size)
    settle()
    assert after == pictures_of_bars(fresh)


def test_menus_are_named_anew_in_another_language_and_for_another_sheet(
    open_window: OpenWindow, other_sheet: Sheet
) -> None:
    window = open_window()
    english = {one.text() for one in window.menuBar().actions()}
    window.store.look(language="zh")
    assert not english & {one.text() for one in window.menuBar().actions()}
    window.store.open(other_sheet)
    titles = {window.store.wording.text(one.title) for one in other_sheet.sections}
    assert titles <= {one.text().replace("&&", "&") for one in window.findChildren(QAction)}


def test_a_page_is_painted_in_another_theme_before_its_charts_are_asked_for(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    settle()
    done: list[str] = []
    paint, draw = FigureCard.paintEvent, Drawer.draw

    def note_painting(card: FigureCard, event: QPaintEvent) -> None:
        done.append("painted")
        paint(card, event)

    def note_drawing(drawer: Drawer, *wanted: Any) -> Call | None:  # noqa: ANN401
        done.append("asked")
        return draw(drawer, *wanted)

    monkeypatch.setattr(FigureCard, "paintEvent", note_painting)
    monkeypatch.setattr(Drawer, "draw", note_drawing)
    window.store.look(theme="dark")
    settle()
    assert "asked" in done
    assert "painted" in done[: done.index("asked")]


def test_pages_that_are_not_seen_have_their_tables_once_they_are(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    ids = [one.id for one in window.store.sheet.sections]
    for section in (*ids, ids[0]):
        window.store.look(section=section)
    made: list[str] = []
    build = FigureTables.__init__

    def counted(tables: FigureTables, facts: list[str], title: str, *rest: Any) -> None:  # noqa: ANN401
        made.append(title)
        build(tables, facts, title, *rest)

    monkeypatch.setattr(FigureTables, "__init__", counted)
    window.store.look(is_table=True)
    assert len(made) == 1
    for number, section in enumerate(ids[1:], 2):
        window.store.look(section=section)
        tables = window.content.page.tables
        assert tables is not None
        assert tables.isVisible()
        assert len(made) == number
    window.store.look(section=ids[0])
    assert len(made) == len(ids), "once"
    window.store.look(is_table=False)
    window.store.look(section=ids[1])
    assert window.content.page.tables is not None
    assert not window.content.page.tables.isVisible()
