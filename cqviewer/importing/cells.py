"""Values as cells write them: what is read, and in which way it was read otherwise than written."""

import functools
import re
from decimal import Decimal, localcontext
from typing import Literal

import msgspec

from cqviewer.model.numbers.foreign_marks import mark_of, reason_of
from cqviewer.model.reading.import_format import ImportEntry

Way = Literal[
    "decimal comma",
    "thousands",
    "float noise",
    "brackets",
    "bound",
    "unit in the cell",
    "flag in the cell",
    "power of ten",
    "mark",
    "unknown",
]
"""How the reading of a cell differs from what is written, or that it is not understood."""

_BODY = r"\d[\d.,'’ \u00a0\u202f]*(?:[eE][-+]?\d{1,2})?|[.,]\d+"
_NUMBER = rf"[-+]?(?:{_BODY})"
_SIGNS = r"[A-Z]{0,3}[$€£¥₹]"
_CELL = re.compile(
    rf"(?P<open>\()?\s*(?P<bound><=|>=|[<>≤≥])?\s*(?P<before>{_SIGNS})?\s*(?P<number>{_NUMBER})"
    rf"(?P<scale>(?<=\d)(?:[kKM]|[mbt]n)(?![A-Za-z]))?\s*(?P<after>%|{_SIGNS})?\s*(?P<close>\))?\s*"
    r"(?P<flag>[A-Za-z]{1,3}|\[[A-Za-z]\](?:\s*\[[A-Za-z]\])*|\([A-Za-z]\)|[*†‡~#]+|[¹²³])?"
)
_PLAIN = re.compile(r"[-+]?(?:0|[1-9]\d*)(?:\.\d+)?")
_BOUNDS = {
    "<": "below",
    "<=": "at most",
    "≤": "at most",
    ">": "above",
    ">=": "at least",
    "≥": "at least",
}
_MARK = re.compile(r"[.:…*\-–—/?~#]+|n\.?/?[adpskv]\.?|\[[A-Za-z]\]|\([a-z:]\)|#?N/A", re.I)
_SCALES = {"k": 3, "m": 6, "mn": 6, "bn": 9, "tn": 12}
"""Scales right after a number, 1.2M; a small m is a flag, and B a break, in offices' files."""
_LEVEL = re.compile(r"\d\d(?:\.\d)? ?% ?[A-Z]{2,3}")
"""The head of a confidence interval: 95% CI."""
_MOST_DIGITS = 15
"""Significant digits that every number of a computer's arithmetic (IEEE 754 double) keeps."""


class Amount(msgspec.Struct, frozen=True):
    """What a cell says: a number or bound as a sheet writes it, or why there is none.

    `text` is empty where the cell is; what is not understood stays as it is written, and `check`
    reports it. `is_scaled` says that a scale of the cell, as in 1.2bn, is worked into `text`.
    """

    text: str = ""
    missing: str = ""
    status: tuple[str, ...] = ()
    unit: str = ""
    ways: tuple[Way, ...] = ()
    is_scaled: bool = False


class Style(msgspec.Struct, frozen=True):
    """How a table writes numbers."""

    decimal: str = "."
    is_certain: bool = True


@functools.lru_cache(50_000)
def looks_like_value(text: str) -> bool:
    """Return whether a cell holds a number or a mark that stands for none."""
    text = text.strip()
    return bool(text) and (is_numeric(text) or bool(_MARK.fullmatch(text)) or text[0] == ":")


@functools.lru_cache(50_000)
def is_numeric(text: str) -> bool:
    """Return whether a cell holds a number, whatever stands around it."""
    text = _with_hyphen(text.strip()).removeprefix("±")
    is_number = bool(_PLAIN.fullmatch(text) or (len(text) < 40 and _CELL.fullmatch(text)))
    return is_number and not _LEVEL.fullmatch(text)


def _with_hyphen(text: str) -> str:
    """Return a text with a hyphen for the minus sign or dash before its number."""
    if "\u2212" not in text and "\u2013" not in text:
        return text
    return re.sub(r"^(\(?)[\u2212\u2013] ?(?=[\d.,])", r"\1-", text)


def style_of(texts: list[str]) -> Style:
    """Return how cells write numbers; not certain where a comma or point may be either sign."""
    votes = {".": 0, ",": 0}
    doubtful = {".": 0, ",": 0}
    for text in texts:
        match = _CELL.fullmatch(_with_hyphen(text.strip()))
        number = match["number"] if match else ""
        signs = [one for one in number if one in ".,"]
        if not signs:
            continue
        last, after = signs[-1], len(re.split("[.,]", number)[-1])
        if (
            len(set(signs)) == 2
            or (len(signs) == 1 and after != 3)
            or number.startswith(("0", "-0"))
        ):
            votes[last] += 1
        elif len(signs) > 1:
            votes["," if last == "." else "."] += 1
        else:
            doubtful[last] += 1
    if votes["."] or votes[","]:
        return Style("," if votes[","] > votes["."] else ".", not (votes["."] and votes[","]))
    return Style(".", not (doubtful[","] or doubtful["."]))


def read_amount(text: str, style: Style, options: ImportEntry) -> Amount:
    """Return what a cell says of a value."""
    text = _with_hyphen(re.sub(r"[\u00a0\u202f\s]+", " ", text).strip())
    if text in options.missing:
        return _meant(options.missing[text])
    if not text:
        return Amount()
    if style.decimal == "." and len(text) <= _MOST_DIGITS and _PLAIN.fullmatch(text):
        return Amount(text.removeprefix("+"))
    if match := _CELL.fullmatch(text):
        if bool(match["open"]) == bool(match["close"]):
            return _number(match, text, style, options)
        return Amount(text, ways=("unknown",))
    return _without_number(text, options)


def is_plain(text: str) -> bool:
    """Return whether a text is a number as a sheet writes it."""
    return bool(_PLAIN.fullmatch(text))


def _meant(meaning: str) -> Amount:
    """Return the amount of a mark whose meaning was given: a reason, a number, or 'omit'."""
    if meaning == "omit":
        return Amount(ways=("mark",))
    if is_plain(meaning):
        return Amount(meaning, ways=("mark",))
    return Amount(missing=meaning, ways=("mark",))


def _without_number(text: str, options: ImportEntry) -> Amount:
    """Read a letter in brackets, or a mark with a flag that tells why there is no number."""
    mark, _, flag = text.partition(" ")
    if mark in options.missing:
        return _meant(options.missing[mark])
    flag = flag if mark in (":", "..", "-") else text if re.fullmatch(r"\[[A-Za-z]\]", text) else ""
    reason = reason_of(flag) if flag else None
    return Amount(missing=reason, ways=("mark",)) if reason else Amount(text, ways=("unknown",))


def _number(match: re.Match[str], text: str, style: Style, options: ImportEntry) -> Amount:
    """Return a number, a bound, and what stands around it."""
    ways: list[Way] = []
    written = match["number"].strip()
    plain = _as_plain(written, style)
    if plain is None:
        return Amount(text, ways=("unknown",))
    if "," in written and style.decimal == ",":
        ways.append("decimal comma")
    if re.search(r"['’ ]" if style.decimal == "." and "," not in written else "[.' ’,]", written):
        ways += (
            [] if ways == ["decimal comma"] and not re.search("[.' ’]", written) else ["thousands"]
        )
    if "e" in written.lower():
        ways.append("power of ten")
    if options.digits != "all" and (short := _without_noise(plain)) != plain:
        plain = short
        ways.append("float noise")
    if match["scale"]:
        plain = f"{Decimal(plain).scaleb(_SCALES[match['scale'].lower()]).normalize():f}"
        ways.append("power of ten")
    if match["open"]:
        plain = plain.removeprefix("-") if plain.startswith("-") else f"-{plain}"
        ways.append("brackets")
    if match["bound"]:
        plain = f"{_BOUNDS[match['bound']]} {plain}"
        ways.append("bound")
    unit = match["before"] or match["after"] or ""
    if unit:
        ways.append("unit in the cell")
    status: tuple[str, ...] = ()
    if match["flag"]:
        status = read_flags(match["flag"], options, has_number=True)
        ways.append("flag in the cell")
    return Amount(plain, "", status, unit, tuple(ways), bool(match["scale"]))


def _as_plain(written: str, style: Style) -> str | None:
    """Return a number as a sheet writes it; None where it is none in this style."""
    text = re.sub(r"['’\s\u00a0\u202f]", "", written)
    other = "." if style.decimal == "," else ","
    groups = re.split("[eE]", text)[0].split(style.decimal)[0].split(other)
    is_grouped = all(len(one) in (2, 3) for one in groups[1:-1]) and len(groups[-1]) == 3
    if len(groups) > 1 and not is_grouped:
        return None
    text = text.replace(other, "").replace(style.decimal, ".")
    text = re.sub(r"^([-+]?)\.", r"\g<1>0.", text).removeprefix("+")
    try:
        number = Decimal(text)
    except ArithmeticError:
        return None
    if abs(number.adjusted()) >= 30:
        return None
    return f"{number:f}"


def _without_noise(plain: str) -> str:
    """Return a fraction to 15 significant digits, which is what a computer's arithmetic keeps."""
    number = Decimal(plain)
    if "." not in plain or len(number.as_tuple().digits) <= _MOST_DIGITS:
        return plain
    with localcontext(prec=_MOST_DIGITS):
        short = (+number).normalize()
    return f"{short:f}"


def read_flags(text: str, options: ImportEntry, *, has_number: bool) -> tuple[str, ...]:
    """Return the words of `status` for flags; one that is not known stays as it is written.

    A flag of a usual value gives none; one that says why there is no number gives that reason,
    and stays as it is written where there is a number all the same.
    """

    def meant(flag: str) -> str | None:
        return mark_of(flag) or (None if has_number else reason_of(flag))

    text = text.strip()
    if text in options.flags:
        return (options.flags[text],)
    if not text or text.casefold().startswith(("normal", "final")) or text in ("A", "a", "-"):
        return ()
    if known := meant(text):
        return (known,)
    parts = [one.strip() for one in re.split(r"[;,|]", text) if one.strip()]
    if len(parts) == 1:
        parts = [one for one in text if one not in " []()"] if len(text) <= 8 else [text]
    found = [meant(one) for one in parts]
    words = [one for one in dict.fromkeys(found) if one]
    is_whole = len(parts) > 1 and (None not in found or len(text) > 8) and bool(words)
    return tuple(words) if is_whole else (text,)
