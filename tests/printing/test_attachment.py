"""A PDF that cqviewer printed opens again as its sheet; another PDF gets a sentence."""

import base64
import io
import struct
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from cqviewer.model.files.plain_file import Limits
from cqviewer.model.problems import SheetError
from cqviewer.printing.attachment import beside, extract_yaml, find_attached, is_pdf, open_sheet
from cqviewer.printing.options import PrintOptions
from cqviewer.printing.typeset import make_pdf
from cqviewer.printing.web.page import make_page
from tests.checkout import run_python
from tests.printing.sheets import BUNDLED, MADE_UP, bundled, made_up, printed


def attach(path: Path, content: bytes, *, relationship: str = "/Source", times: int = 1) -> None:
    """Write a PDF with a file attached as cqviewer attaches its sheet."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    spec = pikepdf.AttachedFileSpec(
        pdf,
        content * times,
        mime_type="application/yaml",
        relationship=pikepdf.Name(relationship),
    )
    pdf.attachments["sheet.yaml"] = spec
    pdf.save(path, compress_streams=True)


@pytest.mark.parametrize("name", ["bundled", "made-up"])
def test_a_printed_sheet_opens_as_the_sheet_it_was(name: str, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(printed(name))
    source = BUNDLED if name == "bundled" else MADE_UP
    assert extract_yaml(path) == source.read_bytes()
    opened = open_sheet(path)
    assert opened.indicators == (bundled() if name == "bundled" else made_up()).indicators
    assert make_pdf(opened) == printed(name)


def test_yaml_opens_as_before() -> None:
    assert open_sheet(BUNDLED) == bundled()
    assert not is_pdf(BUNDLED)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-8"])
def test_the_bytes_are_kept_whatever_the_encoding(encoding: str, tmp_path: Path) -> None:
    yaml = MADE_UP.read_text("utf-8").replace("\n", "\r\n").encode(encoding)
    (tmp_path / "a.yaml").write_bytes(yaml)
    (tmp_path / "a.pdf").write_bytes(make_pdf(open_sheet(tmp_path / "a.yaml")))
    assert extract_yaml(tmp_path / "a.pdf") == yaml
    assert open_sheet(tmp_path / "a.pdf").title == made_up().title


def problem(path: Path, limits: Limits | None = None) -> str:
    """Open what cannot be opened, and give the first sentence."""
    with pytest.raises(SheetError) as caught:
        open_sheet(path, limits)
    return caught.value.problems[0].sentence()


def test_another_pdf_gets_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "other.pdf"
    pikepdf.new().save(path)
    assert "carries no fact sheet (only a PDF that a sheet is attached to" in problem(path)


def test_a_sheet_that_was_attached_by_hand_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "by-hand.pdf"
    for name in ("My Sheet.YAML", "a.yml"):
        write_pdf(path, {"notes.txt": b"no sheet", name: MADE_UP.read_bytes()})
        assert open_sheet(path).title == made_up().title
    write_pdf(path, {"notes.txt": MADE_UP.read_bytes()})
    assert "carries no fact sheet" in problem(path)


def test_of_two_sheets_none_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "two.pdf"
    write_pdf(path, {"a.yaml": b"a", "b.yaml": b"b"})
    assert "this PDF carries 2 fact sheets: a.yaml, b.yaml (save the one" in problem(path)
    attach(path, MADE_UP.read_bytes())
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.attachments["other.yaml"] = pikepdf.AttachedFileSpec(pdf, b"by hand")
        pdf.save(path)
    assert open_sheet(path).title == made_up().title  # that of cqviewer's own kind is meant


@pytest.mark.parametrize(
    "spec",
    [
        *("5", "null", "<<>>", "<</Type/Filespec/F(a.yaml)/UF(a.yaml)>>", "<</EF 7>>"),
        *("<</EF<<>>>>", "<</EF<</F<<>>>>>>", "<</EF<</F 99 0 R>>>>", "<</EF<</UF[]/F()>>>>"),
    ],
)
def test_an_entry_without_a_file_is_no_sheet(spec: str, tmp_path: Path) -> None:
    path = tmp_path / "odd.pdf"
    path.write_bytes(pdf_of({3: spec.encode()}))
    assert "carries no fact sheet" in problem(path)


def pack(data: bytes, times: int, before: bytes = b"") -> bytes:
    """Compress data that is repeated so often."""
    packing = zlib.compressobj(9)
    parts = [packing.compress(before), *(packing.compress(data) for _ in range(times))]
    return b"".join(parts) + packing.flush()


def bombs() -> Iterator[tuple[str, bytes]]:
    """Yield small PDFs that ask for far more than they are."""
    hidden = b"1 0 " + CATALOG.encode()
    spaces, lists = b" " * 10_000_000, b"[]" * 5_000_000
    yield "an object stream", pdf_of({}, hidden=pack(spaces, 100, hidden))
    inside = hidden[:-2] + b"/X["
    yield "many values in an object stream", pdf_of({}, hidden=pack(lists, 3, inside) + b"]>>")
    yield "many values", pdf_of({1: CATALOG.encode()[:-2] + b"/X[" + lists * 3 + b"]>>"})
    rows = b"".join(
        (
            b"6 0 obj<</Type/XRef/Size 400000000/W[1 4 2]/Root 1 0 R/Filter/FlateDecode/Length ",
            b"%d>>stream\n" % len(rows := pack(spaces, 100)),
            rows,
            b"\nendstream endobj\n",
        )
    )
    yield "a cross-reference stream", b"%PDF-1.7\n" + rows + b"startxref\n9\n%%EOF\n"
    tree = {
        number: b"<</Kids[%d 0 R %d 0 R]>>" % (number + 1, number + 1) for number in range(6, 60)
    }
    names = CATALOG.replace("<</Names[(a.yaml)3 0 R]>>", "6 0 R").encode()
    yield "a tree of names", pdf_of({1: names, **tree, 60: b"<</Names[(a.yaml)3 0 R]>>"})
    yield "objects without a table", b"%PDF-1.7\n" + b"1 0 obj 1 endobj\n" * 500_000


READ = """\
import resource, sys
from pathlib import Path
from cqviewer.model.problems import SheetError
from cqviewer.printing.attachment import extract_yaml
for name in sys.argv[1:]:
    try:
        extract_yaml(Path(name))
    except SheetError as error:
        print(error.problems[0].message)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds a process's memory")
def test_no_small_pdf_takes_much_memory_or_time(tmp_path: Path) -> None:
    paths = []
    for name, data in bombs():
        paths.append(tmp_path / f"{name}.pdf")
        paths[-1].write_bytes(data)
    # In a small process: a child's peak counts what its parent held when it was started.
    done = run_python(READ, *map(str, paths))
    *said, most = done.stdout.splitlines()
    assert len(said) == len(paths) == 6
    assert all("this PDF" in one for one in said), said
    assert int(most) * 1024 < 600_000_000


@pytest.mark.parametrize(("times", "program"), [(1, "x"), (100, "")])
def test_what_unpacks_to_too_much_tells_no_program(
    times: int, program: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.pdf"
    about = pack(b" " * 1_000_000, times, b"6 0 <</Creator(x)>>")
    path.write_bytes(pdf_of({}, hidden=about, hides=6))
    found = find_attached(path, Limits())
    assert (found.name, found.data, found.program, found.options) == ("a.yaml", b"x", program, "")


CATALOG = "<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a.yaml)3 0 R]>>>>>>"


def pdf_of(changed: dict[int, bytes], hidden: bytes = b"", hides: int = 1) -> bytes:
    """Return a PDF with a sheet attached by hand.

    `hidden` is an object stream with its catalog, or with its information as object 6.
    """
    objects = {
        1: CATALOG.encode(),
        2: b"<</Type/Pages/Kids[]/Count 0>>",
        3: b"<</Type/Filespec/F(a.yaml)/UF(a.yaml)/EF<</F 4 0 R>>>>",
        4: b"<</Length 1>>stream\nx\nendstream",
        **changed,
    }
    if hidden:
        objects.pop(hides, None)
        head = b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n" % len(hidden)
        objects[5] = head + hidden + b"\nendstream"
    data, places = b"%PDF-1.7\n", {}
    for number, content in objects.items():
        places[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    last = max(*objects, hides) + 1
    rows = b"".join(
        struct.pack(">BIB", 1, places[one], 0) if one in places else struct.pack(">BIB", 2, 5, 0)
        for one in range(1, last)
    )
    rows = bytes(6) + rows + struct.pack(">BIB", 1, len(data), 0)
    table = b"<</Type/XRef/Size %d/W[1 4 1]/Root 1 0 R%s/Length %d>>" % (
        *(last + 1, b"/Info 6 0 R" if hides == 6 else b"", len(rows)),
    )
    return data + b"%d 0 obj\n%sstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (
        *(last, table, rows, len(data)),
    )


def write_pdf(path: Path, files: dict[str, bytes]) -> None:
    """Write a PDF with files attached as other programs attach them."""
    pdf = pikepdf.new()
    for name, content in files.items():
        pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, content)
    pdf.save(path)


def test_a_broken_or_locked_pdf_gets_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(b"%PDF-1.7\nnothing")
    assert "this PDF is damaged" in problem(path)
    path.write_bytes(printed("bundled")[:5_000])
    assert "sheet" in problem(path) or "damaged" in problem(path)
    locked = pikepdf.new()
    locked.save(path, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert "locked with a password" in problem(path)


def test_a_missing_file_gets_the_same_sentence_as_ever(tmp_path: Path) -> None:
    assert "there is no such file" in problem(tmp_path / "missing.pdf")
    assert "this is a folder" in problem(tmp_path)


def test_problems_keep_their_place_in_the_yaml(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    text = MADE_UP.read_text("utf-8").replace("\nplace:", "\nplaice:")
    line = text[: text.index("plaice")].count("\n") + 1
    attach(path, text.encode())
    assert problem(path).startswith(f"{path}/sheet.yaml:{line}:1: error:")


def test_an_attachment_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.pdf"
    attach(path, b" " * 1_000_000, times=20)
    assert path.stat().st_size < 100_000
    assert "larger than 10,000,000 bytes" in problem(path)


def test_a_pdf_larger_than_any_sheet_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.pdf"
    path.write_bytes(printed("bundled"))
    assert "larger than" in problem(path, Limits(file_bytes=1_000))


def test_the_attached_file_is_the_source_of_the_document() -> None:
    with pikepdf.open(io.BytesIO(printed("bundled"))) as pdf:
        ((name, attached),) = pdf.attachments.items()
        assert name == "fact-sheet.yaml"
        assert str(attached.obj.AFRelationship) == "/Source"
        assert attached.get_file().mime_type == "application/yaml"
        assert attached.description


def test_a_file_that_breaks_off_while_it_is_read_is_named(tmp_path: Path) -> None:
    file = tmp_path / "mem.pdf"
    file.symlink_to("/proc/self/mem")  # opens, but has nothing at its beginning
    with pytest.raises(SheetError, match=r"mem\.pdf: error: the file cannot be read"):
        is_pdf(file)


@pytest.mark.parametrize(
    ("packed", "by"),
    [
        (b"/LZWDecode", "/LZWDecode"),
        (b"[/FlateDecode/FlateDecode]", "/FlateDecode /FlateDecode"),
        *((one, "what is no filter") for one in (b"1 0 R", b"<</A 1>>", b"7", b"true", b"(x)")),
        (b"[/FlateDecode[]]", "/FlateDecode what is no filter"),
    ],
)
def test_an_attachment_that_is_packed_in_another_way_is_refused(
    packed: bytes, by: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_of({4: b"<</Length 1/Filter %s>>stream\nx\nendstream" % packed}))
    assert f"its attachment is packed by {by}" in problem(path).splitlines()[0]
    assert problem(path).rstrip(")").endswith(by)


def exported(folder: Path, content: bytes, times: int = 1) -> Path:
    """Return a page with a link that holds a sheet as cqviewer's does."""
    path = folder / "page.html"
    kind = "data:application/yaml;base64,"
    link = f'<a id="fact-sheet-yaml" download="a&amp;b.yaml" href="{kind}'.encode()
    path.write_bytes(b"\n<!doctype HTML><p>" + times * (link + content + b'">a</a>'))
    return path


def test_a_page_opens_as_the_sheet_in_it(tmp_path: Path) -> None:
    path = exported(tmp_path, base64.b64encode(MADE_UP.read_bytes()))
    assert open_sheet(path).indicators == made_up().indicators
    assert find_attached(path, Limits()).name == "a&b.yaml"
    assert not is_pdf(path)


def test_a_page_without_a_sound_sheet_gets_a_sentence(tmp_path: Path) -> None:
    sheet = base64.b64encode(MADE_UP.read_bytes())
    assert "this page carries no fact sheet" in problem(exported(tmp_path, sheet, 0))
    assert "this page carries 2 fact sheets" in problem(exported(tmp_path, sheet, 2))
    assert "the sheet in this page is damaged" in problem(exported(tmp_path, b"%%%"))
    small = Limits(file_bytes=len(MADE_UP.read_bytes()) - 1)
    assert "the sheet in it is larger than" in problem(exported(tmp_path, sheet), small)
    smaller = Limits(file_bytes=100)
    assert "the file is larger than 800 bytes" in problem(exported(tmp_path, sheet), smaller)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
GERMAN = "about: etwa\nno_such_phrase: geheim\nor_so: {secret: 1}\n"


def with_files(folder: Path, logo: bytes = SVG) -> Path:
    """Write a sheet with phrases and a logo beside it, and return its path."""
    said = "phrases: {de: german.yaml}\nlogo: {file: arms.svg, alt: The arms}\n"
    (folder / "german.yaml").write_text(GERMAN)
    (folder / "arms.svg").write_bytes(logo)
    (folder / "sheet.yaml").write_bytes(MADE_UP.read_bytes() + said.encode())
    return folder / "sheet.yaml"


@pytest.mark.parametrize("kind", ["pdf", "html"])
def test_phrases_and_logo_come_with_the_sheet(kind: str, tmp_path: Path) -> None:
    sheet = open_sheet(with_files(tmp_path))
    (apart := tmp_path / "apart").mkdir()
    made = make_pdf(sheet) if kind == "pdf" else make_page(sheet)
    (apart / f"made.{kind}").write_bytes(made)
    opened = open_sheet(apart / f"made.{kind}")
    assert opened.yaml == sheet.yaml
    assert opened.phrases == sheet.phrases == {"de": {"about": "etwa"}}
    assert opened.imprint.logo == sheet.imprint.logo
    assert opened.imprint.logo is not None
    assert (make_pdf(opened) if kind == "pdf" else make_page(opened)) == made


def test_only_what_was_taken_of_the_phrases_is_carried(tmp_path: Path) -> None:
    files = beside(open_sheet(with_files(tmp_path)))
    assert files == {"phrases-de.yaml": b'{\n"about": "etwa"\n}', "logo.svg": SVG}
    assert beside(made_up()) == {}


def test_a_logo_in_pixels_comes_with_the_sheet(tmp_path: Path) -> None:
    path = with_files(tmp_path, small_png())
    (tmp_path / "made.pdf").write_bytes(make_pdf(open_sheet(path)))
    logo = open_sheet(tmp_path / "made.pdf").imprint.logo
    assert logo is not None
    assert (logo.kind, logo.data) == ("png", small_png())


def small_png() -> bytes:
    """Return a picture of one grey pixel."""

    def part(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = part(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    pixels = part(b"IDAT", zlib.compress(b"\0\x80"))
    return b"\x89PNG\r\n\x1a\n" + head + pixels + part(b"IEND", b"")


def test_a_logo_that_someone_put_into_a_pdf_is_looked_at_as_any_other(tmp_path: Path) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(make_pdf(open_sheet(with_files(tmp_path)), PrintOptions(annex=False)))
    bad = SVG.replace(b"<path", b"<script/><path")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        spec = pikepdf.AttachedFileSpec(pdf, bad, relationship=pikepdf.Name("/Supplement"))
        pdf.attachments["logo.svg"] = spec
        pdf.attachments["large"] = pikepdf.AttachedFileSpec(
            pdf, bytes(10**6), relationship=pikepdf.Name("/Supplement")
        )
        pdf.save(path)
    opened = open_sheet(path)
    assert (opened.imprint.logo, opened.phrases) == (None, {"de": {"about": "etwa"}})
