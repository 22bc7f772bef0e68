"""Words of a page become paragraphs, columns and lines of tables by where they stand."""

import pytest

from cqviewer.evidence.layout import HYPHENS, NOWHERE, Run, blocks

HEIGHT, LETTER = 10.0, 5.0


def line(text: str, left: float = 0, top: float = 0, height: float = HEIGHT) -> list[Run]:
    """Set words as far apart as the spaces between them are wide."""
    words: list[Run] = []
    for place, letter in enumerate(text):
        start = left + place * LETTER
        if letter == " ":
            continue
        if place and text[place - 1] != " ":
            words[-1].join(Run(letter, [place], start, top, start + LETTER, top + height), "")
        else:
            words.append(Run(letter, [place], start, top, start + LETTER, top + height))
    return words


def texts(*lines: list[Run]) -> list[str]:
    return [one.run.text for one in blocks(lines)]


def below(*written: str, step: float = 12, left: float = 0) -> list[list[Run]]:
    return [line(one, left, top=number * step) for number, one in enumerate(written)]


def test_lines_right_below_each_other_are_one_paragraph() -> None:
    (found,) = blocks(below("New jobs came", "to a number of", "1,200."))
    assert found.run.text == "New jobs came to a number of 1,200."
    assert (found.run.left, found.run.top, found.run.bottom) == (0, 0, 34)
    assert not found.is_row


def test_each_character_keeps_its_number_and_what_was_added_has_none() -> None:
    (found,) = blocks(below("ab", "cd"))
    assert found.run.origins == [0, 1, NOWHERE, 0, 1]
    assert len(found.run.origins) == len(found.run.text)


@pytest.mark.parametrize(
    ("second", "are_one"),
    [
        (line("of them", top=12), True),
        (line("of them", top=24), False),  # a line is left free
        (line("of them", top=-12), False),  # above
        (line("of them", top=12, left=400), False),  # another column
        (line("of them", top=12, height=14), False),  # a heading
    ],
)
def test_what_is_farther_elsewhere_or_larger_is_another_paragraph(
    second: list[Run], are_one: bool
) -> None:
    first = below("a line of a paragraph", "another line of it")
    moved = [Run(w.text, w.origins, w.left, w.top + 12, w.right, w.bottom + 12) for w in second]
    assert len(blocks([*first, moved])) == (1 if are_one else 2)


def test_an_indented_line_and_one_after_a_short_end_begin_a_paragraph() -> None:
    lines = below("a long line of a paragraph", "goes on and on as long", "and ends.", "It began.")
    assert texts(*lines)[1:] == ["It began."]
    lines = below("a long line of a paragraph", "goes on and on as long")
    assert texts(*lines, line("and then", left=25, top=24))[1:] == ["and then"]


@pytest.mark.parametrize("hyphen", ["-", "\u2010", "\xad", *HYPHENS])
def test_a_word_that_a_hyphen_divides_becomes_one(hyphen: str) -> None:
    assert texts(*below(f"the adminis{hyphen}", "tration")) == ["the administration"]


def test_a_hyphen_that_divides_no_word_stays() -> None:
    assert texts(*below("from 3 -", "Five")) == ["from 3 - Five"]
    assert texts(*below("in COVID-", "19 times")) == ["in COVID- 19 times"]


def test_numbers_on_two_lines_are_kept_apart_by_the_line() -> None:
    assert texts(*below("there were 200", "300 of them")) == ["there were 200\n300 of them"]


def test_chinese_lines_are_joined_without_a_space() -> None:
    assert texts(*below("新增就业", "六十九万人")) == ["新增就业六十九万人"]


def test_columns_that_stand_on_the_same_lines_are_read_one_by_one() -> None:
    gap = " " * 8
    assert texts(*below(f"on the left{gap}on the right", f"and below{gap}  and there")) == [
        "on the left and below",
        "on the right and there",
    ]


def test_wide_gaps_beside_a_number_make_a_line_of_a_table() -> None:
    found = blocks(below("Year    Jobs", "2023    1 100", "2024    1 200"))
    assert [one.run.text for one in found if one.is_row] == ["2023\t1 100", "2024\t1 200"]


def test_numbers_that_stand_side_by_side_are_not_one_number() -> None:
    (found,) = blocks([line("123  456  789")])
    assert found.run.text == "123\t456\t789"


def test_gaps_of_a_line_that_is_set_to_both_margins_part_nothing() -> None:
    assert texts(line("all  words  are  as  far  apart  as  2  here")) == [
        "all words are as far apart as 2 here"
    ]


def test_words_that_run_from_right_to_left_are_one_line() -> None:
    words = list(reversed(line("abc def ghi")))
    assert texts(words) == ["ghi def abc"]


def test_a_page_without_words_has_no_paragraph() -> None:
    assert blocks([]) == []
