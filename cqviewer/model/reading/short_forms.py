"""Short forms in a sheet's tree, such as a name for an item, written out before it is checked."""

import msgspec

from cqviewer.model.problems import Path
from cqviewer.model.reading.figure_format import PartEntry
from cqviewer.model.reading.yaml_tree import Plain

_PART_KEYS = frozenset(PartEntry.__struct_fields__)


class WrittenOut(msgspec.Struct):
    """A tree without short forms; `moved` and `keyed` are for `Places`."""

    tree: Plain
    moved: dict[Path, Path] = {}
    keyed: dict[Path, dict[str, Plain]] = {}

    def dimension(self, one: Plain, path: Path) -> Plain:
        """Write out the items of a dimension: an item may be its name alone."""
        if not isinstance(one, dict) or not isinstance(items := one.get("items"), dict):
            return one
        named = dict(items)
        for key, item in items.items():
            is_name = isinstance(item, str) or (isinstance(item, dict) and "name" not in item)
            if is_name and not (isinstance(item, dict) and "total" in item):
                named[key] = {"name": item}
                self.moved[(*path, "items", key, "name")] = (*path, "items", key)
        return {**one, "items": named}

    def indicator(self, one: Plain, path: Path) -> Plain:
        """Write out observations that are given by their periods, and the values of items."""
        if not isinstance(one, dict):
            return one
        made = self._observed(one, path)
        if isinstance(items := one.get("items"), dict):
            by = one.get("by")
            is_nested = isinstance(by, list) and len(by) > 1
            made = {**made, "items": self._parts(items, (*path, "items"), is_nested=is_nested)}
        return made

    def _observed(self, one: dict[str, Plain], path: Path) -> dict[str, Plain]:
        values = one.get("observations")
        if not isinstance(values, dict) or any(
            "period" in value for value in values.values() if isinstance(value, dict)
        ):
            return one
        self.keyed[(*path, "observations")] = values
        listed: list[Plain] = []
        for period, value in values.items():
            said = value if isinstance(value, dict) else {"value": value}
            listed.append({"period": period, **said})
        return {**one, "observations": listed}

    def _parts(self, items: dict[str, Plain], path: Path, *, is_nested: bool) -> Plain:
        return {
            key: self._nested(one, (*path, key)) if is_nested else self._part(one, (*path, key))
            for key, one in items.items()
        }

    def _nested(self, one: Plain, path: Path) -> Plain:
        """Write out an item of the first of two dimensions: it holds those of the second."""
        if not isinstance(one, dict):
            return one
        if not isinstance(items := one.get("items"), dict):
            items, one = one, {}
            self.moved[(*path, "items")] = path
        return {**one, "items": self._parts(items, (*path, "items"), is_nested=False)}

    def _part(self, one: Plain, path: Path) -> Plain:
        """Write out an item: a value, a list of observations, or values by their periods."""
        if one is None or (isinstance(one, dict) and not _PART_KEYS.isdisjoint(one)):
            return self._observed(one, path) if one else one
        field = "value" if isinstance(one, str) else "observations"
        self.moved[(*path, field)] = path
        return self._observed({field: one}, path)


def write_out(tree: dict[str, Plain]) -> WrittenOut:
    """Return a sheet's tree in full."""
    made = WrittenOut(tree)
    full = dict(tree)
    for table, write in (("dimensions", made.dimension), ("indicators", made.indicator)):
        if isinstance(entries := tree.get(table), dict):
            full[table] = {key: write(one, (table, key)) for key, one in entries.items()}
    made.tree = full
    return made
