"""Texts, PDFs and tables beside a sheet are read within limits; hostile ones get a sentence."""

import os
import random
from collections import Counter
from pathlib import Path

import pikepdf
import pytest

from cqviewer.evidence import pdf, reading
from cqviewer.evidence.document import Document, EvidenceError
from cqviewer.evidence.reading import draw_page, evidence_file, read_document
from cqviewer.progress import heard_by
from tests.evidence.sources import citing, write_pdf
from tests.model.sheets import figure, sheet

SHEET = sheet(f"a: {figure(value=1)}")


def refused(path: Path) -> str:
    """Read a file that cannot be; gives the sentence."""
    with pytest.raises(EvidenceError) as error:
        read_document(path, SHEET)
    assert error.value.reason == "unreadable"
    return str(error.value)


def said_of(folder: Path, evidence: str) -> tuple[str, str]:
    """Return which sort of refusal a sheet's evidence meets, and the sentence."""
    made = citing(f"a: {figure(value=1)}", evidence)
    with pytest.raises(EvidenceError) as error:
        read_document(evidence_file(made, folder, "report"), made)
    return error.value.reason, str(error.value)


# Texts


def test_a_text_beside_the_sheet_is_read_without_its_empty_lines(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_bytes("\ufeffOne.\r\n\r\n二。\n".encode())
    found = read_document(tmp_path / "report.txt", SHEET)
    assert [(one.number, one.text) for one in found.parts] == [(1, "One."), (2, "二。")]


def test_what_is_named_elsewhere_is_not_read(tmp_path: Path) -> None:
    folder = tmp_path / "sheets"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    outside = ("outside", "the evidence does not lie in the sheet's own folder")
    assert said_of(folder, "link.txt") == said_of(folder, "..") == outside


def test_the_variable_serves_sources_that_name_no_evidence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CQVIEWER_EVIDENCE", str(tmp_path / "given.txt"))
    assert evidence_file(SHEET, tmp_path, "report") == tmp_path / "given.txt"
    named = citing(f"a: {figure(value=1)}")
    assert evidence_file(named, tmp_path, "report") == tmp_path / "report.txt"
    monkeypatch.delenv("CQVIEWER_EVIDENCE")
    with pytest.raises(EvidenceError, match="names no evidence") as error:
        evidence_file(SHEET, tmp_path, "report")
    assert error.value.reason == "none"


def test_what_is_no_plain_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    assert "a link that leads to itself" in refused(tmp_path / "loop.txt")
    assert "this is a pipe" in refused(tmp_path / "pipe.txt")
    assert "this is a folder" in refused(tmp_path)


@pytest.mark.parametrize(
    ("data", "said"), [(None, "no such file"), (b"\xff", "no UTF-8"), (b"x" * 5_000_001, "larger")]
)
def test_a_text_that_cannot_be_read_is_said(tmp_path: Path, data: bytes | None, said: str) -> None:
    if data is not None:
        (tmp_path / "report.txt").write_bytes(data)
    assert said in refused(tmp_path / "report.txt")


@pytest.mark.parametrize(("language", "amount"), [("de", 1200), ("en", 1.2)])
def test_the_sheet_s_language_tells_what_a_text_does_not(
    tmp_path: Path, language: str, amount: float
) -> None:
    (tmp_path / "report.txt").write_text("1.200 Stellen")
    made = citing(f"a: {figure(value=1)}", head=f"languages: [{language}]\n")
    (part,) = read_document(tmp_path / "report.txt", made).parts
    assert float(part.mentions[0].amount) == amount


# Tables


def test_each_cell_with_a_number_is_a_part_and_the_whole_table_is_kept(tmp_path: Path) -> None:
    (tmp_path / "report.csv").write_text("Year,Jobs\n2023,1184\n2024,none\n")
    found = read_document(tmp_path / "report.csv", SHEET)
    assert [(one.sheet, one.cell, one.text) for one in found.parts] == [
        ("Table 1", "A2", "2023"),
        ("Table 1", "B2", "1184"),
        ("Table 1", "A3", "2024"),
    ]
    assert found.tables[0].rows[2] == ["2024", "none"]


def test_a_table_that_is_too_large_is_said(tmp_path: Path) -> None:
    (tmp_path / "report.csv").write_text("a,b\n" + "1,2\n" * 50_001)
    assert "50,000 can be read" in refused(tmp_path / "report.csv")


# PDFs


def page_texts(found: Document) -> list[str]:
    return [one.text for one in found.parts]


def test_lines_make_paragraphs_and_divided_words_become_one(tmp_path: Path) -> None:
    markup = '#set text(hyphenate: true, lang: "en")\n#set par(justify: true)\n= Report\n'
    markup += f"In Springfield {'administration ' * 20}came to 1,200.\n\n"
    markup += f"{'unbelievable ' * 19}unbelievable.\n"
    found = read_document(write_pdf(tmp_path / "a.pdf", markup, width="70mm"), SHEET)
    assert page_texts(found) == [
        "Report",
        f"In Springfield {'administration ' * 20}came to 1,200.",
        f"{'unbelievable ' * 19}unbelievable.",
    ]
    assert len({one.box.left for one in found.parts if one.box}) == 1


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    markup = f"#columns(2)[{'left one ' * 30}\n#colbreak()\n{'right two ' * 30}]\n"
    found = read_document(write_pdf(tmp_path / "a.pdf", markup), SHEET)
    assert page_texts(found) == [("left one " * 30).strip(), ("right two " * 30).strip()]


def test_columns_that_a_pdf_writes_line_by_line_are_set_apart(tmp_path: Path) -> None:
    cells = "".join(f"[on the left {one}x], [on the right {one}y]," for one in "abc")
    markup = f"#grid(columns: (45mm, 45mm), row-gutter: 3pt, {cells})\n"
    found = read_document(write_pdf(tmp_path / "a.pdf", markup), SHEET)
    assert page_texts(found) == [
        "on the left ax on the left bx on the left cx",
        "on the right ay on the right by on the right cy",
    ]


def test_a_number_has_a_box_for_each_line_that_it_stands_on(tmp_path: Path) -> None:
    markup = "Springfield counted 690 thousand new jobs in all of them.\n"
    found = read_document(write_pdf(tmp_path / "a.pdf", markup, width="52mm"), SHEET)
    (number,) = found.parts[0].mentions
    text = found.parts[0].text
    assert text[number.start : number.end] == "690 thousand"
    first, second = number.boxes
    assert first.bottom <= second.top + 0.01
    assert first.left > second.left
    assert all(
        0 < one.left < one.right < 1 and 0 < one.top < one.bottom < 1 for one in number.boxes
    )


def test_numbers_on_two_lines_do_not_become_one(tmp_path: Path) -> None:
    markup = "There were 200 \\\n300 of them were new.\n"
    found = read_document(write_pdf(tmp_path / "a.pdf", markup), SHEET)
    assert [int(one.amount) for one in found.parts[0].mentions] == [200, 300]


def test_numbers_are_found_where_lines_run_from_right_to_left(tmp_path: Path) -> None:
    markup = '#set text(font: "DejaVu Sans Mono", lang: "he")\nבשנת 2024 נוספו 1,200 משרות\n'
    found = read_document(write_pdf(tmp_path / "a.pdf", markup), SHEET)
    amounts = {int(number.amount) for part in found.parts for number in part.mentions}
    assert amounts == {2024, 1200}


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_boxes_lie_where_a_turned_page_shows_them(tmp_path: Path, turn: int) -> None:
    path = write_pdf(tmp_path / "a.pdf", "1,200\n")
    plain = read_document(path, SHEET).parts[0].mentions[0].boxes[0]
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        file.pages[0].Rotate = turn
        file.save(path)
    turned = read_document(path, SHEET).parts[0].mentions[0].boxes[0]
    expected = {
        90: (1 - plain.bottom, plain.left),
        180: (1 - plain.right, 1 - plain.bottom),
        270: (plain.top, 1 - plain.right),
    }[turn]
    assert (turned.left, turned.top) == pytest.approx(expected, abs=0.01)


def test_a_page_is_drawn_with_the_number_in_its_box(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", "#v(40mm)\n#h(30mm)1,200\n")
    (box,) = read_document(path, SHEET).parts[0].mentions[0].boxes
    drawn = draw_page(path, 1, 480)
    assert (drawn.width, drawn.height) == (480, 641)
    assert len(drawn.data) == 4 * 480 * 641
    dark = [
        (place % 480 / 480, place // 480 / 641)
        for place in range(480 * 641)
        if drawn.data[4 * place] < 100
    ]
    assert dark
    assert all(box.left - 0.01 < x < box.right + 0.01 for x, _ in dark)
    assert all(box.top - 0.01 < y < box.bottom + 0.01 for _, y in dark)


def test_only_the_pages_that_are_asked_for_are_read(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", "#pagebreak()\n".join(f"Page {n} of it\n" for n in "abc"))
    found = read_document(path, SHEET, cited=(2, 9))
    assert (page_texts(found), found.pages, len(found.sizes)) == (["Page b of it"], (2,), 3)


def test_a_long_pdf_shows_a_page_without_reading_the_others_and_reports_how_far_it_is(
    tmp_path: Path,
) -> None:
    path = write_pdf(tmp_path / "a.pdf", "#for n in range(450) [#lorem(300) #pagebreak()]\n")
    found = read_document(path, SHEET, cited=(400,))
    assert draw_page(path, 400, 540).width == 540
    assert {one.page for one in found.parts} == {400}
    heard: list[tuple[int, int]] = []
    with heard_by(lambda part, parts: heard.append((part, parts))):
        read_document(path, SHEET)
    assert heard == [(first, len(found.sizes)) for first in range(1, len(found.sizes) + 1, 20)]


def test_a_pdf_without_text_says_which_pages_are_pictures(tmp_path: Path) -> None:
    markup = "#rect(fill: black)\n#pagebreak()\nText\n#pagebreak()\n#circle()\n"
    found = read_document(write_pdf(tmp_path / "a.pdf", markup), SHEET)
    assert found.without_text == (1, 3)


def test_an_encrypted_pdf_is_said(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", "1,200")
    with pikepdf.open(path) as file:
        file.save(tmp_path / "b.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))
        file.save(tmp_path / "c.pdf", encryption=pikepdf.Encryption(owner="a", user=""))
    assert refused(tmp_path / "b.pdf").endswith("it is encrypted; save it without a password")
    assert page_texts(read_document(tmp_path / "c.pdf", SHEET)) == ["1,200"]


def test_a_damaged_pdf_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\nnothing more\n")
    assert refused(tmp_path / "a.pdf") == "a.pdf cannot be read: it is damaged"


def test_a_pdf_with_too_many_pages_is_said(tmp_path: Path) -> None:
    with pikepdf.new() as file:
        for _ in range(2001):
            file.add_blank_page(page_size=(100, 100))
        file.save(tmp_path / "a.pdf")
    assert "has 2,001 pages; 2,000 can be read" in refused(tmp_path / "a.pdf")


def test_a_pdf_that_is_too_large_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_pdf(tmp_path / "a.pdf", "1,200")
    monkeypatch.setattr(reading, "LARGEST_PDF", 100)
    assert "is larger than 100 bytes" in refused(path)


def packed(path: Path, content: bytes, size: tuple[int, int] = (200, 200)) -> Path:
    """Write a PDF of one page with a content, packed as small as it goes."""
    with pikepdf.new() as file:
        file.add_blank_page(page_size=size)
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1)
        font.BaseFont = pikepdf.Name.Helvetica
        fonts = pikepdf.Dictionary(F=font)
        file.pages[0].Resources = pikepdf.Dictionary(Font=fonts)
        file.pages[0].Contents = file.make_stream(content)
        file.save(path, compress_streams=True)
    return path


def test_a_bomb_is_said_within_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_MOST_SECONDS", 2)
    content = b"BT /F 1 Tf " + b"(1 2 3) Tj " * 12_000_000 + b"ET"
    path = packed(tmp_path / "a.pdf", content)
    assert path.stat().st_size < 1_000_000
    assert "takes too much time or memory" in refused(path)


def test_a_page_with_too_many_characters_is_said(tmp_path: Path) -> None:
    path = packed(
        tmp_path / "a.pdf", b"BT /F 1 Tf " + b"(1 2 3 4 5 6 7 8 9 0) Tj " * 11_000 + b"ET"
    )
    assert "200,000 can be read" in refused(path)


def test_a_number_beyond_the_edge_of_a_page_has_its_box_at_the_edge(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.pdf", b"BT /F 12 Tf 190 100 Td (1,200) Tj ET")
    (box,) = read_document(path, SHEET).parts[0].mentions[0].boxes
    assert (box.left, box.right) == pytest.approx((0.95, 1))


def test_a_page_of_monstrous_size_is_drawn_smaller(tmp_path: Path) -> None:
    drawn = draw_page(packed(tmp_path / "a.pdf", b"", (14_400, 14_400)), 1, 100_000)
    assert drawn.width * drawn.height <= 12_100_000
    drawn = draw_page(packed(tmp_path / "b.pdf", b"", (10, 14_400)), 1, 2_000)
    assert (drawn.width < 2_000, drawn.height) == (True, 20_000)


def test_a_page_that_a_pdf_has_not_is_said(tmp_path: Path) -> None:
    with pytest.raises(EvidenceError, match="has 1 pages, but no 2"):
        draw_page(write_pdf(tmp_path / "a.pdf", "1,200"), 2, 100)


def test_damage_anywhere_in_a_pdf_gets_a_sentence_or_a_document(tmp_path: Path) -> None:
    write_pdf(tmp_path / "a.pdf", "#for n in range(3) [Of #n there are 1,200. #pagebreak()]\n")
    with pikepdf.open(tmp_path / "a.pdf") as file:
        file.save(
            tmp_path / "b.pdf",
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            compress_streams=False,
        )
    whole, chance = (tmp_path / "b.pdf").read_bytes(), random.Random(1)
    kinds = Counter[str]()
    for _ in range(60):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 60)):
            at = chance.randrange(len(data))
            data[at : at + 8] = bytes(chance.choices(b"0123456789 -/<>[]()", k=8))
        (tmp_path / "c.pdf").write_bytes(data)
        try:
            pages = range(1, 1 + len(pdf.outline(tmp_path / "c.pdf").sizes))
            pdf.read_pages(tmp_path / "c.pdf", pages, False)
            for page in pages:
                pdf.draw(tmp_path / "c.pdf", page, 100)
            kinds["read"] += 1
        except EvidenceError as error:
            assert str(error).startswith(("c.pdf cannot be read: it is", "c.pdf has"))  # noqa: PT017
            kinds["refused"] += 1
    assert min(kinds["read"], kinds["refused"]) > 3
