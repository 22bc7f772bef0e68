"""Time the window beside two floors in one run, and print ratios.

usage: python tests/benchmarks/window_ratio.py [RUNS]

Each program runs in turn in a process of its own on one private Xvfb, and says when its first
picture is painted and when all of its first tab is. The floors are a bare Qt window, and a Qt
window with one matplotlib chart. Also timed: showing a visited tab again, and selecting.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DISPLAY = ":77"

_QT_FLOOR = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QTabWidget
app = QApplication(sys.argv)
window, tabs = QMainWindow(), QTabWidget()
for name in ("Growth", "Trade", "Employment", "2025 goals"):
    tabs.addTab(QLabel(name), name)
window.setCentralWidget(tabs)
window.resize(1100, 760)
window.show()
QTimer.singleShot(0, lambda: (print("first"), print("full", flush=True), app.exit()))
app.exec()
"""
_MATPLOTLIB_FLOOR = """
import sys
import matplotlib
matplotlib.use("QtAgg")
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTabWidget
app = QApplication(sys.argv)
window, tabs = QMainWindow(), QTabWidget()
figure = Figure(layout="constrained")
axes = figure.subplots()
axes.barh(list("abcdef"), [7.6, 3.8, 100, 2.8, 57.9, 73])
axes.set_title("Growth, %")
tabs.addTab(FigureCanvasQTAgg(figure), "Growth")
window.setCentralWidget(tabs)
window.resize(1100, 760)
window.show()
QTimer.singleShot(0, lambda: (print("first"), print("full", flush=True), app.exit()))
app.exec()
"""
_CQVIEWER = """
import os
import sys
import time
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from cqviewer.cli import main
from cqviewer.ui import window as module

class Timed(module.MainWindow):
    def prepare(self):
        print("first", flush=True)
        super().prepare()
        self._drawer.drawn.connect(self._look_if_drawn)
    def _look_if_drawn(self):
        if all(card.view.is_drawn for card in self.stage.chart_cards()):
            self._drawer.drawn.disconnect(self._look_if_drawn)
            self.repaint()
            print("full", flush=True)
            from PySide6.QtCore import QTimer
            QTimer.singleShot(2500, self._time_tabs)
    def _time_tabs(self):
        for what, act in (("tab", self._next_tab), ("select", self._next_figure)):
            times = []
            for _ in range(200):
                start = time.perf_counter()
                act()
                QApplication.sendPostedEvents()  # lays out and paints what changed, no more
                times.append(1000 * (time.perf_counter() - start))
                QTest.qWait(20)
            times.sort()
            print(what, "median %.1f" % times[100], "99th percentile %.1f" % times[197], flush=True)
        os._exit(0)
    def _next_tab(self):
        self.actions_by_name["next_tab"].trigger()
    def _next_figure(self):
        ids = list(self.store.sheet.indicators)
        at = ids.index(self.store.view.selected) if self.store.view.selected else -1
        self.store.select(ids[(at + 1) % len(ids)])

module.MainWindow = Timed
sys.exit(main([]))
"""
_PROGRAMS = {"qt": _QT_FLOOR, "matplotlib": _MATPLOTLIB_FLOOR, "cqviewer": _CQVIEWER}


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
                marks[line.strip()] = time.perf_counter() - start
            else:
                lines.append(line.strip())
    return marks, lines


def compare(runs: int, environment: dict[str, str]) -> None:
    """Run the programs in turn, and print medians and ratios."""
    results: dict[str, list[dict[str, float]]] = {name: [] for name in _PROGRAMS}
    lines: list[str] = []
    for number in range(runs + 1):
        for name, program in _PROGRAMS.items():
            marks, said = run(program, environment)
            if number:  # the first round only warms the caches
                results[name].append(marks)
                lines = said or lines

    def ratio(mark: str, floor: str) -> float:
        pairs = zip(results["cqviewer"], results[floor], strict=True)
        return statistics.median(own[mark] / other[mark] for own, other in pairs)

    for name, marks_of in results.items():
        first, full = (
            statistics.median(one[mark] for one in marks_of) for mark in ("first", "full")
        )
        print(f"{name:12} first {first:.3f} s  full {full:.3f} s")
    print(f"first picture beside the bare Qt window: {ratio('first', 'qt'):.2f}")
    print(f"whole first tab beside the matplotlib window: {ratio('full', 'matplotlib'):.2f}")
    for line in lines:
        print(f"{line} ms")


def on_private_screen(work: Callable[[dict[str, str]], None]) -> None:
    """Call a function with an environment whose display is a private Xvfb."""
    screen = ["Xvfb", DISPLAY, "-screen", "0", "1400x950x24", "-nolisten", "tcp", "-noreset"]
    with subprocess.Popen(screen, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        time.sleep(1)
        try:
            work(dict(os.environ, DISPLAY=DISPLAY, QT_QPA_PLATFORM="xcb"))
        finally:
            server.terminate()


if __name__ == "__main__":
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    on_private_screen(lambda environment: compare(rounds, environment))
