"""Reading the scalars of a sheet as written, and looking up the ids that they name."""

from collections.abc import Callable, Iterable
from typing import TypeVar

import msgspec

from cqviewer.model.citation import Citation
from cqviewer.model.imprint import Logo
from cqviewer.model.messages import say
from cqviewer.model.numbers.period import Period
from cqviewer.model.problems import Findings, Misread, Path
from cqviewer.model.reading.breakdowns import expand_figures
from cqviewer.model.reading.figure_format import IndicatorEntry
from cqviewer.model.reading.format import SheetEntry
from cqviewer.model.suggest import certain, did_you_mean, nearest
from cqviewer.model.text import Language

Read = TypeVar("Read")
Fact = TypeVar("Fact", bound=msgspec.Struct)
GOAL_COUNTS = ("goals.announced", "goals.named", "goals.unnamed", "goals.linked")
TARGET_COUNTS = ("targets.all", "targets.met", "targets.missed", "targets.open")
_TABLES: dict[str, Path] = {
    "source": ("sources",),
    "indicator": ("indicators",),
    "goal": ("goals",),
}


def _with_source(text: str, old: str, new: str) -> str:
    """Return a citation of another source."""
    return f"{new}{text.removeprefix(old)}"


class Lookup:
    """Reads scalars and finds ids in one sheet; what is wrong goes to `findings`."""

    def __init__(self, written: SheetEntry, dropped: frozenset[str], findings: Findings) -> None:
        """Index a sheet as written, with one entry for each figure.

        `dropped` are the ids of parts that were left out because they are faulty.
        """
        self.written = written
        self.entry = entry = expand_figures(written, findings)
        self.breakdowns: dict[str, list[str]] = {}
        """The ids of the figures that each broken-down indicator has become."""
        for key in entry.indicators:
            whole, dot, _ = key.partition(".")
            if dot:
                self.breakdowns.setdefault(whole, []).append(key)
        self.findings = findings
        self.phrases: dict[Language, dict[str, str]] = {}
        """The phrases that the sheet brings along."""
        self.logo: Logo | None = None
        self._dropped = dropped
        goals = entry.goals.named if entry.goals else ()
        counts = GOAL_COUNTS if entry.goals else ()
        if any(one.targets for one in entry.indicators.values()):
            counts = (*counts, *TARGET_COUNTS)
        self._known: dict[str, dict[str, None]] = {
            "source": dict.fromkeys(entry.sources),
            "indicator": dict.fromkeys([*entry.indicators, *counts]),
            "goal": dict.fromkeys(one.id for one in goals),
        }

    def read(
        self, parse: Callable[..., Read], text: object, path: Path, *options: object
    ) -> Read | None:
        """Return `parse(text, *options)`; where it raises Misread, report that and return None."""
        try:
            return parse(text, *options)
        except Misread as misread:
            self.findings.add(path, str(misread), misread.help, fix=misread.fix)
            return None

    def period(
        self, text: object, path: Path, indicator: IndicatorEntry | None = None
    ) -> Period | None:
        """Read a period, in which an indicator or else the sheet says how fiscal years begin."""
        return self.read(Period.parse, text, path, self.year_begins(indicator))

    def year_begins(self, indicator: IndicatorEntry | None) -> int | None:
        """Return the month in which the fiscal years of an indicator begin; None if not said."""
        return (indicator.year_begins if indicator else None) or self.entry.year_begins

    def citation(self, text: str | None, path: Path) -> Citation | None:
        """Read a citation of a source that the sheet has; None for none."""
        if text is None:
            return None
        sources = list(self.entry.sources)
        citation = self.read(Citation.parse, text, path, sources[0] if len(sources) == 1 else "")
        if citation is None:
            return None
        is_known = self.is_known("source", citation.source, path, text, _with_source)
        return citation if is_known else None

    def fact(
        self, kind: type[Fact], entry: msgspec.Struct, path: Path = (), /, **resolved: object
    ) -> Fact:
        """Return a fact with the entry's values of the same names, and the `resolved` ones.

        A citation is read from the entry's `source`; `path` is that of the entry.
        """
        fields = kind.__struct_fields__
        same = {name: getattr(entry, name) for name in fields if hasattr(entry, name)}
        if "citation" in fields and "citation" not in resolved:
            same["citation"] = self.citation(getattr(entry, "source", None), (*path, "source"))
        return kind(**same | resolved)

    def is_known(
        self,
        kind: str,
        name: str,
        path: Path,
        text: str = "",
        with_id: Callable[[str, str, str], str] = _with_source,
    ) -> bool:
        """Return whether the sheet has a source, indicator or goal of this id; report if not.

        `text` is the whole text at the path, if that is more than the id; `with_id` returns it
        with another id.
        """
        known = self._known[kind]
        if name in known:
            return True
        whole = name.partition(".")[0]
        if whole in self.written.indicators and not self.findings.is_sound(("indicators", whole)):
            return False
        # No second fault where the id may be defined in a part that is faulty itself.
        table = _TABLES["goal" if name.startswith("goals.") else kind]
        if name not in self._dropped and not self.findings.has(table):
            hint = "" if self.findings.are_many else did_you_mean(name, known)
            if parts := self.breakdowns.get(name):
                self.findings.add(
                    path, say("'{}' is broken down", name), say("name a part: {}", parts[0])
                )
                return False
            if name in GOAL_COUNTS:
                hint = say("it is counted over `goals`, which the sheet has not")
            if name in TARGET_COUNTS:
                hint = say("it is counted over `targets`, which no indicator has")
            meant = certain(name, known) if hint else None
            fix = with_id(text, name, meant) if text and meant else meant
            self.findings.add(path, say("there is no {} '{}'", say(kind), name[:60]), hint, fix=fix)
            if hint and not fix and (near := nearest(name, known)):
                self.findings.offer(path, with_id(text, name, near) if text else near)
        return False

    def ids(
        self,
        kind: str,
        names: Iterable[str],
        path: Path,
        ready: Iterable[str],
        *,
        parts: bool = False,
    ) -> tuple[str, ...]:
        """Return the ids that the sheet has and that are `ready`, each once; report the others.

        With `parts` the id of a broken-down indicator stands for all of its figures.
        """
        kept: dict[str, None] = {}
        for place, name in enumerate(names):
            if parts and name in self.breakdowns:
                kept |= dict.fromkeys(one for one in self.breakdowns[name] if one in ready)
            elif name in kept:
                self.named_twice(name, (*path, place))
            elif self.is_known(kind, name, (*path, place)) and name in ready:
                kept[name] = None
        return tuple(kept)

    def named_twice(self, name: str, path: Path) -> None:
        """Report an id that is in a list already."""
        self.findings.add(path, say("'{}' is named twice in this list", name), say("keep one"))
