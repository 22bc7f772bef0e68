"""The phrases of one language, and how dates and reference periods are worded with them."""

import datetime
from collections.abc import Iterable

from cqviewer.model.localized import month as name_of_month
from cqviewer.model.numbers.period import Period
from cqviewer.model.text import Language, Text, in_language
from cqviewer.model.wording.phrases import Phrases, Vocabulary

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


class PeriodWording:
    """Words phrases, dates and periods in one language."""

    def __init__(
        self, language: Language, phrases: Phrases | None = None, *, marks_english: bool = False
    ) -> None:
        """Use a language, with phrases of a sheet's own in it; see `Vocabulary`."""
        self.language = language
        self.vocabulary = Vocabulary(language, phrases, marks_english=marks_english)

    def text(self, text: Text | None) -> str:
        """Return a sheet's text in this language; nothing for None."""
        return "" if text is None else in_language(text, self.language)

    def say(self, key: str, /, **parts: object) -> str:
        """Return a phrase of `phrases` in this language, filled in."""
        return self.vocabulary.phrase(key, **parts)

    def counted(self, key: str, count: int, /, **parts: object) -> str:
        """Return a phrase on a count of things: that of one, `key_one`, where it is one."""
        return self.say(f"{key}_one" if count == 1 else key, **parts)

    def join(self, parts: Iterable[str], separator: str = "comma") -> str:
        """Return the texts that are not empty, joined by a mark of `phrases`, such as the comma."""
        return self.say(separator).join(filter(None, parts))

    def named(self, name: str, value: str) -> str:
        """Return a name and a value with a colon between, since both may be numbers."""
        return f"{name}{self.say('colon')}{value}"

    def sentences(self, parts: Iterable[str]) -> str:
        """Return whole sentences, joined."""
        return self.join(parts, "between_sentences")

    def ended(self, text: str) -> str:
        """Return a text that ends with a full stop; '' for none."""
        return self.unended(text) + self.say("stop") if text else ""

    def unended(self, text: str) -> str:
        """Return a text without the full stop that ends it."""
        return text.removesuffix(self.say("stop"))

    def inside(self, phrase: str) -> str:
        """Return a phrase as inside a sentence: 'period not stated', but 'May 2024'."""
        return self.vocabulary.inside_sentence(phrase)

    def number_word(self, number: int) -> str:
        """Return a small whole number as in running text: 'nine' in English, '9' in Chinese."""
        return self.vocabulary.word("numbers", number)

    # Periods

    def period(self, period: Period, *, long: bool = False, with_year: bool = True) -> str:
        """Return a reference period: 'Jan–Nov 2024', long 'January–November 2024'.

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
        if period.grain == "fiscal year":
            years = self.span(_fiscal_year(period.start), _fiscal_year(_begin_of_last(period.end)))
            return self.say("fiscal_year", year=years)
        words = {"week": self._weeks, "half": self._halves, "quarter": self._quarters}.get(
            period.grain, self._months
        )
        ends, is_week = (period.start, period.end), period.grain == "week"
        if len({one.isocalendar().year if is_week else one.year for one in ends}) > 1:
            is_long = long and period.grain == "month"
            return self.span(*(words(one, one, long=is_long, with_year=True) for one in ends))
        return words(*ends, long=long, with_year=with_year)

    def long_period(self, period: Period) -> str:
        """Return a period in full, but briefly that it is not stated: 'January–November 2024'."""
        return self.period(period, long=period.is_stated)

    def year(self, year: int) -> str:
        """Return a year by itself: '2024', in Chinese '2024 年'."""
        return self.say("year", year=year)

    def date(self, date: datetime.date, *, long: bool = True) -> str:
        """Return a calendar date that no line break splits: '23 December 2024'."""
        return self._dated("date", date, self._day(date), long=long)

    def span(self, first: str, last: str) -> str:
        """Return a range with its two ends, or one if they are the same."""
        return first if first == last else self.say("range", first=first, last=last)

    def _days(self, start: datetime.date, end: datetime.date, *, long: bool) -> str:
        """Return a run of days, its common month and year once: '23–25 Dec 2024'."""
        if start == end or start.year != end.year:
            return self.span(self.date(start, long=long), self.date(end, long=long))
        if start.month == end.month:
            days = self.span(self._day(start), self._day(end))
            return self._dated("date", end, days, long=long)
        inner = [self._dated("day_month", one, self._day(one), long=long) for one in (start, end)]
        if self.say("date", day="", month="", number="", year="\0").startswith("\0"):
            return self.span(self.date(start, long=long), inner[1])
        return self.span(inner[0], self.date(end, long=long))

    def _day(self, date: datetime.date) -> str:
        """Return the day of a month; some languages have a word for the first: '1er'."""
        is_named = date.day == 1 and "first_day" in self.vocabulary
        return self.say("first_day") if is_named else str(date.day)

    def _dated(self, key: str, date: datetime.date, day: str, *, long: bool) -> str:
        """Return the pattern of a key filled with a date, with a day or days of its month."""
        month = self._month(date.month, long=long)
        return self.say(key, day=day, month=month, number=date.month, year=date.year)

    def _month(self, month: int, *, long: bool) -> str:
        return name_of_month(month, "wide" if long else "abbreviated", self.language)

    # Periods within one year; `period` words each end of a longer one by itself

    def _months(
        self, start: datetime.date, end: datetime.date, *, long: bool, with_year: bool
    ) -> str:
        parts = {
            "month": self.span(*(self._month(one.month, long=long) for one in (start, end))),
            "number": self.span(str(start.month), str(end.month)),
        }
        if with_year:
            return self.say("month_year", **parts, year=start.year)
        return self.say("month_alone", **parts)

    def _weeks(
        self,
        start: datetime.date,
        end: datetime.date,
        *,
        long: bool,  # noqa: ARG002 - weeks have no long form
        with_year: bool,
    ) -> str:
        (year, first, _), (_, last, _) = start.isocalendar(), end.isocalendar()
        key = ("weeks" if first < last else "week") + ("_of_year" if with_year else "")
        return self.say(key, week=self.span(str(first), str(last)), year=year)

    def _halves(
        self, start: datetime.date, end: datetime.date, *, long: bool, with_year: bool
    ) -> str:
        first, last = (self.say("half_1" if one.month <= 6 else "half_2") for one in (start, end))
        halves = self.span(first, last)
        if not with_year:
            return halves
        parts = {"quarters": halves, "year": start.year}
        if long and first == last:
            ordinal = self.vocabulary.word("quarter_ordinals", int(start.month > 6))
            return self.say("half_long", ordinal=ordinal, **parts)
        return self.say("quarters_of_year", **parts)

    def _quarters(
        self, start: datetime.date, end: datetime.date, *, long: bool, with_year: bool
    ) -> str:
        first, last = ((one.month + 2) // 3 for one in (start, end))
        quarters = self._run(first, last)
        if not with_year:
            return quarters
        parts = {"quarters": quarters, "year": start.year}
        if long and first == last:
            ordinal = self.vocabulary.word("quarter_ordinals", first - 1)
            return self.say("quarter_long", ordinal=ordinal, **parts)
        if long and first == 1:
            number = self.number_word(last)
            return self.say("first_quarters_long", number=number, **parts)
        return self.say("quarters_of_year", **parts)

    def _run(self, first: int, last: int) -> str:
        """Return the name of a quarter or a run of quarters: 'Q2–Q3'; in Chinese '前三季度'."""
        name = f"quarters_{first}_{last}"
        is_named = name in self.vocabulary
        key = "quarter" if first == last else name if is_named else "quarters"
        numerals = [self.vocabulary.word("quarter_numerals", one - 1) for one in (first, last)]
        return self.say(key, first=numerals[0], last=numerals[1])


def _fiscal_year(begin: datetime.date) -> str:
    return f"{begin.year}/{(begin.year + 1) % 100:02}"


def _begin_of_last(end: datetime.date) -> datetime.date:
    """Return a day of the calendar year in which the fiscal year that ends on a day began."""
    return end.replace(year=end.year - 1, day=1)
