"""The scroll area around the rows of the Source panel."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea

from cqviewer.ui.state.scroll_place import scroll_by
from cqviewer.ui.style.boxes import flatten
from cqviewer.ui.style.look import Look

SIDE, _WIDEST = 20, 560  # px of the design: beside the rows, and their greatest width


class PanelScroll(QScrollArea):
    """A scroll area whose scroll bar stands in the right margin, so that rows keep their width."""

    def __init__(self, look: Look) -> None:
        """Create the area without content."""
        super().__init__()
        self._look = look
        self.margin = look.px(SIDE)
        self.setObjectName("panelScroll")
        flatten(self)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not scroll_by(self, event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        body = self.widget()
        layout = body.layout() if body is not None else None
        if layout is not None:
            bar = self.width() - event.size().width()
            self.margin = max(0, right_margin(self._look, self.width()) - bar)
            margins = layout.contentsMargins()
            margins.setRight(self.margin)
            layout.setContentsMargins(margins)


def right_margin(look: Look, width: int) -> int:
    """Return the px at the right of the content of a panel of a width."""
    return look.px(SIDE) + max(0, width - look.px(_WIDEST))
