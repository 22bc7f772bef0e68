"""'Did you mean …?' for words that are not known."""

import difflib
from collections.abc import Iterable
from itertools import islice

_MOST_COMPARED = 300


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return the question whether a known word was meant; nothing where none is near."""
    near = nearest(word, known)
    return f"did you mean `{near}`?" if near else ""


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
