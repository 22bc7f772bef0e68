"""Letters that no bundled font has are warned of where they stand; all others pass."""

import unicodedata

import pytest
from matplotlib.ft2font import FT2Font

from cqviewer.load import examine_sheet
from cqviewer.model.checking.letters import check_letters
from cqviewer.paths import data_folder, resources_folder
from tests.model.sheets import figure, sheet_text

FONTS = sorted((resources_folder() / "fonts").glob("*-Regular.ttf"))


def test_the_letters_are_those_of_the_fonts() -> None:
    known = {code for file in FONTS for code in FT2Font(str(file)).get_charmap()}
    letters = [
        chr(code)
        for code in range(0x250, 0x30000)
        if unicodedata.category(chr(code))[0] in "LN"
        and unicodedata.is_normalized("NFC", chr(code))
    ]
    assert len(FONTS) == 2
    for start in range(0, len(letters), 5000):
        part = letters[start : start + 5000]
        lacking = [one for one in part if ord(one) not in known]
        text = "".join(f"- {one}\n" for one in part)
        assert sum(one.count for one in check_letters(text, "f")) == len(lacking)


def test_letters_that_no_font_has_are_named_with_line_and_column() -> None:
    text = sheet_text(f"a: {figure(name='Sun 서울', value=1)}\nb: {figure(name='학', value=1)}")
    (problem, *_) = (
        one for one in examine_sheet(text.encode(), "f").problems if "font" in one.message
    )
    assert problem.severity == "warning"
    assert problem.message == "no font has 서 울 학; it is printed as its code point: [U+C11C]"
    lines = text.splitlines()
    assert problem.line == 7
    assert lines[6][(problem.column or 0) - 1] == "서"
    assert problem.count == 2
    (line, column) = problem.also[0]
    assert lines[line - 1][column - 1] == "학"


@pytest.mark.parametrize(
    "text",
    [
        "a: Zürich, Łódź, Αθήνα, Москва, हिन्दी, 重庆 “33618” ≤ ₹",
        "a: x # 서울",
        "서울: x",
        'a: "x\\u200d\\ufe0f"',
        "a: e\u0301",
    ],
)
def test_letters_that_are_printed_pass(text: str) -> None:
    lacking = check_letters(text, "f")
    assert [one.message for one in lacking if "≤" not in one.message] == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a:\n  - {b: x서}\n", (2, 10)),
        ('a: "\\uc11c"\n', (1, 4)),
        ("a: >\n  x\n  y서\n", (3, 4)),
        ("서: [x, {서: 울}]\n", (1, 12)),
        ("- x\n- [a: 울, 울]\n", (2, 7)),
    ],
)
def test_the_place_is_that_of_the_letter_in_its_text(text: str, place: tuple[int, int]) -> None:
    (problem,) = check_letters(text, "f")
    assert (problem.line, problem.column) == place


def test_the_bundled_sheets_have_letters_that_print() -> None:
    files = sorted(data_folder().rglob("*.yaml"))
    assert files
    for path in files:
        assert check_letters(path.read_text("utf-8"), path.name) == []
