"""Sources, places in them and their publishers are worded in both languages."""

import msgspec
import pytest

from cqviewer.load import load_sheet, read_sheet
from cqviewer.model.citation import Citation
from cqviewer.model.facts import Sheet
from cqviewer.model.wording.wording import Wording
from cqviewer.paths import data_folder
from tests.model.sheets import figure, plain, sheet_text

EN, ZH = Wording("en"), Wording("zh")


@pytest.fixture(scope="module")
def bundled() -> Sheet:
    return load_sheet(data_folder() / "chongqing-2024.yaml")


def test_the_sources_of_figures_and_of_a_sheet_are_named(bundled: Sheet) -> None:
    industry, retail, jobs = map(bundled.indicators.get, ("industry", "retail", "jobs_before"))
    assert industry
    assert retail
    assert jobs
    cited = (industry.latest.citation, retail.latest.citation)
    line = EN.source_names(cited, (), bundled)
    assert line.startswith("Source: ")
    assert line.endswith("2024.")
    assert EN.source_names((jobs.latest.citation,), (), bundled) == ""
    assert EN.provenance(bundled).endswith(". Graphics: Zheng Ran")


def test_a_date_that_ends_with_a_full_stop_has_no_second_one(bundled: Sheet) -> None:
    wording = Wording("ru")
    dated = msgspec.structs.replace(
        next(iter(bundled.sources.values())), title={"ru": "Отчёт"}, graphics=None
    )
    sheet = msgspec.structs.replace(bundled, sources={"a": dated, "b": dated})
    named = wording.source_names((Citation(source="a"),), (), sheet)
    for text in (named, wording.provenance(sheet)):
        assert "г." in text
        assert ".." not in text


def test_more_sources_than_two_are_counted(bundled: Sheet) -> None:
    source = next(iter(bundled.sources.values()))
    for number, said in ((2, ""), (3, "One more source"), (4, "2 more sources")):
        sources = {f"s{one}": source for one in range(number)}
        text = EN.provenance(msgspec.structs.replace(bundled, sources=sources))
        assert text.rpartition(". ")[2] == said or not said
        assert ("more source" in text) == bool(said)


@pytest.mark.parametrize(
    ("cited", "en", "zh"),
    [
        ("par. 17, 18", "paragraph 17, 18", "第 17、18 段"),
        ("p. 3-5,9", "page 3-5, 9", "第 3-5、9 页"),
        ("figure 2, left", "figure 2, left", "图 2, left"),
        ("table A", "table A", "表 A"),
    ],
)
def test_a_place_in_a_source_lists_its_numbers(cited: str, en: str, zh: str) -> None:
    citation = Citation.parse(f"report {cited}")
    assert EN.place_in_source(citation) == en
    assert ZH.place_in_source(citation) == zh


def test_several_sources_are_named_each_once() -> None:
    text = sheet_text(
        f"a: {figure(value=1)}\nb: {figure(value=2, source='other p. 3')}\nc: {figure(value=3)}"
    ).replace("sources: {", "sources: {other: {title: Other}, ")
    made = read_sheet(text.encode(), "f")
    cited = [made.indicators[one].latest.citation for one in "abc"]
    said = "Sources: Rep, 14\u00a0February\u00a02025; Other."
    assert EN.source_names(cited, (), made) == said
    assert ZH.source_names(cited[1:2], (), made) == "资料来源：Other。"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("publisher: City, published: 2025-02-14", "Published by City, 14 February 2025"),
        ("publisher: City", "Published by City"),
        ("published: 2025-02-14", "Published on 14 February 2025"),
        ("short: R", ""),
    ],
)
def test_a_publication_says_what_is_known(fields: str, expected: str) -> None:
    text = sheet_text("").replace("sources: {", f"sources: {{r: {{title: R, {fields}}}, ")
    source = read_sheet(text.replace("indicators:", "indicators: {}").encode(), "f").sources["r"]
    assert plain(EN.publication(source)) == expected
