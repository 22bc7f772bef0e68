"""Time the window beside two floors in one run, and print ratios.

usage: python tests/benchmarks/window_ratio.py [RUNS]

Each program runs in turn in a process of its own on one private Xvfb, and says when its first
picture is painted and when all of its first tab is. The floors are a bare Qt window, and a Qt
window with one matplotlib chart. cqviewer starts twice each time: as on the first day, with nothing
kept, and again. Also timed, in milliseconds of the window at rest: showing another tab for the
first time and again, selecting a figure, and how long after a new width its charts are sharp.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DISPLAY = ":77"

_WATCH = """
import sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched, QMainWindow):
            QApplication.instance().removeEventFilter(self)
            QTimer.singleShot(0, self.told)
        return False
    def told(self):
        print("first", flush=True)
"""
_QT_FLOOR = (
    _WATCH
    + """
from PySide6.QtWidgets import QLabel, QTabWidget
app = QApplication(sys.argv)
watch = Watch()
app.installEventFilter(watch)
watch.told = lambda: (print("first"), print("full", flush=True), app.exit())
window, tabs = QMainWindow(), QTabWidget()
for name in ("Growth", "Trade", "Employment", "2025 goals"):
    tabs.addTab(QLabel(name), name)
window.setCentralWidget(tabs)
window.resize(1100, 760)
window.show()
app.exec()
"""
)
_MATPLOTLIB_FLOOR = (
    """
import matplotlib
matplotlib.use("QtAgg")
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
"""
    + _WATCH
    + """
from PySide6.QtWidgets import QTabWidget
app = QApplication(sys.argv)
watch = Watch()
app.installEventFilter(watch)
watch.told = lambda: (window.repaint(), print("first"), print("full", flush=True), app.exit())
window, tabs = QMainWindow(), QTabWidget()
figure = Figure(layout="constrained")
axes = figure.subplots()
axes.barh(list("abcdef"), [7.6, 3.8, 100, 2.8, 57.9, 73])
axes.set_title("Growth, %")
tabs.addTab(FigureCanvasQTAgg(figure), "Growth")
window.setCentralWidget(tabs)
window.resize(1100, 760)
window.show()
app.exec()
"""
)
_CQVIEWER = """
import sys
from cqviewer.cli import main
from cqviewer.ui.start import app as module

class Timed(module.AfterFirstPaint):
    def eventFilter(self, watched, event):
        before = super().eventFilter(watched, event)
        if event.type() == module.QEvent.Type.Paint:
            print("first", flush=True)
            watchers.append(Watcher(watched))
            module.QTimer.singleShot(0, watchers[0].look)
        return before

class Watcher:
    def __init__(self, window):
        self.window = window
    def look(self):
        cards = self.window.content.page.chart_cards
        if cards and all(card.view.is_drawn for card in cards):
            self.window.repaint()
            print("full", flush=True)
            module.QTimer.singleShot(AT_REST_MS, self.end)
        else:
            module.QTimer.singleShot(1, self.look)
    def end(self):
        self.window.close()

watchers = []
AT_REST_MS = 1500
module.AfterFirstPaint = Timed
"""
_AT_REST = """
import time
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

def timed(act):
    start = time.perf_counter()
    act()
    QApplication.sendPostedEvents()  # lays out and paints what changed, no more
    taken = 1000 * (time.perf_counter() - start)
    QTest.qWait(25)
    return taken

def say(what, times):
    times = sorted(times)
    high = times[int(0.99 * (len(times) - 1))]
    print(f"{what}: median {times[len(times) // 2]:.1f} ms, 99th percentile {high:.1f} ms")

def measure(self):
    window = self.window
    next_tab = window.actions_by_name["next_tab"].trigger
    count = len(window.store.sheet.sections)
    say("first visit of a tab", [timed(next_tab) for _ in range(count - 1)])
    next_tab()
    say("visited tab", [timed(next_tab) for _ in range(200)])
    ids = list(window.store.sheet.indicators)
    say("selection", [timed(lambda: window.store.select(ids[n % len(ids)])) for n in range(200)])
    window.store.select(None)
    window.store.look(section=window.store.sheet.sections[0].id)
    QTest.qWait(500)
    sharp = []
    for number in range(60):
        window.resize(1180 - 3 * number, 800)
        QApplication.processEvents()
        start = time.perf_counter()
        views = [card.view for card in window.content.page.chart_cards]
        while not all(view.is_drawn for view in views):
            QTest.qWait(1)
        sharp.append(1000 * (time.perf_counter() - start))
    say("sharp charts after a new width", sharp)
    sys.stdout.flush()
    window.close()
Watcher.end = measure
"""
_RUN = "sys.exit(main([]))\n"
_PROGRAMS = {
    "qt": _QT_FLOOR,
    "matplotlib": _MATPLOTLIB_FLOOR,
    "cqviewer": _CQVIEWER + _RUN,
    "cqviewer again": _CQVIEWER + _RUN,
}


def run(program: str, environment: dict[str, str]) -> tuple[dict[str, float], list[str]]:
    """Run one program; give the seconds to its marks, and its other lines."""
    start = time.perf_counter()
    marks: dict[str, float] = {}
    lines: list[str] = []
    command = [sys.executable, "-c", program]
    with subprocess.Popen(
        command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.strip() in ("first", "full"):
                marks.setdefault(line.strip(), time.perf_counter() - start)
            else:
                lines.append(line.strip())
    return marks, lines


def compare(runs: int, environment: dict[str, str]) -> None:
    """Run the programs in turn, and print medians and ratios."""
    results: dict[str, list[dict[str, float]]] = {name: [] for name in _PROGRAMS}
    for number in range(runs + 1):
        with tempfile.TemporaryDirectory() as folder:
            home = {"XDG_CACHE_HOME": folder, "XDG_CONFIG_HOME": folder}
            for name, program in _PROGRAMS.items():
                marks, _ = run(program, environment | home)
                if number:  # the first round only warms the system's caches
                    results[name].append(marks)

    def ratio(own: str, mark: str, floor: str) -> float:
        pairs = zip(results[own], results[floor], strict=True)
        return statistics.median(one[mark] / other[mark] for one, other in pairs)

    for name, marks_of in results.items():
        first, full = (
            statistics.median(one[mark] for one in marks_of) for mark in ("first", "full")
        )
        print(f"{name:14} first {first:.3f} s  full {full:.3f} s")
    print("beside the bare Qt window:")
    print(f"  first picture, first start: {ratio('cqviewer', 'first', 'qt'):.2f}")
    print(f"  first picture, later start: {ratio('cqviewer again', 'first', 'qt'):.2f}")
    print(f"  whole first tab, later start: {ratio('cqviewer again', 'full', 'qt'):.2f}")
    print("beside the matplotlib window:")
    print(f"  whole first tab, first start: {ratio('cqviewer', 'full', 'matplotlib'):.2f}")
    print(f"  whole first tab, later start: {ratio('cqviewer again', 'full', 'matplotlib'):.2f}")
    for line in run(_CQVIEWER + _AT_REST + _RUN, environment)[1]:
        print(line)


def on_private_screen(work: Callable[[dict[str, str]], None]) -> None:
    """Call a function with an environment whose display is a private Xvfb."""
    screen = ["Xvfb", DISPLAY, "-screen", "0", "1400x950x24", "-nolisten", "tcp", "-noreset"]
    with subprocess.Popen(screen, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        time.sleep(1)
        try:
            # Made anew on a machine, matplotlib's list of fonts takes it seconds.
            fonts = os.environ.get("MPLCONFIGDIR", str(ROOT / ".pytest_cache" / "matplotlib"))
            work(dict(os.environ, DISPLAY=DISPLAY, QT_QPA_PLATFORM="xcb", MPLCONFIGDIR=fonts))
        finally:
            server.terminate()


if __name__ == "__main__":
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    on_private_screen(lambda environment: compare(rounds, environment))
