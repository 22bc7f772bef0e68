"""The kinds of charts: a module for each, which holds all that is asked of it, and their list."""

from cqviewer.charts.kind import Kind
from cqviewer.charts.kinds.bars import Bars
from cqviewer.charts.kinds.columns import Columns
from cqviewer.charts.kinds.goals import GoalCells
from cqviewer.charts.kinds.line import LineChart
from cqviewer.charts.kinds.panels import Panels
from cqviewer.charts.kinds.progress import ProgressChart
from cqviewer.charts.kinds.slope import Slope
from cqviewer.charts.kinds.stacked import Stacked
from cqviewer.charts.kinds.targets import Targets
from cqviewer.charts.kinds.units import Squares

KINDS: dict[str, type[Kind]] = {
    kind.name: kind
    for kind in (
        *(Bars, Slope, Squares, LineChart, Columns, Panels),
        *(Stacked, Targets, ProgressChart, GoalCells),
    )
}
"""The kinds by name, in the order of the reference page."""
