"""The names of the keys of the format."""

from cqviewer.model.editing.shapes import Entry, shapes
from cqviewer.model.reading.format import SheetEntry
from cqviewer.ui.editing.words import named


def every_key(entry: Entry, seen: set[Entry]) -> set[str]:
    """Return the keys of an entry and of all that it holds."""
    seen.add(entry)
    keys = set(shapes(entry))
    for shape in shapes(entry).values():
        if shape.inner is not None and shape.inner not in seen:
            keys |= every_key(shape.inner, seen)
    return keys


def test_each_key_has_a_name_and_a_new_one_is_its_own() -> None:
    keys = every_key(SheetEntry, set())
    assert len(keys) > 70
    assert all(named(one) and named(one)[0].isupper() for one in keys)
    assert named("brand_new", "zh") == "Brand new (zh)"
