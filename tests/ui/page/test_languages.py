"""A screen reader is told the language of each text of a sheet that is not the window's."""

from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from cqviewer.load import load_sheet
from cqviewer.ui.style.text_block import TextBlock
from tests.ui.conftest import OpenWindow, settle

SHEET = """\
cqviewer: 1
title: Lyon en 2024
place: Lyon
languages: [fr]
date: 2025-03-01
year: 2024
sources:
  rapport: {title: Rapport annuel, publisher: Ville de Lyon, date: 2025-02-14}
indicators:
  emplois:
    {name: Emplois, unit: personnes, measure: count, value: 1200, period: 2024, source: rapport}
sections:
  - id: travail
    title: Travail
    lead: La ville a compté des emplois.
    figures: [emplois]
    open:
      - {about: Décembre, text: 详见 2025 年报告。}
"""


def language_of(widget: QWidget) -> str:
    """Return the language in which a widget is to be read out."""
    node = QAccessible.queryAccessibleInterface(widget).attributesInterface()
    locale = node.attributeValue(QAccessible.Attribute.Locale)
    assert isinstance(locale, QLocale)
    return QLocale.languageToCode(locale.language())


def test_a_french_sheet_in_an_english_window_is_read_out_in_french(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    path = tmp_path / "lyon.yaml"
    path.write_text(SHEET, "utf-8")
    window = open_window(load_sheet(path), path, selected="emplois")
    settle()
    content = window.content
    texts = [one for part in (content.page, content.panel) for one in part.findChildren(TextBlock)]
    said = {one.text(): language_of(one) for one in texts}
    assert said["La ville a compté des emplois."] == said["Décembre"] == "fr"
    assert said["Emplois"] == said["Indiqué dans la source"] == "fr"
    assert said["详见 2025 年报告。"] == "zh"
    own = ("What the source leaves open", "Source", "Selected figure", "Period")
    assert [said[one] for one in own] == ["en"] * len(own)
    assert language_of(content.page.cards[0]) == "fr"
    assert [language_of(one) for one in content.page.row_lists] == ["en"]


def test_an_english_sheet_is_read_out_in_the_window_s_language(open_window: OpenWindow) -> None:
    window = open_window()
    texts = window.content.page.findChildren(TextBlock)
    assert len(texts) > 3
    assert {language_of(one) for one in texts if one.text().isascii()} == {"en"}
