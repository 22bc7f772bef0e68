"""Derived values are worked out exactly, in the order of their inputs, to sensible digits."""

from decimal import Decimal

import pytest

from cqviewer.load import examine_sheet
from cqviewer.model.facts import Sheet
from cqviewer.model.numbers.period import Period
from cqviewer.model.reading.derive import default_digits
from cqviewer.model.wording.wording import Wording
from tests.model.sheets import SECTIONS, figure, problems, sheet, sheet_text

LEVEL = {"unit": "things", "measure": "level"}
DERIVED = {"period": None, "source": None, **LEVEL}


def derived_from(formula: str, **inputs: str) -> tuple[str, bool]:
    """Work a formula out; gives the value shown and whether it is 'about'."""
    lines = [f"{key}: {figure(**LEVEL, value=value)}" for key, value in inputs.items()]
    made = sheet("\n".join([*lines, f"made: {figure(**DERIVED, derived=formula)}"]))
    derivation = made.indicators["made"].derivation
    assert derivation is not None
    return str(made.indicators["made"].latest.value), derivation.is_rounded


@pytest.mark.parametrize(
    ("formula", "inputs", "value", "is_about"),
    [
        ("a + b", {"a": "577.6", "b": "465.65"}, "1043.25", False),
        ("a - b", {"a": "40.6", "b": "22"}, "18.6", False),
        ("100 + a", {"a": "73"}, "173", False),
        ("a / b", {"a": "465.65", "b": "300"}, "1.55", True),
        ("a / (1 + b / 100)", {"a": "810", "b": "57.9"}, "513", True),
        ("a / b", {"a": "300", "b": "2"}, "150", False),
        ("a * b", {"a": "7", "b": "8"}, "56", False),
        ("a / b", {"a": "1", "b": "3"}, "0.33", True),
        ("a / b", {"a": "690000", "b": "11"}, "62727", True),
        ("a / b * b - a", {"a": "7", "b": "3"}, "0", False),
        ("a / b", {"a": "3", "b": "1250000"}, "0.0000024", False),
        ("a / b", {"a": "1.2345", "b": "8999999.9"}, "1.3717E-7", True),
        ("a / b", {"a": "123456", "b": "7000000000000"}, "1.7637E-8", True),
        ("a / b", {"a": "1e6", "b": "3000000"}, "0.3333333", True),
        ("a / b", {"a": "1.2e3", "b": "700000"}, "0.001714", True),
        ("a / b", {"a": "0.050", "b": "7.00"}, "0.0071", True),
    ],
)
def test_a_value_is_as_precise_as_its_inputs_allow(
    formula: str, inputs: dict[str, str], value: str, is_about: bool
) -> None:
    assert derived_from(formula, **inputs) == (value, is_about)


def test_a_percentage_that_is_worked_out_has_one_decimal() -> None:
    digits = default_digits(Decimal("23.0123"), [Decimal(126)], is_sum=False, is_percent=True)
    assert digits == 1


@pytest.mark.parametrize(
    ("formula", "digits", "value"),
    [
        ("a / b * 100", None, "0.002"),
        ("0 - a / b * 100", 1, "-0.002"),
        ("a / b * 100 - a / b * 100", 1, "0.0"),
        ("b / a / 1000", 0, "42"),
    ],
)
def test_what_is_not_zero_keeps_a_digit(formula: str, digits: int | None, value: str) -> None:
    lines = f"a: {figure(unit='cases', value=3)}\nb: {figure(unit='people', value=125000)}\n"
    fields = {**DERIVED, "unit": "'%'", "digits": digits}
    if value == "42":
        fields["unit"] = "people"
    made = sheet(f"{lines}c: {figure(derived=formula, **fields)}")
    assert f"{made.indicators['c'].latest.value:f}" == value


@pytest.mark.parametrize(
    ("periods", "is_stated", "is_mixed"),
    [
        (("2024", "2024-01/2024-12"), True, False),
        (("2023", "2024"), True, True),
        (("2023", "not stated"), False, False),
    ],
)
def test_periods_of_inputs_compare_by_their_days(
    periods: tuple[str, str], is_stated: bool, is_mixed: bool
) -> None:
    lines = [
        f"{key}: {figure(**LEVEL | {'period': period}, value=2)}"
        for key, period in zip("ab", periods, strict=True)
    ]
    made = sheet("\n".join([*lines, f"c: {figure(**DERIVED, derived='a + b')}"]))
    period = made.indicators["c"].latest.period
    assert (period.is_stated, period.is_mixed) == (is_stated, is_mixed)


def test_digits_that_the_sheet_asks_for_win() -> None:
    lines = f"a: {figure(**LEVEL, value=1)}\nb: {figure(**DERIVED, derived='a / 3', digits=4)}"
    assert str(sheet(lines).indicators["b"].latest.value) == "0.3333"


def test_inputs_may_be_derived_themselves_and_stand_below() -> None:
    made = sheet(
        f"c: {figure(**DERIVED, derived='b + a')}\n"
        f"b: {figure(**DERIVED, derived='a + a')}\n"
        f"a: {figure(**LEVEL, value=2)}"
    )
    assert made.indicators["c"].latest.value == 6
    assert list(made.indicators) == ["c", "b", "a"]


def test_period_and_citation_are_those_that_all_inputs_share() -> None:
    same = (
        sheet(f"a: {figure(**LEVEL, value=2)}\nb: {figure(**DERIVED, derived='a * 2')}")
        .indicators["b"]
        .latest
    )
    assert (same.period.year, same.status) == (2024, "derived")
    assert same.citation is not None
    differing = (
        sheet(
            f"a: {figure(**LEVEL, value=2)}\n"
            f"c: {figure(**LEVEL | {'period': 2023, 'source': 'report par. 2'}, value=3)}\n"
            f"b: {figure(**DERIVED, derived='a + c')}"
        )
        .indicators["b"]
        .latest
    )
    assert differing.period.is_mixed
    assert differing.citation is None


@pytest.mark.parametrize(
    ("derived", "complaint"),
    [
        ({"b": "a + b"}, "'b' is derived from itself"),
        ({"b": "c", "c": "b"}, "'b' is derived from itself"),
        ({"b": "a / (a - a)"}, "the formula divides by zero"),
        ({"b": "a + nothing"}, "there is no indicator 'nothing'"),
        ({"b": " * ".join(["a"] * 31)}, "the result is too large or too small"),
    ],
)
def test_what_cannot_be_worked_out_is_said_once(derived: dict[str, str], complaint: str) -> None:
    lines = [f"a: {figure(**LEVEL, value=12345678901)}"]
    lines += [f"{key}: {figure(**DERIVED, derived=text)}" for key, text in derived.items()]
    found = [one for one in problems(sheet_text("\n".join(lines))) if one.startswith("error")]
    assert len(found) == 1
    assert complaint in found[0]


def test_goals_are_counted() -> None:
    rest = """\
sections: [{id: one, title: One, figures: [goals.announced, goals.unnamed, goals.linked]}]
goals:
  year: 2025
  announced: 9
  many: {en: aims, zh: 目标}
  named: [{id: x, name: X, figures: [a]}, {id: y, name: Y, figures: [a]}, {id: z, name: Z}]
"""
    made = sheet(f"a: {figure(value=1)}\nb: {figure(value=2)}", rest=rest).indicators
    counts = {key: int(made[f"goals.{key}"].latest.value or 0) for key in ("announced", "named")}
    assert counts == {"announced": 9, "named": 3}
    assert made["goals.unnamed"].latest.value == 6
    assert made["goals.linked"].latest.value == 1
    assert made["goals.linked"].total == 2
    assert made["goals.announced"].name == {
        "en": "Aims for 2025",
        "fr": "Objectifs pour 2025",
        "zh": "2025 年目标",
    }
    assert made["goals.named"].latest.status == "derived"
    assert made["goals.announced"].latest.status == "stated"


def test_what_goals_are_called_is_no_unit_to_be_read() -> None:
    rest = (
        "sections: [{id: one, title: One}]\ngoals: {year: 2025, announced: 9, many: US$ zillion}\n"
    )
    made = sheet(f"a: {figure(value=1)}", rest=rest).indicators
    assert made["goals.announced"].unit.kind == "noun"


CALLS = "calls: " + figure(
    **LEVEL, value=None, period=None, observations="{2021: 4, 2022: 5, 2023: not stated, 2024: 8}"
)


def worked_out(formula: str, **fields: object) -> Sheet:
    return sheet(f"{CALLS}\nmade: {figure(**DERIVED | fields, derived=formula)}")


@pytest.mark.parametrize(
    ("formula", "value", "period", "working"),
    [
        ("calls - calls[2022]", 3, "2024", "8 (2024) \N{MINUS SIGN} 5 (2022) = 3"),
        ("calls[2021] + 1", 5, "2021", "4 (2021) + 1 = 5"),
        ("calls[2021-01/2021-12] * 2", 8, "2021", "4 (2021) × 2 = 8"),
        ("calls / 2", 4, "2024", "8 ÷ 2 = 4"),
    ],
)
def test_a_formula_reads_the_periods_that_it_names(
    formula: str, value: int, period: str, working: str
) -> None:
    made = worked_out(formula)
    one = made.indicators["made"]
    assert (one.latest.value, one.latest.period) == (Decimal(value), Period.parse(period))
    assert Wording("en").working(one, made) == working


def test_a_fiscal_year_is_that_of_the_figure() -> None:
    calls = figure(
        **LEVEL, value=None, period=None, year_begins=4, observations="{2022/23: 5, 2023/24: 8}"
    )
    made = figure(**DERIVED, derived="calls - calls[2022/23]")
    assert sheet(f"calls: {calls}\nmade: {made}").indicators["made"].latest.value == 3


def test_the_observation_before_is_read_where_it_is_of_the_same_kind() -> None:
    line = CALLS.replace("2023: not stated", "2023: 7")
    made = sheet(f"{line}\nmade: {figure(**DERIVED, derived='calls - previous(calls)')}")
    one = made.indicators["made"]
    assert (one.latest.value, one.latest.period) == (Decimal(1), Period.parse("2024"))
    assert Wording("zh").working(one, made) == "8（2024 年） \N{MINUS SIGN} 7（2023 年） = 1"


def test_periods_that_all_are_chosen_and_differ_give_no_one_period() -> None:
    assert worked_out("calls[2022] - calls[2021]").indicators["made"].latest.period.is_mixed


@pytest.mark.parametrize(
    ("formula", "observations", "problem"),
    [
        ("calls[2020]", "{2024: 8}", "'calls' has no observation of 2020"),
        ("calls[2023]", "{2023: not stated, 2024: 8}", "'calls[2023]' has no stated value"),
        ("previous(calls)", "{2024: 8}", "'calls' has no observation before its latest one"),
        ("previous(calls)", "{2023-Q4: 1, 2024: 8}", "before the latest has another"),
        ("calls[20234]", "{2024: 8}", "'20234' is no period"),
        ("calls + goals.named", "{2024: 8}", "takes part in no formula"),
    ],
)
def test_what_a_formula_cannot_read_is_said(formula: str, observations: str, problem: str) -> None:
    calls = figure(**LEVEL, value=None, period=None, observations=observations)
    lines = f"calls: {calls}\nmade: {figure(**DERIVED, derived=formula)}"
    goals = "goals: {year: 2025, announced: 1, named: []}\n"
    assert problem in " ".join(problems(sheet_text(lines, rest=SECTIONS + goals)))


def test_no_period_without_a_value_is_named_as_the_one_to_choose() -> None:
    calls = figure(**LEVEL, value=None, period=None, observations="{2023: below 5, 2024: 8}")
    text = sheet_text(f"calls: {calls}\nmade: {figure(**DERIVED, derived='calls[2023]')}")
    (problem,) = examine_sheet(text.encode(), "f").problems[:1]
    assert problem.help == "choose a period that has a value: calls[…]"


def test_parts_of_a_breakdown_are_read_like_other_figures() -> None:
    head = "dimensions: {land: {name: L, items: {is: Iceland, in: India}}}\n"
    calls = figure(value=None, by="land", items="{is: 5, in: 7}", **LEVEL)
    made = figure(**DERIVED, derived="calls.is + calls.in")
    found = sheet(f"calls: {calls}\nmade: {made}", head=head).indicators["made"]
    assert found.latest.value == 12


def test_what_is_counted_over_targets_of_several_years_has_no_one_period() -> None:
    target = "targets: [{for: 2024, at_least: 3, source: report}, {for: 2030, at_least: 9,"
    line = f"a: {figure(value=3)[:-1]}, {target} source: report}}]}}"
    every = sheet(line).indicators["targets.all"]
    assert every.latest.period.is_mixed
    assert (every.latest.value, every.total) == (Decimal(2), None)
    of_year = sheet(line, head="year: 2024\n").indicators
    assert of_year["targets.all"].latest.period == Period.parse("2024")
    assert (of_year["targets.met"].latest.value, of_year["targets.met"].total) == (Decimal(1), 1)


@pytest.mark.parametrize(("last", "is_within"), [("33.4", True), ("33.5", True), ("33.6", False)])
def test_rounded_shares_may_come_to_a_little_more_than_the_whole(
    last: str, is_within: bool
) -> None:
    share = {"unit": "'%'", "measure": "share"}
    terms = {"a": "33.3", "b": "33.3", "c": last}  # half a last digit each: 0.15 in all
    lines = [f"{key}: {figure(**share, value=one, name=key)}" for key, one in terms.items()]
    whole = figure(**{**DERIVED, **share}, derived="a + b + c", name="all")
    told = problems(sheet_text("\n".join([*lines, f"d: {whole}"])))
    assert any("a part of a whole" in one for one in told) != is_within


def test_a_reason_why_there_is_no_value_is_said_and_no_period_of_one_value_is_asked_for() -> None:
    for value, why in (
        ({"missing": "not_collected"}, "has no value to work with: not collected"),
        ({"value": "at most 5"}, "is at most 5: a bound takes no part in a formula"),
        ({"value": "not stated"}, "has no stated value to work with"),
    ):
        line = figure(**LEVEL, **value)
        text = sheet_text(f"a: {line}\nmade: {figure(**DERIVED, derived='a * 2')}")
        (problem, *_) = examine_sheet(text.encode(), "f").problems
        assert (problem.message, problem.help) == (f"'a' {why}", "")


def test_only_the_goals_without_a_name_are_a_difference_and_each_count_leads_to_its_inputs() -> (
    None
):
    goals = "goals: {year: 2025, announced: 9, named: [{id: x, name: X, figures: [a]}]}\n"
    made = sheet(f"a: {figure(value=1)}", rest=SECTIONS + goals).indicators
    workings: dict[str, object] = {
        key: (one.derivation.working, one.derivation.inputs, one.derivation.unrounded)
        for key in ("named", "unnamed", "linked")
        if (one := made[f"goals.{key}"]).derivation
    }
    assert workings == {
        "named": ("counted", (), 1),
        "unnamed": ("difference", ("goals.announced", "goals.named"), 8),
        "linked": ("linked", (), 1),
    }
    assert made["goals.announced"].derivation is None


def test_what_is_counted_over_targets_is_named_by_the_year_where_there_is_one() -> None:
    line = f"a: {figure(value=3)[:-1]}, targets: [{{for: 2024, at_least: 3, source: report}}]}}"
    names = [
        str(sheet(line, head=head).indicators["targets.met"].name) for head in ("", "year: 2024\n")
    ]
    assert [("2024" in one) for one in names] == [False, True]
    assert "None" not in "".join(names)
