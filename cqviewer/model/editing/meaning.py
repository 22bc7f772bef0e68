"""Edits of the values that are read from a file, to compare with what an edited file holds."""

from collections.abc import Callable, Mapping

from cqviewer.model.editing.edits import Duplicate, Edit, Insert, Move, Put, Remove, Rename
from cqviewer.model.editing.nodes import CannotEdit
from cqviewer.model.messages import say
from cqviewer.model.problems import Path
from cqviewer.model.reading.yaml_tree import Plain, one_line


def changed(tree: Plain, edit: Edit) -> Plain:
    """Return the values that a file has to hold after an edit; aliases of them do not change."""
    if isinstance(edit, Insert):
        return _with(tree, edit.path, lambda holder: _inserted(holder, edit))
    if isinstance(edit, Put) and not edit.path:
        return _plain(edit.value)
    *around, last = edit.path
    return _with(tree, tuple(around), lambda holder: _changed_entry(holder, last, edit))


def _with(tree: Plain, path: Path, change: Callable[[Plain], Plain]) -> Plain:
    """Return the values with `change` applied to the one at a path."""
    if not path:
        return change(tree)
    first, *others = path
    inner = _with(_part(tree, first), tuple(others), change)
    if isinstance(tree, dict):
        return {key: inner if key == first else one for key, one in tree.items()}
    return [inner if at == first else one for at, one in enumerate(tree or ())]


def _part(tree: Plain, part: str | int) -> Plain:
    if isinstance(tree, dict) and isinstance(part, str) and part in tree:
        return tree[part]
    if isinstance(tree, list) and isinstance(part, int) and 0 <= part < len(tree):
        return tree[part]
    raise CannotEdit(say("there is no `{}` in the file any more", part))


def _inserted(holder: Plain, edit: Insert) -> Plain:
    value = _plain(edit.value)
    if edit.key is None:
        items = list(holder or ())
        return [*items[: edit.place], value, *items[edit.place :]]
    pairs = list(holder.items()) if isinstance(holder, dict) else []
    if any(key == edit.key for key, _ in pairs):
        raise CannotEdit(say("there is a `{}` already", edit.key))
    return dict([*pairs[: edit.place], (edit.key, value), *pairs[edit.place :]])


def _changed_entry(holder: Plain, last: str | int, edit: Edit) -> Plain:
    """Return a list or mapping with an edit made to one entry."""
    if isinstance(edit, Put) and isinstance(holder, dict) and last not in holder:
        return _inserted(holder, Insert((), place_for(holder, edit.value), edit.value, str(last)))
    old = _part(holder, last)
    pairs = list(holder.items() if isinstance(holder, dict) else enumerate(holder or ()))
    place = [key for key, _ in pairs].index(last)
    match edit:
        case Put():
            pairs[place] = last, _plain(edit.value)
        case Remove():
            del pairs[place]
        case Move():
            pairs.insert(edit.place, pairs.pop(place))
        case Duplicate() | Rename():
            if edit.key in [key for key, _ in pairs if isinstance(edit, Duplicate) or key != last]:
                raise CannotEdit(say("there is a `{}` already", edit.key))
            after = place + isinstance(edit, Duplicate)
            pairs[after : place + 1] = [(edit.key or last, old)]
    if isinstance(holder, dict):
        return {str(key): one for key, one in pairs}
    return [one for _, one in pairs]


def _plain(value: Plain) -> Plain:
    """Return a value as `parse_yaml` reads it: each text on one line."""
    if isinstance(value, dict):
        return {one_line(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return one_line(value) if isinstance(value, str) else None


def place_for(holder: Mapping[str, Plain], value: Plain) -> int:
    """Return the place of a new key: before the first list or mapping for a text, else last."""
    inner = [at for at, one in enumerate(holder.values()) if isinstance(one, dict | list)]
    return inner[0] if inner and not isinstance(value, dict | list) else len(holder)
