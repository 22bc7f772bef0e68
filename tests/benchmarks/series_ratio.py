"""How long a sheet of 200 series of 20 years takes, and how many pages it has.

Run as a program: python -m tests.benchmarks.series_ratio [OUT.yaml]. Reading and checking, with all
warnings, is measured by processor time beside PyYAML's own loading (safe_load without libyaml) of
the same text; the sheet is printed without its annex of figures. Exit status 1 where it takes more
than 0.2 times as long, or more than 40 pages. With a name the sheet is written there, for
`python tests/benchmarks/window_ratio.py`.
"""

import sys
from functools import partial
from io import BytesIO
from pathlib import Path

import pikepdf
import yaml

from cqviewer.load import examine_sheet
from cqviewer.printing.options import PrintOptions
from cqviewer.printing.typeset import make_pdf
from tests.benchmarks.check_ratio import seconds

MOST_TIMES_LOADING = 0.2
MOST_PAGES = 40
SECTIONS, FIGURES, YEARS = 8, 25, range(2005, 2025)
_HEAD = """\
cqviewer: 1
title: Two hundred series
place: Springfield
date: 2025-03-01
sources: {report: {title: Report}}
defaults: {measure: count, unit: calls}
indicators:
"""
_SERIES = """\
  series_{number}:
    name: Figure number {number}
    source: report table {number}
    observations: {{{values}}}
"""
_SECTION = """\
  - id: part_{number}
    title: Part {number}
    lead: The city counted 25 things in 20 years.
    figures: [{figures}]
    charts:
      - {{kind: line, of: [{lines}], title: Three of them over the years}}
      - {{kind: bars, of: [{bars}], title: Ten of them in the last year}}
      - {{kind: panels, of: [{panels}], title: Nine of them over the years}}
"""


def sheet_of_series(sections: int = SECTIONS) -> str:
    """Write a sheet of so many sections with 25 series and three charts each."""
    lines = [_HEAD]
    for number in range(sections * FIGURES):
        told = {year: 1000 + 7 * number + 13 * at for at, year in enumerate(YEARS)}
        values = ", ".join(f"{year}: {value}" for year, value in told.items())
        lines.append(_SERIES.format(number=number, values=values))
    lines.append("sections:\n")
    for number in range(sections):
        names = [f"series_{number * FIGURES + at}" for at in range(FIGURES)]
        parts = {"lines": names[:3], "bars": names[3:13], "panels": names[13:22], "figures": names}
        said = {name: ", ".join(of) for name, of in parts.items()}
        lines.append(_SECTION.format(number=number, **said))
    return "".join(lines)


def times_loading(text: str) -> float:
    """Return how many times as long as PyYAML's own loading reading and checking takes."""
    data = text.encode()
    examined = examine_sheet(data, "series.yaml")
    assert examined.problems == [], examined.problems
    loading = seconds(partial(yaml.safe_load, text))
    checking = seconds(partial(examine_sheet, data, "series.yaml"), times=9)
    print(f"safe_load {loading:.3f} s, check {checking:.3f} s")
    return checking / loading


def main() -> int:
    """Measure and print; give the exit status."""
    text = sheet_of_series()
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(text, "utf-8")
    ratio = times_loading(text)
    sheet = examine_sheet(text.encode(), "series.yaml").sheet
    assert sheet is not None
    pdf = make_pdf(sheet, PrintOptions(annex=False))
    pages = len(pikepdf.open(BytesIO(pdf)).pages)
    print(f"{ratio:.3f} times loading ({MOST_TIMES_LOADING}), {pages} pages ({MOST_PAGES})")
    return int(ratio > MOST_TIMES_LOADING or pages > MOST_PAGES)


if __name__ == "__main__":
    sys.exit(main())
