"""What is wrong and what to write instead, said in the language of whoever reads it.

A sentence remembers its English template and what was filled in. So the worker process says all in
English, and the window words it in its own language as it receives it.
"""

import functools
import json
from collections.abc import Callable, Mapping
from decimal import Decimal

from cqviewer.model.text import Language, capitalised, in_language
from cqviewer.paths import resources_folder

_Values = tuple[object, ...]
_language: Language = "en"
_LISTS = {"en": ", ", "zh": "、"}


class Sentence(str):
    """A sentence that can be worded in another language; pickling takes it there."""

    __slots__ = ("template", "values")
    template: str
    values: _Values

    def __str__(self) -> str:
        """Return the sentence itself, so that the text of an error stays one."""
        return self

    def __add__(self, tail: str) -> str:
        """Return the sentence with what follows."""
        return say("{}{}", self, tail) if tail else self

    def __reduce__(self) -> tuple[Callable[[str, _Values], str], tuple[str, _Values]]:
        """Return how to unpickle it: in the language of the process that does."""
        return _say, (self.template, self.values)


def set_language(language: Language) -> None:
    """Word the sentences of this process in a language from now on."""
    global _language
    _language = language


def say(template: str, /, *values: object) -> str:
    """Return a sentence: the English template, or that of the catalog, with the values filled in.

    A list is joined by commas, and of a text per language that of the sentence is taken. Without
    values braces stay as they are.
    """
    return _say(template, tuple(map(_plain, values)))


def template(text: str) -> str:
    """Mark a text as a template that `say` is given elsewhere."""
    return text


def reworded(text: str) -> str:
    """Return a sentence in the current language; any other text as it is."""
    return _say(text.template, text.values) if isinstance(text, Sentence) else text


def begun(text: str) -> str:
    """Return a sentence that begins with a capital letter, unless that is a file's name."""
    return text if "." in text.split(" ", 1)[0] else capitalised(text)


@functools.cache
def catalog(language: Language) -> Mapping[str, str]:
    """Return the templates of a language by the English ones; none without a file."""
    file = resources_folder() / "messages" / f"{language}.json"
    templates: dict[str, str] = json.loads(file.read_bytes()) if file.is_file() else {}
    return templates


def _say(template: str, values: _Values) -> str:
    own = catalog(_language).get(template, template)
    sentence = Sentence(own.format(*map(_shown, values)) if values else own)
    sentence.template, sentence.values = template, values
    return sentence


def _plain(value: object) -> object:
    """Return what can be sent to another process: texts and numbers."""
    if isinstance(value, list):
        return tuple(map(_plain, value))
    return value if isinstance(value, str | int | float | Decimal | dict) else str(value)


def _shown(value: object) -> object:
    if isinstance(value, tuple):
        return _LISTS.get(_language, ", ").join(map(str, map(_shown, value)))
    if isinstance(value, dict):
        return in_language(value, _language)
    return reworded(value) if isinstance(value, str) else value
