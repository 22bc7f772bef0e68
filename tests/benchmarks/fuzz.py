"""Mutate the bundled sheets and their prints many times, and put them through the program.

Run as a program: python -m tests.benchmarks.fuzz [MUTATIONS] [FIRST_SEED] [MODE] [--processes N].

- `all`: each sheet that is sound is worded in full and exported, one of its charts drawn, every
  25th composed;
- `check`: `cqviewer check` is run on each, and must end as documented and say what it found;
- `print`: each that passes the check is printed, and must come out of its PDF byte for byte;
- `pdf`: printed sheets are changed, and the sheets in them are read again.

Most sheets of `all` and `print` get odd values of the right kind, so that they often stay sound.

Prints how many were sound, drawn, composed and printed, and how many distinct messages were seen
with names and numbers taken out. Exit status 1 where anything but a sentence comes of one, or one
takes 10 s of the processor. The same seeds give the same files; a run is continued by the next
first seed.
"""

import argparse
import collections
import functools
import io
import multiprocessing
import random
import re
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path
from types import FrameType
from typing import get_args

import msgspec

from cqviewer.charts.draw import draw_chart
from cqviewer.charts.drawing import ChartError, DrawOptions
from cqviewer.charts.text import description, source_note, subtitle
from cqviewer.charts.theme import PRINT
from cqviewer.cli import run_command
from cqviewer.load import examine_sheet, load_sheet
from cqviewer.model.facts import Sheet
from cqviewer.model.files.plain_file import Limits
from cqviewer.model.problems import Problem, SheetError
from cqviewer.model.text import LANGUAGES
from cqviewer.model.wording.wording import Wording
from cqviewer.paths import data_folder
from cqviewer.printing.attached import search
from cqviewer.printing.attachment import find_attached
from cqviewer.printing.batch import print_file
from cqviewer.printing.export import export_sheet
from cqviewer.printing.options import Attached, ExportFormat, PrintOptions
from cqviewer.printing.pages.document import compose
from cqviewer.printing.typeset import make_pdf
from tests.benchmarks.mutations import mutated, mutated_pdf, varied

BATCH = 50
LONGEST = 10  # seconds of the processor for one mutation
COMPOSE_EVERY = 25
APART_EVERY = 50


class TooLong(BaseException):
    """One mutation takes too much of the processor; not an Exception, lest the program catch it."""


class Result(msgspec.Struct):
    """What a batch of mutations gave."""

    sound: int = 0
    drawn: int = 0
    composed: int = 0
    printed: int = 0
    longest: float = 0
    messages: collections.Counter[str] = msgspec.field(default_factory=collections.Counter)
    failures: list[str] = []

    def add(self, other: "Result") -> None:
        """Add what another batch gave."""
        self.sound += other.sound
        self.drawn += other.drawn
        self.composed += other.composed
        self.printed += other.printed
        self.longest = max(self.longest, other.longest)
        self.messages.update(other.messages)
        self.failures += other.failures


def run_batch(first: int, mode: str) -> Result:
    """Try the mutations of one batch of seeds."""
    signal.signal(signal.SIGPROF, _stop)
    result = Result()
    for seed in range(first, first + BATCH):
        begun = time.process_time()
        try:
            data = _mutation(seed, mode)
            signal.setitimer(signal.ITIMER_PROF, LONGEST)
            _MODES[mode](data, seed, result)
        except (Exception, TooLong):
            result.failures.append(f"seed {seed}: {traceback.format_exc()}")
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        result.longest = max(result.longest, time.process_time() - begun)
    return result


def _stop(_signal: int, _frame: FrameType | None) -> None:
    """End a mutation that takes too long; the traceback shows where it was."""
    raise TooLong


def _mutation(seed: int, mode: str) -> bytes:
    """Return the changed sheet or PDF of a seed."""
    if mode == "pdf":
        return mutated_pdf(_printed(seed % 2), seed)
    sheets = _sheets()
    change = varied if mode != "check" and seed % 4 else mutated
    return change(sheets[seed % len(sheets)], seed)


@functools.cache
def _sheets() -> list[bytes]:
    """Return the sheets to be changed."""
    return [path.read_bytes() for path in sorted(data_folder().rglob("*.yaml"))]


@functools.cache
def _printed(number: int) -> bytes:
    """Print an example, to be changed."""
    path = sorted((data_folder() / "examples").glob("*.yaml"))[number]
    return make_pdf(load_sheet(path))


def _open(data: bytes, seed: int, result: Result) -> None:
    """Look for the sheet in a PDF, as the process does that reads it, and read that.

    Every 50th is opened by that process too, which may take less memory, and must find the same.
    """
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        found = search(Path(file.name), Limits())
        if seed % APART_EVERY == 0 and data.startswith(b"%PDF-"):
            _open_apart(Path(file.name), found)
    if isinstance(found, Problem):
        result.messages[f"pdf: {_kind(found.message)}"] += 1
        return
    result.sound += 1
    for problem in examine_sheet(found.data, "fuzz.yaml").problems:
        result.messages[_kind(problem.message)] += 1


def _open_apart(path: Path, found: Attached | Problem) -> None:
    """Open a PDF as the program does, and compare what was found in it here."""
    apart: Attached | Problem
    try:
        apart = find_attached(path, Limits())
    except SheetError as error:
        (apart,) = error.problems
    assert apart == found, (apart, found)


def _check(data: bytes, seed: int, result: Result) -> None:
    """Run `cqviewer check` on one file, and read what it writes for tools or for people."""
    for_tools = seed % 2 == 0
    with tempfile.NamedTemporaryFile(suffix=".yaml") as file:
        file.write(data)
        file.flush()
        written = io.BytesIO()
        with redirect_stdout(io.TextIOWrapper(written, encoding="utf-8")):
            status = run_command(["check", "--format", "json" if for_tools else "text", file.name])
            text = written.getvalue().decode()
    if for_tools:
        problems = msgspec.json.decode(text)["files"][0]["problems"]
        found = [(one["severity"], one["message"]) for one in problems]
    else:
        pattern = rf"^{re.escape(file.name)}(?::\d+:\d+)?: (error|warning|note): (.+)$"
        found = re.findall(pattern, text, re.MULTILINE)
        assert re.search(rf"^{re.escape(file.name)}: (no problems|\d)", text, re.MULTILINE), text
    assert status == any(severity == "error" for severity, _ in found), (status, text)
    result.sound += status == 0
    result.messages.update(_kind(message) for _, message in found)


def _print(data: bytes, seed: int, result: Result) -> None:
    """Print a sheet that passes the check, in one way or another, and take it out again."""
    sheet = examine_sheet(data, "fuzz.yaml", with_warnings=False).sheet
    if sheet is None:
        return
    result.sound += 1
    chance = random.Random(seed)
    ids = [section.id for section in sheet.sections]
    options = PrintOptions(
        sections=tuple(chance.sample(ids, 1)) if ids and chance.random() < 0.2 else (),
        paper=chance.choice(("a4", "letter")),
        language=chance.choice((None, "en", "zh", "both")),
        annex=chance.random() < 0.7,
    )
    with tempfile.TemporaryDirectory() as folder:
        file, target = Path(folder) / "fuzz.yaml", Path(folder) / "fuzz.pdf"
        file.write_bytes(data)
        printed = print_file(file, target, options)
        assert not printed.problems, (printed.problems, options)
        found = search(target, Limits())
    assert not isinstance(found, Problem), found
    assert found.data == data
    result.printed += 1
    result.messages.update(f"print: {_kind(one)}" for one in printed.warnings)


def _try(data: bytes, seed: int, result: Result) -> None:
    """Put one file through all that cqviewer does with it, short of setting pages."""
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
    for form in get_args(ExportFormat):
        assert export_sheet(sheet, form, language)
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


_MODES: dict[str, Callable[[bytes, int, Result], None]] = {
    "all": _try,
    "check": _check,
    "print": _print,
    "pdf": _open,
}


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
    """Run all batches and print what was seen; return the exit status."""
    parser = argparse.ArgumentParser(description="Put mutated sheets through the program.")
    parser.add_argument("mutations", nargs="?", type=int, default=100_000)
    parser.add_argument("first_seed", nargs="?", type=int, default=0)
    parser.add_argument("mode", nargs="?", choices=_MODES, default="all")
    parser.add_argument("--processes", type=int, default=2)
    chosen = parser.parse_args()
    seeds = range(chosen.first_seed, chosen.first_seed + chosen.mutations, BATCH)
    run = functools.partial(run_batch, mode=chosen.mode)
    total, begun = Result(), time.perf_counter()
    spawn = multiprocessing.get_context("spawn")
    with spawn.Pool(chosen.processes, maxtasksperchild=40) as pool:
        for result in pool.imap_unordered(run, seeds):
            total.add(result)
            for failure in result.failures[:10]:
                print(failure, flush=True)
    for message, times in total.messages.most_common():
        print(f"{times:>8}  {message}")
    print(
        f"{chosen.mode}: {len(seeds) * BATCH:,} mutations from seed {chosen.first_seed} in"
        f" {time.perf_counter() - begun:.0f} s, the longest {total.longest:.1f} s of the processor:"
        f" {total.sound:,} sound, {total.drawn:,} charts drawn, {total.composed:,} composed,"
        f" {total.printed:,} printed; {len(total.messages)} distinct messages,"
        f" {len(total.failures)} failures"
    )
    return int(bool(total.failures))


if __name__ == "__main__":
    sys.exit(main())
