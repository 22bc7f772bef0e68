"""How long it takes to say what changed between two editions, beside reading both.

Run as a program: python tests/benchmarks/diff_ratio.py. Exit status 1 where reading two sheets of
10,000 observations and comparing them, as 10,000 figures or as 1,000 series of ten with one figure
of a hundred revised, takes more than 1.3 times as long as reading them.
"""

import sys
from functools import partial

from cqviewer.commands.diff import as_text
from cqviewer.load import read_sheet
from cqviewer.model.files.plain_file import Limits
from cqviewer.model.wording.edition_words import edition_groups
from cqviewer.model.wording.wording import Wording
from tests.benchmarks.check_ratio import seconds

MOST_TIMES_READING = 1.3
_HEAD = """\
cqviewer: 1
title: A large sheet
place: Springfield
date: 2025-03-01
sources: {report: {title: Report}}
indicators:
"""
_FIGURE = """\
  figure_{number}:
    name: Figure number {number}
    unit: calls
    measure: count
    source: report par. {number}
    observations: {{{values}}}
"""


def edition(figures: int, periods: int, *, is_next: bool = False) -> bytes:
    """Write an edition; in the next one the latest value of each hundredth figure is another."""
    lines = [_HEAD]
    for number in range(figures):
        values = [1000 + 7 * number + at for at in range(periods)]
        values[-1] += 3 * (is_next and number % 100 == 0)
        years = range(2025 - periods, 2025)
        told = ", ".join(f"{year}: {value}" for year, value in zip(years, values, strict=True))
        lines.append(_FIGURE.format(number=number, values=told))
    lines.append("sections: [{id: one, title: One}]\n")
    return "".join(lines).encode()


def ratio(figures: int, periods: int) -> float:
    """Return how many times as long as reading two editions reading and comparing them takes."""
    read = partial(read_sheet, file="large.yaml", limits=Limits.of_size(10**9))
    texts = [edition(figures, periods, is_next=one) for one in (False, True)]
    before, now = map(read, texts)
    wording = Wording("en")

    def compare() -> None:
        groups = edition_groups(before, now, wording)
        assert sum(len(one.rows) for one in groups) >= figures // 100
        list(as_text(groups, "before", "now", wording))

    reading = seconds(lambda: [read(one) for one in texts])
    comparing = seconds(compare)
    print(f"{figures:,} × {periods}: reading both {reading:.2f} s, comparing {comparing:.2f} s")
    return 1 + comparing / reading


def main() -> int:
    """Measure and print; give the exit status."""
    ratios = [ratio(10_000, 1), ratio(1_000, 10)]
    print("times reading:", *(f"{one:.2f}" for one in ratios))
    return int(max(ratios) > MOST_TIMES_READING)


if __name__ == "__main__":
    sys.exit(main())
