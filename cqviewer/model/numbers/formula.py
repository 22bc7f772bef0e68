"""Derived values: arithmetic over indicators, evaluated exactly and shown as a working."""

import ast
import decimal
import functools
import re
from collections.abc import Callable, Collection, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Literal, Self

import msgspec

from cqviewer.model.messages import say
from cqviewer.model.problems import Misread

Operator = Literal["+", "-", "*", "/"]
LONGEST = 300
"""Characters that a formula may have."""

PATTERN = r"[a-z0-9_.+*/() \[\]QHSW-]+"
"""The characters of a formula; parsing decides whether they make sense."""

# Possessive (++), so that no text takes long to refuse; but not what is optional, which CPython
# 3.11.2 takes for found where it only begins.
_ID = r"[a-z][a-z0-9_]*+(?:\.[a-z][a-z0-9_]*+){0,2}+"
_INPUT = rf"previous\((?P<previous>{_ID})\)|(?P<id>{_ID})(?:\[(?P<period>[-0-9QHSW/]{{4,21}})\])?"
_INPUTS = re.compile(_INPUT)
# CPython 3.11 miscounts groups that are captured within possessive loops.
_ALLOWED = re.compile(
    rf"(?:{re.sub('[?]P<[a-z]+>', '?:', _INPUT)}|[0-9]++(?:\.[0-9]++)?+(?![a-z_])|[-+*/() ])++"
)
_AS_NAME = str.maketrans("abcdefghijklmnopqrstuvwxyz.[]/-()", "ABCDEFGHIJKLMNOPQRSTUVWXYZdljsmpq")
"""Turns an input into a Python name of the same length that is no keyword: `calls[2023/24]` into
CALLSl2023s24j, and Iceland's `is` into IS."""
_OPERATORS: dict[type[ast.operator], Operator] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
}
_MOST_CACHED = 1000  # parsed formulas
_BINDING = {"+": 1, "-": 1, "*": 2, "/": 2}
_HELP = say("write arithmetic over ids, such as: jobs / (1 + growth / 100)")


class Input(msgspec.Struct, frozen=True):
    """What a formula reads: an observation of the figure `id`; values are keyed by its `text`.

    It is the observation of `period`, that before the latest if `is_previous`, else the latest.
    """

    text: str
    id: str
    period: str = ""
    is_previous: bool = False


class Operand(msgspec.Struct, frozen=True):
    """A number in a working; a percentage that the formula divides by 100 keeps its sign.

    `text` is that of the input whose value it is, '' for a number of the formula itself.
    """

    value: Decimal
    is_percent: bool = False
    text: str = ""


Token = Operand | Literal["+", "-", "*", "/", "(", ")"]


def with_ids(text: str, renamed: Callable[[str], str]) -> str:
    """Return the text of a formula in which each id is renamed."""

    def written(found: re.Match[str]) -> str:
        group = "previous" if found["previous"] else "id"
        begin, end = (one - found.start() for one in found.span(group))
        return found[0][:begin] + renamed(found[group]) + found[0][end:]

    return _INPUTS.sub(written, text)


class Formula(msgspec.Struct, frozen=True):
    """An arithmetic expression over indicator ids: + - * / and brackets, nothing else."""

    text: str

    @classmethod
    def parse(cls, text: object) -> Self:
        """Read a formula; Misread says what is wrong with it."""
        if not isinstance(text, str) or not _ALLOWED.fullmatch(text):
            raise Misread(say("'{}' is no formula", str(text)[:60]), _HELP)
        if len(text) > LONGEST:
            raise Misread(say("the formula is longer than {} characters", LONGEST), _HELP)
        formula = cls(text)
        try:
            formula.evaluate({one.text: Decimal(1) for one in formula.inputs})
        except ZeroDivisionError:
            pass  # with other values it may well divide
        except Misread as misread:
            raise Misread(say("'{}' is no formula", text[:60]), misread.help) from None
        if not formula.inputs:
            raise Misread(say("the formula '{}' reads no indicator", text), _HELP)
        return formula

    @property
    def inputs(self) -> tuple[Input, ...]:
        """Return what the formula reads, each once, in order."""
        return tuple(dict.fromkeys(_parsed(self.text)[1].values()))

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of the indicators that the formula reads, each once, in order."""
        return tuple(dict.fromkeys(one.id for one in self.inputs))

    @property
    def is_dated(self) -> bool:
        """Return whether the formula chooses a period of what it reads."""
        return any(one.period or one.is_previous for one in self.inputs)

    @property
    def is_sum(self) -> bool:
        """Return whether the formula only adds and subtracts."""
        nodes = ast.walk(self.tree())
        return not any(isinstance(one, ast.Mult | ast.Div) for one in nodes)

    def evaluate(self, values: Mapping[str, Decimal]) -> Decimal:
        """Compute the formula; ZeroDivisionError where it divides by nothing.

        It is computed in fractions, so that zero comes out as zero. A result that takes more than
        99 digits is rounded to 28.
        """
        result = self._value(self.tree(), values)
        top, bottom = Decimal(result.numerator), Decimal(result.denominator)
        context = decimal.Context(prec=99)
        exact = context.divide(top, bottom)
        is_exact = not context.flags[decimal.Inexact]
        return exact if is_exact else decimal.Context(prec=28).divide(top, bottom)

    def tokens(self, values: Mapping[str, Decimal], percentages: Collection[str]) -> list[Token]:
        """Return the whole formula with values for its ids and no bracket that it does not need.

        `(1 + growth / 100)` with 57.9 gives 1 + 57.9 %, where `growth` is among the percentages.
        """
        return self._tokens(self.tree(), values, percentages)

    def tree(self) -> ast.expr:
        """Return the formula as a Python syntax tree."""
        return _parsed(self.text)[0]

    def input(self, node: ast.Name) -> Input:
        """Return what a node reads."""
        return _parsed(self.text)[1][node.id]

    def source(self, node: ast.expr) -> str:
        """Return a part of the formula as it is written."""
        return self.text.strip()[node.col_offset : node.end_col_offset]

    def constant(self, node: ast.expr) -> Decimal | None:
        """Return the number that a node writes, digit by digit; None for any other node."""
        if isinstance(node, ast.Constant) and type(node.value) in (int, float):
            return Decimal(self.source(node))
        return None

    def _value(self, node: ast.expr, values: Mapping[str, Decimal]) -> Fraction:
        """Compute one node of the expression tree."""
        if (number := self.constant(node)) is not None:
            return Fraction(number)
        match node:
            case ast.Name():
                return Fraction(values[self.input(node).text])
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return -self._value(operand, values)
            case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATORS:
                return _applied(op, self._value(left, values), self._value(right, values))
        raise Misread(say("this is no formula"), _HELP)

    def _tokens(
        self, node: ast.expr, values: Mapping[str, Decimal], percentages: Collection[str]
    ) -> list[Token]:
        if (number := self.constant(node)) is not None:
            return [Operand(number)]
        match node:
            case ast.Name():
                text = self.input(node).text
                return [Operand(values[text], text=text)]
            case ast.UnaryOp(operand=operand):
                inner = self._tokens(operand, values, percentages)
                match inner:
                    case [Operand(value=value, is_percent=False, text=text)]:
                        return [Operand(value.copy_negate(), text=text)]
                return ["-", "(", *inner, ")"]
            case ast.BinOp(left=ast.Name() as name, op=ast.Div(), right=right) if (
                text := self.input(name).text
            ) in percentages and self.constant(right) == 100:
                return [Operand(values[text], is_percent=True, text=text)]
            case ast.BinOp(left=left, op=op, right=right):
                operator = _OPERATORS[type(op)]
                first, last = (self._tokens(one, values, percentages) for one in (left, right))
                least = _BINDING[operator]
                first = _bracketed(first, least)
                last = _bracketed(last, least + (operator in "-/"))
                return [*first, operator, *last]
        raise Misread(say("this is no formula"), _HELP)


@functools.lru_cache(_MOST_CACHED)
def _parsed(text: str) -> tuple[ast.expr, dict[str, Input]]:
    """Return the syntax tree of a formula, and the input that each name in it stands for."""
    names: dict[str, Input] = {}

    def named(match: re.Match[str]) -> str:
        name = match[0].translate(_AS_NAME)
        key, period = match["previous"] or match["id"], match["period"] or ""
        names[name] = Input(match[0], key, period, match["previous"] is not None)
        return name

    try:
        return ast.parse(_INPUTS.sub(named, text.strip()), mode="eval").body, names
    except (SyntaxError, RecursionError, MemoryError):
        raise Misread(say("'{}' is no formula", text[:60]), _HELP) from None


def _applied(operator: ast.operator, left: Fraction, right: Fraction) -> Fraction:
    match operator:
        case ast.Add():
            return left + right
        case ast.Sub():
            return left - right
        case ast.Mult():
            return left * right
    if not right:
        raise ZeroDivisionError(say("the formula divides by zero"))
    return left / right


def _bracketed(tokens: list[Token], least: int) -> list[Token]:
    """Return a part, in brackets if one of its outer operators binds less than `least`."""
    depth, bindings = 0, []
    for one in tokens:
        depth += (one == "(") - (one == ")")
        if not depth and isinstance(one, str) and one in _BINDING:
            bindings.append(_BINDING[one])
    return ["(", *tokens, ")"] if bindings and min(bindings) < least else tokens
