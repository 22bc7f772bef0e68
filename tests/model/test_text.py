"""Texts in one language or several."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqviewer.model.text import (
    Text,
    any_of,
    breadth,
    by_language,
    capitalised,
    differing,
    every_text,
    file_stem,
    in_language,
    is_chinese,
    is_right_to_left,
    made_stem,
    nearest_language,
    word_in,
)


def test_a_text_is_given_in_a_language_or_the_one_that_it_has() -> None:
    assert in_language({"en": "aims", "zh": "目的"}, "zh") == "目的"
    assert in_language({"en": "aims"}, "zh") == "aims"


def test_the_first_letter_of_a_text_is_made_a_capital_one() -> None:
    words = {
        "jobs of GDP": "Jobs of GDP",
        "élan": "Élan",
        "9 aims": "9 aims",
        "中文": "中文",
        "": "",
    }
    assert {one: capitalised(one) for one in words} == words


def test_a_text_is_taken_from_the_nearest_language() -> None:
    text: Text = {"en": "Figures", "fr": "Chiffres", "zh": "数据"}
    assert in_language(text, "fr-CA") == "Chiffres"
    assert in_language(text, "zh-CN") == "数据"
    assert in_language(text, "zh-Hant") == in_language(text, "zh-TW") == "Figures"


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [
        ("Old", "New", ("Old", "New")),
        ({"en": "Same", "zh": "旧"}, {"en": "Same", "zh": "新"}, ("旧", "新")),
        ({"en": "Same"}, {"en": "Same", "zh": "新"}, ("Same", "新")),
        ({"en": "Old", "zh": "旧"}, {"en": "New", "zh": "新"}, ("Old", "New")),
        ("", {"en": "New", "zh": "新"}, ("", "New")),
        ({"zh": "同", "en": "Same"}, {"zh": "同", "en": "Same"}, ("Same", "Same")),
    ],
)
def test_texts_are_shown_in_a_language_in_which_they_differ(
    first: Text, second: Text, shown: tuple[str, str]
) -> None:
    assert differing(first, second, "en") == shown


def test_a_text_given_once_is_in_the_default_language() -> None:
    assert by_language("Ziele", "de") == {"de": "Ziele"}
    assert by_language({"en": "aims"}, "de") == {"en": "aims"}


@given(st.sets(st.text(min_size=1), min_size=1))
def test_the_longest_of_some_words_is_matched(words: set[str]) -> None:
    longest = max(words, key=len)
    found = re.match(any_of(words), longest)
    assert found is not None
    assert found[0] == longest


def test_the_nearest_language_is_the_same_or_one_that_it_is_a_kind_of() -> None:
    assert nearest_language("fr-CA", {"fr", "en"}) == "fr"
    assert nearest_language("fr-CA", {"fr", "fr-CA"}) == "fr-CA"
    assert nearest_language("zh-TW", {"zh"}) is None


@given(st.lists(st.none() | st.text(min_size=1) | st.dictionaries(st.text(), st.text(min_size=1))))
def test_what_is_said_in_any_language_is_each_text_in_its_order(texts: list[Text | None]) -> None:
    said = [[one] if isinstance(one, str) else [*(one or {}).values()] for one in texts]
    assert every_text(*texts) == [one for each in said for one in each]


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


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("Springfield: 2024 in figures", "Springfield-2024 in figures"),
        ("Waste (1.9 kg/person) by area", "Waste (1.9 kg-person) by area"),
        ('"Growth" of 2024?', "Growth-of 2024"),
        ("重庆市2024年", "重庆市2024年"),
        ("aux", "aux-sheet"),
        ("console", "console"),
        (" . ", "fact-sheet"),
    ],
)
def test_a_text_is_the_name_of_a_file_that_each_system_takes(text: str, stem: str) -> None:
    assert file_stem(text) == stem


@given(st.text(max_size=300))
def test_no_name_of_a_file_has_what_windows_refuses(text: str) -> None:
    stem = file_stem(text)
    assert stem
    assert not {*stem} & {*'<>:"/\\|?*', *map(chr, range(32))}
    assert stem[-1] not in " ."
    assert len(stem) < 100
    assert file_stem(stem) == stem


@pytest.mark.parametrize(
    ("name", "stem"),
    [("a.yaml", "a"), ("b/a.b.yaml", "a"), ("a: b.yaml", "a-b"), ("", "fact-sheet")],
)
def test_what_is_made_of_a_file_is_called_as_it(name: str, stem: str) -> None:
    assert made_stem(name) == stem
