"""`cqviewer check`: what is wrong in fact sheets, for people or for tools."""

import argparse
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import msgspec

from cqviewer.evidence.confirm import Confirmation, look_up
from cqviewer.load import examine_sheet
from cqviewer.model.editing.fixing import Written, fix_file
from cqviewer.model.files.plain_file import Limits, read_file
from cqviewer.model.problems import Problem, SheetError
from cqviewer.model.reading.yaml_tree import LINE_END, encoding_of
from cqviewer.model.text import breadth
from cqviewer.save import SaveError, save_bytes
from cqviewer.standard_output import printable, write_data, write_lines

WIDEST_LINE = 100
"""Characters of a faulty line that are shown."""

_SHOWN = ("line", "column", "severity", "message", "help", "count", "also", "fix")
"""Fields of a problem in the output for tools."""


class Report(msgspec.Struct):
    """What was found in one file."""

    file: str
    problems: list[Problem]
    lines: list[str] = []
    written: list[Written] = []
    evidence: Confirmation | None = None


def run(chosen: argparse.Namespace) -> int:
    """Check the files and write what was found; return the exit status."""
    limits = Limits.of_size(chosen.max_size) if chosen.max_size else Limits()
    reports = [_check(path, limits, chosen) for path in chosen.files]
    if chosen.strict:
        for report in reports:
            report.problems = [
                one if one.severity == "note" else msgspec.structs.replace(one, severity="error")
                for one in report.problems
            ]
    if chosen.format == "json":
        write_data(f"{_as_json(reports)}\n".encode())
    else:
        write_lines(*_as_text(reports))
    return int(any(one.severity == "error" for report in reports for one in report.problems))


def _check(path: Path, limits: Limits, chosen: argparse.Namespace) -> Report:
    """Check one file, after fixing it if that is asked for."""
    file = str(path)
    try:
        data = read_file(path, limits)
    except SheetError as error:
        return Report(file, error.problems)
    written: list[Written] = []
    if chosen.fix:
        try:
            data, written = _mend(data, path, limits)
        except SaveError as error:
            return Report(file, [Problem(message=str(error), file=file)])
    examined = examine_sheet(data, file, limits)
    report = Report(file, examined.problems, written=written)
    if chosen.evidence and examined.sheet is not None:
        report.evidence, found = look_up(examined, data, file)
        report.problems = sorted([*report.problems, *found], key=lambda one: one.line or 0)
    if report.problems:
        report.lines = LINE_END.split(data.decode(encoding_of(data), "replace"))
    return report


def _mend(data: bytes, path: Path, limits: Limits) -> tuple[bytes, list[Written]]:
    """Write the right texts where they are certain; return the file's bytes and what was written.

    SaveError if the file cannot be written; it is then as it was.
    """
    mended, written = fix_file(data, lambda one: examine_sheet(one, str(path), limits).problems)
    if written:
        save_bytes(mended, path)
    return mended, written


def _as_json(reports: list[Report]) -> str:
    """Return reports as JSON for tools."""
    files = [
        {
            "file": report.file,
            "problems": [{name: getattr(one, name) for name in _SHOWN} for one in report.problems],
            **({"written": report.written} if report.written else {}),
            **({"evidence": report.evidence} if report.evidence else {}),
        }
        for report in reports
    ]
    encoded = msgspec.json.encode({"files": files}, enc_hook=str.__str__)  # a Sentence's plain text
    return msgspec.json.format(encoded, indent=2).decode()


def _as_text(reports: list[Report]) -> Iterator[str]:
    """Yield reports as lines for people: each problem with its line, a caret and help, a sum."""
    for report in reports:
        yield from (one.sentence(report.file) for one in report.written)
        for one in report.problems:
            yield one.headline()
            if one.line and one.column and one.line <= len(report.lines):
                yield from _excerpt(report.lines[one.line - 1], one.column)
            if one.help:
                yield f"    help: {one.help}"
            if one.also:
                yield f"    also at {_places(one)}"
        if report.evidence:
            yield from _confirmed(report.file, report.evidence)
        yield f"{report.file}: {_sum(report.problems)}"


def _confirmed(file: str, evidence: Confirmation) -> Iterator[str]:
    """Yield how many stated numbers the sources have, and which of theirs are in no figure."""
    said = f"{file}: {evidence.found} of {evidence.of} stated numbers are in the source"
    if missing := evidence.of - evidence.found - evidence.unread:
        said += f", {missing} not found"
        said += f" ({evidence.near} with another value near)" if evidence.near else ""
    said += f", {evidence.unread} not looked up" if evidence.unread else ""
    yield said
    if evidence.unused:
        number = f"{evidence.unused:,} number{'s' * (evidence.unused > 1)}"
        yield f"{file}: {number} of the sources in no figure; `set_aside` keeps those meant to be"
    for one in evidence.first_unused:
        yield f"    {one.source}: {printable(one.number)} in '{printable(one.clause)}'"
    if evidence.unused > len(evidence.first_unused):
        yield f"    and {evidence.unused - len(evidence.first_unused):,} more"


def _sum(problems: list[Problem]) -> str:
    """Return the numbers of errors, warnings and notes in words."""
    counts = {"error": 0, "warning": 0, "note": 0}
    for one in problems:
        counts[one.severity] += one.count
    words = [f"{number:,} {name}{'s' * (number > 1)}" for name, number in counts.items() if number]
    if not counts["error"] and not counts["warning"]:
        words.insert(0, "no problems")
    return ", ".join(words)


def _places(problem: Problem) -> str:
    """Return the other places of a repeated mistake, and how many more there are."""
    places = ", ".join(f"{line}:{column}" for line, column in problem.also)
    more = problem.count - 1 - len(problem.also)
    return f"{places} and {more:,} more" if more > 0 else places


def _excerpt(line: str, column: int) -> Iterator[str]:
    """Yield a line, cut if it is long, and a caret under a column (from 1)."""
    start = max(0, column - WIDEST_LINE // 2) if len(line) > WIDEST_LINE else 0
    shown = printable(line[start : start + WIDEST_LINE])
    before = "…" if start else ""
    after = "…" if start + WIDEST_LINE < len(line) else ""
    yield f"    {before}{shown}{after}".rstrip()
    gap = "".join(_blank(one) for one in f"{before}{shown}"[: len(before) + column - 1 - start])
    yield f"    {gap}^"


def _blank(character: str) -> str:
    """Return white space as wide as a character."""
    if character == "\t":
        return "\t"
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return ""
    return " " * breadth(character)
