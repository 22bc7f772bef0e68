"""How long it takes to say what changed between two editions, beside reading both.

Run as a program: python tests/benchmarks/diff_ratio.py. Exit status 1 where reading two sheets of
10,000 observations, as 10,000 figures or as 1,000 series of ten, and comparing them takes more than
1.3 times as long as reading them with one figure of a hundred revised, or with a period more in
each of 1,000 series and one of a hundred revised; or than 1.7 and 2.5 times with all revised: to
word a row takes longer than to read an observation of a series.
"""

import sys
from functools import partial

from cqviewer.commands.diff import as_text
from cqviewer.load import read_sheet
from cqviewer.model.files.plain_file import Limits
from cqviewer.model.reporting.edition_words import edition_groups
from cqviewer.model.wording.wording import Wording
from tests.benchmarks.check_ratio import seconds

CASES = (
    (10_000, 1, 100, 0, 1.3),
    (1_000, 10, 100, 0, 1.3),
    (1_000, 10, 100, 1, 1.3),
    (10_000, 1, 1, 0, 1.7),
    (1_000, 10, 1, 0, 2.5),
)
"""Figures, periods, every so many-th figure revised, periods that the next edition has more of
each, and how many times reading it may take."""
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


def edition(figures: int, periods: int, revised_each: int = 0, added: int = 0) -> bytes:
    """Write an edition; in the next one all values of each so many-th figure are others.

    It may have some periods more.
    """
    lines = [_HEAD]
    for number in range(figures):
        more = 3 * (revised_each > 0 and number % revised_each == 0)
        values = [1000 + 7 * number + at + more for at in range(periods + added)]
        years = range(2025 - periods, 2025 + added)
        told = ", ".join(f"{year}: {value}" for year, value in zip(years, values, strict=True))
        lines.append(_FIGURE.format(number=number, values=told))
    lines.append("sections: [{id: one, title: One}]\n")
    return "".join(lines).encode()


def ratio(figures: int, periods: int, revised_each: int, added: int) -> float:
    """Return how many times as long as reading two editions reading and comparing them takes."""
    read = partial(read_sheet, file="large.yaml", limits=Limits.of_size(10**9))
    texts = [edition(figures, periods), edition(figures, periods, revised_each, added)]
    before, now = map(read, texts)
    wording = Wording("en")

    rows = -(-figures // revised_each) * periods + figures * added

    def compare() -> None:
        groups = edition_groups(before, now, wording)
        assert sum(len(one.rows) for one in groups) == rows
        list(as_text(groups, "before", "now", wording))

    reading = seconds(lambda: [read(one) for one in texts])
    comparing = seconds(compare)
    print(f"{figures:,} × {periods}, 1 of {revised_each} revised, {added} more each:", end=" ")
    print(f"reading both {reading:.2f} s, comparing {comparing:.2f} s")
    return 1 + comparing / reading


def main() -> int:
    """Measure and print; give the exit status."""
    ratios = [(ratio(*case), most) for *case, most in CASES]
    print("times reading:", *(f"{one:.2f} (at most {most})" for one, most in ratios))
    return int(any(one > most for one, most in ratios))


if __name__ == "__main__":
    sys.exit(main())
