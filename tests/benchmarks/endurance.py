"""Use one window for hours, and tell what that costs in memory.

usage: python -m tests.benchmarks.endurance [--quick] [NAME ...]

Does each of the things below so many times in one offscreen window (a tenth with --quick), waits
until the screen shows what came of it, and prints by how many MB the memory that a process has
written and shares with none (Private_Dirty) has grown since the first hundred of them, or since
the first half of fewer; of the window's process and of the worker's. Exit status 1 where either
grows by more than 10 MB or Qt warns. NAMEs choose some of: tabs, reloads, selections, themes,
zooms, languages, searches, previews, pictures. Needs Linux.
"""

import argparse
import gc
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QMessageLogContext,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from cqviewer.load import load_sheet
from cqviewer.paths import data_folder
from cqviewer.ui.output.preview import PrintPreview
from cqviewer.ui.start.application import make_application
from cqviewer.ui.state.store import Store
from cqviewer.ui.window.window import MainWindow

MOST_GROWTH = 10.0  # MB
PATIENCE_S = 60.0
PAUSE_MS = 2
CALM_MS = 3000
"""After the start: fonts and the worker's modules are loaded while the window is idle."""

warnings: list[str] = []


class Use:
    """One window over a copy of the bundled sheet, and the things that can be done with it."""

    def __init__(self, folder: Path) -> None:
        """Show the window, and wait until all of its tabs are drawn."""
        self.path = folder / "sheet.yaml"
        shutil.copy(data_folder() / "chongqing-2024.yaml", self.path)
        self._text = self.path.read_text("utf-8")
        self._is_copied = False
        self._loop = QEventLoop()
        self.window = MainWindow(Store(load_sheet(self.path)), self.path)
        self.window.exports.picture_copied.connect(self._on_copied)
        self.store = self.window.store
        self.sections = [one.id for one in self.store.sheet.sections]
        self.figures = list(self.store.sheet.indicators)
        self.window.show()
        self.wait(1)
        self.window.prepare()
        for section in self.sections:
            self.store.look(section=section)
            self.wait_until_drawn()
        self.wait(CALM_MS)

    def wait(self, milliseconds: int) -> None:
        """Handle the events of the window for some time."""
        QTimer.singleShot(milliseconds, self._loop.quit)
        self._loop.exec()

    def wait_until(self, is_so: Callable[[], bool]) -> None:
        """Handle the events of the window until something is so."""
        latest = time.monotonic() + PATIENCE_S
        while not is_so():
            if time.monotonic() > latest:
                raise TimeoutError
            self.wait(PAUSE_MS)

    def wait_until_drawn(self) -> None:
        """Wait until the page that is shown has its pictures."""
        self.wait_until(
            lambda: all(one.view.is_drawn for one in self.window.content.page.chart_cards)
        )

    # What is done; each takes the number of the time

    def tabs(self, at: int) -> None:
        """Go to the next tab."""
        self.window.actions_by_name["next_tab"].trigger()
        self.wait(0)
        if at % 50 == 0:
            self.wait_until_drawn()

    def reloads(self, at: int) -> None:
        """Save the file with another number, and wait until it is on the screen."""
        text = self._text.replace(" value: 7.6\n", f" value: {10 + at % 90}.5\n", 1)
        assert text != self._text
        before = self.store.sheet
        self.path.write_text(text, "utf-8")
        self.wait_until(lambda: self.store.sheet is not before)
        self.wait(0)
        self.wait_until_drawn()

    def selections(self, at: int) -> None:
        """Select the next figure."""
        self.store.select(self.figures[at % len(self.figures)])
        self.wait(0)
        if at % 10 == 0:
            self.wait_until_drawn()

    def themes(self, at: int) -> None:
        """Go from light to dark or back."""
        self._look(theme=("dark", "light")[at % 2])

    def zooms(self, at: int) -> None:
        """Take the next of four sizes."""
        self._look(zoom=(1.1, 1.25, 1.1, 1.0)[at % 4])

    def languages(self, at: int) -> None:
        """Go from English to Chinese or back."""
        self._look(language=("zh", "en")[at % 2])

    def searches(self, at: int) -> None:
        """Look for something, walk through what is found, and look for nothing."""
        self.window.toolbar.field.setText(("industry", "7.6", "goal", "nowhere")[at % 4])
        for _ in range(3):
            self.window.search.go_next()
            self.wait(0)
        self.window.search.clear()
        self.wait(0)

    def previews(self, _at: int) -> None:
        """Open the print preview, wait for its pages, and close it."""
        self.window.output.preview()
        preview = self.window.findChildren(PrintPreview)[-1]
        self.wait_until(lambda: bool(preview.data))
        self.wait(50)  # some of the small pages
        preview.close()
        self.wait(0)

    def pictures(self, at: int) -> None:
        """Copy the picture of a chart."""
        charts = self.store.charts
        self._is_copied = False
        self.window.exports.copy_picture(charts[at % len(charts)])
        self.wait_until(lambda: self._is_copied)

    def _on_copied(self, _chart: object) -> None:
        self._is_copied = True

    def _look(self, **changes: object) -> None:
        self.store.look(**changes)
        self.wait(0)
        self.wait_until_drawn()


TIMES = {
    "tabs": 10_000,
    "reloads": 1_000,
    "selections": 2_000,
    "themes": 300,
    "zooms": 300,
    "languages": 300,
    "searches": 100,
    "previews": 100,
    "pictures": 200,
}


class Memory:
    """What the window's process and the worker's hold as their own, and what is in the first."""

    def __init__(self, use: Use) -> None:
        """Measure after all that is due has been deleted."""
        for _ in range(3):
            use.wait(20)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            gc.collect()
        tasks = Path("/proc/self/task").iterdir()
        self.workers = {pid for task in tasks for pid in (task / "children").read_text().split()}
        self.window = _megabytes("self")
        self.worker = sum(map(_megabytes, self.workers))
        self.widgets = len(QApplication.allWidgets())
        self.objects = len(gc.get_objects())


def _megabytes(process: str) -> float:
    """Return what a process has written to, and holds for itself alone.

    Not the libraries' pages as well: they are its own or shared as other programs come and go.
    """
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    kilobytes = sum(int(one.split()[1]) for one in lines if one.startswith("Private_Dirty:"))
    return kilobytes * 1024 / 1e6


def endure(use: Use, name: str, times: int) -> bool:
    """Do something so many times, and print by what the memory has grown; tell if by little."""
    act = partial(getattr(use, name))
    first = min(100, max(1, times // 2))
    begun = time.monotonic()
    for at in range(first):
        act(at)
    before = Memory(use)
    for at in range(first, times):
        act(at)
    after = Memory(use)
    window, worker = after.window - before.window, after.worker - before.worker
    if after.workers != before.workers:
        worker = 0.0  # a new process; nothing of the old one is left
    print(
        f"{name:10} {times:>6,} times in {time.monotonic() - begun:4.0f} s: "
        f"window {before.window:.0f} {window:+.1f} MB, worker {before.worker:.0f} {worker:+.1f} MB,"
        f" widgets {before.widgets} {after.widgets - before.widgets:+},"
        f" Python objects {before.objects} {after.objects - before.objects:+}",
        flush=True,
    )
    return max(window, worker) <= MOST_GROWTH


def _on_message(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    if "propagateSizeHints" not in text:  # the offscreen platform says so of each window
        warnings.append(text)


def use_for_long(folder: Path, names: list[str], *, is_quick: bool) -> bool:
    """Do the things named, and tell whether the memory grew by little and Qt was silent."""
    qInstallMessageHandler(_on_message)
    app = make_application(["cqviewer"])
    use = Use(folder)
    is_steady = True
    for name in names:
        is_steady = endure(use, name, TIMES[name] // 10 if is_quick else TIMES[name]) and is_steady
    for text in dict.fromkeys(warnings):
        print(f"Qt warned {warnings.count(text)} times: {text}")
    use.window.close()
    del app
    return is_steady and not warnings


def main() -> int:
    """Do all that is asked for; give the exit status."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true", help="a tenth of the times")
    parser.add_argument("names", nargs="*", metavar="NAME", choices=[[], *TIMES])
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="cqviewer-endurance-") as folder:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
            os.environ[name] = folder  # nothing of the reader's is touched, nothing kept helps
        is_steady = use_for_long(
            Path(folder), arguments.names or list(TIMES), is_quick=arguments.quick
        )
    return int(not is_steady)


if __name__ == "__main__":
    sys.exit(main())
