"""What cards show below their labels, of series and of what a source says of a value."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cqviewer.charts.theme import LIGHT
from cqviewer.load import load_sheet
from cqviewer.model.facts import KeyFigure, Sheet
from cqviewer.paths import data_folder
from cqviewer.ui.page.card import FigureCard
from cqviewer.ui.page.card_foot import CardFoot
from cqviewer.ui.page.card_grid import CardGrid
from cqviewer.ui.state.store import Store, View
from cqviewer.ui.style.look import Look
from tests.model.sheets import figure
from tests.model.sheets import sheet as made_sheet

ROOM = 192.0


@pytest.fixture(scope="module")
def by_year(qapp: QApplication) -> Sheet:  # noqa: ARG001
    """Return the bundled sheet of series."""
    return load_sheet(data_folder() / "chongqing-by-year.yaml")


def foot(sheet: Sheet, name: str, look: Look, language: str = "en") -> list[str]:
    """Return the words below the label of a figure's card."""
    store = Store(sheet, View(language=language, language_choice=language))  # type: ignore[arg-type]
    return CardFoot(KeyFigure(indicator=name), store, look).words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("lead.north", ["2024"]),
        ("lead.old_town", ["2024"]),
        ("lead.harbour", ["2024, revised, was 1.2"]),
        ("lead.east", ["2024: One plant [c]"]),
        ("lead.island", ["2024 [z]"]),
        (
            "cycling",
            [
                "2024, provisional, 16.2 to 20.0",
                "2023 to 2024: +1.6 percentage points, derived",
                "2020 not applicable; 2021 suppressed",
            ],
        ),
    ],
)
def test_a_card_says_in_words_what_the_source_says(
    name: str, words: list[str], springfield: Sheet, look: Look
) -> None:
    assert foot(springfield, name, look) == words


@pytest.mark.parametrize(
    ("name", "language", "words"),
    [
        ("trade", "en", ["2024 to 2025: +85.26, +11.9\u202f%, derived", "2016–2017 not found"]),
        ("trade", "zh", ["2024 年至 2025 年：+852.6，+11.9%，计算", "2016—2017 年未查到"]),
        (
            "gdp",
            "en",
            ["2025: +5.3\u202f%, real, stated", "Break at 2019 [b]"],
        ),
        ("gdp", "zh", ["2025 年：+5.3%，可比价格，据来源", "2019 年起口径中断 [b]"]),
    ],
)
def test_a_series_says_its_change_or_why_there_is_none_and_what_it_lacks(
    name: str, language: str, words: list[str], by_year: Sheet, look: Look
) -> None:
    assert foot(by_year, name, look, language) == words


def test_a_later_year_without_a_number_is_told_apart_from_that_of_the_value(look: Look) -> None:
    years = "{2023: 5, 2024: {missing: suppressed}}"
    sheet = made_sheet(f"lines: {figure(value=None, period=None, observations=years)}")
    assert foot(sheet, "lines", look)[0] == "2023; 2024: suppressed"


def test_a_year_that_is_left_out_is_named(other_sheet: Sheet, look: Look) -> None:
    (_, gaps) = foot(other_sheet, "containers", look)[-2:]
    assert gaps == "2023 not stated; 2021 not in this sheet"


def test_only_what_was_measured_in_its_months_has_a_strip(springfield: Sheet, look: Look) -> None:
    store = Store(springfield)
    names = ("lead.old_town", "lead.east", "lead.island", "cycling")
    feet = [CardFoot(KeyFigure(indicator=name), store, look) for name in names]
    assert [one.has_strip for one in feet] == [True, True, False, False]
    assert [one.has_course for one in feet] == [False, False, False, True]


def test_words_that_do_not_fit_are_said_to_be_cut(springfield: Sheet, look: Look) -> None:
    one = CardFoot(KeyFigure(indicator="cycling"), Store(springfield), look)
    assert not one.is_cut(ROOM)
    assert one.is_cut(30)
    assert one.height(90) > one.height(ROOM)


def card_of(name: str, sheet: Sheet, look: Look, qtbot: QtBot) -> FigureCard:
    """Make a card of the design's width."""
    card = FigureCard(KeyFigure(indicator=name), Store(sheet), look)
    qtbot.addWidget(card)
    card.resize(208, 0)
    card.set_label_lines(1)
    return card


def test_a_sparkline_stands_between_label_and_dates(
    by_year: Sheet, look: Look, qtbot: QtBot
) -> None:
    card = card_of("jobs", by_year, look, qtbot)
    image = QImage(200, 40, QImage.Format.Format_ARGB32)
    image.fill(QColor("#ff0000"))
    card.show_course(image)
    shown = card.grab().toImage()
    red = [y for y in range(shown.height()) if shown.pixelColor(100, y) == QColor("#ff0000")]
    assert (red[0], red[-1]) == (48 + 18 + 4, 48 + 18 + 4 + 39)
    dates = range(red[-1] + 4, red[-1] + 18)
    for xs in (range(8, 40), range(160, 192)):
        assert any(shown.pixelColor(x, y).lightness() < 160 for y in dates for x in xs)


def test_a_unit_that_has_no_room_beside_the_value_moves_into_the_label(
    by_year: Sheet, look: Look, qtbot: QtBot
) -> None:
    assert card_of("gdp", by_year, look, qtbot).label == "GDP, bn yuan"
    assert card_of("trade", by_year, look, qtbot).label == "Foreign trade"


def test_what_has_no_number_hangs_from_a_solid_hair_rule(
    springfield: Sheet, look: Look, qtbot: QtBot
) -> None:
    for name, token in (("lead.east", LIGHT.hair), ("lead.old_town", LIGHT.ink)):
        image = card_of(name, springfield, look, qtbot).grab().toImage()
        assert {image.pixelColor(x, 1).name() for x in range(8, 200)} == {token.lower()}


def test_a_bound_is_written_as_a_number_and_a_reason_in_grey(
    springfield: Sheet, look: Look, qtbot: QtBot
) -> None:
    for name, token in (("lead.old_town", LIGHT.ink), ("lead.east", LIGHT.ink3)):
        image = card_of(name, springfield, look, qtbot).grab().toImage().copy(60, 12, 60, 30)
        colors = {image.pixelColor(x, y).name() for x in range(60) for y in range(30)}
        assert token.lower() in colors
        assert (LIGHT.ink.lower() in colors) == (token == LIGHT.ink)


def test_a_screen_reader_hears_why_there_is_no_change_in_a_sentence(
    by_year: Sheet, look: Look, qtbot: QtBot
) -> None:
    gdp = msgspec.structs.replace(by_year.indicators["gdp"], rates=None)
    sheet = msgspec.structs.replace(by_year, indicators={**by_year.indicators, "gdp": gdp})
    card = card_of("gdp", sheet, look, qtbot)
    said = QAccessible.queryAccessibleInterface(card).text(QAccessible.Text.Description)
    assert (
        "twelve observations; break at 2019. No change worked out: the value of 2024 is a first"
        " release, which may have been revised since. Source: "
    ) in said


def test_a_screen_reader_hears_the_course_the_change_and_the_source(
    by_year: Sheet, look: Look, qtbot: QtBot
) -> None:
    card = card_of("jobs", by_year, look, qtbot)
    said = QAccessible.queryAccessibleInterface(card).text(QAccessible.Text.Description)
    assert said.startswith(
        "2018 to 2024, seven observations. 2023 to 2024: −20,000, −2.7\u202f%, derived. Source: "
    )


@pytest.mark.parametrize(
    ("width", "columns"), [(832, 4), (900, 4), (1060, 5), (640, 2), (656, 3), (390, 1), (180, 1)]
)
def test_fewer_cards_stand_in_a_row_where_they_have_sparklines(
    width: int, columns: int, by_year: Sheet, look: Look, qtbot: QtBot
) -> None:
    store = Store(by_year)
    cards = [FigureCard(KeyFigure(indicator=name), store, look) for name in by_year.indicators]
    grid = CardGrid(cards, look)
    qtbot.addWidget(grid)
    grid.resize(width, grid.heightForWidth(width))
    grid.show()
    rows = {card.y() for card in cards}
    assert sum(card.y() == 0 for card in cards) == columns
    for top in rows:
        assert len({card.height() for card in cards if card.y() == top}) == 1
    assert grid.focusPolicy() == Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Acceleration needed, method ‘Statistics Canada’"),
        ("zh", "需加快，方法“加拿大统计局”"),
    ],
)
def test_a_verdict_of_a_method_has_it_on_the_card(language: str, told: str, look: Look) -> None:
    aim = "[{for: 2030, at_least: 75, base: 2015, method: statcan, source: report}]"
    given = {"value": None, "period": None, "unit": "'%'", "measure": "share"}
    line = figure(observations="{2015: 50, 2024: 60}", targets=aim, **given)
    pools = made_sheet(f"pools: {line}")
    assert foot(pools, "pools", look, language)[-1] == told
    shown = CardFoot(KeyFigure(indicator="pools"), Store(pools, View(language=language)), look)
    assert not shown.is_cut(ROOM)
