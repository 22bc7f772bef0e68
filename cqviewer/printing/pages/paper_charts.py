"""The charts of the pages: drawn for paper, one or two to a row, with the words around them.

No text of a chart is smaller than 7 points. One that would leave a page all but empty before it is
cut into strips, which fill that page and go on on the next.
"""

from collections.abc import Iterator, Sequence

import msgspec
from matplotlib.text import Text as Label

from cqviewer.charts.contents import kind_of
from cqviewer.charts.draw import draw_chart
from cqviewer.charts.drawing import BLEED, ChartError, Drawing, DrawOptions
from cqviewer.charts.layout import WIDTHS, chart_rows
from cqviewer.charts.sparkline import draw_sparkline
from cqviewer.charts.svg import to_svg
from cqviewer.charts.text import description, source_note, subtitle
from cqviewer.charts.theme import Theme
from cqviewer.model.facts import Chart, Indicator
from cqviewer.model.wording.wording import Wording
from cqviewer.printing.options import PrintOptions
from cqviewer.printing.pages.chart_parts import split_drawing, top_of
from cqviewer.printing.pages.page_data import (
    FULL_WIDTH,
    ChartBlock,
    ChartSection,
    Passage,
    Said,
    Strip,
)
from cqviewer.printing.pages.scope import Scope
from cqviewer.progress import report

CARD_WIDTH = 170
"""px of a card, of which four stand in a row."""
PAIR_GAP = 36
"""px between two charts in a row."""
_LEAST = 120
"""px of a strip of a chart, which hold some rows."""
_LARGE_WIDTH = 340
"""px of a chart across the whole text in large print, where none of its text is below 16 points."""
_LIST_WIDTH = (FULL_WIDTH - PAIR_GAP) // 2
"""px in which goals are drawn as a list, which can be cut and go on in a second column."""


class Layout(msgspec.Struct, frozen=True):
    """How charts stand on the pages: how wide and, to be kept whole, how high they may be in px."""

    width: int
    tallest: int
    are_paired: bool

    @classmethod
    def of(cls, options: PrintOptions) -> "Layout":
        """Return what suits the paper: up to three quarters of a page, so that none is empty."""
        is_a4 = options.paper == "a4"
        if options.is_large:
            return cls(_LARGE_WIDTH, 360 if is_a4 else 330, are_paired=False)
        return cls(FULL_WIDTH, 840 if is_a4 else 780, are_paired=True)


class Pictures:
    """The pictures of a document and their alternative texts, by file name."""

    def __init__(self, theme: Theme | None = None) -> None:
        """Begin with none, in the colours of a theme or, without one, of the sheet's print."""
        self.theme = theme
        self.svgs: dict[str, bytes] = {}
        self.alts: dict[str, str] = {}

    def logo(self, scope: Scope) -> str:
        """Keep the publisher's logo; return the file name that the template reads it by, or ''."""
        logo = scope.sheet.imprint.logo
        if logo is None:
            return ""
        name = f"logo-{len(self.svgs)}.{logo.kind}"
        self.svgs[name] = logo.data
        self.alts[name] = scope.wording.text(logo.alt)
        return name

    def add(self, drawing: Drawing, alt: str) -> Strip:
        """Keep a drawing; return what the template shows it by."""
        name = f"chart-{len(self.svgs)}.svg"
        self.svgs[name] = to_svg(drawing)
        self.alts[name] = alt
        return Strip(file=name, height=drawing.height)


def chart_sections(scope: Scope, pictures: Pictures, layout: Layout) -> list[ChartSection]:
    """Return the sections that have a lead or charts for paper, with the charts drawn."""
    printed = [
        (section, [chart for chart in section.charts if chart.medium == "both"])
        for section in scope.sections
    ]
    order = [chart for _, charts in printed for chart in charts]
    return [
        ChartSection(
            title=scope.said(section.title),
            lead=scope.said(section.lead),
            rows=[
                blocks
                for row in chart_rows(charts)
                for blocks in _rows(row, scope, pictures, layout, order)
            ],
        )
        for section, charts in printed
        if charts or section.lead
    ]


def _rows(
    charts: list[Chart],
    scope: Scope,
    pictures: Pictures,
    layout: Layout,
    order: Sequence[Chart],
) -> Iterator[list[ChartBlock]]:
    """Yield a row of charts, or rows of one each where one of them is too tall for a page."""
    report(order.index(charts[0]) + 1, len(order))
    if len(charts) > 1 and layout.are_paired:
        weights = [WIDTHS[chart.width].paper for chart in charts]
        shares = [weight / sum(weights) for weight in weights]
        pair = [
            drawn(chart, round((FULL_WIDTH - PAIR_GAP) * share), scope, scope.theme)
            for chart, share in zip(charts, shares, strict=True)
        ]
        if not any(_is_too_tall(one, layout.tallest) for one in pair):
            pairs = zip(charts, pair, shares, strict=True)
            yield [_block(chart, [one], share, scope, pictures) for chart, one, share in pairs]
            return
    for chart in charts:
        yield [_full_block(chart, scope, pictures, layout)]


def drawn(chart: Chart, width: int, scope: Scope, theme: Theme) -> Drawing | str:
    """Return a chart drawn at a width in px, or the sentence that says why it cannot be."""
    options = DrawOptions(theme=theme, width=width, language=scope.wording.language)
    try:
        return draw_chart(chart, scope.sheet, options)
    except ChartError as error:
        return scope.wording.say("print_chart_failed", reason=str(error))


def draw_course(figure: Indicator, alt: str, scope: Scope, pictures: Pictures) -> Strip | None:
    """Return the sparkline of a figure's card, or None where it cannot be drawn."""
    options = DrawOptions(
        theme=pictures.theme or scope.theme, width=CARD_WIDTH, language=scope.wording.language
    )
    try:
        drawing = draw_sparkline(figure, options)
    except ChartError:
        return None
    return pictures.add(drawing, alt)


def _is_too_tall(drawing: Drawing | str, tallest: int) -> bool:
    return isinstance(drawing, Drawing) and drawing.height > tallest


def _full_block(chart: Chart, scope: Scope, pictures: Pictures, layout: Layout) -> ChartBlock:
    """Return a chart across the whole text; one that is too tall in strips."""
    share, kind, tallest = 1.0, kind_of(chart, scope.sheet), layout.tallest
    made = drawn(chart, layout.width, scope, scope.theme)
    if layout.are_paired and kind.is_list_if_tall and _is_too_tall(made, tallest):
        share = _LIST_WIDTH / FULL_WIDTH
        made = drawn(chart, _LIST_WIDTH, scope, scope.theme)
    if isinstance(made, str) or not _is_too_tall(made, tallest):
        return _block(chart, [made], share, scope, pictures)
    top = min((mark.y for mark in made.marks), default=0.0) if kind.repeats_heads else 0.0
    head = top_of(made, top)
    strips = split_drawing(made, tallest, _LEAST, kind.starts(), top)
    block = _block(chart, strips, share, scope, pictures)
    if not top or len(strips) == 1:
        return block
    alt = scope.wording.join(one.get_text() for one in head.artists if isinstance(one, Label))
    return msgspec.structs.replace(block, head=pictures.add(head, alt))


def _block(
    chart: Chart, parts: Sequence[Drawing | str], share: float, scope: Scope, pictures: Pictures
) -> ChartBlock:
    """Return a chart with the words around it: whole, in strips, or why it cannot be drawn."""
    wording, sheet = scope.wording, scope.sheet
    drawings = [one for one in parts if isinstance(one, Drawing)]
    alts = [description(chart, sheet, wording)]
    if len(drawings) > 1:
        alts = [_alt(one, at, len(parts), wording) for at, one in enumerate(drawings)]
    pairs = zip(drawings, alts, strict=False)
    title = scope.said(chart.title)
    return ChartBlock(
        title=title,
        continued=_continued(title, wording),
        subtitle=subtitle(chart, sheet, wording, medium="print"),
        source=source_note(chart, sheet, wording),
        share=share,
        strips=[pictures.add(one, alt) for one, alt in pairs],
        width=drawings[0].width - 2 * BLEED if drawings else round(FULL_WIDTH * share),
        fault="".join(one for one in parts if isinstance(one, str)),
    )


def _alt(part: Drawing, at: int, count: int, wording: Wording) -> str:
    """Return what describes a part: the figures that are in it, or else its words."""
    words = (one.get_text() for one in part.artists if isinstance(one, Label))
    items = wording.join(dict.fromkeys(mark.text for mark in part.marks) or words, "semicolon")
    return wording.say("print_part", part=at + 1, parts=count, items=items)


def _continued(title: Said, wording: Wording) -> Said:
    """Return a title that says, in its own language, that the chart has begun before."""
    if isinstance(title, Passage):
        words = Wording(title.lang).say("print_continued", title=title.text)
        return Passage(words, title.lang)
    return wording.say("print_continued", title=title)
