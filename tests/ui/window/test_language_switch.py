"""No part of a window keeps a text of the language that was spoken before."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cqviewer.load import load_sheet
from cqviewer.paths import data_folder
from cqviewer.ui.state.language import install_translators
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import OpenWindow, settle, texts_in, until_idle

pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told
OTHER = data_folder() / "chongqing-2023.yaml"


@pytest.fixture(autouse=True)
def _english_again(qapp: QApplication) -> Iterator[None]:
    """Leave the program in English for the tests after."""
    assert qapp is not None
    yield
    install_translators("en")


def do(*names: str) -> Callable[[MainWindow], None]:
    """Return what triggers actions one after the other."""

    def trigger(window: MainWindow) -> None:
        for name in names:
            window.actions_by_name[name].trigger()
            settle()

    return trigger


def search(window: MainWindow) -> None:
    window.store.look(search="e")


def compare(window: MainWindow) -> None:
    window.compare.compare([OTHER])


def spoil(window: MainWindow) -> None:
    """Change a figure in the file, so that a sentence about it is no longer true."""
    path = window.path
    assert path is not None
    path.write_text(path.read_text("utf-8").replace("value: 1200", "value: 1300"), "utf-8")
    window.files.reload()


STATES: dict[str, Callable[[MainWindow], object]] = {
    "page": do(),
    "table": do("table"),
    "problems": do("next_problem"),
    "form": do("edit_part"),
    "source": do("show_in_source"),
    "comparison": compare,
    "search": search,
    "preview": do("preview"),
    "slides": do("present_chart"),
    "presentation": do("present"),
    "no file": lambda window: window.open_path(Path("/nowhere/gone.yaml")),
    "stale texts": spoil,
}


def said(window: MainWindow) -> set[str]:
    """Return all texts, tips and descriptions of a window, of its dialogs and of its actions."""
    tops = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    found = [text for one in tops for text in texts_in(one)]
    shown = [one for top in tops for one in top.findChildren(QWidget) if one.isVisible()]
    for one in shown:
        found += [one.toolTip(), one.accessibleDescription(), one.windowTitle()]
    found += [one.text() for one in window.findChildren(QAction)]
    return {one for one in found if one}


@pytest.mark.parametrize("state", STATES)
def test_what_is_said_after_a_switch_is_what_a_new_window_says(
    state: str, open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    def opened(language: str) -> MainWindow:
        folder = tmp_path / language  # of its own, since a window follows its file until it goes
        folder.mkdir()
        for one in (data_folder() / "examples").glob("springfield-report*"):
            shutil.copy(one, folder)
        path = folder / "springfield-report.yaml"
        text = path.read_text("utf-8").replace("created {jobs}", "created 1,200 jobs")
        path.write_text(text.replace("新增{jobs}", "新增1,200个"), "utf-8")
        view = {"language": language, "language_choice": language, "selected": "jobs"}
        window = open_window(load_sheet(path), path, **view)
        window.activateWindow()
        window.prepare()
        rest(window)
        STATES[state](window)
        rest(window)
        return window

    def rest(window: MainWindow) -> None:
        for _ in range(3):  # what was asked for may ask for more
            settle()
            until_idle(qtbot)
        qtbot.waitUntil(lambda: not window.changes.confirming.is_busy)

    window = opened("zh")
    wanted = said(window)
    window.close()
    settle()
    window = opened("en")
    begun = said(window)
    window.store.look(language="zh", language_choice="zh")
    rest(window)
    assert said(window) ^ wanted == set()
    window.store.look(language="en", language_choice="en")
    rest(window)
    assert said(window) ^ begun == set()
