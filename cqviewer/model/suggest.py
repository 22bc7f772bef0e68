"""'Did you mean …?' for words that are not known."""

import difflib
import re
from collections.abc import Iterable
from itertools import islice

from cqviewer.model.messages import say

_MOST_COMPARED = 300


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return the question whether a known word was meant; nothing where none is near."""
    near = nearest(word, known)
    return say("did you mean `{}`?", near) if near else ""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word nearest to a mistyped one, or None.

    At most 300 words of about the same length that begin or end alike are compared, since a
    sheet may have thousands of ids.
    """
    word = word[:60]
    alike = (
        one
        for one in known
        if abs(len(one) - len(word)) <= 4 and (one[:1] == word[:1] or one[-1:] == word[-1:])
    )
    near = difflib.get_close_matches(word, list(islice(alike, _MOST_COMPARED)), n=1, cutoff=0.6)
    return near[0] if near else None


def certain(word: str, known: Iterable[str]) -> str | None:
    """Return the only known word that a mistyped one can stand for, or None.

    It differs in capitals and separators alone, or else by one slip in five letters or more: a
    letter left out, doubled, replaced or swapped with its neighbour. A digit is no slip, since
    `gdp_2024` is another figure than `gdp_2025`.
    """
    alike = list(islice((one for one in known if abs(len(one) - len(word)) <= 1), 10_000))
    for is_meant in (_is_same_word, _is_a_slip):
        meant = [one for one in alike if is_meant(word, one)]
        if meant:
            return meant[0] if len(meant) == 1 else None
    return None


def _is_same_word(word: str, other: str) -> bool:
    one, two = (re.sub(r"[\s_-]", "", text).casefold() for text in (word, other))
    return one == two


def _is_a_slip(word: str, other: str) -> bool:
    """Return whether two words differ by one slip (Damerau's edit distance is 1)."""
    if min(len(word), len(other)) < 5 or re.sub(r"\D", "", word) != re.sub(r"\D", "", other):
        return False
    at = next(
        (at for at, (one, two) in enumerate(zip(word, other, strict=False)) if one != two), None
    )
    if at is None:
        return len(word) != len(other)
    first, second = word[at:], other[at:]
    is_swapped = first[:2] == second[1::-1] and first[2:] == second[2:]
    return is_swapped or first[1:] in (second, second[1:]) or first == second[1:]
