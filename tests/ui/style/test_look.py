"""Sizes, fonts, colours and icons follow theme, zoom and language."""

import pytest
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QIcon, QImage, QPalette
from PySide6.QtWidgets import QApplication

from cqviewer.charts.theme import DARK, HIGH_CONTRAST_DARK, HIGH_CONTRAST_LIGHT, LIGHT, Theme
from cqviewer.paths import resources_folder
from cqviewer.ui.style.look import Look, Role, draw_icon
from cqviewer.ui.style.style import palette, style_sheet

ICONS = sorted(path.stem for path in (resources_folder() / "icons").glob("*.svg"))
ROLES: tuple[Role, ...] = ("title", "lead", "value", "unit", "heading", "statement", "body", "tab")


@pytest.mark.parametrize("zoom", [0.8, 1.0, 1.25, 2.5])
def test_every_size_is_multiplied_by_the_zoom(zoom: float) -> None:
    look = Look(LIGHT, zoom)
    assert look.px(100) == round(100 * zoom)
    assert look.font("body").pixelSize() == round(13 * zoom)
    assert look.line_height("lead") == round(28 * zoom)


@pytest.mark.parametrize("role", ROLES)
def test_no_text_is_smaller_than_twelve_px(role: Role) -> None:
    assert Look(LIGHT).font(role).pixelSize() >= 12


@pytest.mark.parametrize("role", ROLES)
def test_the_bundled_font_is_the_one_that_is_used(role: Role, qapp: QApplication) -> None:
    assert qapp is not None
    assert QFontInfo(Look(LIGHT).font(role)).family() == "Noto Sans"


def test_chinese_lines_are_two_px_higher_from_13_px_up() -> None:
    english, chinese = Look(LIGHT), Look(LIGHT, language="zh")
    assert chinese.line_height("body") == english.line_height("body") + 2
    assert chinese.line_height("caption") == english.line_height("caption")


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_colours_are_the_theme_s(theme: Theme) -> None:
    assert Look(theme).color("accent") == QColor(theme.accent)
    assert palette(Look(theme)).color(QPalette.ColorRole.Window) == QColor(theme.page)


@pytest.mark.parametrize("name", ICONS)
@pytest.mark.parametrize("ratio", [1, 1.5, 2])
def test_every_icon_is_drawn_sharp_for_any_density(
    name: str, ratio: float, qapp: QApplication
) -> None:
    assert qapp is not None
    pixmap = draw_icon(name, "#0b5a73", 16, ratio)
    assert pixmap.width() == 16 * ratio
    assert pixmap.devicePixelRatio() == ratio
    assert _colours(pixmap.toImage())


def test_an_icon_takes_its_token_s_colour_and_is_grey_when_disabled(look: Look) -> None:
    icon = look.icon("copy", "accent")
    assert QColor(LIGHT.accent).name() in _colours(icon.pixmap(32).toImage())
    disabled = icon.pixmap(32, QIcon.Mode.Disabled).toImage()
    assert QColor(LIGHT.disabled).name() in _colours(disabled)


def _colours(image: QImage) -> set[str]:
    """Return the colours of the pixels that are not transparent."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {color.name() for color in pixels if color.alpha() > 200}


@pytest.mark.parametrize("theme", [LIGHT, DARK, HIGH_CONTRAST_LIGHT, HIGH_CONTRAST_DARK])
@pytest.mark.parametrize("zoom", [0.8, 1.0, 2.5])
def test_the_style_sheet_has_no_slot_left_and_qt_understands_it(
    theme: Theme, zoom: float, qapp: QApplication
) -> None:
    assert qapp is not None  # Qt warns of what it cannot read, and a warning fails the test
    text = style_sheet(Look(theme, zoom))
    assert "{{" not in text
    assert f"font-size: {round(13 * zoom)}px" in text
    assert theme.page.lower() in text


def test_chinese_has_its_own_quotation_marks_and_the_same_digits(look: Look) -> None:
    english, chinese = (
        QFontMetricsF(Look(LIGHT, language=one).font("body")) for one in ("en", "zh")
    )
    assert chinese.horizontalAdvance("“") == 13 > english.horizontalAdvance("“")
    assert chinese.horizontalAdvance("2024") == english.horizontalAdvance("2024")
    assert '"Noto Sans SC", "Noto Sans"' in style_sheet(Look(LIGHT, language="zh"))
    assert '"Noto Sans", "Noto Sans SC"' in style_sheet(look)
