"""Sentences on what is wrong: worded in the language of the process that shows them."""

import pickle
from decimal import Decimal
from typing import TypeVar

import pytest

from cqviewer.model import messages
from cqviewer.model.messages import reworded, say, set_language
from cqviewer.model.problems import Misread, Problem, SheetError

T = TypeVar("T")
CHINESE = {
    "'{}' is {:,} times in {}": "{2} 里有 {1:,} 个“{0}”",
    "a list": "列表",
    "; keep one": "；请只留一个",
    "write {en: …}": "请写 {en: …}",
}


@pytest.fixture(autouse=True)
def chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a small Chinese catalog."""
    monkeypatch.setattr(messages, "catalog", {"en": {}, "zh": CHINESE}.__getitem__)


def sent(value: T) -> T:
    """Return what another process receives."""
    received: T = pickle.loads(pickle.dumps(value))  # noqa: S301 - what this test has written
    return received


def test_a_sentence_is_english_text_with_its_values() -> None:
    said = say("'{}' is {:,} times in {}", "{x}", 1234, ["a", "b"])
    assert said == "'{x}' is 1,234 times in a, b"
    assert str(said) is said
    assert say("write {en: …}") == "write {en: …}"


def test_another_process_words_it_in_its_own_language() -> None:
    message = say("'{}' is {:,} times in {}", "x", 1234, [say("a list"), "b"])
    problem = Problem(message=message, help=say("a list") + say("; keep one") + "!")
    set_language("zh")
    received, error, misread = sent((problem, SheetError([problem]), Misread(message)))
    assert received.message == "列表、b 里有 1,234 个“x”"
    assert received.help == "列表；请只留一个!"
    assert error.problems == [received]
    assert str(misread) == received.message


def test_what_is_shown_can_be_worded_anew() -> None:
    said = say("a list")
    set_language("zh")
    shown = reworded(said)
    assert shown == "列表"
    set_language("en")
    assert (reworded(shown), reworded("其他")) == ("a list", "其他")


def test_a_sentence_without_a_translation_stays_english() -> None:
    set_language("zh")
    assert say("unheard of: {}", Decimal("1.0")) == "unheard of: 1.0"


def test_any_value_can_be_sent() -> None:
    said = say("{} and {}", ValueError("it"), [object])
    assert sent(said) == said == "it and <class 'object'>"
