"""Fonts and text: measured as it is drawn, wrapped, shortened, and free of what fonts lack."""

import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, fontManager

from cqviewer.charts.style import (
    Weight,
    clean,
    properties,
    shorten,
    styled,
    text_width,
    told_apart,
    wrap,
)
from cqviewer.paths import resources_folder

LATIN = "Industry above designated size, value added +7.6\u202f%"
CHINESE = "规模以上工业增加值（2024 年 1—11 月）"


@pytest.mark.parametrize("text", [LATIN, CHINESE, "−11.8\u202f%", "US$810 m", "AVAVA To Ty"])
@pytest.mark.parametrize("weight", ["regular", "bold"])
def test_text_is_measured_as_it_is_drawn(text: str, weight: Weight) -> None:
    with styled():
        figure = Figure(dpi=96)
        drawn = figure.text(0, 0, text, fontproperties=properties(text, 13, weight))
        renderer = FigureCanvasAgg(figure).get_renderer()  # type: ignore[no-untyped-call]
        extent = drawn.get_window_extent(renderer).width
        # Kerning draws some pairs closer than they are measured, never wider.
        assert 0.92 * text_width(text, 13, weight) <= extent <= text_width(text, 13, weight) + 1.5


def test_latin_text_opens_no_chinese_font() -> None:
    with styled():
        assert properties(LATIN, 13, "bold").get_family() == ["Noto Sans"]
        with_one = f"{LATIN} 重"
        assert properties(with_one, 13, "bold").get_family() == ["Noto Sans SC", "Noto Sans"]


def test_quotation_marks_are_as_wide_as_characters_in_a_chinese_text_alone() -> None:
    with styled():
        assert text_width("“重”", 10) == text_width("重重重", 10) == 30
        assert text_width("“a”", 10) < 20
        assert text_width("重庆2024", 10) == text_width("重庆", 10) + text_width("2024", 10)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("plain", "plain"),
        ("two\nlines\tand a tab", "two lines and a tab"),
        ("a\u202eb\u200bc\u2066d", "abcd"),
        ("cafe\u0301", "café"),
        ("中\u0301x\u0323\u0302", "中[U+0301]x\u0323\u0302"),
        ("😀 and \ufffe", "[U+1F600] and \ufffd"),
        ("臺灣", "臺灣"),
        ("重\u2009庆\u202f%", "重 庆\u00a0%"),
        ("\u4bb7\u4bb8", "[U+4BB7 U+4BB8]"),
        ("\ud800", ""),
        ("$x$ <b> # {} \\ _ ^ %", "$x$ <b> # {} \\ _ ^ %"),
    ],
)
def test_what_no_font_has_is_written_out(text: str, cleaned: str) -> None:
    with styled():
        assert clean(text) == cleaned


def test_names_that_differ_in_characters_that_no_font_has_stay_different() -> None:
    with styled():
        assert clean("\u4bb7市") != clean("\u4bb8市")
        assert text_width(clean("\u4bb7"), 13) > 50
        assert shorten("\u4bb7\u4bb8市出口总额", 100, 13).startswith("[U+4BB7")


def test_shortening_keeps_what_fits() -> None:
    with styled():
        assert shorten(LATIN, 1000, 13) == LATIN
        cut = shorten(LATIN, 100, 13)
        assert cut.endswith("…")
        assert text_width(cut, 13) <= 100
        assert len(cut) > 10
        assert shorten(LATIN, 3, 13) == ""


def test_wrapping_breaks_at_spaces_and_after_dashes() -> None:
    with styled():
        assert wrap("one two three", 1000, 13) == ["one two three"]
        assert wrap("Chengdu–Chongqing", 80, 13) == ["Chengdu–", "Chongqing"]
        assert wrap("aaa bbb ccc ddd", 55, 13, lines=9) == ["aaa bbb", "ccc ddd"]


def test_wrapping_keeps_a_number_with_the_chinese_unit_after_it() -> None:
    text = "完成投资 4656.5 亿元，2024 年 1—11 月（第 17、18 段），增长 7.6%，69 万人。"
    with styled():
        for width in range(120, 220, 7):
            lines = wrap(text, width, 13, lines=99)
            assert not any(line[-1].isdigit() or line[0] in "亿元年月段万人，、" for line in lines)
            assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_wrapping_chinese_keeps_punctuation_with_its_character() -> None:
    with styled():
        for width in range(30, 120, 7):
            lines = wrap("规模以上，工业增加值。（实际）", width, 13, lines=99)
            assert not any(line[0] in "，。）" for line in lines)
            assert "".join(lines) == "规模以上，工业增加值。（实际）"


@given(
    text=st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
    width=st.integers(min_value=25, max_value=300),
    lines=st.integers(min_value=1, max_value=4),
)
def test_lines_never_exceed_width_and_number(text: str, width: int, lines: int) -> None:
    with styled():
        wrapped = wrap(text, width, 13, "bold", lines)
        assert 1 <= len(wrapped) <= lines
        assert all(text_width(one, 13, "bold") <= width for one in wrapped)


@given(text=st.text("abcdef 规模-–", max_size=60))
def test_nothing_is_lost_where_there_are_lines_enough(text: str) -> None:
    with styled():
        wrapped = wrap(text, 60, 13, lines=100)
        assert "".join(wrapped).replace(" ", "") == text.replace(" ", "")


def test_bundled_fonts_go_before_fonts_of_the_system_of_the_same_name() -> None:
    code = (
        "from matplotlib.font_manager import FontEntry, findfont, fontManager\n"
        "other = findfont('DejaVu Sans')\n"
        "decoy = FontEntry(fname=other, name='Noto Sans', weight=400, size='scalable')\n"
        "fontManager.ttflist.insert(0, decoy)\n"
        "from cqviewer.charts.style import properties, styled\n"
        "with styled(): print(findfont(properties('abc', 13, 'regular')))\n"
    )
    run = [sys.executable, "-W", "error", "-c", code]
    found = subprocess.run(run, check=True, capture_output=True, text=True).stdout.strip()
    assert Path(found) == resources_folder() / "fonts" / "NotoSans-Regular.ttf"


def cut(text: str) -> str:
    return shorten(text, 110, 12)


@pytest.mark.parametrize(
    "names",
    [
        [f"District number {one} with its surrounding villages" for one in range(12)],
        ["Growth of the output of all men", "Growth of the output of all women"],
        ["Donaudampfschifffahrtsgesellschaft1", "Donaudampfschifffahrtsgesellschaft2"],
        ["A name that is rather long", "A name that is rather long, and longer"],
        ["a" * 40, "a" * 50],
    ],
)
def test_names_that_differ_do_so_where_they_are_cut(names: list[str]) -> None:
    with styled():
        shown = [cut(one) for one in told_apart(names, cut)]
        assert len(set(shown)) == len(names)
        assert all(text_width(one, 12) <= 110 for one in shown)


def test_a_family_without_a_bold_face_is_taken_without_a_word(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    font = TTFont(resources_folder() / "fonts" / "NotoSans-Regular.ttf")
    for record in font["name"].names:
        record.string = "Solo"
    font.save(tmp_path / "solo.ttf")
    with styled():
        fontManager.addfont(tmp_path / "solo.ttf")
        found = fontManager.findfont(FontProperties(family="Solo", weight="bold"))
    assert found == str(tmp_path / "solo.ttf")
    assert caplog.records == []


def test_names_keep_their_beginnings_where_these_have_room() -> None:
    with styled():
        assert told_apart(["Shops", "Schools"], cut) == ["Shops", "Schools"]
        names = ["Growth of the output of men", "Growth of the output of women"]
        assert told_apart(names, cut) == ["Growth of…men", "Growth of…women"]
        assert told_apart(["Shops", "Shops"], cut) == ["Shops", "Shops"]


def test_no_letter_is_parted_from_its_marks() -> None:
    with styled():
        text = "x\u0323\u0302" * 30
        kept = shorten(text, 50, 13).removesuffix("…")
        assert kept
        assert text.startswith(kept)
        assert kept.endswith("\u0302")
        assert all(one.endswith("\u0302") for one in wrap(text, 50, 13, lines=9)[:-1])
