"""Data Packages: a datapackage.json that tells of the CSV files beside it."""

from pathlib import Path, PurePosixPath

import msgspec

from cqviewer.importing.found import Found
from cqviewer.importing.readers.delimited import read_delimited, recoded
from cqviewer.importing.tables import DataLimits, Tables, refuse, web_address
from cqviewer.model.files.plain_file import Limits, read_file
from cqviewer.model.messages import say
from cqviewer.model.problems import SheetError

_LARGEST = 50


class _Field(msgspec.Struct):
    """A column: its head, and what that means."""

    name: str = ""
    title: str = ""
    description: str = ""


class _Schema(msgspec.Struct):
    """The columns of a file."""

    fields: list[_Field] = []


class _Resource(msgspec.Struct):
    """A file of a package."""

    path: str | list[str] = ""
    name: str = ""
    title: str = ""
    encoding: str = ""
    schema: _Schema = msgspec.field(default_factory=_Schema)


class _Source(msgspec.Struct):
    """Where the data of a package come from."""

    title: str = ""
    name: str = ""
    path: str = ""
    link: str = ""


class _Package(msgspec.Struct):
    """A package: its files and sources."""

    resources: list[_Resource]
    title: str = ""
    name: str = ""
    sources: list[_Source] = []


def read_data_package(path: Path, data: bytes, limits: DataLimits) -> Tables:
    """Return the tables of a package's files that are there; SheetError where none is."""
    try:
        package = msgspec.json.decode(data, type=_Package)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        refuse(path, say("this is no Data Package: {}", error), say("name the CSV file itself"))
    first = package.sources[0] if package.sources else _Source()
    found = Tables(
        [],
        title=package.title or package.name,
        publisher=first.title or first.name,
        url=web_address(first.path or first.link),
    )
    missing = []
    for one in package.resources[:_LARGEST]:
        file = _beside(path, one)
        if not isinstance(one.path, str):  # cells of further parts would be cited by wrong rows
            missing += one.path[1:]
        if file is None:
            missing.append(one.name or str(one.path))
            continue
        try:
            inner = read_file(file, Limits.of_size(limits.file_bytes))
        except SheetError:
            missing.append(one.name or str(one.path))
            continue
        read = read_delimited(file, recoded(file, inner, one.encoding), limits)
        read.tables[0].title = one.title
        read.tables[0].name = file.stem
        for field in one.schema.fields:
            read.tables[0].about[field.name] = field.title or field.description
        found.tables += read.tables
        found.remarks += read.remarks
    if not found.tables:
        names = ", ".join(missing[:5])
        refuse(
            path, say("none of the package's files is beside it: {}", names), say("put them there")
        )
    if missing:
        found.remarks.append(Found("not beside", len(missing), ", ".join(missing), ""))
    return found


def _beside(path: Path, resource: _Resource) -> Path | None:
    """Return a package's file in its own folder, or None: addresses are not fetched."""
    name = resource.path if isinstance(resource.path, str) else next(iter(resource.path), "")
    inner = PurePosixPath(name)
    if not name or "://" in name or inner.is_absolute() or ".." in inner.parts:
        return None
    return next(
        (one for one in (path.parent / inner, path.parent / inner.name) if one.is_file()), None
    )
