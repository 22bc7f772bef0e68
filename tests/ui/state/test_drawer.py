"""Charts are drawn by another process, and found again where they were kept."""

import signal
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cqviewer.charts.drawing import DrawOptions
from cqviewer.charts.theme import LIGHT
from cqviewer.model.facts import Sheet
from cqviewer.paths import sheets_folder
from cqviewer.ui.state import drawer as module
from cqviewer.ui.state.drawer import Drawer, Picture
from cqviewer.ui.state.worker_client import WorkerClient
from cqviewer.worker import tasks
from tests.worker import calls

LOOK = DrawOptions(theme=LIGHT, width=816, language="en")


@pytest.fixture
def client(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[WorkerClient]:
    """Yield a client of the test's own, without a process yet, that drawers ask.

    Its cache is its own as well: worker processes of other tests may still write.
    """
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    client = WorkerClient(qapp)
    monkeypatch.setattr(module, "worker", lambda: client)
    yield client
    client.stop()
    client.setParent(None)
    client.deleteLater()


def drawn(drawer: Drawer, sheet: Sheet, qtbot: QtBot, look: DrawOptions = LOOK) -> Picture:
    """Wait for the picture of the first chart."""
    taken: list[Picture] = []
    drawer.draw(sheet.sections[0].charts[0], sheet, look, 1.0, drawer, taken.append)
    qtbot.waitUntil(lambda: bool(taken))
    return taken[0]


def test_a_kept_picture_is_found_at_the_next_start_without_a_process(
    sheet: Sheet, qtbot: QtBot, client: WorkerClient
) -> None:
    chart = sheet.sections[0].charts[0]
    drawer = Drawer()
    first = drawn(drawer, sheet, qtbot)
    drawer.keep(first, sheet)
    drawer.keep(first, sheet)
    qtbot.waitUntil(lambda: client.is_idle)
    client.stop()
    second = drawn(Drawer(), sheet, qtbot)
    assert not client.is_started
    assert first.image is not None
    assert second.image == first.image
    assert (second.height, second.marks) == (first.height, first.marks)
    assert {mark.figure for mark in second.marks} == set(chart.figures)


def test_a_process_that_runs_finds_what_was_kept_and_nobody_keeps_it_again(
    sheet: Sheet, qtbot: QtBot, client: WorkerClient
) -> None:
    drawer = Drawer()
    first = drawn(drawer, sheet, qtbot)
    drawer.keep(first, sheet)
    qtbot.waitUntil(lambda: client.is_idle)
    (file,) = sheets_folder().glob("*/*")
    before = file.stat().st_ino
    second = drawn(drawer, sheet, qtbot)
    assert second.image == first.image
    drawer.keep(second, sheet)
    qtbot.waitUntil(lambda: client.is_idle)
    assert file.stat().st_ino == before


def test_a_picture_with_a_selection_is_not_kept(
    sheet: Sheet, qtbot: QtBot, client: WorkerClient
) -> None:
    drawer = Drawer()
    chart = sheet.sections[0].charts[0]
    look = msgspec.structs.replace(LOOK, selected=chart.figures[0])
    drawer.keep(drawn(drawer, sheet, qtbot, look), sheet)
    qtbot.waitUntil(lambda: client.is_idle)
    assert not list(sheets_folder().glob("*/*"))


def test_a_process_that_ends_again_and_again_is_told_in_a_whole_sentence(
    sheet: Sheet, qtbot: QtBot, client: WorkerClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "draw", calls.die_whatever)
    picture = drawn(Drawer(), sheet, qtbot)
    assert picture.image is None
    status = -signal.SIGKILL
    assert picture.error == f"The worker process ended early, with status {status}."
    assert client.is_idle


def test_nothing_comes_for_an_owner_that_has_gone(
    sheet: Sheet, qtbot: QtBot, client: WorkerClient, tmp_path: Path
) -> None:
    go_on = tmp_path / "go on"
    client.call(client, calls.wait_for, go_on)
    owner, taken = QObject(), list[Picture]()
    chart = sheet.sections[0].charts[0]
    Drawer().draw(chart, sheet, LOOK, 1.0, owner, taken.append)
    del owner
    go_on.touch()
    qtbot.waitUntil(lambda: client.is_idle)
    assert taken == []
