"""What the page's place shows when nothing was found."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cqviewer.ui.style.buttons import link_button, link_inset
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.text_block import TextBlock

_WIDEST = 480


class EmptySearch(QWidget):
    """Says what was looked for in vain, what is searched, and offers to clear the search."""

    def __init__(self, look: Look) -> None:
        """Show the state for an empty text; `set_text` names what was looked for."""
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(self)
        inset = link_inset(look)
        layout.setContentsMargins(look.px(32) - inset, look.px(28), look.px(32), look.px(28))
        layout.setSpacing(look.px(8))
        words = QVBoxLayout()
        words.setContentsMargins(inset, 0, 0, 0)
        words.setSpacing(look.px(8))
        self._title = TextBlock("", look, "heading", most_lines=3)
        covered = self.tr(
            "The search covers names, values, periods, statements, goals and sources"
            " of this sheet, in English and Chinese."
        )
        self.clear = link_button(self.tr("Clear the search"))
        for part in (self._title, TextBlock(covered, look, "body", "ink2")):
            part.setMaximumWidth(look.px(_WIDEST))
            words.addWidget(part)
        layout.addLayout(words)
        layout.addWidget(self.clear)
        layout.addStretch(1)

    @property
    def title(self) -> str:
        """Return the sentence that says what was looked for."""
        return self._title.text()

    def set_text(self, text: str) -> None:
        """Show that a text was not found."""
        self._title.setText(self.tr("No figure or statement matches ‘{text}’").format(text=text))
        self.setAccessibleName(self._title.text())
