"""Check that each chart of a sheet fits its figures, and that its figures go together."""

import msgspec

from cqviewer.charts.contents import kind_of
from cqviewer.charts.kind import Kind
from cqviewer.charts.kinds import KINDS
from cqviewer.model.facts import Chart, Sheet
from cqviewer.model.messages import say
from cqviewer.model.numbers.unit import Unit
from cqviewer.model.problems import Findings, Path
from cqviewer.model.reading.format import SheetEntry
from cqviewer.model.text import LANGUAGES, in_language

READ_BY_SOME = (
    *("of", "change", "per", "square", "beside", "index"),
    *("period", "last", "highlight", "sort", "from_zero", "targets"),
)
"""The fields of a chart that not every kind reads."""
_DEFAULTS = {one.name: one.default for one in msgspec.structs.fields(Chart)}


def check_charts(sheet: Sheet, entry: SheetEntry, findings: Findings) -> None:
    """Report charts whose kind does not fit their figures or whose figures do not go together."""
    for number, (section, written) in enumerate(zip(sheet.sections, entry.sections, strict=True)):
        for place, (chart, one) in enumerate(zip(section.charts, written.charts, strict=True)):
            path: Path = ("sections", number, "charts", place)
            if not findings.is_sound((*path, "kind")):
                continue
            kind = kind_of(chart, sheet)
            _warn_of_unread(kind, path, findings)
            are_known = len(chart.of) >= len(one.of)  # a breakdown stands for all its figures
            is_fit = are_known and _fits_one_scale(kind, path, findings)
            if is_fit and all(_is_sound(name, findings) for name in chart.figures):
                kind.check(path, findings)


def _is_sound(name: str, findings: Findings) -> bool:
    """Return whether nothing is wrong with what a chart reads of an indicator."""
    fields = ("unit", "measure", "value", "observations", "derived")
    return all(findings.is_sound(("indicators", name, field)) for field in fields)


def _fits_one_scale(kind: Kind, path: Path, findings: Findings) -> bool:
    """Report figures of different units on one scale; False also if a unit is not known."""
    if any(findings.has(("indicators", name, "unit")) for name in kind.chart.of):
        return False
    units = {_unit_name(one.unit): one.id for one in kind.measured}
    if len(units) < 2 or kind.mixes_units():
        return True
    (first, its), (other, others) = list(units.items())[:2]
    message = say("the chart mixes units: '{}' is in `{}`, '{}' in `{}`", its, first, others, other)
    hint = say("a {} chart has one scale; make a chart for each unit", kind.name)
    findings.add((*path, "of"), message, hint)
    return False


def _unit_name(unit: Unit) -> str:
    """Return the names of a unit in all languages; units that differ in any have other names."""
    return " / ".join(dict.fromkeys(in_language(unit.text, language) for language in LANGUAGES))


def _warn_of_unread(kind: Kind, path: Path, findings: Findings) -> None:
    """Warn of fields that this kind of chart does not read."""
    for name in READ_BY_SOME:
        if getattr(kind.chart, name) != _DEFAULTS[name] and name not in kind.reads:
            reader = next(one.name for one in KINDS.values() if name in one.reads)
            hint = say("delete it, or write kind: {}", reader)
            if name == "of":
                hint = kind.instead_of_figures
            message = say("a {} chart does not use `{}`", kind.name, name)
            findings.add((*path, f"?{name}"), message, hint, "warning")
