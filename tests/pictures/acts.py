"""What brings the window into its states: pointing, pressing, opening, breaking."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMenu, QPushButton, QTableView, QWidget

from cqviewer.ui.output.preview import PrintPreview
from tests.pictures.scene import SHEET, Scene, until
from tests.ui.conftest import settle

Act = Callable[[Scene], QWidget | None]
"""Brings a scene into a state; gives the part to show, or None for the whole window."""


def whole(scene: Scene) -> None:
    """Show the window as it is."""
    scene.settle()


def scrolled(scene: Scene) -> None:
    """Show the end of the page."""
    scene.settle()
    bar = scene.window.content.page.verticalScrollBar()
    bar.setValue(bar.maximum())
    scene.settle()


def hovered(find: Callable[[Scene], QWidget], at: QPoint | None = None) -> Act:
    """Put the pointer on a part."""

    def act(scene: Scene) -> QWidget:
        scene.settle()
        part = find(scene)
        reveal(scene, part)
        QTest.mouseMove(part, at or part.rect().center())
        settle()
        return part

    return act


def focused(find: Callable[[Scene], QWidget]) -> Act:
    """Return a part the keyboard."""

    def act(scene: Scene) -> QWidget:
        scene.settle()
        part = find(scene)
        reveal(scene, part)
        part.setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        return part

    return act


def plain(find: Callable[[Scene], QWidget]) -> Act:
    """Show a part as it is."""

    def act(scene: Scene) -> QWidget:
        scene.settle()
        part = find(scene)
        reveal(scene, part)
        return part

    return act


def reveal(scene: Scene, part: QWidget) -> None:
    """Scroll to a part if it lies on the page."""
    page = scene.window.content.page
    if page.isAncestorOf(part):
        page.ensureWidgetVisible(part)
        settle()


def pressed(find: Callable[[Scene], QAbstractButton]) -> Act:
    """Click a button."""

    def act(scene: Scene) -> QWidget:
        scene.settle()
        part = find(scene)
        reveal(scene, part)
        QTest.mouseClick(part, Qt.MouseButton.LeftButton)
        settle()
        return part

    return act


def unreadable(scene: Scene, *, details: bool = False) -> None:
    """Open a sheet with mistakes."""
    scene.settle()
    path = Path(tempfile.gettempdir()) / "springfield.yaml"  # shown, so it is the same each time
    path.write_text(SHEET.read_text("utf-8").replace("unit:", "unti:", 3), "utf-8")
    scene.window.files.open(path)
    until(lambda: scene.window.notices.shown is not None)
    path.unlink()
    if details:
        click_link(scene, scene.window.tr("Show details"))
    settle()


def with_details(scene: Scene) -> None:
    """Open a sheet with mistakes, and list them."""
    unreadable(scene, details=True)


def click_link(scene: Scene, text: str) -> None:
    """Click the window's link that has a text."""
    links = scene.window.findChildren(QPushButton)
    QTest.mouseClick(
        next(one for one in links if one.text() == text and one.isVisible()),
        Qt.MouseButton.LeftButton,
    )


def saved(scene: Scene) -> None:
    """Save the PDF."""
    scene.settle()
    with tempfile.TemporaryDirectory() as folder:
        scene.window.output.save_pdf(Path(folder) / "chongqing-2024.pdf")
        until(
            lambda: (notice := scene.window.notices.shown) is not None and notice.topic == "writing"
        )
    settle()


def chart_failed(scene: Scene) -> None:
    """Say that the first chart could not be drawn."""
    scene.settle()
    card = scene.window.content.page.chart_cards[0]
    card.view.failed.emit("The worker process ended early, with status 1.")
    settle()
    reveal(scene, card)


def loading(scene: Scene) -> None:
    """Show what stands in a chart's place while it is drawn."""
    settle()
    timers = scene.window.content.page.chart_cards[0].view.findChildren(QTimer)
    until(lambda: not any(one.isActive() for one in timers))  # then the wait is long, and is said


def previewed(scene: Scene) -> QWidget:
    """Open the print preview."""
    scene.settle()
    scene.window.output.preview()
    (preview,) = scene.window.findChildren(PrintPreview)
    until(lambda: bool(preview.data))
    (pages,) = preview.findChildren(QPdfView)
    until(lambda: has_text(pages.viewport()))  # Qt renders the pages in threads of its own
    settle()
    return preview


def has_text(part: QWidget) -> bool:
    """Return whether text is painted in a part, whose smooth edges are of many colours."""
    image = part.grab().toImage()
    row = range(0, image.height(), 3)
    return len({image.pixel(x, y) for x in range(image.width()) for y in row}) > 40


def presented(scene: Scene) -> None:
    """Present the tab over the full screen."""
    scene.settle()
    scene.window.actions_by_name["present"].trigger()
    until(scene.window.isFullScreen)
    scene.settle()


def chart_presented(scene: Scene) -> QWidget:
    """Present the first chart alone."""
    scene.settle()
    scene.window.actions_by_name["present_chart"].trigger()
    show = scene.window.presentation.show
    assert show is not None
    settle()
    until(lambda: show.slide is not None and show.slide.is_ready and show.slide.isVisible())
    settle()
    return show


def opened(action: str) -> Act:
    """Open the dialog of an action."""

    def act(scene: Scene) -> QWidget:
        scene.settle()
        scene.window.actions_by_name[action].trigger()
        until(lambda: bool(scene.dialogs()))
        settle()
        return scene.dialogs()[0]

    return act


def chart_copied(scene: Scene) -> QWidget:
    """Copy the first chart's picture, which is drawn first."""
    button = chart_copy(scene)
    before = button.text()
    pressed(chart_copy)(scene)
    until(lambda: button.text() != before)
    settle()
    return button


def searched(words: str) -> Act:
    """Write what is looked for."""

    def act(scene: Scene) -> None:
        scene.settle()
        scene.window.toolbar.field.setText(words)
        scene.settle()

    return act


def no_hits(scene: Scene) -> QWidget:
    """Look for what is not there."""
    searched("tourism")(scene)
    return scene.window.toolbar


def copied(scene: Scene) -> QWidget:
    """Copy the selected figure with its citation."""
    button = scene.copy_button()
    pressed(lambda _: button)(scene)
    return scene.window.content.panel


def overlaid(scene: Scene) -> None:
    """Open the panel where it lies over the page."""
    scene.settle()
    scene.window.content.toggle_panel()
    settle()


def menu_open(scene: Scene) -> QWidget:
    """Open the View menu."""
    scene.settle()
    menu = scene.window.menuBar().actions()[2].menu()
    assert isinstance(menu, QMenu)
    menu.popup(scene.window.mapToGlobal(QPoint(80, 28)))
    settle()
    return menu


def on_second_tab(scene: Scene) -> QWidget:
    """Put the pointer on the second tab."""
    bar = scene.window.tabs.bar
    hovered(lambda _: bar, bar.tabRect(1).center())(scene)
    return scene.window.tabs


def on_tab(scene: Scene) -> QWidget:
    """Return the tabs the keyboard."""
    focused(lambda _: scene.window.tabs.bar)(scene)
    return scene.window.tabs


def chart_copy(scene: Scene) -> QAbstractButton:
    """Return the first chart's Copy button."""
    return scene.window.content.page.chart_cards[0].buttons.copy


def first_chart(scene: Scene) -> QWidget:
    """Return the first chart."""
    return scene.window.content.page.chart_cards[0].view


def search_field(scene: Scene) -> QWidget:
    """Return the search field."""
    return scene.window.toolbar.field


def panel(scene: Scene) -> QWidget:
    """Return the Source panel."""
    return scene.window.content.panel


def table(scene: Scene) -> QWidget:
    """Return the first table that can be seen."""
    return next(one for one in scene.window.findChildren(QTableView) if one.isVisible())
