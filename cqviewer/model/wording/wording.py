"""How values, units, origins and sources are worded, for screen, charts and print alike."""

from decimal import Decimal

import msgspec

from cqviewer.model import localized
from cqviewer.model.changes import Change, NoChange
from cqviewer.model.facts import Indicator, Observation, Sheet
from cqviewer.model.numbers.amount import own_digits
from cqviewer.model.numbers.quantity import POINTS
from cqviewer.model.numbers.unit import Unit
from cqviewer.model.text import Language, Text
from cqviewer.model.wording.beside import YEARS, beside, says_unit
from cqviewer.model.wording.chinese_scale import (
    SCALES,
    common_scale,
    in_scale,
    takes_scale,
    written_scale,
)
from cqviewer.model.wording.wording_periods import NO_BREAK_SPACE
from cqviewer.model.wording.wording_sources import SourceWording
from cqviewer.model.wording.working import (
    MINUS,
    Calculation,
    calculation,
    scaled_calculation,
)

_CURRENCIES_ZH = {
    "CNY": "元",
    "USD": "美元",
    "EUR": "欧元",
    "GBP": "英镑",
    "JPY": "日元",
    "HKD": "港元",
    "kr": "克朗",
    "Rs": "卢比",
}
_WRITTEN_ZH = (
    *("", "", "", "千", "万", "十万", "百万", "千万", "亿", "十亿", "百亿", "千亿", "万亿"),
)
"""Scales as a sheet writes them, by their power of ten."""


class ValueParts(msgspec.Struct, frozen=True):
    """A worded value: 'about' or nothing, the number, and the unit beside it or nothing."""

    about: str
    number: str
    unit: str

    @property
    def text(self) -> str:
        """Return the parts as one text."""
        gap = "" if self.unit.startswith("（") else " "
        number = gap.join(part for part in (self.number, self.unit) if part)
        return f"{self.about} {number}".strip()


class Wording(SourceWording):
    """Words facts in one language; as precise as the source, never rounded.

    In Chinese, sums of money and large counts go by 万 and 亿, whatever the scale that a sheet
    writes: each figure by the one that fits it, or all sums by one `scale` (a power of ten).
    """

    def __init__(self, language: Language, *, scale: int | None = None) -> None:
        """Word in a language."""
        super().__init__(language)
        self._scale = scale

    # Numbers and values

    def number(self, number: Decimal, *, sign: bool = False, grouping: bool = True) -> str:
        """Write a number with its own decimals, grouped, with a real minus; zero has no sign."""
        digits = own_digits(number)
        pattern = ("#,##0" if grouping else "0") + ("." + "0" * digits if digits else "")
        text = localized.number(number.copy_abs(), pattern, self.language)
        if number < 0:
            return MINUS + text
        return f"+{text}" if sign and number else text

    def parts(
        self,
        indicator: Indicator,
        observation: Observation | None = None,
        *,
        short: bool = False,
        label: Text | None = None,
    ) -> ValueParts:
        """Word a value for a card or a table cell; by default the latest observation's.

        The unit is left out where `beside.says_unit` allows it for the label, by default the
        indicator's name.
        """
        observation = observation or indicator.latest
        if observation.value is None:
            return ValueParts("", self.say("not_stated"), "")
        about = self._about(indicator)
        number, unit = self._scaled(indicator, observation.value, short=short)
        if indicator.total is not None:
            number = self.say("out_of", part=number, total=indicator.total)
        name = indicator.name if label is None else label
        if indicator.is_counted_here or says_unit(name, indicator, self.language):
            unit = ""  # what cqviewer counts is named by the label beside it
        return ValueParts(about, number, unit)

    def value(
        self,
        indicator: Indicator,
        observation: Observation | None = None,
        *,
        short: bool = False,
        label: Text | None = None,
    ) -> str:
        """Word a value in running text: '+7.6 %', 'about US$513 million', '577.6 bn yuan'.

        `label` is what stands beside it, by default the indicator's name.
        """
        observation = observation or indicator.latest
        parts = self.parts(indicator, observation, short=short, label=label)
        unit = indicator.unit
        if observation.value is None or not (unit.is_before and self.language == "en"):
            return parts.text
        scale = "m" if short and unit.scale == "million" else unit.scale
        after = f" {scale}" if scale else ""
        # The minus stands before the symbol, as in CLDR's pattern for sums of money: '-¤#,##0.00'.
        minus = MINUS if observation.value < 0 else ""
        number = parts.number.removeprefix(MINUS)
        gap = NO_BREAK_SPACE if unit.symbol[-1:].isalpha() or unit.symbol[-1:] == "." else ""
        return f"{parts.about} {minus}{unit.symbol}{gap}{number}{after}".lstrip()

    def _about(self, indicator: Indicator) -> str:
        derivation = indicator.derivation
        return self.say("about") if derivation and derivation.is_rounded else ""

    def _scaled(
        self, indicator: Indicator, value: Decimal, *, short: bool = False
    ) -> tuple[str, str]:
        """Return number and unit; in Chinese sums and large counts go by 万 and 亿."""
        unit = indicator.unit
        sign = indicator.measure == "growth"
        if unit.kind == "percent":
            return self._percent(self.number(value, sign=sign)), ""
        if unit.kind == "money" and self.language == "zh":
            number, scale = self._sum_zh(indicator, value)
            text = self.number(number, sign=sign, grouping=not scale)
            return text, SCALES[scale] + _currency_zh(unit.currency)
        noun = self.unit(unit, short=short)
        if self.language == "zh" and takes_scale(noun) and indicator.measure != "index":
            for scale in (8, 4):
                number = in_scale(value, unit, scale)
                if abs(number) >= 1 and own_digits(number) <= 2:
                    return self.number(number, sign=sign, grouping=False), SCALES[scale] + noun
        if unit.kind == "money" and unit.exponent:
            return self.number(value, sign=sign), noun
        text = self.number(value, sign=sign, grouping=noun not in YEARS)
        return text, beside(noun, value, self.language)

    def _sum_zh(self, indicator: Indicator, value: Decimal) -> tuple[Decimal, int]:
        """Return a sum of money in the scale that all sums of its figure share, and that scale."""
        unit, scale = indicator.unit, self._scale
        if scale is None:
            scale = common_scale([indicator])
            if scale is None:
                scale = written_scale(unit)
        return value if scale == unit.exponent else in_scale(value, unit, scale), scale

    def bare_number(self, indicator: Indicator, value: Decimal, *, sign: bool = False) -> str:
        """Write a number without its unit, which `unit` names beside it."""
        sign = sign or indicator.measure == "growth"
        if self.language == "en" or indicator.unit.kind != "money":
            return self.number(value, sign=sign)
        number, scale = self._sum_zh(indicator, value)
        return self.number(number, sign=sign, grouping=not scale)

    def change(self, indicator: Indicator, change: Change | NoChange) -> str:
        """Word a change with both periods, or in a sentence why none is worked out.

        '2023 to 2024: −1,200, −4.1 %, derived'. The difference is in the unit of the figure.
        """
        if isinstance(change, NoChange):
            why = f"no_change_{change.reason}"
            return self.say(why, period=self.period(change.observation.period))
        first, last = (self.period(one.period) for one in (change.earlier, change.later))
        if change.is_points:
            unit = beside(self.text(POINTS.text), change.difference, self.language)
            difference = f"{self.number(change.difference, sign=True)} {unit}"
        else:
            difference = self.bare_number(indicator, change.difference, sign=True)
        facts = [difference, self.say("derived")]
        if change.percent is not None:
            facts.insert(1, self._percent(self.number(change.percent, sign=True)))
        return self.named(self.say("change_between", first=first, last=last), self.join(facts))

    def unit(self, unit: Unit, *, short: bool = False) -> str:
        """Name a unit: 'bn yuan', 'US$ million' (short: 'US$ m'), '%', 'ports'.

        In Chinese that of sums of money is in the wording's own scale: '亿元'.
        """
        if self.language == "zh" and unit.kind == "money":
            scale = written_scale(unit) if self._scale is None else self._scale
            return SCALES[scale] + _currency_zh(unit.currency)
        text = self.text(unit.text)
        if short and unit.kind == "money" and unit.scale == "million":
            return text.replace("million", "m")
        return text

    def written_unit(self, unit: Unit) -> str:
        """Name a unit in the scale in which the sheet is written, beside a number as written."""
        if self.language == "zh" and unit.kind == "money":
            written = _WRITTEN_ZH[unit.exponent]
            return written + _currency_zh(unit.currency)
        return self.text(unit.text)

    def measure(self, indicator: Indicator) -> str:
        """Name kind and unit of measure: 'Change, per cent', 'Count of jobs'."""
        percent = indicator.unit.kind == "percent"
        fitted = Wording(self.language, scale=common_scale([indicator]))
        unit = self.say("per_cent") if percent else fitted.unit(indicator.unit)
        key: str = indicator.measure
        if key == "count" and unit.startswith("个"):
            unit = "个"  # what is counted stands in the name
        if key == "count" and (percent or unit.startswith("of ")):
            key = "count_in"
        elif indicator.unit == POINTS and key != "growth":
            key = "difference"
        text = self.say(f"measure_{key}", unit=unit)
        return self.say(f"measure_{indicator.prices}", measure=text) if indicator.prices else text

    def in_unit(self, indicator: Indicator) -> str:
        """Name the unit of all that a chart shows: 'In bn yuan', 'Index, 2015 = 100', 'Unit: t'."""
        unit = self.unit(indicator.unit)
        if indicator.measure == "index" and "=" in unit:
            return self.say("measure_index", unit=unit)
        if indicator.unit.kind == "percent":
            return self.say("in_unit", unit=self.say("per_cent"))
        return self.say("in_unit" if indicator.unit.kind == "money" else "unit_is", unit=unit)

    # Origin and working

    def origin(self, observation: Observation, *, long: bool = False) -> str:
        """Word whether a value is stated, derived or not stated."""
        return self.say(f"origin_{'long_' if long else ''}{observation.status}")

    def working(self, indicator: Indicator, sheet: Sheet) -> str:
        """Show how a derived value came about: '810 ÷ (1 + 57.9 %) = 512.98'; '' for others."""
        derivation = indicator.derivation
        if derivation is None:
            return ""
        if derivation.working == "difference":
            numbers = (sheet.indicators[one].latest.value for one in derivation.inputs)
            return f" {MINUS} ".join(self.number(one) for one in numbers if one is not None)
        if derivation.formula is None:
            return self.say(f"working_{derivation.working}")
        inputs = {one: sheet.indicators[one] for one in derivation.inputs}
        is_zh = self.language == "zh"
        made = scaled_calculation(indicator, inputs, self._scale) if is_zh else None
        made = made or calculation(indicator, inputs)
        text = self._calculation(made) if made else ""
        if not (made and is_zh and indicator.unit.kind == "money"):
            return text
        if made.scale is not None:
            return f"{text} {SCALES[made.scale]}{_currency_zh(indicator.unit.currency)}"
        value = " ".join(self._scaled(indicator, made.result))
        return self.say("working_that_is", working=text, value=value)

    def _calculation(self, made: Calculation) -> str:
        """Write formula and result; ungrouped where a scale of 万 or 亿 makes them short."""
        return made.text(lambda number: self.number(number, grouping=not made.scale), self._percent)

    def _percent(self, number: str) -> str:
        return self.say("percent", number=number)

    def assumption(self, indicator: Indicator) -> str:
        """Word what a working takes for granted; nothing if nothing."""
        clause = indicator.derivation.assuming if indicator.derivation else None
        return self.say("assumes", clause=self._inner(self.text(clause))) if clause else ""

    def _inner(self, text: str) -> str:
        """Write a sentence's first letter small where it goes on inside another ('The', 'A')."""
        first = text.split(" ", 1)[0]
        return text[:1].lower() + text[1:] if first in ("The", "A", "An", "This") else text

    # Whole figures

    def name(self, indicator: Indicator) -> str:
        """Return an indicator's full name."""
        return self.text(indicator.name)

    def short_name(self, indicator: Indicator) -> str:
        """Return an indicator's name for charts and tables."""
        return self.text(indicator.short or indicator.name)

    def brief_name(self, indicator: Indicator) -> str:
        """Return an indicator's shortest name, for lists and beside goals."""
        return self.text(indicator.brief or indicator.short or indicator.name)

    def rate_phrase(self, indicator: Indicator) -> str:
        """Word value and name as one: 'about 1.55 bn yuan per project'; nothing for most names."""
        name, value = self.brief_name(indicator), self.value(indicator)
        if self.language == "zh":
            return name + value if name.startswith(("平均", "每")) else ""
        return f"{value} p{name[1:]}" if name.startswith("Per ") else ""

    def figure_phrase(self, indicator: Indicator, label: Text | None = None) -> str:
        """Word name, value, period and status in one phrase, as a screen reader says it."""
        latest = indicator.latest
        name = self.text(label) if label else self.name(indicator)
        status = self.inside(self.origin(latest, long=True))
        if latest.value is None:
            return self.join([name, status])
        period = self.inside(self.period(latest.period, long=latest.period.is_stated))
        value, later = self.value(indicator, label=label), self.unstated_after(indicator)
        return self.join([name, value, period, status, later])

    def unstated_after(self, indicator: Indicator) -> str:
        """Word that a later value than the latest stated one is not stated: '2024: not stated'."""
        if indicator.last is indicator.latest:
            return ""
        text = self.inside(self.say("not_stated"))
        return self.join([self.period(indicator.last.period), text], "colon")

    def citation_line(self, indicator: Indicator, sheet: Sheet) -> str:
        """Word a figure for the clipboard: name, value, origin, period and source in one line."""
        latest = indicator.latest
        origin = self.inside(self.origin(latest))
        if working := self.working(indicator, sheet):
            origin = self.join([f"{origin}{self.say('colon')}{working}"])
            if assumption := self.assumption(indicator):
                origin = self.join([origin, self.inside(assumption)], "semicolon")
        period = self.inside(self.period(latest.period, long=latest.period.is_stated))
        facts = origin
        if latest.value is not None:
            value = self.say("in_brackets", text=self.value(indicator), inner=origin)
            facts = self.join([value, period])
        line = f"{self.name(indicator)}{self.say('colon')}{facts}{self.say('stop')}"
        cited = list(dict.fromkeys(citation for _, citation in sheet.cited_for(indicator)))
        sources = [sheet.sources[key] for key in dict.fromkeys(one.source for one in cited)]
        names = [self.cited(one, sheet) for one in cited]
        names += [self.inside(self.publication(one)) for one in sources]
        key = "source" if len(cited) == 1 else "sources"
        said = self.say(key, names=self.join(names, "semicolon")) if cited else ""
        return self.sentences([line, said, *(one.url or "" for one in sources)])

    # Whole sheets

    def corner_note(self, sheet: Sheet) -> str:
        """Count the stated figures that have a stated period."""
        counted = sheet.counted()
        stated = sum(one.latest.period.is_stated for one in counted)
        key = "corner_year" if sheet.year else "corner"
        key += "_one" if len(counted) == 1 else ""
        return self.say(key, stated=stated, all=len(counted), year=sheet.year)


def _currency_zh(code: str) -> str:
    """Return the usual Chinese name of a currency, or else that of CLDR."""
    return _CURRENCIES_ZH.get(code) or localized.currency_name(code)
