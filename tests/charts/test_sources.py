"""The line under a chart: all sources behind it, each once, also those of what is derived."""

from cqviewer.charts.text import source_note
from cqviewer.load import read_sheet
from cqviewer.model.facts import Sheet
from cqviewer.model.wording.wording import Wording
from tests.charts.sheets import chart, made_up


def note(sheet: Sheet, chart_id: str) -> str:
    return source_note(chart(sheet, chart_id), sheet, Wording("en")).replace("\xa0", " ")


def test_all_sources_are_named_and_the_own_note_comes_last() -> None:
    assert note(made_up(), "port-1") == (
        "Sources: Yearbook of Harbour Town, 14 February 2025; Town Council minutes,"
        " 20 January 2025. No value is given for 2021, and that of 2023 is called not stated."
    )


def test_a_figure_derived_from_derived_ones_names_the_sources_of_all_of_them() -> None:
    sheet = read_sheet(
        b"cqviewer: 1\ntitle: T\nplace: P\ndate: 2025-03-01\n"
        b"sources: {a: {title: Alpha}, b: {title: Beta}, c: {title: Gamma}}\n"
        b"indicators:\n"
        b"  x: {name: X, unit: t, measure: level, value: 3, period: 2023, source: a}\n"
        b"  y: {name: Y, unit: t, measure: level, source: c,"
        b" observations: [{period: 2022, value: 1}, {period: 2023, value: 2, source: b}]}\n"
        b"  sum: {name: S, unit: t, measure: level, derived: 'x + y[2023]'}\n"
        b"  half: {name: H, unit: t, measure: level, derived: sum / 2}\n"
        b"sections: [{id: one, title: One,"
        b" charts: [{kind: bars, of: [half], title: H}, {kind: bars, of: [sum], title: S}]}]\n",
        "f",
    )
    for one in ("one-1", "one-2"):  # but not Gamma, which states another year
        assert note(sheet, one).startswith("Sources: Alpha; Beta. Hollow mark")
