"""`cqviewer extract`: the sheet that a PDF carries, byte for byte, with its phrases and logo."""

import argparse
from functools import partial

from cqviewer.commands.output import names_folder, target_folder, write_made
from cqviewer.printing.attachment import extract
from cqviewer.standard_output import write_errors


def run(chosen: argparse.Namespace) -> int:
    """Write the YAML that a PDF carries, and into a folder the rest; return the exit status."""
    file, output, name = chosen.file, chosen.output, f"{chosen.file.stem}.yaml"
    yaml, beside = extract(file)
    if output and names_folder(output):
        folder = target_folder(output)
        files = {**beside, name: yaml}
        return max(
            write_made([file], None, str(folder / one), partial(bytes, data), is_old_kept=True)
            for one, data in files.items()
        )
    status = write_made([file], output, name, lambda: yaml, is_old_kept=True)
    if beside and not status:
        write_errors(f"{file} also carries {', '.join(beside)}; name a folder with -o for all")
    return status
