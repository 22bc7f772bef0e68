"""What all kinds of charts draw on: the sizes of texts, and frames for tints in high contrast."""

import pytest
from matplotlib.artist import Artist
from matplotlib.colors import to_hex, to_rgba
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.text import Text

from cqviewer.charts.contents import chart_facts
from cqviewer.charts.theme import HIGH_CONTRAST_DARK, HIGH_CONTRAST_LIGHT, LIGHT, Theme
from cqviewer.model.facts import Chart, Sheet
from tests.charts.sheets import bundled, charts, draw, made_up
from tests.charts.text_boxes import size, tagged, text_of

SELECTED = [
    (sheet, one, selected)
    for sheet in (bundled(), made_up())
    for one in charts(sheet)
    for selected in chart_facts(one, sheet)[:3]
]
NAMES = [f"{one.id}, {selected}" for _, one, selected in SELECTED]


def edge_of(artist: Artist) -> str:
    """Return the colour of what is drawn around an artist; nothing if it is filled."""
    if isinstance(artist, Line2D):
        return to_hex(artist.get_markeredgecolor()).upper()
    assert isinstance(artist, Patch)
    assert to_rgba(artist.get_facecolor())[3] == 0
    assert artist.get_linewidth() > 0
    return to_hex(artist.get_edgecolor()).upper()


@pytest.mark.parametrize("theme", [HIGH_CONTRAST_LIGHT, HIGH_CONTRAST_DARK])
@pytest.mark.parametrize(("sheet", "one", "selected"), SELECTED, ids=NAMES)
def test_a_frame_shows_what_is_selected_where_other_themes_tint(
    theme: Theme, sheet: Sheet, one: Chart, selected: str
) -> None:
    tinted = tagged(draw(sheet, one.id, selected=selected), "selection")
    framed = tagged(draw(sheet, one.id, selected=selected, theme=theme), "selection")
    assert len(framed) == len(tinted)
    assert {edge_of(artist) for artist in framed} <= {theme.accent}


def test_the_named_goals_are_framed_and_told_from_the_dashed_ones() -> None:
    drawing = draw(bundled(), "goals-1", theme=HIGH_CONTRAST_LIGHT)
    goals = bundled().goals
    assert goals is not None
    for goal in goals.named:
        (cell,) = tagged(drawing, f"goal:{goal.id}")
        assert edge_of(cell) == HIGH_CONTRAST_LIGHT.ink
        assert isinstance(cell, Patch)
        assert cell.get_linestyle() == "solid"
    assert all(
        isinstance(one, Patch) and one.get_linestyle() != "solid"
        for one in tagged(drawing, "unnamed")
    )


def test_other_themes_have_no_frames() -> None:
    (tint,) = tagged(draw(bundled(), "growth-1", selected="retail"), "selection")
    assert isinstance(tint, Patch)
    assert to_hex(tint.get_facecolor()).upper() == LIGHT.tint
    assert tint.get_linewidth() == 0


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("sheet", [bundled(), made_up()])
def test_no_text_is_smaller_than_captions_and_no_bold_chinese_smaller_than_a_label(
    sheet: Sheet, language: str
) -> None:
    assert charts(sheet)
    for one in charts(sheet):
        for selected in (None, *one.figures):
            drawing = draw(sheet, one.id, language=language, selected=selected)
            found = [artist for artist in drawing.artists if isinstance(artist, Text)]
            assert {size(text) for text in found} <= {12, 13, 14}
            bold = [text for text in found if text.get_fontweight() == "bold"]
            assert bold
            assert language == "en" or min(size(text) for text in bold) >= 13


@pytest.mark.parametrize(
    ("chart", "figure"),
    [
        ("growth-1", "nev"),
        ("growth-2", "invested"),
        ("trade-1", "investment_before"),
        ("trade-1", "investment_growth"),
        ("trade-2", "ports"),
        ("trade-2", "cargo"),
        ("trade-2", "cargo_index"),
        ("goals-1", "nev"),
    ],
)
def test_a_value_on_a_mark_is_larger_than_its_name(chart: str, figure: str) -> None:
    (value,) = tagged(draw(bundled(), chart), f"value:{figure}")
    assert isinstance(value, Text)
    assert (size(value), value.get_fontweight()) == (14, "bold")


def test_about_is_written_small_above_a_value() -> None:
    drawing = draw(bundled(), "trade-1")
    (about,) = [
        one for one in drawing.artists if isinstance(one, Text) and one.get_text() == "about"
    ]
    assert size(about) == 12
    assert text_of(drawing, "value:investment_before") == "US$513 m"
