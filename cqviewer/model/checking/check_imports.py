"""Whether the next edition of a data file can be read as `imports` says."""

import re
from collections.abc import Callable, Iterator
from typing import get_args

from cqviewer.model.choices import Mark, Missing
from cqviewer.model.facts import Sheet
from cqviewer.model.messages import say
from cqviewer.model.numbers.amount import parse_value
from cqviewer.model.numbers.period import Period
from cqviewer.model.problems import Findings, Misread, Path
from cqviewer.model.reading.format import SheetEntry
from cqviewer.model.reading.import_format import ROLES, ImportEntry
from cqviewer.model.suggest import did_you_mean
from cqviewer.model.text import TAG_PATTERN

Fault = tuple[Path, str, str]
"""The path of what is wrong, what is, and what to write instead."""


def check_imports(sheet: Sheet, entry: SheetEntry, findings: Findings) -> None:
    """Report what `cqviewer import --into` would not understand."""
    for source, one in entry.imports.items():
        path: Path = ("imports", source)
        if source not in sheet.sources:
            hint = did_you_mean(source, sheet.sources) or say(
                "write the id of the data file's source"
            )
            findings.add((*path, "?key"), say("there is no source `{}`", source), hint)
        if one.file is None:
            message = say("nothing says which data file was read")
            findings.add(path, message, say("add `file:` with its name"), "warning")
        for place, message, hint in _faults(one):
            findings.add((*path, *place), message, hint)


def _faults(one: ImportEntry) -> Iterator[Fault]:
    """Yield what is wrong with how a file is said to be read."""
    for name in ("roles", "only"):
        for letters in getattr(one, name):
            if not re.fullmatch("[A-Z]{1,3}", letters):
                message = say("`{}` is no column", letters)
                yield (name, letters, "?key"), message, say("write its letters, such as C")
    for letters, role in one.roles.items():
        yield from _faults_of_role(("roles", letters), role)
    for mark, meaning in one.missing.items():
        reasons = (*get_args(Missing), "omit")
        if meaning not in reasons and not _is_read(parse_value, meaning):
            yield ("missing", mark), *_not_among(meaning, reasons, say("reason"))
    for flag, meaning in one.flags.items():
        words = (*get_args(Mark), *get_args(Missing))
        if meaning not in words:
            yield ("flags", flag), *_not_among(meaning, words, say("status"))
    all_choices = (
        ("decimal", (".", ","), say("write {} or {}", "'.'", "','")),
        ("digits", ("all",), say("write {}", "'all'")),
    )
    for name, choices, hint in all_choices:
        if (said := getattr(one, name)) is not None and said not in choices:
            yield (name,), say("`{}` cannot be {}", name, said), hint


def _faults_of_role(path: Path, said: str) -> Iterator[Fault]:
    role, sign, more = re.fullmatch(r"([^: ]*)([: ]?)(.*)", said, re.DOTALL).groups()  # type: ignore[union-attr]
    if role not in ROLES:
        yield path, *_not_among(role, ROLES, say("role"))
    elif sign == ":" and not re.fullmatch(TAG_PATTERN, more):
        yield path, say("'{}' is no language", more), say("write its tag, such as indicator:ky")
    elif sign == " " and not (role == "value" and _is_read(Period.parse, more, 4)):
        yield (
            path,
            say("'{}' is no role", said),
            say("write value with a period, such as value 2024"),
        )


def _not_among(said: str, known: tuple[str, ...], what: str) -> tuple[str, str]:
    hint = did_you_mean(said, known) or say("write {}", [*known])
    return say("'{}' is no {}", said, what), hint


def _is_read(parse: Callable[..., object], *written: object) -> bool:
    """Return whether what is written can be read."""
    try:
        parse(*written)
    except Misread:
        return False
    return True
