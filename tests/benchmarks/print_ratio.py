"""Measures `cqviewer print` beside its floor: python tests/benchmarks/print_ratio.py.

With SHEETS as argument, it also prints that many sheets by one process and by two.

The floor is a process that reads the bundled sheet and makes its charts as SVG. Both are started
anew in turn. The medians of time are compared, and in further runs the peaks of memory: what all
processes of a run have resident at a moment, added up, with shared pages counted for each. Needs
Linux.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

ROUNDS, MEMORY_ROUNDS, WARM_ROUNDS = 11, 3, 10
CHECKOUT = Path(__file__).resolve().parents[2]
SHEET = CHECKOUT / "data" / "chongqing-2024.yaml"

FLOOR = f"""
from pathlib import Path
from cqviewer.charts.draw import draw_chart
from cqviewer.charts.svg import to_svg
from cqviewer.charts.drawing import DrawOptions
from cqviewer.charts.theme import PRINT
from cqviewer.load import load_sheet
sheet = load_sheet(Path({str(SHEET)!r}))
widths = {{"full": 760, "narrow": 300, "half": 362, "wide": 424}}
for section in sheet.sections:
    for chart in section.charts:
        look = DrawOptions(theme=PRINT, width=widths[chart.width], language="en")
        to_svg(draw_chart(chart, sheet, look))
"""
COMMANDS = {
    "floor": [sys.executable, "-c", FLOOR],
    "print": [sys.executable, "-m", "cqviewer", "print", str(SHEET), "-o", "sheet.pdf"],
}
WARM = f"""
import time
from contextlib import suppress
from pathlib import Path
from cqviewer.load import load_sheet
from cqviewer.printing.typeset import make_pdf
sheet = load_sheet(Path({str(SHEET)!r}))
make_pdf(sheet)
for _ in range({WARM_ROUNDS}):
    began = time.perf_counter()
    make_pdf(sheet)
    print(time.perf_counter() - began)
"""


def start(command: list[str], folder: str) -> "subprocess.Popen[bytes]":
    """Start a command on this checkout's modules."""
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    return subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL)


def seconds_of(command: list[str], folder: str) -> float:
    """Run a command; give the seconds it took."""
    began = time.perf_counter()
    with start(command, folder) as process:
        status = process.wait()
        seconds = time.perf_counter() - began
    if status:
        raise SystemExit(f"a measured process ended with status {status}")
    return seconds


def peak_of(command: list[str], folder: str) -> float:
    """Run a command; give the most MB that it and the processes under it had at a moment."""
    peak = 0.0
    with start(command, folder) as process:
        while process.poll() is None:
            peak = max(peak, sum(map(resident, family(process.pid))))
            time.sleep(0.001)
    return peak


def family(pid: int) -> list[int]:
    """Return a process and all processes under it."""
    found = [pid]
    for one in found:
        with suppress(OSError):
            for thread in Path(f"/proc/{one}/task").iterdir():
                found += map(int, (thread / "children").read_text().split())
    return found


def resident(pid: int) -> float:
    """Return the resident memory of a process in MB; 0 if it has ended."""
    with suppress(OSError):
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
    return 0.0


def measure_many(sheets: int) -> None:
    """Print a folder of sheets with --jobs 1 and --jobs 2, and print the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(sheets):
            Path(folder, f"{number:04}.yaml").write_bytes(SHEET.read_bytes())
        seconds = []
        for jobs in (1, 2):
            command = [sys.executable, "-m", "cqviewer", "print", folder, "-o", f"{folder}/{jobs}"]
            began = time.perf_counter()
            subprocess.run(
                [*command, "--jobs", str(jobs)],
                cwd=CHECKOUT,
                stdout=subprocess.DEVNULL,
                check=True,
            )
            seconds.append(time.perf_counter() - began)
    print(
        f"{sheets} sheets: {seconds[0]:.1f} s by one process, {seconds[1]:.1f} s by two:", end=" "
    )
    print(f"{seconds[1] / seconds[0]:.2f} times (0.6)")


def main() -> None:
    """Measure and print the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        for command in COMMANDS.values():  # compiles modules and fills caches
            seconds_of(command, folder)
        times: dict[str, list[float]] = {name: [] for name in COMMANDS}
        peaks: dict[str, float] = dict.fromkeys(COMMANDS, 0.0)
        for _ in range(ROUNDS):
            for name, command in COMMANDS.items():
                times[name].append(seconds_of(command, folder))
        for _ in range(MEMORY_ROUNDS):
            for name, command in COMMANDS.items():
                peaks[name] = max(peaks[name], peak_of(command, folder))
        warm = subprocess.run(
            [sys.executable, "-c", WARM],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
            capture_output=True,
            text=True,
            check=True,
        )
    floor, printed = (statistics.median(one) for one in times.values())
    low, high = peaks.values()
    seconds = statistics.median(map(float, warm.stdout.split()))
    print(
        f"floor {floor:.3f} s, cqviewer print {printed:.3f} s: {printed / floor:.2f} times (1.25)"
    )
    print(f"peak memory {low:.0f} and {high:.0f} MB: {high / low:.2f} times (1.3)")
    print(f"in a warm process {seconds:.3f} s (0.25)")
    for sheets in sys.argv[1:]:
        measure_many(int(sheets))


if __name__ == "__main__":
    main()
