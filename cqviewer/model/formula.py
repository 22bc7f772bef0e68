"""Derived values: arithmetic over indicators, evaluated exactly and shown as a working."""

import ast
import decimal
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Literal, Self

import msgspec

from cqviewer.model.problems import Misread

Operator = Literal["+", "-", "*", "/"]
LONGEST = 300
"""Characters that a formula may have."""

PATTERN = r"[a-z0-9_.+*/() -]+"
"""The characters of a formula; whether they make sense, only parsing tells."""

# Possessive (++), so that no text takes long to refuse.
_ALLOWED = re.compile(r"(?:[a-z][a-z0-9_]*+|[0-9]++(?:\.[0-9]++)?+(?![a-z_])|[-+*/() ])++")
_OPERATORS: dict[type[ast.operator], Operator] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
}
_CONTEXT = decimal.Context(prec=28, traps=[decimal.DivisionByZero, decimal.InvalidOperation])
_HELP = "write arithmetic over ids, such as: jobs / (1 + growth / 100)"


class Formula(msgspec.Struct, frozen=True):
    """An arithmetic expression over indicator ids: + - * / and brackets, nothing else."""

    text: str

    @classmethod
    def parse(cls, text: object) -> Self:
        """Read a formula; Misread says what is wrong with it."""
        if not isinstance(text, str) or not _ALLOWED.fullmatch(text):
            raise Misread(f"'{str(text)[:60]}' is no formula", _HELP)
        if len(text) > LONGEST:
            raise Misread(f"the formula is longer than {LONGEST} characters", _HELP)
        formula = cls(text)
        try:
            formula.evaluate(dict.fromkeys(formula.inputs, Decimal(1)))
        except ZeroDivisionError:
            pass  # with other values it may well divide
        except Misread as misread:
            raise Misread(f"'{text[:60]}' is no formula", misread.help) from None
        if not formula.inputs:
            raise Misread(f"the formula '{text}' reads no indicator", _HELP)
        return formula

    @property
    def inputs(self) -> tuple[str, ...]:
        """Give the ids of the indicators that the formula reads, each once, in order."""
        names = (node.id for node in ast.walk(self._tree()) if isinstance(node, ast.Name))
        return tuple(dict.fromkeys(names))

    @property
    def is_sum(self) -> bool:
        """Tell whether the formula only adds and subtracts."""
        operators = (node.op for node in ast.walk(self._tree()) if isinstance(node, ast.BinOp))
        return all(isinstance(one, ast.Add | ast.Sub) for one in operators)

    def evaluate(self, values: Mapping[str, Decimal]) -> Decimal:
        """Compute the formula; ZeroDivisionError where it divides by nothing."""
        return _evaluate(self._tree(), values)

    def terms(self, values: Mapping[str, Decimal]) -> list[tuple[Operator | None, Decimal]]:
        """Give the outermost operation as its operands, each with the operator before it.

        `investment / (1 + growth / 100)` with 810 and 57.9 gives 810, then / 1.579.
        """
        return _terms(self._tree(), values)

    def _tree(self) -> ast.expr:
        try:
            return ast.parse(self.text.strip(), mode="eval").body
        except (SyntaxError, RecursionError, MemoryError):
            raise Misread(f"'{self.text[:60]}' is no formula", _HELP) from None


def _evaluate(node: ast.expr, values: Mapping[str, Decimal]) -> Decimal:
    """Compute one node of the expression tree."""
    match node:
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            return Decimal(str(number))
        case ast.Name(id=name):
            return values[name]
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_evaluate(operand, values)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATORS:
            return apply(_OPERATORS[type(op)], _evaluate(left, values), _evaluate(right, values))
    raise Misread("this is no formula", _HELP)


def apply(operator: Operator, left: Decimal, right: Decimal) -> Decimal:
    """Apply one operator; ZeroDivisionError where there is no finite result."""
    try:
        match operator:
            case "+":
                return _CONTEXT.add(left, right)
            case "-":
                return _CONTEXT.subtract(left, right)
            case "*":
                return _CONTEXT.multiply(left, right)
            case "/":
                return _CONTEXT.divide(left, right)
    except decimal.DivisionByZero:
        raise ZeroDivisionError("the formula divides by zero") from None
    except decimal.InvalidOperation:
        raise ZeroDivisionError("the formula has no finite result") from None


def _terms(node: ast.expr, values: Mapping[str, Decimal]) -> list[tuple[Operator | None, Decimal]]:
    """Flatten a chain of sums, or of products, into its operands."""
    if not isinstance(node, ast.BinOp):
        return [(None, _evaluate(node, values))]
    operator = _OPERATORS[type(node.op)]
    chain = ("+", "-") if operator in ("+", "-") else ("*", "/")
    left = node.left
    goes_on = isinstance(left, ast.BinOp) and _OPERATORS[type(left.op)] in chain
    first = _terms(left, values) if goes_on else [(None, _evaluate(left, values))]
    return [*first, (operator, _evaluate(node.right, values))]
