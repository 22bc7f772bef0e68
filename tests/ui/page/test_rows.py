"""Rows of words: statements, plans and voices, whose source can be copied, and open questions."""

from collections.abc import Callable, Iterator

import msgspec
import pytest
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cqviewer.charts.theme import LIGHT
from cqviewer.load import read_sheet
from cqviewer.model.facts import Sheet
from cqviewer.ui.page.links import Link
from cqviewer.ui.page.rows import Row, RowList, RowLists
from cqviewer.ui.state.language import install_translators
from cqviewer.ui.state.store import Store, View
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.text_block import TextBlock
from tests.ui.conftest import name_of, settle

pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told

Lists = Callable[..., list[RowList]]
SHEET = """\
cqviewer: 1
title: {en: Springfield, zh: 春田}
place: Springfield
date: 2025-03-01
year: 2024
languages: [en, zh]
sources: {report: {title: Annual report, date: 2025-02-14}}
goals:
  year: 2025
  announced: 1
  one: {en: task, zh: 任务}
  named: [{id: quay, name: {en: Build a quay, zh: 码头}, source: report}]
indicators:
  jobs:
    {name: {en: Jobs, zh: 就业}, unit: {en: jobs, zh: 人}, measure: count, value: 12, period: 2024,
     source: report}
sections:
  - id: work
    title: {en: Work, zh: 工作}
    figures: [jobs]
    statements:
      - about: {en: Trade, zh: 贸易}
        text: {en: It grew., zh: 增长。}
        source: report par. 3
      - {about: Homes, text: Rents rose}
    plans:
      - {name: Quay, text: To be built., figures: [jobs], goals: [quay], source: report par. 4}
      - {name: Pool, text: A pool is planned.}
    voices:
      - {who: The mayor, office: Mayor, text: We build., source: report par. 5}
    open:
      - {about: Rents, text: How many homes there are}
"""


@pytest.fixture(scope="module")
def words() -> Sheet:
    """Return a sheet with rows of each kind."""
    return read_sheet(SHEET.encode(), "words.yaml")


@pytest.fixture
def lists(words: Sheet, qtbot: QtBot) -> Iterator[Callable[..., list[RowList]]]:
    """Yield a function that makes the lists of the first section, in a language."""
    kept: list[RowList] = []

    def make(language: str = "en") -> list[RowList]:
        install_translators(language)
        store = Store(words, View(language=language, language_choice=language))  # type: ignore[arg-type]
        made = RowLists(words.sections[0], store, Look(LIGHT, 1.0, language)).make()
        for one in made:
            qtbot.addWidget(one)
        kept.extend(made)
        return made

    yield make
    kept.clear()


def texts(part: QWidget) -> list[str]:
    return [one.text() for one in part.findChildren(TextBlock)]


def shown(row: Row, width: int) -> Row:
    """Show a row in its list, which is so wide."""
    around = row.window()
    around.resize(width, 600)
    around.show()
    settle()
    return row


def test_a_section_has_its_lists_in_order_each_with_its_rows(lists: Lists) -> None:
    made = lists()
    assert [(one.kind, len(one.rows)) for one in made] == [
        ("statements", 2),
        ("plans", 2),
        ("voices", 1),
        ("open", 1),
    ]
    heads = [texts(one)[0] for one in made]
    assert heads == ["Statements", "Plans for 2025", "Voices", "What the source leaves open"]
    note = "Plans as the source reports them. Links to figures are made for this sheet."
    assert texts(made[1])[1] == note
    assert [one.rows[-1].is_last for one in made] == [True] * 4
    assert not made[0].rows[0].is_last


def test_a_section_without_words_has_no_list(words: Sheet, look: Look) -> None:
    bare = msgspec.structs.replace(words.sections[0], statements=(), plans=(), voices=(), open=())
    assert RowLists(bare, Store(words), look).make() == []


def test_a_statement_names_its_place_and_can_be_copied_with_its_source(lists: Lists) -> None:
    cited, bare = lists()[0].rows
    assert texts(cited) == ["Trade", "It grew.", "Paragraph 3"]
    assert cited.citing.startswith("Trade: It grew. (")
    assert "Annual report" in cited.citing
    assert texts(bare) == ["Homes", "Rents rose"]
    assert bare.citing == "", "nothing is cited that has no source"


def test_a_plan_says_its_figures_and_leads_to_its_goals(lists: Lists, qtbot: QtBot) -> None:
    plan, other = lists()[1].rows
    assert "2024: Jobs: 12" in texts(plan)
    (link,) = plan.findChildren(Link)
    with qtbot.waitSignal(link.followed) as followed:
        link.click()
    assert followed.args == ["quay"]
    assert texts(other)[-1] == "No named task"
    assert "2024: no figure in the source" in texts(other)


def test_a_voice_is_in_bold_with_its_office(lists: Lists) -> None:
    (voice,) = lists()[2].rows
    assert texts(voice) == ["The mayor", "Mayor", "We build.", "Paragraph 5"]


@pytest.mark.parametrize(
    ("language", "heard"),
    [("en", "Trade. It grew. Paragraph 3."), ("zh", "贸易。增长。")],
)
def test_a_row_is_heard_as_sentences_of_its_language(
    language: str, heard: str, lists: Lists
) -> None:
    row = lists(language)[0].rows[0]
    node = QAccessible.queryAccessibleInterface(row)
    assert node.role() == QAccessible.Role.ListItem
    assert name_of(node).startswith(heard)
    assert ".." not in name_of(node).replace("。", ".")


def test_the_list_is_heard_by_its_title(lists: Lists) -> None:
    node = QAccessible.queryAccessibleInterface(lists()[2])
    assert (node.role(), name_of(node)) == (QAccessible.Role.List, "Voices")


def test_columns_stand_below_one_another_in_a_narrow_row(lists: Lists) -> None:
    row = shown(lists()[0].rows[0], 800)
    about, said, _ = row.findChildren(TextBlock)

    def corner(block: TextBlock) -> tuple[int, int]:
        place = block.mapTo(row, block.rect().topLeft())
        return place.x(), place.y()

    assert corner(said)[0] > corner(about)[0]
    assert corner(said)[1] == corner(about)[1]
    shown(row, 400)
    assert corner(said)[0] == corner(about)[0]
    assert corner(said)[1] > corner(about)[1]
    shown(row, 800)
    assert corner(said)[1] == corner(about)[1], "and beside one another again"


def dots(row: Row, look: Look) -> QImage:
    """Return the picture of the dot before a row."""
    image = shown(row, 700).grab().toImage()
    return image.copy(0, 0, look.px(12), image.height())


def middle_of(image: QImage, look: Look) -> str:
    high = round(look.px(9) + look.line_height("body") / 2)
    return image.pixelColor(look.px(4), high).name()


def test_the_dot_of_an_open_question_is_hollow(lists: Lists, look: Look) -> None:
    made = lists()
    stated, open_one = made[0].rows[0], made[3].rows[0]
    assert middle_of(dots(stated, look), look) == look.color("ink2").name()
    assert middle_of(dots(open_one, look), look) != look.color("ink2").name()
