"""Texts of buttons and menus without their access keys, for screen readers and lists."""

import re

_IN_BRACKETS = re.compile(r"\(&.\)")  # as in Chinese, after the text
_KEY = re.compile(r"&(.)")


def without_key(text: str) -> str:
    """Return a text without the mark of its access key: '&Open…' is 'Open…', '&&' is '&'."""
    return _KEY.sub(r"\1", _IN_BRACKETS.sub("", text))
