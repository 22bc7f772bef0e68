"""How long a check takes, beside PyYAML's loading of the same file, and how it grows.

Run as a program: python tests/benchmarks/check_ratio.py [INDICATORS]. Exit status 1 where a check
of 10,000 indicators takes more than 3 times as long as yaml.load with CSafeLoader, or where its
time grows faster than the file.
"""

import sys
import time
from collections.abc import Callable

import yaml

from cqviewer.load import examine_sheet
from cqviewer.model.files.plain_file import Limits

MOST_TIMES_LOADING = 3.0
MOST_GROWTH = 1.6
"""How much longer one indicator may take in the largest sheet than in the smallest."""

_HEAD = """\
cqviewer: 1
title: {en: A large sheet, zh: 大表}
place: {en: Springfield, zh: 斯普林菲尔德}
date: 2025-03-01
languages: [en, zh]
sources: {report: {title: {en: Report, zh: 报告}}}
indicators:
"""
_INDICATOR = """\
  figure_{number}:
    name: {{en: Figure number {number}, zh: 第 {number} 项}}
    unit: bn yuan
    measure: level
    source: report par. {number}
    observations:
      - {{period: 2023, value: {number}.5}}
      - {{period: 2024, value: {number}.7}}
"""
_DERIVED = """\
  derived_{number}:
    name: {{en: Derived {number}, zh: 计算 {number}}}
    unit: bn yuan
    measure: level
    derived: figure_{number} / 3
"""


def large_sheet(indicators: int) -> str:
    """Write a sheet of so many indicators, every tenth of them derived, in sections of 100."""
    lines = [_HEAD]
    names = []
    for number in range(indicators):
        is_derived = number % 10 == 9
        names.append(f"derived_{number - 1}" if is_derived else f"figure_{number}")
        pattern = _DERIVED if is_derived else _INDICATOR
        lines.append(pattern.format(number=number - 1 if is_derived else number))
    lines.append("sections:\n")
    for start in range(0, indicators, 100):
        of = [one for one in names[start : start + 100] if one.startswith("figure")]
        lines.append(
            f"  - id: part_{start}\n    title: {{en: Part {start}, zh: 部分 {start}}}\n"
            f"    figures: [{', '.join(names[start : start + 100])}]\n"
            f"    charts: [{{kind: line, of: [{', '.join(of[:5])}], title: {{en: T, zh: 题}}}}]\n"
        )
    return "".join(lines)


def seconds(work: Callable[[], object], times: int = 3) -> float:
    """Return the processor time of the shortest run, so that a busy machine matters less."""
    taken = []
    for _ in range(times):
        begun = time.process_time()
        work()
        taken.append(time.process_time() - begun)
    return min(taken)


def check_seconds(text: str) -> float:
    """Time the check of a sheet that is free of problems."""
    data, limits = text.encode(), Limits.of_size(10**9)
    assert examine_sheet(data, "large.yaml", limits).problems == []
    return seconds(lambda: examine_sheet(data, "large.yaml", limits))


def main() -> int:
    """Measure and print; give the exit status."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    text = large_sheet(number)
    loading = seconds(lambda: yaml.load(text, Loader=yaml.CSafeLoader))
    checking = check_seconds(text)
    ratio = checking / loading
    print(f"{number:,} indicators, {len(text.encode()):,} bytes")
    print(f"yaml.load {loading:.2f} s, check {checking:.2f} s: {ratio:.2f} times")
    each = {}
    for size in (1_000, 3_000, 10_000, 30_000):
        each[size] = check_seconds(large_sheet(size)) / size
        print(f"{size:>6,} indicators: {1e6 * each[size]:.0f} microseconds each")
    growth = each[30_000] / each[1_000]
    print(f"growth per indicator: {growth:.2f} times")
    return int(ratio > MOST_TIMES_LOADING or growth > MOST_GROWTH)


if __name__ == "__main__":
    sys.exit(main())
