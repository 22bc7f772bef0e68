"""Springfield, which is made up: figures with all that a source may say of an observation."""

from collections.abc import Mapping, Sequence

import msgspec

from cqviewer.model.facts import (
    Breakdown,
    Chart,
    Dimension,
    Indicator,
    Item,
    Observation,
    Section,
    Sheet,
    Source,
)
from cqviewer.model.numbers.period import Period
from cqviewer.model.numbers.unit import Unit
from tests.charts.sheets import bundled

Parts = tuple[Breakdown, Dimension, list[Indicator]]
"""A breakdown, its one dimension, and the figures of its items."""


def row(period: str, value: str | None = None, **said: object) -> Observation:
    """Make an observation; numbers are written as text, and a bound as {kind: ..., value: ...}."""
    status = "missing" if "missing" in said else "stated" if value or "bound" in said else ""
    told = {"value": value, "period": {}, "status": status or "not stated", **said}
    made = msgspec.convert(told, Observation)
    return msgspec.structs.replace(made, period=Period.parse(period))


def figure(
    key: str, name: str, unit: str, rows: Sequence[Observation], **said: object
) -> Indicator:
    """Make an indicator, by default a level."""
    made = Indicator(
        id=key, name=name, unit=Unit.parse(unit), measure="level", observations=tuple(rows)
    )
    return msgspec.structs.replace(made, **said)


def parts(
    key: str,
    name: str,
    unit: str,
    rows: Mapping[str, Sequence[Observation]],
    *,
    adds_up: bool = True,
    total: str = "",
) -> Parts:
    """Make a breakdown by one dimension; items are called as their ids, with capitals."""
    named = {one: one.replace("_", " ").capitalize() for one in rows}
    items = {one: Item(id=one, name=text, is_total=one == total) for one, text in named.items()}
    figures = [
        figure(
            f"{key}.{one}",
            f"{name}: {named[one]}",
            unit,
            of,
            short=named[one],
            breakdown=key,
            items=(one,),
        )
        for one, of in rows.items()
    ]
    ids = tuple(one.id for one in figures)
    made = Breakdown(id=key, name=name, by=(f"{key}_by",), figures=ids, adds_up=adds_up)
    return made, Dimension(id=f"{key}_by", name="Department", items=items), figures


def one_chart(kind: str, *figures: Indicator, of: Parts | None = None, **said: object) -> Sheet:
    """Make a sheet of some figures, or of a breakdown's, and one chart of them all."""
    figures = tuple(of[2]) if of else figures
    ids = tuple(one.id for one in figures)
    chart = Chart(id="one-1", kind=kind, of=ids, title="T")
    section = Section(id="one", title="One", charts=(msgspec.structs.replace(chart, **said),))
    return msgspec.structs.replace(
        bundled(),
        sources={"s": Source(id="s", title="Report of Springfield")},
        indicators={one.id: one for one in figures},
        dimensions={of[1].id: of[1]} if of else {},
        breakdowns={of[0].id: of[0]} if of else {},
        sections=(section,),
        key_figures=(),
        goals=None,
    )


def of_parts(kind: str, of: Parts, **said: object) -> Sheet:
    """Make a sheet of a breakdown's parts and a chart of them all."""
    return one_chart(kind, of=of, **said)


def survey() -> Indicator:
    """Return a series with an interval, missing values, footnotes and marks."""
    return figure(
        "cycling",
        "Adults who cycle every week",
        "%",
        [
            row("2016", "12.4", low="11.0", high="13.8"),
            row("2017", "12.9", low="11.5", high="14.4"),
            row("2018", "13.9", low="12.3", high="15.5"),
            row("2019", "15.6", low="13.2", high="18.0"),
            row("2020", missing="not_applicable", note="No survey was held."),
            row("2021", missing="suppressed"),
            row(
                "2022",
                "17.2",
                low="13.0",
                high="21.4",
                marks=("low_reliability",),
                note="Fewer than 500 answers.",
            ),
            row("2023", "16.5", low="15.0", high="18.1"),
            row("2024", "18.1", low="16.2", high="20.0", marks=("provisional",)),
        ],
        measure="share",
        interval="95 % confidence interval",
    )


def output() -> Indicator:
    """Return a series that breaks, and ends with a provisional value."""
    levels = "1426.540 1571.7 1755.9 1950.0 2036.319 2360.577 2500.3 2789.4 2912.9 3014.5 3219.3"
    values = [*levels.split(), "3375.793"]
    rows = []
    for at, value in enumerate(values):
        said: dict[str, object] = {}
        if at == 5:
            said = {"marks": ("break",), "note": "A census raised the level."}
        if at == len(values) - 1:
            said = {"marks": ("provisional",)}
        rows.append(row(str(2014 + at), value, **said))
    return figure("gdp", "Gross domestic product", "bn yuan", rows)


def lead() -> list[Indicator]:
    """Return figures of which two are bounds and two have no number, and one an interval."""
    below = {"kind": "below", "value": "0.25"}
    return [
        figure("north", "North", "µg/l", [row("2024", "0.9", low="0.7", high="1.2")]),
        figure("harbour", "Harbour", "µg/l", [row("2024", "1.4", marks=("revised",))]),
        figure("old_town", "Old Town", "µg/l", [row("2024", bound=below)]),
        figure("east", "East", "µg/l", [row("2024", missing="suppressed", note="One plant.")]),
        figure("island", "Island", "µg/l", [row("2024", missing="not_applicable")]),
    ]


BUDGET = {
    "adult_services": ("67.208", "67.668"),
    "childrens_services": ("56.816", "59.677"),
    "thriving_places": ("42.898", "45.850"),
    "resources_with_treasury_management": ("37.021", "40.925"),
    "enabler_services": ("25.282", "29.289"),
    "thriving_communities": ("13.105", "15.494"),
    "chief_executive": ("2.722", "3.426"),
    "transformation": ("11.5", "3.00"),
    "locality_boards": ("2.568", "2.868"),
}


def budget(*, total: str | None = "268.197") -> Parts:
    """Return a budget by department, in two years, with its total."""
    rows = {one: [row("2023", a), row("2024", b)] for one, (a, b) in BUDGET.items()}
    if total:
        rows["all_departments"] = [row("2023", "259.120"), row("2024", total)]
    return parts("budget", "Budget", "£ million", rows, total="all_departments")


FINANCE = {
    "council_tax": "163.663",
    "business_rates": "63.600",
    "general_grants": "30.488",
    "revenue_support_grant": "9.010",
    "specific_grants": "3.040",
    "collection_fund": "2.700",
}


def finance(**changes: str | None) -> Parts:
    """Return the sources of finance of one year, some of them changed."""
    rows = {one: [row("2024", value)] for one, value in {**FINANCE, **changes}.items()}
    return parts("finance", "Finance", "£ million", rows)


AIR = {
    "glasgow": "17.74 . . 16.2 7.9 7.9 7.8 7.7 7.5 6.5",
    "birmingham": "14.62 . . 14.2 13.2 9.9 10.4 10.4 10.3 9.51",
    "london": "14.39 . . 15.6 14.3 11.6 12.2 12.4 11.4 11.41",
    "cardiff": "13.8 . . 13.5 11.8 9.2 9.3 8.7 10.16 x",
    "edinburgh": "9.49 . . 8.0 x 6.5 6.4 6.6 6.4 6.34",
    "aberdeen": "7.07 . . 8.8 10.4 8.3 5.4 5.9 7.0 7.26",
}


def air() -> Parts:
    """Return six places in ten years, of which two have no value anywhere."""
    rows = {}
    for place, values in AIR.items():
        rows[place] = [
            row(str(2010 + at), missing="not_collected")
            if value == "x"
            else row(str(2010 + at), value)
            for at, value in enumerate(values.split())
            if value != "."
        ]
    return parts("air", "Fine particles", "µg per cubic metre", rows, adds_up=False)


def months() -> Indicator:
    """Return ten years of months, with an extreme in the middle."""
    rows = [
        row(f"{2015 + at // 12}-{at % 12 + 1:02}", str(250 if at == 61 else 100 + at % 7))
        for at in range(120)
    ]
    return figure("calls", "Port calls", "calls", rows, measure="count")


def running_total() -> Indicator:
    """Return running totals of two years, of which the second begins anew."""
    ends = ("03", "06", "09", "12")
    rows = [
        row(f"{year}-01/{year}-{end}", str(10 * (at + 1) + year - 2023))
        for year in (2023, 2024)
        for at, end in enumerate(ends)
    ]
    return figure("trade", "Trade", "bn yuan", rows, is_cumulative=True)


def sheets() -> list[Sheet]:
    """Return a sheet for each chart that tests draw in every size, theme and language."""
    year = Period.parse("2024")
    lit = ("budget.thriving_places",)
    made = [
        one_chart("bars", *lead(), highlight=("harbour",)),
        one_chart("line", survey()),
        one_chart("columns", survey()),
        one_chart("line", output(), title="It reached 3,375.793", from_zero=True),
        one_chart("line", months()),
        one_chart("line", running_total()),
        of_parts("bars", budget(), period=year, highlight=lit),
        of_parts("bars", budget(total=None)),
        of_parts("stacked", finance(), highlight=("finance.council_tax",)),
        of_parts("panels", air()),
        of_parts("line", air(), highlight=("air.glasgow",)),
    ]
    return [_renamed(one, at) for at, one in enumerate(made)]


def _renamed(sheet: Sheet, at: int) -> Sheet:
    """Return the one chart of a sheet an id that says what it is."""
    (section,) = sheet.sections
    (chart,) = section.charts
    chart = msgspec.structs.replace(chart, id=f"springfield-{chart.kind}-{at}")
    return msgspec.structs.replace(
        sheet, sections=(msgspec.structs.replace(section, charts=(chart,)),)
    )
