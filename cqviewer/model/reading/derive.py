"""Derived indicators: evaluated in the order of their inputs, and counts over the goals."""

import functools
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from cqviewer.model.facts import Derivation, Indicator, Observation, Working
from cqviewer.model.messages import say
from cqviewer.model.numbers.amount import (
    LARGEST_EXPONENT,
    half_digits,
    least_digits,
    needed_digits,
    own_digits,
    rounded,
)
from cqviewer.model.numbers.formula import Formula, Input
from cqviewer.model.numbers.period import Period
from cqviewer.model.numbers.unit import Unit
from cqviewer.model.problems import Findings, Misread
from cqviewer.model.target import Goals
from cqviewer.model.text import Language, Text, word_in
from cqviewer.model.wording.phrases import Phrases, Vocabulary, languages

if TYPE_CHECKING:
    from cqviewer.model.reading.figure_format import IndicatorEntry


def default_digits(
    exact: Decimal, inputs: Iterable[Decimal], *, is_sum: bool, is_percent: bool
) -> int:
    """Return the decimal places of a derived value whose sheet does not say `digits`.

    A sum is as exact as its terms. Another percentage has one decimal. Anything else has as many
    significant digits as the input with the fewest, at least two; never more decimals than needed.
    """
    known = list(inputs)
    if is_sum:
        return max((own_digits(one) for one in known), default=0)
    if is_percent:
        return min(1, needed_digits(exact))
    significant = max(2, min((_significant(one) for one in known), default=2))
    return min(max(0, significant - 1 - exact.adjusted()), 12, needed_digits(exact))


def _significant(number: Decimal) -> int:
    """Return the number of significant digits; zeros at the end of a whole number count."""
    digits = number.as_tuple()
    exponent = digits.exponent if isinstance(digits.exponent, int) else 0
    return len(digits.digits) + max(0, exponent)


def order_by_inputs(formulas: dict[str, Formula], findings: Findings) -> list[str]:
    """Return the ids of derived indicators, each after its inputs; circles are reported."""
    order: list[str] = []
    state: dict[str, bool] = {}  # False while the inputs are being visited, then True
    for start in formulas:
        stack = [(start, iter(formulas[start].ids))] if start not in state else []
        state.setdefault(start, False)
        while stack:
            name, inputs = stack[-1]
            nearest = next((one for one in inputs if one in formulas and not state.get(one)), None)
            if nearest is None:
                stack.pop()
                state[name] = True
                order.append(name)
            elif nearest in state:
                circle = (*(name for name, _ in stack[-6:]), nearest)
                chain = functools.reduce(lambda one, other: say("{} from {}", one, other), circle)
                findings.add(
                    ("indicators", nearest, "derived"),
                    say("'{}' is derived from itself", nearest),
                    chain if len(stack) > 1 else "",
                )
                state[nearest] = True
                order.append(nearest)
            else:
                state[nearest] = False
                stack.append((nearest, iter(formulas[nearest].ids)))
    return list(dict.fromkeys(order))


def observation_of(one: Input, figure: Indicator, period: Period | None) -> Observation:
    """Return the observation of a figure that a formula reads; Misread where it has none.

    `period` is that of an input that names one.
    """
    found = figure.latest
    if period is not None:
        same = figure.observation_for(period)
        if same is None:
            message = say("'{}' has no observation of {}", one.id, one.period)
            raise Misread(message, say("add it, or name a period that it has"))
        found = same
    elif one.is_previous:
        found = _before(one, figure)
    if found.value is None:
        why = say("has no stated value to work with")
        if found.bound:
            why = say(
                "is {} {:f}: a bound takes no part in a formula",
                found.bound.kind,
                found.bound.value,
            )
        elif found.missing:
            why = say("has no value to work with: {}", found.missing.replace("_", " "))
        hint = say("choose a period that has a value: {}[…]", one.id) if figure.is_series else ""
        raise Misread(say("'{}' {}", one.text, why), hint)
    return found


def _before(one: Input, figure: Indicator) -> Observation:
    """Return the observation before the latest; Misread where their periods are unlike."""
    place = figure.observations.index(figure.latest)
    if not place:
        raise Misread(say("'{}' has no observation before its latest one", one.id))
    earlier = figure.observations[place - 1]
    if not earlier.period.is_like(figure.latest.period):
        message = say(
            "the observation of '{}' before the latest has another length of period", one.id
        )
        raise Misread(message, say("name its period: {}[…]", one.id))
    return earlier


def derive(
    formula: Formula, entry: "IndicatorEntry", unit: Unit, read: Mapping[str, Observation]
) -> tuple[Derivation, Decimal, Period]:
    """Work out a derived value from the observations that it reads, by the text of each input.

    Return the derivation, the value rounded to `digits` (at least one significant digit), and its
    period: the one that the inputs share for which the formula names no period, or that all inputs
    share if it names one for each. It is not stated where one of theirs is not, and mixed where
    they differ. Misread says why there is no value.
    """
    values = {text: one.value for text, one in read.items() if one.value is not None}
    try:
        exact = formula.evaluate(values)
    except ZeroDivisionError as error:
        raise Misread(str(error)) from None
    if abs(exact.adjusted()) > LARGEST_EXPONENT:
        raise Misread(say("the result is too large or too small: 30 digits at most"))
    digits = entry.digits
    if digits is None:
        is_percent = unit.kind == "percent"
        digits = default_digits(
            exact, values.values(), is_sum=formula.is_sum, is_percent=is_percent
        )
    digits = max(digits, least_digits(exact))
    shown = rounded(exact, digits)
    latest = [one.text for one in formula.inputs if not (one.period or one.is_previous)]
    return (
        Derivation(
            working="formula",
            formula=formula,
            inputs=formula.ids,
            values=dict(read),
            assuming=entry.assuming,
            digits=digits,
            unrounded=exact,
            is_rounded=shown != exact,
        ),
        shown,
        Period.common(read[text].period for text in latest or read),
    )


def rounding_allowance(indicator: Indicator) -> Decimal:
    """Return how far a sum may be off as its terms are rounded: half a last digit for each."""
    derivation = indicator.derivation
    if derivation is None or derivation.formula is None or not derivation.formula.is_sum:
        return Decimal(0)
    return half_digits(one.value for one in derivation.values.values() if one.value is not None)


def count_goals(
    goals: Goals, counted: int, linked: int, phrases: Mapping[Language, Phrases]
) -> list[Indicator]:
    """Return the four indicators that are counted over the goals, with ids 'goals.…'.

    `counted` is the number of the sheet's stated figures, `linked` the number of those that bear
    on a named goal. `phrases` are the sheet's own.
    """
    named = len(goals.named)
    period = Period.parse(f"{goals.year:04}")
    many = _phrase("goals_many", phrases, goals)  # whatever they are called
    counts: dict[str, tuple[int, Working | None, int | None]] = {
        "announced": (goals.announced, None, None),
        "named": (named, "counted", None),
        "unnamed": (goals.announced - named, "difference", None),
        "linked": (linked, "linked", counted),
    }
    return [
        _counted(
            f"goals.{key}",
            (_phrase(f"goals_{key}", phrases, goals), many),
            Observation(
                value=Decimal(number),
                period=period,
                status="derived" if working else "stated",
                citation=goals.citation,
            ),
            working,
            total,
        )
        for key, (number, working, total) in counts.items()
    ]


def count_targets(
    counts: Mapping[str, int], year: int | None, phrases: Mapping[Language, Phrases]
) -> list[Indicator]:
    """Return the indicators that are counted over the targets for a year: 'targets.…'.

    `counts` are those of `judging.verdict.count_of`, of any year where `year` is None.
    """
    every, unit = counts.get("all", 0), _phrase("targets_unit", phrases)
    ending = "" if year is None else "_year"
    return [
        _counted(
            f"targets.{key}",
            (_phrase(f"targets_{key}{ending}", phrases, year=year), unit),
            Observation(
                value=Decimal(counts.get(key, 0)),
                period=Period(grain="mixed") if year is None else Period.parse(f"{year:04}"),
                status="derived",
            ),
            "counted",
            None if key == "all" else every,
        )
        for key in ("all", "met", "missed", "open")
    ]


def _counted(
    key: str,
    words: tuple[Text, Text],
    observation: Observation,
    working: Working | None,
    total: int | None,
) -> Indicator:
    """Return an indicator that is counted here, with its name and unit in words."""
    name, unit = words
    inputs = ("goals.announced", "goals.named") if working == "difference" else ()
    number = observation.value or Decimal(0)
    return Indicator(
        id=key,
        name=name,
        unit=Unit(unit, "noun"),
        measure="count",
        observations=(observation,),
        derivation=Derivation(working=working, inputs=inputs, unrounded=number, is_rounded=False)
        if working
        else None,
        total=total,
        is_counted_here=True,
    )


def _phrase(
    key: str,
    phrases: Mapping[Language, Phrases],
    goals: Goals | None = None,
    year: int | None = None,
) -> Text:
    """Return a phrase in every language, with the sheet's words for its goals filled in."""
    worded: dict[Language, str] = {}
    for language in dict.fromkeys((*languages(), *phrases)):
        words = Vocabulary(language, phrases.get(language))
        parts: dict[str, object] = {"year": year}
        if goals:
            many = word_in(goals.many, language, words.pattern("goals_default"))
            one = word_in(goals.one or goals.many, language, words.pattern("goal_default"))
            parts = {"many": many, "one": one, "year": goals.year}
        worded[language] = words.phrase(key, **parts)
    return worded
