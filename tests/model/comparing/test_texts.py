"""Texts and citations of a sheet are known by their places, and compared by them."""

import pytest

from cqviewer.load import read_sheet
from cqviewer.model.comparing.editions import Editions, compare_editions
from cqviewer.model.comparing.texts import recited, sheet_texts
from cqviewer.model.facts import Sheet
from cqviewer.model.reporting.edition_words import edition_groups
from cqviewer.model.text import Language
from cqviewer.model.wording.wording import Wording
from tests.model.sheets import figure, plain, sheet, sheet_text

GOALS = "goals: {year: 2025, announced: 3, source: report par. 7, named: [%s]}\n"
GOAL = "{id: calm, name: Calm, source: report par. 8}"
PARTS = (
    "statements: [{about: Mayor, text: Well., source: report par. 1}, {text: Good.}]",
    "plans: [{name: Bridge, text: Built., source: report p. 2}]",
    "voices: [{who: Ann, office: Reeve, text: So., source: report table 3}]",
    "open: [{about: May, text: Why?}, {about: May, text: When?}]",
)
TEXT = sheet_text(
    f"jobs: {figure(value=1200)}",
    rest=f"{GOALS % GOAL}sections: [{{id: one, title: One, {', '.join(PARTS)}}}]\n",
)


def edition(*changes: tuple[str, str]) -> Sheet:
    """Return the sheet with some of its bytes replaced."""
    text = TEXT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return read_sheet(text.encode(), "sheet.yaml")


def changed(now: Sheet) -> Editions:
    """Return what changed since the sheet as it stands above."""
    return compare_editions(edition(), now)


def test_each_text_has_a_place_of_its_own() -> None:
    texts = list(sheet_texts(edition()))
    assert len(dict(texts)) == len(texts)
    found = dict(texts)
    assert found["sections.one.open.May"] == "Why?"
    assert found["sections.one.open.May (2)"] == "When?"
    assert found["sections.one.offices.Ann"] == "Reeve"
    assert found["sections.one.statements.statement"] == "Good."


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("report par. 1}, {text", "report par. 2}, {text", "sections.one.statements.Mayor"),
        ("report p. 2", "report par. 2", "sections.one.plans.Bridge"),
        ("report table 3", "'report \"so it is\"'", "sections.one.voices.Ann"),
        ("report par. 8", "report par. 9", "goals.calm.source"),
        ("{text: Good.}", "{text: Good., source: report par. 4}", "sections.one.statements."),
        (", source: report p. 2", "", "sections.one.plans.Bridge"),
    ],
)
def test_another_citation_of_a_text_or_goal_is_found_alone(old: str, new: str, place: str) -> None:
    found = changed(edition((old, new)))
    assert found.count == 1
    (one,) = found.recited
    assert one.place.startswith(place)
    assert one.before != one.now


def test_what_is_new_or_gone_is_told_without_its_citation() -> None:
    more = edition(("{text: Good.}", "{text: Good.}, {about: Cook, text: No., source: report}"))
    assert recited(edition(), more) == recited(more, edition()) == []
    assert [one.place for one in changed(more).reworded] == ["sections.one.statements.Cook"]


@pytest.mark.parametrize(
    ("language", "sentence", "reason"),
    [
        (
            "en",
            (
                "One: plan, Bridge: was Rep, 14 February 2025, page 2, "
                "now Rep, 14 February 2025, paragraph 5"
            ),
            "Changed: source.",
        ),
        (
            "zh",
            (
                "One：计划，Bridge：原为 Rep，2025 年 2 月 14 日，第 2 页，"
                "现为 Rep，2025 年 2 月 14 日，第 5 段"
            ),
            "有变化：来源。",
        ),
    ],
)
def test_a_row_says_what_was_cited_and_what_is(
    language: Language, sentence: str, reason: str
) -> None:
    wording = Wording(language)
    now = edition(("report p. 2", "report par. 5"))
    (group,) = edition_groups(edition(), now, wording)
    (row,) = group.rows
    spaced = plain(row.sentence(wording))
    assert (group.kind, spaced, row.reason) == ("wording", sentence, reason)
    assert row.cited_before == row.cited_now == ""  # they stand in it already


def test_a_source_with_another_id_is_told_once_and_not_at_each_text_that_cites_it() -> None:
    now = read_sheet(TEXT.replace("report", "yearbook").encode(), "b.yaml")
    rows = [row for group in edition_groups(edition(), now, Wording("en")) for row in group.rows]
    assert {row.place.split(".")[0] for row in rows if row.place} == {"sources"}


def test_a_target_that_has_another_source_says_which() -> None:
    def aim(place: int) -> Sheet:
        targets = (
            f"[{{for: 2024, value: 9, source: report par. {place}}}, {{for: 2025, value: 10}}]"
        )
        return sheet(f"jobs: {figure(value=5, better='higher', targets=targets)}")

    (group,) = edition_groups(aim(3), aim(4), Wording("en"))
    (row,) = group.rows
    assert (row.before[:10], row.before[-11:]) == ("9 for 2024", "paragraph 3")
    assert (row.now[:10], row.now[-11:]) == ("9 for 2024", "paragraph 4")
    assert (row.reason, row.figure) == ("Changed: targets.", "jobs")
