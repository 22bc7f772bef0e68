"""What a source says of a value, as letters in brackets and in words.

The letters are those of the United Kingdom's Government Statistical Service, with Eurostat's d
and i, which it lacks.
"""

from collections.abc import Iterable

from cqviewer.model.choices import Mark, Missing
from cqviewer.model.facts import Observation
from cqviewer.model.wording.wording_periods import PeriodWording

LETTERS: dict[Mark | Missing, str] = {
    "break": "b",
    "suppressed": "c",
    "definition_differs": "d",
    "estimated": "e",
    "forecast": "f",
    "imputed": "i",
    "provisional": "p",
    "revised": "r",
    "low_reliability": "u",
    "not_collected": "x",
    "not_applicable": "z",
}
"""Marks and reasons with their letters, in the order of these; 'not_found' has none."""


def letters(observation: Observation) -> tuple[str, ...]:
    """Return the letters of an observation: why there is no number, then what is said of it."""
    return tuple(LETTERS[one] for one in _marks(observation) if one in LETTERS)


def bracketed(observation: Observation) -> str:
    """Return the letters of an observation in brackets: '[p][r]'; '' without any."""
    return "".join(f"[{one}]" for one in letters(observation))


def mark_words(observation: Observation, wording: PeriodWording) -> list[str]:
    """Return in words what the source says of a value: 'provisional', 'revised'.

    The marks of a derived value are worded as those of its inputs.
    """
    words = [wording.say(f"mark_{one}") for one in observation.marks]
    if observation.status != "derived":
        return words
    return [wording.say("mark_of_input", mark=wording.inside(one)) for one in words]


def legend(observations: Iterable[Observation], wording: PeriodWording) -> str:
    """Return the letters that occur with their words: '[p] provisional, [r] revised'; or ''."""
    return wording.join(legend_words(observations, wording).values())


def legend_words(
    observations: Iterable[Observation], wording: PeriodWording
) -> dict[Mark | Missing, str]:
    """Return the marks that occur, each with its letter and word: '[p] provisional'."""
    found = {mark for one in observations for mark in _marks(one)}
    return {
        one: f"[{letter}] {wording.inside(wording.say('mark_' + one))}"
        for one, letter in LETTERS.items()
        if one in found
    }


def _marks(observation: Observation) -> tuple[Mark | Missing, ...]:
    reason = (observation.missing,) if observation.missing else ()
    return (*reason, *observation.marks)
