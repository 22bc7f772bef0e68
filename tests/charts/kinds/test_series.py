"""Lines and columns: true to time and size, gaps where nothing is stated, thinned labels."""

import math

import msgspec
import pytest
from matplotlib.lines import Line2D
from matplotlib.text import Text

from cqviewer.charts.drawing import ChartError, Drawing
from cqviewer.charts.text import subtitle
from cqviewer.charts.theme import LIGHT
from cqviewer.model.facts import Sheet
from cqviewer.model.numbers.unit import Unit
from cqviewer.model.wording.wording import Wording
from tests.charts import springfield
from tests.charts.sheets import chart, draw, made_up, small
from tests.charts.text_boxes import boxes, clashes, points, tagged, text_of, texts


def series(kind: str, observations: list[tuple[str, str]], *more: list[tuple[str, str]]) -> Sheet:
    rows = []
    for number, one in enumerate([observations, *more]):
        listed = ", ".join(f"{{period: {period}, value: {value}}}" for period, value in one)
        rows.append(
            f"f{number}: {{name: Series {number}, unit: tonnes, measure: level, source: s,"
            f" observations: [{listed}]}}"
        )
    of = ", ".join(f"f{number}" for number in range(len(rows)))
    return small("\n".join(rows), f"{{kind: {kind}, of: [{of}], title: T}}")


def with_unit(sheet: Sheet, unit: str) -> Sheet:
    changed = {
        key: msgspec.structs.replace(one, unit=Unit.parse(unit))
        for key, one in sheet.indicators.items()
    }
    return msgspec.structs.replace(sheet, indicators=changed)


def months(number: int) -> list[tuple[str, str]]:
    return [(f"{2015 + at // 12}-{at % 12 + 1:02}", str(100 + at % 7)) for at in range(number)]


def line(drawing: Drawing, figure: str) -> Line2D:
    (one,) = tagged(drawing, f"line:{figure}")
    assert isinstance(one, Line2D)
    return one


def ticks(drawing: Drawing) -> list[str]:
    found = [one for one in tagged(drawing, "tick") if isinstance(one, Text)]
    return [one.get_text() for one in sorted(found, key=lambda one: one.get_position()[0])]


def test_a_line_is_true_to_time_and_to_size() -> None:
    drawing = draw(made_up(), "port-1")
    xs, ys = zip(*points(drawing, "line:containers"), strict=True)
    year = (xs[1] - xs[0]) / 365
    assert xs[4] - xs[2] == pytest.approx(year * (365 + 365.5), abs=1)  # 2021 is missing
    assert (ys[0] - ys[6]) / (ys[2] - ys[6]) == pytest.approx((502.3 - 412) / (502.3 - 361))


def test_a_line_is_broken_where_a_period_is_missing_or_a_value_not_stated() -> None:
    drawing = draw(made_up(), "port-1")
    known = [not math.isnan(y) for _, y in points(drawing, "line:containers")]
    assert known == [True, True, True, False, True, False, True]
    assert len(tagged(drawing, "point:containers:")) == 5
    assert text_of(drawing, "value:containers") == "502.3"


def test_each_point_can_be_pointed_at() -> None:
    texts_of_marks = [one.text for one in draw(made_up(), "port-1").marks]
    assert (
        "Containers handled in the port, 437.5 thousand containers, 2019, stated in the source"
        in texts_of_marks
    )


def test_lines_are_named_at_their_ends() -> None:
    drawing = draw(made_up(), "port-2", width=390)
    assert text_of(drawing, "name:ferries") == "Ferry passengers"
    assert text_of(drawing, "name:buses") == "Bus passengers"
    assert text_of(drawing, "value:buses") == "684"
    assert line(drawing, "ferries").get_color() != line(drawing, "buses").get_color()


def test_a_selected_line_is_thicker_and_alone_has_the_accent() -> None:
    thin = line(draw(made_up(), "port-2", width=390), "buses")
    drawing = draw(made_up(), "port-2", width=390, selected="buses")
    assert line(drawing, "buses").get_linewidth() > thin.get_linewidth()
    assert line(drawing, "buses").get_color() == LIGHT.accent
    assert line(drawing, "ferries").get_color() not in (LIGHT.accent, LIGHT.mid)


def test_columns_stand_on_zero_and_hang_below_it() -> None:
    drawing = draw(made_up(), "money-1")
    (best,) = boxes(drawing, "bar:balance:6")
    (worst,) = boxes(drawing, "bar:balance:2")
    assert best[3] == pytest.approx(worst[1])
    assert (worst[3] - worst[1]) / (best[3] - best[1]) == pytest.approx(14.6 / 5.1)
    assert text_of(drawing, "value:balance:2") == "−14.6"
    assert text_of(drawing, "value:balance:4") == "0"
    assert ticks(drawing) == [str(year) for year in range(2018, 2025)]


def test_missing_periods_keep_their_places_among_columns_without_a_zero() -> None:
    years = [("2018", "4"), ("2019", "5"), ("2020", "0"), ("2023", "6"), ("2024", "not stated")]
    drawing = draw(series("columns", years, [("2019", "1"), ("2020", "2")]), width=700)
    left, right = zip(*((one[0], one[2]) for one in boxes(drawing, "bar:f0:")), strict=True)
    middles = [(a + b) / 2 for a, b in zip(left, right, strict=True)]
    assert middles == pytest.approx([50, 150, 250, 550])  # 2021 and 2022 have places of their own
    zero = [(one[0], one[2]) for one in boxes(drawing, "zero")]
    assert zero == [(0, 300), (500, 700), (0, 700)]
    assert ticks(drawing) == ["2018", "2019", "2019", "2020", "2020", "2023", "2024"]
    marks = {one.text.split(", ")[2]: one for one in drawing.marks if one.figure == "f0"}
    assert marks["2023"].x == pytest.approx(8 + 500)


def test_a_gap_of_many_periods_leaves_columns_of_some_width() -> None:
    years = [("0001", "4"), ("0002", "5"), ("0003", "6"), ("9998", "6")]
    drawing = draw(series("columns", years), width=400)
    assert all(box[2] - box[0] >= 1 for box in boxes(drawing, "bar:f0:"))
    assert clashes(drawing) == []


def test_a_selected_series_of_columns_is_tinted() -> None:
    assert boxes(draw(made_up(), "money-1", selected="balance"), "selection")


def test_several_series_of_columns_share_one_scale() -> None:
    drawing = draw(
        series("columns", [("2023", "10"), ("2024", "20")], [("2023", "5"), ("2024", "1")])
    )
    tall = {tag: boxes(drawing, tag)[0] for tag in ("bar:f0:1", "bar:f1:0")}
    first, second = (bottom - top for _, top, _, bottom in tall.values())
    assert first / second == pytest.approx(4)
    assert text_of(drawing, "name:f1") == "Series 1"


@pytest.mark.parametrize("kind", ["line", "columns"])
@pytest.mark.parametrize("width", [240, 500, 1400])
def test_periods_are_thinned_evenly_and_the_last_stays(kind: str, width: int) -> None:
    drawing = draw(series(kind, months(120)), width=width)
    assert clashes(drawing) == []
    shown = ticks(drawing)
    assert shown[-1] == "Dec 2024"
    assert 2 <= len(shown) < 120


@pytest.mark.parametrize("kind", ["line", "columns"])
@pytest.mark.parametrize(
    "values",
    [
        ["0", "0", "0"],
        ["7", "7"],
        ["1e29", "-1e29", "1"],
        ["1e-29", "2e-29"],
        ["-3", "-1", "-2"],
        ["not stated", "4", "not stated", "5", "not stated"],
        ["not stated", "not stated"],
        ["123456789012", "123456789013", "123456789011", "123456789019", "123456789000"],
    ],
)
def test_values_of_any_size_and_sign_can_be_drawn(kind: str, values: list[str]) -> None:
    observations = [(str(2010 + at), value) for at, value in enumerate(values)]
    for width in (240, 816):
        drawing = draw(series(kind, observations), width=width)
        assert clashes(drawing) == []
        assert {one.figure for one in drawing.marks} == {"f0"}


@pytest.mark.parametrize("kind", ["line", "columns"])
def test_chinese_labels_of_sums_are_in_the_one_unit_that_the_subtitle_names(kind: str) -> None:
    sheet = series(kind, [("2022", "12.5"), ("2023", "0.05"), ("2024", "355.25")])
    sheet = with_unit(sheet, "bn yuan")
    drawing = draw(sheet, language="zh")
    assert {"125", "0.5", "3552.5"} <= set(texts(drawing))
    assert subtitle(chart(sheet, "one-1"), sheet, Wording("zh"), medium="screen").startswith(
        "Series 0，亿元。"
    )
    assert "3552.5 亿元" in drawing.marks[-1].text
    assert {"12.5", "0.05", "355.25"} <= set(texts(draw(sheet)))


def test_small_sums_are_in_ten_thousands_in_chinese() -> None:
    sheet = with_unit(series("columns", [("2023", "12"), ("2024", "80.5")]), "thousand yuan")
    assert {"1.2", "8.05"} <= set(texts(draw(sheet, language="zh")))
    assert "万元" in subtitle(chart(sheet, "one-1"), sheet, Wording("zh"), medium="screen")


def test_one_observation_is_no_time_series() -> None:
    with pytest.raises(ChartError, match="Series 0 has one"):
        draw(series("line", [("2024", "1")]))


def test_an_observation_without_a_period_has_no_place_in_time() -> None:
    with pytest.raises(ChartError, match="no place in time"):
        draw(series("columns", [("not stated", "1"), ("2024", "2")]))


def test_a_line_keeps_room_for_the_values_of_many_series() -> None:
    many = [[("2023", str(one)), ("2024", str(one + 0.01))] for one in range(9)]
    drawing = draw(series("line", *many), width=300)
    assert clashes(drawing) == []
    assert "8.01" in texts(drawing)


GROWTH = (1.2, 2.3, 1.9, 0.4, 2.2, -1.1, 3.1, 2.1, 1.5, 2.8, 1.1, 1.9, -1.1, -11.4, 9.8, 1.4)


@pytest.mark.parametrize("width", [300, 420, 760])
def test_columns_label_the_extremes_the_first_and_the_latest_first(width: int) -> None:
    years = [(str(2009 + at), str(value)) for at, value in enumerate(GROWTH)]
    drawing = draw(series("columns", years), width=width)
    assert {"−11.4", "9.8"} <= set(texts(drawing))
    assert text_of(drawing, "value:f0:15") == "1.4"
    assert clashes(drawing) == []


@pytest.mark.parametrize("kind", ["line", "columns"])
def test_a_value_that_the_title_names_is_labelled(kind: str) -> None:
    years = [(str(1980 + at), str(50 + at % 3)) for at in range(40)]
    years[20] = ("2000", "51.5")
    sheet = series(kind, years)
    assert "51.5" not in texts(draw(sheet, width=300))
    (section,) = sheet.sections
    made = msgspec.structs.replace(section.charts[0], title="It was 51.5 tonnes in 2000")
    section = msgspec.structs.replace(section, charts=(made,))
    assert "51.5" in texts(draw(msgspec.structs.replace(sheet, sections=(section,)), width=300))


def test_labels_on_either_side_of_zero_do_not_exclude_each_other() -> None:
    drawing = draw(
        series("columns", [("2022", "100"), ("2023", "-100"), ("2024", "99")]), width=240
    )
    assert {"100", "−100", "99"} <= set(texts(drawing))


@pytest.mark.parametrize("kind", ["line", "columns"])
def test_years_that_begin_in_april_are_short_and_as_many_as_fit(kind: str) -> None:
    years = [(f"{2009 + at}-04/{2010 + at}-03", str(100 + at)) for at in range(15)]
    shown = ticks(draw(series(kind, years), width=480))
    assert shown[-1] == "2023/24"
    assert len(shown) >= 5
    assert set(shown) <= {f"{year}/{year - 1999:02}" for year in range(2009, 2024)}


def test_no_value_is_written_over_a_gap_as_if_the_line_went_there() -> None:
    drawing = draw(made_up(), "port-1")
    assert "448" in texts(drawing)


@pytest.mark.parametrize("kind", ["line", "columns"])
def test_of_ten_years_of_months_only_telling_values_are_written(kind: str) -> None:
    drawing = draw(springfield.one_chart(kind, springfield.months()))
    numbers = [text for text in texts(drawing) if text.isdigit()]
    assert "250" in numbers
    assert len(numbers) <= 6
