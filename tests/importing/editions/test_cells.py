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
