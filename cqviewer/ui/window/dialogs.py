"""The windows of the Help menu: keyboard shortcuts, the format, this sheet, and cqviewer."""

import contextlib
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLocale, Qt, qVersion
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QMessageBox,
    QTableWidget,
    QTableWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from cqviewer import __version__
from cqviewer.paths import data_folder, page_in
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.access_keys import without_key
from cqviewer.ui.window.actions import ACTIONS, KEYS, translated

translate = QCoreApplication.translate


_BUNDLED = (
    ("PySide6-Essentials", "LGPL-3.0"),
    ("PySide6-Pdf", "LGPL-3.0; PDFium: BSD-3-Clause"),
    ("matplotlib", "PSF"),
    ("numpy", "BSD-3-Clause"),
    ("typst", "Apache-2.0"),
    ("msgspec", "BSD-3-Clause"),
    ("PyYAML", "MIT"),
    ("Babel", "BSD-3-Clause"),
    ("pikepdf", "MPL-2.0"),
    ("openpyxl", "MIT"),
    ("fonttools", "MIT"),
    ("python-calamine", "MIT"),
    ("pypdfium2", "Apache-2.0, BSD-3-Clause"),
    ("platformdirs", "MIT"),
    ("tqdm", "MPL-2.0, MIT"),
)


class Help:
    """Opens the windows of the Help menu."""

    def __init__(self, window: QWidget, store: Store) -> None:
        """Open them over a window; `store` has its sheet."""
        self._window = window
        self._store = store

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what each action of the Help menu does, by its name."""
        return {
            "shortcuts": self.show_shortcuts,
            "format": self.show_format,
            "about_sheet": self.show_sheet,
            "about": self.show_about,
        }

    def show_shortcuts(self) -> None:
        """Show all actions that have shortcuts, and further keys."""
        dialog = QDialog(self._window)
        dialog.setWindowTitle(translate("Dialogs", "Keyboard shortcuts"))
        rows = [(row.text, row.shortcuts) for row in ACTIONS if row.shortcuts]
        rows += KEYS
        table = QTableWidget(len(rows), 2)
        table.setObjectName("wrapped")
        table.setHorizontalHeaderLabels(
            [translate("Dialogs", "Action"), translate("Dialogs", "Keys")]
        )
        table.verticalHeader().hide()
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)  # Tab goes on to the button
        table.setAccessibleName(dialog.windowTitle())
        for index, (text, shortcuts) in enumerate(rows):
            name = without_key(translated(text)).removesuffix("…")
            native = QKeySequence.SequenceFormat.NativeText
            keys = [QKeySequence(one).toString(native) for one in shortcuts.split("; ")]
            table.setItem(index, 0, QTableWidgetItem(name))
            table.setItem(index, 1, QTableWidgetItem(", ".join(keys)))
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        _fill(dialog, table)
        _resize(dialog, 58, 30)
        dialog.open()

    def show_format(self) -> None:
        """Show the reference page of the format, which is written in Markdown."""
        dialog = QDialog(self._window)
        dialog.setWindowTitle(translate("Dialogs", "The format of fact sheets"))
        browser = QTextBrowser()
        browser.setOpenExternalLinks(True)
        browser.setAccessibleName(dialog.windowTitle())
        own = QLocale.languageToCode(QLocale().language())  # the window's language
        page = page_in(own, data_folder() / "format-reference.md")
        browser.setMarkdown(page.read_text("utf-8"))
        _fill(dialog, browser)
        _resize(dialog, 108, 40)
        dialog.show()

    def show_sheet(self) -> None:
        """Show publisher, date, languages and terms of use of the sheet."""
        wording, sheet = self._store.wording, self._store.sheet
        title = translate("Dialogs", "About this sheet")
        self._tell(title, wording.text(sheet.title), wording.about_sheet(sheet))

    def show_about(self) -> None:
        """Show versions and licences of the program and its libraries."""
        from importlib import metadata  # takes 13 ms, which the start can do without

        lines = [
            translate("Dialogs", "A viewer for fact sheets. MIT licence."),
            "",
            f"Qt {qVersion()}",
        ]
        for name, licence in _BUNDLED:
            with contextlib.suppress(metadata.PackageNotFoundError):
                lines.append(f"{name} {metadata.version(name)} ({licence})")
        lines.append("Noto Sans, Noto Sans SC (SIL OFL 1.1)")
        self._tell(translate("Dialogs", "About cqviewer"), f"cqviewer {__version__}", lines)

    def _tell(self, title: str, text: str, lines: list[str]) -> None:
        box = QMessageBox(self._window)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text)
        box.setInformativeText("\n".join(lines))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()


def _fill(dialog: QDialog, content: QWidget) -> None:
    """Put content and a Close button into a dialog."""
    layout = QVBoxLayout(dialog)
    layout.addWidget(content)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    layout.addWidget(buttons)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)


def _resize(dialog: QDialog, wide: int, high: int) -> None:
    """Resize a dialog to a width in digits and a height in lines, limited to the screen."""
    dialog.ensurePolished()  # so that it has its final font
    metrics, room = dialog.fontMetrics(), dialog.screen().availableSize()
    width, height = wide * metrics.horizontalAdvance("0"), high * metrics.height()
    dialog.resize(min(width, room.width()), min(height, room.height()))
