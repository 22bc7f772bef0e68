"""The preview shows the very bytes that are saved and printed, and follows its options."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cqviewer.model.facts import Sheet
from cqviewer.printing.options import PrintOptions
from cqviewer.printing.typeset import make_pdf
from cqviewer.ui.output.preview import PrintPreview
from cqviewer.ui.state.banner import Banner
from cqviewer.ui.state.worker_client import Call
from cqviewer.ui.style.text_block import TextBlock
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import OpenWindow, SaveAs, accessible, bring_to_front, focused, name_of

pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told


@pytest.fixture
def window(open_window: OpenWindow, tmp_path: Path) -> MainWindow:
    """Return a window over the bundled sheet."""
    return open_window(path=tmp_path / "sheet.yaml")


@pytest.fixture
def preview(window: MainWindow, qtbot: QtBot) -> Iterator[PrintPreview]:
    """Yield the window's preview with its first pages."""
    window.actions_by_name["preview"].trigger()
    qtbot.waitUntil(lambda: window.findChild(PrintPreview) is not None)
    preview = window.findChild(PrintPreview)
    assert isinstance(preview, PrintPreview)
    qtbot.waitUntil(lambda: bool(preview.data))
    yield preview
    preview.close()


def button(preview: PrintPreview, text: str) -> QPushButton:
    found = (one for one in preview.findChildren(QPushButton) if text in one.text())
    return next(found)


def tool(preview: PrintPreview, name: str) -> QToolButton:
    found = preview.findChildren(QToolButton)
    return next(one for one in found if name in (one.text().replace("&", ""), one.accessibleName()))


def test_the_bytes_in_view_are_those_of_the_command_line(
    preview: PrintPreview, sheet: Sheet
) -> None:
    assert preview.data == make_pdf(sheet, PrintOptions(language="en"))
    document = preview.view.document()
    assert isinstance(document, QPdfDocument)
    assert preview.pages.count() == document.pageCount() > 3
    assert preview.message.startswith(f"Pages: {document.pageCount()}, size: ")


@pytest.mark.parametrize("end", [PrintPreview.close, PrintPreview.reject])
def test_pages_that_nobody_waits_for_are_not_made_to_the_end(
    preview: PrintPreview, end: Callable[[PrintPreview], object]
) -> None:
    preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)  # the fixture closes it
    preview.redraw()
    call = preview.findChild(Call)
    assert call is not None
    end(preview)
    assert call.is_over


def test_options_change_the_pages(preview: PrintPreview, sheet: Sheet, qtbot: QtBot) -> None:
    boxes = {one.accessibleName() or one.text(): one for one in preview.findChildren(QCheckBox)}
    with qtbot.waitSignal(preview.redrawn):
        boxes["With the annex"].click()
    assert preview.data == make_pdf(sheet, PrintOptions(language="en", annex=False))
    with qtbot.waitSignal(preview.redrawn):
        boxes["Growth"].click()
    rest = tuple(one.id for one in sheet.sections if one.id != "growth")
    options = PrintOptions(language="en", annex=False, sections=rest)
    assert preview.data == make_pdf(sheet, options)
    paper, language = preview.choices.findChildren(QComboBox)
    with qtbot.waitSignal(preview.redrawn):
        paper.setCurrentText("Letter")
    document = preview.view.document()
    assert document.pagePointSize(0).toSize().toTuple() == (612, 792)
    assert [language.itemText(one) for one in range(language.count())] == [
        "English",
        "简体中文",
        "Both",
    ]
    with qtbot.waitSignal(preview.redrawn):
        language.setCurrentText("简体中文")
    assert "重庆" in document_text(preview)


def document_text(preview: PrintPreview) -> str:
    return preview.view.document().getAllText(0).text()


def test_nothing_can_be_saved_while_no_section_is_chosen(
    preview: PrintPreview, qtbot: QtBot
) -> None:
    boxes = preview.findChildren(QCheckBox)[:4]
    for box in boxes:
        box.setChecked(False)
    why = "Choose a section to print."
    assert preview.message == why  # at once, though pages may still be on their way
    assert not button(preview, "Save").isEnabled()
    assert not button(preview, "Print").isEnabled()
    assert not preview.view.isVisible()
    assert not preview.pages.isVisible()
    assert [one.text() for one in preview.findChildren(TextBlock) if one.isVisible()] == [why]
    with qtbot.waitSignal(preview.redrawn):
        boxes[0].setChecked(True)
    assert button(preview, "Save").isEnabled()
    assert preview.view.isVisible()
    assert preview.message.startswith("Pages: ")


def test_many_changes_at_once_end_in_the_last(
    preview: PrintPreview, sheet: Sheet, qtbot: QtBot
) -> None:
    (annex,) = (one for one in preview.findChildren(QCheckBox) if "annex" in one.text())
    for _ in range(7):
        annex.click()
    qtbot.waitUntil(lambda: button(preview, "Save").isEnabled())
    assert preview.data == make_pdf(sheet, PrintOptions(language="en", annex=False))


def test_the_pages_can_be_gone_about_in(preview: PrintPreview, qtbot: QtBot) -> None:
    number = preview.findChild(QSpinBox)
    assert isinstance(number, QSpinBox)
    preview.pages.setCurrentRow(2)
    qtbot.waitUntil(lambda: preview.view.page == 2)
    assert number.value() == 3
    number.setValue(2)
    qtbot.waitUntil(lambda: preview.view.page == 1)
    assert preview.pages.currentRow() == 1
    tool(preview, "Fit page").click()
    assert preview.view.zoomMode() == QPdfView.ZoomMode.FitInView
    tool(preview, "Fit width").click()
    assert preview.view.zoomMode() == QPdfView.ZoomMode.FitToWidth
    tool(preview, "Zoom in").click()
    larger = preview.view.zoomFactor()
    assert preview.view.zoomMode() == QPdfView.ZoomMode.Custom
    tool(preview, "Zoom out").click()
    assert preview.view.zoomFactor() == pytest.approx(larger / 1.25)


def test_this_tab_alone_can_be_chosen_and_all_again(
    preview: PrintPreview, window: MainWindow, sheet: Sheet, qtbot: QtBot
) -> None:
    window.store.look(section="trade")
    with qtbot.waitSignal(preview.redrawn):
        button(preview, "This tab only").click()
    assert preview.data == make_pdf(sheet, PrintOptions(language="en", sections=("trade",)))
    button(preview, "All tabs").click()
    assert preview.choices.options() == PrintOptions(language="en")


def test_keys_search_the_pages_and_close_the_preview(preview: PrintPreview, qtbot: QtBot) -> None:
    preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)  # the fixture closes it
    bring_to_front(preview, qtbot)
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(preview.view, Qt.Key.Key_F, control)
    qtbot.waitUntil(preview.bar.field.hasFocus)
    QTest.keyClicks(preview.bar.field, "exports")

    def said() -> list[str]:
        return [
            one.text() for one in preview.bar.search.findChildren(QLabel) if " of " in one.text()
        ]

    qtbot.waitUntil(lambda: bool(said()) and said()[0].startswith("1 of "))
    QTest.keyClick(preview.bar.field, Qt.Key.Key_Return)
    assert said()[0].startswith("2 of ")
    QTest.keyClick(preview.bar.field, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert said()[0].startswith("1 of ")
    QTest.keyClick(preview.bar.field, Qt.Key.Key_Escape)
    assert preview.isVisible(), "the first Esc ends the search alone"
    assert not preview.bar.field.text()
    preview.bar.zoom.picked.emit(1.5)
    assert preview.view.zoomFactor() == 1.5
    tool(preview, "Fit page").click()
    assert preview.bar.zoom.currentText() == f"{round(preview.view.present_zoom * 100)}\u202f%"
    QTest.keyClick(preview.view, Qt.Key.Key_W, control)
    qtbot.waitUntil(lambda: not preview.isVisible())


def test_zoom_keys_before_the_first_page_change_nothing(window: MainWindow, qtbot: QtBot) -> None:
    preview = PrintPreview(window.store, PrintOptions(), window.look, window)
    bring_to_front(preview, qtbot)
    assert not preview.data
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
        QTest.keyClick(preview.view, key, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(preview.data))
    assert preview.view.zoomMode() == QPdfView.ZoomMode.FitToWidth
    QTest.keyClick(preview.view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: preview.view.zoomMode() == QPdfView.ZoomMode.Custom)
    preview.close()


def test_enter_presses_the_button_that_has_the_focus_and_no_other(
    preview: PrintPreview, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(_parent: QWidget, title: str, *_: str) -> tuple[str, str]:
        asked.append(title)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    bring_to_front(preview, qtbot)
    number = preview.findChild(QSpinBox)
    assert isinstance(number, QSpinBox)
    number.setFocus()
    QTest.keyClicks(number, "2")
    QTest.keyClick(number, Qt.Key.Key_Return)
    assert asked == []
    assert preview.isVisible()
    tool(preview, "Fit page").setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert preview.view.zoomMode() == QPdfView.ZoomMode.FitInView
    assert asked == []
    button(preview, "Save").setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert asked == ["Export PDF"]


def test_what_is_saved_is_what_was_in_view(
    preview: PrintPreview,
    window: MainWindow,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    save_as: SaveAs,
) -> None:
    path = tmp_path / "out"
    save_as(path)
    heard: list[tuple[object, str]] = []
    monkeypatch.setattr("cqviewer.ui.state.notices.announce", lambda *said: heard.append(said))
    button(preview, "Save").click()
    qtbot.waitUntil(lambda: window.notices.shown is not None)
    assert path.with_suffix(".pdf").read_bytes() == preview.data
    notice = window.notices.shown
    assert notice is not None
    assert notice.title == "Saved out.pdf"
    assert notice.text == f"SHA-256 {hashlib.sha256(preview.data).hexdigest()}"
    assert preview.notices.shown == notice
    (banner,) = preview.findChildren(Banner)
    assert banner.isVisible()
    links = [one.text() for one in banner.findChildren(QPushButton)]
    assert links == ["Copy SHA-256", "Open the PDF"]
    assert heard == [(preview, "Saved out.pdf")], "nobody wants to hear 64 signs"
    banner.dismissed.emit()
    shown = [one.notices.shown for one in (preview, window)]
    assert shown == [None, None], "it is the same notice"


def test_what_could_not_be_saved_is_said_in_the_preview(
    preview: PrintPreview, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "out.pdf").mkdir()
    answer = str(tmp_path / "out.pdf"), ""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: answer)
    button(preview, "Save").click()
    qtbot.waitUntil(lambda: preview.notices.shown is not None)
    notice = preview.notices.shown
    assert notice is not None
    assert (notice.kind, notice.title) == ("error", "out.pdf was not saved")


@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_the_preview_lies_on_the_screen_as_a_whole(
    open_window: OpenWindow, qtbot: QtBot, zoom: float
) -> None:
    window = open_window(zoom=zoom)  # larger than the screen, which offscreen has 800 x 800 px
    room = window.screen().availableGeometry()
    assert room.size().toTuple() == (800, 800)
    window.move(300, 200)
    preview = PrintPreview(window.store, PrintOptions(), window.look, window)
    qtbot.addWidget(preview)
    preview.show()
    assert room.contains(preview.geometry())
    assert preview.geometry().top() >= 30, "its title bar is cut"
    preview.close()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_all_that_takes_the_keyboard_has_a_name_without_signs(
    language: str, open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(language=language)
    preview = PrintPreview(window.store, PrintOptions(), window.look, window)
    bring_to_front(preview, qtbot)
    qtbot.waitUntil(lambda: bool(preview.data))
    names: list[tuple[QWidget, str]] = []
    while focused() not in [widget for widget, _ in names]:
        names.append((focused(), name_of(QAccessible.queryAccessibleInterface(focused()))))
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert len(names) > 8
    assert all(name and "&" not in name and "(" not in name for _, name in names), names
    nodes = accessible(preview.choices)
    (group,) = [one for one in nodes if one.role() == QAccessible.Role.Grouping]
    assert name_of(group) in ("Sections", "栏目")
    inside = [group.child(number).role() for number in range(group.childCount())]
    assert inside == [QAccessible.Role.CheckBox] * len(window.store.sheet.sections)
    preview.close()
    window.store.look(language="en")


def test_the_window_answers_while_the_pages_of_a_change_are_made(
    preview: PrintPreview, qtbot: QtBot
) -> None:
    (annex,) = (one for one in preview.findChildren(QCheckBox) if "annex" in one.text())
    beats: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: beats.append(1))
    with qtbot.waitSignal(preview.redrawn):
        annex.click()
        timer.start(0)
    timer.stop()
    assert len(beats) > 1  # for how long it does not is measured by the benchmark of stalls


def test_a_saved_sheet_is_previewed_anew(
    preview: PrintPreview, window: MainWindow, other_sheet: Sheet, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(preview.redrawn):
        window.store.open(other_sheet)
    assert preview.data == make_pdf(other_sheet, PrintOptions(language="en"))


def test_a_draft_and_other_words_at_the_foot_are_offered(
    preview: PrintPreview, qtbot: QtBot, sheet: Sheet
) -> None:
    (draft,) = (one for one in preview.choices.findChildren(QCheckBox) if "draft" in one.text())
    with qtbot.waitSignal(preview.redrawn):
        draft.setChecked(True)
    (field,) = preview.choices.findChildren(QLineEdit)
    QTest.keyClicks(field, "For the council")
    qtbot.waitUntil(button(preview, "Save").isEnabled)
    options = PrintOptions(language="en", is_draft=True, footer="For the council")
    assert preview.choices.options() == options
    assert preview.data == make_pdf(sheet, options)


def test_words_at_the_foot_are_saved_though_their_field_was_not_left(
    preview: PrintPreview, qtbot: QtBot, sheet: Sheet
) -> None:
    (field,) = preview.choices.findChildren(QLineEdit)
    field.setFocus()
    QTest.keyClicks(field, "Hi")
    save = button(preview, "Save")
    assert not save.isEnabled(), "what is shown has not got them yet"
    qtbot.waitUntil(save.isEnabled)
    saved: list[bytes] = []
    preview.save_wanted.disconnect()  # the window would ask for a name
    preview.save_wanted.connect(saved.append)
    QTest.mouseClick(save, Qt.MouseButton.LeftButton)
    assert saved == [make_pdf(sheet, PrintOptions(language="en", footer="Hi"))]


def test_a_leaflet_and_large_print_are_offered(
    preview: PrintPreview, qtbot: QtBot, sheet: Sheet
) -> None:
    boxes = {one.accessibleName(): one for one in preview.choices.findChildren(QCheckBox)}
    for name in ("As a leaflet", "In large print"):
        boxes[name].setFocus()
        with qtbot.waitSignal(preview.redrawn):
            QTest.keyClick(boxes[name], Qt.Key.Key_Space)
    assert not boxes["With the annex"].isEnabled()
    options = PrintOptions(language="en", is_leaflet=True, is_large=True)
    assert preview.choices.options() == options
    assert preview.data == make_pdf(sheet, options)
    boxes["As a leaflet"].setChecked(False)
    assert boxes["With the annex"].isEnabled()
