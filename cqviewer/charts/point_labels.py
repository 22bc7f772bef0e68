"""Labels of points and periods: as many as have room, none over another or over a line."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from cqviewer.charts.plot import Plot
from cqviewer.model.period import Period


class Span(msgspec.Struct, frozen=True):
    """A place on a line, in px."""

    left: float
    right: float

    @property
    def middle(self) -> float:
        """Give the middle in px."""
        return (self.left + self.right) / 2


class Point(msgspec.Struct, frozen=True):
    """A point of a line in px, with the text to be written at it, if any."""

    x: float
    y: float
    text: str


class _Place(msgspec.Struct, frozen=True):
    """Where a label would stand, in px."""

    span: Span
    top: float
    bottom: float

    def meets(self, other: "_Place") -> bool:
        """Tell whether two labels would meet or nearly so."""
        return (
            self.span.left - 4 < other.span.right
            and other.span.left < self.span.right + 4
            and self.top < other.bottom
            and other.top < self.bottom
        )


def centered(middle: float, width: float, right: float) -> Span:
    """Centre a label, moved inside 0 to `right` where it would leave it."""
    half = width / 2
    middle = min(max(middle, half), right - half) if width <= right else right / 2
    return Span(middle - half, middle + half)


def with_room(wanted: Iterable[tuple[int, Span]], gap: float) -> set[int]:
    """Choose, in the order wanted, the numbers of the spans that keep `gap` px from one another."""
    chosen: dict[int, Span] = {}
    for number, span in wanted:
        if all(
            span.left - gap >= other.right or span.right + gap <= other.left
            for other in chosen.values()
        ):
            chosen[number] = span
    return set(chosen)


def draw_point_values(
    plot: Plot, lines: Sequence[Sequence[Point]], right: float, bottom: float
) -> None:
    """Write values above or below their points where neither label nor line is in the way."""
    taken: list[_Place] = []
    for points in lines:
        for at in [*range(len(points))[:1], *range(len(points) - 1, 0, -1)]:
            place = _free_place(plot, points, at, lines, taken, right, bottom)
            if place is None:
                continue
            taken.append(place)
            middle = (place.top + place.bottom) / 2
            plot.text(
                place.span.middle,
                middle,
                points[at].text,
                plot.theme.ink2,
                size=plot.small,
                align="center",
                tag="point value",
            )


def _free_place(
    plot: Plot,
    points: Sequence[Point],
    at: int,
    lines: Sequence[Sequence[Point]],
    taken: list[_Place],
    right: float,
    bottom: float,
) -> _Place | None:
    """Find a free place for a point's text, first on the outer side of the line's bend."""
    point = points[at]
    width = plot.measure(point.text, plot.small)
    if not point.text or width > right:
        return None
    span = centered(point.x, width, right)
    near = [one.y for one in (*points[max(0, at - 1) : at], *points[at + 1 : at + 2])]
    is_low = bool(near) and point.y > max(near)
    half, away = plot.px(7), plot.px(14)
    for side in (1, -1) if is_low else (-1, 1):
        middle = point.y + side * away
        place = _Place(span, middle - half, middle + half)
        is_inside = place.top >= 0 and place.bottom <= bottom
        is_clear = not any(place.meets(other) for other in taken)
        if is_inside and is_clear and not any(_cuts(line, place) for line in lines):
            return place
    return None


def _cuts(line: Sequence[Point], place: _Place) -> bool:
    """Tell whether a line passes through a place, or within a few px of it."""
    left, right = place.span.left - 4, place.span.right + 4
    top, bottom = place.top - 3, place.bottom + 3
    for start, end in pairwise(line):
        first, last = max(left, start.x), min(right, end.x)
        if first > last:
            continue
        slope = (end.y - start.y) / (end.x - start.x) if end.x > start.x else 0.0
        levels = [start.y + slope * (x - start.x) for x in (first, last)]
        if max(levels) > top and min(levels) < bottom:
            return True
    return any(left <= one.x <= right and top < one.y < bottom for one in line)


def draw_ticks(
    plot: Plot, places: Iterable[tuple[float, Period]], middle: float, right: float
) -> None:
    """Write periods at a height, thinned evenly until none meets another; the last one stays."""
    dated = sorted(dict(places).items(), key=lambda one: one[0])
    texts = [plot.wording.period(period) for _, period in dated]
    spans = [
        centered(x, min(right, plot.measure(text, plot.small)), right)
        for (x, _), text in zip(dated, texts, strict=True)
    ]
    shown = range(0)
    for step in range(1, len(dated) + 1):
        shown = range(len(dated) - 1, -1, -step)
        if len(with_room([(at, spans[at]) for at in shown], plot.px(8))) == len(shown):
            break
    for at in shown:
        plot.text(
            spans[at].middle,
            middle,
            texts[at],
            plot.theme.ink3,
            size=plot.small,
            align="center",
            within=right,
            tag="tick",
        )
