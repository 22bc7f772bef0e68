"""Snapping to pixels: what lies straight lies on whole pixels, and what is equal stays so."""

from itertools import groupby

import numpy as np
import pytest
from matplotlib.patches import Patch
from numpy.typing import NDArray

from cqviewer.charts.draw import to_rgba
from cqviewer.charts.drawing import Drawing
from cqviewer.charts.theme import HIGH_CONTRAST_LIGHT, LIGHT
from tests.charts.sheets import bundled, draw, small
from tests.charts.text_boxes import tagged

Pixels = NDArray[np.uint8]
RATIOS = pytest.mark.parametrize("ratio", [1.25, 1.5, 1.75, 2.0, 2.25])
ZOOMS = pytest.mark.parametrize("zoom", [1.0, 1.1, 1.3])


def rendered(drawing: Drawing, ratio: float) -> Pixels:
    data, width, height = to_rgba(drawing, ratio)
    return np.frombuffer(data, np.uint8).reshape(height, width, 4)


def extent(drawing: Drawing, patch: Patch) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of a patch in px of the picture."""
    path = patch.get_path().transformed(patch.get_patch_transform())
    (x, y), (right, bottom) = path.get_extents().get_points()
    left = float(drawing.layout.transform((0.0, 0.0))[0]) * 96
    return x + left, y, right + left, bottom


def around(drawing: Drawing, pixels: Pixels, patch: Patch, ratio: float) -> Pixels:
    """Cut out where a patch stands, with a pixel around it."""
    left, top, right, bottom = (round(one * ratio) for one in extent(drawing, patch))
    return pixels[max(0, top - 1) : bottom + 1, max(0, left - 1) : right + 1]


def colors(pixels: Pixels) -> set[str]:
    """Return the colours that pixels have, '' where there is none."""
    found = np.unique(pixels.reshape(-1, 4), axis=0)
    return {
        "" if not alpha else f"#{r:02X}{g:02X}{b:02X}" + ("" if alpha == 255 else "?")
        for r, g, b, alpha in found.tolist()
    }


def runs(marks: NDArray[np.bool_]) -> list[int]:
    """Return how long each run of marks is."""
    return [len(list(run)) for is_mark, run in groupby(marks.tolist()) if is_mark]


def lengths(pixels: Pixels, axis: int) -> list[int]:
    """Return how long each mark is, along or across, wherever there are marks at all."""
    return runs(np.asarray(pixels[..., 3].any(axis=axis)))


def where(pixels: Pixels, color: str) -> NDArray[np.bool_]:
    """Return where pixels have a colour, with nothing of another."""
    wanted = [*(int(color[at : at + 2], 16) for at in (1, 3, 5)), 255]
    return np.asarray((pixels == wanted).all(axis=-1))


def patches(drawing: Drawing, tag: str) -> list[Patch]:
    return [one for one in tagged(drawing, tag) if isinstance(one, Patch)]


@RATIOS
@ZOOMS
def test_cells_of_strips_are_alike_without_fringes(ratio: float, zoom: float) -> None:
    drawing = draw(bundled(), "growth-1", zoom=zoom, width=1000)
    pixels = rendered(drawing, ratio)
    strips = patches(drawing, "strip:")
    assert len(strips) == 4 + 2 * 2
    found = [around(drawing, pixels, one, ratio) for one in strips]
    inks = {LIGHT.line, LIGHT.ink2, LIGHT.hair}
    assert set().union(*map(colors, found)) <= {"", *inks}
    sizes = {size for one in found for axis in (0, 1) for size in lengths(one, axis)}
    assert len(sizes) == 1
    assert sizes == {np.floor(round(6 * zoom) * ratio + 0.5)}


@RATIOS
def test_hollow_cells_have_four_sides_of_one_thickness(ratio: float) -> None:
    drawing = draw(bundled(), "growth-1")
    pixels = rendered(drawing, ratio)
    strips = patches(drawing, "strip:not stated")
    assert strips
    for strip in strips:
        found = where(around(drawing, pixels, strip, ratio), LIGHT.line)
        level = found[found.shape[0] // 2]
        assert runs(level) == [int(ratio)] * 24
        inside = int(np.flatnonzero(level)[0]) + int(ratio)
        assert runs(found[:, inside]) == [int(ratio)] * 2


@RATIOS
@ZOOMS
@pytest.mark.parametrize(
    ("chart", "figure", "width"),
    [
        ("employment-1", "jobs", 816),
        ("employment-1", "jobs", 808),
        ("growth-2", "projects", 816),
        ("trade-2", "ports", 450),
    ],
)
def test_squares_are_alike_without_fringes(
    chart: str, figure: str, width: int, ratio: float, zoom: float
) -> None:
    drawing = draw(bundled(), chart, width=width, zoom=zoom)
    (squares,) = patches(drawing, f"squares:{figure}")
    found = around(drawing, rendered(drawing, ratio), squares, ratio)
    assert colors(found) <= {"", LIGHT.accent, LIGHT.mid}
    sizes = {size for axis in (0, 1) for size in lengths(found, axis)}
    assert len(sizes) == 1


@RATIOS
@pytest.mark.parametrize("selected", [None, "retail"])
def test_bars_begin_at_the_axis_and_are_equally_thick(ratio: float, selected: str | None) -> None:
    drawing = draw(bundled(), "growth-1", selected=selected)
    pixels = rendered(drawing, ratio)
    left, _, right, _ = extent(drawing, patches(drawing, "bar:exports")[0])
    found = pixels[round(24 * ratio) :, round((left - 2) * ratio) : round(right * ratio) - 1]
    inks = {"", LIGHT.ink, LIGHT.mid, LIGHT.accent, *([LIGHT.tint] if selected else [])}
    assert colors(found) == inks
    assert where(found, LIGHT.ink).any(axis=0).sum() == int(ratio)
    bars = runs(where(found[:, -1], LIGHT.mid)) + runs(where(found[:, -1], LIGHT.accent))
    assert bars == [np.floor(16 * ratio + 0.5)] * 6


@RATIOS
def test_negative_bars_end_at_the_axis(ratio: float) -> None:
    rows = "\n".join(
        f"f{at}: {{name: N{at}, unit: '%', measure: growth, period: 2024, value: {value},"
        " source: s}"
        for at, value in enumerate(("12.3", "-7.7", "-4.1"))
    )
    sheet = small(rows, "{kind: bars, of: [f0, f1, f2], title: T}")
    drawing = draw(sheet)
    pixels = rendered(drawing, ratio)
    for figure, side in (("f0", 0), ("f1", 2), ("f2", 2)):
        (bar,) = patches(drawing, f"bar:{figure}")
        box = extent(drawing, bar)
        row = pixels[round((box[1] + box[3]) / 2 * ratio)]
        near = row[round((box[side] - 4) * ratio) : round((box[side] + 4) * ratio)]
        kinds = [color for color, _ in groupby(near.tolist(), key=tuple)]
        assert len(kinds) == 3
        assert all(color[3] in (0, 255) for color in kinds)


@RATIOS
def test_rules_are_hairlines_of_whole_pixels(ratio: float) -> None:
    pixels = rendered(draw(bundled(), "goals-1"), ratio)
    column = pixels[:, round((8 + 816 - 130) * ratio)]  # between names and periods
    assert runs(where(column, LIGHT.hair)) == [int(ratio)] * 4


@RATIOS
def test_cells_of_goals_are_equally_high_with_crisp_sides(ratio: float) -> None:
    drawing = draw(bundled(), "goals-1")
    pixels = rendered(drawing, ratio)
    column = pixels[:, round((8 + 240) * ratio)]  # to the right of their names
    assert runs(where(column, LIGHT.tint)) == [np.floor(28 * ratio + 0.5)] * 4


@RATIOS
def test_a_frame_has_crisp_sides(ratio: float) -> None:
    drawing = draw(bundled(), "growth-1", selected="retail", theme=HIGH_CONTRAST_LIGHT)
    (frame,) = patches(drawing, "selection")
    left, top, right, _ = extent(drawing, frame)
    pixels = rendered(drawing, ratio)
    middle = round((left + right) / 2 * ratio)
    column = pixels[round((top - 3) * ratio) : round((top + 3) * ratio), middle]
    assert colors(column) == {"", HIGH_CONTRAST_LIGHT.accent}
    assert (column[:, 3] > 0).sum() == np.floor(2 * ratio + 0.5)


@RATIOS
@ZOOMS
@pytest.mark.parametrize("width", [816, 640, 300])
def test_marks_stand_where_the_layout_has_them(ratio: float, zoom: float, width: int) -> None:
    drawing = draw(bundled(), "employment-1", zoom=zoom, width=width)
    (squares,) = patches(drawing, "squares:jobs")
    left, top, _, _ = extent(drawing, squares)
    rows, columns = np.nonzero(where(rendered(drawing, ratio), LIGHT.mid))
    assert min(rows) == np.floor(top * ratio + 0.5)
    assert min(columns) == np.floor(left * ratio + 0.5)
