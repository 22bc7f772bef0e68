"""Figures in braces are filled into the texts of a sheet, in the language of each text."""

import pytest

from cqviewer.load import examine_sheet
from tests.model.sheets import sheet, sheet_text

FIGURES = """\
jobs: {name: New jobs, unit: jobs, measure: count, value: 1200, period: 2024-01/2024-11, source: report}
fall: {name: Growth, unit: "%", measure: growth, value: -7.6, period: 2024, source: report}
rise: {name: Growth of trade, unit: "%", measure: growth, value: 3.4, period: 2024, source: report}
budget: {name: Budget, unit: bn yuan, measure: level, value: 577.6, period: 2024, source: report}
rate: {name: Rate, unit: "%", measure: share, source: report, observations: {2023: 3.0, 2024: 4.5}}
calls: {name: Port calls, unit: calls, measure: count, source: report, observations: {2023: 355, 2024: 402}}
silent: {name: Silent, unit: calls, measure: count, source: report, period: 2024, value: not stated}"""  # noqa: E501

ALONE = "No change: Jan–Nov 2024 is the first observation in this sheet."


def section(lead: str) -> str:
    """Return the sections of a sheet whose lead is a text or one text per language."""
    return f"sections: [{{id: one, title: One, lead: {lead}}}]\n"


def lead(text: str, **head: str) -> object:
    """Return a lead with its figures filled in."""
    top = "".join(f"{key}: {one}\n" for key, one in head.items())
    return sheet(FIGURES, head=top, rest=section(text)).sections[0].lead


@pytest.mark.parametrize(
    ("written", "filled"),
    [
        ("{jobs} new jobs", "1,200 new jobs"),
        ("a fall of {fall.abs}, {fall}", "a fall of 7.6\u202f%, −7.6\u202f%"),
        ("a rise of {rise}", "a rise of 3.4\u202f%"),
        ("{budget} were spent", "577.6 bn yuan were spent"),
        ("counted in {jobs.period}", "counted in January–November 2024"),
        ("{calls[2023]}, then {calls[2024]}", "355, then 402"),
        ("calls rose {calls.change}", "calls rose 13.2\u202f%"),
        ("the rate rose {rate.change}", "the rate rose 1.5 percentage points"),
        ("above {= 50 %}", "above 50 %"),
        ("{silent}: {silent}", "Not stated: not stated"),
        ("{other} and { jobs } and {}", "{other} and { jobs } and {}"),
    ],
)
def test_a_reference_is_worded_as_in_a_sentence(written: str, filled: str) -> None:
    assert lead(f'"{written}"') == filled


@pytest.mark.parametrize(
    ("language", "written", "unit"),
    [
        ("en", "Of {budget} bn yuan", "bn yuan"),
        ("en", "Of {rate} % of all", "%"),
        ("en", "Up {rate.change} points", "points"),
        ("zh", "共 {calls} 次", ""),
        ("zh", "共 {budget} 亿元", "亿元"),
    ],
)
def test_a_unit_that_comes_twice_is_warned_of(language: str, written: str, unit: str) -> None:
    text = sheet_text(FIGURES, rest=section(f'{{{language}: "{written}"}}'))
    found = [one for one in examine_sheet(text.encode(), "f").problems if "twice" in one.message]
    reference = written[written.index("{") : written.index("}") + 1]
    said = [f"{reference} says '{unit}' itself, which comes twice"] if unit else []
    assert [one.message for one in found] == said
    assert {one.help for one in found} <= {"leave it out after the brace"}


@pytest.mark.parametrize("text", ["{budget} bn yuans", "{calls} calls", "{budget}, yuan by yuan"])
def test_a_unit_that_comes_once_is_no_fault(text: str) -> None:
    examined = examine_sheet(sheet_text(FIGURES, rest=section(f'"{text}"')).encode(), "a.yaml")
    assert not [one for one in examined.problems if "twice" in one.message]


def test_each_language_words_its_own() -> None:
    made = lead('{en: "{budget}", fr: "{budget}", zh: "{budget}"}')
    assert made == {"en": "577.6 bn yuan", "fr": "577,6 milliards de yuans", "zh": "5776 亿元"}


def test_a_text_given_once_is_in_the_first_language_of_the_sheet() -> None:
    assert lead('"{budget}"', languages="[fr]") == "577,6 milliards de yuans"


def test_a_sheet_without_references_stays_as_it_was_read() -> None:
    one = sheet(FIGURES, rest=section('"No braces"'))
    assert one.sections[0].lead == "No braces"
    assert b"{jobs}" not in one.yaml


def test_the_yaml_stays_as_it_is_written() -> None:
    assert b"{jobs} new" in sheet(FIGURES, rest=section('"{jobs} new"')).yaml


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        ("{job}", "there is no figure 'job' for {job}", "did you mean {jobs}?"),
        ("{calls[2020]}", "'calls' has no observation of 2020", "it has: 2023, 2024"),
        ("{calls[soon]}", "'calls' has no observation of soon", "it has: 2023, 2024"),
        ("{calls.low}", "{calls.low} asks for 'low'", "write one of: abs, period, change"),
        (
            "{jobs.change}",
            f"{{jobs.change}} stays as it is: {ALONE}",
            "write the words, or ask for the figure itself",
        ),
    ],
)
def test_what_cannot_be_filled_stays_with_a_warning(written: str, message: str, hint: str) -> None:
    text = sheet_text(FIGURES, rest=section(f'"Of {written}"'))
    examined = examine_sheet(text.encode(), "f")
    assert examined.sheet
    assert examined.sheet.sections[0].lead == f"Of {written}"
    (found,) = [one for one in examined.problems if "is not shown" not in one.message]
    assert (found.severity, found.message, found.help) == ("warning", message, hint)
    assert found.line == text.count("\n")


def test_a_word_in_braces_that_no_id_is_near_is_no_reference() -> None:
    text = sheet_text(FIGURES, rest=section('"the set {x, y} and {anything_else}"'))
    found = examine_sheet(text.encode(), "f").problems
    assert all("is not shown" in one.message for one in found)


def test_a_period_in_braces_is_read_with_the_fiscal_year_of_its_figure() -> None:
    fiscal = (
        "calls: {name: Port calls, unit: calls, measure: count, source: report, year_begins: 4,"
        " observations: {2022/23: 355, 2023/24: 402}}"
    )
    made = sheet(fiscal, rest=section('"{calls[2022/23]}, then {calls}"'))
    assert made.sections[0].lead == "355, then 402"
