"""Which files are data files, by their names."""

from pathlib import Path

DATA_SUFFIXES = (".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".ods", ".xls", ".json", ".xml")
"""How the names of data files end."""


def is_data_file(path: Path) -> bool:
    """Return whether a file's name is that of a data file, and no sheet's."""
    return path.suffix.lower() in DATA_SUFFIXES
