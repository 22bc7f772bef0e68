"""Tooltips of plain text, which Qt cannot take for markup, and of the keys of actions."""

import html
import textwrap
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QCursor, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QToolTip, QWidget

_LONGEST, _LONGEST_OF_MARK = 80, 60
"""Characters of a line."""
_REST_MS = 250
"""Milliseconds that the pointer rests before a tip is shown: none for marks it only crosses."""


def plain_tooltip(text: str) -> str:
    """Return a tooltip that shows a text unchanged, U+202F included, in long lines.

    Without a text there is none: a screen reader would read out the tags.
    """
    return f"<p style='white-space:pre'>{html.escape(_wrapped(text))}</p>" if text else ""


def _wrapped(text: str, longest: int = _LONGEST) -> str:
    """Return a text in lines of its own, since Qt breaks rich text into many short ones."""
    return "\n".join(textwrap.fill(line, longest) for line in text.splitlines())


class _Told(NamedTuple):
    """What is said of a mark, where the pointer is on it, its box, and those of other marks."""

    text: str
    pointer: QPoint
    box: QRect
    others: Sequence[QRect]


class MarkTip(QLabel):
    """What a mark of a picture says, beside it, until the pointer has left both of them.

    Not a tooltip of Qt's, onto which the pointer cannot go (WCAG 2.2, criterion 1.4.13). It lies on
    what scrolls with the picture, touches its mark, and hides as few others as can be; a click puts
    it away, and so does Esc.
    """

    def __init__(self, view: QWidget) -> None:
        """Be ready to tell of the marks of a view."""
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
        """Show a text once the pointer rests: at a box of the view, over few of the others.

        What has been put away is shown again only after another one, or once the pointer was gone.
        """
        before, self._told = self._told, _Told(text, pointer, box, others)
        if before is None or (before.text, before.box) != (text, box):
            self.put_away()
            self._rest.start()

    def put_away(self) -> None:
        """Hide the tip, or do not show it."""
        self._rest.stop()
        self.hide()

    def leave(self) -> None:
        """Put the tip away because the pointer is on no mark any more."""
        self.put_away()
        self._told = None

    def _show(self) -> None:
        if self._told is None:
            return
        text, pointer, box, others = self._told
        ground = _ground_of(self._view)
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
                self.put_away()  # what it says stands in the Source panel now
        return False

    def leaveEvent(self, _event: QEvent) -> None:
        if self._told is None or not self._has_pointer(self._view, self._told.box):
            self.leave()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.put_away()

    def _has_pointer(self, widget: QWidget, box: QRect) -> bool:
        return self.isVisible() and box.contains(widget.mapFromGlobal(QCursor.pos()))


def _ground_of(widget: QWidget) -> QWidget:
    """Return what scrolls with a widget in the area that it lies in, or else its window."""
    above = widget.parentWidget()
    while above is not None and not widget.isWindow():
        area = above.parentWidget()
        if isinstance(area, QScrollArea) and area.widget() is widget:
            break
        widget, above = above, area
    return widget


def place_beside(
    size: QSize, pointer: QPoint, box: QRect, room: QRect, others: Sequence[QRect]
) -> QRect:
    """Return where a tip of a size lies: at the side of a box where it is over least of the others.

    It touches the box where the pointer is, so that this can go onto it, and lies in the room if it
    can; of sides that are alike above goes before below, right and left.
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
    """Hide the tooltip or tip that is shown, for Esc; return whether there was one."""
    tips = [one for one in QApplication.allWidgets() if isinstance(one, MarkTip)]
    is_shown = QToolTip.isVisible() or any(one.isVisible() for one in tips)
    QToolTip.hideText()
    for one in tips:
        one.put_away()
    return is_shown


def tell_key(widget: QWidget, action: QAction) -> None:
    """Name the key of an action in the tooltip of a widget that does the same."""
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    name = widget.accessibleName()
    widget.setToolTip(f"{name} ({key})" if key else name)
    widget.setAccessibleDescription(key)  # else the tooltip is read out: the name once more
