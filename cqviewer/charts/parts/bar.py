"""Bars and columns: a value from zero, a derived one hollow, a bound pale and with a cap."""

from typing import TYPE_CHECKING

from cqviewer.charts.drawing import Box
from cqviewer.model.facts import Observation

if TYPE_CHECKING:
    from cqviewer.charts.plot import Plot

_CAP = 20  # px across the end of a bound


def draw_bar(
    plot: "Plot",
    box: Box,
    one: Observation,
    color: str,
    *,
    is_level: bool = False,
    tag: str | None = None,
) -> None:
    """Draw the bar of an observation, level or as a column; the far end of a bound has a cap."""
    if one.bound is None:
        plot.box(box, color, is_hollow=one.status == "derived", tag=tag)
        return
    x, y, width, height = box
    plot.box(box, plot.theme.hair, tag=tag)
    plot.frames([box], plot.theme.line, tag="bound edge")
    half, is_negative = plot.px(_CAP) / 2, one.bound.value < 0
    if is_level:
        end, middle = x if is_negative else x + width, y + height / 2
        xs, ys = [end, end], [middle - half, middle + half]
    else:
        end = y + height if is_negative else y
        half = max(half, width / 2 + plot.px(2))
        xs, ys = [x + width / 2 - half, x + width / 2 + half], [end, end]
    plot.line(xs, ys, plot.theme.ink, width=2, tag="cap")
