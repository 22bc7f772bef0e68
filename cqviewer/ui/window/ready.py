"""Prepares Qt's application before any text is shown: fonts and accessible interfaces."""

import functools

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from cqviewer.ui.style import interfaces
from cqviewer.ui.style.heard import tell_cell
from cqviewer.ui.style.look import FAMILIES, load_fonts


@functools.cache  # once for all windows
def prepare_application() -> None:
    """Load the fonts, and register the accessible interfaces, unless that is done.

    The cached picture of a window needs neither, and is shown before.
    """
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    interfaces.install()
    app.focusChanged.connect(tell_cell)
    load_fonts()
    app.setFont(QFont(FAMILIES["en"]))
