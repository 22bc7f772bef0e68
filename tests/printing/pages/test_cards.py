"""Key figures on paper: what is said of a value, its change with both periods, its course."""

import json
from typing import Any

import msgspec

from cqviewer.model.facts import KeyFigure, Observation, Sheet
from cqviewer.printing.options import PrintOptions
from cqviewer.printing.pages.document import compose
from tests.model.sheets import figure, sheet
from tests.printing.pages.test_document import edition
from tests.printing.sheets import made_up, marked


def card(sheet: Sheet, figure: str, **key: Any) -> dict[str, Any]:  # noqa: ANN401 - as KeyFigure
    """Return the card of a figure, without the spaces that keep words together."""
    alone = msgspec.structs.replace(sheet, key_figures=(KeyFigure(indicator=figure, **key),))
    text = json.dumps(edition(alone)["cards"][0], ensure_ascii=False)
    found: dict[str, Any] = json.loads(text.replace("\u00a0", " ").replace("\u202f", " "))
    return found


def with_last(figure: str, **facts: Any) -> Sheet:  # noqa: ANN401 - as an observation has
    """Return the sheet with something else said of a figure's last value."""
    sheet = marked()
    one = sheet.indicators[figure]
    last: Observation = msgspec.structs.replace(one.last, **facts)
    changed = msgspec.structs.replace(one, observations=(*one.observations[:-1], last))
    return msgspec.structs.replace(sheet, indicators={**sheet.indicators, figure: changed})


def test_a_series_says_its_change_with_both_periods() -> None:
    assert (
        card(marked(), "births")["change"]
        == "2023 to 2024: \N{MINUS SIGN}7, \N{MINUS SIGN}0.6 %, derived"
    )


def test_a_series_without_a_change_says_why() -> None:
    found = card(marked(), "cycling")["change"]
    assert found == "No change worked out: of 2023 only a bound is known."
    broken = with_last("births", marks=("break",))
    assert card(broken, "births")["change"] == "No change worked out: the series breaks at 2024."
    year = card(marked(), "births", against="year")["change"]
    assert year.startswith("2023 to 2024")
    assert card(made_up(), "cranes")["change"] == ""


def test_all_that_is_said_of_a_value_stands_in_words() -> None:
    found = card(marked(), "cycling")
    assert found["when"]["text"] == (
        "2024, provisional, revised, was 17.9, 95 % confidence interval from 16.2 to 20.0"
    )
    assert found["value"]["marks"] == []
    suppressed = with_last("births", value=None, status="missing", missing="suppressed")
    assert card(suppressed, "births")["value"]["number"] == "1,169"
    bound = card(
        with_last("births", value=None, bound=marked().indicators["cycling"].observations[5].bound),
        "births",
    )
    assert (bound["value"]["about"], bound["value"]["number"]) == ("below", "0.25")


def test_a_series_has_its_course_with_what_is_missing_in_it() -> None:
    found = card(marked(), "cycling")
    assert found["span"] == "2018 to 2024"
    assert found["gaps"] == "2019 not stated; 2020 not applicable; 2021 suppressed"
    whole = card(marked(), "births")
    assert (whole["gaps"], whole["when"]["text"]) == ("", "")
    data = compose(marked(), PrintOptions())
    courses = [one["course"] for one in json.loads(data.data)["editions"][0]["cards"]]
    assert {one["file"] for one in courses} == set(data.pictures)
    assert {one["height"] for one in courses} == {40}
    two = card(marked(), "budget.whole")
    assert (two["course"], two["span"]) == (None, "")
    assert two["when"] == {"text": "2024, provisional", "months": 12 * "c", "is_stated": True}
    cut = card(with_last("births", marks=("break",)), "births")
    assert cut["gaps"] == "Break at 2024 [b]"


def test_a_later_year_without_a_number_is_told_apart_from_that_of_the_value() -> None:
    years = "{2023: 5, 2024: {missing: suppressed}}"
    lines = sheet(f"lines: {figure(value=None, period=None, observations=years)}")
    assert card(lines, "lines")["when"]["text"] == "2023; 2024: suppressed"
