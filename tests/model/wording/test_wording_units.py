"""Sums of money and points are named in each language by the phrases that it has for them."""

from decimal import Decimal

import pytest

from cqviewer.model.numbers.quantity import POINTS
from cqviewer.model.numbers.unit import Unit
from cqviewer.model.wording.wording import Wording
from tests.model.sheets import figure, sheet

FRENCH = Wording("fr")


@pytest.mark.parametrize(
    ("unit", "value", "worded"),
    [
        ("bn yuan", "1577.6", "milliards de yuans"),
        ("€ million", "12", "millions d’euros"),
        ("€ million", "1.5", "million d’euros"),
        ("JPY", "3", "yens japonais"),
        ("% of GDP", "3", "% of GDP"),
    ],
)
def test_sums_are_named_after_their_scale_and_number(unit: str, value: str, worded: str) -> None:
    assert FRENCH.unit(Unit.parse(unit), value=Decimal(value)) == worded


def test_points_are_one_where_the_language_says_so() -> None:
    assert FRENCH.unit(POINTS, value=Decimal("-1.5")) == "point de pourcentage"
    assert Wording("en").unit(POINTS, value=Decimal("-1.5")) == "percentage points"
    assert Wording("en").unit(POINTS, value=Decimal(1)) == "percentage point"


def test_a_language_without_words_of_scale_keeps_the_unit_as_written() -> None:
    assert Wording("de").unit(Unit.parse("bn yuan")) == "bn yuan"


def test_numbers_are_grouped_as_the_language_does() -> None:
    assert FRENCH.number(Decimal("1577.6")) == "1\N{NARROW NO-BREAK SPACE}577,6"
    assert Wording("hi").number(Decimal(1234567)) == "12,34,567"
    assert Wording("de-CH").number(Decimal(1234567)) == "1’234’567"


def test_a_wording_in_a_scale_keeps_the_phrases_of_the_sheet() -> None:
    own = Wording("de", {"about": "etwa"}).in_scale(8)
    assert own.say("about") == "etwa"
    assert own.language == "de"


def test_only_simplified_chinese_counts_by_its_own_scales() -> None:
    assert [Wording(one).has_chinese_scales for one in ("zh", "zh-CN", "zh-TW", "ja")] == [
        *(True, True, False, False)
    ]
    assert Wording("en-GB").is_english


@pytest.mark.parametrize(
    ("unit", "measure", "worded"),
    [("个港口", "count", "个"), ("万人", "count", "万人"), ("个百分点", "level", "个百分点")],
)
def test_a_unit_beside_a_name_does_not_repeat_what_is_counted(
    unit: str, measure: str, worded: str
) -> None:
    fields = figure(name="通达港口", unit=unit, measure=measure, value=5)
    assert Wording("zh").unit_of_named(sheet(f"a: {fields}").indicators["a"]) == worded
