"""Texts that a fact sheet has once, or once per language."""

import functools
import re
import typing
import unicodedata
from collections.abc import Container, Iterable, Iterator
from pathlib import Path

Language = str
"""A language as BCP 47 names it: 'en', 'fr-CA', 'zh-Hant'."""
Text = str | dict[Language, str]
"""A text given once, or once per language."""

LANGUAGES: tuple[Language, ...] = ("en", "zh")
"""The languages that the window itself speaks."""
TAG_PATTERN = "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-[a-z0-9]{4,8})*$"
"""A tag of BCP 47 (RFC 5646, section 2.1) in the usual case, without extensions."""
HAN = "[\u3400-\u9fff\uf900-\ufaff]"
"""A pattern of a Chinese character, compiled at its first use: Python goes through all of them."""
RIGHT_TO_LEFT = frozenset(
    ("ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi")
)
"""Languages whose usual script runs from right to left (CLDR, script metadata)."""
_NO_NAME = re.compile(r'\s*[<>:"/\\|?*\x00-\x1f]+\s*')
"""What Windows or another system refuses within the name of a file."""
_DEVICE = re.compile(r"(?i)^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)")
_LONGEST_NAME = 80  # of up to 3 bytes each; systems take 255


def wider(language: Language) -> Iterator[Language]:
    """Yield a language and those that it is a kind of: fr-CA, fr (RFC 4647, section 3.4).

    Traditional Chinese is no kind of Simplified Chinese, which `zh` alone stands for.
    """
    parts = language.split("-")
    if parts[0] == "zh" and {"Hant", "TW", "HK", "MO"}.intersection(parts):
        yield language
        return
    for number in range(len(parts), 0, -1):
        yield "-".join(parts[:number])


def nearest_language(language: Language, known: Container[Language]) -> Language | None:
    """Return a language, or the first that it is a kind of, that is known; None if none is."""
    return next((one for one in wider(language) if one in known), None)


def is_chinese(language: Language) -> bool:
    """Return whether a language is written in Chinese characters alone."""
    return language.split("-")[0] == "zh"


def is_right_to_left(language: Language) -> bool:
    """Return whether lines of a language run from right to left."""
    return language.split("-")[0] in RIGHT_TO_LEFT


def in_language(text: Text, language: Language) -> str:
    """Return a text in a language or one that it is a kind of, or in the first one it has."""
    if isinstance(text, str):
        return text
    if found := text.get(language):
        return found
    near = nearest_language(language, text)
    return (near and text[near]) or next(iter(text.values()), "")


def every_text(*texts: Text | None) -> list[str]:
    """Return texts in all the languages that each has."""
    return [
        one
        for text in texts
        if text
        for one in ([text] if isinstance(text, str) else text.values())
    ]


def by_language(text: Text, default: Language) -> dict[Language, str]:
    """Return a text by its languages; one given once is in the default language."""
    return text if isinstance(text, dict) else {default: text}


def differing(first: Text, second: Text, language: Language) -> tuple[str, str]:
    """Return two texts in a language, or else in the first of theirs in which they differ."""
    languages = (language, *by_language(first, language), *by_language(second, language))
    pairs = [(in_language(first, one), in_language(second, one)) for one in languages]
    return next((pair for pair in pairs if pair[0] != pair[1]), pairs[0])


def any_of(words: Iterable[str]) -> str:
    """Return a regular expression that matches any of some words, the longest that fits."""
    return "|".join(re.escape(one) for one in sorted(words, key=len, reverse=True))


@functools.cache
def text_fields(kind: type) -> frozenset[str]:
    """Return the fields of a type that hold a text given once, or once per language."""
    hints = typing.get_type_hints(kind).items()
    both = {str, dict[Language, str]}
    return frozenset(name for name, hint in hints if both <= set(typing.get_args(hint)))


def word_in(text: Text | None, language: Language, default: str) -> str:
    """Return a word for a phrase in a language; the default where the word is in another one.

    So no phrase is in two languages: '2025 年目标', not '2025 年 aims'.
    """
    if not text:
        return default
    word = in_language(text, language)
    if isinstance(text, dict):
        return word if nearest_language(language, text) else default
    return word if (re.search(HAN, word) is not None) == is_chinese(language) else default


def readable_name(path: Path) -> str:
    """Return a file's name as text; bytes of it that are not UTF-8 become question marks."""
    return path.name.encode("utf-8", "replace").decode("utf-8")


def file_stem(text: str) -> str:
    """Return a text as each system takes it for the name of a file, to which an ending is added."""
    stem = _NO_NAME.sub("-", text)[:_LONGEST_NAME].strip(" .-")
    return _DEVICE.sub(r"\1-sheet", stem) or "fact-sheet"


def made_stem(file_name: str) -> str:
    """Return the name of files that are made from one, without an ending: 'a' for 'a.b.yaml'."""
    return file_stem(Path(file_name).name.partition(".")[0])


def capitalised(text: str) -> str:
    """Return a text whose first letter is a capital one."""
    return text[:1].upper() + text[1:]


def breadth(text: str) -> int:
    """Return the width of a text in Latin letters: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)
