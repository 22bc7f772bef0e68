"""Goals, sections and charts find the indicators, goals and sources that they name."""

from cqviewer.model.facts import Sheet
from cqviewer.model.numbers.period import Period
from tests.model.sheets import figure, problems, sheet, sheet_text

REST = """\
sections:
  - id: one
    title: One
    figures: [jobs, {figure: goals.named, label: Named}]
    charts: [{kind: units, of: [jobs], beside: [rate], change: rate, index: price, title: T}]
    statements: [{about: A, text: B, source: report par. 3}, {text: C}]
    plans: [{name: P, text: T, source: report par. 5, goals: [homes], figures: [jobs]}]
    voices: [{who: W, office: O, text: T, source: report par. 6}]
    open: [{about: A, text: Q}]
goals:
  year: 2025
  announced: 3
  source: report par. 10
  named:
    - {id: homes, name: Homes, figures: [jobs], link: source}
    - {id: parks, name: Parks, source: report par. 11}
terms: [{term: TEU, meaning: a container of twenty feet}]
"""
LINES = "\n".join(
    [
        f"jobs: {figure(value=1)}",
        f"rate: {figure(value=2, measure='growth', unit='%')}",
        f"price: {figure(value=104, measure='index', unit='2020 = 100')}",
    ]
)


def test_a_section_holds_what_is_written_in_it() -> None:
    section = sheet(LINES, rest=REST).sections[0]
    assert [(one.indicator, one.label) for one in section.figures] == [
        *(("jobs", None), ("goals.named", "Named"))
    ]
    assert section.charts[0].figures == ("jobs", "rate", "price")
    cited = [one.citation.where if one.citation else "" for one in section.statements]
    assert cited == ["3", ""]
    assert section.voices[0].office == "O"
    assert section.open[0].about == "A"


def test_a_goal_is_cited_where_the_goals_are_unless_it_says_otherwise() -> None:
    goals = sheet(LINES, rest=REST).goals
    assert goals is not None
    assert [one.citation.where for one in goals.named if one.citation] == ["10", "11"]
    assert [one.link for one in goals.named] == ["source", "ours"]


def test_links_made_by_the_sheet_are_its_own() -> None:
    plan = sheet(LINES, rest=REST).sections[0].plans[0]
    assert (plan.goals, plan.figures, plan.link) == (("homes",), ("jobs",), "ours")


def test_terms_are_kept_in_their_order() -> None:
    assert [one.term for one in sheet(LINES, rest=REST).terms] == ["TEU"]


def test_every_id_that_leads_nowhere_is_reported() -> None:
    rest = REST
    for known, unknown in (
        ("[jobs]", "[xyz]"),
        ("[homes]", "[abc]"),
        ("change: rate", "change: r"),
    ):
        rest = rest.replace(known, unknown)
    rest = rest.replace("report par. 6", "letter par. 6").replace("index: price", "index: p")
    found = problems(sheet_text(LINES, rest=rest))
    assert sorted(found) == [
        "error: there is no goal 'abc'",
        "error: there is no indicator 'p'",
        "error: there is no indicator 'r'",
        "error: there is no indicator 'xyz'",
        "error: there is no source 'letter'",
    ]


SERIES = "\n".join(
    [
        f"calls: {figure(value=None, period=None, observations='{2022: 5, 2023: 6, 2024: 7}')}",
        f"other: {figure(value=3)}",
    ]
)


def charted(keys: str, lines: str = SERIES) -> Sheet:
    chart = f"{{kind: bars, of: [calls, other], title: T, {keys}}}"
    return sheet(lines, rest=f"sections: [{{id: one, title: One, charts: [{chart}]}}]\n")


def test_a_chart_says_what_it_shows_of_its_figures() -> None:
    chart = (
        charted("last: 2, highlight: [calls], sort: given, from_zero: true").sections[0].charts[0]
    )
    assert (chart.last, chart.highlight, chart.sort, chart.from_zero) == (
        2,
        ("calls",),
        "given",
        True,
    )
    plain = charted("width: half").sections[0].charts[0]
    assert (plain.last, plain.period, plain.highlight, plain.sort, plain.from_zero) == (
        None,
        None,
        (),
        "size",
        False,
    )
    assert charted("period: 2023").sections[0].charts[0].period == Period.parse("2023")


def test_changes_are_worked_out_against_the_year_before_where_that_is_asked() -> None:
    chart = charted("change: year").sections[0].charts[0]
    assert (chart.against, chart.change) == ("year", None)
    rest = "sections: [{id: one, title: One, figures: [{figure: calls, change: year}, other]}]\n"
    cards = sheet(SERIES, rest=rest).sections[0].figures
    assert [(one.indicator, one.against, one.label) for one in cards] == [
        ("calls", "year", None),
        ("other", "before", None),
    ]


def test_a_figure_that_is_called_year_is_still_a_rate() -> None:
    rate = figure(value=3, unit="%", measure="growth")
    chart = charted("change: year", f"{SERIES}\nyear: {rate}").sections[0].charts[0]
    assert (chart.against, chart.change) == ("before", "year")
