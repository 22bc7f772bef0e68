"""Numbers as other offices write them, and how this format writes the same."""

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal

from cqviewer.model.messages import say, template
from cqviewer.model.numbers.foreign_marks import listed, mark_of, missing_help
from cqviewer.model.numbers.unit import SCALE_WORDS, Unit
from cqviewer.model.problems import Misread
from cqviewer.model.text import any_of

_NUMBER = r"(?P<number>[-+]?[0-9.][0-9., '’_]*)"
_ANOTHER = r"[-+]?[0-9.][0-9., '’_]*"
_PLAIN = re.compile(r"[-+]?(0|[1-9][0-9]{0,29})(\.[0-9]{1,30})?")
_FRACTIONS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_SCALE = any_of(SCALE_WORDS)
_WIDE = str.maketrans("０１２３４５６７８９．，％－＋（）\N{MINUS SIGN}", "0123456789.,%-+()-")


def amount_help(text: str) -> str:
    """Return what to write for a number of another spelling; nothing for one that is not known."""
    text = text.translate(_WIDE).strip()
    text = "".join(_in_ascii(one) for one in text)
    text = re.sub(r"^[–-] ?(?=[0-9.])", "-", text)
    for pattern, hint in _SPELLINGS:
        if match := re.fullmatch(pattern, text, re.IGNORECASE):
            said = _filled(hint, match) if isinstance(hint, str) else hint(match)
            if said:
                return said
    return ""


def _filled(hint: str, match: re.Match[str]) -> str:
    """Return a hint with the number {0} and the text {1}; '' if it needs a number and has none."""
    plain = _plain(match["number"]) if "{0}" in hint else ""
    return say(hint, plain, match[0]) if plain or "{0}" not in hint else ""


def _in_ascii(letter: str) -> str:
    """Return a digit of another script, or a wide space, as ASCII writes it."""
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    return " " if letter.isspace() else letter


def _plain(text: str) -> str:
    """Return a number without separators and leading zeros; nothing where it is none."""
    text = re.sub(r"[\s_'’]", "", text)
    if not any(map(str.isdigit, text)):
        return ""
    if [one for one in text if one in ",."] != ["."]:
        if re.fullmatch(r"[-+]?\d{1,2}(,\d{2})+,\d{3}(\.\d+)?", text):  # lakh and crore
            text = text.replace(",", "")
        text = re.sub(r"[,.](?=\d{3}(\D|$))", "", text).replace(",", ".")
    text = re.sub(r"^([-+]?)(?=\.)", r"\g<1>0", text).removesuffix(".")
    text = re.sub(r"^([-+]?)0+(?=\d)", r"\1", text)
    return text if _PLAIN.fullmatch(text) else ""


def _separated(match: re.Match[str]) -> str:
    """Return a number with a comma, a space or an apostrophe in it, or without its first zero."""
    plain = _plain(match["number"])
    if re.fullmatch(r"[-+]?[1-9]\d{0,2},\d{3}", match["number"]):
        point = match["number"].replace(",", ".")
        return say("write {}, or {} if it is a decimal comma", plain, point)
    return plain and say("write {}", plain)


def _missing(match: re.Match[str]) -> str:
    return missing_help(match[0])


def _flagged(match: re.Match[str]) -> str:
    plain = _plain(match["number"])
    flags = match["flag"].lower()
    if len(set(flags)) < len(flags):  # 'pp' are percentage points
        return ""
    marks = [mark for one in flags if (mark := mark_of(one))]
    if marks:
        return plain and say("write {} with `status: {}`", plain, listed(marks))
    return plain and say("write {}; say in `note` what '{}' means", plain, match["flag"])


def _flagged_in_words(match: re.Match[str]) -> str:
    plain, mark = _plain(match["number"]), mark_of(match["word"])
    return say("write {} with `status: {}`", plain, mark) if plain and mark else ""


def _bounded(match: re.Match[str]) -> str:
    """Return a bound in other words or signs, or with its unit beside it."""
    plain = _plain(match["number"])
    word = match["limit"].lower().replace(" ", "")
    kind = next(kind for kind, words in _LIMITS.items() if re.fullmatch(words, word))
    unit = say("; its unit stands in `unit`") if match.groupdict().get("rest") else ""
    return plain and say("write {}", f"{kind} {plain}") + unit


def _power(match: re.Match[str]) -> str:
    """Return a number times a power of ten: 1.2 × 10⁶."""
    plain = _plain(match["number"] or "1")
    exponent = int(unicodedata.normalize("NFKC", match["exponent"]).replace("\N{MINUS SIGN}", "-"))
    return say("write {}", f"{plain}e{exponent}") if plain else ""


def _mixed(match: re.Match[str]) -> str:
    """Return a whole number and a fraction, such as 1½ or 3 1/2, as one number."""
    first, _, second = unicodedata.normalize("NFKC", match["part"]).partition("\N{FRACTION SLASH}")
    if not second:
        first, _, second = first.partition("/")
    number = Decimal(match["whole"] or 0) + Decimal(first) / (Decimal(second) or 1)
    return say("write {:f}", number.normalize()) if len(number.as_tuple().digits) <= 6 else ""


def _time(match: re.Match[str]) -> str:
    """Return hours, minutes and seconds as one number."""
    hours, minutes, seconds = (int(match[one] or 0) for one in ("hours", "minutes", "seconds"))
    number = hours + Decimal(minutes * 60 + seconds) / 3600
    return say("write {:f} with unit: h", number.quantize(Decimal("0.0001")).normalize())


def _ratio(match: re.Match[str]) -> str:
    """Return a ratio or a time of hours and minutes as one number, whichever it can be."""
    first, second = int(match["first"]), int(match["second"])
    ways = [say("{0} for one to {0}", second)] if first == 1 else []
    if second < 60 and len(match["second"]) == 2:
        hours = (Decimal(first) + Decimal(second) / 60).quantize(Decimal("0.01")).normalize()
        ways.append(say("{:f} for {} h {} min", hours, first, second))
    if len(ways) == 2:
        return say("write {}, or {}; what it counts stands in `unit`", *ways)
    one = ways[0] if ways else say("one number")
    return say("write {}; what it counts stands in `unit`", one)


def _fraction(match: re.Match[str]) -> str:
    quotient = Decimal(match["first"]) / (Decimal(match["second"]) or 1)
    if len(quotient.as_tuple().digits) <= 6:
        return say("write {:f}", quotient)
    return say("write both as indicators, and the third one with `derived: a / b`")


def _scaled(match: re.Match[str]) -> str:
    """Return a number with a word of scale: written out, or with the word in the unit."""
    plain = _plain(match["number"])
    if not plain:
        return ""
    word, thing = match["scale"], match["rest"].strip()
    if word == "m" and not match["before"].strip():
        return ""  # metres
    whole = Decimal(plain).scaleb(SCALE_WORDS[word.lower().removesuffix(".")])
    number = f"{whole.normalize() if whole % 1 else whole.quantize(Decimal(1)):f}"
    before = match["before"].strip()
    word = word if before else {"m": "million", "k": "thousand"}.get(word.lower(), word)
    gap = " " if word.isascii() else ""
    unit = f"{before} {word}".lstrip() + gap + (thing or ("" if before else "…"))
    return say("write {}, or {} with the scale in `unit`: {}", number, plain, unit.rstrip())


def _with_unit(match: re.Match[str]) -> str:
    """Return the hint for a number with a unit."""
    plain = _plain(match["number"])
    unit = f"{match['before']} {match['rest']}".strip()
    if not plain or not unit or re.match("[beox][0-9a-f+-]", match["rest"], re.IGNORECASE):
        return ""
    try:
        kind = Unit.parse(unit).kind
    except Misread:
        return ""
    if kind == "noun" and not (any(map(str.isalpha, unit)) or unit == "°"):
        return ""
    shown = '"%"' if kind == "percent" else unit
    return say("write {}; its unit stands in `unit`: {}", plain, shown)


_NONE = (
    r"[.:…*\-–—/?]+|[a-z]|: ?[a-z]|n\.? ?/? ?[adpsekv]\.?|\.?nan|nil|none|null|missing|unknown"
    r"|suppressed|confidential|not (available|applicable|collected|given|known)|no data|not-stated"
    r"|unstated|tb[cda]|pending|[(\[][a-z:][)\]]|#(n/a|ref!|div/0!|value!|num!|name\?)"
    r"|无|未说明|不详|暂无"
)
_ABOUT = r"(~|≈|about|around|roughly|some|nearly|almost|approx(\.|imately)?|circa|ca?\.|约|近|将近)"
_LIMITS = {
    "below": "<|under|below|(less|fewer)than|不到|不足|少于|低于",
    "above": ">|over|above|morethan|超过?|逾|多于|高于",
    "at least": r"=?[≥⩾]=?|=>|>=|atleast|至少|\+|(and|or)more|以上",
    "at most": "=?[≤⩽]=?|=<|<=|upto|atmost|至多|不超过|or(less|fewer)|以下",
}
_LIMIT = (
    r"(?P<limit>=?[<>≤≥⩽⩾]=?|under|below|above|over|up to|(less|fewer|more) than|at (least|most)"
    r"|不到|不足|不超过|超过?|逾|多于|少于|低于|高于|至少|至多)"
)
_FLAG_WORD = "(?P<word>(prov|prel|rev|est|forecast|proj|imput|break)"
_EXPONENT = r"(\^|\*\*|(?=[⁻⁰¹²³⁴-⁹]))(?P<exponent>-?[0-9]{1,2}|⁻?[⁰¹²³⁴-⁹]{1,2})"
_CODE = template("write {0}; a code or an ordinal is no number, write it in a text")
_ABOUT_HINT = template("write {0}; say in `note` that the source says about")
_RANGE = template("write `value: not stated`, and '{1}' in `note`: a range is no number")
_SPELLINGS: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    ("not stated", template("write it in small letters: not stated")),
    (r"(?P<number>0[0-9]+)", _CODE),
    (r"(no\.|nr\.?|#) ?(?P<number>[0-9]+)", _CODE),
    (r"(?P<number>[0-9]+)(st|nd|rd|th)", _CODE),
    (r"zero", template("write 0")),
    (rf"(?:{_NUMBER}[×x·*] ?)?10{_EXPONENT}", _power),
    (rf"(?P<whole>-?[0-9]+)? ?(?P<part>[{_FRACTIONS}])", _mixed),
    (r"(?P<whole>-?[0-9]+) (?P<part>[0-9]+/[0-9]+)", _mixed),
    (r"(?P<hours>[0-9]+):(?P<minutes>[0-9]{2}):(?P<seconds>[0-9]{2})", _time),
    (r"(?P<hours>[0-9]+):(?P<minutes>[0-9]{2})(?P<seconds>) ?(h|hours|hrs?)", _time),
    (_NUMBER, _separated),
    (rf"\({_NUMBER}\)", template("write -{0} if the brackets stand for a minus")),
    (_NONE, _missing),
    (rf"{_NUMBER} ?[(\[]?(?P<flag>[prefbudsi]{{1,2}})[)\]]?", _flagged),
    (rf"{_NUMBER} ?(?P<flag>[*†‡§¹²³⁴-⁹]+|[(\[][a-z0-9][)\]])", _flagged),
    (rf"{_NUMBER} ?[-–(\[]* ?{_FLAG_WORD}[a-z]*)\.?[)\]]?", _flagged_in_words),
    (rf"(?P<flag>[*†‡]) ?{_NUMBER}", _flagged),
    (rf"{_NUMBER}(左右|余|多|上下|or so|approx\.?)", _ABOUT_HINT),
    (rf"(between|from|介于) ?{_NUMBER}(and|to|至|和|与) ?{_ANOTHER}.*", _RANGE),
    (rf"{_ABOUT} ?{_NUMBER}.*", _ABOUT_HINT),
    (rf"{_LIMIT} ?{_NUMBER}(?P<rest>.*)", _bounded),
    (rf"{_NUMBER} ?(?P<limit>\+|and more|or (more|less|fewer)|以上|以下)", _bounded),
    (
        rf"{_NUMBER} ?(±|\+/-|\(\+/-|[(\[].*[-–,;].*[)\]]).*",
        template("write {0}; its margin stands in `low` and `high`, which `interval` explains"),
    ),
    (rf"{_NUMBER} ?(-|–|—|to|\.\.|至|到|~) ?{_ANOTHER}.*", _RANGE),
    ("(?P<first>[0-9]{1,9}) ?: ?(?P<second>[0-9]{1,9})", _ratio),
    ("(?P<first>[0-9]{1,9}) ?(/|in) ?(?P<second>[0-9]{1,9})", _fraction),
    (rf"(?P<before>[^\d+-]*){_NUMBER}(?P<scale>{_SCALE})\.?(?P<rest>(?![a-z]).*)", _scaled),
    (rf"(?P<before>[^\d+-]*){_NUMBER}(?P<rest>[^\d].*|)", _with_unit),
)
"""Patterns of other spellings, each with its hint or a function that returns it; the first that
matches, and whose hint is not empty, counts."""
