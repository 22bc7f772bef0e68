"""The period strip: twelve cells, the months of a year, for what time a figure covers."""

from typing import TYPE_CHECKING

from cqviewer.charts.drawing import Box
from cqviewer.model.numbers.period import Period

if TYPE_CHECKING:
    from cqviewer.charts.plot import Plot

CELL, PITCH = 6, 8  # px


def draw_strip(plot: "Plot", x: float, middle: float, period: Period, year: int) -> None:
    """Draw twelve cells: filled where covered, pale where not, hollow where no period is stated.

    Nothing is drawn for a period that the months of the year cannot show.
    """
    cell, pitch = plot.px(CELL), plot.px(PITCH)
    top = round(middle - cell / 2)
    letters = period.month_cells(year)
    boxes = [(x + month * pitch, top, cell, cell) for month in range(len(letters))]
    cells: dict[str, list[Box]] = {letter: [] for letter in "cpn"}
    for box, letter in zip(boxes, letters, strict=True):
        cells[letter].append(box)
    plot.boxes(cells["c"], plot.theme.ink2, tag="strip:covered")
    plot.boxes(cells["p"], plot.theme.hair, tag="strip:not covered")
    plot.frames(cells["n"], plot.theme.line, tag="strip:not stated")
