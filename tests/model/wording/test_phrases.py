"""Every phrase stands in both languages with the same parts."""

import json
import string

import pytest

from cqviewer.model.text import LANGUAGES, Language
from cqviewer.model.wording.phrases import PHRASES, number_word, phrase
from cqviewer.paths import data_folder, resources_folder


def parts(pattern: str) -> set[str]:
    """Name what is filled into a pattern."""
    return {name for _, name, _, _ in string.Formatter().parse(pattern) if name}


def in_file(language: Language) -> list[tuple[str, str]]:
    """Return keys and texts of a language's file, one that stands twice twice."""
    text = (resources_folder() / "phrases" / f"{language}.json").read_text("utf-8")
    pairs: list[tuple[str, str]] = json.loads(text, object_pairs_hook=list)
    return pairs


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_every_phrase_once_and_no_other(language: Language) -> None:
    keys = [key for key, _ in in_file(language)]
    assert sorted(keys) == sorted(key for key, _ in in_file("en"))
    assert len(set(keys)) == len(keys)
    assert PHRASES.keys() < set(keys)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phrase_is_empty_only_where_a_language_has_no_use_for_it(language: Language) -> None:
    free = {"between_sentences", "numbers", "small_inside"}
    assert {key for key, text in in_file(language) if not text} <= free


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", PHRASES)
def test_a_language_fills_in_nothing_that_english_does_not(key: str, language: Language) -> None:
    known = parts(PHRASES[key]["en"]) | {"first", "last", "number", "quarters"}
    assert parts(PHRASES[key][language]) <= known


@pytest.mark.parametrize(
    "word",
    [
        "点名",
        "来历",
        "单位图",
        "变化幅度",
        "没有说明的问题",
        "上年 =",
        "推算",
        "本表",
        "数据表",
        "货物价值",
    ],
)
def test_one_chinese_word_stands_for_one_thing(word: str) -> None:
    sheet = (data_folder() / "chongqing-2024.yaml").read_text("utf-8")
    assert word not in sheet
    assert not [key for key, one in PHRASES.items() if word in one["zh"]]


def test_what_is_filled_in_is_not_read_as_a_pattern() -> None:
    assert phrase("source", "en", names="{names} {0} %s") == "Source: {names} {0} %s."


def test_a_phrase_that_begins_with_a_part_begins_with_a_capital() -> None:
    assert phrase("goals_unnamed", "en", many="aims") == "Aims not named"


def test_small_numbers_are_words_in_english() -> None:
    assert [number_word(one, "en") for one in (0, 9, 12, 13)] == ["zero", "nine", "twelve", "13"]
    assert number_word(9, "zh") == "9"
