"""Texts of buttons and menus without their keys, as they are read out and listed."""

import re

_IN_BRACKETS = re.compile(r"\(&.\)")  # as Chinese texts have it, behind their words
_KEY = re.compile(r"&(.)")


def without_key(text: str) -> str:
    """Return a text without the sign that marks its key: '&Open…' is 'Open…', and '&&' is '&'."""
    return _KEY.sub(r"\1", _IN_BRACKETS.sub("", text))
