"""The window's style sheet, filled with a theme's colours and a zoom's sizes."""

import re
from functools import lru_cache

from PySide6.QtCore import QChildEvent, QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from cqviewer.charts.theme import Theme
from cqviewer.model.text import Language
from cqviewer.paths import resources_folder
from cqviewer.ui.style.look import Look, families_of

_SLOT = re.compile(r"\{\{(?:(\d+)px|glyph (\w+)|(\w+))\}\}")


def style_sheet(look: Look) -> str:
    """Return the bundled style sheet with the colours and sizes of a look."""
    return _filled(look.theme, look.zoom, look.language, *families_of(look.language))


@lru_cache(maxsize=8)  # the reader goes from theme to theme and back
def _filled(theme: Theme, zoom: float, language: Language, *families: str) -> str:
    look = Look(theme, zoom, language)
    text = (resources_folder() / "style.qss").read_text("utf-8")
    if theme.is_high_contrast:
        text += (resources_folder() / "style-high-contrast.qss").read_text("utf-8")

    def fill(match: re.Match[str]) -> str:
        length, glyph, token = match.groups()
        if length:
            return f"{look.px(int(length))}px"
        if token == "families":
            return ", ".join(f'"{one}"' for one in families)
        return _glyph(glyph, look) if glyph else look.color(token).name()

    return _SLOT.sub(fill, text)


def _glyph(name: str, look: Look) -> str:
    """Return the URL of a picture, as style sheets refer to it.

    A style sheet cannot colour pictures, so each exists for light and for dark themes.
    """
    shade = "dark" if look.color("page").lightness() < look.color("ink").lightness() else "light"
    file = resources_folder() / "icons" / "glyphs" / f"{name}-{shade}.svg"
    return f'url("{file.as_posix()}")'


class DressedWindow(QMainWindow):
    """A window that sets its style sheet on each part instead of on itself.

    When the window's own style sheet changed, Qt would also restyle parts about to be deleted.
    """

    sheet = ""
    """The style sheet to be set on the parts of the window."""

    def dress(self, look: Look) -> None:
        """Apply the colours and sizes of a look to menus, dialogs and native parts.

        The parts of the window itself are rebuilt by their owner, with `sheet`.
        """
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(palette(look))
        self.sheet = style_sheet(look)
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        for part in self.findChildren(QWidget, options=direct):
            is_lasting = part.isWindow() or part is self.menuBar()
            if is_lasting and part.styleSheet() != self.sheet:
                part.setStyleSheet(self.sheet)

    def childEvent(self, event: QChildEvent) -> None:
        """Set the style sheet of a dialog or menu before it is first shown."""
        super().childEvent(event)
        if event.type() == QEvent.Type.ChildPolished:
            part = event.child()
            if isinstance(part, QWidget) and not part.styleSheet():
                part.setStyleSheet(self.sheet)


def palette(look: Look) -> QPalette:
    """Return the palette of native parts such as dialogs and menus."""
    made = QPalette()
    for role, token in {
        QPalette.ColorRole.Window: "page",
        QPalette.ColorRole.WindowText: "ink",
        QPalette.ColorRole.Base: "field",
        QPalette.ColorRole.AlternateBase: "panel",
        QPalette.ColorRole.Text: "ink",
        QPalette.ColorRole.PlaceholderText: "ink3",
        QPalette.ColorRole.Button: "chrome",
        QPalette.ColorRole.ButtonText: "ink",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "on_accent",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.ToolTipBase: "ink",
        QPalette.ColorRole.ToolTipText: "page",
    }.items():
        made.setColor(role, look.color(token))
    disabled = QPalette.ColorGroup.Disabled
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
    ):
        made.setColor(disabled, role, look.color("disabled"))
    return made
