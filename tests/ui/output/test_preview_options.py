"""What the preview offers is what the sheet has, and what is chosen there is what is made."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from cqviewer.load import load_sheet
from cqviewer.model.facts import Sheet
from cqviewer.model.wording.wording import Wording
from cqviewer.printing.options import PrintOptions
from cqviewer.ui.output.preview_options import PreviewOptions
from cqviewer.ui.state.language import install_translators
from cqviewer.ui.state.store import Store, View
from tests.ui.conftest import TEST_DATA


@pytest.fixture(autouse=True)
def english(qtbot: QtBot) -> None:  # noqa: ARG001
    """Speak English, whatever the test before spoke."""
    install_translators("en")


def offered(store: Store, options: PrintOptions, *, whole: bool = True) -> PreviewOptions:
    return PreviewOptions(store, options, is_whole_sheet=whole)


def boxes(choices: PreviewOptions) -> dict[str, QCheckBox]:
    """Return the check boxes that are not hidden, by their names."""
    every = choices.findChildren(QCheckBox)
    return {one.accessibleName(): one for one in every if one.isVisibleTo(choices)}


def listed(choices: PreviewOptions) -> list[list[str]]:
    """Return what the lists offer: paper, then language."""
    lists = choices.findChildren(QComboBox)
    return [[one.itemText(at) for at in range(one.count())] for one in lists]


def test_each_section_has_a_box_by_its_whole_title(sheet: Sheet) -> None:
    choices = offered(Store(sheet), PrintOptions())
    titles = [Wording.of(sheet, "en").text(one.title) for one in sheet.sections]
    assert [*boxes(choices)][: len(titles)] == titles
    assert all(boxes(choices)[one].isChecked() for one in titles)
    assert all(boxes(choices)[one].text().replace("&&", "&") == one for one in titles)


@given(data=st.data())
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_chosen_at_first_is_what_comes_back(sheet: Sheet, data: st.DataObject) -> None:
    ids = [one.id for one in sheet.sections]
    chosen = data.draw(st.lists(st.sampled_from(ids), unique=True, max_size=len(ids) - 1))
    options = PrintOptions(
        sections=tuple(one for one in ids if one in chosen),
        paper=data.draw(st.sampled_from(["a4", "letter"])),
        language=data.draw(st.sampled_from(["en", "zh", "both"])),
        annex=data.draw(st.booleans()),
        is_draft=data.draw(st.booleans()),
        is_leaflet=data.draw(st.booleans()),
        is_large=data.draw(st.booleans()),
        footer=data.draw(st.sampled_from(["", "Draft for the council"])),
    )
    assert offered(Store(sheet), options).options() == options


def test_all_sections_are_named_by_none(sheet: Sheet) -> None:
    every = tuple(one.id for one in sheet.sections)
    made = offered(Store(sheet), PrintOptions(sections=every)).options()
    assert made is not None
    assert made.sections == ()


def test_without_a_section_there_is_nothing_to_make(sheet: Sheet) -> None:
    choices = offered(Store(sheet), PrintOptions())
    for section in sheet.sections:
        boxes(choices)[Wording.of(sheet, "en").text(section.title)].setChecked(False)
    assert choices.options() is None


def test_one_press_chooses_the_tab_in_view_or_all_and_is_told_once(sheet: Sheet) -> None:
    section = sheet.sections[1].id
    choices = offered(Store(sheet, View(section=section)), PrintOptions())
    told: list[PrintOptions | None] = []
    choices.changed.connect(lambda: told.append(choices.options()))
    links = {one.text(): one for one in choices.findChildren(QPushButton)}
    links["This tab only"].click()
    links["All tabs"].click()
    assert [one and one.sections for one in told] == [(section,), ()]


def test_words_at_the_foot_are_told_as_they_are_written(sheet: Sheet) -> None:
    choices = offered(Store(sheet), PrintOptions())
    field = choices.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    assert field.placeholderText() == "The title"
    told: list[str] = []
    choices.changed.connect(lambda: told.append((choices.options() or PrintOptions()).footer))
    QTest.keyClicks(field, "Ab ")
    assert told == ["A", "Ab", "Ab"]
    field.setText("x" * 200)
    assert len(field.text()) == 84


def test_a_leaflet_has_neither_annex_nor_changes(sheet: Sheet) -> None:
    store = Store(sheet)
    store.before = sheet
    choices = offered(store, PrintOptions(before=sheet))
    named = boxes(choices)
    assert named["With what changed"].isChecked()
    named["As a leaflet"].setChecked(True)
    assert not named["With the annex"].isEnabled()
    assert not named["With what changed"].isEnabled()
    made = choices.options()
    assert made is not None
    assert (made.before, made.is_leaflet) == (None, True)
    named["As a leaflet"].setChecked(False)
    assert named["With the annex"].isEnabled()
    made = choices.options()
    assert made is not None
    assert made.before is sheet


def test_changes_are_offered_where_an_edition_before_is_known(sheet: Sheet) -> None:
    assert "With what changed" not in boxes(offered(Store(sheet), PrintOptions()))


def test_a_sheet_of_two_languages_can_have_both_and_others_are_offered_theirs(
    sheet: Sheet, tmp_path: Path
) -> None:
    assert listed(offered(Store(sheet), PrintOptions())) == [
        ["A4", "Letter"],
        ["English", "简体中文", "Both"],
    ]
    text = (TEST_DATA / "harbour-town.yaml").read_text("utf-8")
    file = tmp_path / "harbour-town.yaml"
    file.write_text(text, "utf-8")
    one = load_sheet(file)
    assert "Both" not in listed(offered(Store(one), PrintOptions()))[1]
    french = msgspec.structs.replace(one, languages=("fr",))
    assert listed(offered(Store(french), PrintOptions()))[1] == ["français", "English", "简体中文"]


def test_of_a_comparison_only_paper_and_language_are_chosen(sheet: Sheet) -> None:
    choices = offered(Store(sheet), PrintOptions(), whole=False)
    assert boxes(choices) == {}
    assert listed(choices) == [["A4", "Letter"], ["English", "简体中文"]]
    field = choices.findChild(QLineEdit)
    form = choices.findChild(QFormLayout)
    assert field is not None
    assert form is not None
    assert not form.isRowVisible(field)
    made = choices.options()
    assert made is not None
    assert made.sections == ()
