"""Tooltips of plain text, which Qt cannot take for markup, and of the keys of actions."""

import html
import textwrap

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

_LONGEST = 80
"""Characters of a line."""
_GAP = 2
_AS_LONG_AS_POINTED_AT = 24 * 3600 * 1000
"""ms; Qt would take a tooltip away after some ten seconds."""


def plain_tooltip(text: str) -> str:
    """Return a tooltip that shows a text unchanged, U+202F included, in long lines."""
    return f"<p style='white-space:pre'>{html.escape(_wrapped(text))}</p>"


def _wrapped(text: str) -> str:
    """Return a text in lines of its own, since Qt breaks rich text into many short ones."""
    return "\n".join(textwrap.fill(line, _LONGEST) for line in text.splitlines())


def show_above(text: str, pointer: QPoint, box: QRect, widget: QWidget) -> None:
    """Show a tooltip over the pointer, but above a box of a widget: what lies below is read next.

    `pointer` is a point of the screen.
    """
    QToolTip.showText(pointer, plain_tooltip(text), widget, box, _AS_LONG_AS_POINTED_AT)
    top = widget.mapToGlobal(box.topLeft()).y()
    for tip in QApplication.topLevelWidgets():
        # Moved, since how far below a point Qt puts it depends on the size of the pointer.
        if tip.objectName() == "qtooltip_label":
            above = top - max(tip.height(), tip.sizeHint().height()) - _GAP
            if above > tip.screen().geometry().top():
                tip.move(tip.x(), above)


def put_away_tooltip() -> bool:
    """Hide the tooltip that is shown, for Esc; return whether there was one."""
    is_shown = QToolTip.isVisible()
    QToolTip.hideText()
    return is_shown


def tell_key(widget: QWidget, action: QAction) -> None:
    """Name the key of an action in the tooltip of a widget that does the same."""
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    name = widget.accessibleName()
    widget.setToolTip(f"{name} ({key})" if key else name)
    widget.setAccessibleDescription(key)  # else the tooltip is read out: the name once more
