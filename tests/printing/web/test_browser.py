"""The page in a real browser (Chromium, where there is one): widths, search and print."""

import html
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from cqviewer.load import load_sheet
from cqviewer.paths import data_folder
from cqviewer.printing.web.page import make_page
from tests.printing.web.reading import read_page

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(not BROWSER, reason="there is no Chromium")
SHEETS = ("chongqing-by-year", "starter", "examples/marks", "examples/goals")
# The page stands in a frame of the width of a phone; a window cannot be as narrow.
FRAME = """<!doctype html><iframe width="320" height="800" srcdoc="{}"></iframe><pre></pre><script>
addEventListener("load", () => {{
  const page = document.querySelector("iframe").contentDocument;
  document.querySelector("pre").textContent = JSON.stringify((page => {{ {} }})(page));
}});
</script>"""


def asked(sheet: str, folder: Path, question: str) -> Any:  # noqa: ANN401 - JSON
    """Return what a script says of the page of a sheet, which it calls `page`."""
    framed = FRAME.format(
        html.escape(make_page(load_sheet(data_folder() / f"{sheet}.yaml")).decode()), question
    )
    (folder / "frame.html").write_text(framed, "utf-8")
    shown = browse(folder, "--dump-dom", (folder / "frame.html").as_uri())
    (answer,) = re.findall("<pre>(.*?)</pre>", shown, re.DOTALL)
    return json.loads(html.unescape(answer))


def browse(folder: Path, *asked: str) -> str:
    """Return what the browser writes when it is asked for something."""
    done = subprocess.run(
        [
            *(str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu"),
            *("--disable-background-networking", f"--user-data-dir={folder / 'profile'}"),
            *("--virtual-time-budget=10000", *asked),
        ],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


@pytest.mark.parametrize("sheet", SHEETS)
def test_no_page_scrolls_sideways_on_a_phone(sheet: str, tmp_path: Path) -> None:
    question = """
      for (const one of page.querySelectorAll("details")) {
        one.removeAttribute("name");
        one.open = true;
      }
      const root = page.documentElement;
      return [root.clientWidth, root.scrollWidth];
    """
    shown, wide = asked(sheet, tmp_path, question)
    assert wide == shown <= 320


def test_what_a_closed_card_holds_takes_no_room_and_can_be_searched(tmp_path: Path) -> None:
    question = """
      return [...page.querySelectorAll("details.card")].map(card => {
        const style = page.defaultView.getComputedStyle(card, "::details-content");
        return [card.open, style.display, style.contentVisibility, card.lastChild.offsetHeight];
      });
    """
    cards = asked("chongqing-2024", tmp_path, question)
    assert len(cards) > 10
    for is_open, display, visibility, _ in cards:
        assert not is_open
        assert display == "block"
        assert visibility == "hidden"  # a search looks into it, unlike into what is not displayed


def test_words_are_not_broken_where_there_is_a_gap(tmp_path: Path) -> None:
    question = """
      const texts = [...page.querySelectorAll(".unit, td.number .words")].map(one => {
        const range = page.createRange(), node = one.firstChild;
        const words = [...node.data.matchAll(/[^ ]+/g)];
        return words.filter(word => {
          range.setStart(node, word.index); range.setEnd(node, word.index + word[0].length);
          return range.getClientRects().length > 1;
        }).map(word => word[0]);
      });
      return texts.flat();
    """
    assert asked("examples/marks", tmp_path, question) == []


def squeezed(text: str) -> str:
    return "".join(text.split())


def printed(sheet: str, folder: Path, height: int) -> list[str]:
    """Return what stands on the pages that a browser prints, without white space."""
    page, pdf = folder / "page.html", folder / "page.pdf"
    rule = f"<style>@page {{ size: 794px {height}px; margin: 40px 50px }}</style></head>"
    path = data_folder() / f"{sheet}.yaml"
    page.write_text(make_page(load_sheet(path)).decode().replace("</head>", rule, 1), "utf-8")
    browse(folder, "--no-pdf-header-footer", f"--print-to-pdf={pdf}", page.as_uri())
    with pypdfium2.PdfDocument(pdf) as document:
        return [squeezed(one.get_textpage().get_text_range()) for one in document]


@pytest.mark.parametrize("height", range(700, 1150, 90))
def test_no_printed_page_ends_in_a_heading(height: int, tmp_path: Path) -> None:
    pages = printed("chongqing-2024", tmp_path, height)
    assert len(pages) > 6
    edition = read_page((tmp_path / "page.html").read_bytes()).all(".edition")[0]
    names = ("h2", "h3", ".lead", ".group", "thead")
    heads = tuple(squeezed(one.text) for name in names for one in edition.all(name))
    assert len(heads) > 20
    assert [one[-60:] for one in pages[:-1] if one.endswith(heads)] == []


def test_what_tells_stated_from_derived_is_printed_as_it_is_seen(tmp_path: Path) -> None:
    question = """
      const rules = [...page.styleSheets[0].cssRules].filter(one => one.conditionText == "print");
      const inks = rules.flatMap(one => [...one.cssRules]).filter(
        one => one.style.printColorAdjust == "exact");
      const seen = inks.flatMap(one => [...page.querySelectorAll(one.selectorText)]);
      return [...page.querySelectorAll(".dot, .months i")].map(one => seen.includes(one));
    """
    kept = asked("chongqing-2024", tmp_path, question)
    assert len(kept) > 100
    assert all(kept)
