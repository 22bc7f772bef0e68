"""Fill the figures into a sheet's texts: '{jobs}' becomes '1,200', so that no sentence goes stale.

A reference is `{id}` or `{id[period]}`, optionally with `.abs`, `.period` or `.change`. `{= 50 %}`
marks a number that is meant to be fixed. Other braces stay as they are written.
"""

import operator
import re
import types
import typing
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, NamedTuple

import msgspec

from cqviewer.model import facts, target
from cqviewer.model.changes import NoChange, worked_out_change
from cqviewer.model.choices import ASKED
from cqviewer.model.facts import Indicator, Observation, Sheet
from cqviewer.model.messages import say
from cqviewer.model.numbers.period import Period
from cqviewer.model.numbers.quantity import POINTS
from cqviewer.model.problems import Findings, Misread, Path
from cqviewer.model.suggest import nearest
from cqviewer.model.text import Language, Text, text_fields
from cqviewer.model.wording.wording import Wording

_LAST_WORD = re.compile(r"[^\s\d.,]+$")
_REFERENCE = re.compile(
    r"\{(?:= ?(?P<number>[^{}]{1,60}?) ?"
    r"|(?P<id>[a-z][a-z0-9_.]{0,130})(?:\[(?P<period>[^\[\]{}]{1,40})\])?(?P<part>\.[a-z]{1,10})?)\}"
)
_MAY_HOLD = re.compile(r"\{ ?(?:=|[a-z][a-z0-9_.]*(?:\[[^\]]*\][a-z.]*)?\})")


class _Asked(NamedTuple):
    """A reference that was resolved; `part` is what it asks for, such as `change`, or ''."""

    figure: Indicator
    observation: Observation
    part: str


def without_references(text: str, sheet: Sheet) -> str:
    """Return a text without its references and fixed numbers, which need no check."""
    return _REFERENCE.sub(
        lambda one: "" if one["number"] or _asked(one, sheet)[0] else one[0], text
    )


def rates_in(text: str, sheet: Sheet) -> Iterator[tuple[re.Match[str], Decimal, bool]]:
    """Yield the references of a text to rates of growth and to changes.

    Each comes with its number, and with whether `.abs` would leave out a minus.
    """
    for match in _REFERENCE.finditer(text):
        asked = None if match["number"] else _asked(match, sheet)[0]
        if asked is None:
            continue
        value, is_rate = asked.observation.value, asked.figure.measure == "growth"
        if asked.part == "change":
            change = worked_out_change(asked.figure, asked.observation)
            if not isinstance(change, NoChange):
                yield match, change.difference, False
        elif is_rate and value is not None and asked.part != "period":
            yield match, value, not asked.part


def fill_texts(sheet: Sheet, yaml: str, findings: Findings) -> Sheet:
    """Return a sheet with the figures filled into its texts; warn of references that fail."""
    if not _MAY_HOLD.search(yaml):
        return sheet
    filler = _Filler(sheet, findings)
    filled: Sheet = filler.filled(sheet, ())
    return msgspec.structs.replace(filled, written=filler.written)


class _Filler:
    """Fills the texts of one sheet, each in its own language."""

    def __init__(self, sheet: Sheet, findings: Findings) -> None:
        self._sheet = sheet
        self._findings = findings
        self._wordings: dict[Language, Wording] = {}
        self.written: dict[str, str] = {}
        """For `Sheet.written`."""

    def filled(self, value: Any, path: Path) -> Any:  # noqa: ANN401 - any part of a sheet
        """Return a part of a sheet with its texts filled; the same object if nothing changed."""
        if isinstance(value, tuple):
            items = [self.filled(one, (*path, place)) for place, one in enumerate(value)]
            return value if all(map(operator.is_, items, value)) else tuple(items)
        if isinstance(value, dict):
            parts = {key: self.filled(one, (*path, key)) for key, one in value.items()}
            return value if all(map(operator.is_, parts.values(), value.values())) else parts
        changed = {}
        for name, is_text in _fields(type(value)):
            part = getattr(value, name)
            made = part
            if part and is_text:
                made = self._text(part, (*path, name))
            elif part:
                made = self.filled(part, (*path, name))
            if made is not part:
                changed[name] = made
        return msgspec.structs.replace(value, **changed) if changed else value

    def _text(self, text: Text, path: Path) -> Text:
        """Return a text filled in each of its languages."""
        if isinstance(text, str):
            return self._line(text, self._sheet.first_language, path)
        made = {key: self._line(one, key, (*path, key)) for key, one in text.items()}
        return text if made == text else made

    def _line(self, text: str, language: Language, path: Path) -> str:
        if "{" not in text:
            return text
        made = _REFERENCE.sub(lambda match: self._replacement(match, language, path), text)
        if made != text:
            self.written[made] = text
        return made

    def _replacement(self, match: re.Match[str], language: Language, path: Path) -> str:
        """Return the words for a reference; itself, with a warning, if it cannot be filled in."""
        if match["number"]:
            return match["number"]
        asked, message, hint = _asked(match, self._sheet)
        if asked is None:
            if message:
                self._findings.add(path, message, hint, "warning")
                if near := nearest(match["id"], self._sheet.indicators):
                    text, meant = match.string, match[0].replace(match["id"], near)
                    new = f"{text[: match.start()]}{meant}{text[match.end() :]}"
                    self._findings.offer(path, new, meant)
            return match[0]
        if language not in self._wordings:
            self._wordings[language] = Wording.of(self._sheet, language)
        worded, why = _worded(asked, self._wordings[language], is_first=not match.start())
        if why:
            hint = say("write the words, or ask for the figure itself")
            self._findings.add(path, say("{} stays as it is: {}", match[0], why), hint, "warning")
        elif twice := _said_twice(asked, worded, match, self._wordings[language]):
            message = say("{} says '{}' itself, which comes twice", match[0], twice)
            self._findings.add(path, message, say("leave it out after the brace"), "warning")
        return worded or match[0]


def _asked(match: re.Match[str], sheet: Sheet) -> tuple[_Asked | None, str, str]:
    """Return what a reference asks for, or None with a message and its help.

    Both are '' for braces that may be no reference at all.
    """
    key, part = match["id"], (match["part"] or "")[1:]
    head, _, last = key.rpartition(".")
    if not match["period"] and not part and head and last in ASKED:
        key, part = head, last
    figure = sheet.indicators.get(key)
    if figure is None:
        if head in sheet.indicators and last:
            return None, say("{} asks for '{}'", match[0], last), say("write one of: {}", [*ASKED])
        near = nearest(key, sheet.indicators)
        hint = say("did you mean {{{}}}?", near)
        return None, say("there is no figure '{}' for {}", key, match[0]) if near else "", hint
    if part and part not in ASKED:
        return None, say("{} asks for '{}'", match[0], part), say("write one of: {}", [*ASKED])
    observation = figure.latest
    if match["period"]:
        found = _observation(figure, match["period"])
        if found is None:
            have = (Wording("en").period(one.period) for one in figure.observations[-5:])
            message = say("'{}' has no observation of {}", key, match["period"])
            return None, message, say("it has: {}", [*have])
        observation = found
    return _Asked(figure, observation, part), "", ""


def _observation(figure: Indicator, text: str) -> Observation | None:
    """Return the observation of a period given as text, or None."""
    try:
        period = Period.parse(text.strip(), figure.year_begins)
    except Misread:
        return None
    return figure.observation_for(period)


def _worded(asked: _Asked, wording: Wording, *, is_first: bool) -> tuple[str, str]:
    """Return a figure in words inside a sentence and '', or '' and why there are no words."""
    figure, observation, part = asked
    inside: Callable[[str], str] = str if is_first else wording.inside
    if part == "period":
        return inside(wording.long_period(observation.period)), ""
    if part == "change":
        change = worked_out_change(figure, observation)
        if isinstance(change, NoChange):
            return "", wording.change(figure, change)
        if change.percent is not None:
            return wording.say("percent", number=wording.number(change.percent)), ""
        unit = POINTS if change.is_points else figure.unit
        figure = msgspec.structs.replace(figure, unit=unit, derivation=None)
        observation = msgspec.structs.replace(observation, value=change.difference, bound=None)
    if part == "abs" and observation.value is not None:
        observation = msgspec.structs.replace(observation, value=observation.value.copy_abs())
    plain = figure.measure if figure.measure != "growth" else "level"  # a growth has a plus
    unsigned = msgspec.structs.replace(figure, measure=plain)
    return inside(wording.value(unsigned, observation)), ""


def _said_twice(asked: _Asked, worded: str, match: re.Match[str], wording: Wording) -> str:
    """Return the unit that both ends a figure's words and begins the text after them, or ''."""
    if asked.part == "period":
        return ""
    rest = match.string[match.end() :].lstrip()
    last = _LAST_WORD.search(worded)
    units = (wording.parts(asked.figure, asked.observation).unit, last[0] if last else "")
    return next((one for one in units if one and _begins_with(rest, one)), "")


def _begins_with(text: str, word: str) -> bool:
    """Return whether a text begins with a word, not with the first letters of a longer one."""
    following = text[len(word) : len(word) + 1]
    return text.startswith(word) and not (following.isascii() and following.isalnum())


def _fields(kind: type) -> tuple[tuple[str, bool], ...]:
    """Return the fields of a type of facts that hold texts, or facts with texts in them."""
    if kind not in _FIELDS:
        found = _parts_with_texts(kind) if issubclass(kind, msgspec.Struct) else ()
        _FIELDS[kind] = tuple(found)
    return _FIELDS[kind]


_OF_FACTS = (facts.__name__, target.__name__)
_FIELDS: dict[type, tuple[tuple[str, bool], ...]] = {}


def _parts_with_texts(kind: type) -> Iterator[tuple[str, bool]]:
    for name, hint in typing.get_type_hints(kind).items():
        if name in text_fields(kind):
            yield name, True
        elif any(getattr(one, "__module__", "") in _OF_FACTS for one in _arguments(hint)):
            yield name, False


def _arguments(hint: Any) -> Iterator[Any]:  # noqa: ANN401 - a type or an alias of one
    """Yield the alternatives of a type, and what it is a collection of."""
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) in (tuple, dict, typing.Union):
        yield hint
        for one in typing.get_args(hint):
            yield from _arguments(one)
    else:
        yield hint
