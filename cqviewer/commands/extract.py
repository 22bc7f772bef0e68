"""`cqviewer extract`: the fact sheet that a PDF carries, byte for byte."""

import argparse

from cqviewer.commands.output import write_made
from cqviewer.printing.attachment import extract_yaml


def run(chosen: argparse.Namespace) -> int:
    """Write the YAML that a PDF carries; return the exit status."""
    file, name = chosen.file, f"{chosen.file.stem}.yaml"
    return write_made([file], chosen.output, name, lambda: extract_yaml(file), is_old_kept=True)
