"""The PDF itself: what stands in it, how it is tagged, that it validates and is the same again."""

import datetime
import hashlib
import io
import itertools
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import page
import pikepdf
import pytest

from cqviewer.model.chart_text import description
from cqviewer.model.load import read_sheet
from cqviewer.model.wording import Wording
from cqviewer.printing.options import Paper, PrintOptions, TypesetError
from cqviewer.printing.typeset import make_pdf
from tests.printing.reading import (
    bookmarks,
    elements,
    links,
    origins_of,
    pages_of,
    sizes_of,
    squeezed,
    text_of,
)
from tests.printing.sheets import (
    BUNDLED,
    HOSTILE,
    ODD,
    bundled,
    long_charts,
    made_up,
    printed,
    sheet_of,
)

CHECKOUT = Path(__file__).resolve().parents[2]
PROFILES = [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A]
ALL = ["bundled", "made-up", *ODD]


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("profile", PROFILES)
def test_every_sheet_is_accessible_and_archival(name: str, profile: page.ValidationProfile) -> None:
    report = page.validate_pdf_bytes(printed(name), profile=profile)
    assert report.is_compliant, [str(one) for one in report.failures][:3]


@pytest.mark.skipif("VERAPDF" not in os.environ, reason="VERAPDF does not name the validator")
def test_the_reference_validator_passes_every_sheet(tmp_path: Path) -> None:
    files = []
    options: list[dict[str, Any]] = [{"paper": "letter"}, {"language": "both"}, {"annex": False}]
    for number, data in enumerate(
        [*map(printed, ALL), *(printed("bundled", **one) for one in options)]
    ):
        files.append(tmp_path / f"{number}.pdf")
        files[-1].write_bytes(data)
    done = subprocess.run(
        [os.environ["VERAPDF"], *files], capture_output=True, text=True, check=False
    )
    verdicts = [line for line in done.stdout.splitlines() if line.startswith(("PASS", "FAIL"))]
    assert len(verdicts) == 2 * len(files)
    assert all(line.startswith("PASS") for line in verdicts), done.stdout


def test_every_fact_of_a_sheet_is_in_its_pages() -> None:
    for name, sheet in [("bundled", bundled()), ("made-up", made_up())]:
        text, wording = text_of(printed(name)), Wording("en")
        said = [wording.text(sheet.title), wording.text(sheet.summary)]
        for figure in sheet.indicators.values():
            said += [wording.name(figure), wording.working(figure, sheet)]
            for one in figure.observations:
                said += [wording.parts(figure, one).number, wording.period(one.period)]
        for section in sheet.sections:
            charts = [one for one in section.charts if one.medium == "both"]
            said += [wording.text(chart.title) for chart in charts]
            said += [] if charts else [wording.text(section.lead)]
            said += [wording.text(one.text) for one in section.statements]
            said += [wording.text(one.text) for one in section.plans]
            said += [wording.text(one.text) for one in section.voices]
            said += [wording.text(one.text) for one in section.open]
            said.append(wording.text(section.title))
        for source in sheet.sources.values():
            said += [wording.text(source.title), wording.text(source.publisher), source.url or ""]
        missing = [one for one in said if squeezed(one) not in text]
        assert not missing


def test_the_labels_inside_charts_are_text() -> None:
    text = pages_of(printed("bundled"))[0]
    for label in ("Months of 2024 covered", "New energy vehicles, output", "Jan–Nov"):
        assert squeezed(label) in text


def test_a_chart_sets_chinese_with_latin_ligatures_and_names_beyond_the_first_plane() -> None:
    name = "商店 office affluent 朱镕基\U0002b8b8“①”"
    text = pages_of(make_pdf(sheet_of(2, 1, name=name, languages=["zh"])))[0]
    assert text.count(squeezed(name)) >= 2  # on a card and beside a bar


def test_headings_follow_one_another_without_a_gap() -> None:
    for name in ALL:
        levels = [
            int(one.tag[1]) for one in elements(printed(name)) if one.tag in {"H1", "H2", "H3"}
        ]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_chart_too_tall_for_a_page_goes_on_in_readable_parts(paper: Paper) -> None:
    pdf = printed("long charts", paper=paper)
    assert 7 <= min(sizes_of(pdf)) < 8
    listed = elements(pdf)
    alts = [one.alt for one in listed if one.tag == "Figure"]
    first = [one for one in alts if re.match("Part [0-9] of [34] of a chart: Figure rate", one)]
    named = [re.findall(r"Figure rate(\d+),", one) for one in first[: len(first) // 2]]
    assert [int(one) for part in named for one in part] == list(range(70))
    assert all(part for part in named)
    titles = [title for group in bookmarks(pdf).values() for title in group]
    assert titles[:5] == ["All rates", "All counts", "All series", "All squares", "All goals"]
    assert len(alts) == sum(one.tag == "H3" for one in listed) - 3  # of table and annex
    text = text_of(pdf)
    for title in titles[:5]:
        assert text.count(squeezed(f"{title} (continued)")) >= 1
    assert text.count(squeezed("Measure Change Months")) >= len(first)


def test_what_cannot_be_cut_is_scaled_to_its_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cqviewer.printing.paper_charts.split_drawing", lambda whole, *_: [whole])
    sheet = long_charts()
    section = msgspec.structs.replace(sheet.sections[0], charts=sheet.sections[0].charts[:1])
    pdf = make_pdf(msgspec.structs.replace(sheet, sections=(section,)))
    chart = 70 * 31 + 24  # px
    assert min(sizes_of(pdf)) == pytest.approx(12 * 256.8 / chart / 25.4 * 72, abs=0.1)


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
    assert len(heads) == 5 + 4 + 4 + 5  # all figures and their groups, the annex, its goals
    assert all(one.scope == "Column" for one in heads)
    assert sum(one.tag == "L" for one in tags) == 6  # 4 of passages, notes, sources
    assert sum(one.tag == "Table" for one in tags) == 3


def test_bookmarks_lead_to_sections_and_charts() -> None:
    found = bookmarks(printed("bundled"))
    assert list(found)[:5] == ["Growth", "Trade", "Employment", "2025 goals", "All figures"]
    assert found["Employment"] == ["New urban jobs came to 690,000"]
    assert "Traceability" in found
    assert "Traceability" not in bookmarks(printed("bundled", annex=False))


def test_the_document_says_what_it_is() -> None:
    with pikepdf.open(io.BytesIO(printed("bundled"))) as pdf:
        info = {key: str(value) for key, value in pdf.docinfo.items()}
        assert info["/Title"] == "Chongqing: 2024 in figures, 2025 in plans"
        assert info["/Author"] == "iChongqing"
        assert info["/Subject"].startswith("Thirteen figures for 2024")
        assert "economy" in info["/Keywords"]
        assert info["/CreationDate"].startswith("D:20241224")
        assert str(pdf.Root.Lang) == "en"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


def test_sources_are_linked() -> None:
    source = bundled().sources["report"]
    assert links(printed("bundled")) == {source.url}


def test_passages_in_another_language_are_marked() -> None:
    assert {one.lang for one in elements(printed("made-up"))} == {""}
    assert "zh" in {one.lang[:2] for one in elements(printed("hostile"))}
    both = elements(printed("bundled", language="both"))
    assert sum(one.tag == "H1" for one in both) == 2
    assert any(one.lang.startswith("zh") for one in both)


def test_both_languages_follow_one_another() -> None:
    pages = pages_of(printed("bundled", language="both"))
    english = next(at for at, text in enumerate(pages) if "Traceability" in text)
    chinese = next(at for at, text in enumerate(pages) if "数据简报" in text)
    assert english < chinese
    assert f"Page1of{len(pages)}" in pages[0]
    assert f"第{len(pages)}页，共{len(pages)}页" in pages[-1]


def test_papers_have_their_size() -> None:
    for paper, size in {"a4": (595.3, 841.9), "letter": (612, 792)}.items():
        with pikepdf.open(io.BytesIO(printed("bundled", paper=paper))) as pdf:
            box = pdf.pages[0].MediaBox
            assert (float(box[2]), float(box[3])) == pytest.approx(size, abs=0.1)


@pytest.mark.parametrize("name", ALL)
def test_nothing_runs_off_the_page(name: str) -> None:
    pages = origins_of(printed(name))
    assert all(pages)
    assert pages
    for runs in pages:
        assert all(45 <= x <= 550 and 30 <= y <= 790 for x, y in runs)


def test_hostile_text_stands_as_it_was_written() -> None:
    text = text_of(printed("hostile"))
    for part in ('$x$ $$ <b>bold</b> #let x {} [y] \\ "q" *s* _u_ `c` @r -- …', "é", "中文"):
        assert squeezed(part) in text
    assert "[U+05E9U+05DCU+05D5U+05DD]" in text
    assert "U+1F600" in text
    assert "😀" in HOSTILE


def test_a_long_address_breaks_and_can_still_be_copied_whole() -> None:
    parts = "/".join(f"part-{at}/name_{at}.html?key={at}" for at in range(12))
    address = f"https://example.org/{parts}"
    pdf = make_pdf(sheet_of(2, 1, name=f"See {address}", text=address, charts=False))
    text = text_of(pdf)
    assert text.count(address) > 10
    assert "\u200b" not in text
    for runs in origins_of(pdf):
        assert all(45 <= x <= 550 and 30 <= y <= 790 for x, y in runs)


def test_no_letter_of_a_long_word_is_lost() -> None:
    # Pages break the word, so its pieces are added up; the sheet has it in eight places.
    pieces = re.findall("w{20,}", text_of(printed("long words")))
    assert sum(map(len, pieces)) == 8 * 5000


def test_a_few_pages_are_small() -> None:
    data = printed("bundled", annex=False)
    assert len(pages_of(data)) <= 6
    assert len(data) < 200_000


def test_the_same_sheet_gives_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    code = (
        "import hashlib, sys; from pathlib import Path\n"
        "from cqviewer.model.load import load_sheet\n"
        "from cqviewer.printing.typeset import make_pdf\n"
        "print(hashlib.sha256(make_pdf(load_sheet(Path(sys.argv[1])))).hexdigest())"
    )
    copy = tmp_path / "another name.yaml"
    copy.write_bytes(BUNDLED.read_bytes())
    digests = {hashlib.sha256(printed("bundled")).hexdigest()}
    for number, zone, language in [
        ("1", "Asia/Shanghai", "C"),
        ("2", "America/Lima", "tr_TR.UTF-8"),
    ]:
        surroundings = {"PYTHONHASHSEED": number, "TZ": zone, "LC_ALL": language, "LANG": language}
        done = subprocess.run(
            [sys.executable, "-c", code, str(copy)],
            cwd=tmp_path,
            env={**os.environ, **surroundings, "PYTHONPATH": str(CHECKOUT)},
            capture_output=True,
            text=True,
            check=True,
        )
        digests.add(done.stdout.strip())
    assert len(digests) == 1


def test_the_date_of_the_document_is_the_sheets() -> None:
    later = msgspec.structs.replace(made_up(), date=datetime.date(2031, 2, 3))
    with pikepdf.open(io.BytesIO(make_pdf(later))) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20310203")


def test_only_the_sections_asked_for_are_printed() -> None:
    found = bookmarks(printed("bundled", sections=("trade",)))
    text = text_of(printed("bundled", sections=("trade",)))
    assert next(iter(found)) == "Trade"
    assert "Growth" not in found
    assert "Plans for 2025" not in found
    assert "New urban jobs".replace(" ", "") not in text


def test_a_chart_that_cannot_be_drawn_leaves_a_sentence() -> None:
    sheet = made_up()
    section = sheet.sections[0]
    broken = msgspec.structs.replace(section.charts[0], kind="slope", of=("cranes",))
    sections = (msgspec.structs.replace(section, charts=(broken,)), *sheet.sections[1:])
    text = text_of(make_pdf(msgspec.structs.replace(sheet, sections=sections)))
    assert squeezed("This chart could not be drawn:") in text


def test_what_typst_warns_of_is_a_fault(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "print").mkdir()
    template = (CHECKOUT / "resources" / "print" / "sheet.typ").read_text("utf-8")
    unknown = template.replace('("Noto Sans", "Noto Sans SC")', '("No Such Font", "Noto Sans")')
    assert unknown != template
    (tmp_path / "print" / "sheet.typ").write_text(unknown, "utf-8")
    (tmp_path / "fonts").symlink_to(CHECKOUT / "resources" / "fonts")
    for module in ("manuscript", "typeset"):
        monkeypatch.setattr(f"cqviewer.printing.{module}.resources_folder", lambda: tmp_path)
    with pytest.raises(TypesetError, match="font"):
        make_pdf(sheet_of(1, 1, charts=False))


def test_every_observation_of_a_series_has_a_row() -> None:
    yearly = ", ".join(f"{{period: {year}, value: {year - 1990}}}" for year in range(2010, 2020))
    text = (
        "cqviewer: 1\ntitle: T\nplace: P\ndate: 2024-01-01\nsources: {s: {title: S}}\n"
        f"indicators:\n  a: {{name: A, unit: ports, measure: count, source: s p. 1,"
        f" observations: [{yearly}]}}\n"
        "sections: [{id: one, title: One, figures: [a]}]\n"
    )
    pages = text_of(make_pdf(read_sheet(text.encode(), "t.yaml"), PrintOptions(annex=False)))
    assert all(f"{year - 1990}ports{year}" in pages for year in range(2010, 2020))
