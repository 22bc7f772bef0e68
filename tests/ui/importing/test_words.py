"""The words of the dialog in which a data file becomes a sheet."""

from typing import get_args

import pytest

from cqviewer.importing.cells import Way
from cqviewer.importing.found import Found, Kind, sentence
from cqviewer.model.reading.import_format import ROLES as KNOWN
from cqviewer.ui.importing.words import CHOICES, FIELDS, ROLES, decimals, found_words

KINDS = [one for part in get_args(Kind) for one in (get_args(part) or (part,))]


def test_all_roles_have_words() -> None:
    assert set(ROLES) == set(KNOWN)


@pytest.mark.parametrize("kind", KINDS)
def test_all_that_is_found_has_words_here_and_on_the_command_line(kind: str) -> None:
    one = Found(kind, 1200, "x", "y")  # type: ignore[arg-type]
    said = [*found_words(one), *sentence(one)]
    assert len(said) == 4
    assert all(one and "{" not in one for one in said)


def test_what_is_open_can_be_said() -> None:
    still = [one for one in KINDS if Found(one, 1, "", "").is_open]
    assert len(still) == 12
    assert all(one in CHOICES or one in FIELDS for one in still)
    assert set(get_args(Way)) <= set(KINDS)


def test_decimal_signs_have_an_example() -> None:
    assert decimals()["."] == "Point, 1.5"
