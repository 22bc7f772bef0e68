"""Where commands write what they make, and how they say that they cannot."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from cqviewer.printing.options import TypesetError
from cqviewer.save import Inputs, SaveError, save_bytes
from cqviewer.standard_output import EXIT_PROBLEM, write_data, write_errors, write_lines

STANDARD_OUTPUT = "-"


def names_folder(output: str) -> bool:
    """Return whether an output is a folder: one that exists, or by the slash at its end."""
    return output.endswith(("/", os.sep)) or Path(output).is_dir()


def target_file(output: str | None, name: str) -> Path:
    """Return the file to write: `output`, or `name` in it if it is a folder or not given."""
    if output is None:
        return Path(name)
    if names_folder(output):
        return target_folder(output) / name
    return Path(output)


def target_folder(output: str | None) -> Path:
    """Return the folder for several files, made if missing; ValueError if `output` is none."""
    folder = Path(output or ".")
    is_meant = output is None or names_folder(output)
    if output == STANDARD_OUTPUT:
        raise ValueError("several sheets cannot be written to standard output; name a folder")
    if not is_meant and (folder.exists() or folder.suffix.lower() == ".pdf"):
        raise ValueError(f"{output}: several sheets are printed into a folder; this is no folder")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def write_made(
    files: Iterable[Path],
    output: str | None,
    name: str,
    make: Callable[[], bytes],
    *,
    is_old_kept: bool = False,
) -> int:
    """Write what `make` returns to `output`; return the exit status.

    None of `files`, from which it is made, is replaced. With `is_old_kept` an existing file with
    other contents is only replaced if `output` names it.
    """
    try:
        if output == STANDARD_OUTPUT:
            write_data(make())
            return 0
        target = target_file(output, name)
        Inputs(files).refuse(target)
        data = make()
        if is_old_kept and output is None and target.is_file() and target.read_bytes() != data:
            return fail(f"{target} exists and differs; name the file to write with -o")
        save_bytes(data, target)
    except (SaveError, OSError, TypesetError) as error:
        return fail(str(error))
    write_lines(str(target))
    return 0


def fail(*sentences: str) -> int:
    """Write what is wrong to standard error; return the exit status."""
    write_errors(*sentences)
    return EXIT_PROBLEM
