"""What is written to a terminal, to a file, and where nothing can be written."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from cqviewer.standard_output import printable
from tests.checkout import CHECKOUT

WRITE = """
import sys
from cqviewer.standard_output import OutputError, write_data, write_errors
try:
    write_data(bytes.fromhex(sys.argv[1]))
except OutputError as error:
    write_errors(str(error))
    sys.exit(1)
"""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain 重庆 é\t\u3000", "plain 重庆 é\t\u3000"),
        ("\x1b[31m", "\ufffd[31m"),
        ("a\nb\rc\x00", "a\ufffdb\ufffdc\ufffd"),
        ("\x9b2J", "\ufffd2J"),
        ("\u202etxt", "\ufffdtxt"),
        ("\udc80", "\ufffd"),
    ],
)
def test_what_a_terminal_would_obey_is_replaced(text: str, shown: str) -> None:
    assert printable(text) == shown


def written(data: bytes, output: int) -> int:
    """Write data to an output in a process of its own; return its exit status."""
    command = [sys.executable, "-c", WRITE, data.hex()]
    return subprocess.run(command, cwd=CHECKOUT, stdout=output, stderr=output).returncode


def on_terminal(data: bytes) -> tuple[int, bytes]:
    """Write data to a terminal; return the exit status and what it shows."""
    screen, terminal = pty.openpty()
    status = written(data, terminal)
    shown = os.read(screen, 10_000)
    os.close(terminal)
    os.close(screen)
    return status, shown


def test_data_is_written_as_it_is_but_not_to_a_terminal(tmp_path: Path) -> None:
    text = "title: \x1b[31m重庆\r\nplace: x\n".encode()
    for data in (text, b"%PDF-1.7\n\xff\xfe"):
        with (tmp_path / "out").open("wb") as file:
            assert written(data, file.fileno()) == 0
        assert (tmp_path / "out").read_bytes() == data
    assert on_terminal(text) == (0, "title: \ufffd[31m重庆\r\nplace: x\r\n".encode())
    status, shown = on_terminal(b"%PDF-1.7\n\xff\xfe")
    assert status == 1
    assert shown == b"this is no text for a terminal; name a file with -o\r\n"
