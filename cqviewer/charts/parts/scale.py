"""A linear scale from exact values to px, safe for values of any size."""

from collections.abc import Iterable
from decimal import Decimal

import msgspec


class Scale(msgspec.Struct, frozen=True):
    """Maps `low` to `start` and `high` to `end`, both in px; all to `start` if they are equal."""

    low: float
    high: float
    start: float
    end: float

    @classmethod
    def with_zero(cls, values: Iterable[Decimal | float], start: float, end: float) -> "Scale":
        """Return the scale between two places in px that holds some values and zero."""
        reached = [0.0, *map(float, values)]
        return cls(min(reached), max(reached), start, end)

    def __call__(self, value: Decimal | float) -> float:
        """Return a value's place in px."""
        span = self.high - self.low
        if not span:
            return self.start
        return self.start + (float(value) - self.low) / span * (self.end - self.start)
