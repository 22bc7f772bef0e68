"""The sheet of a city with series, marks, intervals, bounds and footnotes."""

import pytest

from cqviewer.load import load_sheet
from cqviewer.model.facts import Sheet
from tests.ui.conftest import TEST_DATA


@pytest.fixture(scope="session")
def health() -> Sheet:
    """Return the sheet of six series and a figure of one period."""
    return load_sheet(TEST_DATA / "springfield-health.yaml")
