"""What is shown in place of the page when nothing was found."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cqviewer.ui.style.boxes import column
from cqviewer.ui.style.buttons import link_button, link_inset
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.text_block import TextBlock

_WIDEST = 480


class EmptySearch(QWidget):
    """Says what was not found and what is searched, and offers to clear the search."""

    def __init__(self, look: Look) -> None:
        """Create the widget; `set_text` must be called before it is shown."""
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = TextBlock("", look, "heading", most_lines=3)
        covered = self.tr(
            "The search covers names, values, periods, statements, goals and sources"
            " of this sheet, in English and Chinese."
        )
        self.clear = link_button(self.tr("Clear the search"))
        parts = (self._title, TextBlock(covered, look, "body", "ink2"))
        for part in parts:
            part.setMaximumWidth(look.px(_WIDEST))
        inset, gap = link_inset(look), look.px(8)
        words = column(*parts, gap=gap, margins=(inset, 0, 0, 0))
        around = (look.px(32) - inset, look.px(28), look.px(32), look.px(28))
        column(words, self.clear, of=self, gap=gap, margins=around).addStretch(1)

    @property
    def title(self) -> str:
        """Return the sentence that says what was not found."""
        return self._title.text()

    def set_text(self, text: str) -> None:
        """Show that a text was not found."""
        self._title.setText(self.tr("No figure or statement matches ‘{text}’").format(text=text))
        self.setAccessibleName(self._title.text())
