"""Edits of sheets in odd formats: what is meant is read back, all other bytes stay."""

import copy
from collections.abc import Callable
from pathlib import Path as File

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from cqviewer.model.editing.edit import edit_file, replace_texts
from cqviewer.model.editing.edits import Duplicate, Edit, Insert, Move, Put, Remove, Rename
from cqviewer.model.editing.nodes import CannotEdit, Node, find, read_nodes
from cqviewer.model.problems import Path
from cqviewer.model.reading.yaml_tree import Plain, decode
from cqviewer.paths import data_folder

ODD = """\
%YAML 1.1
---
# the head
cqviewer:   1      # the version
title: {en: "A: \\"b\\"", zh: '它''s'}   # both
"quoted key": 'x'
text: >-
   folded text
   in two lines

   and more
lit: |+
  kept
  lines

sources:
- one
-  two   # the second
# about the third
-
   three
- - a
  - b
- key: v
  other:
     - p: 1
       q: plain
         over lines
     # between
     - {p: 2, q: [x, "y",
        z], r: }
map: {a: 1, # one
  b: 2,
  c: [ ],}
nothing:
deep:
    very:
        much: ~
    list: []
last: "double
  over lines"
"""
ADVERSE = """\
# a tab\tin a comment
head: !!str "x"\t# and after one
complex: {a: !!map {b: 1}}
note: |

  begins later
    indented

  last

long: "{long}"
folded: >+
  kept
  ends

series: {2023: 1,
     2024: {value: 2, note: "long
       text"}, }
rows:
-
  p: 1

  q:
-   p: 2 # two

    # between
    q: [a,
     b, # of b
     c]
last:
...
""".replace("{long}", "x" * 9000)
SHEETS = {path.name: path.read_text("utf-8") for path in sorted(data_folder().glob("*.yaml"))}
TEXTS = {"odd": ODD, "adverse": ADVERSE, "no last line break": ODD.rstrip("\n"), **SHEETS}
FORMATS: dict[str, Callable[[str], bytes]] = {
    "lf": lambda text: text.encode(),
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "utf-8 with a mark": lambda text: text.encode("utf-8-sig"),
    "cr": lambda text: text.replace("\n", "\r").encode(),
    "utf-16": lambda text: text.replace("\n", "\r\n").encode("utf-16"),
    "utf-16 big": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
}
WORDS = (
    *("x", "12.5", "a: b", "# no", 'it\'s "q"', "%", "- a", "中文，值", "null", "", "{a}", "[b"),
    *("*x", "&y", "yes", "a\\b", "x,y", "? z", "a #b", "@", "`", "!t", "---", "a:", "'"),
    "a longer text that goes on and on, until the line must be broken: here, or there # or not",
)
NEW: list[Plain] = ["v", {"a": "1", "b": ["x", "y: z"]}, ["1", {"k": "2"}]]
VALUES = st.sampled_from(WORDS) | st.text(
    st.characters(categories=["L", "N", "P", "S"], max_codepoint=0xFFFD), max_size=9
)


def loaded(data: bytes) -> object:
    """Read a file by PyYAML alone: each text on one line, and no text as None."""
    return _one_line(yaml.load(decode(data, "f"), yaml.CBaseLoader))  # noqa: S506 - texts alone


def _one_line(value: object) -> object:
    if isinstance(value, dict):
        return {key: _one_line(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_one_line(one) for one in value]
    return " ".join(str(value).split())


def every_path(node: Node, path: Path = ()) -> list[Path]:
    """Return the paths of all values."""
    found = [path] if path else []
    for at, one in enumerate(node.items):
        found += every_path(one, (*path, node.keys[at].text if node.keys else at))
    return found


def changed_region(old: bytes, new: bytes) -> tuple[int, int]:
    """Return from where to where the old bytes differ from the new ones."""
    start = next((at for at, pair in enumerate(zip(old, new, strict=False)) if len({*pair}) > 1), 0)
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return start, len(old) - end


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_text_is_put_in_place_and_every_other_byte_stays(data: st.DataObject) -> None:
    text = TEXTS[data.draw(st.sampled_from([*TEXTS]))]
    encode = FORMATS[data.draw(st.sampled_from([*FORMATS]))]
    before = encode(text)
    root = read_nodes(decode(before, "f"))
    leaves = [one for one in every_path(root) if find(root, one).node.kind == "text"]
    path, value = data.draw(st.sampled_from(leaves)), data.draw(VALUES)
    after = edit_file(before, [Put(path, value)])
    expected = copy.deepcopy(loaded(before))
    holder = expected
    for part in path[:-1]:
        holder = holder[part]  # type: ignore[index]
    holder[path[-1]] = " ".join(value.split())  # type: ignore[index]
    assert loaded(after) == expected
    node = find(root, path).node
    written = decode(before, "f")[node.start : node.end]
    start, end = changed_region(before, after)
    wide = 2 if before[:2] in (b"\xff\xfe", b"\xfe\xff") else 1
    assert end - start <= max(len(written.encode()), wide * len(written))


ALIASED = """\
base: &base
  unit: "%"   # of both
  by: [a, b]
one: *base
plain: &p some text   # anchored
again: *p
free: 3 # of its own
rows:
- &row {a: 1, b: x} # first
- *row
- c: 2
"""


@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_what_an_alias_repeats_is_changed_nowhere_and_all_else_is(data: st.DataObject) -> None:
    encode = FORMATS[data.draw(st.sampled_from([*FORMATS]))]
    before, root = encode(ALIASED), read_nodes(ALIASED)
    leaves = [one for one in every_path(root) if find(root, one).node.kind == "text"]
    path, value = data.draw(st.sampled_from(leaves)), data.draw(VALUES)
    is_free = path[0] == "free" or path[:2] == ("rows", 2)
    after, refused = before, ""
    try:
        after = edit_file(before, [Put(path, value)])
    except CannotEdit as error:
        refused = str(error)
    assert not refused or (not is_free and "repeats" in refused)
    assert is_free or loaded(after) == loaded(before)
    old = decode(before, "f")
    start, end = changed_region(old.encode(), decode(after, "f").encode())
    node = find(read_nodes(old), path).node
    assert after == before or node.start <= start <= end <= node.end


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_entries_are_added_taken_moved_and_repeated_without_a_lost_comment(
    data: st.DataObject,
) -> None:
    text = TEXTS[data.draw(st.sampled_from([*TEXTS]))]
    encode = FORMATS[data.draw(st.sampled_from([*FORMATS]))]
    before = encode(text)
    root = read_nodes(decode(before, "f"))
    path = data.draw(st.sampled_from(every_path(root)))
    found = find(root, path)
    holder = found.parent or root
    place = data.draw(st.integers(0, len(holder.items) - 1))
    new = data.draw(st.sampled_from(NEW))
    key = None if holder.kind == "list" else "a new: key"
    edits: list[Edit] = [
        Remove(path),
        Move(path, place),
        Duplicate(path, key),
        Insert(path[:-1], place, new, key),
    ]
    edit = data.draw(st.sampled_from(edits))
    after = edit_file(before, [edit])
    expected = _expected(copy.deepcopy(loaded(before)), path, edit)
    assert loaded(after) == expected
    assert str(loaded(after)) == str(expected), "their order"
    if not isinstance(edit, Remove):
        assert after.count(b"#") >= before.count(b"#")
        lines = [*map(str.strip, decode(after, "f").splitlines())]
        comments = [one.strip() for one in text.splitlines() if one.strip().startswith("#")]
        assert all(one in lines or any(one in line for line in lines) for one in comments)


def _expected(tree: object, path: Path, edit: Edit) -> object:
    """Return what an edit should give, by Python's own lists."""
    around = path[:-1]
    holder = tree
    for part in around:
        holder = holder[part]  # type: ignore[index]
    pairs = list(holder.items() if isinstance(holder, dict) else enumerate(holder))  # type: ignore[arg-type]
    at = [key for key, _ in pairs].index(path[-1])
    match edit:
        case Remove():
            del pairs[at]
        case Move():
            pairs.insert(edit.place, pairs.pop(at))
        case Duplicate():
            pairs.insert(at + 1, (edit.key or 0, pairs[at][1]))
        case Insert():
            pairs.insert(edit.place, (edit.key or 0, edit.value))
    values = [one for _, one in pairs]
    if isinstance(holder, dict):
        holder.clear()
        holder.update(pairs)
    else:
        holder[:] = values  # type: ignore[index]
    return tree


def edited(text: str, *edits: Edit) -> str:
    """Return a text with edits."""
    return edit_file(text.encode(), edits).decode()


def test_the_quotes_and_the_style_of_a_text_are_kept() -> None:
    text = "a: 'x'\nb: \"y\"\nc: z   # said\nd: >-\n    one two\n    three\ne: 1\n"
    assert edited(
        text,
        Put(("a",), "it's"),
        Put(("b",), 'say "y"'),
        Put(("c",), "50 %"),
        Put(("d",), "four five six seven eight nine ten eleven twelve"),
    ) == (
        "a: 'it''s'\nb: \"say \\\"y\\\"\"\nc: 50 %   # said\n"
        "d: >-\n    four five six seven eight nine ten\n    eleven twelve\ne: 1\n"
    )


def test_a_new_key_stands_before_lists_and_in_the_style_of_its_neighbours() -> None:
    text = (
        "jobs:\n  name: Jobs # so\n  observations:\n    - {period: 2023, value: 1}\nbrief: {a: 1}\n"
    )
    assert edited(
        text,
        Put(("jobs", "note"), "a: b"),
        Insert(("jobs", "observations"), 1, {"period": "2024", "value": "2"}),
        Put(("brief", "b"), "x, y"),
    ) == (
        'jobs:\n  name: Jobs # so\n  note: "a: b"\n  observations:\n'
        "    - {period: 2023, value: 1}\n    - {period: 2024, value: 2}\n"
        'brief: {a: 1, b: "x, y"}\n'
    )


def test_an_entry_is_written_in_lines_beside_others_in_lines() -> None:
    text = "a:\n    name: A\n\n# the end\n"
    made = edited(text, Insert((), 1, {"name": "B", "list": [{"x": "1"}]}, "b"))
    assert made == "a:\n    name: A\nb:\n  name: B\n  list:\n    - {x: 1}\n\n# the end\n"


def test_a_moved_entry_takes_the_comment_above_it_along() -> None:
    text = "- a\n# of b\n# and more\n- b # said\n\n- c\n"
    assert edited(text, Move((1,), 0)) == "# of b\n# and more\n- b # said\n- a\n\n- c\n"


def test_the_last_entry_leaves_an_empty_list() -> None:
    assert edited("a:\n- x\nb: 1\n", Remove(("a", 0))) == "a:\n  []\nb: 1\n"
    assert edited("a: {x: 1}\n", Remove(("a", "x"))) == "a: {}\n"
    assert edited("a: {x: 1, }\n", Remove(("a", "x"))) == "a: {}\n"


def test_the_values_of_languages_give_way_to_one_text() -> None:
    text = "name:\n  en: Jobs\n  zh: 就业\nunit: d\n"
    assert edited(text, Put(("name",), "Jobs")) == "name: Jobs\nunit: d\n"


@pytest.mark.parametrize(
    ("text", "edit", "why"),
    [
        ("a: [x]\n", Rename(("a", 0), "b"), "written in a way that cannot be changed"),
        ("a: [x]\n", Move(("a", 0), 1), "there is no such place to move it to"),
        ("a: 1\n", Insert((), 0, "2", "a"), "there is a `a` already"),
        ("# nothing\n", Put((), "2"), "the file is empty"),
        ("a: &x 1\nb: *x\n", Put(("a",), "2"), "*x repeats a part"),
        ("a: &x {k: 1}\nb: *x\n", Put(("a", "k"), "2"), "*x repeats"),
        ("a: &x {k: 1}\nb: *x\n", Put(("b", "k"), "2"), "stands where &x is"),
        ("a: &x 1\nb: *x\n", Remove(("a",)), "*x refers to no &x above"),
        ("a: 1\n", Put(("b", "c"), "2"), "there is no `b`"),
        ("a: [1]\n", Remove(("a", 3)), "there is no `3`"),
        ("a: 1\nb: 2\n", Rename(("a",), "b"), "there is a `b` already"),
        ("a: 1\nb: 2\n", Duplicate(("a",), "b"), "there is a `b` already"),
        ("? a\n: 1\nb: 2\n", Move(("a",), 1), "written in a way that cannot be changed"),
        ("a: [1\n", Put(("a",), "2"), "a list in [ ] is not closed"),
        ("", Put(("a",), "2"), "there is no `a`"),
    ],
)
def test_what_cannot_be_changed_is_said_and_nothing_is_written(
    text: str, edit: Edit, why: str
) -> None:
    with pytest.raises(CannotEdit) as refused:
        edit_file(text.encode(), [edit])
    assert why in str(refused.value)


def test_an_alias_is_written_out_where_it_is_changed() -> None:
    assert edited("a: &x 1\nb: *x\n", Put(("b",), "2")) == "a: &x 1\nb: 2\n"
    assert edited("a: &x 1\nb: 2\n", Put(("a",), "3")) == "a: &x 3\nb: 2\n"


def test_texts_and_keys_are_replaced_by_the_paths_of_the_file_as_it_is() -> None:
    text = b"a: {'b': 1, c: [x]}\n"
    texts: dict[Path, str] = {("?a",): "z", ("a", "?b"): "y", ("a", "c", 0): "w"}
    assert replace_texts(text, texts) == b"z: {'y': 1, c: [w]}\n"


def test_the_program_can_edit_each_bundled_sheet_without_moving_a_line() -> None:
    assert SHEETS
    for name, text in SHEETS.items():
        made = edited(text, Put(("title",), "Another title"))
        assert made.count("\n") >= text.count("\n") - 3, name
        assert File(name).suffix == ".yaml"
        assert sum(one not in text.splitlines() for one in made.splitlines()) == 1
