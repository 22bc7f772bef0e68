"""Sorted bars: lengths, order, marks, what is muted, hollow, negative or missing."""

from itertools import pairwise

import msgspec
import pytest
from matplotlib.colors import to_hex
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.text import Text

from cqviewer.charts.drawing import ChartError, Drawing
from cqviewer.charts.text import subtitle
from cqviewer.charts.theme import LIGHT
from cqviewer.model.facts import Sheet
from cqviewer.model.wording.wording import Wording
from tests.charts.sheets import bundled, chart, draw, made_up, small, with_names
from tests.charts.text_boxes import boxes, clashes, label, points, tagged, text_of, texts

ORDER = ["nev", "cargo", "investment_growth", "industry", "retail", "exports"]


def box(drawing: Drawing, figure: str) -> tuple[float, float, float, float]:
    (one,) = boxes(drawing, f"bar:{figure}")
    return one


def color(drawing: Drawing, tag: str) -> str:
    (one,) = tagged(drawing, tag)
    assert isinstance(one, Patch)
    return to_hex(one.get_facecolor()).upper()


def rates(*values: str) -> str:
    return "\n".join(
        f"f{number}: {{name: Rate {number}, unit: '%', measure: growth, period: 2024, value: {one},"
        " source: s}"
        for number, one in enumerate(values)
    )


def rate_chart(number: int) -> str:
    return f"{{kind: bars, of: [{', '.join(f'f{one}' for one in range(number))}], title: T}}"


def test_bars_are_as_long_as_their_values_from_a_common_zero() -> None:
    drawing = draw(bundled(), "growth-1")
    lefts = {box(drawing, one)[0] for one in ORDER}
    assert len(lefts) == 1
    lengths = [box(drawing, one)[2] - box(drawing, one)[0] for one in ORDER]
    values = [100, 73, 57.9, 7.6, 3.8, 2.8]
    assert lengths == pytest.approx([one / 100 * lengths[0] for one in values])
    assert lengths[0] > 250


@pytest.mark.parametrize(("language", "wanted"), [("en", "Q2–Q3"), ("zh", "二至三季度")])
def test_a_quarter_goes_without_the_year_that_its_head_names(language: str, wanted: str) -> None:
    lines = rates("1", "2").replace("period: 2024", "period: 2024-Q2/2024-Q3", 1)
    assert wanted in texts(draw(small(lines, rate_chart(2)), language=language))


def test_rows_are_sorted_by_size_and_measured_as_designed() -> None:
    drawing = draw(bundled(), "growth-1")
    tops = [box(drawing, one)[1] for one in ORDER]
    assert [round(b - a) for a, b in pairwise(tops)] == [31] * 5
    assert all(box(drawing, one)[3] - box(drawing, one)[1] == 16 for one in ORDER)
    assert box(drawing, "nev")[0] == 301  # the designed 284, and what a bold name takes more
    assert [mark.figure for mark in drawing.marks] == ORDER
    (axis,) = tagged(drawing, "axis")
    assert isinstance(axis, Line2D)
    assert axis.get_linewidth() == 0.75  # a px
    (_, above), (_, below) = points(drawing, "axis")
    assert (tops[0] - above, below - tops[-1]) == (4, 16 + 5)


def test_values_and_periods_stand_beside_the_bars() -> None:
    drawing = draw(bundled(), "growth-1")
    assert text_of(drawing, "value:industry") == "+7.6\u202f%"
    assert texts(drawing).count("not stated") == 4
    assert texts(drawing).count("Jan–Nov") == 2
    assert {"Measure", "Change", "Months of 2024 covered"} <= set(texts(drawing))


def test_strips_fill_the_months_covered() -> None:
    drawing = draw(bundled(), "growth-1")
    assert len(boxes(drawing, "strip:covered")) == 2 * 11
    assert len(boxes(drawing, "strip:not covered")) == 2 * 1
    assert len(boxes(drawing, "strip:not stated")) == 4 * 12 * 2  # each cell's outer and inner edge


def test_a_figure_without_a_period_is_muted() -> None:
    drawing = draw(bundled(), "growth-1")
    assert color(drawing, "bar:exports") == LIGHT.mid
    assert color(drawing, "bar:retail") == LIGHT.accent


def test_the_selected_row_is_tinted_and_bold() -> None:
    drawing = draw(bundled(), "growth-1", selected="retail")
    (tint,) = boxes(drawing, "selection")
    assert tint[0] == -8
    assert tint[2] == 824
    assert tint[1] < box(drawing, "retail")[1] < box(drawing, "retail")[3] < tint[3]
    assert label(drawing, "name:retail").get_fontweight() == "bold"
    assert not boxes(draw(bundled(), "growth-1"), "selection")


def test_marks_say_the_full_name_and_cover_the_row() -> None:
    drawing = draw(bundled(), "growth-1")
    mark = next(one for one in drawing.marks if one.figure == "retail")
    assert mark.text == (
        "Total retail sales of consumer goods, +3.8\u202f%, January–November 2024,"
        " stated in the source"
    )
    assert mark.x == 0
    assert mark.width == drawing.width
    assert mark.y <= box(drawing, "retail")[1]


def test_negative_bars_run_to_the_left_with_their_labels_outside() -> None:
    drawing = draw(made_up(), "money-2")
    zero = points(drawing, "axis")[0][0]
    rent, catch = box(drawing, "rent"), box(drawing, "catch")
    assert rent[0] == pytest.approx(zero, abs=1)
    assert catch[2] == pytest.approx(zero, abs=1)
    assert (catch[2] - catch[0]) / (rent[2] - rent[0]) == pytest.approx(11.8 / 6.4)
    assert label(drawing, "value:catch").get_text() == "−11.8\u202f%"
    assert label(drawing, "value:catch").get_position()[0] < catch[0]


def test_a_missing_value_is_said_in_place_of_the_bar() -> None:
    drawing = draw(made_up(), "money-2")
    assert not tagged(drawing, "bar:yard_orders")
    assert text_of(drawing, "value:yard_orders") == "Not stated"
    assert drawing.marks[-1].figure == "yard_orders"


def test_a_derived_bar_is_hollow_and_dashed_and_says_so() -> None:
    drawing = draw(made_up(), "homes-2")
    (bar,) = tagged(drawing, "bar:owned")
    assert isinstance(bar, Patch)
    assert to_hex(bar.get_facecolor(), keep_alpha=True).endswith("00")
    assert bar.get_linestyle() not in ("solid", "-")
    assert "derived" in texts(drawing)


def test_a_long_name_takes_two_lines_and_keeps_the_rest_in_the_mark() -> None:
    name = "A name so long that no column of any chart will ever hold it in full " * 3
    indicator = (
        f"f0: {{name: {name}, unit: '%', measure: growth, value: 1, source: s, period: 2024}}"
    )
    drawing = draw(small(indicator, rate_chart(1)))
    assert text_of(drawing, "name:f0").endswith("…")
    assert len(tagged(drawing, "name:f0")) == 2
    assert name.strip() in drawing.marks[0].text


@pytest.mark.parametrize(
    "values",
    [
        ("1e29", "1"),
        ("99999999999999999999999999999", "-99999999999999999999999999999"),
        ("1e-29", "2e-29"),
        ("0", "0"),
        ("5", "5", "5"),
        ("-3",),
        ("not stated", "not stated"),
        ("1e29", "1e-29", "0", "not stated"),
    ],
)
@pytest.mark.parametrize("width", [240, 480, 816])
def test_values_of_any_size_can_be_drawn(values: tuple[str, ...], width: int) -> None:
    drawing = draw(small(rates(*values), rate_chart(len(values))), width=width)
    assert clashes(drawing) == []
    assert len(drawing.marks) == len(values)


def test_figures_of_different_units_are_refused() -> None:
    indicators = (
        rates("1")
        + "\nf1: {name: N, unit: ports, measure: count, period: 2024, value: 3, source: s}"
    )
    with pytest.raises(ChartError, match="differ in their unit of measure \\(%, ports\\)"):
        draw(small(indicators, rate_chart(2)))


def test_a_chart_without_figures_is_refused() -> None:
    with pytest.raises(ChartError, match="at least 1, and it has 0"):
        draw(small(rates("1"), "{kind: bars, of: [], title: T}"))


@pytest.mark.parametrize("width", [300, 430, 560, 640, 700, 760, 816, 960])
@pytest.mark.parametrize("sheet", [bundled(), with_names(bundled(), lambda name: f"{name} " * 3)])
def test_nothing_moves_when_a_row_is_selected(sheet: Sheet, width: int) -> None:
    def layout(selected: str | None) -> list[tuple[str, str, float]]:
        drawing = draw(sheet, "growth-1", width=width, selected=selected)
        names = [one for one in tagged(drawing, "name:") if isinstance(one, Text)]
        lines = [(str(one.get_gid()), one.get_text(), one.get_position()[1]) for one in names]
        return lines + [("bar", "", edge) for edge in boxes(drawing, "bar:")[0]]

    plain = layout(None)
    of = chart(sheet, "growth-1").of
    assert len(of) > 1
    for one in of:
        assert layout(one) == plain


def test_the_longest_name_has_room_on_one_line_when_it_is_bold() -> None:
    drawing = draw(bundled(), "growth-1", selected="industry")
    (name,) = tagged(drawing, "name:industry")
    assert isinstance(name, Text)
    assert name.get_text() == "Industry above designated size, value added"


def of_periods(*periods: str, name: str = "Rate") -> Sheet:
    lines = rates(*(str(at + 1) for at in range(len(periods)))).splitlines()
    made = [
        row.replace("period: 2024", f"period: {period}").replace("Rate", name)
        for row, period in zip(lines, periods, strict=True)
    ]
    return small("\n".join(made), rate_chart(len(made)))


@pytest.mark.parametrize("width", [240, 420, 560, 816])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_period_is_cut(width: int, language: str) -> None:
    sheet = of_periods("2024-04/2025-03", "2020-12-28/2021-01-03", "2024", name="A longer name")
    shown = texts(draw(sheet, width=width, language=language))
    wanted = {
        "en": {"Apr 2024–Mar 2025", "28 Dec 2020–3 Jan 2021"},
        "zh": {"2024 年 4 月—2025 年 3 月", "2020 年 12 月 28 日—2021 年 1 月 3 日"},
    }
    assert wanted[language] <= {one.replace("\xa0", " ") for one in shown}


@pytest.mark.parametrize("width", [240, 480, 816])
def test_the_one_period_of_all_has_no_column(width: int) -> None:
    sheet = of_periods("2024-04/2025-03", "2024-04/2025-03")
    drawing = draw(sheet, width=width)
    assert not [one for one in texts(drawing) if "2025" in one or one == "Period"]
    assert not tagged(drawing, "strip:covered")
    (section,) = sheet.sections
    own = msgspec.structs.replace(section.charts[0], subtitle="Its own")
    section = msgspec.structs.replace(section, charts=(own,))
    drawing = draw(msgspec.structs.replace(sheet, sections=(section,)), width=width)
    assert [one for one in texts(drawing) if "2025" in one], "nothing else says it"


def test_bars_of_another_period_than_most_are_muted() -> None:
    drawing = draw(of_periods("2019", "2010", "2019", "2019-01/2019-12", "not stated"))
    colors = {one: color(drawing, f"bar:f{one}") for one in range(5)}
    muted = {one for one, drawn in colors.items() if drawn == LIGHT.mid}
    assert muted == {1, 4}


@pytest.mark.parametrize(
    ("lit", "colors", "said"),
    [
        ("f0", [LIGHT.accent, LIGHT.rest, LIGHT.rest, LIGHT.rest], ""),
        ("f1", [LIGHT.rest, LIGHT.mid, LIGHT.rest, LIGHT.rest], "another period than 2019."),
        ("f3", [LIGHT.rest, LIGHT.rest, LIGHT.rest, LIGHT.mid], "period not stated."),
        ("f1, f3", [LIGHT.rest, LIGHT.mid, LIGHT.rest, LIGHT.mid], "than 2019, or none stated."),
    ],
)
def test_beside_a_highlighted_bar_all_others_are_grey_of_whatever_period(
    lit: str, colors: list[str], said: str
) -> None:
    sheet = of_periods("2019", "2010", "2019", "not stated")
    (section,) = sheet.sections
    bars = msgspec.structs.replace(section.charts[0], highlight=tuple(lit.split(", ")))
    lines = subtitle(bars, sheet, Wording("en"), medium="screen").replace("\xa0", " ")
    assert "Grey: the others." in lines
    assert lines.partition("Muted bars: ")[2].endswith(said)
    assert ("Muted bars" in lines) == bool(said)
    section = msgspec.structs.replace(section, charts=(bars,))
    drawing = draw(msgspec.structs.replace(sheet, sections=(section,)))
    assert [color(drawing, f"bar:f{one}") for one in range(4)] == colors


def test_a_bar_shows_the_latest_stated_value_and_what_is_not() -> None:
    row = (
        "f0: {name: N, unit: ports, measure: count, source: s, observations:"
        " [{period: 2022, value: 3}, {period: 2023, value: 6}, {period: 2024, value: not stated}]}"
    )
    drawing = draw(small(row, rate_chart(1)))
    assert text_of(drawing, "value:f0") == "6 ports"
    assert "2023; 2024: not stated" in texts(drawing)
    assert drawing.marks[0].text.endswith("2024: not stated")


def test_not_stated_is_never_cut() -> None:
    drawing = draw(made_up(), "money-2", width=420)
    assert text_of(drawing, "value:yard_orders") == "Not stated"


def test_a_week_fills_no_month_of_the_strip() -> None:
    drawing = draw(of_periods("2024-12-16/2024-12-22", "2024-03/2024-04"))
    assert len(boxes(drawing, "strip:covered")) == 2
    assert len(boxes(drawing, "strip:not covered")) == 10
