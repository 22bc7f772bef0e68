"""What a run begins with is kept for the next one, if that will look for it."""

import pytest
from PySide6.QtCore import QThreadPool

from cqviewer.paths import bundled_sheet
from cqviewer.ui.cache import sheets_folder
from cqviewer.ui.start import opening
from cqviewer.ui.start.opening import Opening


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("most", "number"), [(4_000_000, 1), (1_000, 0)])
def test_a_sheet_that_is_too_large_to_be_looked_for_is_not_kept(
    most: int, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_MOST_BYTES", most)
    Opening(bundled_sheet(), bundled_sheet()).sheet()
    QThreadPool.globalInstance().waitForDone(30_000)
    assert len(list(sheets_folder().glob("*/sheet-*"))) == number
