"""Where two sheets say something else."""

from cqviewer.model.problems import Path
from cqviewer.model.reading.yaml_tree import Plain


def differences(one: Plain, other: Plain, path: Path = ()) -> list[Path]:
    """Return the paths at which two sheets say something else."""
    if isinstance(one, dict) and isinstance(other, dict):
        keys = dict.fromkeys((*one, *other))
        found = (differences(one.get(key), other.get(key), (*path, key)) for key in keys)
        return [it for part in found for it in part]
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        pairs = enumerate(zip(one, other, strict=True))
        return [it for at, pair in pairs for it in differences(*pair, (*path, at))]
    return [] if one == other else [path]
