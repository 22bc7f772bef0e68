"""What the fonts lack is written out; what they have stays."""

import unicodedata

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from cqviewer.charts.glyphs import needs_outlines, plain, written_out
from cqviewer.paths import resources_folder


def characters(name: str) -> set[int]:
    with TTFont(resources_folder() / "fonts" / name) as font:
        return set(font.getBestCmap())


FONTS = [characters(name) for name in ("NotoSans-Regular.ttf", "NotoSansSC-Regular.ttf")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Plain words.",
        "+7.6\u202f%",
        "−3.4",
        "“33618” ‘x’ – — …",
        "重庆：2024 年",
        "é ü ő ß ł",
        "Жж Ωω",
    ],
)
def test_what_the_fonts_have_stays(text: str) -> None:
    assert written_out(text) == text


def test_the_fonts_have_the_characters_of_names_beyond_gb_2312() -> None:
    # Of 通用规范汉字表: common in names, rare, and in the planes beyond the first.
    for text in (
        "朱镕基",
        "陈喆王堃李玥张祎",
        "㑇㧐",
        "\U00020164\U0002bac7\U0002b8b8",
        "臺灣學者",
    ):
        assert written_out(text) == text


def test_both_weights_have_all_that_the_tables_of_characters_list() -> None:
    big5 = [*range(0x40, 0x7F), *range(0xA1, 0xFF)]
    first = "".join(
        bytes((row, cell)).decode("big5")
        for row in range(0xA4, 0xC7)
        for cell in (big5 if row < 0xC6 else big5[:63])
    )
    simplified = "".join(
        bytes((row, cell)).decode("gb2312", "ignore")
        for row in range(0xA1, 0xF8)
        for cell in range(0xA1, 0xFF)
    )
    assert (len(first), len(simplified)) == (5401, 7445)
    latin = characters("NotoSans-Regular.ttf")
    for weight in ("Regular", "Bold"):
        have = characters(f"NotoSansSC-{weight}.ttf")
        assert not {*map(ord, first + simplified)} - have - latin
        assert sum(one > 0xFFFF for one in have) == 196  # of the table's 8,105


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_chinese_fonts_leave_all_but_marks_of_their_own_width_to_the_latin_ones(
    weight: str,
) -> None:
    shared = characters(f"NotoSans-{weight}.ttf") & characters(f"NotoSansSC-{weight}.ttf")
    assert {chr(one) for one in shared} == set(" \N{NO-BREAK SPACE}·—“”‥…‧")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a😀b", "a[U+1F600]b"),
        ("😀😁", "[U+1F600 U+1F601]"),
        ("שלום", "[U+05E9 U+05DC U+05D5 U+05DD]"),
        ("e\u0301", "é"),
        ("中\u0301", "中[U+0301]"),
        ("x\u0323\u0302", "x\u0323\u0302"),
        ("\ue000", "[U+E000]"),
        ("a\tb\nc\u2028d", "a b c d"),
        ("a\u202eb\u200fc\u00add\ufeff", "abcd"),
        ("❤\ufe0f", "[U+2764]"),
        ("\ud800x", "x"),
        ("\ufffe", "\ufffd"),
        ("\u0378", "[U+0378]"),
    ],
)
def test_what_the_fonts_lack_is_written_out(text: str, shown: str) -> None:
    assert written_out(text) == shown


@given(st.text(max_size=60))
def test_every_character_left_is_in_one_of_the_fonts(text: str) -> None:
    left = {ord(character) for character in written_out(text)}
    assert left == {code for code in left if any(code in font for font in FONTS)}


@given(st.text(max_size=60))
def test_plain_text_has_no_character_that_a_file_cannot_hold(text: str) -> None:
    assert not {unicodedata.category(one) for one in plain(text)} & {"Cc", "Cf", "Cs"}


def test_joiners_stay_where_letters_change_by_them_and_nowhere_else() -> None:
    assert written_out("क्\u200dष\u200cक") == "क्\u200dष\u200cक"
    assert written_out("a\u200db\u200cc \u200d") == "abc "
    assert "\u200c" not in written_out("می\u200cخواهم")


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("Plain words, office, é ü ő, Жй, ά, 重庆", False),
        ("x\u0323", True),
        ("Ọ̀yọ́", True),
        ("हिन्दी", True),
        ("ẹ", True),
    ],
)
def test_text_whose_glyphs_are_not_its_characters_needs_outlines(text: str, needs: bool) -> None:
    assert needs_outlines(text) is needs
