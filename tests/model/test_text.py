"""Texts in one language or two."""

from cqviewer.model.text import Text, in_language, word_in

GOALS: Text = {"en": "goals", "zh": "目标"}


def test_a_text_is_given_in_a_language_or_the_one_that_it_has() -> None:
    assert in_language({"en": "aims", "zh": "目的"}, "zh") == "目的"
    assert in_language({"en": "aims"}, "zh") == "aims"


def test_a_word_in_another_language_is_not_taken_into_a_phrase() -> None:
    assert word_in("aims", "en", GOALS) == "aims"
    assert word_in("aims", "zh", GOALS) == "目标"
    assert word_in({"en": "aims"}, "zh", GOALS) == "目标"
    assert word_in({"en": "aims", "zh": "重点"}, "zh", GOALS) == "重点"
    assert word_in("重点", "en", GOALS) == "goals"
    assert word_in(None, "zh", GOALS) == "目标"
