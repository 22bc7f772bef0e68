"""Whether the marks of a series fit each other: breaks, provisional values, intervals."""

from collections.abc import Mapping

from cqviewer.model.choices import Mark
from cqviewer.model.facts import Indicator
from cqviewer.model.messages import say
from cqviewer.model.problems import Findings, Path

_SETTLED_BY: dict[Mark, frozenset[Mark]] = {
    "provisional": frozenset(("provisional", "estimated", "forecast")),
    "forecast": frozenset(("forecast", "estimated")),
}
"""Marks of values that are not final, with the marks of which all later values have one."""


def check_intervals(indicators: Mapping[str, Indicator], findings: Findings) -> None:
    """Warn of an `interval` that explains nothing: at an indicator, for its items, in defaults."""
    places: dict[Path | None, Path] = {}
    used: set[Path | None] = set()
    for key, indicator in indicators.items():
        path: Path = ("indicators", key, "interval")
        if indicator.interval is None:
            continue
        place = findings.places.in_file(path)
        places.setdefault(place, path)
        is_used = any(one.low is not None for one in indicator.observations)
        if is_used or not findings.is_sound(path[:2]):
            used.add(place)
    for place, path in places.items():
        if place not in used:
            message = say("`interval` explains `low` and `high`, which no observation has")
            hint = say("write these at the observations, or delete it")
            findings.add((*path[:2], "?interval"), message, hint, "warning")
            findings.offer(path, None)


def check_series(indicator: Indicator, findings: Findings) -> None:
    """Warn of a break at the first value, and of a final value after one that is not final."""
    waiting: dict[Mark, Path] = {}
    for index, one in enumerate(indicator.observations):
        if not one.marks and not waiting:
            continue
        place = indicator.observation_path(index)
        if "break" in one.marks and index == 0:
            message = say(
                "a break lies between the period before and its own, and there is none before"
            )
            hint = say("write it at the first value after the break, or delete it")
            findings.add((*place, "status"), message, hint, "warning")
        if one.status != "stated":
            continue
        for mark, earlier in list(waiting.items()):
            if _SETTLED_BY[mark].isdisjoint(one.marks):
                message = say("the value is {}, and a later one is not", mark)
                hint = say("delete the mark if the value has been settled, or mark the later one")
                findings.add((*earlier, "status"), message, hint, "warning")
                del waiting[mark]
        waiting |= {mark: place for mark in _SETTLED_BY if mark in one.marks}
        if one.was is not None and one.was == one.value:
            message = say("the value was {:f} and is the same", one.was)
            findings.add((*place, "was"), message, say("check both, or delete `was`"), "warning")
            findings.offer((*place, "was"), None)
