"""Labels of points and periods: as many as have room, none over another or over a line."""

import itertools
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from cqviewer.charts.parts.periods import tick_texts
from cqviewer.model.facts import Observation
from cqviewer.model.numbers.period import Period

if TYPE_CHECKING:
    from cqviewer.charts.plot import Plot

_PLAIN = 2  # the rank of a point that neither the title nor its size makes telling


class Span(msgspec.Struct, frozen=True):
    """A place on a line, in px."""

    left: float
    right: float

    @property
    def middle(self) -> float:
        """Return the middle in px."""
        return (self.left + self.right) / 2


class Point(msgspec.Struct, frozen=True):
    """A point of a line in px, with the text to be written at it, if any.

    Texts of the lowest `rank` find their places first; plain ones stand nowhere but next to it.
    `above` and `below` are how far an interval reaches from the point, beyond which texts stand.
    """

    x: float
    y: float
    text: str
    rank: int = _PLAIN
    above: float = 0.0
    below: float = 0.0


class LabelBox(msgspec.Struct, frozen=True):
    """Where a label stands, in px."""

    span: Span
    top: float
    bottom: float

    @classmethod
    def around(cls, x: float, width: float, y: float, half: float) -> "LabelBox":
        """Return the place of a label around a point, which reaches `half` px up and down."""
        return cls(Span(x - width / 2, x + width / 2), y - half, y + half)

    def meets(self, other: "LabelBox") -> bool:
        """Return whether two labels would meet or nearly so."""
        return (
            self.span.left - 4 < other.span.right
            and other.span.left < self.span.right + 4
            and self.top < other.bottom
            and other.top < self.bottom
        )


def centered(middle: float, width: float, sides: Span) -> Span:
    """Return the span of a label of a width around a middle, moved between two sides."""
    half, least, most = width / 2, sides.left + width / 2, sides.right - width / 2
    middle = min(max(middle, least), most) if least <= most else sides.middle
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


def place_point_values(
    plot: "Plot",
    series: Sequence[Sequence[Point]],
    lines: Sequence[Sequence[Point]],
    taken: Sequence[LabelBox],
    bounds: tuple[Span, float],
) -> list[tuple[LabelBox, str]]:
    """Choose places for values above or below their points, where nothing is in the way.

    `lines`, such as that of zero, and `taken`, the places of other labels, are in the way. `bounds`
    are the sides and the bottom within which labels stand.
    """
    placed: list[tuple[LabelBox, str]] = []
    order = [
        (point.rank, number, -at if at else -len(points), points, at)
        for number, points in enumerate(series)
        for at, point in enumerate(points)
        if point.text
    ]
    for *_, points, at in sorted(order, key=lambda one: one[:3]):
        labels = [*taken, *(one for one, _ in placed)]
        others = [one for one in series if one is not points]
        place = _free_place(plot, points, at, lines, others, labels, bounds)
        if place is not None:
            placed.append((place, points[at].text))
    return placed


def place_signs_below(
    plot: "Plot", dated: Iterable[tuple[float, Observation]], zero: float, sides: Span
) -> list[tuple[LabelBox, str]]:
    """Place the letters of missing values a little above zero.

    Letters of one time stand together; those too close to others before them are left out.
    """
    found: dict[float, dict[str, None]] = {}
    for x, one in dated:
        if one.amount is None and (text := plot.signs(one)):
            found.setdefault(x, {})[text] = None
    texts = {x: " ".join(found[x]) for x in sorted(found)}
    spans = [centered(x, plot.measure(text, plot.small), sides) for x, text in texts.items()]
    shown = with_room(enumerate(spans), plot.px(4))
    middle, half = zero - plot.px(12), plot.px(7)
    places = zip(spans, texts.values(), strict=True)
    return [
        (LabelBox(span, middle - half, middle + half), text)
        for at, (span, text) in enumerate(places)
        if at in shown
    ]


def draw_signs_below(plot: "Plot", placed: Iterable[tuple[LabelBox, str]]) -> None:
    """Write the letters of missing values at their places."""
    _draw_texts(plot, placed, "signs")


def draw_point_values(plot: "Plot", placed: Iterable[tuple[LabelBox, str]]) -> None:
    """Write values at the places chosen for them."""
    _draw_texts(plot, placed, "point value")


def _draw_texts(plot: "Plot", placed: Iterable[tuple[LabelBox, str]], tag: str) -> None:
    for place, text in placed:
        middle = (place.top + place.bottom) / 2
        color, size = plot.theme.ink2, plot.small
        plot.text(place.span.middle, middle, text, color, size=size, align="center", tag=tag)


def _free_place(
    plot: "Plot",
    points: Sequence[Point],
    at: int,
    lines: Sequence[Sequence[Point]],
    others: Sequence[Sequence[Point]],
    taken: Sequence[LabelBox],
    bounds: tuple[Span, float],
) -> LabelBox | None:
    """Find a free place for a point's text, first on the outer side of the line's bend.

    Of several series, no other passes between a point and its text, which would seem to be its.
    """
    point, (sides, bottom) = points[at], bounds
    width = plot.measure(point.text, plot.small)
    if width > sides.right - sides.left:
        return None
    near = [one.y for one in (*points[max(0, at - 1) : at], *points[at + 1 : at + 2])]
    is_low = bool(near) and point.y > max(near)
    half = plot.px(7)
    is_telling = point.rank < _PLAIN
    aways = (14, 26) if is_telling else (14,)
    shifts = (0.0, width / 2 - 4, 4 - width / 2) if is_telling else (0.0,)
    sides_of_point = (1, -1) if is_low else (-1, 1)
    for away, shift, side in itertools.product(aways, shifts, sides_of_point):
        span = centered(point.x + shift, width, sides)
        beyond = point.above if side < 0 else point.below
        height = point.y + side * (plot.px(away) + beyond)
        place = LabelBox(span, height - half, height + half)
        is_inside = place.top >= 0 and place.bottom <= bottom
        is_clear = not any(place.meets(other) for other in taken)
        is_clear = is_clear and not any(_is_between(one, point, place) for one in others)
        if is_inside and is_clear and not any(is_cut(line, place) for line in lines):
            return place
    return None


def _is_between(line: Sequence[Point], point: Point, place: LabelBox) -> bool:
    """Return whether a line passes between a point and its label's middle."""
    low, high = sorted((point.y, (place.top + place.bottom) / 2))
    for start, end in itertools.pairwise(line):
        if start.x <= point.x <= end.x:
            part = (point.x - start.x) / (end.x - start.x) if end.x > start.x else 0.0
            if low < start.y + part * (end.y - start.y) < high:
                return True
    return False


def is_cut(line: Sequence[Point], place: LabelBox) -> bool:
    """Return whether a line, broken where y is NaN, passes through a place or close to it."""
    left, right = place.span.left - 4, place.span.right + 4
    top, bottom = place.top - 3, place.bottom + 3
    for start, end in itertools.pairwise(line):
        first, last = max(left, start.x), min(right, end.x)
        if first > last:
            continue
        slope = (end.y - start.y) / (end.x - start.x) if end.x > start.x else 0.0
        levels = [start.y + slope * (x - start.x) for x in (first, last)]
        if max(levels) > top and min(levels) < bottom:
            return True
    return any(left <= one.x <= right and top < one.y < bottom for one in line)


def draw_ticks(
    plot: "Plot", places: Iterable[tuple[float, Period]], middle: float, right: float
) -> None:
    """Write periods at a height, thinned evenly until none meets another; the last one stays."""
    dated = sorted(dict(places).items(), key=lambda one: one[0])
    texts = tick_texts([period for _, period in dated], plot.wording)
    spans = [
        centered(x, min(right, plot.measure(text, plot.small)), Span(0.0, right))
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
