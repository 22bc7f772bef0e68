"""The phrases of one language, and how dates and reference periods are worded with them."""

import datetime
from collections.abc import Iterable

from cqviewer.model.localized import month as name_of_month
from cqviewer.model.numbers.period import Period
from cqviewer.model.text import Language, Text, in_language
from cqviewer.model.wording.phrases import (
    PHRASES,
    inside_sentence,
    number_word,
    phrase,
    quarter_numeral,
    quarter_ordinal,
)

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


class PeriodWording:
    """Words phrases, dates and periods in one language."""

    def __init__(self, language: Language) -> None:
        """Word in a language."""
        self.language: Language = language

    def text(self, text: Text | None) -> str:
        """Return a sheet's text in this language; nothing for None."""
        return "" if text is None else in_language(text, self.language)

    def say(self, key: str, /, **parts: object) -> str:
        """Return a phrase of `phrases` in this language, filled in."""
        return phrase(key, self.language, **parts)

    def join(self, parts: Iterable[str], separator: str = "comma") -> str:
        """Join texts by the language's comma or another mark of `phrases`."""
        return self.say(separator).join(part for part in parts if part)

    def named(self, name: str, value: str) -> str:
        """Write a name with its value; a colon, for either may end or begin with a number."""
        return f"{name}{self.say('colon')}{value}"

    def sentences(self, parts: Iterable[str]) -> str:
        """Join whole sentences."""
        return self.say("between_sentences").join(part for part in parts if part)

    def inside(self, phrase: str) -> str:
        """Write a phrase as it goes on inside a sentence: 'period not stated', but 'May 2024'."""
        return inside_sentence(phrase, self.language)

    # Periods

    def period(self, period: Period, *, long: bool = False, with_year: bool = True) -> str:
        """Word a reference period: 'Jan–Nov 2024', long 'January–November 2024'.

        Months and quarters may go without their year, where a heading says it.
        """
        if period.is_mixed:
            return self.say("different_periods")
        if period.start is None or period.end is None:
            return self.say("period_not_stated_long" if long else "period_not_stated")
        if period.grain == "day":
            return self._days(period.start, period.end, long=long)
        if period.grain == "year":
            years = self.span(str(period.start.year), str(period.end.year))
            return self.say("year", year=years)
        if period.grain == "quarter":
            return self._quarters(period.start, period.end, long=long, with_year=with_year)
        return self._months(period.start, period.end, long=long, with_year=with_year)

    def year(self, year: int) -> str:
        """Write a year as it stands alone: '2024', in Chinese '2024 年'."""
        return self.say("year", year=year)

    def date(self, date: datetime.date, *, long: bool = True) -> str:
        """Write a calendar date that no line break splits: '23 December 2024'."""
        if self.language == "zh":
            return f"{date.year} 年 {date.month} 月 {date.day} 日"
        return NO_BREAK_SPACE.join(
            (str(date.day), self._month(date.month, long=long), str(date.year))
        )

    def span(self, first: str, last: str) -> str:
        """Join the ends of a range; one alone where they are the same."""
        return first if first == last else self.say("range", first=first, last=last)

    def _days(self, start: datetime.date, end: datetime.date, *, long: bool) -> str:
        """Word a run of days, its common month and year once: '23–25 Dec 2024'."""
        first, last = self.date(start, long=long), self.date(end, long=long)
        is_zh, month = self.language == "zh", self._month(start.month, long=long)
        if start == end or start.year != end.year:
            return self.span(first, last)
        if start.month != end.month:
            inner = f"{end.month} 月 {end.day} 日" if is_zh else f"{start.day} {month}"
            return self.span(first, inner) if is_zh else self.span(inner, last)
        return self.span(first[:-2], f"{end.day} 日") if is_zh else self.span(str(start.day), last)

    def _month(self, month: int, *, long: bool) -> str:
        return name_of_month(month, "wide" if long else "abbreviated", self.language)

    def _months(
        self, start: datetime.date, end: datetime.date, *, long: bool, with_year: bool
    ) -> str:
        if self.language == "zh":
            if start.year != end.year:
                ends = (f"{one.year} 年 {one.month} 月" for one in (start, end))
                return self.span(*ends)
            months = self.span(str(start.month), str(end.month)) + " 月"
            return f"{start.year} 年 {months}" if with_year else months
        first, last = (self._month(one.month, long=long) for one in (start, end))
        if start.year != end.year:
            return self.span(f"{first} {start.year}", f"{last} {end.year}")
        return self.span(first, last) + (f" {start.year}" if with_year else "")

    def _quarters(
        self, start: datetime.date, end: datetime.date, *, long: bool, with_year: bool
    ) -> str:
        first, last = ((one.month + 2) // 3 for one in (start, end))
        if start.year != end.year:
            return self.span(
                *(
                    self.say("quarters_of_year", quarters=self._run(q, q), year=one.year)
                    for q, one in ((first, start), (last, end))
                )
            )
        quarters = self._run(first, last)
        if not with_year:
            return quarters
        parts = {"quarters": quarters, "year": start.year}
        if long and first == last:
            return self.say("quarter_long", ordinal=quarter_ordinal(first, self.language), **parts)
        if long and first == 1:
            number = number_word(last, self.language)
            return self.say("first_quarters_long", number=number, **parts)
        return self.say("quarters_of_year", **parts)

    def _run(self, first: int, last: int) -> str:
        """Name a quarter or a run of quarters of a year: 'Q2–Q3'; in Chinese '前三季度'."""
        name = f"quarters_{first}_{last}"
        key = "quarter" if first == last else name if name in PHRASES else "quarters"
        numerals = {"first": quarter_numeral(first, self.language)}
        return self.say(key, **numerals, last=quarter_numeral(last, self.language))
