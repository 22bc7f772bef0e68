"""Words that a change of figures has made wrong are named, and no others."""

import msgspec
import pytest

from cqviewer.model.facts import Sheet
from cqviewer.model.reporting.edition_rows import EditionRow
from cqviewer.model.reporting.edition_words import edition_groups
from cqviewer.model.text import Language
from cqviewer.model.wording.wording import Wording
from tests.model.sheets import figure, sheet

RATE = {"unit": "'%'", "measure": "growth"}


def edition(exports: object, imports: object, parts: str, **more: object) -> Sheet:
    """Return a sheet with two rates and a section."""
    lines = [
        f"exports: {figure(name='Exports', value=exports, **RATE, **more)}",
        f"imports: {figure(name='Imports', value=imports, source='report par. 2', **RATE)}",
    ]
    return sheet("\n".join(lines), rest=f"sections: [{{id: one, title: Trade, {parts}}}]\n")


def stale(before: Sheet, now: Sheet, language: Language = "en") -> list[EditionRow]:
    """Return the rows of the texts that a change made stale."""
    found = edition_groups(before, now, Wording(language))
    return [row for group in found if group.kind == "stale" for row in group.rows]


def said(parts: str, before: tuple[object, object], now: tuple[object, object]) -> list[str]:
    """Return what is said of the texts of a section."""
    return [row.reason for row in stale(edition(*before, parts), edition(*now, parts))]


CHART = "charts: [{kind: bars, of: [exports, imports], title: '%s'}]"


@pytest.mark.parametrize(
    ("title", "words", "name"),
    [
        ("Exports doubled", "doubled", "Exports"),
        ("Exports rose", "rose", "Exports"),
        ("Exports were the highest", "highest", "Exports"),
        ("Two rates exceed 50 %", "Two rates exceed 50 %", "Exports"),
        ("Two rates rose", "Two rates rose", "Exports"),
    ],
)
def test_words_that_no_longer_hold_are_named_with_the_figure(
    title: str, words: str, name: str
) -> None:
    found = said(CHART % title, (101, 60), (-2, 60))
    assert f"It says ‘{words}’, which held before and does not now." in found[-1]
    assert found[-1].endswith(f"and at {name}.")


@pytest.mark.parametrize(
    ("title", "before", "now"),
    [
        ("Exports doubled", (101, 60), (99, 60)),  # still does
        ("Exports doubled", (70, 60), (50, 60)),  # did not before
        ("Exports rose", (101, 60), (99, 60)),
        ("Imports rose", (101, 60), (-2, 60)),  # of another figure
        ("Trade rose", (101, 60), (-2, 60)),  # imports still do
        ("Two rates exceed 50 %", (101, 60), (51, 60)),
        ("Exports were the highest", (101, 60), (61, 60)),
    ],
)
def test_words_that_still_hold_or_never_did_are_not_named(
    title: str, before: tuple[int, int], now: tuple[int, int]
) -> None:
    assert said(CHART % title, before, now) == []


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        ("figures: [exports], lead: It doubled.", "Trade: lead"),
        ("statements: [{about: Ann, text: It doubled., source: report par. 1}]", "statement, Ann"),
        ("voices: [{who: Ann, text: It doubled., source: report par. 1}]", "Trade: voice, Ann"),
        (
            "plans: [{name: Port, text: It doubled., source: report par. 9, figures: [exports]}]",
            "Trade: plan, Port",
        ),
        (CHART % "They doubled", "Trade: chart"),
    ],
)
def test_a_text_is_about_what_it_shows_or_cites(parts: str, name: str) -> None:
    (row,) = stale(edition(100, 3, parts), edition(20, 3, parts))
    assert row.name.endswith(name)
    assert (row.before, row.now) == ("+100\u202f%", "+20\u202f%")
    assert row.figure == "exports"


@pytest.mark.parametrize(
    "parts",
    [
        "statements: [{about: Ann, text: It doubled., source: report par. 2}]",
        "statements: [{about: Ann, text: It doubled.}]",
        "open: [{about: Ann, text: It doubled.}]",
        "lead: It doubled.",
    ],
)
def test_a_text_about_other_figures_is_not_stale(parts: str) -> None:
    assert stale(edition(100, 3, parts), edition(20, 3, parts)) == []


def test_a_text_is_about_the_figures_filled_into_it() -> None:
    parts = "lead: 'It doubled, {exports}.'"
    (row,) = stale(edition(100, 100, parts), edition(20, 100, parts))
    assert (row.place, row.figure) == ("sections.one.lead", "exports")


def test_a_note_is_about_its_figure() -> None:
    note = {"note": "It doubled."}
    (row,) = stale(edition(100, 3, "figures: []", **note), edition(20, 3, "figures: []", **note))
    assert row.place == "indicators.exports.note"


def test_a_figure_with_another_id_is_the_same_one() -> None:
    parts = CHART % "Imports were the highest"
    before = edition(20, 30, parts)
    line = figure(name="Imports", value=30, source="report par. 2", **RATE)
    rest = f"sections: [{{id: one, title: Trade, {parts.replace('imports', 'bought')}}}]\n"
    now = sheet(f"exports: {figure(name='Exports', value=40, **RATE)}\nbought: {line}", rest=rest)
    (row,) = stale(before, now)
    assert (row.figure, row.before, row.now) == ("exports", "+20\u202f%", "+40\u202f%")


def test_each_language_of_a_text_is_read_and_that_of_the_reader_first() -> None:
    parts = "figures: [exports], lead: {en: It doubled., zh: 出口翻番。}"
    (row,) = stale(edition(100, 3, parts), edition(20, 3, parts), "zh")
    assert row.reason == "文中写作“翻番”，此前成立，现已不成立，请核对此句和Exports。"
    (row,) = stale(edition(100, 3, parts), edition(20, 3, parts), "fr")
    assert "« doubled »" in row.reason


def test_a_change_that_does_not_show_in_the_latest_value_says_no_values() -> None:
    def calls(first: int) -> Sheet:
        years = f"{{2022: {first}, 2023: 40, 2024: 80}}"
        line = f"calls: {figure(name='Calls', value=None, period=None, observations=years)}"
        rest = (
            "sections: [{id: one, title: One, figures: [calls], lead: Calls were half a record.}]"
        )
        return sheet(line, rest=f"{rest}\n")

    (row,) = stale(calls(70), calls(90))
    assert (row.before, row.now) == ("", "")
    assert "‘record’" in row.reason


SUMMARY = "summary: {en: 'Two figures, both with a period; Exports.', zh: 两项数据均注明时期。}\n"


def counted(*periods: str) -> Sheet:
    """Return a sheet with a figure for each period, whose summary counts two."""
    lines = [
        f"f{at}: {figure(name=f'F{at}', value=at + 7, period=period, source=f'report par. {at}')}"
        for at, period in enumerate(periods, 1)
    ]
    return sheet("\n".join(lines), head=SUMMARY)


@pytest.mark.parametrize("periods", [("2024",), ("2024", "2024", "2024")])
def test_a_number_of_figures_is_named_once_in_the_language(periods: tuple[str, ...]) -> None:
    for language, word in (("en", "It says ‘Two’"), ("zh", "文中写作“两”")):
        rows = stale(counted("2024", "2023"), counted(*periods), language)
        (row,) = (one for one in rows if one.place == "summary")
        assert row.reason.startswith(word)
        assert row.figure == ""


@pytest.mark.parametrize(
    "periods", [("2024", "2022"), ("2024", "not stated", "not stated", "2023")]
)
def test_a_number_of_figures_that_may_still_be_so_is_not_named(periods: tuple[str, ...]) -> None:
    assert stale(counted("2024", "2023"), counted(*periods)) == []


def test_a_new_figure_may_be_the_highest() -> None:
    before = edition(40, 30, CHART % "Exports were the highest")
    lines = [
        f"exports: {figure(name='Exports', value=40, **RATE)}",
        f"imports: {figure(name='Imports', value=30, source='report par. 2', **RATE)}",
        f"transit: {figure(name='Transit', value=90, source='report par. 3', **RATE)}",
    ]
    parts = (CHART % "Exports were the highest").replace("imports]", "imports, transit]")
    rest = f"sections: [{{id: one, title: Trade, {parts}}}]\n"
    (row,) = stale(before, sheet("\n".join(lines), rest=rest))
    assert (row.figure, row.before, row.now) == ("transit", "", "+90\u202f%")


def calls(years: str, lead: str = "Calls rose.", **fields: object) -> Sheet:
    """Return a sheet with one series, of which its section speaks."""
    line = f"calls: {figure(name='Calls', value=None, period=None, observations=years, **fields)}"
    return sheet(
        line, rest=f"sections: [{{id: one, title: One, figures: [calls], lead: '{lead}'}}]\n"
    )


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("{2023: 4, 2024: 8}", "{2023: 4, 2024: 8, 2025: 5}"),
        ("{2022: 9, 2023: 4, 2024: 8}", "{2022: 9, 2023: 4}"),
    ],
)
def test_an_observation_that_comes_or_goes_makes_words_wrong(before: str, now: str) -> None:
    (row,) = stale(calls(before), calls(now))
    assert (row.place, row.figure) == ("sections.one.lead", "calls")


def test_an_observation_that_comes_leaves_words_right_that_it_bears_out() -> None:
    before, now = "{2023: 4, 2024: 8}", "{2023: 4, 2024: 8, 2025: 9}"
    assert stale(calls(before), calls(now)) == []


@pytest.mark.parametrize("place", ["title", "summary"])
def test_the_title_and_the_summary_are_about_all_figures(place: str) -> None:
    def edition_of(value: int) -> Sheet:
        made = edition(value, -3, "figures: []")
        return msgspec.structs.replace(made, **{place: "Exports doubled"})

    (row,) = stale(edition_of(100), edition_of(20))
    assert (row.place, row.figure) == (place, "exports")


def test_the_title_of_a_section_is_about_its_figures() -> None:
    def titled(value: int) -> Sheet:
        made = edition(value, 3, "figures: [exports]")
        section = msgspec.structs.replace(made.sections[0], title="A doubled trade")
        return msgspec.structs.replace(made, sections=(section,))

    (row,) = stale(titled(100), titled(20))
    assert row.place == "sections.one.title"


def test_a_name_within_another_word_is_not_the_figures() -> None:
    """'Reexports' name no figure: the words are about both, and imports still bear them out."""
    assert said(CHART % "Exports doubled", (101, 100), (20, 100)) != []
    assert said(CHART % "Reexports doubled", (101, 100), (20, 100)) == []


def test_a_statement_is_about_a_figure_that_cites_its_place_for_one_year_alone() -> None:
    years = "{2023: {value: 4, source: report par. 7}, 2024: {value: %s, source: report par. 8}}"
    told = "statements: [{about: Ann, text: Calls doubled., source: report par. 7}]"

    def stated(last: int) -> Sheet:
        line = figure(name="Calls", value=None, period=None, observations=years % last)
        return sheet(f"calls: {line}", rest=f"sections: [{{id: one, title: One, {told}}}]\n")

    (row,) = stale(stated(8), stated(5))
    assert (row.figure, row.before, row.now) == ("calls", "8 jobs", "5 jobs")


def test_words_that_hold_of_a_figure_with_another_id_are_not_stale() -> None:
    parts = CHART % "Imports were the highest"
    line = figure(name="Imports", value=30, source="report par. 2", **RATE)
    rest = f"sections: [{{id: one, title: Trade, {parts.replace('imports', 'bought')}}}]\n"
    now = sheet(f"exports: {figure(name='Exports', value=25, **RATE)}\nbought: {line}", rest=rest)
    assert stale(edition(20, 30, parts), now) == []
