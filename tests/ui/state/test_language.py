"""The window speaks the system's language or a chosen one: Chinese, or else English."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from cqviewer.ui.state.language import chosen_language, install_translators


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:  # noqa: ARG001
    """Speak English before and after."""
    install_translators("en")
    yield
    install_translators("en")


def said() -> str:
    return QCoreApplication.translate("ChartButtons", "Table")


@pytest.mark.parametrize(
    ("languages", "expected"),
    [
        (["zh-Hans-CN", "zh", "en"], "zh"),
        (["zh-Hant-TW", "zh"], "zh"),
        (["en-GB", "zh-Hans-CN"], "en"),
        (["de-DE", "zh-Hans-CN"], "en"),
        ([], "en"),
    ],
)
def test_the_first_language_of_the_system_counts(
    languages: list[str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _system: languages)
    assert chosen_language("system") == expected
    assert chosen_language("zh") == "zh"
    assert chosen_language("en") == "en"


def test_the_language_is_changed_while_the_program_runs() -> None:
    assert said() == "Table"
    install_translators("zh")
    assert said() == "表格"
    assert QLocale().language() == QLocale.Language.Chinese
    install_translators("en")
    assert said() == "Table"
    assert QLocale().language() == QLocale.Language.English


@pytest.mark.parametrize(
    ("language", "word"), [("zh-Hans", "表格"), ("fr", "Table"), ("de", "Table"), ("ar", "Table")]
)
def test_a_sheet_in_another_language_is_shown_in_an_english_window(
    language: str, word: str
) -> None:
    install_translators(language)
    assert said() == word


def test_qt_s_own_words_and_the_font_are_chinese_too(qapp: QApplication) -> None:
    own = "QPlatformTheme", "Cancel"
    assert QCoreApplication.translate(*own) == "Cancel"
    install_translators("zh")
    assert QCoreApplication.translate(*own) == "取消"
    assert qapp.font().families()[0] == "Noto Sans SC"
    for context, word in (("QFileDialog", "&Look in:"), ("QFileSystemModel", "Size")):
        assert QCoreApplication.translate(context, word).isascii() is False
    install_translators("en")
    assert qapp.font().families()[0] == "Noto Sans"
