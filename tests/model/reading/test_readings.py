"""What a sheet writes is what is read, digit by digit, in whichever form it is written."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cqviewer.load import examine_sheet
from cqviewer.model.citation import Citation
from cqviewer.model.facts import Indicator, Observation
from cqviewer.model.numbers.period import Period
from cqviewer.model.problems import Misread
from cqviewer.model.reading.observations import parse_mark, parse_missing
from tests.model.sheets import SECTIONS, figure, sheet, sheet_text

LEVEL = {"name": "Calls", "unit": "calls", "measure": "level", "value": None, "period": None}
PLACES = "dimensions: {land: {name: Land, items: {is: Iceland, it: Italy}}}\n"


@st.composite
def fields(draw: st.DrawFn) -> dict[str, str]:
    """Return what a sheet writes of one observation, but for its period."""
    if draw(st.booleans()) and draw(st.booleans()):
        return {"missing": draw(st.sampled_from(["suppressed", "not_collected", "not_found"]))}
    if draw(st.booleans()) and draw(st.booleans()):
        kind = draw(st.sampled_from(["below", "above", "at least", "at most"]))
        return {"value": f"{kind} {draw(st.integers(1, 999))}"}
    value = draw(st.decimals(-(10**6), 10**6, places=draw(st.integers(0, 4))))
    said = {"value": f"{value:f}" if value else "0"}
    if draw(st.booleans()):
        said["status"] = draw(st.sampled_from(["provisional", "[estimated, break]", "[forecast]"]))
    if draw(st.booleans()):
        said |= {"low": f"{value - 1:f}", "high": f"{value + Decimal('1.50'):f}"}
    if draw(st.booleans()):
        said["was"] = f"{value + 7:f}"
    return said


Series = dict[int, dict[str, str]]
SERIES = st.dictionaries(st.integers(1990, 2030), fields(), min_size=1, max_size=5).map(
    lambda found: dict(sorted(found.items()))
)


def flow(said: dict[str, str]) -> str:
    """Write some fields in brackets."""
    return "{" + ", ".join(f"{key}: {one}" for key, one in said.items()) + "}"


def listed(series: Series) -> str:
    """Write a series as a list of observations."""
    return "[" + ", ".join(flow({"period": str(year)} | one) for year, one in series.items()) + "]"


def by_period(series: Series) -> str:
    """Write a series as values by their periods, those alone without brackets."""
    rows = (
        f"{year}: {one['value'] if list(one) == ['value'] else flow(one)}"
        for year, one in series.items()
    )
    return "{" + ", ".join(rows) + "}"


def as_written(one: Observation) -> tuple[object, ...]:
    """Return an observation with its numbers as they are written."""
    numbers = [
        None if number is None else f"{number:f}"
        for number in (one.value, one.low, one.high, one.was)
    ]
    bound = one.bound and f"{one.bound.kind} {one.bound.value:f}"
    return (*numbers, bound, one.missing, set(one.marks) - {"revised"})


def wanted(said: dict[str, str]) -> tuple[object, ...]:
    """Return what is to be read from some fields."""
    value = said.get("value")
    is_bound = value is not None and value[0] in "ab"
    marks = said.get("status", "").strip("[]").split(", ")
    return (
        *(None if is_bound else value, said.get("low"), said.get("high"), said.get("was")),
        *(value if is_bound else None, said.get("missing")),
        {one for one in marks if one},
    )


@settings(max_examples=40)
@given(SERIES)
def test_every_form_of_a_series_keeps_each_digit_mark_and_period(series: Series) -> None:
    def figures(written: str) -> list[Indicator]:
        fields = {**LEVEL, "interval": "range"}
        plain = sheet(f"a: {figure(**fields, observations=written)}").indicators["a"]
        parts = f"{{is: {{observations: {written}}}, it: {{2020: 1}}}}"
        broken = sheet(f"a: {figure(**fields, by='land', items=parts)}", head=PLACES).indicators
        return [plain, broken["a.is"]]

    read = [
        [(seen.period, as_written(seen)) for seen in one.observations]
        for one in (*figures(listed(series)), *figures(by_period(series)))
    ]
    assert read == [[(Period.parse(str(year)), wanted(said)) for year, said in series.items()]] * 4


@settings(max_examples=25)
@given(st.lists(st.integers(1, 99), min_size=1, max_size=5), st.integers(1, 90))
def test_each_value_of_a_range_of_cells_has_its_own_cell(values: list[int], row: int) -> None:
    years = ", ".join(f"{2000 + at}: {one}" for at, one in enumerate(values))
    cells = f"report sheet 'T 1' D{row}:D{row + len(values) - 1}"
    made = sheet(f"a: {figure(**LEVEL, observations=f'{{{years}}}', source=cells)}").indicators["a"]
    assert [(one.value, one.citation) for one in made.observations] == [
        (Decimal(one), Citation("report", "cell", f"D{row + at}", "T 1"))
        for at, one in enumerate(values)
    ]


def test_defaults_say_what_a_figure_does_not_and_nothing_else() -> None:
    silent = {"unit": None, "measure": None, "source": None}
    made = sheet(
        f"a: {figure(value=1, **silent)}\n"
        f"b: {figure(value=2, unit='bn yuan', measure='level', source='report par. 2')}",
        head="defaults: {unit: jobs, measure: count, source: report par. 9}\n",
    )
    one, other = made.indicators["a"], made.indicators["b"]
    assert (one.unit.text, one.measure, one.latest.period.year) == ("jobs", "count", 2024)
    assert one.latest.citation is not None
    assert one.latest.citation.where == "9"
    assert (other.unit.currency, other.unit.exponent, other.measure) == ("CNY", 9, "level")
    assert other.latest.citation is not None
    assert other.latest.citation.where == "2"


def test_what_an_item_says_itself_goes_before_what_its_figure_says() -> None:
    items = "{is: {value: 5, source: report par. 7, note: Rough.}, it: 6}"
    line = figure(**{**LEVEL, "period": "2024"}, by="land", items=items)
    made = sheet(f"a: {line}", head=PLACES).indicators
    cited = {key: one.latest.citation and one.latest.citation.where for key, one in made.items()}
    assert cited == {"a.is": "7", "a.it": "1"}
    assert {key: one.note for key, one in made.items()} == {"a.is": "Rough.", "a.it": None}
    assert {key: one.latest.value for key, one in made.items()} == {"a.is": 5, "a.it": 6}


@pytest.mark.parametrize(
    ("parse", "key", "code", "word"),
    [
        (parse_mark, "status", "p", "provisional"),
        (parse_mark, "status", "e", "estimated"),
        (parse_mark, "status", "r", "revised"),
        (parse_mark, "status", "b", "break"),
        (parse_mark, "status", "f", "forecast"),
        (parse_missing, "missing", "c", "suppressed"),
        (parse_missing, "missing", "confidential", "suppressed"),
    ],
)
def test_a_code_is_no_mark_or_reason_but_its_word_is_told(
    parse: Callable[[object], str], key: str, code: str, word: str
) -> None:
    assert parse(word) == word
    with pytest.raises(Misread, match=f"'{code}' is not known as `{key}`") as raised:
        parse(code)
    assert word in raised.value.help


@pytest.mark.parametrize("read", [parse_mark, parse_missing])
def test_what_is_no_word_of_the_format_is_told_what_there_is(read: object) -> None:
    assert callable(read)
    for text in ("nonsense", "", "x" * 500, ["provisional"], None):
        with pytest.raises(Misread) as raised:
            read(text)
        assert raised.value.help
        assert len(str(raised.value)) < 100


@pytest.mark.parametrize(
    ("written", "right"),
    [("provisionl", "provisional"), ("Provisional", "provisional"), ("forcast", "forecast")],
)
def test_a_slip_in_a_mark_is_offered_to_be_mended(written: str, right: str) -> None:
    with pytest.raises(Misread) as raised:
        parse_mark(written)
    assert right in raised.value.help
    assert raised.value.fix == right


GOALS = "goals: {year: 2025, announced: %s, named: [%s]}\n"


@pytest.mark.parametrize(
    ("rest", "message", "hint"),
    [
        (
            SECTIONS + GOALS % (1, "{id: x, name: X}, {id: y, name: Y}"),
            "2 goals are named, but only 1 announced",
            "write announced: 2",
        ),
        (
            SECTIONS + GOALS % (2, "{id: x, name: X}, {id: x, name: Y}"),
            "another goal has the id 'x' already",
            "",
        ),
        (SECTIONS + GOALS % (2, "{id: a, name: X}"), "an indicator has the id 'a' already", ""),
        (
            "sections: [{id: one, title: One}, {id: one, title: Two}]\n",
            "another section has the id 'one' already",
            "",
        ),
        (
            "sections: [{id: one, title: One, figures: [goals.named]}]\n",
            "there is no indicator 'goals.named'",
            "it is counted over `goals`, which the sheet has not",
        ),
        (
            "sections: [{id: one, title: One, figures: [a, a]}]\n",
            "'a' is named twice in this list",
            "keep one",
        ),
    ],
)
def test_no_id_stands_for_two_things_and_no_count_is_below_what_it_counts(
    rest: str, message: str, hint: str
) -> None:
    found = examine_sheet(sheet_text(f"a: {figure(value=1)}", rest=rest).encode(), "f").problems
    errors = [one for one in found if one.severity == "error"]
    assert [one.message for one in errors] == [message]
    assert errors[0].help.startswith(hint)


def test_a_value_and_a_series_are_not_both_written() -> None:
    line = figure(value=7, period=None, observations="{2023: 1, 2024: 2}")
    found = examine_sheet(sheet_text(f"a: {line}").encode(), "f").problems
    assert "`value` stands beside `observations`" in [one.message for one in found]


def test_a_range_of_another_number_of_cells_gives_no_value_a_wrong_cell() -> None:
    line = figure(**LEVEL, observations="{2023: 1, 2024: 2}", source="report sheet x C2:C4")
    (problem, *_) = examine_sheet(sheet_text(f"a: {line}").encode(), "f").problems
    assert problem.message == "the range C2:C4 has 3 cells, but there are 2 observations"
