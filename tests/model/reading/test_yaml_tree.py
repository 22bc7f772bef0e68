"""YAML becomes texts, lists and keys, and every path finds its line and column again."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cqviewer.model.files.plain_file import Limits
from cqviewer.model.problems import SheetError
from cqviewer.model.reading.yaml_tree import (
    DEEPEST,
    Plain,
    decode,
    locate,
    one_line,
    parse_yaml,
    walk,
)


def tree(text: str) -> Plain:
    """Read a text that has no fault."""
    read = parse_yaml(text, "f", Limits())
    assert read.problems == []
    return read.root


def refusal(data: bytes | str, limits: Limits | None = None) -> str:
    """Return the sentence with which a file is refused."""
    with pytest.raises(SheetError) as caught:
        parse_yaml(decode(data, "f") if isinstance(data, bytes) else data, "f", limits or Limits())
    assert len(caught.value.problems) == 1
    return caught.value.problems[0].sentence()


@pytest.mark.parametrize(
    "scalar", ["no", "yes", "on", "2024-12-23", "0o17", "1:30", "1e3", ".inf", "true", "=", "1_0"]
)
def test_every_scalar_stays_the_text_that_was_written(scalar: str) -> None:
    assert tree(f"a: {scalar}") == {"a": scalar}


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_nothing(nothing: str) -> None:
    assert tree(f"a: {nothing}") == {"a": None}
    assert tree(f'a: "{nothing}"') == {"a": nothing}


def test_spaces_and_line_breaks_within_a_text_count_as_one_space() -> None:
    assert tree('a: "  one \n\n   two\tthree "') == {"a": "one two three"}
    assert tree("a: |\n  one\n  two\n") == {"a": "one two"}


def test_a_text_of_which_nothing_is_seen_is_empty() -> None:
    assert tree('a: "\\u200b\\u200d"') == {"a": ""}
    assert tree("a: \u200b") == {"a": ""}
    assert tree("a: x\u200by") == {"a": "x\u200by"}


def test_an_alias_stands_for_what_it_names() -> None:
    assert tree("a: &x [1, {b: 2}]\nc: *x") == {"a": ["1", {"b": "2"}], "c": ["1", {"b": "2"}]}


def test_all_faults_that_can_be_passed_over_are_found_in_one_run() -> None:
    read = parse_yaml(
        "a: 1\na: 2\nb: !t 3\n<<: {c: 4}\n[d]: 5\n~: 6\ne: {f: 1, f: 2}\n", "f", Limits()
    )
    assert [(one.line, one.column) for one in read.problems] == [
        *((2, 1), (3, 4), (4, 1), (5, 1), (6, 1), (7, 11)),
    ]
    assert read.root == {"a": "1", "b": "3", "<<": {"c": "4"}, "e": {"f": "1"}}


def test_a_bomb_of_aliases_is_stopped_by_the_limit() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    for before, name in zip("abcdefgh", "bcdefghi", strict=True):
        lines.append(f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]")
    assert refusal("\n".join(lines)).startswith("f:7:")
    assert "more than 1,000,000 values" in refusal("\n".join(lines))


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_deep_nesting_is_refused(opening: str) -> None:
    assert f"nested more than {DEEPEST} levels deep" in refusal(opening * 10_000)


def test_the_limit_of_values_counts_what_aliases_stand_for() -> None:
    assert "more than 5 values" in refusal("[1, 2, 3, 4, 5]", Limits(values=5))
    assert "more than 9 values" in refusal("[&a [1, 2, 3], *a, *a]", Limits(values=9))


@pytest.mark.parametrize(
    ("data", "place", "said"),
    [
        (b"a: \xff\n", "f:1:4", "the byte 0xFF is no UTF-8 text"),
        (b"a: 1\nb: \xe9\n", "f:2:4", "the byte 0xE9 is no UTF-8 text"),
        (b"a: \xed\xa0\x80", "f:1:4", "the byte 0xED is no UTF-8 text"),
        (b"\xff\xfea\x00:\x00 \x00\x00\xd8", "f:1:4", "no UTF-16 text"),
        (b"a: x\x00y", "f:1:5", "the character U+0000 is not allowed"),
        (b"a: x\x1b[0m", "f:1:5", "the character U+001B is not allowed"),
        (b"a: \xc2\x85", "f:1:4", "the character U+0085 is not allowed"),
        ("a: x\u202ey".encode(), "f:1:5", "the character U+202E is not allowed"),
        ("重庆: \u2028".encode(), "f:1:5", "the character U+2028 is not allowed"),
        (b"%PDF-1.7\n%\x80", "f:1:1", "this is a PDF, and no YAML"),
        ("a: \U0001f68c\x07".encode(), "f:1:5", "the character U+0007 is not allowed"),
    ],
)
def test_bytes_that_are_no_text_are_refused_at_their_place(
    data: bytes, place: str, said: str
) -> None:
    sentence = refusal(data)
    assert sentence.startswith(f"{place}: error: ")
    assert said in sentence


@pytest.mark.parametrize(
    "data",
    [
        "a: 重庆".encode(),
        "\ufeffa: 重庆".encode(),
        "a: 重庆".encode("utf-16"),
        "a: 重庆\r\n".encode(),
    ],
)
def test_every_usual_encoding_is_read(data: bytes) -> None:
    assert tree(decode(data, "f")) == {"a": "重庆"}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_however_they_end(end: str) -> None:
    text = end.join(["a: 1", "b:", "  c: [1, 重庆, {d: 2}]"])
    assert locate(text, [("b", "c", 1)]) == {("b", "c", 1): (3, 10)}


def test_a_path_is_found_in_every_style() -> None:
    text = """\
# a comment
a: &x
  - b: one
    c: |
      block
  - {d: 'two', e: "three"}
重庆: *x
"""
    expected = {
        ("a",): (2, 4),
        ("a", 0): (3, 5),
        ("a", 0, "b"): (3, 8),
        ("a", 0, "?b"): (3, 5),
        ("a", 0, "c"): (4, 8),
        ("a", 1, "e"): (6, 19),
        ("重庆",): (7, 5),
        ("?重庆",): (7, 1),
    }
    assert locate(text, list(expected)) == expected


def test_columns_count_characters_however_wide_they_are() -> None:
    text = "a: {b: 🚌重e\u0301, c: 1}"
    assert locate(text, [("a", "c")]) == {("a", "c"): (1, text.index("1") + 1)}


def test_what_is_not_there_is_found_at_what_holds_it() -> None:
    text = "a:\n  b:\n    c: 1\nlist:\n  - x\n  - y: 1\n"
    assert locate(text, [("a", "b", "?d"), ("list", 1, "?z"), ("z",), ("a", "z", 0, "y")]) == {
        ("a", "b", "?d"): (2, 3),
        ("list", 1, "?z"): (6, 5),
        ("z",): (1, 1),
        ("a", "z", 0, "y"): (1, 1),
    }


def test_limits_of_a_size_grow_with_it() -> None:
    assert Limits.of_size(100_000_000).values == 10 * Limits().values


def test_a_walk_yields_keys_and_values_with_their_paths() -> None:
    text = "a: 1\nb: [x, {c: *y}]\n"
    found = [path for path, event in walk(text) if isinstance(event, yaml.ScalarEvent)]
    assert found == [("?a",), ("a",), ("?b",), ("b", 0), ("b", 1, "?c")]
    shallow = [path for path, _ in walk(text, 1)]
    assert ("b",) in shallow
    assert max(map(len, shallow)) == 1


NESTED = st.recursive(
    st.text("ab ", min_size=1, max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", min_size=1), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(NESTED, st.booleans())
def test_every_value_of_a_walk_is_the_one_that_is_read_there(value: Plain, in_flow: bool) -> None:
    text = yaml.safe_dump(value, default_flow_style=in_flow)
    read = tree(text)
    for path, event in walk(text):
        if not str(path[-1] if path else "").startswith("?"):
            here = read
            for part in path:
                here = here[part]  # type: ignore[index]
            if isinstance(event, yaml.ScalarEvent):
                assert here == (one_line(event.value) or here)
        elif isinstance(event, yaml.ScalarEvent):
            assert path[-1] == f"?{event.value}"
    every = dict(walk(text))
    assert locate(text, every) == {
        path: (event.start_mark.line + 1, event.start_mark.column + 1)
        for path, event in every.items()
    }
