"""The algebra of units: what a formula may add, and whether its result has the unit declared."""

import ast
from collections.abc import Mapping
from decimal import Context, Decimal
from fractions import Fraction
from itertools import product

from msgspec.structs import replace

from cqviewer.model.messages import say
from cqviewer.model.numbers.formula import Formula
from cqviewer.model.numbers.quantity import Quantity, combined
from cqviewer.model.problems import Misread

_MOST_SIZES = 200
_HUNDREDTH = Fraction(1, 100)


class Algebra:
    """Compares the units of a formula's inputs with each other and with the declared one.

    Misread is raised for what is certainly wrong; what is doubtful is added to `warnings`, as a
    message and its help. Nothing is ever converted.
    """

    def __init__(self, formula: Formula, inputs: Mapping[str, Quantity]) -> None:
        """Prepare to check a formula; `inputs` are quantities by the text of each input."""
        self.warnings: list[tuple[str, str]] = []
        self._formula = formula
        self._inputs = inputs
        self._tree = formula.tree()
        self._has_unlike_terms = False

    def check(self, declared: Quantity, *, is_change: bool = False) -> bool:
        """Return whether the result is a difference of percentages; Misread for a wrong unit."""
        result = self._quantity(self._tree, declared)
        if result.known != declared.known:
            self._differ(result, declared)
        elif result.sizes and not set(result.sizes) & set(declared.sizes):
            self._sizes_differ(result, declared)
        elif result.unit and result.things != declared.things and not self._has_unlike_terms:
            self._warn(
                say("the working counts {}, but the unit is {}", result.name, declared.name),
                say("write the same unit, if it is the same thing"),
            )
        is_share = declared.unit.startswith(("% ", "‰"))
        if result.is_points and is_change and is_share:
            self._warn(
                say("a change of percentages is in points, but the unit is {}", declared.name),
                say("write unit: percentage points, or measure: level for a balance"),
            )
        return result.is_points and _HUNDREDTH in declared.sizes

    def _warn(self, message: str, hint: str) -> None:
        if (message, hint) not in self.warnings:
            self.warnings.append((message, hint))

    # The parts of a formula

    def _quantity(self, node: ast.expr, declared: Quantity) -> Quantity:
        if (number := self._formula.constant(node)) is not None:
            return Quantity(sizes=(), number=Fraction(number))
        match node:
            case ast.Name():
                return self._inputs[self._formula.input(node).text]
            case ast.UnaryOp(operand=operand):
                inner = self._quantity(operand, declared)
                return inner if inner.number is None else replace(inner, number=-inner.number)
            case ast.BinOp(left=left, op=op, right=right):
                first, last = (self._quantity(one, declared) for one in (left, right))
                if isinstance(op, ast.Add | ast.Sub):
                    return self._sum(node, first, last, declared)
                units = {one.unit for one in (first, last) if one.is_index and one.unit}
                if len(units) > 1:
                    message = say("the formula compares {} with {}", first.name, last.name)
                    self._warn(message, say("take two indices of one base"))
                return _product(first, last, -1 if isinstance(op, ast.Div) else 1)
        raise TypeError("a formula has no other part")

    def _sum(
        self, node: ast.BinOp, left: Quantity, right: Quantity, declared: Quantity
    ) -> Quantity:
        """Return what a sum or difference is a quantity of; its terms have to be alike."""
        if left.number is not None or right.number is not None:
            return self._sum_with_number(node, left, right)
        first, last = self._formula.source(node.left), self._formula.source(node.right)
        terms = say("'{}' is {}, '{}' {}", first, _in(left), last, _in(right))
        if left.known != right.known or left.is_part != right.is_part:
            if (left.is_sure or left.known) and (right.is_sure or right.known):
                raise Misread(say("{}: they have no sum", terms), say("bring both into one unit"))
            self._warn(say("{}: they may have no sum", terms), say("check their units"))
            return replace(left, is_sure=False, sizes=(), unit="")
        common = tuple(one for one in left.sizes if one in right.sizes)
        if left.sizes and right.sizes and not common:
            is_last = left.sizes[-1] in declared.sizes or right.sizes[-1] not in declared.sizes
            term, own, other = (last, right, left) if is_last else (first, left, right)
            raise Misread(terms, _converted(term, own.sizes[-1] / other.sizes[-1]))
        if left.prices and right.prices and left.prices != right.prices:
            message = say(
                "'{}' is {}, '{}' {}: they have no sum", first, left.prices, last, right.prices
            )
            raise Misread(message, say("take both in the same prices"))
        self._warn_of_unlike(node, terms, left, right, declared)
        is_rest = left.is_rest or right.is_rest  # 100 less some shares is a share
        is_difference = isinstance(node.op, ast.Sub) and left.is_points == right.is_points
        are_percentages = left.is_part and not (left.is_index or right.is_index or is_rest)
        return replace(
            left,
            sizes=common,
            unit=left.unit if left.unit == right.unit else "",
            prices=left.prices or right.prices,
            is_sure=left.is_sure and right.is_sure and left.things == right.things,
            is_points=(left.is_points and right.is_points) or (are_percentages and is_difference),
            is_rest=is_rest,
            is_scaled=left.is_scaled or right.is_scaled,
        )

    def _warn_of_unlike(
        self, node: ast.BinOp, terms: str, left: Quantity, right: Quantity, declared: Quantity
    ) -> None:
        """Warn of a sum of different things, and of points of an index that are called per cent."""
        are_units = left.unit and right.unit and not (left.is_points or right.is_points)
        if left.things != right.things or (left.is_part and are_units and left.unit != right.unit):
            self._has_unlike_terms = True
            message = say("the formula adds unlike things: {}", terms)
            if isinstance(node.op, ast.Sub):
                message = say("the formula subtracts unlike things: {}", terms)
            self._warn(message, say("check that they go together"))
        elif left.is_index and node is self._tree and isinstance(node.op, ast.Add):
            self._warn(
                say("a sum of two indices is no index"), say("take the values that they are of")
            )
        elif left.is_index and node is self._tree and declared.unit == "%":
            first, last = self._formula.source(node.left), self._formula.source(node.right)
            message = say("a difference of two indices is in points of the index, not in per cent")
            self._warn(message, say("write {}", f"({first} / {last} - 1) * 100"))

    def _sum_with_number(self, node: ast.BinOp, left: Quantity, right: Quantity) -> Quantity:
        """Return what a sum with a plain number is a quantity of: it has the other term's unit."""
        if left.number is not None and right.number is not None:
            sign = -1 if isinstance(node.op, ast.Sub) else 1
            return replace(left, number=left.number + sign * right.number)
        number, other = (left, right) if left.number is not None else (right, left)
        if number.number == 1 and other.unit and other.sizes == (_HUNDREDTH,):
            term = self._formula.source(node.right if number is left else node.left)
            message = say("1 and '{}', which is {}, are added as they stand", term, _in(other))
            self._warn(message, say("write {} / 100, or 100 for 1", term))
            return replace(other, sizes=(), unit="", is_rest=True)
        return replace(other, unit="", is_rest=True)

    # The result

    def _differ(self, result: Quantity, declared: Quantity) -> None:
        """Report a result of other dimensions than its unit.

        It is only doubtful where the unit merely leaves out what the result is per.
        """
        message = say("the working gives {}, but the unit is {}", result.name, declared.name)
        left_out = {one: n for one, n in result.known.items() if one not in declared.known}
        is_per = combined(result.known, left_out, -1) == declared.known and all(
            power < 0 for power in left_out.values()
        )
        is_certain = result.is_sure and declared.is_sure and not result.is_scaled
        if is_certain and not is_per:
            raise Misread(message, say("write the unit of the result, or mend the formula"))
        self._warn(message, say("write the whole unit of the result, or mend the formula"))

    def _sizes_differ(self, result: Quantity, declared: Quantity) -> None:
        """Report a result that needs a factor to be in its unit."""
        factor = result.sizes[-1] / declared.sizes[0]
        text = self._formula.text.strip()
        is_sum = isinstance(self._tree, ast.BinOp) and self._formula.is_sum
        hint = _converted(f"({text})" if is_sum else text, factor)
        is_ratio = result.is_part and result.sizes == (Fraction(1),) and not result.unit
        message = say("the working does not come out in {}", declared.name)
        if is_ratio or result.unit:
            what = say("a plain ratio") if is_ratio else result.name
            message = say("the working gives {}, but the unit is {}", what, declared.name)
        if result.things == declared.things or (result.is_sure and declared.is_sure):
            raise Misread(message, hint)
        self._warn(message, hint)


def _product(left: Quantity, right: Quantity, sign: int) -> Quantity:
    """Return what a product (1) or a ratio (-1) is a quantity of."""
    if left.number is not None and right.number is not None:
        if sign < 0 and not right.number:
            return replace(left, number=None)
        return replace(left, number=left.number * right.number**sign)
    if right.number is not None:
        return _scaled(left, right.number, sign)
    powers = {
        "known": combined(left.known, right.known, sign),
        "things": combined(left.things, right.things, sign),
    }
    if left.number is not None:
        inverse = tuple(one**sign for one in right.sizes)
        turned = replace(right, known=powers["known"], things=powers["things"], sizes=inverse)
        return _scaled(turned, left.number, 1)
    is_one_price = left.prices == right.prices or right.prices is None
    return Quantity(
        known=powers["known"],
        things=powers["things"],
        sizes=_few([one * other**sign for one, other in product(left.sizes, right.sizes)]),
        prices=left.prices if is_one_price and sign > 0 else None,
        is_sure=left.is_sure and right.is_sure,
        is_scaled=left.is_scaled or right.is_scaled,
    )


def _scaled(one: Quantity, number: Fraction, sign: int) -> Quantity:
    """Return a quantity times a number, which may be a factor, or convert its unit."""
    converted = [size / abs(number) ** sign for size in one.sizes] if number else []
    return replace(
        one,
        sizes=_few([*one.sizes, *converted]) if number else (),
        unit="",
        is_scaled=True,
    )


def _few(sizes: list[Fraction]) -> tuple[Fraction, ...]:
    """Return sizes each once; none where they are too many to mean anything."""
    each = tuple(dict.fromkeys(sizes))
    return each if len(each) <= _MOST_SIZES else ()


def _in(one: Quantity) -> str:
    return say("in {}", one.name) if one.unit else say("a quantity of {}", one.name)


def _converted(term: str, factor: Fraction) -> str:
    """Return the hint to write a term in the other unit."""
    if factor.denominator == 1 and factor < 10**15:
        return say("write {}", f"{term} * {factor}")
    if factor.numerator == 1 and factor > Fraction(1, 10**15):
        return say("write {}", f"{term} / {factor.denominator}")
    exact = Context(prec=12).divide(Decimal(factor.numerator), Decimal(factor.denominator))
    if exact != factor:
        return say("bring both into one unit")
    return say("write {}", f"{term} * {exact:f}")
