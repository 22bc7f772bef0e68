"""Numbers are read from a text in all usual spellings, each with its span."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqviewer.evidence.document import Document, DocumentPart
from cqviewer.evidence.mentions import has_decimal_comma, mentions
from cqviewer.evidence.places import Finder, stated
from tests.checkout import run_python
from tests.model.sheets import figure, sheet


def is_stated(text: str, value: str, unit: str) -> bool:
    """Look a value in a unit up in a text."""
    made = sheet(f"a: {figure(value=value, unit=repr(unit), measure='level')}")
    (number,) = stated(made)
    part = DocumentPart(1, text, tuple(mentions(text, has_comma=False)))
    return bool(Finder(Document("text", "report.txt", (part,))).places(number))


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("rose by 7.6%.", "7.6", "%"),
        ("rose 7.6 %", "7.6", "%"),
        ("a 7.6 percent rise", "7.6", "%"),
        ("a 7.6-percent rise", "7.6", "%"),
        ("rose 7.6 per cent", "7.6", "%"),
        ("增长７.６％", "7.6", "%"),
        ("同比增长百分之7.6", "7.6", "%"),
        ("fell by 27.1%", "-27.1", "%"),
        ("a change of −27.1 %", "-27.1", "%"),
        ("output doubled", "100", "%"),
        ("la production a doublé", "100", "%"),
        ("doubling the output", "100", "%"),
        ("twice the number", "100", "%"),
        ("产量翻番", "100", "%"),
        ("增长1倍", "100", "%"),
        ("增长1.3倍", "130", "%"),
        ("more than tripled", "200", "%"),
        ("quadrupled", "300", "%"),
        ("was halved", "-50", "%"),
        ("690,000 jobs", "690000", "jobs"),
        ("690 000 jobs", "690000", "jobs"),
        ("690000 jobs", "690000", "jobs"),
        ("690 thousand jobs", "690000", "jobs"),
        ("0.69 million jobs", "690000", "jobs"),
        ("新增就业69万人", "690000", "jobs"),
        ("465.65 billion yuan", "465.65", "bn yuan"),
        ("4656.5亿元", "465.65", "bn yuan"),
        ("4,656.5 亿元", "465.65", "bn yuan"),
        ("US$810 million", "810", "US$ million"),
        ("810m dollars", "810", "US$ million"),
        ("8.1亿美元", "810", "US$ million"),
        ("3.2 trillion yuan", "3200", "bn yuan"),
        ("3.2万亿元", "3200", "bn yuan"),
        ("nine key priorities", "9", "aims"),
        ("twenty-one cities", "21", "cities"),
        ("three hundred and two projects", "302", "projects"),
        ("九项重点", "9", "aims"),
        ("二十一个城市", "21", "cities"),
        ("690\u2009000 jobs, or 690\u202f000", "690000", "jobs"),
        ("６９０，０００ jobs", "690000", "jobs"),
        ("690'000 jobs", "690000", "jobs"),
        ("6,90,000 jobs", "690000", "jobs"),
        ("six hundred and ninety thousand jobs", "690000", "jobs"),
        ("one thousand two hundred jobs", "1200", "jobs"),
        ("a hundred and five jobs", "105", "jobs"),
        ("seven per cent more", "7", "%"),
        ("新增六十九万人", "690000", "jobs"),
        ("一千二百人", "1200", "jobs"),
        ("一千零五人", "1005", "jobs"),
        ("增长百分之七点六", "7.6", "%"),
        ("三点二万亿元", "3200", "bn yuan"),
        ("1.2\nmillion jobs", "1200000", "jobs"),
        ("stieg um 7,6 Prozent", "7.6", "%"),
        ("1.2 million passengers", "1.2", "million passengers"),
        ("120万人次", "120", "万人次"),
        ("a 7.6 %² rise", "7.6", "%"),
        ("10–15 per cent of homes", "10", "%"),
        ("10 to 15 % of homes", "15", "%"),
        ("between 10 and 15 per cent", "10", "%"),
        ("增长10至15%", "10", "%"),
        ("1.5 to 2 million cars", "1500000", "cars"),
        ("from 500 to 2 million cars", "500", "cars"),
        ("half a million people", "500000", "people"),
        ("two and a half million people", "2500000", "people"),
        ("2½ million people", "2500000", "people"),
        ("a rise of 0.4pp", "0.4", "percentage points"),
        ("a rise of 2 percentage points", "2", "percentage points"),
        ("提高2个百分点", "2", "percentage points"),
        ("3 Milliarden Euro", "3", "€ bn"),
        ("3 millions d'euros", "3", "€ million"),
        ("a change of -4.5 per cent", "-4.5", "%"),
        ("a loss of -2.5 bn yuan", "-2.5", "bn yuan"),
        ("10 -15 jobs", "15", "jobs"),
        ("ein Plus von 2.5 Prozentpunkten", "2.5", "percentage points"),
        ("2 bis 2.5 Prozentpunkte", "2", "percentage points"),
        ("2.5 points de pourcentage", "2.5", "percentage points"),
        ("2.5 per cent points", "2.5", "percentage points"),
        ("40 per cent point to rents", "40", "%"),
        ("a change of –4.5 per cent", "-4.5", "%"),
        ("一百二十三人", "123", "jobs"),
        ("一百二人", "120", "jobs"),
        ("三万五的收入", "35000", "yuan"),
        ("三万零五人", "30005", "jobs"),
        ("三亿五人", "350000000", "jobs"),
        ("超过三成", "30", "%"),
        ("twenty one hundred jobs", "2100", "jobs"),
    ],
)
def test_a_value_is_found_in_its_usual_spellings(text: str, value: str, unit: str) -> None:
    assert is_stated(text, value, unit)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("rose by 7.6", "7.6", "%"),
        ("7.6%", "7.6", "jobs"),
        ("17.6%", "7.6", "%"),
        ("7.65%", "7.6", "%"),
        ("the '33618' system", "336", "projects"),
        ("the '33618' system", "618", "projects"),
        ("690,000", "690", "jobs"),
        ("69万", "69", "jobs"),
        ("810 billion", "810", "US$ million"),
        ("是去年的2倍", "200", "%"),
        ("on the 21st", "2", "aims"),
        ("", "0", "jobs"),
        ("7,6 %", "6", "%"),
        ("690.000", "690000", "jobs"),
        ("7.6²", "7.62", "jobs"),
        ("十四五规划", "5", "plans"),
        ("两三个城市", "23", "cities"),
        ("200\n300", "200300", "jobs"),
        ("3.4.2024", "3.4", "jobs"),
        ("half a million people", "1000000", "people"),
        ("a quarter of a million people", "1000000", "people"),
        ("two and a half million people", "2", "people"),
        ("12½ per cent", "12", "jobs"),
        ("3 milliards", "3", "jobs"),
        ("from 500 to 2 million cars", "500000000", "cars"),
        ("a change of -4.5 per cent", "4.5", "%"),
        ("a change of (−4.5 %)", "4.5", "%"),
        ("5.1\t-3.0", "3.0", "jobs"),
        ("was halved", "50", "%"),
        ("提高3个百分点", "3", "%"),
        ("rose by 3 percentage points", "3", "%"),
        ("rose by 3pp", "3", "%"),
        ("<5 of them", "5", "jobs"),
        ("≥ 80 %", "80", "%"),
        (">= 80 %", "80", "%"),
        ("<=5 of them", "5", "jobs"),
        ("um 2.5 Prozentpunkte", "2.5", "%"),
        ("um 2 bis 2.5 Prozentpunkte", "2", "%"),
        ("by two percentage points", "2", "%"),
        ("2.5 procentenheter", "2.5", "%"),
        ("a change of –4.5 per cent", "4.5", "%"),
        ("一百二人", "102", "jobs"),
        ("三万五的收入", "30005", "yuan"),
        ("超过三成", "3", "jobs"),
        ("三成员", "30", "%"),
        ("nineteen ninety-nine", "118", "jobs"),
        ("twenty twenty-four", "44", "jobs"),
    ],
)
def test_another_number_is_not_taken_for_it(text: str, value: str, unit: str) -> None:
    assert not is_stated(text, value, unit)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("In all, 1,200 jobs", ["1,200"]),
        ("rose 7.6 % to 0.69 million, then", ["7.6 %", "0.69 million"]),
        ("69万人，增长百分之七点六。", ["69万", "百分之七点六"]),
        ("one thousand two hundred, doubled", ["one thousand two hundred", "doubled"]),
        ("ﬁve or ½ of １２ cm²", ["½", "１２"]),
        ("1,2,3", ["1", "2", "3"]),
        ("10.5%-12%", ["10.5%", "12%"]),
        ("-3.0 to < 5 %, 10-15", ["-3.0", "< 5 %", "10", "15"]),
        ("half a million, two and a half", ["half a million", "two and a half"]),
        ("twenty-one of 30 -", ["twenty-one", "30"]),
    ],
)
def test_each_number_has_its_span_in_the_text(text: str, written: list[str]) -> None:
    assert [text[one.start : one.end] for one in mentions(text, has_comma=False)] == written


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("1.200 Stellen", ["1200"]),
        ("7,6 % von 1.234.567,8", ["7.6", "1234567.8"]),
        ("1 200,5 und 0,125", ["1200.5", "0.125"]),
        ("7.6 %", ["7.6"]),
    ],
)
def test_a_comma_may_be_the_decimal_sign(text: str, amounts: list[str]) -> None:
    found = [one.amount for one in mentions(text, has_comma=True)]
    assert found == [Decimal(one) for one in amounts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("7,6 %", True), ("7.6 %", False), ("1.234,5 and 7,6, or 2.5", True), ("1,200.5", False)],
)
def test_a_text_tells_its_decimal_sign(text: str, expected: bool) -> None:
    assert has_decimal_comma(text) is expected


@pytest.mark.parametrize(
    ("default_comma", "readings"),
    [(False, [("1.2", "1200"), ("1200", "1.2")]), (True, [("1200", "1.2"), ("1.2", "1200")])],
)
def test_where_a_text_does_not_tell_its_decimal_sign_a_number_has_two_readings(
    default_comma: bool, readings: list[tuple[str, str]]
) -> None:
    text = "1.200 or 1,200"
    assert has_decimal_comma(text) is None
    found = mentions(text, None, default_comma=default_comma)
    assert [(one.amount, one.other) for one in found] == [
        (Decimal(first), Decimal(other)) for first, other in readings
    ]
    for number in found:
        assert set(number.amounts) == {Decimal("1.2"), Decimal(1200)}


@pytest.mark.parametrize("text", ["1.2", "1200", "12,34", "1.2345", "1.200 %", "7"])
def test_a_number_that_leaves_nothing_open_has_one_reading(text: str) -> None:
    (number,) = mentions(text, None)
    assert number.amounts == (number.amount,)


@pytest.mark.parametrize("has_comma", [True, False])
@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1.200.000 Stellen", "1200000"),
        ("1,200,000 jobs", "1200000"),
        ("1.234.567.890", "1234567890"),
        ("1½ million", "1500000"),
        ("½ million", "500000"),
        ("12¾ %", "12.75"),
        ("two and a half million", "2500000"),
        ("half a million", "500000"),
        ("half a hundred", "50"),
        ("three and a half per cent", "3.5"),
        ("a million", "1000000"),
        ("one hundred and five", "105"),
    ],
)
def test_halves_and_large_numbers_are_read_whole(text: str, amount: str, has_comma: bool) -> None:
    (number,) = mentions(text, has_comma)
    assert number.amount == Decimal(amount)
    assert number.is_percent == ("%" in text or "per cent" in text)


@given(st.integers(0, 10**12), st.sampled_from([",", " ", "\u202f", "'"]))
def test_every_whole_number_is_read_as_it_is_grouped(number: int, sign: str) -> None:
    (found,) = mentions(f"in all {number:,} of them".replace(",", sign), has_comma=False)
    assert (int(found.amount), found.is_percent) == (number, False)


@given(st.integers(1, 10**9), st.integers(1, 10**9), st.sampled_from(["-", "–", " to ", "至"]))
def test_both_numbers_of_a_rising_range_have_the_unit_of_the_second(
    one: int, other: int, between: str
) -> None:
    found = mentions(f"of {one}{between}{other} % or so", False)
    assert [each.amount for each in found] == [one, other]
    assert [each.is_percent for each in found] == [one < other, True]


@given(st.text(max_size=60))
def test_spans_lie_in_the_text_and_in_order(text: str) -> None:
    starts = [one.start for one in mentions(text, has_comma=False)]
    assert starts == sorted(starts)
    assert all(0 <= one.start < one.end <= len(text) for one in mentions(text, has_comma=False))


READ_NUMBERS = """
from cqviewer.evidence.mentions import mentions
for text in ("1" + 900_000 * " " + "x", "1 " * 500_000, "1倍" * 300_000, "hundred " * 120_000,
             "one hundred thousand " * 50_000, "\u0315\u0300" * 250_000, "1" * 990_000,
             "111 " * 250_000 + "a", "1," * 500_000, "百分之1" * 200_000, "1 per" + 900_000 * " ",
             "10-" * 300_000, "<" * 900_000, "half a " * 120_000, "and a half " * 80_000,
             "一" * 900_000, "十万" * 400_000, "1'" * 450_000, "1.1," * 220_000, "a " * 450_000):
    print(len({one.amount for one in mentions(text, has_comma=False)}) < 10)
"""


def test_no_text_takes_long_to_read() -> None:
    # It takes some seconds; what is not linear takes an hour.
    done = run_python(READ_NUMBERS, timeout=240)
    assert done.stdout == "True\n" * 20, done.stderr
