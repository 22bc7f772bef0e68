"""Arguments that a command does not take are refused with a usage line."""

import pytest

from tests.commands.running import cqviewer, run


@pytest.mark.parametrize("jobs", ["0", "-1", "many", "5000"])
def test_a_number_of_jobs_is_a_number(jobs: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cqviewer("print", "--jobs", jobs)
    assert caught.value.code == 2
    assert "is no number from 1 to 1024" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [("check",), ("check", "--colour", "x"), ("check", "x", "--format", "xml"), ("new",)]
    + [("check", "x", "--max-size", size) for size in ("0", "-1", "many", "5b", "1.5MB")],
)
def test_wrong_usage_gives_two(arguments: tuple[str, ...]) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert "usage: cqviewer" in err
