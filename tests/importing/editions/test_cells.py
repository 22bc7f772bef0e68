"""Each value cites its cell in the file that has it: the new one, or the earlier one."""

from pathlib import Path

from cqviewer.importing.editions.merging import bring_in, imported_as
from cqviewer.importing.making import open_data
from cqviewer.model.reading.import_format import ImportEntry
from tests.importing.tables import brought, file_of, sheet_of, written

HEAD = "Area,Month,Jobs\n"
FIRST = "North,2024-01,10\nNorth,2024-02,11\nSouth,2024-01,20\nSouth,2024-02,21\n"


def cells(sheet: str) -> dict[str, list[str]]:
    """Return the source and the cell of each observation, by figure."""
    return {
        name: [
            f"{cited.source} {cited.where}"
            for one in figure.observations
            if (cited := one.citation)
        ]
        for name, figure in sheet_of(sheet).indicators.items()
    }


def test_a_figure_without_a_new_period_cites_where_it_stands_now(tmp_path: Path) -> None:
    before = written(tmp_path, HEAD + FIRST, unit="jobs")
    later = HEAD + FIRST.replace("South,2024-01", "North,2024-03,12\nSouth,2024-01")
    now, _ = brought(tmp_path, before, later, "next.csv")
    assert cells(now)["jobs.south"] == ["data C5", "data C6"]
    assert brought(tmp_path, now, later, "next.csv")[0] == now


def test_single_cells_become_a_range_where_they_stand_together_now(tmp_path: Path) -> None:
    apart = (
        "North,2024-01,10\nSouth,2024-01,20\nNorth,2024-02,11\nSouth,2024-02,21\nNorth,2024-03,12\n"
    )
    before = written(tmp_path, HEAD + apart, unit="jobs")
    rows = sorted(apart.splitlines())
    now, _ = brought(tmp_path, before, HEAD + "\n".join([*rows, "South,2024-03,22\n"]), "next.csv")
    assert cells(now)["jobs.north"] == ["data C2", "data C3", "data C4"]


def test_what_the_file_has_no_longer_cites_the_earlier_one(tmp_path: Path) -> None:
    before = written(tmp_path, HEAD + FIRST, unit="jobs")
    later = HEAD + "North,2024-02,11\nNorth,2024-03,12\n"
    now, _ = brought(tmp_path, before, later, "next.csv")
    sheet = sheet_of(now)
    assert cells(now)["jobs.south"] == ["data_earlier C4", "data_earlier C5"]
    assert cells(now)["jobs.north"] == ["data_earlier ", "data C2", "data C3"]
    titles = {key: str(one.title) for key, one in sheet.sources.items()}
    assert titles == {"data": "next.csv", "data_earlier": "data.csv"}
    again, _ = brought(tmp_path, now, f"{HEAD}North,2024-03,12\nNorth,2024-04,13\n", "third.csv")
    assert cells(again)["jobs.north"][:2] == ["data_earlier ", "data_earlier_2 "]
    assert cells(again)["jobs.south"] == cells(now)["jobs.south"]


def test_what_cites_the_earlier_file_is_not_said_to_be_gone_again(tmp_path: Path) -> None:
    before = written(tmp_path, HEAD + FIRST, unit="jobs")
    later = HEAD + "North,2024-02,11\nNorth,2024-03,12\n"
    now, _ = brought(tmp_path, before, later, "next.csv")
    path, seen = file_of(tmp_path, later, "next.csv"), now.encode()
    options = imported_as(seen, path, ImportEntry())
    found = bring_in(open_data(path, options), seen, path, options).read.found
    assert not [one for one in found if "gone" in one.kind]


def test_an_earlier_file_of_the_same_title_is_told_apart(tmp_path: Path) -> None:
    before = written(tmp_path, HEAD + FIRST, unit="jobs").replace("title: data.csv", "title: Jobs")
    now, _ = brought(tmp_path, before, HEAD + "North,2024-03,12\n")
    titles = {key: str(one.title) for key, one in sheet_of(now).sources.items()}
    assert titles == {"data": "Jobs", "data_earlier": "Jobs, earlier edition"}


def test_the_evidence_is_the_new_file_where_it_was_the_old_one(tmp_path: Path) -> None:
    title = "title: data.csv"
    before = written(tmp_path, HEAD + FIRST, unit="jobs")
    before = before.replace(title, f"{title}\n    evidence: data.csv", 1)
    now, _ = brought(tmp_path, before, f"{HEAD}{FIRST}North,2024-03,12\n", "next.csv")
    assert "evidence: next.csv" in now


def test_a_value_that_someone_found_elsewhere_keeps_its_source(tmp_path: Path) -> None:
    before = written(tmp_path, HEAD + FIRST, unit="jobs")
    other = before.replace("  data:\n    title", "  book: {title: Yearbook}\n  data:\n    title", 1)
    other = other.replace("2024-01: 10", "2024-01: {value: 10, source: book p. 3}")
    later = HEAD + FIRST.replace("South", "North,2024-03,12\nSouth", 1)
    now, _ = brought(tmp_path, other, later, "next.csv")
    assert "2024-01: {value: 10, source: book p. 3}" in now


def test_values_of_the_file_never_cite_the_source_that_a_person_named(tmp_path: Path) -> None:
    before = written(tmp_path, HEAD + FIRST, unit="jobs")
    book = before.replace("  data:\n", "  book: {title: Yearbook}\n  data:\n", 1)
    book = book.replace("source: data sheet 'Table 1' C2:C3", "source: book p. 3")
    now, _ = brought(
        tmp_path, book, f"{HEAD}{FIRST.replace('02,11', '02,15')}North,2024-03,12\n", "next.csv"
    )
    assert cells(now)["jobs.north"] == ["book 3", "data C3", "data C6"]
    later, _ = brought(tmp_path, now, f"{HEAD}North,2024-04,13\n{FIRST}", "third.csv")
    assert cells(later)["jobs.north"][::3] == ["book 3", "data C2"]


def test_a_revised_value_leaves_the_source_that_had_the_old_one(tmp_path: Path) -> None:
    before = written(tmp_path, HEAD + FIRST, unit="jobs")
    book = before.replace("  data:\n", "  book: {title: Yearbook}\n  data:\n", 1)
    book = book.replace("2024-02: 11", "2024-02: {value: 11, source: book p. 3}")
    same, _ = brought(tmp_path, book, f"{HEAD}{FIRST}North,2024-03,12\n")
    assert cells(same)["jobs.north"][1] == "book 3"
    now, _ = brought(tmp_path, book, HEAD + FIRST.replace("02,11", "02,15"))
    assert "2024-02: {value: 15, was: 11}" in now


def test_a_figure_that_comes_back_cites_the_new_file(tmp_path: Path) -> None:
    before = written(tmp_path, HEAD + FIRST, unit="jobs")
    south = "South,2024-01,20\nSouth,2024-02,21\n"
    later = f"{HEAD}{FIRST}North,2024-03,12\n".replace(south, "")
    without, _ = brought(tmp_path, before, later, "next.csv")
    assert cells(without)["jobs.south"] == ["data_earlier C4", "data_earlier C5"]
    now, _ = brought(tmp_path, without, f"{HEAD}{FIRST}South,2024-03,22\n", "third.csv")
    assert "source: data sheet 'Table 1' C4:C6\n" in now
    assert "{2024-01: 20, 2024-02: 21, 2024-03: 22}" in now


def test_a_figure_without_a_source_has_each_cell_of_its_values(tmp_path: Path) -> None:
    before = written(tmp_path, HEAD + FIRST, unit="jobs")
    own = before.replace("        source: data sheet 'Table 1' C2:C3\n", "")
    own = own.replace("2024-01: 10", "2024-01: {value: 10, source: data sheet 'Table 1' C2}")
    own = own.replace("2024-02: 11", "2024-02: {value: 11, source: data sheet 'Table 1' C3}")
    now, _ = brought(tmp_path, own, f"{HEAD}North,2024-03,12\n{FIRST}")
    assert cells(now)["jobs.north"] == ["data C3", "data C4", "data C2"]


def test_a_list_of_observations_keeps_its_periods(tmp_path: Path) -> None:
    before = written(tmp_path, HEAD + FIRST, unit="jobs").replace(
        "observations: {2024-01: 10, 2024-02: 11}",
        "observations: [{period: 2024-01, value: 10}, {period: 2024-02, value: 11}]",
    )
    now, _ = brought(tmp_path, before, f"{HEAD}North,2024-02,11\nNorth,2024-03,12\n", "next.csv")
    assert cells(now)["jobs.north"] == ["data_earlier ", "data C2", "data C3"]


def test_a_target_goes_on_citing_the_file_that_it_was_read_in(tmp_path: Path) -> None:
    target = "targets: [{for: 2024-12, at_least: 12, source: data sheet 'Table 1' C9}]\n"
    before = written(tmp_path, HEAD + FIRST, unit="jobs").replace(
        "        observations: {2024-01: 10", f"        {target}        observations: {{2024-01: 10"
    )
    now, _ = brought(tmp_path, before, f"{HEAD}{FIRST}North,2024-03,12\n", "next.csv")
    assert "source: data_earlier sheet 'Table 1' C9" in now
    assert cells(now)["jobs.north"] == ["data C2", "data C3", "data C6"]


def test_two_earlier_editions_of_one_title_are_told_apart(tmp_path: Path) -> None:
    now = written(tmp_path, HEAD + FIRST, unit="jobs").replace("title: data.csv", "title: Jobs")
    for name, month in (("next.csv", "03"), ("third.csv", "04")):
        now, _ = brought(tmp_path, now, f"{HEAD}North,2024-{month},12\n", name)
    titles = [str(one.title) for one in sheet_of(now).sources.values()]
    assert sorted(titles) == ["Jobs", "Jobs, earlier edition", "Jobs, earlier edition (next.csv)"]


def test_what_the_file_never_had_keeps_the_source_that_the_sheet_says_for_all(
    tmp_path: Path,
) -> None:
    before = written(tmp_path, HEAD + FIRST, unit="jobs")
    before = before.replace(
        "  data:\n    title", "  book: {title: Yearbook}\n  data:\n    title", 1
    )
    before = before.replace("dimensions:", "defaults: {source: book p. 7}\ndimensions:", 1)
    whole = "source: data sheet 'Table 1' C2:C3\n        observations: {2024-01: 10"
    assert whole in before
    short = before.replace(whole, "observations: {2024-01: 10")
    later = HEAD + FIRST.replace("2024-02,11", "2024-02,12")
    for sheet, kept in (
        (short, ["book 7"]),
        (short.replace("{2024-01: 10", "{2023-12: 9, 2024-01: 10"), ["book 7", "book 7"]),
    ):
        now, _ = brought(tmp_path, sheet, later, "next.csv")
        assert cells(now)["jobs.north"] == [*kept, "data C3"]
