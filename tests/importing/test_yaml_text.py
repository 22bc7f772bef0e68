"""Texts, lists and maps as YAML writes them: what is read again is what was written."""

import re

from hypothesis import given
from hypothesis import strategies as st

from cqviewer.importing.yaml_text import flow, lines_of, scalar
from cqviewer.model.files.plain_file import Limits
from cqviewer.model.reading.yaml_tree import Plain, parse_yaml

ODD = ("null", "NULL", "~", "true", "1e5", "2024-01-01", "- a", "a: b", "a #b", "1:30", "1,2", ".5")
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\ufeff\u2028\u2029]+")
TEXTS = st.one_of(
    st.text(max_size=30),
    st.text(st.sampled_from("ab1.-:# ,[]{}'\"&*!|>%@`~?\n"), max_size=12),
    st.sampled_from(ODD),
)


def read(text: str) -> Plain:
    """Return what stands under `a` in a file."""
    root = parse_yaml(text, "sheet.yaml", Limits()).root
    assert isinstance(root, dict)
    return root["a"]


def seen(text: str) -> str:
    """Return a text as a reader of YAML sees it: in one line, with single spaces."""
    return re.sub("\\s+", " ", UNSEEN.sub(" ", text)).strip()


@given(TEXTS)
def test_a_text_is_read_again_wherever_it_stands(text: str) -> None:
    for written in (f"a: {scalar(text)}", f"a: {flow(text)}"):
        found = read(written)
        assert isinstance(found, str)
        assert seen(found) == seen(text)
    assert len(scalar(text).splitlines()) == 1


@given(st.lists(TEXTS, max_size=4), st.dictionaries(st.sampled_from("bcd"), TEXTS))
def test_lists_and_maps_are_read_again(texts: list[str], named: dict[str, str]) -> None:
    found = read("a: " + flow([*texts, dict(named)]))
    assert isinstance(found, list)
    assert [seen(str(one)) for one in found[:-1]] == [seen(one) for one in texts]
    last = found[-1]
    assert isinstance(last, dict)
    assert {key: seen(str(one)) for key, one in last.items()} == {
        key: seen(one) for key, one in named.items()
    }


@given(st.lists(st.from_regex("[a-z]{1,12}x", fullmatch=True), min_size=1, max_size=30))
def test_a_list_is_read_again_whether_it_fits_a_line_or_not(ids: list[str]) -> None:
    written = list(lines_of("a", ids, 0))
    assert read("\n".join(written)) == ids
    assert all(len(line) <= 100 for line in written)
    assert len(written) == (1 if len(", ".join(ids)) <= 95 else len(ids) + 1)


def test_plain_words_need_no_quotes_and_those_that_yaml_takes_for_something_have_them() -> None:
    assert [flow(one) for one in ("Jobs", "Harbour (old)", "-3.50")] == [
        *("Jobs", "Harbour (old)", "-3.50"),
    ]
    assert [scalar(one) for one in ("NULL", "a: b", "", "-3.50")] == [
        *('"NULL"', '"a: b"', '""', "-3.50"),
    ]
    assert (scalar("Jobs, all"), flow("Jobs, all")) == ("Jobs, all", '"Jobs, all"')
    assert flow({"en": "Jobs", "de": "Stellen"}) == "{en: Jobs, de: Stellen}"


def test_a_map_is_one_line_where_it_fits() -> None:
    assert list(lines_of("a", {"b": "1", "c": "2"}, 2)) == ["  a: {b: 1, c: 2}"]
    long = {f"key {at}": "x" * 30 for at in range(4)}
    first, *others = lines_of("a", long, 2)
    assert first == "  a:"
    assert others == [f"    {key}: {value}" for key, value in long.items()]
    assert read("\n".join([first[2:], *others])) == long
