"""Charts that leave the window: copied as a picture, saved as a picture or as their figures."""

from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from cqviewer.charts.drawing import ChartError
from cqviewer.model.facts import Chart
from cqviewer.ui.output.saving import ask_where_to_save, suggested_stem, unsaved
from cqviewer.ui.state.files import Files
from cqviewer.ui.state.notices import Notice, Notices, open_in_system
from cqviewer.ui.state.store import Store
from cqviewer.ui.state.worker_client import WorkerError, worker
from cqviewer.worker import tasks


class ChartExport(QObject):
    """Has pictures and tables of one window's charts made by the worker process."""

    picture_copied = Signal(object)
    """Carries the Chart whose picture is on the clipboard."""

    def __init__(self, store: Store, files: Files, notices: Notices, window: QWidget) -> None:
        """Work for a window whose files suggest where to save."""
        super().__init__(window)
        self._store = store
        self._files = files
        self._notices = notices
        self._window = window

    def copy_picture(self, chart: Chart) -> None:
        """Put a chart's picture on the clipboard."""
        language = self._store.view.language
        call = worker().call(
            self, tasks.make_chart_file, chart, self._store.sheet, language, ".png"
        )
        call.done.connect(partial(self._on_picture, chart))
        call.failed.connect(partial(self._on_failed, self.tr("The chart was not copied")))
        self._notices.show_busy(self.tr("Making the picture …"), call)

    def ask_to_save(self, chart: Chart) -> None:
        """Ask for a name and a format, and save a chart."""
        stem = suggested_stem(self._store.sheet)
        kinds = {
            self.tr("PNG picture (*.png)"): ".png",
            self.tr("SVG picture (*.svg)"): ".svg",
            self.tr("PDF picture (*.pdf)"): ".pdf",
            self.tr("Figures as CSV (*.csv)"): ".csv",
            self.tr("Figures as Excel workbook (*.xlsx)"): ".xlsx",
        }
        suggested = self._files.save_folder / f"{stem}-{chart.id}.png"
        path = ask_where_to_save(self._window, self.tr("Save chart"), suggested, kinds)
        if path:
            self.save(chart, path)

    def save(self, chart: Chart, path: Path) -> None:
        """Save a chart in the format that the name's ending says."""
        language, suffix = self._store.view.language, path.suffix.lower()
        call = worker().call(
            self, tasks.make_chart_file, chart, self._store.sheet, language, suffix
        )
        self._notices.unfinished.add(unsaved(path), call.ended)
        call.done.connect(partial(self._save, path))
        call.failed.connect(partial(self._on_unsaved, path))
        self._notices.show_busy(self.tr("Making {file} …").format(file=path.name), call)

    def _save(self, path: Path, data: bytes) -> None:
        call = worker().call(self, tasks.save, data, path, self._files.inputs)
        self._notices.unfinished.add(unsaved(path), call.ended)
        call.done.connect(partial(self._on_saved, path))
        call.failed.connect(partial(self._on_unsaved, path))

    def _on_picture(self, chart: Chart, data: object) -> None:
        QGuiApplication.clipboard().setImage(QImage.fromData(cast("bytes", data)))
        self.picture_copied.emit(chart)

    def _on_saved(self, path: Path, _digest: str) -> None:
        self._files.remember_folder(path)
        links = ((self.tr("Open the file"), partial(open_in_system, path)),)
        title = self.tr("Saved {file}").format(file=path.name)
        self._notices.show(Notice(title, str(path), kind="notice", topic="writing", links=links))

    def _on_unsaved(self, path: Path, error: Exception) -> None:
        self._on_failed(self.tr("{file} was not saved").format(file=path.name), error)

    def _on_failed(self, title: str, error: Exception) -> None:
        from cqviewer.printing.save import SaveError

        if not isinstance(error, (ChartError, SaveError, WorkerError)):
            raise error
        self._notices.show(Notice(title, str(error), topic="writing"))
