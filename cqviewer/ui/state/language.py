"""The program's own language: the system's or a chosen one, changed while it runs."""

from typing import Literal

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QCoreApplication,
    QLibraryInfo,
    QLocale,
    QTranslator,
)
from PySide6.QtGui import QFont, QGuiApplication

from cqviewer.model.messages import set_language
from cqviewer.model.text import Language, is_chinese
from cqviewer.paths import resources_folder
from cqviewer.ui.style.look import families_of

LanguageChoice = Literal["system", "en", "zh"]

_QT_OWN = {"zh": "qtbase_zh_CN"}  # buttons and dialogs of Qt itself
_QT_LACKS = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QFileSystemModel", "Size"),
)
"""Texts of Qt's file dialog that its own translation lacks or has wrong."""


def chosen_language(choice: LanguageChoice) -> Language:
    """Return the language of a choice; the system's is Chinese or else English."""
    if choice != "system":
        return choice
    first = next(iter(QLocale.system().uiLanguages()), "en")
    return "zh" if first.startswith("zh") else "en"


def install_translators(language: Language) -> None:
    """Install the translators of a language; windows that are already shown must be rebuilt.

    A sheet may be in any language; the window's own words are Chinese or else English.
    """
    language = "zh" if is_chinese(language) else "en"
    set_language(language)
    app = QCoreApplication.instance()
    if app is None or app.property("language") == language:
        return
    app.setProperty("language", language)
    QLocale.setDefault(QLocale(language))  # screen readers ask windows and dialogs for it
    if isinstance(app, QGuiApplication):
        app.setFont(QFont(families_of(language)))
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    if language == "en":
        return
    bundled = str(resources_folder() / "translations")
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in ((_QT_OWN[language], qt), (f"cqviewer_{language}", bundled)):
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
