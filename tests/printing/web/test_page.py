"""The HTML page: one file for everybody, with every figure, its source and the sheet itself."""

import base64
import functools
import re
from itertools import pairwise
from pathlib import Path
from typing import get_args

import msgspec
import pytest

from cqviewer.charts.drawing import ChartError
from cqviewer.charts.theme import DARK, LIGHT
from cqviewer.load import load_sheet
from cqviewer.model.wording.phrases import ENGLISH_BEGINS, ENGLISH_ENDS
from cqviewer.paths import data_folder
from cqviewer.printing.attachment import extract_yaml, open_sheet
from cqviewer.printing.export import export_sheet
from cqviewer.printing.options import ExportFormat
from cqviewer.printing.web.page import make_page
from tests.printing.sheets import BUNDLED, HOSTILE, bundled, made_up, marked
from tests.printing.web.reading import Node, read_page

LARGEST, LARGEST_OF_ALL = 600_000, 650_000
SHEETS = ("chongqing-2024", "chongqing-by-year", "china-2024", "chongqing-targets")
FETCHING = ("script", "link", "iframe", "object", "embed", "img", "form", "video", "audio", "base")


@functools.cache
def page(name: str) -> bytes:
    return make_page(load_sheet(data_folder() / f"{name}.yaml"))


def tree(name: str = "chongqing-2024") -> Node:
    return read_page(page(name))


def ids(root: Node) -> list[str]:
    return [one.attributes["id"] for one in root.all() if "id" in one.attributes]


@pytest.mark.parametrize("name", SHEETS)
def test_a_page_is_whole_small_and_asks_for_nothing(name: str) -> None:
    data, root = page(name), tree(name)
    assert len(data) <= (LARGEST if name == "chongqing-2024" else LARGEST_OF_ALL)
    assert not [one.name for one in root.all() if one.name in FETCHING]
    style = root.all("style")[0].text
    assert set(re.findall(r"url\((\w+):", style)) == {"data"}
    assert "@import" not in style
    assert "default-src 'none'" in data.decode()
    handlers = [key for one in root.all() for key in one.attributes if key.startswith("on")]
    assert not handlers


@pytest.mark.parametrize("name", SHEETS)
def test_each_id_stands_once_and_each_link_leads_somewhere(name: str) -> None:
    root = tree(name)
    known = ids(root)
    assert len(known) == len(set(known)) > 50
    links = [one.attributes["href"] for one in root.all("a") + root.all("use")]
    inner = [one for one in links if one.startswith("#")]
    assert len(inner) > 5
    assert not [one for one in inner if one[1:] not in known]
    outer = [one.partition(":")[0] for one in links if not one.startswith("#")]
    assert set(outer) <= {"data", "http", "https"}


@pytest.mark.parametrize("name", SHEETS)
def test_every_figure_has_a_place_in_every_language(name: str) -> None:
    sheet, known = load_sheet(data_folder() / f"{name}.yaml"), set(ids(tree(name)))
    assert sheet.languages == ("en", "zh")
    shown = [key for key, one in sheet.indicators.items() if not one.is_counted_here]
    for one in shown:
        place = one.replace(".", "-")
        assert {place, f"zh-Hans-{place}"} <= known


@pytest.mark.parametrize("name", SHEETS)
def test_every_chart_is_an_image_with_words_and_a_table_in_both_layouts(name: str) -> None:
    root = tree(name)
    words = {one.attributes["id"]: one.text for one in root.all() if "id" in one.attributes}
    charts = root.all(".chart")
    assert charts
    for chart in charts:
        for layout in (".wide", ".narrow"):
            (picture,) = chart.all(layout)
            (svg,) = picture.all("svg")
            assert svg.attributes["role"] == "img"
            named = [words[one] for one in svg.attributes["aria-labelledby"].split()]
            assert len(named) == 2
            assert all(named)
            assert svg.all("text")
            assert not svg.all("style")
        assert chart.all("details")[0].all("table")


def test_colours_of_charts_are_those_of_the_style() -> None:
    root = tree()
    style = root.all("style")[0].text
    drawn = "".join(one.attributes.get("style", "") for one in root.all())
    used = set(re.findall(r"var\(--(\w+)\)", drawn))
    assert {"ink", "accent", "mid"} <= used
    assert not re.search("#0000[0-9a-f]{2}", drawn)
    for theme in (LIGHT, DARK):
        assert all(f"--{one}:{getattr(theme, one)}" in style for one in used)
    for asked in (
        "prefers-color-scheme:dark",
        "forced-colors: active",
        "@media print",
        "max-width",
    ):
        assert asked in style


def test_a_card_opens_on_its_source_and_one_of_a_section_at_a_time() -> None:
    (card,) = (one for one in tree().all(".card") if one.attributes["id"] == "retail")
    assert (card.name, card.attributes["name"]) == ("details", "section-growth")
    front = card.all("summary")[0].text
    assert "3.8" in front
    assert "Jan–Nov 2024" in front
    behind = card.all("dl")[0].text
    assert "January–November 2024" in behind
    assert "paragraph 3" in behind
    assert "Economic Work Conference" in behind


def test_both_languages_are_in_the_file_and_marked() -> None:
    english, chinese = tree().all(".edition")
    assert (english.attributes["lang"], chinese.attributes["lang"]) == ("en", "zh-Hans")
    for one, other, name in ((english, chinese, "中文"), (chinese, english, "English")):
        (link,) = one.all(".language")[0].all("a")
        assert link.text == name
        assert link.attributes["href"] == f"#{other.attributes['id']}"
        assert link.attributes["lang"] == other.attributes["lang"]
    assert "社会消费品零售总额" in chinese.text
    assert "社会消费品零售总额" not in english.text
    only = read_page(make_page(bundled(), "zh"))
    assert [one.attributes["lang"] for one in only.all(".edition")] == ["zh-Hans"]


def test_headings_go_down_by_one_level_and_begin_with_one_title_a_language() -> None:
    editions = tree().all(".edition")
    assert len(editions) == 2
    for edition in editions:
        levels = [int(one.name[1]) for one in edition.all() if re.fullmatch("h[1-6]", one.name)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert make_page(bundled()) == page("chongqing-2024")


def test_the_sheet_in_a_page_opens_again(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(page("chongqing-2024"))
    assert extract_yaml(path) == BUNDLED.read_bytes()
    assert open_sheet(path).indicators == bundled().indicators
    assert make_page(open_sheet(path)) == path.read_bytes()


def test_texts_of_a_sheet_are_never_markup() -> None:
    bad = '"><script>alert(1)</script><!-- </style> &amp; \x00\ud800 '
    sheet = msgspec.structs.replace(made_up(), title=bad, file_name='a"b<c.yaml')
    root = read_page(make_page(sheet))
    assert not root.all("script")
    assert "<script>alert(1)</script>" in root.all("h1")[0].text
    assert "\x00" not in root.text
    odd = msgspec.structs.replace(made_up(), title=HOSTILE)
    assert "<b>bold</b>" in read_page(make_page(odd)).all("h1")[0].text


def test_marks_are_seen_as_letters_and_heard_as_words() -> None:
    mark = next(one for one in read_page(make_page(marked())).all(".mark") if "[p]" in one.text)
    seen, heard = mark.all("span")
    assert (seen.text, seen.attributes["aria-hidden"]) == ("[p]", "true")
    assert heard.text == ", provisional"
    assert heard.attributes["class"] == "heard"


def test_a_chart_that_cannot_be_drawn_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ChartError("it has no figures")

    monkeypatch.setattr("cqviewer.printing.pages.paper_charts.draw_chart", fail)
    chart = read_page(make_page(made_up())).all(".chart")[0]
    assert "it has no figures" in chart.all(".wide")[0].text
    assert chart.all("table")


def test_a_text_in_another_language_says_so() -> None:
    root = read_page(make_page(bundled(), "fr"))
    edition = root.all(".edition")[0]
    assert edition.attributes["lang"] == "fr"
    assert edition.all("h1")[0].all("span")[0].attributes["lang"] == "en"


def kept(root: Node) -> dict[str, tuple[str, bytes]]:
    """Return the files in a page by their names, with what their links are called."""
    links = [one for one in root.all("a") if "download" in one.attributes]
    return {
        one.attributes["download"]: (
            one.text,
            base64.b64decode(one.attributes["href"].partition(";base64,")[2]),
        )
        for one in links
    }


def test_the_foot_has_the_figures_for_other_programs_in_each_language() -> None:
    found = kept(tree())
    names = [f"chongqing-2024-{one}.{form}" for one in ("en", "zh") for form in ("csv", "xlsx")]
    assert list(found) == [*names, "chongqing-2024.yaml"]
    assert [shown for shown, _ in found.values()] == ["CSV", "XLSX", "CSV", "XLSX", "YAML"]
    for language in ("en", "zh"):
        for form in get_args(ExportFormat)[:2]:
            data = found[f"chongqing-2024-{language}.{form}"][1]
            assert data == export_sheet(bundled(), form, language)
    (french,) = (
        one
        for name, (_, one) in kept(read_page(make_page(bundled(), "fr"))).items()
        if name.endswith("csv")
    )
    assert not {ENGLISH_BEGINS, ENGLISH_ENDS} & set(french.decode("utf-8-sig"))


def test_heads_stand_over_their_numbers() -> None:
    tables = tree("chongqing-by-year").all("table")
    assert len(tables) > 5
    for table in tables:
        heads, *rows = table.all("tr")
        shown = [one.attributes.get("class") for one in heads.all("th")]
        for row in (one for one in rows if one.attributes.get("class") != "group"):
            cells = [one.attributes.get("class") for one in row.inside if isinstance(one, Node)]
            assert cells == shown
        assert all("number" in (one or "number") for one in shown)


def test_a_section_may_be_called_as_that_of_all_figures_and_as_a_chart() -> None:
    section = msgspec.structs.replace(bundled().sections[0], id="all")
    chart = msgspec.structs.replace(section.charts[0], title=section.title)
    section = msgspec.structs.replace(section, charts=(chart,))
    root = read_page(make_page(msgspec.structs.replace(bundled(), sections=(section,))))
    assert len(ids(root)) == len(set(ids(root)))
    for edition in root.all(".edition"):
        names = [one.attributes["aria-labelledby"] for one in edition.all("section")]
        assert len(names) == len(set(names)) == 3  # a chart is a group, and no landmark


def test_targets_and_verdicts_stand_on_cards_in_tables_and_in_the_notes() -> None:
    root = tree("chongqing-targets")
    english = next(one for one in root.all(".edition") if one.attributes["lang"] == "en")
    cards = [plain(one.text) for one in english.all(".card")]
    assert "target about 6 %" in cards[0]
    assert "0.7 points below, no verdict" in cards[0]
    assert [plain(one.text) for one in english.all(".target")] == ["target about 6 %", "target 7 %"]
    marks = [[it.attributes["class"] for it in one.all("span")] for one in english.all(".verdict")]
    assert marks == [["dot derived"], ["dot derived"], ["dot stated"]]
    chart = english.all(".chart")[0]
    rows = [
        [plain(it.text) for it in one.inside if not isinstance(it, str)] for one in chart.all("tr")
    ]
    gdp = ["+5.7 %", "2024", "about 6 %", "−0.3 points", "No verdict", "none"]
    assert ["Gross domestic product, real growth", *gdp] in rows
    assert not any("2025" in one for one in rows)  # the chart shows 2024 alone
    notes = plain(english.all(".part")[-1].text)
    assert "How the verdicts were reached" in notes
    assert "7.3 − 7 = +0.3 percentage points" in notes
    assert "The source’s own verdict: 119 % of the target" in notes


def test_a_page_without_targets_says_nothing_of_verdicts() -> None:
    root = tree("chongqing-2024")
    assert not root.all(".verdict")
    assert "How the verdicts were reached" not in root.text


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")
