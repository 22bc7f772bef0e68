"""One banner at a time; errors stay until dismissed, news of work gives way."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import (
    QLayout,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cqviewer.ui.state.banner import Banner
from cqviewer.ui.state.notices import Notice, Notices
from cqviewer.ui.state.worker_client import worker
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.text_block import TextBlock
from tests.ui.conftest import Hear, settle, until_idle
from tests.worker import calls


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    """Return a widget with a column: a page, and room for banners."""
    place = QWidget()
    layout = QVBoxLayout(place)
    layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
    layout.addWidget(QWidget(), 1)
    place.resize(900, 600)
    qtbot.addWidget(place)
    place.show()
    return place


def page_of(place: QWidget) -> QWidget:
    item = column(place).itemAt(0)
    assert item is not None
    page = item.widget()
    assert page is not None
    return page


@pytest.fixture
def notices(place: QWidget, look: Look) -> Notices:
    """Return notices that are shown in the place."""
    notices = Notices(place)
    notices.place(column(place), page_of(place), look)
    return notices


def column(place: QWidget) -> QVBoxLayout:
    layout = place.layout()
    assert isinstance(layout, QVBoxLayout)
    return layout


def banners(place: QWidget) -> list[str]:
    found = (one for one in place.findChildren(Banner) if not one.isHidden())
    return [one.accessibleName() for one in found]


def test_an_error_can_be_read_and_dismissed(notices: Notices, place: QWidget, qtbot: QtBot) -> None:
    notices.show(Notice("It failed", "All is as before.", "line 1\nline 2"))
    assert banners(place) == ["It failed. All is as before."]
    details = place.findChild(QPlainTextEdit)
    show, close = place.findChild(QPushButton), place.findChild(QToolButton)
    assert isinstance(details, QPlainTextEdit)
    assert isinstance(show, QPushButton)
    assert isinstance(close, QToolButton)
    assert details.isHidden()
    assert show.text() == "Show details"
    show.click()
    assert not details.isHidden()
    assert (show.text(), show.accessibleName()) == ("Hide details", "Hide details")
    assert details.toPlainText() == "line 1\nline 2"
    show.click()
    assert details.isHidden()
    assert show.accessibleName() == "Show details"
    close.click()
    qtbot.waitUntil(lambda: not banners(place))
    assert notices.shown is None


def test_news_gives_way_and_an_error_comes_back(notices: Notices, place: QWidget) -> None:
    notices.show(Notice("Unreadable", topic="reading"))
    notices.show(Notice("Saved", topic="writing", kind="notice"))
    assert banners(place) == ["Saved."]
    notices.show(Notice("Not saved", topic="writing"))
    notices.dismiss()
    assert banners(place) == ["Unreadable."]
    notices.dismiss("writing")
    assert banners(place) == ["Unreadable."]
    notices.dismiss("reading")
    assert banners(place) == []


def test_news_lies_over_the_page_away_from_the_pointer_and_an_error_takes_the_foot(
    notices: Notices, place: QWidget
) -> None:
    page = page_of(place)
    settle()
    before = page.geometry()
    for pointer, is_below in ((page.rect().center(), True), (page.rect().bottomLeft(), False)):
        QCursor.setPos(page.mapToGlobal(pointer + QPoint(40, -40)))
        notices.show(Notice("Saved", topic="writing", kind="notice"))
        settle()
        banner = next(one for one in place.findChildren(Banner) if not one.isHidden())
        assert page.geometry() == before
        assert before.contains(banner.geometry())
        assert (banner.y() > page.rect().center().y()) == is_below
    notices.show(Notice("It failed"))
    settle()
    assert page.geometry().topLeft() == before.topLeft()
    assert page.height() < before.height()


def test_news_that_is_higher_than_the_page_is_all_in_sight(
    notices: Notices, place: QWidget
) -> None:
    place.resize(300, 400)
    page_of(place).setMaximumHeight(60)
    column(place).setAlignment(Qt.AlignmentFlag.AlignBottom)
    settle()
    QCursor.setPos(page_of(place).mapToGlobal(page_of(place).rect().center()))
    notices.show(Notice("Saved", "What was saved, and where it lies now. " * 4, kind="notice"))
    settle()
    banner = next(one for one in place.findChildren(Banner) if not one.isHidden())
    assert banner.height() > page_of(place).height()
    assert place.rect().contains(banner.geometry())


def test_news_stays_at_the_foot_of_a_window_that_grows(notices: Notices, place: QWidget) -> None:
    notices.show(Notice("Saved", topic="writing", kind="notice"))
    place.resize(1200, 900)
    settle()
    banner = next(one for one in place.findChildren(Banner) if not one.isHidden())
    assert page_of(place).geometry().bottom() - banner.geometry().bottom() == 16


def test_before_an_audience_what_was_done_is_said_and_shown_when_the_full_screen_is_left(
    notices: Notices, place: QWidget, monkeypatch: pytest.MonkeyPatch, hear: Hear
) -> None:
    heard = hear("state.notices")
    notices.show(Notice("before", kind="notice", topic="writing"))
    monkeypatch.setattr(place, "isFullScreen", lambda: True)
    place.resize(1000, 700)
    settle()
    assert notices.shown is None
    notices.show(Notice("Saved a.png", kind="notice", topic="writing"))
    assert notices.shown is None
    assert heard[-1] == "Saved a.png"
    notices.show(Notice("broken"))
    assert shown_name(notices) == "broken."
    notices.dismiss()
    notices.show(Notice("Printing", kind="notice", topic="busy"))
    assert shown_name(notices) == "Printing.", "it can be cancelled"
    notices.show(Notice("Saved b.png", kind="notice", topic="writing"))
    monkeypatch.setattr(place, "isFullScreen", lambda: False)
    place.resize(900, 600)
    settle()
    assert shown_name(notices) == "Saved b.png."


def test_before_an_audience_an_error_outlasts_what_was_done_after_it_and_can_be_dismissed(
    notices: Notices, place: QWidget, monkeypatch: pytest.MonkeyPatch, hear: Hear
) -> None:
    heard = hear("state.notices")
    monkeypatch.setattr(place, "isFullScreen", lambda: True)
    place.resize(1000, 700)
    settle()
    notices.show(Notice("Unreadable", topic="reading"))
    notices.show(Notice("Saved a.png", kind="notice", topic="writing"))
    assert banners(place) == ["Unreadable."]
    assert heard == ["Unreadable.", "Saved a.png"]
    notices.leave_to_list(True)
    assert banners(place) == []
    notices.leave_to_list(False)
    notices.dismiss()
    assert banners(place) == []
    monkeypatch.setattr(place, "isFullScreen", lambda: False)
    place.resize(900, 600)
    settle()
    assert banners(place) == ["Saved a.png."]


def shown_name(notices: Notices) -> str:
    """Return what a screen reader reads of the banner; "" if there is none."""
    return notices.banner.accessibleName() if notices.banner else ""


def test_a_later_error_on_a_topic_replaces_the_earlier(notices: Notices, place: QWidget) -> None:
    notices.show(Notice("Line 1"))
    notices.show(Notice("Line 2"))
    assert banners(place) == ["Line 2."]
    notices.dismiss()
    assert banners(place) == []


def test_a_notice_lives_on_when_the_window_is_built_anew(
    notices: Notices, look: Look, qtbot: QtBot
) -> None:
    notices.show(Notice("It failed"))
    anew = QWidget()
    QVBoxLayout(anew).addWidget(QWidget())
    qtbot.addWidget(anew)
    notices.place(column(anew), page_of(anew), look)
    assert banners(anew) == ["It failed."]


def test_quick_work_is_not_mentioned(
    notices: Notices, place: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    worker().call(place, len, "")
    until_idle(qtbot)  # the process has been started
    notices.show_busy("Working …", worker().call(place, len, ""))
    go_on = tmp_path / "go on"
    slow = worker().call(place, calls.wait_for, go_on)
    notices.show_busy("Working long …", slow)
    qtbot.waitUntil(lambda: bool(banners(place)))
    assert banners(place) == ["Working long …."]
    with qtbot.waitSignal(slow.ended):
        go_on.touch()
    assert banners(place) == []


def test_slow_work_is_said_and_can_be_cancelled(
    notices: Notices, place: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    call = worker().call(place, calls.rest, tmp_path / "begun")
    notices.show(Notice("Unreadable"))
    notices.show_busy("Working …", call)
    assert banners(place) == ["Unreadable."]
    qtbot.waitUntil(lambda: banners(place) == ["Working …."])
    with qtbot.waitSignal(call.ended):
        next(one for one in place.findChildren(QPushButton) if one.text() == "Cancel").click()
    assert banners(place) == ["Unreadable."]


def test_the_banner_of_slow_work_says_how_far_it_is(
    notices: Notices, place: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    begin, go_on = tmp_path / "begin", tmp_path / "go on"
    call = worker().call(place, calls.report_between, begin, go_on)
    notices.show_busy("Making sheet.pdf …", call)
    qtbot.waitUntil(lambda: bool(banners(place)))
    with qtbot.waitSignal(call.progressed):
        begin.touch()
    said = [one.text() for one in place.findChildren(TextBlock)]
    assert said == ["Making sheet.pdf … Chart 3 of 12"]
    with qtbot.waitSignal(call.ended):
        go_on.touch()
    assert banners(place) == []


def test_what_was_saved_is_called_a_pdf_only_if_it_is_one(notices: Notices, tmp_path: Path) -> None:
    for name, said in (("s.pdf", "Open the PDF"), ("s.csv", "Open the file")):
        assert notices.saved(tmp_path / name, "ab12").links[1][0] == said


def test_the_digest_of_a_saved_file_can_be_copied_and_the_link_says_so(
    notices: Notices, place: QWidget, tmp_path: Path, qtbot: QtBot, hear: Hear
) -> None:
    heard = hear("state.banner")
    notices.show(notices.saved(tmp_path / "sheet.pdf", "ab12"))
    assert banners(place) == ["Saved sheet.pdf. SHA-256 ab12."]
    links = {one.text(): one for one in place.findChildren(QPushButton)}
    assert set(links) == {"Copy SHA-256", "Open the PDF"}
    links["Copy SHA-256"].click()
    assert QGuiApplication.clipboard().text() == "ab12"
    copy = links["Copy SHA-256"]
    assert (copy.text(), copy.accessibleName(), heard) == ("Copied", "Copy SHA-256", ["Copied"])
    qtbot.waitUntil(lambda: copy.text() == "Copy SHA-256")


def test_in_a_narrow_window_the_links_of_a_banner_stand_below_its_words_and_all_can_be_reached(
    notices: Notices, place: QWidget
) -> None:
    links = tuple((f"Something that can be done, {one}", list) for one in range(3))
    notices.show(Notice("This sheet could not be read: a.yaml", "Line 3. " * 20, links=links))
    for width, is_below in ((1600, False), (420, True)):
        place.resize(width, 500)
        settle()
        banner = next(one for one in place.findChildren(Banner) if not one.isHidden())
        shown = [*banner.findChildren(QPushButton)]
        words = banner.findChildren(TextBlock)
        assert all(one.width() >= one.sizeHint().width() for one in shown)
        assert all((one.y() > words[-1].geometry().bottom()) == is_below for one in shown)
        assert all(one.width() > 200 for one in words)
        assert place.rect().contains(banner.geometry())
