"""Evidence: whether each stated number occurs in the paragraph of the source that a sheet cites."""

import heapq
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path as FilePath

import msgspec

from cqviewer.model.citation import Citation
from cqviewer.model.facts import Sheet
from cqviewer.model.files.plain_file import Limits, lies_in, read_file
from cqviewer.model.numbers.amount import WIDE
from cqviewer.model.numbers.unit import SCALE_WORDS, Unit
from cqviewer.model.problems import Findings, Path, SheetError

LARGEST_FILE = 5_000_000
"""Bytes that a source's text may have."""

_GAP = r"\s{0,3}-?"
"""What may stand between a number and its scale: never so much that it is looked through twice."""

_PERCENT = r"%|percentage|percent|per\s{1,3}cent|pct"
_DIGITS = r"(?:\d{1,3}(?:[, ]\d{3})+(?!\d)|\d+)(?:\.\d+)?(?!\.?\d)"
_NUMBER = re.compile(
    rf"(?P<of_hundred>百分之)?(?<![\w.])(?P<number>{_DIGITS})"
    rf"{_GAP}(?P<scale>{'|'.join(sorted(SCALE_WORDS, key=len, reverse=True))})?"
    r"(?!(?!percent|per\s|pct)[a-z])"
    rf"{_GAP}(?P<percent>{_PERCENT})?(?P<times>倍)?",
    re.ASCII,
)
_MOST_NAMED = 8
_TIMES_MORE = re.compile(r"(?:增长|增加|提高|上升|增幅)[^，。；]{0,6}$")
_LONGEST_TIMES_MORE = 8
_FOLDS = [
    (re.compile(r"\bdoubl(?:ed|ing|es?)\b|\btwofold\b|\btwice\b|翻了?一?番|翻倍"), 100),
    (re.compile(r"\b(?:tripl|trebl)(?:ed|ing|es?)\b|\bthreefold\b"), 200),
    (re.compile(r"\bquadrupl(?:ed|ing|es?)\b|\bfourfold\b|翻两番"), 300),
    (re.compile(r"\bhalv(?:ed|ing|es?)\b|减半"), -50),
]
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS = {
    **{word: number for number, word in enumerate(_UNITS.split())},
    **{word: 10 * number for number, word in enumerate(_TENS.split(), 2)},
}
_SPELLED = re.compile(
    rf"\b(?:{'|'.join(_WORDS)})(?:[\s-](?:{'|'.join(_WORDS)}|hundred|thousand)){{0,12}}\b"
)
_CHINESE_DIGITS = {digit: number for number, digit in enumerate("零一二三四五六七八九")} | {"两": 2}
_CHINESE = re.compile("[一二三四五六七八九两]?十[一二三四五六七八九]?|[二三四五六七八九两]")


class Mention(msgspec.Struct, frozen=True):
    """A number that a text mentions: in whole units, or in per cent."""

    amount: Decimal
    is_percent: bool


class Confirmation(msgspec.Struct, frozen=True):
    """How many of a sheet's stated figures were found where the sheet says."""

    found: int
    of: int


def mentions(text: str) -> set[Mention]:
    """Return all numbers in a text: 7.6 %, 690,000, 69万, 4656.5亿元, nine, doubled (+100 %)."""
    plain = text.translate(_COMPATIBLE).lower()
    found = {Mention(Decimal(rise), True) for words, rise in _FOLDS if words.search(plain)}
    for match in _NUMBER.finditer(plain):
        number = Decimal(re.sub("[, ]", "", match["number"]))
        before = plain[max(0, match.start() - _LONGEST_TIMES_MORE) : match.start()]
        if match["percent"] or match["of_hundred"]:
            found.add(Mention(number, True))
        elif match["times"] and _TIMES_MORE.search(before):
            found.add(Mention(100 * number, True))
        else:
            found.add(Mention(number.scaleb(SCALE_WORDS.get(match["scale"] or "", 0)), False))
    found.update(Mention(Decimal(number), False) for number in _spelled_numbers(plain))
    return found


class _Compatible(dict[int, str]):
    """The plain form of each character (NFKC), one by one.

    A whole text would be sorted too, which takes long where many marks stand together.
    """

    def __missing__(self, code: int) -> str:
        character = "-" if code == 0x2212 else unicodedata.normalize("NFKC", chr(code))
        self[code] = character
        return character


_COMPATIBLE = _Compatible()


def _spelled_numbers(text: str) -> Iterator[int]:
    """Read numbers that are written as words, in English and (up to 99) in Chinese."""
    for match in _SPELLED.finditer(text.replace("hundred and ", "hundred ")):
        total = part = 0
        for word in re.split(r"[\s-]", match[0]):
            if word == "hundred":
                part *= 100
            elif word == "thousand":
                total, part = total + part * 1000, 0
            else:
                part += _WORDS[word]
        yield total + part
    for match in _CHINESE.finditer(text):
        tens, ten, ones = match[0].rpartition("十")
        yield 10 * (_CHINESE_DIGITS.get(tens, 1) if ten else 0) + _CHINESE_DIGITS.get(ones, 0)


def is_stated(text: str, value: Decimal, unit: Unit) -> bool:
    """Return whether a text states a value in a unit, with either sign, in any usual spelling."""
    return not mentions(text).isdisjoint(_spellings(value, unit))


def _spellings(value: Decimal, unit: Unit) -> set[Mention]:
    """Return what states a value in a unit: its amount, with either sign."""
    amount = value.scaleb(unit.exponent, WIDE)
    is_percent = unit.kind == "percent"
    return {Mention(amount, is_percent), Mention(-amount, is_percent)}


class Evidence:
    """The text of a source: its paragraphs, and where in them each number is."""

    def __init__(self, paragraphs: list[str]) -> None:
        """Read the numbers of all paragraphs once, however many are looked up."""
        self.paragraphs = paragraphs
        self._places: dict[Mention, list[int]] = {}
        self._least: list[list[Mention]] = []
        for number, text in enumerate(paragraphs, 1):
            found = mentions(text)
            self._least.append(_least(found))
            for one in found:
                self._places.setdefault(one, []).append(number)

    def places(self, value: Decimal, unit: Unit) -> list[int]:
        """Return the numbers of the paragraphs that state a value."""
        found = [self._places.get(one, []) for one in _spellings(value, unit)]
        return sorted({number for numbers in found for number in numbers})

    def least(self, paragraphs: tuple[int, ...]) -> list[Mention]:
        """Return the least numbers of some paragraphs, or of all, to compare a wrong one with."""
        chosen = [self._least[one - 1] for one in paragraphs] or self._least
        return _least({one for numbers in chosen for one in numbers})


def _least(numbers: set[Mention]) -> list[Mention]:
    return heapq.nsmallest(_MOST_NAMED, numbers, key=lambda one: (one.amount, one.is_percent))


# Sheets


def find_texts(
    sheet: Sheet, folder: FilePath, given: FilePath | None, findings: Findings
) -> dict[str, Evidence]:
    """Read the text of each source that has one at hand.

    A source names a file in the sheet's own folder; `given` serves the sources that name none.
    """
    texts = {}
    for key, source in sheet.sources.items():
        path: Path = ("sources", key, "evidence")
        if source.evidence is not None:
            file = folder / source.evidence
            if not lies_in(file, folder):
                findings.add(path, "the text does not lie in the sheet's own folder")
                continue
        elif given is not None:
            file = given
        else:
            continue
        try:
            texts[key] = Evidence(_paragraphs(file))
        except SheetError as error:
            findings.add(path, f"the text {file.name} cannot be read: {error.problems[0].message}")
        except ValueError as error:
            findings.add(path, f"the text {file.name} cannot be read: {error}")
    return texts


def _paragraphs(file: FilePath) -> list[str]:
    """Read a text's paragraphs, one a line, without empty lines."""
    data = read_file(file, Limits(file_bytes=LARGEST_FILE))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError("it is no UTF-8 text") from None
    return [line for line in re.split(r"\r\n|\r|\n", text) if line.strip()]


def check_evidence(sheet: Sheet, texts: Mapping[str, Evidence], findings: Findings) -> Confirmation:
    """Look up each stated number; those that are not found are reported.

    What is counted over the goals (the number announced) is looked up, but not counted.
    """
    found = of = 0
    missing: Counter[str] = Counter()
    for path, key, unit, amount, citation in _stated(sheet):
        if citation is None or amount is None:
            continue
        is_counted = not key.startswith("goals.")
        of += is_counted
        text = texts.get(citation.source)
        if text is None:
            missing[citation.source] += 1
        elif _confirm(amount, unit, citation, path, text, findings):
            found += is_counted
    for source, number in missing.items():
        message = f"the text of the source '{source}' is not at hand, so that"
        message += f" {number} stated number{'s are' if number > 1 else ' is'} not looked up"
        hint = "write `evidence: FILE.txt` in the source, or set CQVIEWER_EVIDENCE"
        findings.add(("sources", source), message, hint)
    return Confirmation(found, of)


def _stated(
    sheet: Sheet,
) -> Iterator[tuple[Path, str, Unit, Decimal | None, Citation | None]]:
    """Yield each stated value and each target: path, indicator's id, unit, number and citation."""
    for key, indicator in sheet.indicators.items():
        for index, one in enumerate(indicator.observations):
            path: Path = ("indicators", key)
            if indicator.is_counted_here:
                path = ("goals", "announced")
            else:
                path += ("observations", index, "value") if indicator.is_listed else ("value",)
            if one.status == "stated":
                yield path, key, indicator.unit, one.amount, one.citation
        for place, target in enumerate(indicator.targets):
            path = ("indicators", key, "targets", place)
            yield path, key, indicator.unit, target.value, target.citation


def _confirm(
    value: Decimal,
    unit: Unit,
    citation: Citation,
    path: Path,
    text: Evidence,
    findings: Findings,
) -> bool:
    """Look a number up where it is cited; in the whole text where no paragraph is named."""
    source, last = citation.source, len(text.paragraphs)
    numbers = citation.numbers if citation.part == "paragraph" else ()
    beyond = [one for one in numbers if not 1 <= one <= last]
    if beyond:
        message = f"the text of '{source}' has {_counted(last)}, but no {beyond[0]}"
        findings.add(path, message, "mend the citation")
        return False
    places = text.places(value, unit)
    if places and (not numbers or not set(numbers).isdisjoint(places)):
        return True
    where = f"paragraph {citation.where}" if numbers else "the text"
    hint = ""
    if places:
        hint = f"it is in paragraph {places[0]}"
    elif not findings.are_many:
        hint = _worded(text.least(numbers))
    findings.add(path, f"{value:f} is not in {where} of '{source}'", hint)
    return False


def _counted(paragraphs: int) -> str:
    return f"{paragraphs} paragraph{'' if paragraphs == 1 else 's'}"


def _worded(numbers: list[Mention]) -> str:
    """List the numbers of a text."""
    shown = [f"{one.amount.normalize():f}{' %' if one.is_percent else ''}" for one in numbers]
    return f"the numbers there: {', '.join(shown)}" if shown else "there is no number"
