"""The selected figure's value, large, at the top of the Source panel."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent

from cqviewer.model.facts import Indicator
from cqviewer.ui.page.value_line import ValueLine
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.heard import Heard
from cqviewer.ui.style.lines import Lines
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.selectable import SelectableText


class PanelValue(SelectableText):
    """A value fitted into one line; its text is what is shown, shortened or not."""

    def __init__(self, one: Indicator, store: Store, look: Look) -> None:
        """Show the latest value of a figure."""
        super().__init__()
        self._indicator = one
        self._wording = store.wording
        self._look = look
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumWidth(1)
        self._height = look.line_height("panel value")
        self.setFixedHeight(self._height)
        self._fit()

    def _fit(self) -> None:
        line = ValueLine(self._indicator, self._wording, self._look, self.width(), "panel value")
        self._lines = line.lines(self._height)
        if (text := " ".join(line.texts)) != self.text():
            self.setText(text)
            self.select_nothing()

    @property
    def lines(self) -> Lines:
        """Return the line that is shown."""
        return self._lines

    def heard(self) -> Heard:
        """Return the value in words; while there is a caret, the text that is shown."""
        spoken = self.text() if self.has_caret else self._wording.value(self._indicator)
        return Heard("StaticText", spoken, caret=self.caret or 0, letter=self.lines.letter_box)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.paint_lines(QPainter(self), self._look, self._look.color("ink"))
