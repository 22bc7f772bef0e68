"""Lists and mappings without entries: how the first is written, and what the last one leaves."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cqviewer.model.editing.edits import Insert, Remove
from cqviewer.model.editing.nodes import find, read_nodes
from cqviewer.model.editing.outline import at
from cqviewer.model.files.plain_file import Limits
from cqviewer.model.problems import Path
from cqviewer.model.reading.yaml_tree import parse_yaml
from tests.model.editing.test_edit import NEW, TEXTS, edited, every_path


@pytest.mark.parametrize(
    ("text", "path", "made"),
    [
        ("a: []\nb: 1\n", ("a",), "a:\n  - x\nb: 1\n"),
        ("a: []  \n", ("a",), "a:\n  - x\n"),
        ("a: [ ]  # none yet\n", ("a",), "a: [x]  # none yet\n"),
        ("a: {b: []}\n", ("a", "b"), "a: {b: [x]}\n"),
        ("- []\n- b\n", (0,), "- - x\n- b\n"),
        ("a:\nb: 1\n", ("a",), "a: [x]\nb: 1\n"),
        ("a: ~\n", ("a",), "a: [x]\n"),
        ("'a' : []\n", ("a",), "'a' :\n  - x\n"),
        ("[]\n", (), "[x]\n"),
    ],
)
def test_the_first_entry_opens_an_empty_list(text: str, path: Path, made: str) -> None:
    assert edited(text, Insert(path, 0, "x")) == made


def test_the_first_entry_opens_an_empty_mapping_in_the_line_breaks_of_the_file() -> None:
    new = Insert(("jobs",), 0, {"name": "Jobs", "targets": [{"for": "2025", "value": "6"}]}, "a")
    made = edited("jobs: {}\r\nend: 1\r\n", new)
    assert made == (
        "jobs:\r\n  a:\r\n    name: Jobs\r\n    targets:\r\n      - {for: 2025, value: 6}\r\n"
        "end: 1\r\n"
    )
    assert edited("all:\n- {}\n", Insert(("all", 0), 0, "1", "a")) == "all:\n- a: 1\n"


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_what_is_emptied_can_be_filled_again(data: st.DataObject) -> None:
    text = TEXTS[data.draw(st.sampled_from([*TEXTS]))]
    root = read_nodes(text)
    paths = [one for one in every_path(root) if find(root, one).node.items]
    path = data.draw(st.sampled_from(paths))
    node = find(root, path).node
    keys: list[str | int] = [one.text for one in node.keys]
    for part in reversed(keys or list(range(len(node.items)))):
        text = edited(text, Remove((*path, part)))
    emptied = find(read_nodes(text), path).node
    assert (emptied.kind, emptied.items) == (node.kind, [])
    new = data.draw(st.sampled_from(NEW))
    key = "again" if node.kind == "mapping" else None
    filled = at(parse_yaml(edited(text, Insert(path, 0, new, key)), "", Limits()).root, path)
    assert filled == ([new] if key is None else {key: new})
