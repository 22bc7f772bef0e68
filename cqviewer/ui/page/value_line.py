"""A value on one line: 'about' and the unit small beside the number, shrunk where room is short."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout

from cqviewer.model.facts import Indicator
from cqviewer.model.text import Text
from cqviewer.model.wording.marks import bracketed
from cqviewer.model.wording.wording import Wording
from cqviewer.model.wording.wording_values import ValueParts
from cqviewer.ui.style.lines import Lines, units
from cqviewer.ui.style.look import Look, Role

_GAP, _SMALL, _SMALLEST, _SMALLEST_UNIT, _MISSING = 7, 20, 14, 12, 20
_LEAST_OF_UNIT = 40
"""Least px for an elided unit; with less room the number is made smaller first."""


class ValueLine:
    """An indicator's latest value, fitted into a width in px."""

    def __init__(
        self,
        indicator: Indicator,
        wording: Wording,
        look: Look,
        room: float,
        role: Role = "value",
        label: Text | None = None,
        *,
        has_unit: bool = True,
        is_whole: bool = False,
    ) -> None:
        """Choose the short unit, then smaller type, then cut the unit, until the value fits.

        A number that is still too long ends in '…', since a cut-off number would read as another
        one.
        Without `has_unit` the unit is left out; with `is_whole` nothing is shortened.
        """
        self._look = look
        self.is_cut = False
        """Whether the unit or the number had to be cut."""
        self._is_missing = not indicator.latest.is_known
        self._marks = "" if self._is_missing else bracketed(indicator.latest)
        self.parts = wording.parts(indicator, label=label)
        """The parts that are shown."""
        self._number_font = look.font("lead" if self._is_missing else role)
        if self._is_missing:
            self._number_font.setPixelSize(look.px(_MISSING))
        self._small_font = look.font("unit")
        if not has_unit:
            self.parts = ValueParts(self.parts.about, self.parts.number, "")
        if is_whole or self.width <= room:
            return
        if has_unit:
            self.parts = wording.parts(indicator, short=True, label=label)
        self._shrink(room, look.px(_SMALL))
        if self.width > room and not self._cut_unit(room, look.px(_LEAST_OF_UNIT)):
            self._shrink(room, look.px(_SMALLEST))
            if not self._cut_unit(room, 0):
                self._cut_number(room)

    def _shrink(self, room: float, smallest: int) -> None:
        """Make the type smaller until the value fits, or the number is as small as allowed."""
        while self.width > room and self._number_font.pixelSize() > smallest:
            self._number_font.setPixelSize(self._number_font.pixelSize() - 1)
            smaller = max(self._look.px(_SMALLEST_UNIT), self._small_font.pixelSize() - 1)
            self._small_font.setPixelSize(smaller)

    def _cut_unit(self, room: float, least: int) -> bool:
        """Elide the unit where it has `least` px of room; return whether the value fits now."""
        metrics = QFontMetricsF(self._small_font)
        left = room - (self.width - metrics.horizontalAdvance(self.parts.unit))
        if not self.parts.unit or left < least:
            return self.width <= room
        unit = metrics.elidedText(self.parts.unit, Qt.TextElideMode.ElideRight, left)
        self.is_cut = self.is_cut or unit != self.parts.unit
        self.parts = ValueParts(self.parts.about, self.parts.number, unit)
        return True

    def _cut_number(self, room: float) -> None:
        """Elide the number, and leave its unit out."""
        metrics = QFontMetricsF(self._number_font)
        number = f"{self.parts.number}…" if self.parts.unit else self.parts.number
        self.parts = ValueParts(self.parts.about, number, "")
        left = room - (self.width - metrics.horizontalAdvance(number))
        number = metrics.elidedText(number, Qt.TextElideMode.ElideRight, left)
        self.parts = ValueParts(self.parts.about, number, "")
        self.is_cut = True

    @property
    def texts(self) -> list[str]:
        """Return the texts on the line, from left to right."""
        return [text for text, _, _ in self._runs()]

    @property
    def width(self) -> float:
        """Return the width of all parts in px."""
        runs = self._runs()
        gaps = max(0, len(runs) - 1) * self._look.px(_GAP)
        return gaps + sum(QFontMetricsF(font).horizontalAdvance(text) for text, font, _ in runs)

    def _runs(self) -> list[tuple[str, QFont, str]]:
        number = "ink3" if self._is_missing else "ink"
        runs = (
            (self.parts.about, self._small_font, "ink2"),
            (self.parts.number, self._number_font, number),
            (self.parts.unit, self._small_font, "ink2"),
            (self._marks, self._look.font("caption"), "ink2"),
        )
        return [run for run in runs if run[0]]

    def lines(self, height: int) -> Lines:
        """Return the parts as one line of text of a height in px, separated by blanks."""
        formats: list[QTextLayout.FormatRange] = []
        start = 0
        for text, font, token in self._runs():
            blank = QFont(font)
            wide = self._look.px(_GAP) - QFontMetricsF(font).horizontalAdvance(" ")
            blank.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, wide)
            for length, its_font in ((units(text), font), (1, blank)):
                one = QTextLayout.FormatRange()
                one.start, one.length = start, length
                one.format.setFont(its_font)
                one.format.setForeground(self._look.color(token))
                formats.append(one)
                start += length
        whole = " ".join(self.texts)
        return Lines(whole, self._number_font, height, self.width + 1, formats=formats)

    def draw(self, painter: QPainter, x: float, baseline: float) -> None:
        """Paint the parts from x on, on a baseline."""
        for text, font, token in self._runs():
            painter.setFont(font)
            painter.setPen(self._look.color(token))
            painter.drawText(QPointF(x, baseline), text)
            x += QFontMetricsF(font).horizontalAdvance(text) + self._look.px(_GAP)
