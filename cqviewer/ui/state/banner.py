"""Banners: an error that stays until dismissed, or a notice of work done."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cqviewer.ui.state.announcing import announce
from cqviewer.ui.state.timers import single_shot
from cqviewer.ui.style.buttons import link_button, quiet_button
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.text_block import TextBlock

COPIED_MS = 2000
Kind = Literal["error", "notice"]
_COLORS = {"error": ("error_background", "error"), "notice": ("tint", "accent")}


class Copying:
    """Puts a text on the clipboard; a banner's link that does so says that it has."""

    def __init__(self, text: str) -> None:
        """Copy this text at each call."""
        self._text = text

    def __call__(self) -> None:
        """Copy the text."""
        QGuiApplication.clipboard().setText(self._text)


class _SaysCopied(QObject):
    """Lets a link say for two seconds that it has copied; it goes when the link goes."""

    def __init__(self, link: QPushButton) -> None:
        super().__init__(link)
        self._link = link
        self._text = link.text()
        self._over = single_shot(self, COPIED_MS, self._on_over)
        link.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self._link.setMinimumWidth(self._link.width())  # the links beside it stay
        copied = QCoreApplication.translate("Banner", "Copied")
        _name(self._link, copied)
        announce(self._link, copied)
        self._over.start()

    def _on_over(self) -> None:
        _name(self._link, self._text)


def _name(link: QPushButton, text: str) -> None:
    link.setText(text)
    link.setAccessibleName(text)


class _Body(QScrollArea):
    """As high as what it shows; where the window has no room for that, it scrolls."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._least = 3 * look.line_height("body")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body = QWidget()
        self.ways = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.body)
        self.ways.setContentsMargins(0, 0, 0, 0)
        self.ways.setSpacing(look.px(16))
        self.setWidget(self.body)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setVerticalPolicy(policy.Policy.Preferred)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """Return some lines, or all where these are fewer."""
        return QSize(0, min(self._least, self.heightForWidth(self.width())))

    def heightForWidth(self, width: int) -> int:
        return self.ways.totalHeightForWidth(width)


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
        outer = QVBoxLayout(self)
        outer.setContentsMargins(look.px(32), look.px(12), look.px(24), look.px(12))
        outer.setSpacing(look.px(8))
        row = QHBoxLayout()
        row.setSpacing(look.px(16))
        self._body = _Body(look)
        self._links = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._links.setSpacing(look.px(16))
        words = QVBoxLayout()
        words.setSpacing(0)
        self._title = TextBlock(title, look, "body", weight="bold")
        words.addWidget(self._title)
        if text:
            words.addWidget(TextBlock(text, look, "body"))
        self._body.ways.addLayout(words, 1)
        self._body.ways.addLayout(self._links)
        row.addWidget(self._body, 1)
        close = quiet_button(self.tr("Dismiss"), "close", look, icon_only=True)
        close.clicked.connect(self.dismissed)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(row)
        self._details = QPlainTextEdit(details)
        if details:
            self._details.setReadOnly(True)
            self._details.setAccessibleName(self.tr("Details"))
            self._details.setFixedHeight(look.px(140))
            self._details.hide()
            self._more = self.add_link(self.tr("Show details"), self._on_more)
            outer.addWidget(self._details)

    def set_title(self, title: str) -> None:
        """Replace the title, which screen readers are not told of."""
        self._title.setText(title)

    def add_link(self, text: str, handler: Callable[[], object]) -> QPushButton:
        """Add something that can be done, before the button that dismisses."""
        button = link_button(text)
        if self._kind == "error":
            button.setObjectName("errorLink")
        button.clicked.connect(handler)
        if isinstance(handler, Copying):
            _SaysCopied(button)
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        self._links.addWidget(button, 0, top)
        return button

    def _on_more(self) -> None:
        is_shown = self._details.isHidden()
        self._details.setVisible(is_shown)
        _name(self._more, self.tr("Hide details") if is_shown else self.tr("Show details"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the links below the words where they would take half of the width, each in a line."""
        super().resizeEvent(event)
        links = self.findChildren(QPushButton)
        wanted = sum(one.sizeHint().width() + self._links.spacing() for one in links)
        ways = QBoxLayout.Direction
        way = ways.TopToBottom if wanted > event.size().width() / 2 else ways.LeftToRight
        self._body.ways.setDirection(way)
        self._links.setDirection(way)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground, bar = _COLORS[self._kind]
        painter.fillRect(self.rect(), self._look.color(ground))
        painter.fillRect(0, 0, self._look.px(4), self.height(), self._look.color(bar))
