"""A data file brought into a sheet: the next edition of its data, or the sheet's own export."""

import re
from pathlib import Path

from cqviewer.importing.editions.merging import Brought, bring_in, imported_as
from cqviewer.importing.editions.own_export import bring_back, own_block
from cqviewer.importing.making import Opened, open_data
from cqviewer.model.reading.import_format import ImportEntry


def bring_file(
    path: Path,
    options: ImportEntry,
    data: bytes,
    sheet: Path,
    *,
    with_new: bool = False,
    is_sure: bool = False,
) -> tuple[Opened, Brought]:
    """Return a data file, and a sheet with its values, as `bring_in` and `bring_back` do."""
    has_data = re.search(rb"^imports:", data, re.MULTILINE)
    kept = imported_as(data, sheet, options) if has_data else options
    opened = open_data(path, kept)
    if block := own_block(opened):
        return opened, bring_back(opened, block, data, sheet, options)
    kept = imported_as(data, sheet, options)
    return opened, bring_in(opened, data, sheet, kept, with_new=with_new, is_sure=is_sure)
