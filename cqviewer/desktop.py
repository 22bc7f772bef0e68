"""Desktop integration on Linux and other systems of freedesktop.org: menu entry, file type, icons.

Everything goes into the user's own folders (XDG Base Directory Specification); no Qt is loaded.
"""

import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from xml.etree import ElementTree

import platformdirs

from cqviewer.paths import resources_folder

ICON_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
_APPLICATIONS = Path("applications")
_MIME = Path("mime")
_ICONS = Path("icons") / "hicolor"
_PICTURES = Path("cqviewer") / "pictures"


def install_desktop() -> list[Path]:
    """Put the menu entry, the file type and the icons into the user's folders; return the files.

    OSError if one cannot be written.
    """
    folder = data_home()
    files = _files(folder)
    for place, data in files.items():
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_bytes(data)
    _refresh(folder)
    return [folder / place for place in files]


def remove_desktop() -> list[Path]:
    """Remove what `install_desktop` has installed; return the files that were there."""
    folder = data_home()
    removed = [folder / place for place in _files(folder) if (folder / place).is_file()]
    for path in removed:
        path.unlink()
    for own in (_PICTURES, _PICTURES.parent):
        with suppress(OSError):  # it is not there, or holds what is not of ours
            (folder / own).rmdir()
    if removed:
        _refresh(folder)
    return removed


def _files(folder: Path) -> dict[Path, bytes]:
    """Return the contents of the files for the user's data folder, by their paths in it."""
    desktop, icons = resources_folder() / "desktop", resources_folder() / "icons"
    entry = (desktop / "cqviewer.desktop").read_text("utf-8")
    entry = entry.replace("Exec=cqviewer ", f"Exec={exec_words(start_command())} ")
    metainfo = Path("metainfo") / "io.github.cqviewer.cqviewer.metainfo.xml"
    symbolic = _ICONS / "symbolic" / "apps" / "cqviewer-symbolic.svg"
    files = {
        _APPLICATIONS / "cqviewer.desktop": entry.encode("utf-8", "surrogateescape"),
        _MIME / "packages" / "cqviewer.xml": (desktop / "cqviewer-mime.xml").read_bytes(),
        metainfo: _metainfo(folder / _PICTURES),
        _ICONS / "scalable" / "apps" / "cqviewer.svg": (icons / "cqviewer.svg").read_bytes(),
        symbolic: (icons / "cqviewer-symbolic.svg").read_bytes(),
    }
    for size in ICON_SIZES:
        place = _ICONS / f"{size}x{size}" / "apps" / "cqviewer.png"
        files[place] = (icons / f"cqviewer-{size}.png").read_bytes()
    for picture in (desktop / "pictures").glob("*.png"):
        files[_PICTURES / picture.name] = picture.read_bytes()
    return files


def _metainfo(pictures: Path) -> bytes:
    """Return what software centres show of cqviewer, with the pictures in a folder."""
    desktop = resources_folder() / "desktop"
    component = ElementTree.parse(desktop / "cqviewer.metainfo.xml").getroot()
    screenshots = ElementTree.parse(desktop / "cqviewer-screenshots.xml").getroot()
    for image in screenshots.iter("image"):
        image.text = (pictures / (image.text or "")).as_uri()
    component.append(screenshots)
    ElementTree.indent(component)
    return bytes(ElementTree.tostring(component, encoding="utf-8", xml_declaration=True))


def data_home() -> Path:
    """Return the user's folder for the data of programs."""
    return Path(platformdirs.user_data_dir())


def start_command() -> list[str]:
    """Return the command that starts this very cqviewer from any folder."""
    if getattr(sys, "frozen", False):  # a PyInstaller build is its own program
        return [sys.executable]
    script = resources_folder().parent / "run"
    if script.is_file():
        return [str(script)]
    return [sys.executable, "-P", "-m", "cqviewer"]  # no module of the folder it starts in


def exec_words(words: list[str]) -> str:
    """Quote words for the Exec key as the Desktop Entry Specification asks."""
    return " ".join(_quoted(word) for word in words)


def _quoted(word: str) -> str:
    if word and all(one.isalnum() or one in "/._-+" for one in word):
        return word
    # Quoted, the four characters that a shell would read keep a backslash; the backslash itself is
    # doubled once more, for values of the file have escapes of their own; % begins a field code.
    inner = "".join(f"\\{one}" if one in '"`$\\' else one for one in word)
    inner = inner.replace("\\", "\\\\").replace("%", "%%")
    return '"' + inner.translate({ord("\n"): r"\n", ord("\r"): r"\r", ord("\t"): r"\t"}) + '"'


def _refresh(folder: Path) -> None:
    """Update the desktop's databases; where the programs for that are missing, a login does it."""
    for words in (
        ["update-desktop-database", str(folder / _APPLICATIONS)],
        ["update-mime-database", str(folder / _MIME)],
        ["gtk-update-icon-cache", "--force", "--ignore-theme-index", str(folder / _ICONS)],
    ):
        if shutil.which(words[0]):
            subprocess.run(words, capture_output=True, check=False)
