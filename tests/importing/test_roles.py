"""What the columns of a table are: said by someone, told by heads, or seen in the cells."""

from pathlib import Path

import pytest

from cqviewer.importing.layout import TableBlock, find_blocks
from cqviewer.importing.roles import (
    interval_called,
    interval_end,
    is_technical,
    language_of,
    placed,
    plain_head,
    roles_of,
    within_year,
)
from cqviewer.importing.tables import make_table
from cqviewer.model.problems import SheetError
from cqviewer.model.reading.import_format import ImportEntry

WIDE = "Area code,Area,Year,Jobs\nE1,North,2023,4\nE2,South,2023,5\nE1,North,2024,6"

LIMITS = "Year,Month,Value,Lower 95% CI,Upper 95% CI,Flag\n2023,1,4,3,5,p\n2023,2,4,3,5,"
CODES = (
    "Country,Indicator Code,Indicator Name,TIME_PERIOD,OBS_VALUE,UNIT_MULT\n"
    "FR,X1,Jobs,2023,4,3\nDE,X1,Jobs,2023,5,3\nDE,X2,Homes,2023,5,3"
)


def block_of(text: str) -> TableBlock:
    """Return the one table of a text."""
    (block,) = find_blocks(make_table("T", [line.split(",") for line in text.split("\n")]))
    return block


def roles(text: str, **said: str) -> str:
    """Return the roles of columns, with those that someone said by their letters."""
    return " ".join(roles_of(block_of(text), ImportEntry(roles=said)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (WIDE, "ignore place period value"),
        (LIMITS, "period period value low high flag"),
        ("Grade,2023,2024\n1,4,5\n2,5,6\n3,5,6", "group value value"),
        ("Jobs,2023,2024\nall,4,5", "indicator value value"),
        ("Date,Rate\n2024-01-05,4.1\n2024-01-12,4.2", "period value"),
        (
            "Indicator,Unit,2023,Note\nJobs,people,4,new\nHomes,number,5,",
            "indicator unit value note",
        ),
        (CODES, "place ignore indicator period value multiplier"),
    ],
)
def test_roles_are_seen_in_heads_and_cells(text: str, expected: str) -> None:
    assert roles(text) == expected


def test_names_of_two_languages_have_them_and_codes_beside_names_are_passed_over() -> None:
    text = "Region,Bezirk,名称,2023,2024\nN,North,北,4,5\nS,South,南,5,6"
    assert roles(text) == "ignore group:en group:zh value value"


def test_what_someone_says_wins() -> None:
    assert roles(WIDE, A="group", B="ignore") == "group ignore period value"


@pytest.mark.parametrize("said", [{"F": "value"}, {"A": "colour"}])
def test_no_such_column_or_role_is_refused_with_those_that_there_are(said: dict[str, str]) -> None:
    with pytest.raises(SheetError) as error:
        roles(WIDE, **said)
    (problem,) = error.value.problems
    (letter, role), *_ = said.items()
    assert problem.message == f"`{letter}={role}` is no column with a role"
    assert problem.help is not None
    assert problem.help.startswith("columns are A, B, C, D; roles are ")


def placed_in(text: str, roles: dict[str, str], heads: dict[str, str]) -> tuple[object, list[str]]:
    """Return the roles by the columns of another edition, and what moved."""
    options = ImportEntry(roles=roles, heads=heads)
    made, moved = placed(block_of(text), options, Path("next.csv"))
    return made.roles, [f"{one.written}: {one.read}" for one in moved]


def test_a_column_keeps_its_role_where_it_has_moved() -> None:
    heads = {"A": "Area", "C": "Jobs"}
    found = placed_in(WIDE, {"A": "group", "C": "value"}, heads)
    assert found == ({"B": "group", "D": "value"}, ["Area: B", "Jobs: D"])
    assert placed_in(WIDE, {"B": "group"}, {"B": "Area"}) == ({"B": "group"}, [])


def test_a_column_whose_head_is_gone_is_asked_for() -> None:
    with pytest.raises(SheetError) as error:
        placed_in(WIDE, {"B": "group"}, {"B": "District"})
    (problem,) = error.value.problems
    assert "no column is called 'District' any more" in problem.message
    assert problem.help == "say which it is now, --role B=group if it is the same"


@pytest.mark.parametrize(
    ("head", "end", "called"),
    [
        ("Lower 95% CI", "low", "95 % confidence interval"),
        ("conf_high", "high", "confidence interval"),
        ("UL 90 upper limit", "high", "90 % confidence interval"),
        ("Credible interval", "interval", "credible interval"),
        ("CI width", "", "confidence interval"),
        ("Lower house", "", ""),
    ],
)
def test_heads_say_what_is_an_end_of_which_interval(head: str, end: str, called: str) -> None:
    assert interval_end(head) == end
    assert interval_called([head]) == called


@pytest.mark.parametrize(
    ("text", "head", "part"),
    [
        ("3", "Month", "-03"),
        ("3", "Quarter", "-Q3"),
        ("7", "Quarter", None),
        ("3", "District", None),
        ("Mar", "", "-03"),
        ("Q2", "", "-Q2"),
    ],
)
def test_a_number_is_a_part_of_a_year_under_a_head_that_says_so(
    text: str, head: str, part: str | None
) -> None:
    assert within_year(text, head) == part


def test_a_head_is_compared_in_small_letters_with_its_words_apart() -> None:
    assert plain_head(" [TimePeriod] ") == "time period"
    assert plain_head("OBS_VALUE") == "obs value"


def test_codes_and_dates_of_updates_say_nothing_of_figures() -> None:
    assert is_technical(["Areas", "Area code"])
    assert is_technical(["Last updated"])
    assert not is_technical(["Jobs"])
    assert not is_technical([])


@pytest.mark.parametrize(
    ("texts", "language"),
    [
        (["Jobs"], "en"),
        (["Jobs", "岗位"], "zh"),
        (["Работа"], "ru"),
        (["Їжа"], "uk"),
        (["Қала"], "kk"),
        (["Үй"], "ky"),
    ],
)
def test_letters_tell_a_language(texts: list[str], language: str) -> None:
    assert language_of(texts) == language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Town,Ort,2023,2024\nN1,North,4,5\nS1,South,5,6", "ignore group value value"),
        ("Ort,Town,2023,2024\nNorth,N1,4,5\nSouth,S1,5,6", "group ignore value value"),
        ("Grade,2023,2024\n1,4,5\n1,5,6\n3,5,6", "ignore value value"),
        ("Grade,2023,2024\n1,4,5\n,5,6\n3,5,6", "ignore value value"),
        ("Area,Size,2023,2024\nNorth,7,4,5\nSouth,8,5,6", "place ignore value value"),
        ("Area,2022,2023,2024\nNorth,,4,5\nSouth,,5,6", "place value value value"),
    ],
)
def test_of_two_columns_that_say_the_same_names_stay_and_numbers_without_a_period_go(
    text: str, expected: str
) -> None:
    assert roles(text) == expected
