"""Huge and hostile files are refused in bounded time and memory, with one clear sentence."""

import resource
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.checkout import CHECKOUT, run_python
from tests.model.sheets import HEAD, figure, sheet_text

MOST_MEMORY = 500_000_000  # bytes
MOST_SECONDS = 30  # of the processor's time, which other programs do not use up
SMALL = sheet_text(
    f"jobs: {figure(value=1)}", rest="sections: [{id: one, title: One, figures: [jobs]}]\n"
)
PROGRAM = f"""\
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, ({MOST_SECONDS}, {MOST_SECONDS}))
"""
PROGRAM += """\
from cqviewer.cli import run_command
status = run_command(sys.argv[1:])
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
if sys.platform == "linux":  # where that counts what the parent held when it started this
    peak = int(open("/proc/self/status").read().partition("VmHWM:")[2].split()[0])
print(f"peak {peak * (1 if sys.platform == 'darwin' else 1024)}", file=sys.stderr)
sys.exit(status)
"""

pytestmark = pytest.mark.skipif(not hasattr(resource, "RUSAGE_SELF"), reason="needs Unix")


def check(path: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Check a file in a process of bounded time, which writes its peak of memory at last."""
    variables = {"PYTHONPATH": str(CHECKOUT)}
    return run_python(PROGRAM, "check", path.name, *options, folder=path.parent, env=variables)


def repeated(text: str, size: int = 9_900_000) -> str:
    """Repeat a text up to a size."""
    return text * (size // len(text))


HUGE: dict[str, tuple[Callable[[], str | bytes], str]] = {
    "a file of 100 MB": (lambda: b"#" * 100_000_000, "is larger than 10,000,000 bytes"),
    "nothing but comments": (lambda: repeated("# nothing\n"), "the file is empty"),
    "nothing but line ends": (lambda: repeated("\n"), "the file is empty"),
    "open lists": (lambda: repeated("["), "nested more than 50 levels deep"),
    "open braces": (lambda: repeated("{a: "), "nested more than 50 levels deep"),
    "dashes": (lambda: repeated("- "), "nested more than 50 levels deep"),
    "question marks": (lambda: repeated("? "), "nested more than 50 levels deep"),
    "indents": (
        lambda: "".join(f"{' ' * one}a:\n" for one in range(4000)),
        "nested more than 50 levels deep",
    ),
    "a million keys": (
        lambda: HEAD + "".join(f"a{one}: 1\n" for one in range(1_000_000))[:9_800_000],
        "more than 1,000,000 values",
    ),
    "many keys that are not known": (
        lambda: HEAD + "".join(f"key{one}: 1\n" for one in range(200_000)),
        "more problems are not listed",
    ),
    "the same key again and again": (lambda: HEAD + repeated("a: 1\n", 2_400_000), "a second time"),
    "many ids that are not known": (
        lambda: SMALL.replace("figures: [jobs]", f"figures: [{repeated('joobs, ', 3_000_000)}]"),
        "there is no indicator 'joobs' (",
    ),
    "many unknown ids among many figures": (
        lambda: sheet_text(
            "\n".join(f"number_{one}: {figure(value=1)}" for one in range(30_000)),
            rest="sections: [{id: one, title: One, figures: ["
            + ", ".join(f"numbre_{one}" for one in range(30_000))
            + "]}]\n",
        ),
        "more problems are not listed",
    ),
    "a text of 10 MB": (
        lambda: SMALL.replace("Springfield in", repeated("word ")),
        "`title` is longer than 5,000 characters",
    ),
    "a word of 100,000 letters": (
        lambda: SMALL.replace("Springfield in", "x" * 100_000),
        "`title` is longer than 5,000 characters",
    ),
    "a number of 10,000 digits": (
        lambda: SMALL.replace("value: 1", f"value: {'9' * 10_000}"),
        "is no plain number",
    ),
    "a whole number of 10,000 digits": (
        lambda: SMALL.replace("sources:", f"year: {'9' * 10_000}\nsources:"),
        "`year` is a whole number",
    ),
    "a version of 10,000 digits": (
        lambda: SMALL.replace("cqviewer: 1", f"cqviewer: {'9' * 10_000}"),
        "has version 999999999999 of the format",
    ),
    "a formula of 1 MB": (
        lambda: SMALL.replace("value: 1", f"derived: {repeated('jobs + ', 1_000_000)}jobs"),
        "longer than 300 characters",
    ),
    "a period of 1 MB": (
        lambda: SMALL.replace("period: 2024", f"period: {repeated('2024/', 1_000_000)}"),
        "is no period",
    ),
    "a citation of 1 MB": (
        lambda: SMALL.replace("report par. 1", f"'report par. {repeated('1, ', 1_000_000)}'"),
        "is not understood",
    ),
    "a key of 10 MB": (lambda: HEAD + f"? {'k' * 9_800_000}\n: 1\n", "is not known here"),
    "many anchors": (
        lambda: HEAD + "".join(f"- &a{one} x\n" for one in range(400_000)),
        "is expected here",
    ),
    "a bomb of aliases": (
        lambda: (
            "a: &a [x]\n"
            + "".join(f"b{n}: &b{n} [*{'a' if not n else f'b{n - 1}'}, *a]\n" for n in range(40))
            + "".join(f"c{n}: &c{n} [{', '.join(['*b39'] * 100)}]\n" for n in range(500))
        ),
        "more than 1,000,000 values",
    ),
    "a bomb of aliases in sixty lines": (
        lambda: (
            "a0: &a0 [x, x]\n"
            + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60))
        ),
        "more than 1,000,000 values",
    ),
    "a quote that is never closed": (lambda: HEAD + '"' + repeated("x\n"), "not closed"),
    "many derived figures, each from the one before": (
        lambda: sheet_text(
            f"a0: {figure(value=1)}\n"
            + "\n".join(
                f"a{n}: {figure(derived=f'a{n - 1} + 1', period=None, source=None)}"
                for n in range(1, 20_000)
            ),
        ),
        "is not shown",
    ),
    "a circle of 20,000 derived figures": (
        lambda: sheet_text(
            "\n".join(
                f"a{n}: {figure(derived=f'a{(n + 1) % 20_000}', period=None, source=None)}"
                for n in range(20_000)
            ),
        ),
        "is derived from itself",
    ),
    "control characters": (lambda: b"\x00" * 9_000_000, "U+0000 is not allowed"),
    "bytes that are no text": (lambda: b"\xff" * 9_000_000, "no UTF-8 text"),
    "bytes that are no UTF-8": (lambda: b"a" * 9_000_000 + b"\xfe", "no UTF-8 text"),
    "UTF-16 of 10 MB": (lambda: repeated("a: b\n", 4_900_000).encode("utf-16"), "1,000,000 values"),
}


@pytest.mark.parametrize("name", HUGE)
def test_a_huge_file_is_refused_in_bounded_time_and_memory(name: str, tmp_path: Path) -> None:
    make, said = HUGE[name]
    data = make()
    path = tmp_path / "huge.yaml"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    done = check(path)
    peak = int(done.stderr.rpartition("peak ")[2])
    assert done.stderr.count("\n") == 1, done.stderr
    assert said in done.stdout, done.stdout[:2000]
    assert len(done.stdout) < 1_000_000
    assert peak < MOST_MEMORY, f"{peak:,}"


def test_the_limit_is_a_matter_of_choice(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_text(SMALL + "# long\n" * 2_000_000)
    for size, status in (("10MB", 1), ("20MB", 0)):
        assert check(path, "--max-size", size).returncode == status


def test_five_million_keys_are_read_where_the_limit_allows_and_refused_else(
    tmp_path: Path,
) -> None:
    path = tmp_path / "keys.yaml"
    with path.open("w") as file:
        file.writelines(f"k{number}: 1\n" for number in range(5_000_000))
    done = check(path)
    assert "is larger than 10,000,000 bytes" in done.stdout
