"""Plain text, lists and mappings with their lines: what a file says before anybody asks what it means."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Scalar:
    """A text; `quoted` tells "5" from 5."""

    text: str
    line: int
    quoted: bool = False


@dataclass(slots=True)
class Listing:
    """A list."""

    line: int
    items: list["Node"] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Keys with their lines and values; of a key given twice only the first is kept."""

    line: int
    keys: dict[str, int] = field(default_factory=dict)
    values: dict[str, "Node"] = field(default_factory=dict)


Node = Scalar | Listing | Mapping


def tree_of(value: object) -> Node:
    """Return plain data, as read from JSON, as a tree; it has no lines of its own."""
    if isinstance(value, dict):
        made = Mapping(1)
        for key, each in value.items():
            made.keys[str(key)] = 1
            made.values[str(key)] = tree_of(each)
        return made
    if isinstance(value, list):
        return Listing(1, [tree_of(each) for each in value])
    # A float is told from the decimal text that stands there, and so refused as a number.
    return Scalar("" if value is None else repr([value]) if isinstance(value, float) else str(value), 1)
