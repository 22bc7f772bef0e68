"""The view of a source in the widened panel: text, page or cells, and unused numbers."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from cqviewer.ui.panel.source_panel import Held, SourcePanel
from cqviewer.ui.source import words
from cqviewer.ui.source.cells import SourceCells
from cqviewer.ui.source.page import PageZoom, SourcePage
from cqviewer.ui.source.sourcing import Sourcing
from cqviewer.ui.source.tabs import SourceTabs
from cqviewer.ui.source.text import SourceText
from cqviewer.ui.source.unused import UnusedList
from cqviewer.ui.state.announcing import announce
from cqviewer.ui.style.boxes import column, flatten, line, turn
from cqviewer.ui.style.buttons import link_button, link_inset, quiet_button
from cqviewer.ui.style.choices import Choice
from cqviewer.ui.style.heard import name_choice
from cqviewer.ui.style.look import ANY_SIZE, Look
from cqviewer.ui.style.text_block import TextBlock

_SIDE, _GAP = 20, 8
_LOW = 200  # px of the design: least height of what shows the source


def place_source(
    sourcing: Sourcing, panel: SourcePanel, actions: Mapping[str, QAction], look: Look
) -> None:
    """Place the view of the source in a new panel; it is built when it is first shown."""

    def build() -> Held:
        view = SourceView(sourcing, look)
        view.link_to(actions)
        return Held(view, view.take_focus, view.tabs.row)

    panel.hold(build)


class SourceView(QScrollArea):
    """Shows what a Sourcing has read, in the tab of the store's view.

    In a low panel the view scrolls as a whole, so that the source itself keeps a useful height.
    """

    def __init__(self, sourcing: Sourcing, look: Look) -> None:
        """Show what has been read, and follow changes."""
        super().__init__()
        self._sourcing = sourcing
        store = self._store = sourcing.store
        self._look = look
        self._is_awaited = False
        self.tabs = SourceTabs(look)
        self.tabs.picked.connect(self._on_picked)
        self.setFocusProxy(self.tabs)
        self.text = SourceText(store, look)
        self.page = SourcePage(store, sourcing.folder, look)
        self.page.turned.connect(self._on_turned)
        self.cells = SourceCells(store, look)
        self.unused = UnusedList(store, look)
        self.unused.wanted.connect(sourcing.act)
        self.unused.currentRowChanged.connect(sourcing.remember_row)
        self.message = _Message(look)
        self.setObjectName("panelScroll")
        flatten(self)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.stack = QStackedWidget()
        self.stack.setObjectName("sourceStack")
        for part in (self.text, self.page, self.cells, self.unused, self.message):
            self.stack.addWidget(part)
        body = QWidget()
        body.setObjectName("panelBody")
        margins = (look.px(_SIDE), 0, look.px(_SIDE), look.px(_GAP))
        self._top = column(self.tabs, gap=look.px(_GAP), margins=margins)
        self._build_line()
        self._build_lack()
        layout = column(self._top, self.stack, of=body)
        layout.setStretchFactor(self.stack, 1)
        self._build_foot(layout)
        self.setWidget(body)
        sourcing.changed.connect(self.refresh)
        sourcing.moved.connect(self._on_moved)
        sourcing.replaced.connect(self.page.forget)
        sourcing.progressed.connect(self._on_progress)
        self.refresh()

    def link_to(self, actions: Mapping[str, QAction]) -> None:
        """Connect the buttons to the window's actions, given by name."""
        self.tabs.link_to(actions)
        self.message.link.clicked.connect(actions["open_source"].trigger)

    # Parts

    def _build_line(self) -> None:
        """Add the line with the figure, its place, and the list of page sizes."""
        look = self._look
        self._title = TextBlock("", look, "body", weight="bold")
        self._period = TextBlock("", look, "caption", "ink2")
        self._where = TextBlock("", look, "caption", "ink3")
        self._written = TextBlock("", look, "caption", "ink2")
        self._zoom = Choice()
        name_choice(self._zoom, self.tr("Size of the page"))
        zooms: dict[PageZoom, str] = {
            "width": self.tr("Fit width"),
            "page": self.tr("Whole page"),
            "actual": self.tr("100 %"),
        }
        for zoom, text in zooms.items():
            self._zoom.addItem(text, zoom)
        self._zoom.activated.connect(self._on_zoom)
        self._head = QWidget()
        self._line = line(of=self._head, gap=look.px(2), margins=(0, look.px(_GAP), 0, 0))
        self._line.addLayout(column(self._title, self._period), 1)
        self._line.addLayout(column(self._where, self._written))
        top_left = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        self._line.addWidget(self._zoom, 0, top_left)
        self._top.addWidget(self._head)

    def _build_lack(self) -> None:
        """Add the sentence for a number that is not found where it is cited."""
        look = self._look
        self._lack = QWidget()
        icon = QLabel()
        icon.setPixmap(look.icon("advice", "ink").pixmap(look.px(16), look.px(16)))
        self._said = TextBlock("", look, "body")
        self._whole = link_button(self.tr("Search the whole text"))
        self._whole.clicked.connect(self._sourcing.search_whole)
        row = line(of=self._lack, gap=look.px(6))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column(self._said, self._whole), 1)
        self._top.addWidget(self._lack)

    def _build_foot(self, layout: QBoxLayout) -> None:
        """Add the foot: open the file, the key of the marks, set all aside."""
        look = self._look
        self._foot = QWidget()
        self._file = quiet_button(self.tr("Open the file"), "open", look)
        self._file.clicked.connect(self._sourcing.open_file)
        self._key = TextBlock("", look, "caption", "ink3")
        margins = (look.px(_SIDE - 6), look.px(6), look.px(_SIDE), look.px(6))
        row = line(self._file, of=self._foot, gap=-1, margins=margins)
        row.addWidget(self._key, 1, Qt.AlignmentFlag.AlignVCenter)
        self._all = QPushButton(self.tr("Set all aside"))
        self._all.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._all.clicked.connect(self._sourcing.set_all_aside)
        row.addWidget(self._all)
        layout.addWidget(self._foot)

    # What is shown

    def refresh(self) -> None:
        """Show what has been read, or why there is nothing."""
        sourcing, seen, tab = self._sourcing, self._sourcing.seen, self._sourcing.tab
        if not tab:
            return
        document = seen.document
        is_table = document is not None and document.kind == "table"
        self.tabs.show_tab(tab, is_table=is_table, has_pages=sourcing.has_pages, count=seen.among)
        self.stack.setVisible(tab != "facts")
        alone = self.tabs.sizeHint().height() + self._look.px(_GAP)
        self.setMaximumHeight(alone if tab == "facts" else ANY_SIZE)
        self._show_line()
        self._show_body(is_table=is_table)
        self._foot.setVisible(tab != "facts" and document is not None)
        source = self._store.sheet.sources.get(seen.source)
        has_file = source is not None and source.evidence is not None
        self._file.setVisible(has_file and tab != "unused")
        key = self.tr("Boxed: the figure selected. Underlined: other figures.")
        shown = self.text.shown
        if tab == "text" and document is not None and len(document.parts) > len(shown) > 0:
            text = self.tr("Paragraphs {first} to {last} of {count} are shown.")
            count = len(document.parts)
            said = text.format(first=shown.start + 1, last=shown.stop, count=count)
            key = self._store.wording.sentences([key, said])
        if tab == "unused":
            key = self.tr("‘Make a figure’ opens the form with value and source filled in.")
        self._key.setText("" if is_table and tab == "text" else key)
        review = seen.opened.review if seen.opened else None
        self._all.setVisible(tab == "unused" and review is not None and bool(review.unused))
        self._fit(self.width())
        focused = QApplication.focusWidget()
        if self._is_awaited and focused is not None and self.isAncestorOf(focused):
            self.take_focus()

    def _show_line(self) -> None:
        seen, store, tab = self._sourcing.seen, self._store, self._sourcing.tab
        self._head.setVisible(tab == "unused" or (tab in ("text", "page") and bool(seen.step)))
        period = ""
        if tab == "unused":
            review = seen.opened.review if seen.opened else None
            title = self.tr("Numbers in the source that no figure uses")
            if review is not None and not review.unused:
                title = self.tr("Every number is used or set aside")
            self._title.setText(title)
            period = words.counts(seen.opened, store) if seen.opened and review else ""
            self._where.setText("")
            self._written.setText("")
        else:
            self._title.setText(words.title(seen, store))
            figure = words.figure_of(seen.step, store) if seen.step is not None else None
            if figure is not None:
                period = store.wording.period(figure.latest.period)
            self._where.setText(words.where(seen, store))
            self._written.setText(words.as_written(seen, store))
        self._period.setText(period)
        for block in (self._period, self._where, self._written):
            block.setVisible(bool(block.text()))
        self._zoom.setVisible(tab == "page" and seen.opened is not None)
        lacking = words.lacking(seen, store) if tab in ("text", "page") else ""
        self._said.setText(lacking)
        self._lack.setVisible(bool(lacking))
        is_partly_read = seen.opened is not None and seen.opened.review is None
        self._whole.setVisible(is_partly_read)

    def _show_body(self, *, is_table: bool) -> None:
        """Show the text, page, cells or unused numbers, or a message instead."""
        seen, tab = self._sourcing.seen, self._sourcing.tab
        opened = seen.opened
        if tab == "facts":
            return
        if opened is None or (seen.step is None and tab != "unused" and not seen.source):
            self._show_message()
        elif tab == "unused" and opened.review is not None:
            self.stack.setCurrentWidget(self.unused)
            self.unused.show_review(opened.review, opened.document, self._sourcing.row)
        elif tab == "page":
            self.stack.setCurrentWidget(self.page)
            self.page.show_seen(seen)
        elif is_table:
            self.stack.setCurrentWidget(self.cells)
            self.cells.show_seen(seen)
        else:
            self.stack.setCurrentWidget(self.text)
            self.text.show_seen(seen)

    def _show_message(self) -> None:
        """Show why there is no document."""
        seen, store = self._sourcing.seen, self._store
        citation = seen.step.citation if seen.step else None
        title, text = words.why_none(seen, self._sourcing.problem, store)
        has_link = citation is not None and bool(text and store.sheet.sources[citation.source].url)
        title = title or self.tr("Reading the source …")
        self.message.show_text(title, text, has_link=has_link)
        self.stack.setCurrentWidget(self.message)

    def _on_progress(self, part: int, parts: int) -> None:
        if self.stack.currentWidget() is self.message:
            text = self.tr("Part {number} of {count}").format(number=part, count=parts)
            self.message.show_text(self.tr("Reading the source …"), text, has_link=False)

    def _on_moved(self) -> None:
        """Scroll to the source itself, in a low panel."""
        self.ensureWidgetVisible(self.stack, 0, 0)

    def _on_picked(self, tab: str) -> None:
        self._store.look(source=tab)

    def _on_turned(self, page: int) -> None:
        document = self._sourcing.seen.document
        assert document is not None
        said = words.page_name(page, document)
        self._where.setText(said)
        self._where.show()
        announce(self, said)

    def _on_zoom(self) -> None:
        self.page.set_zoom(self._zoom.currentData())

    def take_focus(self) -> bool:
        """Focus the widget that shows the source, once read; return whether there is one."""
        if self._sourcing.tab in ("", "facts"):
            return False
        shown = self.stack.currentWidget()
        self._is_awaited = shown is self.message and self._sourcing.problem is None
        target = self.tabs if self._is_awaited else shown
        if target is None or target is self.message:
            return False
        target.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    # Layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.stack.setMinimumHeight(min(self._look.px(_LOW), event.size().height()))
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        """Put the place beside the figure, or below it if there is too little room."""
        room = width - 2 * self._look.px(_SIDE)
        wide = max(self._title.sizeHint().width(), self._period.sizeHint().width())
        wide += max(self._where.sizeHint().width(), self._written.sizeHint().width())
        wide += self._zoom.sizeHint().width() if self._zoom.isVisibleTo(self) else 0
        turn(self._line, is_column=wide + self._look.px(2 * _GAP) > room)


class _Message(QWidget):
    """A message in place of a document, with a link that opens the source's address."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._title = TextBlock("", look, "name")
        self._text = TextBlock("", look, "body", "ink2")
        self.link = link_button(self.tr("Open the source"))
        row = line(margins=(-link_inset(look), 0, 0, 0))
        row.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        side = look.px(_SIDE)
        margins = (side, look.px(16), side, side)
        column(self._title, self._text, row, of=self, gap=look.px(4), margins=margins).addStretch(1)

    def show_text(self, title: str, text: str, *, has_link: bool) -> None:
        """Show a message; with `has_link` also the link."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.link.setVisible(has_link)
