"""How a print reads: headings, lists, heads of cells, languages, links and alternative texts."""

import io
import json
import re

import pikepdf

from cqviewer import __version__
from cqviewer.charts.text import description
from cqviewer.model.text import LANGUAGES
from cqviewer.model.wording.wording import Wording
from tests.checkout import CHECKOUT
from tests.printing.reading import (
    bookmarks,
    cells_of,
    elements,
    links,
    pages_of,
    read_aloud,
    squeezed,
    texts_of,
)
from tests.printing.sheets import (
    bundled,
    made_up,
    printed,
)


def test_every_chart_has_its_values_as_alternative_text() -> None:
    wording = Wording("en")
    for name, sheet in [("bundled", bundled()), ("made-up", made_up())]:
        alts = [one.alt for one in elements(printed(name)) if one.tag == "Figure"]
        charts = [chart for section in sheet.sections for chart in section.charts]
        on_paper = [chart for chart in charts if chart.medium == "both"]
        assert alts == [description(chart, sheet, wording) for chart in on_paper]


def test_table_heads_have_a_scope_and_lists_are_lists() -> None:
    tags = elements(printed("bundled"))
    heads = [one for one in tags if one.tag == "TH"]
    columns = [one for one in heads if one.scope == "Column"]
    assert len(columns) == 5 + 4 + 4 + 5  # all figures and their groups, the annex, its goals
    rows = [one for one in heads if one.scope == "Row"]
    assert len(rows) == 2 * len(bundled().indicators) + 4  # all figures, the annex, its goals
    assert len(heads) == len(columns) + len(rows)
    assert sum(one.tag == "L" for one in tags) == 7  # key figures, 4 of passages, notes, sources
    assert not any(one.tag == "Lbl" for one in tags)
    assert sum(one.tag == "Table" for one in tags) == 3
    cells = [at for at, one in enumerate(tags) if one.tag in {"TH", "TD"}]
    assert {tags[at + 1].tag for at in cells} == {"P"}


def test_a_page_is_read_aloud_in_order_and_with_all_spaces() -> None:
    heard = [re.sub("[\u00a0\u202f]", " ", one) for one in read_aloud(printed("bundled"))]
    first = (CHECKOUT / "tests" / "data" / "first-page-read-aloud.txt").read_text("utf-8")
    assert heard[: heard.index("Trade")] == first.splitlines()
    assert heard[heard.index("Changan") + 1].startswith("Its Yubei factory")


def test_each_cell_is_tied_to_its_own_heads() -> None:
    figures, traces, goals = cells_of(printed("bundled"))
    size = "Value added of the ‘33618’ cluster system"
    at = next(at for at, one in enumerate(figures) if one.text == size)
    assert [
        (one.text.replace("\u00a0", " "), one.scope, one.heads) for one in figures[at : at + 5]
    ] == [
        (size, "Row", ("Figure", "Growth")),
        ("577.6 bn yuan", "", ("Value", "Growth", size)),
        ("Q1–Q3 2024", "", ("Period", "Growth", size)),
        ("Stated", "", ("Origin", "Growth", size)),
        ("4", "", ("Paragraph", "Growth", size)),
    ]
    assert ("Growth", "Column", ()) in [(one.text, one.scope, one.heads) for one in figures]
    for table, columns in ((figures, 3), (traces, 2), (goals, 2)):
        cells = [one for one in table if not one.scope]
        assert len(cells) > 10
        assert all(len(one.heads) == columns for one in cells)


def test_a_matrix_is_read_with_marks_intervals_and_footnotes_in_words() -> None:
    first, budget, _ = cells_of(printed("marked"))
    texts = [re.sub("[\u00a0\u202f]", " ", one.text) for one in first]
    name = next(at for at, one in enumerate(texts) if one.startswith("Adults who cycle"))
    assert texts[name : name + 8] == [
        "Adults who cycle every week, %95 % confidence interval",
        "15.513.1 to 17.9",
        "not stated",
        "not applicable",
        "suppressed",
        "16.4, revised, note 1",
        "below 0.25",
        "18.10, provisional, revised, note 216.2 to 20.0",
    ]
    assert [one.heads[0] for one in first[name + 1 : name + 8]] == [
        str(year) for year in range(2018, 2025)
    ]
    assert {one.heads[1:] for one in first[name + 1 : name + 8]} == {
        ("Health and money", first[name].text)
    }
    assert texts[-1].startswith("Stated, table 1[p] provisional; [r] revised¹ Counted anew.")
    assert first[-1].heads == ()
    assert budget[0].text.replace("\u00a0", " ") == "Net budget, £ m"
    assert budget[-2].text == "67.2, provisional"


def test_bookmarks_lead_to_sections_and_charts() -> None:
    found = bookmarks(printed("bundled"))
    sections = ["Growth", "Trade", "Employment", "2025 goals"]
    assert list(found)[:6] == ["Key figures", *sections, "All figures"]
    assert found["Employment"] == ["New urban jobs came to 690,000"]
    assert "Traceability" in found
    assert "Traceability" not in bookmarks(printed("bundled", annex=False))


def test_the_document_says_what_it_is() -> None:
    with pikepdf.open(io.BytesIO(printed("bundled"))) as pdf:
        info = {key: str(value) for key, value in pdf.docinfo.items()}
        assert info["/Title"] == "Chongqing: 2024 in figures, 2025 in plans"
        assert "/Author" not in info  # the publisher of the source is not the author
        assert info["/Creator"] == f"cqviewer {__version__}"
        assert info["/Producer"].startswith("Typst ")
        assert json.loads(info["/PrintOptions"])["paper"] == "a4"
        xmp = pdf.Root.Metadata.read_bytes().decode()
        for name, key in [("xmp:CreatorTool", "/Creator"), ("pdf:Producer", "/Producer")]:
            assert f"<{name}>{info[key]}</{name}>" in xmp
        assert info["/Subject"].startswith("Thirteen figures for 2024")
        assert "economy" in info["/Keywords"]
        assert info["/CreationDate"].startswith("D:20241224")
        assert str(pdf.Root.Lang) == "en"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


def test_sources_are_linked() -> None:
    source = bundled().sources["report"]
    assert links(printed("bundled")) == {source.url}
    (title,) = texts_of(printed("bundled"), "/Link")
    assert title == Wording("en").text(source.title)


def test_passages_in_another_language_are_marked() -> None:
    assert {one.lang for one in elements(printed("made-up"))} == {""}
    assert "zh" in {one.lang[:2] for one in elements(printed("hostile"))}
    both = elements(printed("bundled", language="both"))
    assert sum(one.tag == "H1" for one in both) == 2
    parts = [(one.lang, one.title) for one in both if one.tag == "Part"]
    titles = [Wording(language).text(bundled().title) for language in LANGUAGES]
    spaced = titles[1].replace("年数据", "\u00a0年数据")
    assert [lang for lang, _ in parts] == ["en", "zh-CN"]
    assert [squeezed(title) for _, title in parts] == [squeezed(titles[0]), squeezed(spaced)]
    with pikepdf.open(io.BytesIO(printed("bundled", language="both"))) as pdf:
        assert str(pdf.docinfo["/Title"]) == " / ".join(titles)
        languages = "<rdf:li>en</rdf:li><rdf:li>zh-CN</rdf:li>"
        assert (
            f"<dc:language><rdf:Bag>{languages}</rdf:Bag>"
            in pdf.Root.Metadata.read_bytes().decode()
        )


def test_both_languages_follow_one_another() -> None:
    pages = pages_of(printed("bundled", language="both"))
    english = next(at for at, text in enumerate(pages) if "Traceability" in text)
    chinese = next(at for at, text in enumerate(pages) if "数据简报" in text)
    assert english < chinese
    assert f"Page1of{len(pages)}" in pages[0]
    assert f"第{len(pages)}页，共{len(pages)}页" in pages[-1]
