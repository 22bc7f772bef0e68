"""What a run begins with is read while a window says so, and kept if the next will look for it."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cqviewer.model.problems import SheetError
from cqviewer.paths import bundled_sheet, sheets_folder
from cqviewer.ui.start.opening import Opening, OpeningCancelled, OpeningWindow
from cqviewer.ui.state.worker_client import worker
from tests.ui.conftest import until_idle
from tests.worker import calls

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$"),  # offscreen none is told
]


@pytest.mark.parametrize(("comments", "number"), [(0, 1), (300_000, 0)])
def test_a_sheet_that_is_too_large_to_be_looked_for_is_not_kept(
    comments: int, number: int, tmp_path: Path
) -> None:
    path = tmp_path / "sheet.yaml"
    path.write_bytes(bundled_sheet().read_bytes() + b"# a long comment\n" * comments)
    Opening(path, bundled_sheet()).sheet()
    assert len(list(sheets_folder().glob("*/sheet-*"))) == number
    assert Opening(path, bundled_sheet()).is_kept == bool(number)


def test_a_kept_sheet_is_opened_under_the_name_that_its_file_has_now(tmp_path: Path) -> None:
    Opening(None, bundled_sheet()).sheet()
    path = tmp_path / "renamed.yaml"
    path.write_bytes(bundled_sheet().read_bytes())
    opening = Opening(path, bundled_sheet())
    assert opening.is_kept
    assert opening.sheet().file_name == "renamed.yaml"


def opening_windows() -> list[OpeningWindow]:
    found = QApplication.topLevelWidgets()
    return [one for one in found if isinstance(one, OpeningWindow) and one.isVisible()]


def test_a_window_says_what_is_read_if_that_takes_long(tmp_path: Path) -> None:
    go_on = tmp_path / "go on"
    worker().call(worker(), calls.wait_for, go_on)
    opening = Opening(bundled_sheet(), bundled_sheet())
    titles: list[str] = []
    watch = QTimer()

    def look() -> None:
        titles.extend(one.windowTitle() for one in opening_windows())
        if titles:
            go_on.touch()

    watch.timeout.connect(look)
    watch.start(10)
    sheet = opening.sheet()
    watch.stop()
    assert sheet.yaml == bundled_sheet().read_bytes()
    assert titles[0] == f"Opening {bundled_sheet().name} …"
    assert opening_windows() == []


def test_closing_that_window_gives_the_sheet_up(tmp_path: Path, qtbot: QtBot) -> None:
    go_on = tmp_path / "go on"
    worker().call(worker(), calls.wait_for, go_on)
    opening = Opening(bundled_sheet(), bundled_sheet())
    watch = QTimer()
    watch.timeout.connect(lambda: [one.close() for one in opening_windows()])
    watch.start(10)
    with pytest.raises(OpeningCancelled):
        opening.sheet()
    watch.stop()
    go_on.touch()
    until_idle(qtbot)
    assert not list(sheets_folder().glob("*/sheet-*"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes by name")
def test_a_pipe_by_name_is_not_waited_for_before_there_is_a_window(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    opening = Opening(tmp_path / "pipe", bundled_sheet())  # returns
    watch = QTimer()
    watch.timeout.connect(lambda: [one.close() for one in opening_windows()])
    watch.start(10)
    with pytest.raises((OpeningCancelled, SheetError)):
        opening.sheet()
    watch.stop()


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no file without an end")
def test_a_file_without_an_end_is_refused_in_words() -> None:
    with pytest.raises(SheetError) as refusal:
        Opening(Path("/dev/zero"), bundled_sheet()).sheet()
    assert refusal.value.problems[0].message


def test_a_data_file_that_is_named_waits_for_a_window(tmp_path: Path) -> None:
    opening = Opening(tmp_path / "data.csv", bundled_sheet())
    assert (opening.data, opening.path) == (tmp_path / "data.csv", bundled_sheet())
    assert opening.sheet().title
    assert Opening(None, bundled_sheet()).data is None
