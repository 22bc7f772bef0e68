"""A sheet as it is edited: its parts, their fields, and what adds, repeats and moves them."""

import pytest

from cqviewer.model.editing.edit import edit_file
from cqviewer.model.editing.edits import Insert, Put, Remove
from cqviewer.model.editing.outline import (
    Field,
    Kind,
    addition,
    at,
    duplication,
    fields,
    free_id,
    id_of,
    movement,
    parts,
)
from cqviewer.model.files.plain_file import Limits
from cqviewer.model.problems import Path
from cqviewer.model.reading.yaml_tree import Plain, parse_yaml

TEXT = """\
title: {en: Figures, zh: 数据}
sources: {report: {title: R}}
indicators:
  jobs: {name: Jobs, unit: jobs, status: [provisional, break], value: 7}
  trips: {name: Trips, observations: {2023: 3.5, 2024: {value: 4, note: more}}}
  calls: {name: Calls, observations: [{period: 2023, value: 1}]}
sections:
  - id: one
    title: One
    charts: [{kind: bars, of: [jobs, trips], title: The chart}]
    statements: [{text: It is said}]
"""
TREE = parse_yaml(TEXT, "", Limits()).root


def test_the_parts_are_listed_with_what_they_lie_in() -> None:
    assert [(one.kind, one.title, len(one.within)) for one in parts(TREE)] == [
        ("sheet", "Figures", 0),
        ("source", "report", 0),
        ("figure", "Jobs", 0),
        ("figure", "Trips", 0),
        ("observation", "2023", 2),
        ("observation", "2024", 2),
        ("figure", "Calls", 0),
        ("observation", "2023", 2),
        ("section", "One", 0),
        ("chart", "The chart", 2),
        ("statement", "It is said", 2),
    ]
    assert parts(None) == []
    assert parts(TREE, "zh")[0].title == "数据"


def shown(place: int) -> dict[str, str]:
    return {
        f"{one.key} {one.language}".strip(): one.text for one in fields(TREE, parts(TREE)[place])
    }


def test_a_part_has_its_fields_in_each_language_and_lists_with_commas() -> None:
    assert shown(0)["title zh"] == "数据"
    assert shown(2)["status"] == "provisional, break"
    assert "value" not in shown(3)
    assert shown(4) == {"value": "3.5"}
    assert shown(5) == {"value": "4", "status": "", "source": "", "note": "more"}
    assert shown(7)["period"] == "2023"
    assert shown(9)["of"] == "jobs, trips"


def test_a_field_writes_a_text_a_list_or_takes_its_key_away() -> None:
    path: Path = ("a", "b")
    assert Field(path, "note").edit(" x ") == Put(path, "x")
    assert Field(path, "of", is_list=True).edit("a, b,") == Put(path, ["a", "b"])
    assert Field(path, "note", text="x").edit("") == Remove(path)


@pytest.mark.parametrize(
    ("kind", "within", "path"),
    [
        ("source", (), ("sources", "source_1")),
        ("figure", (), ("indicators", "figure_1")),
        ("section", (), ("sections", 1)),
        ("chart", ("sections", 0), ("sections", 0, "charts", 1)),
        ("plan", ("sections", 0), ("sections", 0, "plans", 0)),
        ("observation", ("indicators", "trips"), ("indicators", "trips", "observations", "2000")),
        ("observation", ("indicators", "calls"), ("indicators", "calls", "observations", 1)),
    ],
)
def test_a_part_is_added_where_it_belongs(kind: Kind, within: Path, path: Path) -> None:
    edits, place = addition(TREE, kind, within)
    assert place == path
    made = parse_yaml(edit_file(TEXT.encode(), edits).decode(), "", Limits()).root
    assert any(one.path == path and one.kind == kind for one in parts(made))
    assert at(made, path) is not None


def test_a_part_is_repeated_under_an_id_of_its_own() -> None:
    figure, section = parts(TREE)[2], parts(TREE)[8]
    made: Plain = TREE
    for part in (figure, section):
        text = edit_file(TEXT.encode(), duplication(TREE, part)).decode()
        made = parse_yaml(text, "", Limits()).root
        assert len(parts(made)) > len(parts(TREE))
    assert id_of(made, parts(made)[-3]) == "one_2"
    assert free_id(TREE, "figure", "jobs") == "jobs_2"
    assert duplication(TREE, parts(TREE)[0]) == []


def test_a_part_moves_among_its_neighbours_alone() -> None:
    figures = [one for one in parts(TREE) if one.kind == "figure"]
    edits, path = movement(TREE, figures[0], 1)
    text = edit_file(TEXT.encode(), edits).decode()
    assert text.index("trips:") < text.index("jobs:")
    assert path == ("indicators", "jobs")
    assert movement(TREE, figures[0], -1) == ([], ("indicators", "jobs"))
    assert movement(TREE, parts(TREE)[0], 1) == ([], ())
    assert isinstance(addition(TREE, "figure", ())[0][0], Insert)
