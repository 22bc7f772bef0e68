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
    for character in written_out(text):
        assert any(ord(character) in font for font in FONTS)


@given(st.text(max_size=60))
def test_plain_text_has_no_character_that_a_file_cannot_hold(text: str) -> None:
    assert not {unicodedata.category(one) for one in plain(text)} & {"Cc", "Cf", "Cs"}


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
