"""Whether sentences that say 'rose' or 'fell' of a figure have its direction right."""

import re

from cqviewer.model.facts import Sheet
from cqviewer.model.messages import say
from cqviewer.model.numbers.spoken import FALLS, RISES, WORD_BEGINS
from cqviewer.model.problems import Findings, Path
from cqviewer.model.reading.fill_texts import rates_in

_BETWEEN = "by of a an about around nearly almost some another further only just de environ 约 近"
_WAY = re.compile(
    rf"{WORD_BEGINS}(?:(?P<up>{RISES})|(?P<down>{FALLS}))"
    rf"了?(?:\s?(?:{'|'.join(_BETWEEN.split())}))*\s?$",
    re.IGNORECASE,
)
"""A word for a rise or a fall right before a number; 'rose to' is followed by a level."""
_FARTHEST = 60
"""Characters before a number that may hold such a word."""


def says_fall(text: str) -> bool:
    """Return whether a text ends with words for a fall, before a number: 'sales fell by about'."""
    way = _WAY.search(text, max(0, len(text) - _FARTHEST))
    return way is not None and way["down"] is not None


def check_directions(text: str, path: Path, sheet: Sheet, findings: Findings) -> None:
    """Warn where a text says that a figure rose which fell, or the reverse, or says 'fell −4 %'."""
    for reference, value, may_be_unsigned in rates_in(text, sheet):
        end = reference.start()
        way = _WAY.search(text, max(0, end - _FARTHEST), end)
        if way is None or not value:
            continue
        said = f"'{text[way.start() : reference.end()]}'"
        if bool(way["up"]) != (value > 0):
            message = say("{} says the reverse of its value, {:f}", said, value)
            findings.add(path, message, say("the figure has turned: mend the sentence"), "warning")
        elif way["down"] and may_be_unsigned:
            hint = say("write {}.abs}}", reference[0][:-1])
            message = say("{} says the fall twice, in the word and as a minus", said)
            findings.add(path, message, hint, "warning")
            unsigned = f"{text[:end]}{reference[0][:-1]}.abs}}{text[reference.end() :]}"
            findings.offer(path, unsigned, f"{reference[0][:-1]}.abs}}")
