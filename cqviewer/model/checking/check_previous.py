"""Whether the edition before, which a sheet names, is a file that may be read."""

import os
from pathlib import Path

from cqviewer.model.facts import Sheet
from cqviewer.model.files.plain_file import lies_in
from cqviewer.model.messages import say
from cqviewer.model.problems import Findings


def check_previous(sheet: Sheet, file: Path, findings: Findings) -> None:
    """Warn where `previous` leads to no file of the sheet's own folder, or to the sheet itself."""
    if sheet.previous is None:
        return
    before, hint = file.parent / sheet.previous, say("name a file beside the sheet, YAML or PDF")
    if os.path.realpath(before) == os.path.realpath(file):
        findings.add(("previous",), say("the edition before is this sheet itself"), hint, "warning")
    elif not lies_in(before, file.parent) or not before.is_file():
        message = say("there is no edition before in {}", sheet.previous)
        findings.add(("previous",), message, hint, "warning")
