"""Checks before the window is created whether Qt can start, and says in a sentence why not.

Qt itself aborts the process if a shared library or the display is missing. Only the standard
library is imported at the top, so that this module always loads. Its sentences are in English,
since there is no translation before Qt has started.
"""

import ctypes
import os
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

EXIT_QT_MISSING: Final = 3
"""The exit status of a run that ends because Qt cannot start."""

# All that QtWidgets and the xcb and wayland platform plugins of PySide6 6.12 are linked with beyond
# the C library (as `objdump -p` tells it), and the packages that bring it. The names are those of
# Debian 12, Fedora 41, Arch Linux and openSUSE Leap 15.6.
_MANAGERS: Final = ("apt-get", "dnf", "pacman", "zypper")
_PACKAGES: Final = """
libEGL.so.1             libegl1             libglvnd-egl         libglvnd             libglvnd
libGL.so.1              libgl1              libglvnd-glx         libglvnd             libglvnd
libX11-xcb.so.1         libx11-xcb1         libX11-xcb           libx11               libX11-xcb1
libX11.so.6             libx11-6            libX11               libx11               libX11-6
libdbus-1.so.3          libdbus-1-3         dbus-libs            dbus                 libdbus-1-3
libfontconfig.so.1      libfontconfig1      fontconfig           fontconfig           libfontconfig1
libfreetype.so.6        libfreetype6        freetype             freetype2            libfreetype6
libglib-2.0.so.0        libglib2.0-0        glib2                glib2                libglib-2_0-0
libgthread-2.0.so.0     libglib2.0-0        glib2                glib2                libgthread-2_0-0
libwayland-client.so.0  libwayland-client0  libwayland-client    wayland              libwayland-client0
libwayland-cursor.so.0  libwayland-cursor0  libwayland-cursor    wayland              libwayland-cursor0
libxcb-cursor.so.0      libxcb-cursor0      xcb-util-cursor      xcb-util-cursor      libxcb-cursor0
libxcb-icccm.so.4       libxcb-icccm4       xcb-util-wm          xcb-util-wm          libxcb-icccm4
libxcb-image.so.0       libxcb-image0       xcb-util-image       xcb-util-image       libxcb-image0
libxcb-keysyms.so.1     libxcb-keysyms1     xcb-util-keysyms     xcb-util-keysyms     libxcb-keysyms1
libxcb-randr.so.0       libxcb-randr0       libxcb               libxcb               libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0 xcb-util-renderutil  xcb-util-renderutil  libxcb-render-util0
libxcb-render.so.0      libxcb-render0      libxcb               libxcb               libxcb-render0
libxcb-shape.so.0       libxcb-shape0       libxcb               libxcb               libxcb-shape0
libxcb-shm.so.0         libxcb-shm0         libxcb               libxcb               libxcb-shm0
libxcb-sync.so.1        libxcb-sync1        libxcb               libxcb               libxcb-sync1
libxcb-util.so.1        libxcb-util1        xcb-util             xcb-util             libxcb-util1
libxcb-xfixes.so.0      libxcb-xfixes0      libxcb               libxcb               libxcb-xfixes0
libxcb-xkb.so.1         libxcb-xkb1         libxcb               libxcb               libxcb-xkb1
libxcb.so.1             libxcb1             libxcb               libxcb               libxcb1
libxkbcommon-x11.so.0   libxkbcommon-x11-0  libxkbcommon-x11     libxkbcommon-x11     libxkbcommon-x11-0
libxkbcommon.so.0       libxkbcommon0       libxkbcommon         libxkbcommon         libxkbcommon0
libz.so.1               zlib1g              zlib                 zlib                 libz1
"""  # noqa: E501 - a table reads best with one library a line
_MISSING_LIBRARY: Final = re.compile(r"(\S+\.so[.\d]*): cannot open shared object file")
_VARIABLES: Final = {"xcb": "DISPLAY", "wayland": "WAYLAND_DISPLAY"}

LoadLibrary = Callable[[str], ctypes.CDLL]


class QtCannotStart(Exception):
    """Qt cannot start here; the text is one sentence that says why and what to do."""


class NoDisplay(QtCannotStart):
    """Qt is complete, but there is no display for a window."""


def check_qt_can_start() -> None:
    """Raise QtCannotStart if a Qt application would abort; otherwise this costs almost nothing.

    It imports QtWidgets and loads the platform plugin, which the application needs next anyway.
    """
    on_linux = sys.platform == "linux"
    platforms = _platforms()
    if on_linux and not platforms:
        raise NoDisplay("There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set.")
    try:
        from PySide6 import QtCore, QtWidgets  # noqa: F401
    except ImportError as error:
        raise QtCannotStart(_sentence(str(error))) from error
    if on_linux:
        folder = QtCore.QLibraryInfo.path(QtCore.QLibraryInfo.LibraryPath.PluginsPath)
        _check_platforms(platforms, Path(folder) / "platforms")


def release_memory() -> None:
    """Return freed memory to the system, which glibc does only when asked."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)


def missing_packages(manager: str, load: LoadLibrary = ctypes.CDLL) -> list[str]:
    """Return the names of a package manager's packages for shared libraries that Qt lacks here.

    `load` loads a shared library by its name, or raises OSError.
    """
    missing = set()
    for library, packages in _packages_by_library().items():
        try:
            load(library)
        except OSError:
            missing.add(packages[manager])
    return sorted(missing)


def _platforms() -> list[str]:
    """Return the names of the platform plugins that Qt will try, in order."""
    if chosen := os.environ.get("QT_QPA_PLATFORM"):
        return [name.partition(":")[0] for name in chosen.split(";")]
    found = [name for name, variable in _VARIABLES.items() if os.environ.get(variable)]
    return sorted(found, reverse=os.environ.get("XDG_SESSION_TYPE") != "wayland")


def _check_platforms(platforms: list[str], plugins: Path) -> None:
    """Raise the problem of the first platform plugin, unless one of them works."""
    refusals = []
    for platform in platforms:
        try:
            _check_platform(platform, plugins)
        except QtCannotStart as refusal:
            refusals.append(refusal)
        else:
            return  # Qt tries them in turn: one that works is enough
    raise refusals[0]


def _check_platform(platform: str, plugins: Path) -> None:
    """Raise QtCannotStart if a platform plugin cannot be loaded or its display not be reached."""
    plugin = plugins / f"libq{platform}.so"
    if not plugin.exists():
        names = ", ".join(sorted(file.stem.removeprefix("libq") for file in plugins.glob("*.so")))
        raise QtCannotStart(f"Qt has no platform '{platform}'; QT_QPA_PLATFORM may name {names}.")
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        raise QtCannotStart(_sentence(str(error))) from error
    if (platform == "xcb" and not _x_answers()) or (
        platform == "wayland" and not _wayland_answers()
    ):
        variable = _VARIABLES[platform]
        name = os.environ.get(variable)
        raise NoDisplay(
            f"The display '{name}', which {variable} names, cannot be reached."
            if name
            else f"There is no display: {variable} is not set."
        )


def _x_answers() -> bool:
    """Return whether the X server that DISPLAY names accepts connections."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    answers = bool(xcb.xcb_connection_has_error(connection) == 0)
    xcb.xcb_disconnect(connection)
    return answers


def _wayland_answers() -> bool:
    """Return whether the compositor that WAYLAND_DISPLAY names accepts connections."""
    wayland = ctypes.CDLL("libwayland-client.so.0")
    wayland.wl_display_connect.restype = ctypes.c_void_p
    connection = wayland.wl_display_connect(None)
    if connection is None:
        return False
    wayland.wl_display_disconnect(ctypes.c_void_p(connection))
    return True


def _sentence(reason: str) -> str:
    """Return the loader's message as one sentence that names the library and its package."""
    found = _MISSING_LIBRARY.search(reason)
    if not found:
        return f"Qt cannot be loaded: {' '.join(reason.split())}."
    library = found[1]
    packages = _packages_by_library().get(library)
    if packages is None:
        return f"Qt cannot start, because the shared library {library} is missing."
    manager = next((name for name in _MANAGERS if shutil.which(name)), None)
    if manager is None:
        debian, fedora = packages["apt-get"], packages["dnf"]
        advice = f"the package {debian} (Debian) or {fedora} (Fedora) brings it"
    else:
        install = f"{manager} -S" if manager == "pacman" else f"{manager} install"
        advice = f"'{install} {packages[manager]}' brings it"
    return f"Qt cannot start, because the shared library {library} is missing; {advice}."


def _packages_by_library() -> dict[str, dict[str, str]]:
    """Return the names of packages by shared library, then by package manager."""
    rows = (line.split() for line in _PACKAGES.strip().splitlines())
    return {row[0]: dict(zip(_MANAGERS, row[1:], strict=True)) for row in rows}
