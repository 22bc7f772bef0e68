"""Contrast of colours, as WCAG 2 reckons it."""

import pytest

from cqviewer.model.checking.contrast import LEAST, contrast, lighter


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#ffffff", "#FFFFFF", 1.0),
        ("#767676", "#FFFFFF", 4.54),  # WebAIM's example of a grey that just passes
        ("#777777", "#FFFFFF", 4.48),
    ],
)
def test_the_contrast_is_that_of_known_pairs(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)
    assert LEAST == 4.5


def test_a_lighter_colour_is_nearer_to_white() -> None:
    assert lighter("#0B5A73", 0.0) == "#0B5A73"
    assert lighter("#0B5A73", 1.0) == "#FFFFFF"
    assert lighter("#000000", 0.5) == "#808080"
