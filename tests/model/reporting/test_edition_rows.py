"""Rows of changes: both values with their units, the difference between them, and both sources."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cqviewer.model.facts import Sheet
from cqviewer.model.numbers.period import Period
from cqviewer.model.reporting.edition_rows import EditionRow
from cqviewer.model.reporting.edition_words import edition_groups
from cqviewer.model.text import Language
from cqviewer.model.wording.wording import Wording
from tests.model.sheets import figure, plain, sheet

EN = Wording("en")


def rows(before: Sheet, now: Sheet, kind: str, language: Language = "en") -> list[EditionRow]:
    """Return the rows of one group of changes."""
    found = edition_groups(before, now, Wording(language))
    return [row for group in found if group.kind == kind for row in group.rows]


def jobs(value: object = 1200, **fields: object) -> Sheet:
    """Return a sheet with one figure."""
    return sheet(f"jobs: {figure(value=value, **fields)}")


def series(years: str, **fields: object) -> Sheet:
    """Return a sheet with one series."""
    given = {"value": None, "period": None, "observations": years, "name": "Calls", **fields}
    return sheet(f"calls: {figure(**given)}")


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        ({}, {"unit": "posts"}, ("1,200 jobs", "1,200 posts")),
        ({}, {"unit": "posts", "value": 900}, ("1,200 jobs", "900 posts")),
        ({"value": "not stated"}, {"value": "not stated", "unit": "posts"}, ("jobs", "posts")),
        ({"missing": "suppressed"}, {"missing": "suppressed", "unit": "'%'"}, ("jobs", "%")),
        (
            {"value": "below 5"},
            {"value": "below 5", "unit": "posts"},
            ("below 5 jobs", "below 5 posts"),
        ),
        ({"unit": "bn yuan"}, {"unit": "m yuan"}, ("1,200 bn yuan", "1,200 m yuan")),
    ],
)
def test_another_unit_is_told_in_words_whatever_the_value_and_the_name(
    before: dict[str, object], now: dict[str, object], told: tuple[str, str]
) -> None:
    given = {"value": 1200, "measure": "level"}
    old, new = (
        jobs(**{**given, **({"value": None} if "missing" in one else {}), **one})
        for one in (before, now)
    )
    (row,) = (one for one in rows(old, new, "wording") if "unit" in one.reason)
    assert (plain(row.before), plain(row.now)) == told
    assert row.reason == "Changed: unit."


def test_what_stands_for_one_period_in_both_editions_is_told_beside_each_other() -> None:
    old = series("{2022: 4, 2023: 5}", unit="m yuan", source="report par. 1")
    new = series("{2022: 4, 2023: 6, 2024: 7}", unit="bn yuan", source="report par. 2")
    (row,) = (one for one in rows(old, new, "wording") if "unit" in one.reason)
    assert (row.when, plain(row.before), plain(row.now)) == ("2023", "5 m yuan", "6 bn yuan")
    apart = series("{2024: 7, 2025: 8}", unit="bn yuan")
    (row,) = (one for one in rows(old, apart, "wording") if "unit" in one.reason)
    assert (row.when, row.before, row.now) == ("", "m yuan", "bn yuan")


def test_a_count_of_targets_says_its_year_once() -> None:
    aims = "[{for: 2024, at_least: 7, source: report par. 1}]"
    old, new = (
        sheet(f"jobs: {figure(value=one, period=2024, targets=aims)}", head="year: 2024\n")
        for one in (8, 6)
    )
    told = [one.sentence(Wording("en")) for one in rows(old, new, "follows")]
    counts = [one for one in told if one.startswith("Targets")]
    assert counts
    assert [one.count("2024") for one in counts] == [1] * len(counts), counts


def test_a_source_is_told_of_the_same_period() -> None:
    cells = "{2022: {value: 4, source: report par. 1}, 2023: {value: 5, source: report par. %s}%s}"
    later = cells % (3, ", 2024: {value: 6, source: report par. 4}")
    found = rows(series(cells % (2, "")), series(later), "wording")
    (row,) = (one for one in found if "source" in one.reason)
    assert (row.before[-1], row.now[-1]) == ("2", "3")


@settings(max_examples=30)
@given(old=st.integers(1, 10**7), new=st.integers(1, 10**7))
def test_a_revision_has_both_values_and_their_difference(old: int, new: int) -> None:
    found = rows(jobs(old), jobs(new), "revised")
    assert len(found) == (old != new)
    for row in found:
        assert (row.before, row.now) == (f"{old:,}", f"{new:,}")
        sign = "+" if new > old else "\N{MINUS SIGN}"
        assert row.difference.startswith(f"{sign}{abs(new - old):,}, ")
        assert row.brief == f"Revised, was {old:,}"
        assert (row.period, row.when) == (Period.parse("2024"), "2024")
        assert row.is_revision


def test_a_value_that_comes_or_goes_has_no_difference() -> None:
    for old, new, told in (
        ({"value": "not stated"}, {"value": 5}, ("Not stated", "5")),
        ({"value": 5}, {"value": "below 5"}, ("5", "below 5")),
        ({"value": 5}, {"value": None, "missing": "suppressed"}, ("5", "Suppressed")),
    ):
        (row,) = rows(jobs(**old), jobs(**new), "revised")
        assert (row.before, row.now, row.difference) == (*told, "")


def test_an_observation_that_is_gone_cites_the_edition_before_alone() -> None:
    before = series("{2023: 4, 2024: {value: 8, source: report par. 9}}")
    (row,) = rows(before, series("{2023: 4}"), "arrived")
    assert (row.mark, row.when, row.before, row.now) == ("gone", "2024", "8 jobs", "")
    assert (row.cited_now, row.reason) == ("", "Not in the newer edition.")
    assert row.cited_before.endswith("paragraph 9")
    assert not row.is_revision


@pytest.mark.parametrize("language", ["en", "zh", "fr"])
def test_a_change_of_another_period_says_of_which(language: Language) -> None:
    wording = Wording(language)
    before, now = series("{2022: 3, 2023: 355}"), series("{2022: 3, 2023: 360}")
    (row,) = rows(before, now, "revised", language)
    assert row.brief_beside(Period.parse("2023"), wording) == row.brief
    for other in (Period.parse("2022"), None):
        beside = row.brief_beside(other, wording)
        assert beside.startswith(wording.period(Period.parse("2023")))
        assert beside.endswith(row.brief)
        assert beside != row.brief
    assert "355" in row.brief
    (source,) = rows(jobs(), jobs(source="report par. 2"), "wording", language)
    assert source.brief_beside(None, wording) == source.brief != ""


def test_another_source_of_a_figure_names_both_places() -> None:
    (row,) = rows(jobs(), jobs(source="report par. 2"), "wording")
    assert row.before.endswith("paragraph 1")
    assert row.now.endswith("paragraph 2")
    assert row.reason == "Changed: source."


def test_only_the_targets_that_differ_are_told_each_with_its_source() -> None:
    aims = (
        "[{for: 2024, at_least: %s, source: report par. 5},"
        " {for: 2030, at_least: 9999, source: report par. 6}]"
    )
    before, now = (jobs(better="higher", targets=aims % least) for least in (1000, 1300))
    (row,) = (one for one in rows(before, now, "wording") if "targets" in one.reason)
    assert row.before.startswith("at least 1,000 for 2024, Rep")
    assert row.now.startswith("at least 1,300 for 2024, Rep")
    assert not [one for one in (row.before, row.now) if "9,999" in one or "paragraph 6" in one]
    (verdict,) = (one for one in rows(before, now, "follows") if one.place)
    assert (verdict.name, verdict.before, verdict.now) == ("Jobs: verdict", "Met", "Missed by 100")
    assert plain(verdict.reason) == (
        "Target at least 1,300 for 2024. 1,200 \N{MINUS SIGN} 1,300 = \N{MINUS SIGN}100."
    )
    assert verdict.brief == "Verdict changed, was Met"
    assert not verdict.is_revision


def test_a_verdict_of_the_source_that_was_given_on_another_value_is_stale() -> None:
    aim = "[{for: 2024, at_least: 1000, source: report, result: {text: Reached, met: true}}]"
    before, now = (jobs(one, better="higher", targets=aim) for one in (1200, 900))
    (row,) = rows(before, now, "stale")
    assert (row.place, row.before, row.now) == ("indicators.jobs.targets", "1,200", "900")
    assert row.reason == "The source gave its verdict, ‘Met: Reached’, on 1,200."
    assert (row.mark, row.brief) == ("wording", "")


def test_a_figure_with_another_id_names_both_and_is_neither_new_nor_gone() -> None:
    before, now = jobs(), sheet(f"posts: {figure(value=1200)}")
    (row,) = rows(before, now, "figures")
    assert (row.figure, row.before, row.now) == ("posts", "jobs", "posts")
    assert row.mark == "wording"


def test_new_and_gone_figures_have_their_value_on_one_side() -> None:
    calls = f"calls: {figure(name='Calls', value=7, source='report par. 3')}"
    less, more = jobs(), sheet(f"jobs: {figure(value=1200)}\n{calls}")
    (new,) = rows(less, more, "figures")
    assert (new.mark, new.before, new.now, new.brief) == ("new", "", "7 jobs", "New figure")
    assert (new.cited_before, new.cited_now[-11:]) == ("", "paragraph 3")
    (gone,) = rows(more, less, "figures")
    assert (gone.mark, gone.before, gone.now, gone.reason) == ("gone", "7 jobs", "", "Gone.")
    assert (gone.cited_now, gone.cited_before[-11:]) == ("", "paragraph 3")


def test_a_row_is_read_with_its_period_and_copied_with_each_source_once() -> None:
    before, now = series("{2022: 3, 2023: 355}"), series("{2022: 3, 2023: 360}")
    (row,) = rows(before, now, "revised")
    assert plain(row.sentence(EN)) == (
        "Calls, 2023: was 355 jobs, now 360 jobs, +5, +1.4 %, derived"
    )
    assert row.text(EN).count("paragraph 1") == 1
    moved = series("{2022: 3, 2023: {value: 360, source: report par. 8}}")
    (other,) = rows(before, moved, "revised")
    assert [other.text(EN).count(f"paragraph {one}") for one in (1, 8)] == [1, 1]
    assert EditionRow(mark="wording", name="Title").sentence(EN) == "Title"


def test_the_note_of_an_observation_is_the_reason_if_it_is_new() -> None:
    noted = "{2023: {value: %s, note: %s}, 2024: 9}"
    before = series(noted % (4, "Counted twice."))
    (same,) = rows(before, series(noted % (5, "Counted twice.")), "revised")
    (new,) = rows(before, series(noted % (5, "Counted once.")), "revised")
    assert (same.reason, new.reason) == ("No reason is given.", "Counted once.")


def test_a_value_that_is_gone_has_the_unit_that_it_had() -> None:
    before = series("{2022: 5, 2023: 6}", unit="'£ million'")
    (row,) = rows(before, series("{2023: 6000}", unit="'£ thousand'"), "arrived")
    assert (row.when, plain(row.before)) == ("2022", "£5 million")
