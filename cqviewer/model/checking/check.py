"""Whether a sheet is sound beyond its shape: values, periods, use and languages."""

from collections.abc import Iterator
from decimal import Context, Decimal

import msgspec

from cqviewer.model.checking.check_imports import check_imports
from cqviewer.model.checking.check_periods import check_periods
from cqviewer.model.checking.check_series import check_intervals, check_series
from cqviewer.model.checking.check_slips import check_slips
from cqviewer.model.checking.check_sums import check_sums
from cqviewer.model.checking.check_words import check_words
from cqviewer.model.choices import PRICED
from cqviewer.model.facts import Indicator, Sheet
from cqviewer.model.messages import say
from cqviewer.model.numbers.amount import WIDE, own_digits
from cqviewer.model.numbers.quantity import is_points, unlike
from cqviewer.model.numbers.unit import Unit
from cqviewer.model.problems import Findings, Misread, Path
from cqviewer.model.provenance import citations, named_figures
from cqviewer.model.reading.derive import rounding_allowance
from cqviewer.model.reading.figure_format import IndicatorEntry
from cqviewer.model.reading.format import SheetEntry
from cqviewer.model.text import Language, Text, every_text, in_language, text_fields
from cqviewer.model.wording.wording import Wording

NAMES = frozenset(("publisher", "graphics", "photos", "who"))
"""Fields that hold proper names, which are often the same in every language."""

_AMBIGUOUS = {
    **dict.fromkeys(("$", "dollars"), say("write US$, or A$, C$, HK$ and the like")),
    "¥": say("write yuan or JP¥"),
}
"""Signs and names of several currencies, with what to write for the one that is meant."""
UNFILLED = frozenset(
    (
        "New sheet",
        "New place",
        "New source",
        "New section",
        "新简报",
        "地区待填",
        "新来源",
        "新栏目",
    )
)
"""The texts that the window writes into an empty sheet."""
_STATED_KEYS = ("missing", "status", "low", "high", "was", "interval", "release")
"""Keys on a value that a source states, which a derived value does not have."""
_LARGEST = 18
"""The power of ten from which a number is hard to read."""
_MOST_DIGITS = 15
"""Significant digits that a computer's arithmetic keeps."""


def check_facts(sheet: Sheet, entry: SheetEntry, findings: Findings) -> None:
    """Report what is wrong in the facts of a sheet.

    Parts with an error that is known already are skipped.
    """
    for key, written in entry.indicators.items():
        path: Path = ("indicators", key)
        _check_fields(written, path, findings)
        _check_targets(written, path, findings)
        if key in sheet.indicators and findings.is_sound(path):
            _check_values(sheet.indicators[key], path, sheet, findings)
    check_intervals(sheet.indicators, findings)
    check_sums(sheet, findings)
    check_imports(sheet, entry, findings)
    _check_sources(sheet, findings)


def check_texts(sheet: Sheet, entry: SheetEntry, findings: Findings) -> None:
    """Warn of what is doubtful in a sheet: languages, periods, names, use and words."""
    if len(set(sheet.languages)) > 1:
        for path, missing in _untranslated(entry, (), sheet.languages):
            message = say("`{}` has no text in {}", path[-1], [*missing])
            hint = say("write {{{}}}", ", ".join(f"{one}: …" for one in sheet.languages))
            findings.add(path, message, hint, "warning")
    check_periods(sheet, findings)
    _check_unfilled(sheet, findings)
    _check_names(sheet, findings)
    if not findings.has_errors:
        _check_use(sheet, findings)
        check_words(sheet, findings)


def _check_unfilled(sheet: Sheet, findings: Findings) -> None:
    """Warn of texts of an empty sheet, which would be printed as if they were facts."""
    texts: list[tuple[Path, Text]] = [(("title",), sheet.title), (("place",), sheet.place)]
    texts += [(("sources", key, "title"), one.title) for key, one in sheet.sources.items()]
    texts += [(("sections", at, "title"), one.title) for at, one in enumerate(sheet.sections)]
    for path, text in texts:
        for unfilled in sorted(UNFILLED.intersection(every_text(text))):
            message = say("'{}' is what an empty sheet begins with", unfilled)
            findings.add(path, message, say("write a text of your own"), "warning")


# Indicators


def _check_fields(entry: IndicatorEntry, path: Path, findings: Findings) -> None:
    """Warn of keys that have no effect at such an indicator, and of units that differ in size."""
    if entry.derived is None and entry.assuming is not None:
        message = say("`assuming` is for derived indicators only")
        hint = say("delete it, or write `derived:` with the working")
        findings.add((*path, "?assuming"), message, hint, "warning")
        findings.offer((*path, "assuming"), None)
    if entry.derived is not None:
        for name in _STATED_KEYS:
            if getattr(entry, name):
                message = say("`{}` says nothing of a value that is worked out", name)
                findings.add((*path, f"?{name}"), message, say("delete it"), "warning")
                findings.offer((*path, name), None)
    if entry.prices is not None and entry.measure not in PRICED:
        message = say("`prices` says nothing about a {}", entry.measure)
        findings.add((*path, "?prices"), message, say("delete it"), "warning")
        findings.offer((*path, "prices"), None)
    if isinstance(entry.unit, dict) and not _is_worded(entry.unit):
        if texts := unlike(entry.unit):
            message = say(
                "`{}` and `{}` are not the same, so that one number says two", texts[0], texts[1]
            )
            findings.add((*path, "unit"), message, say("give both the same scale and currency"))
            return
        for text in entry.unit.values():
            if _is_worded(text) and text != "%":
                message = say("a unit such as {} is worded in every language by itself", text)
                hint = say("write unit: {}", text)
                findings.add((*path, "unit"), message, hint, "warning", fix=text)
                break


def _check_targets(entry: IndicatorEntry, path: Path, findings: Findings) -> None:
    """Warn of a direction that no target asks for, and of a target without a source."""
    targets = entry.targets or ()
    if entry.better and not any(one.value or one.about for one in targets):
        message = say("`better` says when a plain target is met, and there is none")
        findings.add((*path, "?better"), message, say("delete it, or add `targets:`"), "warning")
        findings.offer((*path, "better"), None)
    for place, one in enumerate(targets):
        if one.source is None and (one.result is None or one.result.source is None):
            message, hint = say("nothing says where the target is stated"), say("add `source:`")
            findings.add((*path, "targets", place), message, hint, "warning")


def _check_values(indicator: Indicator, path: Path, sheet: Sheet, findings: Findings) -> None:
    """Check the values and the unit of a figure."""
    value_key = "derived" if indicator.derivation else "value"
    unit = indicator.unit
    slack = rounding_allowance(indicator)
    if indicator.measure in ("growth", "share") and unit.kind == "money":
        message = say("a {} has no unit of money", indicator.measure)
        findings.add((*path, "unit"), message, say('write unit: "%", or measure: level'))
        findings.offer((*path, "unit"), "%")
        findings.offer((*path, "measure"), "level")
    if "zh" in sheet.languages and (hint := _AMBIGUOUS.get(unit.symbol)):
        worded = Wording("zh").written_unit(unit)
        message = say("`{}` is worded as {} in Chinese", unit.symbol, worded)
        findings.add((*path, "unit"), message, hint, "warning")
    for index, one in enumerate(indicator.observations):
        place = indicator.observation_path(index)
        value_path: Path = (*place, value_key)
        amount = one.amount
        if amount is not None:
            _check_value(indicator, amount, slack, value_path, findings)
            if one.status == "stated" and indicator.digits is None:
                _check_digits(amount, value_path, findings)
        if one.low is not None or one.was is not None:
            for name, number in (("low", one.low), ("high", one.high), ("was", one.was)):
                if number is not None:
                    _check_value(indicator, number, slack, (*place, name), findings)
                    if indicator.digits is None:
                        _check_digits(number, (*place, name), findings)
    check_series(indicator, findings)
    check_slips(indicator, path, findings)


def _check_value(
    indicator: Indicator, value: Decimal, slack: Decimal, path: Path, findings: Findings
) -> None:
    """Report a value that its measure cannot have; warn of one that is hard to believe."""
    is_percent = indicator.unit.kind == "percent"
    measure: Path = (*path[:2], "measure")
    if indicator.measure == "share" and is_percent and not -slack <= value <= 100 + slack:
        message = say("the share is {:f} %; a part of a whole lies from 0 to 100 %", value)
        hint = say("for a ratio to something else, such as debt to output, write measure: level")
        findings.add(path, message, hint, "warning" if value > 100 else "error")
        findings.offer(measure, "level")
    elif indicator.measure == "count" and value < 0:
        findings.add(
            path, say("a count cannot be {:f}", value), say("write measure: level or growth")
        )
        findings.offer(measure, "level")
        findings.offer(measure, "growth")
    elif indicator.measure == "count" and is_percent:
        findings.add(
            path, say("a count is not in per cent"), say("write measure: share"), "warning"
        )
        findings.offer(measure, "share")
    elif indicator.measure == "growth" and is_percent and value < -100:
        message = say("a change of {:f} % leaves less than nothing", value)
        findings.add(path, message, say("check the sign and the decimal point"), "warning")
    elif is_percent and abs(value) > 10000:
        message = say("{:f} % is hard to believe", value)
        findings.add(path, message, say("check the decimal point"), "warning")
    elif value.adjusted() >= _LARGEST:
        message = say("{:f} is hard to read and to believe", value)
        findings.add(
            path, message, say("write it in a larger unit: bn yuan, US$ million"), "warning"
        )
    elif indicator.measure == "count" and 1 <= abs(value) < 1000 and own_digits(value) == 3:
        message = say("a count of {:f} is no whole number", value)
        hint = say("if its point groups thousands, leave it out; if not, write measure: level")
        findings.add(path, message, hint, "warning")
        findings.offer(path, f"{value:f}".replace(".", ""))
        findings.offer(measure, "level")


def _check_digits(value: Decimal, path: Path, findings: Findings) -> None:
    """Warn of a fraction with more digits than anyone measures."""
    if len(str(value)) <= _MOST_DIGITS:  # faster than counting its digits
        return
    number = len(value.normalize(WIDE).as_tuple().digits)
    if number > _MOST_DIGITS and own_digits(value):
        likely = value.normalize(Context(prec=12))
        is_noise = len(likely.as_tuple().digits) <= 9
        hint = say("write {:f}, if that is what the source says", likely) if is_noise else ""
        which = f"{value:f}" if is_noise else say("the number")
        message = say("{} has {} digits, as a computer's arithmetic makes them", which, number)
        hint = hint or say("write as many as the source gives, or say in `digits` how many to show")
        findings.add(path, message, hint, "warning")
        if is_noise:
            findings.offer(path, f"{likely:f}")


def _check_names(sheet: Sheet, findings: Findings) -> None:
    """Warn of figures of one unit that have the same name."""
    seen: dict[tuple[object, ...], str] = {}
    for key, one in sheet.indicators.items():
        for language in sheet.languages or ("en", "zh"):
            name = (in_language(one.name, language), in_language(one.unit.text, language))
            other = seen.setdefault((language, *name, one.measure), key)
            if other != key:
                hint = say("say in the name what sets them apart")
                path = ("indicators", key, "name")
                findings.add(
                    path, say("'{}' has the same name: {}", other, name[0]), hint, "warning"
                )
                break


# Sources and use


def _check_sources(sheet: Sheet, findings: Findings) -> None:
    for key, source in sheet.sources.items():
        for name in ("date", "published"):
            date = getattr(source, name)
            if date and date > sheet.date and not findings.has(("date",)):
                message = say("the source is dated after the sheet, {}", sheet.date)
                findings.add(("sources", key, name), message, say("check both dates"), "warning")


def _check_use(sheet: Sheet, findings: Findings) -> None:
    """Warn of indicators that are shown nowhere and sources that are cited nowhere."""
    used = _used_indicators(sheet)
    for key, one in sheet.indicators.items():
        if key in used or one.is_counted_here:
            continue
        if one.breakdown is None:
            hint = say("name it in a section's `figures` or in a chart, or delete it")
            findings.add(("indicators", f"?{key}"), say("'{}' is not shown", key), hint, "warning")
    for key, breakdown in sheet.breakdowns.items():
        if used.isdisjoint(breakdown.figures):
            hint = say("name it in a chart, or its parts in `figures`, or delete it")
            findings.add(("indicators", f"?{key}"), say("'{}' is not shown", key), hint, "warning")
    figures = sheet.indicators.values()
    cited = {one.source for one in citations(figures, sheet.sections, sheet.goals)}
    for key in sheet.sources:
        if key not in cited:
            hint = say("cite it with `source: {} par. 1`, or delete it", key)
            findings.add(("sources", f"?{key}"), say("'{}' is not cited", key), hint, "warning")


def _used_indicators(sheet: Sheet) -> set[str]:
    """Return the ids of all indicators that are shown, and of what they are derived from."""
    waiting = named_figures(sheet)
    used: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in used:
            used.add(name)
            derivation = sheet.indicators[name].derivation
            waiting += derivation.inputs if derivation else ()
    return used


# Languages


def _untranslated(
    entry: msgspec.Struct, path: Path, languages: tuple[Language, ...]
) -> Iterator[tuple[Path, list[Language]]]:
    """Yield the path of each text that is not in all languages, with those that are missing.

    A text given once counts for every language where it is a name, or a unit that is worded.
    """
    texts = text_fields(type(entry))
    for name in entry.__struct_fields__:
        value, place = getattr(entry, name), (*path, name)
        if value is None:
            continue
        if name in texts:
            if missing := _missing(name, value, languages):
                yield place, missing
            continue
        parts = value.items() if isinstance(value, dict) else enumerate(_listed(value))
        for key, one in parts:
            if isinstance(one, msgspec.Struct):
                inner = place if one is value else (*place, key)
                yield from _untranslated(one, inner, languages)


def _listed(value: object) -> tuple[object, ...]:
    """Return the items of a list, or a set of keys by itself."""
    if isinstance(value, tuple):
        return value
    return (value,) if isinstance(value, msgspec.Struct) else ()


def _missing(
    name: str, value: str | dict[Language, str], languages: tuple[Language, ...]
) -> list[Language]:
    if isinstance(value, dict):
        return [one for one in dict.fromkeys(languages) if one not in value]
    if name in NAMES or (name == "unit" and _is_worded(value)):
        return []
    return [] if value.isascii() and not any(map(str.isalpha, value)) else [*languages[1:]]


def _is_worded(unit: Text) -> bool:
    """Return whether cqviewer words a unit itself; an unreadable one is reported elsewhere."""
    try:
        parsed = Unit.parse(unit)
    except Misread:
        return True
    return parsed.kind != "noun" or is_points(parsed)
