"""Copying a chart as a picture, and saving it as a picture or as its figures."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QImage

from cqviewer.model.facts import Chart
from cqviewer.model.text import made_stem
from cqviewer.printing.options import CsvStyle
from cqviewer.ui.output.saving import Saver, ask_where_to_save, csv_kinds
from cqviewer.ui.state.notices import Notice, open_in_system
from cqviewer.ui.state.worker_client import worker
from cqviewer.worker import tasks


class ChartExport(Saver):
    """Copies and saves charts of one window; the worker process draws them."""

    picture_copied = Signal(object)
    """Carries the Chart whose picture is on the clipboard."""

    def handlers(self, at_hand: Callable[[], Chart | None]) -> dict[str, Callable[[], None]]:
        """Return what each action does, by its name, with the chart that `at_hand` returns."""
        works = {
            "chart_copy": self.copy_picture,
            "chart_save": self.ask_to_save,
            "chart_table": self.toggle_table,
        }
        return {name: partial(self._do, work, at_hand) for name, work in works.items()}

    def _do(self, work: Callable[[Chart], None], at_hand: Callable[[], Chart | None]) -> None:
        if (chart := at_hand()) is not None:
            work(chart)

    def toggle_table(self, chart: Chart) -> None:
        """Show a chart's figures as a table in its place, or the chart again."""
        self._store.toggle_table(chart.id)

    def copy_picture(self, chart: Chart) -> None:
        """Copy a chart's picture to the clipboard."""
        language = self._store.view.language
        call = worker().call(
            self, tasks.make_chart_file, chart, self._store.sheet, language, ".png"
        )
        call.done.connect(partial(self._on_picture, chart))
        call.failed.connect(partial(self._on_failed, self.tr("The chart was not copied")))
        self._notices.show_busy(self.tr("Making the picture …"), call)

    def ask_to_save(self, chart: Chart) -> None:
        """Ask for a name and a format, and save a chart."""
        stem = made_stem(self._store.sheet.file_name)
        kinds = {
            self.tr("PNG picture (*.png)"): ".png",
            self.tr("SVG picture (*.svg)"): ".svg",
            self.tr("PDF picture (*.pdf)"): ".pdf",
            **dict.fromkeys(csv_kinds(), ".csv"),
            self.tr("Figures as Excel workbook (*.xlsx)"): ".xlsx",
        }
        suggested = self._files.save_folder / f"{stem}-{chart.id}.png"
        target = ask_where_to_save(self._window, self.tr("Save chart"), suggested, kinds)
        if target:
            self.save(chart, target.path, csv_kinds().get(target.kind))

    def save(self, chart: Chart, path: Path, style: CsvStyle | None = None) -> None:
        """Save a chart in the format of the path's suffix; CSV in a style."""
        language, suffix = self._store.view.language, path.suffix.lower()
        call = worker().call(
            self, tasks.make_chart_file, chart, self._store.sheet, language, suffix, style
        )
        self.save_made(path, call)

    def _on_picture(self, chart: Chart, data: object) -> None:
        QGuiApplication.clipboard().setImage(QImage.fromData(cast("bytes", data)))
        self.picture_copied.emit(chart)

    def _saved(self, path: Path, _digest: str) -> Notice:
        links = ((self.tr("Open the file"), partial(open_in_system, path)),)
        title = self.tr("Saved {file}").format(file=path.name)
        return Notice(title, str(path), kind="notice", topic="writing", links=links)
