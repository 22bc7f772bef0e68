"""Targets and verdicts in words, with the whole working, in English, Chinese and French."""

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cqviewer.load import load_sheet
from cqviewer.model.facts import Indicator, Sheet
from cqviewer.model.judging.verdict import Verdict, verdicts
from cqviewer.model.text import Language
from cqviewer.model.wording.wording import Wording
from cqviewer.paths import data_folder
from tests.model.sheets import plain, sheet

MINUS = "\N{MINUS SIGN}"
GROWTH = (
    "growth: {{name: Output, unit: '%', measure: growth, prices: real, better: higher,"
    " value: {value}, period: 2024, source: report,"
    " targets: [{{for: 2024, {target}, source: report p. 3}}]}}"
)
POOLS = (
    "pools: {{name: Pupils who swim, unit: '%', measure: share, better: higher, source: report,"
    " observations: {{2015: 50, 2024: 60}},"
    " targets: [{{for: 2030, value: 75, base: 2015, method: {method}, source: report p. 4}}]}}"
)


def judged(lines: str) -> tuple[Indicator, Verdict]:
    figure = next(iter(sheet(lines).indicators.values()))
    return figure, verdicts(figure)[0]


def growth(value: str, target: str) -> tuple[Indicator, Verdict]:
    return judged(GROWTH.format(value=value, target=target))


@pytest.mark.parametrize(
    ("target", "en", "zh"),
    [
        ("value: 7", "7 %", "7%"),
        ("about: 6", "about 6 %", "约 6%"),
        ("at_least: 7", "at least 7 %", "至少 7%"),
        ("below: -2", f"below {MINUS}2 %", f"低于 {MINUS}2%"),
    ],
)
def test_a_target_is_worded_without_a_plus(target: str, en: str, zh: str) -> None:
    figure, one = growth("7.3", target)
    worded = [plain(Wording(each).target(figure, one.target)) for each in ("en", "zh")]
    assert worded == [en, zh]


@pytest.mark.parametrize(
    ("value", "target", "line", "away"),
    [
        ("7.3", "value: 7", "Met", "0.3 points above"),
        ("0.1", "value: 4", "Missed by 3.9 points", "3.9 points below"),
        ("5", "value: 6", "Missed by 1 point", "1 point below"),
        ("5.7", "about: 6, allowance: 0.5", "Within ‘about’", "0.3 points below"),
        ("5.7", "about: 6", "0.3 points below, no verdict", "0.3 points below"),
        ("6", "about: 6", "Equal to the target, no verdict", "Equal to the target"),
        ("7", "result: {text: 119 % of it, met: true}", "Met: 119 % of it", ""),
        ("7", "result: {text: As planned}", "As planned", ""),
    ],
)
def test_a_verdict_says_by_how_much(value: str, target: str, line: str, away: str) -> None:
    figure, one = growth(value, target)
    wording = Wording("en")
    assert plain(wording.verdict_line(figure, one)) == line
    assert plain(wording.away(figure, one)) == away


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["Met", "Missed by 0.7 points", "Not yet known"]),
        ("zh", ["达到", "未达到，相差 0.7 个百分点", "尚未公布"]),
        ("fr", ["Atteint", "Non atteint, écart de 0,7 point", "Pas encore connu"]),
    ],
)
def test_verdicts_are_worded_in_each_language(language: Language, words: list[str]) -> None:
    each = [growth("7", "value: 7"), growth("5.3", "value: 6"), growth("5", "value: 6")]
    each[2] = judged(GROWTH.format(value="5", target="value: 6").replace("for: 2024", "for: 2026"))
    assert [plain(Wording(language).verdict_line(*one)) for one in each] == words


def test_a_provisional_verdict_says_so() -> None:
    line = GROWTH.format(value="8", target="value: 7").replace(
        "value: 8", "value: 8, status: provisional"
    )
    assert Wording("en").verdict(judged(line)[1]) == "Met, provisional"


def test_the_working_of_a_difference_is_whole() -> None:
    wording = Wording("en")
    figure, one = growth("5.7", "about: 6, allowance: 0.5")
    assert [plain(line) for line in wording.judgement(figure, one)] == [
        f"5.7 {MINUS} 6 = {MINUS}0.3 percentage points",
        "‘about 6 %’ read as 5.5 to 6.5 %",
    ]
    assert wording.reading_of_about(one).endswith("not the source’s.")
    figure, one = growth("5.7", "about: 6")
    assert wording.judgement(figure, one)[-1] == "No verdict: no source says what ‘about’ allows."
    assert wording.reading_of_about(one) == ""
    figure, one = growth("7", "result: {text: 119 % of it, met: true}")
    assert wording.judgement(figure, one) == ["The source’s own verdict: 119 % of it"]


@settings(deadline=None)
@given(
    whole=st.integers(1, 999),
    parts=st.integers(1, 999),
    kind=st.sampled_from(["value", "at_least", "at_most", "above", "below", "about"]),
    digits=st.integers(0, 3),
)
def test_a_difference_is_that_of_the_numbers_before_it(
    whole: int, parts: int, kind: str, digits: int
) -> None:
    aim = round(Decimal(whole) / parts, digits) or 1
    figure, one = judged(
        f"ratio: {{name: Ratio, unit: things, measure: level, better: higher, derived: a / b,"
        f" targets: [{{for: 2024, {kind}: {aim}, source: report p. 3}}]}}\n"
        + "\n".join(
            f"{name}: {{name: {name}, unit: things, measure: level, value: {value},"
            f" period: 2024, source: report}}"
            for name, value in (("a", whole), ("b", parts))
        )
    )
    step = plain(Wording("en").judgement(figure, one)[0]).replace(",", "").replace(MINUS, "-")
    first, second, gap = re.findall("(?:[-+](?=[0-9]))?[0-9.]+", step)
    assert Decimal(first) - Decimal(second) == Decimal(gap)


@pytest.mark.parametrize(
    ("target", "line"),
    [("at_least: 4", "Met"), ("at_most: 4", "Missed"), ("at_least: 6", "No verdict")],
)
def test_the_verdict_on_a_limit_says_that_every_value_has_it(target: str, line: str) -> None:
    wording = Wording("en")
    figure, one = growth("at least 5", target)
    assert wording.verdict_line(figure, one) == line
    (why,) = wording.judgement(figure, one)
    is_open = line == "No verdict"
    every = "Every value that is at least +5 % has this verdict."
    assert plain(why) == ("No verdict: of 2024 only a bound is known." if is_open else every)


@pytest.mark.parametrize(
    ("method", "steps", "other"),
    [
        (
            "statcan",
            [
                "Observed, 9 years: (60 ÷ 50)^(1/9) − 1 = +2.05 % a year",
                "Required, 15 years: (75 ÷ 50)^(1/15) − 1 = +2.74 % a year",
                "2.05 ÷ 2.74 = 75 %",
                "Acceleration needed: from 60 % to below 95 %",
            ],
            "United Nations: Acceleration needed",
        ),
        (
            "un",
            [
                "Observed, 9 years: (60 ÷ 50)^(1/9) − 1 = +2.05 % a year",
                "Required, 15 years: (75 ÷ 50)^(1/15) − 1 = +2.74 % a year",
                "(67.75 − 50) ÷ (75 − 50) = 71 %",
                "Acceleration needed: from 10 % to below 95 %",
            ],
            "Statistics Canada: Acceleration needed",
        ),
    ],
)
def test_the_working_of_a_method_is_whole_and_the_other_stands_beside_it(
    method: str, steps: list[str], other: str
) -> None:
    wording = Wording("en")
    figure, one = judged(POOLS.format(method=method))
    assert [plain(line) for line in wording.judgement(figure, one)] == steps
    assert wording.others(figure, one)[0] == other
    assert one.progress
    assert wording.progress_periods(one.progress) == "Base 2015, latest 2024, 9 years apart"


LEVELS = st.decimals("1", "99.99", places=2)


@settings(deadline=None)
@given(levels=st.tuples(LEVELS, LEVELS, LEVELS), power=st.integers(-8, 8))
@pytest.mark.parametrize("method", ["statcan", "un"])
def test_who_works_out_the_comparison_as_shown_finds_its_share(
    method: str, levels: tuple[Decimal, Decimal, Decimal], power: int
) -> None:
    better = "higher" if levels[2] >= levels[0] else "lower"
    text = POOLS.format(method=method).replace("'%'", "things").replace("higher", better)
    olds = ("2015: 50", "2024: 60", "value: 75")
    for old, level in zip(olds, levels, strict=True):
        text = text.replace(old, f"{old[:-2]}{level.scaleb(power):f}")
    figure, one = judged(text.replace("measure: share", "measure: level"))
    if (made := one.progress) is None:
        assert levels[0] == levels[2]
        return
    shown = plain(Wording("en").comparison(figure, one.target, made)).replace(MINUS, "-")
    left, right, *more, _ = [
        Decimal(one) for one in re.findall("-?[0-9.]+", shown.replace(",", ""))
    ]
    share = left / right if method == "statcan" else (left - right) / (more[0] - more[1])
    assert abs(share - made.result) <= Decimal("0.0051") * (1 + abs(made.result))


@pytest.mark.parametrize(
    ("language", "method", "told"),
    [
        ("en", "statcan", "Acceleration needed, method ‘Statistics Canada’"),
        ("en", "un", "Acceleration needed, method ‘United Nations’"),
        ("zh", "un", "需加快，方法“联合国”"),
    ],
)
def test_a_verdict_of_a_method_never_stands_without_it(
    language: Language, method: str, told: str
) -> None:
    wording = Wording(language)
    figure, one = judged(POOLS.format(method=method))
    assert wording.verdict_told(figure, one) == told
    assert wording.outcome(figure).endswith(told)
    met = growth("7", "value: 7")
    assert wording.verdict_told(*met) == wording.verdict_line(*met)


def test_a_share_has_a_digit_more_where_rounding_would_hide_its_class() -> None:
    line = POOLS.format(method="un").replace("2024: 60", "2024: 63.11")
    _, one = judged(line)
    assert one.progress
    assert one.outcome == "acceleration"
    assert plain(Wording("en").share(one.progress)) == "94.8 %"


def test_a_rounded_outturn_shows_the_digit_that_decides() -> None:
    figure = sheet(
        "a: {name: A, unit: t, measure: level, value: 20.88, period: 2024, source: report}\n"
        "b: {name: B, unit: t, measure: level, derived: a / 3, digits: 1, better: higher,"
        " targets: [{for: 2024, value: 7, source: report}]}"
    ).indicators["b"]
    one = verdicts(figure)[0]
    assert Wording("en").value(figure) == "about 7.0 t"
    assert Wording("en").outturn(figure, one) == "6.96 t"
    assert Wording("en").gap(figure, one) == f"{MINUS}0.04 t"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Target 7 % for 2024. Met. Derived, method ‘difference’."),
        ("zh", "目标：2024 年，7%。达到。计算，方法“差距”。"),
    ],
)
def test_a_screen_reader_hears_target_verdict_and_whose_it_is(
    language: Language, said: str
) -> None:
    figure, one = growth("7.3", "value: 7")
    assert plain(Wording(language).target_phrase(figure, one)) == said
    assert plain(Wording(language).figure_phrase(figure)).endswith(said)


def test_a_target_whose_number_the_sheet_does_not_have_is_said_to_be_so() -> None:
    figure, one = growth("7.3", "result: {text: 119 % of the target, met: true, source: report}")
    said = "Target, 2024: not in this sheet. Met: 119 % of the target. Stated in the source."
    assert plain(Wording("en").target_phrase(figure, one)) == said


def test_a_copied_figure_has_target_verdict_working_and_both_sources() -> None:
    made: Sheet = sheet(GROWTH.format(value="7.3", target="value: 7"))
    line = plain(Wording("en").citation_line(made.indicators["growth"], made))
    assert line.startswith("Output: +7.3 % (stated), 2024. Source: Rep")
    assert line.endswith(
        "Target 7 % for 2024. Met. Derived, method ‘difference’. 7.3 − 7 = +0.3 percentage points."
        " Source: Rep, 14 February 2025, page 3."
    )


def test_counts_over_the_targets_are_figures() -> None:
    made = sheet(GROWTH.format(value="7.3", target="value: 7"), head="year: 2024\n")
    words = Wording("en")
    counted = {
        key: (words.name(one), words.value(one))
        for key, one in made.indicators.items()
        if key.startswith("targets.")
    }
    assert counted == {
        "targets.all": ("Targets for 2024", "1"),
        "targets.met": ("Targets met, 2024", "1 of 1"),
        "targets.missed": ("Targets missed, 2024", "0 of 1"),
        "targets.open": ("Targets for 2024, outturn not yet known", "0 of 1"),
    }


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("growth", "GDP: +5.3 % (target about 6 %: 0.7 points below, no verdict)"),
        ("industry", "Industry: +7.3 % (target 7 %: Met)"),
        ("jobs", "Jobs: 719,000 (Met: 119 % of the target)"),
        ("targets.met", "Targets met, 2024: 2 of 3"),
    ],
)
def test_a_figure_beside_a_goal_has_its_target_and_verdict(name: str, said: str) -> None:
    sheet = load_sheet(data_folder() / "chongqing-targets.yaml")
    told = Wording("en").beside_goal(sheet.indicators[name])
    assert plain(told) == said


@pytest.mark.parametrize(
    ("value", "en", "zh"),
    [
        ("49.5", "Missed by 0.5 points, provisional", "未达到，相差 0.5 个百分点（初步）"),
        ("50.0", "Missed, provisional: Equal to the target", "未达到（初步）：与目标相同"),
    ],
)
def test_a_provisional_miss_says_by_how_much(value: str, en: str, zh: str) -> None:
    figure, one = growth(f"{value}, status: provisional", "above: 50")
    worded = [plain(Wording(each).verdict_line(figure, one)) for each in ("en", "zh")]
    assert worded == [en, zh]


def test_an_outturn_of_another_period_than_the_target_says_so_in_a_table() -> None:
    figure, one = judged(POOLS.format(method="statcan"))
    outturn, period, *_ = Wording("en").target_cells(figure, one)
    assert (plain(outturn), period) == ("60 %, 2024", "2030")
