"""What is said of a whole time series: its span, and where it breaks or has no value."""

from collections.abc import Iterable
from datetime import timedelta

from cqviewer.model.facts import Indicator
from cqviewer.model.gaps import gaps
from cqviewer.model.numbers.period import Period
from cqviewer.model.wording.marks import LETTERS
from cqviewer.model.wording.wording import Wording


def span(figure: Indicator, wording: Wording) -> str:
    """Return the first and the last period of a series: '2014 to 2025'."""
    first, last = (wording.period(figure.observations[at].period) for at in (0, -1))
    return wording.say("from_to", first=first, last=last)


def lacks(figure: Indicator, wording: Wording, *, has_letters: bool = True) -> list[str]:
    """Return where a series breaks, where it has no value, and whether its periods are uneven.

    'Break at 2019 [b]', '2016–2017 not found', '2021 not in this sheet'. Without `has_letters` it
    is to be read aloud.
    """
    breaks = [one.period for one in figure.observations if "break" in one.marks]
    found = []
    if breaks:
        text = wording.say("break_at", when=wording.join(spans(breaks, wording)))
        found.append(f"{text} [{LETTERS['break']}]" if has_letters else text)
    reasons: dict[str, list[Period]] = {}
    for one in figure.observations:
        if not one.is_known:
            reasons.setdefault(wording.inside(wording.no_number(one)), []).append(one.period)
    for why, periods in reasons.items():
        when = wording.join(spans(periods, wording))
        found.append(wording.say("lacks", when=when, why=why))
    if not figure.is_running_total:  # a running total needs no value for each period
        gone = [one.missing for one in gaps(figure.observations) if one.missing]
        if gone:
            when = wording.join(spans(gone, wording))
            found.append(wording.say("missing_here", period=when))
    if len({one.period.grain for one in figure.observations}) > 1:
        found.append(wording.say("dates_uneven", number=len(figure.observations)))
    return found


def course_phrase(figure: Indicator, wording: Wording) -> str:
    """Return a whole series in the words of a screen reader: '2014 to 2025, twelve …'."""
    number = wording.number_word(len(figure.observations))
    course = wording.say("course", span=span(figure, wording), number=number)
    breaks = [wording.inside(one) for one in lacks(figure, wording, has_letters=False)]
    return wording.join([course, *breaks], "semicolon") + wording.say("stop")


def spans(periods: Iterable[Period], wording: Wording, *, long: bool = False) -> list[str]:
    """Return periods in words; consecutive ones of one grain are joined: '2010–2012'."""
    found: list[Period] = []
    for one in periods:
        last = found[-1] if found else None
        if last and last.end and one.start == last.end + timedelta(days=1) and _goes_on(last, one):
            found[-1] = Period(last.start, one.end, last.grain)
        else:
            found.append(one)
    return [wording.period(one, long=long and one.is_stated) for one in found]


def _goes_on(last: Period, one: Period) -> bool:
    """Return whether two periods may be worded as one."""
    return last.grain == one.grain and not one.is_interval
