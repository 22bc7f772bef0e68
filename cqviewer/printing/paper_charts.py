"""The charts of the pages: drawn for paper, one or two to a row, with the words around them.

No text of a chart is smaller than 7 points: one that is too tall for a page goes on on the next.
"""

from collections.abc import Iterator

from cqviewer.charts.draw import draw_chart, to_svg
from cqviewer.charts.drawing import ChartError, Drawing, Look
from cqviewer.charts.plot import BLEED
from cqviewer.charts.theme import PRINT
from cqviewer.model.chart_text import description, source_note, subtitle
from cqviewer.model.choices import Width
from cqviewer.model.facts import Chart
from cqviewer.model.wording import Wording
from cqviewer.printing.chart_parts import split_drawing
from cqviewer.printing.options import Paper
from cqviewer.printing.page_data import ChartBlock, ChartSection, Passage, Said
from cqviewer.printing.scope import Scope

FULL_WIDTH = 760
"""px that a chart across the whole text is drawn in; they fill 174 mm."""
PAIR_GAP = 36
"""px between two charts in a row."""
_TALLEST: dict[Paper, int] = {"a4": 940, "letter": 865}
"""px of a page that a chart may fill, for there are words above and below it."""
_SMALLEST = 0.9
"""The scale at which the smallest text of a chart, 12 px, still has 7 points."""
_LIST_WIDTH = 599
"""px in which goals are drawn as a list, which can be cut."""
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


def chart_sections(scope: Scope, pictures: Pictures, paper: Paper) -> list[ChartSection]:
    """Give the lead of every section that has one, and draw the charts that it has for paper."""
    printed = [
        (section, tuple(chart for chart in section.charts if chart.medium == "both"))
        for section in scope.sections
    ]
    return [
        ChartSection(
            title=scope.said(section.title),
            lead=scope.said(section.lead),
            rows=[
                blocks
                for row in chart_rows(charts)
                for blocks in _rows(row, scope, pictures, _TALLEST[paper])
            ],
        )
        for section, charts in printed
        if charts or section.lead
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


def _rows(
    charts: tuple[Chart, ...], scope: Scope, pictures: Pictures, tallest: int
) -> Iterator[list[ChartBlock]]:
    """Give a row of charts, or rows of one each where one of them is too tall for a page."""
    if len(charts) > 1:
        weights = [_WEIGHTS[chart.width] for chart in charts]
        shares = [weight / sum(weights) for weight in weights]
        drawn = [
            _draw(chart, round((FULL_WIDTH - PAIR_GAP) * share), scope)
            for chart, share in zip(charts, shares, strict=True)
        ]
        if not any(_is_too_tall(one, tallest) for one in drawn):
            pairs = zip(charts, drawn, shares, strict=True)
            yield [_block(*one, scope, pictures) for one in pairs]
            return
    for chart in charts:
        for block in _blocks(chart, scope, pictures, tallest):
            yield [block]


def _draw(chart: Chart, width: int, scope: Scope) -> Drawing | str:
    """Draw a chart at a width in px, or say why it cannot be drawn."""
    look = Look(theme=PRINT, width=width, language=scope.wording.language)
    try:
        return draw_chart(chart, scope.sheet, look)
    except ChartError as error:
        return scope.wording.say("print_chart_failed", reason=str(error))


def _is_too_tall(drawing: Drawing | str, tallest: int) -> bool:
    return isinstance(drawing, Drawing) and drawing.height * _SMALLEST > tallest


def _blocks(chart: Chart, scope: Scope, pictures: Pictures, tallest: int) -> Iterator[ChartBlock]:
    """Draw a chart across the whole text; one that is too tall for a page in several parts."""
    share = 1.0
    drawn = _draw(chart, FULL_WIDTH, scope)
    parts = _parts(chart, drawn, scope, tallest)
    if chart.kind == "goals" and _is_too_tall(parts[0], tallest):
        share = _LIST_WIDTH / FULL_WIDTH
        parts = _parts(chart, _draw(chart, _LIST_WIDTH, scope), scope, tallest)
    for at, part in enumerate(parts):
        yield _block(chart, part, share, scope, pictures, at=at, count=len(parts))


def _parts(chart: Chart, drawn: Drawing | str, scope: Scope, tallest: int) -> list[Drawing | str]:
    """Cut a drawing that is too tall for a page."""
    if isinstance(drawn, str):
        return [drawn]
    if not _is_too_tall(drawn, tallest):
        return [drawn]
    goals = scope.sheet.goals.named if scope.sheet.goals else ()
    starts = [goal.id for goal in goals] if chart.kind == "goals" else chart.figures
    head = min((mark.y for mark in drawn.marks), default=0.0) if chart.kind == "bars" else 0.0
    return list(split_drawing(drawn, tallest, starts, head))


def _block(
    chart: Chart,
    drawn: Drawing | str,
    share: float,
    scope: Scope,
    pictures: Pictures,
    *,
    at: int = 0,
    count: int = 1,
) -> ChartBlock:
    """Give a chart, or its part of number `at`, with the words around it."""
    wording, sheet = scope.wording, scope.sheet
    file, width, height, fault = "", round(FULL_WIDTH * share), 0, ""
    if isinstance(drawn, Drawing):
        alt = description(chart, sheet, wording) if count == 1 else _alt(drawn, at, count, wording)
        file = pictures.add(to_svg(drawn), alt)
        width, height = drawn.width - 2 * BLEED, drawn.height
    else:
        fault = drawn
    title = scope.said(chart.title)
    return ChartBlock(
        title=_continued(title, wording) if at else title,
        subtitle=subtitle(chart, sheet, wording, medium="print"),
        source=source_note(chart, sheet, wording) if at == count - 1 else "",
        share=share,
        file=file,
        width=width,
        height=height,
        fault=fault,
        is_continued=at > 0,
    )


def _alt(part: Drawing, at: int, count: int, wording: Wording) -> str:
    """Describe a part by the figures that are in it."""
    items = wording.join(dict.fromkeys(mark.text for mark in part.marks), "semicolon")
    return wording.say("print_part", part=at + 1, parts=count, items=items)


def _continued(title: Said, wording: Wording) -> Said:
    """Say in a title, in its own language, that the chart has begun before."""
    if isinstance(title, Passage):
        words = Wording(title.lang).say("print_continued", title=title.text)
        return Passage(words, title.lang)
    return wording.say("print_continued", title=title)
