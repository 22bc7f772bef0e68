"""Sections and charts that suit what a table gives."""

import re
from collections.abc import Iterator
from decimal import Decimal

import msgspec

from cqviewer.importing.figures import Figure
from cqviewer.importing.periods import length_of
from cqviewer.importing.roles import language_of
from cqviewer.importing.yaml_text import lines_of, scalar
from cqviewer.model.numbers.amount import WIDE, half_digits
from cqviewer.model.text import Text, in_language
from cqviewer.model.wording.phrases import Vocabulary

_MOST_LINES, _MOST_PANELS = 5, 12
_MOST_CARDS = 4
_LONGEST_TAB = 40
_LEAST_SERIES = 2
_GROWTH = ("growth", "percentage change", "annual change", "增长", "增速", "增幅")


class ChartGroup(msgspec.Struct):
    """Figures that measure one thing: an indicator alone, or with the items of a breakdown."""

    id: str
    name: Text
    unit: str
    figures: dict[tuple[str, ...], Figure]
    totals: set[str] = set()
    interval: str = ""

    @property
    def measure(self) -> str:
        """Return what kind of numbers they are: only what the name says, else levels."""
        name = in_language(self.name, "en").casefold()
        is_growth = any(word in name for word in _GROWTH)
        if re.search(r"= ?100\b", name) or name.endswith((" index", "指数")):
            return "index"
        return "growth" if self.unit == "%" and is_growth else "level"

    @property
    def adds_up(self) -> bool:
        """Return whether one total is what its parts come to, in each period that has all."""
        totals = [one for one in self.figures if one and one[0] in self.totals]
        if len(totals) != 1 or len(self.figures) < 3 or len(totals[0]) != 1:
            return False
        whole = _numbers(self.figures[totals[0]])
        parts = [_numbers(one) for key, one in self.figures.items() if key not in totals]
        shared = [one for one in whole if all(one in part for part in parts)]
        return bool(shared) and all(
            _comes_to(whole[one], [part[one] for part in parts]) for one in shared
        )


def _numbers(figure: Figure) -> dict[str, Decimal]:
    """Return the numbers of a figure by their periods; what is no number is left out."""
    found = {}
    for one in figure.values:
        try:
            found[one.period] = Decimal(one.amount.text)
        except ArithmeticError:
            continue
    return found


def _comes_to(total: Decimal, parts: list[Decimal]) -> bool:
    """Return whether parts make a total within half a last digit of each."""
    come_to = sum(parts, Decimal(0))
    return abs(WIDE.subtract(come_to, total)) <= half_digits([total, *parts])


def charts_of(groups: list[ChartGroup], by: list[str]) -> Iterator[str]:
    """Yield the sections: one for all indicators alone, or one for each breakdown."""
    if not by:
        yield from _section("figures", _said("figures", groups), _alone(groups), groups)
        return
    for number, group in enumerate(groups, 1):
        name = in_language(group.name, "en")
        title = _said("figures", groups) if len(groups) == 1 else _short(name)
        identity = "figures" if len(groups) == 1 else f"figures_{number}"
        yield from _section(identity, title, _broken_down(group, by), [group])


def named_by(name: str, by: list[str]) -> str:
    """Return what is measured with what it is broken down by, in the language of its name."""
    words = Vocabulary(language_of([name]))
    if not by:
        return name
    return words.phrase("import_by", name=name, by=words.phrase("and").join(by))


def _said(key: str, groups: list[ChartGroup], **parts: str) -> str:
    """Return words of a title in the language of what is measured."""
    names = [in_language(one.name, "en") for one in groups]
    return Vocabulary(language_of(names)).phrase(f"import_{key}", **parts)


def _short(name: str) -> str:
    """Return a name that fits a tab."""
    return name if len(name) <= _LONGEST_TAB else f"{name[:_LONGEST_TAB].rsplit(' ', 1)[0]} …"


class _Chart(msgspec.Struct, frozen=True):
    """A chart: its kind, its figures and its title."""

    kind: str
    of: list[str]
    title: str


def _section(
    identity: str, title: str, charts: list[_Chart], groups: list[ChartGroup]
) -> Iterator[str]:
    yield f"  - id: {identity}"
    yield f"    title: {scalar(title)}"
    drawn = {name for one in charts for name in one.of}
    ids = [".".join((group.id, *items)) for group in groups for items in group.figures]
    rest = [one for one in ids if not drawn.intersection((one, one.split(".")[0]))]
    if cards := [*ids[:_MOST_CARDS], *(one for one in rest if one not in ids[:_MOST_CARDS])]:
        yield from lines_of("figures", cards, 4)
    if charts:
        yield "    charts:"
    for one in charts:
        yield f"      - kind: {one.kind}"
        yield from lines_of("of", one.of, 8)
        yield f"        title: {scalar(one.title)}"


def _alone(groups: list[ChartGroup]) -> list[_Chart]:
    """Return charts of indicators without breakdowns: those of one unit together."""
    units: dict[tuple[str, str, str], list[ChartGroup]] = {}
    for one in groups:
        length = length_of(one.figures[()].values[0].period)
        units.setdefault((one.unit, one.measure, length), []).append(one)
    charts = []
    for alike in units.values():
        series = [one for one in alike if _is_series(one.figures[()])]
        title = in_language(alike[0].name, "en")
        if len(alike) > 1:
            key = "figures_in" if alike[0].unit else "figures"
            title = _said(key, alike, unit=alike[0].unit)
        if series:
            charts += _in_time([one.id for one in series], series, title)
        others = [one for one in alike if one not in series and _is_known(one.figures[()])]
        if len(others) > 1:
            charts.append(_ranked([one.id for one in others], others, title))
    return charts


def _broken_down(group: ChartGroup, by: list[str]) -> list[_Chart]:
    """Return charts of a breakdown: its course, and where it stands at the end."""
    name = named_by(in_language(group.name, "en"), by)
    series = {items: one for items, one in group.figures.items() if _is_series(one)}
    charts = []
    if len(series) == len(group.figures) and len(series) > 1:
        ids = [".".join((group.id, *items)) for items in series]
        charts += _in_time(ids, [group], name)
    if _latest_alike(group):
        is_whole = group.adds_up and all(
            (_numbers(one).get(one.values[-1].period, Decimal(-1)) >= 0)
            for one in group.figures.values()
        )
        kind = "stacked" if is_whole and len(by) == 1 else "bars"
        charts.append(_ranked([group.id], [group], name, kind))
    return charts or [_Chart("bars", [group.id], name)]


def _in_time(ids: list[str], groups: list[ChartGroup], title: str) -> list[_Chart]:
    """Return lines of a few figures, panels of more, and ranked bars of many."""
    figures = [one for group in groups for one in group.figures.values()]
    periods = sorted(value.period for one in figures for value in one.values)
    when = _said("span", groups, title=title, first=periods[0], last=periods[-1])
    if len(ids) <= _MOST_LINES:
        return [_Chart("line", ids, when)]
    if len(ids) <= _MOST_PANELS:
        return [_Chart("panels", ids, when)]
    return [] if len(groups) == 1 else [_ranked(ids, groups, title)]


def _ranked(ids: list[str], groups: list[ChartGroup], title: str, kind: str = "bars") -> _Chart:
    figures = [one for group in groups for one in group.figures.values()]
    first, *_, last = sorted(2 * [one.values[-1].period for one in figures])
    when = {"first": first, "last": last} if first != last else {"period": last}
    return _Chart(kind, ids, _said("span" if first != last else "at", groups, title=title, **when))


def _latest_alike(group: ChartGroup) -> bool:
    """Return whether the last values of all items are of one period, and most are numbers."""
    figures = group.figures.values()
    return len({one.values[-1].period for one in figures}) == 1 and any(map(_is_known, figures))


def _is_series(figure: Figure) -> bool:
    return len(_numbers(figure)) >= _LEAST_SERIES


def _is_known(figure: Figure) -> bool:
    return bool(figure.values) and figure.values[-1].period in _numbers(figure)
