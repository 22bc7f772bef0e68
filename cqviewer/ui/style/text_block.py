"""Selectable paragraphs of plain text in the design's fonts and line heights."""

from PySide6.QtCore import QLocale, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from cqviewer.ui.style.boxes import let_wrap
from cqviewer.ui.style.heard import Heard, RoleName
from cqviewer.ui.style.lines import Lines, Wrapped
from cqviewer.ui.style.look import Look, Role, Weight
from cqviewer.ui.style.selectable import SelectableText
from cqviewer.ui.style.tooltips import plain_tooltip

_LEVELS: dict[Role, int] = {"title": 1, "heading": 2, "name": 3}
"""Roles of headings, with their level."""


class TextBlock(SelectableText):
    """A paragraph of plain text that wraps, as high as its lines.

    It is a QLabel, so that assistive technology treats it as static text, but it paints itself,
    since a QLabel has no line height.
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
    ) -> None:
        """Show a text in a role's font and a token's colour; 0 for `most_lines` shows all."""
        super().__init__()
        self._font = look.font(role, weight)
        self._line_height = look.line_height(role)
        self._token = token
        self._level = _LEVELS.get(role, 0)
        self.is_heading = bool(self._level)
        self.spoken: str | None = None
        """What is read out instead of the text; '' for nothing, None for the text itself."""
        self._most = most_lines
        self.wear(look)
        self._query = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        let_wrap(self, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def wear(self, look: Look) -> None:
        """Change to the colours of a look of the same size and language."""
        self._look = look
        self._color = look.color(self._token)
        self.update()

    def heard(self) -> Heard:
        """Return a paragraph, or a heading with its level."""
        text = self.text() if self.spoken is None else self.spoken
        before = max(0, len(text) - len(self.text()))  # a caption that is read out before the text

        def letter(place: int) -> QRect:
            return self.lines.letter_box(max(0, place - before))

        role: RoleName = "Heading" if self._level else "StaticText"
        caret = before + (self.caret or 0)
        return Heard(role, text, level=self._level, caret=caret, letter=letter)

    def setText(self, text: str) -> None:
        self._wrapped = Wrapped(text, self._font, self._line_height, self._most)
        super().setText(text)
        self.select_nothing()

    def mark(self, query: str) -> None:
        """Highlight the words of a search query."""
        if query != self._query:
            self._query = query
            self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # A layout passes its whole width, even where the maximum is less.
        return self._wrapped.height(min(width, self.maximumWidth()))

    def sizeHint(self) -> QSize:
        lines = self._wrapped.unbroken
        return QSize(int(lines.width) + 2, lines.height)

    def minimumSizeHint(self) -> QSize:
        return QSize(20, self._line_height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        lines = self.lines
        if self._query:
            lines.paint_found(painter, 0, 0, self._query, self._look)
        self.paint_lines(painter, self._look, self._color)
        if self._most:  # here, not in an override of `event`, which would run for each event
            self.setToolTip(plain_tooltip(self.text()) if lines.elided else "")

    @property
    def lines(self) -> Lines:
        """Return the lines at the present width."""
        return self._wrapped.broken(self.width())


def own_words(
    text: str, look: Look, role: Role, token: str = "ink", *, weight: Weight | None = None
) -> TextBlock:
    """Return a paragraph in the language of the window, among texts in that of the sheet."""
    block = TextBlock(text, look, role, token, weight=weight)
    block.setLocale(QLocale())
    return block
