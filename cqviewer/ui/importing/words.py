"""The texts of findings, of possible answers, and of the roles of columns."""

from typing import get_args

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from cqviewer.importing.found import Found
from cqviewer.importing.readers.encodings import ENCODINGS
from cqviewer.model.choices import Missing
from cqviewer.model.reading.import_format import ImportEntry

ROLES = {
    "indicator": QT_TRANSLATE_NOOP("ImportWords", "Indicator"),
    "place": QT_TRANSLATE_NOOP("ImportWords", "Place"),
    "group": QT_TRANSLATE_NOOP("ImportWords", "Group"),
    "period": QT_TRANSLATE_NOOP("ImportWords", "Period"),
    "value": QT_TRANSLATE_NOOP("ImportWords", "Value"),
    "low": QT_TRANSLATE_NOOP("ImportWords", "Lower limit"),
    "high": QT_TRANSLATE_NOOP("ImportWords", "Upper limit"),
    "interval": QT_TRANSLATE_NOOP("ImportWords", "Both limits"),
    "unit": QT_TRANSLATE_NOOP("ImportWords", "Unit"),
    "multiplier": QT_TRANSLATE_NOOP("ImportWords", "Multiplier"),
    "flag": QT_TRANSLATE_NOOP("ImportWords", "Flag"),
    "note": QT_TRANSLATE_NOOP("ImportWords", "Note"),
    "ignore": QT_TRANSLATE_NOOP("ImportWords", "Ignore"),
}
"""The roles of columns with their names."""
_ONE = {
    "cells": QT_TRANSLATE_NOOP("ImportWords", "1 cell"),
    "values": QT_TRANSLATE_NOOP("ImportWords", "1 value"),
    "rows": QT_TRANSLATE_NOOP("ImportWords", "1 row"),
    "figures": QT_TRANSLATE_NOOP("ImportWords", "1 figure"),
}
_SEVERAL = {
    "cells": QT_TRANSLATE_NOOP("ImportWords", "{n} cells"),
    "values": QT_TRANSLATE_NOOP("ImportWords", "{n} values"),
    "rows": QT_TRANSLATE_NOOP("ImportWords", "{n} rows"),
    "figures": QT_TRANSLATE_NOOP("ImportWords", "{n} figures"),
}
"""Phrases for one thing and for several."""
_FOUND = {
    "encoding": (
        QT_TRANSLATE_NOOP("ImportWords", "The text is no UTF-8"),
        QT_TRANSLATE_NOOP("ImportWords", "read as {read}"),
    ),
    "delimiter": (
        QT_TRANSLATE_NOOP("ImportWords", "Cells set apart by ‘{written}’"),
        QT_TRANSLATE_NOOP("ImportWords", "as most rows have them"),
    ),
    "digits": (
        QT_TRANSLATE_NOOP("ImportWords", "Digits of another script, as in ‘{written}’"),
        QT_TRANSLATE_NOOP("ImportWords", "read as {read}"),
    ),
    "formulas": (
        QT_TRANSLATE_NOOP("ImportWords", "Formulas in {cells}"),
        QT_TRANSLATE_NOOP("ImportWords", "their last saved results are read"),
    ),
    "hidden": (
        QT_TRANSLATE_NOOP("ImportWords", "Hidden rows or columns"),
        QT_TRANSLATE_NOOP("ImportWords", "they are read all the same"),
    ),
    "macros": (
        QT_TRANSLATE_NOOP("ImportWords", "The workbook may hold macros"),
        QT_TRANSLATE_NOOP("ImportWords", "they are neither read nor run"),
    ),
    "as stored": (
        QT_TRANSLATE_NOOP("ImportWords", "Numbers as they are stored"),
        QT_TRANSLATE_NOOP(
            "ImportWords", "41 % may be 0.41, and a month its first day; save it as XLSX"
        ),
    ),
    "not beside": (
        QT_TRANSLATE_NOOP("ImportWords", "Files of the package that are not read"),
        QT_TRANSLATE_NOOP("ImportWords", "left out: {written}"),
    ),
    "deleted": (
        QT_TRANSLATE_NOOP("ImportWords", "{rows} that the file says to delete"),
        QT_TRANSLATE_NOOP("ImportWords", "left out"),
    ),
    "lines": (
        QT_TRANSLATE_NOOP("ImportWords", "Lines of one cell over {rows}"),
        QT_TRANSLATE_NOOP("ImportWords", "read as groups of the rows below: {written}"),
    ),
    "carried": (
        QT_TRANSLATE_NOOP("ImportWords", "Empty cells below ‘{written}’ and the like, {cells}"),
        QT_TRANSLATE_NOOP("ImportWords", "read as the cell above"),
    ),
    "note of a head": (
        QT_TRANSLATE_NOOP("ImportWords", "The head ‘{written}’"),
        QT_TRANSLATE_NOOP("ImportWords", "read as {read}"),
    ),
    "own years": (
        QT_TRANSLATE_NOOP("ImportWords", "‘{written}’ over {cells}"),
        QT_TRANSLATE_NOOP("ImportWords", "read as calendar years, {read}"),
    ),
    "moved": (
        QT_TRANSLATE_NOOP("ImportWords", "The column ‘{written}’ stands elsewhere now"),
        QT_TRANSLATE_NOOP("ImportWords", "it is read from column {read}"),
    ),
    "own figure": (
        QT_TRANSLATE_NOOP("ImportWords", "No figure ‘{written}’ in the sheet"),
        QT_TRANSLATE_NOOP("ImportWords", "left out"),
    ),
    "own empty": (
        QT_TRANSLATE_NOOP("ImportWords", "Neither one value nor one reason for none in {cells}"),
        QT_TRANSLATE_NOOP("ImportWords", "left as it is in the sheet: {read}"),
    ),
    "own column": (
        QT_TRANSLATE_NOOP("ImportWords", "‘{written}’ is changed in {cells}"),
        QT_TRANSLATE_NOOP("ImportWords", "left out, as the sheet itself says it: {read}"),
    ),
    "gone": (
        QT_TRANSLATE_NOOP("ImportWords", "No longer in the file: {written}"),
        QT_TRANSLATE_NOOP("ImportWords", "left as it is in the sheet: {read}"),
    ),
    "gone figure": (
        QT_TRANSLATE_NOOP("ImportWords", "No longer in the file: {written}"),
        QT_TRANSLATE_NOOP("ImportWords", "left as it is; if it is only renamed, rename it first"),
    ),
    "other unit": (
        QT_TRANSLATE_NOOP("ImportWords", "Another unit of {written}"),
        QT_TRANSLATE_NOOP("ImportWords", "in the file and in the sheet: {read}"),
    ),
    "old unit": (
        QT_TRANSLATE_NOOP("ImportWords", "Another unit of {written}"),
        QT_TRANSLATE_NOOP("ImportWords", "left as it is: the file has not all of its values"),
    ),
    "other size": (
        QT_TRANSLATE_NOOP("ImportWords", "Numbers of another size: {written}"),
        QT_TRANSLATE_NOOP("ImportWords", "in the sheet and in the file: {read}"),
    ),
    "interval": (
        QT_TRANSLATE_NOOP("ImportWords", "‘{written}’ beside {values}"),
        QT_TRANSLATE_NOOP("ImportWords", "read as the ends of a {read}"),
    ),
    "serial": (
        QT_TRANSLATE_NOOP("ImportWords", "‘{written}’ and the like in {cells}"),
        QT_TRANSLATE_NOOP("ImportWords", "it may count days, as spreadsheets do"),
    ),
    "which of two": (
        QT_TRANSLATE_NOOP("ImportWords", "One figure and period with two values in {cells}"),
        QT_TRANSLATE_NOOP("ImportWords", "{written} in {read}: another role may set them apart"),
    ),
    "unknown period": (
        QT_TRANSLATE_NOOP("ImportWords", "‘{written}’ in {cells}"),
        QT_TRANSLATE_NOOP("ImportWords", "it is no period that is known"),
    ),
    "decimal comma": (
        QT_TRANSLATE_NOOP("ImportWords", "Decimal comma in {cells}"),
        QT_TRANSLATE_NOOP("ImportWords", "‘{written}’ is read as {read}"),
    ),
    "thousands": (
        QT_TRANSLATE_NOOP("ImportWords", "Thousands set apart in {cells}"),
        QT_TRANSLATE_NOOP("ImportWords", "‘{written}’ is read as {read}"),
    ),
    "which decimal": (
        QT_TRANSLATE_NOOP("ImportWords", "A comma or point may be either sign"),
        QT_TRANSLATE_NOOP("ImportWords", "commas between thousands, points before decimals"),
    ),
    "either decimal": (
        QT_TRANSLATE_NOOP("ImportWords", "A comma or point may be either sign"),
        QT_TRANSLATE_NOOP("ImportWords", "the file does not tell whether 1.234 is a thousand"),
    ),
    "same in all": (
        QT_TRANSLATE_NOOP("ImportWords", "‘{written}’ in all of ‘{read}’"),
        QT_TRANSLATE_NOOP("ImportWords", "no name says it; the title or name can"),
    ),
    "left out": (
        QT_TRANSLATE_NOOP("ImportWords", "Numbers in ‘{written}’"),
        QT_TRANSLATE_NOOP("ImportWords", "left out; another role for the column takes them"),
    ),
    "float noise": (
        QT_TRANSLATE_NOOP("ImportWords", "More than 15 digits in {cells}"),
        QT_TRANSLATE_NOOP("ImportWords", "‘{written}’ is read as {read}"),
    ),
    "brackets": (
        QT_TRANSLATE_NOOP("ImportWords", "Brackets around {values}"),
        QT_TRANSLATE_NOOP("ImportWords", "‘{written}’ is read as {read}"),
    ),
    "bound": (
        QT_TRANSLATE_NOOP("ImportWords", "A bound in {cells}"),
        QT_TRANSLATE_NOOP("ImportWords", "‘{written}’ is kept as a bound"),
    ),
    "unit in the cell": (
        QT_TRANSLATE_NOOP("ImportWords", "A unit within {values}"),
        QT_TRANSLATE_NOOP("ImportWords", "‘{written}’ is read as {read} in that unit"),
    ),
    "flag in the cell": (
        QT_TRANSLATE_NOOP("ImportWords", "A flag within {values}"),
        QT_TRANSLATE_NOOP("ImportWords", "the flag of ‘{written}’ is moved to the status"),
    ),
    "power of ten": (
        QT_TRANSLATE_NOOP("ImportWords", "A power of ten in {cells}"),
        QT_TRANSLATE_NOOP("ImportWords", "‘{written}’ is read as {read}"),
    ),
    "mark": (
        QT_TRANSLATE_NOOP("ImportWords", "‘{written}’ in {cells}"),
        QT_TRANSLATE_NOOP("ImportWords", "read as: {read}"),
    ),
    "unknown": (
        QT_TRANSLATE_NOOP("ImportWords", "‘{written}’ in {cells}"),
        QT_TRANSLATE_NOOP("ImportWords", "the file does not tell what it means"),
    ),
    "unknown flag": (
        QT_TRANSLATE_NOOP("ImportWords", "The flag ‘{written}’ in {cells}"),
        QT_TRANSLATE_NOOP("ImportWords", "the file does not tell what it means"),
    ),
    "which year": (
        QT_TRANSLATE_NOOP("ImportWords", "‘{written}’ and the like in {cells}"),
        QT_TRANSLATE_NOOP("ImportWords", "the file does not tell when these years begin"),
    ),
    "which date": (
        QT_TRANSLATE_NOOP("ImportWords", "‘{written}’ and the like in {cells}"),
        QT_TRANSLATE_NOOP("ImportWords", "the day or the month may stand first"),
    ),
    "first break": (
        QT_TRANSLATE_NOOP("ImportWords", "A break before the first value of {n} series"),
        QT_TRANSLATE_NOOP("ImportWords", "left out, as there is no value before it"),
    ),
    "period": (
        QT_TRANSLATE_NOOP("ImportWords", "Periods spelt otherwise in {cells}"),
        QT_TRANSLATE_NOOP("ImportWords", "‘{written}’ is read as {read}"),
    ),
    "empty": (
        QT_TRANSLATE_NOOP("ImportWords", "Nothing in {cells}"),
        QT_TRANSLATE_NOOP("ImportWords", "no observation is made of it"),
    ),
    "not broken down": (
        QT_TRANSLATE_NOOP("ImportWords", "No ‘{written}’ in {rows}"),
        QT_TRANSLATE_NOOP("ImportWords", "not broken down by it; named ‘{read}’"),
    ),
    "twice": (
        QT_TRANSLATE_NOOP("ImportWords", "One figure and period twice in {cells}"),
        "{read}",
    ),
    "flag for no value": (
        QT_TRANSLATE_NOOP("ImportWords", "No value but a flag in {rows}"),
        QT_TRANSLATE_NOOP("ImportWords", "‘{written}’ is read as {read}"),
    ),
    "unit": (
        QT_TRANSLATE_NOOP("ImportWords", "The unit ‘{written}’"),
        QT_TRANSLATE_NOOP("ImportWords", "written as {read}"),
    ),
    "unit in the head": (
        QT_TRANSLATE_NOOP("ImportWords", "A unit in the heads or the title"),
        QT_TRANSLATE_NOOP("ImportWords", "read as {read}"),
    ),
    "total": (
        QT_TRANSLATE_NOOP("ImportWords", "Totals in {cells}"),
        QT_TRANSLATE_NOOP("ImportWords", "kept apart, never added to their parts"),
    ),
    "no name": (
        QT_TRANSLATE_NOOP("ImportWords", "No name of what is measured"),
        QT_TRANSLATE_NOOP("ImportWords", "named ‘{read}’"),
    ),
    "no unit": (
        QT_TRANSLATE_NOOP("ImportWords", "No unit of {figures}"),
        QT_TRANSLATE_NOOP("ImportWords", "the file does not tell it"),
    ),
    "no place": (
        QT_TRANSLATE_NOOP("ImportWords", "No place"),
        QT_TRANSLATE_NOOP("ImportWords", "the file does not tell what it is about"),
    ),
}
_MEANINGS = {
    "suppressed": QT_TRANSLATE_NOOP("ImportWords", "Suppressed, confidential"),
    "not_collected": QT_TRANSLATE_NOOP("ImportWords", "Not collected"),
    "not_applicable": QT_TRANSLATE_NOOP("ImportWords", "Not applicable"),
    "not_found": QT_TRANSLATE_NOOP("ImportWords", "Not found"),
    "0": QT_TRANSLATE_NOOP("ImportWords", "Zero"),
    "omit": QT_TRANSLATE_NOOP("ImportWords", "Leave out"),
}
_REASONS = {one: _MEANINGS[one] for one in get_args(Missing)}
_MARKS = {
    "provisional": QT_TRANSLATE_NOOP("ImportWords", "Provisional"),
    "revised": QT_TRANSLATE_NOOP("ImportWords", "Revised"),
    "estimated": QT_TRANSLATE_NOOP("ImportWords", "Estimated"),
    "forecast": QT_TRANSLATE_NOOP("ImportWords", "Forecast"),
    "imputed": QT_TRANSLATE_NOOP("ImportWords", "Imputed"),
    "break": QT_TRANSLATE_NOOP("ImportWords", "Break in the series"),
    "low_reliability": QT_TRANSLATE_NOOP("ImportWords", "Low reliability"),
    "definition_differs": QT_TRANSLATE_NOOP("ImportWords", "Definition differs"),
}
_YEARS = {
    "4": QT_TRANSLATE_NOOP("ImportWords", "In April"),
    "7": QT_TRANSLATE_NOOP("ImportWords", "In July"),
    "8": QT_TRANSLATE_NOOP("ImportWords", "In August"),
    "9": QT_TRANSLATE_NOOP("ImportWords", "In September"),
    "10": QT_TRANSLATE_NOOP("ImportWords", "In October"),
    "calendar": QT_TRANSLATE_NOOP("ImportWords", "Two calendar years"),
}
_DATES = {
    "day": QT_TRANSLATE_NOOP("ImportWords", "The day stands first"),
    "month": QT_TRANSLATE_NOOP("ImportWords", "The month stands first"),
}
_SERIAL = {"serial": QT_TRANSLATE_NOOP("ImportWords", "Days, as spreadsheets count them")}
_TWICE = {
    "first": QT_TRANSLATE_NOOP("ImportWords", "The first counts"),
    "last": QT_TRANSLATE_NOOP("ImportWords", "The last counts"),
}
_DELIMITERS = {
    ",": QT_TRANSLATE_NOOP("ImportWords", "Comma"),
    ";": QT_TRANSLATE_NOOP("ImportWords", "Semicolon"),
    "tab": QT_TRANSLATE_NOOP("ImportWords", "Tab"),
    "|": QT_TRANSLATE_NOOP("ImportWords", "Upright stroke"),
}
_INTERVALS = (
    QT_TRANSLATE_NOOP("ImportWords", "credible interval"),
    QT_TRANSLATE_NOOP("ImportWords", "uncertainty interval"),
    QT_TRANSLATE_NOOP("ImportWords", "prediction interval"),
    QT_TRANSLATE_NOOP("ImportWords", "confidence interval"),
)
_ENCODINGS = (
    QT_TRANSLATE_NOOP("ImportWords", "Windows-1252 (Western Europe)"),
    QT_TRANSLATE_NOOP("ImportWords", "Windows-1250 (Central Europe)"),
    QT_TRANSLATE_NOOP("ImportWords", "Windows-1251 (Cyrillic)"),
    QT_TRANSLATE_NOOP("ImportWords", "KOI8-R (Cyrillic)"),
    QT_TRANSLATE_NOOP("ImportWords", "GB 18030 (Chinese)"),
    QT_TRANSLATE_NOOP("ImportWords", "Big5 (Chinese)"),
    QT_TRANSLATE_NOOP("ImportWords", "Shift JIS (Japanese)"),
    QT_TRANSLATE_NOOP("ImportWords", "EUC-JP (Japanese)"),
    QT_TRANSLATE_NOOP("ImportWords", "EUC-KR (Korean)"),
    "UTF-16",
)
_SURE = {"yes": QT_TRANSLATE_NOOP("ImportWords", "Take the file’s numbers, and its unit")}
_DECIMALS = {
    ".": QT_TRANSLATE_NOOP("ImportWords", "Point, 1.5"),
    ",": QT_TRANSLATE_NOOP("ImportWords", "Comma, 1,5"),
}
_DIGITS = {"all": QT_TRANSLATE_NOOP("ImportWords", "Keep all digits")}
_UNSAID = ImportEntry()
SURE = "is_sure"
"""The name under which the answer 'Take the file's numbers, and its unit' is kept."""
CHOICES: dict[str, tuple[str, dict[str, object]]] = {
    **dict.fromkeys(("unknown", "mark", "empty"), ("missing", _MEANINGS)),
    "unknown flag": ("flags", _MARKS | _REASONS),
    "which year": ("year_begins", _YEARS),
    "which date": ("dates", _DATES),
    "serial": ("dates", _SERIAL),
    "other unit": (SURE, _SURE),
    "other size": (SURE, _SURE),
    "unknown period": ("periods", {"omit": _MEANINGS["omit"]}),
    "which of two": ("twice", _TWICE),
    "twice": ("twice", _TWICE),
    "encoding": ("encoding", dict(zip(ENCODINGS, _ENCODINGS, strict=True))),
    "delimiter": ("delimiter", _DELIMITERS),
    **dict.fromkeys(
        ("decimal comma", "thousands", "which decimal", "either decimal"), ("decimal", _DECIMALS)
    ),
    "float noise": ("digits", _DIGITS),
}
"""By the kind of finding: the option that changes how it is read, and its possible values."""
FIELDS = {"unit": "unit", "unit in the head": "unit", "no unit": "unit", "no name": "name"}
FIELDS |= {"no place": "place"}
"""By the kind of finding: the field of the dialog that answers it."""
OF_COLUMNS = ("note of a head", "left out", "same in all", "interval")
"""Kinds of findings that another role of the column changes."""


def word(text: object) -> str:
    """Return one of these texts in the window's language."""
    return QCoreApplication.translate("ImportWords", str(text))


def found_key(one: Found) -> tuple[str, str]:
    """Return a key by which a finding is recognised when the file is read again.

    A mark has the same key before and after it was answered what it means.
    """
    option, _ = CHOICES.get(one.kind, ("", {}))
    return (option if isinstance(getattr(_UNSAID, option, None), dict) else one.kind), one.written


def found_words(one: Found) -> tuple[str, str]:
    """Return two texts: what was found and how often, and how it is read."""
    written, read = one.written, one.read
    if one.kind in ("mark", "flag for no value"):
        read = word(_MEANINGS.get(read, read))
    elif one.kind in ("twice", "encoding"):
        read = word(_TWICE.get(read, read))
    elif one.kind == "delimiter":
        written = word(_DELIMITERS.get(written, written))
    elif one.kind == "interval":
        read = next((read.replace(it, word(it)) for it in map(str, _INTERVALS) if it in read), read)
    said = {"n": f"{one.count:,}", "written": written, "read": read}
    counted = _ONE if one.count == 1 else _SEVERAL
    said |= {things: word(text).format(n=said["n"]) for things, text in counted.items()}
    what, how = (word(part) for part in _FOUND[one.kind])
    return what.format(**said), how.format(**said)


def reason(value: str) -> str:
    """Return the reason for a missing value in the window's language; a number unchanged."""
    return word(_REASONS.get(value, value))


def decimals() -> dict[str, str]:
    """Return the decimal signs with their names."""
    return {sign: word(name) for sign, name in _DECIMALS.items()}
