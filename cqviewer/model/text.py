"""Texts that a fact sheet has once, or once per language."""

import re
from pathlib import Path
from typing import Literal

Language = Literal["en", "zh"]
Text = str | dict[Language, str]
"""A text given once, or once per language."""

LANGUAGES: tuple[Language, ...] = ("en", "zh")
HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
"""A Chinese character."""


def in_language(text: Text, language: Language) -> str:
    """Return a text in a language, or in the first one it has."""
    if isinstance(text, str):
        return text
    return text.get(language) or next(iter(text.values()), "")


def word_in(text: Text | None, language: Language, default: Text) -> str:
    """Return a word for a phrase in a language; the default where the word is in another one.

    So no phrase is in two languages: '2025 年目标', not '2025 年 aims'.
    """
    word = in_language(text or default, language)
    is_chinese = HAN.search(word) is not None
    return word if is_chinese == (language == "zh") else in_language(default, language)


def readable_name(path: Path) -> str:
    """Return a file's name as text; bytes of it that are not UTF-8 become question marks."""
    return path.name.encode("utf-8", "replace").decode("utf-8")
