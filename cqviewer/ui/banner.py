"""Banners below the tabs: an error that stays until dismissed, or a notice of work done."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from cqviewer.ui.buttons import link_button, quiet_button
from cqviewer.ui.look import Look
from cqviewer.ui.text_block import TextBlock

Kind = Literal["error", "notice"]
_COLORS = {"error": ("error_background", "error"), "notice": ("tint", "accent")}


class Banner(QWidget):
    """A message over the full width: what happened, and links to what can be done."""

    dismissed = Signal()

    def __init__(
        self, title: str, text: str, look: Look, *, kind: Kind = "error", details: str = ""
    ) -> None:
        """Say a title and a text; `details` are shown on demand."""
        super().__init__()
        self._look = look
        self._kind = kind
        self.setAccessibleName(f"{title}. {text}".rstrip(". ") + ".")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(look.px(32), look.px(12), look.px(24), look.px(12))
        outer.setSpacing(look.px(8))
        self._row = QHBoxLayout()
        self._row.setSpacing(look.px(16))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(TextBlock(title, look, "body", weight="bold"))
        if text:
            words.addWidget(TextBlock(text, look, "body"))
        self._row.addLayout(words, 1)
        close = quiet_button(self.tr("Dismiss"), "close", look, icon_only=True)
        close.clicked.connect(self.dismissed)
        self._row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(self._row)
        self._details = QPlainTextEdit(details)
        if details:
            self._details.setReadOnly(True)
            self._details.setAccessibleName(self.tr("Details"))
            self._details.setFixedHeight(look.px(140))
            self._details.hide()
            self._toggle = self.add_link(self.tr("Show details"), self._on_toggle)
            outer.addWidget(self._details)

    def add_link(self, text: str, handler: Callable[[], object]) -> QWidget:
        """Add something that can be done, before the button that dismisses."""
        button = link_button(text)
        if self._kind == "error":
            button.setObjectName("errorLink")
        button.clicked.connect(handler)
        self._row.insertWidget(self._row.count() - 1, button, 0, Qt.AlignmentFlag.AlignTop)
        return button

    def _on_toggle(self) -> None:
        self._details.setVisible(self._details.isHidden())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the bar at the left."""
        painter = QPainter(self)
        ground, bar = _COLORS[self._kind]
        painter.fillRect(self.rect(), self._look.color(ground))
        painter.fillRect(0, 0, self._look.px(4), self.height(), self._look.color(bar))
