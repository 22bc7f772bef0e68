"""A slope: two values on stems from zero, with the rate of change written between them."""

from typing import TYPE_CHECKING

import msgspec

from cqviewer.charts.drawing import DASHES, SLOPE_DASHES, Align, ChartError
from cqviewer.charts.kind import Kind, Medium
from cqviewer.charts.parts.scale import Scale
from cqviewer.charts.words import item
from cqviewer.model.facts import Indicator, Observation
from cqviewer.model.messages import say
from cqviewer.model.problems import Findings, Path
from cqviewer.model.wording.beside import says_unit
from cqviewer.model.wording.wording import Wording

if TYPE_CHECKING:
    from cqviewer.charts.plot import Plot

_TALL = 150  # px from the lowest to the highest of both values and zero
_NARROWEST, _WIDEST = 72, 0.36  # gap between the points: px, and share of the width
_DOT, _RING, _HALO = 12, 14, 27


class _End(msgspec.Struct, frozen=True):
    """One end of the slope and where it stands, in px."""

    figure: Indicator
    observation: Observation
    x: float
    y: float
    about: str
    value: str
    when: str

    @property
    def is_derived(self) -> bool:
        return self.observation.status == "derived"


class _Frame(msgspec.Struct, frozen=True):
    """The layout: where the points and the zero line stand; values beside the points or below."""

    xs: tuple[float, float]
    top: float
    zero: float
    bottom: float
    is_beside: bool
    is_change_on_top: bool


class Slope(Kind):
    """Two values with the change between them."""

    name = "slope"
    draws = "two values with the change between"
    needs = "two figures of one unit, or one time series"
    reads = ("of", "change", "period", "last")

    def ends(self) -> list[tuple[Indicator, Observation]]:
        """Return what it leads from and to: two figures, or one's first and last observation."""
        figures = self.measured
        if len(figures) == 1 and figures[0].is_series:
            return [(figures[0], figures[0].observations[0]), (figures[0], figures[0].last)]
        return [(one, one.latest) for one in figures]

    def earlier(self) -> int | None:
        """Return that one series leads from its first observation; two figures have but one."""
        return None if len(self.chart.of) == 1 else 0

    def observations(self) -> list[Observation]:
        """Return the observations of the ends, and the change's."""
        changes = [self.sheet.indicators[self.chart.change].latest] if self.chart.change else []
        return [*(one for _, one in self.ends()), *changes]

    def check_figures(self, path: Path, findings: Findings) -> None:
        """Report other than two ends, an end without a value, and figures that are unlike."""
        ends = self.ends()
        if len(ends) != 2:
            hint = say("write of: [EARLIER, LATER], or name one time series")
            findings.add((*path, "of"), say("a slope leads from one figure to another"), hint)
        elif any(one.value is None for _, one in ends):
            message = say("an end of the slope has no stated value")
            findings.add((*path, "of"), message, say("a card shows that better"))
        super().check_figures(path, findings)

    def what(self, wording: Wording, medium: Medium) -> str:
        """Return the later figure's name, and its unit: 'US$', 'per cent', 'bn yuan', '亿元'.

        Counted things that the name says already have none.
        """
        last = self.measured[-1]
        unit = wording.unit(last.unit)
        if last.unit.kind == "percent":
            unit = wording.say("per_cent")
        elif last.unit.is_before and wording.is_english:
            unit = last.unit.symbol
        elif says_unit(last.short or last.name, last, wording.language):
            unit = ""
        return wording.join([wording.short_name(last), unit])

    def when(self, wording: Wording) -> str:
        """Return the period of the ends, or both where one series leads from one to the other."""
        ends = [one.period for _, one in self.ends()]
        if len(self.chart.of) == 1 and len(ends) == 2 and all(one.is_stated for one in ends):
            first, last = (wording.period(one, long=True) for one in ends)
            return wording.say("period_and", first=first, last=last)
        return super().when(wording)

    def description(self, wording: Wording) -> str:
        """Return a sentence that names both ends and the change."""
        ends = self.ends()
        if not ends:
            return wording.text(self.chart.title)
        first, last = (item(figure, wording, one) for figure, one in (ends[0], ends[-1]))
        change = ""
        if self.chart.change:
            value = wording.value(self.sheet.indicators[self.chart.change])
            change = wording.say("describe_slope_change", change=value)
        return wording.say("describe_slope", first=first, last=last, change=change)

    def draw(self, plot: "Plot") -> float:
        """Draw two figures of one unit, or the first and last observation of one."""
        pairs = self.ends()
        if len(pairs) != 2:
            raise ChartError(plot.wording.say("slope_needs_two"))
        self.drawable(plot.wording)
        change = self.sheet.indicators[self.chart.change] if self.chart.change else None
        frame, scale = _frame(plot, pairs, change)
        ends = [
            _end(plot, pair, x, scale, when)
            for pair, x, when in zip(pairs, frame.xs, _categories(plot, pairs), strict=True)
        ]
        _draw_stems(plot, ends, frame)
        for end, is_first in zip(ends, (True, False), strict=True):
            _draw_point(plot, end, frame, is_first=is_first)
        if change is not None:
            _draw_change(plot, change, ends, frame)
        return max(_draw_below(plot, end, frame) for end in ends)


def _worded(plot: "Plot", figure: Indicator, observation: Observation) -> tuple[str, str]:
    """Split a value into 'about' (or nothing) and the rest."""
    value = plot.wording.value(figure, observation, short=True)
    about = plot.wording.parts(figure, observation).about
    return about, plot.signed(value.removeprefix(about).strip(), observation)


def _categories(plot: "Plot", pairs: list[tuple[Indicator, Observation]]) -> list[str]:
    """Return names for the ends: their periods, earlier and reported, or their figures' names."""
    (first, earlier), (last, later) = pairs
    if first.derivation and last.id in first.derivation.inputs:
        return [plot.wording.say("a_year_earlier"), plot.wording.say("reported")]
    if earlier.period.is_stated and later.period.is_stated and earlier.period != later.period:
        return [plot.wording.period(one.period) for one in (earlier, later)]
    names = [plot.wording.brief_name(one) for one in (first, last)]
    return plot.names(names, plot.width / 2 - plot.px(8), plot.body, plot.widest)


def _frame(
    plot: "Plot", pairs: list[tuple[Indicator, Observation]], change: Indicator | None
) -> tuple[_Frame, Scale]:
    """Find room for the labels on both sides, or else put the values below."""
    widths = []
    for figure, observation in pairs:
        about, value = _worded(plot, figure, observation)
        bold = plot.measure(value, plot.number, "bold")
        widths.append(max(plot.measure(about, plot.small), bold))
    half = [plot.measure(one, plot.body) / 2 for one in _categories(plot, pairs)]
    left = max(widths[0] + plot.px(20), half[0])
    right = max(widths[1] + plot.px(18), half[1])
    free = plot.width - left - right
    is_beside = free >= plot.px(_NARROWEST) and sum(half) + plot.px(8) <= free
    if is_beside:
        gap = min(free, max(_WIDEST * plot.width, sum(half) + plot.px(12)), plot.px(240))
        start = left + min((free - gap) / 2, max(0.0, (plot.width - gap) / 2 - left))
        xs = (round(start), round(start + gap))
    else:
        xs = (round(plot.width / 4), round(plot.width * 3 / 4))
    rate = plot.signed_value(change) if change else ""
    on_top = plot.measure(rate, plot.number, "bold") > xs[1] - xs[0] - plot.px(28)
    top = plot.px(14) + (plot.px(38) if on_top else 0)
    known = [one.value for _, one in pairs if one.value is not None]
    bottom = top + plot.px(_TALL)
    scale = Scale.with_zero(known, bottom, top)
    frame = _Frame(xs, top, scale(0.0), bottom, is_beside, on_top)
    return frame, scale


def _end(
    plot: "Plot", pair: tuple[Indicator, Observation], x: float, scale: Scale, when: str
) -> _End:
    figure, observation = pair
    y = scale(0.0 if observation.value is None else observation.value)
    return _End(figure, observation, x, y, *_worded(plot, figure, observation), when)


def _draw_stems(plot: "Plot", ends: list[_End], frame: _Frame) -> None:
    """Draw the zero line, the stems and the slope; dashed where an end is derived."""
    theme, past = plot.theme, plot.px(34)
    left, right = max(0.0, frame.xs[0] - past), min(plot.width, frame.xs[1] + past)
    first, last = ends
    # On the other side where a value beside the first point stands there.
    is_left = not frame.is_beside or abs(first.y - frame.zero) > plot.px(24)
    if (left if is_left else plot.width - right) >= plot.px(14):
        x = left - plot.px(5) if is_left else right + plot.px(5)
        align: Align = "right" if is_left else "left"
        plot.text(x, frame.zero, "0", theme.ink3, size=plot.small, align=align, tag="zero value")
    for end in ends:
        if end.observation.value is not None:
            plot.line(
                [end.x, end.x],
                [frame.zero, end.y],
                plot.tone(end.figure, end.observation),
                width=1.5,
                dashes=DASHES if end.is_derived else None,
                tag=f"stem:{end.figure.id}",
            )
    if first.observation.value is not None and last.observation.value is not None:
        is_dashed = first.is_derived or last.is_derived
        plot.line(
            [first.x, last.x],
            [first.y, last.y],
            plot.tone(last.figure, last.observation),
            width=2,
            dashes=SLOPE_DASHES if is_dashed else None,
            tag="slope",
        )
    plot.line([left, right], [frame.zero, frame.zero], theme.ink, tag="axis")


def _draw_point(plot: "Plot", end: _End, frame: _Frame, *, is_first: bool) -> None:
    """Draw an end's dot or ring, its halo if selected, and its value beside it."""
    theme = plot.theme
    if plot.is_selected(end.figure.id):
        plot.dot(end.x, end.y, plot.px(_HALO), theme.tint, tag="selection")
    if end.observation.value is not None:
        size = _RING if end.is_derived else _DOT
        plot.dot(
            end.x,
            end.y,
            plot.px(size),
            plot.tone(end.figure, end.observation),
            is_hollow=end.is_derived,
            tag=f"point:{end.figure.id}",
        )
    reach = plot.px(_HALO)
    halo = (end.x - reach / 2, end.y - reach / 2, reach, reach)
    plot.mark_observation(end.figure, end.observation, halo)
    if not frame.is_beside:
        return
    x = end.x - plot.px(20) if is_first else end.x + plot.px(16)
    align: Align = "right" if is_first else "left"
    leading = plot.px(18)
    # At the zero line, half of a two-line label would run into the line.
    middle = min(end.y, frame.bottom - plot.px(12)) if end.y <= frame.zero else end.y
    value = middle + leading / 2 if end.about else middle
    if end.about:
        plot.text(x, value - leading, end.about, theme.ink2, size=plot.small, align=align)
    width = plot.text(
        x,
        value,
        end.value,
        theme.ink if end.observation.value is not None else theme.ink3,
        size=plot.number,
        weight="bold",
        align=align,
        tag=f"value:{end.figure.id}",
    )
    left = x - width if is_first else x
    beside = (left, value - leading, width, 1.5 * leading)
    plot.mark_observation(end.figure, end.observation, beside)


def _draw_change(plot: "Plot", change: Indicator, ends: list[_End], frame: _Frame) -> None:
    """Write the rate below the slope's middle, above it, or on top of all."""
    text = plot.signed_value(change)
    status = _status(plot, change.latest)
    leading = plot.px(18)
    half = max(plot.measure(text, plot.number, "bold"), plot.measure(status, plot.small)) / 2
    x = sum(frame.xs) / 2
    within = plot.width if frame.is_change_on_top else 2 * half + 2
    if frame.is_change_on_top:
        x, middle = plot.width / 2, float(plot.px(10))
    else:
        first, last = ends
        slope = (last.y - first.y) / (last.x - first.x)
        level = (first.y + last.y) / 2
        middle = level + abs(slope) * half + plot.px(20)
        if middle + leading + plot.px(10) > frame.zero and frame.zero >= level:
            middle = level - abs(slope) * half - leading - plot.px(14)
        middle = max(middle, plot.px(8))
    box = (x - half - plot.px(6), middle - leading / 2, 2 * half + plot.px(12), 2 * leading)
    plot.tint(box, change.id)
    plot.value(x, middle, text, change.id, align="center", within=within)
    plot.text(
        x, middle + leading, status, plot.theme.ink3, size=plot.small, align="center", within=within
    )
    plot.mark_figure(change, box)


def _status(plot: "Plot", one: Observation) -> str:
    """Return in words where a value comes from, or why there is none."""
    wording = plot.wording
    return wording.say(one.status) if one.is_known else wording.inside(wording.no_number(one))


def _draw_below(plot: "Plot", end: _End, frame: _Frame) -> float:
    """Write an end's name and status below its stem, and its value if it has no room beside."""
    theme, within = plot.theme, frame.xs[1] - frame.xs[0] - plot.px(8)
    if not frame.is_beside:
        within = plot.width / 2 - plot.px(8)
    top = frame.bottom + plot.px(6)
    y = frame.bottom + plot.px(16)
    weight = plot.weight(end.figure.id)
    plot.paragraph(end.x, y, end.when, theme.ink, within=within, weight=weight, align="center")
    lines = len(plot.rows(end.when, within, plot.body, plot.widest))
    y += (lines - 1) * plot.leading(plot.body) + plot.px(17)
    status = _status(plot, end.observation)
    plot.text(end.x, y, status, theme.ink3, size=plot.small, align="center", within=within)
    if not frame.is_beside:
        if end.about:
            y += plot.px(17)
            about = end.about
            plot.text(end.x, y, about, theme.ink2, size=plot.small, align="center", within=within)
        y += plot.px(17)
        tag = f"value:{end.figure.id}"
        lines = plot.paragraph(
            end.x,
            y,
            end.value,
            theme.ink,
            within=within,
            size=plot.number,
            weight="bold",
            align="center",
            tag=tag,
        )
        y += (lines - 1) * plot.leading(plot.number)
    y += plot.px(9)
    below = (end.x - within / 2, top, within, y - top)
    plot.mark_observation(end.figure, end.observation, below)
    return y
