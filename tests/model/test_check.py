"""Values, use and languages are checked beyond the shape of a sheet."""

import pytest

from tests.model.sheets import SECTIONS, figure, problems, sheet_text

SHOWN = "sections: [{id: one, title: One, figures: [a]}]\n"
PERCENT = {"unit": "'%'"}


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"value": 100, "measure": "share", **PERCENT}, None),
        ({"value": 100.1, "measure": "share", **PERCENT}, "error: the share is 100.1 %"),
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
        ({"value": 1, "digits": 2}, "warning: `digits` is for derived"),
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


def test_what_a_shown_figure_is_derived_from_is_used() -> None:
    lines = f"a: {figure(derived='b + 1', period=None, source=None)}\n"
    lines += f"b: {figure(derived='c + 1', period=None, source=None)}\nc: {figure(value=1)}"
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
    """Give what is said of a sheet whose other texts are in both languages."""
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
