"""Read and check a fact sheet: facts, or an error that lists all that is wrong."""

import os
from collections.abc import Mapping
from pathlib import Path

import msgspec

from cqviewer.charts.check import check_charts
from cqviewer.charts.kinds import KINDS
from cqviewer.model.checking.check import check_facts, check_texts
from cqviewer.model.checking.imprint import check_accent, read_logo
from cqviewer.model.checking.letters import check_letters
from cqviewer.model.facts import Sheet
from cqviewer.model.files.plain_file import Limits, lies_in, read_file
from cqviewer.model.messages import say
from cqviewer.model.problems import Findings, Places, Problem, SheetError
from cqviewer.model.reading.fill_texts import fill_texts
from cqviewer.model.reading.lookup import Lookup
from cqviewer.model.reading.own_phrases import note_languages, read_phrases
from cqviewer.model.reading.resolve import resolve
from cqviewer.model.reading.shape import fit_shape
from cqviewer.model.reading.yaml_tree import decode, locate, parse_yaml
from cqviewer.model.text import readable_name


class Examined(msgspec.Struct, frozen=True):
    """The result of reading a file: the sheet, or None if there are errors, and all problems.

    `places` maps paths in the sheet to paths in the file.
    """

    sheet: Sheet | None
    problems: list[Problem]
    places: Places = msgspec.field(default_factory=Places)


def load_sheet(path: Path, limits: Limits | None = None) -> Sheet:
    """Read the fact sheet in a file; SheetError if it cannot be read or anything is wrong."""
    return read_sheet(read_file(path, limits or Limits()), str(path), limits)


def read_sheet(
    data: bytes,
    file: str,
    limits: Limits | None = None,
    beside: Mapping[str, bytes] | None = None,
) -> Sheet:
    """Read a fact sheet from a file's bytes; `file` is its name in messages.

    `beside` has the files beside it where it is not in a folder, as `printing.attachment.beside`
    names them. SheetError carries every error found, ordered by line.
    """
    examined = examine_sheet(data, file, limits, with_warnings=False, beside=beside)
    if examined.sheet is None:
        raise SheetError([one for one in examined.problems if one.severity == "error"])
    return examined.sheet


def examine_sheet(
    data: bytes,
    file: str,
    limits: Limits | None = None,
    *,
    with_warnings: bool = True,
    beside: Mapping[str, bytes] | None = None,
) -> Examined:
    """Read a fact sheet and return all errors and warnings, ordered by line; nothing is raised.

    Without warnings a sound sheet is read sooner, since nothing has to be looked up in the text.
    """
    try:
        text = decode(data, file)
        tree = parse_yaml(text, file, limits or Limits())
    except SheetError as error:
        return Examined(None, error.problems)
    findings = Findings()
    findings.has_errors = bool(tree.problems)
    entry, dropped = fit_shape(tree.root, findings, KINDS)
    sheet = None
    if entry is not None:
        lookup = Lookup(entry, dropped, findings)
        folder = Path(file).parent
        lookup.phrases = read_phrases(entry.phrases, folder, findings, beside)
        lookup.logo = read_logo(entry.logo, folder, findings, beside)
        check_accent(entry.accent, findings)
        findings.settle()
        sheet = resolve(lookup, data, readable_name(Path(file)))
        findings.settle()
        check_facts(sheet, lookup.entry, findings)
        check_charts(sheet, entry, findings)
        if with_warnings:
            check_texts(sheet, entry, findings)
            note_languages(sheet.languages, sheet.phrases, findings)
            _check_previous(sheet, Path(file), findings)
        if not findings.has_errors:
            sheet = fill_texts(sheet, text, findings)
    if not with_warnings and not findings.has_errors:
        return Examined(sheet, [], findings.places)
    letters = check_letters(text, file) if with_warnings else []
    found = [*tree.problems, *letters, *place(findings, text, file)]
    problems = sorted(found, key=_by_place)
    return Examined(None if findings.has_errors else sheet, problems, findings.places)


def _check_previous(sheet: Sheet, file: Path, findings: Findings) -> None:
    """Warn where `previous` leads to no file of the sheet's own folder, or to the sheet itself."""
    if sheet.previous is None:
        return
    before, hint = file.parent / sheet.previous, say("name a file beside the sheet, YAML or PDF")
    if os.path.realpath(before) == os.path.realpath(file):
        findings.add(("previous",), say("the edition before is this sheet itself"), hint, "warning")
    elif not lies_in(before, file.parent) or not before.is_file():
        message = say("there is no edition before in {}", sheet.previous)
        findings.add(("previous",), message, hint, "warning")


def place(findings: Findings, text: str, file: str) -> list[Problem]:
    """Return findings as problems with line and column; the last one counts those not kept."""
    places = locate(text, [path for one in findings.all for path in (one.path, *one.also)])
    problems = []
    for one in findings.all:
        every = sorted((one.path, *one.also), key=places.__getitem__)
        (line, column), *also = (places[path] for path in every)
        problems.append(
            Problem(
                severity=one.severity,
                message=one.message,
                help=one.help,
                file=file,
                line=line,
                column=column,
                count=one.count,
                also=tuple(also),
                paths=tuple(every),
                fix=one.fix,
                offers=tuple(one.offers.get(every[0], ())),
            )
        )
    if findings.not_kept:
        last = max(problems, key=_by_place)
        number = findings.not_kept
        message = say("1 more problem is not listed")
        if number > 1:
            message = say("{:,} more problems are not listed", number)
        problems.append(Problem(message=message, file=file, line=last.line, column=last.column))
    return problems


def _by_place(problem: Problem) -> tuple[int, int]:
    return problem.line or 0, problem.column or 0
