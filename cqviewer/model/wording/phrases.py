"""The phrases that wording, charts and print are made of: a file of JSON for each language.

What only the window says is translated by Qt instead. A language without a phrase takes that of
CLDR (dates, per cent), else the English one.
"""

import functools
import re
import string
from collections.abc import Callable, Mapping

import msgspec

from cqviewer.model import localized
from cqviewer.model.text import Language, capitalised, nearest_language
from cqviewer.paths import resources_folder

Phrases = Mapping[str, str]
"""Patterns by their keys, with `{…}` where something is filled in."""

OPTIONAL = ("currency_", "money", "scale_", "first_day")
"""Beginnings of keys that English lacks and another language may have: names of currencies, sums
('millions d’euros') and scales (`scale_6`, `scale_6_one`), and the first day of a month."""
_ALSO = {
    **dict.fromkeys(("date", "day_month", "month_year", "month_alone"), ("number",)),
    **dict.fromkeys(("half_long", "quarter_long", "first_quarters_long"), ("quarters",)),
}
"""What may be filled into a phrase beyond what English has in it."""
_CHINESE = "[\u3400-\u9fff“]"
_SPACE = f"(?<={_CHINESE}) (?={{)|(?<=}}) (?={_CHINESE})"
"""A space between Chinese and a placeholder, which goes if Chinese is filled in.

Python goes through all Chinese characters to compile it, which it does when it is first used.
"""
_EDGE = "\ufdd2"
"""A noncharacter in place of such a space until the phrase is filled in."""
_WITHIN_CHINESE = f"(?<={_CHINESE}){_EDGE}(?={_CHINESE})"
ENGLISH_BEGINS, ENGLISH_ENDS = "\ufdd0", "\ufdd1"
"""Noncharacters around English words in a text of another language."""


@functools.cache
def languages() -> tuple[Language, ...]:
    """Return the languages that have a file of phrases, English first."""
    names = (one.stem for one in (resources_folder() / "phrases").glob("*.json"))
    return tuple(sorted(names, key=lambda one: (one != "en", one)))


@functools.cache
def phrases_of(language: Language) -> Phrases:
    """Return the phrases of the file of a language or one that it is a kind of; none without."""
    tag = nearest_language(language, languages())
    if tag is None:
        return {}
    data = (resources_folder() / "phrases" / f"{tag}.json").read_bytes()
    return msgspec.json.decode(data, type=dict[str, str])


def parts_of(pattern: str) -> list[str]:
    """Return the names of a pattern's placeholders; ValueError if it is no pattern.

    Widths and conversions are refused: a width could be a million characters.
    """
    names = []
    for _, name, width, conversion in string.Formatter().parse(pattern):
        if width or conversion:
            raise ValueError(pattern)
        names += [] if name is None else [name]
    return names


def parts_allowed(key: str) -> set[str]:
    """Return the names of what may be filled into the phrase of a key."""
    pattern = phrases_of("en").get(key)
    if pattern is None:
        return {"scale", "currency"} if key.startswith("money") else set()
    return {*parts_of(pattern), *_ALSO.get(key, ())}


class Vocabulary:
    """The phrases of one language: a sheet's own, those of its file, CLDR's, and English ones."""

    def __init__(
        self, language: Language, own: Phrases | None = None, *, marks_english: bool = False
    ) -> None:
        """Store a language, and a sheet's own phrases in it.

        With `marks_english` an English phrase in another language is put between ENGLISH_BEGINS
        and ENGLISH_ENDS.
        """
        self.language = language
        self.own = own or {}
        self._file = phrases_of(language)
        self._english = phrases_of("en")
        self.marks_english = marks_english
        self._filled: dict[str, tuple[Callable[..., str], bool]] = {}

    def __contains__(self, key: str) -> bool:
        return key in self.own or key in self._file

    def pattern(self, key: str) -> str:
        """Return the pattern of a key; KeyError where there is none even in English."""
        if key in self.own:
            return self.own[key]
        found = self._file.get(key)
        if found is None:
            found = localized.pattern(key, self.language) or self._english[key]
        return found

    def lacking(self) -> list[str]:
        """Return the keys of the phrases for which the language has nothing but English."""
        return [
            key
            for key in self._english
            if key not in self and not localized.pattern(key, self.language)
        ]

    def phrase(self, key: str, /, **parts: object) -> str:
        """Return a phrase filled in.

        It begins with a capital where its first word is filled in: 'Aims not named'.
        """
        if key not in self._filled:
            pattern = self.pattern(key)
            is_own = key in self or pattern != self._english.get(key) or not self.marks_english
            begins = pattern.startswith(("{many} ", "{number} "))
            spaced = re.sub(_SPACE, _EDGE, pattern if is_own else _marked(pattern))
            self._filled[key] = spaced.format, begins
        fill, begins = self._filled[key]
        text = fill(**parts)
        if _EDGE in text:
            text = re.sub(_WITHIN_CHINESE, "", text).replace(_EDGE, " ")
        return capitalised(text) if begins else text

    def word(self, key: str, number: int) -> str:
        """Return a word of a phrase that is a list, from 0; a number in digits where it has none.

        Lists are whole numbers as running text writes them, and the quarters of a year.
        """
        is_own = key in self or key != "numbers"
        words = self.pattern(key).split() if is_own else []
        return words[number] if 0 <= number < len(words) else str(number)

    def inside_sentence(self, text: str) -> str:
        """Return a phrase as inside a sentence: 'period not stated', but 'May 2024'."""
        bare = text.lstrip(ENGLISH_BEGINS)
        if bare.split(" ", 1)[0] not in self.pattern("small_inside").split():
            return text
        return text[: len(text) - len(bare)] + bare[:1].lower() + bare[1:]


def _marked(pattern: str) -> str:
    """Return a pattern with marks around its own words, but not around placeholders."""
    made = ""
    for words, name, _, _ in string.Formatter().parse(pattern):
        is_word = any(map(str.isalpha, words))
        words = words.replace("{", "{{").replace("}", "}}")
        made += f"{ENGLISH_BEGINS}{words}{ENGLISH_ENDS}" if is_word else words
        made += "" if name is None else f"{{{name}}}"
    return made
