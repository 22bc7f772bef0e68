"""Parts that do not fit are reported, and the others are still checked at their own places."""

import pytest

from cqviewer.load import examine_sheet
from cqviewer.model.problems import Findings
from cqviewer.model.reading.shape import fit_shape
from cqviewer.model.reading.yaml_tree import Plain
from tests.model.sheets import figure, problems, sheet_text

SOUND: dict[str, Plain] = {
    "cqviewer": "1",
    "title": "T",
    "place": "P",
    "date": "2025-03-01",
    "sources": {},
    "indicators": {},
    "sections": [{"id": "one", "title": "One"}],
}


def test_a_sound_tree_is_converted_without_findings() -> None:
    findings = Findings()
    entry, dropped = fit_shape(SOUND, findings, ("bars",))
    assert entry is not None
    assert entry.sections[0].id == "one"
    assert (findings.all, dropped) == ([], frozenset())


@pytest.mark.parametrize("tree", [None, "text", ["list"], {}, {"title": "T"}, {"cqviewer": None}])
def test_what_is_no_sheet_is_refused_with_one_sentence(tree: Plain) -> None:
    findings = Findings()
    entry, _ = fit_shape(tree, findings, ("bars",))
    assert entry is None
    assert len(findings.all) == 1
    assert "cqviewer: 1" in findings.all[0].help


@pytest.mark.parametrize("version", ["2", "10", "9" * 5000])
def test_a_newer_version_is_named(version: str) -> None:
    findings = Findings()
    assert fit_shape(SOUND | {"cqviewer": version}, findings, ("bars",))[0] is None
    assert "this program reads 1" in findings.all[0].message
    assert findings.all[0].help == "install a newer cqviewer"


def test_a_faulty_entry_is_kept_with_what_fits() -> None:
    findings = Findings()
    entry, _ = fit_shape(
        SOUND | {"title": ["x"], "year": "soon", "nonsense": "x"}, findings, ("bars",)
    )
    assert entry is not None
    assert (entry.place, entry.year) == ("P", None)
    assert [one.path for one in findings.all] == [("title",), ("year",), ("?nonsense",)]


def test_items_that_are_left_out_do_not_shift_the_places_of_others() -> None:
    rest = """\
sections:
  - none
  - id: one
    title: One
    figures:
      - [x]
      - nowhere
      - {figure: nothing, label: x}
    charts:
      - ~
      - {kind: bars, of: [jobs, ~, gone], title: T}
"""
    text = sheet_text(f"jobs: {figure(value='1')}", rest=rest)
    first = text.splitlines().index("  - none") + 1
    found = examine_sheet(text.encode(), "f").problems
    assert [(one.line or 0) - first for one in found] == [0, 4, 5, 6, 8, 9, 9]
    assert [one.column for one in found] == [5, 9, 9, 18, 9, 33, 36]
    assert found[2].message == "there is no indicator 'nowhere'"
    assert found[-1].message == "there is no indicator 'gone'"


@pytest.mark.parametrize(
    "faulty",
    [
        "sources: x\n",
        "sources: {report: x}\n",
        "sources: {Report: {title: R}}\n",
        "sources: {report: {title: R, url: x}}\n",
        "sources: {report: {titel: R}}\n",
        "sources: {report: ~}\n",
    ],
)
def test_a_faulty_source_is_not_missed_by_those_who_cite_it(faulty: str) -> None:
    text = sheet_text(
        f"jobs: {figure(value='1')}", rest="sections: [{id: one, title: O, figures: [jobs]}]"
    )
    lines = [faulty.rstrip() if one.startswith("sources:") else one for one in text.splitlines()]
    assert len(problems("\n".join(lines))) == 1


@pytest.mark.parametrize(
    "faulty",
    ["goals: x", "goals: {year: 2025, announced: many}", "goals: {announced: 3, named: x}"],
)
def test_faulty_goals_are_not_missed_by_those_who_count_them(faulty: str) -> None:
    rest = f"sections: [{{id: one, title: O, figures: [jobs, goals.announced]}}]\n{faulty}\n"
    found = problems(sheet_text(f"jobs: {figure(value='1')}", rest=rest))
    assert found
    assert not [one for one in found if "there is no" in one]


def test_a_faulty_figure_is_not_missed_by_charts_and_formulas() -> None:
    charts = "[{kind: bars, of: [a, b], title: T}]"
    rest = f"sections: [{{id: one, title: O, figures: [a, b], charts: {charts}}}]"
    derived = figure(derived="a * 2", period=None, source=None)
    for faulty in ({"value": "many"}, {"unit": "[x]"}, {"measure": "size"}, {"period": "then"}):
        text = sheet_text(f"a: {figure(**({'value': 1} | faulty))}\nb: {derived}", rest=rest)
        assert len(problems(text)) == 1, faulty


def test_what_a_merge_key_was_to_bring_is_not_missed() -> None:
    for merged in ("{<<: *j, name: B}", "{<<: *j}"):
        lines = f"jobs: &j {figure(value=1)}\nb: {merged}\nc: {figure(derived='b * 2')}"
        rest = "sections: [{id: one, title: O, figures: [jobs, b, c]}, {<<: *j, id: two}]"
        text = sheet_text(lines, rest=rest)
        assert problems(text) == ["error: merge keys (<<) are not part of the format"] * 2


@pytest.mark.parametrize("languages", ["", "languages: [en, zh]\n"])
@pytest.mark.parametrize("rest", ["sections: [x]\n", "sections: [~, [y]]\n", "sections: []\n"])
def test_nothing_is_said_of_what_stands_in_for_a_faulty_part(languages: str, rest: str) -> None:
    text = sheet_text(f"jobs: {figure(value='1')}", head=languages, rest=rest)
    found = problems(text)
    assert found
    assert all("`sections`" in one or "zh" in one for one in found)
    text = text.replace("place: Springfield", "place: {en: [x]}")
    assert "warning: `place` has no text in zh" not in problems(text)


def test_a_thousand_findings_are_kept_and_the_others_counted() -> None:
    lines = "\n".join(f"x{number}: {number}" for number in range(3000))
    found = examine_sheet(f"{sheet_text('')}{lines}\n".encode(), "f").problems
    assert len(found) == 1001
    assert found[-1].message.endswith("more problems are not listed")


def said(text: str) -> list[str]:
    """Return what is wrong with a sheet, each with its help."""
    found = examine_sheet(text.encode(), "f").problems
    return [f"{one.message} ({one.help})" for one in found if one.severity == "error"]


@pytest.mark.parametrize(
    ("rest", "wrong"),
    [
        ("sections: [{id: one, title: One, figures: [~]}]", "item 1 of `figures` has no value ()"),
        (
            "sections: [{id: one, title: One, figures: [[a]]}]",
            "item 1 of `figures` is an id, or a set of keys, not a list ()",
        ),
        (
            "sections: [{id: one, title: One, charts: [{of: [a], title: A}]}]",
            "item 1 of `charts` has no `kind` (add `kind:` with one of: bars, ",
        ),
        ("sections: [{id: one, title: {}}]", "`title` is empty ()"),
        ("sections: []", "`sections` is empty ()"),
        ("sections: {one: One}", "`sections` is a list, not a set of keys ()"),
        (
            "sections: [{id: one, title: One, plans: [{name: P, text: T, link: theirs}]}]",
            "'theirs' is not known as `link` (write one of: ours, source)",
        ),
        (
            "sections: [{id: one, title: One}]\nlogo: {file: a/b.png, alt: x}",
            "`file` is no file name (write the name of a file in the sheet's own folder)",
        ),
        (
            "sections: [{id: one, title: One}]\naccent: blue",
            '`accent` is no colour (write six hexadecimal digits in quotes, such as "#0B5A73")',
        ),
        (
            "sections: [{id: one, title: One}]\nlanguages: [english]",
            "'english' is no language (write a tag of BCP 47, such as en, fr, pt-BR or zh-Hant)",
        ),
        ("sections: [{id: one, title: One}]\nyear: 24", "`year` is a whole number from 1000 to"),
    ],
)
def test_what_does_not_fit_says_what_would(rest: str, wrong: str) -> None:
    (found,) = said(sheet_text(f"a: {figure(value=1)}", rest=f"{rest}\n"))
    assert found.startswith(wrong)


def test_what_an_indicator_says_of_all_is_not_said_of_one_observation() -> None:
    listed = "[{period: 2024, value: 1, unit: jobs}]"
    line = f"a: {figure(observations=listed, period=None)}"
    (found,) = said(sheet_text(line))
    assert found == (
        "the key `unit` is not known here (write `unit` at the indicator, beside `observations`)"
    )


def test_a_merge_key_among_ids_leaves_the_ids_beside_it() -> None:
    sources = "sources:\n  <<: &all {title: R}\n  report: {title: Report}\n"
    text = sheet_text(f"a: {figure(value=1)}").replace(
        next(one for one in sheet_text("").splitlines(keepends=True) if "sources" in one), sources
    )
    assert said(text) == ["merge keys (<<) are not part of the format (write the keys out)"]
