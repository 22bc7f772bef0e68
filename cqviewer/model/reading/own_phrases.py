"""A sheet's own phrases: a file of keys and texts for each language, beside the sheet."""

from collections.abc import Mapping
from pathlib import Path

from cqviewer.model import problems
from cqviewer.model.files.plain_file import Limits, read_file
from cqviewer.model.messages import say
from cqviewer.model.problems import Findings, SheetError
from cqviewer.model.reading.yaml_tree import decode, locate, parse_yaml
from cqviewer.model.suggest import did_you_mean
from cqviewer.model.text import Language, is_right_to_left
from cqviewer.model.wording.phrases import OPTIONAL, Vocabulary, parts_allowed, parts_of, phrases_of

LIMITS = Limits(file_bytes=200_000, values=2000)
FILE = "phrases-{language}.yaml"
"""The name of a language's phrases where they are embedded in a PDF or HTML page."""
LONGEST = 500
"""Characters that one phrase may have."""


def read_phrases(
    files: dict[Language, str],
    folder: Path,
    findings: Findings,
    beside: Mapping[str, bytes] | None = None,
) -> dict[Language, dict[str, str]]:
    """Return the phrases of files in a folder, or of files that were embedded beside the sheet.

    Faulty phrases are left out, with a warning.
    """
    return {
        language: _read(
            folder / name,
            ("phrases", language),
            findings,
            (beside or {}).get(FILE.format(language=language)),
        )
        for language, name in files.items()
    }


def note_languages(
    languages: tuple[Language, ...],
    phrases: dict[Language, dict[str, str]],
    findings: Findings,
) -> None:
    """Add notes on languages that lack phrases, and on those that run from right to left."""
    for place, language in enumerate(languages):
        if is_right_to_left(language):
            message = say(
                "lines in '{}' run from right to left; cards, tables and charts are laid"
                " out from left to right all the same",
                language,
            )
            findings.add(("languages", place), message, "", "note")
        lacking = Vocabulary(language, phrases.get(language)).lacking()
        if lacking:
            message = say(
                "cqviewer has no words in '{}' for {} of its phrases; print,"
                " charts and alternative texts say them in English",
                language,
                len(lacking),
            )
            hint = say(
                "bring them: `cqviewer schema --phrases` lists them, `phrases: {{{}: …}}`", language
            )
            findings.add(("languages", place), message, say("{} names your file", hint), "note")


def _read(
    file: Path, path: problems.Path, findings: Findings, data: bytes | None
) -> dict[str, str]:
    """Return the sound phrases of one file, whose bytes may be given as `data`."""
    try:
        text = decode(read_file(file, LIMITS) if data is None else data, file.name)
        tree = parse_yaml(text, file.name, LIMITS)
        found = [*tree.problems]
    except SheetError as error:
        tree, found = None, error.problems
    for one in found:
        where = f"{file.name}:{one.line}" if one.line else file.name
        findings.add(path, say("{}: {}", where, one.message), one.help, "warning")
    if tree is None:
        return {}
    if not isinstance(tree.root, dict):
        message = say("{} holds no phrases", file.name)
        hint = say("write lines such as: about: etwa")
        findings.add(path, message, hint, "warning")
        return {}
    kept: dict[str, str] = {}
    wrong: dict[str, tuple[str, str]] = {}
    for key, value in tree.root.items():
        fault = _fault(key, value)
        if fault:
            wrong[key] = fault
        else:
            kept[key] = str(value)
    places = locate(text, [(key,) for key in wrong])
    for key, (message, hint) in wrong.items():
        line = places[(key,)][0]
        findings.add(path, say("{}:{}: {}", file.name, line, message), hint, "warning")
    return kept


def _fault(key: str, value: object) -> tuple[str, str] | None:
    """Return what is wrong with a phrase and what to write instead; None for a sound one."""
    if key not in phrases_of("en") and not key.startswith(OPTIONAL):
        return say("cqviewer has no phrase `{}`", key[:60]), did_you_mean(key, phrases_of("en"))
    if not isinstance(value, str):
        return say("`{}` is no text", key), say("write one text")
    if len(value) > LONGEST:
        return say("`{}` is longer than {} characters", key, LONGEST), say("shorten it")
    allowed = parts_allowed(key)
    hint = say("it may hold {}", [f"{{{one}}}" for one in sorted(allowed)]) if allowed else ""
    try:
        unknown = [one for one in parts_of(value) if one not in allowed]
    except ValueError:
        return say("the braces of `{}` are wrong", key), hint or say("write it without braces")
    if unknown:
        message = say("nothing is filled into `{}` for {{{}}}", key, unknown[0][:40])
        return message, hint or say("write it without braces")
    return None
