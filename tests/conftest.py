"""What holds for every test: no screen, no settings of the user's, and no stray message."""

import logging
import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from cqviewer.model.messages import set_language

_CHECKOUT = Path(__file__).resolve().parent.parent
_HOME = pytest.StashKey[Path]()
_USER_FOLDERS = {
    "XDG_CACHE_HOME": ".cache",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
}


def pytest_configure(config: pytest.Config) -> None:
    """Set a home, a language and a time zone for this run alone, and for what it starts."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        # A shell has its background ignore Ctrl+C. A function is not inherited, unlike that, so
        # what a test starts can be interrupted.
        signal.signal(signal.SIGINT, lambda *_: None)
    home = Path(tempfile.mkdtemp(prefix="cqviewer-test-home-"))
    config.stash[_HOME] = home
    os.environ["HOME"] = str(home)
    for variable, folder in _USER_FOLDERS.items():
        (home / folder).mkdir(parents=True)
        os.environ[variable] = str(home / folder)
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    # Kept between runs: building matplotlib's font cache anew takes seconds on some machines.
    os.environ["MPLCONFIGDIR"] = str(_CHECKOUT / ".pytest_cache" / "matplotlib")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.update(LANG="C.UTF-8", LC_ALL="C.UTF-8", TZ="UTC")
    for variable in ("LANGUAGE", "QT_STYLE_OVERRIDE", "QT_SCALE_FACTOR", "SOURCE_DATE_EPOCH"):
        os.environ.pop(variable, None)
    # The same examples in every run, and no deadline that a busy machine could miss.
    hypothesis.settings.register_profile("steady", derandomize=True, database=None, deadline=None)
    hypothesis.settings.load_profile("steady")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove the run's own home."""
    shutil.rmtree(config.stash[_HOME], ignore_errors=True)


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    """Word sentences in English after each test, whatever its window spoke."""
    yield
    set_language("en")


@pytest.fixture(autouse=True)
def _no_settings_left(pytestconfig: pytest.Config) -> Iterator[None]:
    """Forget after each test what it kept in the user's folders; other programs' caches stay."""
    yield
    for variable, folder in _USER_FOLDERS.items():
        if variable == "XDG_CACHE_HOME":
            shutil.rmtree(pytestconfig.stash[_HOME] / folder / "cqviewer", ignore_errors=True)
        else:
            _empty(pytestconfig.stash[_HOME] / folder)


def _empty(folder: Path) -> None:
    """Remove all that lies in a folder, and keep the folder."""
    for entry in folder.iterdir():
        if entry.is_dir():
            shutil.rmtree(entry)
        else:
            entry.unlink()


@pytest.fixture(autouse=True)
def _no_stray_log_line(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logs a warning or worse; one that expects it ends with caplog.clear()."""
    yield
    stray = [
        record.getMessage()
        for record in caplog.get_records("call")
        if record.levelno >= logging.WARNING
    ]
    assert not stray, f"logged during the test: {stray}"
