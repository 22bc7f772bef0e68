"""From indicators as written to one entry for each figure: defaults filled in, items expanded."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from msgspec.structs import replace

from cqviewer.model.choices import ASKED, PRICED
from cqviewer.model.citation import Citation
from cqviewer.model.messages import say
from cqviewer.model.problems import Findings, Misread, Path
from cqviewer.model.reading.figure_format import (
    DefaultsEntry,
    DimensionEntry,
    IndicatorEntry,
    PartEntry,
)
from cqviewer.model.reading.format import SheetEntry
from cqviewer.model.suggest import certain, did_you_mean
from cqviewer.model.text import HAN, Text, in_language
from cqviewer.model.wording.phrases import Vocabulary

_MEASURES = ["count", "growth", "index", "level", "share"]
_ITEM_KEYS = ("value", "missing", "status", "low", "high", "was", "observations", "derived")
"""Keys that an indicator with items leaves to the items."""
_STATED_DEFAULTS = ("source", "period", "interval", "release")
"""Defaults that do not apply to a derived value."""


def expand_figures(entry: SheetEntry, findings: Findings) -> SheetEntry:
    """Return a sheet in which each item is an indicator (`budget.adults`) and nothing is inherited.

    `findings.places` is told from where in the file each value was inherited.
    """
    _check_dimensions(entry.dimensions, findings)
    if entry.defaults and (cited := _range(entry.defaults.source)):
        message = say("the range {} would give all indicators the same cells", cited.where)
        findings.add(
            ("defaults", "source"), message, say("write it at the indicator that it belongs to")
        )
    indicators: dict[str, IndicatorEntry] = {}
    for key, one in entry.indicators.items():
        full = _with_defaults(key, one, entry.defaults, findings)
        if one.by is None and one.items is None:
            indicators[key] = full
        else:
            indicators.update(_Breakdown(key, full, entry.dimensions, findings).figures())
    return replace(entry, indicators=indicators)


def _check_dimensions(dimensions: Mapping[str, DimensionEntry], findings: Findings) -> None:
    for key, dimension in dimensions.items():
        for item in dimension.items:
            if item in ASKED:
                message = say("'{}' cannot be the id of an item, since texts ask for it", item)
                path = ("dimensions", key, "items", f"?{item}")
                findings.add(path, message, say("write another, such as {}_1", item))


def _with_defaults(
    key: str, one: IndicatorEntry, defaults: DefaultsEntry | None, findings: Findings
) -> IndicatorEntry:
    """Return an indicator with the sheet's defaults; report a unit or measure that is missing."""
    path: Path = ("indicators", key)
    said: dict[str, object] = {}
    for name in DefaultsEntry.__struct_fields__:
        value = getattr(defaults, name, None)
        if value is None or getattr(one, name) is not None:
            continue
        said[name] = value
    measure = said.get("measure", one.measure)
    if one.derived is not None:
        said = {name: value for name, value in said.items() if name not in _STATED_DEFAULTS}
    if one.observations is not None:
        said.pop("period", None)
    if measure not in PRICED:
        said.pop("prices", None)
    findings.places.inherited |= {(*path, name): ("defaults", name) for name in said}
    for name, hint in (("unit", ""), ("measure", say(" with one of: {}", _MEASURES))):
        if getattr(one, name) is None and name not in said:
            if not findings.has((*path, name)):
                message = say("`{}` has no `{}`", key, name)
                hint = say("add `{}:`", name) + hint
                findings.add((*path, f"?{name}"), message, hint, is_harmless=name == "unit")
            said[name] = "" if name == "unit" else "level"
    return replace(one, **said) if said else one


class _Breakdown:
    """Makes an entry for each item of one indicator."""

    def __init__(
        self,
        key: str,
        whole: IndicatorEntry,
        dimensions: Mapping[str, DimensionEntry],
        findings: Findings,
    ) -> None:
        self._key = key
        self._whole = whole
        self._path: Path = ("indicators", key)
        self._known = dimensions
        self._findings = findings

    def figures(self) -> dict[str, IndicatorEntry]:
        """Return an entry for each item; none where the dimensions are not known."""
        self._check_keys()
        dimensions = self._dimensions()
        items = self._whole.items
        if not dimensions or items is None:
            return {}
        parts = [*self._parts(items, dimensions, (*self._path, "items"))]
        sources = self._sources_of(self._whole.source, [part for _, part in parts], self._path)
        return {
            ".".join((self._key, *ids)): self._figure(ids, part, dimensions, source)
            for (ids, part), source in zip(parts, sources, strict=True)
        }

    def _sources_of(
        self, source: str | None, parts: Sequence[PartEntry], path: Path
    ) -> Sequence[str | None]:
        """Return the source of each part.

        A range of cells is divided among the parts: each gets as many cells as it has values.
        """
        if (cited := _range(source)) is None:
            return [source] * len(parts)
        names = [one.where for one in cited.each_cell()]
        counts = [
            0 if one.source or one.derived else len(one.observations or (one,)) for one in parts
        ]
        if sum(counts) != len(names):
            message = say(
                "the range {} has {} cells, but there are"
                " {} observations in the items without a source of their own",
                cited.where,
                len(names),
                sum(counts),
            )
            hint = say("mend the range, or write `source` at each item")
            self._findings.add((*path, "source"), message, hint)
            return [cited.source] * len(parts)
        cells = iter(names)
        runs = [[*islice(cells, count)] for count in counts]
        start = f"{cited.source} sheet '{cited.sheet}' "
        return [start + f"{run[0]}:{run[-1]}" if run else None for run in runs]

    def _report(self, inner: Path, message: str, hint: str = "") -> None:
        self._findings.add((*self._path, *inner), message, hint)

    def _check_keys(self) -> None:
        """Report keys of the indicator that contradict each other, or that lack another one."""
        whole = self._whole
        if whole.items is None:
            message = say("`{}` has no `items`", self._key)
            self._report(("?by",), message, say("add `items:` with their values"))
        if whole.by is None:
            hint = say("add `by:` with the id of a dimension")
            self._report(
                ("?items",), say("nothing says what `{}` is broken down by", self._key), hint
            )
        for name in _ITEM_KEYS:
            if getattr(whole, name) is not None:
                message = say("`{}` stands beside `items`", name)
                self._report(
                    (f"?{name}",), message, say("write it at each item, or leave `items` out")
                )
        if whole.adds_up and whole.measure in ("growth", "index"):
            message = say("a {} does not add up", whole.measure)
            self._report(("adds_up",), message, say("delete it: only amounts and shares do"))

    def _dimensions(self) -> dict[str, DimensionEntry]:
        """Return the dimensions of the breakdown; report those that are not known."""
        by, names = self._whole.by, self._whole.dimensions
        if by == ():
            self._report(("by",), say("`by` is empty"), say("write the id of a dimension"))
        found = {}
        for place, name in enumerate(names):
            inner: Path = ("by",) if isinstance(by, str) else ("by", place)
            if place > 1:
                self._report(
                    inner, say("a figure is broken down by two dimensions at most"), say("keep two")
                )
            elif name in names[:place]:
                self._report(inner, say("'{}' is named twice in this list", name), say("keep one"))
            elif name not in self._known:
                message = say("there is no dimension '{}'", name[:60])
                known = say("the sheet has: {}", [*self._known][:9]) if self._known else ""
                self._report(inner, message, did_you_mean(name, self._known) or known)
            else:
                found[name] = self._known[name]
        return found if len(found) == len(names) else {}

    def _parts(
        self, items: Mapping[str, PartEntry], dimensions: dict[str, DimensionEntry], path: Path
    ) -> Iterator[tuple[tuple[str, ...], PartEntry]]:
        """Yield the ids and the entry of each item; those of two dimensions are nested."""
        (name, first), *others = dimensions.items()
        rest = dict(others)
        if not items and self._findings.is_sound(path):
            hint = say("write values by ids of '{}': {}", name, [*first.items][:9])
            self._findings.add(path, say("`items` is empty"), hint)
        for key, part in items.items():
            if key not in first.items and self._findings.has(("dimensions", name, "items", key)):
                self._findings.excuse((*path, key), is_harmless=False)  # there it is no id
            elif key not in first.items:
                known = say("add it there, or write one of: {}", [*first.items][:9])
                message = say("the dimension '{}' has no item '{}'", name, key[:60])
                hint = did_you_mean(key, first.items) or known
                fix = certain(key, first.items)
                self._findings.add((*path, f"?{key}"), message, hint, fix=fix)
            elif rest and part.items is not None:
                place = (*path, key, "items")
                inner = [*self._parts(part.items, rest, place)]
                sources = self._sources_of(part.source, [one for _, one in inner], place[:-1])
                for (ids, one), source in zip(inner, sources, strict=True):
                    yield (key, *ids), _inner(part, one, source)
            elif (part.items is not None) != bool(rest):
                message = say("'{}' holds items of a second dimension", key)
                hint = say("add that to `by`, or write a value")
                if rest:
                    message = say("'{}' holds no items of a second dimension", key)
                    hint = say("write them by their ids: {fishing: 7, farming: 12}")
                self._findings.add((*path, f"?{key}"), message, hint)
            else:
                yield (key,), part

    def _figure(
        self,
        ids: tuple[str, ...],
        part: PartEntry,
        dimensions: dict[str, DimensionEntry],
        source: str | None,
    ) -> IndicatorEntry:
        """Return the entry of one item: its own values, and those of the indicator for all."""
        key = ".".join((self._key, *ids))
        path: Path = (*self._path, "items", ids[0])
        if len(ids) > 1:
            path = (*path, "items", ids[1])
        names = [one.items[item].name for one, item in zip(dimensions.values(), ids, strict=True)]
        name = _joined(names, "listing")
        said: dict[str, object] = {
            one: value
            for one in PartEntry.__struct_fields__
            if one != "items" and (value := getattr(part, one)) is not None
        }
        said = {"name": _joined([self._whole.name, name], "colon"), "short": name} | said
        dropped = {"by": None, "items": None, "adds_up": False, "brief": None}
        if part.observations is not None:
            dropped["period"] = None
        if part.derived is not None:
            dropped |= dict.fromkeys(_STATED_DEFAULTS)
        inherited = self._findings.places.inherited
        inherited[("indicators", key)] = path
        for one in IndicatorEntry.__struct_fields__:
            if one not in said and one not in dropped and getattr(self._whole, one) is not None:
                inherited[("indicators", key, one)] = (*self._path, one)
        return replace(self._whole, **{"source": source} | dropped | said)


def _range(source: str | None) -> Citation | None:
    """Return the range of cells that a source cites; None for any other citation."""
    try:
        cited = Citation.parse(source)
    except Misread:  # reported where the source is read
        return None
    return cited if cited.part == "cells" else None


def _joined(texts: list[Text], mark: str) -> Text:
    """Join texts by a mark of `phrases`, in each language that one of them has."""
    languages = [language for one in texts if isinstance(one, dict) for language in one]
    if not languages:
        plain = [in_language(one, "en") for one in texts]
        language = "zh" if re.search(HAN, "".join(plain)) else "en"
        return Vocabulary(language).pattern(mark).join(plain)
    return {
        language: Vocabulary(language)
        .pattern(mark)
        .join(in_language(one, language) for one in texts)
        for language in languages
    }


def _inner(outer: PartEntry, inner: PartEntry, source: str | None) -> PartEntry:
    """Return an item of the second dimension with source and note of that of the first."""
    source = inner.source if inner.derived else inner.source or source
    return replace(inner, source=source, note=inner.note or outer.note)
