"""How numbers, units, periods, origins and sources are worded, for screen, charts and print."""

import datetime
from collections.abc import Iterable
from decimal import Decimal

import msgspec
from babel import Locale
from babel.numbers import format_decimal

from cqviewer.model.citation import Citation
from cqviewer.model.derive import own_digits, rounded
from cqviewer.model.facts import Indicator, Observation, Sheet, Source
from cqviewer.model.period import Period
from cqviewer.model.phrases import number_word, phrase
from cqviewer.model.text import Language, Text, in_language
from cqviewer.model.unit import Unit

MINUS = "\N{MINUS SIGN}"
NARROW_SPACE = "\N{NARROW NO-BREAK SPACE}"
_ORDINALS = ("First", "Second", "Third", "Fourth")
_CAPITALS_OF_PHRASES = frozenset(
    (*_ORDINALS, "Assumes", "Derived", "Not", "Period", "Published", "Stated")
)
"""First words of phrases that are written small inside a sentence; months are not."""
_OPERATORS = {"+": "+", "-": MINUS, "*": "×", "/": "÷"}
_CURRENCIES_ZH = {
    "CNY": "元",
    "USD": "美元",
    "EUR": "欧元",
    "GBP": "英镑",
    "JPY": "日元",
    "HKD": "港元",
}


class ValueParts(msgspec.Struct, frozen=True):
    """A worded value: 'about' or nothing, the number, and the unit beside it or nothing."""

    about: str
    number: str
    unit: str

    @property
    def text(self) -> str:
        """Give the parts as one text."""
        return " ".join(part for part in (self.about, self.number, self.unit) if part)


class Wording:
    """Words facts in one language; as precise as the source, never rounded."""

    def __init__(self, language: Language) -> None:
        """Word in a language."""
        self.language: Language = language
        self._locale = Locale(language)

    def text(self, text: Text | None) -> str:
        """Give a sheet's text in this language; nothing for None."""
        return "" if text is None else in_language(text, self.language)

    def say(self, key: str, /, **parts: object) -> str:
        """Give a phrase of `phrases` in this language."""
        return phrase(key, self.language, **parts)

    def join(self, parts: Iterable[str], separator: str = "comma") -> str:
        """Join texts by the language's comma or another mark of `phrases`."""
        return self.say(separator).join(part for part in parts if part)

    def sentences(self, parts: Iterable[str]) -> str:
        """Join whole sentences."""
        return self.say("between_sentences").join(part for part in parts if part)

    # Numbers and values

    def number(self, number: Decimal, *, sign: bool = False, grouping: bool = True) -> str:
        """Write a number with its own decimals, grouped, with a real minus."""
        digits = own_digits(number)
        pattern = ("#,##0" if grouping else "0") + ("." + "0" * digits if digits else "")
        text = format_decimal(
            abs(number), format=pattern, locale=self._locale, decimal_quantization=False
        )
        if number < 0:
            return MINUS + text
        return f"+{text}" if sign else text

    def parts(
        self,
        indicator: Indicator,
        observation: Observation | None = None,
        *,
        short: bool = False,
        label: Text | None = None,
    ) -> ValueParts:
        """Word a value for a card or a table cell; by default the latest observation's.

        A counted thing's unit is left out where the label beside it (by default the indicator's
        name) already says it.
        """
        observation = observation or indicator.latest
        if observation.value is None:
            return ValueParts("", self.say("not_stated"), "")
        about = self._about(indicator)
        name = self.text(label or indicator.name)
        number, unit = self._scaled(indicator, observation.value, name, short=short)
        if indicator.total is not None:
            number = self.say("out_of", part=number, total=indicator.total)
        return ValueParts(about, number, unit)

    def value(
        self, indicator: Indicator, observation: Observation | None = None, *, short: bool = False
    ) -> str:
        """Word a value in running text: '+7.6 %', 'about US$513 million', '577.6 bn yuan'."""
        observation = observation or indicator.latest
        parts = self.parts(indicator, observation, short=short)
        unit = indicator.unit
        if observation.value is None or not (unit.is_before and self.language == "en"):
            return parts.text
        scale = "m" if short and unit.scale == "million" else unit.scale
        after = f" {scale}" if scale else ""
        return f"{parts.about} {unit.symbol}{parts.number}{after}".lstrip()

    def _about(self, indicator: Indicator) -> str:
        derivation = indicator.derivation
        return self.say("about") if derivation and derivation.is_rounded else ""

    def _scaled(
        self, indicator: Indicator, value: Decimal, name: str, *, short: bool
    ) -> tuple[str, str]:
        """Give number and unit; in Chinese sums and large counts go by 万 and 亿."""
        unit = indicator.unit
        sign = indicator.measure == "growth"
        if unit.kind == "percent":
            return f"{self.number(value, sign=sign)}{NARROW_SPACE}%", ""
        if self.language == "zh":
            return self._scaled_zh(indicator, value, name, sign=sign)
        text = self.unit(unit, short=short)
        if unit.kind == "noun" and text.lower() in name.lower():
            text = ""
        return self.number(value, sign=sign), text

    def _scaled_zh(
        self, indicator: Indicator, value: Decimal, name: str, *, sign: bool
    ) -> tuple[str, str]:
        unit = indicator.unit
        noun = _CURRENCIES_ZH[unit.currency] if unit.kind == "money" else self.text(unit.text)
        if indicator.measure == "index" and noun in name:
            noun = ""
        whole = value.scaleb(unit.exponent)
        for exponent, word in ((8, "亿"), (4, "万")):
            scaled = whole.scaleb(-exponent)
            if abs(scaled) >= 1 and (unit.kind == "money" or own_digits(_plain(scaled)) <= 2):
                return self.number(_plain(scaled), sign=sign, grouping=False), word + noun
        return self.number(_plain(whole) if unit.exponent else value, sign=sign), noun

    def unit(self, unit: Unit, *, short: bool = False) -> str:
        """Name a unit: 'bn yuan', 'US$ million' (short: 'US$ m'), '%', 'ports'."""
        if self.language == "zh" and unit.kind == "money":
            scale = {0: "", 3: "千", 6: "百万", 9: "十亿", 12: "万亿"}[unit.exponent]
            return scale + _CURRENCIES_ZH[unit.currency]
        text = self.text(unit.text)
        if short and unit.kind == "money" and unit.scale == "million":
            return text.replace("million", "m")
        return text

    def measure(self, indicator: Indicator) -> str:
        """Name kind and unit of measure: 'Change, per cent', 'Count of jobs'."""
        percent = indicator.unit.kind == "percent"
        unit = self.say("per_cent") if percent else self.unit(indicator.unit)
        text = self.say(f"measure_{indicator.measure}", unit=unit)
        return self.say(f"measure_{indicator.prices}", measure=text) if indicator.prices else text

    # Periods

    def period(self, period: Period, *, long: bool = False, with_year: bool = True) -> str:
        """Word a reference period: 'Jan–Nov 2024', long 'January–November 2024'."""
        if period.start is None or period.end is None:
            return self.say("period_not_stated_long" if long else "period_not_stated")
        if period.grain == "day":
            return self._days(period.start, period.end, long=long)
        if period.grain == "year":
            years = self._span(str(period.start.year), str(period.end.year))
            return f"{years} 年" if self.language == "zh" else years
        if period.grain == "quarter":
            return self._quarters(period.start, period.end, long=long)
        return self._months(period.start, period.end, long=long, with_year=with_year)

    def date(self, date: datetime.date, *, long: bool = True) -> str:
        """Write a calendar date: '23 December 2024', '2024 年 12 月 23 日'."""
        if self.language == "zh":
            return f"{date.year} 年 {date.month} 月 {date.day} 日"
        return f"{date.day} {self._month(date.month, long=long)} {date.year}"

    def _span(self, first: str, last: str) -> str:
        return first if first == last else f"{first}–{last}"

    def _days(self, start: datetime.date, end: datetime.date, *, long: bool) -> str:
        """Word a run of days, its common month and year once: '23–25 Dec 2024'."""
        first, last = self.date(start, long=long), self.date(end, long=long)
        is_zh, month = self.language == "zh", self._month(start.month, long=long)
        if start == end or start.year != end.year:
            return self._span(first, last)
        if start.month != end.month:
            inner = f"{end.month} 月 {end.day} 日" if is_zh else f"{start.day} {month}"
            return f"{first}–{inner}" if is_zh else f"{inner}–{last}"
        return f"{first[:-2]}–{end.day} 日" if is_zh else f"{start.day}–{last}"

    def _month(self, month: int, *, long: bool) -> str:
        return str(self._locale.months["format"]["wide" if long else "abbreviated"][month])

    def _months(
        self, start: datetime.date, end: datetime.date, *, long: bool, with_year: bool
    ) -> str:
        if self.language == "zh":
            if start.year != end.year:
                return f"{start.year} 年 {start.month} 月–{end.year} 年 {end.month} 月"
            months = self._span(str(start.month), str(end.month)) + " 月"
            return f"{start.year} 年 {months}" if with_year else months
        first, last = (self._month(one.month, long=long) for one in (start, end))
        if start.year != end.year:
            return f"{first} {start.year}–{last} {end.year}"
        return self._span(first, last) + (f" {start.year}" if with_year else "")

    def _quarters(self, start: datetime.date, end: datetime.date, *, long: bool) -> str:
        first, last = ((one.month + 2) // 3 for one in (start, end))
        if start.year != end.year:
            return self._span(
                *(
                    self.say("quarter", first=q, year=one.year)
                    for q, one in ((first, start), (last, end))
                )
            )
        if first == last:
            key = "quarter_long" if long else "quarter"
            return self.say(key, first=first, ordinal=_ORDINALS[first - 1], year=start.year)
        if long and first == 1:
            word = number_word(last, self.language)
            return self.say("first_quarters_long", number=word, last=last, year=start.year)
        return self.say("quarters", first=first, last=last, year=start.year)

    # Origin, working and source

    def origin(self, observation: Observation, *, long: bool = False) -> str:
        """Say whether a value is stated, derived or not stated."""
        return self.say(f"origin_{'long_' if long else ''}{observation.status}")

    def working(self, indicator: Indicator, sheet: Sheet) -> str:
        """Show how a derived value came about: '810 ÷ 1.579 = 512.98'; nothing for others."""
        derivation = indicator.derivation
        if derivation is None:
            return ""
        if derivation.working == "difference":
            numbers = (sheet.indicators[one].latest.value for one in derivation.inputs)
            return f" {MINUS} ".join(self.number(one) for one in numbers if one is not None)
        if derivation.formula is None:
            return self.say(f"working_{derivation.working}")
        values = {
            one: value
            for one in derivation.inputs
            if (value := sheet.indicators[one].latest.value) is not None
        }
        text = ""
        for operator, number in derivation.formula.terms(values):
            shown = self.number(_plain(rounded(number, 6)))
            bracketed = f"({shown})" if number < 0 and operator else shown
            text += f" {_OPERATORS[operator]} {bracketed}" if operator else shown
        result = self.number(_plain(rounded(derivation.unrounded, max(derivation.digits + 1, 2))))
        if self.language == "zh" and indicator.unit.exponent:
            # The value itself is worded in 万 and 亿, the working in the unit that is written.
            result = f"{result} {self.unit(indicator.unit)}"
        return f"{text} = {result}"

    def assumption(self, indicator: Indicator) -> str:
        """Say what a working takes for granted; nothing if nothing."""
        clause = indicator.derivation.assuming if indicator.derivation else None
        return self.say("assumes", clause=self._inner(self.text(clause))) if clause else ""

    def _inner(self, text: str) -> str:
        """Write a sentence's first letter small where it goes on inside another ('The', 'A')."""
        first = text.split(" ", 1)[0]
        return text[:1].lower() + text[1:] if first in ("The", "A", "An", "This") else text

    def place_in_source(self, citation: Citation) -> str:
        """Name the paragraph, page or table cited: 'paragraph 3'; nothing if none."""
        return self.say(citation.part, where=citation.where) if citation.part else ""

    def source_name(self, source: Source) -> str:
        """Name a source as source lines do: short title and date."""
        title = self.text(source.short or source.title)
        date = source.date or source.published
        return self.join([title, self.date(date) if date else ""])

    def cited(self, citation: Citation, sheet: Sheet) -> str:
        """Name source, date and place in it."""
        source = sheet.sources[citation.source]
        return self.join([self.source_name(source), self.place_in_source(citation)])

    def publication(self, source: Source) -> str:
        """Say who published a source, and when if on another day than its date."""
        date = self.date(source.published) if source.published else ""
        publisher = self.text(source.publisher)
        if publisher and date:
            return self.say("published", publisher=publisher, date=date)
        if publisher:
            return self.say("published_by", publisher=publisher)
        return self.say("published_on", date=date) if date else ""

    def source_line(self, ids: Iterable[str], sheet: Sheet) -> str:
        """Name the sources of some indicators in one sentence; nothing if there is none."""
        keys = dict.fromkeys(
            one.citation.source
            for name in ids
            for one in sheet.indicators[name].observations
            if one.citation
        )
        names = [self.source_name(sheet.sources[key]) for key in keys]
        if not names:
            return ""
        key = "source" if len(names) == 1 else "sources"
        return self.say(key, names=self.join(names, "semicolon"))

    # Whole figures

    def name(self, indicator: Indicator) -> str:
        """Give an indicator's full name."""
        return self.text(indicator.name)

    def short_name(self, indicator: Indicator) -> str:
        """Give an indicator's name for charts and tables."""
        return self.text(indicator.short or indicator.name)

    def brief_name(self, indicator: Indicator) -> str:
        """Give an indicator's shortest name, for lists and beside goals."""
        return self.text(indicator.brief or indicator.short or indicator.name)

    def figure_phrase(self, indicator: Indicator, label: Text | None = None) -> str:
        """Word name, value, period and status in one phrase, as a screen reader says it."""
        latest = indicator.latest
        name = self.text(label) if label else self.name(indicator)
        status = self.inside(self.origin(latest, long=True))
        if latest.value is None:
            return self.join([name, status])
        period = self.inside(self.period(latest.period, long=latest.period.is_stated))
        return self.join([name, self.value(indicator), period, status])

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
        cited = latest.citation
        if cited is None:
            return line
        source = sheet.sources[cited.source]
        published = self.inside(self.publication(source))
        names = self.join([self.cited(cited, sheet), published], "semicolon")
        return self.sentences([line, self.say("source", names=names), source.url or ""])

    def inside(self, phrase: str) -> str:
        """Write a phrase as it goes on inside a sentence: 'period not stated', but 'May 2024'."""
        is_sentence = self.language == "en" and phrase.split(" ", 1)[0] in _CAPITALS_OF_PHRASES
        return phrase[:1].lower() + phrase[1:] if is_sentence else phrase

    # Whole sheets

    def provenance(self, sheet: Sheet) -> str:
        """Name the sheet's sources with their credits, the first two in full."""
        parts: list[str] = []
        for source in list(sheet.sources.values())[:2]:
            date = source.date or source.published
            parts.append(self.join([self.text(source.title), self.date(date) if date else ""]))
            if source.graphics:
                parts.append(self.say("graphics", name=self.text(source.graphics)))
        if (rest := len(sheet.sources) - 2) > 0:
            parts.append(self.say("and_more_sources", number=rest))
        return (self.say("stop") + self.say("between_sentences")).join(parts)

    def corner_note(self, sheet: Sheet) -> str:
        """Count the stated figures that have a stated period."""
        counted = sheet.counted()
        stated = sum(one.latest.period.is_stated for one in counted)
        key = "corner_year" if sheet.year else "corner"
        return self.say(key, stated=stated, all=len(counted), year=sheet.year)


def _plain(number: Decimal) -> Decimal:
    """Drop zeros after the point that only computing brought in."""
    normal = number.normalize()
    exponent = normal.as_tuple().exponent
    return normal.quantize(Decimal(1)) if isinstance(exponent, int) and exponent > 0 else normal
