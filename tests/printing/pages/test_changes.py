"""What changed since the edition before, as it is printed."""

import datetime
import re
from pathlib import Path

import msgspec
import page
import pytest

from cqviewer.load import load_sheet
from cqviewer.model.facts import Sheet
from cqviewer.model.wording.wording import Wording
from cqviewer.paths import data_folder
from cqviewer.printing.options import PrintOptions
from cqviewer.printing.pages.changes import change_pages
from cqviewer.printing.typeset import make_pdf
from tests.model.sheets import figure, sheet
from tests.printing.reading import pages_of, sizes_of, squeezed, text_of, texts_of

LEAD = "sections: [{id: one, title: One, lead: '%s', figures: [jobs]}]\n"


def editions() -> tuple[Sheet, Sheet]:
    """Return two editions, which differ in a value, a figure and a sentence."""
    before = sheet(f"jobs: {figure(value=1200)}\nold: {figure(name='Old', value=7)}")
    later = figure(value=1184, note="Counted twice.", source="report par. 2")
    now = sheet(f"jobs: {later}\nnew: {figure(name='New', value=9)}", rest=LEAD % (30 * "Word "))
    return before, msgspec.structs.replace(now, date=datetime.date(2025, 6, 14))


def test_rows_say_both_values_why_and_where() -> None:
    pages = change_pages(*editions(), Wording("en"))
    assert [mark for mark, _ in pages.key] == ["revised", "new", "gone", "wording"]
    revised, figures = pages.groups[0].rows, pages.groups[1].rows
    (row,) = revised
    assert (row.before, row.now, row.is_struck) == ("1,200", "1,184", True)
    assert row.lines[0] == "Counted twice."
    assert row.lines[1].endswith("paragraph 2")
    assert row.lines[2].endswith("paragraph 1")
    assert [(one.before, one.now) for one in figures] == [
        ("not in it", "9 jobs"),
        ("7 jobs", "gone"),
    ]


@pytest.mark.parametrize("is_large", [False, True])
@pytest.mark.parametrize("is_alone", [False, True])
@pytest.mark.parametrize("language", ["en", "zh", "fr"])
def test_the_pages_are_accessible_and_archival(
    language: str, *, is_alone: bool, is_large: bool
) -> None:
    before, now = editions()
    options = PrintOptions(
        before=before, changes_alone=is_alone, is_large=is_large, language=language
    )
    data = make_pdf(now, options)
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A):
        report = page.validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, [str(one) for one in report.failures][:3]
    assert "1184" in text_of(data).replace(",", "")


def test_as_an_annex_they_begin_a_page_and_alone_they_are_all() -> None:
    before, now = editions()
    alone = pages_of(make_pdf(now, PrintOptions(before=before, changes_alone=True)))
    assert len(alone) == 1
    assert "Whatchangedsince" in alone[0]
    pages = pages_of(make_pdf(now, PrintOptions(before=before)))
    assert ["Whatchangedsince" in one for one in pages] == [False, True]


def test_equal_editions_say_so() -> None:
    before, _ = editions()
    said = text_of(make_pdf(before, PrintOptions(before=before, changes_alone=True)))
    assert "Nothingchangedsince" in said


def test_the_options_of_a_print_tell_the_edition_before_by_its_bytes() -> None:
    before, now = editions()
    plain, first, other = (PrintOptions(before=one).text for one in (None, before, now))
    assert len({plain, first, other}) == 3
    assert "before" not in plain


BUNDLED_SHEETS = sorted(one for one in data_folder().glob("*.yaml") if "starter" not in one.name)


@pytest.mark.parametrize("now", BUNDLED_SHEETS, ids=lambda one: one.stem)
@pytest.mark.parametrize("before", BUNDLED_SHEETS, ids=lambda one: one.stem)
def test_editions_with_nothing_in_common_are_told_apart(before: Path, now: Path) -> None:
    one, other = load_sheet(before), load_sheet(now)
    for language in ("en", "zh", "fr"):
        pages = change_pages(one, other, Wording.of(other, language))
        rows = [row for group in pages.groups for row in group.rows]
        assert bool(rows) == (before != now)
        assert all(row.name and (row.before or row.now or row.lines[0]) for row in rows)


def test_large_print_says_all_that_changed_in_large_letters() -> None:
    before, now = (
        load_sheet(data_folder() / f"chongqing-{one}.yaml") for one in ("2024", "2024-year")
    )
    pdf = make_pdf(now, PrintOptions(before=before, changes_alone=True, is_large=True))
    assert min(sizes_of(pdf)) >= 16
    told = "\n".join(squeezed(one) for tag in ("/TD", "/TH") for one in texts_of(pdf, tag))
    rows = [
        row
        for group in change_pages(before, now, Wording.of(now, "en")).groups
        for row in group.rows
    ]
    assert len(rows) > 50
    for row in rows:
        for words in (row.name, row.before, row.now, row.difference, *row.lines):
            assert squeezed(words) in told
    assert "Before" in told
    assert not re.search(r"Difference(\n|$)", told)  # without a difference nothing is headed so
