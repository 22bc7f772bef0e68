"""The sheets that the tests of charts draw: the bundled one, the made-up one, and small ones."""

import functools
from collections.abc import Callable
from pathlib import Path

import msgspec
import yaml

from cqviewer.charts.draw import draw_chart
from cqviewer.charts.drawing import Drawing, DrawOptions
from cqviewer.charts.theme import LIGHT
from cqviewer.load import load_sheet, read_sheet
from cqviewer.model.facts import Chart, Sheet
from cqviewer.model.text import Text
from cqviewer.paths import data_folder

MADE_UP = Path(__file__).resolve().parent.parent / "data" / "harbour-town.yaml"
_START = """\
cqviewer: 1
title: Made up
place: Nowhere
date: 2025-01-01
year: 2024
sources:
  s: {title: A source, date: 2025-01-01}
"""


@functools.cache
def bundled() -> Sheet:
    """Load the bundled sheet."""
    return load_sheet(data_folder() / "chongqing-2024.yaml")


@functools.cache
def made_up() -> Sheet:
    """Load the made-up sheet."""
    return load_sheet(MADE_UP)


def small(indicators: str, chart: str, rest: str = "") -> Sheet:
    """Make a sheet of some indicators (a line each) and one chart, all as YAML in braces.

    The chart comes in after the sheet was read, so that it may be one that no sheet could have.
    """
    rows = "".join(f"  {row.strip()}\n" for row in indicators.strip().splitlines())
    text = f"{_START}indicators:\n{rows}sections:\n  - {{id: one, title: One}}\n{rest}"
    sheet = read_sheet(text.encode(), "made-up.yaml")
    made = msgspec.convert({"id": "one-1", **yaml.safe_load(chart)}, Chart)
    section = msgspec.structs.replace(sheet.sections[0], charts=(made,))
    return msgspec.structs.replace(sheet, sections=(section,))


def with_target(
    key: str, name: str, value: str, target: str, unit: str = "'%'", period: str = "2024"
) -> str:
    """Write a figure of a period, in which higher is better, with a target for 2024."""
    kind = "growth" if unit == "'%'" else "count"
    cited = "" if value.startswith("derived") else f" period: {period}, source: s,"
    return (
        f"{key}: {{name: {name}, unit: {unit}, measure: {kind}, better: higher, {value},{cited}"
        f" targets: [{{for: 2024, {target}, source: s}}]}}"
    )


def on_its_way(
    observations: str, aim: str, method: str, better: str = "lower", base: str = "2015"
) -> Sheet:
    """Return a sheet with a chart of the progress of a share, `a`, towards a target for 2030."""
    return small(
        f"a: {{name: Cost, unit: '%', measure: share, better: {better}, source: s,"
        f" observations: {{{observations}}},"
        f" targets: [{{for: 2030, {aim}, base: {base}, method: {method}, source: s}}]}}",
        "{kind: progress, of: [a], title: T}",
    )


def charts(sheet: Sheet) -> list[Chart]:
    """List all charts of a sheet."""
    return [chart for section in sheet.sections for chart in section.charts]


def chart(sheet: Sheet, chart_id: str) -> Chart:
    """Find a chart by its id."""
    return next(one for one in charts(sheet) if one.id == chart_id)


LOOK = DrawOptions(theme=LIGHT, width=816, language="en")


def draw(sheet: Sheet, chart_id: str = "one-1", **changes: object) -> Drawing:
    """Draw a chart of a sheet; by default in the light theme, in English, 816 px wide."""
    look = msgspec.structs.replace(LOOK, **changes)
    return draw_chart(chart(sheet, chart_id), sheet, look)


def with_names(sheet: Sheet, change: Callable[[str], str]) -> Sheet:
    """Change every name that charts show."""
    replace = msgspec.structs.replace

    def text(given: Text | None) -> Text | None:
        if given is None or isinstance(given, str):
            return given and change(given)
        return {language: change(one) for language, one in given.items()}

    indicators = {
        key: replace(one, name=text(one.name), short=text(one.short), brief=text(one.brief))
        for key, one in sheet.indicators.items()
    }
    sections = tuple(
        replace(
            section, charts=tuple(replace(one, square=text(one.square)) for one in section.charts)
        )
        for section in sheet.sections
    )
    goals = sheet.goals and replace(
        sheet.goals,
        many=text(sheet.goals.many),
        named=tuple(replace(one, name=text(one.name)) for one in sheet.goals.named),
    )
    return replace(sheet, indicators=indicators, sections=sections, goals=goals)
