"""Fixes: only where the right text is certain, and never another fact."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cqviewer.load import examine_sheet
from cqviewer.model.editing.fixing import fix_file, fixes_of, write_fixes
from cqviewer.model.files.plain_file import Limits
from cqviewer.model.problems import Problem
from cqviewer.model.reading.yaml_tree import decode, parse_yaml
from tests.corpus.cases import FILES, cases
from tests.model.editing.test_edit import FORMATS, SHEETS, loaded
from tests.model.editing.trees import differences
from tests.model.sheets import figure, sheet_text

SLIPS = (
    str.upper,
    str.capitalize,
    lambda word: word[:1] + word[2:],
    lambda word: word[:2] + word[1:],
    lambda word: word.translate({one: one + 0xFEE0 for one in range(0x30, 0x3A)}),
    lambda word: f"Nov {word}" if word.isdigit() else f"{word}_",
)
WORD = re.compile(r"(?<=[ {,])[a-z_]{4,}(?=[:,}\]\n])|(?<=: )\d{2,}")


def fixed(text: str) -> tuple[str, list[str]]:
    """Return a sheet with its fixes, and what was written, each as 'old → new'."""
    data, written = fix_file(text.encode(), lambda one: examine_sheet(one, "f").problems)
    return data.decode(), [f"{one.old} → {one.new}" for one in written]


def one_figure(**fields: object) -> str:
    return sheet_text(f"jobs: {figure(**fields)}", rest="sections: [{id: one, title: One}]\n")


@pytest.mark.parametrize(
    ("fields", "written"),
    [
        ({"period": "Nov 2024"}, "Nov 2024 → 2024-11"),
        ({"period": "2024M11"}, "2024M11 → 2024-11"),
        ({"period": "2024-12-23T10:00"}, "2024-12-23T10:00 → 2024-12-23"),
        ({"period": "Jan-Nov 2024"}, "Jan-Nov 2024 → 2024-01/2024-11"),
        ({"period": "Not Stated"}, "Not Stated → not stated"),
        ({"value": "1_200"}, "1_200 → 1200"),
        ({"value": "５７"}, "５７ → 57"),
        ({"measure": "Count"}, "Count → count"),
        ({"source": "reprot par. 1"}, "reprot par. 1 → report par. 1"),
        ({"status": "Provisional", "value": 7}, "Provisional → provisional"),
        ({"unti": "jobs", "unit": None}, ""),
        ({"measrue": "count", "measure": None}, "measrue → measure"),
    ],
)
def test_a_certain_text_is_written(fields: dict[str, object], written: str) -> None:
    text, said = fixed(one_figure(**{"value": 12} | fields))
    assert said == ([written] if written else [])
    if written:
        assert not [one for one in examine_sheet(text.encode(), "f").problems if one.fix]


@pytest.mark.parametrize(
    "fields",
    [
        {"period": "03/04/2024"},
        {"period": "Q1 95"},
        {"period": "2023/2024"},
        {"period": "FY2024"},
        {"period": "2024-11/2024-01"},
        {"period": ":"},
        {"value": "1,200"},
        {"value": "(12)"},
        {"value": "about 5"},
        {"value": "n/a"},
        {"value": "01200"},
        {"status": "p"},
        {"source": "rprt par. 1"},
        {"assuming": "nothing"},
    ],
)
def test_what_is_a_guess_or_another_fact_is_never_written(fields: dict[str, object]) -> None:
    text = one_figure(**{"value": 12} | fields)
    assert examine_sheet(text.encode(), "f").problems
    assert fixed(text) == (text, [])


def test_a_figure_of_another_year_is_no_slip() -> None:
    lines = "".join(f"jobs_{year}: {figure(value=1)}\n" for year in (2023, 2024))
    rest = "sections: [{id: one, title: One, figures: [jobs_2025, jobs_2023]}]\n"
    text = sheet_text(lines, rest=rest)
    assert any("jobs_2025" in one.message for one in examine_sheet(text.encode(), "f").problems)
    assert fixed(text) == (text, [])


def test_an_id_in_a_formula_is_mended_within_it_and_its_definition_with_it() -> None:
    lines = f"new-jobs: {figure(value=2)}\nrate: {figure(derived='2 * new-jbos / 4')}"
    assert "fix" in Problem.__struct_fields__
    text = sheet_text(
        lines.replace("new-jbos", "new_jbos").replace(", period: 2024, source: report par. 1}", "}")
    )
    made, written = fixed(text)
    assert "new-jobs → new_jobs" in written
    assert "2 * new_jobs / 4" in made
    assert examine_sheet(made.encode(), "f").sheet is not None


def test_the_same_mistake_is_mended_at_all_its_places() -> None:
    lines = "".join(f"a{number}: {figure(value=1, period='Nov 2024')}\n" for number in range(30))
    made, written = fixed(sheet_text(lines))
    assert len(written) == 30
    assert made.count("period: 2024-11,") == 30


def test_a_fix_that_cannot_be_written_leaves_the_others() -> None:
    data = b"a: {Name: x, name: y, peroid: z}\n"
    made, written = write_fixes(data, {("a", "?Name"): "name", ("a", "?peroid"): "period"})
    assert made == b"a: {Name: x, name: y, period: z}\n"
    assert [one.sentence("f") for one in written] == ["f:1:23: wrote period instead of peroid"]


def test_problems_without_a_certain_text_bring_no_fix() -> None:
    problems = [
        Problem(message="m", paths=(("a",),)),
        Problem(message="n", paths=(("b",),), fix="1"),
    ]
    assert fixes_of(problems) == {("b",): "1"}


def texts(value: object) -> list[str]:
    """Return all keys and texts, in order."""
    if isinstance(value, dict):
        return [one for key, inner in value.items() for one in (str(key), *texts(inner))]
    if isinstance(value, list):
        return [one for inner in value for one in texts(inner)]
    return [str(value)]


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_after_all_fixes_nothing_else_reads_otherwise_and_no_other_line_differs(
    data: st.DataObject,
) -> None:
    text = SHEETS[data.draw(st.sampled_from([*SHEETS]))]
    for _ in range(data.draw(st.integers(1, 3))):
        word = data.draw(st.sampled_from([*WORD.finditer(text)]))
        slip = data.draw(st.sampled_from(SLIPS))
        text = text[: word.start()] + slip(word[0]) + text[word.end() :]
    before = FORMATS[data.draw(st.sampled_from([*FORMATS]))](text)
    after, written = fix_file(before, lambda one: examine_sheet(one, "f").problems)
    pairs = [*zip(texts(loaded(before)), texts(loaded(after)), strict=True)]
    assert sum(old != new for old, new in pairs) <= len(written)
    lines = zip(decode(before, "f").splitlines(), decode(after, "f").splitlines(), strict=True)
    differing = {at for at, (old, new) in enumerate(lines, 1) if old != new}
    assert differing <= {one.place[0] for one in written}


CASES = [case for file in FILES for case in cases(file)]
FIXABLE = [
    (case.name, case.text, fixes)
    for case in CASES
    if (fixes := fixes_of(examine_sheet(case.text.encode(), "f").problems))
]


@pytest.mark.parametrize("name", FORMATS)
def test_fixes_change_what_is_read_at_their_own_places_alone(name: str) -> None:
    changed = 0
    for case, text, fixes in FIXABLE:
        before = FORMATS[name](text)
        after, written = write_fixes(before, fixes)
        was, now = (parse_yaml(decode(one, "f"), "", Limits()).root for one in (before, after))
        at = {path[:-1] if str(path[-1]).startswith("?") else path for path in fixes}
        for path in differences(was, now):
            assert any(path[: len(one)] == one for one in at), case
        changed += len(written)
    assert changed > 20
