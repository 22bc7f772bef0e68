"""What is offered, as an edit; and edits that are made together."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cqviewer.model.editing.edits import (
    Duplicate,
    Edit,
    Insert,
    Put,
    Remove,
    Rename,
    replacement,
    taken,
)
from cqviewer.model.editing.nodes import CannotEdit
from cqviewer.model.problems import Offer, Path
from cqviewer.model.reading.yaml_tree import Plain
from tests.model.editing.test_edit import edited

TEXT = "# mine\nfirst: {a: 1, b: [x, y]}  # said\nsecond:\n  - 2\n  - {c: 3}\nthird: three\n"
PATHS: tuple[Path, ...] = (
    *(("first",), ("first", "a"), ("first", "b"), ("first", "b", 0), ("first", "b", 1)),
    *(("second",), ("second", 0), ("second", 1), ("second", 1, "c"), ("third",)),
)


@pytest.mark.parametrize(
    ("offer", "edit"),
    [
        (Offer(("first", "a"), "2"), Put(("first", "a"), "2")),
        (Offer(("first", "?a"), "z"), Rename(("first", "a"), "z")),
        (Offer(("first", "a"), None), Remove(("first", "a"))),
        (Offer(("first", "b", 0), "z"), Put(("first", "b", 0), "z")),
    ],
)
def test_what_is_offered_is_written_renamed_or_taken_out(offer: Offer, edit: Edit) -> None:
    assert taken(offer) == edit
    if offer.text is not None:
        assert replacement(offer.path, offer.text) == edit
    assert edited(TEXT, taken(offer)) != TEXT


def test_a_text_of_the_whole_file_is_no_key() -> None:
    assert replacement((), "x") == Put((), "x")


@st.composite
def edits(draw: st.DrawFn) -> Edit:
    """Draw an edit of the text above."""
    path = draw(st.sampled_from(PATHS))
    values: tuple[Plain, ...] = ("9", "new", ["p", "q"], {"k": "v"})
    new = draw(st.sampled_from(values))
    kind = draw(st.sampled_from(["put", "add", "remove", "insert"]))
    if kind == "put":
        return Put(path, new)
    if kind == "add":
        return Put((*path, "added"), new)
    if kind == "insert":
        return Insert(path, draw(st.integers(0, 2)), new)
    return Remove(path)


def made(text: str, *each: Edit) -> str:
    """Return a text with edits, or what speaks against them."""
    try:
        return edited(text, *each)
    except CannotEdit as error:
        return f"refused: {error}"


@settings(max_examples=150, deadline=None)
@given(edits(), edits())
def test_edits_made_together_are_those_made_one_after_the_other(first: Edit, second: Edit) -> None:
    after = made(TEXT, first)
    expected = after if after.startswith("refused") else made(after, second)
    assert made(TEXT, first, second) == expected
    assert expected.startswith(("# mine\n", "refused"))


@pytest.mark.parametrize(
    ("text", "edit", "expected"),
    [
        ("a: [1,2]\n", Insert(("a",), 2, "3"), "a: [1,2,3]\n"),
        ("a: [1]\n", Insert(("a",), 1, "2"), "a: [1, 2]\n"),
        ("a: [1, # one\n  2]\n", Insert(("a",), 2, "3"), "a: [1, # one\n  2, 3]\n"),
        ("a: {b: 1,c: 2}\n", Insert(("a",), 2, "3", "d"), "a: {b: 1,c: 2,d: 3}\n"),
        ("a: {b: 1,c: 2}\n", Duplicate(("a", "b"), "d"), "a: {b: 1,d: 1,c: 2}\n"),
        ("'a b': {c: 1}\n", Duplicate(("a b",), "d e"), "'a b': {c: 1}\n'd e': {c: 1}\n"),
        ('{"a": 1}\n', Duplicate(("a",), "b"), '{"a": 1, "b": 1}\n'),
        ("'a': 1\n", Rename(("a",), "b"), "'b': 1\n"),
        ("a: 1\n", Rename(("a",), "b: c"), '"b: c": 1\n'),
    ],
)
def test_what_is_added_is_written_as_its_neighbours_are(
    text: str, edit: Edit, expected: str
) -> None:
    assert edited(text, edit) == expected
