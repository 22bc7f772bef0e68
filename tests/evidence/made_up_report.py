"""Sets the bundled made-up report as a PDF: `python -m tests.evidence.made_up_report` writes it."""

import datetime
import re

import typst

from cqviewer.paths import data_folder, resources_folder
from cqviewer.save import save_bytes

TEXT = data_folder() / "examples" / "springfield-report.txt"
PDF = TEXT.with_suffix(".pdf")
_HEAD = """\
#set document(title: "{title}", date: datetime(year: 2025, month: 2, day: 3))
#set page(paper: "a5", margin: 18mm, numbering: "1")
#set text(font: "Noto Sans", size: 10pt, lang: "en", region: "GB")
#set par(leading: 0.7em, spacing: 1.2em)
#set heading(numbering: none)
"""


def report() -> bytes:
    """Return the report as a tagged PDF, the same bytes each time."""
    title, *paragraphs = TEXT.read_text("utf-8").splitlines()
    lines = [_HEAD.replace("{title}", title), f"= {title}\n"]
    for paragraph in paragraphs:
        if re.match(r"\d\. ", paragraph):
            lines += ["#pagebreak()\n"] * paragraph.startswith("3.")
            paragraph = f"== {paragraph}"
        lines.append(f"{paragraph}\n")
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(resources_folder() / "fonts")],
    )
    return typst.compile(
        "\n".join(lines).encode(), font_paths=fonts, pdf_standards=["ua-1"], timestamp=TIMESTAMP
    )


TIMESTAMP = datetime.datetime(2025, 2, 3, tzinfo=datetime.UTC)

if __name__ == "__main__":
    save_bytes(report(), PDF)
