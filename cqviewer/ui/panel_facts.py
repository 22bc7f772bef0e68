"""The rows of the Source panel: what is said of a figure, and of a goal."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from cqviewer.model.citation import Citation
from cqviewer.model.facts import Goal, Indicator
from cqviewer.ui.crisp import fill_crisply
from cqviewer.ui.links import INSET, FactLinks, add_in_line
from cqviewer.ui.look import Look
from cqviewer.ui.store import Store
from cqviewer.ui.strip import PeriodStrip, has_strip
from cqviewer.ui.text_block import TextBlock

translate = QCoreApplication.translate


class PanelRow(QWidget):
    """A hairline, a caption and what belongs to it, in line with the arrows of links."""

    def __init__(self, caption: str, parts: list[QWidget], look: Look) -> None:
        """Show parts below a caption."""
        super().__init__()
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, look.px(9), 0, look.px(10))
        layout.setSpacing(look.px(2))
        for part in (TextBlock(caption, look, "caption", "ink3"), *parts):
            add_in_line(layout, part, look)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the hairline."""
        left = self._look.px(INSET)
        line = QRectF(left, 0, self.width() - left, 1)
        fill_crisply(QPainter(self), line, self._look.color("hair"))


def indicator_rows(
    one: Indicator, store: Store, look: Look, source_link: QWidget | None = None
) -> list[PanelRow]:
    """Give the rows of a figure: working, period, measure, source with its link, goals, note."""
    wording, sheet = store.wording, store.sheet
    links = FactLinks(store, look)
    rows: list[PanelRow] = []
    if working := wording.working(one, sheet):
        parts: list[QWidget] = [TextBlock(working, look, "body")]
        if assumption := wording.assumption(one):
            parts.append(TextBlock(assumption, look, "caption", "ink3"))
        for name in one.derivation.inputs if one.derivation else ():
            given = sheet.indicators[name]
            text = wording.named(wording.brief_name(given), wording.value(given))
            parts.append(links.make(name, text))
        rows.append(PanelRow(translate("PanelFacts", "How it is worked out"), parts, look))
    period = one.latest.period
    parts = [TextBlock(wording.period(period, long=True), look, "body")]
    if has_strip(period) and not one.is_counted_here:
        parts.append(PeriodStrip(period, look, "panel"))
    rows.append(PanelRow(translate("PanelFacts", "Period"), parts, look))
    rows.append(
        PanelRow(
            translate("PanelFacts", "Measure"),
            [TextBlock(wording.measure(one), look, "body")],
            look,
        )
    )
    if one.is_series:
        series = [
            TextBlock(
                wording.join([wording.period(each.period), wording.value(one, each)], "colon"),
                look,
                "body",
            )
            for each in reversed(one.observations)
        ]
        rows.append(PanelRow(translate("PanelFacts", "All periods"), list(series), look))
    caption = (
        translate("PanelFacts", "Inputs")
        if one.latest.status == "derived"
        else translate("PanelFacts", "Source")
    )
    if cited := sheet.cited_for(one):
        rows.append(_source_row(caption, cited, store, look, source_link))
    if one.note:
        rows.append(
            PanelRow(
                translate("PanelFacts", "Note"),
                [TextBlock(wording.text(one.note), look, "body")],
                look,
            )
        )
    if sheet.goals and not one.is_counted_here:
        rows.append(_feeds(one, store, look))
    return rows


def _feeds(one: Indicator, store: Store, look: Look) -> PanelRow:
    """Say which goals a figure bears on, and who made the link."""
    wording, sheet = store.wording, store.sheet
    links = FactLinks(store, look)
    goals = sheet.goals_of(one.id)
    parts: list[QWidget] = [links.make(goal.id, wording.text(goal.name)) for goal in goals]
    if any(goal.link == "ours" for goal in goals):
        text = translate("PanelFacts", "Link made for this sheet, not by the source")
        parts.append(TextBlock(text, look, "caption", "ink3"))
    name = (
        wording.text(sheet.goals.one)
        if sheet.goals and sheet.goals.one
        else translate("PanelFacts", "goal")
    )
    if not parts:
        parts = [
            TextBlock(translate("PanelFacts", "No named {goal}").format(goal=name), look, "body")
        ]
    year = sheet.goals.year if sheet.goals else ""
    return PanelRow(translate("PanelFacts", "Feeds in {year} goals").format(year=year), parts, look)


def goal_rows(
    goal: Goal, store: Store, look: Look, source_link: QWidget | None = None
) -> list[PanelRow]:
    """Give the rows of a goal: year, figures behind it, plans, source."""
    wording, sheet = store.wording, store.sheet
    links = FactLinks(store, look)
    year = wording.year(sheet.goals.year) if sheet.goals else ""
    rows = [PanelRow(translate("PanelFacts", "Year"), [TextBlock(year, look, "body")], look)]
    figures = [sheet.indicators[one] for one in goal.figures]
    parts: list[QWidget] = [
        links.make(one.id, wording.named(wording.brief_name(one), wording.value(one)))
        for one in figures
    ]
    if parts and goal.link == "ours":
        text = translate("PanelFacts", "Link made for this sheet, not by the source")
        parts.append(TextBlock(text, look, "caption", "ink3"))
    if not parts:
        parts = [TextBlock(translate("PanelFacts", "No figure in the source"), look, "body")]
    caption = (
        translate("PanelFacts", "{year} figures behind it").format(year=sheet.year)
        if sheet.year
        else translate("PanelFacts", "Figures behind it")
    )
    rows.append(PanelRow(caption, parts, look))
    plans: list[QWidget] = [
        TextBlock(wording.text(plan.name), look, "body") for plan in sheet.plans_of(goal.id)
    ]
    if plans:
        rows.append(PanelRow(translate("PanelFacts", "Plans in the source"), plans, look))
    if goal.citation:
        caption = translate("PanelFacts", "Source")
        rows.append(_source_row(caption, [(goal, goal.citation)], store, look, source_link))
    return rows


def _source_row(
    caption: str,
    cited: Sequence[tuple[Indicator | Goal, Citation]],
    store: Store,
    look: Look,
    link: QWidget | None,
) -> PanelRow:
    """Name source and paragraph, who published it, and the link to it.

    Where several figures are cited, each is named; the link leads to the first source that has an
    address, and stands below it.
    """
    wording, sheet = store.wording, store.sheet
    named = len({citation for _, citation in cited}) > 1
    parts: list[QWidget] = []
    sources: set[str] = set()
    for fact, citation in cited if named else cited[:1]:
        text = wording.cited(citation, sheet)
        if named and isinstance(fact, Indicator):
            text = wording.join([wording.brief_name(fact), text], "colon")
        parts.append(TextBlock(text, look, "body"))
        source = sheet.sources[citation.source]
        published = wording.publication(source)
        if published and source.id not in sources:
            parts.append(TextBlock(published, look, "caption", "ink3"))
        if link is not None and source.url:
            parts.append(link)
            link = None
        sources.add(source.id)
    return PanelRow(caption, parts, look)
