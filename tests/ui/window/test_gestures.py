"""Files that are dropped on a window are told of."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from tests.ui.conftest import OpenWindow


class OwnDrop(QDropEvent):
    """A drop of what was dragged from a window of the program itself."""

    def source(self) -> QObject:
        return QObject()


@pytest.mark.parametrize(("kind", "is_taken"), [(QDropEvent, True), (OwnDrop, False)])
def test_a_chart_that_is_dropped_on_a_window_of_ours_is_not_opened(
    kind: type[QDropEvent], is_taken: bool, open_window: OpenWindow, tmp_path: Path
) -> None:
    window = open_window()
    dropped: list[object] = []
    window.files_dropped.disconnect()
    window.files_dropped.connect(dropped.append)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "chart.png"))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(kind(QPointF(9, 9), Qt.DropAction.CopyAction, data, left, none))
    assert bool(dropped) == is_taken
