"""What the fonts lack is written out; what they have stays."""

import unicodedata

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

from cqviewer.paths import resources_folder
from cqviewer.printing.glyphs import breadth, plain, printable, printable_tree
from cqviewer.printing.typeset import make_pdf
from tests.printing.sheets import sheet_of


def characters(name: str) -> set[int]:
    with TTFont(resources_folder() / "fonts" / name) as font:
        return set(font.getBestCmap())


FONTS = [characters(name) for name in ("NotoSans-Regular.ttf", "NotoSansSC-Regular.ttf")]
BREAK = "\u200b"


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
    assert printable(text) == text


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
    assert printable(text) == shown


@given(st.text(max_size=60))
def test_every_character_left_is_in_one_of_the_fonts(text: str) -> None:
    for character in printable(text):
        assert character == BREAK or any(ord(character) in font for font in FONTS)


@settings(max_examples=40)
@given(
    st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200), max_size=4)
)
def test_any_text_can_be_printed(texts: list[str]) -> None:
    # A character that is missing from a font would be an error here.
    make_pdf(sheet_of(1, 1, charts=False, name="a" + "".join(map(plain, texts)).replace("\0", "")))


@given(st.text(max_size=60))
def test_plain_text_has_no_character_that_a_file_cannot_hold(text: str) -> None:
    assert not {unicodedata.category(one) for one in plain(text)} & {"Cc", "Cf", "Cs"}


def test_long_words_may_break_and_short_ones_not() -> None:
    assert printable("w" * 23) == BREAK.join("w" * 23)
    assert printable("https://a.example.org/mixed-media/24/WS676a.html?a=b") == BREAK.join(
        [
            "https://",
            "a.",
            "example.",
            "org/",
            "mixed-",
            "media/",
            "24/",
            "WS676a.",
            "html?",
            "a=",
            "b",
        ]
    )
    assert printable("a/" + "w" * 23) == BREAK.join(["a/", *"w" * 23])
    assert printable("internationalisation " * 3) == "internationalisation " * 3
    assert BREAK not in printable("重庆" * 40)


def test_all_texts_of_a_tree_are_made_printable() -> None:
    tree = {"a": ["😀", 1, None, True], "b": {"c": "😁"}}
    assert printable_tree(tree) == {"a": ["[U+1F600]", 1, None, True], "b": {"c": "[U+1F601]"}}


def test_a_chinese_character_is_two_letters_broad() -> None:
    assert breadth("ab") == 2
    assert breadth("重庆，") == 6
