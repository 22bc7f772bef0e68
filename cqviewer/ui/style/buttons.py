"""The design's buttons: quiet ones with an icon, the primary one, joined ones, links."""

import functools
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QCursor, QFontMetrics, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from cqviewer.ui.style.heard import Heard
from cqviewer.ui.style.look import Look

_GAP = 8
"""px between an icon and its text."""
_RING, _BESIDE_LINK = 2, 2
"""px of a link's border, and of its left padding, as in the style sheet."""
_OF_TOOL_BUTTONS, _OF_PUSH_BUTTONS = 2, 4
"""px that Qt puts between icon and text; there is no setting for it."""


class QuietButton(QToolButton):
    """A tool button with the design's distance between its icon and its text.

    Qt's style has no setting for that distance, so the icon is drawn with empty room beside it.
    """

    def __init__(self, look: Look) -> None:
        """Create a button without icon and text."""
        super().__init__()
        self._plain = QIcon()
        self._size = _icon_size(look)
        self._room = look.px(_GAP) - _OF_TOOL_BUTTONS
        self.other_text = ""
        """Another text that the button shows at times, and is wide enough for."""
        self.icon_name = ""
        """The name of the button's icon, drawn in the colours of each look; '' without one."""

    def wear(self, look: Look) -> None:
        """Use the colours of a look of the same zoom."""
        if self.icon_name:
            self.setIcon(look.icon(self.icon_name))

    def setIcon(self, icon: QIcon | QPixmap) -> None:
        other = icon if isinstance(icon, QIcon) else QIcon(icon)
        if other.cacheKey() != self._plain.cacheKey():
            self._plain = other
            self._put_icon()

    def setToolButtonStyle(self, style: Qt.ToolButtonStyle) -> None:
        if style != self.toolButtonStyle():
            super().setToolButtonStyle(style)
            self._put_icon()

    def _put_icon(self) -> None:
        icon, size = self._plain, self._size
        if self._has_both:
            size = self._size + QSize(self._room, 0)
            sides = self._size.width(), self._size.height(), size.width()
            icon = _followed_by_room(icon, *sides, self.devicePixelRatioF())
        self.setIconSize(size)
        super().setIcon(icon)

    @property
    def _has_both(self) -> bool:
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        return self.toolButtonStyle() == style and not self._plain.isNull()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        # Qt adds two blanks after the text of a button with an icon.
        spaces = metrics.horizontalAdvance("  ") if self._has_both else 0
        bolder = 0
        if self.isCheckable():
            font = self.font()
            font.setBold(True)
            text = self.text()
            wide = QFontMetrics(font).horizontalAdvance(text)
            bolder = wide - metrics.horizontalAdvance(text)
        if self._has_both and self.other_text:
            other, own = (
                metrics.size(Qt.TextFlag.TextShowMnemonic.value, one).width()  # as Qt measures
                for one in (self.other_text, self.text())
            )
            bolder += max(0, other - own)
        return super().sizeHint() + QSize(bolder - spaces, 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class ChoiceButton(QuietButton):
    """One of several buttons, exactly one of which is checked."""

    def heard(self) -> Heard:
        """Return a radio button."""
        return Heard("RadioButton", is_chosen=self.isChecked(), press=self.click)


@functools.lru_cache(maxsize=256)
def _followed_by_room(icon: QIcon, width: int, height: int, whole: int, ratio: float) -> QIcon:
    """Return an icon with empty room at its right: `whole` px wide instead of `width`."""
    made = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
        pixmap = QPixmap(QSize(whole, height) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        icon.paint(painter, QRect(0, 0, width, height), mode=mode)
        painter.end()
        made.addPixmap(pixmap, mode)
    return made


def joined_buttons(
    texts: Sequence[str], look: Look, height: int, parent: QWidget
) -> list[ChoiceButton]:
    """Return buttons that look joined, of a height in px of the design.

    Exactly one of them is checked.
    """
    group = QButtonGroup(parent)
    buttons = [ChoiceButton(look) for _ in texts]
    for button, text in zip(buttons, texts, strict=True):
        _dress(button, "segmentMiddle", text)
        button.setText(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setCheckable(True)
        button.setFixedHeight(look.px(height))
        group.addButton(button)
    group.buttonToggled.connect(functools.partial(_stop_at_chosen, buttons))
    buttons[0].setObjectName("segmentLeft")
    buttons[-1].setObjectName("segmentRight")
    return buttons


def _stop_at_chosen(buttons: Sequence[QToolButton], *_changed: object) -> None:
    """Make Tab stop at the checked button; Qt would stop at the one that had the focus last."""
    is_any = any(one.isChecked() for one in buttons)
    for one in buttons:
        is_stop = one.isChecked() or not is_any
        one.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_stop else Qt.FocusPolicy.NoFocus)


def quiet_button(text: str, icon: str, look: Look, *, icon_only: bool = False) -> QuietButton:
    """Return a button without a frame; with `icon_only` its text is shown as tooltip only."""
    button = QuietButton(look)
    _dress(button, "quiet", text)
    button.setText(text)
    button.icon_name = icon
    button.wear(look)
    button.setToolTip(text if icon_only else "")
    style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly if icon_only else style)
    return button


def primary_button(text: str, icon: str, look: Look) -> QPushButton:
    """Return a filled button, for the main action of a place."""
    button = QPushButton(text)
    _dress(button, "primary", text)
    size = _icon_size(look)
    wide = size + QSize(look.px(_GAP) - _OF_PUSH_BUTTONS, 0)
    sides = size.width(), size.height(), wide.width()
    plain = look.icon(icon, "on_accent")
    button.setIcon(_followed_by_room(plain, *sides, button.devicePixelRatioF()))
    button.setIconSize(wide)
    return button


def menu_button(text: str, icon: str, look: Look) -> QToolButton:
    """Return the filled button beside a primary one, which opens a menu of variants."""
    button = QToolButton()
    _dress(button, "primaryMenu", text)
    button.setIcon(look.icon(icon, "on_accent"))
    button.setToolTip(text)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button


def link_button(text: str) -> QPushButton:
    """Return a link of one line, whose text begins `link_inset` px from its left edge."""
    button = QPushButton(text.replace("&", "&&"))
    _dress(button, "link", text)
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return button


def attach_menu(button: QPushButton | QToolButton, menu: QMenu) -> None:
    """Attach a menu to a button, and update the button's hover state when the menu closes.

    Qt does not notify a button that the pointer has left it while its menu was open.
    """

    def on_closed() -> None:
        is_under = button.rect().contains(button.mapFromGlobal(QCursor.pos()))
        button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, is_under)
        button.update()

    button.setMenu(menu)
    menu.aboutToHide.connect(on_closed)


def pop_up(entries: Mapping[str, Callable[[], object]], place: QPoint, parent: QWidget) -> None:
    """Show a context menu at a place of the screen; `entries` maps its texts to their handlers."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for text, act in entries.items():
        menu.addAction(text).triggered.connect(act)
    if entries:
        menu.popup(place)


def _dress(button: QAbstractButton, name: str, text: str) -> None:
    """Set a button's name in the style sheet, its accessible name, and its cursor."""
    button.setObjectName(name)
    button.setAccessibleName(text)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click does not take the focus from the page
    button.setCursor(Qt.CursorShape.PointingHandCursor)


def link_inset(look: Look) -> int:
    """Return the px between a link's left edge and its text, to align it with other text."""
    return _RING + look.px(_BESIDE_LINK)


def _icon_size(look: Look) -> QSize:
    return QSize(look.px(16), look.px(16))
