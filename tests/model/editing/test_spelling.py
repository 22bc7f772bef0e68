"""What an edit writes is read back as the very same text, in as few quotes as that needs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cqviewer.model.editing.edit import edit_file
from cqviewer.model.editing.edits import Put
from cqviewer.model.editing.spelling import entry_lines, flow, flow_entry, lines_of, text_of
from cqviewer.model.files.plain_file import Limits
from cqviewer.model.reading.yaml_tree import Plain, one_line, parse_yaml

TRICKY = [
    "0.250",
    "-3",
    "1e5",
    "2024-12-23",
    "2024-01/2024-11",
    "12:30",
    "yes",
    "no",
    "null",
    "~",
    "true",
    "<0.25",
    "≥ 5",
    "%",
    "- a",
    "a: b",
    "a #b",
    "#b",
    "{jobs} new jobs",
    "[x]",
    "a, b",
    "it's",
    '"quoted"',
    "back\\slash",
    "*star",
    "&anchor",
    "!tag",
    "|",
    ">",
    "@at",
    "`tick`",
    "?",
    "---",
    "...",
    "1 200",
    "新增就业：",
    "",
]
"""Texts that YAML might read as something else: as a number, a date, nothing, or a sign of its."""
WORDS = st.one_of(
    st.sampled_from(TRICKY), st.text("ab19.,:;#'\"{}[]&*!|>%@`~?-+= \\\n\u00a0€就", max_size=12)
)
VALUES = st.recursive(
    WORDS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(WORDS.filter(str.strip), inner, max_size=3)
    ),
    max_leaves=6,
)


def read(text: str) -> Plain:
    """Read YAML as the program reads a sheet."""
    tree = parse_yaml(text, "f", Limits())
    assert not tree.problems, text
    return tree.root


def on_one_line(value: Plain) -> Plain:
    """Return a value with each text on one line."""
    if isinstance(value, dict):
        return {one_line(key): on_one_line(one) for key, one in value.items()}
    if isinstance(value, list):
        return [on_one_line(one) for one in value]
    return None if value is None else one_line(value)


@pytest.mark.parametrize("text", TRICKY)
@pytest.mark.parametrize("style", ["", "'", '"'])
def test_a_text_is_read_back_in_every_style_and_place(text: str, style: str) -> None:
    assert read(f"k: {text_of(text, in_flow=False, style=style)}") == {"k": text}
    assert read(f"k: [{text_of(text, in_flow=True, style=style)}, x]") == {"k": [text, "x"]}
    if text:
        key = text_of(text, in_flow=True, is_key=True, style=style)
        assert read(f"{key}: x") == {text: "x"}
        assert read(f"{{{key}: x}}") == {text: "x"}


@settings(max_examples=60)
@given(VALUES)
def test_every_value_is_read_back_on_one_line_and_in_lines(value: Plain) -> None:
    wanted = on_one_line(value)
    assert read(f"k: {flow(value)}") == {"k": wanted}
    assert read(f"[a, {flow_entry(None, value)}]") == ["a", wanted]
    assert read(f"{{a: b, {flow_entry('k', value)}}}") == {"a": "b", "k": wanted}
    assert read("\n".join(entry_lines("k", value))) == {"k": wanted}
    first, *others = lines_of(value)
    assert read("\n".join([f"- {first}", *(f"  {one}" for one in others)])) == [wanted]


@pytest.mark.parametrize(
    ("text", "plain", "in_flow"),
    [
        ("New jobs", "New jobs", "New jobs"),
        ("0.250", "0.250", "0.250"),
        ("50 %", "50 %", "50 %"),
        ("a, b", "a, b", '"a, b"'),
        ("a: b", '"a: b"', '"a: b"'),
        ("%", '"%"', '"%"'),
        ("it's", "it's", "it's"),
        ("{jobs} more", '"{jobs} more"', '"{jobs} more"'),
        ("two\n  lines", "two lines", "two lines"),
    ],
)
def test_quotes_stand_where_they_are_needed_alone(text: str, plain: str, in_flow: str) -> None:
    assert text_of(text, in_flow=False) == plain
    assert text_of(text, in_flow=True) == in_flow


def test_what_is_short_stands_on_one_line_and_what_holds_lists_in_several() -> None:
    assert entry_lines("a", {"period": "2024", "value": "0.250"}) == [
        "a: {period: 2024, value: 0.250}"
    ]
    assert entry_lines("a", {"b": ["x", "y"], "c": {}}) == ["a:", "  b: [x, y]", "  c: {}"]
    words: Plain = [f"word {number}" for number in range(12)]
    assert entry_lines("a", words) == ["a:", *(f"  - word {at}" for at in range(12))]
    assert entry_lines("a", ["x"], is_open=True) == ["a:", "  - x"]


def test_a_text_over_lines_keeps_its_width_and_a_number_its_zeros() -> None:
    before = "note: >-\n  one two three four five six seven\n  eight nine ten\nvalue: 7.60 # said\n"
    made = edit_file(before.encode(), [Put(("value",), "0.250"), Put(("note",), "ten " * 20)])
    lines = made.decode().splitlines()
    assert lines[-1] == "value: 0.250 # said"
    assert lines[0] == "note: >-"
    assert len(lines) > 3
    assert all(len(one) <= 42 and one.startswith("  ten") for one in lines[1:-1])
    assert read(made.decode()) == {"note": " ".join(["ten"] * 20), "value": "0.250"}
