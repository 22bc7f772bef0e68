"""Elements of the page: texts stay texts, and say their language."""

import base64

import pytest

from cqviewer.model.wording.phrases import ENGLISH_BEGINS, ENGLISH_ENDS
from cqviewer.printing.pages.page_data import Passage, PrintedMark, WordedValue
from cqviewer.printing.web.markup import (
    data_address,
    dot,
    letters,
    make,
    make_if,
    marked,
    months,
    tag_of,
    text_of,
    worded,
    write,
)


def test_an_element_holds_texts_and_elements_in_order() -> None:
    made = make("p.lead.first", "a ", make("b", "<c>"), " d", None, aria_label='"e"')
    assert write(made) == (
        b"<!DOCTYPE html>\n"
        b'<p class="lead first" aria-label="&quot;e&quot;">a <b>&lt;c&gt;</b> d</p>\n'
    )
    assert letters(made) == " <>acd"


def test_an_element_without_a_text_is_left_out() -> None:
    assert make_if("p.lead", "") is None
    made = make("div", make_if("p.lead", ""), make_if("p.lead", Passage("中文", "zh")))
    assert "".join(made.itertext()) == "中文"
    assert [one.tag for one in made] == ["p"]


def test_a_mark_of_origin_is_seen_and_not_heard() -> None:
    assert dot("not stated").attrib == {"class": "dot not-stated", "aria-hidden": "true"}


def test_a_file_is_held_by_its_address() -> None:
    begins, _, encoded = data_address("image/png", b"\x89PNG").partition(",")
    assert (begins, base64.b64decode(encoded)) == ("data:image/png;base64", b"\x89PNG")


def test_words_in_another_language_are_marked() -> None:
    english = f"vor {ENGLISH_BEGINS}stated{ENGLISH_ENDS} nach"
    assert b'<p>vor <span lang="en">stated</span> nach</p>' in write(make("p", english))
    passage = Passage("中文", "zh")
    assert '<p><span lang="zh-Hans">中文</span></p>' in write(make("p", passage)).decode()
    assert (text_of(passage), text_of("a")) == ("中文", "a")
    assert (tag_of("zh"), tag_of("zh-Hant"), tag_of("fr")) == ("zh-Hans", "zh-Hant", "fr")


def test_a_value_keeps_its_unit_beside_it() -> None:
    value = WordedValue(
        about="about", number="1.5", unit="bn yuan", marks=[PrintedMark(text="¹", spoken="")]
    )
    text = "".join(worded(value).itertext())
    assert text == "about\N{NO-BREAK SPACE}1.5¹\N{NO-BREAK SPACE}bn yuan"
    assert worded(value).findtext("b") == "1.5"
    words = WordedValue(about="", number="not stated", unit="", is_number=False)
    assert worded(words).find("b") is None


def test_marks_and_strips_have_words_for_those_who_hear() -> None:
    seen, heard = marked(PrintedMark(text="[p]", spoken="provisional"))
    assert (seen.get("aria-hidden"), heard.text) == ("true", ", provisional")
    assert marked(PrintedMark(text="[p]", spoken="初步"))[1].text == "，初步"
    strip = months("ccn")
    assert strip is not None
    assert [one.get("class") for one in strip] == ["c", "c", "n"]
    assert strip.get("aria-hidden") == "true"
    assert months("") is None


@pytest.mark.parametrize("text", ["a\x00b", "a\x1bb", "a\ud800b", "a\ufffeb"])
def test_what_no_page_may_hold_is_left_out(text: str) -> None:
    assert not set(write(make("p", text)).decode()) & set("\x00\x1b\ufffe")
