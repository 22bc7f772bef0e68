"""The charts of the pages: drawn for paper, one or two to a row, with the words around them."""

from cqviewer.charts.draw import draw_chart, to_svg
from cqviewer.charts.drawing import ChartError, Look
from cqviewer.charts.theme import PRINT
from cqviewer.model.chart_text import description, source_note, subtitle
from cqviewer.model.facts import Chart
from cqviewer.model.format import Width
from cqviewer.printing.page_data import ChartBlock, ChartSection
from cqviewer.printing.scope import Scope

FULL_WIDTH = 760
"""px that a chart across the whole text is drawn in; they fill 174 mm."""
PAIR_GAP = 36
"""px between two charts in a row."""
_WEIGHTS: dict[Width, float] = {"narrow": 68.7, "half": 82.9, "wide": 97.1, "full": 174}


class Pictures:
    """The SVGs of an edition's charts and their alternative texts, by file name."""

    def __init__(self) -> None:
        """Begin with none."""
        self.svgs: dict[str, bytes] = {}
        self.alts: dict[str, str] = {}

    def add(self, svg: bytes, alt: str) -> str:
        """Keep a picture and give the file name that the template reads it by."""
        name = f"chart-{len(self.svgs)}.svg"
        self.svgs[name] = svg
        self.alts[name] = alt
        return name


def chart_sections(scope: Scope, pictures: Pictures) -> list[ChartSection]:
    """Draw the charts of every section that has any for paper."""
    printed = [
        (section, tuple(chart for chart in section.charts if chart.medium == "both"))
        for section in scope.sections
    ]
    return [
        ChartSection(
            title=scope.said(section.title),
            rows=[_row(row, scope, pictures) for row in chart_rows(charts)],
        )
        for section, charts in printed
        if charts
    ]


def chart_rows(charts: tuple[Chart, ...]) -> list[tuple[Chart, ...]]:
    """Put two charts side by side where both are not full and follow one another."""
    rows: list[tuple[Chart, ...]] = []
    waiting: Chart | None = None
    for chart in charts:
        if chart.width == "full":
            rows += [(one,) for one in (waiting, chart) if one]
            waiting = None
        elif waiting:
            rows.append((waiting, chart))
            waiting = None
        else:
            waiting = chart
    return [*rows, (waiting,)] if waiting else rows


def _row(charts: tuple[Chart, ...], scope: Scope, pictures: Pictures) -> list[ChartBlock]:
    if len(charts) == 1:
        return [_block(charts[0], FULL_WIDTH, 1.0, scope, pictures)]
    weights = [_WEIGHTS[chart.width] for chart in charts]
    shares = [weight / sum(weights) for weight in weights]
    return [
        _block(chart, round((FULL_WIDTH - PAIR_GAP) * share), share, scope, pictures)
        for chart, share in zip(charts, shares, strict=True)
    ]


def _block(chart: Chart, width: int, share: float, scope: Scope, pictures: Pictures) -> ChartBlock:
    """Draw one chart at a width in px; where it cannot be drawn, its block says why."""
    wording, sheet = scope.wording, scope.sheet
    file, height, fault = "", 0, ""
    try:
        drawing = draw_chart(
            chart, sheet, Look(theme=PRINT, width=width, language=wording.language)
        )
        file = pictures.add(to_svg(drawing), description(chart, sheet, wording))
        height = drawing.height
    except ChartError as error:
        fault = wording.say("print_chart_failed", reason=str(error))
    return ChartBlock(
        title=scope.said(chart.title),
        subtitle=subtitle(chart, sheet, wording, medium="print"),
        source=source_note(chart, sheet, wording),
        share=share,
        file=file,
        width=width,
        height=height,
        fault=fault,
    )
