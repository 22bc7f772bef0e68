"""Short spellings mean what the long ones mean, and problems in them are named at their place."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from cqviewer.load import examine_sheet, read_sheet
from cqviewer.model.facts import Indicator
from tests.model.sheets import HEAD, SOURCES, problems

BEGIN = f"""{HEAD}{SOURCES}\
dimensions:
  place: {{name: Place, items: {{wales: Wales, england: {{en: England, zh: 英格兰}}}}}}
  sex: {{name: Sex, items: {{women: Women, men: {{name: Men}}}}}}
indicators:
  jobs:
    name: Jobs
    unit: jobs
    measure: count
    source: report par. 1
"""
END = "sections: [{id: one, title: One, charts: [{kind: bars, of: [jobs], title: Jobs}]}]\n"


def written(lines: str) -> str:
    return BEGIN + "".join(f"    {line}\n" for line in lines.splitlines()) + END


def figures(lines: str) -> dict[str, Indicator]:
    return read_sheet(written(lines).encode(), "f").indicators


@pytest.mark.parametrize(
    ("short", "long"),
    [
        (
            "observations: {2023: 5, 2024: {value: 7}}",
            "observations: [{period: 2023, value: 5}, {period: 2024, value: 7}]",
        ),
        (
            "by: place\nitems: {wales: {2023: 5}}",
            "by: place\nitems: {wales: {observations: [{period: 2023, value: 5}]}}",
        ),
        (
            "by: [place]\nitems: {wales: [{period: 2024, value: 7}]}",
            "by: place\nitems: {wales: {observations: {2024: 7}}}",
        ),
        (
            "by: place\nperiod: 2024\nitems: {wales: 5, england: 7}",
            "by: place\nperiod: 2024\nitems: {wales: {value: 5}, england: {value: 7}}",
        ),
        (
            "by: [place, sex]\nperiod: 2024\nitems: {wales: {women: 5}}",
            "by: [place, sex]\nperiod: 2024\nitems: {wales: {items: {women: {value: 5}}}}",
        ),
    ],
)
def test_a_short_form_means_what_the_long_one_means(short: str, long: str) -> None:
    assert figures(short) == figures(long)


def test_names_of_items_are_given_once_or_in_each_language_or_as_a_key() -> None:
    sheet = read_sheet(written("by: place\nperiod: 2024\nitems: {wales: 5}").encode(), "f")
    names = [one.name for part in sheet.dimensions.values() for one in part.items.values()]
    assert names == ["Wales", {"en": "England", "zh": "英格兰"}, "Women", "Men"]


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ("observations: {2023: 5, 2024: x}", "15:35: error: 'x'"),
        ("observations: {2023: 5, 202: 7}", "15:29: error: '202' is no period"),
        ("observations: {2024: 5, 2023: 7}", "15:29: error: the observations are not"),
        ("observations: {2023: {value: x}}", "15:34: error: 'x'"),
        ("observations: {2023: {value: 5, vlaue: 7}}", "15:37: error: the key `vlaue`"),
        ("by: place\nitems: {wales: {2023: x}}", "16:27: error: 'x'"),
        ("by: place\nperiod: 2024\nitems: {wales: x}", "17:20: error: 'x'"),
        ("by: place\nitems: {wales: [{period: 2024, value: x}]}", "16:43: error: 'x'"),
        ("by: [place, sex]\nitems: {wales: {women: {2023: x}}}", "16:35: error: 'x'"),
        ("by: place\nitems: {wales: }", "16:20: error: `wales` has no value"),
        ("observations: {}", "15:19: error: `observations` is empty"),
    ],
)
def test_a_problem_in_a_short_form_is_named_at_its_place(lines: str, place: str) -> None:
    found = [one.sentence() for one in examine_sheet(written(lines).encode(), "f").problems]
    assert [one.removeprefix("f:")[: len(place)] for one in found][:1] == [place]
    assert len(found) == 1


def test_a_period_stands_in_one_place() -> None:
    said = problems(written("observations: {2023: {period: 2024, value: 5}}"))
    assert said == ["error: `observations` is a list, not a set of keys"]


NUMBERS = st.integers(0, 10**6).map(str)
ROWS = st.dictionaries(st.integers(1990, 2024).map(str), NUMBERS, min_size=1, max_size=4)


@given(st.dictionaries(st.sampled_from(["wales", "england"]), NUMBERS | ROWS, min_size=1))
@settings(max_examples=60)
def test_items_in_short_are_the_figures_that_they_are_at_length(
    items: dict[str, str | dict[str, str]],
) -> None:
    ordered = {
        key: one if isinstance(one, str) else dict(sorted(one.items()))
        for key, one in items.items()
    }
    full = {
        key: {"value": one}
        if isinstance(one, str)
        else {"observations": [{"period": year, "value": two} for year, two in one.items()]}
        for key, one in ordered.items()
    }
    begin = "by: place\nperiod: 2024\nitems: "
    short, long = (
        figures(begin + yaml.safe_dump(one, default_flow_style=True, width=9999))
        for one in (ordered, full)
    )
    assert short == long
    for key, one in ordered.items():
        rows = short[f"jobs.{key}"].observations
        written = {"2024": one} if isinstance(one, str) else one
        assert {str(row.period.year): str(row.value) for row in rows} == written
