"""How numbers, values, bounds, intervals and units are worded."""

from decimal import Decimal

import msgspec

from cqviewer.model import localized
from cqviewer.model.changes import Change, NoChange, StatedChange
from cqviewer.model.facts import Indicator, Observation
from cqviewer.model.numbers.amount import least_digits, own_digits, rounded
from cqviewer.model.numbers.quantity import POINTS
from cqviewer.model.text import Text, is_right_to_left
from cqviewer.model.wording.beside import YEARS, beside, says_unit
from cqviewer.model.wording.chinese_scale import (
    SCALES,
    common_scale,
    count_scale,
    in_scale,
    is_round_in,
    takes_scale,
    written_scale,
)
from cqviewer.model.wording.marks import mark_words
from cqviewer.model.wording.wording_periods import NO_BREAK_SPACE
from cqviewer.model.wording.wording_units import UnitWording
from cqviewer.model.wording.working import MINUS

LEFT_TO_RIGHT = "\N{LEFT-TO-RIGHT MARK}"
"""Keeps a sign before its number where lines run from right to left."""


class ValueParts(msgspec.Struct, frozen=True):
    """A worded value: 'about' or nothing, the number, and the unit beside it or nothing."""

    about: str
    number: str
    unit: str

    @property
    def amount(self) -> str:
        """Return the number with the word before it, without its unit."""
        return f"{self.about} {self.number}".strip()

    @property
    def text(self) -> str:
        """Return the parts as one text."""
        gap = "" if not self.unit or self.unit.startswith("（") else " "
        return f"{self.amount}{gap}{self.unit}"


class ValueWording(UnitWording):
    """Words facts in one language; as precise as the source, never rounded."""

    # Numbers and values

    def number(self, number: Decimal, *, sign: bool = False, grouping: bool = True) -> str:
        """Return a number with its own decimals, grouped, with a real minus; zero has no sign."""
        text = localized.number(number.copy_abs(), self.language, grouping=grouping)
        before = LEFT_TO_RIGHT if is_right_to_left(self.language) else ""
        if number < 0:
            return f"{before}{MINUS}{text}"
        return f"{before}+{text}" if sign and number else text

    def parts(
        self,
        indicator: Indicator,
        observation: Observation | None = None,
        *,
        short: bool = False,
        label: Text | None = None,
        exact: bool = False,
    ) -> ValueParts:
        """Return a value for a card or a table cell; by default the latest observation's.

        A bound has its word ('below') in the place of 'about'; without a number, `number` is the
        reason. The unit is left out where `beside.says_unit` allows it for the label, by
        default the indicator's name. `exact` shows a stated value as it is written, whatever the
        indicator's `digits`.
        """
        observation = observation or indicator.latest
        before, amount = self._amount(indicator, observation, exact=exact)
        if amount is None:
            return ValueParts("", self.no_number(observation), "")
        number, unit = self._scaled(indicator, amount, short=short)
        if indicator.total is not None:
            number = self.say("out_of", part=number, total=indicator.total)
        name = indicator.name if label is None else label
        if indicator.is_counted_here or says_unit(name, indicator, self.language):
            unit = ""  # what cqviewer counts is named by the label beside it
        return ValueParts(before, number, unit)

    def value(
        self,
        indicator: Indicator,
        observation: Observation | None = None,
        *,
        short: bool = False,
        label: Text | None = None,
        exact: bool = False,
    ) -> str:
        """Return a value in running text: '+7.6 %', 'about US$513 million', 'below 0.25 mg/l'.

        `label` is the text beside it, by default the indicator's name; `exact` as in `parts`.
        """
        observation = observation or indicator.latest
        parts = self.parts(indicator, observation, short=short, label=label, exact=exact)
        unit = indicator.unit
        if not (observation.is_known and unit.is_before and self.is_english):
            return parts.text
        scale = "m" if short and unit.scale == "million" else unit.scale
        after = f" {scale}" if scale else ""
        # The minus goes before the symbol, as in CLDR's pattern for sums of money: '-¤#,##0.00'.
        minus = MINUS if parts.number.startswith(MINUS) else ""
        number = parts.number.removeprefix(MINUS)
        gap = NO_BREAK_SPACE if unit.symbol[-1:].isalpha() or unit.symbol[-1:] == "." else ""
        return f"{parts.about} {minus}{unit.symbol}{gap}{number}{after}".lstrip()

    def bare(self, indicator: Indicator, observation: Observation) -> str:
        """Return a value without its unit: 'about 513', 'below 0.25'."""
        before, amount = self._amount(indicator, observation)
        if amount is None:
            return self.inside(self.no_number(observation))
        return f"{before} {self.bare_number(indicator, amount)}".lstrip()

    def no_number(self, observation: Observation) -> str:
        """Return in words why there is no number: 'Not stated', 'Suppressed'."""
        if reason := observation.missing:
            return self.say(f"mark_{reason}")
        return self.say("not_in_sheet" if observation.status == "missing" else "not_stated")

    def interval(self, indicator: Indicator, observation: Observation) -> str:
        """Return the ends of a value's interval, without a unit: '16.2 to 20.0'; '' without one."""
        if observation.low is None or observation.high is None:
            return ""
        ends = (observation.low, observation.high)
        low, high = (self.bare_number(indicator, one) for one in ends)
        return self.say("interval", low=low, high=high)

    def remarks(
        self, indicator: Indicator, observation: Observation, *, is_brief: bool = False
    ) -> list[str]:
        """Return in words what is said of a value: 'revised, was 1,200', '95 % interval from …'.

        With `is_brief` it leaves out what holds for all values of a series: what its intervals are,
        and that they are first releases.
        """
        said = mark_words(observation, self)
        if observation.was is not None:
            was = self.say("revised_from", value=self.bare_number(indicator, observation.was))
            said = [was if one == self.say("mark_revised") else one for one in said]
        if observation.is_first_release and not is_brief:
            said.append(self.say("first_release"))
        between = self.interval(indicator, observation)
        if between and is_brief:
            said.append(between)
        elif between:
            name = self.text(indicator.interval) or self.say("interval_name")
            said.append(self.say("in_interval", name=name, between=between))
        return said

    def _amount(
        self, indicator: Indicator, observation: Observation, *, exact: bool = False
    ) -> tuple[str, Decimal | None]:
        """Return the word before a number, and the number as it is shown, or None."""
        value = observation.value
        if observation.bound:
            return self.say(f"bound_{observation.bound.kind}"), observation.bound.value
        if indicator.derivation:
            return self.say("about") if indicator.derivation.is_rounded else "", value
        return ("", value) if value is None or exact else self._to_digits(indicator, value)

    def _to_digits(self, indicator: Indicator, value: Decimal) -> tuple[str, Decimal]:
        """Return a number with an indicator's `digits`, and before it 'about' if that rounds it."""
        if indicator.digits is None:
            return "", value
        digits = max(indicator.digits, least_digits(value))
        shown = rounded(value, digits) if own_digits(value) > digits else value
        return self.say("about") if shown != value else "", shown

    def _scaled(
        self, indicator: Indicator, value: Decimal, *, short: bool = False
    ) -> tuple[str, str]:
        """Return number and unit; in Chinese sums and large counts go by 万 and 亿."""
        unit = indicator.unit
        sign = indicator.measure == "growth"
        if unit.kind == "percent":
            return self._percent(self.number(value, sign=sign)), ""
        if unit.kind == "money" and self.has_chinese_scales:
            number, scale = self._sum_zh(indicator, value)
            text = self.number(number, sign=sign, grouping=not scale)
            return text, SCALES[scale] + self._currency(unit.currency)
        noun = self.unit(unit, short=short, value=value)
        if scale := self._count_scale_zh(indicator, value, None):
            number = in_scale(value, unit, scale)
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

    def _count_scale_zh(self, indicator: Indicator, value: Decimal, shared: int | None) -> int:
        """Return the scale of a count: the one `shared` in its chart, else its figure's own.

        It is 0 for a value, such as a small difference, that is not round in that scale.
        """
        unit = indicator.unit
        if not self.has_chinese_scales or unit.kind != "noun" or indicator.measure == "index":
            return 0
        if not value or not takes_scale(self.unit(unit)):
            return 0
        if shared is None or (shared and not is_round_in(value, unit, shared)):  # one of money
            shared = count_scale([indicator])
        return shared if is_round_in(value, unit, shared) else 0

    def bare_number(self, indicator: Indicator, value: Decimal, *, sign: bool = False) -> str:
        """Return a number without its unit, which `unit` returns; in Chinese with 万."""
        sign = sign or indicator.measure == "growth"
        if scale := self._count_scale_zh(indicator, value, self._scale):
            scaled = in_scale(value, indicator.unit, scale)
            text = self.number(scaled, sign=sign, grouping=False)
            return f"{text}{NO_BREAK_SPACE}{SCALES[scale]}"
        if not self.has_chinese_scales or indicator.unit.kind != "money":
            return self.number(value, sign=sign)
        number, scale = self._sum_zh(indicator, value)
        return self.number(number, sign=sign, grouping=not scale)

    def change(
        self,
        indicator: Indicator,
        change: StatedChange | Change | NoChange,
        *,
        is_brief: bool = False,
    ) -> str:
        """Return a change with both periods, or in a sentence or briefly why none is worked out.

        '2023 to 2024: −1,200, −4.1 %, derived'. The difference is in the unit of the figure. One
        that is stated has the period of its figure: '2024: +5.3 %, real, stated'.
        """
        if isinstance(change, StatedChange):
            rate, one = change.figure, change.observation
            prices = [self.say(f"compare_{rate.prices}")] if rate.prices else []
            remarks = self.remarks(rate, one, is_brief=True)
            facts = [self.value(rate, one), *prices, *remarks, self.say(one.status)]
            return self.named(self.period(one.period), self.join(facts))
        if isinstance(change, NoChange):
            why = f"no_change_{'brief_' if is_brief else ''}{change.reason}"
            return self.say(why, period=self.period(change.observation.period))
        first, last = (self.period(one.period) for one in (change.earlier, change.later))
        between = self.say("from_to", first=first, last=last)
        return self.named(between, self.difference(indicator, change))

    def difference(self, indicator: Indicator, change: Change) -> str:
        """Return a change without its periods: '−1,200, −4.1 %, derived'."""
        before, shown = self._to_digits(indicator, change.difference)
        if change.is_points:
            number = f"{self.number(shown, sign=True)} {self.unit(POINTS, value=shown)}"
        else:
            number = self.bare_number(indicator, shown, sign=True)
        facts = [f"{before} {number}".lstrip(), self.say("derived")]
        if change.percent is not None:
            facts.insert(1, self._percent(self.number(change.percent, sign=True)))
        return self.join(facts)

    def _percent(self, number: str) -> str:
        return self.say("percent", number=number)
