"""Files are opened as what they are: within a size, and nothing that only looks like a file."""

import os
import socket
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqviewer.model.files.plain_file import Limits, lies_in, open_file, read_file
from cqviewer.model.problems import SheetError


def refusal(path: Path, limits: Limits | None = None) -> str:
    """Return the sentence with which a file is refused."""
    with pytest.raises(SheetError) as caught:
        read_file(path, limits or Limits())
    (problem,) = caught.value.problems
    assert problem.file == str(path)
    return problem.message


def test_a_file_is_read_to_its_last_byte(tmp_path: Path) -> None:
    file = tmp_path / "sheet.yaml"
    file.write_bytes(b"\x00\xffabc\r\n")
    assert read_file(file, Limits(file_bytes=7)) == b"\x00\xffabc\r\n"


def test_one_byte_too_many_is_refused_and_the_limit_named(tmp_path: Path) -> None:
    file = tmp_path / "sheet.yaml"
    file.write_bytes(b"x" * 1235)
    assert refusal(file, Limits(file_bytes=1234)) == "the file is larger than 1,234 bytes"


@given(st.integers(min_value=0, max_value=10**12))
def test_larger_files_may_hold_more_values_and_small_ones_a_thousand(size: int) -> None:
    limits = Limits.of_size(size)
    assert limits.file_bytes == size
    assert limits.values == max(1000, size // 10)


def test_a_missing_file_and_one_below_a_file_are_no_files(tmp_path: Path) -> None:
    file = tmp_path / "sheet.yaml"
    assert refusal(file) == "there is no such file"
    file.write_text("a: 1", "utf-8")
    assert refusal(file / "deeper") == "there is no such file"


def test_what_is_no_file_is_named_and_not_opened(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert refusal(tmp_path) == "this is a folder; name a file"
    assert refusal(pipe) == "this is a pipe; name a file"
    assert refusal(Path("/dev/zero")) == "this is a device; name a file"


def test_a_socket_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the path of a socket must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("here")
        assert refusal(Path("here")) == "this is a socket; name a file"


def test_a_link_to_itself_is_said(tmp_path: Path) -> None:
    link = tmp_path / "loop.yaml"
    link.symlink_to(link)
    assert refusal(link) == "this is a link that leads to itself"


def test_a_name_that_no_file_can_have_is_said() -> None:
    with pytest.raises(SheetError) as caught:
        open_file(Path("a\0b"))
    assert caught.value.problems[0].message == "this is no file name"


def test_a_file_that_may_not_be_read_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "secret.yaml"
    file.write_text("a: 1", "utf-8")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # root may read whatever its mode
    assert refusal(file) == "the file may not be read"


def test_a_file_lies_in_its_own_folder_alone(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    inside, outside = inner / "a.txt", tmp_path / "b.txt"
    for file in (inside, outside):
        file.write_text("x", "utf-8")
    assert lies_in(inside, inner)
    assert not lies_in(outside, inner)
    assert not lies_in(inside, tmp_path)
    assert not lies_in(inner / ".." / "b.txt", inner)
    assert not lies_in(Path("a\0b"), inner)


def test_a_link_leads_to_where_its_file_lies(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    outside = tmp_path / "b.txt"
    outside.write_text("x", "utf-8")
    link = inner / "link.txt"
    link.symlink_to(outside)
    assert not lies_in(link, inner)
    assert lies_in(link, tmp_path)
