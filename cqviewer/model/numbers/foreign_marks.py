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
_MARKS: dict[str, Mark] = {
    "p": "provisional",
    "r": "revised",
    "e": "estimated",
    "f": "forecast",
    "i": "imputed",
    "s": "imputed",
    "b": "break",
    "u": "low_reliability",
    "d": "definition_differs",
}
_REASONS: dict[str, Missing] = {
    "c": "suppressed",
    "q": "suppressed",
    "x": "not_collected",
    "l": "not_collected",
    "z": "not_applicable",
    "m": "not_applicable",
    "o": "not_found",
}
_MARK_WORDS: dict[str, Mark] = {
    "prov": "provisional",
    "prel": "provisional",
    "flash": "provisional",
    "rev": "revised",
    "est": "estimated",
    "forecast": "forecast",
    "proj": "forecast",
    "imput": "imputed",
    "break": "break",
    "unreliable": "low_reliability",
    "low": "low_reliability",
    "def": "definition_differs",
}
_REASON_WORDS: dict[str, Missing] = {
    "supp": "suppressed",
    "conf": "suppressed",
    "secret": "suppressed",
    "not applicable": "not_applicable",
    "not collected": "not_collected",
    "not found": "not_found",
}
_USUAL = frozenset(("a", "normal", "final", "definitive"))


def mark_of(text: str) -> Mark | None:
    """Return the mark that a letter, a code or the beginning of a word stands for, or None."""
    plain = _plain(text)
    return _MARKS.get(plain) or _by_beginning(plain, _MARK_WORDS)


def reason_of(text: str) -> Missing | None:
    """Return the reason that a letter, a code or the beginning of a word stands for, or None."""
    plain = _plain(text)
    return _REASONS.get(plain) or _by_beginning(plain, _REASON_WORDS)


def mark_help(text: str) -> str:
    """Return what to write for a mark of another spelling; nothing for one that is not known."""
    plain = _plain(text)
    if plain in _USUAL:
        return say("leave `status` out: a value without it is the usual one")
    if reason := reason_of(text):
        return say("write `missing: {}` instead of `value` and `status`", reason)
    found = [mark_of(text)] if mark_of(text) else [_MARKS.get(one) for one in plain if one != ","]
    marks = list(dict.fromkeys(one for one in found if one))
    return say("write {}", listed(marks)) if marks and None not in found else ""


def missing_help(text: str) -> str:
    """Return what to write for a mark or word that stands where a number is missing."""
    if reason := reason_of(text):
        return say("write `missing: {}` instead of `value`", reason)
    hint = say(
        "instead of `value` write `missing: suppressed`, not_collected, not_applicable or"
        " not_found; or `value: not stated`"
    )
    return hint + say("; or 0 where the mark stands for none") if text[:1] in "-–—" else hint


def listed(marks: Iterable[Mark]) -> str:
    """Write marks as they stand at `status`: one, or several in brackets."""
    each = list(marks)
    return each[0] if len(each) == 1 else f"[{', '.join(each)}]"


def _plain(text: str) -> str:
    """Return a mark without brackets, colon and other signs around it."""
    return re.sub(r"^[\s:(\[]+|[\s.)\]]+$", "", text[:40]).casefold().replace("_", " ")


def _by_beginning(plain: str, words: Mapping[str, Known]) -> Known | None:
    return next((one for word, one in words.items() if plain.startswith(word)), None)
