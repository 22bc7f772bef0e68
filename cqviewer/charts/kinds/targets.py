"""Targets beside their outturn: a row for each figure, a scale for each unit, and the verdicts."""

from decimal import Decimal
from typing import TYPE_CHECKING

from cqviewer.charts.drawing import ChartError
from cqviewer.charts.kind import Kind, Medium
from cqviewer.charts.parts.verdict_marks import verdict_notes
from cqviewer.charts.verdicts.rows import draw_rows, row_of, row_phrase
from cqviewer.model.facts import Indicator, Observation
from cqviewer.model.judging.verdict import Verdict, chief_target, target_of, verdict_of
from cqviewer.model.messages import say
from cqviewer.model.problems import Findings, Path
from cqviewer.model.target import Target
from cqviewer.model.wording.wording import Wording

if TYPE_CHECKING:
    from cqviewer.charts.plot import Plot


class Targets(Kind):
    """Targets, outturns and the differences between them."""

    name = "targets"
    draws = "targets beside their outturn, with verdicts"
    needs = "figures with `targets`, of one unit or several"
    reads = ("of", "period")
    repeats_heads = True

    def mixes_units(self) -> bool:
        """Return True: each unit has a scale of its own."""
        return True

    def earlier(self) -> None:
        """Return None: progress is measured from earlier observations."""
        return

    def judged(self) -> list[list[tuple[Indicator, Verdict]]]:
        """Return the figures that have a target for the period, by their units.

        Those of a unit stand in the order of their differences, as shares of the targets.
        """
        groups: dict[object, list[tuple[Indicator, Verdict]]] = {}
        for figure in self.measured:
            target = (
                target_of(figure, self.chart.period) if self.chart.period else chief_target(figure)
            )
            if target:
                unit = (str(figure.unit.text), figure.measure)
                groups.setdefault(unit, []).append((figure, verdict_of(figure, target)))
        return [sorted(one, key=lambda pair: _rank(pair[1])) for one in groups.values()]

    def facts(self) -> list[str]:
        """Return the ids of the figures in the order drawn."""
        return [figure.id for group in self.judged() for figure, _ in group]

    def observations(self) -> list[Observation]:
        """Return the outturns, in the order drawn."""
        pairs = (pair for group in self.judged() for pair in group)
        return [one.outturn for _, one in pairs if one.outturn]

    def targets(self) -> list[Target]:
        """Return the targets that are drawn."""
        return [one.target for group in self.judged() for _, one in group]

    def check_figures(self, path: Path, findings: Findings) -> None:
        """Report figures without a target for the period."""
        known = self.facts()
        for place, one in enumerate(self.chart.of):
            if one not in known:
                message = say("'{}' has no target", one)
                message += say(" for this period") if self.chart.period else ""
                findings.add((*path, "of", place), message, say("add `targets:`, or leave it out"))

    def what(self, wording: Wording, medium: Medium) -> str:
        """Return that targets stand beside outturns, with their period if it is one."""
        periods = {one.period for one in self.targets()}
        what = wording.say("target_and_outturn")
        if len(periods) != 1:
            return what
        return wording.say("target_for", target=what, period=wording.period(periods.pop()))

    def when(self, wording: Wording) -> str:
        """Return nothing: the period stands beside what is shown."""
        return ""

    def notes(self, wording: Wording) -> list[str]:
        """Return whose the verdicts are, and why there is none where there is none."""
        every = [one for group in self.judged() for _, one in group]
        return [*super().notes(wording), *verdict_notes(every, wording)]

    def hollow(self) -> list[Indicator]:
        """Return nothing: the key over the plot says what a ring is."""
        return []

    def items(self, wording: Wording) -> list[str]:
        """Return name, target, outturn, difference and verdict of each row."""
        return [
            row_phrase(figure, one, wording) for group in self.judged() for figure, one in group
        ]

    def draw(self, plot: "Plot") -> float:
        """Draw a row for each figure, the rows of a unit on one scale."""
        self.drawable(plot.wording)
        groups = [[row_of(plot, figure, one) for figure, one in group] for group in self.judged()]
        if not groups:
            raise ChartError(plot.wording.say("targets_none"))
        return draw_rows(plot, groups)


def _rank(one: Verdict) -> tuple[bool, Decimal]:
    """Return a key that puts the largest differences first, and those without one last."""
    if one.difference is None:
        return True, Decimal(0)
    return False, -one.difference / abs(one.target.value or Decimal(1))
