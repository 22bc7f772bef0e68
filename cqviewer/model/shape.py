"""Does a tree of plain values have the shape of a sheet? All misfits are found in one pass.

A sound tree is converted by msgspec at once. In another one the parts that do not fit are
reported and left out, so that the rest can still be checked.
"""

import datetime
from typing import Annotated, Any

import msgspec
from msgspec import inspect

from cqviewer.model.format import VERSION, SheetEntry
from cqviewer.model.problems import Finding, Path
from cqviewer.model.suggest import did_you_mean
from cqviewer.model.yaml_tree import Plain

_DROP: Any = object()


def fit_shape(tree: Plain) -> tuple[SheetEntry | None, frozenset[str], list[Finding]]:
    """Convert a tree to a sheet as written; None if not even its top level fits.

    Also gives the keys and ids that were left out for their own faults, and the faults.
    """
    refused = _refuse(tree)
    if refused:
        return None, frozenset(), [refused]
    try:
        return msgspec.convert(tree, SheetEntry, strict=False), frozenset(), []
    except msgspec.ValidationError:
        fitter = _Fitter()
        kept = fitter.fit(tree, inspect.type_info(SheetEntry), ())
        entry = None if kept is _DROP else msgspec.convert(kept, SheetEntry, strict=False)
        return entry, frozenset(fitter.dropped), fitter.findings


def _refuse(tree: Plain) -> Finding | None:
    """Say at once if this is another kind of file, or of a version that is not known."""
    help = "a fact sheet begins with: cqviewer: 1"
    if tree is None:
        return Finding(path=(), message="the file is empty", help=help)
    if not isinstance(tree, dict) or "cqviewer" not in tree:
        return Finding(path=(), message="this is YAML, but no fact sheet", help=help)
    version = tree["cqviewer"]
    if not isinstance(version, str) or not (version.isascii() and version.isdigit()):
        return Finding(path=("cqviewer",), message="the version is a whole number", help=help)
    if len(version) > 9 or int(version) > VERSION:
        message = (
            f"the sheet is of version {version[:12]} of the format; this program reads {VERSION}"
        )
        return Finding(path=("cqviewer",), message=message, help="get a newer cqviewer")
    return None


class _Fitter:
    """Walks a tree beside the types' description."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.dropped: set[str] = set()

    def fit(self, value: Plain, info: inspect.Type, path: Path) -> Any:
        """Give the value without the parts that do not fit, or _DROP."""
        if isinstance(info, inspect.Metadata):
            info = info.type
        match info:
            case inspect.UnionType():
                return self._union(value, info, path)
            case inspect.StructType():
                return self._struct(value, info, path)
            case inspect.DictType():
                return self._dict(value, info, path)
            case inspect.VarTupleType():
                return self._sequence(value, info, path)
        return self._scalar(value, info, path)

    def _report(self, path: Path, message: str, help: str = "") -> Any:
        self.findings.append(Finding(path=path, message=message, help=help))
        return _DROP

    def _union(self, value: Plain, info: inspect.UnionType, path: Path) -> Any:
        kinds = [one.type if isinstance(one, inspect.Metadata) else one for one in info.types]
        if value is None and any(isinstance(one, inspect.NoneType) for one in kinds):
            return None
        inner = [one for one in kinds if not isinstance(one, inspect.NoneType)]
        fitting = [one for one in inner if _is_of(value, one)]
        if len(inner) == 1:
            return self.fit(value, inner[0], path)
        if fitting:
            return self.fit(value, fitting[0], path)
        return self._report(path, f"{_what(path)} is {_of(inner)}, not {_kind(value)}")

    def _struct(self, value: Plain, info: inspect.StructType, path: Path) -> Any:
        if not isinstance(value, dict):
            help = f"write `{info.fields[0].encode_name}:` and so on below it"
            return self._report(path, f"{_what(path)} is a set of keys, not {_kind(value)}", help)
        fields = {one.encode_name: one for one in info.fields}
        kept: dict[str, Any] = {}
        is_whole = True
        for key, part in value.items():
            if key not in fields:
                known = ", ".join(f"`{name}`" for name in fields)
                help = did_you_mean(key, fields) or f"known here: {known}"
                self._report((*path, f"?{key}"), f"the key `{key[:60]}` is not known here", help)
                continue
            field = fields[key]
            fitted = self.fit(part, field.type, (*path, key))
            if fitted is not _DROP:
                kept[key] = fitted
            elif field.required:
                is_whole = False
        for name, field in fields.items():
            if field.required and name not in value:
                self._report(path, f"{_what(path)} has no `{name}`", f"add {name}: …")
                is_whole = False
        if not is_whole and isinstance(value.get("id"), str):
            self.dropped.add(str(value["id"]))
        return kept if is_whole else _DROP

    def _dict(self, value: Plain, info: inspect.DictType, path: Path) -> Any:
        if not isinstance(value, dict):
            return self._report(path, f"{_what(path)} is a set of keys, not {_kind(value)}")
        kept: dict[str, Any] = {}
        for key, part in value.items():
            if self._scalar(key, info.key_type, (*path, f"?{key}")) is _DROP:
                continue
            fitted = self.fit(part, info.value_type, (*path, key))
            if fitted is _DROP:
                self.dropped.add(key)
            else:
                kept[key] = fitted
        return kept

    def _sequence(self, value: Plain, info: inspect.VarTupleType, path: Path) -> Any:
        if not isinstance(value, list):
            help = f"write [{value}]" if isinstance(value, str) and len(value) < 40 else ""
            return self._report(path, f"{_what(path)} is a list, not {_kind(value)}", help)
        if len(value) < (info.min_length or 0):
            return self._report(path, f"{_what(path)} is empty")
        kept = [self.fit(part, info.item_type, (*path, index)) for index, part in enumerate(value)]
        # Left-out items are replaced by nothing: places of later findings stay those of the file
        # only if none is left out, so a faulty list is judged no further.
        return _DROP if any(part is _DROP for part in kept) else kept

    def _scalar(self, value: Plain, info: inspect.Type, path: Path) -> Any:
        if isinstance(info, inspect.Metadata):
            info = info.type
        if value is None:
            return self._report(path, f"{_what(path)} has no value")
        if not isinstance(value, str):
            return self._report(path, f"{_what(path)} is {_of([info])}, not {_kind(value)}")
        match info:
            case inspect.LiteralType() if value not in info.values:
                words = ", ".join(str(one) for one in info.values)
                help = did_you_mean(value, [str(one) for one in info.values])
                return self._report(
                    path, f"{_what(path)} is one of {words}, not '{value[:60]}'", help
                )
            case inspect.StrType():
                return self._text(value, info, path)
            case inspect.IntType():
                return self._integer(value, info, path)
            case inspect.DateType():
                try:
                    return msgspec.convert(value, type=datetime.date)
                except msgspec.ValidationError:
                    help = "write year-month-day, such as 2024-12-23"
                    return self._report(path, f"'{value[:60]}' is no date", help)
        return value

    def _text(self, value: str, info: inspect.StrType, path: Path) -> Any:
        try:
            limits = msgspec.Meta(pattern=info.pattern, max_length=info.max_length)
            msgspec.convert(value, type=Annotated[str, limits])
        except msgspec.ValidationError:
            if info.pattern and "http" in info.pattern:
                return self._report(path, "an address begins with https:// or http://")
            help = "use small Latin letters, digits and _, and begin with a letter"
            return self._report(path, f"'{value[:60]}' is no id", help)
        return value

    def _integer(self, value: str, info: inspect.IntType, path: Path) -> Any:
        message = f"{_what(path)} is a whole number"
        if info.ge is not None:
            message += f" from {info.ge}"
        if info.le is not None:
            message += f" to {info.le}"
        digits = value.isascii() and value.removeprefix("-").isdigit() and len(value) <= 15
        number = int(value) if digits else None
        too_small = number is not None and info.ge is not None and number < info.ge
        too_large = number is not None and info.le is not None and number > info.le
        if number is None or too_small or too_large:
            return self._report(path, f"{message}, not '{value[:60]}'")
        return value


def _is_of(value: Plain, info: inspect.Type) -> bool:
    """Tell whether a value is of the kind (list, keys, text) that a type describes."""
    if isinstance(info, inspect.DictType | inspect.StructType):
        return isinstance(value, dict)
    if isinstance(info, inspect.VarTupleType):
        return isinstance(value, list)
    return isinstance(value, str)


def _what(path: Path) -> str:
    """Name the thing at a path in a sentence."""
    names = [part for part in path if isinstance(part, str)]
    if not names:
        return "the sheet"
    name = names[-1].removeprefix("?")[:60]
    if isinstance(path[-1], int):
        return f"item {path[-1] + 1} of `{name}`"
    return f"`{name}`"


def _kind(value: Plain) -> str:
    """Name what a value is."""
    if value is None:
        return "nothing"
    if isinstance(value, str):
        return f"'{value[:40]}'"
    return "a list" if isinstance(value, list) else "a set of keys"


def _of(infos: list[inspect.Type]) -> str:
    """Name what is wanted."""
    if any(isinstance(one, inspect.StructType) for one in infos):
        return "an id, or a set of keys"
    if any(isinstance(one, inspect.DictType) for one in infos):
        return "text, or one text per language (en, zh)"
    return "text" if any(isinstance(one, inspect.StrType) for one in infos) else "one value"
