"""What someone says of a data file, answer by answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqviewer.importing.found import Found, Kind
from cqviewer.model.reading.import_format import ImportEntry
from cqviewer.ui.importing.answers import Answers
from cqviewer.ui.importing.words import CHOICES

SAID: list[tuple[Kind, str]] = [
    (kind, value)  # type: ignore[misc]
    for kind, (_, choices) in CHOICES.items()
    for value in choices
]


@pytest.mark.parametrize(("kind", "value"), SAID)
def test_each_answer_is_kept_told_and_taken_back(kind: Kind, value: str) -> None:
    answers, one = Answers(), Found(kind, 3, "x", "")
    option, _ = CHOICES[kind]
    assert (bool(answers), answers.to(one)) == (False, "")
    answers.say(option, one.written, value)
    assert (bool(answers), answers.to(one)) == (True, value)
    answers.say(option, one.written, "")
    assert (bool(answers), answers.to(one)) == (False, "")
    assert answers.options == ImportEntry()


def test_what_is_no_choice_is_no_answer() -> None:
    answers = Answers()
    answers.say("missing", "x", "12")
    assert answers.options.missing == {"x": "12"}
    assert answers.to(Found("unknown", 1, "x", "")) == ""
    assert answers.to(Found("gone", 1, "x", "")) == ""


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["suppressed", "0", ""]))))
def test_of_each_mark_the_last_answer_counts(said: list[tuple[str, str]]) -> None:
    answers = Answers()
    for mark, meaning in said:
        answers.say("missing", mark, meaning)
    last = dict(said)
    assert answers.options.missing == {mark: one for mark, one in last.items() if one}
    assert {mark: answers.to(Found("unknown", 1, mark, "")) for mark in last} == last
