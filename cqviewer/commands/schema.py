"""`cqviewer schema`: the format's JSON Schema, its reference page, or the phrases."""

import argparse

from cqviewer.charts.kinds import KINDS
from cqviewer.model.describing.reference import KindRow, reference_page
from cqviewer.model.describing.schema import schema_text
from cqviewer.paths import data_folder, resources_folder
from cqviewer.standard_output import write_lines


def run(chosen: argparse.Namespace) -> int:
    """Print the JSON Schema, the reference page or the phrases; return the exit status."""
    text = schema_text(KINDS)
    if chosen.reference:
        rows = [KindRow(kind.name, kind.draws, kind.needs) for kind in KINDS.values()]
        text = reference_page(data_folder() / "examples", rows, chosen.language)
    if chosen.phrases:
        text = (resources_folder() / "phrases" / "en.json").read_text("utf-8")
    write_lines(*text.splitlines())
    return 0
