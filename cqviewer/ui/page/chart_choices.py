"""Lists beside a chart's title: its dimension, its highlight and its order."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from cqviewer.charts.choosing import dimensions, highlights, is_sortable
from cqviewer.model.facts import Chart
from cqviewer.ui.page.pencil import SIDE
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.boxes import line, turn
from cqviewer.ui.style.choices import Choice
from cqviewer.ui.style.heard import name_choice
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.tooltips import plain_tooltip

_HEIGHT, _WIDEST, _LEAST, _ARROW, _GAP = 26, 220, 110, 40, 8
_Control = QStyle.ComplexControl.CC_ComboBox


class ChoiceBox(Choice):
    """A list that names what is chosen in it: 'Highlight: Thriving Places'."""

    def __init__(self, field: str, name: str, store: Store, look: Look) -> None:
        """Choose a field of a `ChartChoice`, which is called `name`."""
        super().__init__()
        self.field = field
        self._name = name
        self._wording = store.wording
        self._look = look
        name_choice(self, name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(look.px(_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def fill(self, texts: dict[str | None, str], now: str | None) -> None:
        """Offer values with their texts; `now` is the chosen value."""
        self.clear()
        for key, text in texts.items():
            self.addItem(text, key)
        self.setCurrentIndex([*texts].index(now))
        self.setToolTip(plain_tooltip(self.label))
        self.updateGeometry()

    def showPopup(self) -> None:
        """Open the list as wide as its texts, up to half of the screen."""
        view = self.view()
        wide = view.sizeHintForColumn(0) + self._look.px(_ARROW)
        view.setMinimumWidth(min(wide, self.screen().availableSize().width() // 2))
        super().showPopup()

    @property
    def label(self) -> str:
        """Return what the closed list shows."""
        return self._wording.named(self._name, self.currentText())

    def sizeHint(self) -> QSize:
        texts = (self._wording.named(self._name, self.itemText(at)) for at in range(self.count()))
        wide = max((self.fontMetrics().horizontalAdvance(one) for one in texts), default=0)
        look = self._look
        return QSize(min(wide + look.px(_ARROW), look.px(_WIDEST)), look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self._look.px(_LEAST)), self._look.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        option, painter = QStyleOptionComboBox(), QStylePainter(self)
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(_Control, option, part, self).width()
        elided = self.fontMetrics().elidedText(self.label, Qt.TextElideMode.ElideRight, room)
        option.currentText = elided
        painter.drawComplexControl(_Control, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def event(self, event: QEvent) -> bool:
        """Keep Alt+Down and Alt+Up, which open a list, from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            arrow = event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up)
            if arrow and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                event.accept()
                return True
        return super().event(event)


class ChartChoices(QWidget):
    """The lists of one chart, side by side, or one below the other if there is little room."""

    def __init__(self, own: Chart, store: Store, look: Look) -> None:
        """Offer the choices that a chart of the sheet has."""
        super().__init__()
        self._own = own
        self._store = store
        self._look = look
        self._layout = line(of=self, gap=look.px(_GAP))
        sheet, self.boxes = store.sheet, list[ChoiceBox]()
        fields = {
            "by": (self.tr("By"), dimensions(own, sheet)),
            "highlight": (self.tr("Highlight"), highlights(own, sheet)),
            "sort": (self.tr("Sort"), is_sortable(own, sheet)),
        }
        for field, (name, is_offered) in fields.items():
            if is_offered:
                box = ChoiceBox(field, name, store, look)
                box.setAccessibleDescription(store.wording.text(own.title))  # as on its buttons
                box.activated.connect(self._on_activated)
                self.boxes.append(box)
                self._layout.addWidget(box)
        self._layout.addStretch(1)
        if not self.boxes:
            self.hide()
        self.refresh()

    def refresh(self) -> None:
        """Show the present choice."""
        chart, sheet, wording = self._store.shown(self._own), self._store.sheet, self._store.wording
        for box in self.boxes:
            texts: dict[str | None, str]
            if box.field == "by":
                offered = dimensions(self._own, sheet)
                texts = {one: wording.text(sheet.dimensions[one].name) for one in offered}
                now = next((one for one in offered if set(offered[one]) == set(chart.of)), None)
                if not any(set(one) == set(self._own.of) for one in offered.values()):
                    texts = {None: wording.join(texts.values(), "listing"), **texts}
            elif box.field == "highlight":
                parts = highlights(chart, sheet)
                texts = {"": self.tr("None"), **{one.id: wording.short_name(one) for one in parts}}
                now = (*chart.highlight, "")[0]
                if len(self._own.highlight) > 1:
                    texts = {None: self.tr("As in the sheet"), **texts}
                    now = None if len(chart.highlight) > 1 else now
            else:
                texts = {"size": self.tr("By size"), "given": self.tr("As given")}
                now = chart.sort
            box.fill(texts, now)

    def arrange(self, room: int) -> bool:
        """Place the lists side by side if they fit into a width in px.

        Returns whether they fit into half of it, so that the title can be beside them.
        """
        px = self._look.px
        needed = sum(box.sizeHint().width() + px(_GAP) for box in self.boxes)
        is_row, is_beside = needed <= room, 2 * needed <= room
        turn(self._layout, is_column=not is_row)
        right, below = (px(SIDE), 0) if is_beside else (0, px(6))  # room for the pencil
        self._layout.setContentsMargins(0, 0, right, below)
        return is_beside

    def _on_activated(self) -> None:
        box = self.sender()
        if isinstance(box, ChoiceBox):
            self._store.choose(self._own.id, **{box.field: box.currentData()})
