"""The program comes back to where the reader was, and keeps several windows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cqviewer.charts.theme import HIGH_CONTRAST_DARK
from cqviewer.model.problems import SheetError
from cqviewer.paths import bundled_sheet
from cqviewer.ui.importing.dialog import ImportDialog
from cqviewer.ui.start.app import Session, UnknownSection
from cqviewer.ui.start.opening import Opening
from cqviewer.ui.state.settings import Settings
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import settle, texts_in

pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told
HARBOUR = Path(__file__).resolve().parent.parent / "data" / "harbour-town.yaml"


@pytest.fixture
def sessions(qapp: QApplication, qtbot: QtBot) -> Iterator[list[Session]]:  # noqa: ARG001
    """Keep the sessions of a test, and close their windows after it."""
    kept: list[Session] = []
    yield kept
    for session in kept:
        end(session)


def begin(
    sessions: list[Session], qtbot: QtBot, named: Path | None = None, section: str = ""
) -> tuple[Session, MainWindow]:
    """Start the program anew, with the settings as they lie on the disk."""
    opening = Opening(named, bundled_sheet())
    session = Session(opening.settings, bundled_sheet())
    sessions.append(session)
    window = session.open_first(opening, section)
    qtbot.waitExposed(window)
    qtbot.waitUntil(lambda: window.is_built)
    settle()
    return session, window


def end(session: Session) -> None:
    for window in list(session.windows):
        window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def banner_titles(window: MainWindow) -> list[str]:
    return [window.notices.shown.title] if window.notices.shown else []


def test_a_data_file_that_is_named_is_offered_over_the_sheet(
    sessions: list[Session], qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "births.csv"
    path.write_text("Year,Births\n2022,30\n2023,31\n", "utf-8")
    _, window = begin(sessions, qtbot, path)
    qtbot.waitUntil(lambda: bool(window.findChildren(ImportDialog)))
    assert window.files.path == bundled_sheet()


def test_at_first_the_bundled_sheet_is_shown(sessions: list[Session], qtbot: QtBot) -> None:
    _, window = begin(sessions, qtbot)
    assert window.files.path == bundled_sheet()
    assert window.store.view.section == "growth"
    assert banner_titles(window) == []


def test_the_reader_comes_back_to_file_tab_place_theme_and_zoom(
    sessions: list[Session], qtbot: QtBot
) -> None:
    session, window = begin(sessions, qtbot, HARBOUR)
    last = window.store.sheet.sections[-1].id
    window.store.look(section=last, theme="dark", zoom=1.25)
    window.resize(780, 600)
    qtbot.waitUntil(lambda: window.content.is_at_rest)
    bar = window.content.page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum() // 2)
    place = bar.value(), bar.maximum()
    end(session)

    _, window = begin(sessions, qtbot)
    assert window.files.path == HARBOUR
    view = window.store.view
    assert (view.section, view.theme, view.zoom) == (last, "dark", 1.25)
    assert (window.width(), window.height()) == (780, 600)
    bar = window.content.page.verticalScrollBar()
    qtbot.waitUntil(lambda: (bar.value(), bar.maximum()) == place)


def test_a_named_file_comes_before_the_last_one(sessions: list[Session], qtbot: QtBot) -> None:
    session, _ = begin(sessions, qtbot, HARBOUR)
    end(session)
    _, window = begin(sessions, qtbot, bundled_sheet())
    assert window.files.path == bundled_sheet()
    assert window.store.view.section == "growth"


def test_a_last_file_that_is_gone_is_said_and_the_bundled_sheet_shown(
    sessions: list[Session], qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "gone.yaml"
    path.write_bytes(HARBOUR.read_bytes())
    session, _ = begin(sessions, qtbot, path)
    end(session)
    path.unlink()
    _, window = begin(sessions, qtbot)
    assert window.files.path == bundled_sheet()
    assert banner_titles(window) == ["This sheet could not be read: gone.yaml"]
    shown = window.notices.shown
    assert shown is not None
    assert shown.text.endswith(". The sheet that comes with cqviewer is shown instead.")


def test_broken_settings_are_said_in_the_window(sessions: list[Session], qtbot: QtBot) -> None:
    path = Settings().path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("[General]\nzoom=enormous\n", "utf-8")
    _, window = begin(sessions, qtbot)
    assert banner_titles(window) == [
        f"The settings could not be read; they now lie in {path}.broken."
    ]


def test_a_section_can_be_named(sessions: list[Session], qtbot: QtBot) -> None:
    _, window = begin(sessions, qtbot, bundled_sheet(), "trade")
    assert window.store.view.section == "trade"


def test_an_unknown_section_is_refused_with_what_there_is(
    sessions: list[Session], qtbot: QtBot
) -> None:
    with pytest.raises(UnknownSection) as refusal:
        begin(sessions, qtbot, bundled_sheet(), "trad")
    assert str(refusal.value) == (
        f"{bundled_sheet()} has no section 'trad'; it has: growth, trade, employment, goals. "
        "Did you mean `trade`?"
    )


def test_a_named_file_that_cannot_be_read_is_refused(
    sessions: list[Session], qtbot: QtBot, tmp_path: Path
) -> None:
    with pytest.raises(SheetError, match="there is no such file"):
        begin(sessions, qtbot, tmp_path / "none.yaml")


def test_a_file_of_the_desktop_that_cannot_be_read_is_said_in_the_window(
    sessions: list[Session], qtbot: QtBot, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("cqviewer: 1\ntitle: [", "utf-8")
    opening = Opening(broken, bundled_sheet(), is_forgiving=True)
    session = Session(opening.settings, bundled_sheet())
    sessions.append(session)
    window = session.open_first(opening)
    qtbot.waitExposed(window)
    assert banner_titles(window) == ["This sheet could not be read: broken.yaml"]
    assert window.files.path == bundled_sheet()


def test_a_named_file_is_listed_among_the_recent_ones_and_the_bundled_one_is_not(
    sessions: list[Session], qtbot: QtBot
) -> None:
    begin(sessions, qtbot)
    assert Settings().recent() == ()
    begin(sessions, qtbot, HARBOUR)
    assert Settings().recent() == (str(HARBOUR),)


def test_a_window_begins_no_larger_than_the_screen(sessions: list[Session], qtbot: QtBot) -> None:
    _, window = begin(sessions, qtbot)
    room = window.screen().availableSize()
    assert room.width() < 1180, "the screen of these tests is small"
    assert window.width() < room.width()
    assert window.height() < room.height()


def test_one_more_window_shows_the_same_sheet_and_can_show_another(
    sessions: list[Session], qtbot: QtBot
) -> None:
    session, first = begin(sessions, qtbot, bundled_sheet())
    first.actions_by_name["new_window"].trigger()
    second = session.windows[1]
    assert second.store.sheet == first.store.sheet
    with qtbot.waitSignal(second.files.opened):
        second.open_path(HARBOUR)
    assert first.files.path == bundled_sheet()
    assert second.files.path == HARBOUR
    first.close()
    assert session.windows == [second]
    assert second.isVisible()


def test_one_more_window_learns_of_a_save_since_its_sheet_was_read(
    sessions: list[Session], qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "harbour-town.yaml"
    text = HARBOUR.read_text("utf-8")
    path.write_text(text, "utf-8")
    session, first = begin(sessions, qtbot, path)
    path.write_text(text.replace("Harbour Town", "Harbour City"), "utf-8")
    first.actions_by_name["new_window"].trigger()
    first.files.path = None  # it reads nothing more, so that the other one is on its own
    second = session.windows[1]
    assert second.store.sheet == first.store.sheet
    qtbot.waitUntil(lambda: "Harbour City" in second.windowTitle())


def test_one_more_window_begins_at_the_same_tab_without_search_selection_and_tables(
    sessions: list[Session], qtbot: QtBot
) -> None:
    session, first = begin(sessions, qtbot, bundled_sheet(), "trade")
    first.toolbar.field.setText("tourism")
    first.store.look(
        selected="exports", is_table=True, tables=frozenset({first.store.charts[0].id}), zoom=1.1
    )
    first.actions_by_name["new_window"].trigger()
    second = session.windows[1]
    assert second.toolbar.field.text() == ""
    assert not [text for text in texts_in(second) if "tourism" in text]
    view = second.store.view
    assert (view.section, view.zoom) == ("trade", 1.1)
    assert (view.selected, view.is_table, view.tables) == (None, False, frozenset())
    assert first.toolbar.field.text() == "tourism"


def test_a_file_opened_in_a_new_window_leaves_this_one(
    sessions: list[Session], qtbot: QtBot
) -> None:
    session, first = begin(sessions, qtbot, bundled_sheet())
    first.window_wanted.emit(HARBOUR)
    second = session.windows[1]
    qtbot.waitUntil(lambda: second.files.path == HARBOUR)
    assert first.files.path == bundled_sheet()


def test_all_windows_have_one_theme(sessions: list[Session], qtbot: QtBot) -> None:
    session, first = begin(sessions, qtbot, bundled_sheet())
    first.actions_by_name["new_window"].trigger()
    first.actions_by_name["theme_dark"].trigger()
    assert [one.store.view.theme for one in session.windows] == ["dark", "dark"]
    first.actions_by_name["high_contrast"].trigger()
    assert [one.look.theme for one in session.windows] == [HIGH_CONTRAST_DARK] * 2
    first.actions_by_name["zoom_in"].trigger()
    assert [one.store.view.zoom for one in session.windows] == [1.1, 1.0]


CHINESE_SHEET = """\
cqviewer: 1
title: 事实
place: 新城
date: 2025-03-01
languages: [zh]
sources:
  report: {title: 年报}
indicators:
  shops: {unit: 家, measure: count, name: 商店, value: 5, period: not stated, source: report p. 1}
sections:
  - {id: main, title: 商业, figures: [shops]}
"""


def test_a_sheet_in_chinese_alone_opens_in_chinese_beside_an_english_window(
    sessions: list[Session], qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "chinese.yaml"
    path.write_text(CHINESE_SHEET, "utf-8")
    session, window = begin(sessions, qtbot, path)
    assert window.menuBar().actions()[0].text() == "文件(&F)"
    assert "未注明统计时期" in " ".join(texts_in(window))
    window.store.look(theme="dark")
    assert window.store.view.language == "zh"
    window.window_wanted.emit(HARBOUR)
    other = session.windows[-1]
    qtbot.waitUntil(lambda: other.files.path == HARBOUR)
    assert other.menuBar().actions()[0].text() == "&File"
    for shown, word in ((window, "关闭"), (other, "Dismiss")):
        shown.activateWindow()
        qtbot.waitUntil(shown.isActiveWindow)
        assert QCoreApplication.translate("Banner", "Dismiss") == word
    session.windows[0].store.look(language_choice="en", language="en")
    assert window.menuBar().actions()[0].text() == "&File"
