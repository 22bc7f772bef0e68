"""The fields and lists of one part, below links to the parts around it."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

from msgspec.structs import replace as change
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QGridLayout,
    QPushButton,
    QScrollArea,
    QWidget,
)

from cqviewer.model.editing.parts import Field, Group, Part
from cqviewer.model.messages import begun, say
from cqviewer.model.problems import Offer, Path, Problem
from cqviewer.ui.editing.field_box import FieldBox
from cqviewer.ui.editing.inputs import focus_again, marked_in
from cqviewer.ui.editing.refusals import ways_out
from cqviewer.ui.editing.rows import GroupBox
from cqviewer.ui.editing.words import named
from cqviewer.ui.state.focus import is_within, let_go
from cqviewer.ui.style.boxes import column, line
from cqviewer.ui.style.buttons import link_button
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.sight import bring_into_sight
from cqviewer.ui.style.text_block import TextBlock

_SIDE, _GAP = 20, 10  # px of the design


class Unsaved(NamedTuple):
    """Unsaved texts: of fields by key and language, of lists by their key."""

    texts: Mapping[tuple[str, str], str]
    cells: Mapping[str, Mapping[tuple[int, int], tuple[Field | None, str]]]


class PartForm(QScrollArea):
    """Shows one part; unsaved texts stay when it is shown again."""

    left = Signal(object, str)
    """Carries the Field that was left, and its new text."""
    typed = Signal(object, str)
    """Carries the Field and the text that is being typed."""
    opened = Signal(object)
    """Carries the path of another part to show."""
    added = Signal(object, str)
    """Carries the Group to add an entry to, and the entry's period if that is known."""
    removed = Signal(object)
    """Carries the path of an entry of a list to remove."""
    taken = Signal(object)
    """Carries the Offer to write."""

    def __init__(self, look: Look, window: QWidget) -> None:
        """Begin without a part."""
        super().__init__()
        self._look = look
        self._window = window
        self._is_full = False
        self._said: set[str] = set()  # messages of this part, which are announced only once
        self._part: Part | None = None
        self.boxes: list[FieldBox] = []
        """The fields, in the order of the format."""
        self.groups: list[GroupBox] = []
        self.links: list[QPushButton] = []
        """Links to the parts around this one, the sheet first."""
        self.setObjectName("panelScroll")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(self.focusPolicy().NoFocus)
        self._body = body = QWidget()
        body.setObjectName("panelBody")
        self._holder, margins = QWidget(), (look.px(_SIDE), 0, look.px(_SIDE), look.px(12))
        self._column = column(self._holder, of=body, gap=-1, margins=margins)
        self._column.addStretch(1)
        self.setWidget(body)

    def show_part(
        self,
        part: Part,
        problems: Sequence[Problem],
        line: int | None,
        *,
        is_focused: bool,
        is_renamed: bool = False,
    ) -> None:
        """Show a part with the problems of its fields, and its line in the file.

        With `is_renamed` it is the part shown before, under another id.
        """
        old, self._part = self._part, part
        is_same = is_renamed or (old is not None and old.path == part.path)
        if not is_same:
            self._is_full = False
            self._said.clear()
        elif not self._is_full:
            self._part = part = self._as_seen(part)
        if old is None or _layout_of(old) != _layout_of(part):
            self._build(part, stays=is_same)
        if part.above:
            self._line.setText(self.tr("Line {line} of the file").format(line=line) if line else "")
        for box, field in zip(self.boxes, part.fields, strict=True):
            box.show_field(field)
        for group_box, group in zip(self.groups, part.groups, strict=True):
            group_box.show_group(group)
        for told in self._every:
            self._tell(told, problems)
        if is_focused:
            self.take_focus()

    def _as_seen(self, part: Part) -> Part:
        """Return a part whose visible fields stay visible, since one of them may have the focus."""
        seen = {(one.field.key, one.field.language) for one in self.boxes if not one.isHidden()}
        fields = (
            change(one, is_usual=one.is_usual or (one.key, one.language) in seen)
            for one in part.fields
        )
        return change(part, fields=tuple(fields))

    def _tell(self, box: FieldBox | GroupBox, problems: Sequence[Problem]) -> None:
        """Show below a field or a list its first problem."""
        if box.is_unsaved:
            return
        one = next(filter(box.is_of, problems), None)
        if one is None:
            box.say("")
            return
        has_help = one.help and one.fix is None
        said = say("{}: {}", one.message, one.help) if has_help else one.said(with_help=False)
        ways = ways_out(one, partial(self._fix, one, box), self.taken.emit)
        said = begun(said)
        if isinstance(box, GroupBox):
            said = self.tr("Line {line}: {sentence}").format(line=one.line, sentence=said)
            box.say(said, ways, is_quiet=said in self._said)
        else:
            is_advice = one.severity != "error"
            box.say(said, ways, is_quiet=said in self._said, is_advice=is_advice)
        self._said.add(said)

    def _fix(self, problem: Problem, box: FieldBox | GroupBox, text: str) -> None:
        if isinstance(box, FieldBox):
            self.left.emit(box.field, text)
        else:
            self.taken.emit(Offer(problem.paths[0], text))

    def _build(self, part: Part, *, stays: bool) -> None:
        """Build the widgets of a part; the focus stays in the same field or list."""
        focused = self.window().focusWidget()  # also while another window is active
        at_hand = next((one.field for one in self.boxes if one.focused is focused), None)
        marked = marked_in(focused)
        texts = self.unsaved() if stays else Unsaved({}, {})
        for box in self.boxes:
            box.blockSignals(True)  # losing the focus now must not save their texts
        kept = {one.key: one for one in self.groups} if stays else {}
        listed = next((one.rows for one in kept.values() if one.rows is focused), None)
        old, self._holder = self._holder, QWidget()
        let_go(old)
        for group in kept.values():
            group.setParent(self._holder)
        old.hide()
        old.deleteLater()
        layout = column(of=self._holder, gap=self._look.px(_GAP))
        self.links = []
        if part.above:
            layout.addLayout(self._links(part))
        self.boxes = [FieldBox(one, self._look, self._window) for one in part.fields]
        for box in self.boxes:
            box.setParent(self._holder)  # otherwise showing it would open a window
            box.left.connect(self.left)
            box.typed.connect(self.typed)
            box.conflicted.connect(partial(self._on_conflict, box))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(self._look.px(_GAP))
        self._grid.setVerticalSpacing(self._look.px(_GAP))
        layout.addLayout(self._grid)
        self.groups = [
            kept.pop(one.key) if one.key in kept else self._group(one) for one in part.groups
        ]
        for group in kept.values():
            group.deleteLater()
        for group in self.groups:
            layout.addWidget(group)
        self._more = link_button("")
        self._more.clicked.connect(self._toggle_full)
        layout.addWidget(self._more)
        self._arrange(part)
        self._column.insertWidget(0, self._holder)
        self.put_back(texts)
        same = self.box_of(at_hand) if stays and at_hand is not None else None
        again = same.focused if isinstance(same, FieldBox) else listed
        if again is not None:
            again.show()
            focus_again(again, marked)

    def _group(self, group: Group) -> GroupBox:
        """Return the box of a list."""
        made = GroupBox(group, self._look, self._window)
        made.add_wanted.connect(self._on_add)
        made.rows.opened.connect(self.opened)
        made.rows.removed.connect(self.removed)
        made.rows.rows.added.connect(self.added)
        made.rows.rows.left.connect(self.left)
        made.rows.rows.conflicted.connect(partial(self._on_conflict, made))
        return made

    def _links(self, part: Part) -> QBoxLayout:
        """Return links to the parts around a part, the sheet first."""
        row = line(gap=self._look.px(2))
        for path, kind, title in part.above:
            link = link_button(f"{named(kind)} ›")
            link.setAccessibleName(self.tr("Up to {part}").format(part=f"{named(kind)}: {title}"))
            link.setToolTip(title)
            link.clicked.connect(partial(self.opened.emit, path))
            self.links.append(link)
            row.addWidget(link)
        row.addStretch(1)
        self._line = TextBlock("", self._look, "caption", "ink2")
        row.addWidget(self._line, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _arrange(self, part: Part) -> None:
        """Put short fields side by side; hide empty ones that are rarely used."""
        row = at = 0
        for box, field in zip(self.boxes, part.fields, strict=True):
            is_seen = self._is_full or field.is_usual
            box.setVisible(is_seen)
            if not is_seen:
                continue
            if field.is_short and not field.language:
                self._grid.addWidget(box, row, at)
                row, at = (row, 1) if at == 0 else (row + 1, 0)
            else:
                row += at
                self._grid.addWidget(box, row, 0, 1, 2)
                row, at = row + 1, 0
        for place in (0, 1):
            self._grid.setColumnStretch(place, 1)
        for box_of_group, group in zip(self.groups, part.groups, strict=True):
            box_of_group.setVisible(self._is_full or group.is_usual)
        rare = sum(not one.is_usual for one in part.fields)
        rare += sum(not one.is_usual for one in part.groups)
        more = self.tr("All fields ({count} more)").format(count=rare)
        self._more.setText(self.tr("Fewer fields") if self._is_full else more)
        self._more.setAccessibleName(self._more.text())
        self._more.setVisible(rare > 0)

    @Slot()
    def _toggle_full(self) -> None:
        self._is_full = not self._is_full
        if self._part is not None:
            for box in self.boxes:
                self._grid.removeWidget(box)
            self._arrange(self._part)

    @Slot(object)
    def _on_add(self, group: object) -> None:
        self.added.emit(group, "")

    def _on_conflict(self, box: FieldBox | GroupBox, field: Field, mine: str) -> None:
        """Ask which text counts if a field was changed both here and in the file."""
        said = self.tr("Changed outside cqviewer meanwhile: {text}").format(text=field.text or "–")
        take, keep = self.tr("Take the file’s"), self.tr("Keep mine")
        box.say(said, ((take, box.take_back), (keep, partial(self.left.emit, field, mine))))

    # Unsaved texts

    def box_of(self, field: Field) -> FieldBox | GroupBox | None:
        """Return the box of a field, or of the list that it was edited in, if shown."""
        if (group := next((one for one in self.groups if one.holds(field)), None)) is not None:
            return group
        # Not the whole path, which depends on how the sheet is written.
        wanted = field.key, field.language, field.path[:1]
        every = ((one, one.field) for one in self.boxes)
        return next(
            (one for one, its in every if (its.key, its.language, its.path[:1]) == wanted), None
        )

    def tells_of(self, problem: Problem) -> bool:
        """Return whether a problem is said below a field or a list that is in sight."""
        return any(one.is_of(problem) and one.message.isVisible() for one in self._every)

    @property
    def _every(self) -> list[FieldBox | GroupBox]:
        return [*self.boxes, *self.groups]

    @property
    def is_unsaved(self) -> bool:
        """Return whether a field or a cell has an unsaved text."""
        return any(one.is_unsaved for one in self._every)

    def unsaved(self) -> Unsaved:
        """Return the unsaved texts of fields and lists."""
        texts = {
            (one.field.key, one.field.language): one.text for one in self.boxes if one.is_unsaved
        }
        return Unsaved(texts, {one.key: dict(one.rows.rows.written) for one in self.groups})

    def put_back(self, unsaved: Unsaved) -> None:
        """Put unsaved texts back into their fields and lists."""
        for box in self.boxes:
            if (text := unsaved.texts.get((box.field.key, box.field.language))) is not None:
                box.put(text)
        for group in self.groups:
            group.rows.rows.written.update(unsaved.cells.get(group.key, {}))

    def take_back(self) -> None:
        """Discard all unsaved texts."""
        for box in self._every:
            box.take_back()

    def leave_current(self) -> None:
        """Write all unsaved texts."""
        for box in self._every:
            if box.is_unsaved:
                box.commit()

    def take_focus(self) -> None:
        """Focus the first required empty field, else the list of observations or the value.

        Otherwise the first other field, those in the window's language before others.
        """
        shown = [one for one in self.boxes if not one.isHidden() and one.field.key != "id"]
        shown.sort(key=lambda one: one.field.language not in ("", self._look.language))
        empty = [one for one in shown if one.field.is_required and not one.field.text]
        values = [one for one in shown if one.field.key in ("value", "derived")]
        several = [one for one in self.groups if one.rows.rows.group.key == "observations"]
        listed = [one for one in several if len(one.rows.rows.group.rows)]
        first: list[FieldBox | GroupBox] = [*empty, *listed, *values, *shown]
        for box in first[:1]:
            box.take_focus()
            QTimer.singleShot(0, box, partial(self._bring_into_sight, box))

    def _bring_into_sight(self, box: QWidget) -> None:
        """Scroll to a box, after laying out the form."""
        body, layout = self._body, self._column
        layout.activate()
        body.resize(body.width(), layout.totalHeightForWidth(body.width()))
        bring_into_sight(box)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the focused field visible when the form gets less room."""
        super().resizeEvent(event)
        self._keep_in_sight()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep it visible also when messages of other fields move it."""
        if watched is self.widget() and event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._keep_in_sight)  # after the layout
        return super().eventFilter(watched, event)

    def _keep_in_sight(self) -> None:
        focused = QApplication.focusWidget()
        for box in self._every:
            if focused is not None and is_within(focused, box):
                bring_into_sight(box)  # with its name, if there is room
                bring_into_sight(focused)

    @property
    def path_at_hand(self) -> Path | None:
        """Return the path of the current row, if a list has the focus."""
        focused = QApplication.focusWidget()
        return next((one.rows.path_at_hand for one in self.groups if one.rows is focused), None)


def _layout_of(part: Part) -> object:
    """Return a key that changes when other widgets are needed for a part."""
    fields = [(one.key, one.language, one.kind, one.choices, one.is_usual) for one in part.fields]
    return part.path, part.above, fields, [(one.path, one.key, one.is_usual) for one in part.groups]
