"""The next edition of a data file, brought into a sheet."""

from pathlib import Path

import pytest

from cqviewer.importing.editions.merging import bring_in, imported_as
from cqviewer.importing.making import open_data
from cqviewer.model.problems import SheetError
from cqviewer.model.reading.import_format import ImportEntry
from tests.importing.tables import LONG, brought, file_of, sheet_of, written

SERIES = "Year,Series,Units,Status,Value\n2022,Births,children,A,30\n2023,Births,children,P,31\n"
NEXT = (
    "Year,Series,Units,Status,Value\n"
    "2022,Births,children,A,29\n2023,Births,children,A,31\n2024,Births,children,P,33\n"
)


def test_new_observations_are_added_and_revised_ones_say_what_they_were(tmp_path: Path) -> None:
    before = written(tmp_path, SERIES).replace("sections:", "# mine\nsections:")
    now, unknown = brought(tmp_path, before, NEXT)
    births = sheet_of(now).indicators["births"]
    assert [(str(one.value), str(one.was), one.marks) for one in births.observations] == [
        ("29", "30", ("revised",)),
        ("31", "None", ()),
        ("33", "None", ("provisional",)),
    ]
    assert [one.citation.where for one in births.observations if one.citation] == ["E2", "E3", "E4"]
    assert unknown == []


def test_no_other_line_is_touched(tmp_path: Path) -> None:
    before = written(tmp_path, SERIES).replace("title: Births\n", "title:   'Births'  # mine\n")
    now, _ = brought(tmp_path, before, NEXT)
    old, new = before.splitlines(), now.splitlines()
    assert [one for one in old if one not in new] == [
        "    source: data sheet 'Table 1' E2:E3",
        "    observations: {2022: 30, 2023: {value: 31, status: provisional}}",
        "        title: Births, 2022 to 2023",
    ]
    assert "title:   'Births'  # mine" in new


def test_the_same_file_changes_nothing(tmp_path: Path) -> None:
    for text in (SERIES, LONG):
        before = written(tmp_path, text)
        assert brought(tmp_path, before, text) == (before, [])


def test_observations_as_a_list_stay_one(tmp_path: Path) -> None:
    before = written(tmp_path, SERIES)
    listed = "observations:\n      - {period: 2022, value: 30}\n      - {period: 2023, value: 31}"
    before = before.replace(
        "observations: {2022: 30, 2023: {value: 31, status: provisional}}", listed
    )
    now, _ = brought(tmp_path, before, NEXT)
    assert "- {period: 2022, value: 29, was: 30}\n" in now
    assert "- {period: 2023, value: 31}\n" in now
    assert len(sheet_of(now).indicators["births"].observations) == 3


def test_rows_that_alternate_keep_their_own_cells(tmp_path: Path) -> None:
    text = "region,Year,Units,Value\nN,2022,t,3\nS,2022,t,4\nN,2023,t,5\nS,2023,t,6\n"
    before = written(tmp_path, text)
    now, _ = brought(tmp_path, before, text + "N,2024,t,7\nS,2024,t,8\n")
    figure = sheet_of(now).indicators["data.s"]
    cells = [one.citation.where for one in figure.observations if one.citation]
    assert cells == ["D3", "D5", "D7"]


def test_an_observation_that_has_gone_from_the_file_stays(tmp_path: Path) -> None:
    before = written(tmp_path, SERIES)
    now, _ = brought(tmp_path, before, NEXT.replace("2022,Births,children,A,29\n", ""))
    births = sheet_of(now).indicators["births"]
    assert [str(one.value) for one in births.observations] == ["30", "31", "33"]
    places = [one.citation.where if one.citation else "" for one in births.observations]
    assert places == ["", "E2", "E3"]


def test_a_figure_that_the_sheet_has_not_is_named(tmp_path: Path) -> None:
    before = written(tmp_path, SERIES)
    now, unknown = brought(tmp_path, before, SERIES + "2023,Deaths,people,A,3\n")
    assert (now, unknown) == (before, ["deaths"])


def test_a_new_figure_is_added_if_that_is_wanted_and_shown(tmp_path: Path) -> None:
    before = written(tmp_path, SERIES)
    text = SERIES + "2023,Deaths,people,A,3\n2024,Deaths,people,P,4\n"
    now, added = brought(tmp_path, before, text, with_new=True)
    sheet = sheet_of(now)
    assert added == ["deaths"]
    assert [str(one.value) for one in sheet.indicators["deaths"].observations] == ["3", "4"]
    assert [one.indicator for one in sheet.sections[-1].figures] == ["births", "deaths"]
    lost = [one for one in before.splitlines() if one not in now]
    assert lost == ["    figures: [births]"]


def test_a_new_item_comes_with_its_name_and_into_the_charts(tmp_path: Path) -> None:
    text = "region,sex,Year,Units,Value\nN,Men,2022,t,3\nS,Men,2022,t,4\nN,Women,2022,t,5\n"
    before = written(tmp_path, text)
    now, added = brought(tmp_path, before, text + "South East,Men,2022,t,6\n", with_new=True)
    assert added == ["data.south_east.men"]
    assert sheet_of(now).indicators["data.south_east.men"].observations[0].value == 6
    more, added = brought(tmp_path, now, text + "S,Women,2022,t,7\n", with_new=True)
    assert added == ["data.s.women"]
    assert len(sheet_of(more).indicators) == len(sheet_of(now).indicators) + 1


def test_the_sheet_then_says_which_file_its_values_are_from(tmp_path: Path) -> None:
    before = written(tmp_path, SERIES)
    now, _ = brought(tmp_path, before, NEXT, "next.csv")
    assert "title: next.csv" in now
    assert "file: next.csv" in now
    named = before.replace("title: data.csv", "title: Births of Wales")
    now, _ = brought(tmp_path, named, NEXT, "next.csv")
    assert "title: Births of Wales" in now


def test_what_was_said_of_marks_is_remembered(tmp_path: Path) -> None:
    before = written(tmp_path, SERIES)
    opened = open_data(file_of(tmp_path, NEXT.replace(",33", ",-")))
    path = tmp_path / "sheet.yaml"
    said = ImportEntry(missing={"-": "suppressed"})
    kept = imported_as(before.encode(), path, said)
    now = bring_in(opened, before.encode(), path, kept).data.decode()
    assert "missing: suppressed" in now
    assert imported_as(now.encode(), path, ImportEntry()).missing == {"-": "suppressed"}


def test_what_was_said_of_the_text_is_remembered(tmp_path: Path) -> None:
    before = written(tmp_path, SERIES)
    now, _ = kinds_of(tmp_path, before, NEXT, encoding="cp1252", delimiter=",")
    kept = imported_as(now.encode(), tmp_path / "sheet.yaml", ImportEntry())
    assert (kept.encoding, kept.delimiter) == ("cp1252", ",")


def test_a_sheet_that_remembers_no_import_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SheetError) as error:
        brought(tmp_path, "cqviewer: 1\n", SERIES)
    assert "does not say how a data file was read" in str(error.value)
    with pytest.raises(SheetError) as error:
        brought(tmp_path, "imports: {data: {role: 3}}\n", SERIES)
    assert "`imports` is not understood" in str(error.value)


def test_what_is_said_anew_counts(tmp_path: Path) -> None:
    data = b"imports: {data: {decimal: ',', missing: {'-': suppressed}}}\n"
    said = ImportEntry(missing={":": "not_found"}, unit="t")
    found = imported_as(data, tmp_path, said)
    assert (found.decimal, found.unit) == (",", "t")
    assert found.missing == {"-": "suppressed", ":": "not_found"}


AREAS = "Area,Year,Jobs\nNorth,2022,10\nNorth,2023,11\nSouth,2022,20\nSouth,2023,21\n"


def kinds_of(
    folder: Path, sheet: str, text: str, *, is_sure: bool = False, **said: object
) -> tuple[str, dict[str, tuple[str, str]]]:
    """Return a sheet with the values of a file, and what was found, by its kind."""
    path = folder / "sheet.yaml"
    options = imported_as(sheet.encode(), path, ImportEntry(**said))  # type: ignore[arg-type]
    opened = open_data(file_of(folder, text, "next.csv"), options)
    made = bring_in(opened, sheet.encode(), path, options, is_sure=is_sure)
    return made.data.decode(), {one.kind: (one.written, one.read) for one in made.read.found}


def numbers(sheet: str) -> dict[str, list[str]]:
    return {
        name: [str(one.value) for one in figure.observations]
        for name, figure in sheet_of(sheet).indicators.items()
        if figure.observations
    }


def test_columns_in_another_order_are_found_by_their_heads(tmp_path: Path) -> None:
    before = written(tmp_path, AREAS, unit="jobs")
    text = "Year,Jobs,Area\n2022,10,North\n2023,11,North\n2022,20,South\n2023,22,South\n"
    now, found = kinds_of(tmp_path, before, text)
    assert found["moved"] == ("Jobs", "B")
    assert numbers(now) == {"jobs.north": ["10", "11"], "jobs.south": ["20", "22"]}
    assert "heads: {A: Year, B: Jobs, C: Area}" in now
    again, found = kinds_of(tmp_path, now, text)
    assert (again, "moved" in found) == (now, False)


def test_a_column_that_is_called_otherwise_is_asked_for(tmp_path: Path) -> None:
    before = written(tmp_path, AREAS, unit="jobs")
    text = AREAS.replace("Jobs", "Posts")
    with pytest.raises(SheetError, match="no column is called 'Jobs' any more"):
        kinds_of(tmp_path, before, text)
    now, _ = kinds_of(
        tmp_path, before, text.replace(",21", ",22"), roles={"C": "value"}, name="Jobs"
    )
    assert numbers(now)["jobs.south"] == ["20", "22"]


def test_rows_in_another_order_keep_their_ids_in_every_script(tmp_path: Path) -> None:
    text = "指标,2022年,2023年\n生产总值(亿元),10,12\n进口(亿元),20,21\n"
    before = written(tmp_path, text)
    turned = "指标,2022年,2023年\n出口(亿元),5,6\n进口(亿元),20,22\n生产总值(亿元),10,12\n"
    now, _ = kinds_of(tmp_path, before, turned)
    assert list(numbers(now).values()) == [["10", "12"], ["20", "22"]]
    places = "地区,2022年,2023年\n{}\n"
    north, south, west = "北区,1,2", "南区,3,4", "西区,5,6"
    before = written(tmp_path, places.format(f"{north}\n{south}"), unit="人")
    now, _ = kinds_of(tmp_path, before, places.format(f"{west}\n南区,3,5\n{north}"))
    assert list(numbers(now).values()) == [["1", "2"], ["3", "5"]]


def test_a_figure_that_is_named_otherwise_in_the_sheet_is_still_the_same(tmp_path: Path) -> None:
    before = written(tmp_path, SERIES).replace("name: Births", "name: Live births")
    now, _ = kinds_of(tmp_path, before, NEXT)
    assert numbers(now) == {"births": ["29", "31", "33"]}


def test_numbers_in_another_unit_are_asked_for(tmp_path: Path) -> None:
    text = "Year,Jobs (thousands)\n2022,10.5\n2023,11.5\n"
    before = written(tmp_path, text)
    later = "Year,Jobs (thousands)\n2022,10.5\n2023,11.5\n2024,12.5\n"
    assert numbers(kinds_of(tmp_path, before, later)[0])["jobs"] == ["10.5", "11.5", "12.5"]
    renamed = before.replace("Jobs (thousands)", "Jobs (million)")
    now, found = kinds_of(tmp_path, renamed, later.replace("thousands", "million"))
    assert (now, found["other unit"]) == (renamed, ("Jobs", "million, thousand"))


UNITS = "Area,Year,Unit,Sales\nNorth,2023,£ million,2060\nNorth,2024,£ million,2080\n"
UNITS += "South,2024,£ million,900\n"
IN_BILLIONS = UNITS.replace("million", "billion").replace("2060", "2.060").replace("2080", "2.081")
IN_BILLIONS = IN_BILLIONS.replace(",900", ",0.900") + "South,2025,£ billion,0.910\n"


def test_another_unit_comes_with_its_numbers_which_are_no_revisions(tmp_path: Path) -> None:
    before = written(tmp_path, UNITS)
    same, _ = kinds_of(tmp_path, before, IN_BILLIONS)
    assert same == before
    now, found = kinds_of(tmp_path, before, IN_BILLIONS, is_sure=True)
    assert "other unit" not in found
    assert str(sheet_of(now).indicators["sales.north"].unit.text) == "£ billion"
    assert "was" not in now
    assert numbers(now) == {"sales.north": ["2.060", "2.081"], "sales.south": ["0.900", "0.910"]}


@pytest.mark.parametrize("lost", ["South,2024,£ billion,0.900\n", "North,2023,£ billion,2.060\n"])
def test_the_unit_stays_where_a_number_in_it_does(tmp_path: Path, lost: str) -> None:
    before = written(tmp_path, UNITS)
    now, found = kinds_of(tmp_path, before, IN_BILLIONS.replace(lost, ""), is_sure=True)
    assert (now, found["old unit"]) == (before, ("Sales", "£ billion, £ million"))


def test_a_unit_is_asked_for_once_with_all_its_numbers(tmp_path: Path) -> None:
    path = tmp_path / "sheet.yaml"
    before = written(tmp_path, UNITS).encode()
    opened = open_data(file_of(tmp_path, IN_BILLIONS, "next.csv"), ImportEntry())
    made = bring_in(opened, before, path, imported_as(before, path, ImportEntry()))
    assert [one.count for one in made.read.found if one.kind == "other unit"] == [4]


@pytest.mark.parametrize("other", ["€ million", "index 2020 = 100"])
def test_another_currency_or_base_is_asked_for(tmp_path: Path, other: str) -> None:
    before = written(tmp_path, UNITS.replace("£ million", "index 2015 = 100"))
    before = before if "=" in other else written(tmp_path, UNITS)
    now, found = kinds_of(tmp_path, before, UNITS.replace("£ million", other))
    assert (now, "other unit" in found) == (before, True)


def test_numbers_of_another_size_are_asked_for(tmp_path: Path) -> None:
    before = written(tmp_path, AREAS, unit="jobs")
    text = "Area,Year,Jobs\nNorth,2022,10000\nNorth,2023,11000\nNorth,2024,12000\nSouth,2022,20\n"
    now, found = kinds_of(tmp_path, before, text)
    assert found["other size"] == ("Jobs", "11, 11000")
    assert numbers(now) == numbers(before)
    sure, _ = kinds_of(tmp_path, before, text, is_sure=True)
    assert numbers(sure)["jobs.north"] == ["10000", "11000", "12000"]
    assert "was" not in sure


def test_what_is_gone_from_the_file_is_said(tmp_path: Path) -> None:
    before = written(tmp_path, AREAS, unit="jobs")
    text = "Area,Year,Jobs\nNorth,2023,11\nNorth,2024,12\nEast,2024,1\n"
    path = tmp_path / "sheet.yaml"
    options = imported_as(before.encode(), path, ImportEntry())
    opened = open_data(file_of(tmp_path, text), options)
    made = bring_in(opened, before.encode(), path, options)
    gone = [(one.written, one.read) for one in made.read.found if "gone" in one.kind]
    assert gone == [("jobs.south", ""), ("jobs.north", "2022")]
    assert [*made.unknown] == ["jobs.east"]
    assert numbers(made.data.decode())["jobs.north"] == ["10", "11", "12"]


def test_limits_are_revised_and_come_with_what_they_are(tmp_path: Path) -> None:
    text = "Year,Rate (%),Lower 95% CI,Upper 95% CI\n2022,10.5,9,12\n2023,11.5,10,13\n"
    before = written(tmp_path, text)
    now, _ = kinds_of(tmp_path, before, text.replace(",9,12", ",9.5,12"))
    [first, _] = sheet_of(now).indicators["rate"].observations
    assert (str(first.low), str(first.was)) == ("9.5", "None")
    bare = written(tmp_path, text, roles={"C": "ignore", "D": "ignore"})
    now, _ = kinds_of(tmp_path, bare, text, roles={"C": "low", "D": "high"})
    assert sheet_of(now).indicators["rate"].interval == "95 % confidence interval"


def test_what_a_mark_means_can_be_said_anew_and_is_remembered(tmp_path: Path) -> None:
    text = AREAS.replace("2023,11", "2023,:").replace("2023,21", "2023,-")
    meant = {":": "suppressed", "-": "not_found"}
    before = written(tmp_path, text, unit="jobs", missing=meant)
    now, _ = kinds_of(tmp_path, before, text, missing={":": "not_applicable"})
    reasons = [
        one.missing
        for figure in sheet_of(now).indicators.values()
        for one in figure.observations
        if one.missing
    ]
    assert reasons == ["not_applicable", "not_found"]
    kept = imported_as(now.encode(), tmp_path / "sheet.yaml", ImportEntry())
    assert kept.missing == {":": "not_applicable", "-": "not_found"}
    assert kinds_of(tmp_path, now, text)[0] == now


@pytest.mark.parametrize(
    ("text", "later"),
    [
        (AREAS, "Area,Year,Jobs\nNorth,2023,11\nNorth,2024,12\n"),
        (
            "Area,地区,Year,Jobs\nNorth,北,2022,10\nNorth,北,2023,11\nSouth,南,2022,20\n",
            "Area,地区,Year,Jobs\nNorth,北,2023,11\nNorth,北,2024,12\n",
        ),
        (
            "Key,Area,2022,2023\nE1,North,10,11\nE2,South,20,21\n",
            "Key,Area,2022,2023,2024\nE1,North,10,11,12\n",
        ),
        (
            "Name,North 2022,North 2023,South 2022,South 2023\nJobs,10,11,20,21\nFirms,1,2,3,4\n",
            "Name,North 2022,North 2023,North 2024\nJobs,10,11,12\nFirms,1,2,3\n",
        ),
    ],
    ids=["rows", "languages", "one row and its code", "heads"],
)
def test_one_place_of_several_is_still_one_of_the_breakdown(
    tmp_path: Path, text: str, later: str
) -> None:
    before = written(tmp_path, text, unit="jobs")
    made, _ = kinds_of(tmp_path, before, later)
    now, old = numbers(made), numbers(before)
    north = next(one for one in now if one.endswith(".north"))
    assert now[north] == ["10", "11", "12"]
    assert [*now] == [*old]
    assert all(now[one] == old[one] for one in now if one.endswith(".south"))


def test_a_place_that_no_breakdown_had_makes_none(tmp_path: Path) -> None:
    text = "Area,Year,Jobs\nNorth,2022,10\nNorth,2023,11\n"
    before = written(tmp_path, text, unit="jobs")
    now, _ = kinds_of(tmp_path, before, text + "North,2024,12\n")
    assert numbers(now) == {"jobs": ["10", "11", "12"]}


def test_what_someone_wrote_in_short_is_still_brought_up_to_date(tmp_path: Path) -> None:
    before = written(tmp_path, AREAS, unit="jobs")
    whole = "      south:\n        source: data sheet 'Table 1' C4:C5\n"
    assert whole in before
    short = before.replace(f"{whole}        observations: {{2022: 20", "      south: {2022: 20")
    now, found = kinds_of(tmp_path, short, AREAS.replace("2023,21", "2023,22"))
    assert "south: {2022: 20, 2023: {value: 22, was: 21}}" in now
    assert "gone" not in found


def test_figures_are_added_to_a_section_that_shows_none(tmp_path: Path) -> None:
    before = written(tmp_path, SERIES)
    before = before[: before.index("sections:")] + "sections: [{id: one, title: One}]\n"
    now, _ = brought(tmp_path, before, SERIES + "2023,Deaths,people,A,3\n", with_new=True)
    assert "sections: [{id: one, title: One, figures: [deaths]}]" in now


def test_a_file_that_is_no_sheet_or_repeats_a_part_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SheetError, match="this is no fact sheet"):
        brought(tmp_path, "- a list\n", SERIES)
    before = written(tmp_path, SERIES)
    twice = before.replace("observations: {2022: 30,", "observations: &all {2022: 30,")
    twice = twice.replace("sections:", "x_again: *all\nsections:")
    with pytest.raises(SheetError, match="repeats a part"):
        brought(tmp_path, twice, NEXT)
