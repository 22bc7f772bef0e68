"""Codes and letters of other offices lead to the marks and reasons of this format."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqviewer.model.choices import Mark, Missing
from cqviewer.model.numbers.foreign_marks import mark_help, mark_of, missing_help, reason_of
from cqviewer.model.wording.marks import LETTERS


@pytest.mark.parametrize(
    ("code", "mark"),
    [
        ("p", "provisional"),
        ("P", "provisional"),
        ("[p]", "provisional"),
        ("(r)", "revised"),
        ("E", "estimated"),
        ("F", "forecast"),
        ("I", "imputed"),
        ("s", "imputed"),
        ("B", "break"),
        ("U", "low_reliability"),
        ("D", "definition_differs"),
        ("prel.", "provisional"),
        ("Provisional", "provisional"),
        ("estimate", "estimated"),
        ("projection", "forecast"),
        ("low reliability", "low_reliability"),
        ("q", None),
        ("", None),
        ("better", None),
    ],
)
def test_a_code_stands_for_a_mark(code: str, mark: str | None) -> None:
    assert mark_of(code) == mark


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("c", "suppressed"),
        (": c", "suppressed"),
        ("Q", "suppressed"),
        ("confidential", "suppressed"),
        ("[x]", "not_collected"),
        ("L", "not_collected"),
        ("z", "not_applicable"),
        ("M", "not_applicable"),
        ("Not applicable", "not_applicable"),
        ("O", "not_found"),
        (":", None),
        ("n/a", None),
    ],
)
def test_a_code_stands_for_a_reason(code: str, reason: str | None) -> None:
    assert reason_of(code) == reason


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("pr", "write [provisional, revised]"),
        ("b, d", ""),
        ("b,d", "write [break, definition_differs]"),
        ("A", "leave `status` out"),
        ("c", "write `missing: suppressed` instead of `value` and `status`"),
        ("px", ""),
    ],
)
def test_what_stands_at_status_is_put_right(text: str, hint: str) -> None:
    assert mark_help(text).startswith(hint)
    assert hint or not mark_help(text)


def test_what_stands_for_a_number_is_asked_about_where_it_may_mean_several_things() -> None:
    assert missing_help("x") == "write `missing: not_collected` instead of `value`"
    several = missing_help(":")
    assert several.startswith("instead of `value` write `missing: suppressed`, not_collected,")
    assert missing_help("-") == f"{several}; or 0 where the mark stands for none"


@pytest.mark.parametrize(("mark", "letter"), LETTERS.items())
def test_the_letters_that_are_shown_beside_values_are_known_again(mark: str, letter: str) -> None:
    assert (mark_of(f"[{letter}]") or reason_of(f"[{letter}]")) == mark


@pytest.mark.parametrize("mark", [*get_args(Mark), *get_args(Missing)])
def test_the_words_of_the_format_are_known_in_any_letters(mark: str) -> None:
    for written in (mark, mark.upper(), mark.replace("_", " "), f"({mark})", f": {mark}."):
        assert (mark_of(written) or reason_of(written)) == mark, written


@given(st.text(max_size=40))
def test_one_text_is_never_both_a_mark_and_a_reason(text: str) -> None:
    assert not (mark_of(text) and reason_of(text))
