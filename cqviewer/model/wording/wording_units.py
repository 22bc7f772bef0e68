"""How units of measure are named in one language: sums of money, percentages, counted things."""

from decimal import Decimal
from functools import cached_property
from typing import Self

from cqviewer.model import localized
from cqviewer.model.facts import Indicator, Sheet
from cqviewer.model.numbers.quantity import POINTS
from cqviewer.model.numbers.unit import Unit
from cqviewer.model.text import Language, nearest_language, wider
from cqviewer.model.wording.chinese_scale import SCALES, common_scale, written_scale
from cqviewer.model.wording.phrases import Phrases
from cqviewer.model.wording.wording_periods import PeriodWording

_WRITTEN_ZH = (
    *("", "", "", "千", "万", "十万", "百万", "千万", "亿", "十亿", "百亿", "千亿", "万亿"),
)
"""Scales as a sheet writes them, by their power of ten."""


class UnitWording(PeriodWording):
    """Names units in one language.

    In Chinese, sums of money and large counts go by 万 and 亿, whatever the scale that a sheet
    writes: each figure by the one that fits it, or all sums by one `scale` (a power of ten).
    """

    def __init__(
        self,
        language: Language,
        phrases: Phrases | None = None,
        *,
        scale: int | None = None,
        marks_english: bool = False,
    ) -> None:
        """Use a language, with phrases of a sheet's own in it; see `Vocabulary`."""
        super().__init__(language, phrases, marks_english=marks_english)
        self._scale = scale

    @classmethod
    def of(cls, sheet: Sheet, language: Language, *, marks_english: bool = False) -> Self:
        """Return the wording of a sheet in a language."""
        near = nearest_language(language, sheet.phrases)
        return cls(language, sheet.phrases[near] if near else None, marks_english=marks_english)

    def in_scale(self, scale: int | None) -> Self:
        """Return a wording in the same words, with all sums of money in one scale in Chinese."""
        words = self.vocabulary
        return type(self)(words.language, words.own, scale=scale, marks_english=words.marks_english)

    @cached_property
    def is_english(self) -> bool:
        """Return whether sums of money are worded as a sheet writes them: 'US$5 million'."""
        return "en" in wider(self.language)

    @cached_property
    def has_chinese_scales(self) -> bool:
        """Return whether numbers go by 万 and 亿, as in Simplified Chinese."""
        return "zh" in wider(self.language)

    def unit(self, unit: Unit, *, short: bool = False, value: Decimal | None = None) -> str:
        """Return the name of a unit: 'bn yuan', 'US$ million' (short: 'US$ m'), '%', 'ports'.

        In Chinese a unit of money is in the wording's own scale: '亿元'. Units that `phrases` name
        are in the singular for a `value` that the language counts as one.
        """
        if self.has_chinese_scales and unit.kind == "money":
            scale = written_scale(unit) if self._scale is None else self._scale
            return SCALES[scale] + self._currency(unit.currency)
        is_sum = unit.kind == "money" and not self.is_english and "money" in self.vocabulary
        if is_sum and (not unit.exponent or f"scale_{unit.exponent}" in self.vocabulary):
            return self._sum_of(unit, value)
        if unit == POINTS:
            is_one = value is not None and localized.is_singular(value, self.language)
            return self.say("percentage_point" if is_one else "percentage_points")
        text = self.text(unit.text)
        if short and unit.kind == "money" and unit.scale == "million":
            return text.replace("million", "m")
        return text

    def written_unit(self, unit: Unit) -> str:
        """Return the name of a unit in the scale in which the sheet writes it."""
        if self.has_chinese_scales and unit.kind == "money":
            return _WRITTEN_ZH[unit.exponent] + self._currency(unit.currency)
        return self.unit(unit)

    def _sum_of(self, unit: Unit, value: Decimal | None) -> str:
        """Return a currency with its scale: 'milliards de yuans'."""
        currency = self._currency(unit.currency)
        if not unit.exponent:
            return currency
        one, own = f"scale_{unit.exponent}_one", f"money_{unit.currency}"
        is_one = value is not None and localized.is_singular(value, self.language)
        scale = self.say(one if is_one and one in self.vocabulary else f"scale_{unit.exponent}")
        return self.say(own if own in self.vocabulary else "money", scale=scale, currency=currency)

    def _currency(self, code: str) -> str:
        """Return the usual name of a currency, or else that of CLDR."""
        key = f"currency_{code}"
        if key in self.vocabulary:
            return self.say(key)
        return localized.currency_name(code, self.language) or code

    def measure(self, indicator: Indicator) -> str:
        """Return kind and unit of measure: 'Change, per cent', 'Count of jobs'."""
        percent = indicator.unit.kind == "percent"
        fitted = self.in_scale(common_scale([indicator]))
        unit = self.say("per_cent") if percent else fitted.unit_of_named(indicator)
        key: str = indicator.measure
        if key == "count" and (percent or unit.startswith("of ")):
            key = "count_in"
        elif indicator.unit == POINTS and key != "growth":
            key = "difference"
        text = self.say(f"measure_{key}", unit=unit)
        return self.say(f"measure_{indicator.prices}", measure=text) if indicator.prices else text

    def unit_of_named(self, indicator: Indicator) -> str:
        """Return the unit beside a figure's name, which says what is counted: 个, not 个港口."""
        unit = self.unit(indicator.unit)
        return "个" if indicator.measure == "count" and unit.startswith("个") else unit

    def in_unit(self, indicator: Indicator) -> str:
        """Return the unit of a whole chart: 'In bn yuan', 'Index, 2015 = 100', 'Unit: t'."""
        unit = self.unit(indicator.unit)
        if indicator.measure == "index" and "=" in unit:
            return self.say("measure_index", unit=unit)
        if indicator.unit.kind == "percent":
            return self.say("in_unit", unit=self.say("per_cent"))
        return self.say("in_unit" if indicator.unit.kind == "money" else "unit_is", unit=unit)
