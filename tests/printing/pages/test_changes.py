"""What changed since the edition before, as it is printed."""

import datetime

import msgspec
import page
import pytest

from cqviewer.model.facts import Sheet
from cqviewer.model.wording.wording import Wording
from cqviewer.printing.options import PrintOptions
from cqviewer.printing.pages.changes import change_pages
from cqviewer.printing.typeset import make_pdf
from tests.model.sheets import figure, sheet
from tests.printing.reading import pages_of, text_of

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


@pytest.mark.parametrize("is_alone", [False, True])
@pytest.mark.parametrize("language", ["en", "zh", "fr"])
def test_the_pages_are_accessible_and_archival(language: str, *, is_alone: bool) -> None:
    before, now = editions()
    options = PrintOptions(before=before, changes_alone=is_alone, language=language)
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
