"""Targets on paper: beside the key figures, and how the verdicts were reached."""

from typing import Any

import msgspec

from cqviewer.load import load_sheet
from cqviewer.model.facts import Sheet
from cqviewer.model.text import Language
from cqviewer.paths import data_folder
from cqviewer.printing.pages.judged import judged
from cqviewer.printing.pages.scope import Scope, Spoken
from tests.model.sheets import figure, sheet
from tests.printing.pages.test_document import edition
from tests.printing.sheets import bundled as without_targets


def bundled() -> Sheet:
    return load_sheet(data_folder() / "chongqing-targets.yaml")


def said(language: Language = "en") -> list[str]:
    sheet = bundled()
    lines = judged(Scope(sheet, sheet.sections, language, Spoken()))
    return [str(one).replace("\u202f", " ").replace("\u00a0", " ") for one in lines]


def test_each_figure_says_how_its_verdicts_were_reached() -> None:
    growth, industry, jobs = said()
    assert growth.startswith(
        "GDP: Target about 6 % for 2024. 0.3 percentage points below, no verdict."
        " 5.7 \N{MINUS SIGN} 6 = \N{MINUS SIGN}0.3 percentage points;"
        " No verdict: no source says what ‘about’ allows."
    )
    assert "Target about 6 % for 2025" in growth
    assert industry.startswith("Industry: Target 7 % for 2024. Met. Derived, method ‘difference’.")
    assert "The source’s own verdict: 119 % of the target." in jobs
    assert "7.3 \N{MINUS SIGN} 7 = +0.3 个百分点" in said("zh")[1]


def test_a_card_has_its_target_and_verdict_with_whose_it_is() -> None:
    cards: list[dict[str, Any]] = edition(bundled())["cards"]
    told = [(one["target"], one["verdict"], one["verdict_status"]) for one in cards]
    assert [tuple(str(part).replace("\u202f", " ") for part in one) for one in told] == [
        ("target about 6 %", "0.7\u00a0points below, no verdict", "derived"),
        ("target 7 %", "Met", "derived"),
        ("", "Met: 119 % of the target", "stated"),
        ("", "", ""),
    ]


def test_the_key_explains_the_marks_that_the_cards_have() -> None:
    assert edition(bundled())["verdict_key"] == [
        ["target", "target"],
        ["stated", "verdict of the source"],
        ["derived", "derived for this sheet"],
    ]
    industry = tuple(one for one in bundled().key_figures if one.indicator == "industry")
    one = msgspec.structs.replace(bundled(), key_figures=industry)
    assert [mark for mark, _ in edition(one)["verdict_key"]] == ["target", "derived"]
    assert edition(without_targets())["verdict_key"] == []


def test_the_annex_has_target_and_working_of_each_figure() -> None:
    rows = edition(bundled(), annex=True)["annex"]["rows"]
    industry = next(row for row in rows if str(row["name"]).startswith("Value added"))
    assert any("Derived, method" in str(line) for line in industry["lines"])


def test_pages_without_targets_have_no_such_part() -> None:
    made = edition(without_targets())
    assert made["judged"] == []
    assert {one["target"] for one in made["cards"]} == {""}


def test_a_verdict_of_a_method_has_it_on_the_card() -> None:
    aim = "[{for: 2030, at_least: 75, base: 2015, method: un, source: report}]"
    given = {"value": None, "period": None, "unit": "'%'", "measure": "share"}
    line = figure(observations="{2015: 50, 2024: 60}", targets=aim, **given)
    pools = sheet(
        f"pools: {line}", rest="key_figures: [pools]\nsections: [{id: one, title: One}]\n"
    )
    (card,) = edition(pools)["cards"]
    assert card["verdict"] == "Acceleration needed, method ‘United Nations’"
