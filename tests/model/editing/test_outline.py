"""A sheet as it is edited: its parts with their fields and lists, as the format describes them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cqviewer.model.editing.edit import edit_file
from cqviewer.model.editing.edits import Put, Remove, Rename
from cqviewer.model.editing.nodes import CannotEdit, Node, find, line_end, read_nodes
from cqviewer.model.editing.outline import Outline, at, keys_of
from cqviewer.model.editing.parts import Field, Group, Part
from cqviewer.model.editing.shapes import shapes
from cqviewer.model.files.plain_file import Limits
from cqviewer.model.problems import Path
from cqviewer.model.reading.format import SheetEntry
from cqviewer.model.reading.yaml_tree import Plain, decode, parse_yaml
from tests.model.editing.test_edit import FORMATS, SHEETS, VALUES

TEXT = """\
cqviewer: 1
title: {en: Figures, zh: 数据}
languages: [en, zh]
sources: {report: {title: R}}
dimensions:
  area:
    name: Area
    items: {wales: Wales, eng: {en: England, zh: 英}, all: {name: All, total: true}}
  sex: {name: Sex, items: {m: Men}}
indicators:
  jobs:
    {name: Jobs, unit: jobs, status: [provisional, break], value: 7, targets: [{for: 2025, value: 6
    }]}
  trips: {name: Trips, observations: {2023: 3.5, 2024: {value: 4, note: more}}}
  calls: {name: Calls, observations: [{period: 2023, value: 1}]}
  rate:
    {name: Rate, by: area, items: {wales: 1, eng: {2023: 2, 2024: {value: 3}}, all: {value: 5}}}
  both: {name: Both, by: [area, sex], items: {wales: {m: 3}}}
  mean: {name: Mean, derived: jobs / 2}
sections:
  - id: one
    title: One
    figures: [jobs, {figure: trips, label: x}]
    charts: [{kind: bars, of: [jobs, trips], title: The chart}]
    statements: [{text: It is said}]
goals: {year: 2025, announced: 2, named: [{id: growth, name: Growth}]}
"""


def read(text: str) -> Plain:
    """Return the values of a text."""
    return parse_yaml(text, "", Limits()).root


OUTLINE = Outline(read(TEXT), "en", ("bars", "line"))


def field(path: Path, key: str, language: str = "") -> Field:
    """Return a field of the part at a path."""
    every = OUTLINE.part(path).fields
    return next(one for one in every if (one.key, one.language) == (key, language))


def rows(path: Path, key: str) -> list[tuple[str, list[str]]]:
    """Return the titles and the values of a list."""
    group = next(one for one in OUTLINE.part(path).groups if one.key == key)
    return [(one.title, [cell.text for cell in one.cells]) for one in group.rows]


def test_every_key_of_the_format_is_a_field_or_a_list() -> None:
    part = OUTLINE.part(())
    keys = {*(one.key for one in part.fields), *(one.key for one in part.groups), "cqviewer"}
    assert keys == set(shapes(SheetEntry))
    assert part.title == "Figures"


def test_a_part_knows_what_it_lies_in() -> None:
    part = OUTLINE.part(("sections", 0, "charts", 0))
    assert (part.kind, part.title) == ("chart", "The chart")
    assert [(path, kind) for path, kind, _ in part.above] == [
        ((), "sheet"),
        (("sections", 0), "section"),
    ]
    assert OUTLINE.part(("sections", 0, "charts", 7)).path == ("sections", 0)
    assert OUTLINE.part(("goals", "named", 0)).title == "Growth"


def test_choices_are_words_of_the_format_and_ids_of_the_sheet() -> None:
    assert field(("indicators", "jobs"), "measure").choices == (
        *("count", "growth", "index", "level", "share"),
    )
    assert field(("indicators", "jobs"), "status").kind == "list"
    assert "provisional" in field(("indicators", "jobs"), "status").choices
    assert field(("indicators", "jobs"), "unit", "en").choices == ("jobs",)
    assert field(("indicators", "jobs"), "source").choices == ("report",)
    assert field(("indicators", "rate"), "by").choices == ("area", "sex")
    chart: Path = ("sections", 0, "charts", 0)
    assert field(chart, "kind").choices == ("bars", "line")
    assert field(chart, "of").text == "jobs, trips"
    assert field(chart, "from_zero").kind == "flag"


def test_texts_have_a_field_for_each_language_of_the_sheet() -> None:
    assert field((), "title", "zh").edit("新") == Put(("title", "zh"), "新")
    assert field(("sections", 0), "title", "en").text == "One"
    other = field(("sections", 0), "title", "zh")
    assert other.edit("一") == Put(("sections", 0, "title"), {"en": "One", "zh": "一"})


def test_lists_show_periods_values_and_marks() -> None:
    assert rows(("indicators", "trips"), "observations") == [
        ("2023", ["2023", "3.5", ""]),
        ("2024", ["2024", "4", ""]),
    ]
    assert rows(("indicators", "calls"), "observations") == [("2023", ["2023", "1", ""])]
    assert rows(("indicators", "rate"), "items") == [("wales", ["1"]), ("eng", []), ("all", ["5"])]
    assert rows(("indicators", "jobs"), "targets") == [("2025", ["2025", "6"])]
    assert rows(("indicators", "both", "items", "wales"), "items") == [("m", ["3"])]
    assert rows(("sections", 0), "figures") == [("jobs", []), ("trips", [])]
    assert rows(("dimensions", "area"), "items")[1] == ("England", [])


@pytest.mark.parametrize(
    ("path", "key", "text", "expected"),
    [
        (("indicators", "trips", "observations", "2023"), "value", "4", "4"),
        (
            ("indicators", "trips", "observations", "2023"),
            *("status", "revised", {"value": "3.5", "status": "revised"}),
        ),
        (
            ("indicators", "rate", "items", "wales"),
            *("period", "2024", {"value": "1", "period": "2024"}),
        ),
        (
            ("dimensions", "area", "items", "wales"),
            *("total", "true", {"name": "Wales", "total": "true"}),
        ),
    ],
)
def test_what_is_written_in_short_is_written_out_where_more_is_said(
    path: Path, key: str, text: str, expected: Plain
) -> None:
    made = edit_file(TEXT.encode(), [field(path, key).edit(text)])
    assert at(read(made.decode()), path) == expected


def test_a_field_writes_a_list_takes_its_key_away_or_renames_it() -> None:
    path: Path = ("a", "b")
    assert Field(path, "of", kind="list").edit("a, b,") == Put(path, ["a", "b"])
    assert Field(path, "by", kind="list", may_be_text=True).edit("a") == Put(path, "a")
    assert Field(path, "note", text="x").edit("") == Remove(path)
    assert Field(path, "id", text="b", is_key=True).edit("c") == Rename(path, "c")
    assert field(("indicators", "trips", "observations", "2023"), "period").is_key
    assert field(("dimensions", "area", "items", "wales"), "id").named == "item"


def test_a_figure_with_several_values_or_a_formula_does_not_ask_for_one() -> None:
    assert field(("indicators", "jobs"), "value").is_usual
    assert not field(("indicators", "trips"), "value").is_usual
    assert not field(("indicators", "mean"), "value").is_usual
    assert field(("indicators", "mean"), "derived").is_usual


def every_part(outline: Outline, path: Path = ()) -> list[Part]:
    """Return a part and all that it holds."""
    part = outline.part(path)
    inner = [row.path for group in part.groups for row in group.rows if row.path != path]
    return [part, *(one for where in inner for one in every_part(outline, where))]


PARTS = {name: every_part(Outline(read(text))) for name, text in {**SHEETS, "all": TEXT}.items()}


def test_all_that_a_sheet_holds_is_in_a_field() -> None:
    def texts(value: Plain) -> int:
        if isinstance(value, dict | list):
            return sum(map(texts, value.values() if isinstance(value, dict) else value))
        return 1

    paths = {one.path for part in PARTS["all"] for one in part.fields if one.text}
    tree = read(TEXT)
    assert sum(texts(at(tree, one)) for one in paths if not isinstance(at(tree, one), dict)) == (
        texts(tree) - 1  # the version of the format
    )


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_any_field_of_any_sheet_in_any_format_changes_alone(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from([*PARTS]))
    before = FORMATS[data.draw(st.sampled_from([*FORMATS]))]({**SHEETS, "all": TEXT}[name])
    place = data.draw(st.integers(0, len(PARTS[name]) - 1))
    one = PARTS[name][place].fields[data.draw(st.integers(0, len(PARTS[name][place].fields) - 1))]
    edit = one.edit(data.draw(VALUES.filter(str.strip)))
    try:
        after = edit_file(before, [edit])
    except CannotEdit:
        assert one.is_key  # a key that is taken
        return
    text, holder = decode(before, "f"), edit.path[:-1]
    root = read_nodes(text)
    while not _is_there(root, holder):
        holder = holder[:-1]
    node = find(root, holder).node if holder else root
    code = "utf-16-le" if before[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    head = len(before) - len(text[node.start :].encode(code))
    tail = len(text[line_end(text, node.end) :].encode(code))
    assert after[:head] == before[:head]
    assert after[len(after) - tail :] == before[len(before) - tail :]
    tree, new = read(text), read(decode(after, "f"))
    for beside in keys_of(at(tree, holder)):
        if (*holder, beside) != edit.path[: len(holder) + 1]:
            assert at(new, (*holder, beside)) == at(tree, (*holder, beside))


def _is_there(root: Node, path: Path) -> bool:
    try:
        find(root, path)
    except CannotEdit:
        return False
    return True


def test_rows_are_made_when_they_are_looked_at_and_once() -> None:
    group = next(one for one in OUTLINE.part(()).groups if one.key == "indicators")
    assert len(group.rows) == 6
    assert group.rows[1] is group.rows[-5]
    assert [one.title for one in group.rows[1:3]] == ["Trips", "Calls"]
    with pytest.raises(IndexError):
        group.rows[6]


def test_a_list_of_one_dimension_has_periods_below_its_items_and_one_of_two_has_items() -> None:
    for by, keys in (("[area]", ["observations"]), ("[area, sex]", ["items"])):
        figure = f"{{name: R, by: {by}, items: {{wales: {{2023: 2, 2024: 3}}}}}}"
        outline = Outline(read(f"indicators: {{rate: {figure}}}\n"))
        part = outline.part(("indicators", "rate", "items", "wales"))
        assert [one.key for one in part.groups if one.rows] == keys


def test_what_there_is_but_once_grows_where_it_is_not_there_and_lists_always_do() -> None:
    groups = {one.key: one for one in OUTLINE.part(()).groups}
    assert [row.path for row in groups["goals"].rows] == [("goals",)]
    assert not groups["logo"].rows
    wanted = {"goals": False, "logo": True, "indicators": True, "terms": True}
    assert {key: groups[key].can_grow for key in wanted} == wanted


def test_goals_that_are_written_wrongly_are_no_choices() -> None:
    outline = Outline(read("goals: {named: [growth, {name: N}, {id: a}]}\nsections: [{id: one}]\n"))
    assert outline.part(("sections", 0)).path == ("sections", 0)
    assert [row.title for row in _group(outline, ("goals",), "named").rows] == ["growth", "N", "2"]


def _group(outline: Outline, path: Path, key: str) -> Group:
    """Return a list of a part."""
    return next(one for one in outline.part(path).groups if one.key == key)
