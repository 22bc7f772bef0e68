"""Text for spreadsheets: words that are no formulas, wherever a spreadsheet splits them."""

import pytest

from cqviewer.model.spreadsheet import inert


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("\t=1", "'\t'=1"),
        ("\rx", "'\rx"),
        ("x;=HYPERLINK(A1);y", "x;'=HYPERLINK(A1);y"),
        ("x,@y", "x,'@y"),
        ("x\n+1", "x\n'+1"),
        ("\uff1d1+1", "'\uff1d1+1"),
    ],
)
def test_what_would_be_a_formula_is_not(text: str, shown: str) -> None:
    assert inert(text) == shown


@pytest.mark.parametrize("text", ["", "a = b", "a; b", "5-7 %", "x, y", "2024-11", "a@b.org"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert inert(text) == text
