"""Why something is not written, and what can be done, in sentences."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cqviewer.model.editing.parts import Group, Part
from cqviewer.model.problems import Offer, Path, Problem
from cqviewer.ui.editing.message import Message
from cqviewer.ui.editing.refusals import missing, ways_out, why
from cqviewer.ui.style.look import Look

pytestmark = pytest.mark.usefixtures("look")


def problem(*paths: Path, **said: object) -> Problem:
    """Return a problem at some paths."""
    return Problem(message="'abc' is no number.", paths=paths, **said)  # type: ignore[arg-type]


def test_what_is_certain_is_the_one_way_out_and_else_what_is_offered() -> None:
    done: list[object] = []
    offer = Offer(("indicators", "jobs", "value"), "1184")
    certain = problem(fix="12", offers=(offer,))
    [(text, act)] = ways_out(certain, done.append, done.append)
    assert text == "Fix: write 12"
    act()
    [(text, act)] = ways_out(problem(offers=(offer,)), done.append, done.append)
    assert "1184" in text.replace(",", "")
    act()
    assert done == ["12", offer]
    assert ways_out(problem(), done.append, done.append) == ()


def test_why_ends_with_one_stop_and_leaves_a_help_to_its_fix() -> None:
    assert why("nothing is there.") == "Not saved yet: nothing is there."
    one = problem(help="write 12")
    assert why(one) == f"Not saved yet: {one.said().rstrip('.')}."
    assert "write 12" in why(one)
    assert "write 12" not in why(one, has_fix=True)


def part(path: Path, *lists: Path) -> Part:
    groups = tuple(Group(one, "observations", ()) for one in lists)
    return Part(path, "indicator", "Jobs", (), groups)


def test_the_fields_that_are_still_to_be_filled_are_named_once() -> None:
    own: Path = ("indicators", "jobs")
    listed: Path = (*own, "observations")
    found = [
        problem((*own, "?name")),
        problem((*own, "?unit"), (*own, "?name")),
        problem((*listed, 0, "?value")),
        problem(("indicators", "others", "?measure")),
        problem((*own, "source")),
        problem(),
    ]
    assert (
        missing(part(own, listed), found) == "Not saved yet. Still to be filled: Name, Unit, Value"
    )
    assert missing(part(own), found[:1]) == "Not saved yet. Still to be filled: Name"
    assert missing(None, found) == ""
    assert missing(part(own), []) == ""


def test_a_message_offers_links_until_something_else_is_said(qtbot: QtBot, look: Look) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    message = Message(look, window, "caption")
    done: list[int] = []
    message.say("Not saved yet.", is_quiet=True)
    message.offer("Write 12", lambda: done.append(12))
    message.offer("Take it out", lambda: done.append(0))
    assert (message.text, [one.text() for one in message.links]) == (
        "Not saved yet.",
        ["Write 12", "Take it out"],
    )
    for link in message.links:
        link.click()
    assert done == [12, 0]
    message.say("Saved.")
    assert (message.text, message.links) == ("Saved.", [])
