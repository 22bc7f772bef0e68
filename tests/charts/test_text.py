"""What is written around charts: subtitles, source lines, descriptions, in both languages."""

import msgspec
import pytest

from cqviewer.charts.contents import chart_facts
from cqviewer.charts.kinds.slope import Slope
from cqviewer.charts.text import chart_scale, description, source_note, subtitle
from cqviewer.load import load_sheet
from cqviewer.model.facts import Chart, Sheet
from cqviewer.model.numbers.period import Period
from cqviewer.model.text import Language
from cqviewer.model.wording.wording import Wording
from cqviewer.paths import data_folder
from tests.charts.sheets import bundled, chart, charts, made_up, small
from tests.checkout import run_python

SOURCE = (
    "Source: Economic Work Conference report, CPC Chongqing Municipal Committee, 23 December 2024."
)
LINKS = "The links are made for this sheet, not by the source."
MUTED = "Muted bars: period not stated."
SPACE = "\u202f"


def plain(text: str) -> str:
    return text.replace("\xa0", " ").replace(SPACE, " ")


def title_line(sheet: Sheet, chart_id: str, language: Language = "en") -> str:
    return plain(subtitle(chart(sheet, chart_id), sheet, Wording(language), medium="screen"))


def note(sheet: Sheet, chart_id: str, language: Language = "en") -> str:
    return plain(source_note(chart(sheet, chart_id), sheet, Wording(language)))


def described(sheet: Sheet, chart_id: str, language: Language = "en") -> str:
    return plain(description(chart(sheet, chart_id), sheet, Wording(language)))


@pytest.mark.parametrize(
    ("chart_id", "text"),
    [
        (
            "growth-1",
            f"Change in per cent as given in the source, figures of all tabs. {MUTED}",
        ),
        ("trade-1", "Actual foreign investment, US$. Period not stated."),
        ("trade-2", "One square: one country or region, or one port. Period not stated."),
        ("employment-1", "One square is 10,000 jobs, one block 100,000. Period not stated."),
        (
            "goals-1",
            f"Lines lead from a priority to figures for 2024. {LINKS}",
        ),
    ],
)
def test_subtitles_of_the_bundled_sheet(chart_id: str, text: str) -> None:
    assert title_line(bundled(), chart_id) == text


@pytest.mark.parametrize(
    ("chart_id", "text"),
    [
        ("port-1", "Containers, thousand containers. 2018–2024."),
        ("port-2", "Unit: thousand. 2018–2024."),
        ("port-3", "One square: one crane. 31 December 2024."),
        ("homes-1", "Homes, 2024."),
        ("homes-2", "In per cent. 31 December 2024."),
        ("money-1", "Budget balance, € million. 2018–2024."),
        (
            "aims-1",
            f"Lines lead from an aim to figures for 2024. {LINKS}",
        ),
    ],
)
def test_subtitles_of_the_made_up_sheet(chart_id: str, text: str) -> None:
    assert title_line(made_up(), chart_id) == text


def test_print_speaks_of_sections_instead_of_tabs() -> None:
    one = chart(bundled(), "growth-1")
    text = subtitle(one, bundled(), Wording("en"), medium="print")
    assert "figures of all sections" in text
    assert "tabs" not in text


def test_a_unit_that_the_name_says_is_not_said_again() -> None:
    sheet = load_sheet(data_folder() / "chongqing-by-year.yaml")
    assert title_line(sheet, "corridor-1") == "Corridor, ports. Nov 2020–Apr 2025."
    assert title_line(sheet, "output-1") == "GDP, bn yuan. 2014–2025."


def test_a_subtitle_of_the_sheet_wins() -> None:
    one = msgspec.structs.replace(chart(bundled(), "growth-1"), subtitle={"en": "Mine", "zh": "我"})
    assert subtitle(one, bundled(), Wording("en"), medium="screen") == "Mine"
    assert subtitle(one, bundled(), Wording("zh"), medium="screen") == "我"


def test_chinese_subtitles() -> None:
    assert (
        title_line(bundled(), "employment-1", "zh")
        == "每格代表 1 万人，每组 10 万人。未注明统计时期。"
    )
    assert title_line(made_up(), "port-1", "zh").endswith("。2018—2024 年。")
    assert title_line(bundled(), "trade-1", "zh") == "实际使用外资，亿美元。未注明统计时期。"


def test_a_square_of_money_is_a_sum_in_chinese() -> None:
    figure = "f: {name: F, unit: bn yuan, measure: level, value: 30, source: s, period: 2024}"
    sheet = small(figure, "{kind: units, of: [f], title: T}")
    assert title_line(sheet, "one-1", "zh") == "每格代表 10 亿元，每组 100 亿元。2024 年。"
    assert title_line(sheet, "one-1") == "One square: bn yuan. 2024."


def test_source_notes_say_what_must_be_known() -> None:
    assert note(bundled(), "growth-1") == (
        f"{SOURCE} Rates over different periods are not directly comparable."
        " Real and nominal rates stand side by side"
        " (real: Industry, value added; nominal: Retail sales)."
    )
    assert note(bundled(), "employment-1") == SOURCE
    assert note(bundled(), "goals-1") == SOURCE
    assert note(bundled(), "trade-1") == f"{SOURCE} Hollow mark: derived for this sheet."
    assert note(bundled(), "growth-2") == f"{SOURCE} Hollow mark: derived for this sheet."


@pytest.mark.parametrize("kind", ["bars", "slope", "line", "columns"])
def test_real_beside_nominal_is_said_under_every_chart(kind: str) -> None:
    rate = "unit: '%', measure: growth, source: s"
    listed = "observations: [{period: 2023, value: 1}, {period: 2024, value: 2}]"
    figures = (
        f"r: {{name: Rises, {rate}, prices: real, {listed}}}\n"
        f"  n: {{name: Falls, {rate}, prices: nominal, {listed}}}"
    )
    sheet = small(figures, f"{{kind: {kind}, of: [r, n], title: T}}")
    said = "Real and nominal rates stand side by side (real: Rises; nominal: Falls)."
    assert said in note(sheet, "one-1")


def test_only_a_mark_that_is_drawn_hollow_is_explained() -> None:
    assert "Hollow" not in note(made_up(), "homes-1")  # only its rate is derived
    assert "Hollow" not in note(bundled(), "trade-2")  # its derived index says so itself
    assert "Hollow" in note(made_up(), "homes-2")


def test_rates_of_one_period_need_no_warning() -> None:
    rate = "{{name: N, unit: '%', measure: growth, value: {0}, period: 2024, source: s}}"
    indicators = f"a: {rate.format(1)}\nb: {rate.format(2)}"
    sheet = small(indicators, "{kind: bars, of: [a, b], title: T}")
    assert "comparable" not in note(sheet, "one-1")
    mixed = indicators.replace("2024", "2023", 1)
    assert "comparable" in note(small(mixed, "{kind: bars, of: [a, b], title: T}"), "one-1")


def test_bars_are_described_in_the_order_they_are_drawn_in() -> None:
    text = described(made_up(), "money-2")
    assert text == (
        "Bar chart. Highest Rent, +6.4 %, 2024; lowest Catch of fish, −11.8 %, Q1–Q3 2024."
        " Rent: +6.4 %, 2024; Shipyard, output: +3.75 %, period not stated;"
        " Overnight stays: −2 %, Apr–Oct 2024; Catch of fish: −11.8 %, Q1–Q3 2024;"
        " Shipyard, orders: not stated."
    )


def test_a_line_is_described_with_what_is_missing() -> None:
    text = described(made_up(), "port-1")
    assert "2020: 361 thousand containers, 2021 not in this sheet, 2022: 448 thousand" in text
    assert "2023: not stated, 2024: 502.3 thousand containers" in text
    assert "2021 年本简报未列，2022 年：448" in described(made_up(), "port-1", "zh")


def test_a_slope_is_described_with_its_rate_and_what_is_derived() -> None:
    assert described(bundled(), "trade-1") == (
        "Slope chart: from Actual foreign investment a year earlier: about US$513 million,"
        " period not stated, derived to Actual foreign investment: US$810 million,"
        " period not stated, a change of +57.9 %."
    )


def test_goals_are_described_with_their_figures() -> None:
    text = described(bundled(), "goals-1")
    assert text.startswith("Nine priorities for 2025, four of them named: Manufacturing with")
    assert text.endswith("Mega-city governance without a figure.")


@pytest.mark.parametrize(
    ("goals", "text"),
    [
        ("{year: 2030, announced: 7}", "Seven goals for 2030, none of them named."),
        ("{year: 2030, announced: 1, one: aim}", "One aim for 2030, none of them named."),
        ("{year: 2030, announced: 40}", "40 goals for 2030, none of them named."),
    ],
)
def test_unnamed_goals_are_described(goals: str, text: str) -> None:
    figure = "f: {name: F, unit: t, measure: level, value: 1, source: s, period: 2024}"
    sheet = small(figure, "{kind: goals, title: T}", f"goals: {goals}\n")
    assert described(sheet, "one-1") == text
    assert title_line(sheet, "one-1") == ""


def test_a_series_is_described_with_every_value() -> None:
    text = described(made_up(), "port-1")
    assert text.startswith(
        "Line chart. Highest 502.3 thousand containers, 2024; lowest 361 thousand containers, 2020."
        " Containers from 412 thousand containers (2018) to 502.3 thousand containers (2024)."
        " Containers: 2018: 412 thousand containers, "
    )
    assert "2019: 437.5 thousand containers" in text
    assert "2023: not stated" in text


ALL = [(sheet, one) for sheet in (bundled(), made_up()) for one in charts(sheet)]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("sheet", "one"), ALL, ids=[one.id for _, one in ALL])
def test_a_description_is_one_sentence_with_all_names_and_values(
    sheet: Sheet, one: Chart, language: Language
) -> None:
    wording = Wording(language)
    text = description(one, sheet, wording)
    assert text.endswith(wording.say("stop"))
    assert not text.endswith(wording.say("stop") * 2)
    shown = [sheet.indicators[name] for name in chart_facts(one, sheet) if name in sheet.indicators]
    assert shown
    for figure in shown:
        if one.id == "homes-1" and figure.id == "homes_growth":
            continue  # a slope's rate is named by what it is a change of
        if figure.latest.value is not None:
            assert wording.value(figure) in text
        names = (wording.short_name(figure), wording.brief_name(figure))
        assert any(name in text for name in names) or figure.id == one.change


def test_one_time_series_is_a_slope_from_first_to_last() -> None:
    one = msgspec.structs.replace(chart(made_up(), "money-1"), kind="slope")
    first, last = Slope(one, made_up()).ends()
    assert (str(first[1].value), str(last[1].value)) == ("3.2", "5.1")


def bars(*periods: str, measure: str = "level") -> Sheet:
    rows = [
        f"f{at}: {{name: N{at}, unit: '%', measure: {measure}, value: {at}, period: {one},"
        " source: s}"
        for at, one in enumerate(periods)
    ]
    of = ", ".join(f"f{at}" for at in range(len(periods)))
    return small("\n".join(rows), f"{{kind: bars, of: [{of}], title: T}}")


@pytest.mark.parametrize(
    ("periods", "text"),
    [
        (("2024", "2024-01/2024-12"), "In per cent. 2024."),
        (("2024-04/2025-03",) * 2, "In per cent. April 2024–March 2025."),
        (("2010", "2019", "2019"), "In per cent. Muted bars: another period than 2019."),
        (
            ("2010", "2019", "not stated"),
            "In per cent. Muted bars: another period than 2019, or none stated.",
        ),
        (("not stated", "not stated"), f"In per cent. {MUTED}"),
    ],
)
def test_a_subtitle_of_bars_says_the_one_period_or_what_is_muted(
    periods: tuple[str, ...], text: str
) -> None:
    assert title_line(bars(*periods), "one-1") == text


def test_different_periods_are_said_under_bars() -> None:
    assert "The values are of different periods." in note(bars("2010", "2019"), "one-1")
    assert "different periods" not in note(bars("2019", "2019-01/2019-12"), "one-1")
    rates = note(bars("2010", "2019", measure="growth"), "one-1")
    assert "Rates over different periods are not directly comparable." in rates
    assert "各项数值的统计时期不同。" in note(bars("2010", "2019"), "one-1", "zh")


def test_a_slope_of_one_series_names_both_its_periods() -> None:
    row = (
        "f: {name: Homes, unit: t, measure: level, source: s, observations:"
        " [{period: 2015, value: 3}, {period: 2020, value: 5}, {period: 2024, value: 4}]}"
    )
    sheet = small(row, "{kind: slope, of: [f], title: T}")
    assert title_line(sheet, "one-1") == "Homes, t. 2015 and 2024."
    assert title_line(sheet, "one-1", "zh") == "Homes，t。2015 年和 2024 年。"


def test_goals_have_no_scale_whatever_figures_are_written() -> None:
    sheet = bundled()
    goals = msgspec.structs.replace(chart(sheet, "goals-1"), of=("investment",))
    alone = msgspec.structs.replace(sheet, indicators={})
    assert chart_scale(goals, alone) is None


def test_words_checks_and_contents_need_no_matplotlib() -> None:
    script = """
import sys
sys.modules["matplotlib"] = None  # makes an import of it fail
from cqviewer.charts.contents import chart_part, section_facts
from cqviewer.charts.text import description, source_note, subtitle
from cqviewer.load import load_sheet
from cqviewer.model.wording.wording import Wording
from cqviewer.paths import data_folder
from cqviewer.paths import data_folder
sheet, wording, number = load_sheet(data_folder() / "chongqing-2024.yaml"), Wording("en"), 0
for section in sheet.sections:
    section_facts(section, sheet)
    for chart in section.charts:
        subtitle(chart, chart_part(chart, sheet), wording, medium="screen")
        number += bool(description(chart, sheet, wording) and source_note(chart, sheet, wording))
print(number)
"""
    done = run_python(script)
    assert (done.stdout, done.stderr) == (f"{len(charts(bundled()))}\n", "")


def begun(chart_id: str, sheet: Sheet, language: Language = "en") -> str:
    return plain(description(chart(sheet, chart_id), sheet, Wording(language)))


@pytest.mark.parametrize(
    ("chart_id", "text"),
    [
        ("growth-1", "Bar chart. Highest New energy vehicles, output, +100 %, period not stated; "),
        ("growth-1", "lowest Exports, +2.8 %, period not stated. "),
    ],
)
def test_a_chart_is_summed_up_by_its_highest_and_lowest_value(chart_id: str, text: str) -> None:
    assert text in begun(chart_id, bundled())


@pytest.mark.parametrize("chart_id", ["growth-2", "employment-1", "goals-1"])
def test_values_of_several_units_or_fewer_than_three_are_not_summed_up(chart_id: str) -> None:
    assert "Highest" not in begun(chart_id, bundled())


def test_a_series_is_summed_up_by_its_ends_as_well() -> None:
    assert begun("money-1", made_up()).startswith(
        "Column chart. Highest €5.1 million, 2024; lowest −€14.6 million, 2020. "
        "Budget balance from €3.2 million (2018) to €5.1 million (2024). "
    )


def test_a_unit_of_several_languages_is_one_unit() -> None:
    sheet = load_sheet(data_folder() / "chongqing-by-year.yaml")
    assert "最高75.3 万人，2018 年" in begun("employment-1", sheet, "zh")


@pytest.mark.parametrize(
    ("last", "is_known"), [("12", True), ("below 5", False), ("at least 90", False)]
)
@pytest.mark.parametrize("kind", ["line", "columns", "bars"])
def test_where_a_bound_is_shown_none_is_called_the_highest_or_lowest(
    kind: str, last: str, is_known: bool
) -> None:
    rows = f"{{2022: 20, 2023: 30, 2024: {last}}}"
    lines = "\n".join(
        f"{one}: {{name: {one}, unit: t, measure: level, source: s, observations: {rows}}}"
        for one in ("a", "b", "c")
    )
    sheet = small(lines, f"{{kind: {kind}, of: [a, b, c], title: T}}")
    assert ("ighest" in begun("one-1", sheet)) is is_known


def test_only_what_a_chart_shows_is_summed_up() -> None:
    lines = "\n".join(
        f"{one}: {{name: {one}, unit: t, measure: level, source: s,"
        f" observations: {{2022: {number}, 2024: {number + 70}}}}}"
        for number, one in enumerate(("a", "b", "c"), 10)
    )
    sheet = small(lines, "{kind: bars, of: [a, b, c], title: T}")
    one = msgspec.structs.replace(chart(sheet, "one-1"), period=Period.parse("2022"))
    said = plain(description(one, sheet, Wording("en")))
    assert "Highest c, 12 t, 2022; lowest a, 10 t, 2022." in said


def test_every_chart_of_the_bundled_sheets_is_described() -> None:
    sheets = [load_sheet(one) for one in sorted(data_folder().glob("chongqing-*.yaml"))]
    every = [(one, sheet) for sheet in sheets for part in sheet.sections for one in part.charts]
    assert len(every) > 10
    words = [Wording("en"), Wording("zh")]
    assert all(description(one, sheet, word) for one, sheet in every for word in words)
