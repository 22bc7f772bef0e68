"""The rows of the Source panel about a figure or a goal."""

from collections.abc import Iterator, Sequence

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSizePolicy, QWidget

from cqviewer.charts.parts.ranking import total_remark
from cqviewer.charts.parts.whole import Whole, standing, wholes_of
from cqviewer.model.changes import StatedChange, change_of, worked_out_change
from cqviewer.model.citation import Citation
from cqviewer.model.facts import Indicator, Observation
from cqviewer.model.judging.verdict import chief_target, target_of, verdict_of
from cqviewer.model.provenance import cited_for
from cqviewer.model.reporting.edition_rows import EditionRow
from cqviewer.model.target import Goal, Target
from cqviewer.model.text import capitalised
from cqviewer.model.wording.chinese_scale import common_scale
from cqviewer.model.wording.marks import bracketed
from cqviewer.model.wording.wording import Wording
from cqviewer.ui.page.links import INSET, Link, add_in_line
from cqviewer.ui.page.rows import no_goal
from cqviewer.ui.page.strip import PeriodStrip, has_strip
from cqviewer.ui.panel.observations import ObservationList
from cqviewer.ui.panel.origin_tag import OriginTag, TargetText
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.boxes import column
from cqviewer.ui.style.heard import Heard, words_in
from cqviewer.ui.style.look import Look, Role
from cqviewer.ui.style.pixel_edges import Ruled
from cqviewer.ui.style.text_block import TextBlock, own_words


class PanelRow(Ruled):
    """A hairline, a caption and the parts below it, aligned with the arrows of links."""

    def __init__(
        self, caption: str, parts: Sequence[QWidget], look: Look, wording: Wording
    ) -> None:
        """Show parts below a caption."""
        super().__init__(look, left=INSET)
        self._wording = wording
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        layout = column(of=self, gap=look.px(2), margins=(0, look.px(9), 0, look.px(10)))
        for part in (own_words(caption, look, "caption", "ink3"), *parts):
            add_in_line(layout, part, look)
        first = next(iter(parts), None)
        if isinstance(first, TextBlock):  # otherwise it would be read out without its caption
            first.spoken = wording.join([caption, first.text()], "colon")

    def heard(self) -> Heard:
        """Return a group named by all texts of the row in one phrase."""
        caption, first, *rest = (*words_in(self), "")
        said = first if first.startswith(caption) else self._wording.join([caption, first], "colon")
        return Heard("Grouping", self._wording.join([said, *rest], "semicolon"))


class PanelFacts(QObject):
    """Makes the rows of one figure or goal of the store's sheet."""

    def __init__(self, store: Store, look: Look, links: Sequence[QWidget] = ()) -> None:
        """Prepare to make rows, with links to the first source and into it."""
        super().__init__()
        self._store = store
        self._look = look
        self._links = links

    def rows_of_figure(self, one: Indicator) -> Iterator[PanelRow]:
        """Yield the rows of a figure: value, targets, change, working, period, source, note, goals.

        They are about its selected observation.
        """
        wording, sheet = self._store.wording, self._store.sheet
        whole, one = one, one.seen_at(self._store.view.observation)
        aim = self._target(whole, one)
        change = self._store.change_of(one.id, one.latest.period)
        yield from self._changed_rows(one, change)
        yield from self._rows_of_value(one)
        if aim:
            yield from self._rows_of_target(whole, aim)
        yield from self._rows_of_part(one)
        if whole.is_series or whole.rates:
            yield self._change_row(whole, one.latest)
            caption = self.tr("Observations, newest first")
            unit = "" if one.unit.kind == "percent" else wording.unit(one.unit)
            seen = ObservationList(whole, one.latest.period, self._store, self._look)
            yield self._row(wording.join([caption, unit]), seen)
        if working := wording.working(one, sheet):
            parts = [self._text(working)]
            if assumption := wording.assumption(one):
                parts.append(self._caption(assumption))
            parts += self._figure_links(one.derivation.inputs if one.derivation else ())
            yield self._row(self.tr("How it is worked out"), *parts)
        period = one.latest.period
        parts = [self._text(wording.period(period, long=True))]
        if has_strip(period) and not one.is_counted_here:
            parts.append(PeriodStrip(period, self._look, "panel"))
        named = self.tr("Period")
        if self._store.revision:
            named = self.tr("Period, the same in both")
        yield self._row(named, *parts)
        yield self._row(self.tr("Measure"), self._text(wording.measure(one)))
        if cited := cited_for(one, sheet):
            is_derived = one.latest.status == "derived"
            inputs, source = self.tr("Inputs"), self.tr("Source")
            source = self.tr("Source of the outturn") if aim else source
            yield self._source_row(inputs if is_derived else source, cited)
        if one.note:
            yield self._row(self.tr("Note"), self._text(wording.text(one.note)))
        if sheet.goals and not one.is_counted_here:
            yield self._goals_row(one)

    def _changed_rows(self, one: Indicator, change: EditionRow | None) -> Iterator[PanelRow]:
        """Yield rows on the change since an earlier edition: amount, both sources, dependents."""
        if change is None:
            return
        beside = change.brief_beside(one.latest.period, self._store.wording)
        brief = beside or self.tr("What changed")
        parts = [self._text(change.sentence(self._store.wording))]
        if change.is_revision and change.difference and change.period == one.latest.period:
            brief = self.tr("By how much")
            origin = self.tr("Derived for this view")
            parts = [self._text(change.difference), OriginTag(origin, self._look, "derived")]
        if change.reason:
            parts.append(self._caption(change.reason))
        yield self._row(brief, *parts)
        if change.cited_before and change.cited_before != change.cited_now:
            before = self.tr("Source before"), change.cited_before
            now = self.tr("Source now"), change.cited_now
            for name, cited in (before, now):
                if cited:
                    yield self._row(name, self._text(cited))
        if change.depends:
            links = self._figure_links(change.depends)
            yield self._row(self.tr("What depends on it"), *links)

    def _rows_of_part(self, one: Indicator) -> Iterator[PanelRow]:
        """Yield rows on a part of a breakdown: its rank and share, and the whole."""
        wording = self._store.wording
        wholes = wholes_of(one, self._store.sheet)
        for by, whole in wholes:
            parts = [self._text(text) for text in standing(one, whole, wording) if text]
            if one.latest.value is not None and whole.amount:
                every = filter(None, [*whole.parts, whole.total])
                scaled = wording.in_scale(common_scale(every))  # as in the chart
                terms = [scaled.bare_number(one, it) for it in (one.latest.value, whole.amount)]
                parts.append(self._caption(" ÷ ".join(terms)))
            unknown = [
                wording.named(wording.short_name(each), wording.bare(each, each.latest))
                for each in whole.parts
                if not each.latest.is_known
            ]
            if unknown:
                parts.append(self._caption(wording.join(unknown, "semicolon")))
            place, name = self.tr("Place among the parts"), wording.text(by.name)
            if len(wholes) > 1:
                place = self.tr("Place among the parts, by {dimension}")
            yield self._row(place.format(dimension=name), *parts)
            if total := self._whole(one, whole):
                remark = total_remark(whole, wording)
                yield self._row(self.tr("The whole"), total, self._caption(remark))

    def _whole(self, one: Indicator, whole: Whole) -> QWidget | None:
        """Return a link to the total, with its value in the part's period, or the sum of the parts.

        None if there is neither.
        """
        wording, total = self._store.wording, whole.total
        if total is not None:
            period = wording.period(one.latest.period) if self._store.view.observation else ""
            told = wording.named(wording.short_name(total), wording.value(total))
            return self._link(total.id, wording.join([told, period]))
        if not whole.is_complete:
            return None
        made = Observation(value=whole.sum, period=one.latest.period, status="derived")
        plain = msgspec.structs.replace(one, observations=(made,), derivation=None, digits=None)
        text = self.tr("Sum of the parts, derived")
        return self._text(wording.named(text, wording.value(plain)))

    def _target(self, whole: Indicator, one: Indicator) -> Target | None:
        """Return the target of the shown period; for the latest value, else the chief target."""
        is_latest = one.latest.period == whole.latest.period
        found = target_of(whole, one.latest.period)
        return found or (chief_target(whole) if is_latest else None)

    def _rows_of_target(self, whole: Indicator, target: Target) -> Iterator[PanelRow]:
        """Yield rows on a target, its verdict, and how that was reached."""
        wording, sheet = self._store.wording, self._store.sheet
        verdict = verdict_of(whole, target)
        cited = target.citation
        stated = [self._caption(wording.cited(cited, sheet))] if cited else []
        aim = TargetText(wording.target_for(whole, target), self._look)
        line = wording.verdict_line(whole, verdict)
        word = TextBlock(line, self._look, "statement", weight="bold")
        parts: list[QWidget] = [word]
        if verdict.is_known:
            origin = wording.verdict_origin(verdict)
            parts.append(
                OriginTag(origin, self._look, "stated" if verdict.is_stated else "derived")
            )
        if target.result and target.result.citation:
            parts.append(self._caption(wording.cited(target.result.citation, sheet)))
        steps = [self._text(one) for one in wording.judgement(whole, verdict)]
        granted = [wording.reading_of_about(verdict)]
        if verdict.progress:
            granted.append(wording.progress_periods(verdict.progress))
        steps += [self._caption(one) for one in granted if one]
        yield self._row(self.tr("Target"), aim, *stated)
        yield self._row(self.tr("Verdict"), *parts)
        if steps:
            yield self._row(self.tr("How the verdict was reached"), *steps)
        if others := wording.others(whole, verdict):
            yield self._row(self.tr("Other method"), *map(self._text, others))

    def _rows_of_value(self, one: Indicator) -> Iterator[PanelRow]:
        """Yield rows on a bound or missing value, its marks or note, and its interval."""
        wording, seen = self._store.wording, one.latest
        note = [self._caption(wording.text(seen.note))] if seen.note else []
        if seen.bound or (seen.missing and note):
            text = self._bound(one) if seen.bound else wording.no_number(seen)
            parts = [self._text(text), *note]
            if seen.bound:
                text = self.tr("No change, sum or mean is worked out from it.")
                parts.append(self._caption(text))
            yield self._row(self.tr("What the value is"), *parts)
            note = []
        bare = msgspec.structs.replace(seen, missing=None, low=None, high=None)
        each = [msgspec.structs.replace(bare, marks=(mark,)) for mark in seen.marks]
        said = [" ".join([bracketed(it), *wording.remarks(one, it, is_brief=True)]) for it in each]
        if seen.is_first_release:
            said.append(wording.say("first_release"))
        if said or note:
            caption = self.tr("Marks") if said else self.tr("Note")
            yield self._row(caption, *map(self._text, said), *note)
        if between := wording.interval(one, seen):
            name = wording.text(one.interval) or wording.say("interval_name")
            yield self._row(capitalised(name), self._text(between))

    def _bound(self, one: Indicator) -> str:
        """Return a sentence with the limits of a bound; counts and shares begin at zero."""
        wording, bound = self._store.wording, one.latest.bound
        assert bound is not None
        is_upper = bound.kind in ("below", "at most")
        if is_upper and one.measure in ("count", "share"):
            text = self.tr("A bound: the true value lies between 0 and {value}.")
            return text.format(value=wording.bare_number(one, bound.value))
        text = self.tr("A bound: the true value is {bound}.")
        return text.format(bound=wording.value(one))

    def _change_row(self, one: Indicator, seen: Observation) -> PanelRow:
        """Return the row of an observation's change: stated, derived, or why there is none."""
        wording, sheet = self._store.wording, self._store.sheet
        figures = (each for part in self._store.sheet.sections for each in part.figures)
        keys = [each for each in figures if each.indicator == one.id]
        against = keys[0].against if keys else "before"
        change = change_of(one, seen, against)
        parts = [self._text(wording.change(one, change))]
        if isinstance(change, StatedChange):
            if cited := change.observation.citation:
                parts.append(self._caption(wording.cited(cited, sheet)))
            if one.is_series:
                other = worked_out_change(one, seen, against)
                parts.append(self._caption(wording.change(one, other)))
        return self._row(self.tr("Change"), *parts)

    def rows_of_goal(self, goal: Goal) -> Iterator[PanelRow]:
        """Yield the rows of a goal: year, figures behind it, plans, source."""
        wording, sheet = self._store.wording, self._store.sheet
        year = wording.year(sheet.goals.year) if sheet.goals else ""
        yield self._row(self.tr("Year"), self._text(year))
        parts = [
            self._link(one, wording.beside_goal(sheet.indicators[one])) for one in goal.figures
        ]
        if parts and goal.link == "ours":
            parts.append(self._made_here())
        if not parts:
            parts = [self._text(self.tr("No figure in the source"))]
        caption = self.tr("Figures behind it")
        if sheet.year:
            caption = self.tr("{year} figures behind it").format(year=sheet.year)
        yield self._row(caption, *parts)
        if plans := [self._text(wording.text(plan.name)) for plan in sheet.plans_of(goal.id)]:
            yield self._row(self.tr("Plans in the source"), *plans)
        if goal.citation:
            yield self._source_row(self.tr("Source"), [(goal, goal.citation)])

    def _row(self, caption: str, *parts: QWidget) -> PanelRow:
        return PanelRow(caption, parts, self._look, self._store.wording)

    def _text(self, text: str, role: Role = "body", token: str = "ink") -> QWidget:
        return TextBlock(text, self._look, role, token)

    def _caption(self, text: str) -> QWidget:
        return self._text(text, "caption", "ink3")

    def _link(self, fact_id: str, text: str) -> QWidget:
        return Link(text, self._look, fact_id)

    def _figure_links(self, ids: Sequence[str]) -> list[QWidget]:
        """Return a link to each figure, with its value."""
        wording = self._store.wording
        figures = (self._store.sheet.indicators[name] for name in ids)
        return [
            self._link(one.id, wording.named(wording.brief_name(one), wording.value(one)))
            for one in figures
        ]

    def _made_here(self) -> QWidget:
        text = self.tr("Link made for this sheet, not by the source")
        return self._caption(text)

    def _goals_row(self, one: Indicator) -> PanelRow:
        """Return the row of the goals that a figure is linked to, and who made the link."""
        wording, goals = self._store.wording, self._store.sheet.goals
        linked = self._store.sheet.goals_of(one.id)
        parts = [self._link(goal.id, wording.text(goal.name)) for goal in linked]
        if any(goal.link == "ours" for goal in linked):
            parts.append(self._made_here())
        if not parts:
            parts = [self._text(no_goal(self._store))]
        year = goals.year if goals else ""
        return self._row(self.tr("Feeds in {year} goals").format(year=year), *parts)

    def _source_row(
        self, caption: str, cited: Sequence[tuple[Indicator | Goal, Citation]]
    ) -> PanelRow:
        """Return the row of sources: place, publication and links.

        Where several figures are cited, each is named; the links are below the first source that
        has an address or evidence.
        """
        wording, sheet = self._store.wording, self._store.sheet
        named = len({citation for _, citation in cited}) > 1
        parts: list[QWidget] = []
        sources: set[str] = set()
        links = self._links
        for fact, citation in cited if named else cited[:1]:
            text = wording.cited(citation, sheet)
            if named and isinstance(fact, Indicator):
                text = wording.join([wording.brief_name(fact), text], "colon")
            parts.append(self._text(text))
            source = sheet.sources[citation.source]
            published = wording.publication(source)
            if published and source.id not in sources:
                parts.append(self._caption(published))
            if source.url or source.evidence:
                parts += links
                links = ()
            sources.add(source.id)
        return self._row(caption, *parts)
