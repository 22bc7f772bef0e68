"""The base class of the kinds of charts: everything that is asked of a kind. No matplotlib.

Checks, words, tables, window and print ask a chart's kind and never branch on its name.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from cqviewer.charts.drawing import ChartError
from cqviewer.charts.words import calendars, common_breakdown, common_period, item
from cqviewer.model.facts import Chart, Indicator, Observation, Sheet
from cqviewer.model.messages import say
from cqviewer.model.problems import Findings, Path
from cqviewer.model.target import Target
from cqviewer.model.wording.beside import says_unit
from cqviewer.model.wording.wording import Wording

if TYPE_CHECKING:
    from cqviewer.charts.plot import Plot

Medium = Literal["screen", "print"]


class Kind(ABC):
    """A chart of a kind. What the methods here return suits most kinds; `draw` has no default.

    `kinds.KINDS` lists the class of every kind, and `contents.kind_of` makes an instance.
    """

    name = ""
    """What a sheet writes as `kind`."""
    draws = ""
    needs = ""
    """What it draws and which figures it needs, for the reference page."""
    reads: tuple[str, ...] = ("of",)
    """The fields that it reads among those that not every kind does (`check.READ_BY_SOME`)."""
    instead_of_figures = ""
    """What to do about `of` where the kind does not read it."""
    shows_goals = False
    """Whether the goals of the sheet are drawn."""
    shows_before = False
    """Whether a thin line stands at values of the edition before."""
    cites: tuple[str, ...] = ()
    """Ids whose sources are named before those of the figures."""
    repeats_heads = False
    """Whether what stands above the first figure is repeated where a print goes on."""
    is_list_if_tall = False
    """Whether a print makes a chart narrow, as a list, that is too tall for a page."""

    def __init__(self, chart: Chart, sheet: Sheet) -> None:
        """Store a chart, and its sheet as `contents.as_shown` returns it."""
        self.chart = chart
        self.sheet = sheet
        of = chart.of if "of" in self.reads else ()
        self.measured = [sheet.indicators[one] for one in of]
        """The figures on the chart's scale, as written."""

    # Figures

    def figures(self) -> list[Indicator]:
        """Return all figures that the chart shows, each once, as written."""
        ids: list[str] = []
        for field in ("of", "beside", "change", "index"):
            named = getattr(self.chart, field) if field in self.reads else None
            ids += [named] if isinstance(named, str) else named or ()
        return [self.sheet.indicators[one] for one in dict.fromkeys(ids)]

    def earlier(self) -> int | None:
        """Return how many observations before the chosen one are shown; None for all of them."""
        return 0

    def observations(self) -> list[Observation]:
        """Return the observations that are drawn, in reading order."""
        return [one.latest for one in self.in_order(self.figures())]

    def targets(self) -> list[Target]:
        """Return the targets that are drawn, whose sources are named after those of figures."""
        return []

    def in_order(self, figures: Sequence[Indicator]) -> Sequence[Indicator]:
        """Return figures in the order in which they are drawn."""
        return figures

    def facts(self) -> list[str]:
        """Return the ids of the figures and goals that the chart shows, in the order drawn."""
        return [one.id for one in self.in_order(self.figures())]

    def starts(self) -> list[str]:
        """Return the ids of the facts above which a print may divide the chart."""
        return self.facts()

    def mixes_units(self) -> bool:
        """Return whether figures of different units may stand on one scale."""
        return False

    # Checks

    def check(self, path: Path, findings: Findings) -> None:
        """Report figures that do not fit this kind of chart."""
        if not self.measured:
            message = say("a {} chart needs figures", self.name)
            findings.add((*path, "?of"), message, say("add `of: [ID, ID]`"))
            return
        for one in self.chart.highlight:
            if one not in self.chart.of:
                message = say("'{}' is to be highlighted, but is not in the chart", one)
                findings.add((*path, "highlight"), message, say("add it to `of`"), "warning")
        if not any(one.is_known for row in self.measured for one in row.observations):
            field = "of" if self.chart.period is None else "period"
            message = say("no figure of the chart has a stated value")
            if self.chart.period is not None:
                message += say(" for this period")
            hint = (
                say("a card shows that better") if field == "of" else say("choose another period")
            )
            findings.add((*path, field), message, hint)
            return
        self.check_figures(path, findings)
        if self.chart.change and self.sheet.indicators[self.chart.change].measure != "growth":
            message = say("'{}' is no growth rate", self.chart.change)
            findings.add((*path, "change"), message, say("name an indicator with measure: growth"))

    def check_figures(self, path: Path, findings: Findings) -> None:
        """Report what is wrong with figures of which one has a value; here: that are unlike."""
        known = _with_value(self.measured)
        measures = dict.fromkeys(one.measure for one in known)
        if len(measures) > 1:
            message = say("the chart mixes measures: {}", [*measures])
            hint = say("a reader compares what stands side by side")
            findings.add((*path, "of"), message, hint, "warning")
        prices = {one.prices for one in known if one.measure == "growth" and one.prices}
        if len(prices) > 1:
            message = say("real and nominal rates stand side by side")
            hint = say("the line under the chart will say which is which")
            findings.add((*path, "of"), message, hint, "note")

    # Words

    def subtitle(self, wording: Wording, medium: Medium) -> str:
        """Return what is measured, in which unit, for which period, and what the marks mean."""
        if not self.measured:
            return ""
        parts = (self.what(wording, medium), self.when(wording))
        has_others = self.chart.highlight and len(self.chart.of) > len(self.chart.highlight)
        grey = "highlight" in self.reads and has_others and wording.say("grey_others")
        return wording.sentences([*map(wording.ended, parts), grey or ""])

    def what(self, wording: Wording, medium: Medium) -> str:
        """Return what is measured, and in which unit."""
        last = self.measured[-1]
        breakdown = common_breakdown(self.measured, self.sheet)
        if breakdown is None and len(self.measured) > 1:
            return wording.in_unit(last)
        own = last.name if last.breakdown else last.short or last.name  # a part is named in full
        name = breakdown.name if breakdown else own
        unit = "" if says_unit(name, last, wording.language) else wording.unit_of_named(last)
        return wording.join([wording.text(name), unit])

    def when(self, wording: Wording) -> str:
        """Return the period of all figures; an empty text if they have none in common."""
        return common_period(self.measured, wording)

    def notes(self, wording: Wording) -> list[str]:
        """Return what a reader must know, for the line under the chart, after its sources."""
        rates = [one for one in _with_value(self.figures()) if one.measure == "growth"]
        names = {
            prices: wording.say("and").join(
                wording.brief_name(one) for one in rates if one.prices == prices
            )
            for prices in ("real", "nominal")
        }
        notes = [wording.say("real_beside_nominal", **names)] if all(names.values()) else []
        return [*notes, *calendars(self.measured, wording)]

    def intervals(self, wording: Wording) -> str:
        """Return what the intervals of the figures are, for the key below the chart."""
        named = (wording.text(one.interval) for one in self.measured if one.interval)
        return wording.join(dict.fromkeys(named))

    def hollow(self) -> list[Indicator]:
        """Return the figures whose marks are hollow where they are derived."""
        return self.measured

    def description(self, wording: Wording) -> str:
        """Return a summary and all names and values of the chart, for screen readers."""
        items = wording.join(self.items(wording), "semicolon")
        name = f"kind_{self.name}"
        key = name if name in wording.vocabulary else "kind"
        kind, summary = wording.say(key), self.summary(wording)
        if summary:
            return wording.say("describe_chart_summary", kind=kind, summary=summary, items=items)
        return wording.say("describe_chart", kind=kind, items=items)

    def summary(self, wording: Wording) -> str:
        """Return in whole sentences what is seen at a glance; an empty text where items say it."""
        return ""

    def items(self, wording: Wording) -> list[str]:
        """Return a phrase for each figure, in the order drawn."""
        return [item(one, wording) for one in self.in_order(self.figures())]

    # Drawing

    @abstractmethod
    def draw(self, plot: "Plot") -> float:
        """Draw a chart on a plot and return its height in px.

        ChartError says why its figures cannot be drawn.
        """

    def drawable(self, wording: Wording) -> list[Indicator]:
        """Return the figures on the chart's scale; ChartError if there are none, or units mix."""
        if not self.measured:
            raise ChartError(wording.say("too_few_figures", least=1, number=0))
        units = dict.fromkeys(wording.text(one.unit.text) for one in self.measured)
        if len(units) > 1 and not self.mixes_units():
            raise ChartError(wording.say("units_differ", units=wording.join(units, "listing")))
        return self.measured


def _with_value(figures: Iterable[Indicator]) -> list[Indicator]:
    return [one for one in figures if one.latest.is_known]
