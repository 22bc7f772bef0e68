"""Where the bundled fact sheets and resources lie, in a checkout and in an installed wheel."""

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def data_folder() -> Path:
    """Return the folder of the bundled fact sheets and of the format's JSON Schema."""
    return _bundled("data")


def bundled_sheet() -> Path:
    """Return the path of the sheet that is opened when none is named."""
    return data_folder() / "chongqing-2024.yaml"


def bundled_sheets() -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Return the paths of the bundled sheets: of real places, and of made-up ones as examples."""
    folder = data_folder()
    starter = starter_sheet()
    real = (one for one in sorted(folder.glob("*.yaml")) if one != starter)
    return (*real,), (starter, *sorted((folder / "examples").glob("*.yaml")))


def starter_sheet() -> Path:
    """Return the path of the short sheet with comments to begin with."""
    return data_folder() / "starter.yaml"


def is_bundled(path: Path) -> bool:
    """Return whether a file is a part of the program, where nobody looks and few may write."""
    folder = os.path.realpath(data_folder())
    return Path(os.path.realpath(path)).is_relative_to(folder)


def resources_folder() -> Path:
    """Return the folder of the icons, fonts, templates, style sheets and translations."""
    return _bundled("resources")


def page_in(language: str, page: Path) -> Path:
    """Return the file of a page in a language, `page.zh.md`; in others it is `page.md`."""
    other = page.with_suffix(f".{language}{page.suffix}")
    return other if other.is_file() else page


def _bundled(name: str) -> Path:
    """Return the folder inside the package (a wheel) or else beside it (a checkout)."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def cache_folder() -> Path:
    """Return the user's folder for what cqviewer can make again; it need not exist."""
    on_linux = sys.platform == "linux"
    if on_linux:  # as platformdirs has it, whose import takes 10 ms of the start
        base = os.environ.get("XDG_CACHE_HOME", "").strip()
        if base.startswith("/"):
            return Path(base) / "cqviewer"
        try:
            return Path.home() / ".cache" / "cqviewer"
        except RuntimeError:  # a user without a home keeps nothing: others may write to all else
            return Path(os.devnull) / "cqviewer"
    import platformdirs  # Linux does without

    return platformdirs.user_cache_path("cqviewer", appauthor=False)


def sheets_folder() -> Path:
    """Return the folder in which one folder a sheet is kept; it need not exist."""
    return cache_folder() / "sheets"
