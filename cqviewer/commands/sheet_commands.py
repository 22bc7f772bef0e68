"""The commands `check`, `schema` and `new`: their arguments, and what they write."""

import argparse
import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from cqviewer.model.load import examine_sheet, place, read_file
from cqviewer.model.problems import Findings, Problem, SheetError
from cqviewer.model.reading.yaml_tree import LINE_END, Limits, decode
from cqviewer.paths import data_folder
from cqviewer.standard_output import printable, write_data, write_errors, write_lines

if TYPE_CHECKING:
    from cqviewer.model.checking.evidence import Confirmation
    from cqviewer.model.facts import Sheet

EXIT_CLEAN, EXIT_ERRORS = 0, 1
SCHEMA = "fact-sheet.schema.json"
WIDEST_LINE = 100
"""Characters of a faulty line that are shown."""

_SIZES = {"": 1, "k": 10**3, "kb": 10**3, "m": 10**6, "mb": 10**6, "g": 10**9, "gb": 10**9}


class Report(msgspec.Struct):
    """What was found in one file."""

    file: str
    problems: list[Problem]
    lines: list[str] = []
    evidence: "Confirmation | None" = None


def add_parsers(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Describe the commands' arguments; each parser's `run` is the function that obeys them."""
    check = subparsers.add_parser("check", help="say what is wrong in fact sheets")
    check.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a fact sheet (.yaml)")
    check.add_argument("--strict", action="store_true", help="take warnings for errors")
    check.add_argument("--format", choices=("text", "json"), default="text")
    check.add_argument(
        "--evidence",
        action="store_true",
        help="look the stated numbers up in the texts of the sources: the files that a sheet"
        " names, or the one in the variable CQVIEWER_EVIDENCE",
    )
    check.add_argument(
        "--max-size",
        type=_size,
        metavar="BYTES",
        help="the largest file to read, such as 50MB (10MB)",
    )
    check.set_defaults(run=run_check)
    schema = subparsers.add_parser("schema", help="print the format's JSON Schema")
    schema.add_argument(
        "--reference", action="store_true", help="print the reference page (Markdown) instead"
    )
    schema.set_defaults(run=run_schema)
    new = subparsers.add_parser("new", help="write a fact sheet to begin with")
    words = "the new file; - for standard output"
    new.add_argument("file", type=Path, metavar="FILE.yaml", help=words)
    new.set_defaults(run=run_new)


def _size(text: str) -> int:
    """Read a size such as 50MB; argparse says what is wrong."""
    match = re.fullmatch(r"(\d{1,12})\s*([kmg]?b?)", text.strip().lower())
    if match is None or match[2] == "b" or not int(match[1]):
        raise argparse.ArgumentTypeError(f"'{text}' is no size such as 500000 or 50MB")
    return int(match[1]) * _SIZES[match[2]]


# check


def run_check(chosen: argparse.Namespace) -> int:
    """Check the files and write what was found; give the exit status."""
    limits = Limits.of_size(chosen.max_size) if chosen.max_size else Limits()
    given = os.environ.get("CQVIEWER_EVIDENCE") if chosen.evidence else None
    reports = [
        _check(path, limits, Path(given) if given else None, look_up=chosen.evidence)
        for path in chosen.files
    ]
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
    has_errors = any(one.severity == "error" for report in reports for one in report.problems)
    return EXIT_ERRORS if has_errors else EXIT_CLEAN


def _check(path: Path, limits: Limits, given: Path | None, *, look_up: bool) -> Report:
    """Check one file."""
    file = str(path)
    try:
        data = read_file(path, limits)
    except SheetError as error:
        return Report(file, error.problems)
    examined = examine_sheet(data, file, limits)
    report = Report(file, examined.problems)
    if look_up and examined.sheet is not None:
        _look_up(examined.sheet, path, given, data, report)
    if report.problems:
        encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        report.lines = LINE_END.split(data.decode(encoding, "replace"))
    return report


def _look_up(sheet: "Sheet", path: Path, given: Path | None, data: bytes, report: Report) -> None:
    """Add what the texts of the sources do not confirm to a report."""
    from cqviewer.model.checking.evidence import check_evidence, find_texts

    findings = Findings()
    texts = find_texts(sheet, path.parent, given, findings)
    findings.settle()
    report.evidence = check_evidence(sheet, texts, findings)
    found = place(findings, decode(data, report.file), report.file)
    report.problems = sorted([*report.problems, *found], key=lambda one: one.line or 0)


def _as_json(reports: list[Report]) -> str:
    """Write reports for tools."""
    files = [
        {
            "file": report.file,
            "problems": [
                {
                    name: getattr(one, name)
                    for name in ("line", "column", "severity", "message", "help", "count", "also")
                }
                for one in report.problems
            ],
            **({"evidence": report.evidence} if report.evidence else {}),
        }
        for report in reports
    ]
    return msgspec.json.format(msgspec.json.encode({"files": files}), indent=2).decode()


def _as_text(reports: list[Report]) -> Iterator[str]:
    """Write reports for people: each problem with its line, a caret and help, then a sum."""
    for report in reports:
        for one in report.problems:
            yield one.headline()
            if one.line and one.column and one.line <= len(report.lines):
                yield from _excerpt(report.lines[one.line - 1], one.column)
            if one.help:
                yield f"    help: {one.help}"
            if one.also:
                yield f"    also at {_places(one)}"
        if report.evidence:
            found, of = report.evidence.found, report.evidence.of
            yield f"{report.file}: {found} of {of} stated numbers are in the source"
        yield f"{report.file}: {_sum(report.problems)}"


def _sum(problems: list[Problem]) -> str:
    """Count errors, warnings and notes in words."""
    counts = {"error": 0, "warning": 0, "note": 0}
    for one in problems:
        counts[one.severity] += one.count
    words = [f"{number:,} {name}{'s' * (number > 1)}" for name, number in counts.items() if number]
    if not counts["error"] and not counts["warning"]:
        words.insert(0, "no problems")
    return ", ".join(words)


def _places(problem: Problem) -> str:
    """Name the other places of a repeated mistake by line and column, as far as they are known."""
    places = ", ".join(f"{line}:{column}" for line, column in problem.also)
    more = problem.count - 1 - len(problem.also)
    return f"{places} and {more:,} more" if more > 0 else places


def _excerpt(line: str, column: int) -> Iterator[str]:
    """Show a line with a caret under a column (from 1), cut where it is long."""
    start = max(0, column - WIDEST_LINE // 2) if len(line) > WIDEST_LINE else 0
    shown = printable(line[start : start + WIDEST_LINE])
    before = "…" if start else ""
    after = "…" if start + WIDEST_LINE < len(line) else ""
    yield f"    {before}{shown}{after}".rstrip()
    gap = "".join(_blank(one) for one in f"{before}{shown}"[: len(before) + column - 1 - start])
    yield f"    {gap}^"


def _blank(character: str) -> str:
    """Give white space as wide as a character."""
    if character == "\t":
        return "\t"
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return ""
    return "  " if unicodedata.east_asian_width(character) in "WF" else " "


# schema and new


def run_schema(chosen: argparse.Namespace) -> int:
    """Print the JSON Schema, or the reference page."""
    from cqviewer.model.reading.reference import reference_page
    from cqviewer.model.reading.schema import schema_text

    text = reference_page(data_folder() / "examples") if chosen.reference else schema_text()
    write_lines(*text.splitlines())
    return EXIT_CLEAN


def _write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet; nothing is left of one that cannot be written whole."""
    with path.open("xb") as file:
        try:
            file.write(data)
            file.flush()
        except OSError:
            path.unlink(missing_ok=True)  # half of it is of no use, and would bar the name
            raise


def run_new(chosen: argparse.Namespace) -> int:
    """Write the starter under a name that is free yet, and beside it the schema that it names."""
    path: Path = chosen.file
    if str(path) == "-":  # standard output
        write_data((data_folder() / "starter.yaml").read_bytes())
        return EXIT_CLEAN
    written: list[Path] = []
    try:
        for target, name in ((path, "starter.yaml"), (path.parent / SCHEMA, SCHEMA)):
            if target == path or not target.exists():
                _write_new(target, (data_folder() / name).read_bytes())
                written.append(target)
    except OSError as error:
        for one in written:
            one.unlink(missing_ok=True)
        reason = {
            FileExistsError: "there is such a file already; it was left as it is",
            FileNotFoundError: "there is no such folder",
            IsADirectoryError: "this is a folder",
        }.get(type(error), error.strerror or str(error))
        write_errors(f"{path}: {reason}")
        return EXIT_ERRORS
    except ValueError:
        write_errors(f"{path!r}: this is no file name")
        return EXIT_ERRORS
    write_lines(f"{path}: written; look at it with: cqviewer {path}")
    return EXIT_CLEAN
