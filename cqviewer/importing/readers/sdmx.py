"""SDMX-ML by pysdmx, which is asked for by those who need it: `[sdmx]`."""

import warnings
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from cqviewer.importing.tables import DataLimits, Table, Tables, check_size, letter, refuse
from cqviewer.model.messages import say

_LIBRARY = "pysdmx"


def read_sdmx(path: Path, data: bytes, limits: DataLimits) -> Tables:  # noqa: ARG001 - pysdmx reads it
    """Return the data sets of an SDMX message, a row for each observation."""
    install = say("pip install 'cqviewer[sdmx]', or ask the office for SDMX-CSV")
    if find_spec(_LIBRARY) is None:
        refuse(path, say("SDMX-ML is read by pysdmx, which is not installed"), install)
    tables = []
    try:
        with warnings.catch_warnings(action="ignore"):
            message = import_module(f"{_LIBRARY}.io").read_sdmx(path, validate=False)
            found = message.get_datasets()
        for number, one in enumerate(found, 1):
            heads = [str(name) for name in one.data.columns]
            rows = [["" if part != part else str(part) for part in row] for row in one.data.values]
            check_size(path, len(rows), len(rows) * len(heads), len(heads), limits)
            letters = [letter(place) for place in range(len(heads))]
            tables.append(Table(f"data {number}", [heads, *rows], letters, {}, has_cells=False))
    except ImportError as error:
        if "extra is required" not in str(error):
            raise  # there was no room to load it
        refuse(path, say("pysdmx is installed without what it needs to read data"), install)
    except MemoryError:
        raise
    except Exception as error:  # pysdmx has many, and its parsers more
        refuse(
            path,
            say("this is no SDMX data: {}", str(error)[:200]),
            say("fetch it again as SDMX-CSV"),
        )
    return Tables([one for one in tables if len(one.rows) > 1])
