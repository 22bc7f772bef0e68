"""Marks and reasons as other offices write them, and how this format writes the same.

Codes are those of SDMX (CL_OBS_STATUS 2.2), of Eurostat before and since January 2025, and the
letters of the United Kingdom's Government Statistical Service.
"""

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

from cqviewer.model.choices import Mark, Missing
from cqviewer.model.messages import say

Known = TypeVar("Known", Mark, Missing)
_MARKS: dict[Mark, tuple[str, ...]] = {
    "provisional": ("p", "prov", "prel", "flash"),
    "revised": ("r", "rev"),
    "estimated": ("e", "est"),
    "forecast": ("f", "forecast", "proj"),
    "imputed": ("i", "s", "imput"),
    "break": ("b", "break"),
    "low_reliability": ("u", "unreliable", "low"),
    "definition_differs": ("d", "def"),
}
_REASONS: dict[Missing, tuple[str, ...]] = {
    "suppressed": ("c", "q", "supp", "conf", "secret"),
    "not_collected": ("x", "l", "not collected"),
    "not_applicable": ("z", "m", "not applicable"),
    "not_found": ("o", "not found"),
}
"""Marks and reasons with their codes of one letter, and with the beginnings of their names."""
_USUAL = frozenset(("a", "normal", "final", "definitive"))


def mark_of(text: str) -> Mark | None:
    """Return the mark that a letter, a code or the beginning of a word stands for, or None."""
    return _meant(_plain(text), _MARKS)


def reason_of(text: str) -> Missing | None:
    """Return the reason that a letter, a code or the beginning of a word stands for, or None."""
    return _meant(_plain(text), _REASONS)


def mark_help(text: str) -> str:
    """Return what to write for a mark of another spelling; nothing for one that is not known."""
    plain = _plain(text)
    if plain in _USUAL:
        return say("leave `status` out: a value without it is the usual one")
    if reason := reason_of(text):
        return say("write `missing: {}` instead of `value` and `status`", reason)
    meant = mark_of(text)
    found = [meant] if meant else [_meant(one, _MARKS) for one in plain if one != ","]
    marks = list(dict.fromkeys(one for one in found if one))
    return say("write {}", listed(marks)) if marks and None not in found else ""


def missing_help(text: str) -> str:
    """Return what to write for a mark or word in place of a number."""
    if reason := reason_of(text):
        return say("write `missing: {}` instead of `value`", reason)
    hint = say(
        "instead of `value` write `missing: suppressed`, not_collected, not_applicable or"
        " not_found; or `value: not stated`"
    )
    return hint + say("; or 0 where the mark stands for none") if text[:1] in "-–—" else hint


def listed(marks: Iterable[Mark]) -> str:
    """Return marks as `status` has them: one, or several in brackets."""
    each = list(marks)
    return each[0] if len(each) == 1 else f"[{', '.join(each)}]"


def _plain(text: str) -> str:
    """Return a mark in small letters, without the brackets and signs around it."""
    return re.sub(r"^[\s:(\[]+|[\s.)\]]+$", "", text[:40]).casefold().replace("_", " ")


def _meant(plain: str, known: Mapping[Known, Iterable[str]]) -> Known | None:
    """Return the mark or reason of a code of one letter, or of a word by its beginning."""
    for one, spellings in known.items():
        if any(plain == each if len(each) == 1 else plain.startswith(each) for each in spellings):
            return one
    return None
