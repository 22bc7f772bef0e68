"""For how long the window does not answer while it is busy with something else.

usage: python -m tests.benchmarks.stalls [--rounds N] [SHEET]

Does each of the things below N times (10 unless said otherwise) in one offscreen window over a
copy of a sheet (the bundled one unless another is named), and prints the median and the greatest
of the longest times between two beats of a timer that is due each millisecond. The first line
tells what the machine itself is worth: nothing is done there. Exit status 1 where a median is
above 50 ms.
"""

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer

from cqviewer.load import load_sheet
from cqviewer.paths import data_folder
from cqviewer.ui.output.preview import PrintPreview
from cqviewer.ui.start.application import make_application
from cqviewer.ui.state.store import Store
from cqviewer.ui.window.window import MainWindow

MOST_MS = 50.0
PATIENCE_S = 120.0
CALM_MS = 3000
"""After the start: fonts and the worker's modules are loaded while the window is idle."""


class Pulse:
    """Beats each millisecond, and knows the longest time between two beats."""

    def __init__(self) -> None:
        """Begin to beat."""
        self._last = time.perf_counter()
        self._longest = 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)
        self._timer.start(1)

    def _on_beat(self) -> None:
        now = time.perf_counter()
        self._longest = max(self._longest, now - self._last)
        self._last = now

    def restart(self) -> None:
        """Forget what was."""
        self._last, self._longest = time.perf_counter(), 0.0

    def longest_ms(self) -> float:
        """Return the longest time between two beats since the last restart."""
        self._on_beat()
        return 1000 * self._longest


class Desk:
    """One window, and the things during which it should answer."""

    def __init__(self, sheet: Path, folder: Path) -> None:
        """Show the window over a copy of a sheet, and wait until it is idle."""
        self.path = folder / f"sheet{sheet.suffix}"
        self._pdf = folder / "sheet.pdf"
        shutil.copy(sheet, self.path)
        self._loop = QEventLoop()
        self.window = MainWindow(Store(load_sheet(self.path)), self.path)
        self.window.resize(1180, 800)
        self.window.show()
        self.wait(1)
        self.window.prepare()
        self._until_drawn()
        self.wait(CALM_MS)

    def wait(self, milliseconds: int) -> None:
        """Handle the events of the window for some time."""
        QTimer.singleShot(milliseconds, self._loop.quit)
        self._loop.exec()

    def _until(self, is_so: Callable[[], bool]) -> None:
        latest = time.monotonic() + PATIENCE_S
        while not is_so():
            if time.monotonic() > latest:
                raise TimeoutError
            self.wait(2)

    def _until_drawn(self) -> None:
        self.wait(100)  # what was drawn before settles first
        self._until(lambda: all(one.view.is_drawn for one in self.window.content.page.chart_cards))

    # What is done; each takes the number of the time

    def nothing(self, _at: int) -> None:
        """Wait until the window rests."""
        self.wait(500)

    def preview(self, _at: int) -> None:
        """Have the pages of the print preview made and drawn anew."""
        preview = next(iter(self.window.findChildren(PrintPreview)), None)
        if preview is None:
            self.window.output.preview()
            preview = self.window.findChildren(PrintPreview)[-1]
        else:
            preview.redraw()
        ready: list[bool] = []
        preview.redrawn.connect(lambda: ready.append(True))
        self._until(lambda: bool(ready))
        self.wait(500)

    def export(self, _at: int) -> None:
        """Save the sheet as PDF."""
        self._pdf.unlink(missing_ok=True)
        self.window.output.save_pdf(self._pdf)
        self._until(self._pdf.exists)
        self.wait(200)

    def reload(self, at: int) -> None:
        """Save the file with another title."""
        before = self.window.store.sheet
        text = self.path.read_text("utf-8").replace("\ntitle:", f"\n# {at}\ntitle:", 1)
        self.path.write_text(text, "utf-8")
        self._until(lambda: self.window.store.sheet is not before)
        self._until_drawn()
        self.wait(300)

    def resize(self, at: int) -> None:
        """Make the window narrower or wider, so that all charts are drawn anew."""
        self.window.resize((1180, 1010)[at % 2] + at, 800)
        self._until_drawn()
        self.wait(300)

    def theme(self, at: int) -> None:
        """Go from light to dark or back."""
        self.window.store.look(theme=("dark", "light")[at % 2])
        self._until_drawn()
        self.wait(300)


def main() -> int:
    """Do all of it, and print the figures; give the exit status."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("sheet", nargs="?", type=Path)
    arguments = parser.parse_args()
    sheet = arguments.sheet or data_folder() / "chongqing-2024.yaml"
    with tempfile.TemporaryDirectory(prefix="cqviewer-stalls-") as folder:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
            os.environ[name] = folder  # nothing of the reader's is touched, nothing kept helps
        app = make_application(["cqviewer"])
        desk, pulse = Desk(sheet, Path(folder)), Pulse()
        medians = []
        for act in (
            *(desk.nothing, desk.preview, desk.export),
            *(desk.reload, desk.resize, desk.theme),
        ):
            stalls = []
            for at in range(arguments.rounds):
                pulse.restart()
                act(at)
                stalls.append(pulse.longest_ms())
            medians.append(statistics.median(stalls))
            print(f"{act.__name__:8} median {medians[-1]:4.0f} ms, most {max(stalls):4.0f} ms")
        desk.window.close()
        del app
    return int(max(medians[1:]) > MOST_MS)


if __name__ == "__main__":
    sys.exit(main())
