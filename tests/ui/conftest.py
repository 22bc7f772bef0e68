"""Real windows, offscreen, over the bundled sheet or one that a test writes."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QFileDialog, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from cqviewer.charts.theme import LIGHT
from cqviewer.load import load_sheet
from cqviewer.model.facts import Sheet
from cqviewer.model.files.plain_file import state_of
from cqviewer.paths import data_folder
from cqviewer.ui.start.application import make_application
from cqviewer.ui.state.language import install_translators
from cqviewer.ui.state.store import Store, View
from cqviewer.ui.state.worker_client import WorkerClient
from cqviewer.ui.style.look import Look
from cqviewer.ui.window.ready import prepare_application
from cqviewer.ui.window.window import MainWindow

SOON_MS = 100
MOST_TURNS = 100_000
PATIENCE_MS = 60_000
OpenWindow = Callable[..., MainWindow]
Hear = Callable[..., list[str]]
SaveAs = Callable[..., list[str]]

TEST_DATA = Path(__file__).resolve().parent.parent / "data"


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:  # noqa: ARG001
    """Return the bot of pytest-qt; its waits last long, as a busy machine may be late."""
    bot = QtBot(request)
    for name in ("waitExposed", "waitSignal", "waitSignals", "waitUntil"):
        setattr(bot, name, partial(getattr(bot, name), timeout=PATIENCE_MS))
    return bot


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """Return the program's own application object, its fonts loaded."""
    app = make_application(["cqviewer"])
    prepare_application()
    return app


@pytest.fixture(scope="session")
def sheet() -> Sheet:
    """Return the bundled sheet."""
    return load_sheet(data_folder() / "chongqing-2024.yaml")


@pytest.fixture(scope="session")
def other_sheet() -> Sheet:
    """Return a sheet of another place, with other tabs, other charts and a time series."""
    return load_sheet(TEST_DATA / "harbour-town.yaml")


@pytest.fixture(scope="session")
def springfield() -> Sheet:
    """Return a sheet with all that a source may say of a value: marks, bounds, intervals, gaps."""
    return load_sheet(TEST_DATA / "springfield.yaml")


@pytest.fixture
def store(qapp: QApplication, sheet: Sheet) -> Store:  # noqa: ARG001
    """Return a store of the bundled sheet."""
    return Store(sheet)


@pytest.fixture
def look(qapp: QApplication) -> Look:  # noqa: ARG001
    """Return the light look at the design's size, where the program speaks English."""
    install_translators("en")  # whatever the test before spoke
    return Look(LIGHT)


@pytest.fixture
def open_window(qtbot: QtBot, sheet: Sheet) -> Iterator[OpenWindow]:
    """Yield a function that shows a window over a sheet; its arguments are fields of the view."""
    windows: list[MainWindow] = []  # qtbot does not keep them alive

    def show(of: Sheet | None = None, path: Path | None = None, **view: object) -> MainWindow:
        window = MainWindow(Store(of or sheet, View(**view)), path)  # type: ignore[arg-type]
        window.files.follow(state_of(path) if path else None)
        qtbot.addWidget(window)
        windows.append(window)
        window.resize(1180, 800)
        window.show()
        qtbot.waitExposed(window)

        return window

    yield show
    for window in windows:
        window.close()


@pytest.fixture
def open_in_front(open_window: OpenWindow, qtbot: QtBot) -> OpenWindow:
    """Return a function as `open_window`, whose window is the active one."""

    def show(*sheet: Sheet, **view: object) -> MainWindow:
        window = open_window(*sheet, **view)
        bring_to_front(window, qtbot)
        return window

    return show


@pytest.fixture
def hear(monkeypatch: pytest.MonkeyPatch) -> Hear:
    """Return a function that returns a list of all that some modules of the window announce."""

    def listen(*modules: str) -> list[str]:
        heard: list[str] = []

        def announce(_widget: QWidget, text: str) -> None:
            heard.append(text)

        for module in modules:
            monkeypatch.setattr(f"cqviewer.ui.{module}.announce", announce)
        return heard

    return listen


@pytest.fixture
def save_as(monkeypatch: pytest.MonkeyPatch) -> SaveAs:
    """Return a function that sets the answer of the dialog that asks where to save.

    It returns a list of the names that are proposed from then on. Without a path the dialog is
    cancelled.
    """

    def answer(path: Path | None = None, kind: str = "") -> list[str]:
        proposed: list[str] = []

        def ask(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
            proposed.append(name)
            return ("" if path is None else str(path)), kind

        monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
        return proposed

    return answer


@pytest.fixture(scope="session")
def virtual_screen() -> Iterator[dict[str, str]]:
    """Yield the environment of a program on a virtual X screen; skip where there is no Xvfb."""
    if sys.platform != "linux" or not shutil.which("Xvfb"):
        pytest.skip("Xvfb is missing; './run test' installs it")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x950x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as file:
        number = file.readline().strip()
    try:
        yield {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait()


def settle() -> None:
    """Run all windows until they rest: no event, no deletion and no short timer is left.

    What a program puts off for longer than SOON_MS, or has another process do, is to be waited for.
    """
    dispatcher = QAbstractEventDispatcher.instance()
    for _ in range(MOST_TURNS):
        flag = QEventLoop.ProcessEventsFlag
        did_work = dispatcher.processEvents(flag.AllEvents)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if is_timer_due():
            dispatcher.processEvents(flag.WaitForMoreEvents)
        elif not did_work:
            return
    raise TimeoutError("the windows do not come to rest")


def is_timer_due() -> bool:
    """Return whether a timer of a window's is going to go off once, and soon."""
    return any(
        timer.isActive() and timer.interval() <= SOON_MS and timer.isSingleShot()
        for window in QApplication.topLevelWidgets()
        for timer in window.findChildren(QTimer)
    )


def until_idle(qtbot: QtBot) -> None:
    """Wait until the worker processes have done all that they were asked for."""
    clients = QApplication.instance().findChildren(WorkerClient)  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: all(one.is_idle for one in clients))


def accessible(widget: QWidget) -> list[QAccessibleInterface]:
    """Return what assistive technology meets in a widget, in its order, what is hidden left out."""
    top = QAccessible.queryAccessibleInterface(widget)
    found = [top]
    for node in found:
        children = [node.child(index) for index in range(node.childCount())]
        at = found.index(node) + 1
        found[at:at] = [one for one in children if not one.state().invisible]
    return found


def name_of(node: QAccessibleInterface) -> str:
    """Return the accessible name of a node."""
    return node.text(QAccessible.Text.Name)


def texts_in(widget: QWidget) -> list[str]:
    """Return all accessible names in a widget, in order."""
    return [name for node in accessible(widget) if (name := name_of(node))]


def bring_to_front(widget: QWidget, qtbot: QtBot) -> None:
    """Show a widget as the active window, so that it can take the focus."""
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


def focused() -> QWidget:
    """Return the widget that has the focus; there must be one."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def body_of(page: QScrollArea) -> QWidget:
    """Return what a page scrolls."""
    body = page.widget()
    assert body is not None
    return body
