"""Saving: whole or not at all, with the cause in words and nothing left behind."""

import errno
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

import pytest

from cqviewer.save import Inputs, SaveError, save_bytes
from tests.checkout import CHECKOUT


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    save_bytes(b"one", target)
    save_bytes(b"two", target)
    assert target.read_bytes() == b"two"
    assert names(tmp_path) == ["a.pdf"]


def test_the_rights_of_the_old_file_are_kept(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    target.chmod(0o640)
    save_bytes(b"new", target)
    assert target.stat().st_mode & 0o777 == 0o640


def test_nobody_else_can_read_a_private_file_while_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []

    def look(_number: int) -> None:
        seen.extend(one.stat().st_mode & 0o077 for one in tmp_path.glob(".*"))

    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    target.chmod(0o600)
    monkeypatch.setattr(os, "fsync", look)
    save_bytes(b"new", target)
    assert seen == [0]


def test_a_new_file_has_the_rights_that_any_new_file_has(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"")
    save_bytes(b"new", tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.pdf").write_bytes(b"old")
    (tmp_path / "link.pdf").symlink_to("real.pdf")
    save_bytes(b"new", tmp_path / "link.pdf")
    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "real.pdf").read_bytes() == b"new"


def test_a_link_that_leads_to_itself_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "link.pdf"
    path.symlink_to(path)
    with pytest.raises(SaveError, match="a link that leads to itself"):
        save_bytes(b"new", path)
    assert path.is_symlink()


def test_a_folder_or_device_as_target_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="is a folder; name a file in it"):
        save_bytes(b"new", tmp_path)
    with pytest.raises(SaveError, match="there is no folder"):
        save_bytes(b"new", tmp_path / "missing" / "a.pdf")
    with pytest.raises(SaveError, match="no file name"):
        save_bytes(b"new", tmp_path / "a\0.pdf")
    with pytest.raises(SaveError, match="too long"):
        save_bytes(b"new", tmp_path / (300 * "a"))
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(SaveError, match="a device or a pipe"):
        save_bytes(b"new", tmp_path / "pipe")
    assert names(tmp_path) == ["pipe"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "there is no permission to write there"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EIO, "the disk reports an error"),
        (errno.EBUSY, "busy"),
    ],
)
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_what_fails_is_named_and_the_old_file_stays(
    number: int, words: str, call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, call, fail)
    with pytest.raises(SaveError, match=f"a.pdf cannot be saved: .*{words}"):
        save_bytes(b"new", target)
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["a.pdf"]


def run_in_process(
    code: str, *arguments: str, before: Callable[[], None] | None = None
) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=before,
    )


SAVE_ONCE = """
import sys; from pathlib import Path
from cqviewer.save import SaveError, save_bytes
try:
    save_bytes(bytes(1_000_000), Path(sys.argv[1]))
except SaveError as error:
    print(error)
"""


SAVE_AS_NOBODY = """
import os, sys; from pathlib import Path
from cqviewer.save import SaveError, save_bytes
if os.geteuid() == 0:
    os.seteuid(65534)  # root may write anywhere
for name in sys.argv[1:]:
    try:
        save_bytes(b"new", Path(name))
    except SaveError as error:
        print(error)
"""


def test_a_read_only_folder_or_file_is_refused() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "a.pdf").write_bytes(b"old")
        (folder / "a.pdf").chmod(0o444)
        folder.chmod(0o555)
        process = run_in_process(SAVE_AS_NOBODY, f"{folder}/a.pdf", f"{folder}/b.pdf")
        said, _ = process.communicate()
        folder.chmod(0o755)
        assert said.splitlines() == [
            f"{folder}/a.pdf is write-protected; choose another name",
            f"{folder}/b.pdf cannot be saved: there is no permission to write there",
        ]
        assert names(folder) == ["a.pdf"]


def test_a_disk_that_takes_no_more_leaves_the_old_file(tmp_path: Path) -> None:
    def take_little() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))

    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    process = run_in_process(SAVE_ONCE, str(target), before=take_little)
    said, _ = process.communicate()
    assert "cannot be saved: the file would be too large for this disk" in said
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["a.pdf"]


SAVE_FOR_EVER = """
import sys; from pathlib import Path
from cqviewer.save import save_bytes
print("ready", flush=True)
while True:
    for letter in b"ab":
        save_bytes(bytes([letter]) * 3_000_000, Path(sys.argv[1]))
"""


# Counts what is done to files, and dies before the step of a number is taken.
SAVE_AND_DIE = """
import os, signal, sys; from pathlib import Path
from cqviewer.save import save_bytes
steps = int(sys.argv[2])
def step(event, _=None):
    global steps
    if event == "open" or event.partition(".")[0] in ("os", "fcntl", "glob"):
        steps -= 1
        if steps == -1:
            os.kill(os.getpid(), signal.SIGKILL)
fsync = os.fsync
os.fsync = lambda number: (step("os.fsync"), fsync(number), step("os.fsync"))
sys.addaudithook(step)
save_bytes(b"b" * 3_000_000, Path(sys.argv[1]))
"""


def test_a_killed_process_leaves_a_whole_file_and_the_next_run_clears_up(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    found = []
    for steps in range(100):
        target.write_bytes(b"a")
        process = run_in_process(SAVE_AND_DIE, str(target), str(steps))
        process.communicate()
        assert process.returncode in (0, -signal.SIGKILL)
        data = target.read_bytes()
        found.append((data == b"a", len(names(tmp_path)) - 1))
        assert data in (b"a", b"b" * 3_000_000)
        save_bytes(b"whole", target)
        assert names(tmp_path) == ["a.pdf"]
        if process.returncode == 0:
            break
    assert process.returncode == 0
    # At first the old file is there alone, then with what is being written, then the new one.
    assert {(True, 0), (True, 1), (False, 0)} <= set(found)
    assert found == sorted(found, key=lambda one: not one[0])


def test_a_process_that_dies_amid_writing_leaves_the_old_file(tmp_path: Path) -> None:
    def die_beyond_a_megabyte() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    code = "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_DFL)\n" + SAVE_FOR_EVER
    process = run_in_process(code, str(target), before=die_beyond_a_megabyte)
    process.communicate()
    assert process.returncode == -signal.SIGXFSZ
    assert target.read_bytes() == b"old"
    assert len(names(tmp_path)) == 2
    save_bytes(b"whole", target)
    assert names(tmp_path) == ["a.pdf"]


def test_what_another_process_is_writing_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    process = run_in_process(SAVE_FOR_EVER, str(target))
    assert process.stdout is not None
    process.stdout.readline()
    for _ in range(30):
        save_bytes(b"whole", target)
        assert process.poll() is None
    process.kill()
    said, _ = process.communicate()
    assert "Error" not in said


@pytest.mark.parametrize("letter", ["a", "é", "重", "🚌"])
def test_the_longest_names_can_be_saved(letter: str, tmp_path: Path) -> None:
    name = letter * (251 // len(letter.encode())) + ".pdf"
    save_bytes(b"one", tmp_path / name)
    save_bytes(b"two", tmp_path / name)
    assert names(tmp_path) == [name]


def test_a_pipe_among_the_leftovers_is_left_alone(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / ".a.pdf.77.cqviewer-tmp")
    (tmp_path / ".a.pdf.78.cqviewer-tmp").symlink_to(".a.pdf.77.cqviewer-tmp")
    save_bytes(b"new", tmp_path / "a.pdf")
    assert len(names(tmp_path)) == 3


def test_who_takes_a_file_for_a_leftover_makes_no_other_run_fail(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cqviewer import save

    lock = save._lock  # noqa: SLF001 - the moment before it is what the test is about
    taken: list[Path] = []

    def come_late(file: BinaryIO) -> None:
        if len(taken) < 3:  # another run sees the new file before it is locked
            (found,) = tmp_path.glob(".*")
            found.unlink()
            taken.append(found)
        lock(file)

    monkeypatch.setattr(save, "_lock", come_late)
    save_bytes(b"new", tmp_path / "a.pdf")
    assert len(set(taken)) == 3
    assert (tmp_path / "a.pdf").read_bytes() == b"new"
    assert names(tmp_path) == ["a.pdf"]


def test_many_runs_save_one_file_without_an_error(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    code = SAVE_FOR_EVER.replace("3_000_000", "1").replace("while True", "for _ in range(300)")
    runs = [run_in_process(code, str(target)) for _ in range(4)]
    assert [one.communicate()[0] for one in runs] == ["ready\n"] * 4
    assert target.read_bytes() in (b"a", b"b")
    assert names(tmp_path) == ["a.pdf"]


def test_what_is_read_is_refused_as_a_target_under_all_its_names(tmp_path: Path) -> None:
    source, other = tmp_path / "a.yaml", tmp_path / "other"
    source.write_bytes(b"")
    other.write_bytes(b"")
    os.link(source, tmp_path / "hard")
    (tmp_path / "link").symlink_to("hard")
    inputs = Inputs([source, tmp_path / "missing"])
    for name in ("a.yaml", "../" + tmp_path.name + "/a.yaml", "hard", "link"):
        with pytest.raises(SaveError, match="is a file that is read, and would be lost"):
            inputs.refuse(tmp_path / name)
    inputs.refuse(other)
    inputs.refuse(tmp_path / "missing")


def test_files_that_are_not_ours_stay(tmp_path: Path) -> None:
    for name in (".a.pdf.tmp", ".a.pdf.swp", ".b.pdf.1234.cqviewer-tmp", "a.pdf.cqviewer-tmp"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / ".[a]*.pdf.77.cqviewer-tmp").write_bytes(b"")
    save_bytes(b"new", tmp_path / "a.pdf")
    assert len(names(tmp_path)) == 6
    save_bytes(b"new", tmp_path / "[a]*.pdf")
    assert ".[a]*.pdf.77.cqviewer-tmp" not in names(tmp_path)


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """Yield a disk of 256 KB where this machine allows one."""
    mount = shutil.which("mount")
    command = [mount or "", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(tmp_path)]
    if mount is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("a disk may be mounted by root alone")
    yield tmp_path
    subprocess.run(["umount", str(tmp_path)], check=True)


def test_a_full_disk_is_named_and_the_old_file_stays(tiny_disk: Path) -> None:
    target = tiny_disk / "a.pdf"
    save_bytes(b"old", target)
    with pytest.raises(SaveError, match="cannot be saved: the disk is full"):
        save_bytes(bytes(1_000_000), target)
    assert target.read_bytes() == b"old"
    assert names(tiny_disk) == ["a.pdf"]
