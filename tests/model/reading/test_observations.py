"""Observations are read with all that a source says of them."""

from decimal import Decimal

import pytest

from cqviewer.model.facts import Bound, Observation
from cqviewer.model.numbers.period import Period
from tests.model.sheets import figure, problems, sheet, sheet_text


def first(observation: str, **fields: object) -> Observation:
    """Read a series of one observation."""
    listed = f"[{{period: 2024, {observation}}}]"
    made = sheet(f"a: {figure(period=None, observations=listed, measure='level', **fields)}")
    return made.indicators["a"].observations[0]


def test_a_value_with_all_that_is_said_of_it() -> None:
    one = first(
        "value: 18.1, status: [provisional, break], was: 17.9, low: 16.2, high: 20.0,"
        " note: {en: Two twice., zh: 二}, release: first",
        interval="95 % confidence interval",
    )
    assert one == Observation(
        value=Decimal("18.1"),
        period=Period.parse("2024"),
        status="stated",
        citation=one.citation,
        marks=("provisional", "break", "revised"),
        low=Decimal("16.2"),
        high=Decimal("20.0"),
        was=Decimal("17.9"),
        note={"en": "Two twice.", "zh": "二"},
        is_first_release=True,
    )


@pytest.mark.parametrize(
    ("written", "kind", "value"),
    [
        ("below 0.25", "below", "0.25"),
        ("'<0.25'", "below", "0.25"),
        ("< 0.25", "below", "0.25"),
        ("above 95", "above", "95"),
        ("'>95'", "above", "95"),
        ("at least 5", "at least", "5"),
        ("≥5", "at least", "5"),
        ("'>= 5'", "at least", "5"),
        ("at most -3", "at most", "-3"),
        ("≤ 5", "at most", "5"),
        ("<=5", "at most", "5"),
    ],
)
def test_a_bound_is_stated_in_words_or_signs(written: str, kind: str, value: str) -> None:
    one = first(f"value: {written}")
    assert one.bound is not None
    assert (one.bound.kind, one.bound.value) == (kind, Decimal(value))
    assert (one.value, one.status, one.amount) == (None, "stated", Decimal(value))


@pytest.mark.parametrize("reason", ["suppressed", "not_collected", "not_applicable", "not_found"])
def test_a_missing_number_has_a_reason_and_may_have_marks(reason: str) -> None:
    one = first(f"missing: {reason}, status: break")
    assert (one.value, one.status, one.missing, one.marks) == (None, "missing", reason, ("break",))
    assert not one.is_known


def test_a_mark_is_one_word_or_a_list() -> None:
    assert first("value: 1, status: estimated").marks == ("estimated",)
    assert first("value: 1, status: [estimated]").marks == ("estimated",)
    assert first("value: 1, status: [revised], was: 2").marks == ("revised",)


def test_the_first_release_is_said_of_one_value_or_of_all() -> None:
    listed = "[{period: 2023, value: 1}, {period: 2024, value: 2, release: first}]"
    for fields, expected in (({}, [False, True]), ({"release": "first"}, [True, True])):
        made = sheet(f"a: {figure(period=None, observations=listed, **fields)}")
        seen = made.indicators["a"].observations
        assert [one.is_first_release for one in seen] == expected


def test_a_single_observation_says_as_much_at_its_indicator() -> None:
    said = figure(value="below 5", status="estimated", release="first", note="Few.")
    one = sheet(f"a: {said}").indicators["a"]
    assert one.latest.bound == Bound("below", Decimal(5))
    assert (one.latest.marks, one.latest.is_first_release) == (("estimated",), True)
    assert (one.note, one.latest.note) == ("Few.", None)
    gone = sheet(f"a: {figure(missing='suppressed')}").indicators["a"]
    assert gone.latest.missing == "suppressed"


def test_what_holds_for_all_observations_is_kept_with_the_figure() -> None:
    said = figure(value=1, digits=1, cumulative="true", year_begins=7, period="2023/24")
    one = sheet(f"a: {said}", head="year_begins: 4\n").indicators["a"]
    assert (one.digits, one.is_cumulative, one.year_begins) == (1, True, 7)
    assert one.latest.period == Period.parse("2023-07/2024-06")
    other = sheet(f"a: {figure(value=1, period='2023/24')}", head="year_begins: 4\n")
    assert other.indicators["a"].latest.period == Period.parse("2023-04/2024-03")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"missing": "suppressed", "source": None}, ["error: a stated value has no source"]),
        ({"missing": "not_found", "source": None}, []),
        ({"value": "below 5", "source": None}, ["error: a stated value has no source"]),
        ({"missing": "suppressed", "period": None}, ["error: 'a' has no period"]),
    ],
)
def test_a_reason_needs_a_source_and_a_period_as_a_value_does(
    fields: dict[str, str | None], said: list[str]
) -> None:
    shown = "sections: [{id: one, title: One, figures: [a]}]\n"
    found = problems(sheet_text(f"a: {figure(**fields)}", rest=shown))
    assert [one for one in found if one.startswith("error")] == said


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("2023: 1, 2024: 2", []),
        ("2023: 1, 2023-01/2023-12: 2", ["two observations have the same period"]),
        ("2024: 1, 2023: 2", ["the observations are not in the order of time"]),
        ("2024-Q2: 1, 2024-03: 2", ["the observations are not in the order of time"]),
        ("2024-01/2024-03: 1, 2024-01/2024-06: 2", []),  # a running total, longer each time
        (
            "2024-01/2024-06: 1, 2024-01/2024-03: 2",
            ["the observations are not in the order of time"],
        ),
        ("2023: {value: 1, low: 2, high: 0}, 2024: 1", ["`low` is above `high`, 0"]),
        (
            "2023: {value: 3, low: 1, high: 2}, 2024: 1",
            ["the value 3 lies outside its interval, 1 to 2"],
        ),
        ("2023: {value: 2, low: 2, high: 2}, 2024: 1", []),
        ("2023: {value: 1, low: 1}, 2024: 1", ["an interval has two ends, and `high` is missing"]),
        ("2023: {value: 1, high: 1}, 2024: 1", ["an interval has two ends, and `low` is missing"]),
        (
            "2023: {value: not stated, low: 1, high: 2}, 2024: 1",
            ["an interval lies around a value, and there is none"],
        ),
        (
            "2023: {value: not stated, was: 1}, 2024: 1",
            ["`was` gives the value before a revision, and there is none after it"],
        ),
        (
            "2023: {missing: suppressed, value: 1}, 2024: 1",
            ["`missing` says that there is no number, and `value` gives one"],
        ),
        ("2023: {note: Nothing.}, 2024: 1", ["the observation has no value"]),
        (
            "2023: {value: 1, status: [revised, revised]}, 2024: 1",
            ["'revised' is named twice in this list"],
        ),
    ],
)
def test_what_observations_cannot_say_is_named(rows: str, said: list[str]) -> None:
    line = figure(period=None, observations=f"{{{rows}}}", interval="range", measure="level")
    shown = "sections: [{id: one, title: One, figures: [a]}]\n"
    found = problems(sheet_text(f"a: {line}", rest=shown))
    errors = [one.removeprefix("error: ") for one in found if one.startswith("error")]
    assert errors == said


def test_an_interval_is_explained_and_each_of_many_values_has_a_cell() -> None:
    shown = "sections: [{id: one, title: One, figures: [a]}]\n"
    for fields, said in (
        ({"value": 2, "low": 1, "high": 3}, ["nothing says what `low` and `high` are"]),
        (
            {"value": 2, "source": "report sheet x C2:C3"},
            ["the range C2:C3 has 2 cells, but there is 1 observation"],
        ),
    ):
        found = problems(sheet_text(f"a: {figure(measure='level', **fields)}", rest=shown))
        assert [one.removeprefix("error: ") for one in found if one.startswith("error")] == said
    listed = "{2023: 1, 2024: {value: 2, source: report p. 7}}"
    line = figure(period=None, observations=listed, source="report sheet x C2:C3")
    cited = [one.citation for one in sheet(f"a: {line}").indicators["a"].observations]
    assert [one and one.where for one in cited] == ["C2", "7"]
