"""The command as a person types it: what it prints, where, and its exit status."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import cqviewer
from cqviewer.paths import bundled_sheet
from tests.checkout import CHECKOUT, run_python


def run(*arguments: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run cqviewer in a folder, with more variables in its environment."""
    return subprocess.run(
        [sys.executable, "-m", "cqviewer", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), **variables},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def start(module: str, act: str, *arguments: str, cwd: Path) -> "subprocess.Popen[str]":
    """Start cqviewer in a folder; it runs some code when it is about to import a module."""
    code = (
        "import os, runpy, signal, sys\n"
        "class Moment:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        f"        if name == {module!r}: {act}\n"
        "sys.meta_path.insert(0, Moment())\n"
        "sys.argv[0] = 'cqviewer'\n"
        "runpy.run_module('cqviewer', run_name='__main__')"
    )
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_version_is_told_without_qt_and_matplotlib(tmp_path: Path) -> None:
    ask = (
        "import sys, runpy\n"
        "sys.argv = ['cqviewer', '--version']\n"
        "try: runpy.run_module('cqviewer', run_name='__main__')\n"
        "except SystemExit: pass\n"
        "print(sorted({'PySide6', 'matplotlib', 'typst'} & set(sys.modules)))"
    )
    said = run_python(ask)
    assert said.stdout.splitlines() == [f"cqviewer {cqviewer.__version__}", "[]"]
    assert run("--version", cwd=tmp_path).stdout == f"cqviewer {cqviewer.__version__}\n"


@pytest.mark.parametrize(
    ("command", "kept_out"),
    [
        (["check", "data/chongqing-2024.yaml"], "cqviewer.printing"),
        (["schema"], "cqviewer.printing"),
        (["print", "--help"], "cqviewer.model.facts"),
        (["print", "--help"], "msgspec"),
    ],
)
def test_a_command_imports_nothing_of_the_others(command: list[str], kept_out: str) -> None:
    ask = (
        "import sys\n"
        "from cqviewer.cli import main\n"
        f"try: main({command!r})\n"
        "except SystemExit: pass\n"
        f"print([one for one in sys.modules if one.startswith({kept_out!r})])"
    )
    said = run_python(ask)
    assert said.stdout.splitlines()[-1] == "[]"


def test_help_names_the_commands(tmp_path: Path) -> None:
    said = run("--help", cwd=tmp_path)
    assert said.returncode == 0
    for command in ("print", "check", "extract", "export", "schema", "new"):
        assert command in said.stdout
        assert run(command, "--help", cwd=tmp_path).returncode == 0


def test_an_unknown_option_is_a_mistake_of_usage(tmp_path: Path) -> None:
    said = run("--colour", cwd=tmp_path)
    assert said.returncode == 2
    assert "--colour" in said.stderr


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("missing.yaml", None, "there is no such file"),
        ("empty.yaml", b"", "empty"),
        ("list.yaml", b"- 1\n", "list.yaml:1:1"),
        ("broken.yaml", b"a: [1\nb: 2\n", "broken.yaml:"),
        ("picture.yaml", b"\x89PNG\r\n\x1a\n\x00\xff", "picture.yaml"),
    ],
)
def test_a_sheet_that_cannot_be_read_is_explained_in_sentences(
    name: str, content: bytes | None, reason: str, tmp_path: Path
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    said = run(name, cwd=tmp_path)
    assert said.returncode == 1
    assert reason in said.stderr
    assert name in said.stderr
    assert "Traceback" not in said.stderr
    assert not said.stdout


def test_a_folder_is_no_sheet(tmp_path: Path) -> None:
    said = run(str(tmp_path), cwd=tmp_path)
    assert said.returncode == 1
    assert "this is a folder" in said.stderr


def test_a_section_that_the_sheet_lacks_is_a_mistake_of_usage(tmp_path: Path) -> None:
    said = run("--section", "trad", cwd=tmp_path)
    assert said.returncode == 2
    assert "has no section 'trad'" in said.stderr
    assert "trade" in said.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="others have no such variable")
def test_a_cache_folder_that_cannot_be_looked_at_stops_nothing(tmp_path: Path) -> None:
    said = run("--section", "trad", cwd=tmp_path, XDG_CACHE_HOME="/" + 300 * "long")
    assert said.returncode == 2
    assert "Traceback" not in said.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as only Linux shows them")
@pytest.mark.parametrize("module", ["PySide6.QtCore", "PySide6.QtWidgets", "cqviewer.ui.start.app"])
def test_an_interrupt_ends_a_start_at_once_and_without_a_word(module: str, tmp_path: Path) -> None:
    act = "os.kill(os.getpid(), signal.SIGINT)"
    starting = start(module, act, str(bundled_sheet()), cwd=tmp_path)
    told, said = starting.communicate(timeout=60)
    assert (starting.returncode, told, said) == (-signal.SIGINT, "", "")


@pytest.mark.skipif(sys.platform == "win32", reason="there, no signal stands for Ctrl+C")
def test_an_interrupt_amid_the_first_imports_is_no_traceback() -> None:
    code = (
        "import os, runpy, signal, sys\n"
        "class Finder:\n"
        "    def find_spec(self, name, path, target=None):\n"
        "        if name == 'cqviewer.cli': os.kill(os.getpid(), signal.SIGINT)\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "sys.meta_path.insert(0, Finder())\n"
        "runpy.run_module('cqviewer', run_name='__main__')"
    )
    said = run_python(code)
    assert (said.returncode, said.stdout, said.stderr) == (-signal.SIGINT, "", "")


@pytest.mark.skipif(sys.platform == "win32", reason="there, no signal stands for Ctrl+C")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_a_command_without_a_word(number: int) -> None:
    code = (
        "import os, signal, sys\nfrom cqviewer import cli\n"
        "import cqviewer.commands.check as command\n"
        "signal.signal(int(sys.argv[1]), signal.SIG_DFL)\n"  # nohup has its children ignore one
        "command.run = lambda _: [os.kill(os.getpid(), int(sys.argv[1])) for _ in 'abc']\n"
        "sys.exit(cli.main(['check', 'sheet.yaml']))"
    )
    said = run_python(code, str(int(number)))
    assert (said.returncode, said.stdout, said.stderr) == (128 + number, "", "")


def make_socket(path: Path) -> None:
    """Make a socket in the file system."""
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (os.mkfifo, "this is a pipe"),
        (Path.mkdir, "this is a folder"),
        (lambda path: path.symlink_to(path), "this is a link that leads to itself"),
        (lambda path: path.symlink_to("/dev/zero"), "this is a device"),
        (make_socket, "this is a socket"),
    ],
)
@pytest.mark.parametrize("command", [(), ("check",), ("print",), ("extract",)])
def test_what_is_no_plain_file_is_said_at_once(
    command: tuple[str, ...], make: Callable[[Path], object], said: str, tmp_path: Path
) -> None:
    make(tmp_path / "odd")
    done = run(*command, "odd", cwd=tmp_path, DISPLAY="", WAYLAND_DISPLAY="")
    assert done.returncode == 1
    words = {("print", Path.mkdir): "there is no fact sheet (.yaml) in this folder"}
    assert words.get((*command, make), said) in done.stdout + done.stderr  # type: ignore[arg-type]
    assert "Printing the sheet instead" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is full")
@pytest.mark.parametrize(
    "arguments", [("check", str(bundled_sheet())), ("schema",), ("--help",), ("check", "--help")]
)
@pytest.mark.parametrize(
    ("redirection", "reason"),
    [(">/dev/full", "No space left on device"), (">&-", "it is closed")],
)
def test_an_output_that_cannot_be_written_is_a_sentence(
    arguments: tuple[str, ...], redirection: str, reason: str
) -> None:
    command = f'"{sys.executable}" -m cqviewer {" ".join(arguments)}'
    done = subprocess.run(
        ["sh", "-c", f"{command} {redirection}"],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )
    status, told = 1, f"cqviewer: standard output cannot be written: {reason}\n"
    if redirection == ">&-" and "--help" in arguments:
        status, told = 0, done.stderr  # to which argparse writes the help then
    assert (done.returncode, done.stdout, done.stderr) == (status, "", told)


def test_no_argument_brings_an_escape_sequence_to_the_terminal(tmp_path: Path) -> None:
    for arguments in (["x\x1b[31m.yaml"], ["--x\x1b[31m"], ["check", "a", "--x\x1b[31m"]):
        said = run(*arguments, cwd=tmp_path)
        assert said.returncode
        assert "\x1b" not in said.stdout + said.stderr
        assert "x\ufffd[31m" in said.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="there, no signal stands for Ctrl+C")
@pytest.mark.parametrize(
    "module",
    [
        *(
            "cqviewer.worker.process",
            "PySide6.QtGui",
            "cqviewer.ui.start.opening",
            "cqviewer.ui.window.window",
        ),
        *("cqviewer.ui.page.page", "cqviewer.ui.panel.source_panel"),
    ],
)
def test_an_interrupt_ends_a_window_in_peace_whatever_it_is_doing(
    module: str, tmp_path: Path
) -> None:
    running = start(module, "print('now', flush=True)", cwd=tmp_path)
    assert running.stdout is not None
    assert running.stdout.readline() == "now\n"
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert said == ""
    assert running.returncode in (0, -signal.SIGINT)  # with a window, and without


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_without_a_display_the_sheet_is_printed_instead(tmp_path: Path) -> None:
    said = run(cwd=tmp_path, QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="")
    assert said.returncode == 0, said.stderr
    assert "Printing the sheet instead." in said.stderr
    (made,) = tmp_path.glob("*.pdf")
    assert made.read_bytes().startswith(b"%PDF-")
    assert made.name in said.stdout + said.stderr
