"""Texts in one language or several."""

from cqviewer.model.text import Text, breadth, in_language, is_chinese, is_right_to_left, word_in


def test_a_text_is_given_in_a_language_or_the_one_that_it_has() -> None:
    assert in_language({"en": "aims", "zh": "目的"}, "zh") == "目的"
    assert in_language({"en": "aims"}, "zh") == "aims"


def test_a_text_is_taken_from_the_nearest_language() -> None:
    text: Text = {"en": "Figures", "fr": "Chiffres", "zh": "数据"}
    assert in_language(text, "fr-CA") == "Chiffres"
    assert in_language(text, "zh-CN") == "数据"
    assert in_language(text, "zh-Hant") == in_language(text, "zh-TW") == "Figures"


def test_a_word_in_another_language_is_not_taken_into_a_phrase() -> None:
    assert word_in("aims", "en", "goals") == "aims"
    assert word_in("aims", "zh", "目标") == "目标"
    assert word_in({"en": "aims"}, "zh", "目标") == "目标"
    assert word_in({"en": "aims", "zh": "重点"}, "zh", "目标") == "重点"
    assert word_in({"en": "aims", "zh": "重点"}, "fr", "objectifs") == "objectifs"
    assert word_in({"fr": "priorités"}, "fr-CA", "objectifs") == "priorités"
    assert word_in("重点", "en", "goals") == "goals"
    assert word_in(None, "zh", "目标") == "目标"


def test_right_to_left_goes_by_the_language() -> None:
    assert is_right_to_left("ar")
    assert is_right_to_left("he-IL")
    assert not is_right_to_left("hi")
    assert is_chinese("zh-Hant")
    assert not is_chinese("ja")


def test_a_chinese_character_is_two_letters_broad() -> None:
    assert breadth("ab") == 2
    assert breadth("重庆，") == 6
