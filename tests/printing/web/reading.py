"""A page as a browser takes it: elements with their attributes, texts and places in the tree."""

from html.parser import HTMLParser

VOID = {"meta", "br", "img", "input", "link", "hr"}


class Node:
    """An element of a page."""

    def __init__(self, name: str, attributes: dict[str, str], parent: "Node | None") -> None:
        """Begin without children."""
        self.name, self.attributes, self.parent = name, attributes, parent
        self.inside: list[Node | str] = []

    def all(self, name: str = "") -> "list[Node]":
        """Return the elements in this one, of a name or of a class such as '.card'."""
        found = []
        for one in self.inside:
            if isinstance(one, Node):
                classes = one.attributes.get("class", "").split()
                if name in ("", one.name) or name.removeprefix(".") in classes:
                    found.append(one)
                found += one.all(name)
        return found

    @property
    def text(self) -> str:
        """The words in this element."""
        return "".join(one if isinstance(one, str) else one.text for one in self.inside)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.at = Node("", {}, None)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Node(tag, {key: value or "" for key, value in attrs}, self.at)
        assert len(made.attributes) == len(attrs), f"an attribute stands twice in <{tag}>"
        self.at.inside.append(made)
        if tag not in VOID:
            self.at = made

    def handle_endtag(self, tag: str) -> None:
        assert self.at.name == tag, f"</{tag}> ends <{self.at.name}>"
        assert self.at.parent
        self.at = self.at.parent

    def handle_data(self, data: str) -> None:
        self.at.inside.append(data)


def read_page(page: bytes) -> Node:
    """Return the root of a page; AssertionError where its elements do not nest."""
    reader = _Reader()
    reader.feed(page.decode())
    reader.close()
    assert reader.at is reader.root, f"<{reader.at.name}> does not end"
    return reader.root
