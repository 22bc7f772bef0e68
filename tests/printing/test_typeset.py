"""The PDF itself: what stands in it, how it is tagged, that it validates and is the same again."""

import datetime
import hashlib
import io
import itertools
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import page
import pikepdf
import pytest
import yaml
from matplotlib.ft2font import FT2Font

from cqviewer.load import examine_sheet, read_sheet
from cqviewer.model.facts import Sheet
from cqviewer.model.wording.wording import Wording
from cqviewer.paths import data_folder, resources_folder
from cqviewer.printing.options import Paper, PrintOptions, TypesetError
from cqviewer.printing.typeset import make_pdf
from tests.checkout import CHECKOUT
from tests.printing.reading import (
    bookmarks,
    elements,
    lines_of,
    origins_of,
    pages_of,
    read_aloud,
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


@pytest.mark.parametrize(
    "path",
    [
        *sorted(data_folder().glob("*.yaml")),
        *sorted((data_folder() / "examples").glob("*.yaml")),
        *sorted((CHECKOUT / "tests" / "data").glob("*.yaml")),
    ],
    ids=lambda path: path.stem,
)
def test_every_sheet_that_check_passes_is_printed(path: Path) -> None:
    examined = examine_sheet(path.read_bytes(), path.name)
    assert [one for one in examined.problems if one.severity == "error"] == []
    pdf = make_pdf(read_sheet(path.read_bytes(), path.name), PrintOptions(language="both"))
    report = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, [str(one) for one in report.failures][:3]


def _batches(texts: list[str], size: int) -> Iterator[list[str]]:
    for start in range(0, len(texts), size):
        yield texts[start : start + size]


def _in_charts(texts: list[str]) -> Sheet:
    """Return a sheet whose bar charts have some texts as names, in print and bold in a card."""
    rows = [
        {"name": text, "unit": "t", "measure": "level", "value": 1, "period": 2024, "source": "s"}
        for text in texts
    ]
    indicators = {f"f{at}": row for at, row in enumerate(rows)}
    data = {
        "cqviewer": 1,
        "title": "Letters",
        "place": "Here",
        "date": datetime.date(2025, 1, 1),
        "sources": {"s": {"title": "S"}},
        "indicators": indicators,
        "sections": [
            {
                "id": "one",
                "title": "One",
                "charts": [{"kind": "bars", "of": list(indicators), "title": "T"}],
            }
        ],
    }
    return read_sheet(yaml.safe_dump(data, allow_unicode=True).encode(), "letters.yaml")


def test_every_letter_that_a_font_has_can_stand_in_a_chart_and_so_can_its_marks() -> None:
    font = FT2Font(str(resources_folder() / "fonts" / "NotoSans-Regular.ttf"))
    letters = [chr(code) for code in sorted(font.get_charmap()) if chr(code).isalpha()]
    signs = [chr(code) for code in font.get_charmap() if unicodedata.category(chr(code)) == "Mn"]
    assert len(letters) > 2000
    assert len(signs) > 100
    names = [" ".join(row) for row in _batches(letters, 12)]
    names += ["".join(f"o{one}" for one in row) for row in _batches(signs, 6)]
    assert make_pdf(_in_charts(names), PrintOptions(annex=False)).startswith(b"%PDF")


def test_a_text_in_outlines_is_still_read_out() -> None:
    sheet = _in_charts(["Ọ̀yọ́", "हिन्दी"])
    (figure,) = [one for one in elements(make_pdf(sheet)) if one.tag == "Figure"]
    assert "Ọ̀yọ́" in figure.alt
    assert "हिन्दी" in figure.alt


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
            said.append(wording.text(section.lead))
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


@pytest.mark.parametrize("name", ALL)
def test_headings_follow_one_another_without_a_gap(name: str) -> None:
    levels = [int(one.tag[1]) for one in elements(printed(name)) if one.tag in {"H1", "H2", "H3"}]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_chart_too_tall_for_a_page_goes_on_in_readable_parts(paper: Paper) -> None:
    pdf = printed("long charts", paper=paper)
    assert 7 <= min(sizes_of(pdf)) < 8
    listed = elements(pdf)
    alts = [one.alt for one in listed if one.tag == "Figure"]
    first = [one for one in alts if re.match(r"Part \d+ of \d+ of a chart: Figure rate", one)]
    named = [re.findall(r"Figure rate(\d+),", one) for one in first[: len(first) // 2]]
    assert [int(one) for part in named for one in part] == list(range(70))
    assert all(part for part in named)
    titles = [title for group in bookmarks(pdf).values() for title in group]
    assert titles[:5] == ["All rates", "All counts", "All series", "All squares", "All goals"]
    text = text_of(pdf)
    for title in titles[:5]:
        assert text.count(squeezed(f"{title} (continued)")) >= 1
    again = text.count(squeezed("rates (continued)"))
    assert text.count(squeezed("Measure Change")) == again + 3  # all, left and right rates
    assert text.count(squeezed("Measure Change Months")) == again + 2  # the right are of one period


def test_what_cannot_be_cut_is_scaled_to_its_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "cqviewer.printing.pages.paper_charts.split_drawing", lambda whole, *_: [whole]
    )
    sheet = long_charts()
    section = msgspec.structs.replace(sheet.sections[0], charts=sheet.sections[0].charts[:1])
    pdf = make_pdf(msgspec.structs.replace(sheet, sections=(section,)))
    chart = 70 * 31 + 24  # px
    assert min(sizes_of(pdf)) == pytest.approx(12 * 256.8 / chart / 25.4 * 72, abs=0.1)


def test_a_number_stays_in_one_line_with_its_unit() -> None:
    words = (
        "12 bn yuan",
        "577.6 bn yuan",
        "7–13 Dec",
        "Jan–Nov",
        "4656.5 亿元",
        "8 %",
        "1.2 万亿元",
    )
    text = " ".join(f"{'and so on ' * number}{one}" for number in range(9) for one in words)
    pdf = make_pdf(sheet_of(4, 1, text=text, charts=False))
    lines = [squeezed(line) for line in lines_of(pdf)]
    whole = squeezed("".join(read_aloud(pdf)))
    assert len(lines) > 100
    for one in map(squeezed, words):
        assert whole.count(one) > 50
        assert sum(line.count(one) for line in lines) == whole.count(one)


def test_the_file_ends_in_a_newline_so_that_it_can_be_signed() -> None:
    assert printed("bundled").endswith(b"\n%%EOF\n")


def test_papers_have_their_size() -> None:
    for paper, size in {"a4": (595.3, 841.9), "letter": (612, 792)}.items():
        with pikepdf.open(io.BytesIO(printed("bundled", paper=paper))) as pdf:
            box = pdf.pages[0].MediaBox
            assert (float(box[2]), float(box[3])) == pytest.approx(size, abs=0.1)


@pytest.mark.parametrize("name", ALL)
def test_nothing_runs_off_the_page(name: str) -> None:
    pages = origins_of(printed(name))
    assert all(pages)
    assert all(45 <= x <= 550 and 30 <= y <= 790 for page in pages for x, y in page)


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
    # Pages break the word, so its pieces are added up; the sheet has it in nine places.
    pieces = re.findall("w{20,}", text_of(printed("long words")))
    assert sum(map(len, pieces)) == 9 * 5000


def test_a_few_pages_are_small() -> None:
    data = printed("bundled", annex=False)
    assert len(pages_of(data)) <= 6
    assert len(data) < 200_000


def test_the_same_sheet_gives_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    code = (
        "import hashlib, sys; from pathlib import Path\n"
        "from cqviewer.load import load_sheet\n"
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
    assert list(found)[:2] == ["Key figures", "Trade"]
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
    folder = shutil.copytree(CHECKOUT / "resources" / "print", tmp_path / "print")
    template = (folder / "sheet.typ").read_text("utf-8")
    unknown = template.replace('("Noto Sans", "Noto Sans SC")', '("No Such Font", "Noto Sans")')
    assert unknown != template
    (folder / "sheet.typ").write_text(unknown, "utf-8")
    (tmp_path / "fonts").symlink_to(CHECKOUT / "resources" / "fonts")
    for module in ("typst_input", "typeset"):
        monkeypatch.setattr(f"cqviewer.printing.{module}.resources_folder", lambda: tmp_path)
    with pytest.raises(TypesetError, match="font"):
        make_pdf(sheet_of(1, 1, charts=False))
