"""The list of problems below the page: each with its line, sentence and fix."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QMenu, QWidget

from cqviewer.model.messages import begun, say
from cqviewer.model.problems import Offer, Problem
from cqviewer.ui.editing.words import offered
from cqviewer.ui.style.boxes import column, line
from cqviewer.ui.style.buttons import attach_menu, link_button, pop_up, quiet_button
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.text_block import TextBlock

_HEIGHT, _SIDE = 196, 32  # px of the design
_NARROW, _LOW = 700, 400
"""px of the design: width below which links are short; height below which the page is hidden."""


class ProblemList(QWidget):
    """Lists problems, errors first, and offers to fix them or to go to their places."""

    fix_wanted = Signal(object)
    """Carries the Problem to fix."""
    fix_all_wanted = Signal()
    """All problems with a certain fix should be fixed."""
    offer_wanted = Signal(object)
    """Carries the Offer to write."""
    go_wanted = Signal(object)
    """Carries the Problem whose place should be shown."""
    close_wanted = Signal()

    def __init__(self, look: Look) -> None:
        """Begin with an empty list."""
        super().__init__()
        self._look = look
        self._problems: list[Problem] = []
        self._titles = ("", "")
        self._is_narrow = False
        self.file_name = ""
        """The name of the file, if that is not the one on screen."""
        self.remark = ""
        """A remark beside the count of problems, or ''."""
        self.is_alone = False
        """Whether the window is too low to show the page above the list."""
        self.setObjectName("page")
        self.setAccessibleName(self.tr("Problems"))
        self._title = TextBlock("", look, "body", weight="bold")
        head = line(self._title, gap=look.px(16))
        head.setStretchFactor(self._title, 1)
        self.fix_one = link_button(self.tr("Fix"))
        self.fix_one.clicked.connect(self._on_fix)
        self.offer = link_button("")
        """The link for a problem without certain fix: writes its offer, or opens a menu."""
        self.offer.clicked.connect(self._on_offer)
        self.fix_one.installEventFilter(self)
        self.offer.installEventFilter(self)
        self.fix_all = link_button(self.tr("Fix all"))
        self.fix_all.clicked.connect(self.fix_all_wanted)
        close = quiet_button(self.tr("Close"), "close", look, icon_only=True)
        close.clicked.connect(self.close_wanted)
        for one in (self.fix_one, self.offer, self.fix_all, close):
            head.addWidget(one)
        self.list = QListWidget()
        self.list.setObjectName("problems")
        self.list.setAccessibleName(self.tr("Problems"))
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setIconSize(QSize(look.px(16), look.px(16)))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._on_row)
        self.list.itemActivated.connect(self._on_activated)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._on_menu)
        self._column = column(head, self.list, of=self, gap=look.px(4))
        self._column.setStretchFactor(self.list, 1)

    def show_problems(self, problems: Sequence[Problem], row: int = 0) -> None:
        """List problems; `row`, or else the last one, is the current row."""
        self._problems = sorted(problems, key=_rank)
        self.list.blockSignals(True)
        self.list.clear()
        for one in self._problems:
            item = QListWidgetItem(self._look.icon(_ICONS[one.severity]), worded(one))
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, len(self._problems) - 1))
        self.list.blockSignals(False)
        count = sum(one.count for one in self._problems)
        title = self.tr("Problems, {count}").format(count=count)
        title = title if count else self.tr("No problems")
        if self.remark:
            title = self.tr("{title}; {remark}").format(title=title, remark=self.remark)
        named = self.tr("{title}, in {file}").format(title=title, file=self.file_name)
        self._titles = (named if self.file_name else title, title)
        fixes = sum(len(one.paths) for one in self._problems if one.fix is not None)
        text = self.tr("Fix all that can be fixed ({count})").format(count=fixes)
        self.fix_all.setAccessibleName(text)
        self.fix_all.setVisible(fixes > 0)
        self._on_row()

    @property
    def title(self) -> str:
        """Return the title above the list."""
        return self._title.text()

    @property
    def chosen(self) -> Problem | None:
        """Return the current problem, if any."""
        row = self.list.currentRow()
        return self._problems[row] if 0 <= row < len(self._problems) else None

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) problem, after the last to the first."""
        if self._problems:
            self.list.setCurrentRow((self.list.currentRow() + by) % len(self._problems))

    def fit(self, window: QSize) -> None:
        """Set the height for a window: the design's, or in a low window that of the page."""
        self.is_alone = window.height() < self._look.px(_LOW)
        self.setMaximumHeight(window.height() if self.is_alone else self._look.px(_HEIGHT))
        self._is_narrow = window.width() < self._look.px(_NARROW)
        side, above = (self._look.px(8 if self._is_narrow else one) for one in (_SIDE, 8))
        self._column.setContentsMargins(side, above, side, above)
        self._on_row()

    def _on_row(self, _row: int = 0) -> None:
        self._title.setText(self._titles[self._is_narrow])
        chosen = self.chosen
        fix = chosen.fix if chosen else None
        self.fix_one.setVisible(fix is not None)
        text = self.tr("Fix: write {text}").format(text=fix)
        self.fix_one.setAccessibleName(text)
        self._show_offers(chosen.offers if chosen and fix is None else ())
        for link, short in ((self.fix_one, self.tr("Fix")), (self.fix_all, self.tr("Fix all"))):
            shown = short if self._is_narrow else link.accessibleName()
            link.setText(shown.replace("&", "&&"))

    def _show_offers(self, offers: Sequence[Offer]) -> None:
        """Connect the button to the one offer, or to a menu of several."""
        several = len(offers) > 1
        self.offer.setVisible(bool(offers))
        text = self.tr("Change …") if several else "".join(map(offered, offers))
        self.offer.setAccessibleName(text)
        short = self.tr("Change …") if self._is_narrow else text
        self.offer.setText(short.replace("&", "&&"))
        if (old := self.offer.menu()) is not None:
            self.offer.setMenu(None)  # type: ignore[arg-type]
            old.deleteLater()
        if several:
            menu = QMenu(self.offer)
            for one in offers:
                action = menu.addAction(offered(one).replace("&", "&&"))
                action.triggered.connect(partial(self.offer_wanted.emit, one))
            attach_menu(self.offer, menu)

    def _on_offer(self) -> None:
        if self.chosen is not None and len(self.chosen.offers) == 1:
            self.offer_wanted.emit(self.chosen.offers[0])

    def _on_menu(self, place: QPoint) -> None:
        """Show the menu of the current problem."""
        if (one := self.chosen) is None:
            return
        acts: dict[str, Callable[[], object]] = {
            self.tr("Show the place"): partial(self.go_wanted.emit, one)
        }
        if one.fix is not None:
            acts[self.fix_one.accessibleName().replace("&", "&&")] = self._on_fix
        for offer in one.offers if one.fix is None else ():
            acts[offered(offer).replace("&", "&&")] = partial(self.offer_wanted.emit, offer)
        pop_up(acts, self.list.viewport().mapToGlobal(place), self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ignore the second click of a double click, which would fix the next problem."""
        is_second = event.type() == QEvent.Type.MouseButtonDblClick
        return is_second or super().eventFilter(watched, event)

    def _on_fix(self) -> None:
        if self.chosen is not None and self.chosen.fix is not None:
            self.fix_wanted.emit(self.chosen)

    def _on_activated(self, _item: QListWidgetItem) -> None:
        if self.chosen is not None:
            self.go_wanted.emit(self.chosen)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("page"))
        painter.fillRect(0, 0, self.width(), self._look.px(1), self._look.color("ink"))


_ICONS = {"error": "warning", "warning": "advice", "note": "advice"}
_ORDER = {"error": 0, "warning": 1, "note": 2}


def worded(problem: Problem) -> str:
    """Return the text of a row: severity, line, sentence and help."""
    translate = QCoreApplication.translate
    kind = {
        "error": translate("ProblemList", "Error"),
        "warning": translate("ProblemList", "Advice"),
        "note": translate("ProblemList", "Note"),
    }[problem.severity]
    said = begun(problem.said(with_help=False))
    if problem.help:
        said = say("{}: {}", said, problem.help)
    if problem.count > 1:
        times = translate("ProblemList", "{sentence} ({count} times)")
        said = times.format(sentence=said, count=problem.count)
    if problem.line is None:
        return say("{}: {}", kind, said)
    line = translate("ProblemList", "{kind}, line {line}: {sentence}")
    return line.format(kind=kind, line=problem.line, sentence=said)


def _rank(problem: Problem) -> tuple[int, int, int]:
    return _ORDER[problem.severity], problem.line or 0, problem.column or 0
