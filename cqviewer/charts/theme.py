"""The colours of the themes and of print. No matplotlib: the window needs them first."""

from typing import Literal, get_args

import msgspec

from cqviewer.model.checking.contrast import contrast, lighter

_LIGHTER = 0.32  # of the way from `accent` to white stands `mid`
ThemeName = Literal["light", "dark", "high-contrast light", "high-contrast dark", "print"]


class Theme(msgspec.Struct, frozen=True, kw_only=True):
    """Colour tokens as '#RRGGBB'; what each is for stands beside it."""

    name: ThemeName
    page: str  # page, header, tabs
    chrome: str  # menu bar, tool bar
    panel: str  # Source panel, card under the pointer
    field: str  # inputs
    tint: str  # selection, checked, named goals
    hair: str  # hairlines, months not covered
    line: str  # input borders, dashes, hollow cells
    ink: str  # text, rules, focus ring
    ink2: str  # labels, subtitles
    ink3: str  # source lines, captions
    accent: str  # marks, links, selection, primary button
    accent_hover: str  # accent under the pointer
    mid: str  # marks without a period; never text
    rest: str  # the others beside what is highlighted; never text
    on_rest: str  # text on rest
    on_accent: str  # text on accent
    error: str  # text and bar of the banner
    error_background: str
    disabled: str  # disabled text

    @property
    def is_high_contrast(self) -> bool:
        """Return whether a frame stands for a tint, which has the page's colour here."""
        return self.name.startswith("high-contrast")


# In high contrast surfaces do not differ, so nothing can rest on them; `hair` lies in the middle
# between page and ink, since months that are not covered must stand out from both.
_COLOURS = {  # light, dark, light and dark in high contrast
    "page": ("#FDFCFA", "#14171A", "#FFFFFF", "#000000"),
    "chrome": ("#F3F1EC", "#1B1F23", "#FFFFFF", "#000000"),
    "panel": ("#F7F5F0", "#191D21", "#FFFFFF", "#000000"),
    "field": ("#FFFFFF", "#101316", "#FFFFFF", "#000000"),
    "tint": ("#E4EFF2", "#1A3038", "#FFFFFF", "#000000"),
    "hair": ("#E0DCD3", "#2E343A", "#767676", "#767676"),
    "line": ("#858077", "#79828B", "#4A4A4A", "#B8B8B8"),
    "ink": ("#1B1F24", "#ECEAE6", "#000000", "#FFFFFF"),
    "ink2": ("#454B53", "#C5C8CB", "#000000", "#FFFFFF"),
    "ink3": ("#62676E", "#A0A6AC", "#262626", "#E0E0E0"),
    "accent": ("#0B5A73", "#7FC8DC", "#003A52", "#86E4FF"),
    "accent_hover": ("#083F52", "#A9DCEA", "#00202E", "#C2F2FF"),
    "mid": ("#5A8DA1", "#4A889B", "#42768B", "#4A97AE"),
    "rest": ("#84898F", "#7E868E", "#555555", "#A6A6A6"),
    "on_rest": ("#1B1F24", "#14171A", "#FFFFFF", "#000000"),
    "on_accent": ("#FFFFFF", "#0B2630", "#FFFFFF", "#000000"),
    "error": ("#9A2A1D", "#F2A497", "#8A0F00", "#FFB3A7"),
    "error_background": ("#FBEBE7", "#3A1F1B", "#FFFFFF", "#000000"),
    "disabled": ("#A39E94", "#5C646B", "#5E5E5E", "#9A9A9A"),
}
LIGHT, DARK, HIGH_CONTRAST_LIGHT, HIGH_CONTRAST_DARK = (
    Theme(name=name, **{token: row[at] for token, row in _COLOURS.items()})
    for at, name in enumerate(get_args(ThemeName)[:4])
)
PRINT = msgspec.structs.replace(
    LIGHT,
    name="print",
    page="#FFFFFF",
    chrome="#FFFFFF",
    panel="#F5F3EE",
    hair="#D6D1C7",
    tint="#E8F1F4",
)


def with_accent(theme: Theme, accent: str | None) -> Theme:
    """Return a theme on white with a publisher's colour, and one like it for marks."""
    if accent is None:
        return theme
    shares = (_LIGHTER, 0.2, 0.1, 0.0)
    mid = next(one for at in shares if contrast(one := lighter(accent, at), theme.page) >= 3.0)
    return msgspec.structs.replace(theme, accent=accent, accent_hover=accent, mid=mid)


def theme_for(*, is_dark: bool, is_high_contrast: bool) -> Theme:
    """Return the theme of the screen for what reader or system ask for."""
    if is_high_contrast:
        return HIGH_CONTRAST_DARK if is_dark else HIGH_CONTRAST_LIGHT
    return DARK if is_dark else LIGHT
