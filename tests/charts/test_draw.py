"""Any chart in any form: pixels, SVG and PNG, alike each time, in every theme, from any thread."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from concurrent.futures import ThreadPoolExecutor

import matplotlib as mpl
import msgspec
import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from numpy.typing import NDArray

from cqviewer.charts.draw import draw_chart, to_rgba
from cqviewer.charts.glyphs import written_out
from cqviewer.charts.rendering.label import Label
from cqviewer.charts.style import styled
from cqviewer.charts.svg import to_svg
from cqviewer.charts.theme import (
    DARK,
    HIGH_CONTRAST_DARK,
    HIGH_CONTRAST_LIGHT,
    LIGHT,
    PRINT,
    Theme,
)
from cqviewer.model.facts import Chart, Sheet
from tests.charts import springfield
from tests.charts.sheets import LOOK, bundled, chart, charts, draw, made_up, small
from tests.charts.text_boxes import tagged, texts

ALL = [
    (sheet, one) for sheet in (bundled(), made_up(), *springfield.sheets()) for one in charts(sheet)
]
SVG = "{http://www.w3.org/2000/svg}"


def test_the_layout_is_in_px_with_y_downwards_and_room_at_both_sides() -> None:
    drawing = draw(bundled(), "growth-1")
    assert drawing.width == 816 + 16
    size = (drawing.width / 96, drawing.height / 96)
    assert drawing.on_figure().get_size_inches() == pytest.approx(size)
    corners = drawing.layout.transform([(-8, 0), (824, drawing.height)])
    assert corners.ravel() == pytest.approx([0, drawing.height / 96, drawing.width / 96, 0])


@pytest.mark.parametrize("zoom", [0.8, 1.0, 1.25, 2.5])
@pytest.mark.parametrize(("sheet", "one"), ALL, ids=[one.id for _, one in ALL])
def test_what_bleeds_is_as_wide_as_the_zoom_makes_it(sheet: Sheet, one: Chart, zoom: float) -> None:
    look = msgspec.structs.replace(LOOK, zoom=zoom, selected=one.figures[0] if one.figures else "")
    drawing = draw_chart(one, sheet, look)
    bleed = round(8 * zoom)
    assert drawing.width == LOOK.width + 2 * bleed
    left, bottom = drawing.layout.transform((0, drawing.height)) * 96
    assert (left, bottom) == pytest.approx((bleed, 0))
    for tint in tagged(drawing, "selection"):
        if isinstance(tint, Rectangle):
            assert tint.get_x() >= -bleed
            assert tint.get_x() + tint.get_width() <= LOOK.width + bleed
    assert min(mark.x for mark in drawing.marks) >= 0
    assert max(mark.x + mark.width for mark in drawing.marks) <= drawing.width


@pytest.mark.parametrize(("sheet", "one"), ALL, ids=[one.id for _, one in ALL])
def test_labels_are_set_like_any_text_of_matplotlib(sheet: Sheet, one: Chart) -> None:
    drawing = draw_chart(one, sheet, LOOK)
    figure = drawing.on_figure()
    as_labels = picture(figure)
    labels = [artist for artist in drawing.artists if isinstance(artist, Label)]
    assert labels
    for label in labels:
        plain = Text()
        plain.update_from(label)
        plain.set(text=label.get_text(), position=label.get_position(), parse_math=False)
        plain.set(transform=label.get_transform(), zorder=label.get_zorder(), clip_on=False)
        label.remove()
        figure.add_artist(plain)
    assert (picture(figure) == as_labels).all()


def picture(figure: Figure) -> NDArray[np.uint8]:
    with styled():
        canvas = FigureCanvasAgg(figure)
        canvas.draw()  # type: ignore[no-untyped-call]
        return np.array(canvas.buffer_rgba())  # type: ignore[no-untyped-call]


@pytest.mark.parametrize(("sheet", "one"), ALL, ids=[one.id for _, one in ALL])
def test_a_screen_shows_what_a_figure_holds(sheet: Sheet, one: Chart) -> None:
    drawing = draw_chart(one, sheet, LOOK)
    data, width, height = to_rgba(drawing)
    on_screen = np.frombuffer(data, np.uint8).reshape(height, width, 4)
    assert (on_screen == picture(drawing.on_figure())).all()
    assert to_rgba(drawing, 2) == to_rgba(draw_chart(one, sheet, LOOK), 2)


@pytest.mark.parametrize(("sheet", "one"), ALL, ids=[one.id for _, one in ALL])
def test_every_figure_of_a_chart_has_a_mark_with_its_full_name(sheet: Sheet, one: Chart) -> None:
    marks = {mark.figure: mark.text for mark in draw_chart(one, sheet, LOOK).marks}
    assert set(one.figures) <= set(marks)
    for figure in one.figures:
        name = sheet.indicators[figure].name
        assert (name if isinstance(name, str) else name["en"]) in marks[figure]


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_pixels_are_straight_rgba_on_a_transparent_ground(ratio: float) -> None:
    drawing = draw(bundled(), "growth-1", width=401)
    data, width, height = to_rgba(drawing, ratio)
    assert (width, height) == (int(417 * ratio), int(drawing.height * ratio))
    pixels = np.frombuffer(data, np.uint8).reshape(height, width, 4)
    assert pixels[0, 0, 3] == 0
    solid = pixels[pixels[..., 3] == 255][:, :3]
    assert (solid == [int(LIGHT.mid[at : at + 2], 16) for at in (1, 3, 5)]).all(axis=1).any()
    # Straight: at the edge of dark text the colour stays dark while the alpha falls.
    faint = pixels[(pixels[..., 3] > 20) & (pixels[..., 3] < 60)]
    assert len(faint)


@pytest.mark.parametrize(("sheet", "one"), ALL, ids=[one.id for _, one in ALL])
def test_svg_holds_real_text_in_the_bundled_fonts_and_is_the_same_each_time(
    sheet: Sheet, one: Chart
) -> None:
    look = msgspec.structs.replace(LOOK, theme=PRINT, width=760)
    drawing = draw_chart(one, sheet, look)
    svg = to_svg(drawing)
    assert svg == to_svg(draw_chart(one, sheet, look))
    tree = ElementTree.fromstring(svg)
    found = ["".join(text.itertext()) for text in tree.iter(f"{SVG}text")]
    assert sorted(found) == sorted(texts(drawing))
    families = set(re.findall(rb"font-family: ([^;\"]+)", svg))
    assert families <= {b"'Noto Sans'", b"'Noto Sans SC', 'Noto Sans'"}
    assert b"<dc:date>" not in svg
    assert not re.search(rb"<image|<clipPath|font-family: [^']", svg)


@pytest.mark.parametrize(
    "theme",
    [LIGHT, DARK, HIGH_CONTRAST_LIGHT, HIGH_CONTRAST_DARK, PRINT],
    ids=lambda theme: theme.name,
)
@pytest.mark.parametrize(("sheet", "one"), ALL, ids=[one.id for _, one in ALL])
def test_only_colours_of_the_theme_are_used(sheet: Sheet, one: Chart, theme: Theme) -> None:
    look = msgspec.structs.replace(LOOK, theme=theme)
    svg = to_svg(draw_chart(one, sheet, look)).decode()
    tokens = {str(value).lower() for value in msgspec.structs.asdict(theme).values()}
    assert set(re.findall(r"#[0-9a-f]{6}", svg)) <= tokens


@pytest.mark.parametrize("text", ["$x$ $y$", "$", "<b>b</b> & #{} \\frac _a_ ^b^ %s {0}", "😀→ไทย"])
def test_text_stands_as_it_is(text: str) -> None:
    name = msgspec.json.encode(text).decode()
    sheet = small(
        f"f: {{name: {name}, unit: things, measure: growth, value: 1, period: 2024, source: s}}",
        "{kind: bars, of: [f], title: T}",
    )
    drawing = draw(sheet)
    to_rgba(drawing)
    to_svg(drawing)
    shown = text if text.isascii() else written_out(text)
    assert shown in texts(drawing)
    assert shown in "".join(ElementTree.fromstring(to_svg(drawing)).itertext())


def test_settings_of_matplotlib_are_left_as_they_were() -> None:
    before = dict(mpl.rcParams)
    to_svg(draw(bundled(), "trade-1"))
    assert dict(mpl.rcParams) == before


def test_threads_draw_the_same_as_one() -> None:
    jobs = [(sheet, one) for sheet, one in ALL[:6]] * 3

    def svg(job: tuple[Sheet, Chart]) -> bytes:
        return to_svg(draw_chart(job[1], job[0], LOOK))

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(svg, jobs)) == [svg(job) for job in jobs]


WITH_FIGURES = [(sheet, one) for sheet, one in ALL if one.figures]


@pytest.mark.parametrize(("sheet", "one"), WITH_FIGURES, ids=[one.id for _, one in WITH_FIGURES])
def test_a_selection_changes_no_size(sheet: Sheet, one: Chart) -> None:
    plain = draw_chart(one, sheet, LOOK)
    chosen = [
        draw_chart(one, sheet, msgspec.structs.replace(LOOK, selected=figure))
        for figure in one.figures
    ]
    assert {drawing.height for drawing in chosen} == {plain.height}


def test_charts_are_drawn_without_pyplot_and_qt() -> None:
    code = (
        "from cqviewer.charts.svg import to_svg\n"
        "for one in charts(bundled()): to_svg(draw_chart(one, bundled(), LOOK))"
    )
    assert not imported_by(code) & {"matplotlib.pyplot", "PySide6", "tkinter"}


def test_a_screen_waits_for_no_more_of_matplotlib_than_it_shows() -> None:
    code = "for one in charts(bundled()): to_rgba(draw_chart(one, bundled(), LOOK))"
    slow = {"figure", "axes", "projections", "dates", "contour", "legend", "backends.backend_svg"}
    assert not imported_by(code) & {f"matplotlib.{one}" for one in slow}


def imported_by(code: str) -> set[str]:
    program = (
        "import sys\n"
        "from tests.charts.sheets import bundled, charts, LOOK\n"
        "from cqviewer.charts.draw import draw_chart, to_rgba\n"
        f"{code}\n"
        "print(*sys.modules)\n"
    )
    command = [sys.executable, "-W", "error", "-c", program]
    return set(subprocess.run(command, check=True, capture_output=True, text=True).stdout.split())


def test_chinese_is_set_in_the_chinese_face() -> None:
    drawing = draw(bundled(), "growth-1", language="zh")
    assert "规模以上工业增加值" in texts(drawing)
    assert b"'Noto Sans SC', 'Noto Sans'" in to_svg(drawing)
    assert chart(bundled(), "growth-1").kind == "bars"
