"""Citing: one line of text, APA 7 and BibTeX, for stated, derived and unsourced figures."""

import datetime
import re

import msgspec
import pytest

from cqviewer.load import load_sheet
from cqviewer.model.citing import CitationStyle, cite, sources_of
from cqviewer.model.facts import Indicator, Sheet
from cqviewer.model.target import Goal
from cqviewer.model.wording.wording import Wording
from cqviewer.paths import data_folder
from tests.model.sheets import sheet as small_sheet

EN, ZH = Wording("en"), Wording("zh")
URL = "https://app.ichongqing.info/mixmedia/a/202412/24/WS676a884be4b0db6b3348584f.html"
REFERENCE = (
    "iChongqing. (2024, December 24). Report on the Economic Work Conference of the CPC"
    f" Chongqing Municipal Committee. {URL}"
)


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    return load_sheet(data_folder() / "chongqing-2024.yaml")


def goal(sheet: Sheet, name: str) -> Goal:
    found = sheet.goal(name)
    assert found is not None
    return found


def with_source(sheet: Sheet, **changes: object) -> Sheet:
    source = msgspec.structs.replace(sheet.sources["report"], **changes)
    return msgspec.structs.replace(sheet, sources={"report": source})


def test_plain_text_is_one_line_with_source_and_address(sheet: Sheet) -> None:
    text = cite(sheet.indicators["retail"], sheet, EN, "plain")
    assert "\n" not in text
    for part in ("Total retail sales", "+3.8", "January–November 2024", "paragraph 3", URL):
        assert part in text


def test_plain_text_of_a_goal_names_figures_and_who_made_the_link(sheet: Sheet) -> None:
    text = cite(goal(sheet, "manufacturing"), sheet, EN, "plain")
    assert text.startswith("Manufacturing, 2025, named in the source. Figures behind it: ")
    assert "577.6 bn yuan" in text
    assert "link made for this sheet, not by the source" in text
    assert URL in text
    text = cite(goal(sheet, "manufacturing"), sheet, ZH, "plain")
    assert text.startswith("制造业，2025 年，来源列出。相关数据：")
    assert "5776 亿元（2024 年前三季度）（关联由本简报作出，并非来源所列）。" in text


def test_a_goal_without_figures_says_nothing_of_figures(sheet: Sheet) -> None:
    text = cite(goal(sheet, "governance"), sheet, EN, "plain")
    assert "Figures behind" not in text


def test_apa_is_a_sentence_and_a_reference(sheet: Sheet) -> None:
    sentence, reference = cite(sheet.indicators["retail"], sheet, EN, "apa").split("\n")
    assert sentence.startswith("Total retail sales of consumer goods: +3.8")
    assert sentence.endswith("January–November 2024 (iChongqing, 2024, para. 3).")
    assert reference == REFERENCE


def test_apa_says_what_is_derived(sheet: Sheet) -> None:
    sentence, reference = cite(sheet.indicators["investment_before"], sheet, EN, "apa").split("\n")
    assert "810 ÷ (1 + 57.9\u202f%) = 512.98" in sentence
    assert "about US$513 million" in sentence
    assert reference == REFERENCE


@pytest.mark.parametrize("style", ["apa", "bibtex"])
def test_a_working_keeps_the_capitals_of_its_months(style: CitationStyle) -> None:
    made = small_sheet(
        "x: {name: X, unit: t, measure: level, source: report,"
        " observations: {2024-10: 10, 2024-11: 12}}\n"
        "d: {name: Rise, unit: t, measure: level, derived: 'x[2024-11] - x[2024-10]'}"
    )
    told = cite(made.indicators["d"], made, EN, style)
    assert "2 t, derived: 12 (Nov 2024) − 10 (Oct 2024) = 2, different periods" in told


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"publisher": None},
            (
                "Report on the Economic Work Conference of the CPC Chongqing Municipal Committee."
                f" (2024, December 24). {URL}"
            ),
        ),
        (
            {"published": None, "url": None},
            (
                "iChongqing. (2024, December 23). Report on the Economic Work Conference of the CPC"
                " Chongqing Municipal Committee."
            ),
        ),
        (
            {"date": None, "published": None, "url": None, "title": "Why?"},
            "iChongqing. (n.d.). Why?",
        ),
    ],
)
def test_apa_does_without_what_a_source_lacks(
    sheet: Sheet, changes: dict[str, object], expected: str
) -> None:
    changed = with_source(sheet, **changes)
    assert cite(changed.indicators["retail"], changed, EN, "apa").split("\n")[1] == expected


def test_apa_counts_paragraphs_and_pages(sheet: Sheet) -> None:
    def place(part: str, where: str) -> str:
        one = sheet.indicators["retail"]
        assert one.latest.citation is not None
        citation = msgspec.structs.replace(one.latest.citation, part=part, where=where)
        latest = msgspec.structs.replace(one.latest, citation=citation)
        changed = msgspec.structs.replace(one, observations=(latest,))
        return cite(changed, sheet, EN, "apa").split("\n")[0]

    assert place("paragraph", "17, 18").endswith("paras. 17, 18).")
    assert place("page", "12").endswith("p. 12).")
    assert place("page", "12–14").endswith("pp. 12–14).")
    assert place("table", "3").endswith("Table 3).")


def test_bibtex_is_an_entry_with_its_fields(sheet: Sheet) -> None:
    text = cite(sheet.indicators["retail"], sheet, EN, "bibtex")
    assert text.startswith("@misc{report2024,\n")
    fields = dict(re.findall(r"^  (\w+) = \{(.*)\},$", text, re.M))
    assert fields["author"] == "{iChongqing}"
    assert fields["title"].startswith("{Report on the Economic Work Conference")
    assert (fields["year"], fields["month"], fields["day"]) == ("2024", "12", "24")
    assert fields["url"] == URL
    assert fields["note"].startswith("Paragraph 3: Total retail sales")
    assert text.endswith("}\n")


def test_bibtex_shows_every_character_as_it_stands(sheet: Sheet) -> None:
    changed = with_source(sheet, title="50 % of $x_1$ & {more} #1 ~ ^ \\cmd", publisher="A & B")
    text = cite(changed.indicators["retail"], changed, EN, "bibtex")
    title = r"50 \% of \$x\_1\$ \& \{more\} \#1 \textasciitilde{} \textasciicircum{}"
    assert title + r" \textbackslash{}cmd" in text
    assert r"author = {{A \& B}}" in text
    assert text.count("{") == text.count("}")


def test_a_derived_figure_without_a_citation_cites_those_of_its_inputs(sheet: Sheet) -> None:
    one = sheet.indicators["invested_per_project"]
    latest = msgspec.structs.replace(one.latest, citation=None)
    bare = msgspec.structs.replace(one, observations=(latest,))
    assert [source.id for source, _ in sources_of(bare, sheet)] == ["report"]
    assert "@misc{report2024" in cite(bare, sheet, EN, "bibtex")


def test_a_figure_without_any_source_is_cited_without_one(sheet: Sheet) -> None:
    one = sheet.indicators["jobs_before"]
    assert sources_of(one, sheet) == []
    assert cite(one, sheet, EN, "apa").count("\n") == 0
    assert cite(one, sheet, EN, "bibtex").startswith("% New urban jobs a year earlier")
    assert cite(one, sheet, EN, "plain")


@pytest.mark.parametrize("style", ["plain", "apa", "bibtex"])
@pytest.mark.parametrize("wording", [EN, ZH], ids=["en", "zh"])
def test_every_figure_and_goal_of_the_sheet_can_be_cited(
    sheet: Sheet, wording: Wording, style: str
) -> None:
    goals = sheet.goals.named if sheet.goals else ()
    facts: list[Indicator | Goal] = [*sheet.indicators.values(), *goals]
    assert goals
    for fact in facts:
        text = cite(fact, sheet, wording, style)  # type: ignore[arg-type]
        assert text.strip()
        if sources_of(fact, sheet):
            assert URL in text


def test_dates_of_references_do_not_depend_on_the_day(sheet: Sheet) -> None:
    changed = with_source(sheet, published=datetime.date(1999, 1, 9))
    text = cite(changed.indicators["retail"], changed, EN, "apa")
    assert "(1999, January 9)" in text
    assert "(iChongqing, 1999, para. 3)" in text
