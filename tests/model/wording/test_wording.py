"""Values, origins, workings and sources are worded in both languages."""

from decimal import Decimal
from pathlib import Path

import pytest

from cqviewer.load import load_sheet
from cqviewer.model.facts import Sheet
from cqviewer.model.numbers.unit import Unit
from cqviewer.model.wording.wording import Wording
from cqviewer.paths import data_folder
from tests.model.sheets import figure, sheet

EN, ZH = Wording("en"), Wording("zh")
THIN = "\N{NARROW NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"


@pytest.fixture(scope="module")
def bundled() -> Sheet:
    path: Path = data_folder() / "chongqing-2024.yaml"
    return load_sheet(path)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("690000", "690,000"),
        ("7.60", "7.60"),
        ("-27.1", f"{MINUS}27.1"),
        ("0", "0"),
        ("-0.5", f"{MINUS}0.5"),
        ("1e5", "100,000"),
        ("1234567.891", "1,234,567.891"),
    ],
)
def test_a_number_keeps_its_decimals_and_has_a_real_minus(number: str, text: str) -> None:
    assert EN.number(Decimal(number)) == text


def test_a_sign_is_written_where_it_is_asked_for() -> None:
    assert EN.number(Decimal("7.6"), sign=True) == "+7.6"
    assert EN.number(Decimal("-7.6"), sign=True) == f"{MINUS}7.6"
    assert EN.number(Decimal(690000), grouping=False) == "690000"


@pytest.mark.parametrize(
    ("key", "en", "zh"),
    [
        ("industry", f"+7.6{THIN}%", "+7.6%"),
        ("clusters", "577.6 bn yuan", "5776 亿元"),
        ("projects", "300", "300 个"),
        ("invested", "465.65 bn yuan", "4656.5 亿元"),
        ("invested_per_project", "about 1.55 bn yuan", "约 15.5 亿元"),
        ("countries", "126", "126 个国家和地区"),
        ("cargo_index", "173", "173"),
        ("investment", "US$810 million", "8.1 亿美元"),
        ("investment_before", "about US$513 million", "约 5.13 亿美元"),
        ("jobs", "690,000", "69 万人"),
        ("jobs_before", "Not stated", "未注明"),
        ("goals.announced", "9", "9"),
        ("goals.linked", "4 of 13", "4/13"),
    ],
)
def test_values_are_worded_in_both_languages(bundled: Sheet, key: str, en: str, zh: str) -> None:
    assert EN.value(bundled.indicators[key]) == en
    assert ZH.value(bundled.indicators[key]) == zh


def test_zero_has_no_sign() -> None:
    for text in ("0", "0.0", "-0", "-0.00"):
        assert EN.number(Decimal(text), sign=True) == text.removeprefix("-")


@pytest.mark.parametrize(
    ("unit", "measure", "en", "zh"),
    [
        ("%", "count", "Count, per cent | In per cent", "数量（%） | 单位：%"),
        ("of 141", "count", "Count, of 141 | Unit: of 141", "数量（of 141） | 单位：of 141"),
        ("bn yuan", "level", "Amount, bn yuan | In bn yuan", "数值（亿元） | 单位：亿元"),
        ("US$ m", "level", "Amount, US$ m | In US$ m", "数值（万美元） | 单位：万美元"),
        ("x=1", "index", "Index, x=1 | Index, x=1", "指数（x=1） | 指数（x=1）"),
        (
            *("percentage points", "share"),
            "Difference, percentage points | Unit: percentage points",
            "差（个百分点） | 单位：个百分点",
        ),
    ],
)
def test_a_measure_and_its_unit_read_together(unit: str, measure: str, en: str, zh: str) -> None:
    one = sheet(f"a: {figure(value=3, unit=repr(unit), measure=measure)}").indicators["a"]
    assert f"{EN.measure(one)} | {EN.in_unit(one)}" == en
    assert f"{ZH.measure(one)} | {ZH.in_unit(one)}" == zh


def test_a_short_value_shortens_millions(bundled: Sheet) -> None:
    assert EN.value(bundled.indicators["investment"], short=True) == "US$810 m"
    assert EN.parts(bundled.indicators["investment"], short=True).unit == "US$ m"


@pytest.mark.parametrize(
    ("unit", "value", "en", "zh"),
    [
        ("€ million", "-14.6", f"{MINUS}€14.6 million", f"{MINUS}1460 万欧元"),
        ("US$", "-5", f"{MINUS}US$5", f"{MINUS}5 美元"),
        ("bn yuan", "-0.5", f"{MINUS}0.5 bn yuan", f"{MINUS}5 亿元"),
    ],
)
def test_a_minus_stands_before_the_symbol(unit: str, value: str, en: str, zh: str) -> None:
    made = sheet(f"a: {figure(unit=unit, value=value, measure='level')}")
    assert EN.value(made.indicators["a"]) == en
    assert ZH.value(made.indicators["a"]) == zh
    assert EN.value(made.indicators["a"], short=True) == en.replace("million", "m")


@pytest.mark.parametrize(
    ("unit", "value", "zh"),
    [
        ("bn yuan", "0.05", "5000 万元"),
        ("trillion yuan", "3.2", "32000 亿元"),
        ("US$", "810", "810 美元"),
        ("million euros", "-2.5", f"{MINUS}250 万欧元"),
        ("thousand yuan", "1.2", "1,200 元"),
        ("{en: jobs, zh: 人}", "1200", "1,200 人"),
        ("{en: jobs, zh: 人}", "719000", "71.9 万人"),
        ("{en: jobs, zh: 人}", "123456", "123,456 人"),
    ],
)
def test_chinese_counts_by_ten_thousands(unit: str, value: str, zh: str) -> None:
    made = sheet(f"a: {figure(unit=unit, value=value, measure='level')}")
    assert ZH.value(made.indicators["a"]) == zh


@pytest.mark.parametrize(
    ("key", "en", "zh"),
    [
        ("industry", "Change, per cent, real", "增幅（%），按可比价格计算"),
        ("retail", "Change, per cent, nominal", "增幅（%），按现价计算"),
        ("investment", "Amount, US$ million", "数值（亿美元）"),
        ("ports", "Count of ports", "数量（个）"),
        ("jobs", "Count of jobs", "数量（人）"),
        ("cargo_index", "Index, a year earlier = 100", "指数（上年同期 = 100）"),
        ("stability_rate", "Share, per cent", "占比（%）"),
    ],
)
def test_measures_are_worded(bundled: Sheet, key: str, en: str, zh: str) -> None:
    assert EN.measure(bundled.indicators[key]) == en
    assert ZH.measure(bundled.indicators[key]) == zh


@pytest.mark.parametrize(
    ("key", "en", "zh"),
    [
        (
            "investment_before",
            f"810 ÷ (1 + 57.9{THIN}%) = 512.98",
            "8.1 ÷ (1 + 57.9%) = 5.13 亿美元",
        ),
        ("invested_per_project", "465.65 ÷ 300 = 1.552", "4656.5 ÷ 300 = 15.52 亿元"),
        ("cargo_index", "100 + 73 = 173", "100 + 73 = 173"),
        ("goals.unnamed", f"9 {MINUS} 4", f"9 {MINUS} 4"),
        ("goals.named", "counted", "逐项计数"),
        ("goals.linked", "links of this sheet", "按本简报的关联计数"),
        ("industry", "", ""),
    ],
)
def test_a_working_shows_how_a_value_came_about(bundled: Sheet, key: str, en: str, zh: str) -> None:
    assert EN.working(bundled.indicators[key], bundled) == en
    assert ZH.working(bundled.indicators[key], bundled) == zh


def test_a_chinese_series_of_sums_has_one_unit() -> None:
    values = ", ".join(
        f"{{period: {year}, value: {one}}}" for year, one in ((2023, 12.5), (2024, 0.05))
    )
    made = sheet(
        f"a: {{name: A, unit: bn yuan, measure: level, source: report, observations: [{values}]}}"
    )
    one = made.indicators["a"]
    assert [ZH.value(one, each) for each in one.observations] == ["125 亿元", "0.5 亿元"]
    assert ZH.measure(one) == "数值（亿元）"
    assert EN.value(one) == "0.05 bn yuan"


def test_sums_side_by_side_share_a_scale_that_is_asked_for() -> None:
    one = sheet(f"a: {figure(unit='bn yuan', value=0.05, measure='level')}").indicators["a"]
    fixed = Wording("zh", scale=8)
    assert fixed.value(one) == "0.5 亿元"
    assert fixed.bare_number(one, Decimal("0.05")) == "0.5"
    assert fixed.unit(one.unit) == "亿元"
    assert ZH.bare_number(one, Decimal("0.05")) == "5000"
    assert Wording("en", scale=8).bare_number(one, Decimal("0.05")) == "0.05"


@pytest.mark.parametrize("value", ["1e29", "9" * 30, "0." + "0" * 20 + "1"])
def test_the_largest_and_smallest_numbers_are_worded_in_full(value: str) -> None:
    lines = f"a: {figure(value=value, measure='level', unit='trillion yuan')}\n"
    lines += f"b: {figure(derived='a + a', measure='level', unit='trillion yuan')}"
    made = sheet(lines.replace(", period: 2024, source: report par. 1, derived", ", derived"))
    digits = EN.number(Decimal(value)).replace(",", "")
    assert Decimal(digits) == Decimal(value)
    for wording in (EN, ZH):
        for one in made.indicators.values():
            assert wording.citation_line(one, made)
    assert ZH.value(made.indicators["a"]).startswith(("9999", "1000", "0.00"))


def test_an_assumption_goes_on_from_its_verb(bundled: Sheet) -> None:
    before = bundled.indicators["investment_before"]
    assert EN.assumption(before) == "Assumes that the rate compares with a year earlier"
    assert ZH.assumption(before) == "假定：增幅以上年同期为基数"
    assert EN.assumption(bundled.indicators["industry"]) == ""


def test_a_figure_in_one_phrase(bundled: Sheet) -> None:
    assert EN.figure_phrase(bundled.indicators["clusters"]) == (
        "Value added of the ‘33618’ manufacturing cluster system, 577.6 bn yuan, first three"
        " quarters of 2024, stated in the source"
    )
    assert EN.figure_phrase(bundled.indicators["jobs"]) == (
        "New urban jobs, 690,000, period not stated, stated in the source"
    )
    reach = next(one for one in bundled.sections[1].figures if one.indicator == "ports")
    assert EN.figure_phrase(bundled.indicators["ports"], reach.label) == (
        "in the Corridor’s reach, with 126 countries and regions, 548 ports, period not stated,"
        " stated in the source"
    )
    assert EN.figure_phrase(bundled.indicators["ports"]) == (
        "Ports in the reach of the Corridor, 548, period not stated, stated in the source"
    )
    assert EN.figure_phrase(bundled.indicators["jobs_before"], "Before") == (
        "Before, not stated in the source"
    )
    assert ZH.figure_phrase(bundled.indicators["jobs"]) == (
        "城镇新增就业，69 万人，未注明统计时期，据来源"
    )


DAYS = "23\u00a0December\u00a02024", "24\u00a0December\u00a02024"
REPORT = f"Economic Work Conference report, CPC Chongqing Municipal Committee, {DAYS[0]}"
URL = "https://app.ichongqing.info/mixmedia/a/202412/24/WS676a884be4b0db6b3348584f.html"


def test_a_rate_and_what_it_is_per_are_one_phrase(bundled: Sheet) -> None:
    rate, sum_ = bundled.indicators["invested_per_project"], bundled.indicators["invested"]
    assert EN.rate_phrase(rate) == "about 1.55 bn yuan per project"
    assert ZH.rate_phrase(rate) == "平均每个项目约 15.5 亿元"
    assert EN.rate_phrase(sum_) == ZH.rate_phrase(sum_) == ""


def test_a_figure_with_its_citation_in_one_line(bundled: Sheet) -> None:
    assert EN.citation_line(bundled.indicators["jobs"], bundled) == (
        f"New urban jobs: 690,000 (stated), period not stated. Source: {REPORT}, paragraph 9;"
        f" published by iChongqing, {DAYS[1]}. {URL}"
    )
    assert EN.citation_line(bundled.indicators["jobs_before"], bundled) == (
        "New urban jobs a year earlier: not stated."
    )
    assert EN.citation_line(bundled.indicators["investment_before"], bundled).startswith(
        "Actual foreign investment a year earlier: about US$513 million (derived: 810 ÷"
        f" (1 + 57.9{THIN}%) = 512.98; assumes that the rate compares with a year"
        " earlier), period not stated. Source:"
    )
    assert ZH.citation_line(bundled.indicators["jobs"], bundled) == (
        "城镇新增就业：69 万人（据来源），未注明统计时期。资料来源：中共重庆市委经济工作会议报道，"
        f"2024 年 12 月 23 日，第 9 段；发布方：iChongqing，2024 年 12 月 24 日。{URL}"
    )


def test_a_figure_worked_out_from_several_places_names_them_all() -> None:
    lines = [
        f"jobs: {figure(value=6)}",
        f"people: {figure(name='People', unit='people', value=2, source='report p. 4')}",
        f"each: {figure(name='Jobs each', derived='jobs / people', period=None, source=None)}",
    ]
    made = sheet("\n".join(lines))
    rep = "Rep, 14\u00a0February\u00a02025"
    assert EN.citation_line(made.indicators["each"], made).endswith(
        f"Sources: {rep}, paragraph 1; {rep}, page 4; published by City."
    )


def test_no_worded_line_has_a_space_or_a_stop_too_many(bundled: Sheet) -> None:
    assert bundled.indicators
    for wording in (EN, ZH):
        for one in bundled.indicators.values():
            for text in (wording.figure_phrase(one), wording.citation_line(one, bundled)):
                assert "  " not in text
                assert ".." not in text.replace("…", "")
                assert "\n" not in text
                assert "。。" not in text
                assert "None" not in text


def test_the_sheet_as_a_whole_is_worded(bundled: Sheet) -> None:
    assert EN.corner_note(bundled) == "5 of 13 figures for 2024 have a stated period"
    assert ZH.corner_note(bundled) == "2024 年的 13 项数据中有 5 项注明统计时期"


@pytest.mark.parametrize(
    ("unit", "en", "zh"),
    [
        ("CHF million", "CHF\u00a05 million", "500 万瑞士法郎"),
        ("million EUR", "5 million EUR", "500 万欧元"),
        ("€bn", "€5 bn", "50 亿欧元"),
        ("A$ million", "A$5 million", "500 万澳大利亚元"),
        ("₹ crore", "₹5 crore", "5000 万印度卢比"),
        ("₹ lakh crore", "₹5 lakh crore", "50000 亿印度卢比"),
        ("million kr", "5 million kr", "500 万克朗"),
        ("Per cent", f"5{THIN}%", "5%"),
        ("亿元", "5 亿元", "5 亿元"),
        ("百万美元", "5 百万美元", "500 万美元"),
        ("Rs. crore", "Rs.\u00a05 crore", "5000 万卢比"),
        ("dollars", "5 dollars", "5 美元"),
    ],
)
def test_units_of_other_countries_are_worded(unit: str, en: str, zh: str) -> None:
    one = sheet(f"a: {figure(unit=unit, value=5, measure='level')}").indicators["a"]
    assert EN.value(one) == en
    assert ZH.value(one) == zh


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        *(("₹ lakh", "十万印度卢比"), ("₹ crore", "千万印度卢比"), ("CHF bn", "十亿瑞士法郎")),
        *((f"{scale}元", f"{scale}元") for scale in ("", "千", "万", "亿", "百亿", "千亿", "万亿")),
    ],
)
def test_a_written_scale_is_named_in_chinese(unit: str, text: str) -> None:
    assert ZH.written_unit(Unit.parse(unit)) == text


def test_one_figure_has_a_stated_period_or_has_none() -> None:
    one = f"a: {figure(value=1, period='not stated')}"
    assert EN.corner_note(sheet(one)) == "0 of 1 figure has a stated period"
    assert EN.corner_note(sheet(one, head="year: 2024\n")) == (
        "0 of 1 figure for 2024 has a stated period"
    )
    assert ZH.corner_note(sheet(one)) == "1 项数据中有 0 项注明统计时期"
    two = f"{one}\nb: {figure(value=1)}"
    assert EN.corner_note(sheet(two)) == "1 of 2 figures have a stated period"
