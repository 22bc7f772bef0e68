"""How charts stand on a page: which two share a row, and how wide each is; and sparklines."""

from collections.abc import Iterable

import msgspec

from cqviewer.model.choices import Width
from cqviewer.model.facts import Chart, Indicator


class Widths(msgspec.Struct, frozen=True):
    """A width of charts in px of a picture of its own, and as weights within a row."""

    picture: int
    screen: int
    paper: float


WIDTHS: dict[Width, Widths] = {
    "full": Widths(816, 816, 174),
    "wide": Widths(560, 450, 97.1),
    "half": Widths(480, 390, 82.9),
    "narrow": Widths(420, 330, 68.7),
}

SPARKLINE = (184, 40)
"""Width and height of a card's sparkline in px of the design."""
_LEAST = 3
"""Observations from which a key figure has a sparkline."""


def has_sparkline(figure: Indicator) -> bool:
    """Return whether a figure has enough values that are stated for a period, one after another."""
    known = [one for one in figure.observations if one.value is not None]
    return len(known) >= _LEAST and all(one.period.is_stated for one in figure.observations)


def chart_rows(charts: Iterable[Chart]) -> list[list[Chart]]:
    """Return charts in rows: two that follow one another stand side by side if neither is full."""
    rows: list[list[Chart]] = []
    for chart in charts:
        last = rows[-1] if rows else []
        if len(last) == 1 and "full" not in (last[0].width, chart.width):
            last.append(chart)
        else:
            rows.append([chart])
    return rows
