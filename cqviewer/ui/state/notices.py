"""Notices of the window's work: one banner at a time, shown again when the window is rebuilt."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Literal, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QUrl, Signal
from PySide6.QtGui import QCursor, QDesktopServices
from PySide6.QtWidgets import QBoxLayout, QWidget

from cqviewer.model.messages import say
from cqviewer.ui.state.announcing import announce
from cqviewer.ui.state.banner import Banner, Copying, Kind
from cqviewer.ui.state.focus import has_focus_within
from cqviewer.ui.state.timers import single_shot
from cqviewer.ui.state.unfinished import Unfinished
from cqviewer.ui.state.worker_client import Call
from cqviewer.ui.style.look import Look

BUSY_AFTER_MS = 300
_WIDEST, _MARGIN = 720, 16  # px of the design: of a banner over the page, and around it
Topic = Literal["reading", "writing", "busy", "settings", "changes", "texts"]
Links = tuple[tuple[str, Callable[[], object]], ...]


class Notice(NamedTuple):
    """What a banner says, its topic, and its links with their handlers."""

    title: str
    text: str = ""
    details: str = ""
    kind: Kind = "error"
    topic: Topic = "reading"
    links: Links = ()
    again: "Callable[[], Notice] | None" = None
    """Makes the notice in the present language; None where that is not possible."""
    is_long: bool = False
    """Whether the text is a string such as a digest, which is not read out with the title."""


class Notices(QObject):
    """Shows the latest notice as a banner, without moving what the reader looks at.

    An error takes room at the foot of the window. A notice of work lies over the page, away from
    the pointer, and is replaced by any other. Earlier errors are shown again if they still hold.
    In full screen, before an audience, finished work is announced, and shown only afterwards.
    """

    closed = Signal(object)
    """Carries the Notice whose banner the reader has closed."""
    left = Signal()
    """The banner that had the focus was removed."""

    def __init__(self, window: QWidget) -> None:
        """Begin without notices; `place` must be called before the first one."""
        super().__init__(window)
        self._window = window
        self.unfinished = Unfinished(window)
        self._notices: list[Notice] = []
        self.banner: Banner | None = None
        """The banner that shows the latest notice, if any."""
        self._is_listed = self._is_full = False

    def place(self, column: QBoxLayout, over: QWidget, look: Look) -> None:
        """Use a newly built column: errors go to its foot, other notices lie `over` a part."""
        self._column, self._over, self._look = column, over, look
        self.banner = None  # the last one went with the old column
        self._notices = [one.again() if one.again else one for one in self._notices]
        over.installEventFilter(self)
        self._refresh()

    def lie_over(self, part: QWidget) -> None:
        """Place notices of work over another part of the same column."""
        self._over = part
        part.installEventFilter(self)
        self._float()

    @property
    def shown(self) -> Notice | None:
        """Return the notice that is shown, if any: the latest that is not held back."""
        return next((one for one in reversed(self._notices) if not self._is_held(one)), None)

    def _is_held(self, one: Notice) -> bool:
        """Return whether a notice is held back: for the list of problems, or an audience."""
        if self._is_full and one.kind == "notice" and one.topic != "busy":
            return True
        return self._is_listed and one.topic == "reading"

    def leave_to_list(self, is_listed: bool) -> None:
        """Hide notices on reading while all problems are listed instead, or show them again."""
        self._is_listed = is_listed
        self._refresh()

    def show(self, notice: Notice, *, is_spoken: bool = True) -> None:
        """Show and announce a notice, in place of an earlier one on its topic.

        With `is_spoken` false another part announces it.
        """
        self._notices = [
            one for one in self._notices if one.kind == "error" and one.topic != notice.topic
        ]
        self._notices.append(notice)
        self._refresh()
        is_shown = self.shown is notice
        if is_spoken and (is_shown or notice.kind == "notice"):
            banner = self.banner if is_shown and not notice.is_long else None
            announce(self._window, notice.title if banner is None else banner.accessibleName())

    def dismiss(self, *topics: Topic) -> None:
        """Remove the notices on some topics, or the one that is shown."""
        if topics:
            self._keep([one for one in self._notices if one.topic not in topics])
        else:
            self._keep([one for one in self._notices if one is not self.shown])

    def saved(self, path: Path, digest: str) -> Notice:
        """Return the notice that a file was saved; `digest` is the SHA-256 of its bytes."""
        is_pdf = path.suffix.lower() == ".pdf"
        opening = self.tr("Open the PDF") if is_pdf else self.tr("Open the file")
        links: Links = (
            (self.tr("Copy SHA-256"), Copying(digest)),
            (opening, partial(open_in_system, path)),
        )
        title = self.tr("Saved {file}").format(file=path.name)
        text = f"SHA-256 {digest}"
        return Notice(title, text, kind="notice", topic="writing", links=links, is_long=True)

    def tell(self, text: str, topic: Topic) -> None:
        """Show a text on a topic as a notice of work."""
        self.show(Notice(text, kind="notice", topic=topic))

    def show_busy(self, text: str, call: Call) -> None:
        """Show what is being done, with a link that cancels it, once it has taken 300 ms."""
        links: Links = ((self.tr("Cancel"), call.cancel),)
        notice = Notice(text, kind="notice", topic="busy", links=links)
        timer = single_shot(call, BUSY_AFTER_MS, partial(self.show, notice))
        timer.start()
        call.progressed.connect(partial(self._on_progress, notice))
        call.ended.connect(timer.stop)
        call.ended.connect(partial(self.drop, notice))

    def _on_progress(self, notice: Notice, part: int, parts: int) -> None:
        """Show in the banner how far the work is."""
        if self.banner is not None and self.shown is notice:
            progress = self.tr("{work} Chart {number} of {count}")
            title = progress.format(work=notice.title, number=part, count=parts)
            self.banner.set_title(title)
            self._float()

    def drop(self, notice: Notice) -> None:
        """Remove a notice, if it is still there."""
        self._keep([one for one in self._notices if one is not notice])

    def _on_dismissed(self) -> None:
        closed = self.shown
        self.dismiss()
        self.closed.emit(closed)

    def _keep(self, notices: list[Notice]) -> None:
        if notices != self._notices:
            self._notices = notices
            self._refresh()

    def _refresh(self) -> None:
        """Replace the banner with that of the latest notice."""
        is_left = self.banner is not None and has_focus_within(self.banner)
        if self.banner is not None:
            self.banner.hide()
            self.banner.deleteLater()
            self.banner = None
        if (shown := self.shown) is not None:
            self.banner = self._make_banner(shown)
            if shown.kind == "error":
                self._column.addWidget(self.banner)
            else:
                self.banner.setParent(self._over.parentWidget())
                self._float()
                self.banner.raise_()
            self.banner.show()  # Qt itself would show it only when idle
        if is_left:
            self.left.emit()

    def _float(self) -> None:
        """Place a notice of work at the foot of the page, or at its top if the pointer is there.

        The reader may be about to click where the pointer is.
        """
        banner, host, shown = self.banner, self._over.parentWidget(), self.shown
        if banner is None or host is None or shown is None or shown.kind == "error":
            return
        margin = self._look.px(_MARGIN)
        room = QRect(self._over.mapTo(host, QPoint(0, 0)), self._over.size())
        room.adjust(margin, margin, -margin, -margin)
        width = min(room.width(), self._look.px(_WIDEST))
        box = QRect(room.left(), room.top(), width, banner.heightForWidth(width))
        box.moveBottom(room.bottom())
        is_higher = box.height() > room.height()  # the banner also covers what is above the page
        if not is_higher and box.contains(host.mapFromGlobal(QCursor.pos())):
            box.moveTop(room.top())
        banner.setGeometry(box)

    def eventFilter(self, _over: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            was_full, self._is_full = self._is_full, self._window.isFullScreen()
            if was_full == self._is_full:
                self._float()
            else:
                self._refresh()
        return False

    def _make_banner(self, notice: Notice) -> Banner:
        banner = Banner(
            notice.title, notice.text, self._look, kind=notice.kind, details=notice.details
        )
        for text, handler in notice.links:
            banner.add_link(text, handler)
        banner.dismissed.connect(self._on_dismissed)
        return banner


def failure(title: str, error: Exception, *expected: type[Exception]) -> Notice:
    """Return the notice that something failed, and why.

    Raises an error that is none of those expected, since it is a fault of the program.
    """
    if not isinstance(error, expected):
        raise error
    return Notice(title, say("{}.", str(error).removesuffix(".")), topic="writing")


def open_in_system(path: Path) -> bool:
    """Open a file with the system's program for it; return whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
