"""Small multiples: one scale, own line over pale ones, first and last values, gaps of all."""

import pytest
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from cqviewer.charts.drawing import Drawing
from cqviewer.charts.text import description, subtitle
from cqviewer.charts.theme import LIGHT
from cqviewer.model.wording.wording import Wording
from tests.charts import springfield
from tests.charts.sheets import chart, draw
from tests.charts.springfield import AIR, air, figure, of_parts, one_chart, row
from tests.charts.text_boxes import boxes, clashes, label, lines, points, tagged, text_of, texts


def panels(width: int = 816, selected: str | None = None) -> Drawing:
    return draw(of_parts("panels", air()), width=width, selected=selected)


def starts(drawing: Drawing) -> list[tuple[float, float]]:
    found = (label(drawing, f"name:air.{one}").get_position() for one in AIR)
    return [(round(x), round(y)) for x, y in found]


@pytest.mark.parametrize(("width", "columns"), [(816, 3), (600, 2), (300, 1)])
def test_as_many_panels_stand_in_a_row_as_there_is_room_for(width: int, columns: int) -> None:
    drawing = panels(width=width)
    assert len({x for x, _ in starts(drawing)}) == columns
    assert clashes(drawing) == []


def test_panels_are_as_large_as_designed() -> None:
    (x0, y0), (x1, _), _, (_, y3), *_ = starts(panels())
    assert x1 - x0 == 248 + 36
    assert y3 - y0 == 172 + 24


def test_all_panels_have_one_scale_from_zero() -> None:
    drawing = panels()
    first, other = points(drawing, "line:air.glasgow"), points(drawing, "line:air.london")
    assert first[0][1] > 0
    zero = lines(drawing, "zero")[0][0][1]
    assert (zero - first[0][1]) / (zero - other[0][1]) == pytest.approx(17.74 / 14.39)


def test_its_own_line_stands_over_pale_ones_in_each_panel() -> None:
    drawing = panels()
    own = [one for one in tagged(drawing, "line:") if isinstance(one, Line2D)]
    assert {one.get_color() for one in own} == {LIGHT.accent}
    others = [
        one
        for one in tagged(drawing, "other")
        if isinstance(one, Line2D) and one.get_linestyle() != "None"
    ]
    assert len(others) == 6 * 5
    assert {one.get_color() for one in others} == {LIGHT.hair}


def test_first_and_last_values_and_what_is_missing_are_written() -> None:
    drawing = panels()
    assert text_of(drawing, "value:air.glasgow:0") == "17.74"
    assert text_of(drawing, "value:air.glasgow:7") == "6.5"
    assert text_of(drawing, "value:air.cardiff:6") == "10.16"
    assert texts(drawing).count("no data") == 6
    assert texts(drawing).count("[x]") == 2
    assert [text for text in texts(drawing) if text.startswith("20")][:3] == [
        "2010",
        "2019",
        "2013",
    ]
    assert text_of(drawing, "key") == "[x] not collected"


def test_each_point_and_each_panel_can_be_pointed_at() -> None:
    marks = [one for one in panels().marks if one.figure == "air.edinburgh"]
    assert len(marks) == 1 + 8
    periods = [one.period.year for one in marks[:-1] if one.period]
    assert periods == [2010, *range(2013, 2020)]
    assert marks[1].text.startswith("Fine particles: Edinburgh, 8.0 µg per cubic metre, 2013")
    assert marks[2].text == "Fine particles: Edinburgh, 2014, not collected"
    assert marks[-1].period is None  # the panel stands for the series


def test_the_selected_panel_is_tinted_beyond_its_edges() -> None:
    tints = tagged(panels(selected="air.birmingham"), "selection")
    (tint,) = (one for one in tints if isinstance(one, Rectangle))
    assert (tint.get_x(), tint.get_width()) == (284 - 8, 248 + 16)


def test_the_subtitle_says_the_scale_and_what_is_grey() -> None:
    sheet = of_parts("panels", air())
    line = subtitle(chart(sheet, "one-1"), sheet, Wording("en"), medium="screen")
    assert line == (
        "Fine particles, µg per cubic metre. 2010–2019."
        " One scale from zero in all panels; grey: the other 5."
    )


def test_the_description_begins_with_a_summary() -> None:
    sheet = of_parts("panels", air())
    said = description(chart(sheet, "one-1"), sheet, Wording("en"))
    assert said.startswith(
        "Small multiples. Highest Glasgow, 17.74 µg per cubic metre, 2010;"
        " lowest Aberdeen, 5.4 µg per cubic metre, 2016. Glasgow from 17.74 µg per cubic metre"
        " (2010) to 6.5 µg per cubic metre (2019);"
    )
    assert "2011–2012 not in this sheet" in said
    assert "2019: not collected" in said


def test_a_panel_draws_bands_breaks_and_bounds() -> None:
    rows = springfield.survey().observations
    figures = {f"place_{at}": rows for at in range(4)}
    of = springfield.parts("cycling", "Cycling", "%", figures, adds_up=False)
    drawing = draw(of_parts("panels", of))
    assert len(tagged(drawing, "band:cycling.place_0")) == 2
    assert clashes(drawing) == []
    assert boxes(drawing, "selection") == []


def test_a_low_value_stands_above_the_letters_of_what_has_none() -> None:
    suppressed = {year: row(str(year), missing="suppressed") for year in (2020, 2022, 2023, 2025)}
    low = [suppressed.get(year) or row(str(year), "1") for year in range(2020, 2027)]
    high = [row(str(year), "300") for year in range(2020, 2027)]
    names = [figure(key, key.upper(), "t", low) for key in "abc"]
    drawing = draw(one_chart("panels", *names, figure("d", "D", "t", high)))
    assert text_of(drawing, "signs").count("[c]") == 12
    assert len(tagged(drawing, "value:a:1") + tagged(drawing, "value:a:6")) == 2
    assert not clashes(drawing)
