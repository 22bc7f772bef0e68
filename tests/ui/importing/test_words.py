"""The words of the dialog in which a data file becomes a sheet."""

import re
from collections.abc import Iterator
from typing import get_args

import pytest

from cqviewer.importing.cells import Way
from cqviewer.importing.found import Found, Kind, sentence
from cqviewer.importing.readers.encodings import ENCODINGS
from cqviewer.model.reading.import_format import ROLES as KNOWN
from cqviewer.ui.importing.data_table import table_name
from cqviewer.ui.importing.words import (
    CHOICES,
    FIELDS,
    ROLES,
    decimals,
    found_words,
    reason,
    word,
)
from cqviewer.ui.state.language import install_translators

KINDS = [one for part in get_args(Kind) for one in (get_args(part) or (part,))]


def test_all_roles_have_words() -> None:
    assert set(ROLES) == set(KNOWN)


@pytest.mark.parametrize("kind", KINDS)
def test_all_that_is_found_has_words_here_and_on_the_command_line(kind: str) -> None:
    one = Found(kind, 1200, "x", "y")  # type: ignore[arg-type]
    said = [*found_words(one), *sentence(one)]
    assert len(said) == 4
    assert all(one and "{" not in one for one in said)


@pytest.mark.usefixtures("look")
@pytest.mark.parametrize("kind", KINDS)
def test_one_is_counted_as_one(kind: str) -> None:
    one, many = (found_words(Found(kind, n, "x", "y"))[0] for n in (1, 2000))  # type: ignore[arg-type]
    assert not re.search(r"\b1 (empty )?\w+[^s ]s\b(?<!series)", one), one
    assert not re.search(r"2,000 (cell|value|row|figure)\b", many), many
    assert ("1 " in one) == ("2,000 " in many)


def test_what_is_open_can_be_said() -> None:
    still = [one for one in KINDS if Found(one, 1, "", "").is_open]
    assert len(still) == 12
    assert all(one in CHOICES or one in FIELDS for one in still)
    assert set(get_args(Way)) <= set(KINDS)


@pytest.fixture
def chinese(look: object) -> Iterator[None]:  # noqa: ARG001 - English before and after
    """Set the program's language to Chinese for one test."""
    install_translators("zh")
    yield
    install_translators("en")


@pytest.mark.usefixtures("chinese")
def test_what_people_read_is_in_their_language() -> None:
    for one in (
        Found("flag for no value", 2, ":c", "suppressed"),
        Found("mark", 2, "x", "not_collected"),
        Found("twice", 1, "B3", "last"),
        Found("delimiter", 1, "tab", ""),
        Found("interval", 1, "95 % UI", "95 % uncertainty interval"),
        *(Found("encoding", 1, "", name) for name in ENCODINGS.values()),
    ):
        said = re.sub(r"Windows-\d+|Shift JIS", "", " ".join(found_words(one)))
        assert not re.search("[a-z]{4}", said), said
    assert reason("not_found") == "未查到"
    assert reason("0") == "0"
    for _, choices in CHOICES.values():
        every = {word(one) for one in choices.values()} - {"UTF-16"}
        assert all(re.search("[\u4e00-\u9fff]", one) for one in every), every


@pytest.mark.usefixtures("chinese")
def test_a_table_without_a_name_of_its_own_is_called_so_and_others_as_the_file_does() -> None:
    alone = ["Table 1", "Table 1, row 12"]
    assert [table_name(one, alone) for one in alone] == ["表 1", "表 1，第 12 行"]
    named = ["Table 1", "Table 2", "Table 2, row 9"]
    assert [table_name(one, named) for one in named] == ["Table 1", "Table 2", "Table 2，第 9 行"]


@pytest.mark.usefixtures("look")
def test_decimal_signs_have_an_example() -> None:
    assert decimals()["."] == "Point, 1.5"
