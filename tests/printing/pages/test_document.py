"""What is put on the pages: which figures where, in which words, for which options."""

import json
from typing import Any

import msgspec
import pytest

from cqviewer.model.facts import KeyFigure, Sheet
from cqviewer.model.text import LANGUAGES
from cqviewer.model.wording.phrases import ENGLISH_BEGINS, ENGLISH_ENDS
from cqviewer.model.wording.wording import Wording
from cqviewer.printing.options import PrintError, PrintOptions
from cqviewer.printing.pages.document import compose
from cqviewer.printing.pages.scope import Scope
from cqviewer.progress import heard_by
from tests.printing.sheets import bundled, made_up, sheet_of


def edition(sheet: Sheet, **options: Any) -> dict[str, Any]:  # noqa: ANN401 - what PrintOptions takes
    """Return the first edition of a sheet as the template reads it."""
    found: dict[str, Any] = json.loads(compose(sheet, PrintOptions(**options)).data)["editions"][0]
    return found


def names(sheet: dict[str, Any]) -> dict[str, list[str]]:
    """Return the names in the tables of all figures, by group."""
    found: dict[str, list[str]] = {}
    for part in sheet["table"]["parts"]:
        for group in part["groups"]:
            title = group["title"] or list(found)[-1]
            found.setdefault(title, []).extend(row["name"] for row in group["rows"])
    return found


def test_key_figures_have_value_label_and_period() -> None:
    cards = edition(bundled())["cards"]
    assert len(cards) == 12
    assert cards[2] == {
        "value": {
            "about": "",
            "number": "577.6",
            "unit": "bn yuan",
            "is_number": True,
            "marks": [],
            "interval": "",
        },
        "label": "Value added of the ‘33618’ cluster system",
        "when": {"text": "Q1–Q3 2024", "months": "cccccccccppp", "is_stated": True},
        "course": None,
        "span": "",
        "gaps": "",
        "change": "",
        "target": "",
        "verdict": "",
        "verdict_status": "",
    }
    assert cards[3]["when"] == {"text": "Period not stated", "months": 12 * "n", "is_stated": False}


def test_the_key_names_a_period_that_is_not_stated_where_a_card_has_none_alone() -> None:
    sheet = bundled()
    stated = tuple(
        one for one in sheet.key_figures if sheet.indicators[one.indicator].latest.period.is_stated
    )
    assert 0 < len(stated) < len(sheet.key_figures)
    covered = "months of 2024 covered"
    assert [one["text"] for one in edition(sheet)["key"]] == [covered, "period not stated"]
    fewer = msgspec.structs.replace(sheet, key_figures=stated)
    assert [one["text"] for one in edition(fewer)["key"]] == [covered]


def test_a_figure_stands_under_the_section_whose_cards_show_it() -> None:
    found = names(edition(bundled()))
    assert list(found) == ["Growth", "Trade", "Employment", "2025 goals"]
    assert "Corridor, cargo value" in found["Trade"]  # Growth's chart shows it too
    assert found["Growth"][-2:] == ["Chengdu–Chongqing projects", "Average invested per project"]
    every = [name for group in found.values() for name in group]
    assert len(every) == len(set(every)) == len(bundled().indicators)


def test_figures_that_no_section_shows_come_last() -> None:
    sheet = sheet_of(6, 1, charts=False)
    section = msgspec.structs.replace(sheet.sections[0], figures=sheet.sections[0].figures[:2])
    found = names(edition(msgspec.structs.replace(sheet, sections=(section,))))
    assert found["Other figures"] == [f"Indicator {number}" for number in range(2, 6)]


def test_with_some_sections_only_what_they_need_is_listed() -> None:
    found = names(edition(bundled(), sections=("growth",)))
    assert list(found) == ["Growth"]
    trade = names(edition(bundled(), sections=("trade",)))
    assert "Actual foreign investment a year earlier" in trade["Trade"]
    cards = edition(bundled(), sections=("employment",))["cards"]
    assert [card["label"] for card in cards] == ["New urban jobs"]


def test_inputs_of_derived_figures_are_listed_with_them() -> None:
    sheet = bundled()
    section = msgspec.structs.replace(
        sheet.sections[1], figures=(KeyFigure(indicator="investment_before"),), charts=()
    )
    two = msgspec.structs.replace(sheet, sections=(sheet.sections[0], section))
    found = names(edition(two, sections=("trade",)))
    assert found["Other figures"] == [
        "Actual foreign investment",
        "Actual foreign investment, change",
    ]


def test_an_unknown_section_is_a_sentence() -> None:
    with pytest.raises(
        PrintError, match="there is no section 'trad' in the sheet; it has: growth,"
    ):
        compose(bundled(), PrintOptions(sections=("trad",)))


def test_the_notes_say_how_derived_figures_were_worked_out() -> None:
    notes = " ".join(edition(bundled())["notes"])
    assert "Foreign investment a year earlier: 810 ÷ (1 + 57.9\u202f%) = 512.98." in notes
    assert "Assumes that the rate compares with a year earlier." in notes
    assert "Not stated: the source gives no value or no period" in notes
    assert "Links between priorities, plans and figures are made for this sheet" in notes
    assert "Derived" not in " ".join(edition(sheet_of(4, 1))["notes"])


def test_the_annex_traces_every_figure() -> None:
    annex = edition(bundled())["annex"]
    rows = {row["name"]: row for row in annex["rows"]}
    assert rows["Exports"]["origin"] == "Stated in the source, paragraph 8"
    average = rows["Average invested per project"]
    assert average["origin"] == "Derived for this sheet"
    assert average["lines"][0] == "Working: 465.65 ÷ 300 = 1.552"
    assert "Invested in 300 Chengdu–Chongqing projects: 465.65 bn yuan;" in _plain(
        average["lines"][1]
    )
    assert len(rows) == len(bundled().indicators)
    named = ["Manufacturing", "New quality productive forces", "Consumption"]
    assert [goal["name"] for goal in annex["goals"]] == [*named, "Mega-city governance"]
    assert annex["goals"][1]["link"] == "this sheet, the source"
    assert edition(bundled(), annex=False)["annex"] is None


def test_several_sources_are_numbered_and_told_apart() -> None:
    made = edition(made_up())
    assert made["table"]["heads"][-1] == "Source"
    places = {row["name"]: row["place"] for row in made["table"]["parts"][0]["groups"][0]["rows"]}
    assert places["Landed catch of fish"] == "[1] p. 31"
    assert places["Output of the shipyard at constant prices"] == "[2] p. 9"
    assert [one["title"][:3] for one in made["annex"]["sources"]] == ["[1]", "[2]"]
    assert made["dated"].replace("\u00a0", " ") == "Dated 31 March 2025"


def test_plans_say_what_they_bear_on_and_who_says_so() -> None:
    plans, voices, said, left_open = edition(bundled())["lists"]
    assert plans["title"] == "Plans for 2025"
    assert plans["entries"][0]["more"] == (
        "Priority: New quality productive forces; link made by the source; paragraph 11"
    )
    assert plans["entries"][3]["more"].startswith("No named priority; Figures: Exports, ")
    assert voices["entries"][0]["about"].startswith("Dean of the School of Economics")
    assert [one["name"] for one in said["entries"]][:2] == ["Conference", "Changan"]
    assert len(left_open["entries"]) == 10


def test_a_plan_without_a_goal_says_in_chinese_that_it_serves_none_of_the_named_ones() -> None:
    plans = edition(bundled(), language="zh")["lists"][0]
    more = plans["entries"][3]["more"].replace("\u00a0", " ")
    assert more == ("未对应来源所列重点；数据：出口、实际使用外资、通道货值；第 14 段")


def test_the_language_is_the_sheets_first_unless_another_is_asked_for() -> None:
    assert edition(bundled())["lang"] == "en"
    assert edition(bundled(), language="zh")["title"] == "重庆：2024\u00a0年数据与 2025\u00a0年计划"
    assert edition(sheet_of(1, 1, languages=["zh"], name="指标", text="来源。"))["lang"] == "zh"
    both = json.loads(compose(bundled(), PrintOptions(language="both")).data)
    assert [one["lang"] for one in both["editions"]] == ["en", "zh"]


def test_a_text_in_one_language_alone_is_marked_in_the_other() -> None:
    scope = Scope(bundled(), bundled().sections, "zh")
    assert scope.said({"en": "Only English"}) == msgspec.convert(
        {"text": "Only English", "lang": "en"}, type(scope.said({"en": "Only English"}))
    )
    assert scope.said("重庆") == "重庆"
    assert scope.said("GDP") == "GDP"
    assert scope.said(None) == ""


def test_two_charts_that_are_not_full_share_a_row() -> None:
    sections = edition(bundled())["sections"]
    assert [len(row) for row in sections[0]["rows"]] == [1]
    assert [len(row) for row in sections[1]["rows"]] == [2]
    left, right = sections[1]["rows"][0]
    assert left["width"] == pytest.approx(300, abs=1)
    assert right["width"] == pytest.approx(424, abs=1)


def test_a_sheet_without_a_summary_counts_its_figures() -> None:
    bare = msgspec.structs.replace(bundled(), summary=None)
    assert edition(bare)["standfirst"] == "5 of 13 figures for 2024 have a stated period."


def test_the_metadata_are_the_sheets() -> None:
    about = json.loads(compose(made_up(), PrintOptions()).data)["about"]
    assert about["title"].startswith("Harbour Town")
    assert about["date"] == [2025, 3, 31]
    assert about["warnings"] == []
    assert json.loads(about["options"])["paper"] == "a4"
    both = json.loads(compose(made_up(), PrintOptions(language="both")).data)["about"]
    titles = [Wording(language).text(made_up().title) for language in LANGUAGES]
    assert both["title"] == " / ".join(titles)


def test_a_long_title_is_cut_in_the_footer_alone() -> None:
    made = edition(sheet_of(1, 1, name="A title that goes on " * 20))
    assert made["footer"].endswith("…")
    assert len(made["footer"]) < 90
    assert len(made["title"]) > 300


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_a_lead_is_printed_with_charts_and_without() -> None:
    made = edition(bundled())
    assert [one["title"] for one in made["sections"]] == [
        "Growth",
        "Trade",
        "Employment",
        "2025 goals",
    ]
    assert all(one["lead"] and one["rows"] for one in made["sections"])
    bare = edition(sheet_of(4, 2, charts=False, text="Plain words."))
    assert [(one["lead"], one["rows"]) for one in bare["sections"]] == 2 * [("Plain words.", [])]
    said = [entry for one in bare["lists"] for entry in one["entries"]]
    assert len(said) == 8  # a plan, a voice, a statement and a question each, and no lead
    screen = msgspec.structs.replace(bundled().sections[0].charts[0], medium="screen")
    section = msgspec.structs.replace(bundled().sections[0], charts=(screen,), lead=None)
    assert not edition(msgspec.structs.replace(bundled(), sections=(section,)))["sections"]


def test_notes_and_sources_are_printed_also_without_the_annex() -> None:
    sheet = bundled()
    noted = msgspec.structs.replace(sheet.indicators["exports"], note="Goods only.")
    chinese = msgspec.structs.replace(sheet.indicators["jobs"], note={"zh": "仅城镇。"})
    indicators = {**sheet.indicators, "exports": noted, "jobs": chinese}
    sheet = msgspec.structs.replace(sheet, indicators=indicators)
    whole, short = edition(sheet), edition(sheet, annex=False)
    assert whole["sources"] == []
    assert "Exports: Goods only." not in whole["notes"]
    assert "Exports: Goods only." in short["notes"]
    assert {"text": "New urban jobs: 仅城镇。", "lang": "zh"} in short["notes"]
    assert short["annex"] is None
    assert short["sources"] == whole["annex"]["sources"]
    assert short["sources"][0]["url"].replace("\u200b", "") == sheet.sources["report"].url


def test_an_extract_says_so_and_claims_nothing_of_the_whole_sheet() -> None:
    made = edition(bundled(), sections=("trade", "employment"))
    assert made["kicker"] == "Extract from a fact sheet"
    assert made["standfirst"] == (
        "An extract of Trade, Employment from ‘Chongqing: 2024 in figures, 2025 in plans’,"
        " which has 4 sections."
    )
    assert made["footer"] == "Chongqing: 2024 in figures, 2025 in plans (extract)"
    about = json.loads(compose(bundled(), PrintOptions(sections=("trade",))).data)["about"]
    assert about["title"].endswith("2025 in plans (extract)")
    assert about["subject"].startswith("An extract of Trade from")
    assert "Thirteen figures" not in json.dumps(made, ensure_ascii=False)
    every = tuple(one.id for one in bundled().sections)
    assert edition(bundled(), sections=every)["kicker"] == "Fact sheet"
    port = edition(made_up(), sections=("homes",))
    assert port["provenance"].startswith("Source: ")  # one of the two is cited there
    assert len(edition(made_up())["annex"]["sources"]) == 2


def test_pages_in_a_language_that_the_sheet_lacks_say_so() -> None:
    for sheet, language, words in [
        (sheet_of(4, 1), "zh", "本简报没有中文文本"),
        (sheet_of(4, 1, languages=["en"]), "zh", "本简报没有中文文本"),
        (sheet_of(4, 1, name="指标"), "en", "This sheet has no English text"),
    ]:
        assert words in edition(sheet, language=language)["provenance"]
    for sheet, language in [
        (sheet_of(4, 1), "en"),
        (bundled(), "zh"),
        (sheet_of(4, 1, name="指标"), "zh"),
    ]:
        made = edition(sheet, language=language)
        assert "This sheet" not in made["provenance"]
        assert "本数据简报" not in made["provenance"]


def test_no_heading_is_in_two_languages() -> None:
    goals = {"announced": 3, "year": 2025, "many": "aims", "one": "aim", "source": "report"}
    made = edition(
        sheet_of(4, 1, goals={**goals, "named": [{"id": "g", "name": "Aim"}]}), language="zh"
    )
    assert made["annex"]["goals_title"].startswith("目标")
    assert "aims" not in json.dumps(made)


def test_each_row_of_charts_is_reported_as_it_is_drawn() -> None:
    heard: list[tuple[int, int]] = []
    with heard_by(lambda part, parts: heard.append((part, parts))):
        compose(bundled(), PrintOptions())
    charts = [chart for part in bundled().sections for chart in part.charts]
    count = len([one for one in charts if one.medium == "both"])
    assert heard[0] == (1, count)
    assert len(heard) > 1
    assert heard == sorted(set(heard))


def test_a_third_language_has_its_own_words_and_no_english_ones() -> None:
    made = edition(sheet_of(3, 1, languages=["fr"]), language="fr")
    text = json.dumps(made, ensure_ascii=False)
    assert (made["lang"], made["kicker"]) == ("fr", "Fiche de données")
    assert made["key"][1]["text"] == "période non précisée"
    assert ENGLISH_BEGINS not in text


def test_phrases_that_a_language_lacks_are_marked_as_english() -> None:
    made = edition(sheet_of(3, 1, languages=["de"]), language="de")
    assert made["kicker"] == f"{ENGLISH_BEGINS}Fact sheet{ENGLISH_ENDS}"
    assert made["page"][0] == f"{ENGLISH_BEGINS}Page {ENGLISH_ENDS}"


def test_both_languages_are_those_of_the_sheet() -> None:
    sheet = sheet_of(3, 1, languages=["fr", "en"])
    made = json.loads(compose(sheet, PrintOptions(language="both")).data)["editions"]
    assert [one["lang"] for one in made] == ["fr", "en"]


def test_lists_of_one_title_keep_all_their_entries() -> None:
    same = {"print_voices": "Said", "print_statements": "Said"}
    sheet = msgspec.structs.replace(made_up(), phrases={"en": same})
    plain, found = (edition(one)["lists"] for one in (made_up(), sheet))
    assert [one["title"] for one in found].count("Said") == 2
    assert [one["entries"] for one in found] == [one["entries"] for one in plain]
