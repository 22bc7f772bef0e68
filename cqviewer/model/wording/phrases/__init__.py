"""The phrases that wording, charts and print are made of, a module for each language.

What only the window says is translated by Qt instead.
"""

from importlib import import_module

from cqviewer.model.text import LANGUAGES, Language

_MODULES = {language: import_module(f"{__package__}.{language}") for language in LANGUAGES}

PHRASES: dict[str, dict[Language, str]] = {
    key: {language: module.PHRASES[key] for language, module in _MODULES.items()}
    for key in _MODULES["en"].PHRASES
}
"""Each phrase in every language, with `{…}` where `phrase` fills something in."""


def phrase(key: str, language: Language, /, **parts: object) -> str:
    """Return a phrase in a language with its parts filled in."""
    pattern = PHRASES[key][language]
    text = pattern.format(**parts)
    if pattern.startswith(_MODULES[language].CAPITAL_PARTS):
        return text[:1].upper() + text[1:]
    return text


def number_word(number: int, language: Language) -> str:
    """Write a small whole number as running text does: 'nine' in English, '9' otherwise."""
    words: tuple[str, ...] = _MODULES[language].NUMBERS
    return words[number] if 0 <= number < len(words) else str(number)


def quarter_numeral(quarter: int, language: Language) -> str:
    """Write a quarter (1 to 4) as it stands beside others: '2', in Chinese '二'."""
    return str(_MODULES[language].QUARTERS[quarter - 1])


def quarter_ordinal(quarter: int, language: Language) -> str:
    """Name a quarter (1 to 4) in running text: 'Second'."""
    return str(_MODULES[language].ORDINALS[quarter - 1])


def inside_sentence(text: str, language: Language) -> str:
    """Write a phrase as it goes on inside a sentence: 'period not stated', but 'May 2024'."""
    is_small = text.split(" ", 1)[0] in _MODULES[language].SMALL_INSIDE
    return text[:1].lower() + text[1:] if is_small else text
