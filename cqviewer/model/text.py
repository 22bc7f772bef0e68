"""Texts that a fact sheet gives once, or once per language."""

from typing import Literal

Language = Literal["en", "zh"]
Text = str | dict[Language, str]
"""A text given once, or once per language."""

LANGUAGES: tuple[Language, ...] = ("en", "zh")


def in_language(text: Text, language: Language) -> str:
    """Give a text in a language, or in the first one it has."""
    if isinstance(text, str):
        return text
    return text.get(language) or next(iter(text.values()), "")
