"""A file is followed whatever way its editor saves it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cqviewer.model.files.plain_file import state_of
from cqviewer.ui.state.watch import GONE_MS, SETTLE_MS, FileWatch
from cqviewer.ui.state.worker_client import worker
from tests.patience import until
from tests.ui.conftest import settle


def in_place(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")


def by_rename(path: Path, text: str) -> None:
    beside = path.with_name(f".{path.name}.swp")
    beside.write_text(text, "utf-8")
    beside.replace(path)


def by_backup(path: Path, text: str) -> None:
    path.replace(path.with_name(f"{path.name}~"))
    path.write_text(text, "utf-8")


def by_deletion(path: Path, text: str) -> None:
    path.unlink()
    path.write_text(text, "utf-8")


def in_pieces(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8") as file:
        for character in text:
            file.write(character)
            file.flush()


WAYS = (in_place, by_rename, by_backup, by_deletion, in_pieces)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a file that is there."""
    path = tmp_path / "sheet.yaml"
    path.write_text("one", "utf-8")
    return path


@pytest.fixture
def watch(qtbot: QtBot, path: Path) -> FileWatch:
    """Return a watch that follows the file."""
    watch = FileWatch(None)  # type: ignore[arg-type]
    watch.follow(path)
    rest(watch, qtbot)
    return watch


def is_waiting(watch: FileWatch, interval: int) -> bool:
    """Return whether a watch waits for as many ms before it tells of a change."""
    timers = watch.findChildren(QTimer)
    assert interval in [one.interval() for one in timers]
    return any(one.isActive() and one.interval() == interval for one in timers)


def rest(watch: FileWatch, qtbot: QtBot) -> None:
    """Wait until a watch has told all that it saw."""
    settle()
    qtbot.waitUntil(
        lambda: (
            worker().is_idle and not is_waiting(watch, SETTLE_MS) and not is_waiting(watch, GONE_MS)
        )
    )


@pytest.mark.parametrize("save", WAYS)
def test_each_save_is_told_once(
    save: Callable[[Path, str], None], path: Path, watch: FileWatch, qtbot: QtBot
) -> None:
    told: list[str] = []
    watch.changed.connect(lambda: told.append(path.read_text("utf-8")))
    for number in range(3):
        text = f"text of save {number}"
        with qtbot.waitSignal(watch.changed):
            save(path, text)
        rest(watch, qtbot)
        assert told == [f"text of save {one}" for one in range(number + 1)]


def test_what_happens_to_other_files_is_not_told(
    path: Path, watch: FileWatch, qtbot: QtBot
) -> None:
    told: list[bool] = []
    watch.changed.connect(lambda: told.append(True))
    in_place(path.with_name("other.yaml"), "two")
    rest(watch, qtbot)
    assert told == []


def test_a_file_that_is_gone_is_told_and_so_is_its_return(
    path: Path, watch: FileWatch, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(watch.vanished):
        path.unlink()
    with qtbot.waitSignal(watch.changed):
        in_place(path, "one")


def test_a_short_absence_is_not_told(path: Path, watch: FileWatch, qtbot: QtBot) -> None:
    told: list[bool] = []
    watch.vanished.connect(lambda: told.append(True))
    path.unlink()
    qtbot.waitUntil(lambda: is_waiting(watch, GONE_MS))
    in_place(path, "two")
    rest(watch, qtbot)
    assert told == []


def test_an_empty_file_is_taken_as_meant_only_after_a_while(
    path: Path, watch: FileWatch, qtbot: QtBot
) -> None:
    told: list[bool] = []
    watch.changed.connect(lambda: told.append(True))
    in_place(path, "")
    qtbot.waitUntil(lambda: is_waiting(watch, GONE_MS))
    assert told == []
    qtbot.waitUntil(lambda: told == [True])


def test_a_busy_folder_does_not_put_a_save_off(path: Path, watch: FileWatch) -> None:
    told: list[bool] = []
    watch.changed.connect(lambda: told.append(True))
    by_rename(path, "two")

    def write_another() -> None:
        in_place(path.with_name(f"{len(list(path.parent.iterdir()))}.tmp"), "")
        QApplication.processEvents()

    until(lambda: told, write_another)
    assert told == [True]


def test_a_folder_that_is_made_anew_is_followed(path: Path, watch: FileWatch, qtbot: QtBot) -> None:
    folder = path.parent
    away = folder.with_name(f"{folder.name}-away")
    with qtbot.waitSignal(watch.vanished):
        folder.rename(away)
    with qtbot.waitSignal(watch.changed):
        away.rename(folder)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_the_target_of_a_link_is_followed(tmp_path: Path, qtbot: QtBot) -> None:
    target = tmp_path / "far" / "target.yaml"
    target.parent.mkdir()
    target.write_text("one", "utf-8")
    link = tmp_path / "link.yaml"
    link.symlink_to(target)
    watch = FileWatch(None)  # type: ignore[arg-type]
    watch.follow(link)
    rest(watch, qtbot)
    with qtbot.waitSignal(watch.changed):
        by_rename(target, "two")


def test_only_the_file_followed_last_is_told(path: Path, watch: FileWatch, qtbot: QtBot) -> None:
    other = path.with_name("other.yaml")
    other.write_text("one", "utf-8")
    watch.follow(other)
    rest(watch, qtbot)
    told: list[bool] = []
    watch.changed.connect(lambda: told.append(True))
    in_place(path, "two")
    rest(watch, qtbot)
    assert told == []
    with qtbot.waitSignal(watch.changed):
        in_place(other, "two")


def test_a_save_between_reading_and_following_is_told(path: Path, qtbot: QtBot) -> None:
    before = state_of(path)
    in_place(path, "saved while it was being read")
    watch = FileWatch(None)  # type: ignore[arg-type]
    with qtbot.waitSignal(watch.changed):
        watch.follow(path, before)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_that_comes_to_lead_to_itself_is_as_a_file_that_is_gone(
    path: Path, watch: FileWatch, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(watch.vanished):
        path.unlink()
        path.symlink_to(path)


def test_the_window_asks_nothing_of_a_drive_that_may_be_slow(
    path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = FileWatch(None)  # type: ignore[arg-type]
    rest(watch, qtbot)
    asked: list[object] = []
    for name in ("stat", "lstat"):
        monkeypatch.setattr(os, name, lambda one, **_: asked.append(one))
    watch.follow(path)
    rest(watch, qtbot)
    with qtbot.waitSignal(watch.changed):
        in_place(path, "two")
    assert asked == []


def test_what_is_followed_no_more_is_not_taken_for_what_is(
    path: Path, watch: FileWatch, qtbot: QtBot
) -> None:
    other = path.parent.parent / "other.yaml"
    other.write_text("one", "utf-8")
    told: list[bool] = []
    watch.changed.connect(lambda: told.append(True))
    in_place(path, "two")
    watch.follow(other)
    rest(watch, qtbot)
    assert told == []
