"""Values that fit those beside them only with their point moved: slips of typing or of units.

Statistics offices call the latter thousand errors or unity measure errors, and find them as well by
the ratio of a value to others that it should be near.
"""

import re
from decimal import Decimal
from itertools import pairwise

from cqviewer.model.facts import Indicator, Observation
from cqviewer.model.messages import say
from cqviewer.model.problems import Findings, Path

_BESIDE = 2
"""The values on each side that a value is held against, at an end of a series on one alone."""
_ALIKE = 2.0
"""Values that differ by this factor at most tell what is to be expected beside them."""
_NEAR = 1.5
"""The factor by which a value with its point in place may differ from them."""
_FAR = 6.0
"""The factor below which no point can have slipped: a little less than ten by `_NEAR`."""
_CALM = 10**0.5
"""The factor by which all else of a series moves at most, from value to value."""
_POWERS = tuple(sign * power for power in (1, 2, 3, 6) for sign in (1, -1))
_LEAST_DIGITS = 2
"""Digits below which a number, as 3 events, may well have ten times as many beside it."""


def check_slips(indicator: Indicator, path: Path, findings: Findings) -> None:
    """Warn of values of a series that are 10, 100 … times those beside them, or such a part.

    What has a `note` is taken to be so; rates of growth and running totals do vary that much, and
    so does a series whose other values jump, or come to nothing.
    """
    if indicator.measure == "growth" or indicator.is_cumulative or indicator.derivation:
        return
    observations = indicator.observations
    sizes = [abs(float(one.value)) for one in observations if one.value]
    if len(sizes) < 3 or max(sizes) < _FAR * min(sizes):
        return
    known = [at for at, one in enumerate(observations) if one.value]
    near_each = [slice(max(at - _BESIDE, 0), at + _BESIDE + 1) for at in range(len(known))]
    powers = [
        _slip(size, [*sizes[near.start : place], *sizes[place + 1 : near.stop]])
        for place, (size, near) in enumerate(zip(sizes, near_each, strict=True))
    ]
    has_zeros = any(one.value == 0 for one in observations)
    rest = [size for size, power in zip(sizes, powers, strict=True) if not power]
    if has_zeros or any(max(two) > _CALM * min(two) for two in pairwise(rest)):
        return
    for at, near, power in zip(known, near_each, powers, strict=True):
        if not power or observations[at].note:
            continue
        places = known[near]
        if not _can_compare(observations[places[0] : places[-1] + 1]):
            continue
        others = [observations[one].value or Decimal(0) for one in places if one != at]
        message = say(
            "{:f} is about {} times the values beside it, {:f} to {:f}"
            if power > 0
            else "{:f} is about 1/{} of the values beside it, {:f} to {:f}",
            observations[at].value,
            f"{10 ** abs(power):,}",
            min(others),
            max(others),
        )
        hint = say("check its point and its unit; if it is right, say why in its `note`")
        findings.add((*path, "observations", at, "value"), message, hint, "warning")


def _slip(value: float, others: list[float]) -> int:
    """Return the power of ten by which a value is too large for those beside it; 0 for none."""
    low, high = min(others), max(others)
    if high > _ALIKE * low or low / _FAR < value < _FAR * high:
        return 0
    least, most = low / _NEAR, high * _NEAR
    return next((one for one in _POWERS if least <= value / 10.0**one <= most), 0)


def _can_compare(run: tuple[Observation, ...]) -> bool:
    """Return whether values are of one kind of period and one sign, with no break between."""
    known = [one for one in run if one.value]
    values = [one.value for one in known if one.value]
    return (
        not any("break" in one.marks for one in run[1:])
        and len({one.period.shape for one in known}) == 1
        and len({one > 0 for one in values}) == 1
        and all(len(re.sub(r"^0*|\D", "", f"{abs(one):f}")) >= _LEAST_DIGITS for one in values)
    )
