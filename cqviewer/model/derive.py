"""Derived indicators: evaluated in the order of their inputs, and counts over the goals."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Context, Decimal

from cqviewer.model.facts import Derivation, Goals, Indicator, Observation, Working
from cqviewer.model.formula import Formula
from cqviewer.model.format import IndicatorEntry
from cqviewer.model.period import Period
from cqviewer.model.problems import Finding
from cqviewer.model.phrases import PHRASES, phrase
from cqviewer.model.text import LANGUAGES, Language, Text, in_language
from cqviewer.model.unit import Unit

_WIDE = Context(prec=60)


def rounded(number: Decimal, digits: int) -> Decimal:
    """Round half up to a number of decimal places."""
    return number.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP, _WIDE)


def own_digits(number: Decimal) -> int:
    """Give the decimal places that a number is written with."""
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def order_by_inputs(formulas: dict[str, Formula], report: Callable[[Finding], None]) -> list[str]:
    """Sort derived indicators so that each comes after its inputs; circles are reported."""
    order: list[str] = []
    state: dict[str, bool] = {}  # False while the inputs are being visited, then True
    for start in formulas:
        stack = [(start, iter(formulas[start].inputs))] if start not in state else []
        state.setdefault(start, False)
        while stack:
            name, inputs = stack[-1]
            nearest = next((one for one in inputs if one in formulas and not state.get(one)), None)
            if nearest is None:
                stack.pop()
                state[name] = True
                order.append(name)
            elif nearest in state:
                message = f"'{nearest}' is derived from itself"
                report(Finding(path=("indicators", nearest, "derived"), message=message))
                state[nearest] = True
                order.append(nearest)
            else:
                state[nearest] = False
                stack.append((nearest, iter(formulas[nearest].inputs)))
    return list(dict.fromkeys(order))


def derive(
    formula: Formula, entry: IndicatorEntry, inputs: dict[str, Indicator]
) -> tuple[Derivation, Decimal, Period]:
    """Work out a derived value from the latest observations of its inputs.

    Gives the derivation, the value rounded to `digits`, and the period that all inputs share
    (not stated where they differ). ValueError says why it cannot be worked out.
    """
    values = {name: one.latest.value for name, one in inputs.items()}
    missing = [name for name, value in values.items() if value is None]
    if missing:
        raise ValueError(f"'{missing[0]}' has no stated value to work with")
    known = {name: value for name, value in values.items() if value is not None}
    try:
        exact = formula.evaluate(known)
    except ZeroDivisionError as error:
        raise ValueError(str(error)) from None
    least = max((own_digits(value) for value in known.values()), default=0)
    digits = entry.digits if entry.digits is not None else least
    if abs(exact.adjusted()) > 30:
        raise ValueError("the result does not lie between -1e30 and 1e30")
    shown = rounded(exact, digits)
    periods = {one.latest.period for one in inputs.values()}
    period = periods.pop() if len(periods) == 1 else Period()
    assuming: Text | None = entry.assuming
    return (
        Derivation(
            working="formula",
            formula=formula,
            inputs=formula.inputs,
            assuming=assuming,
            digits=digits,
            unrounded=exact,
            is_rounded=shown != exact,
        ),
        shown,
        period,
    )


def count_goals(goals: Goals, counted: int, linked: int) -> list[Indicator]:
    """Make the four indicators that are counted over the goals, under ids 'goals.…'.

    `counted` is the number of stated figures of the sheet, `linked` those of them that a named
    goal leads to.
    """
    named = len(goals.named)
    rows: list[tuple[str, int, Working | None, int | None]] = [
        ("announced", goals.announced, None, None),
        ("named", named, "counted", None),
        ("unnamed", goals.announced - named, "difference", None),
        ("linked", linked, "linked", counted),
    ]
    return [_counted(goals, key, *row) for key, *row in rows]


def _counted(
    goals: Goals, key: str, number: int, working: Working | None, total: int | None
) -> Indicator:
    """Make one indicator that is counted over the goals."""
    inputs = ("goals.announced", "goals.named") if working == "difference" else ()
    observation = Observation(
        value=Decimal(number),
        period=Period.parse(f"{goals.year:04}"),
        status="derived" if working else "stated",
        citation=goals.citation,
    )
    return Indicator(
        id=f"goals.{key}",
        name=goals_phrase(f"goals_{key}", goals),
        unit=Unit.parse(goals_phrase("goals_many", goals)),
        measure="count",
        observations=(observation,),
        derivation=Derivation(
            working=working, inputs=inputs, unrounded=Decimal(number), is_rounded=False
        )
        if working
        else None,
        total=total,
        is_counted_here=True,
    )


def goals_phrase(key: str, goals: Goals) -> Text:
    """Word a phrase about the goals in every language, with what the sheet calls them."""
    worded: dict[Language, str] = {}
    for language in LANGUAGES:
        many = in_language(goals.many or PHRASES["goals_default"], language)
        one = in_language(goals.one or goals.many or PHRASES["goal_default"], language)
        worded[language] = phrase(key, language, many=many, one=one, year=goals.year)
    return worded
