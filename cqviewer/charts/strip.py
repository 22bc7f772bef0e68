"""The period strip: twelve cells, the months of a year, for what time a figure covers."""

from cqviewer.charts.plot import Plot
from cqviewer.model.period import Period

CELL, PITCH = 6, 8  # px


def draw_strip(plot: Plot, x: float, middle: float, period: Period, year: int) -> float:
    """Draw twelve cells: filled where covered, pale where not, hollow where no period is stated.

    Gives the strip's width in px. A period that reaches beyond the year fills the months it
    covers of it.
    """
    cell, pitch = plot.px(CELL), plot.px(PITCH)
    top = round(middle - cell / 2)
    cells = [(x + month * pitch, top, cell, cell) for month in range(12)]
    if period.start is None or period.end is None:
        plot.frames(cells, plot.theme.line, tag="strip:not stated")
    else:
        first = (period.start.year - year) * 12 + period.start.month - 1
        last = (period.end.year - year) * 12 + period.end.month - 1
        is_covered = [first <= month <= last for month in range(12)]
        covered = [box for box, yes in zip(cells, is_covered, strict=True) if yes]
        pale = [box for box, yes in zip(cells, is_covered, strict=True) if not yes]
        plot.boxes(covered, plot.theme.ink2, tag="strip:covered")
        plot.boxes(pale, plot.theme.hair, tag="strip:not covered")
    return 11 * pitch + cell
