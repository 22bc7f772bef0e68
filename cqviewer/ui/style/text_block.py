"""Plain text in the design's fonts and line heights: never markup, U+202F kept."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from cqviewer.charts.glyphs import kept_together
from cqviewer.ui.style.look import Look, Role, Weight
from cqviewer.ui.style.tooltips import plain_tooltip

_WIDEST = 10_000.0
_WIDTHS_KEPT = 8
_FIRST_SURROGATE = "\ud800"


class Lines:
    """A text broken into lines of a width, each of a fixed height, at most `most` of them."""

    def __init__(
        self, text: str, font: QFont, line_height: int, width: float, most: int = 0
    ) -> None:
        """Break the text; the last of `most` lines ends in … where text is left over (0: all)."""
        text = kept_together(text).replace("\n", "\N{LINE SEPARATOR}")
        if max(text, default="") >= _FIRST_SURROGATE:  # a lone surrogate, which Qt refuses
            text = text.encode("utf-16-le", "replace").decode("utf-16-le")
        self._layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        self._line_height = line_height
        self._elided = ""
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
                rest = _from_unit(text, line.textStart())
                if line.textLength() < len(rest.encode("utf-16-le")) // 2:
                    self._elided = _elide(rest, font, width)
                break
        self._layout.endLayout()

    @property
    def is_elided(self) -> bool:
        """Return whether the text was elided."""
        return bool(self._elided)

    @property
    def height(self) -> int:
        """Return the height of all lines in px."""
        return self.count * self._line_height

    @property
    def baseline(self) -> float:
        """Return the px from the top to the baseline of the first line; it differs by script."""
        first = self._layout.lineAt(0)
        return first.y() + first.ascent()

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Paint the lines in the painter's pen, from their left top."""
        shown = self.count - 1 if self._elided else self.count
        for index in range(shown):
            self._layout.lineAt(index).draw(painter, QPointF(x, y))
        if self._elided:
            painter.setFont(self._layout.font())
            top = y + shown * self._line_height
            box = QRectF(x, top, _WIDEST, self._line_height)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._elided
            )


def _from_unit(text: str, start: int) -> str:
    """Return a text from an offset in UTF-16 code units, as Qt counts; most emoji are two."""
    return text.encode("utf-16-le")[2 * start :].decode("utf-16-le", "replace")


def _elide(text: str, font: QFont, width: float) -> str:
    """Return a text as one line, elided to a width."""
    line = text.replace("\N{LINE SEPARATOR}", " ")
    return QFontMetricsF(font).elidedText(line, Qt.TextElideMode.ElideRight, width)


class Wrapped:
    """A text broken into lines for any width; the last widths are cached, for layouts ask often."""

    def __init__(self, text: str, font: QFont, line_height: int, most: int = 0) -> None:
        """Store the text; `most` is as for Lines."""
        self._text = text
        self._font = font
        self._line_height = line_height
        self._most = most
        self._lines: dict[float, Lines] = {}

    @property
    def unbroken(self) -> Lines:
        """Return the lines without any limit of width."""
        return self.broken(_WIDEST)

    def broken(self, width: float) -> Lines:
        """Return the lines in a width in px."""
        if width not in self._lines:
            if len(self._lines) >= _WIDTHS_KEPT:
                self._lines.clear()
            self._lines[width] = Lines(self._text, self._font, self._line_height, width, self._most)
        return self._lines[width]

    def height(self, width: float) -> int:
        """Return the height of the lines in a width, both in px."""
        unbroken = self.unbroken
        lines = unbroken if width > unbroken.width else self.broken(width)
        return max(self._line_height, lines.height)


class TextBlock(QLabel):
    """A paragraph of plain text that wraps, as high as its lines.

    A label, so that assistive technology meets it as static text; painted here, since labels know
    no line height.
    """

    def __init__(
        self,
        text: str,
        look: Look,
        role: Role,
        token: str = "ink",
        *,
        weight: Weight | None = None,
        most_lines: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """Show a text in a role's font and a token's colour; 0 for `most_lines` shows all."""
        super().__init__(parent)
        self._font = look.font(role, weight)
        self._line_height = look.line_height(role)
        self._color = look.color(token)
        self._most = most_lines
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:
        self._wrapped = Wrapped(text, self._font, self._line_height, self._most)
        super().setText(text)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # A layout asks about its whole width, even where the maximum is less.
        return self._wrapped.height(min(width, self.maximumWidth()))

    def sizeHint(self) -> QSize:
        lines = self._wrapped.unbroken
        return QSize(int(lines.width) + 2, lines.height)

    def minimumSizeHint(self) -> QSize:
        return QSize(20, self._line_height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._color)
        lines = self._wrapped.broken(self.width())
        lines.draw(painter, 0, 0)
        if self._most:  # here: an override of `event` would run for each event
            self.setToolTip(plain_tooltip(self.text()) if lines.is_elided else "")
