"""Contrast of colours, by the relative luminance of WCAG 2.2, and lighter ones."""

LEAST = 4.5
"""The least contrast of text to what is behind it (WCAG 2.2, 1.4.3)."""


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours '#RRGGBB': 1 for the same, 21 for black and white."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def lighter(colour: str, share: float) -> str:
    """Return a colour that is by a share of the way nearer to white."""
    mixed = (round(one + (255 - one) * share) for one in _channels(colour))
    return "#" + "".join(f"{one:02X}" for one in mixed)


def _channels(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def _luminance(colour: str) -> float:
    linear = (
        one / 255 / 12.92 if one / 255 <= 0.04045 else ((one / 255 + 0.055) / 1.055) ** 2.4
        for one in _channels(colour)
    )
    return sum(weight * one for weight, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
