"""Values, use and languages are checked beyond the shape of a sheet."""

import pytest

from cqviewer.load import examine_sheet
from tests.model.sheets import SECTIONS, figure, problems, sheet_text

SHOWN = "sections: [{id: one, title: One, figures: [a]}]\n"
PERCENT = {"unit": "'%'"}


def test_texts_of_an_empty_sheet_are_no_facts() -> None:
    text = sheet_text(
        f"a: {figure(value=1)}", rest=SHOWN.replace("title: One", "title: New section")
    )
    assert [one for one in problems(text) if "empty sheet" in one] == [
        "warning: 'New section' is what an empty sheet begins with"
    ]
    text = text.replace("title: Springfield in figures", "title: {en: Springfield, zh: 新简报}")
    assert "warning: '新简报' is what an empty sheet begins with" in problems(text)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"value": 100, "measure": "share", **PERCENT}, None),
        ({"value": 100.1, "measure": "share", **PERCENT}, "warning: the share is 100.1 %"),
        ({"value": -1, "measure": "share", **PERCENT}, "error: the share is -1 %"),
        ({"value": 0, "measure": "count"}, None),
        ({"value": 12.5, "measure": "count", **PERCENT}, "warning: a count is not in per cent"),
        ({"value": -1, "measure": "count"}, "error: a count cannot be -1"),
        ({"value": -100, "measure": "growth", **PERCENT}, None),
        ({"value": -100.5, "measure": "growth", **PERCENT}, "warning: a change of -100.5 %"),
        ({"value": 20000, "measure": "growth", **PERCENT}, "warning: 20000 % is hard"),
        ({"value": "1e18", "measure": "level"}, "warning: 1000000000000000000 is hard"),
        ({"value": 1, "measure": "growth", "unit": "bn yuan"}, "error: a growth has no unit"),
        ({"value": 1, "measure": "level", "prices": "real"}, None),
        ({"value": 1, "measure": "index", "prices": "real"}, "warning: `prices` says nothing"),
        ({"value": 1, "unit": "{en: bn yuan, zh: 十亿元}"}, "warning: a unit such as bn yuan is"),
        (
            {"value": 1, "unit": "{en: bn yuan, zh: 亿元}"},
            "error: `bn yuan` and `亿元` are not",
        ),
        ({"value": 1, "unit": "{en: jobs, zh: 人}"}, None),
        ({"value": 1, "measure": "share", "unit": "{en: per cent, zh: '%'}"}, None),
        ({"value": 1, "digits": 2}, None),
        ({"value": 1, "assuming": "x"}, "warning: `assuming` is for derived"),
        ({"value": 1, "period": "2025-03-01"}, None),
        ({"value": 1, "period": "2025-03-02"}, "warning: the period begins after"),
        ({"value": "not stated", "period": "2030"}, None),
    ],
)
def test_a_value_must_be_one_that_its_measure_can_have(
    fields: dict[str, object], said: str | None
) -> None:
    found = problems(sheet_text(f"a: {figure(**fields)}", rest=SHOWN))
    assert [one.startswith(said or "nothing") for one in found] == ([True] if said else [])


@pytest.mark.parametrize(
    ("values", "formula", "is_fine"),
    [
        (("33.4", "33.3", "33.4"), "a + b + c", True),
        (("33.4", "33.4", "33.4"), "a + b + c", False),
        (("33.40", "33.30", "33.40"), "a + b + c", False),
        (("34", "33", "34"), "100 - a - b - c", True),
        (("34", "33", "36"), "100 - a - b - c", False),
        (("33.4", "33.3", "100.1"), "c * a / a + b * 0", False),
    ],
)
def test_rounded_shares_may_add_up_to_a_little_more(
    values: tuple[str, ...], formula: str, is_fine: bool
) -> None:
    share = {"measure": "share", **PERCENT}
    lines = [
        f"{key}: {figure(value=one, **{**share, 'measure': 'level'})}"
        for key, one in zip("abc", values, strict=True)
    ]
    made = figure(derived=formula, period=None, source=None, **share)
    found = problems(sheet_text("\n".join([*lines, f"made: {made}"]), rest=SHOWN))
    assert any("the share is" in one for one in found) is not is_fine


def test_the_values_of_a_series_are_checked_one_by_one() -> None:
    listed = "[{period: 2022, value: -1}, {period: 2023, value: 1}, {period: 2024, value: -2}]"
    found = problems(sheet_text(f"a: {figure(period=None, observations=listed)}", rest=SHOWN))
    assert found == ["error: a count cannot be -1", "error: a count cannot be -2"]


def test_a_share_beyond_its_whole_is_told_what_it_may_be() -> None:
    for value in (134.9, -3):
        text = sheet_text(f"a: {figure(value=value, measure='share', **PERCENT)}", rest=SHOWN)
        assert examine_sheet(text.encode(), "f").problems[0].help.endswith("measure: level")


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("38.00000000000001", "write 38, if that is what the source says"),
        ("0.30000000000000004", "write 0.3, if that is what the source says"),
        ("38.099998474121094", "write as many as the source gives"),
        ("0.1234567890123456789", "write as many as the source gives"),
        ("123456789.123456", None),
        ("9007199254740993", None),
        ("1.50000000000000000", None),
    ],
)
def test_the_noise_of_a_computers_arithmetic_is_warned_of(value: str, hint: str | None) -> None:
    text = sheet_text(f"a: {figure(value=value, measure='level')}", rest=SHOWN)
    found = examine_sheet(text.encode(), "f").problems
    assert [one.help.partition(hint or "?")[1] for one in found] == ([hint] if hint else [])


def test_many_digits_are_said_once_and_not_where_digits_say_how_many_to_show() -> None:
    values = "{2023: 0.1234567890123456789, 2024: 0.2234567890123456789}"
    given = {"measure": "level", "period": None, "observations": values}
    text = sheet_text(f"a: {figure(**given)}", rest=SHOWN)
    (one,) = examine_sheet(text.encode(), "f").problems
    assert (one.message.partition(" has ")[0], one.count) == ("the number", 2)
    assert problems(sheet_text(f"a: {figure(**given, digits=1)}", rest=SHOWN)) == []


@pytest.mark.parametrize(("value", "is_said"), [("1.234", True), ("1.23", False), ("1234", False)])
def test_a_point_that_may_group_thousands_is_warned_of(value: str, *, is_said: bool) -> None:
    found = problems(sheet_text(f"a: {figure(value=value)}", rest=SHOWN))
    assert [one.startswith("warning: a count of 1.234 is") for one in found] == [True] * is_said


@pytest.mark.parametrize(
    ("other", "is_said"),
    [({}, True), ({"unit": "ports"}, False), ({"measure": "level"}, False), ({"name": "X"}, False)],
)
def test_figures_of_the_same_name_are_told(other: dict[str, object], *, is_said: bool) -> None:
    lines = f"a: {figure(value=1)}\nb: {figure(value=2, **other)}"
    text = sheet_text(lines, rest=SHOWN.replace("[a]", "[a, b]"))
    found = [one.message for one in examine_sheet(text.encode(), "f").problems]
    assert found == ["'a' has the same name: Jobs"] * is_said


def test_a_list_of_one_observation_is_reported_at_its_own_place() -> None:
    listed = "[{period: 2024, value: -1}]"
    text = sheet_text(f"a: {figure(period=None, observations=listed)}", rest=SHOWN)
    (problem,) = examine_sheet(text.encode(), "f").problems
    assert problem.line == 7
    assert text.splitlines()[6][(problem.column or 0) - 1 :].startswith("-1}")


def test_what_a_shown_figure_is_derived_from_is_used() -> None:
    derived = {"period": None, "source": None}
    lines = f"a: {figure(derived='b + 1', **derived)}\n"
    lines += f"b: {figure(derived='c + 1', **derived)}\nc: {figure(value=1)}"
    assert problems(sheet_text(lines, rest=SHOWN)) == []
    unused = problems(sheet_text(lines, rest=SHOWN.replace("[a]", "[b]")))
    assert unused == ["warning: 'a' is not shown"]


@pytest.mark.parametrize(
    "rest",
    [
        "sections: [{id: one, title: One, charts: [{kind: bars, of: [a], title: T}]}]\n",
        "sections: [{id: one, title: One, plans: [{name: N, text: T, figures: [a]}]}]\n",
        SECTIONS + "key_figures: [a]\n",
        SECTIONS + "goals: {year: 2025, announced: 1, named: [{id: g, name: G, figures: [a]}]}\n",
    ],
)
def test_a_figure_is_used_wherever_it_is_shown(rest: str) -> None:
    assert problems(sheet_text(f"a: {figure(value=1)}", rest=rest)) == []


@pytest.mark.parametrize("where", ["statements: [{text: T", "voices: [{who: W, text: T"])
def test_a_source_is_used_wherever_it_is_cited(where: str) -> None:
    rest = f"sections: [{{id: one, title: One, {where}, source: report par. 1}}]}}]\n"
    assert problems(sheet_text("", rest=rest).replace("indicators:", "indicators: {}")) == []


def test_nothing_is_called_unused_where_something_is_wrong() -> None:
    text = sheet_text(f"a: {figure(value='many')}\nb: {figure(value=1)}", rest=SHOWN)
    assert len(problems(text)) == 1


BOTH = "title: {en: T, zh: 题}\nplace: {en: P, zh: 地}\n"


def languages_missing(figure_text: str, head: str = "languages: [en, zh]\n") -> list[str]:
    """Return what is said of a sheet whose other texts are in both languages."""
    text = sheet_text(
        f"a: {figure_text}", rest="sections: [{id: one, title: {en: O, zh: 一}, figures: [a]}]\n"
    )
    text = text.replace("title: Springfield in figures\nplace: Springfield\n", BOTH + head)
    return problems(text.replace("title: Report, short: Rep", "title: {en: R, zh: 报}"))


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({"name": "{en: Jobs, zh: 就业}", "unit": "{en: jobs, zh: 人}"}, []),
        ({"name": "{en: Jobs, zh: 就业}", "unit": "bn yuan", "measure": "level"}, []),
        ({"name": "{en: Jobs, zh: 就业}", "unit": "jobs"}, ["unit"]),
        ({"name": "'2024'", "unit": "percentage points", "measure": "level"}, []),
        ({"name": "{en: Jobs}", "unit": "'%'", "measure": "level"}, ["name"]),
        ({"name": "Jobs", "unit": "'%'", "measure": "level"}, ["name"]),
        ({"name": "'2024'", "unit": "'%'", "measure": "level"}, []),
    ],
)
def test_a_language_that_is_missing_is_named(fields: dict[str, object], missing: list[str]) -> None:
    found = languages_missing(figure(value=1, **fields))
    assert found == [f"warning: `{one}` has no text in zh" for one in missing]


def test_one_language_needs_no_other() -> None:
    assert languages_missing(figure(value=1), "languages: [zh]\n") == []
    assert languages_missing(figure(value=1), "") == []


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ("$ million", "`$` is worded as 百万美元 in Chinese"),
        ("dollars", "`dollars` is worded as 美元 in Chinese"),
        ("¥ bn", "`¥` is worded as 十亿日元 in Chinese"),
        ("US$ million", None),
        ("bn yuan", None),
    ],
)
def test_a_sign_of_several_currencies_is_warned_of_where_chinese_names_one(
    unit: str, said: str | None
) -> None:
    text = "jobs: " + figure(name="{en: Aid, zh: 援助}", unit=repr(unit), measure="level", value=5)
    found = [
        one for one in problems(sheet_text(text, head="languages: [en, zh]\n")) if "worded" in one
    ]
    assert found == ([f"warning: {said}"] if said else [])
    assert not [one for one in problems(sheet_text(text)) if "worded" in one]
