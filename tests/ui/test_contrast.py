"""Colours that are seen against each other differ enough, also for those who see fewer of them."""

import re

import pytest

from cqviewer.charts.theme import (
    DARK,
    HIGH_CONTRAST_DARK,
    HIGH_CONTRAST_LIGHT,
    LIGHT,
    PRINT,
    Theme,
    theme_for,
)
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.style import style_sheet

TEXT, MARK = 4.5, 3.0  # WCAG 2.2, success criteria 1.4.3 and 1.4.11
HIGH_TEXT, HIGH_MARK = 7.0, 4.5  # criterion 1.4.6, and the same step further for marks

HIGH = [HIGH_CONTRAST_LIGHT, HIGH_CONTRAST_DARK]
NORMAL_THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT], ids=lambda one: one.name)
HIGH_THEMES = pytest.mark.parametrize("theme", HIGH, ids=lambda one: one.name)
SCREENS = pytest.mark.parametrize("theme", [LIGHT, DARK, *HIGH], ids=lambda one: one.name)
THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT, *HIGH], ids=lambda one: one.name)
_SURFACES = ("page", "panel", "chrome", "tint", "field")
TEXT_PAIRS = [
    *((ink, surface) for ink in ("ink", "ink2", "ink3", "accent") for surface in _SURFACES),
    *(("accent_hover", surface) for surface in _SURFACES),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_rest", "rest"),
    ("error", "error_background"),
    ("ink", "error_background"),
    ("page", "ink"),  # tooltips
]
POINTED_AT = [("ink", "hair"), ("ink2", "hair")]  # a button; a frame instead in high contrast
MARK_PAIRS = [
    *(
        (mark, surface)
        for mark in ("mid", "rest", "line", "accent", "ink")
        for surface in _SURFACES
    ),
    ("ink2", "hair"),  # a covered month beside one that is not
    ("error", "page"),
]
FINE_LINES = [*(("hair", surface) for surface in _SURFACES), ("disabled", "page")]
# Machado, Oliveira and Fernandes 2009, "A physiologically-based model for simulation of color
# vision deficiency", severity 1.0; for linear RGB.
_DEFICIENCIES = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216),
               (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413),
               (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602),
               (0.004733, 0.691367, 0.303900)),
}  # fmt: skip
STATED_AGAINST_MUTED = 2.0  # luminance alone tells them apart; the period is also written beside

Color = tuple[float, float, float]


def linear(color: str) -> Color:
    """Turn '#RRGGBB' into linear RGB, 0 to 1 (IEC 61966-2-1)."""
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _linear(red), _linear(green), _linear(blue)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def luminance(color: Color) -> float:
    """Return the relative luminance of a linear colour (WCAG 2)."""
    return 0.2126 * color[0] + 0.7152 * color[1] + 0.0722 * color[2]


def contrast(first: Color, second: Color) -> float:
    """Return the contrast ratio of two linear colours, 1 to 21 (WCAG 2)."""
    dark, bright = sorted((luminance(first), luminance(second)))
    return (bright + 0.05) / (dark + 0.05)


def seen_with(deficiency: str, color: Color) -> Color:
    """Simulate how a linear colour is seen with a deficiency."""
    rows = _DEFICIENCIES[deficiency]
    red, green, blue = (
        min(1.0, max(0.0, sum(weight * part for weight, part in zip(row, color, strict=True))))
        for row in rows
    )
    return red, green, blue


def token(theme: Theme, name: str) -> Color:
    """Return a token of a theme as a linear colour."""
    return linear(str(getattr(theme, name)))


def test_the_formulas_give_the_known_values() -> None:
    black, white, grey = linear("#000000"), linear("#FFFFFF"), linear("#767676")
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(grey, white) == pytest.approx(4.54, abs=0.005)
    assert seen_with("deutan", white) == pytest.approx(white, abs=0.001)


@NORMAL_THEMES
@pytest.mark.parametrize(("text", "surface"), TEXT_PAIRS + POINTED_AT)
def test_text_stands_out(theme: Theme, text: str, surface: str) -> None:
    assert contrast(token(theme, text), token(theme, surface)) >= TEXT


@NORMAL_THEMES
@pytest.mark.parametrize(("mark", "surface"), MARK_PAIRS)
def test_marks_stand_out(theme: Theme, mark: str, surface: str) -> None:
    assert contrast(token(theme, mark), token(theme, surface)) >= MARK


@HIGH_THEMES
@pytest.mark.parametrize(("text", "surface"), TEXT_PAIRS)
def test_text_stands_out_more_in_high_contrast(theme: Theme, text: str, surface: str) -> None:
    assert contrast(token(theme, text), token(theme, surface)) >= HIGH_TEXT


@HIGH_THEMES
@pytest.mark.parametrize(("mark", "surface"), MARK_PAIRS + FINE_LINES)
def test_marks_and_hairlines_stand_out_more_in_high_contrast(
    theme: Theme, mark: str, surface: str
) -> None:
    assert contrast(token(theme, mark), token(theme, surface)) >= HIGH_MARK


@HIGH_THEMES
def test_in_high_contrast_no_surface_differs_from_another(theme: Theme) -> None:
    # What other themes tint is framed there; a tint that could be overlooked is not used at all.
    assert theme.is_high_contrast
    assert {str(getattr(theme, name)) for name in (*_SURFACES, "error_background")} == {theme.page}


def declared(look: Look, selector: str) -> dict[str, str]:
    """Return what the style sheet says last of a selector, property by property."""
    rules = re.findall(r"^([^{}\n]+) \{ (.*) \}$", style_sheet(look), re.MULTILINE)
    found: dict[str, str] = {}
    for selectors, body in rules:
        if selector in selectors.split(", "):
            found.update(one.split(": ", 1) for one in body.rstrip(";").split("; "))
    assert found, selector
    return found


STATES = [  # what alone shows a state or a part, and what lies around it
    ("QScrollBar::handle:vertical", "background", "page"),
    ("QScrollBar::handle:vertical", "background", "panel"),
    ("QScrollBar::handle:vertical:hover", "background", "page"),
    ("QScrollBar::handle:horizontal", "background", "page"),
    ("QLineEdit", "selection-background-color", "field"),
    ("QPlainTextEdit", "selection-background-color", "field"),
    ("QComboBox QAbstractItemView", "selection-background-color", "field"),
    ("QTableWidget::item:selected", "background", "page"),
    ("QToolButton:focus", "border-color", "chrome"),
    ("QPushButton#link:focus", "border-color", "panel"),
    ("QCheckBox::indicator", "border", "page"),
    ("QCheckBox::indicator:checked", "background", "page"),
    ("QLineEdit", "border", "chrome"),
    ("QProgressBar::chunk", "background", "page"),
]


@SCREENS
@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("selector", "what", "surface"), STATES)
def test_what_shows_a_state_stands_out(
    theme: Theme, selector: str, what: str, surface: str
) -> None:
    color = declared(Look(theme), selector)[what].rpartition(" ")[2]
    assert contrast(linear(color), token(theme, surface)) >= MARK


@SCREENS
@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("selector", "what"),
    [("QMenuBar::item:selected", "border-color"), ("QMenu::item:selected", "border-left-color")],
)
def test_the_item_of_a_menu_that_the_keyboard_is_on_stands_out(
    theme: Theme, selector: str, what: str
) -> None:
    rule = declared(Look(theme), selector)
    seen = rule["background"] if theme.is_high_contrast else rule[what]
    around = "chrome" if "Bar" in selector else "page"
    assert contrast(linear(seen), token(theme, around)) >= MARK


def test_a_theme_is_chosen_by_light_and_contrast() -> None:
    chosen = [
        theme_for(is_dark=is_dark, is_high_contrast=is_high)
        for is_high in (False, True)
        for is_dark in (False, True)
    ]
    assert chosen == [LIGHT, DARK, HIGH_CONTRAST_LIGHT, HIGH_CONTRAST_DARK]
    assert [theme.is_high_contrast for theme in chosen] == [False, False, True, True]


@THEMES
@pytest.mark.parametrize("deficiency", [None, *_DEFICIENCIES])
def test_stated_and_muted_marks_differ_for_every_kind_of_sight(
    theme: Theme, deficiency: str | None
) -> None:
    accent, mid = token(theme, "accent"), token(theme, "mid")
    if deficiency:
        accent, mid = seen_with(deficiency, accent), seen_with(deficiency, mid)
    assert contrast(accent, mid) >= STATED_AGAINST_MUTED


@THEMES
@pytest.mark.parametrize("deficiency", _DEFICIENCIES)
@pytest.mark.parametrize("mark", ["accent", "mid", "line", "error"])
def test_marks_stand_out_for_every_kind_of_sight(theme: Theme, deficiency: str, mark: str) -> None:
    seen = [seen_with(deficiency, token(theme, name)) for name in (mark, "page")]
    assert contrast(*seen) >= (HIGH_MARK if theme.is_high_contrast else MARK)


@THEMES
def test_the_selected_state_does_not_rest_on_its_tint_alone(theme: Theme) -> None:
    # The tint is pale by design; the accent rule above it is what must be seen.
    assert contrast(token(theme, "accent"), token(theme, "tint")) >= MARK
