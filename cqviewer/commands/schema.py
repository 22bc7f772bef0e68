"""`cqviewer schema`: the format's JSON Schema, or its reference page."""

import argparse

from cqviewer.charts.kinds import KINDS
from cqviewer.model.describing.reference import KindRow, reference_page
from cqviewer.model.describing.schema import schema_text
from cqviewer.paths import data_folder
from cqviewer.standard_output import write_lines


def run(chosen: argparse.Namespace) -> int:
    """Print the JSON Schema, or the reference page; return the exit status."""
    text = schema_text(KINDS)
    if chosen.reference:
        rows = [KindRow(kind.name, kind.draws, kind.needs) for kind in KINDS.values()]
        text = reference_page(data_folder() / "examples", rows)
    write_lines(*text.splitlines())
    return 0
