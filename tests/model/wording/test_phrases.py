"""Every phrase stands in all languages with the same parts."""

import json
import re

import pytest

from cqviewer.model.text import Language
from cqviewer.model.wording.phrases import (
    ENGLISH_BEGINS,
    ENGLISH_ENDS,
    OPTIONAL,
    Vocabulary,
    languages,
    parts_allowed,
    parts_of,
    phrases_of,
)
from cqviewer.paths import data_folder, resources_folder


def in_file(language: Language) -> list[tuple[str, str]]:
    """Return keys and texts of a language's file, one that stands twice twice."""
    text = (resources_folder() / "phrases" / f"{language}.json").read_text("utf-8")
    pairs: list[tuple[str, str]] = json.loads(text, object_pairs_hook=list)
    return pairs


@pytest.mark.parametrize("language", languages())
def test_a_language_has_every_phrase_once_and_no_other(language: Language) -> None:
    keys = [key for key, _ in in_file(language)]
    assert len(set(keys)) == len(keys)
    needed = [one for one in keys if not one.startswith(OPTIONAL)]
    assert sorted(needed) == sorted(key for key, _ in in_file("en"))
    assert Vocabulary(language).lacking() == []


@pytest.mark.parametrize("language", languages())
def test_a_phrase_is_empty_only_where_a_language_has_no_use_for_it(language: Language) -> None:
    free = {"between_sentences", "numbers", "small_inside"}
    assert {key for key, text in in_file(language) if not text} <= free


@pytest.mark.parametrize("language", languages())
def test_a_language_fills_in_nothing_that_english_does_not(language: Language) -> None:
    assert in_file(language)
    for key, text in in_file(language):
        assert set(parts_of(text)) <= parts_allowed(key), key


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
        "不变价",
        "首次公布",
        "关键数据",
        "个部分",
    ],
)
def test_one_chinese_word_stands_for_one_thing(word: str) -> None:
    sheet = (data_folder() / "chongqing-2024.yaml").read_text("utf-8")
    assert word not in sheet
    assert not [key for key, text in in_file("zh") if word in text]


def test_what_is_filled_in_is_not_read_as_a_pattern() -> None:
    said = Vocabulary("en").phrase("source", names="{names} {0} %s")
    assert said == "Source: {names} {0} %s."


def test_a_phrase_that_begins_with_a_part_begins_with_a_capital() -> None:
    assert Vocabulary("en").phrase("goals_unnamed", many="aims") == "Aims not named"


def test_small_numbers_are_words_in_english() -> None:
    words = [Vocabulary("en").word("numbers", one) for one in (0, 9, 12, 13)]
    assert words == ["zero", "nine", "twelve", "13"]
    assert Vocabulary("zh").word("numbers", 9) == "9"


def test_a_language_without_a_file_takes_dates_from_cldr_and_words_from_english() -> None:
    german = Vocabulary("de")
    assert german.pattern("date") == "{day}. {month} {year}"
    assert german.pattern("percent") == "{number}\N{NO-BREAK SPACE}%"
    assert german.phrase("about") == "about"
    assert german.word("numbers", 9) == "9"
    assert {"about", "source"} <= set(german.lacking())
    assert "date" not in german.lacking()


def test_a_sheet_may_bring_phrases_of_its_own() -> None:
    own = Vocabulary("de", {"about": "etwa"})
    assert own.phrase("about") == "etwa"
    assert len(own.lacking()) == len(Vocabulary("de").lacking()) - 1


def test_english_words_are_marked_but_not_what_they_are_filled_with() -> None:
    words = Vocabulary("de", {"about": "etwa"}, marks_english=True)
    marked = f"{ENGLISH_BEGINS}Source: {ENGLISH_ENDS}Rathaus."
    assert words.phrase("source", names="Rathaus") == marked
    assert words.phrase("about") == "etwa"
    assert words.inside_sentence(words.phrase("not_stated")) == (
        f"{ENGLISH_BEGINS}not stated{ENGLISH_ENDS}"
    )


def test_traditional_chinese_does_not_take_simplified_phrases() -> None:
    assert not phrases_of("zh-Hant")
    assert not phrases_of("zh-TW")
    assert phrases_of("zh-CN") == phrases_of("zh")


def test_a_chinese_word_is_set_apart_from_the_digits_of_a_period() -> None:
    joined = re.compile(r"[\u4e00-\u9fff]\{period\}")
    assert [key for key, text in in_file("zh") if joined.search(text)] == []


def test_no_space_stands_between_chinese_and_chinese_that_is_filled_in() -> None:
    words = Vocabulary("zh")
    assert words.phrase("target", target="7%") == "目标 7%"
    assert words.phrase("target", target="约 6%") == "目标约 6%"
    assert words.phrase("edition_title", edition="第二版") == "自第二版以来的变化"
    assert words.phrase("edition_title", edition="2.yaml") == "自 2.yaml 以来的变化"
    own = Vocabulary("zh", {"target": "目标 {target}"})
    assert own.phrase("target", target="重庆 市") == "目标重庆 市"  # a text itself stays
