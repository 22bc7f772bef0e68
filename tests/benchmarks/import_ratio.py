"""How long an import takes, beside the csv module's reading of the same file, and its memory.

Run as a program: python tests/benchmarks/import_ratio.py [ROWS]. Exit status 1 where 100,000 rows
take more than 3 times the time of a processor that csv and a sum of the values alone take, or more
than 300 MiB.
"""

import csv
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from decimal import Decimal
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
    """Read a file as any script has to: its cells, and the numbers among them."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    sum(Decimal(row[-1]) for row in rows[1:])


def look(path: Path) -> None:
    """Read a file, and recognise a part of it that a sheet takes."""
    opened = open_data(path)
    opened.recognise(ImportEntry(only={"A": "Area 7"}))


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
        alone, whole = seconds(read_alone, path), seconds(look, path)
    times = whole / alone
    print(f"{rows:,} rows: csv {alone:.3f} s, import {whole:.3f} s, {times:.2f} times")
    print(f"memory: {memory / 2**20:.0f} MiB, {before / 2**10:.0f} MiB before")
    return 0 if times <= MOST_TIMES_CSV and memory <= MOST_MEMORY else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000))
