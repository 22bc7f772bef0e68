"""Facts of a sheet on what is to be reached: targets of figures, and goals that a source names."""

from decimal import Decimal

import msgspec

from cqviewer.model.choices import LinkMaker, Measure, Method, Prices, TargetKind
from cqviewer.model.citation import Citation
from cqviewer.model.numbers.period import Period
from cqviewer.model.text import Text


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """A verdict of a source's own; `met` is None where it does not say whether it was met."""

    text: Text
    met: bool | None = None
    citation: Citation | None = None


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """A value to reach in a period, with a source of its own.

    `value` is None where only the source's verdict is known. `allowance` is what 'about' allows to
    either side. `base` and `method` say how progress is judged before the period has come.
    `measure` and `prices` are None where they are those of the figure.
    """

    period: Period
    kind: TargetKind = "value"
    value: Decimal | None = None
    allowance: Decimal | None = None
    base: Period | None = None
    method: Method = "difference"
    measure: Measure | None = None
    prices: Prices | None = None
    citation: Citation | None = None
    result: Result | None = None


class Goal(msgspec.Struct, frozen=True, kw_only=True):
    """A goal that the source names, with the ids of the indicators that bear on it."""

    id: str
    name: Text
    citation: Citation | None = None
    figures: tuple[str, ...] = ()
    link: LinkMaker = "ours"


class Goals(msgspec.Struct, frozen=True, kw_only=True):
    """The goals: how many are announced, and those that are named."""

    year: int
    announced: int
    citation: Citation | None = None
    one: Text | None = None
    many: Text | None = None
    named: tuple[Goal, ...] = ()

    @property
    def unnamed(self) -> int:
        """Return how many of the goals that are announced are not named."""
        return max(0, self.announced - len(self.named))
