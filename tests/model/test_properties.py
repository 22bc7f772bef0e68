"""Valid sheets are read as they are written; any other text brings nothing but sentences."""

import contextlib
import re
from decimal import Decimal

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from cqviewer.model.amount import parse_amount
from cqviewer.model.formula import Formula
from cqviewer.model.load import examine_sheet, read_sheet
from cqviewer.model.period import Period
from cqviewer.model.problems import Misread, SheetError
from cqviewer.model.wording import Wording
from cqviewer.model.yaml_tree import Limits, locate, parse_yaml
from cqviewer.paths import data_folder
from tests.benchmarks.mutations import mutated

SHEETS = [path.read_bytes() for path in sorted(data_folder().rglob("*.yaml"))]
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


@given(st.sampled_from(SHEETS), st.integers(0, 2**32))
@settings(max_examples=300)
def test_a_mutated_sheet_is_read_or_refused_with_sentences(data: bytes, seed: int) -> None:
    changed = mutated(data, seed)
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
    for parse in (parse_amount, Period.parse, Formula.parse):
        with contextlib.suppress(Misread):
            parse(text)


@given(NUMBERS)
def test_every_number_is_worded_without_losing_a_digit(number: Decimal) -> None:
    worded = Wording("en").number(number).replace(",", "").replace("\N{MINUS SIGN}", "-")
    assert Decimal(worded) == number


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
