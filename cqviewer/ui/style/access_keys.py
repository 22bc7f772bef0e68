"""Texts of buttons and menus without the marks of their access keys, for screen readers."""

import re

from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

_IN_BRACKETS = re.compile(r"\(&.\)")  # as in Chinese, after the text
_KEY = re.compile(r"&(.)")


def without_key(text: str) -> str:
    """Return a text without the mark of its access key: '&Open…' is 'Open…', '&&' is '&'."""
    return _KEY.sub(r"\1", _IN_BRACKETS.sub("", text))


def name_row(form: QFormLayout, field: QWidget) -> None:
    """Name a field of a form, and its label, by the label's text without its access key."""
    label = form.labelForField(field)
    if isinstance(label, QLabel):
        for one in (label, field):
            one.setAccessibleName(without_key(label.text()))
