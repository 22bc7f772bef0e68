"""What a reader may choose of a breakdown's chart, and what the chart then says of it."""

import pytest

from cqviewer.charts.choosing import chosen, dimensions, fitting, highlights, is_sortable
from cqviewer.charts.contents import chart_facts
from cqviewer.charts.drawing import ChartChoice, DrawOptions
from cqviewer.charts.framed import chart_picture
from cqviewer.charts.text import description, subtitle
from cqviewer.charts.theme import LIGHT
from cqviewer.load import read_sheet
from cqviewer.model.facts import Chart, Sheet
from cqviewer.model.wording.wording import Wording
from cqviewer.worker.cache import picture_name
from cqviewer.worker.wanting import wanted
from tests.charts.sheets import chart
from tests.charts.springfield import air, budget, finance, of_parts, one_chart, output, survey

PLACES, ADULTS = "budget.thriving_places", "budget.adult_services"

JOBS = """\
cqviewer: 1
title: Springfield
place: Springfield
date: 2025-01-01
sources: {report: {title: Report}}
defaults: {unit: jobs, measure: count, source: report, period: 2024}
dimensions:
  place: {name: Place, items: {north: North, south: South, all: {name: All, total: true}}}
  trade: {name: Trade, items: {fishing: Fishing, farming: Farming, all: {name: All, total: true}}}
indicators:
  jobs:
    name: Jobs
    by: [place, trade]
    adds_up: true
    items:
      north: {items: {fishing: 5, farming: 10, all: 15}}
      south: {items: {fishing: 1, farming: 30, all: 31}}
      all: {items: {fishing: 6, farming: 40, all: 46}}
sections:
  - id: one
    title: One
    charts:
      - {kind: bars, of: OF, highlight: [jobs.all.farming], title: T, subtitle: By trade}
"""
BY_TRADE = "[jobs.all.fishing, jobs.all.farming, jobs.all.all]"


def jobs(of: str = BY_TRADE, kind: str = "bars") -> Sheet:
    """Return a sheet of jobs by place and by trade, with one chart of some of them."""
    text = JOBS.replace("of: OF", f"of: {of}").replace("kind: bars", f"kind: {kind}")
    return read_sheet(text.encode(), "jobs.yaml")


def budget_chart(**said: object) -> tuple[Chart, Sheet]:
    """Return the chart of a budget in which one department stands out."""
    sheet = of_parts("bars", budget(), **{"highlight": (PLACES,), **said})
    return chart(sheet, "one-1"), sheet


def test_of_ranked_bars_what_stands_out_and_the_order_can_be_chosen() -> None:
    of, sheet = budget_chart()
    assert [one.id for one in highlights(of, sheet)] == list(of.of[:-1])  # not the total
    assert is_sortable(of, sheet)
    assert dimensions(of, sheet) == {}


@pytest.mark.parametrize(
    ("sheet", "can_highlight"),
    [
        (of_parts("stacked", finance()), True),
        (of_parts("line", air()), True),
        (of_parts("panels", air()), False),
        (one_chart("line", survey(), output()), False),
        (of_parts("bars", (budget()[0], budget()[1], budget()[2][:1])), False),
    ],
)
def test_only_what_the_format_allows_of_parts_can_be_chosen(
    sheet: Sheet, can_highlight: bool
) -> None:
    of = chart(sheet, "one-1")
    assert bool(highlights(of, sheet)) == can_highlight
    assert not is_sortable(of, sheet)
    assert fitting(ChartChoice(sort="given", by="place"), of, sheet) == ChartChoice()


def test_a_chart_as_the_sheet_has_it_stays_the_same() -> None:
    of, sheet = budget_chart()
    for one in (
        ChartChoice(),
        ChartChoice(highlight=PLACES, sort="size"),
        ChartChoice(highlight="gone", by="gone"),
        ChartChoice(highlight="budget.all_departments"),
    ):
        assert chosen(of, one, sheet, Wording("en")) is of


def test_what_is_chosen_is_drawn_and_said() -> None:
    of, sheet = budget_chart()
    made = chosen(of, ChartChoice(highlight=ADULTS, sort="given"), sheet, Wording("en"))
    assert (made.highlight, made.sort) == ((ADULTS,), "given")
    line = subtitle(made, sheet, Wording("en"), medium="print")
    assert line.endswith("Chosen by the reader: Adult services highlighted; in the order given.")
    assert "derived, highlighted" in description(made, sheet, Wording("en"))
    bare = chosen(of, ChartChoice(highlight=""), sheet, Wording("en"))
    assert bare.highlight == ()
    assert subtitle(bare, sheet, Wording("en"), medium="screen") == (
        "Budget, £ million. 2024. Chosen by the reader: nothing highlighted."
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", "读者所选：突出显示Adult services；按原顺序。"),
        ("fr", "Choix du lecteur\u202f: Adult services en évidence\u202f; dans l’ordre donné."),
    ],
)
def test_it_is_said_in_other_languages(language: str, said: str) -> None:
    of, sheet = budget_chart()
    choice = ChartChoice(highlight=ADULTS, sort="given")
    made = chosen(of, choice, sheet, Wording(language))
    assert made.chosen == said


def test_a_saved_picture_says_what_was_chosen() -> None:
    of, sheet = budget_chart()
    made = chosen(of, ChartChoice(sort="given"), sheet, Wording("en"))
    assert b"Chosen by the reader: in the order given." in chart_picture(made, sheet, "en", "svg")
    assert b"Chosen by the reader" not in chart_picture(of, sheet, "en", "svg")


@pytest.mark.parametrize("of", [BY_TRADE, "[jobs]", "[jobs.north.all, jobs.south.all]"])
def test_a_chart_of_two_dimensions_can_be_shown_by_either(of: str) -> None:
    sheet = jobs(of)
    own = sheet.sections[0].charts[0]
    assert dimensions(own, sheet) == (
        {}
        if of == "[jobs.north.all, jobs.south.all]"  # without the total it is neither of them
        else {
            "place": ("jobs.north.all", "jobs.south.all", "jobs.all.all"),
            "trade": ("jobs.all.fishing", "jobs.all.farming", "jobs.all.all"),
        }
    )


def test_by_another_dimension_figures_highlight_and_subtitle_are_of_that() -> None:
    sheet = jobs()
    own = sheet.sections[0].charts[0]
    assert subtitle(own, sheet, Wording("en"), medium="screen") == "By trade"
    made = chosen(own, ChartChoice(by="place"), sheet, Wording("en"))
    assert chart_facts(made, sheet) == ["jobs.south.all", "jobs.north.all", "jobs.all.all"]
    assert made.highlight == ()
    line = subtitle(made, sheet, Wording("en"), medium="screen")
    assert line.endswith("Chosen by the reader: by Place.")
    assert fitting(ChartChoice(by="trade"), own, sheet) == ChartChoice()
    both = fitting(ChartChoice(by="place", highlight="jobs.north.all"), own, sheet)
    assert chosen(own, both, sheet, Wording("en")).highlight == ("jobs.north.all",)
    stale = fitting(ChartChoice(by="trade", highlight="jobs.north.all"), own, sheet)
    assert stale == ChartChoice()


def test_pictures_that_are_kept_are_told_apart_by_what_was_chosen() -> None:
    of, sheet = budget_chart()
    look = DrawOptions(theme=LIGHT, width=800, language="en")
    choices = [
        ChartChoice(),
        ChartChoice(highlight=ADULTS),
        ChartChoice(highlight=""),
        ChartChoice(sort="given"),
    ]
    made = [chosen(of, one, sheet, Wording("en")) for one in choices]
    assert len({picture_name(wanted(one, sheet, look, 1.0)) for one in made}) == len(choices)
