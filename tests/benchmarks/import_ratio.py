"""How long an import takes, beside the csv module's reading of the same file, and its memory.

Run as a program: python -m tests.benchmarks.import_ratio [ROWS]. Exit status 1 where 100,000 rows
take more than 3 times the time of a processor that the csv module alone takes, or more than 300
MiB: where a part of them is chosen, and where all are asked for, which is refused.
"""

import contextlib
import csv
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from cqviewer.importing.making import open_data
from cqviewer.model.problems import SheetError
from cqviewer.model.reading.import_format import ImportEntry

MOST_TIMES_CSV = 3.0
MOST_MEMORY = 300 * 2**20


def large_file(folder: Path, rows: int) -> Path:
    """Write a long table: an area and a year in each row, of which a sheet takes some areas."""
    path = folder / "large.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write("Area,Year,Units,Status,Note,Value\n")
        for number in range(rows):
            area, year = divmod(number, 50)
            file.write(f"Area {area},{1970 + year},persons,A,,{number}.5\n")
    return path


def read_alone(path: Path) -> None:
    """Read the cells of a file as any script has to."""
    with path.open(encoding="utf-8", newline="") as file:
        list(csv.reader(file))


def look(path: Path) -> None:
    """Read a file, and recognise a part of it that a sheet takes."""
    opened = open_data(path)
    opened.recognise(ImportEntry(only={"A": "Area 7"}))


def look_at_all(path: Path) -> None:
    """Read a file, and find that a sheet does not take all of it."""
    opened = open_data(path)
    with contextlib.suppress(SheetError):
        opened.recognise(ImportEntry())


def seconds(call: Callable[[Path], None], path: Path) -> float:
    """Return the least time of a processor that a call takes, of five times."""
    found = []
    for _ in range(5):
        start = time.process_time()
        call(path)
        found.append(time.process_time() - start)
    return min(found)


def main(rows: int) -> int:
    """Measure; return the exit status."""
    with tempfile.TemporaryDirectory() as folder:
        path = large_file(Path(folder), rows)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        try:
            look(path)
        except SheetError as error:
            print(error)
            return 1
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        alone, part, whole = (seconds(one, path) for one in (read_alone, look, look_at_all))
    times = max(part, whole) / alone
    print(f"{rows:,} rows: csv {alone:.3f} s, a part {part:.3f} s, {part / alone:.2f} times")
    print(f"all, which is refused: {whole:.3f} s, {whole / alone:.2f} times")
    print(f"memory: {memory / 2**20:.0f} MiB, {before / 2**10:.0f} MiB before")
    return 0 if times <= MOST_TIMES_CSV and memory <= MOST_MEMORY else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000))
