"""Targets are read as the sheet writes them: no kind, number, period or verdict is another's."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cqviewer.load import examine_sheet
from cqviewer.model.numbers.period import Period
from cqviewer.model.target import Target
from tests.model.sheets import SECTIONS, figure, sheet, sheet_text

YEARS = "{2015: 50, 2023: 60, 2024: 62}"
SHARE = {"unit": "'%'", "measure": "share", "value": None, "period": None, "observations": YEARS}


def text(*targets: str, **fields: object) -> str:
    """Write a sheet with a share that has targets."""
    given = SHARE | fields
    listed = ", ".join(f"{{{one}}}" for one in targets)
    return f"a: {figure(**given, targets=f'[{listed}]')}"


def read(*targets: str, **fields: object) -> tuple[Target, ...]:
    """Read the targets of a share."""
    return sheet(text(*targets, **fields)).indicators["a"].targets


def said(*targets: str, **fields: object) -> list[tuple[str, str]]:
    """Return the errors of a sheet with such targets, each with its help."""
    found = examine_sheet(sheet_text(text(*targets, **fields)).encode(), "f").problems
    return [(one.message, one.help) for one in found if one.severity == "error"]


KINDS = {
    "value": "value",
    "at_least": "at least",
    "at_most": "at most",
    "below": "below",
    "above": "above",
    "about": "about",
}


@settings(max_examples=25)
@given(
    key=st.sampled_from([*KINDS]),
    value=st.decimals(-999, 999, places=2),
    year=st.integers(2025, 2099),
)
def test_a_target_keeps_its_kind_number_and_year(key: str, value: Decimal, year: int) -> None:
    (one,) = read(f"for: {year}, {key}: {value}, source: report p. 7")
    assert (one.kind, one.value, one.period) == (KINDS[key], value, Period.parse(f"{year}"))
    assert str(one.value) == str(value or abs(value))  # 7.60 stays 7.60
    assert one.citation is not None
    assert (one.citation.source, one.citation.where) == ("report", "7")
    assert (one.allowance, one.base, one.result, one.method) == (None, None, None, "difference")


def test_what_a_source_says_of_a_target_is_kept_with_its_own_place() -> None:
    (one,) = read(
        "for: 2024, about: 60, allowance: 1.5, source: report p. 1,"
        " result: {text: {en: All of it, zh: 全部}, met: false, source: report p. 9}"
    )
    assert (one.kind, one.value, one.allowance) == ("about", Decimal(60), Decimal("1.5"))
    assert one.result is not None
    assert (one.result.text, one.result.met) == ({"en": "All of it", "zh": "全部"}, False)
    assert [cited and cited.where for cited in (one.citation, one.result.citation)] == ["1", "9"]


def test_a_verdict_of_the_source_is_kept_where_it_names_no_value() -> None:
    (one,) = read("for: 2024, source: report p. 1, result: {text: Done, met: true}")
    assert (one.kind, one.value) == ("value", None)
    assert one.result is not None
    assert one.result.met


def test_a_base_and_a_method_are_kept_and_the_measure_is_the_targets_own() -> None:
    (one,) = read("for: 2030, value: 75, base: 2015, method: un, source: report")
    assert (one.base, one.method) == (Period.parse("2015"), "un")
    (own,) = read("for: 2030, value: 5, measure: growth, prices: real, source: report")
    assert (own.measure, own.prices) == ("growth", "real")


def test_targets_stand_in_the_order_of_the_file_each_for_its_own_fiscal_year() -> None:
    later = "for: 2030/31, value: 70, source: report"
    years = "{2022/23: 60, 2023/24: 62}"
    first, second = read(
        later, later.replace("2030/31", "2026/27"), year_begins=4, observations=years
    )
    assert first.period == Period.parse("2030-04/2031-03")
    assert second.period == Period.parse("2026-04/2027-03")


@pytest.mark.parametrize(
    ("target", "message", "help_"),
    [
        ("for: 2030", "the target has no value", "add one of: `value:`, `at_least:`"),
        ("for: 2030, above: 3, below: 4", "`above` stands beside `below`", "keep one of the two"),
        ("for: not stated, value: 3", "a target is for a period that is known", "such as 2030"),
        ("for: 2030, about: 3, allowance: -2", "an allowance is not negative", "write 2"),
        ("for: 2030, value: 3, allowance: 2", "`allowance` says what 'about' allows", "`about:`"),
        ("for: 2030, value: 9, base: 2015", "`base` says nothing without a method", "`method:"),
        ("for: 2030, value: 9, method: un", "`un` measures progress from a base", "`base:`"),
        ("for: 2014, value: 9, base: 2015, method: un", "the base does not lie before", "earlier"),
        ("for: 2015, value: 9, base: 2015, method: un", "the base does not lie before", "earlier"),
        ("for: 2030, value: nine", "'nine' is no plain number", "write a number"),
        ("for: 2030, about: 9, allowance: some", "'some' is no plain number", "7.6"),
        ("for: 2030, value: not stated", "'not stated' is no plain number", "leave it out"),
        ("for: next year, value: 9", "'next year' is no period", "2024"),
    ],
)
def test_what_is_wrong_with_a_target_is_said_once_and_how_to_write_it(
    target: str, message: str, help_: str
) -> None:
    ((problem, hint),) = said(f"{target}, source: report")
    assert problem.startswith(message)
    assert help_ in hint


@pytest.mark.parametrize(
    "target",
    [
        "for: 2030, about: 3, allowance: 0",
        "for: 2030, value: 9, base: 2015, method: statcan",
        "for: 2016, value: 9, base: 2015, method: un",
        "for: 2024, result: {text: Done, met: true}",
    ],
)
def test_what_only_just_can_be_is_no_fault(target: str) -> None:
    assert said(f"{target}, source: report") == []


def test_no_method_of_progress_judges_a_rate_of_growth() -> None:
    target = "for: 2030, value: 9, base: 2015, method: statcan, source: report"
    ((message, hint),) = said(target, measure="growth")
    assert message == "`statcan` judges levels, and this is a rate of growth"
    assert "leave `method` out" in hint


def test_two_targets_for_the_same_days_are_one_too_many() -> None:
    first = "for: 2030, value: 70, source: report"
    ((message, _),) = said(first, first.replace("2030", "2030-01/2030-12").replace("70", "71"))
    assert message == "there are two targets for 2030-01/2030-12"
    assert said(first, first.replace("2030", "2031")) == []


def test_a_source_that_the_sheet_has_not_is_said_of_the_target_and_of_its_verdict() -> None:
    told = said("for: 2030, value: 7, source: repot, result: {text: T, met: true, source: rport}")
    assert [message for message, _ in told] == [
        "there is no source 'repot'",
        "there is no source 'rport'",
    ]


def test_counts_of_targets_can_be_shown_only_where_there_are_some() -> None:
    shown = "sections: [{id: one, title: One, figures: [targets.met]}]\n"
    plain = sheet_text(f"a: {figure(value=1)}", rest=shown)
    (problem, *_) = examine_sheet(plain.encode(), "f").problems
    assert problem.help == "it is counted over `targets`, which no indicator has"
    line = text("for: 2024, value: 62, source: report", better="higher")
    counted = sheet(line, rest=shown).indicators
    assert [counted[f"targets.{key}"].latest.value for key in ("all", "met")] == [1, 1]
    assert sheet(line, rest=SECTIONS).indicators["targets.missed"].latest.value == 0
