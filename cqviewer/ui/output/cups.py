"""Printing through CUPS: `lp` is passed the PDF, and `lpstat` asked what became of the job."""

import re
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QObject, QProcess, QProcessEnvironment, Signal

from cqviewer.ui.state.timers import single_shot

FIRST_LOOK_MS, NEXT_LOOK_MS = 1000, 3000
MOST_LOOKS = 20  # for a minute: a printer refuses a job soon or not at all
_REQUEST = re.compile(r"request id is (\S+-\d+)")


class JobReport(NamedTuple):
    """What `lpstat` reports of a job."""

    is_listed: bool
    status: str = ""
    alerts: str = ""


class CupsPrint(QObject):
    """Sends one PDF to a queue and watches the job, without blocking."""

    sent = Signal(str)
    """CUPS has accepted the job; carries its name."""
    stuck = Signal(str)
    """Carries why the job waits, in the words of CUPS."""
    printed = Signal()
    """CUPS reports success; if it reports neither, this and `failed` are not emitted."""
    failed = Signal(str)

    def __init__(self, arguments: list[str], queue: str, data: bytes, parent: QObject) -> None:
        """Store the arguments of `lp`, the queue's name, and the bytes to print."""
        super().__init__(parent)
        self._arguments = arguments
        self._queue = queue
        self._data = data
        self._job = ""
        self._looks = 0
        self._said = ""
        self._has_ended = False
        self._timer = single_shot(self, FIRST_LOOK_MS, self._look)

    def start(self) -> None:
        """Send the PDF."""
        self._process = self._run("lp", self._arguments)
        self._process.errorOccurred.connect(self._on_error)
        self._process.finished.connect(self._on_sent)
        self._process.write(self._data)
        self._process.closeWriteChannel()

    def _run(self, program: str, arguments: list[str]) -> QProcess:
        process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("LC_ALL", "C")  # its output is parsed below
        process.setProcessEnvironment(environment)
        process.start(program, arguments)
        return process

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error in (QProcess.ProcessError.FailedToStart, QProcess.ProcessError.Crashed):
            self._fail(self._process.errorString())

    def _on_sent(self, status: int) -> None:
        found = _REQUEST.search(_text(self._process.readAllStandardOutput()))
        if status or not found:
            words = _text(self._process.readAllStandardError())
            self._fail(words.removeprefix("lp:").strip() or self.tr("CUPS did not take it."))
            return
        self._job, self._data = found[1], b""
        self.sent.emit(self._job)
        self._timer.start()

    def _look(self) -> None:
        self._looks += 1
        self._process.deleteLater()
        arguments = ["-l", "-W", "not-completed", "-o", self._queue, "-p", self._queue]
        self._process = self._run("lpstat", arguments)
        self._process.finished.connect(self._on_looked)

    def _on_looked(self, status: int) -> None:
        if status:
            return
        text = _text(self._process.readAllStandardOutput())
        if not read_job(text, self._job).is_listed:
            self._process.deleteLater()
            self._process = self._run("lpstat", ["-l", "-W", "completed", "-o", self._queue])
            self._process.finished.connect(self._on_ended)
            return
        words = why_stopped(text)
        if words and words != self._said:
            self._said = words
            self.stuck.emit(words)
        if self._looks < MOST_LOOKS:
            self._timer.start(NEXT_LOOK_MS)

    def _on_ended(self, status: int) -> None:
        report = read_job(_text(self._process.readAllStandardOutput()), self._job)
        if status or not report.is_listed:
            return
        words = why_failed(report)
        if words:
            self._fail(words)
        else:
            self.printed.emit()

    def _fail(self, words: str) -> None:
        if not self._has_ended:  # a crash emits both errorOccurred and finished
            self._has_ended = True
            self.failed.emit(words)


def read_job(text: str, job: str) -> JobReport:
    """Return a job's report from the output of `lpstat -l -o`: one line, then indented lines."""
    is_here = False
    words = {"Status": "", "Alerts": ""}
    for line in text.splitlines():
        if not line[:1].isspace():
            if is_here:
                break
            is_here = line.split(" ", 1)[0] == job
        elif is_here:
            name, _, rest = line.strip().partition(":")
            if name in words:
                words[name] = rest.strip()
    return JobReport(is_here, words["Status"], words["Alerts"]) if is_here else JobReport(False)


def why_failed(report: JobReport) -> str:
    """Return why an ended job was not printed, in the words of CUPS; empty if it was printed.

    CUPS clears the status of a printed job; a cancelled one may have only alerts.
    """
    if report.status:
        return report.status
    bad = ("aborted", "canceled", "document-format-error", "job-hold")
    return report.alerts if any(word in report.alerts for word in bad) else ""


def why_stopped(text: str) -> str:
    """Return why a printer has stopped, from the output of `lpstat -l -p`; empty if it has not."""
    lines = text.splitlines()
    for at, line in enumerate(lines):
        if line.startswith("printer ") and " disabled since " in line:
            reason = lines[at + 1].strip() if at + 1 < len(lines) else ""
            return reason or line
    return ""


def _text(data: QByteArray) -> str:
    return bytes(data.data()).decode("utf-8", "replace")
