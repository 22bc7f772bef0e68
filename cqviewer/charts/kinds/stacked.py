"""A whole as one bar of 100 %: its parts with their shares, the largest first."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from cqviewer.charts.drawing import ChartError
from cqviewer.charts.kind import Kind, Medium
from cqviewer.charts.parts.whole import Whole, share_text, summed, whole_of
from cqviewer.charts.words import bare_value, item
from cqviewer.model.facts import Chart, Indicator
from cqviewer.model.messages import say
from cqviewer.model.problems import Findings, Path
from cqviewer.model.wording.wording import Wording

if TYPE_CHECKING:
    from cqviewer.charts.plot import Plot

_MOST = 6  # parts; of more, the smallest are drawn as one
_TALL, _GAP, _INSET, _ROW = 45, 2, 8, 18  # px of the bar, between parts, before text; of a label
_LIST_BELOW = 640  # px of width below which all labels stand in a list
_SWATCH = 10


class _Part(msgspec.Struct, frozen=True):
    """A part as it is drawn: one figure, or the smallest of many; left and width in px."""

    figures: list[Indicator]
    name: str
    share: str
    value: str
    left: float = 0.0
    width: float = 0.0

    @property
    def figure(self) -> Indicator | None:
        """Return the figure of a part that is one, or None."""
        return self.figures[0] if len(self.figures) == 1 else None


class Stacked(Kind):
    """A bar of 100 % for the parts of a whole."""

    name = "stacked"
    draws = "one bar of 100 %, divided into the parts of a whole"
    needs = "all parts of a breakdown with `adds_up: true`, none negative"
    reads = ("of", "period", "highlight")

    def in_order(self, figures: Sequence[Indicator]) -> Sequence[Indicator]:
        """Return figures by size, the largest first."""
        return sorted(figures, key=lambda one: -(one.latest.value or Decimal(0)))

    def _whole(self) -> Whole | None:
        return whole_of(self.measured, self.sheet)

    def check_figures(self, path: Path, findings: Findings) -> None:
        """Report why the figures cannot be shares of a whole."""
        super().check_figures(path, findings)
        reason, _ = _fault(self.measured, self._whole())
        if reason:
            hint = say("take kind: bars, which compares without a whole")
            findings.add((*path, "of"), _REASONS[reason], hint)

    def what(self, wording: Wording, medium: Medium) -> str:
        """Return of how much the shares are, and that they are derived."""
        first, whole = self.measured[0], self._whole()
        if whole is None or whole.amount is None:
            return wording.in_unit(first)
        one = msgspec.structs.replace(first.latest, value=whole.amount, status="derived")
        amount = wording.value(first, one)
        name = wording.text(whole.breakdown.name)
        return wording.say("share_of_whole", name=name, amount=amount)

    def items(self, wording: Wording) -> list[str]:
        """Return each part with its share, then the total."""
        whole = self._whole()
        if whole is None:
            return super().items(wording)
        said = []
        for one in self.in_order(whole.parts):
            share = share_text(whole, one.latest.value, wording)
            said.append(wording.join([item(one, wording), wording.say("share_of", share=share)]))
        return [*said, item(whole.total, wording)] if whole.total else said

    def draw(self, plot: "Plot") -> float:
        """Draw the bar with its labels; ChartError says why the figures are no parts of a whole."""
        figures = self.drawable(plot.wording)
        whole = self._whole()
        reason, name = _fault(figures, whole, plot.wording)
        if whole is None or reason:
            raise ChartError(plot.wording.say(f"stacked_{reason}", name=name))
        parts = _placed(plot, _parts(plot, self.chart, self.in_order(whole.parts), whole), whole)
        inside = [_fits(plot, one) for one in parts]
        outside = [one for one, fits in zip(parts, inside, strict=True) if not fits]
        is_list = plot.width < plot.px(_LIST_BELOW) or not all(
            _label_width(plot, one) + plot.px(14) <= one.left + one.width / 2 for one in outside
        )
        for one, fits in zip(parts, inside, strict=True):
            _draw_part(plot, self.chart, one, has_label=fits and not is_list)
        bottom = float(plot.px(_TALL))
        if is_list:
            return _draw_list(plot, self.chart, parts, bottom)
        return _draw_leaders(plot, outside, bottom)


_REASONS = {
    "no_whole": say("the figures are not the parts of one breakdown that adds up"),
    "negative": say("a part is negative, which no bar of shares can hold"),
    "unknown": say("a part has no value, so that the bar would not be whole"),
    "incomplete": say("parts of the breakdown are missing in the chart"),
    "differs": say("the parts do not make the stated total"),
}
"""Why a bar of shares cannot be drawn; the phrases say it to the reader of a sheet."""


def _fault(
    figures: Sequence[Indicator], whole: Whole | None, wording: Wording | None = None
) -> tuple[str, str]:
    """Return why figures cannot be shares, and the name of the part that it is about, or ''."""

    def named(one: Indicator) -> str:
        return wording.short_name(one) if wording else one.id

    if whole is None or not whole.breakdown.adds_up:
        return "no_whole", ""
    for one in whole.parts:
        value = one.latest.value
        if value is None or value < 0:
            return "unknown" if value is None else "negative", named(one)
    if not whole.is_complete:
        return "incomplete", named(figures[0])
    if not whole.amount or not whole.is_within_rounding:
        return "differs", ""
    return "", ""


def _parts(plot: "Plot", chart: Chart, figures: Sequence[Indicator], whole: Whole) -> list[_Part]:
    """Return the parts to draw; of too many, the smallest that are not highlighted are one part."""
    wording = plot.wording
    kept = list(figures)
    if len(figures) > _MOST:
        ahead = sorted(figures, key=lambda one: one.id not in chart.highlight)[: _MOST - 1]
        kept = [one for one in figures if one in ahead]
    made = [
        _Part(
            [one],
            wording.short_name(one),
            share_text(whole, one.latest.value, wording),
            plot.signed(bare_value(one, one.latest, wording), one.latest),
        )
        for one in kept
    ]
    rest = [one for one in figures if one not in kept]
    if rest:
        total = summed(rest)
        name = wording.say("others_summed", number=len(rest))
        value = wording.bare_number(rest[0], total)
        made.append(_Part(rest, name, share_text(whole, total, wording), value))
    return made


def _placed(plot: "Plot", parts: Sequence[_Part], whole: Whole) -> list[_Part]:
    """Place the parts side by side, with gaps of the page between them."""
    room = plot.width - plot.px(_GAP) * (len(parts) - 1)
    x, placed = 0.0, []
    for one in parts:
        width = room * float(summed(one.figures) / whole.sum)
        placed.append(msgspec.structs.replace(one, left=x, width=width))
        x += width + plot.px(_GAP)
    return placed


def _texts_width(plot: "Plot", one: _Part) -> tuple[float, float, float]:
    """Return the widths of name, share and value."""
    bold = plot.measure(one.share, plot.body, "bold")
    return plot.measure(one.name, plot.body, "bold"), bold, plot.measure(one.value, plot.body)


def _fits(plot: "Plot", one: _Part) -> bool:
    """Return whether a label has room within its part, with 4 px to spare."""
    name, share, value = _texts_width(plot, one)
    needed = max(name, share + plot.px(8) + value)
    return needed + plot.px(_INSET + 4) <= one.width


def _label_width(plot: "Plot", one: _Part) -> float:
    return sum(_texts_width(plot, one)) + 2 * plot.px(8)


def _color(plot: "Plot", chart: Chart, one: _Part) -> tuple[str, str]:
    """Return the colour of a part and that of text on it."""
    theme = plot.theme
    is_lit = not chart.highlight or any(figure.id in chart.highlight for figure in one.figures)
    if chart.highlight and not is_lit:
        return theme.rest, theme.on_rest
    return (theme.accent, theme.on_accent) if one.figure else (theme.rest, theme.on_rest)


def _draw_part(plot: "Plot", chart: Chart, one: _Part, *, has_label: bool) -> None:
    """Draw a part, hollow where it is derived, with its label where that stands within."""
    color, ink = _color(plot, chart, one)
    figure, tall = one.figure, plot.px(_TALL)
    is_hollow = figure is not None and figure.latest.status == "derived"
    key = figure.id if figure else "others"
    box = (one.left, 0.0, one.width, float(tall))
    plot.box(box, color, is_hollow=is_hollow, tag=f"part:{key}")
    if figure:
        if plot.is_selected(figure.id):
            frame = (one.left, float(tall) - plot.px(4), one.width, float(plot.px(4)))
            plot.box(frame, plot.theme.ink, tag="selection")
        plot.mark_figure(figure, box, plot.wording.say("share_of", share=one.share))
    if not has_label:
        return
    ink = plot.theme.ink if is_hollow else ink
    x, weight = one.left + plot.px(_INSET), plot.weight(key)
    plot.text(x, plot.px(14), one.name, ink, weight=weight, tag=f"name:{key}")
    x += plot.text(x, plot.px(32), one.share, ink, weight="bold", tag=f"share:{key}")
    plot.text(x + plot.px(8), plot.px(32), one.value, ink, tag=f"value:{key}")


def _draw_label(plot: "Plot", one: _Part, x: float, middle: float, *, below: float = 0.0) -> None:
    """Write name, share and value from a place on, on one line, or share and value lower."""
    theme, key = plot.theme, one.figure.id if one.figure else "others"
    name, share, value = one.name, one.share, one.value
    rest = 0.0 if below else _label_width(plot, one) - plot.measure(name, plot.body, "bold")
    weight, within, tag = plot.weight(key), plot.width - x - rest, f"name:{key}"
    width = plot.text(x, middle, name, theme.ink, weight=weight, within=within, tag=tag)
    x, y = (x, middle + below) if below else (x + width + plot.px(8), middle)
    x += plot.text(x, y, share, theme.ink, weight="bold", tag=f"share:{key}") + plot.px(8)
    plot.text(x, y, value, theme.ink2, within=plot.width - x, tag=f"value:{key}")


def _draw_leaders(plot: "Plot", parts: Sequence[_Part], top: float) -> float:
    """Write labels below the bar, each left of an elbow from its part; return the bottom in px.

    The leftmost stands on top, so that no leader runs through a label.
    """
    y = top + plot.px(14)
    for one in parts:
        x = one.left + one.width / 2
        end = x - plot.px(10)
        plot.line([x, x, end], [top + plot.px(2), y, y], plot.theme.line, tag="leader")
        width = _label_width(plot, one)
        left = end - plot.px(4) - width
        _draw_label(plot, one, left, y)
        if one.figure:
            label = (left, y - plot.px(9), width, float(plot.px(_ROW)))
            plot.mark_figure(one.figure, label, plot.wording.say("share_of", share=one.share))
        y += plot.px(_ROW)
    return y - plot.px(4) if parts else top


def _draw_list(plot: "Plot", chart: Chart, parts: Sequence[_Part], top: float) -> float:
    """Write all labels below the bar, each with a swatch; return the bottom in px."""
    y, swatch, x = top + plot.px(18), plot.px(_SWATCH), plot.px(_SWATCH + 8)
    is_wide = all(_label_width(plot, one) + x <= plot.width for one in parts)
    below = 0 if is_wide else plot.leading(plot.body)
    row = plot.px(20) + below
    for one in parts:
        color, _ = _color(plot, chart, one)
        is_hollow = one.figure is not None and one.figure.latest.status == "derived"
        square = (0.0, y - swatch / 2, swatch, swatch)
        plot.box(square, color, is_hollow=is_hollow, tag="swatch")
        _draw_label(plot, one, x, y, below=below)
        if one.figure:
            label = plot.across(y - plot.px(10), row)
            plot.mark_figure(one.figure, label, plot.wording.say("share_of", share=one.share))
        y += row
    return y - plot.px(6)
