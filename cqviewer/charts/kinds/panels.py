"""Small multiples: a panel for each series, all on one scale, with the others pale behind it."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cqviewer.charts.kind import Medium
from cqviewer.charts.kinds.series import SeriesKind
from cqviewer.charts.parts.course import (
    Course,
    draw_band,
    draw_bounds,
    draw_breaks,
    draw_course,
    draw_path,
    mark_course,
    place_courses,
    reached,
)
from cqviewer.charts.parts.periods import tick_texts
from cqviewer.charts.parts.point_labels import (
    LabelBox,
    Span,
    centered,
    draw_signs_below,
    is_cut,
    place_signs_below,
    with_room,
)
from cqviewer.charts.parts.scale import Scale
from cqviewer.charts.words import bare_value
from cqviewer.model.facts import Indicator, Observation
from cqviewer.model.gaps import gaps
from cqviewer.model.messages import say, template
from cqviewer.model.problems import Findings, Path
from cqviewer.model.wording.wording import Wording

if TYPE_CHECKING:
    from cqviewer.charts.plot import Plot

_LEAST, _MOST = 4, 12
_ACROSS, _DOWN = 36, 24  # px between panels
_TALL, _HIGHEST, _ZERO, _TICK = 172, 46, 144, 159  # px of a panel; of places in it from its top
_THREE_FROM, _TWO_FROM = 640, 340  # px of width from which so many stand in a row


class Panels(SeriesKind):
    """Small multiples of lines."""

    name = "panels"
    draws = f"{_LEAST} to {_MOST} time series in panels on one scale"
    shape = template("a line")

    def check_figures(self, path: Path, findings: Findings) -> None:
        """Report too few panels or too many, and what no series has."""
        number = len(self.chart.of)
        if not _LEAST <= number <= _MOST:
            message = say("{} to {} series make panels, and these are {}", _LEAST, _MOST, number)
            hint = (
                say("take kind: line") if number < _LEAST else say("name those that matter in `of`")
            )
            findings.add((*path, "of"), message, hint)
        super().check_figures(path, findings)

    def subtitle(self, wording: Wording, medium: Medium) -> str:
        """Return what is measured, that the scale is one, and what is grey."""
        line = super().subtitle(wording, medium)
        return wording.sentences([line, wording.say("one_scale", number=len(self.chart.of) - 1)])

    def draw(self, plot: "Plot") -> float:
        """Draw a panel for each figure, in the order given; each point can be pointed at."""
        figures = self.drawable(plot.wording)
        width = plot.width
        columns = 3 if width >= plot.px(_THREE_FROM) else 2 if width >= plot.px(_TWO_FROM) else 1
        across, down, tall = plot.px(_ACROSS), plot.px(_DOWN), plot.px(_TALL)
        wide = (width - (columns - 1) * across) / columns
        ends = float(plot.px(_ZERO)), float(plot.px(_HIGHEST))
        scale = Scale.with_zero(reached(figures), *ends)
        sides = plot.px(8), wide - plot.px(8)
        courses = place_courses(figures, plot.wording, sides, scale)
        names = plot.names([plot.wording.short_name(one) for one in figures], wide, plot.number)
        for at, (course, name) in enumerate(zip(courses, names, strict=True)):
            x, y = at % columns * (wide + across), at // columns * (tall + down)
            panel = _Panel(plot, [one.moved(x, y) for one in courses], (x, float(y), wide), scale)
            panel.draw(course.figure, name)
        rows = -(-len(figures) // columns)
        return float(rows * (tall + down) - down)


class _Panel:
    """One panel: the courses of all series at their places in it, and its left, top and width."""

    def __init__(
        self,
        plot: "Plot",
        courses: list[Course],
        place: tuple[float, float, float],
        scale: Scale,
    ) -> None:
        self._plot = plot
        self._courses = courses
        self._left, self._top, self._wide = place
        self._right = self._left + self._wide
        self._sides = Span(self._left, self._right)
        start, end = scale.start + self._top, scale.end + self._top
        self._scale = Scale(scale.low, scale.high, start, end)
        self._foot = self._top + plot.px(_ZERO)

    def draw(self, figure: Indicator, name: str) -> None:
        """Draw the panel of a figure."""
        plot, theme = self._plot, self._plot.theme
        own = next(one for one in self._courses if one.figure is figure)
        box = (self._left, self._top, self._wide, plot.px(_TALL))
        bleed = plot.bleed
        tinted = (box[0] - bleed, box[1] - plot.px(4), box[2] + 2 * bleed, box[3] + plot.px(4))
        plot.tint(tinted, figure.id)
        ink, size, tag = theme.ink, plot.number, f"name:{figure.id}"
        middle, wide = self._top + plot.px(9), self._wide
        plot.text(self._left, middle, name, ink, size=size, weight="bold", within=wide, tag=tag)
        for one in self._courses:
            if one is not own:
                draw_path(plot, one, theme.hair, width=1.5, tag="other")
                for x, y in one.lone_points:
                    plot.dot(x, y, plot.px(4), theme.hair, tag="other")
        draw_band(plot, own, self._scale)
        draw_breaks(plot, [own], self._top + plot.px(_HIGHEST) / 2, self._foot)
        zero = round(self._scale(0.0))
        plot.line([self._left, self._right], [zero, zero], theme.ink, tag="zero")
        ends = _ends(own)
        draw_course(plot, own, theme.accent, width=2, telling=ends[:1], has_marks=False)
        draw_bounds(plot, own, self._scale)
        below = place_signs_below(plot, own.dated, self._foot, self._sides)
        draw_signs_below(plot, below)
        self._draw_values(own, ends, [place for place, _ in below])
        self._say_no_data([place for place, _ in below])
        self._draw_ticks()
        mark_course(plot, own, self._scale, self._foot)
        plot.mark(figure.id, box, plot.wording.figure_phrase(figure))  # after the periods

    def _draw_values(self, own: Course, ends: Sequence[int], taken: Sequence[LabelBox]) -> None:
        """Write the first and the last value, where neither the line is nor what is `taken`."""
        plot, placed = self._plot, list[LabelBox]()
        half, path = plot.px(8), own.path
        for at in ends:
            one = own.observations[at]
            text, signs = bare_value(own.figure, one, plot.wording), plot.signs(one)
            width = plot.value_width(text, signs)
            x, y = own.xs[at], own.ys[at]
            middle = centered(x, width, self._sides).middle
            places = [
                LabelBox.around(middle + shift, width, y + side * plot.px(away), half)
                for away, side in ((16, -1), (16, 1), (28, -1), (28, 1), (40, -1))
                for shift in (0.0, width / 2, -width / 2)
                if self._left <= middle + shift - width / 2
                and middle + shift + width / 2 <= self._right
            ]
            free = [
                place
                for place in places
                if place.bottom < self._foot
                and not is_cut(path, place)
                and not any(place.meets(other) for other in (*taken, *placed))
            ]
            if free or (places and not placed):
                place = free[0] if free else places[0]
                placed.append(place)
                key = f"{own.figure.id}:{at}"
                height = (place.top + place.bottom) / 2
                plot.value(place.span.left, height, text, key, signs=signs)

    def _dated(self) -> list[tuple[float, Observation]]:
        """Return an observation of each time that any series has, with its place."""
        known = {
            x: one for course in self._courses for x, one in course.dated if one.amount is not None
        }
        return sorted(known.items(), key=lambda one: one[0])

    def _say_no_data(self, taken: Sequence[LabelBox]) -> None:
        """Write "no data" over each gap that all series share."""
        plot = self._plot
        dated = self._dated()
        text = plot.wording.say("no_data")
        width, half = plot.measure(text, plot.small), plot.px(7)
        for gap in gaps([one for _, one in dated]):
            left, right = dated[gap.after][0], dated[gap.after + 1][0]
            middle, y = (left + right) / 2, self._foot - plot.px(12)
            place = LabelBox.around(middle, width, y, half)
            if width <= right - left and not any(place.meets(one) for one in taken):
                color, size = plot.theme.ink3, plot.small
                plot.text(middle, y, text, color, size=size, align="center", tag="no data")

    def _draw_ticks(self) -> None:
        """Write the first and last period of all, and one between them where there is room."""
        plot, dated = self._plot, self._dated()
        if not dated:
            return
        gap = next(iter(gaps([one for _, one in dated])), None)
        inner = gap.after + 1 if gap else len(dated) // 2
        chosen = list(dict.fromkeys((0, len(dated) - 1, inner)))
        texts = tick_texts([dated[at][1].period for at in chosen], plot.wording)
        spans = [
            centered(dated[at][0], min(plot.measure(text, plot.small), self._wide), self._sides)
            for at, text in zip(chosen, texts, strict=True)
        ]
        shown = with_room(enumerate(spans), plot.px(6))
        for number in shown:
            middle, y = spans[number].middle, self._top + plot.px(_TICK)
            color, size = plot.theme.ink3, plot.small
            text = texts[number]
            plot.text(middle, y, text, color, size=size, align="center", tag="tick")


def _ends(course: Course) -> list[int]:
    """Return the numbers of the first and the last observation that has a value."""
    known = [at for at, y in enumerate(course.ys) if not math.isnan(y)]
    return list(dict.fromkeys([*known[:1], *known[-1:]]))
