"""What commands make is written where it is asked for, and over nothing that is read."""

import os
from pathlib import Path

import pytest

from cqviewer.paths import data_folder
from tests.checkout import run_python
from tests.commands.running import PROGRAM, cqviewer, environment
from tests.printing.running import start
from tests.printing.sheets import MADE_UP, printed


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("command", [("print",), ("export", "--format", "json"), ("extract",)])
@pytest.mark.parametrize("name", ["same", "hard link", "link", "other spelling"])
def test_what_is_read_is_never_written(
    command: tuple[str, ...], name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    source = Path("sheet.pdf") if command == ("extract",) else Path("sheet.yaml")
    source.write_bytes(printed("made-up") if command == ("extract",) else MADE_UP.read_bytes())
    before = source.read_bytes()
    Path("folder").mkdir()
    target = {"same": str(source), "other spelling": f"folder/../{source}"}.get(name, "other")
    if name == "hard link":
        os.link(source, target)
    elif name == "link":
        Path(target).symlink_to(source)
    assert cqviewer(*command, str(source), "-o", target) == 1
    told = capsys.readouterr()
    assert told.err == f"{target} is a file that is read, and would be lost; choose another name\n"
    assert not told.out
    assert source.read_bytes() == before


@pytest.mark.parametrize(
    "command", [("print",), ("print", "--jobs", "2", "other.yaml"), ("export", "--format", "csv")]
)
@pytest.mark.parametrize("key", ["evidence", "previous"])
def test_no_document_that_a_sheet_names_is_written_over(
    command: tuple[str, ...], key: str, capsys: pytest.CaptureFixture[str]
) -> None:
    target = Path("sheet.csv" if "csv" in command else "sheet.pdf")
    target.write_bytes(b"the only copy")
    text = (data_folder() / "examples" / "one-figure.yaml").read_text("utf-8")
    above = "indicators:\n"
    line = f"    evidence: {target}\n" if key == "evidence" else f"previous: {target}\n"
    Path("sheet.yaml").write_text(text.replace(above, line + above), "utf-8")
    Path("other.yaml").write_bytes(MADE_UP.read_bytes())
    assert cqviewer(*command, "sheet.yaml") == 1
    assert f"{target} is a file that is read, and would be lost" in capsys.readouterr().err
    assert target.read_bytes() == b"the only copy"
    assert cqviewer(*command, "sheet.yaml", "-o", "made/") == 0


def test_a_hyphen_is_standard_output_for_each_command(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    assert cqviewer("print", str(MADE_UP), "-o", "-", "--no-annex") == 0
    assert capfdbinary.readouterr() == (printed("made-up", annex=False), b"")
    assert cqviewer("export", str(MADE_UP), "--format", "csv", "-o", "table.csv") == 0
    capfdbinary.readouterr()
    assert cqviewer("export", str(MADE_UP), "--format", "csv", "-o", "-") == 0
    assert capfdbinary.readouterr() == (Path("table.csv").read_bytes(), b"")
    Path("a.pdf").write_bytes(printed("made-up"))
    assert cqviewer("extract", "a.pdf", "-o", "-") == 0
    assert capfdbinary.readouterr() == (MADE_UP.read_bytes(), b"")
    assert {one.name for one in Path().iterdir()} == {"table.csv", "a.pdf"}


ESCAPE = "\x1b[31m\x9b2J\u202e"


@pytest.mark.parametrize(
    "command", [("print",), ("print", "--jobs", "2"), ("export", "--format", "csv"), ("extract",)]
)
def test_no_escape_sequence_reaches_a_terminal(
    command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    name = f"a{ESCAPE}\n.yaml"
    Path(name).write_text(f'cqviewer: 1\ntitle: !<{ESCAPE[:5]}> "x"\n')
    assert cqviewer(*command, name) == 1
    missing = f"m{ESCAPE}"
    assert cqviewer(*command, *([name] if "2" in command else []), missing) == 1
    told = capsys.readouterr()
    for line in (told.out + told.err).split("\n"):
        assert line.isprintable(), ascii(line)
    assert "m\ufffd[31m" in told.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is full")
@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_an_output_that_is_full_or_closed_is_a_sentence(form: str) -> None:
    with Path("/dev/full").open("w") as full:
        for command in (("print",), ("export", "--format", form), ("export", "--format", form)):
            with start(*command, str(MADE_UP), "-o", "-", stdout=full.fileno()) as process:
                _, told = process.communicate()
            assert process.returncode == 1
            assert told == (
                "cqviewer: standard output cannot be written: No space left on device\n"
            )


@pytest.mark.parametrize("command", [("print",), ("export", "--format", "json"), ("extract",)])
def test_a_terminal_that_lacks_the_letters_of_a_name_gets_escapes(command: tuple[str, ...]) -> None:
    name = "重.pdf" if command == ("extract",) else "重.yaml"
    Path(name).write_bytes(printed("made-up") if name == "重.pdf" else MADE_UP.read_bytes())
    variables = environment(PYTHONIOENCODING="ascii")
    done = run_python(PROGRAM, *command, name, folder=Path(), env=variables)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("\\u91cd.")


def test_no_command_loads_qt() -> None:
    code = (
        "import sys; from cqviewer.cli import run_command\n"
        "status = run_command(['print']) + run_command(['extract', 'chongqing-2024.pdf'])\n"
        "for form in ('csv', 'xlsx', 'json'): status += run_command(['export', '--format', form])\n"
        "sys.exit(status or any(name.startswith(('PySide6', 'shiboken6')) for name in sys.modules))"
    )
    done = run_python(code, folder=Path(), env=environment())
    assert done.returncode == 0, done.stderr
