"""Formulas compute exactly, and hold nothing but arithmetic over ids."""

import operator
import warnings
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqviewer.model.numbers.formula import LONGEST, Formula, Input, Operand, with_ids
from cqviewer.model.problems import Misread
from tests.checkout import run_python


def test_inputs_are_the_ids_in_order_each_once() -> None:
    assert Formula.parse("b / (1 + a / 100) - b").ids == ("b", "a")


def test_what_is_read_of_a_figure_is_chosen_in_the_formula() -> None:
    formula = Formula.parse("a[2023/24] + previous(b) - c.d.e / (a + a[2023/24])")
    assert formula.inputs == (
        Input("a[2023/24]", "a", "2023/24"),
        Input("previous(b)", "b", is_previous=True),
        Input("c.d.e", "c.d.e"),
        Input("a", "a"),
    )
    assert (formula.ids, formula.is_dated) == (("a", "b", "c.d.e"), True)
    values = {"a[2023/24]": 1, "previous(b)": 2, "c.d.e": 8, "a": 3}
    assert formula.evaluate({text: Decimal(one) for text, one in values.items()}) == 1
    assert not Formula.parse("a + b").is_dated
    assert Formula.parse("a[2023/24] - a").is_sum


def test_words_of_python_are_ids_like_others() -> None:
    formula = Formula.parse("is + in.or * lambda[2024-Q1] - previous")
    assert formula.ids == ("is", "in.or", "lambda", "previous")
    assert formula.evaluate({one.text: Decimal(2) for one in formula.inputs}) == 4


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("a + b", "12.5"),
        ("a - b", "7.5"),
        ("a * b", "25.0"),
        ("a / b", "4"),
        ("-a + 0.1", "-9.9"),
        ("(a + b) * 2", "25.0"),
        ("a - b - b", "5.0"),
        ("0.1 + 0.2 + a * 0", "0.3"),
    ],
)
def test_a_formula_is_computed_in_decimals(text: str, result: str) -> None:
    values = {"a": Decimal(10), "b": Decimal("2.5")}
    assert Formula.parse(text).evaluate(values) == Decimal(result)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "1 + 1", "a **b", "a // b", "a % b", "a.B", "a(b)", "a[0]", "a < b", "not a"),
        *(
            "(a",
            "a b",
            "a b + c",
            "a +",
            "+a",
            "2a",
            "1if a",
            "a if b else c",
            "lambda: a",
            "A + 1",
        ),
        *("__import__('os')", "a; b", "a\nb", "a := b", "x" * (LONGEST + 1), "((((" * 60 + "a"),
        *("a[2023", "a[b]", "previous a", "previous(a + b)", "previous(a[2023])", "a.b.c.d", "a."),
        *("１ + a", "é", None, 5),
    ],
)
def test_anything_but_arithmetic_is_refused(text: object) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(Misread) as caught:
            Formula.parse(text)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize("text", ["a" * (LONGEST - 1) + "!", "a " * 149 + "!", "1.1" * 99 + "!"])
def test_a_text_that_fits_nearly_is_not_tried_in_ever_so_many_ways(text: str) -> None:
    # In a process that can be stopped: what tries all ways of matching never ends.
    ask = (
        "import sys; from cqviewer.model.numbers.formula import Formula; Formula.parse(sys.argv[1])"
    )
    refused = run_python(ask, text, timeout=60)
    assert refused.stderr.splitlines()[-1].startswith("cqviewer.model.problems.Misread: ")


def test_dividing_by_nothing_is_said() -> None:
    formula = Formula.parse("a / (b - b)")
    with pytest.raises(ZeroDivisionError, match="divides by zero"):
        formula.evaluate({"a": Decimal(1), "b": Decimal(1)})


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a + b - c", "1 + 2 - 3"),
        ("a - (b - c)", "1 - ( 2 - 3 )"),
        ("(a + b) + c", "1 + 2 + 3"),
        ("a * (b / c)", "1 * 2 / 3"),
        ("a / (b * c)", "1 / ( 2 * 3 )"),
        ("((a / b) - 1) * 100", "( 1 / 2 - 1 ) * 100"),
        ("a / (1 + c / 100)", "1 / ( 1 + 3% )"),
        ("a * 0.10", "1 * 0.10"),
        ("-a - -(b + c)", "-1 - ( - ( 2 + 3 ) )"),
        ("(-(a + b)) * c", "( - ( 1 + 2 ) ) * 3"),
        ("a", "1"),
    ],
)
def test_a_formula_is_written_whole_with_the_brackets_it_needs(text: str, written: str) -> None:
    values = {name: Decimal(number) for number, name in enumerate("abc", 1)}
    tokens = Formula.parse(text).tokens(values, {"c"})
    shown = [
        f"{one.value}{'%' if one.is_percent else ''}" if isinstance(one, Operand) else one
        for one in tokens
    ]
    assert " ".join(shown) == written


def test_what_is_nothing_comes_out_as_nothing() -> None:
    values = {"a": Decimal(7), "b": Decimal(3)}
    assert Formula.parse("a / b * b - a").evaluate(values) == 0
    assert Formula.parse("a / b").evaluate(values) == Decimal("2.333333333333333333333333333")


def test_a_number_in_a_formula_keeps_all_its_digits() -> None:
    values = {"a": Decimal(1)}
    number = "0.1234567890123456789012345"
    assert str(Formula.parse(f"a * {number}").evaluate(values)) == number


@pytest.mark.parametrize(("text", "is_sum"), [("a + b - 2", True), ("-a", True), ("a / 2", False)])
def test_a_sum_is_told_from_a_product(text: str, is_sum: bool) -> None:
    assert Formula.parse(text).is_sum is is_sum


VALUES = {
    "a": Decimal("7.5"),
    "b_2": Decimal(-4),
    "c.men": Decimal("0.25"),
    "d[2023/24]": Decimal(12),
    "previous(a)": Decimal(3),
}
Built = tuple[str, Fraction | None]
"""A formula, and what Python's fractions make of it; None where it divides by nothing."""


def joined(left: Built, sign: str, right: Built) -> Built:
    """Return two formulas as one, in brackets."""
    (first, one), (last, other) = left, right
    made: Fraction | None = None
    if one is not None and other is not None and not (sign == "/" and not other):
        ways = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}
        made = ways[sign](one, other)
    return f"({first} {sign} {last})", made


LEAVES = [(name, Fraction(value)) for name, value in VALUES.items()]
FORMULAS = st.recursive(
    st.sampled_from([*LEAVES, ("2", Fraction(2)), ("0.5", Fraction(1, 2))]),
    lambda inner: st.builds(joined, inner, st.sampled_from("+-*/"), inner),
    max_leaves=9,
).filter(lambda built: any(one in built[0] for one in VALUES))


@given(FORMULAS)
def test_a_formula_is_what_fractions_make_of_it(built: Built) -> None:
    text, wanted = built
    try:
        found = Fraction(Formula.parse(text).evaluate(VALUES))
    except ZeroDivisionError:
        found = None
    is_near = (
        wanted is not None and found is not None and abs(found - wanted) * 10**26 <= abs(wanted)
    )
    assert is_near or found is wanted is None


@given(FORMULAS.filter(lambda built: built[1] is not None))
def test_a_working_needs_no_more_brackets_and_comes_to_the_same(built: Built) -> None:
    formula = Formula.parse(built[0])
    tokens = formula.tokens(VALUES, ())
    assert tokens.count("(") <= built[0].count("(")
    shown = "".join(f"({one.value:f})" if isinstance(one, Operand) else one for one in tokens)
    assert Formula.parse(f"a * 0 + {shown}").evaluate(VALUES) == formula.evaluate(VALUES)


@given(FORMULAS)
def test_a_renamed_id_is_renamed_wherever_it_is_read_and_can_be_renamed_back(built: Built) -> None:
    text, _ = built
    there = with_ids(text, lambda one: "posts" if one == "a" else one)
    assert with_ids(there, lambda one: "a" if one == "posts" else one) == text
    renamed = ["posts" if one == "a" else one for one in Formula.parse(text).ids]
    assert list(Formula.parse(there).ids) == renamed
