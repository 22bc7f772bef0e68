"""How cells were read otherwise than they are written, counted and said."""

from typing import get_args

import pytest

from cqviewer.importing import cells
from cqviewer.importing.found import Found, Kind, Tally, sentence

KINDS = [name for part in get_args(Kind) for name in (get_args(part) or [part])]


def test_cells_of_a_kind_are_counted_together_with_the_first_as_an_example() -> None:
    way = Tally()
    way.add("thousands", "1,200", "1200", (0, 1))
    way.add("thousands", "3,400", "3400", (1, 1))
    assert way.all() == [Found("thousands", 2, "1,200", "1200", ((0, 1), (1, 1)))]


def test_each_text_is_counted_by_itself_where_it_has_a_meaning_of_its_own() -> None:
    way = Tally()
    for at, text in enumerate(("-", ":", "-")):
        way.add("unknown", text, "", (at, 0))
    assert [(one.written, one.count, one.cells) for one in way.all()] == [
        ("-", 2, ((0, 0), (2, 0))),
        (":", 1, ((1, 0),)),
    ]


def test_what_someone_has_to_say_comes_first() -> None:
    way = Tally()
    way.add("empty", "", "")
    way.add("unknown", "x", "")
    way.add("thousands", "1,200", "1200")
    assert [one.kind for one in way.all()] == ["unknown", "empty", "thousands"]
    assert [one.is_open for one in way.all()] == [True, False, False]


def test_many_cells_are_counted_and_the_first_of_them_kept() -> None:
    way = Tally()
    for at in range(10_005):
        way.add("empty", "", "", (at, 0))
    (found,) = way.all()
    assert (found.count, len(found.cells)) == (10_005, 10_000)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_said_in_two_sentences(kind: Kind) -> None:
    for count in (1, 2):
        what, how = sentence(Found(kind, count, "WRITTEN", "READ"))
        assert what
        assert how
        assert "{" not in what + how
        assert "1 cells" not in what + how


def test_numbers_in_sentences_are_grouped_and_agree_with_their_noun() -> None:
    assert sentence(Found("empty", 1200, "", ""))[0] == "nothing in 1,200 cells"
    assert sentence(Found("no unit", 1, "", ""))[0] == "no unit of 1 figure"
    assert sentence(Found("deleted", 2, "", ""))[0] == "2 rows that the file says to delete"


def test_all_ways_of_cells_are_kinds() -> None:
    assert set(get_args(cells.Way)) <= set(KINDS)
