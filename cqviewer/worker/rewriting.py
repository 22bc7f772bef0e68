"""Check a sheet's file, and change it whole or not at all."""

from pathlib import Path

from cqviewer.load import examine_sheet
from cqviewer.model.editing.fixing import Written, fix_file, write_fixes
from cqviewer.model.problems import Problem, SheetError
from cqviewer.model.reading.plain_file import Limits, read_file
from cqviewer.printing.attachment import open_sheet
from cqviewer.printing.save import SaveError, save_bytes
from cqviewer.worker.rewrites import Checked, Fix, Restore


def checked(path: Path, change: Fix | Restore | None) -> Checked:
    """Check a file, once it is changed where that is asked for; a PDF by the sheet it carries.

    SaveError if it cannot be written, or was changed by another program since.
    """
    try:
        before = read_file(path, Limits())
        before = open_sheet(path).yaml if before.startswith(b"%PDF-") else before
    except SheetError as error:
        return Checked(error.problems, b"", b"")
    data, written = _changed(before, path, change)
    if data != before:
        save_bytes(data, path)
    said = [(one.old, one.new) for one in written]
    return Checked(_problems(data, path), before, data, said)


def _changed(data: bytes, path: Path, change: Fix | Restore | None) -> tuple[bytes, list[Written]]:
    if isinstance(change, Restore):
        if data != change.seen:
            raise SaveError(f"{path.name} was changed by another program since")
        return change.wanted, []
    if change is None:
        return data, []
    if change.texts is None:
        return fix_file(data, lambda one: _problems(one, path))
    known = {(place, one.fix) for one in _problems(data, path) for place in one.paths}
    if not known.issuperset(change.texts.items()):
        raise SaveError(f"{path.name} was changed by another program since")
    return write_fixes(data, change.texts)


def _problems(data: bytes, path: Path) -> list[Problem]:
    return examine_sheet(data, str(path)).problems
