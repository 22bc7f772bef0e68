"""Pictures of charts: the request for one, and the pixels that are sent and cached."""

import msgspec

from cqviewer.charts.drawing import DrawOptions, Mark
from cqviewer.model.facts import Chart, Indicator, Sheet


class Pixels(msgspec.Struct, frozen=True, kw_only=True):
    """A chart as a picture: straight RGBA, row by row, `width` × `height` pixels of the screen.

    `chart_height` is in px at 96 dpi, and so are the marks. `is_kept` says that it comes from the
    cache.
    """

    data: bytes
    width: int
    height: int
    chart_height: int
    marks: tuple[Mark, ...]
    is_kept: bool = False


class Wanted(msgspec.Struct, frozen=True):
    """All that a picture is drawn from; `sheet` has only what the chart shows of it."""

    chart: Chart
    sheet: Sheet
    look: DrawOptions
    ratio: float
    """Pixels of the screen to a px."""


class Courses(msgspec.Struct, frozen=True):
    """All that the sparklines of cards are drawn from, one below the other in one picture."""

    figures: tuple[Indicator, ...]
    look: DrawOptions
    ratio: float


Asked = Wanted | Courses
