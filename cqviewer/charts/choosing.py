"""A reader's choices for the chart of a breakdown: the highlighted part, the order, the dimension.

The sheet stays as it is: a choice makes another chart, whose subtitle says what was chosen.
"""

import msgspec

from cqviewer.charts.drawing import ChartChoice
from cqviewer.charts.kinds import KINDS
from cqviewer.charts.parts.whole import whole_of
from cqviewer.charts.words import common_breakdown
from cqviewer.model.facts import Chart, Indicator, Sheet
from cqviewer.model.wording.wording import Wording


def dimensions(chart: Chart, sheet: Sheet) -> dict[str, tuple[str, ...]]:
    """Return the figures that a chart can show by either of two dimensions; {} if it cannot.

    By one dimension it shows the totals over the other. A chart of other figures has no choice.
    """
    breakdown = common_breakdown(KINDS[chart.kind](chart, sheet).measured, sheet)
    if breakdown is None:
        return {}
    found = {}
    for by in breakdown.by:
        rows = [one for one in breakdown.figures if _totals(one, sheet) | {by} == {*breakdown.by}]
        if sum(by not in _totals(one, sheet) for one in rows) > 1:
            found[by] = tuple(rows)
    own = [set(breakdown.figures), *map(set, found.values())]
    return found if len(found) > 1 and set(chart.of) in own else {}


def _totals(name: str, sheet: Sheet) -> set[str]:
    """Return the dimensions of which a part is the total."""
    return {by.id for by, item in sheet.items_of(sheet.indicators[name]) if item.is_total}


def highlights(chart: Chart, sheet: Sheet) -> list[Indicator]:
    """Return the parts that can be highlighted, one at a time."""
    kind = KINDS[chart.kind](chart, sheet)
    whole = whole_of(kind.measured, sheet)
    return list(whole.parts) if whole and "highlight" in kind.reads else []


def is_sortable(chart: Chart, sheet: Sheet) -> bool:
    """Return whether the order of a chart's parts can be chosen."""
    kind = KINDS[chart.kind](chart, sheet)
    return "sort" in kind.reads and common_breakdown(kind.measured, sheet) is not None


def fitting(choice: ChartChoice, chart: Chart, sheet: Sheet) -> ChartChoice:
    """Return a choice without what is as in the sheet or what its chart does not offer."""
    of = dimensions(chart, sheet).get(choice.by or "", chart.of)
    base = _with_figures(chart, of)
    parts = {"", *(one.id for one in highlights(base, sheet))}
    lit = (choice.highlight,) if choice.highlight else ()
    keeps_own = choice.highlight not in parts or lit == base.highlight
    keeps_order = choice.sort == chart.sort or not is_sortable(base, sheet)
    return ChartChoice(
        highlight=None if keeps_own else choice.highlight,
        sort=None if keeps_order else choice.sort,
        by=None if set(of) == set(chart.of) else choice.by,
    )


def chosen(chart: Chart, choice: ChartChoice, sheet: Sheet, wording: Wording) -> Chart:
    """Return a chart as a reader chose to see it, without a subtitle of the sheet's own."""
    choice = fitting(choice, chart, sheet)
    if choice == ChartChoice():
        return chart
    made = _with_figures(chart, dimensions(chart, sheet).get(choice.by or "", chart.of))
    said = []
    if choice.by is not None:
        name = wording.text(sheet.dimensions[choice.by].name)
        said.append(wording.say("chosen_by", name=name))
    if choice.highlight is not None:
        lit = (choice.highlight,) if choice.highlight else ()
        made = msgspec.structs.replace(made, highlight=lit)
        names = [wording.short_name(sheet.indicators[one]) for one in lit]
        said += [wording.say("chosen_highlight", name=name) for name in names]
        said += [] if lit else [wording.say("chosen_no_highlight")]
    if choice.sort is not None:
        made = msgspec.structs.replace(made, sort=choice.sort)
        said.append(wording.say(f"chosen_{choice.sort}"))
    text = wording.say("chosen", what=wording.join(said, "semicolon"))
    return msgspec.structs.replace(made, subtitle=None, chosen=text)


def _with_figures(chart: Chart, ids: tuple[str, ...]) -> Chart:
    """Return a chart of some figures; of its highlights, those among them stay."""
    lit = tuple(one for one in chart.highlight if one in ids)
    return msgspec.structs.replace(chart, of=ids, highlight=lit)
