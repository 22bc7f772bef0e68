"""The phrases that wording, charts and print are made of: a file of JSON for each language.

What only the window says is translated by Qt instead.
"""

import msgspec

from cqviewer.model.text import LANGUAGES, Language
from cqviewer.paths import resources_folder

_WORDS: dict[Language, dict[str, str]] = {
    language: msgspec.json.decode(
        (resources_folder() / "phrases" / f"{language}.json").read_bytes(), type=dict[str, str]
    )
    for language in LANGUAGES
}
_LISTS = ("numbers", "quarter_numerals", "quarter_ordinals", "small_inside")
"""Keys whose text is a list of words: whole numbers from zero as running text writes them (larger
ones stand in digits), the quarters of a year beside each other ('Q2–Q3') and in running text, and
the first words of phrases that are written small inside a sentence, which months are not."""

PHRASES: dict[str, dict[Language, str]] = {
    key: {language: words[key] for language, words in _WORDS.items()}
    for key in _WORDS["en"]
    if key not in _LISTS
}
"""Each phrase in every language, with `{…}` where `phrase` fills something in."""


def phrase(key: str, language: Language, /, **parts: object) -> str:
    """Return a phrase in a language with its parts filled in; one that begins with a part so too.

    'Aims not named' begins with a capital, which the word for goals has not.
    """
    pattern = PHRASES[key][language]
    text = pattern.format(**parts)
    if pattern.startswith(("{many} ", "{number} ")):
        return text[:1].upper() + text[1:]
    return text


def number_word(number: int, language: Language) -> str:
    """Write a small whole number as running text does: 'nine' in English, '9' otherwise."""
    words = _listed("numbers", language)
    return words[number] if 0 <= number < len(words) else str(number)


def quarter_numeral(quarter: int, language: Language) -> str:
    """Write a quarter (1 to 4) as it stands beside others: '2', in Chinese '二'."""
    return _listed("quarter_numerals", language)[quarter - 1]


def quarter_ordinal(quarter: int, language: Language) -> str:
    """Name a quarter (1 to 4) in running text: 'Second'."""
    return _listed("quarter_ordinals", language)[quarter - 1]


def inside_sentence(text: str, language: Language) -> str:
    """Write a phrase as it goes on inside a sentence: 'period not stated', but 'May 2024'."""
    is_small = text.split(" ", 1)[0] in _listed("small_inside", language)
    return text[:1].lower() + text[1:] if is_small else text


def _listed(key: str, language: Language) -> list[str]:
    return _WORDS[language][key].split()
