"""A value revised since an earlier edition: the old value struck through, and the new one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from cqviewer.model.reporting.edition_rows import EditionRow
from cqviewer.model.text import capitalised
from cqviewer.model.wording.wording import Wording
from cqviewer.ui.style.boxes import column, line
from cqviewer.ui.style.change_marks import SIZE, ChangeMark, Struck
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.text_block import TextBlock

_WIDE = 14
"""Characters of both values together above which they are put one below the other."""


class ChangedValue(QWidget):
    """The old value, an arrow and the new one, and below them the kind of change."""

    def __init__(self, change: EditionRow, value: QWidget, wording: Wording, look: Look) -> None:
        """Show a change; `value` is the widget of the new value."""
        super().__init__()
        old = Struck(change.before, look, "lead")
        old.spoken = wording.say("edition_was", value=change.before)
        arrow = QLabel()
        arrow.setPixmap(look.icon("arrow-right", "ink2").pixmap(look.px(SIZE), look.px(SIZE)))
        values = line(old, arrow, gap=look.px(8))
        every = column(values, of=self, gap=look.px(2))
        if len(change.before) + len(change.now) > _WIDE:
            values.addStretch(1)
            every.addWidget(value)
        else:
            old.setMinimumWidth(old.sizeHint().width())
            old.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            values.addWidget(value, 1)
        word = wording.say(f"edition_mark_{change.mark}")
        told = line(gap=look.px(8))
        mark = ChangeMark(change.mark, look, look.line_height("caption"))
        told.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(TextBlock(capitalised(word), look, "caption", "ink"), 1)
        every.addLayout(told)
