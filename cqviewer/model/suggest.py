"""'Did you mean …?' for words that are not known."""

import difflib
from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Suggest the known word nearest to a mistyped one, or give an empty text."""
    near = difflib.get_close_matches(word[:60], list(known)[:5000], n=1, cutoff=0.6)
    return f"did you mean `{near[0]}`?" if near else ""
