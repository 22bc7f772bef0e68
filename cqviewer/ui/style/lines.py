"""Plain text broken into lines of fixed height, never taken for HTML; numbers never cut off."""

from collections.abc import Sequence
from typing import Literal, cast
from weakref import WeakValueDictionary

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cqviewer.charts.glyphs import kept_together
from cqviewer.query import found_in
from cqviewer.ui.style.look import Look

Step = Literal[
    "next", "previous", "next word", "previous word", "line start", "line end", "below", "above"
]
Index = QModelIndex | QPersistentModelIndex
"""A cell of a model, as Qt passes it to models and delegates."""
CUT = "…"
"""Shown in place of a number that is cut off: a part of it would read as another number."""
_WIDEST = 10_000.0
_WIDTHS_KEPT = 8
_FIRST_SURROGATE = "\ud800"


class Lines:
    """A text broken into lines of a width, each of a fixed height in px."""

    def __init__(
        self,
        text: str,
        font: QFont,
        line_height: int,
        width: float,
        most: int = 0,
        formats: Sequence[QTextLayout.FormatRange] = (),
        *,
        keeps_end: bool = False,
    ) -> None:
        """Break a text; of more than `most` lines (0: no limit) the last one ends in '…'.

        With `keeps_end` that line begins with '…' and ends as the text does. `formats` sets fonts
        and colours of parts of the text.
        """
        text = kept_together(text).replace("\n", "\N{LINE SEPARATOR}")
        if max(text, default="") >= _FIRST_SURROGATE:  # a lone surrogate, which Qt refuses
            text = text.encode("utf-16-le", "replace").decode("utf-16-le")
        self._layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        self._layout.setFormats(formats)
        self._line_height = line_height
        self.elided = ""
        """The last line with its '…'; '' if the whole text is shown."""
        self._layout.beginLayout()
        self.width = 0.0
        self.count = 0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            line.setPosition(
                QPointF(0, self.count * line_height + (line_height - line.height()) / 2)
            )
            self.width = max(self.width, line.naturalTextWidth())
            self.count += 1
            if self.count == most:
                rest = slice_units(text, line.textStart())
                if line.textLength() < units(rest):
                    self.elided = _elide(rest, font, width, keeps_end=keeps_end)
                break
        self._layout.endLayout()

    @property
    def height(self) -> int:
        """Return the height of all lines in px."""
        return self.count * self._line_height

    @property
    def baseline(self) -> float:
        """Return the px from the top to the first baseline, which depends on the script."""
        first = self._layout.lineAt(0)
        return first.y() + first.ascent()

    # Offsets in the text are in UTF-16 code units, as in Qt.

    @property
    def _shown(self) -> int:
        """Return the number of lines without an elided last one."""
        return self.count - 1 if self.elided else self.count

    @property
    def end(self) -> int:
        """Return the offset after the last character of the lines that are not elided."""
        last = self._layout.lineAt(max(0, self._shown - 1))
        return last.textStart() + last.textLength()

    def place_at(self, point: QPointF) -> int:
        """Return the offset nearest to a point, in px from the top left."""
        number = max(0, min(self._shown - 1, int(point.y() // self._line_height)))
        return self._in_line(number, point.x())

    def caret_box(self, place: int) -> QRectF:
        """Return the rectangle of a caret at an offset, in px from the top left."""
        number, line = self._line_of(place)
        x = x_of(line, place)
        return QRectF(x, number * self._line_height, 1, self._line_height)

    def letter_box(self, place: int) -> QRect:
        """Return the approximate rectangle of the letter at an offset, in px from the top left."""
        return self.caret_box(place).toRect().adjusted(0, 0, self._line_height // 3, 0)

    def word_at(self, place: int) -> tuple[int, int]:
        """Return the start and the end of the word at an offset."""
        words = QTextLayout.CursorMode.SkipWords
        end = self._layout.nextCursorPosition(place, words)
        start = self._layout.previousCursorPosition(end, words)
        word = slice_units(self._layout.text(), start, end)
        return start, end - (len(word) - len(word.rstrip()))

    def stepped(self, place: int, step: Step) -> int | None:
        """Return the offset one step further; None above the first line and below the last."""
        if step in ("below", "above"):
            number, line = self._line_of(place)
            number += 1 if step == "below" else -1
            x = x_of(line, place)
            return self._in_line(number, x) if 0 <= number < self._shown else None
        if step in ("line start", "line end"):
            number, line = self._line_of(place)
            return self._line_end(number) if step == "line end" else line.textStart()
        is_word = step.endswith("word")
        mode = (
            QTextLayout.CursorMode.SkipWords if is_word else QTextLayout.CursorMode.SkipCharacters
        )
        if step.startswith("next"):
            return min(self.end, self._layout.nextCursorPosition(place, mode))
        return self._layout.previousCursorPosition(place, mode)

    def _line_of(self, place: int) -> tuple[int, QTextLine]:
        line = self._layout.lineForTextPosition(max(0, min(place, self.end)))
        number = max(0, min(line.lineNumber(), self._shown - 1)) if line.isValid() else 0
        return number, self._layout.lineAt(number)

    def _in_line(self, number: int, x: float) -> int:
        return min(self._layout.lineAt(number).xToCursor(x), self._line_end(number))

    def _line_end(self, number: int) -> int:
        """Return the last offset in a line; the offset after a break belongs to the next line."""
        line = self._layout.lineAt(number)
        end = line.textStart() + line.textLength()
        is_last = number == self._shown - 1
        return end if is_last else self._layout.previousCursorPosition(end)

    def paint_found(self, painter: QPainter, x: float, y: float, query: str, look: Look) -> None:
        """Paint the background and underline of the words of a query, before the text is drawn."""
        text = self._layout.text()
        for begin, end in found_in(text, query):
            start, stop = (units(text[:at]) for at in (begin, end))
            for number in range(self._shown):
                line = self._layout.lineAt(number)
                first = max(start, line.textStart())
                last = min(stop, line.textStart() + line.textLength())
                if first < last:
                    left, right = x_of(line, first), x_of(line, last)
                    top = y + number * self._line_height
                    ground = QRectF(x + left, top, right - left, self._line_height)
                    painter.fillRect(ground, look.color("tint"))
                    high = max(2, look.px(2))
                    rule = QRectF(ground.left(), ground.bottom() - high, ground.width(), high)
                    painter.fillRect(rule, look.color("accent"))

    def draw(
        self, painter: QPainter, x: float, y: float, chosen: QTextLayout.FormatRange | None = None
    ) -> None:
        """Paint the lines with the painter's pen, their top left at (x, y)."""
        shown = self._shown
        if chosen is not None:
            clip = QRectF(x, y, _WIDEST, shown * self._line_height)
            self._layout.draw(painter, QPointF(x, y), [chosen], clip)
        else:
            for index in range(shown):
                self._layout.lineAt(index).draw(painter, QPointF(x, y))
        if self.elided:
            painter.setFont(self._layout.font())
            top = y + shown * self._line_height
            box = QRectF(x, top, _WIDEST, self._line_height)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.elided
            )


def units(text: str) -> int:
    """Return the length of a text in UTF-16 code units, as in Qt."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def slice_units(text: str, start: int, end: int | None = None) -> str:
    """Return the part of a text between offsets in UTF-16 code units; most emoji are two."""
    chosen = slice(2 * start, None if end is None else 2 * end)
    return text.encode("utf-16-le", "surrogatepass")[chosen].decode("utf-16-le", "replace")


def x_of(line: QTextLine, place: int) -> float:
    """Return the px from the left of a line to an offset."""
    x = line.cursorToX(place)  # a tuple with the offset, if Qt had to correct it
    return float(x[0] if isinstance(x, tuple) else cast("float", x))


def _elide(text: str, font: QFont, width: float, *, keeps_end: bool) -> str:
    """Return a text as one line, elided to a width at its end or its beginning."""
    line = text.replace("\N{LINE SEPARATOR}", " ")
    mode = Qt.TextElideMode.ElideLeft if keeps_end else Qt.TextElideMode.ElideRight
    return QFontMetricsF(font).elidedText(line, mode, width)


_shared = WeakValueDictionary[tuple[str, QFont, int, float, int, bool], Lines]()
"""The lines of all texts on screen: those of another theme are broken as the present ones."""


class Wrapped:
    """A text to be broken into lines of any width; cached, since layouts ask again and again."""

    def __init__(
        self, text: str, font: QFont, line_height: int, most: int = 0, *, keeps_end: bool = False
    ) -> None:
        """Store the text; `most` and `keeps_end` are as for Lines."""
        self.text = text
        self._line_height = line_height
        self._rest = font, line_height, most, keeps_end
        self._kept: dict[float, Lines] = {}

    @property
    def unbroken(self) -> Lines:
        """Return the lines at unlimited width."""
        return self.broken(_WIDEST)

    def broken(self, width: float) -> Lines:
        """Return the lines in a width in px."""
        if (kept := self._kept.get(width)) is not None:
            return kept
        font, height, most, keeps_end = self._rest
        key = (self.text, font, height, width, most, keeps_end)
        lines = _shared.get(key) or Lines(self.text, *key[1:5], keeps_end=keeps_end)
        if len(self._kept) == _WIDTHS_KEPT:
            del self._kept[next(iter(self._kept))]  # the oldest
        self._kept[width] = _shared[key] = lines
        return lines

    def height(self, width: float) -> int:
        """Return the height of the lines in a width, both in px."""
        unbroken = self.unbroken
        lines = unbroken if width > unbroken.width else self.broken(width)
        return max(self._line_height, lines.height)


class WholeNumbers(QStyledItemDelegate):
    """Paints cells as Qt does, but '…' in place of a number that the view's edge cuts off."""

    def __init__(self, view: QAbstractItemView) -> None:
        """Paint the cells of a view, and repaint them when it is scrolled sideways."""
        super().__init__(view)
        self._shown_in = view
        view.horizontalScrollBar().valueChanged.connect(self._on_scrolled)

    def _on_scrolled(self) -> None:
        self._shown_in.viewport().update()

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        box, view = option.rect, self._shown_in
        seen = box & view.viewport().rect()
        if box == seen or seen.isEmpty() or not any(map(str.isdigit, option.text)):
            return
        margin = view.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1
        text = box.adjusted(margin, 0, -margin, 0)
        wide = min(text.width(), option.fontMetrics.horizontalAdvance(option.text))
        if option.displayAlignment & Qt.AlignmentFlag.AlignRight:
            text.setLeft(text.right() - wide + 1)
        else:
            text.setWidth(wide)
        if text.left() < seen.left() or text.right() > seen.right():
            option.rect, option.text = seen, CUT
