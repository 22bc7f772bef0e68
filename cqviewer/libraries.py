"""The environment that libraries read when they are imported."""

import contextlib
import os

from cqviewer.paths import cache_folder, resources_folder
from cqviewer.save import SaveError, save_bytes


def prepare_libraries() -> None:
    """Set what numpy and matplotlib read when they are imported, which must come later.

    matplotlib first lists all fonts of the system, which takes as long as to draw all charts of a
    tab. Charts are drawn with the bundled fonts and the user's alone: in a folder of cqviewer's own
    it finds a short list. A matplotlib whose list has another version makes its own there.
    """
    # One thread for linear algebra: charts need none, and idle ones spin for a tenth second.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if "MPLCONFIGDIR" in os.environ:
        return
    folder = cache_folder() / "matplotlib"
    with contextlib.suppress(OSError, SaveError):  # then matplotlib lists the fonts
        for one in (folder.parent, folder):
            one.mkdir(mode=0o700, parents=True, exist_ok=True)
        for bundled in (resources_folder() / "fonts").glob("fontlist-*.json"):
            listed, kept = bundled.read_bytes(), folder / bundled.name
            if not kept.is_file() or kept.read_bytes() != listed:
                save_bytes(listed, kept)
        os.environ["MPLCONFIGDIR"] = str(folder)
