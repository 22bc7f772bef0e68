"""Buttons and links as the design has them: quiet ones with an icon, the primary one, links."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton

from cqviewer.ui.look import Look


def quiet_button(text: str, icon: str, look: Look, *, icon_only: bool = False) -> QToolButton:
    """Make a button without a frame; with only an icon, its text is its tooltip and its name."""
    button = QToolButton()
    button.setObjectName("quiet")
    button.setText(text)
    button.setIcon(look.icon(icon))
    button.setIconSize(_icon_size(look))
    button.setToolTip(text if icon_only else "")
    button.setAccessibleName(text)
    style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly if icon_only else style)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


def primary_button(text: str, icon: str, look: Look) -> QPushButton:
    """Make the one filled button of a place."""
    button = QPushButton(text)
    button.setObjectName("primary")
    button.setIcon(look.icon(icon, "on_accent"))
    button.setIconSize(_icon_size(look))
    button.setAccessibleName(text)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


def menu_button(text: str, icon: str, look: Look) -> QToolButton:
    """Make the filled button beside a primary one that opens a menu of its other forms."""
    button = QToolButton()
    button.setObjectName("primaryMenu")
    button.setIcon(look.icon(icon, "on_accent"))
    button.setToolTip(text)
    button.setAccessibleName(text)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


def link_button(text: str) -> QPushButton:
    """Make a link of one line: accent text."""
    button = QPushButton(text.replace("&", "&&"))
    button.setObjectName("link")
    button.setAccessibleName(text)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return button


def _icon_size(look: Look) -> QSize:
    return QSize(look.px(16), look.px(16))
