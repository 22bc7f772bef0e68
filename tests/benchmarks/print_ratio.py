"""Measures `cqviewer print` beside its floor: python tests/benchmarks/print_ratio.py.

With SHEETS as argument, it also prints that many sheets by one process and by two.

The floor is a process that reads the bundled sheet and makes its charts as SVG. Both are started
anew in turn; the medians of time and the peaks of memory are compared. Needs a Unix system.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 11
WARM_ROUNDS = 10
CHECKOUT = Path(__file__).resolve().parents[2]
SHEET = CHECKOUT / "data" / "chongqing-2024.yaml"

FLOOR = f"""
from pathlib import Path
from cqviewer.charts.draw import draw_chart, to_svg
from cqviewer.charts.drawing import Look
from cqviewer.charts.theme import PRINT
from cqviewer.model.load import load_sheet
sheet = load_sheet(Path({str(SHEET)!r}))
widths = {{"full": 760, "narrow": 300, "half": 362, "wide": 424}}
for section in sheet.sections:
    for chart in section.charts:
        look = Look(theme=PRINT, width=widths[chart.width], language="en")
        to_svg(draw_chart(chart, sheet, look))
"""
PRINT = f"""
from pathlib import Path
from cqviewer.printing.commands import run_print
run_print([Path({str(SHEET)!r})], Path("sheet.pdf"))
"""
WARM = f"""
import time
from pathlib import Path
from cqviewer.model.load import load_sheet
from cqviewer.printing.typeset import make_pdf
sheet = load_sheet(Path({str(SHEET)!r}))
make_pdf(sheet)
for _ in range({WARM_ROUNDS}):
    began = time.perf_counter()
    make_pdf(sheet)
    print(time.perf_counter() - began)
"""


def run(code: str, folder: str) -> tuple[float, int]:
    """Run code in a new process; give the seconds it took and its peak memory in KB."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        stdout=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"a measured process ended with status {process.returncode}")
    return seconds, resource.struct_rusage(usage).ru_maxrss


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
        for code in (FLOOR, PRINT):  # compiles modules and fills caches
            run(code, folder)
        floors, prints = [], []
        for _ in range(ROUNDS):
            floors.append(run(FLOOR, folder))
            prints.append(run(PRINT, folder))
        warm = subprocess.run(
            [sys.executable, "-c", WARM],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
            capture_output=True,
            text=True,
            check=True,
        )
    floor, printed = (statistics.median(one[0] for one in runs) for runs in (floors, prints))
    low, high = (max(one[1] for one in runs) for runs in (floors, prints))
    seconds = statistics.median(map(float, warm.stdout.split()))
    print(
        f"floor {floor:.3f} s, cqviewer print {printed:.3f} s: {printed / floor:.2f} times (1.25)"
    )
    print(f"peak memory {low / 1024:.0f} and {high / 1024:.0f} MB: {high / low:.2f} times (1.3)")
    print(f"in a warm process {seconds:.3f} s (0.25)")
    for sheets in sys.argv[1:]:
        measure_many(int(sheets))


if __name__ == "__main__":
    main()
