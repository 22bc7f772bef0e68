"""Any text can be printed, and long words break where a reader would break them."""

import io

import msgspec
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cqviewer.charts.glyphs import plain
from cqviewer.model.wording.phrases import ENGLISH_BEGINS as BEGINS
from cqviewer.model.wording.phrases import ENGLISH_ENDS as ENDS
from cqviewer.printing.options import PrintOptions
from cqviewer.printing.pages.glyphs import BREAK, printable, printable_tree, with_units
from cqviewer.printing.typeset import make_pdf
from tests.printing.sheets import made_up, sheet_of


@settings(max_examples=40)
@given(
    st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200), max_size=4)
)
def test_any_text_can_be_printed(texts: list[str]) -> None:
    # A character that is missing from a font would be an error here.
    make_pdf(sheet_of(1, 1, charts=False, name="a" + "".join(map(plain, texts)).replace("\0", "")))


def test_long_words_may_break_and_short_ones_not() -> None:
    assert printable("w" * 23) == BREAK.join("w" * 23)
    assert printable("https://a.example.org/mixed-up/24_7.html?a=b") == BREAK.join(
        ["https://", "a.", "example.", "org/", "mixed-", "up/", "24_", "7.", "html?", "a=", "b"]
    )
    assert printable("a/" + "w" * 23) == BREAK.join(["a/", *"w" * 23])
    number = "12,345,678,901,234,567,890"
    assert printable(number).replace(BREAK, "|") == number.replace(",", ",|")
    assert printable("internationalisation " * 3) == "internationalisation " * 3
    assert BREAK not in printable("重庆" * 40)


def test_a_number_stays_with_the_chinese_unit_after_it() -> None:
    kept = printable("2024 年 1—11 月，第 14 段")
    assert kept == "2024\u00a0年 1—11\u00a0月，第\u00a014\u00a0段"
    assert printable("in 2024 and 3 more") == "in 2024 and 3 more"


def test_a_number_stays_with_its_unit_its_month_and_its_per_cent() -> None:
    kept = with_units(["bn yuan", "US$ million", "ports", "a unit of very many words"])
    text = printable("12 bn yuan, 548 ports, 3 million people, 13 Dec, 7 others", "en", kept)
    assert (
        text
        == "12\u00a0bn\u00a0yuan, 548\u00a0ports, 3\u00a0million\u00a0people, 13\u00a0Dec, 7 others"
    )
    assert printable("9 a unit of very many words", "en", kept) == "9 a unit of very many words"
    for space in (" ", "\u00a0", "\u2009", "\u202f"):
        assert printable(f"8{space}% and 3{space}‰", "en", kept) == "8\u202f% and 3\u202f‰"
        assert printable(f"增长 8{space}%", "zh", kept) == "增长 8%"


def test_all_texts_of_a_tree_are_made_printable() -> None:
    tree = {"a": ["😀", 1, None, True], "b": {"c": "😁"}}
    assert printable_tree(tree, "en", with_units([])) == {
        "a": ["[U+1F600]", 1, None, True],
        "b": {"c": "[U+1F601]"},
    }


ARABIC = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER BEH}"


@pytest.mark.parametrize(
    ("text", "is_isolated"),
    [
        (f"2021{BEGINS} to {ENDS}2024", True),
        (f"{BEGINS}Source: {ENDS}{ARABIC}", True),
        (f"12{BEGINS}: {ENDS}34", False),
        (f"GDP {ARABIC}", False),
        ("chart-1.svg", False),
    ],
)
def test_english_that_begins_a_line_from_right_to_left_keeps_its_order(
    text: str, *, is_isolated: bool
) -> None:
    made = printable(text, "ar")
    inner = made.removeprefix("\N{LEFT-TO-RIGHT ISOLATE}").removesuffix(
        "\N{POP DIRECTIONAL ISOLATE}"
    )
    assert (inner != made) == is_isolated
    assert inner == printable(text, "de")


@given(st.text(st.sampled_from(f"a1 .{ARABIC}{BEGINS}{ENDS}"), max_size=20))
def test_isolates_are_always_closed(text: str) -> None:
    made = printable(text, "he")
    pair = [made.count(one) for one in ("\N{LEFT-TO-RIGHT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}")]
    assert pair in ([0, 0], [1, 1])
    assert sum(pair) == 0 or BEGINS in text


def test_pages_from_right_to_left_are_set_with_english_between_their_words() -> None:
    sheet = msgspec.structs.replace(made_up(), languages=("ar",), title={"ar": "Harbour"})
    data = make_pdf(sheet, PrintOptions(language="ar", annex=False))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert str(pdf.Root.Lang) == "ar"
