"""The start script installs what is missing, once, and hands its arguments over unharmed.

It runs here in a copy of the checkout's outside, among programs that only note how they are called.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.checkout import CHECKOUT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a script of the POSIX shell")

# What stands in for the system's programs; each notes its call in $CALLS.
PROGRAMS = {
    "python3": """
        case "$*" in
        *sys.exit*) exit "${PYTHON_IS_OLD:-0}" ;;
        *ensurepip*) exit "${VENV_IS_MISSING:-0}" ;;
        *version_info*) echo 3.11; exit ;;
        --version) echo Python 3.11.2; exit ;;
        "-m venv --clear "*) rm -rf "$4"; mkdir -p "$4/bin" "$4/lib/python3.11/site-packages"
            ln -s "$PROGRAMS/environment-python" "$4/bin/python" ;;
        esac
        echo "python3 $*" >>"$CALLS" """,
    "environment-python": """
        if [ "$3" = cqviewer ]; then pwd; shift 3; printf '<%s>' "$@"; exit 7; fi
        case "$*" in
        *missing_packages*) echo "${QT_LACKS:-}"; exit ;;
        *version_info*) echo 3.11; exit ;;
        esac
        echo "python $*" >>"$CALLS"
        case "$2 ${3:-}" in
        "pip install") exit "${PIP_STATUS:-0}" ;;
        "compileall -q") exit "${COMPILE_STATUS:-0}" ;;
        "ruff check") exit "${RUFF_STATUS:-0}" ;;
        "pytest "*) echo "1 passed in 0.01s" ;;
        esac""",
    "apt-get": 'echo "apt-get $*" >>"$CALLS"',
    "built": 'echo "built $*" >>"$CALLS"; echo build/bundled.pdf',
    "id": 'echo "${USER_NUMBER:-0}"',
    "uname": "echo Linux",
}
PARTS_OF_THE_SYSTEM = ("cat", "cksum", "dirname", "env", "flock", "ln", "mkdir", "readlink", "rm")


class Machine:
    """A machine with a checkout on it, and with nothing else that the script could use."""

    def __init__(self, folder: Path) -> None:
        """Lay out the machine in an empty folder."""
        self.checkout = folder / "a check out"
        self.checkout.mkdir()
        for name in ("run", *(lock.name for lock in CHECKOUT.glob("requirements*.txt"))):
            shutil.copy(CHECKOUT / name, self.checkout / name)
        self.calls_file = folder / "calls"
        self.programs = folder / "programs"
        self.programs.mkdir()
        for name, script in PROGRAMS.items():
            (self.programs / name).write_text(f"#!/bin/sh\n{script}\n")
            (self.programs / name).chmod(0o755)
        for name in PARTS_OF_THE_SYSTEM:
            if found := shutil.which(name):
                (self.programs / name).symlink_to(found)

    def run(
        self, *arguments: str, script: Path | None = None, cwd: Path | None = None, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        """Call the start script, or a link to it, with some environment variables."""
        self.calls_file.write_text("")
        environment = {
            "PATH": str(self.programs),
            "CALLS": str(self.calls_file),
            "PROGRAMS": str(self.programs),
        }
        return subprocess.run(
            ["/bin/sh", str(script or self.checkout / "run"), *arguments],
            cwd=cwd,
            env=environment | variables,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    def calls(self) -> list[str]:
        """Return the noted calls of the last run, cut to their first words."""
        return [" ".join(line.split()[:4]) for line in self.calls_file.read_text().splitlines()]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Return a machine on which the script never ran."""
    return Machine(tmp_path)


@pytest.fixture
def used(machine: Machine) -> Machine:
    """Return a machine on which the script ran once."""
    machine.run()
    return machine


MAKE = "python3 -m venv --clear"
INSTALL = "python -m pip install"
COMPILE = "python -m compileall -q"


def test_the_first_run_installs_and_the_second_only_starts(machine: Machine) -> None:
    first = machine.run()
    assert first.returncode == 7
    assert machine.calls() == [MAKE, INSTALL, COMPILE]
    assert "--require-hashes" in machine.calls_file.read_text()
    assert "requirements.txt" in first.stderr

    second = machine.run()
    assert (second.returncode, second.stderr, machine.calls()) == (7, "", [])


@pytest.mark.parametrize(
    "arguments",
    [["a b", "", "*", "--", "-o", "$HOME", "`id`", 'it\'s "so"', "two\nlines", "\\n", "重庆"], []],
)
def test_arguments_arrive_unharmed(used: Machine, arguments: list[str]) -> None:
    said = used.run(*arguments).stdout.split("\n", 1)[1]
    assert said == ("".join(f"<{argument}>" for argument in arguments) or "<>")


def test_it_keeps_the_working_folder_and_follows_links(used: Machine, tmp_path: Path) -> None:
    elsewhere = tmp_path / "else where"
    elsewhere.mkdir()
    (elsewhere / "near").symlink_to(Path("..") / "a check out" / "run")
    (tmp_path / "far").symlink_to(elsewhere / "near")
    for script in (None, elsewhere / "near", tmp_path / "far"):
        done = used.run(script=script, cwd=elsewhere)
        assert done.stdout.splitlines()[0] == str(elsewhere)
        assert used.calls() == []


def test_a_moved_checkout_stays_installed(used: Machine, tmp_path: Path) -> None:
    used.checkout = used.checkout.rename(tmp_path / "moved")
    assert used.run().returncode == 7
    assert used.calls() == []
    (link,) = used.checkout.glob(".venv/lib/*/site-packages/*.pth")
    assert (link.parent / link.read_text().strip()).resolve() == used.checkout


def test_a_changed_lock_is_installed_anew(used: Machine) -> None:
    with (used.checkout / "requirements.txt").open("a") as lock:
        lock.write("# changed\n")
    used.run()
    assert used.calls() == [MAKE, INSTALL, COMPILE]


def test_an_interrupted_first_run_is_repaired_by_the_next(machine: Machine) -> None:
    broken = machine.run(PIP_STATUS="1")
    assert broken.returncode == 1
    assert broken.stderr.endswith("could not be installed; the next run tries again.\n")
    assert machine.run().returncode == 7
    assert machine.calls() == [MAKE, INSTALL, COMPILE]
    assert machine.run().returncode == 7
    assert machine.calls() == []


def test_an_interrupted_addition_is_repaired_too(used: Machine) -> None:
    assert used.run("test", PIP_STATUS="1").returncode == 1
    assert used.run().returncode == 7
    assert used.calls() == [MAKE, INSTALL, COMPILE]


def test_another_interpreter_gets_an_environment_of_its_own(used: Machine, tmp_path: Path) -> None:
    python = used.checkout / ".venv" / "bin" / "python"
    shutil.copy(python, tmp_path / "python3.12")
    python.unlink()
    python.symlink_to(tmp_path / "python3.12")
    used.run()
    assert used.calls() == [MAKE, INSTALL, COMPILE]


def test_it_says_which_python_is_needed(machine: Machine) -> None:
    old = machine.run(PYTHON_IS_OLD="1")
    assert old.returncode == 1
    assert "Python 3.11 or newer is needed" in old.stderr


def test_missing_parts_of_the_system_are_installed_and_named(machine: Machine) -> None:
    done = machine.run(VENV_IS_MISSING="1", QT_LACKS="libegl1 libxcb-cursor0")
    asked = [line for line in machine.calls_file.read_text().splitlines() if " install " in line]
    assert [line for line in asked if line.startswith("apt-get")] == [
        "apt-get install -qq -y --no-install-recommends python3.11-venv",
        "apt-get install -qq -y --no-install-recommends libegl1 libxcb-cursor0",
    ]
    assert "package manager: apt-get install" in done.stderr
    assert done.returncode == 7


def test_without_root_it_names_the_command_and_goes_on(machine: Machine) -> None:
    done = machine.run(USER_NUMBER="1000", QT_LACKS="libegl1")
    assert "as root, type: apt-get install" in done.stderr
    assert "libegl1" in done.stderr
    assert not [call for call in machine.calls() if call.startswith("apt-get")]
    assert done.returncode == 7


def test_sudo_is_used_where_it_asks_nothing(machine: Machine) -> None:
    sudo = machine.programs / "sudo"
    sudo.write_text('#!/bin/sh\n[ "$1" = -n ] && exit 0\necho "sudo $*" >>"$CALLS"\n')
    sudo.chmod(0o755)
    machine.run(USER_NUMBER="1000", QT_LACKS="libegl1")
    assert "sudo apt-get update -qq" in machine.calls()

    sudo.write_text('#!/bin/sh\n[ "$1" = -n ] && exit 1\necho "sudo $*" >>"$CALLS"\n')
    shutil.rmtree(machine.checkout / ".venv")
    done = machine.run(USER_NUMBER="1000", QT_LACKS="libegl1")
    assert "as root, type: apt-get install" in done.stderr
    assert not [call for call in machine.calls() if call.startswith("sudo")]


def test_the_test_command_runs_every_check_and_pytest_last(used: Machine) -> None:
    done = used.run("test", "-k", "two words", QT_LACKS="")
    calls = [call for call in used.calls() if not call.startswith("apt-get")]
    assert calls[:2] == [INSTALL, COMPILE]  # on top of what is there
    assert calls[2:] == [
        "python -m ruff check",
        "python -m ruff format",
        "python -m mypy",
        "python -m pytest -k",
    ]
    assert done.stdout.splitlines()[-1] == "1 passed in 0.01s"
    assert done.returncode == 0
    assert used.run("test").returncode == 0
    assert INSTALL not in used.calls()


def test_the_test_command_installs_only_the_programs_that_are_missing(used: Machine) -> None:
    for name in ("Xvfb", "dbus-run-session", "appstreamcli"):
        (used.programs / name).symlink_to("/bin/true")
    used.run("test", QT_LACKS="libegl1")
    (asked,) = [line for line in used.calls_file.read_text().splitlines() if "-y" in line]
    packages = asked.split()[5:]
    assert {"libegl1", "poppler-utils", "desktop-file-utils"} <= set(packages)
    assert not {"xvfb", "dbus", "appstream"} & set(packages)
    assert not [one for one in packages if not re.fullmatch(r"[a-z0-9.+-]+", one)]


def test_a_package_that_does_not_exist_keeps_no_other_away(used: Machine) -> None:
    apt = used.programs / "apt-get"
    apt.write_text(
        '#!/bin/sh\necho "apt-get $*" >>"$CALLS"\ncase "$*" in *poppler*) exit 100 ;; esac\n'
    )
    done = used.run("test")
    asked = [line.split()[5:] for line in used.calls_file.read_text().splitlines() if "-y" in line]
    assert len(asked[0]) > 2
    assert asked[1:] == [[name] for name in asked[0]]
    assert "going on without poppler-utils.\n" in done.stderr
    assert done.stderr.count("going on without") == 1
    assert done.returncode == 0


def test_the_build_command_installs_what_it_uses_and_calls_pyinstaller(used: Machine) -> None:
    made = used.checkout / "dist" / "cqviewer"
    made.mkdir(parents=True)
    (made / "cqviewer").symlink_to(used.programs / "built")
    done = used.run("build")
    calls = [call for call in used.calls() if not call.startswith("apt-get")]
    build = [COMPILE, "python -m PyInstaller --noconfirm", "built print -o build/bundled.pdf"]
    assert calls == [INSTALL, COMPILE, *build]
    assert "requirements-build.txt" in used.calls_file.read_text()
    assert (done.returncode, done.stdout) == (0, "")
    used.run("build")
    assert used.calls() == build
    assert used.run().returncode == 7
    assert used.calls() == []


def test_a_build_from_what_does_not_compile_or_that_does_not_print_fails(used: Machine) -> None:
    broken = used.run("build", COMPILE_STATUS="1")
    assert broken.returncode == 1
    assert not [call for call in used.calls() if "PyInstaller" in call]
    idle = used.run("build")  # nothing is made here
    assert idle.returncode == 1
    assert idle.stderr.endswith("it does not print.\n")


def test_a_failed_check_fails_the_test_command_but_stops_nothing(used: Machine) -> None:
    done = used.run("test", RUFF_STATUS="1")
    assert done.returncode == 1
    assert "failed, as said above: ruff" in done.stderr
    assert used.calls()[-1].startswith("python -m pytest")


def test_the_tests_packages_serve_to_run_too(machine: Machine) -> None:
    machine.run("test")
    assert machine.run().returncode == 7
    assert machine.calls() == []


def test_a_second_run_starts_few_programs_of_its_own(used: Machine) -> None:
    started = used.checkout / "started"
    for name in PARTS_OF_THE_SYSTEM:
        program = used.programs / name
        real = program.readlink()
        program.unlink()
        program.write_text(f'#!/bin/sh\necho {name} >>"{started}"\nexec {real} "$@"\n')
        program.chmod(0o755)
    assert used.run().returncode == 7
    assert sorted(started.read_text().split()) == ["cat", "cksum", "dirname", "readlink"]


@pytest.mark.parametrize("beside", [True, False])
def test_the_automatic_build_calls_the_test_command(tmp_path: Path, *, beside: bool) -> None:
    checkout = tmp_path / "checkout"
    (checkout / ".ci").mkdir(parents=True)
    shutil.copy(CHECKOUT / ".ci" / "run", checkout / ".ci" / "run")
    run = checkout / "run"
    run.write_text('#!/bin/sh\necho "$*|${CQVIEWER_EVIDENCE-}|${VERAPDF-}"; exit 3\n')
    run.chmod(0o755)
    evidence = tmp_path / "shared" / "source" / "conference-report-2024-12-23.txt"
    validator = tmp_path / "shared" / "tools" / "verapdf" / "verapdf"
    for file in (evidence, validator) if beside else ():
        file.parent.mkdir(parents=True)
        file.touch()
    unset = {name: os.environ[name] for name in ("PATH", "HOME")}
    done = subprocess.run(
        ["bash", ".ci/run"], cwd=checkout, env=unset, capture_output=True, text=True, check=False
    )
    arguments, found_evidence, found_validator = done.stdout.strip().split("|")
    assert (done.returncode, arguments) == (3, "test")
    for found, file in ((found_evidence, evidence), (found_validator, validator)):
        assert found == "" if not beside else Path(found).samefile(file)


def test_both_scripts_are_executable_and_plain_shell() -> None:
    for script in (CHECKOUT / "run", CHECKOUT / ".ci" / "run"):
        assert os.access(script, os.X_OK)
        subprocess.run(["/bin/sh", "-n", str(script)], check=True)
