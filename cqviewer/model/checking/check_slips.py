"""Values that fit their neighbours only with the decimal point moved: slips of typing or of units.

Statistics offices call the latter thousand errors or unity measure errors, and also find them by
the ratio of a value to others that should be near.
"""

import re
from decimal import Decimal
from itertools import pairwise

from cqviewer.model.facts import Indicator, Observation
from cqviewer.model.messages import say
from cqviewer.model.problems import Findings, Path

_BESIDE = 2
"""How many values on each side a value is compared with."""
_ALIKE = 2.0
"""The largest factor between neighbours that still tell what to expect of a value."""
_NEAR = 1.5
"""The largest factor between a value with its point moved and its neighbours."""
_FAR = 6.0
"""The smallest factor between a value with a slip and its neighbours: about ten by `_NEAR`."""
_CALM = 10**0.5
"""The largest factor between consecutive values without a slip."""
_POWERS = tuple(sign * power for power in (1, 2, 3, 6) for sign in (1, -1))
_LEAST_DIGITS = 2
"""The fewest digits of values that are checked: 3 events may well be followed by 30."""


def check_slips(indicator: Indicator, path: Path, findings: Findings) -> None:
    """Warn of values of a series that are 10, 100 … times too large or small for their neighbours.

    Values with a `note` are taken as right. Not checked are rates of growth and running totals,
    which do vary that much, and series whose other values jump or are zero.
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
    """Return the power of ten by which a value is too large for its neighbours; 0 for none."""
    low, high = min(others), max(others)
    if high > _ALIKE * low or low / _FAR < value < _FAR * high:
        return 0
    least, most = low / _NEAR, high * _NEAR
    return next((one for one in _POWERS if least <= value / 10.0**one <= most), 0)


def _can_compare(run: tuple[Observation, ...]) -> bool:
    """Return whether values have one kind of period, one sign, digits enough and no break."""
    known = [one for one in run if one.value]
    values = [one.value for one in known if one.value]
    return (
        not any("break" in one.marks for one in run[1:])
        and len({one.period.shape for one in known}) == 1
        and len({one > 0 for one in values}) == 1
        and all(len(re.sub(r"^0*|\D", "", f"{abs(one):f}")) >= _LEAST_DIGITS for one in values)
    )
