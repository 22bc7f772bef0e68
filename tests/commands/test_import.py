"""The command `import`, as a user types it."""

from pathlib import Path

from cqviewer.paths import data_folder
from tests.commands.running import WORDY_PROGRAM, run
from tests.importing.tables import LONG, WIDE, file_of


def test_a_data_file_becomes_a_sound_sheet(tmp_path: Path) -> None:
    file_of(tmp_path, LONG)
    status, out, err = run("import", "data.csv", "--place", "Springfield", folder=tmp_path)
    assert (status, out) == (0, "data.yaml\n")
    assert "data.csv, table 'Table 1'; figures: 4, values: 6" in err
    assert "columns: A=indicator, B=place, C=period, D=value, E=unit, F=flag" in err
    assert "'409.30000000000001' is read as 409.3" in err
    assert "left to be said" not in err
    assert run("check", "--strict", "data.yaml", folder=tmp_path)[0] == 0


def test_a_source_that_is_titled_by_its_file_is_said(tmp_path: Path) -> None:
    file_of(tmp_path, LONG)
    said = "no title of the source: it is named 'data.csv'; --source says it"
    assert said in run("import", "data.csv", "-o", "-", folder=tmp_path)[2]
    _, out, err = run("import", "data.csv", "--source", "Yearbook", "-o", "-", folder=tmp_path)
    assert "title: Yearbook" in out
    assert said not in err


def test_what_is_open_is_said_and_refused_by_check_until_someone_says_it(tmp_path: Path) -> None:
    file_of(tmp_path, WIDE, "data.tsv")
    _, _, err = run("import", "data.tsv", folder=tmp_path)
    left = err.partition("left to be said")[2]
    for said in ("--missing='n/a=suppressed'", "--year-begins 4", "--place"):
        assert said in left
    status, out, _ = run("check", "data.yaml", folder=tmp_path)
    assert status == 1
    assert "`year_begins: 4`" in out
    assert "'n/a' is no plain number" in out
    options = ("--missing=n/a=not_applicable", "--year-begins", "4", "--place", "Springfield")
    assert run("import", "data.tsv", *options, "-o", "new.yaml", folder=tmp_path)[0] == 0
    assert run("check", "--strict", "new.yaml", folder=tmp_path)[0] == 0


def test_a_sheet_that_is_there_is_not_replaced_unasked(tmp_path: Path) -> None:
    file_of(tmp_path, LONG)
    file_of(tmp_path, "mine", "data.yaml")
    status, _, err = run("import", "data.csv", folder=tmp_path)
    assert status == 1
    assert "data.yaml exists and differs" in err
    assert (tmp_path / "data.yaml").read_text() == "mine"


def test_what_cannot_be_read_gets_a_sentence(tmp_path: Path) -> None:
    file_of(tmp_path, "no,numbers\nat,all\n")
    status, out, err = run("import", "data.csv", folder=tmp_path)
    assert (status, out) == (1, "")
    assert "there is no number in this file" in err
    assert "Traceback" not in err
    assert run("import", "data.csv", "--role", "C", folder=tmp_path)[0] == 2


def test_other_tables_are_named_and_can_be_asked_for(tmp_path: Path) -> None:
    text = "Region,2023,2024\nNorth,1,2\n,,\nRegion,2022,2023\nNorth,3,4\n"
    file_of(tmp_path, text)
    _, _, err = run("import", "data.csv", "-o", "-", folder=tmp_path)
    assert "other tables: 'Table 1, row 4'; --table NAME reads one" in err
    _, out, _ = run("import", "data.csv", "--table", "Table 1, row 4", "-o", "-", folder=tmp_path)
    assert "B5:C5" in out
    status, _, err = run("import", "data.csv", "--table", "other", folder=tmp_path)
    assert (status, "there is no table 'other'" in err) == (1, True)


def test_the_next_edition_is_shown_before_it_is_written(tmp_path: Path) -> None:
    file_of(tmp_path, LONG)
    run("import", "data.csv", "--place", "Springfield", folder=tmp_path)
    sheet = tmp_path / "data.yaml"
    lead = "    title: Waste per person\n    lead: In the north it was 409.3 kg.\n"
    sheet.write_text(sheet.read_text().replace("    title: Waste per person\n", lead))
    before = sheet.read_text()
    file_of(tmp_path, LONG.replace("409.30000000000001", "405.5"), "next.csv")
    status, out, err = run(
        "import", "next.csv", "--into", "data.yaml", folder=tmp_path, program=WORDY_PROGRAM
    )
    assert (status, err) == (0, "")
    assert "405.5" in out
    assert "nothing is written; --yes writes it to data.yaml" in out
    assert "409.3" in out.partition("still")[2] or "In the north" in out
    assert sheet.read_text() == before
    status, out, _ = run(
        "import", "next.csv", "--into", "data.yaml", "--yes", folder=tmp_path, program=WORDY_PROGRAM
    )
    assert status == 0
    assert "was: 409.3" in sheet.read_text()
    assert "north it was 409.3 kg" in sheet.read_text()


def test_an_option_with_a_meaning_says_how_it_is_written(tmp_path: Path) -> None:
    file_of(tmp_path, "year,value\n2023,:\n2024,7 p\n")
    for option, example in (("missing", ":=suppressed"), ("flag", "p=provisional")):
        status, _, err = run("import", "data.csv", f"--{option}", "foo", folder=tmp_path)
        assert (status, f"'foo' is no pair such as {example}" in err) == (2, True)


def test_a_meaning_is_a_word_of_the_format_a_number_or_omit(tmp_path: Path) -> None:
    file_of(tmp_path, "year,value\n2023,:\n2024,7 p\n")
    for option, said in (
        ("--missing=:=foo", "'foo' is not known as `missing`"),
        ("--missing=:=c", "'c' is not known as `missing` (write suppressed)"),
        ("--flag=p=prov", "'prov' is not known as `status` (write provisional)"),
    ):
        status, out, err = run("import", "data.csv", option, "-o", "-", folder=tmp_path)
        assert (status, out) == (1, "")
        assert said in err
    for option in (
        "--missing=:=0",
        "--missing=:=omit",
        "--missing=:=suppressed",
        "--flag=p=imputed",
    ):
        assert run("import", "data.csv", option, "-o", "-", folder=tmp_path)[0] == 0


def test_new_figures_and_titles_that_name_the_old_period_are_said(tmp_path: Path) -> None:
    text = "Year,Series,Units,Value\n2022,Births,children,30\n2023,Births,children,31\n"
    file_of(tmp_path, text)
    run("import", "data.csv", "--place", "Springfield", folder=tmp_path)
    sheet = tmp_path / "data.yaml"
    sheet.write_text(sheet.read_text().replace("Births, 2022 to 2023", "Births up to 2023"))
    more = text + "2024,Births,children,33\n2023,Deaths,people,3\n"
    file_of(tmp_path, more, "next.csv")
    into = ("import", "next.csv", "--into", "data.yaml")
    _, out, _ = run(*into, folder=tmp_path, program=WORDY_PROGRAM)
    assert "not added without --add: deaths" in out
    assert "It says 2023; the chart goes to 2024." in out
    run(*into, "--add", "--yes", folder=tmp_path, program=WORDY_PROGRAM)
    assert "deaths:" in (tmp_path / "data.yaml").read_text()
    assert run("check", "--strict", "data.yaml", folder=tmp_path)[0] == 0


def test_a_sheet_s_own_export_comes_back_into_it(tmp_path: Path) -> None:
    marks = data_folder() / "examples" / "marks.yaml"
    sheet = file_of(tmp_path, marks.read_bytes(), "marks.yaml")
    assert run("export", "marks.yaml", "--format", "csv", folder=tmp_path)[0] == 0
    assert "Nothing changed." in run(*_BACK, program=WORDY_PROGRAM, folder=tmp_path)[1]
    export = tmp_path / "marks.csv"
    text = export.read_text("utf-8-sig").replace(",0.31,", ",0.33,").replace("Old Town", "Town")
    file_of(tmp_path, text, "marks.csv")
    status, out, err = run(*_BACK, program=WORDY_PROGRAM, folder=tmp_path)
    assert (status, "was 0.31 micrograms per litre, now 0.33" in out) == (0, True)
    assert "'name' is changed in 4 cells: left out" in err
    assert sheet.read_bytes() == marks.read_bytes()
    assert run(*_BACK, "--yes", program=WORDY_PROGRAM, folder=tmp_path)[0] == 0
    assert sheet.read_text("utf-8") == marks.read_text("utf-8").replace("0.31", "0.33")
    assert "--into SHEET brings it back" in run("import", "marks.csv", folder=tmp_path)[2]


_BACK = ("import", "marks.csv", "--into", "marks.yaml")


def test_an_export_is_known_as_one_though_it_is_too_large_for_a_sheet(tmp_path: Path) -> None:
    sheet = str(data_folder() / "chongqing-2023.yaml")
    _, out, _ = run("export", sheet, "--format", "csv", "-o", "-", folder=tmp_path)
    head, row, *_ = out.lstrip("\ufeff").splitlines()
    many = [row.replace("bn yuan", f"unit {n}") for n in range(500)]
    file_of(tmp_path, "\n".join([head, *many]), "export.csv")
    status, _, err = run("import", "export.csv", "-o", "new.yaml", folder=tmp_path)
    assert status == 1
    assert "--into SHEET brings it back" in err
