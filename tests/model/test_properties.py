"""Valid sheets are read as they are written; any other text brings nothing but sentences."""

import contextlib
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal, localcontext
from typing import get_args

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from cqviewer.load import examine_sheet, read_sheet
from cqviewer.model.choices import BoundKind, Mark, Measure, Missing
from cqviewer.model.facts import Derivation, Indicator, Observation
from cqviewer.model.files.plain_file import Limits
from cqviewer.model.numbers.amount import parse_amount, parse_value
from cqviewer.model.numbers.foreign_periods import period_help
from cqviewer.model.numbers.formula import Formula
from cqviewer.model.numbers.period import Period
from cqviewer.model.numbers.unit import Unit
from cqviewer.model.problems import Misread, SheetError
from cqviewer.model.reading.derive import derive
from cqviewer.model.reading.figure_format import IndicatorEntry
from cqviewer.model.reading.observations import parse_mark, parse_missing
from cqviewer.model.reading.yaml_tree import locate, parse_yaml
from cqviewer.model.wording.marks import bracketed, legend
from cqviewer.model.wording.wording import Wording
from cqviewer.model.wording.working import calculation
from cqviewer.paths import data_folder
from tests.benchmarks.mutations import mutated, varied

SHEETS = [path.read_bytes() for path in sorted(data_folder().rglob("*.yaml"))]
MEASURES: tuple[Measure, ...] = get_args(Measure)
VISIBLE = st.text(
    st.characters(categories=["L", "N", "P", "S"], exclude_characters="\ufeff"), min_size=1
).map(lambda text: text[:60])
TEXTS = VISIBLE | st.fixed_dictionaries({"en": VISIBLE, "zh": VISIBLE})
IDS = st.from_regex(r"[a-z][a-z0-9_]{0,20}", fullmatch=True)
NUMBERS = st.decimals(
    allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9
)
YEARS = st.integers(1000, 2020).map(str)


@st.composite
def sheets(draw: st.DrawFn) -> dict[str, object]:
    """Build a valid sheet as plain values."""
    ids = draw(st.lists(IDS, min_size=1, max_size=5, unique=True))
    indicators = {}
    for one in ids:
        period = draw(YEARS | st.just("not stated"))
        indicators[one] = {
            "name": draw(TEXTS),
            "unit": draw(st.sampled_from(["%", "bn yuan", "US$ million", "jobs"])),
            "measure": "level",
            "value": str(draw(NUMBERS)),
            "period": period,
            "source": "report par. 1",
        }
    chosen = draw(st.lists(st.sampled_from(ids), max_size=4, unique=True))
    return {
        "cqviewer": "1",
        "title": draw(TEXTS),
        "place": draw(TEXTS),
        "date": "2025-03-01",
        "sources": {"report": {"title": draw(TEXTS)}},
        "indicators": indicators,
        "sections": [{"id": "one", "title": draw(TEXTS), "figures": chosen}],
    }


@given(sheets())
@settings(max_examples=150)
def test_a_valid_sheet_is_read_as_it_was_written(plain: dict[str, object]) -> None:
    text = yaml.safe_dump(plain, allow_unicode=True, sort_keys=False)
    sheet = read_sheet(text.encode(), "f")
    assert sheet.title == plain["title"]
    indicators = plain["indicators"]
    assert isinstance(indicators, dict)
    for key, written in indicators.items():
        made = sheet.indicators[key]
        assert made.name == written["name"]
        assert made.latest.value == Decimal(written["value"])
        assert made.latest.period == Period.parse(written["period"])
        for language in ("en", "zh"):
            line = Wording(language).citation_line(made, sheet)
            assert "\n" not in line


@given(st.sampled_from(SHEETS), st.integers(0, 2**32), st.sampled_from([mutated, varied]))
@settings(max_examples=300)
def test_a_changed_sheet_is_read_or_refused_with_sentences(
    data: bytes, seed: int, change: Callable[[bytes, int], bytes]
) -> None:
    changed = change(data, seed)
    examined = examine_sheet(changed, "f")
    assert (examined.sheet is None) == any(one.severity == "error" for one in examined.problems)
    lines = re.split(rb"\r\n|\r|\n", changed)
    for problem in examined.problems:
        assert problem.message
        assert "\n" not in problem.sentence()
        assert problem.line is not None
        assert 1 <= problem.line <= len(lines) + 1
        assert problem.column is not None
        assert problem.column >= 1


@given(st.binary(max_size=200))
@settings(max_examples=200)
def test_any_bytes_are_refused_with_sentences(data: bytes) -> None:
    assert examine_sheet(data, "f").sheet is None


@given(st.text(max_size=60))
@settings(max_examples=300)
def test_any_text_is_a_scalar_or_a_misreading(text: str) -> None:
    readers: tuple[Callable[[str], object], ...] = (
        *(parse_amount, parse_value, parse_mark, parse_missing),
        *(Period.parse, lambda one: Period.parse(one, 4), Formula.parse),
    )
    for parse in readers:
        with contextlib.suppress(Misread):
            parse(text)


@st.composite
def observations(draw: st.DrawFn) -> dict[str, object]:
    """Build what a sheet writes of one observation, beside its period."""
    said: dict[str, object] = {}
    marks = draw(st.lists(st.sampled_from(get_args(Mark)), max_size=3, unique=True))
    if marks:
        said["status"] = marks
    kind = draw(st.sampled_from(["value", "bound", "missing"]))
    if kind == "missing":
        return said | {"missing": draw(st.sampled_from(get_args(Missing)))}
    number = draw(NUMBERS)
    if kind == "bound":
        return said | {"value": f"{draw(st.sampled_from(get_args(BoundKind)))} {number}"}
    if draw(st.booleans()):
        said |= {"low": str(number - 1), "high": str(number + 1), "was": str(number + 2)}
    return said | {"value": str(number)}


@given(st.lists(observations(), min_size=1, max_size=6))
@settings(max_examples=150)
def test_what_is_said_of_values_is_read_as_written_and_worded(
    written: list[dict[str, object]],
) -> None:
    listed = {str(2001 + number): one for number, one in enumerate(written)}
    plain = {
        "cqviewer": "1",
        "title": "T",
        "place": "P",
        "date": "2025-03-01",
        "sources": {"report": {"title": "Report"}},
        "defaults": {"unit": "t", "measure": "level", "source": "report par. 1"},
        "indicators": {"a": {"name": "A", "interval": "range", "observations": listed}},
        "sections": [{"id": "one", "title": "One", "figures": ["a"]}],
    }
    sheet = read_sheet(yaml.safe_dump(plain, sort_keys=False).encode(), "f")
    made, wording = sheet.indicators["a"], Wording("en")
    assert len(made.observations) == len(written) > 0
    for one, given_one in zip(made.observations, written, strict=True):
        statuses = given_one.get("status", [])
        assert isinstance(statuses, list)
        assert list(one.marks)[: len(statuses)] == statuses
        assert one.missing == given_one.get("missing")
        if one.is_known:
            number = wording.bare(made, one).replace(",", "").replace("\N{MINUS SIGN}", "-")
            kind, value = parse_value(number)
            assert (kind or "", value) == (one.bound.kind if one.bound else "", one.amount)
        shown = re.findall(r"\[.\]", bracketed(one))
        assert set(shown) <= set(legend(made.observations, wording).split())


DAYS = st.dates(min_value=date(1583, 1, 1), max_value=date(2999, 12, 1))


@given(DAYS, st.sampled_from(["day", "week", "month", "quarter", "half", "year", "fiscal year"]))
@settings(max_examples=300)
def test_what_a_period_is_worded_as_leads_back_to_it(day: date, grain: str) -> None:
    year, week, _ = day.isocalendar()
    text = {
        "day": f"{day}",
        "week": f"{year:04}-W{week:02}",
        "month": f"{day:%Y-%m}",
        "quarter": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "half": f"{day.year:04}-S{1 + day.month // 7}",
        "year": f"{day.year:04}",
        "fiscal year": f"{day.year:04}/{(day.year + 1) % 100:02}",
    }[grain]
    period = Period.parse(text, 4)
    assert period.grain == grain
    for language in ("en", "zh"):
        words = Wording(language).period(period).replace("\N{NO-BREAK SPACE}", " ")
        words = words.removesuffix(" 年度")
        read_back = words if grain == "fiscal year" else period_help(words).removeprefix("write ")
        assert Period.parse(read_back or words, 4) == period


@given(NUMBERS)
def test_every_number_is_worded_without_losing_a_digit(number: Decimal) -> None:
    worded = Wording("en").number(number).replace(",", "").replace("\N{MINUS SIGN}", "-")
    assert Decimal(worded) == number


UNITS = {
    "%": 0,
    "yuan": 0,
    "thousand yuan": 3,
    "million yuan": 6,
    "bn yuan": 9,
    "US$": 0,
    "US$ million": 6,
    "€ bn": 9,
    "£ m": 6,
    "¥ trillion": 12,
    "million euros": 6,
    "jobs": 0,
    "km": 0,
    "t": 0,
    "m": 0,
    "thousand people": 0,
    "10 kt": 0,
    "2015 = 100": 0,
    "percentage points": 0,
    "per 100,000": 0,
    "of 141": 0,
    "year": 0,
    "°C": 0,
    "people": 0,
}
"""Units in English, with the power of ten that a Chinese sum of money has more."""
CHINESE = [{"en": "jobs", "zh": one} for one in ("人", "万人", "个港口", "每 10 万人", "千瓦时")]
AMOUNTS = st.builds(
    lambda sign, digits, exponent: Decimal(f"{sign}{digits}").scaleb(exponent),
    st.sampled_from(["", "-"]),
    st.integers(0, 10**18),
    st.integers(-30, 0),
).filter(lambda one: not one or -12 <= one.adjusted() <= 18)


def indicator(
    unit: Unit, value: Decimal, measure: Measure, derivation: Derivation | None = None
) -> Indicator:
    """Make a figure whose name says nothing of its unit."""
    period = Period.parse("2024")
    one = Observation(value=parse_amount(f"{value:f}"), period=period, status="stated")
    return Indicator(
        id="a",
        name="This",
        unit=unit,
        measure=measure,
        observations=(one,),
        derivation=derivation,
    )


def read_back(text: str, unit: Unit) -> tuple[Decimal, str]:
    """Read a worded value as a person does; gives the value in its unit, and the rest."""
    match = re.fullmatch(r"(.*?)(\d[\d,]*(?:\.\d+)?)(.*)", text)
    assert match
    before, digits, rest = match.groups()
    number = Decimal(digits.replace(",", ""))
    scale = re.match(r" ([万亿]?)(.*)", rest)
    own = unit.text["zh"] if isinstance(unit.text, dict) and "zh" in unit.text else ""
    if scale and scale[1] and rest.strip() != own:
        number = number.scaleb({"万": 4, "亿": 8}[scale[1]])
    if unit.kind == "money" and re.search("[元镑]", rest):
        number = number.scaleb(-unit.exponent)
    return number.copy_negate() if "\N{MINUS SIGN}" in before else number, before + rest


@given(AMOUNTS, st.sampled_from([*UNITS, *range(len(CHINESE))]), st.sampled_from(MEASURES))
@settings(max_examples=600)
def test_a_worded_value_can_be_read_back(
    value: Decimal, which: str | int, measure: Measure
) -> None:
    unit = Unit.parse(which if isinstance(which, str) else CHINESE[which])
    figure = indicator(unit, value, measure)
    for wording in (Wording("en"), Wording("zh")):
        for short in (False, True):
            text = wording.value(figure, short=short)
            with localcontext(prec=99):
                number, rest = read_back(text, unit)
            assert number == value, text
            assert rest.strip(" +\N{MINUS SIGN}"), "the unit is gone"
            signs = {"+", "\N{MINUS SIGN}"} & set(rest)
            assert bool(signs) == (value != 0 and (value < 0 or measure == "growth")), text
    text = Wording("en").value(figure)
    decimals = max(0, -int(value.as_tuple().exponent))
    assert len(text.partition(".")[2]) - len(text.partition(".")[2].lstrip("0123456789")) == (
        decimals
    )


@given(AMOUNTS, AMOUNTS.filter(bool), st.sampled_from(["a / b", "a - b", "a * b / 100", "-a"]))
@settings(max_examples=200)
def test_a_derived_value_is_about_what_its_working_gives(
    first: Decimal, second: Decimal, text: str
) -> None:
    formula, unit = Formula.parse(text), Unit.parse("things")
    inputs = {"a": indicator(unit, first, "level"), "b": indicator(unit, second, "level")}
    used = {name: inputs[name] for name in formula.ids}
    read = {name: one.latest for name, one in used.items()}
    entry = IndicatorEntry(name="This", unit="things", measure="growth")
    try:
        derivation, value, _ = derive(formula, entry, unit, read)
    except Misread:
        return  # 31 digits
    figure = indicator(unit, value, "growth", derivation)
    for wording in (Wording("en"), Wording("zh")):
        with localcontext(prec=99):
            number, _ = read_back(wording.value(figure), unit)
        half = Decimal(5).scaleb(-derivation.digits - 1)
        exact = derivation.unrounded
        with localcontext(prec=99):
            assert abs(number - exact) <= half
        assert bool(number) == bool(exact)
        assert bool(wording.parts(figure).about) == (number != exact)
        made = calculation(figure, used)
        assert made is not None
        assert bool(made.result) == bool(derivation.unrounded)


@given(st.sampled_from(SHEETS))
@settings(max_examples=len(SHEETS))
def test_every_path_is_found_where_its_value_stands(data: bytes) -> None:
    text = data.decode()
    root = parse_yaml(text, "f", Limits()).root
    lines = text.splitlines()
    assert isinstance(root, dict)
    for key in root:
        line, column = locate(text, [(f"?{key}",)])[(f"?{key}",)]
        assert lines[line - 1][column - 1 :].startswith(f"{key}:")


def test_a_sheet_error_is_never_empty() -> None:
    with pytest.raises(SheetError) as caught:
        read_sheet(b"", "f")
    assert caught.value.problems
