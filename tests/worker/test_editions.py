"""What the worker is asked of earlier editions, with sentences for the window."""

import pytest

from cqviewer.model.facts import Sheet
from cqviewer.worker.editions import stale_texts
from tests.model.sheets import figure, sheet


def made(value: int, lead: str = "The 12 jobs", **text: str) -> Sheet:
    """Return a sheet with a figure and a sentence about it."""
    rest = f"sections: [{{id: one, title: One, lead: {lead}, figures: [jobs]}}]\n"
    return sheet(f"jobs: {figure(value=value, **text)}", rest=rest)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "One: lead: It says 12 jobs, which was Jobs before."),
        ("fr", "One\u202f: chapeau\u202f: Il y est dit 12 jobs, ancienne valeur de Jobs."),
        ("zh", "One：导语：文中写作 12 jobs，为Jobs的原数值。"),
    ],
)
def test_a_text_with_a_value_of_before_is_told_with_its_place(language: str, said: str) -> None:
    assert stale_texts(made(12), made(13), language) == [said]


@pytest.mark.parametrize(
    "now", [made(12), made(13, "The 13 jobs"), made(13, "'The {jobs}'"), made(12, name="Work")]
)
def test_texts_that_are_right_are_not_told(now: Sheet) -> None:
    assert stale_texts(made(12), now, "en") == []
