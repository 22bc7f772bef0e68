"""The form of a large sheet does no more than that of a small one."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QComboBox, QListView
from pytestqt.qtbot import QtBot

from cqviewer.model.editing.outline import Outline
from cqviewer.model.editing.parts import Field
from cqviewer.ui.editing import sheet_form
from cqviewer.ui.editing.inputs import input_of
from cqviewer.ui.editing.sheet_form import SheetForm
from cqviewer.ui.style.look import Look
from cqviewer.ui.window.window import MainWindow
from tests.ui.editing.writing import write


def test_a_form_is_styled_once_when_the_page_around_it_is_built_anew(
    form: SheetForm, window: MainWindow
) -> None:
    styled: list[int] = []

    class Watch(QObject):
        def eventFilter(self, _form: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.StyleChange:
                styled.append(1)
            return False

    watch = Watch()
    form.installEventFilter(watch)
    window.store.sheet_changed.emit(False)
    assert form.isVisible()
    assert len(styled) == 1


def test_a_long_list_to_choose_from_is_not_measured_entry_by_entry(look: Look) -> None:
    ids = tuple(f"figure_{at}" for at in range(50))
    combo = input_of(Field(("total",), "total", "text", choices=ids), look, bool)
    assert isinstance(combo, QComboBox)
    assert combo.count() == len(ids)
    view = combo.view()
    assert isinstance(view, QListView)
    assert view.uniformItemSizes()


def test_the_outline_of_a_file_is_made_once_for_each_state_of_it(
    qtbot: QtBot, form: SheetForm, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Outline] = []

    def outline(*of: object) -> Outline:
        made.append(Outline(*of))  # type: ignore[arg-type]
        return made[-1]

    monkeypatch.setattr(sheet_form, "Outline", outline)
    form.show_part(("indicators", "jobs"))
    form.show_part(("indicators", "more"))
    assert len(made) <= 1
    write(qtbot, form, "value", "13")
    assert 1 <= len(made) <= 2
