"""How a unit is written beside its number, and when a label lets it be left out."""

import re
from decimal import Decimal

from cqviewer.model.facts import Indicator
from cqviewer.model.text import Language, Text, in_language, is_chinese

YEAR = "year"
YEARS = (YEAR, "年")
"""The units of a number that names a year: it is a date, which is not grouped."""

_PLURAL = re.compile(r"\b(?:\w{3,}s|people|men|women|children)\b", re.IGNORECASE)


def says_unit(label: Text, indicator: Indicator, language: Language) -> bool:
    """Return whether a label says an indicator's unit, so that it may be left out beside it.

    By this one rule alone a unit is left out: that of a count, where the label has it in the same
    spelling as whole words ('New urban jobs' for `jobs`), and the base of an index, where the
    label has it ('a year earlier = 100'). Letters inside a word say nothing ('mm' in 'summer'),
    nor does a name say what a rate or an amount is measured in. A Chinese count always keeps its
    unit, which is its measure word.
    """
    unit = in_language(indicator.unit.text, language)
    is_base = indicator.measure == "index" and "=" in unit
    is_count = indicator.measure == "count" and not is_chinese(language)
    if indicator.unit.kind != "noun" or not (is_base or is_count):
        return False
    said, words = in_language(label, language).casefold(), unit.casefold()
    whole = rf"(?<![\w'’-]){re.escape(words)}(?![\w'’-])"
    return words in said and re.search(whole, said) is not None


def beside(unit: str, value: Decimal, language: Language) -> str:
    """Return a unit that is not money as it is written after a number.

    The base of an index is put in brackets ('(2015 = 100)', which is no equation), as are 'year'
    and the plural after one thing ('1 (schools)', since no sheet gives the singular). A unit that
    begins with a number is multiplied: '65,000 × 10 kt'.
    """
    is_one_of_many = str(abs(value)) == "1" and _PLURAL.search(unit)
    if "=" in unit or is_one_of_many or unit == YEAR:
        return f"（{unit}）" if is_chinese(language) else f"({unit})"
    return f"× {unit}" if unit[:1].isdigit() else unit
