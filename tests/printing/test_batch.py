"""Printing many sheets: through any executor, skipping what is up to date, telling what failed."""

import os
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from cqviewer.paths import data_folder
from cqviewer.printing.batch import print_batch, print_file, sheets_in
from cqviewer.printing.options import PrintOptions
from tests.printing.sheets import MADE_UP, printed

EXAMPLE = data_folder() / "examples" / "one-figure.yaml"
QUICK = PrintOptions(annex=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with four sheets, one of them bad, and a file of another kind."""
    for name in ("one.yaml", "two.yml", "Three.YAML"):
        (tmp_path / name).write_bytes(MADE_UP.read_bytes())
    (tmp_path / "bad.yaml").write_text("cqviewer: 1\ntitel: x\n")
    (tmp_path / "notes.txt").write_text("no sheet")
    (tmp_path / "folder.yaml").mkdir()
    return tmp_path


class Recorder(Executor):
    """Runs what is submitted at once, and counts it, as an executor from elsewhere would."""

    def __init__(self) -> None:
        self.submitted = 0

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401
        self.submitted += 1
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


def test_the_sheets_of_a_folder_are_its_yaml_files(folder: Path) -> None:
    assert [one.name for one in sheets_in(folder)] == [
        *("Three.YAML", "bad.yaml", "one.yaml", "two.yml")
    ]


def test_a_bad_sheet_does_not_stop_the_rest(folder: Path) -> None:
    results = list(print_batch(sheets_in(folder), folder, options=QUICK))
    assert [bool(one.problems) for one in results] == [False, True, False, False]
    assert "bad.yaml:1:1: error: the sheet has no `place`" in results[1].problems[0]
    made = {one.name for one in folder.glob("*.pdf")}
    assert made == {"Three.pdf", "one.pdf", "two.pdf"}
    assert (folder / "one.pdf").read_bytes() == printed("made-up", annex=False)


def test_any_executor_serves(folder: Path) -> None:
    executor = Recorder()
    results = list(print_batch(sheets_in(folder), folder, options=QUICK, executor=executor))
    assert executor.submitted == len(results) == 4


def test_sheets_print_in_threads_side_by_side(folder: Path) -> None:
    sheets = [folder / "one.yaml", folder / "two.yml"]
    with ThreadPoolExecutor(2) as executor:
        results = list(print_batch(sheets, folder, options=QUICK, executor=executor))
    assert not any(one.problems for one in results)
    assert (folder / "one.pdf").read_bytes() == (folder / "two.pdf").read_bytes()


def test_a_worker_that_dies_is_told_of(folder: Path) -> None:
    class Dying(Recorder):
        def submit(self, *_: Any, **__: Any) -> Future[Any]:  # noqa: ANN401
            return super().submit(lambda: 1 / 0)

    (result,) = print_batch([folder / "one.yaml"], folder, executor=Dying())
    assert result.problems == (
        f"{folder}/one.yaml: not printed: ZeroDivisionError division by zero",
    )


def test_what_is_up_to_date_is_skipped(folder: Path) -> None:
    sheets = [folder / "one.yaml", folder / "two.yml"]
    assert not any(one.skipped for one in print_batch(sheets, folder, options=QUICK, update=True))
    os.utime(folder / "two.pdf", (0, 0))  # when it was printed does not matter
    assert all(one.skipped for one in print_batch(sheets, folder, options=QUICK, update=True))
    with sheets[1].open("ab") as file:
        file.write(b"# edited\n")
    os.utime(sheets[1], (0, 0))
    results = list(print_batch(sheets, folder, options=QUICK, update=True))
    assert {one.sheet.name: one.skipped for one in results} == {"one.yaml": True, "two.yml": False}


def test_a_language_that_a_sheet_has_no_text_in_is_warned_of(folder: Path) -> None:
    chinese = PrintOptions(language="zh", annex=False)
    sheet = folder / "english.yaml"
    sheet.write_bytes(EXAMPLE.read_bytes())
    printed = print_file(sheet, folder / "english.pdf", chinese)
    assert not printed.problems
    assert printed.warnings == (
        "the sheet has no text in 'zh': what it says is printed as it stands",
    )
    assert print_file(folder / "one.yaml", folder / "one.pdf", QUICK).warnings == ()


def test_two_sheets_of_one_name_are_not_printed_over_one_another(folder: Path) -> None:
    (folder / "sub").mkdir()
    other = folder / "sub" / "one.yaml"
    other.write_bytes(MADE_UP.read_bytes())
    first, second = print_batch([folder / "one.yaml", other], folder, options=QUICK)
    problems = first.problems + second.problems
    assert len(problems) == 1
    assert "is printed to" in problems[0]


def test_a_sheet_that_is_named_twice_is_printed_once(folder: Path) -> None:
    sheets = [folder / "one.yaml", folder / "one.yaml"]
    assert len(list(print_batch(sheets, folder, options=QUICK))) == 1


def test_no_sheet_is_printed_over_another_one_that_is_read(folder: Path) -> None:
    (folder / "two.pdf").write_bytes(printed("made-up"))
    sheets = [folder / "one.yaml", folder / "two.yml", folder / "two.pdf"]
    (folder / "one.pdf").symlink_to(folder / "two.pdf")
    results = list(print_batch(sheets, folder, options=QUICK))
    assert len(results) == 3
    assert all("is a file that is read" in one.problems[0] for one in results)
    assert (folder / "two.pdf").read_bytes() == printed("made-up")


def test_two_targets_that_are_links_to_one_file_are_one_target(folder: Path) -> None:
    (folder / "one.pdf").symlink_to("two.pdf")
    results = list(print_batch([folder / "one.yaml", folder / "two.yml"], folder, options=QUICK))
    assert sum("is printed to" in "".join(one.problems) for one in results) == 1


def test_what_cannot_be_printed_or_saved_is_told(folder: Path) -> None:
    sheet = folder / "one.yaml"
    unknown = print_file(sheet, folder / "a.pdf", PrintOptions(sections=("nowhere",)))
    assert "there is no section 'nowhere' in the sheet; it has: port," in unknown.problems[0]
    unsaved = print_file(sheet, folder / "folder.yaml", QUICK)
    assert "is a folder" in unsaved.problems[0]
    missing = print_file(folder / "missing.yaml", folder / "a.pdf", QUICK)
    assert "there is no such file" in missing.problems[0]
    assert not list(folder.glob("*.pdf"))


def test_a_cluster_prints_too(folder: Path) -> None:
    distributed = pytest.importorskip(
        "distributed", reason="Dask is not installed (the extra 'cluster')"
    )
    with (
        distributed.LocalCluster(n_workers=1, processes=False, dashboard_address=None) as cluster,
        distributed.Client(cluster) as client,
    ):
        executor = client.get_executor()
        results = list(print_batch(sheets_in(folder), folder, options=QUICK, executor=executor))
    assert sorted(bool(one.problems) for one in results) == [False, False, False, True]
    assert (folder / "two.pdf").read_bytes() == printed("made-up", annex=False)


def test_charts_drawn_in_another_process_make_the_same_pages_and_problems(folder: Path) -> None:
    here, apart = folder / "here.pdf", folder / "apart.pdf"
    assert print_file(folder / "one.yaml", here, QUICK).problems == ()
    assert print_file(folder / "one.yaml", apart, QUICK, is_drawn_apart=True).problems == ()
    assert apart.read_bytes() == here.read_bytes()
    for sheet, options in [("bad.yaml", QUICK), ("one.yaml", PrintOptions(sections=("nowhere",)))]:
        here_and_apart = [
            print_file(folder / sheet, folder / "no.pdf", options, is_drawn_apart=one).problems
            for one in (False, True)
        ]
        assert here_and_apart[0] == here_and_apart[1] != ()
    assert not (folder / "no.pdf").exists()
