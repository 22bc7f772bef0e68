"""`cqviewer new`: a fact sheet to begin with, and beside it the schema that it names."""

import argparse
from pathlib import Path

from cqviewer.paths import data_folder, starter_sheet
from cqviewer.standard_output import write_data, write_errors, write_lines


def run(chosen: argparse.Namespace) -> int:
    """Write the starter and the schema, overwriting nothing; return the exit status."""
    path: Path = chosen.file
    if str(path) == "-":  # standard output
        write_data(starter_sheet().read_bytes())
        return 0
    written: list[Path] = []
    try:
        schema = data_folder() / "fact-sheet.schema.json"
        for target, source in ((path, starter_sheet()), (path.parent / schema.name, schema)):
            if target == path or not target.exists():
                _write_new(target, source.read_bytes())
                written.append(target)
    except OSError as error:
        for file in written:
            file.unlink(missing_ok=True)
        reason = {
            FileExistsError: "there is such a file already; it was left as it is",
            FileNotFoundError: "there is no such folder",
            IsADirectoryError: "this is a folder",
        }.get(type(error), error.strerror or str(error))
        write_errors(f"{path}: {reason}")
        return 1
    except ValueError:
        write_errors(f"{path!r}: this is no file name")
        return 1
    write_lines(f"{path}: written; look at it with: cqviewer {path}")
    return 0


def _write_new(path: Path, data: bytes) -> None:
    """Write a new file whole, or leave none; FileExistsError if there is one."""
    with path.open("xb") as file:
        try:
            file.write(data)
            file.flush()
        except OSError:
            path.unlink(missing_ok=True)  # half of it is of no use, and would bar the name
            raise
