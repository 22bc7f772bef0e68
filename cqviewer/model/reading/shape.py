"""Fit a tree of plain values to the shape of a sheet; all misfits are found in one pass.

msgspec converts a sound tree at once. In any other tree the parts that do not fit are reported, and
replaced or left out, so that the rest can still be checked.
"""

import datetime
import functools
import re
from collections.abc import Collection
from typing import Any

import msgspec
from msgspec import inspect

from cqviewer.model.messages import say
from cqviewer.model.numbers.foreign_periods import period_help
from cqviewer.model.numbers.period import has_its_years
from cqviewer.model.problems import Findings, Path
from cqviewer.model.reading.figure_format import IndicatorEntry, ObservationEntry
from cqviewer.model.reading.format import VERSION, SheetEntry
from cqviewer.model.reading.scalars import CHART_KIND, COLOUR_PATTERN, ID_PATTERN, LONGEST_TEXT
from cqviewer.model.reading.short_forms import write_out
from cqviewer.model.reading.yaml_tree import MERGE, Plain
from cqviewer.model.suggest import certain, did_you_mean, nearest
from cqviewer.model.text import TAG_PATTERN

Fitted = Any
"""A value that fits its type, or _DROP."""

_DROP: Any = object()
_BEGIN = say("a fact sheet begins with: cqviewer: 1")


def fit_shape(
    tree: Plain, findings: Findings, kinds: Collection[str]
) -> tuple[SheetEntry | None, frozenset[str]]:
    """Return a tree as a sheet with charts of some kinds, and the ids of what was left out.

    The sheet is None if the tree is no sheet at all. Misfits are reported to `findings`, whose
    `places` are set here.
    """
    if not _is_sheet(tree, findings) or not isinstance(tree, dict):
        return None, frozenset()
    full = write_out(tree)
    findings.places.moved, findings.places.keyed = full.moved, full.keyed
    tree = full.tree
    try:
        entry = msgspec.convert(tree, SheetEntry, strict=False)
        if all(chart.kind in kinds for part in entry.sections for chart in part.charts):
            return entry, frozenset()
    except msgspec.ValidationError:
        pass
    fitter = _Fitter(findings, kinds)
    kept = fitter.fit(tree, _sheet_type(), ())
    findings.places.kept = fitter.kept
    return msgspec.convert(kept, SheetEntry, strict=False), frozenset(fitter.dropped)


@functools.cache
def _sheet_type() -> inspect.Type:
    """Return msgspec's description of SheetEntry, cached: making it takes longer than a check."""
    return inspect.type_info(SheetEntry)


def _is_sheet(tree: Plain, findings: Findings) -> bool:
    """Return whether a tree is a fact sheet of a known version; report it if not."""
    if tree is None:
        findings.add((), say("the file is empty"), _BEGIN)
        return False
    if not isinstance(tree, dict) or "cqviewer" not in tree:
        findings.add((), say("this is no fact sheet"), _BEGIN)
        return False
    version = tree["cqviewer"]
    if not isinstance(version, str) or not re.fullmatch("[1-9][0-9]*", version):
        findings.add(("cqviewer",), say("`cqviewer` is the version of the format"), _BEGIN)
        return False
    if len(version) > 9 or int(version) > VERSION:
        message = say(
            "the sheet has version {} of the format; this program reads {}", version[:12], VERSION
        )
        findings.add(("cqviewer",), message, say("install a newer cqviewer"))
        return False
    return True


class _Fitter:
    """Fits a tree to the types that msgspec describes.

    `dropped` are ids of parts that were left out; `kept` is for `Places.kept`.
    """

    def __init__(self, findings: Findings, kinds: Collection[str]) -> None:
        self.dropped: set[str] = set()
        self.kept: dict[Path, list[int]] = {}
        self._findings = findings
        self._kinds = tuple(sorted(kinds))
        self._stand_ins = 0

    def fit(self, value: Plain, info: inspect.Type, path: Path) -> Fitted:
        """Return the value without the parts that do not fit, or _DROP."""
        info = self._bare(info)
        if isinstance(info, inspect.UnionType):
            return self._union(value, info, path)
        if value is None:
            return self._report(path, say("{} has no value", _what(path)))
        if not _has_kind(value, info):
            return self._report(
                path, say("{} is {}, not {}", _what(path), _expected([info]), _kind(value))
            )
        match value, info:
            case dict(), inspect.StructType():
                return self._struct(value, info, path)
            case dict(), inspect.DictType():
                return self._dict(value, info, path)
            case list(), inspect.VarTupleType():
                return self._sequence(value, info, path)
        return self._scalar(str(value), info, path)

    def _report(
        self,
        path: Path,
        message: str,
        hint: str = "",
        *,
        is_harmless: bool = False,
        fix: str | None = None,
    ) -> Fitted:
        """Report a misfit; return _DROP."""
        self._findings.add(path, message, hint, is_harmless=is_harmless, fix=fix)
        return _DROP

    def _union(self, value: Plain, info: inspect.UnionType, path: Path) -> Fitted:
        kinds = [self._bare(one) for one in info.types]
        inner = [one for one in kinds if not isinstance(one, inspect.NoneType)]
        if value is None and len(inner) < len(kinds):
            return None
        fitting = [one for one in inner if _has_kind(value, one)]
        if fitting:
            return self.fit(value, fitting[0], path)
        if len(inner) == 1:
            return self.fit(value, inner[0], path)
        if value is None:
            return self._report(path, say("{} has no value", _what(path)))
        return self._report(
            path, say("{} is {}, not {}", _what(path), _expected(inner), _kind(value))
        )

    def _struct(self, value: dict[str, Plain], info: inspect.StructType, path: Path) -> Fitted:
        fields = {one.encode_name: one for one in info.fields}
        kept: dict[str, Fitted] = {}
        is_merged = MERGE in value
        for key, part in value.items():
            if key == MERGE:
                continue
            if key in fields:
                kept[key] = self.fit(part, fields[key].type, (*path, key))
                continue
            message = say("the key `{}` is not known here", key[:60])
            missing = [name for name in fields if name not in value]
            meant = None if self._findings.are_many else nearest(key, missing)
            hint = _hint_for_key(key, part, missing, meant)
            if info.cls is ObservationEntry and key in IndicatorEntry.__struct_fields__:
                hint = say("write `{}` at the indicator, beside `observations`", key)
            fix = certain(key, missing) if meant else None
            self._report((*path, f"?{key}"), message, hint, is_harmless=True, fix=fix)
            if meant:
                self._findings.excuse((*path, meant))
        for name, field in fields.items():
            is_missing = field.required and name not in value and not is_merged
            if is_missing and not self._findings.has((*path, name)):
                is_text = isinstance(self._bare(field.type), inspect.UnionType)
                hint = say("add `{}:`", name)
                if isinstance(kind := self._bare(field.type), inspect.LiteralType):
                    hint += say(" with one of: {}", [*map(str, kind.values)])
                message = say("{} has no `{}`", _what(path), name)
                self._report((*path, f"?{name}"), message, hint, is_harmless=is_text)
            if kept.get(name, _DROP) is _DROP:
                if name == "id":
                    self.dropped.update((str(value.get(name)), _as_id(str(value.get(name)))))
                kept.pop(name, None)
                if field.required:
                    self._findings.excuse((*path, name))
                    kept[name] = self._stand_in(field.type)
        if is_merged and path:  # the keys that the merge would have brought are not known
            self.dropped.add(str(value.get("id")))
            return _DROP
        return kept

    def _dict(self, value: dict[str, Plain], info: inspect.DictType, path: Path) -> Fitted:
        kept: dict[str, Fitted] = {}
        if len(value) < (info.min_length or 0):
            return self._report(path, say("{} is empty", _what(path)), is_harmless=True)
        if MERGE in value:
            self._findings.excuse(path)
        for key, part in value.items():
            if key == MERGE:
                continue
            is_key = self._scalar(key, self._bare(info.key_type), (*path, f"?{key}")) is not _DROP
            fitted = self.fit(part, info.value_type, (*path, key))
            if is_key and fitted is not _DROP:
                kept[key] = fitted
            else:
                self.dropped.update((key, _as_id(key)))
        return kept if kept or not info.min_length else _DROP

    def _sequence(self, value: list[Plain], info: inspect.VarTupleType, path: Path) -> Fitted:
        if len(value) < (info.min_length or 0):
            return self._report(path, say("{} is empty", _what(path)))
        fitted = [self.fit(one, info.item_type, (*path, index)) for index, one in enumerate(value)]
        indexes = [index for index, one in enumerate(fitted) if one is not _DROP]
        if len(indexes) == len(value):
            return fitted
        self.kept[path] = indexes
        kept = [fitted[index] for index in indexes]
        return kept if len(kept) >= (info.min_length or 0) else _DROP

    def _scalar(self, value: str, info: inspect.Type, path: Path) -> Fitted:
        match info:
            case inspect.LiteralType() if value not in info.values:
                words = [str(one) for one in info.values]
                hint = did_you_mean(value, words) or say("write one of: {}", [*words])
                message = say("'{}' is not known as {}", value[:60], _what(path))
                return self._report(path, message, hint, fix=certain(value, words))
            case inspect.BoolType() if value not in ("true", "false"):
                message = say("{} is true or false, not '{}'", _what(path), value[:40])
                return self._report(path, message, fix=certain(value, ("true", "false")))
            case inspect.StrType():
                return self._text(value, info, path)
            case inspect.IntType():
                return self._integer(value, info, path)
            case inspect.DateType():
                try:
                    msgspec.convert(value, type=datetime.date)
                except msgspec.ValidationError:
                    return self._no_date(value, path)
        return value

    def _no_date(self, value: str, path: Path) -> Fitted:
        message, fix = say("'{}' is no date", value[:60]), None
        found = re.fullmatch("write ([0-9]{4}-[0-9]{2}-[0-9]{2})", period_help(value[:60]))
        if found and has_its_years(value, found[1]):
            fix = found[1]
        hint = say("write {}", fix) if fix else say("write year-month-day, such as 2024-12-23")
        return self._report(path, message, hint, is_harmless=True, fix=fix)

    def _text(self, value: str, info: inspect.StrType, path: Path) -> Fitted:
        what = _what(path)
        if len(value) < (info.min_length or 0):
            return self._report(path, say("{} is an empty text", what), is_harmless=True)
        if info.pattern and not re.search(info.pattern, value):
            if info.pattern == ID_PATTERN:
                hint = say("use small Latin letters, digits and _, and begin with a letter")
                if re.fullmatch(ID_PATTERN, _as_id(value)):
                    hint += say(": {}", _as_id(value))
                fix = _as_id(value) if re.fullmatch("[A-Za-z][A-Za-z0-9_ .-]{0,58}", value) else ""
                return self._report(path, say("'{}' is no id", value[:60]), hint, fix=fix or None)
            if info.pattern == TAG_PATTERN:
                hint = say("write a tag of BCP 47, such as en, fr, pt-BR or zh-Hant")
                return self._report(path, say("'{}' is no language", value[:60]), hint)
            if "http" in info.pattern:
                hint = say("begin with https://; write %20 for a space, %22 and %27 for quotes")
                return self._report(path, say("{} is no web address", what), hint, is_harmless=True)
            if info.pattern == COLOUR_PATTERN:
                hint = say('write six hexadecimal digits in quotes, such as "#0B5A73"')
                return self._report(path, say("{} is no colour", what), hint, is_harmless=True)
            hint = say("write the name of a file in the sheet's own folder")
            return self._report(path, say("{} is no file name", what), hint, is_harmless=True)
        longest = info.max_length or LONGEST_TEXT
        if len(value) > longest:
            message = say("{} is longer than {:,} characters", what, longest)
            return self._report(path, message, say("shorten it"), is_harmless=True)
        return value

    def _integer(self, value: str, info: inspect.IntType, path: Path) -> Fitted:
        number = int(value) if re.fullmatch("0|-?[1-9][0-9]{0,14}", value) else None
        too_small = number is not None and info.ge is not None and number < info.ge
        too_large = number is not None and info.le is not None and number > info.le
        if number is None or too_small or too_large:
            message = say("{} is a whole number", _what(path))
            message += say(" from {}", info.ge) if info.ge is not None else ""
            message += say(" to {}", info.le) if info.le is not None and info.le < 10**9 else ""
            return self._report(path, message + say(", not '{}'", value[:40]))
        return number

    def _bare(self, info: inspect.Type) -> inspect.Type:
        """Return a type without its annotations; for a chart's kind the literal of all kinds."""
        while isinstance(info, inspect.Metadata):
            if info.extra == CHART_KIND:
                return inspect.LiteralType(self._kinds)
            info = info.type
        return info

    def _stand_in(self, info: inspect.Type) -> Fitted:
        """Return a value that fits a type, in place of a faulty one that cannot be left out."""
        info = self._bare(info)
        match info:
            case inspect.UnionType():
                return self._stand_in(info.types[0])
            case inspect.StructType():
                needed = [one for one in info.fields if one.required]
                return {one.encode_name: self._stand_in(one.type) for one in needed}
            case inspect.DictType():
                return {}
            case inspect.VarTupleType():
                return [self._stand_in(info.item_type)] * (info.min_length or 0)
            case inspect.LiteralType():
                return info.values[0]
            case inspect.IntType():
                return info.le or info.ge or 1
            case inspect.DateType():
                return "2000-01-01"
        self._stand_ins += 1
        return f"unknown_{self._stand_ins}"


def _hint_for_key(key: str, part: Plain, fields: list[str], meant: str | None) -> str:
    """Return the hint for a key that is not known."""
    if part is None and re.fullmatch(r"[0-9]{3}(\.[0-9]+)?", key):
        return say(
            "a comma within { } begins a new key: write a number without commas, such as 18455"
        )
    if part is None and " " in key:
        return say("a comma within { } begins a new key: put a text that holds one in quotes")
    if meant:
        return say("did you mean `{}`?", meant)
    return say("known here: {}", [f"`{one}`" for one in fields]) if fields else ""


def _as_id(text: str) -> str:
    """Return a text as an id, which may still begin with a digit or be empty."""
    return re.sub(r"[^a-z0-9]+", "_", text[:60].lower()).strip("_")


def _has_kind(value: Plain, info: inspect.Type) -> bool:
    """Return whether a value is a list, a mapping or a text as a type asks for."""
    if isinstance(info, inspect.DictType | inspect.StructType):
        return isinstance(value, dict)
    if isinstance(info, inspect.VarTupleType):
        return isinstance(value, list)
    return isinstance(value, str)


def _what(path: Path) -> str:
    """Return the name of the thing at a path, for a sentence."""
    if not path:
        return say("the sheet")
    if isinstance(path[-1], int):
        return say("item {} of `{}`", path[-1] + 1, str(path[-2])[:60])
    return say("`{}`", path[-1].removeprefix("?")[:60])


def _kind(value: Plain) -> str:
    """Return in words what a value is, to be said after 'is … not'."""
    if isinstance(value, str):
        return say("'{}'", value[:40])
    return say("a list") if isinstance(value, list) else say("a set of keys")


def _expected(infos: list[inspect.Type]) -> str:
    """Return in words what one of some types takes."""
    is_struct, is_dict, is_list = (
        any(isinstance(one, kind) for one in infos)
        for kind in (inspect.StructType, inspect.DictType, inspect.VarTupleType)
    )
    if len(infos) == 1 and (is_struct or is_dict):
        return say("a set of keys")
    if is_struct:
        return say("an id, or a set of keys")
    if is_dict:
        return say("text, or one text per language ({en: …})")
    return say("a list") if is_list else say("text")
