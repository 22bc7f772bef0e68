"""Targets from what a sheet writes: the value to reach, its period, and the source's verdict."""

from decimal import Decimal
from typing import get_args

from cqviewer.model.choices import TargetKind
from cqviewer.model.messages import say
from cqviewer.model.numbers.amount import parse_number
from cqviewer.model.numbers.period import Period
from cqviewer.model.problems import Path
from cqviewer.model.reading.figure_format import IndicatorEntry, TargetEntry
from cqviewer.model.reading.lookup import Lookup
from cqviewer.model.target import Result, Target

_FORMS: dict[str, TargetKind] = {one.replace(" ", "_"): one for one in get_args(TargetKind)}
"""The keys of a target's value, with the kind of target that each means."""


def read_targets(lookup: Lookup, path: Path, entry: IndicatorEntry) -> tuple[Target, ...]:
    """Return the targets of an indicator; faulty ones are reported and left out."""
    found: list[Target] = []
    for place, one in enumerate(entry.targets or ()):
        made = _target(lookup, (*path, "targets", place), one, entry)
        if made and any(made.period == other.period for other in found):
            message = say("there are two targets for {}", one.period)
            hint = say("keep one; the source's own verdict is its `result`")
            lookup.findings.add((*path, "targets", place, "for"), message, hint)
        elif made:
            found.append(made)
    return tuple(found)


def _target(lookup: Lookup, path: Path, one: TargetEntry, entry: IndicatorEntry) -> Target | None:
    period = lookup.period(one.period, (*path, "for"), entry)
    if period is not None and not period.is_stated:
        message = say("a target is for a period that is known")
        hint = say("write its year, such as 2030")
        lookup.findings.add((*path, "for"), message, hint)
    base = None if one.base is None else lookup.period(one.base, (*path, "base"), entry)
    kind, value = _aim(lookup, path, one)
    _check_progress(lookup, path, one, base, period, entry)
    if period is None or (value is None and one.result is None):
        return None
    allowance = None
    if one.allowance is not None:
        allowance = lookup.read(parse_number, one.allowance, (*path, "allowance"))
        _check_allowance(lookup, path, kind, allowance)
    return lookup.fact(
        Target,
        one,
        path,
        period=period,
        kind=kind,
        value=value,
        allowance=allowance,
        base=base,
        result=one.result and lookup.fact(Result, one.result, (*path, "result")),
    )


def _aim(lookup: Lookup, path: Path, one: TargetEntry) -> tuple[TargetKind, Decimal | None]:
    """Return the kind of a target and its value; report where there is no value, or several."""
    written = [name for name in _FORMS if getattr(one, name) is not None]
    for name in written[1:]:
        message = say("`{}` stands beside `{}`", name, written[0])
        lookup.findings.add(
            (*path, name), message, say("a target has one value: keep one of the two")
        )
    if not written:
        if one.result is None:
            message = say("the target has no value")
            hint = say("add one of: {}", [f"`{name}:`" for name in _FORMS])
            lookup.findings.add((*path, "?value"), message, hint)
        return "value", None
    name = written[0]
    return _FORMS[name], lookup.read(parse_number, getattr(one, name), (*path, name))


def _check_allowance(
    lookup: Lookup, path: Path, kind: TargetKind, allowance: Decimal | None
) -> None:
    """Report an allowance that is negative, or whose target is not 'about' a value."""
    place = (*path, "allowance")
    if allowance is not None and allowance < 0:
        lookup.findings.add(
            place, say("an allowance is not negative"), say("write {:f}", -allowance)
        )
    elif kind != "about":
        message = say("`allowance` says what 'about' allows, and the target is not `about`")
        lookup.findings.add(place, message, say("write `about:` if the source does, or delete it"))


def _check_progress(
    lookup: Lookup,
    path: Path,
    one: TargetEntry,
    base: Period | None,
    period: Period | None,
    entry: IndicatorEntry,
) -> None:
    """Report a base without a method, a method without a base, and one for rates of growth."""
    findings = lookup.findings
    if one.method == "difference":
        if one.base is not None and not findings.has((*path, "method")):
            hint = say("add `method: statcan` or `method: un`, or delete it")
            findings.add((*path, "base"), say("`base` says nothing without a method"), hint)
        return
    if entry.measure == "growth":
        message = say("`{}` judges levels, and this is a rate of growth", one.method)
        hint = say("leave `method` out: rates are compared by their difference")
        findings.add((*path, "method"), message, hint)
    elif one.base is None:
        message = say("`{}` measures progress from a base, and there is none", one.method)
        findings.add(
            (*path, "?base"), message, say("add `base:` with the period of an observation")
        )
    elif base and period and base.end and period.start and base.end >= period.start:
        hint = say("name an earlier period")
        findings.add((*path, "base"), say("the base does not lie before the target's period"), hint)
