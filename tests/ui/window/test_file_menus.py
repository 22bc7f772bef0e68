"""The files opened lately, with those that are gone greyed; the sheets that come with cqviewer."""

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cqviewer.paths import bundled_sheets
from cqviewer.ui.state.settings import Settings
from cqviewer.ui.style.tooltips import plain_tooltip
from cqviewer.ui.window.file_menus import RecentMenu
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import OpenWindow, settle


def test_files_are_listed_the_latest_first_and_missing_ones_greyed(
    tmp_path: Path, qtbot: QtBot
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    settings = Settings()
    menu = RecentMenu(settings, parent)
    menu.refresh()
    assert [one.isEnabled() for one in menu.actions()] == [False]  # to clear the list
    for name in ("a & <b>.yaml", "gone.yaml", "there.yaml"):
        if name != "gone.yaml":
            (tmp_path / name).write_text("", "utf-8")
        settings.add_recent(tmp_path / name)
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "there.yaml").write_text("", "utf-8")
    settings.add_recent(tmp_path / "sub" / "there.yaml")
    menu.aboutToShow.emit()
    gone = menu.actions()[2]
    assert gone.isEnabled(), "until the worker has looked"
    qtbot.waitUntil(lambda: not gone.isEnabled())
    menu.refresh()
    assert not menu.actions()[2].isEnabled(), "at once where it is known"
    listed = [(one.text(), one.isEnabled()) for one in menu.actions()]
    assert listed == [
        (f"there.yaml – {tmp_path / 'sub'}", True),
        (f"there.yaml – {tmp_path}", True),
        ("gone.yaml", False),
        ("a && <b>.yaml", True),
        ("", True),
        ("&Clear the list", True),
    ]
    tip = menu.actions()[3].toolTip()
    assert tip == plain_tooltip(str(tmp_path / "a & <b>.yaml"))
    assert "<b>" not in tip
    with qtbot.waitSignal(menu.chosen) as chosen:
        menu.actions()[3].trigger()
    assert chosen.args == [tmp_path / "a & <b>.yaml"]
    menu.actions()[-1].trigger()
    menu.refresh()
    assert [one.text() for one in menu.actions()] == ["&Clear the list"]


def test_a_comparison_is_one_entry_greyed_where_one_of_its_files_is_gone(
    tmp_path: Path, qtbot: QtBot
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    settings = Settings()
    paths = [tmp_path / name for name in ("a & b.yaml", "c.yaml")]
    for path in paths:
        path.write_text("", "utf-8")
    settings.add_recent_comparison(paths)
    settings.add_recent_comparison([paths[0], tmp_path / "gone.yaml"])
    menu = RecentMenu(settings, parent)
    menu.refresh()
    qtbot.waitUntil(lambda: not menu.actions()[0].isEnabled())
    entries = [(one.text(), one.isEnabled()) for one in menu.actions()[:2]]
    assert entries == [("a && b.yaml | gone.yaml", False), ("a && b.yaml | c.yaml", True)]
    with qtbot.waitSignal(menu.comparison_chosen) as chosen:
        menu.actions()[1].trigger()
    assert chosen.args == [paths]


def titles(window: MainWindow) -> list[str]:
    """Return the entries of the menu of bundled sheets, its line as ''."""
    window.bundled_menu.refresh()
    return [one.text() for one in window.bundled_menu.actions()]


def test_bundled_sheets_are_listed_by_their_titles_in_the_window_s_language(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    real, made_up = bundled_sheets()
    assert titles(window) == [*(one.stem for one in real), "", *(one.stem for one in made_up)]
    first = "Chongqing: 2024 in figures, 2025 in plans"
    qtbot.waitUntil(lambda: first in titles(window))
    assert "Chongqing by year" in titles(window)
    assert titles(window).index("") < titles(window).index("Springfield: cycling and water")
    window.store.look(language="zh", language_choice="zh")
    assert "重庆历年数据" in titles(window)
    settle()
    assert window.bundled_menu.title() == "自带简报(&B)"


def test_a_bundled_sheet_is_opened_and_not_listed_among_the_reader_s_own(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    window.bundled_menu.refresh()
    (real, _), (action, *_) = bundled_sheets(), window.bundled_menu.actions()
    with qtbot.waitSignal(window.files.opened):
        action.trigger()
    assert window.path == real[0]
    assert window.store.sheet.file_name == real[0].name
    assert Settings().recent() == ()
