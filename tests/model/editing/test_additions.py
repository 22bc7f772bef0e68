"""What adds, repeats and moves entries: where they stand then, under which id."""

import pytest

from cqviewer.model.editing.additions import (
    addition,
    as_id,
    duplication,
    free_id,
    id_of_new,
    movement,
    new_figure,
    removal,
    with_id,
)
from cqviewer.model.editing.edit import edit_file
from cqviewer.model.editing.edits import Edit, Insert, Put, Remove
from cqviewer.model.editing.outline import Outline, at
from cqviewer.model.editing.parts import Field
from cqviewer.model.problems import Path
from cqviewer.model.reading.yaml_tree import Plain
from tests.model.editing.test_outline import OUTLINE, TEXT, read


def made(edits: list[Edit]) -> Plain:
    """Return what the sheet says after some edits."""
    return read(edit_file(TEXT.encode(), edits).decode())


@pytest.mark.parametrize(
    ("path", "text", "place", "value"),
    [
        (("sources",), "", ("sources", "source"), {}),
        (("indicators",), "", ("indicators", "indicator"), {}),
        (("sections",), "", ("sections", 1), {"id": "section"}),
        (("sections", 0, "charts"), "", ("sections", 0, "charts", 1), {}),
        (("sections", 0, "plans"), "", ("sections", 0, "plans", 0), {}),
        (("goals", "named"), "", ("goals", "named", 1), {"id": "goal"}),
        (("logo",), "", ("logo",), {}),
        (("terms",), "", ("terms", 0), {}),
        (
            ("indicators", "trips", "observations"),
            *("2025", ("indicators", "trips", "observations", "2025"), None),
        ),
        (
            ("indicators", "calls", "observations"),
            *("2025", ("indicators", "calls", "observations", 1), {"period": "2025"}),
        ),
        (
            ("indicators", "mean", "observations"),
            *("2025", ("indicators", "mean", "observations", "2025"), None),
        ),
        (
            ("indicators", "jobs", "targets"),
            *("2026", ("indicators", "jobs", "targets", 1), {"for": "2026"}),
        ),
    ],
)
def test_an_entry_is_added_where_it_belongs_and_says_nothing_yet(
    path: Path, text: str, place: Path, value: Plain
) -> None:
    edits, new = addition(OUTLINE, path, text)
    assert new == place
    assert at(made(edits), place) == value


def test_where_nothing_can_be_added_nothing_is() -> None:
    assert addition(OUTLINE, ("title",)) == ([], ("title",))


def test_a_new_figure_is_shown_in_its_section() -> None:
    edits, path = new_figure(OUTLINE, {"name": "Jobs", "value": "1"}, 0)
    assert path == ("indicators", "jobs_2")
    tree = made(edits)
    assert at(tree, path) == {"name": "Jobs", "value": "1"}
    assert at(tree, ("sections", 0, "figures", 2)) == "jobs_2"


def test_an_entry_is_repeated_under_an_id_of_its_own() -> None:
    edits, path = duplication(OUTLINE, ("indicators", "jobs"))
    assert path == ("indicators", "jobs_2")
    assert at(made(edits), path) == at(OUTLINE.tree, ("indicators", "jobs"))
    edits, path = duplication(OUTLINE, ("sections", 0))
    assert at(made(edits), (*path, "id")) == "one_2"
    assert duplication(OUTLINE, ()) == ([], ())


def test_with_the_last_entry_goes_its_list_unless_the_format_wants_it() -> None:
    last: Path = ("indicators", "jobs", "targets", 0)
    assert at(made([removal(OUTLINE, last)]), last[:-1]) is None
    assert removal(OUTLINE, ("sources", "report")) == Remove(("sources", "report"))
    assert removal(OUTLINE, ("indicators", "jobs")) == Remove(("indicators", "jobs"))


def test_an_entry_moves_among_its_neighbours_alone() -> None:
    edits, path = movement(OUTLINE, ("indicators", "jobs"), 1)
    tree = at(made(edits), ("indicators",))
    assert isinstance(tree, dict)
    assert [*tree][:2] == ["trips", "jobs"]
    assert path == ("indicators", "jobs")
    assert movement(OUTLINE, ("indicators", "jobs"), -1) == ([], ("indicators", "jobs"))
    assert movement(OUTLINE, (), 1) == ([], ())


def test_ids_are_made_of_names() -> None:
    assert as_id("2024: New jobs, 11 months") == "new_jobs_11_months"
    assert as_id("重庆") == ""
    assert free_id(OUTLINE, ("indicators",), "jobs") == "jobs_2"
    assert free_id(Outline({}), ("indicators",), "jobs") == "jobs"


@pytest.mark.parametrize(
    ("old", "key", "text", "new"),
    [
        ("figure", "name", "New jobs", "new_jobs"),
        ("figure", "name", "Jobs", "jobs_2"),  # another has that id
        ("figure", "name", "就业", "figure"),  # of which no id can be made
        ("figure", "unit", "jobs", "figure"),
        ("jobs", "name", "Posts", "jobs"),  # it has a name, by which others know it
    ],
)
def test_a_new_entry_is_called_by_its_name_until_it_has_an_id(
    old: str, key: str, text: str, new: str
) -> None:
    path: Path = ("indicators", old)
    assert id_of_new(OUTLINE, path, Field((*path, key), key), text) == new


def test_the_id_of_a_new_entry_is_the_one_that_is_written() -> None:
    path: Path = ("indicators", "figure")
    field = Field(path, "id", is_key=True)
    assert id_of_new(OUTLINE, path, field, "posts") == "posts"
    assert id_of_new(OUTLINE, path, field, "") == "figure"


def test_the_name_of_what_lies_within_a_new_entry_gives_it_no_id() -> None:
    path: Path = ("dimensions", "dimension")
    inner = Field((*path, "items", "wales", "name"), "name")
    assert id_of_new(OUTLINE, path, inner, "Wales") == "dimension"


def test_what_is_not_made_yet_can_have_another_id() -> None:
    edits: list[Edit] = [
        Insert(("indicators",), 0, {"name": "a"}, "figure"),
        Put(("sections", 0, "figures"), ["figure"]),
        Put(("indicators", "figure", "unit"), "jobs"),
    ]
    assert with_id(edits, "figure", "jobs") == [
        Insert(("indicators",), 0, {"name": "a"}, "jobs"),
        Put(("sections", 0, "figures"), ["jobs"]),
        Put(("indicators", "jobs", "unit"), "jobs"),
    ]
