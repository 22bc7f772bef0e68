"""Mutate the bundled sheets many times: load, check, word, draw, and make the data of a print.

Run as a program: python -m tests.benchmarks.fuzz [MUTATIONS] [FIRST_SEED] [pdf]. Each sheet that is
still sound is worded in full and has one of its charts drawn; every 25th is composed for print.
With `pdf` it is printed sheets that are changed, and opened again. Prints how many were sound, and
how many distinct messages were seen with names and numbers taken out. Exit status 1 where anything
but a SheetError or a ChartError is raised, or one takes 10 s. The same seeds give the same files; a
run is continued by the next first seed.
"""

import collections
import functools
import multiprocessing
import random
import re
import sys
import tempfile
import time
import traceback
from pathlib import Path

import msgspec

from cqviewer.charts.draw import draw_chart
from cqviewer.charts.drawing import ChartError, DrawOptions
from cqviewer.charts.text import description, source_note, subtitle
from cqviewer.charts.theme import PRINT
from cqviewer.load import examine_sheet, load_sheet
from cqviewer.model.facts import Sheet
from cqviewer.model.problems import Problem
from cqviewer.model.reading.plain_file import Limits
from cqviewer.model.text import LANGUAGES
from cqviewer.model.wording.wording import Wording
from cqviewer.paths import data_folder
from cqviewer.printing.attached import search
from cqviewer.printing.options import PrintOptions
from cqviewer.printing.pages.document import compose
from cqviewer.printing.typeset import make_pdf
from tests.benchmarks.mutations import mutated, mutated_pdf

BATCH = 50
LONGEST = 10  # seconds for one mutation
COMPOSE_EVERY = 25


class Result(msgspec.Struct):
    """What a batch of mutations gave."""

    sound: int = 0
    drawn: int = 0
    composed: int = 0
    messages: collections.Counter[str] = msgspec.field(default_factory=collections.Counter)
    failures: list[str] = []


def run_batch(first: int, is_pdf: bool = False) -> Result:
    """Try the mutations of one batch of seeds."""
    sheets = [path.read_bytes() for path in sorted(data_folder().rglob("*.yaml"))]
    result = Result()
    for seed in range(first, first + BATCH):
        begun = time.perf_counter()
        try:
            if is_pdf:
                _open(mutated_pdf(_printed(seed % 2), seed), result)
            else:
                _try(mutated(sheets[seed % len(sheets)], seed), seed, result)
        except Exception:
            result.failures.append(f"seed {seed}: {traceback.format_exc()}")
        if time.perf_counter() - begun > LONGEST:
            result.failures.append(f"seed {seed}: took {time.perf_counter() - begun:.1f} s")
    return result


@functools.cache
def _printed(number: int) -> bytes:
    """Print an example, to be changed."""
    path = sorted((data_folder() / "examples").glob("*.yaml"))[number]
    return make_pdf(load_sheet(path))


def _open(data: bytes, result: Result) -> None:
    """Look for the sheet in a PDF, as the process does that reads it, and read that."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        found = search(Path(file.name), Limits())
    if isinstance(found, Problem):
        result.messages[f"pdf: {_kind(found.message)}"] += 1
        return
    result.sound += 1
    for problem in examine_sheet(found[1], "fuzz.yaml").problems:
        result.messages[_kind(problem.message)] += 1


def _try(data: bytes, seed: int, result: Result) -> None:
    """Put one file through all that cqviewer does with it."""
    examined = examine_sheet(data, "fuzz.yaml")
    for problem in examined.problems:
        result.messages[_kind(problem.message)] += 1
    sheet = examined.sheet
    if sheet is None:
        return
    result.sound += 1
    chance = random.Random(seed)
    language = chance.choice(LANGUAGES)
    _word(sheet, Wording(language))
    charts = [chart for section in sheet.sections for chart in section.charts]
    if charts:
        chart = chance.choice(charts)
        look = DrawOptions(theme=PRINT, width=chance.choice((240, 480, 960)), language=language)
        try:
            draw_chart(chart, sheet, look)
            result.drawn += 1
        except ChartError as error:
            result.messages[f"chart: {_kind(str(error))}"] += 1
    if result.sound % COMPOSE_EVERY == 0:
        compose(sheet, PrintOptions(language=language))
        result.composed += 1


def _word(sheet: Sheet, wording: Wording) -> None:
    """Word every figure and every chart of a sheet."""
    for one in sheet.indicators.values():
        wording.figure_phrase(one)
        wording.citation_line(one, sheet)
        wording.measure(one)
    wording.provenance(sheet)
    wording.corner_note(sheet)
    for section in sheet.sections:
        for chart in section.charts:
            subtitle(chart, sheet, wording, medium="print")
            source_note(chart, sheet, wording)
            description(chart, sheet, wording)


def _kind(message: str) -> str:
    """Take names, numbers and quoted texts out of a message."""
    return re.sub(r"'.*'|`[^`]*`|U\+\w+|0x\w+|[\d,.]+|[&*]\S+|format: .*", "…", message)


def main() -> int:
    """Run all batches, two at a time, and print what was seen; give the exit status."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    start = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    run = functools.partial(run_batch, is_pdf="pdf" in sys.argv)
    total, begun = Result(), time.perf_counter()
    with multiprocessing.get_context("spawn").Pool(2, maxtasksperchild=40) as pool:
        for result in pool.imap_unordered(run, range(start, start + number, BATCH)):
            total.sound += result.sound
            total.drawn += result.drawn
            total.composed += result.composed
            total.messages.update(result.messages)
            total.failures += result.failures
    for message, times in total.messages.most_common():
        print(f"{times:>8}  {message}")
    print(
        f"{number:,} mutations in {time.perf_counter() - begun:.0f} s: {total.sound:,} sound,",
        end=" ",
    )
    print(f"{total.drawn:,} charts drawn, {total.composed:,} composed for print;", end=" ")
    print(f"{len(total.messages)} distinct messages, {len(total.failures)} failures")
    for failure in total.failures[:10]:
        print(failure)
    return int(bool(total.failures))


if __name__ == "__main__":
    sys.exit(main())
