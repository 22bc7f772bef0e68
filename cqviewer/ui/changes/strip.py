"""The strip below the tabs that counts the changes, with links that show or hide them."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cqviewer.ui.state.store import Store
from cqviewer.ui.style.boxes import line
from cqviewer.ui.style.buttons import link_button, quiet_button
from cqviewer.ui.style.heard import Heard
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.text_block import TextBlock

_HEIGHT, _RULE, _SIDE = 40, 4, 32


class ChangesStrip(QWidget):
    """Says that changes are marked; hidden without marks, beside the list, and once closed."""

    def __init__(self, store: Store, look: Look, parent: QWidget) -> None:
        """Count the changes of the store's sheet."""
        super().__init__(parent)
        self._store = store
        self._look = look
        self._text: TextBlock | None = None
        self.setFixedHeight(look.px(_HEIGHT))
        self.refresh()
        store.view_changed.connect(self.refresh)

    def _fill(self) -> TextBlock:
        """Make the text and the links, which most windows never show; return the text."""
        look = self._look
        block = self._text = TextBlock("", look, "body", weight="bold", most_lines=1)
        block.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        block.setFixedHeight(look.line_height("body"))
        margins = (look.px(_SIDE), 0, look.px(_SIDE), 0)
        layout = line(block, of=self, gap=look.px(16), margins=margins)
        layout.addStretch(1)
        for text, slot in (
            (self.tr("Show all"), self._store.show_changes),
            (self.tr("Hide the marks"), self._on_none),
        ):
            link = link_button(text)
            link.clicked.connect(slot)
            layout.addWidget(link)
        close = quiet_button(self.tr("Close; the marks stay"), "close", look, icon_only=True)
        close.clicked.connect(self._on_close)
        layout.addWidget(close)
        return block

    def heard(self) -> Heard:
        """Return a group named by its text."""
        return Heard("Grouping", self._text.text() if self._text else "")

    def refresh(self) -> None:
        """Update the text, and show or hide the strip."""
        shown = self._store.shown_changes
        if shown is not None:
            self._text = self._text or self._fill()
            self._text.setText(shown.strip)
        self.setVisible(shown is not None and self._store.view.changes == "marks")

    def _on_none(self) -> None:
        self._store.look(changes="")

    def _on_close(self) -> None:
        self._store.look(changes="bare")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.fillRect(self.rect(), look.color("tint"))
        painter.fillRect(0, 0, look.px(_RULE), self.height(), look.color("accent"))
