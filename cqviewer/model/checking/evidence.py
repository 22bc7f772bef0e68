"""Evidence: whether each stated number occurs in the paragraph of the source that a sheet cites."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path as FilePath

import msgspec

from cqviewer.model.citation import Citation
from cqviewer.model.facts import Observation, Sheet
from cqviewer.model.numbers.unit import Unit
from cqviewer.model.problems import Findings, Path
from cqviewer.model.reading.derive import WIDE

LARGEST_FILE = 5_000_000
"""Bytes that a source's text may have."""

_SCALES = {
    word: exponent
    for exponent, words in {
        3: "thousand k 千",
        4: "万",
        6: "million mn m 百万",
        7: "千万",
        8: "亿",
        9: "billion bn 十亿",
        10: "百亿",
        11: "千亿",
        12: "trillion trn tn 万亿",
    }.items()
    for word in words.split()
}
"""Words of scale as powers of ten."""

_PERCENT = r"%|percentage|percent|per\s+cent|pct"
_DIGITS = r"(?:\d{1,3}(?:[, ]\d{3})+(?!\d)|\d+)(?:\.\d+)?(?!\.?\d)"
_NUMBER = re.compile(
    rf"(?P<of_hundred>百分之)?(?<![\w.])(?P<number>{_DIGITS})"
    rf"\s*-?(?P<scale>{'|'.join(sorted(_SCALES, key=len, reverse=True))})?"
    r"(?!(?!percent|per\s|pct)[a-z])"
    rf"\s*-?(?P<percent>{_PERCENT})?(?P<times>倍)?",
    re.ASCII,
)
_TIMES_MORE = re.compile(r"(?:增长|增加|提高|上升|增幅)[^，。；]{0,6}$")
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
    rf"\b(?:{'|'.join(_WORDS)})(?:[\s-](?:{'|'.join(_WORDS)}|hundred|thousand))*\b"
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
    """Read all numbers in a text: 7.6 %, 690,000, 69万, 4656.5亿元, nine, doubled (+100 %)."""
    plain = unicodedata.normalize("NFKC", text).lower().replace("\N{MINUS SIGN}", "-")
    found = {Mention(Decimal(rise), True) for words, rise in _FOLDS if words.search(plain)}
    for match in _NUMBER.finditer(plain):
        number = Decimal(re.sub("[, ]", "", match["number"]))
        if match["percent"] or match["of_hundred"]:
            found.add(Mention(number, True))
        elif match["times"] and _TIMES_MORE.search(plain[: match.start()]):
            found.add(Mention(100 * number, True))
        else:
            found.add(Mention(number.scaleb(_SCALES.get(match["scale"] or "", 0)), False))
    found.update(Mention(Decimal(number), False) for number in _spelled_numbers(plain))
    return found


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
    """Tell whether a text states a value in a unit, with either sign, in any usual spelling."""
    is_percent = unit.kind == "percent"
    amount = value.scaleb(unit.exponent, WIDE)
    wanted = {amount, -amount}
    return any(one.is_percent == is_percent and one.amount in wanted for one in mentions(text))


# Sheets


def find_texts(
    sheet: Sheet, folder: FilePath, given: FilePath | None, findings: Findings
) -> dict[str, list[str]]:
    """Read the paragraphs of each source whose text is at hand.

    A source names a file in the sheet's own folder; `given` serves the sources that name none.
    """
    texts = {}
    for key, source in sheet.sources.items():
        path: Path = ("sources", key, "evidence")
        if source.evidence is not None:
            file = folder / source.evidence
            if file.resolve().parent != folder.resolve():
                findings.add(path, "the text does not lie in the sheet's own folder")
                continue
        elif given is not None:
            file = given
        else:
            continue
        try:
            texts[key] = _paragraphs(file)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            findings.add(path, f"the text {file.name} cannot be read: {reason}")
    return texts


def _paragraphs(file: FilePath) -> list[str]:
    """Read a text's paragraphs, one a line, without empty lines; ValueError if it is none."""
    if not file.is_file():
        raise ValueError("there is no such file")
    with file.open("rb") as stream:
        data = stream.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise ValueError(f"it is larger than {LARGEST_FILE:,} bytes")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError("it is no UTF-8 text") from None
    return [line for line in re.split(r"\r\n|\r|\n", text) if line.strip()]


def check_evidence(
    sheet: Sheet, texts: Mapping[str, list[str]], findings: Findings
) -> Confirmation:
    """Look up each stated number; those that are not found are reported.

    What is counted over the goals (the number announced) is looked up, but not counted.
    """
    found = of = 0
    for path, key, unit, one in _stated(sheet):
        if one.citation is None or one.value is None:
            continue
        is_counted = not key.startswith("goals.")
        of += is_counted
        if _confirm(one.value, unit, one.citation, path, texts, findings):
            found += is_counted
    return Confirmation(found, of)


def _stated(sheet: Sheet) -> Iterator[tuple[Path, str, Unit, Observation]]:
    """Give each stated observation, with its path, its indicator's id and its unit."""
    for key, indicator in sheet.indicators.items():
        for index, one in enumerate(indicator.observations):
            path: Path = ("indicators", key)
            if indicator.is_counted_here:
                path = ("goals", "announced")
            else:
                path += ("observations", index, "value") if indicator.is_listed else ("value",)
            if one.status == "stated":
                yield path, key, indicator.unit, one


def _confirm(
    value: Decimal,
    unit: Unit,
    citation: Citation,
    path: Path,
    texts: Mapping[str, list[str]],
    findings: Findings,
) -> bool:
    """Look a number up where it is cited; in the whole text where no paragraph is named."""
    source = citation.source
    if source not in texts:
        hint = f"write `evidence: FILE.txt` in the source '{source}', or set CQVIEWER_EVIDENCE"
        findings.add(path, f"the text of the source '{source}' is not at hand", hint)
        return False
    paragraphs = texts[source]
    numbers = citation.numbers if citation.part == "paragraph" else ()
    beyond = [one for one in numbers if not 1 <= one <= len(paragraphs)]
    if beyond:
        message = f"the text of '{source}' has {_counted(len(paragraphs))}, but no {beyond[0]}"
        findings.add(path, message, "mend the citation")
        return False
    cited = [paragraphs[one - 1] for one in numbers] or paragraphs
    if any(is_stated(text, value, unit) for text in cited):
        return True
    where = f"paragraph {citation.where}" if numbers else "the text"
    elsewhere = [
        number for number, text in enumerate(paragraphs, 1) if is_stated(text, value, unit)
    ]
    hint = f"it is in paragraph {elsewhere[0]}" if elsewhere else _numbers_in(cited)
    findings.add(path, f"{value:f} is not in {where} of '{source}'", hint)
    return False


def _counted(paragraphs: int) -> str:
    return f"{paragraphs} paragraph{'' if paragraphs == 1 else 's'}"


def _numbers_in(texts: list[str]) -> str:
    """Name some numbers of a text, to compare a wrong one with."""
    found = sorted({one for text in texts for one in mentions(text)}, key=lambda one: one.amount)
    shown = [f"{one.amount.normalize():f}{' %' if one.is_percent else ''}" for one in found[:8]]
    return f"the numbers there: {', '.join(shown)}" if shown else "there is no number"
