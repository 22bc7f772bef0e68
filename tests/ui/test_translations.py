"""All that the window says is translated, and its language changes while it runs."""

import re
import shutil
import subprocess
import sysconfig
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from cqviewer.model.facts import Sheet
from cqviewer.paths import resources_folder
from cqviewer.ui.state.language import chosen_language, install_translators
from tests.checkout import CHECKOUT, run_python
from tests.ui.conftest import OpenWindow, texts_in

FOLDER = resources_folder() / "translations"
SOURCE = FOLDER / "cqviewer_zh.ts"
CHINESE = re.compile(r"[\u3001-\u303f\u4e00-\u9fff]")
Message = tuple[str, str]


@pytest.fixture(autouse=True)
def _english_again(qapp: QApplication) -> Iterator[None]:
    """Leave the program in English for the tests after."""
    assert qapp is not None
    yield
    install_translators("en")


def messages(path: Path) -> dict[Message, str]:
    """Read context and source text of each message of a .ts file, with its translation."""
    found = {}
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name", ""), message.findtext("source", ""))
            found[key] = message.findtext("translation", "")
    return found


def linguist(name: str) -> str:
    """Return the path of one of Qt Linguist's programs, beside the Python that runs the tests."""
    program = shutil.which(name, path=sysconfig.get_path("scripts"))
    if program is None:
        pytest.skip(f"{name} is missing")
    return program


def test_the_source_holds_every_text_of_the_window_and_none_besides(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    modules = sorted(str(path) for path in (CHECKOUT / "cqviewer" / "ui").rglob("*.py"))
    command = [linguist("pyside6-lupdate"), "-no-obsolete", *modules, "-ts", str(fresh)]
    subprocess.run(command, check=True, capture_output=True)
    wanted, kept = messages(fresh), messages(SOURCE)
    assert not wanted.keys() - kept.keys(), "to be translated"
    assert not kept.keys() - wanted.keys(), "no longer said"


def test_every_text_is_translated_with_the_same_slots() -> None:
    for (context, text), translation in messages(SOURCE).items():
        has_words = re.search("[A-Za-z]{2}", re.sub(r"\{\w+\}", "", text))
        assert CHINESE.search(translation) or not has_words, f"{context}: {text}"
        assert translation
        assert sorted(re.findall(r"\{\w+\}", translation)) == sorted(re.findall(r"\{\w+\}", text))
        assert bool(re.search("&[^&]", translation)) == bool(re.search("&[^& ]", text)), text
    assert "unfinished" not in SOURCE.read_text("utf-8")


@pytest.mark.parametrize(
    "word", ["说明书", "来源栏", "量度", "陈述", "地点", "备注", "分面", "出处中", "未收集"]
)
def test_one_chinese_word_stands_for_one_thing(word: str) -> None:
    assert not [text for text, said in messages(SOURCE).items() if word in said]


def test_chinese_is_set_as_chinese() -> None:
    odd = re.compile(
        r"[\u4e00-\u9fff] [\u4e00-\u9fff]|[\u4e00-\u9fff][,;:?!]|\d %"
        r"|[\u4e00-\u9fff] {(?:file|sheet)}(?! 中|。)"  # may be Chinese, too
    )
    assert not [text for text, said in messages(SOURCE).items() if odd.search(said)]


def test_no_text_is_translated_outside_a_class_or_a_named_context() -> None:
    # Such a text is looked up under another name than the one that it is kept under.
    assert all(context for context, _ in messages(SOURCE))


def test_the_compiled_file_says_what_the_source_says() -> None:
    translator = QTranslator()
    assert translator.load(str(FOLDER / "cqviewer_zh.qm"))
    for (context, text), translation in messages(SOURCE).items():
        assert translator.translate(context, text) == translation


@pytest.mark.parametrize("section", ["growth", "trade", "employment", "goals"])
@pytest.mark.parametrize("selected", [None, "industry", "investment_before", "manufacturing"])
def test_in_chinese_the_window_says_nothing_in_english(
    section: str, selected: str | None, open_window: OpenWindow
) -> None:
    window = open_window(language="zh", section=section, selected=selected)
    names = {
        "Zheng Ran",
        "Chen Gang",
        "Deng Lanyan",
        "iChongqing",
        "cqviewer",
        "English",
        "HTML",
        "PDF",
        "APA",
        "BibTeX",
        "SHA-256",
    }
    english = re.compile(r"[A-Za-z]{2,}")
    left = [
        text
        for text in [*texts_in(window), *(one.text() for one in window.findChildren(QAction))]
        if english.search(re.sub("|".join(names), "", text))
    ]
    assert not left


def test_the_language_changes_while_the_program_runs(
    open_window: OpenWindow, sheet: Sheet, qtbot: QtBot
) -> None:
    window = open_window(section="trade", selected="exports")
    window.actions_by_name["language_zh"].trigger()
    assert window.store.view.language == "zh"
    assert window.actions_by_name["language_zh"].isChecked()
    assert window.actions_by_name["quit"].text() == "退出(&Q)"
    qtbot.waitUntil(lambda: {"来源", "出口"} <= {*texts_in(window.content.panel)})
    window.actions_by_name["language_en"].trigger()
    assert window.actions_by_name["quit"].text() == "&Quit"
    qtbot.waitUntil(lambda: "Source" in texts_in(window.content.panel))
    assert window.store.section.id == "trade"
    assert window.store.sheet is sheet


def test_a_choice_follows_the_system_or_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    for locale, language in (("zh_CN", "zh"), ("en_GB", "en"), ("de_DE", "en")):
        monkeypatch.setattr(QLocale, "system", lambda name=locale: QLocale(name))
        assert chosen_language("system") == language
        assert chosen_language("en") == "en"
        assert chosen_language("zh") == "zh"


def test_qt_s_own_buttons_are_translated_too(qtbot: QtBot) -> None:
    install_translators("zh")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    text = box.button(QDialogButtonBox.StandardButton.Cancel).text()
    assert CHINESE.search(text)


def test_speaking_twice_installs_nothing_twice(qapp: QApplication) -> None:
    for language in ("zh", "zh", "en", "zh"):
        install_translators(language)
    QCoreApplication.sendPostedEvents(None, 52)  # QEvent.Type.DeferredDelete
    assert len(qapp.findChildren(QTranslator)) == 2


def test_every_module_can_say_its_texts_without_a_window() -> None:
    ask = (
        "from cqviewer.ui.window.actions import ACTIONS, translated;"
        " print(translated(ACTIONS[0].text))"
    )
    said = run_python(ask)
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout.strip()
