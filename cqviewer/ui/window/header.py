"""The header: the sheet's title and, in one line, where it comes from."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cqviewer.ui.state.store import Store
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.text_block import TextBlock

_MOST = 0.3  # of the window's height


class Header(QWidget):
    """Shows the title of the store's sheet, and its sources."""

    def __init__(self, store: Store, look: Look) -> None:
        """Show the sheet's title."""
        super().__init__()
        self.setObjectName("page")
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(32), look.px(16), look.px(32), look.px(6))
        layout.setSpacing(0)
        wording, sheet = store.wording, store.sheet
        layout.addWidget(TextBlock(wording.text(sheet.title), look, "title", most_lines=2))
        provenance = wording.provenance(sheet)
        layout.addWidget(TextBlock(provenance, look, "body", "ink3", most_lines=2))

    def fit(self, window: QSize) -> None:
        """Make way for the page where a large type in a small window would leave it no room.

        The title then stands in the window's own title bar alone.
        """
        wanted = self._layout.heightForWidth(window.width())
        self.setVisible(wanted <= window.height() * _MOST)
