"""A sentence says of a figure that it rose or fell as it did, or is warned of."""

import pytest

from tests.model.sheets import figure, problems, sheet_text

RATES = "\n".join(
    f"{key}: {figure(name=key, unit='%', measure='growth', value=value)}"
    for key, value in (("up", 4), ("down", -4), ("flat", 0))
)
SERIES = f"jobs: {figure(period=None, observations='{2023: 400, 2024: 300}')}"


def said(text: str, language: str = "en") -> list[str]:
    """Return what is said of the directions in a lead."""
    lead = f"sections: [{{id: one, title: One, lead: '{text}', figures: [up, down, flat, jobs]}}]\n"
    made = sheet_text(f"{RATES}\n{SERIES}", head=f"languages: [{language}]\n", rest=lead)
    return [one for one in problems(made) if " says the " in one]


@pytest.mark.parametrize(
    "text",
    [
        "Output rose {up}.",
        "Output fell by about {down.abs}, and trade grew by a further {up}.",
        "Inflation fell to {up}, up from {down}.",
        "A change of {down}, not of {up}.",
        "It went up. {down} was the change.",
        "Prices fell {flat}.",
        "Jobs came to {jobs}, a change of {jobs.change}.",
        "A windfall of {up}",
        "In {down.period} output rose {= 3 %}, and {aa} fell {up.period}.",
        "增长{up}，下降{down.abs}",
    ],
)
def test_what_goes_the_way_of_its_figure_is_not_warned_of(text: str) -> None:
    assert not said(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Output rose {down}.", "rose {down}' says the reverse of its value, -4"),
        ("Output grew by nearly {down.abs}.", "grew by nearly {down.abs}' says the reverse"),
        ("Output was up {down.abs}.", "up {down.abs}' says the reverse"),
        ("Output fell {up}.", "fell {up}' says the reverse of its value, 4"),
        ("A decline of {up.abs}.", "decline of {up.abs}' says the reverse"),
        (
            "Jobs rose by {jobs.change}.",
            "rose by {jobs.change}' says the reverse of its",
        ),
        ("Output fell {down}.", "fell {down}' says the fall twice"),
        ("同比增长{down.abs}", "增长{down.abs}' says the reverse"),
        ("下降了{up}", "下降了{up}' says the reverse"),
        ("Une hausse de {down.abs}", "hausse de {down.abs}' says the reverse"),
    ],
)
def test_a_sentence_whose_figure_has_turned_is_warned_of(text: str, message: str) -> None:
    (warning,) = said(text)
    assert warning.startswith("warning: ")
    assert message in warning


def test_each_language_is_read_by_itself() -> None:
    assert not said("{down.abs}", "zh")
    assert len(said("Exports fell {down}; imports fell {up}; both rose {up}.")) == 2
