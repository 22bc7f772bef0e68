"""Tooltips of plain text, tooltips with keys, and the tip of a chart's mark."""

import html
import textwrap
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QCursor, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget

from cqviewer.ui.style.sight import scroll_area_of

_LONGEST, _LONGEST_OF_MARK = 80, 60
"""Characters of a line."""
_REST_MS = 250
"""Delay of a tip, so that marks which the pointer only crosses show none."""


def plain_tooltip(text: str) -> str:
    """Return a tooltip that shows a text unchanged, U+202F included, in long lines.

    Without a text there is none: a screen reader would read out the tags.
    """
    return f"<p style='white-space:pre'>{html.escape(_wrapped(text))}</p>" if text else ""


def _wrapped(text: str, longest: int = _LONGEST) -> str:
    """Return a text with line breaks, since Qt breaks rich text into many short lines."""
    return "\n".join(textwrap.fill(line, longest) for line in text.splitlines())


class _Told(NamedTuple):
    """The text of a mark, the pointer's place, the mark's box, and the boxes of other marks."""

    text: str
    pointer: QPoint
    box: QRect
    others: Sequence[QRect]


class MarkTip(QLabel):
    """The text of a mark of a picture, shown until the pointer has left both mark and tip.

    Not a QToolTip, onto which the pointer cannot move (WCAG 2.2, criterion 1.4.13). It scrolls with
    the picture, touches its mark, and covers as little of other marks as possible; a click or Esc
    hides it.
    """

    def __init__(self, view: QWidget) -> None:
        """Create the tip of a view's marks, hidden at first."""
        super().__init__(view)
        self._view = view
        self._told: _Told | None = None
        self.setObjectName("tip")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.hide()
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._show)
        view.installEventFilter(self)

    def tell(self, text: str, pointer: QPoint, box: QRect, others: Sequence[QRect]) -> None:
        """Show a text once the pointer rests, beside a box of the view, over few of the others.

        A tip that was hidden is shown again only after another one, or once the pointer has left.
        """
        before, self._told = self._told, _Told(text, pointer, box, others)
        if before is None or (before.text, before.box) != (text, box):
            self.put_away()
            self._rest.start()

    def put_away(self) -> None:
        """Hide the tip, and stop waiting to show it."""
        self._rest.stop()
        self.hide()

    def leave(self) -> None:
        """Hide the tip because the pointer is on no mark any more."""
        self.put_away()
        self._told = None

    def _show(self) -> None:
        if self._told is None:
            return
        text, pointer, box, others = self._told
        area = scroll_area_of(self._view)
        ground = (area.widget() if area else None) or self._view.window()
        off, room = self._view.mapTo(ground, QPoint(0, 0)), ground.visibleRegion().boundingRect()
        self.setParent(ground)
        longest = _LONGEST_OF_MARK
        self.setText(_wrapped(text, longest))
        while (wide := self.sizeHint().width()) > room.width() and longest > 1:
            longest = max(1, min(longest - 1, longest * room.width() // wide))
            self.setText(_wrapped(text, longest))
        around = [one.translated(off) for one in others]
        place = place_beside(self.sizeHint(), pointer + off, box.translated(off), room, around)
        self.setGeometry(place)
        self.raise_()
        self.show()

    def eventFilter(self, _view: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.Leave if not self._has_pointer(self, self.rect()):
                self.leave()
            case QEvent.Type.Resize | QEvent.Type.Hide:
                self.leave()
            case QEvent.Type.MouseButtonPress:
                self.put_away()  # the Source panel now shows its text
        return False

    def leaveEvent(self, _event: QEvent) -> None:
        if self._told is None or not self._has_pointer(self._view, self._told.box):
            self.leave()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.put_away()

    def _has_pointer(self, widget: QWidget, box: QRect) -> bool:
        return self.isVisible() and box.contains(widget.mapFromGlobal(QCursor.pos()))


def place_beside(
    size: QSize, pointer: QPoint, box: QRect, room: QRect, others: Sequence[QRect]
) -> QRect:
    """Return the place of a tip: at the side of a box where it covers least of the others.

    It touches the box near the pointer, so that the pointer can move onto it, and lies within
    `room` if possible; of equal sides, above is preferred to below, right and left.
    """
    corner = pointer - QPoint(size.width() // 2, size.height() // 2)
    within = QRect(room.topLeft(), (room.size() - size).expandedTo(QSize(1, 1)))
    across = min(max(corner.x(), within.left()), within.right())
    down = min(max(corner.y(), within.top()), within.bottom())
    sides = [
        QRect(QPoint(across, box.top() - size.height()), size),
        QRect(QPoint(across, box.bottom() + 1), size),
        QRect(QPoint(box.right() + 1, down), size),
        QRect(QPoint(box.left() - size.width(), down), size),
    ]

    def covered(side: QRect) -> int:
        parts = [side & one for one in others]
        return sum(part.width() * part.height() for part in parts)

    fitting = [one for one in sides if room.contains(one)]
    return min(fitting, key=covered, default=QRect(QPoint(across, down), size))


def put_away_tooltip() -> bool:
    """Hide the tooltip or tip that is shown; return whether there was one."""
    tips = [one for one in QApplication.allWidgets() if isinstance(one, MarkTip)]
    is_shown = QToolTip.isVisible() or any(one.isVisible() for one in tips)
    QToolTip.hideText()
    for one in tips:
        one.put_away()
    return is_shown


def tell_key(widget: QWidget, action: QAction) -> None:
    """Add the shortcut of an action to the tooltip of a widget that does the same."""
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    name = widget.accessibleName()
    widget.setToolTip(f"{name} ({key})" if key else name)
    widget.setAccessibleDescription(key)  # else the tooltip is read out: the name once more
