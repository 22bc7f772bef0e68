"""The base class of the kinds of charts: everything that is asked of a kind. No matplotlib.

Checks, words, tables, window and print ask a chart's kind and never branch on its name.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from cqviewer.charts.drawing import ChartError
from cqviewer.charts.words import common_period, item, sentence
from cqviewer.model.facts import Chart, Indicator, Observation, Sheet
from cqviewer.model.problems import Findings, Path
from cqviewer.model.wording.wording import Wording

if TYPE_CHECKING:
    from cqviewer.charts.plot import Plot

Medium = Literal["screen", "print"]


class Kind(ABC):
    """A kind of chart. What the methods here return suits most kinds; `draw` has no default.

    `kinds.KINDS` lists an instance of every kind.
    """

    name = ""
    """What a sheet writes as `kind`."""
    draws = ""
    needs = ""
    """What it draws and which figures it needs, for the reference page."""
    reads: tuple[str, ...] = ("of",)
    """The fields among `of`, `change`, `per`, `square`, `beside` and `index` that it reads."""
    instead_of_figures = ""
    """What to do about `of` where the kind does not read it."""
    shows_goals = False
    """Whether the goals of the sheet are drawn."""
    cites: tuple[str, ...] = ()
    """Ids whose sources are named before those of the figures."""
    repeats_heads = False
    """Whether what stands above the first figure is repeated where a print goes on."""
    is_list_if_tall = False
    """Whether a print makes a chart narrow, as a list, that is too tall for a page."""

    # Figures

    def measured(self, chart: Chart, sheet: Sheet) -> list[Indicator]:
        """Return the figures on the chart's scale, as written."""
        return [sheet.indicators[one] for one in chart.of] if "of" in self.reads else []

    def figures(self, chart: Chart, sheet: Sheet) -> list[Indicator]:
        """Return all figures that the chart shows, each once, as written."""
        ids: list[str] = []
        for field in ("of", "beside", "change", "index"):
            named = getattr(chart, field) if field in self.reads else None
            ids += [named] if isinstance(named, str) else named or ()
        return [sheet.indicators[one] for one in dict.fromkeys(ids)]

    def in_order(self, figures: Sequence[Indicator]) -> Sequence[Indicator]:
        """Return figures in the order in which they are drawn."""
        return figures

    def facts(self, chart: Chart, sheet: Sheet) -> list[str]:
        """Return the ids of the figures and goals that the chart shows, in the order drawn."""
        return [one.id for one in self.in_order(self.figures(chart, sheet))]

    def starts(self, chart: Chart, sheet: Sheet) -> list[str]:
        """Return the ids of the facts above which a print may divide the chart."""
        return self.facts(chart, sheet)

    def mixes_units(self, figures: Sequence[Indicator]) -> bool:  # noqa: ARG002
        """Return whether figures of different units may stand on one scale."""
        return False

    # Checks

    def check(self, chart: Chart, sheet: Sheet, path: Path, findings: Findings) -> None:
        """Report figures that do not fit this kind of chart."""
        figures = self.measured(chart, sheet)
        if not figures:
            message = f"a {self.name} chart needs figures"
            findings.add((*path, "?of"), message, "add `of: [ID, ID]`")
            return
        if not any(stated(figures)):
            message = "no figure of the chart has a stated value"
            findings.add((*path, "of"), message, "a card shows that better")
            return
        self.check_figures(chart, sheet, path, findings)
        if chart.change and sheet.indicators[chart.change].measure != "growth":
            message = f"'{chart.change}' is no growth rate"
            findings.add((*path, "change"), message, "name an indicator with measure: growth")

    def check_figures(self, chart: Chart, sheet: Sheet, path: Path, findings: Findings) -> None:
        """Report what is wrong with figures of which one has a value; here: that are unlike."""
        known = _with_value(self.measured(chart, sheet))
        measures = dict.fromkeys(one.measure for one in known)
        if len(measures) > 1:
            message = f"the chart mixes measures: {', '.join(measures)}"
            hint = "a reader compares what stands side by side"
            findings.add((*path, "of"), message, hint, "warning")
        prices = {one.prices for one in known if one.measure == "growth" and one.prices}
        if len(prices) > 1:
            message = "real and nominal rates stand side by side"
            hint = "the line under the chart will say which is which"
            findings.add((*path, "of"), message, hint, "note")

    # Words

    def subtitle(self, chart: Chart, sheet: Sheet, wording: Wording, medium: Medium) -> str:
        """Return what is measured, in which unit, for which period, and what the marks mean."""
        if not self.measured(chart, sheet):
            return ""
        parts = (self.what(chart, sheet, wording, medium), self.when(chart, sheet, wording))
        return wording.sentences(sentence(part, wording) for part in parts if part)

    def what(self, chart: Chart, sheet: Sheet, wording: Wording, medium: Medium) -> str:  # noqa: ARG002
        """Return what is measured, and in which unit."""
        figures = self.measured(chart, sheet)
        last = figures[-1]
        if len(figures) > 1:
            return wording.in_unit(last)
        return wording.join([wording.short_name(last), wording.unit(last.unit)])

    def when(self, chart: Chart, sheet: Sheet, wording: Wording) -> str:
        """Return the period of all figures; an empty text if they have none in common."""
        return common_period(self.measured(chart, sheet), wording)

    def notes(self, chart: Chart, sheet: Sheet, wording: Wording) -> list[str]:
        """Return what a reader must know, for the line under the chart, after its sources."""
        rates = [one for one in _with_value(self.figures(chart, sheet)) if one.measure == "growth"]
        names = {
            prices: wording.say("and").join(
                wording.brief_name(one) for one in rates if one.prices == prices
            )
            for prices in ("real", "nominal")
        }
        return [wording.say("real_beside_nominal", **names)] if all(names.values()) else []

    def hollow(self, chart: Chart, sheet: Sheet) -> list[Indicator]:
        """Return the figures whose marks are hollow where they are derived."""
        return self.measured(chart, sheet)

    def description(self, chart: Chart, sheet: Sheet, wording: Wording) -> str:
        """Return a sentence with all names and values of the chart, for those who hear it."""
        items = wording.join(self.items(chart, sheet, wording), "semicolon")
        name = f"kind_{self.name}"
        key = name if name in wording.vocabulary else "kind"
        return wording.say("describe_chart", kind=wording.say(key), items=items)

    def items(self, chart: Chart, sheet: Sheet, wording: Wording) -> list[str]:
        """Return a phrase for each figure, in the order drawn."""
        return [item(one, wording) for one in self.in_order(self.figures(chart, sheet))]

    # Drawing

    @abstractmethod
    def draw(self, plot: "Plot", chart: Chart, sheet: Sheet) -> float:
        """Draw a chart on a plot and return its height in px.

        ChartError says why its figures cannot be drawn.
        """

    def drawable(self, chart: Chart, sheet: Sheet, wording: Wording) -> list[Indicator]:
        """Return the figures on the chart's scale; ChartError if there are none, or units mix."""
        figures = self.measured(chart, sheet)
        if not figures:
            raise ChartError(wording.say("too_few_figures", least=1, number=0))
        units = dict.fromkeys(wording.text(one.unit.text) for one in figures)
        if len(units) > 1 and not self.mixes_units(figures):
            raise ChartError(wording.say("units_differ", units=wording.join(units, "listing")))
        return figures


def stated(figures: Iterable[Indicator]) -> list[Observation]:
    """Return all observations that have a value."""
    return [one for part in figures for one in part.observations if one.value is not None]


def _with_value(figures: Iterable[Indicator]) -> list[Indicator]:
    return [one for one in figures if one.latest.value is not None]
