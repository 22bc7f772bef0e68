"""The colours of the themes and of print. No matplotlib: the window needs them first."""

from typing import Literal

import msgspec

from cqviewer.model.contrast import contrast, lighter

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


LIGHT = Theme(
    name="light",
    page="#FDFCFA",
    chrome="#F3F1EC",
    panel="#F7F5F0",
    field="#FFFFFF",
    tint="#E4EFF2",
    hair="#E0DCD3",
    line="#858077",
    ink="#1B1F24",
    ink2="#454B53",
    ink3="#62676E",
    accent="#0B5A73",
    accent_hover="#083F52",
    mid="#5A8DA1",
    rest="#84898F",
    on_rest="#1B1F24",
    on_accent="#FFFFFF",
    error="#9A2A1D",
    error_background="#FBEBE7",
    disabled="#A39E94",
)
DARK = Theme(
    name="dark",
    page="#14171A",
    chrome="#1B1F23",
    panel="#191D21",
    field="#101316",
    tint="#1A3038",
    hair="#2E343A",
    line="#79828B",
    ink="#ECEAE6",
    ink2="#C5C8CB",
    ink3="#A0A6AC",
    accent="#7FC8DC",
    accent_hover="#A9DCEA",
    mid="#4A889B",
    rest="#7E868E",
    on_rest="#14171A",
    on_accent="#0B2630",
    error="#F2A497",
    error_background="#3A1F1B",
    disabled="#5C646B",
)
# Surfaces do not differ here, so nothing can rest on them. `hair` lies in the middle between page
# and ink, since months that are not covered must stand out from both.
HIGH_CONTRAST_LIGHT = Theme(
    name="high-contrast light",
    page="#FFFFFF",
    chrome="#FFFFFF",
    panel="#FFFFFF",
    field="#FFFFFF",
    tint="#FFFFFF",
    hair="#767676",
    line="#4A4A4A",
    ink="#000000",
    ink2="#000000",
    ink3="#262626",
    accent="#003A52",
    accent_hover="#00202E",
    mid="#42768B",
    rest="#555555",
    on_rest="#FFFFFF",
    on_accent="#FFFFFF",
    error="#8A0F00",
    error_background="#FFFFFF",
    disabled="#5E5E5E",
)
HIGH_CONTRAST_DARK = Theme(
    name="high-contrast dark",
    page="#000000",
    chrome="#000000",
    panel="#000000",
    field="#000000",
    tint="#000000",
    hair="#767676",
    line="#B8B8B8",
    ink="#FFFFFF",
    ink2="#FFFFFF",
    ink3="#E0E0E0",
    accent="#86E4FF",
    accent_hover="#C2F2FF",
    mid="#4A97AE",
    rest="#A6A6A6",
    on_rest="#000000",
    on_accent="#000000",
    error="#FFB3A7",
    error_background="#000000",
    disabled="#9A9A9A",
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
