"""Tooltips of plain text, which Qt cannot take for markup, and of the keys of actions."""

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


def plain_tooltip(text: str) -> str:
    """Return a tooltip that shows a text unchanged, U+202F included."""
    import html  # here: it imports a table of 2,231 names

    return f"<span style='white-space:pre-wrap'>{html.escape(text)}</span>"


def tell_key(widget: QWidget, action: QAction) -> None:
    """Name the key of an action in the tooltip of a widget that does the same."""
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    name = widget.accessibleName()
    widget.setToolTip(f"{name} ({key})" if key else name)
