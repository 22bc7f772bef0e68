"""Pictures of charts that stand alone: what is written in them, and that they stay the same."""

import io
import os
import subprocess
import sys
import xml.etree.ElementTree as ET

import msgspec
import numpy as np
import pikepdf
import pytest
from PIL import Image

from cqviewer.charts.framed import PNG_SCALE, PictureFormat, chart_picture
from cqviewer.charts.text import source_note, subtitle
from cqviewer.load import load_sheet
from cqviewer.model.facts import Chart, Sheet
from cqviewer.model.text import Language
from cqviewer.model.wording.wording import Wording
from cqviewer.paths import data_folder

SHEET = load_sheet(data_folder() / "chongqing-2024.yaml")
CHARTS = [chart for section in SHEET.sections for chart in section.charts]


def words(svg: bytes) -> str:
    """Return all text of an SVG picture, in order, without its metadata."""
    root = ET.fromstring(svg)
    return " ".join(
        "".join(node.itertext()) for node in root.iter("{http://www.w3.org/2000/svg}text")
    )


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.id)
def test_title_subtitle_and_source_line_are_inside(chart: Chart, language: Language) -> None:
    wording = Wording(language)
    text = "".join(words(chart_picture(chart, SHEET, language, "svg")).split())
    for part in (
        wording.text(chart.title),
        subtitle(chart, SHEET, wording, medium="print"),
        source_note(chart, SHEET, wording),
    ):
        assert "".join(part.split()) in text


def test_nothing_of_the_frame_lies_on_the_chart() -> None:
    png = Image.open(io.BytesIO(chart_picture(CHARTS[0], SHEET, "en", "png")))
    rows = np.asarray(png.convert("L")).min(axis=1)
    dark = np.flatnonzero(rows < 200)
    assert dark[0] >= 20 * PNG_SCALE  # a margin above the title
    assert png.height - dark[-1] >= 20 * PNG_SCALE  # and below the source line
    assert png.width == (816 + 48) * PNG_SCALE


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_the_same_chart_gives_the_same_bytes_in_another_process(kind: PictureFormat) -> None:
    code = (
        "import hashlib; from tests.charts.test_framed import *;"
        f"print(hashlib.sha256(chart_picture(CHARTS[1], SHEET, 'en', {kind!r})).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code], check=True, capture_output=True, text=True, env=env
        ).stdout
        for env in (_environment("1", "UTC"), _environment("2", "Asia/Shanghai"))
    }
    assert len(digests) == 1


def _environment(seed: str, zone: str) -> dict[str, str]:
    return {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": "."}


def test_the_pdf_is_one_page_with_a_title_and_real_text() -> None:
    data = chart_picture(CHARTS[0], SHEET, "en", "pdf")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) == 1
        assert str(pdf.docinfo["/Title"]).startswith("Three rates exceed 50")
        assert "100" in str(pdf.docinfo["/Subject"])
        assert "/CreationDate" not in pdf.docinfo
        assert "/Font" in pdf.pages[0].Resources


def test_the_picture_says_in_words_what_it_shows() -> None:
    png = Image.open(io.BytesIO(chart_picture(CHARTS[0], SHEET, "en", "png")))
    assert "New energy vehicles" in str(png.info["Description"])


def test_text_is_never_taken_for_formulas(sheet_with_title: Sheet) -> None:
    chart = sheet_with_title.sections[0].charts[0]
    assert "$x^2$ <b>&" in words(chart_picture(chart, sheet_with_title, "en", "svg"))


@pytest.fixture
def sheet_with_title() -> Sheet:
    first = SHEET.sections[0]
    chart = msgspec.structs.replace(first.charts[0], title="$x^2$ <b>& {}")
    section = msgspec.structs.replace(first, charts=(chart,))
    return msgspec.structs.replace(SHEET, sections=(section,))
