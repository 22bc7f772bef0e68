"""Check a sheet's file, and change it whole or not at all."""

from pathlib import Path as File

from msgspec.structs import replace

from cqviewer.charts.kinds import KINDS
from cqviewer.evidence.confirm import look_up
from cqviewer.load import examine_sheet
from cqviewer.model.editing.edit import edit_file
from cqviewer.model.editing.fixing import Written, fix_file, write_fixes
from cqviewer.model.editing.nodes import CannotEdit
from cqviewer.model.editing.outline import entries
from cqviewer.model.editing.renaming import rename_id
from cqviewer.model.files.plain_file import Limits, lies_in, read_file
from cqviewer.model.messages import say
from cqviewer.model.problems import Path, Problem, SheetError
from cqviewer.model.reading.yaml_tree import Plain, decode, locate, parse_yaml
from cqviewer.printing.attachment import open_sheet
from cqviewer.save import SaveError, save_bytes
from cqviewer.worker.evidence import cached_finder
from cqviewer.worker.rewrites import Change, Checked, Fix, NewId, Restore, Write


def checked(path: File, change: Change | None) -> Checked:
    """Check a file, once it is changed where that is asked for; a PDF by the sheet it carries.

    SaveError if it cannot be written, or was changed by another program since.
    """
    try:
        before = read_file(path, Limits())
        is_pdf = before.startswith(b"%PDF-")
        before = open_sheet(path).yaml if is_pdf else before
    except SheetError as error:
        if change is not None:
            raise SaveError(say("{}: {}", path.name, error.problems[0].message)) from None
        return Checked(error.problems, b"", b"")
    data = before
    written: list[Written] = []
    refused: list[Problem] = []
    tried = None
    if isinstance(change, Write | NewId):
        made, refused = _edited(before, path, change)
        tried = _tree(made) if refused else None
        data = before if refused or (isinstance(change, Write) and change.is_trial) else made
    elif change is not None:
        data, written = _mended(before, path, change)
    if data != before:
        save_bytes(data, path)
    said = [(one.old, one.new) for one in written]
    examined, tree, kinds = examine_sheet(data, str(path)), _tree(data), tuple(sorted(KINDS))
    lines = _lines(data, tree)
    sources = examined.sheet.sources.values() if examined.sheet and not is_pdf else ()
    evidence = tuple(one.evidence for one in sources if one.evidence)
    near = tuple(one for one in evidence if lies_in(path.parent / one, path.parent))
    found = examined.problems
    return Checked(found, before, data, said, tree, refused, tried, kinds, lines, evidence, near)


def confirmed(path: File) -> Checked:
    """Look up the numbers of a file in the evidence that it names; those not found are warnings."""
    try:
        data = read_file(path, Limits())
    except SheetError:  # it is gone, which is said elsewhere
        return Checked([], b"", b"")
    examined = examine_sheet(data, str(path), with_warnings=False)
    if examined.sheet is None:
        return Checked([], data, data)
    _, found = look_up(examined, data, str(path), cached_finder, only_named=True)
    return Checked([replace(one, severity="warning") for one in found], data, data)


def _edited(data: bytes, path: File, change: Write | NewId) -> tuple[bytes, list[Problem]]:
    """Return a file with edits, and the errors that they would bring into it, if any."""
    if data != change.seen:
        raise _outdated(path)
    try:
        if isinstance(change, NewId):
            made = rename_id(data, change.kind, change.old, change.new)
        else:
            made = edit_file(data, change.edits)
    except CannotEdit as error:
        return data, [Problem(message=str(error))]
    known = {one.message for one in _errors(data, path)}
    new = [one for one in _errors(made, path) if one.message not in known]
    return made, new


def _outdated(path: File) -> SaveError:
    """Return the error of a change to a file that is no longer what the window has seen."""
    return SaveError(say("{} was changed by another program since", path.name))


def _errors(data: bytes, path: File) -> list[Problem]:
    return [one for one in _problems(data, path) if one.severity == "error"]


def _tree(data: bytes) -> Plain:
    """Return the values of a file as they are written; None if it is no YAML."""
    try:
        return parse_yaml(decode(data, ""), "", Limits()).root
    except SheetError:
        return None


def _lines(data: bytes, tree: Plain) -> dict[Path, int]:
    """Return the lines in which the entries of a sheet's lists begin, and what sections show."""
    every: list[Path] = [(name, key) for name, held in entries(tree) for key, _ in entries(held)]
    for at, section in entries(dict(entries(tree)).get("sections")):
        inner = ((name, key) for name, held in entries(section) for key, _ in entries(held))
        every += [("sections", at, *one) for one in inner]
    wanted: dict[Path, Path] = {
        (*around, last): (*around, last if isinstance(last, int) else f"?{last}")
        for *around, last in every
    }
    places = locate(decode(data, ""), wanted.values()) if wanted else {}
    return {one: places[key][0] for one, key in wanted.items()}


def _mended(data: bytes, path: File, change: Fix | Restore) -> tuple[bytes, list[Written]]:
    if isinstance(change, Restore):
        if data != change.seen:
            raise _outdated(path)
        return change.wanted, []
    if change.texts is None:
        return fix_file(data, lambda one: _problems(one, path))
    known = {(place, one.fix) for one in _problems(data, path) for place in one.paths}
    if not known.issuperset(change.texts.items()):
        raise _outdated(path)
    return write_fixes(data, change.texts)


def _problems(data: bytes, path: File) -> list[Problem]:
    return examine_sheet(data, str(path)).problems
