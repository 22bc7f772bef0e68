"""Stated numbers are looked up where the sheet cites them, in texts, PDFs and tables."""

import sys
from collections import Counter
from pathlib import Path
from types import FrameType

import openpyxl
import pytest

from cqviewer.evidence import confirm as confirming
from cqviewer.evidence.confirm import Confirmation, confirm
from cqviewer.model.problems import Findings
from tests.evidence.sources import TEXT, citing, write_pdf
from tests.model.sheets import figure, sheet


def looked_up(
    folder: Path, indicators: str, evidence: str = "report.txt", head: str = ""
) -> tuple[Confirmation, list[str]]:
    """Look the figures of a sheet up in its evidence; gives what is found, and what is said."""
    findings = Findings()
    found = confirm(citing(indicators, evidence, head), folder, findings)
    return found, [f"{one.message}; {one.help}" for one in findings.all]


@pytest.fixture
def text(tmp_path: Path) -> Path:
    (tmp_path / "report.txt").write_text(TEXT, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "where", ["par. 1", "par. 3, 1", "par. 1-3", "p. 7", "table 2", '"jobs  came to"']
)
def test_a_number_is_confirmed_where_it_is_cited(text: Path, where: str) -> None:
    found, said = looked_up(text, f"a: {figure(value=1200, source=repr(f'report {where}'))}")
    assert (found.found, found.of, said) == (1, 1, [])


@pytest.mark.parametrize(
    ("where", "value", "said"),
    [
        ("par. 2", 1200, "1200 is not in paragraph 2 of 'report'; it is in paragraph 1"),
        ("par. 1", 1184, "1184 is not in paragraph 1 of 'report'; near it stands 1,200"),
        ("par. 1", 600, "600 is not in paragraph 1 of 'report'; no number there is near it"),
        ("par. 3", 1300, "1300 is not in paragraph 3 of 'report'; there is no number"),
        ("par. 4", 1200, "report.txt has no paragraph 4; mend the citation"),
        ("p. 1", 1300, "1300 is not in the text of 'report'; near it stands 1,200"),
        (
            '"sales rose"',
            1200,
            "1200 is not in the part with “sales rose” of 'report'; it is in paragraph 1",
        ),
    ],
)
def test_a_number_that_is_not_there_is_named(text: Path, where: str, value: int, said: str) -> None:
    found, messages = looked_up(text, f"a: {figure(value=value, source=repr(f'report {where}'))}")
    assert (found.found, messages) == (0, [said])
    assert found.near == ("near it stands" in said)


def test_a_source_without_evidence_is_said_once_however_many_numbers_cite_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CQVIEWER_EVIDENCE", raising=False)
    lines = "\n".join(f"a{one}: {figure(value=one)}" for one in range(1, 4))
    findings = Findings()
    found = confirm(sheet(lines), tmp_path, findings)
    assert (found.found, found.of, found.unread) == (0, 3, 3)
    (said,) = findings.all
    assert said.path == ("sources", "report")
    assert said.message.endswith("is not at hand, so that 3 stated numbers are not looked up")
    assert "evidence: FILE.txt" in said.help


def test_evidence_that_cannot_be_read_is_said_once_and_its_numbers_are_counted(
    tmp_path: Path,
) -> None:
    found, said = looked_up(tmp_path, f"a: {figure(value=1)}\nb: {figure(value=2)}", "none.pdf")
    assert said == ["none.pdf cannot be read: there is no such file; "]
    assert (found.found, found.of, found.unread) == (0, 2, 2)


def test_each_observation_of_a_series_is_looked_up_at_its_own_place(text: Path) -> None:
    series = figure(
        period=None, observations="[{period: 2023, value: 7}, {period: 2024, value: 1200}]"
    )
    findings = Findings()
    found = confirm(citing(f"a: {series}"), text, findings)
    assert (found.found, found.of) == (1, 2)
    assert findings.all[0].path == ("indicators", "a", "observations", 0, "value")


def test_a_bound_is_looked_up_by_its_number_and_what_is_missing_is_not(text: Path) -> None:
    lines = (
        f"a: {figure(value='below 1200')}",
        f"b: {figure(value='below 1300')}",
        f"c: {figure(missing='suppressed')}",
    )
    found, said = looked_up(text, "\n".join(lines))
    assert (found.found, found.of) == (1, 2)
    assert said == ["1300 is not in paragraph 1 of 'report'; near it stands 1,200"]


def test_the_ends_of_an_interval_are_looked_up_with_their_value(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("Jobs: 17.2 % (13.0 to 21.4), revised from 17.9 %.\n")
    rate = figure(value=17.2, unit="'%'", measure="share", low=13, high=24.1, was=17.9)
    rate = rate.replace("{", "{interval: 95 % confidence interval, status: revised, ", 1)
    findings = Findings()
    found = confirm(citing(f"a: {rate}"), tmp_path, findings)
    (said,) = findings.all
    assert (found.found, found.of, found.unused) == (2, 3, 1)
    assert said.path == ("indicators", "a", "high")
    assert said.message == "24.1 is not in paragraph 1 of 'report'"
    assert [one.number for one in found.first_unused] == ["21.4"]


@pytest.mark.parametrize(
    ("table", "cell"),
    [
        ("Place,Rate,From,To\nA,17.2,13,21.4\nB,18,10,99\n", "B2"),
        ("What,A,B\nRate,17.2,18\nFrom,13,10\nTo,21.4,99\n", "B2"),
    ],
)
def test_the_ends_of_an_interval_stand_in_the_row_or_column_of_their_value(
    tmp_path: Path, table: str, cell: str
) -> None:
    (tmp_path / "report.csv").write_text(table)

    def said_of(high: str) -> list[str]:
        source = f"\"report sheet 'Table 1' {cell}\""
        rate = figure(value=17.2, measure="level", low=13, high=high, source=source)
        rate = rate.replace("{", "{interval: 95 % confidence interval, ", 1)
        return looked_up(tmp_path, f"a: {rate}", "report.csv")[1]

    assert said_of("21.4") == []
    (said,) = said_of("99")
    assert said.startswith("99 is not in row 2 of 'report'; it is in sheet 'Table 1' ")


@pytest.mark.parametrize(
    ("cell", "value", "near"),
    [("-3.0", "3.0", "-3.0"), ("<5", "5", "<5"), (">95", "95", ">95")],
)
def test_a_cell_says_sign_and_limit(tmp_path: Path, cell: str, value: str, near: str) -> None:
    (tmp_path / "report.csv").write_text(f"Place,Change\nA,{cell}\n")
    source = "\"report sheet 'Table 1' B2\""
    growth = figure(value=value, measure="level", source=source)
    found, said = looked_up(tmp_path, f"a: {growth}", "report.csv")
    assert (found.found, len(said)) == (0, 1)
    assert said[0].endswith(f"near it stands {near}")
    right = figure(value=repr(cell), measure="level", source=source).replace("'-3.0'", "-3.0")
    assert looked_up(tmp_path, f"a: {right}", "report.csv")[0].found == 1


def test_numbers_of_the_source_in_no_figure_are_counted_and_the_first_named(text: Path) -> None:
    found, said = looked_up(text, f"a: {figure(value=1200)}")
    assert (found.unused, said) == (2, [])
    assert [(one.source, one.number) for one in found.first_unused] == [
        ("report par. 2", "5.2 %"),
        ("report par. 2", "4 %"),
    ]
    assert found.first_unused[0].clause == "Sales rose 5.2 %"


def test_what_is_set_aside_is_not_counted_and_a_stale_entry_is_named(text: Path) -> None:
    head = (
        "set_aside:\n"
        "  - {source: report par. 2, number: 4 %, why: Of the year before.}\n"
        "  - {source: report par. 1, number: '1,300'}\n"
        "  - {source: report par. 3}\n"
    )
    found, said = looked_up(text, f"a: {figure(value=1200)}", head=head)
    assert [one.number for one in found.first_unused] == ["5.2 %"]
    assert [one.partition(";")[0] for one in said] == [
        "'1,300' is set aside, but does not stand there in 'report'",
        "a number is set aside, but does not stand there in 'report'",
    ]


CSV = "Year,Jobs,Share\n2023,1184,4.1\n2024,1200,4.3\n"
SERIES = figure(
    period=None,
    source="\"report sheet 'Table 1' B2:B3\"",
    observations="[{period: 2023, value: 1184}, {period: 2024, value: 1200}]",
)


def test_each_observation_is_looked_up_in_its_own_cell(tmp_path: Path) -> None:
    (tmp_path / "report.csv").write_text(CSV, "utf-8")
    assert looked_up(tmp_path, f"a: {SERIES}", "report.csv")[0].found == 2
    (tmp_path / "report.csv").write_text(CSV.replace("1200", "1201"), "utf-8")
    found, said = looked_up(tmp_path, f"a: {SERIES}", "report.csv")
    assert (found.found, found.of, found.near) == (1, 2, 1)
    assert said == ["1200 is not in sheet 'Table 1' B3 of 'report'; near it stands 1201"]


def test_a_cell_holds_its_number_without_the_unit_that_the_head_says(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    growing = book.create_sheet("Growth", 0)
    for row in (["Year", "Change, %"], [2023, 4.1], [2024, 4.3]):
        growing.append(row)
    book.save(tmp_path / "report.xlsx")
    growth = figure(value=4.3, unit="'%'", measure="growth", source="\"report sheet 'Growth' B3\"")
    found, said = looked_up(tmp_path, f"a: {growth}", "report.xlsx")
    assert (found.found, said) == (1, [])
    assert [one.source for one in found.first_unused] == ["report sheet 'Growth' B2"]


@pytest.mark.parametrize(
    ("place", "is_there"),
    [("row 3", True), ("row 2", False), ("column B", True), ("column C", False)],
)
def test_rows_and_columns_may_be_cited(tmp_path: Path, place: str, is_there: bool) -> None:
    (tmp_path / "report.csv").write_text(CSV, "utf-8")
    found, _ = looked_up(
        tmp_path, f"a: {figure(value=1200, source=f'report {place}')}", "report.csv"
    )
    assert bool(found.found) is is_there


@pytest.mark.parametrize(
    ("held", "value"),
    [(38.00000000000001, "38.0"), (0.1 + 0.2, "0.3"), (-2.0000000000000004, "-2.0")],
)
def test_the_noise_of_a_spreadsheet_is_no_other_number(
    tmp_path: Path, held: float, value: str
) -> None:
    book = openpyxl.Workbook()
    for row in (["Year", "Length"], [2024, held]):
        book.worksheets[0].append(row)
    book.save(tmp_path / "report.xlsx")
    source = "\"report sheet 'Sheet' B2\""
    length = figure(value=value, measure="level", source=source)
    found, said = looked_up(tmp_path, f"a: {length}", "report.xlsx")
    assert (found.found, found.unused, said) == (1, 0, [])
    other = figure(value=f"{value}1", measure="level", source=source)
    assert looked_up(tmp_path, f"a: {other}", "report.xlsx")[0].found == 0


def test_a_page_of_a_pdf_is_cited_by_its_label(tmp_path: Path) -> None:
    markup = '#set page(numbering: "i")\nPreface\n#pagebreak()\n#set page(numbering: "1")\n'
    markup += "#counter(page).update(1)\nSpringfield counted 1,200 jobs.\n#pagebreak()\nNothing.\n"
    write_pdf(tmp_path / "report.pdf", markup)
    assert looked_up(tmp_path, f"a: {figure(value=1200, source='report p. 1')}", "report.pdf")[
        0
    ].found
    _, said = looked_up(tmp_path, f"a: {figure(value=1200, source='report p. 2')}", "report.pdf")
    assert said == ["1200 is not in page 2 of 'report'; it is in page 1"]
    _, said = looked_up(tmp_path, f"a: {figure(value=1200, source='report p. 9')}", "report.pdf")
    assert said == ["report.pdf has no page 9; mend the citation"]


def test_a_line_of_a_table_in_a_pdf_holds_numbers_without_their_units(tmp_path: Path) -> None:
    markup = "#table(columns: 3, inset: 8pt, [Year], [Jobs], [Share, %], [2024], [1 200], [4.3])\n"
    write_pdf(tmp_path / "report.pdf", markup)
    share = figure(value=4.3, unit="'%'", measure="share", source="report p. 1")
    found, said = looked_up(tmp_path, f"a: {share}\nb: {figure(value=1200)}", "report.pdf")
    assert (found.found, said) == (2, [])


def test_a_picture_of_a_page_says_that_it_has_no_text(tmp_path: Path) -> None:
    write_pdf(tmp_path / "report.pdf", "#rect(width: 50mm, height: 50mm)\n#pagebreak()\nTwo\n")
    _, said = looked_up(tmp_path, f"a: {figure(value=1200, source='report p. 1')}", "report.pdf")
    assert said == [
        "page 1 of 'report' is a picture without text; compare it yourself, or read it by OCR first"
    ]


def test_of_a_source_cited_as_a_whole_the_pages_without_text_are_named(tmp_path: Path) -> None:
    write_pdf(tmp_path / "report.pdf", "One\n#pagebreak()\n#circle()\n#pagebreak()\nTwo\n")
    _, said = looked_up(tmp_path, f"a: {figure(value=1200, source='report')}", "report.pdf")
    assert said[0].startswith("page 2 of 'report' is a picture without text")
    _, said = looked_up(
        tmp_path, f"a: {figure(value=1200, source=repr('report p. 1-3'))}", "report.pdf"
    )
    assert said[0].startswith("page 2 of 'report' is a picture without text")


def test_the_ends_of_an_interval_stand_in_the_worksheet_of_their_value(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for name, rows in {
        "Rates": [["Year", "Rate", "Low", "High"], [2024, 7.6, 6.9, 8.3]],
        "Other": [["Year", "Rate", "Low", "High"], [2024, 7.6, 5.1, 9.4]],
    }.items():
        made = book.create_sheet(name)
        for row in rows:
            made.append(row)
    book.save(tmp_path / "report.xlsx")
    source = "\"report sheet 'Rates' B2\""
    for low, found in (("6.9", 3), ("5.1", 2)):
        rate = figure(
            value="7.6", low=low, high="8.3", interval="ends", measure="level", source=source
        )
        assert looked_up(tmp_path, f"a: {rate}", "report.xlsx")[0].found == found


def test_ten_of_many_unused_numbers_are_named(text: Path) -> None:
    (text / "report.txt").write_text("\n".join(f"{one} jobs." for one in range(3000, 3050)))
    found, _ = looked_up(text, f"a: {figure(value=3000)}")
    assert (found.unused, len(found.first_unused)) == (49, confirming.MOST_LISTED)


def steps(folder: Path, number: int) -> int:
    """Count the calls that looking up so many figures in as many paragraphs takes."""
    lines = (f"In place {one} there were {one * 7 + 3000:,} jobs." for one in range(1, number + 1))
    (folder / "report.txt").write_text("\n".join(lines))
    figures = (
        f"a{one}: {figure(value=one * 7 + 3000, source=f'report par. {one}')}"
        for one in range(1, number + 1)
    )
    made = citing("\n".join(figures))
    events: Counter[str] = Counter()
    sys.setprofile(lambda _frame, event, _argument: events.update([event]))
    try:
        found = confirm(made, folder, Findings())
    finally:
        sys.setprofile(None)
    assert found.found == number
    return events.total()


def test_a_text_is_read_once_for_all_words_that_are_cited_of_it(tmp_path: Path) -> None:
    lines = [f"In place {one} there were {one + 3000:,} jobs." for one in range(60)]
    (tmp_path / "report.txt").write_text("\n".join(lines))
    cited = [repr(f'report "place {one} there"') for one in range(20)]
    figures = "\n".join(
        f"a{one}: {figure(value=one + 3000, source=cited[one])}" for one in range(20)
    )
    made, folded = citing(figures), []

    def note(_frame: FrameType, _event: str, called: object) -> None:
        folded.extend([called] if getattr(called, "__name__", "") == "casefold" else [])

    sys.setprofile(note)
    try:
        assert confirm(made, tmp_path, Findings()).found == 20
    finally:
        sys.setprofile(None)
    assert 60 < len(folded) < 60 * 4


def test_twice_the_figures_and_paragraphs_take_twice_the_steps(tmp_path: Path) -> None:
    steps(tmp_path, 10)
    assert 1.9 < steps(tmp_path, 400) / steps(tmp_path, 200) < 2.1
