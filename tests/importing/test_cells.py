"""Values as cells write them."""

import pytest

from cqviewer.importing.cells import Amount, Style, read_amount, read_flags, style_of
from cqviewer.model.reading.import_format import ImportEntry

NOTHING_SAID = ImportEntry()


@pytest.mark.parametrize(
    ("written", "text", "ways"),
    [
        ("3.7", "3.7", ()),
        ("3.00", "3.00", ()),
        ("(11.018)", "-11.018", ("brackets",)),
        ("19.300000000000004", "19.3", ("float noise",)),
        ("38.00000000000001", "38", ("float noise",)),
        ("1211331651866.086", "1211331651866.09", ("float noise",)),
        ("12345678901234567890", "12345678901234567890", ()),
        ("12,345,678,901,234,567,890", "12345678901234567890", ("thousands",)),
        ("< 5", "below 5", ("bound",)),
        ("≥ 95", "at least 95", ("bound",)),
        ("1,234.5", "1234.5", ("thousands",)),
        ("1 234", "1234", ("thousands",)),
        ("\N{MINUS SIGN}3", "-3", ()),
        ("1.2E+05", "120000", ("power of ten",)),
        ("", "", ()),
        (":", ":", ("unknown",)),
        ("n/a", "n/a", ("unknown",)),
        ("-", "-", ("unknown",)),
        ("see note", "see note", ("unknown",)),
        ("1.2.3", "1.2.3", ("unknown",)),
        ("12,34,567", "1234567", ("thousands",)),  # as in India
        ("1,2,345", "1,2,345", ("unknown",)),
        ("1,2345", "1,2345", ("unknown",)),
        ("(5", "(5", ("unknown",)),
        ("1e40", "1e40", ("unknown",)),
    ],
)
def test_a_cell_is_read_and_the_way_is_told(written: str, text: str, ways: tuple[str, ...]) -> None:
    assert read_amount(written, Style(), NOTHING_SAID) == Amount(text, ways=ways)  # type: ignore[arg-type]


def test_a_decimal_comma_is_read_in_a_table_that_has_them() -> None:
    style = style_of(["418,5", "1.234,25", "7"])
    assert (style.decimal, style.is_certain) == (",", True)
    assert read_amount("1.234,25", style, NOTHING_SAID).text == "1234.25"
    assert read_amount("418,5", style, NOTHING_SAID).ways == ("decimal comma",)


def test_three_digits_after_a_comma_may_be_either_and_that_is_said() -> None:
    assert style_of(["1,234", "5,678"]) == Style(".", is_certain=False)
    assert style_of(["0,234"]).decimal == ","
    assert style_of(["1,5", "1.5"]) == Style(".", is_certain=False)
    assert style_of(["1,5", "2,5", "1.5"]) == Style(",", is_certain=False)
    assert style_of(["0.349", "59.677"]) == Style(".", is_certain=True)


def test_a_flag_within_a_cell_goes_to_the_status() -> None:
    read = read_amount("388 b", Style(), NOTHING_SAID)
    assert (read.text, read.status) == ("388", ("break",))
    assert read_amount("6.2 b", Style(), NOTHING_SAID).ways == ("flag in the cell",)
    assert read_amount(": c", Style(), NOTHING_SAID).missing == "suppressed"
    assert read_amount(": u", Style(), NOTHING_SAID).text == ": u"  # why there is none is open


def test_a_mark_means_what_someone_says() -> None:
    said = ImportEntry(missing={":": "suppressed", "-": "0", "x": "omit"})
    assert read_amount(":", Style(), said).missing == "suppressed"
    assert read_amount("-", Style(), said).text == "0"
    assert read_amount("x", Style(), said) == Amount(ways=("mark",))


def test_all_digits_stay_where_that_is_said() -> None:
    said = ImportEntry(digits="all")
    assert read_amount("19.300000000000004", Style(), said).text == "19.300000000000004"


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Normal value", ()),
        ("A", ()),
        ("Low reliability", ("low_reliability",)),
        ("Missing value; suppressed", ("suppressed",)),
        ("pb", ("provisional", "break")),
        ("?!", ("?!",)),
    ],
)
def test_flags_become_words_or_stay_for_check_to_ask(written: str, words: tuple[str, ...]) -> None:
    assert read_flags(written, NOTHING_SAID, has_number=False) == words


@pytest.mark.parametrize(("text", "decimal"), [("1.234.567", ","), ("1,234,567", ".")])
def test_a_sign_that_stands_twice_is_one_between_thousands(text: str, decimal: str) -> None:
    style = style_of([text])
    assert (style.decimal, style.is_certain) == (decimal, True)
    assert read_amount(text, style, NOTHING_SAID).text == "1234567"


def test_a_mark_with_a_flag_means_what_was_said_of_the_mark() -> None:
    said = ImportEntry(missing={":": "suppressed"})
    assert read_amount(": z", Style(), said) == Amount(missing="suppressed", ways=("mark",))
