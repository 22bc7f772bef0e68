"""Texts that a fact sheet gives once, or once per language."""

from pathlib import Path
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


def readable_name(path: Path) -> str:
    """Give a file's name as text; bytes of it that are no UTF-8 become question marks."""
    return path.name.encode("utf-8", "replace").decode("utf-8")
