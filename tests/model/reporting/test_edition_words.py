"""What changed between two editions, as people read it."""

import datetime
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqviewer.load import read_sheet
from cqviewer.model.facts import Sheet
from cqviewer.model.reporting.edition_words import ChangeGroup, edition_changes, edition_groups
from cqviewer.model.text import Language
from cqviewer.model.wording.wording import Wording
from tests.model.sheets import figure, plain, sheet, sheet_text


def groups(before: Sheet, now: Sheet, language: Language = "en") -> list[ChangeGroup]:
    """Return what changed in words."""
    return edition_groups(before, now, Wording(language))


def told(before: str, now: str, language: Language = "en") -> list[str]:
    """Return the sentences on two sheets, each given by its indicators."""
    wording = Wording(language)
    found = edition_groups(sheet(before), sheet(now), wording)
    return [row.sentence(wording) for group in found for row in group.rows]


JOBS = f"jobs: {figure(value=1200)}"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Jobs, 2024: was 1,200, now 1,184, −16, −1.3 %, derived"),
        ("zh", "Jobs，2024 年：原为 1,200 jobs，现为 1,184 jobs，−16，−1.3%，计算"),
    ],
)
def test_a_revision_says_both_values_and_how_much(language: Language, sentence: str) -> None:
    said = told(JOBS, f"jobs: {figure(value=1184)}", language)
    assert [plain(one) for one in said] == [sentence]


def test_a_revision_keeps_all_other_marks_of_both_values() -> None:
    before = figure(value=1200, was=1190, status="[provisional, revised]")
    ends = {"low": 1100, "high": 1300, "interval": "range"}
    now = figure(value=1184, was=1200, status="[estimated, revised]", **ends)
    sentence, *_ = told(f"jobs: {before}", f"jobs: {now}")
    assert sentence.startswith(
        "Jobs, 2024: was 1,200, provisional, now 1,184, estimated by the source, "
        "range from 1,100 to 1,300, "
    )


def test_a_note_that_was_there_before_is_no_reason_for_a_revision() -> None:
    note = "Fewer than 500 answers."
    before, now = (sheet(f"jobs: {figure(value=one, note=note)}") for one in (1200, 1184))
    assert groups(before, now)[0].rows[0].reason == "No reason is given."


def test_the_reason_of_a_revision_is_the_note_of_the_sheet_or_said_to_lack() -> None:
    silent = groups(sheet(JOBS), sheet(f"jobs: {figure(value=1184)}"))
    assert silent[0].rows[0].reason == "No reason is given."
    noted = figure(value=1184, note="Two clinics were counted twice.")
    found = groups(sheet(JOBS), sheet(f"jobs: {noted}"))
    assert found[0].rows[0].reason == "Two clinics were counted twice."


def test_what_follows_says_how_it_is_worked_out() -> None:
    twice = "twice: {name: Twice, unit: jobs, measure: count, derived: jobs * 2}"
    found = groups(sheet(f"{JOBS}\n{twice}"), sheet(f"jobs: {figure(value=6)}\n{twice}"))
    follows = next(one for one in found if one.kind == "follows")
    assert "6 × 2 = 12" in follows.rows[0].reason


@pytest.mark.parametrize(
    ("periods", "reason"),
    [
        (("2024-01/2024-11", "2024"), "Another period: nothing is subtracted."),
        (
            ("not stated", "not stated"),
            "A period is not stated, so nobody knows whether it is the same.",
        ),
    ],
)
def test_another_period_has_no_difference_and_says_why(
    periods: tuple[str, str], reason: str
) -> None:
    before, now = (
        sheet(f"jobs: {figure(value=value, period=period)}")
        for value, period in zip((1200, 1300), periods, strict=True)
    )
    (group,) = groups(before, now)
    assert (group.kind, group.rows[0].difference, group.rows[0].reason) == ("arrived", "", reason)


def test_a_text_shows_the_language_that_differs() -> None:
    rest = "sections: [{id: one, title: {en: One, zh: %s}}]\n"
    found = groups(sheet(JOBS, rest=rest % "一"), sheet(JOBS, rest=rest % "二"))
    row = found[0].rows[0]
    assert (row.place, row.before, row.now) == ("sections.one.title", "一", "二")


def test_a_sentence_that_holds_the_value_of_before_is_named() -> None:
    rest = "sections: [{id: one, title: One, lead: 'The city counts 1,200 jobs.'}]\n"
    found = groups(sheet(JOBS, rest=rest), sheet(f"jobs: {figure(value=1184)}", rest=rest))
    (stale,) = [one for one in found if one.kind == "stale"]
    assert stale.rows[0].place == "sections.one.lead"
    assert stale.rows[0].sentence(Wording("en")) == "One: lead: was 1,200 jobs, now 1,184"


@pytest.mark.parametrize(
    ("lead", "is_stale"),
    [
        ("It counted 1,200 new jobs.", True),
        ("It counted {jobs} jobs.", False),
        ("It counted {= 1,200} jobs, others say.", False),
        ("It counted 11,200 jobs.", False),
        ("{en: It counted jobs., zh: '全市新增就业 1,200 人。'}", True),
    ],
)
def test_a_number_is_stale_in_any_language_unless_a_figure_fills_it_in(
    lead: str, *, is_stale: bool
) -> None:
    quoted = lead if lead.startswith("{en") else f"'{lead}'"
    rest = f"sections: [{{id: one, title: One, lead: {quoted}}}]\n"
    before, now = (sheet(f"jobs: {figure(value=one)}", rest=rest) for one in (1200, 1184))
    kinds = [one.kind for one in groups(before, now)]
    assert kinds == ["revised", "stale"] if is_stale else kinds == ["revised"]


@given(
    value=st.integers(10, 10**12) | st.decimals(min_value=1, max_value=10**6, places=2),
    language=st.sampled_from(("en", "zh", "fr", "de", "hi")),
    before=st.sampled_from(("", "In 2024 ", "7, ")),
)
def test_a_value_of_before_is_found_however_it_is_grouped_and_scaled(
    value: Decimal, language: str, before: str
) -> None:
    old = sheet(f"jobs: {figure(value=value)}")
    said = Wording(language).value(old.indicators["jobs"], label="")
    rest = f"sections: [{{id: one, title: One, lead: {{{language}: '{before}{said}'}}}}]\n"
    now = sheet(f"jobs: {figure(value=3)}", rest=rest)
    (stale,) = [one for one in groups(old, now) if one.kind == "stale"]
    assert stale.rows[0].place == "sections.one.lead"


def test_a_label_is_stale_too() -> None:
    rest = "sections: [{id: one, title: One, figures: [{figure: calls, label: 'of 1,200 jobs'}]}]\n"
    calls = f"calls: {figure(name='Calls', value=5)}"
    before, now = (sheet(f"jobs: {figure(value=one)}\n{calls}", rest=rest) for one in (1200, 1184))
    (stale,) = [one for one in groups(before, now) if one.kind == "stale"]
    assert [(row.name, row.before) for row in stale.rows] == [("One: label, Calls", "1,200 jobs")]


def test_the_label_of_a_new_figure_is_told_with_the_figure() -> None:
    rest = "sections: [{id: one, title: One, figures: [%s]}]\n"
    before = sheet(JOBS, rest=rest % "jobs")
    more = f"{JOBS}\ncalls: {figure(name='Calls', value=5)}"
    now = sheet(more, rest=rest % "jobs, {figure: calls, label: Called}")
    assert [row.name for group in groups(before, now) for row in group.rows] == [
        "Calls",
        "One: figures shown",
    ]


def test_a_row_has_its_mark_its_sources_and_what_depends_on_it() -> None:
    twice = "twice: {name: Twice, unit: jobs, measure: count, derived: jobs * 2}"
    now = sheet(f"jobs: {figure(value=1184, source='report par. 2')}\n{twice}")
    changes = edition_changes(sheet(f"{JOBS}\n{twice}"), now, Wording("en"))
    row = changes.of_figure("jobs")
    assert row is not None
    assert (row.mark, row.brief, row.depends) == ("revised", "Revised, was 1,200", ("twice",))
    assert row.cited_before.endswith(", paragraph 1")
    assert row.cited_now.endswith(", paragraph 2")
    assert row.cited_before in row.text(Wording("en"))
    assert changes.of_figure("none") is None
    assert changes.strip == "2 changes since sheet.yaml"
    assert changes.lead == "2 changes since sheet.yaml. Unchanged figures: 0 of 2."


def test_the_edition_before_is_named_by_its_date_where_it_has_another() -> None:
    now = msgspec.structs.replace(sheet(JOBS), date=datetime.date(2025, 6, 14))
    changes = edition_changes(sheet(JOBS), now, Wording("en"))
    assert changes.title.split() == ["What", "changed", "since", "1", "March", "2025"]
    assert [row.name for group in changes.groups for row in group.rows] == ["Date"]


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        ("title: Report", "title: Reports", "Rep: title"),
        ("title: One", "title: Two", "Two: title"),
        ("text: Well.", "text: Better.", "One: statement, Mayor"),
        ("text: Why.", "text: How.", "One: what is left open"),
        ("title: Rose", "title: Fell", "One: chart"),
        ("meaning: A", "meaning: B", "Term, GDP"),
        ("name: Jobs", "name: Posts", "Posts: name"),
        ("label: Work", "label: Labour", "One: label, Jobs"),
        ("label: Cards", "label: Others", "Label, Jobs"),
        ("office: Reeve", "office: Clerk", "One: office, Ann"),
        ("photos: Ann", "photos: Bob", "Rep: photos"),
        ("square: one", "square: each", "One: chart"),
    ],
)
def test_texts_are_named_by_where_they_stand(old: str, new: str, name: str) -> None:
    parts = (
        "statements: [{about: Mayor, text: Well.}]",
        "open: [{text: Why.}]",
        "charts: [{kind: units, of: [jobs], title: Rose, square: one}]",
        "figures: [{figure: jobs, label: Work}]",
        "voices: [{who: Ann, office: Reeve, text: So.}]",
    )
    rest = f"sections: [{{id: one, title: One, {', '.join(parts)}}}]\n"
    rest = f"key_figures: [{{figure: jobs, label: Cards}}, posts]\n{rest}"
    others = f"{JOBS}\nposts: {figure(name='Others', value=5)}"
    text = sheet_text(others, rest=f"{rest}terms: [{{term: GDP, meaning: A}}]\n")
    text = text.replace("{title: Report", "{photos: Ann, title: Report")
    before, now = (read_sheet(one.encode(), "s.yaml") for one in (text, text.replace(old, new)))
    (group,) = groups(before, now)
    assert [row.name for row in group.rows] == [name]


def test_a_list_of_figures_names_those_that_came_and_went() -> None:
    jobs = "\n".join(f"{one}: {figure(name=one.title(), value=5)}" for one in ("a", "b", "c"))
    rest = "sections: [{id: one, title: One, figures: [%s]}]\n"
    before = sheet(jobs, rest=rest % "a, b")
    (group,) = groups(before, sheet(jobs, rest=rest % "a, c"))
    assert [(one.name, one.before, one.now) for one in group.rows] == [
        ("One: figures shown", "B", "C")
    ]
    (group,) = groups(before, sheet(jobs, rest=rest % "b, a"))
    assert [(one.before, one.now) for one in group.rows] == [("A, B", "B, A")]


def test_a_value_that_another_figure_still_has_makes_no_sentence_stale() -> None:
    rest = "sections: [{id: one, title: One, lead: 'The city counts 1,200 jobs.'}]\n"
    other = f"posts: {figure(name='Posts', value=1200)}"
    before = sheet(f"{JOBS}\n{other}", rest=rest)
    now = sheet(f"jobs: {figure(value=1184)}\n{other}", rest=rest)
    assert [one.kind for one in groups(before, now)] == ["revised"]


def test_groups_stand_in_the_order_in_which_a_reader_asks() -> None:
    twice = "twice: {name: Twice, unit: jobs, measure: count, derived: jobs * 2}"
    before = sheet(f"{JOBS}\n{twice}\nold: {figure(name='Old', value=7)}")
    now = sheet(
        f"jobs: {figure(value=1184, name='Posts')}\n{twice}\nnew: {figure(name='New', value=9)}"
    )
    kinds = [one.kind for one in groups(before, now)]
    assert kinds == ["revised", "follows", "figures", "wording"]


def test_what_is_gone_may_cite_a_source_that_is_gone_too() -> None:
    before = sheet(f"{JOBS}\ncalls: {figure(value=402, name='Port calls')}")
    now = f"jobs: {figure(value=1200, source='spring par. 2')}"
    text = sheet_text(now).replace(
        "sources: {report: {title: Report", "sources: {spring: {title: Spring"
    )
    found = groups(before, read_sheet(text.encode(), "now.yaml"))
    (gone,) = (row for each in found for row in each.rows if row.mark == "gone" and row.figure)
    assert (gone.figure, gone.cited_now) == ("calls", "")
    assert gone.cited_before.startswith("Rep")
