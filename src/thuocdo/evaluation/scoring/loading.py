"""A file into a criteria set: nothing is half loaded, and a wrong file gives every fault at once."""

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from thuocdo.core.canonical import canonical_json, sha256_hex
from thuocdo.core.errors import Invalid
from thuocdo.core.typed import from_json
from thuocdo.evaluation.scoring.checks import check
from thuocdo.evaluation.scoring.inputs import SYSTEM
from thuocdo.evaluation.scoring.nodes import tree_of
from thuocdo.evaluation.scoring.reading import read_set
from thuocdo.evaluation.scoring.types import CriteriaSet, Input, Terms
from thuocdo.evaluation.scoring.words import Finding, faults


def load_set(data: bytes, *, inputs: Mapping[str, Input] = SYSTEM) -> CriteriaSet:
    """Return the set that a file holds; raises Invalid with every fault and its line.

    `inputs` are those of this system that the author may read; whatever else there is does not exist
    for the set.
    """
    made, found = examine(data, inputs=inputs)
    if made is None:
        raise Invalid("The criteria set cannot be loaded.", faults=faults(found))
    return made


def examine(data: bytes, *, inputs: Mapping[str, Input] = SYSTEM) -> tuple[CriteriaSet | None, list[Finding]]:
    """Return the set, or None with everything that is wrong with its file."""
    from thuocdo.evaluation.scoring.tree import read_tree  # noqa: PLC0415  who verifies needs no YAML

    root, found = read_tree(data)
    if root is None:
        return None, found
    draft = read_set(root)
    wrong = [*found, *draft.findings, *check(draft, inputs)]
    return (None if wrong else draft.criteria_set), wrong


def load_canonical(data: bytes, *, inputs: Mapping[str, Input] = SYSTEM) -> CriteriaSet:
    """Return the set of a canonical spelling (set_bytes), as a publication holds it; needs no YAML."""
    try:
        root = tree_of(from_json(data))
    except msgspec.DecodeError:
        raise Invalid("The criteria set cannot be loaded.", faults=faults([Finding(1, "no_yaml")])) from None
    draft = read_set(root)
    wrong = [*draft.findings, *check(draft, inputs)]
    if wrong or draft.criteria_set is None:
        raise Invalid("The criteria set cannot be loaded.", faults=faults(wrong))
    return draft.criteria_set


def set_bytes(criteria_set: CriteriaSet) -> bytes:
    """Return the one spelling of a set: canonical JSON, the same for equal sets on every machine.

    What a set leaves to the language stays unsaid, so that a later word of the language changes no bytes.
    """
    return canonical_json(spelled(criteria_set))


def spelled(value: Any) -> Any:
    """Return a part of a set as plain data, in the words of the file and without what goes without saying."""
    if isinstance(value, Terms):
        return " ".join([" + ".join(value.plus), *(f"- {name}" for name in value.minus)])
    if dataclasses.is_dataclass(value):
        said = {}
        for each in dataclasses.fields(value):
            own = getattr(value, each.name)
            default = each.default_factory() if callable(each.default_factory) else each.default
            if each.name == "by" or own != default:
                said[each.name.rstrip("_")] = spelled(own)
        return said
    if isinstance(value, Mapping):
        return {name: spelled(each) for name, each in value.items()}
    if isinstance(value, tuple):
        return [spelled(each) for each in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return value


def fingerprint(criteria_set: CriteriaSet) -> str:
    """Return the SHA-256 of the set's one spelling, by which a frozen version is known."""
    return sha256_hex(set_bytes(criteria_set))


def readable(inputs: Mapping[str, Input], hidden: Iterable[str]) -> Mapping[str, Input]:
    """Return the inputs without those that an author may not see."""
    gone = frozenset(hidden)
    return {name: each for name, each in inputs.items() if name not in gone}
