"""Check boxes, fields and lists of Qt's own dialogs can be seen in every theme."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QRadioButton,
    QSpinBox,
    QToolButton,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cqviewer.charts.theme import (
    DARK,
    HIGH_CONTRAST_DARK,
    HIGH_CONTRAST_LIGHT,
    LIGHT,
    Theme,
)
from cqviewer.model.checking.contrast import contrast
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.style import palette, style_sheet

THEMES = [LIGHT, DARK, HIGH_CONTRAST_LIGHT, HIGH_CONTRAST_DARK]


@pytest.fixture(params=THEMES, ids=lambda theme: theme.name)
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Theme]:
    """Have Qt's parts drawn in a theme, as the window has them."""
    before = qapp.palette()
    qapp.setPalette(palette(Look(request.param)))
    yield request.param
    qapp.setPalette(before)


def colours(part: QWidget, theme: Theme, qtbot: QtBot) -> list[str]:
    """Return the colours of a part, from pixel to pixel along its middle."""
    page = QWidget()
    qtbot.addWidget(page)
    page.setObjectName("page")
    page.setStyleSheet(style_sheet(Look(theme)))
    part.setParent(page)
    part.resize(part.sizeHint())
    page.resize(part.size())
    page.show()
    page.setFocus()  # not the part, whose ring would be what is seen
    image = page.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    middle = image.height() // 2
    return [image.pixelColor(x, middle).name() for x in range(image.width())]


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_what_is_not_checked_has_an_outline(
    kind: type[QCheckBox] | type[QRadioButton], theme: Theme, qtbot: QtBot
) -> None:
    seen = colours(kind(""), theme, qtbot)
    assert seen.count(QColor(theme.line).name()) == 2
    assert QColor(theme.accent).name() not in seen


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_what_is_checked_is_filled_and_has_a_glyph_that_stands_out(
    kind: type[QCheckBox] | type[QRadioButton], theme: Theme, qtbot: QtBot
) -> None:
    box = kind("")
    box.setChecked(True)
    seen = colours(box, theme, qtbot)
    ground = QColor(theme.accent)
    assert ground.name() in seen
    filled = seen[seen.index(ground.name()) : len(seen) - seen[::-1].index(ground.name())]
    glyph = max(filled, key=lambda one: abs(QColor(one).lightness() - ground.lightness()))
    assert abs(QColor(glyph).lightness() - ground.lightness()) > 80
    assert (QColor(glyph).lightness() > 128) == (QColor(theme.page).lightness() > 128)


@pytest.mark.parametrize("kind", [QSpinBox, QComboBox])
def test_fields_have_an_outline_and_arrows(
    kind: type[QSpinBox] | type[QComboBox], theme: Theme, qtbot: QtBot
) -> None:
    field = kind()
    seen = colours(field, theme, qtbot)
    line = QColor(theme.line).name()
    assert (seen[0], seen[-1]) == (line, line)
    if isinstance(field, QComboBox):
        ink = QColor(theme.ink).lightness()
        arrow = [one for one in seen[-24:-2] if abs(QColor(one).lightness() - ink) < 60]
        assert arrow


@pytest.mark.qt_log_ignore("This plugin does not support")  # what offscreen says of popups
@pytest.mark.parametrize("zoom", [0.8, 1.0, 1.5, 2.5])
def test_lists_that_drop_down_show_all_that_can_be_chosen(zoom: float, qtbot: QtBot) -> None:
    for theme in (LIGHT, HIGH_CONTRAST_DARK):
        box = QComboBox()
        qtbot.addWidget(box)
        box.setStyleSheet(style_sheet(Look(theme, zoom)))
        box.addItems(["A4", "Letter", "简体中文", "PNG (*.png)", "SVG (*.svg)"])
        box.show()
        box.showPopup()
        view = box.view()
        qtbot.waitUntil(view.isVisible)
        assert box.count() == 5
        for row in range(5):
            place = view.visualRect(view.model().index(row, 0))
            assert view.viewport().rect().contains(place)
        box.hidePopup()


@pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told
def test_the_arrows_of_qt_s_file_dialog_stand_out_and_its_rows_are_large_enough(
    theme: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "sheet.yaml").touch()
    dialog = QFileDialog(directory=str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    dialog.setStyleSheet(style_sheet(Look(theme)))
    dialog.show()
    for name in ("backButton", "forwardButton", "toParentButton"):
        button = dialog.findChild(QToolButton, name)
        assert button is not None
        drawn = button.icon().pixmap(16).toImage()
        dots = [drawn.pixelColor(x, y) for x in range(16) for y in range(16)]
        assert max(contrast(one.name(), theme.page) for one in dots if one.alpha() > 200) >= 3
    files = dialog.findChild(QTreeView)
    assert files is not None
    qtbot.waitUntil(lambda: files.model().rowCount(files.rootIndex()) == 1)
    assert files.visualRect(files.model().index(0, 0, files.rootIndex())).height() >= 24
