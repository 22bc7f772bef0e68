"""Pictures in the page: small, in its colours, and apart from one another."""

from cqviewer.charts.theme import LIGHT, PRINT
from cqviewer.printing.web.markup import write
from cqviewer.printing.web.vectors import COLOURS, inline, variables
from tests.printing.web.reading import read_page

SVG = f"""<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
 width="10pt" height="20pt" viewBox="0 0 10 20"><metadata>x</metadata>
 <defs><style>*{{}}</style><path id="m1" d="M 0 0
L 1 0
L 1 2
L 0 2
z" style="stroke: {COLOURS.accent}"/></defs>
 <g id="figure_1"><use xlink:href="#m1" x="1.23456" y="240.000"/>
 <text transform="rotate(-0 1 2)" style="fill: {COLOURS.on_rest}">a &lt; b</text></g>
</svg>""".encode()


def test_a_picture_is_short_and_takes_the_colours_of_the_page() -> None:
    written = write(inline(SVG, "p-")).decode()
    assert '<svg viewBox="0 0 10 20" aria-hidden="true">' in written
    assert 'd="M0 0H1V2H0z"' in written
    assert 'style="stroke:var(--accent)"' in written
    assert '<text style="fill:var(--on_rest)">a &lt; b</text>' in written
    assert '<use href="#p-0" x="1.23" y="240">' in written
    assert '<path id="p-0"' in written
    assert "figure_1" not in written
    assert "metadata" not in written
    assert "<style" not in written


CLIPPED = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 2"><defs>
 <clipPath id="c"><path d="M 0 0 C 1 2 3 4 5 6 L 7 8.12345 z"/></clipPath></defs><defs/>
 <g id="figure_1"><g><g clip-path="url(#c)" style="fill: #ffffff; clip-path: url(#c)">
 <text style="font-size: 9px; font-family: 'Noto Sans'; text-anchor: start; fill: red">a</text>
 <text style="font-family: 'Noto Sans'">b</text>
 <text style="font-family: 'Noto Sans SC', 'Noto Sans'; text-anchor: middle">c</text>
 </g></g></g></svg>"""


def test_groups_that_say_nothing_go_and_what_is_referred_to_stays() -> None:
    root = read_page(write(inline(CLIPPED, "p-")))
    (svg,) = root.all("svg")
    assert [one.name for one in svg.all()][:4] == ["defs", "clippath", "path", "g"]
    assert len(svg.all("g")) == len(svg.all("defs")) == 1
    (group,), (clip,) = svg.all("g"), svg.all("clippath")
    assert group.attributes["clip-path"] == f"url(#{clip.attributes['id']})"
    assert group.attributes["style"] == f"fill:#ffffff;clip-path:url(#{clip.attributes['id']})"
    assert svg.all("path")[0].attributes["d"] == "M0 0C1 2 3 4 5 6L7 8.12z"


def test_texts_say_of_their_type_what_the_style_does_not() -> None:
    texts = read_page(write(inline(CLIPPED, "p-"))).all("text")
    assert [one.attributes.get("style") for one in texts] == [
        "font-size:9px;fill:red",
        None,
        "font-family:'Noto Sans SC', 'Noto Sans';text-anchor:middle",
    ]


def test_a_picture_with_a_title_is_an_image_that_is_heard() -> None:
    image = inline(SVG, "p-", title="Rates rose", words="a 1; b 2")
    assert image.get("role") == "img"
    assert image.get("aria-labelledby") == "p-t p-d"
    assert [(one.tag, one.get("id"), one.text) for one in image[:2]] == [
        ("title", "p-t", "Rates rose"),
        ("desc", "p-d", "a 1; b 2"),
    ]


def test_every_token_of_the_design_has_a_colour_of_its_own_and_a_variable() -> None:
    tokens = [one for one in PRINT.__struct_fields__ if one != "name"]
    assert len({getattr(COLOURS, one) for one in tokens}) == len(tokens)
    assert all(f"--{one}:{getattr(LIGHT, one)};" in variables(LIGHT) for one in tokens)
