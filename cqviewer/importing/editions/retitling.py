"""Titles of charts as an import wrote them, which go on with the periods of the data."""

import re
from collections.abc import Iterator

from cqviewer.importing.editions.figure_merge import part_at
from cqviewer.model.editing.edits import Put
from cqviewer.model.problems import Path
from cqviewer.model.reading.yaml_tree import Plain

_PERIOD = re.compile(r"(?<![\w-])\d{4}(?:-(?:\d\d|[HQ]\d|W\d\d)|/\d\d)?(?![\w-])")
"""A period in a title, as an import writes it there."""


def retitled(new: dict[str, Plain], tree: dict[str, Plain], left: set[str]) -> Iterator[Put]:
    """Yield the edits of titles that a sheet has as an import wrote them, but for their periods.

    Charts of one kind are alike where the file has all or some of their figures; those that were
    `left` as they are keep their titles.
    """
    made = [(one, str(part_at(one, ("title",)))) for _, one in _charts(new)]
    for path, chart in _charts(tree):
        title, drawn = part_at(chart, ("title",)), _drawn(chart)
        has_own_time = isinstance(chart, dict) and not {"period", "last"}.isdisjoint(chart)
        if not isinstance(title, str) or drawn & left or has_own_time:
            continue
        alike = (
            said
            for one, said in made
            if part_at(one, ("kind",)) == part_at(chart, ("kind",)) and _drawn(one) <= drawn
        )
        said = next((one for one in alike if _extended(title, one)), title)
        if (now := _extended(title, said)) not in ("", title):
            yield Put((*path, "title"), now)


def _charts(tree: dict[str, Plain]) -> Iterator[tuple[Path, Plain]]:
    """Yield the charts of a sheet with their paths."""
    sections = tree.get("sections")
    for number, section in enumerate(sections if isinstance(sections, list) else ()):
        charts = part_at(section, ("charts",))
        for place, chart in enumerate(charts if isinstance(charts, list) else ()):
            yield ("sections", number, "charts", place), chart


def _drawn(chart: Plain) -> set[str]:
    drawn = part_at(chart, ("of",))
    return set(map(str, drawn)) if isinstance(drawn, list) else set()


def _extended(title: str, other: str) -> str:
    """Return a title with all the time that it and another one say; nothing if they are unlike."""
    here, there = (_PERIOD.findall(one) for one in (title, other))
    if not here or _PERIOD.sub("", title) != _PERIOD.sub("", other):
        return ""
    wanted = iter([*map(min, here[:-1], there[:-1]), max(here[-1], there[-1])])
    return _PERIOD.sub(lambda _: next(wanted), title)
