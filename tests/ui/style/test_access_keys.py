"""Texts are read out without the signs of their keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from cqviewer.ui.style.access_keys import name_row, without_key


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("&Open…", "Open…"),
        ("Fit pa&ge", "Fit page"),
        ("打开(&O)…", "打开…"),
        ("Ports && piers", "Ports & piers"),
        ("Plain (all)", "Plain (all)"),
    ],
)
def test_only_the_sign_of_the_key_goes(text: str, said: str) -> None:
    assert without_key(text) == said


def test_a_row_of_a_form_is_named_by_its_label_without_the_key(qtbot: QtBot) -> None:
    top, field = QWidget(), QLineEdit()
    qtbot.addWidget(top)
    form = QFormLayout(top)
    form.addRow("标题(&I)", field)
    name_row(form, field)
    assert [one.accessibleName() for one in (form.labelForField(field), field)] == ["标题", "标题"]


@given(st.text(st.characters(codec="utf-8", exclude_characters="&\n()"), max_size=20))
def test_an_ampersand_of_the_text_itself_stays(text: str) -> None:
    assert without_key(text.replace("o", "&&")) == text.replace("o", "&")
