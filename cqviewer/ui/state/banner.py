"""Banners: an error that stays until dismissed, or a notice of work done."""

from collections.abc import Callable
from functools import partial
from typing import Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QScrollArea, QWidget

from cqviewer.ui.state.announcing import CopiedText, announce
from cqviewer.ui.style.boxes import column, flatten, line, turn
from cqviewer.ui.style.buttons import link_button, quiet_button
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.text_block import TextBlock

Kind = Literal["error", "notice"]
_COLORS = {"error": ("error_background", "error"), "notice": ("tint", "accent")}


class Copying:
    """A handler that copies a text; a banner's link with such a handler then shows 'Copied'."""

    def __init__(self, text: str) -> None:
        """Store the text to copy."""
        self._text = text

    def __call__(self) -> None:
        """Copy the text."""
        QGuiApplication.clipboard().setText(self._text)


class _Body(QScrollArea):
    """The words and links of a banner; it scrolls where the window has no room for all of them."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._least = 3 * look.line_height("body")
        flatten(self)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        self.row = line(of=body, gap=look.px(16))
        self.setWidget(body)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setVerticalPolicy(policy.Policy.Preferred)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """Return the height of three lines, or of all where there are fewer."""
        return QSize(0, min(self._least, self.heightForWidth(self.width())))

    def heightForWidth(self, width: int) -> int:
        return self.row.totalHeightForWidth(width)


class Banner(QWidget):
    """A message: what happened, and links to what can be done."""

    dismissed = Signal()

    def __init__(
        self, title: str, text: str, look: Look, *, kind: Kind = "error", details: str = ""
    ) -> None:
        """Show a title and a text; `details` are shown on demand."""
        super().__init__()
        self._look = look
        self._kind = kind
        self.setAccessibleName(f"{title}. {text}".rstrip(". ") + ".")
        self._body = _Body(look)
        self._links = line(gap=look.px(16))
        self._title = TextBlock(title, look, "body", weight="bold")
        words = column(self._title, *([TextBlock(text, look, "body")] if text else []))
        self._body.row.addLayout(words, 1)
        self._body.row.addLayout(self._links)
        row = line(gap=look.px(16))
        row.addWidget(self._body, 1)
        close = quiet_button(self.tr("Dismiss"), "close", look, icon_only=True)
        close.clicked.connect(self.dismissed)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        around = (look.px(32), look.px(12), look.px(24), look.px(12))
        outer = column(row, of=self, gap=look.px(8), margins=around)
        self._details = QPlainTextEdit(details)
        if details:
            self._details.setReadOnly(True)
            self._details.setAccessibleName(self.tr("Details"))
            self._details.setFixedHeight(look.px(140))
            self._details.hide()
            self._more = self.add_link(self.tr("Show details"), self._on_more)
            outer.addWidget(self._details)

    def set_title(self, title: str) -> None:
        """Replace the title without a notification to screen readers."""
        self._title.setText(title)

    def add_link(self, text: str, handler: Callable[[], object]) -> QPushButton:
        """Add a link that calls a handler; returns the link."""
        button = link_button(text)
        if self._kind == "error":
            button.setObjectName("errorLink")
        button.clicked.connect(handler)
        if isinstance(handler, Copying):
            button.clicked.connect(partial(self._on_copied, button, CopiedText(button)))
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        self._links.addWidget(button, 0, top)
        return button

    def _on_copied(self, link: QPushButton, copied: CopiedText) -> None:
        link.setMinimumWidth(link.width())  # the links beside it stay
        copied.show()
        announce(link, link.text())

    def _on_more(self) -> None:
        is_shown = self._details.isHidden()
        self._details.setVisible(is_shown)
        text = self.tr("Hide details") if is_shown else self.tr("Show details")
        self._more.setText(text)
        self._more.setAccessibleName(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the links below the text, one per line, where they would take half of the width."""
        super().resizeEvent(event)
        links = self.findChildren(QPushButton)
        wanted = sum(one.sizeHint().width() + self._links.spacing() for one in links)
        for box in (self._body.row, self._links):
            turn(box, is_column=wanted > event.size().width() / 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground, bar = _COLORS[self._kind]
        painter.fillRect(self.rect(), self._look.color(ground))
        painter.fillRect(0, 0, self._look.px(4), self.height(), self._look.color(bar))
