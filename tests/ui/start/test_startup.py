"""What keeps Qt from starting is found before Qt aborts, and said in one sentence."""

import ctypes
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cqviewer.ui.start import startup
from cqviewer.ui.start.startup import (
    NoDisplay,
    QtCannotStart,
    check_qt_can_start,
    missing_packages,
    release_memory,
)
from tests.checkout import run_python

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems bring these along")

NOT_FOUND = "{}: cannot open shared object file: No such file or directory"
MANAGERS = ("apt-get", "dnf", "pacman", "zypper")


class _Blocked:
    """Lets the import of QtWidgets fail as it does where a shared library is missing."""

    def __init__(self, reason: str) -> None:
        """Take the loader's words."""
        self.reason = reason

    def find_spec(self, name: str, *_: object) -> None:
        """Refuse QtWidgets, and leave all else to the finders after this one."""
        if name == "PySide6.QtWidgets":
            raise ImportError(self.reason)


@pytest.fixture
def blocked(monkeypatch: pytest.MonkeyPatch) -> _Blocked:
    """Make QtWidgets unloadable for want of libEGL."""
    import PySide6

    finder = _Blocked(NOT_FOUND.format("libEGL.so.1"))
    monkeypatch.delitem(sys.modules, "PySide6.QtWidgets", raising=False)
    monkeypatch.delattr(PySide6, "QtWidgets", raising=False)
    monkeypatch.setattr(sys, "meta_path", [finder, *sys.meta_path])
    return finder


@pytest.fixture
def manager(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return the only folder of programs, without a package manager yet."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def reason() -> str:
    """Say why Qt cannot start."""
    with pytest.raises(QtCannotStart) as caught:
        check_qt_can_start()
    return str(caught.value)


def put(folder: Path, program: str) -> None:
    """Place a program in a folder."""
    (folder / program).touch(mode=0o755)


def test_nothing_is_wrong_where_the_tests_run() -> None:
    check_qt_can_start()


@pytest.mark.parametrize(
    ("program", "advice"),
    [
        ("apt-get", "'apt-get install libegl1' brings it"),
        ("dnf", "'dnf install libglvnd-egl' brings it"),
        ("pacman", "'pacman -S libglvnd' brings it"),
        ("zypper", "'zypper install libglvnd' brings it"),
        ("other", "the package libegl1 (Debian) or libglvnd-egl (Fedora) brings it"),
    ],
)
@pytest.mark.usefixtures("blocked")
def test_a_missing_library_is_named_with_its_package(
    manager: Path, program: str, advice: str
) -> None:
    put(manager, program)
    assert reason() == (
        f"Qt cannot start, because the shared library libEGL.so.1 is missing; {advice}."
    )


def test_an_unknown_library_is_named_alone(blocked: _Blocked) -> None:
    blocked.reason = NOT_FOUND.format("libnew.so.3")
    assert reason() == "Qt cannot start, because the shared library libnew.so.3 is missing."


def test_another_reason_is_passed_on_in_one_line(blocked: _Blocked) -> None:
    blocked.reason = "libQt6Core.so.6: version 'Qt_6.12' not found\n (required by QtWidgets)"
    assert reason() == (
        "Qt cannot be loaded: libQt6Core.so.6: version 'Qt_6.12' not found (required by QtWidgets)."
    )


def test_the_platform_plugin_is_tried_too(monkeypatch: pytest.MonkeyPatch, manager: Path) -> None:
    def load(name: str) -> ctypes.CDLL:
        assert name.endswith("/platforms/libqxcb.so")
        raise OSError(NOT_FOUND.format("libxcb-cursor.so.0"))

    put(manager, "apt-get")
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setattr(ctypes, "CDLL", load)
    assert "libxcb-cursor.so.0 is missing; 'apt-get install libxcb-cursor0' brings" in reason()


def test_a_platform_that_does_not_exist_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "paper")
    assert reason().startswith("Qt has no platform 'paper'; QT_QPA_PLATFORM may name ")
    assert "offscreen" in reason()


def test_one_platform_that_will_do_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "paper;offscreen:fontdir=/nowhere")
    check_qt_can_start()


@pytest.fixture
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the display away."""
    for variable in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE"):
        monkeypatch.delenv(variable, raising=False)


@pytest.mark.usefixtures("no_display", "blocked")
def test_without_a_display_that_is_said_before_anything_else() -> None:
    with pytest.raises(NoDisplay, match="There is no display: neither DISPLAY nor WAYLAND_DISPLAY"):
        check_qt_can_start()


@pytest.mark.usefixtures("no_display")
@pytest.mark.parametrize(
    ("display", "wayland", "session", "sentence"),
    [
        (":4077", "", "", "The display ':4077', which DISPLAY names, cannot be reached."),
        (
            "",
            "wayland-77",
            "",
            "The display 'wayland-77', which WAYLAND_DISPLAY names, cannot be reached.",
        ),
        (
            ":4077",
            "wayland-77",
            "x11",
            "The display ':4077', which DISPLAY names, cannot be reached.",
        ),
        (
            ":4077",
            "wayland-77",
            "wayland",
            "The display 'wayland-77', which WAYLAND_DISPLAY names, cannot be reached.",
        ),
    ],
)
def test_a_display_that_does_not_answer_is_named(
    monkeypatch: pytest.MonkeyPatch, display: str, wayland: str, session: str, sentence: str
) -> None:
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.setenv("WAYLAND_DISPLAY", wayland)
    monkeypatch.setenv("XDG_SESSION_TYPE", session)
    with pytest.raises(NoDisplay) as caught:
        check_qt_can_start()
    assert str(caught.value) == sentence


@pytest.mark.skipif(not shutil.which("Xvfb"), reason="needs Xvfb, an X server without a screen")
@pytest.mark.usefixtures("no_display")
def test_a_display_that_answers_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    # Without -noreset it starts afresh after its last client, and refuses others meanwhile.
    command = ["Xvfb", "-displayfd", "1", "-nolisten", "tcp", "-noreset"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
        try:
            assert server.stdout is not None
            monkeypatch.setenv("DISPLAY", f":{int(server.stdout.readline())}")
            check_qt_can_start()
            monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-77")  # left over, and of no harm
            check_qt_can_start()
        finally:
            server.terminate()


@pytest.mark.usefixtures("no_display")
def test_a_chosen_platform_without_its_display_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    with pytest.raises(NoDisplay, match=r"There is no display: DISPLAY is not set\."):
        check_qt_can_start()


@pytest.mark.parametrize("name", MANAGERS)
def test_all_packages_are_named_where_no_library_loads(name: str) -> None:
    asked = []

    def load(library: str) -> ctypes.CDLL:
        asked.append(library)
        raise OSError(NOT_FOUND.format(library))

    packages = missing_packages(name, load)
    assert len(set(asked)) == len(asked) > 20
    assert len(set(packages)) == len(packages)
    assert not [package for package in packages if ".so" in package]


def test_only_missing_packages_are_named() -> None:
    here = ctypes.CDLL(None)

    def load(library: str) -> ctypes.CDLL:
        if library in ("libxcb-xkb.so.1", "libxcb-shm.so.0", "libEGL.so.1"):
            raise OSError(NOT_FOUND.format(library))
        return here

    assert missing_packages("apt-get", load) == ["libegl1", "libxcb-shm0", "libxcb-xkb1"]
    assert missing_packages("dnf", load) == ["libglvnd-egl", "libxcb"]


def test_the_module_loads_without_qt() -> None:
    ask = f"import {startup.__name__}, sys; print([n for n in sys.modules if 'PySide6' in n])"
    done = run_python(ask)
    assert done.stdout == "[]\n"


def test_it_does_nothing_but_load_the_plugin_that_qt_loads_next() -> None:
    ask = (
        "import sys\n"
        "from cqviewer.ui.start.startup import check_qt_can_start\n"
        "check_qt_can_start()\n"
        "sys.addaudithook(lambda event, given: print(event, *given[:1]))\n"
        "check_qt_can_start()"
    )
    done = run_python(ask)
    costly = ("ctypes.dlopen", "import", "open", "os.", "socket.", "subprocess.")
    (load,) = [line for line in done.stdout.splitlines() if line.startswith(costly)]
    assert load.startswith("ctypes.dlopen ")
    assert load.endswith("libqoffscreen.so")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the memory so")
def test_memory_that_was_freed_goes_back_to_the_system() -> None:
    def taken() -> int:
        lines = Path("/proc/self/status").read_text("utf-8").splitlines()
        return next(int(one.split()[1]) for one in lines if one.startswith("RssAnon"))

    if not hasattr(ctypes.CDLL(None), "malloc_trim"):
        pytest.skip("this C library has no memory to give back")
    pieces = [bytes([1]) * 10_000 for _ in range(4000)]
    pieces = pieces[::100]  # what is freed lies between them, and does not go by itself
    before = taken()
    release_memory()
    assert taken() < before - 10_000
    assert pieces
