"""Letters in brackets, their words and the legend that explains them."""

from decimal import Decimal
from typing import get_args

import msgspec
import pytest

from cqviewer.model.choices import Mark, Missing
from cqviewer.model.facts import Observation
from cqviewer.model.numbers.period import Period
from cqviewer.model.wording.marks import LETTERS, bracketed, legend, letters, mark_words
from cqviewer.model.wording.wording import Wording

EN, ZH = Wording("en"), Wording("zh")
YEAR = Period.parse("2024")
PLAIN = Observation(value=Decimal(1176), period=YEAR, status="stated")


def marked(*marks: Mark) -> Observation:
    return Observation(value=Decimal(1176), period=YEAR, status="stated", marks=marks)


def missing(reason: Missing, *marks: Mark) -> Observation:
    return Observation(value=None, period=YEAR, status="missing", missing=reason, marks=marks)


def test_letters_stand_in_brackets_of_their_own() -> None:
    assert letters(marked("provisional", "revised")) == ("p", "r")
    assert bracketed(marked("provisional", "revised")) == "[p][r]"
    assert letters(PLAIN) == ()
    assert bracketed(PLAIN) == ""


def test_a_reason_has_a_letter_before_what_is_said_of_it() -> None:
    assert bracketed(missing("suppressed")) == "[c]"
    assert bracketed(missing("not_collected", "break")) == "[x][b]"
    assert letters(missing("not_found")) == ()


def test_all_marks_but_not_found_have_one_letter_in_the_order_of_the_alphabet() -> None:
    assert set(LETTERS) | {"not_found"} == {*get_args(Mark), *get_args(Missing)}
    assert list(LETTERS.values()) == sorted(set(LETTERS.values()))


@pytest.mark.parametrize(
    ("marks", "en", "zh"),
    [
        ((), [], []),
        (("provisional", "revised"), ["provisional", "revised"], ["初步", "已修订"]),
        (("estimated",), ["estimated by the source"], ["来源估计"]),
        (("break", "low_reliability"), ["break in the series", "low reliability"], None),
    ],
)
def test_marks_are_words_in_both_languages(
    marks: tuple[Mark, ...], en: list[str], zh: list[str] | None
) -> None:
    assert mark_words(marked(*marks), EN) == en
    assert zh is None or mark_words(marked(*marks), ZH) == zh


def test_a_derived_value_has_its_marks_from_others_and_the_legend_says_the_plain_word() -> None:
    derived = msgspec.structs.replace(marked("provisional"), status="derived")
    assert mark_words(derived, EN) == ["derived from a value marked ‘provisional’"]
    assert mark_words(derived, ZH) == ["由标为“初步”的数值计算"]
    assert (bracketed(derived), legend([derived], EN)) == ("[p]", "[p] provisional")


def test_a_legend_explains_each_letter_that_occurs_once() -> None:
    shown = [marked("revised", "provisional"), PLAIN, missing("suppressed"), marked("revised")]
    assert legend(shown, EN) == "[c] suppressed, [p] provisional, [r] revised"
    assert legend(shown, ZH) == "[c] 保密未公布，[p] 初步，[r] 已修订"
    assert legend([PLAIN, missing("not_found")], EN) == ""
