"""A new kind of chart is one class and one line in the list: nothing else has to know of it."""

from collections.abc import Sequence

import pytest
from matplotlib.text import Text as Label

from cqviewer.charts.contents import chart_facts, chart_part, kind_of, rows_of
from cqviewer.charts.draw import draw_chart
from cqviewer.charts.drawing import ChartError, DrawOptions
from cqviewer.charts.kind import Kind
from cqviewer.charts.kinds import KINDS
from cqviewer.charts.plot import Plot
from cqviewer.charts.svg import to_svg
from cqviewer.charts.text import description, source_note, subtitle
from cqviewer.charts.theme import LIGHT
from cqviewer.load import examine_sheet, read_sheet
from cqviewer.model.describing.reference import KindRow, reference_page
from cqviewer.model.describing.schema import sheet_schema
from cqviewer.model.facts import Chart, Indicator, Sheet
from cqviewer.model.problems import SheetError
from cqviewer.model.wording.wording import Wording
from cqviewer.paths import data_folder
from cqviewer.printing.chart_file import chart_file
from cqviewer.printing.options import PrintOptions
from cqviewer.printing.pages.paper_charts import Layout, Pictures, chart_sections
from cqviewer.printing.pages.scope import Scope

SHEET = """\
cqviewer: 1
title: Made up
place: Nowhere
date: 2025-01-01
sources: {s: {title: A source, date: 2025-01-01}}
indicators:
  few: {name: Few, unit: jobs, measure: count, value: 3, period: 2024, source: s par. 1}
  many: {name: Many, unit: jobs, measure: count, value: 9, period: 2024, source: s par. 1}
  tons: {name: Tons, unit: t, measure: count, value: 9, period: 2024, source: s par. 1}
sections:
  - id: one
    title: One
    figures: [few, many, tons]
    charts:
      - {kind: dots, of: [many, few], title: Few were few}
"""
EN = Wording("en")


class Dots(Kind):
    """A dot for each figure, the smallest first."""

    name = "dots"
    draws = "a dot for each figure"
    needs = "figures of one unit"

    def in_order(self, figures: Sequence[Indicator]) -> Sequence[Indicator]:
        """Return figures by size, the smallest first."""
        return sorted(figures, key=lambda one: one.latest.value or 0)

    def draw(self, plot: Plot) -> float:
        """Draw a dot and a name for each figure."""
        y = 0
        for one in self.in_order(self.drawable(plot.wording)):
            plot.dot(plot.px(8), y + plot.px(10), plot.px(8), plot.theme.accent, tag=one.id)
            name = plot.wording.short_name(one)
            plot.text(plot.px(20), y + plot.px(10), name, plot.theme.ink)
            plot.mark(one.id, (0, y, plot.width, plot.px(20)), plot.wording.figure_phrase(one))
            y += plot.px(20)
        return y


@pytest.fixture(autouse=True)
def dots(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(KINDS, "dots", Dots)


@pytest.fixture
def sheet() -> Sheet:
    return read_sheet(SHEET.encode(), "f.yaml")


@pytest.fixture
def chart(sheet: Sheet) -> Chart:
    return sheet.sections[0].charts[0]


def said(text: str) -> list[str]:
    """Return what is found wrong with a sheet."""
    return [one.message for one in examine_sheet(text.encode(), "f.yaml").problems]


def test_a_kind_is_read_and_checked_like_any_other() -> None:
    assert said(SHEET) == []
    mixed = said(SHEET.replace("[many, few]", "[many, tons]"))
    assert [one.partition(":")[0] for one in mixed] == ["the chart mixes units"]
    assert said(SHEET.replace(", of: [many, few]", "")) == ["a dots chart needs figures"]
    unread = SHEET.replace("of: [many, few]", "of: [many, few], per: 2")
    assert said(unread) == ["a dots chart does not use `per`"]


def test_a_kind_that_is_not_listed_is_not_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(KINDS, "dots")
    (problem,) = examine_sheet(SHEET.encode(), "f.yaml").problems
    assert (problem.message, problem.line, problem.column) == (
        "'dots' is not known as `kind`",
        15,
        16,
    )
    assert problem.help == (
        "write one of: bars, columns, goals, line, panels, progress, slope, stacked, targets, units"
    )
    with pytest.raises(SheetError, match="dots"):
        read_sheet(SHEET.encode(), "f.yaml")


def test_a_mistyped_kind_is_suggested() -> None:
    (problem,) = examine_sheet(SHEET.replace("dots", "dost").encode(), "f.yaml").problems
    assert problem.help == "did you mean `dots`?"


def test_a_kind_is_in_schema_and_reference() -> None:
    assert "dots" in sheet_schema(KINDS)["$defs"]["Chart"]["properties"]["kind"]["enum"]
    rows = [KindRow(one.name, one.draws, one.needs) for one in KINDS.values()]
    page = reference_page(data_folder() / "examples", rows)
    assert "| `dots` | a dot for each figure | figures of one unit |\n\nThe ids" in page


def test_a_kind_is_drawn_from_its_part_of_the_sheet(sheet: Sheet, chart: Chart) -> None:
    part = chart_part(chart, sheet)
    assert set(part.indicators) == {"few", "many"}
    drawing = draw_chart(chart, part, DrawOptions(theme=LIGHT, width=400, language="en"))
    assert [one.figure for one in drawing.marks] == ["few", "many"]
    assert (drawing.width, drawing.height) == (416, 40)
    assert b">Many</text>" in to_svg(drawing)
    empty = Chart(id="c", kind="dots", title="T")
    with pytest.raises(ChartError, match="figure"):
        draw_chart(empty, sheet, DrawOptions(theme=LIGHT, width=400, language="en"))


def test_a_kind_is_described_and_cited(sheet: Sheet, chart: Chart) -> None:
    assert description(chart, sheet, EN) == "Chart: Few: 3 jobs, 2024; Many: 9 jobs, 2024."
    assert subtitle(chart, sheet, EN, medium="screen") == "Unit: jobs. 2024."
    assert source_note(chart, sheet, EN).startswith("Source: A source")


def test_a_kind_has_a_table_in_its_own_order(sheet: Sheet, chart: Chart) -> None:
    ids = chart_facts(chart, sheet)
    assert [row.fact.id for row in rows_of(ids, sheet)] == ["few", "many"]
    table = chart_file(chart, sheet, "en", ".csv").decode("utf-8-sig").splitlines()
    assert [line.split(",")[1] for line in table[1:]] == ["few", "many"]


def test_a_kind_is_printed(sheet: Sheet) -> None:
    pictures = Pictures()
    scope, layout = Scope(sheet, sheet.sections, "en"), Layout.of(PrintOptions())
    (section,) = chart_sections(scope, pictures, layout)
    (block,) = section.rows[0]
    assert (block.title, block.fault) == ("Few were few", "")
    assert pictures.alts[block.strips[0].file].startswith("Chart: Few: 3")
    assert b">Few</text>" in pictures.svgs[block.strips[0].file]


def test_a_tall_chart_goes_on_below_a_figure(sheet: Sheet, chart: Chart) -> None:
    assert kind_of(chart, sheet).starts() == ["few", "many"]
    drawing = draw_chart(chart, sheet, DrawOptions(theme=LIGHT, width=400, language="zh"))
    words = [one.get_text() for one in drawing.artists if isinstance(one, Label)]
    assert words == ["Few", "Many"]


@pytest.mark.parametrize("kind", [one for one in KINDS.values() if one.name != "dots"])
def test_every_kind_says_what_the_reference_page_tells_of_it(kind: type[Kind]) -> None:
    assert kind.name
    assert kind.draws
    assert kind.needs
    assert "of" in kind.reads or kind.instead_of_figures
