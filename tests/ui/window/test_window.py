"""The window shows a sheet whole, and does what its actions say."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cqviewer.charts.theme import DARK, LIGHT
from cqviewer.model.facts import Section, Sheet
from cqviewer.model.text import Language
from cqviewer.model.wording.wording import Wording
from cqviewer.ui.style.style import style_sheet
from cqviewer.ui.window.actions import ACTIONS, MENUS, SUBMENUS, translated
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import Hear, OpenWindow, settle, texts_in

pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told


def texts_of(section: Section, wording: Wording, sheet: Sheet) -> list[str]:
    """Return all that a section has to say, in no order."""
    said = [section.title, section.lead]
    said += [chart.title for chart in section.charts]
    for one in section.statements:
        said += [one.about, one.text]
    for plan in section.plans:
        said += [plan.name, plan.text]
    for voice in section.voices:
        said += [voice.who, voice.office, voice.text]
    for question in section.open:
        said += [question.about, question.text]
    return [wording.text(one) for one in said if one] + [
        wording.figure_phrase(sheet.indicators[figure.indicator], figure.label)
        for figure in section.figures
    ]


def _all_shown(wanted: set[str], window: MainWindow) -> None:
    """Fail with what is wanted and not shown."""
    assert not wanted - set(texts_in(window))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("which", ["sheet", "other_sheet"])
def test_every_tab_card_chart_and_row_of_a_sheet_is_found_in_the_window(
    which: str,
    language: Language,
    open_window: OpenWindow,
    request: pytest.FixtureRequest,
    qtbot: QtBot,
) -> None:
    sheet: Sheet = request.getfixturevalue(which)
    window = open_window(sheet, language=language, language_choice=language)
    wording = Wording(language)
    assert any(section.charts for section in sheet.sections)
    for section in sheet.sections:
        window.store.look(section=section.id)
        wanted = set(texts_of(section, wording, sheet))
        qtbot.waitUntil(partial(_all_shown, wanted, window))
        charts = [card.chart.id for card in window.content.page.chart_cards]
        assert charts == [chart.id for chart in section.charts]


def test_a_card_says_the_unit_that_only_the_full_name_has(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    window.store.look(section="trade")
    phrase = (
        "in the Corridor’s reach, with 126 countries and regions, 548 ports, period not stated,"
        " stated in the source"
    )
    qtbot.waitUntil(partial(_all_shown, {phrase}, window))


def test_the_header_names_the_sheet_its_sources_and_the_counted_note(
    open_window: OpenWindow, sheet: Sheet
) -> None:
    window = open_window()
    wording = Wording("en")
    shown = texts_in(window)
    assert wording.text(sheet.title) in shown
    assert wording.provenance(sheet) in shown
    assert "5 of 13 figures for 2024 have a stated period" in shown
    assert wording.text(sheet.title) in window.windowTitle()


def test_large_type_in_a_small_window_leaves_the_header_out(
    open_window: OpenWindow, sheet: Sheet, qtbot: QtBot
) -> None:
    window = open_window()
    window.resize(760, 560)
    title = Wording("en").text(sheet.title)
    assert title in texts_in(window)
    window.store.look(zoom=2.5)
    qtbot.waitUntil(lambda: title not in texts_in(window))
    window.store.look(zoom=1.0)
    qtbot.waitUntil(lambda: title in texts_in(window))


def test_the_title_names_the_file(open_window: OpenWindow, sheet: Sheet, tmp_path: Path) -> None:
    window = open_window(path=tmp_path / "mine.yaml")
    title = Wording("en").text(sheet.title)
    assert window.windowTitle() == f"{title} – mine.yaml – cqviewer"
    assert open_window().windowTitle() == f"{title} – cqviewer"
    window.output.preview()
    (preview,) = [one for one in window.findChildren(QDialog) if one.isVisible()]
    assert preview.windowTitle() == "Print preview – chongqing-2024.yaml – cqviewer"
    preview.close()


def test_every_action_is_in_a_menu_once_and_has_its_shortcut(open_window: OpenWindow) -> None:
    window = open_window()
    menus = [*MENUS, *SUBMENUS.values()]
    named = [name for _, names in menus for name in names if name in window.actions_by_name]
    assert sorted(named) == sorted(row.name for row in ACTIONS)
    for row in ACTIONS:
        action = window.actions_by_name[row.name]
        assert action.text() == translated(row.text)
        wanted = [one for one in row.shortcuts.split("; ") if one]
        assert [key.toString() for key in action.shortcuts()] == wanted


def test_no_two_actions_share_a_shortcut(open_window: OpenWindow) -> None:
    keys = [key.toString() for action in open_window().actions() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_tabs_by_number_and_in_a_circle(open_in_front: OpenWindow, sheet: Sheet) -> None:
    window = open_in_front()
    ids = [section.id for section in sheet.sections]
    for number, section_id in enumerate(ids, start=1):
        QTest.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        assert window.store.view.section == section_id
        assert window.content.page.section.id == section_id
        assert window.content.page.isVisible()
        assert window.tabs.bar.currentIndex() == number - 1
    window.actions_by_name["next_tab"].trigger()
    assert window.store.view.section == ids[0]
    window.actions_by_name["previous_tab"].trigger()
    assert window.store.view.section == ids[-1]


def test_a_click_on_a_tab_shows_its_page(open_window: OpenWindow) -> None:
    window = open_window()
    place = window.tabs.bar.tabRect(2).center()
    QTest.mouseClick(
        window.tabs.bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
    )
    assert window.store.view.section == window.store.sheet.sections[2].id
    assert window.content.page.section.id == window.store.view.section


def test_selecting_a_card_shows_it_in_the_panel_and_copies_with_citation(
    open_window: OpenWindow,
) -> None:
    window = open_window()
    card = window.content.page.cards[0]
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    name = window.store.wording.name(card.indicator)
    assert name in texts_in(window.content.panel)
    window.actions_by_name["copy"].trigger()
    copied = QGuiApplication.clipboard().text()
    assert copied == window.store.wording.citation_line(card.indicator, window.store.sheet)
    assert "\n" not in copied
    panel = window.content.panel
    assert "Copied" in [one.text() for one in panel.findChildren(QPushButton)]


def test_copying_without_a_selection_leaves_the_clipboard_alone(open_window: OpenWindow) -> None:
    QGuiApplication.clipboard().setText("before")
    open_window().actions_by_name["copy"].trigger()
    assert QGuiApplication.clipboard().text() == "before"


def test_escape_deselects(open_in_front: OpenWindow) -> None:
    window = open_in_front(selected="industry")
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.store.view.selected is None
    assert "Select a figure to see where it comes from." in texts_in(window.content.panel)


@pytest.mark.parametrize(("choice", "page"), [("dark", DARK.page), ("light", LIGHT.page)])
def test_the_theme_changes_every_part(choice: str, page: str, open_window: OpenWindow) -> None:
    window = open_window(theme="dark" if choice == "light" else "light")
    window.actions_by_name[f"theme_{choice}"].trigger()
    assert window.store.view.theme == choice
    image = window.grab().toImage()
    for x, y in ((3, window.height() // 2), (3, 90), (40, window.height() - 3)):
        assert image.pixelColor(x, y).name() in {
            page.lower(),
            window.look.color("chrome").name(),
        }
    assert window.actions_by_name[f"theme_{choice}"].isChecked()


class Count(QObject):
    """Counts the events of a kind that parts receive."""

    def __init__(self, kind: QEvent.Type, parts: Sequence[QWidget]) -> None:
        """Watch some parts."""
        super().__init__()
        self._kind = kind
        self.number = 0
        for one in parts:
            one.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.number += event.type() == self._kind
        return False


def test_parts_that_another_theme_replaces_go_without_being_styled_for_it(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(theme="light")
    settle()
    old = window.content.findChildren(QWidget)
    styled = Count(QEvent.Type.StyleChange, old)
    gone: list[bool] = []
    for one in old:
        one.destroyed.connect(lambda: gone.append(True))
    window.actions_by_name["theme_dark"].trigger()
    assert not any(one.isVisible() for one in old)
    qtbot.waitUntil(lambda: len(gone) == len(old))
    assert styled.number == 0


def test_dialogs_and_menus_have_the_style_of_the_window_also_after_another_theme(
    open_window: OpenWindow,
) -> None:
    window = open_window(theme="light")
    dialog, menu = QDialog(window), QMenu(window)
    label = QLabel(dialog)
    dialog.show()
    menu.ensurePolished()
    for theme in (LIGHT, DARK):
        window.store.look(theme=theme.name)
        assert label.palette().windowText().color() == QColor(theme.ink)
        assert label.font().family() == "Noto Sans"
        assert menu.styleSheet() == window.menuBar().styleSheet() == style_sheet(window.look)
    dialog.close()


def test_menus_that_last_are_in_the_menus_that_are_built_anew(open_window: OpenWindow) -> None:
    window = open_window(theme="light")
    before = window.menuBar().actions()
    window.actions_by_name["theme_dark"].trigger()
    settle()
    bar = window.menuBar().findChildren(QMenu)
    inner = [one.menu() for menu in bar for one in menu.actions()]
    assert window.recent_menu in inner
    assert window.bundled_menu in inner
    assert len(window.menuBar().actions()) == len(before)


def test_zooming_keeps_to_80_to_250_per_cent(open_window: OpenWindow) -> None:
    window = open_window()
    for _ in range(8):
        window.actions_by_name["zoom_in"].trigger()
    assert window.store.view.zoom == 2.5
    for _ in range(11):
        window.actions_by_name["zoom_out"].trigger()
    assert window.store.view.zoom == 0.8
    window.actions_by_name["zoom_reset"].trigger()
    assert window.store.view.zoom == 1.0


def test_a_rebuild_keeps_tab_and_selection(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(section="trade", selected="exports")
    window.store.look(theme="dark", zoom=1.1)
    assert window.content.page.section.id == "trade"
    name = window.store.wording.name(window.store.sheet.indicators["exports"])
    qtbot.waitUntil(lambda: name in texts_in(window.content.panel))


def test_a_rebuild_keeps_the_place_on_the_page(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    drawn = window.content.page.chart_cards
    qtbot.waitUntil(lambda: all(card.view.is_drawn for card in drawn))
    bar = window.content.page.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    share = bar.value() / bar.maximum()
    window.store.look(theme="dark")
    again = window.content.page.chart_cards
    qtbot.waitUntil(lambda: all(card.view.is_drawn for card in again))
    bar = window.content.page.verticalScrollBar()
    qtbot.waitUntil(lambda: abs(bar.value() / max(1, bar.maximum()) - share) < 0.1)


def test_another_sheet_replaces_all_parts(
    open_window: OpenWindow, other_sheet: Sheet, qtbot: QtBot
) -> None:
    window = open_window()
    window.store.open(other_sheet)
    wording = window.store.wording
    qtbot.waitUntil(lambda: wording.text(other_sheet.title) in texts_in(window))
    assert window.tabs.bar.count() == len(other_sheet.sections)
    menu_names = [action.text().replace("&&", "&") for action in window.actions()]
    for section in other_sheet.sections:
        assert wording.text(section.title) in menu_names


def test_a_closed_window_says_so_and_ends_its_drawing(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    with qtbot.waitSignal(window.closed):
        window.close()


def test_the_window_fits_its_least_size(open_window: OpenWindow) -> None:
    window = open_window()
    window.resize(100, 100)
    assert (window.width(), window.height()) == (760, 560)


def test_pages_fit_after_another_zoom_whether_they_were_seen_before_or_not(
    open_window: OpenWindow, sheet: Sheet, qtbot: QtBot
) -> None:
    def extent(window: MainWindow) -> tuple[int, ...]:
        page = window.content.page
        cards = page.chart_cards
        qtbot.waitUntil(lambda: all(one.view.is_drawn for one in cards))
        settle()
        bar, size = page.verticalScrollBar(), page.viewport().size()
        return bar.maximum(), bar.pageStep(), size.width(), size.height()

    changed, fresh = open_window(), open_window(zoom=1.5, theme="dark")
    for section in sheet.sections:
        changed.store.look(section=section.id)
        settle()
    changed.store.look(zoom=1.5, theme="dark")
    fresh.prepare()

    def extents(window: MainWindow) -> list[tuple[int, ...]]:
        found = []
        for section in sheet.sections:
            window.store.look(section=section.id)
            found.append(extent(window))
        return found

    assert extents(changed) == extents(fresh)


def test_charts_or_a_table_are_said_once_where_the_button_for_it_does_not_say_it(
    open_in_front: OpenWindow, hear: Hear
) -> None:
    heard = hear("window.parts")
    window = open_in_front()
    for _ in range(2):
        window.actions_by_name["table"].trigger()
    assert heard == ["Table", "Charts"]
    window.toolbar.table.setFocus()
    QTest.keyClick(window.toolbar.table, Qt.Key.Key_Space)
    assert window.store.view.is_table
    assert heard == ["Table", "Charts"]
