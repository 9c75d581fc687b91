"""A tree into a criteria set: the types are walked, and every fault of shape is found with its line."""

import dataclasses
import re
import types
import typing
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, Literal

from thuocdo.core.text import clean
from thuocdo.evaluation.scoring.nodes import Listing, Mapping, Node, Scalar
from thuocdo.evaluation.scoring.types import CriteriaSet, Score, Terms, Words
from thuocdo.evaluation.scoring.words import Finding

LONGEST_TEXT = 2000
REFERENCES = frozenset({"else_at_most"})
"""Ids of something else: the checks name those that there are."""
ID_FIELDS = frozenset({"id", "set", "group", "author"}) | REFERENCES
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}")
NUMBER = re.compile(r"[+-]?(\d+)(?:\.(\d+))?")
_WHOLE_DIGITS, _PLACES = 12, 6
_COMMA = re.compile(r"-?\d+,\d+")
_NOT_FINITE = re.compile(r"[+-]?\.?(nan|inf|infinity|s?nan\d*)", re.IGNORECASE)
_TERM = re.compile(r"\s*([+-]?)\s*([A-Za-z][A-Za-z0-9._]*)")
_WRONG: Any = object()


class Partial(tuple[Any, ...]):  # noqa: SLOT001  it carries a word of its own
    """The parts of a list that could be read; `lost` has, of each of the others, the words that could be."""

    lost: tuple[AnyMapping[str, Any], ...] = ()


def lost_of(parts: Any) -> tuple[AnyMapping[str, Any], ...]:
    """Return what could be read of the parts of a list that are wrong; nothing where all are right."""
    return getattr(parts, "lost", ())


@dataclass(slots=True)
class Draft:
    """What could be read of a set: the set itself where nothing is wrong, else its readable parts."""

    parts: dict[str, Any]
    criteria_set: CriteriaSet | None
    findings: list[Finding]
    lines: dict[tuple[int, str], int] = field(default_factory=dict)
    kept: list[object] = field(default_factory=list)
    """Every part that has lines: while they are kept, no identity is given away twice."""
    unread_inputs: frozenset[str] = frozenset()
    """Names of inputs that are there, and wrong."""

    def unread(self, name: str) -> bool:
        """Say whether a word at the top of the file is there, and wrong."""
        return (id(self.parts), name) in self.lines and name not in self.parts

    def line(self, owner: object, name: str = "") -> int:
        """Return the line of a part, or of one of its fields."""
        return self.lines.get((id(owner), name)) or self.lines.get((id(owner), ""), 1)


def read_set(root: Node) -> Draft:
    """Return what a tree says as a set, with every fault of shape."""
    reader = _Reader()
    if not isinstance(root, Mapping):
        return Draft({}, None, [Finding(root.line, "no_mapping", params={"key": "set"})], {})
    parts, whole = reader.fields(root, CriteriaSet, "")
    made = CriteriaSet(**parts) if whole and not reader.findings else None
    draft = Draft(parts, made, reader.findings, reader.lines, reader.kept)
    for name, line in root.keys.items():
        draft.lines[id(parts), name] = line
    inputs = root.values.get("inputs")
    if isinstance(inputs, Mapping):
        draft.unread_inputs = frozenset(inputs.values) - frozenset(parts.get("inputs", ()))
    return draft


class _Reader:
    """Walks types and tree together; what is wrong becomes `_WRONG` and a finding."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.lines: dict[tuple[int, str], int] = {}
        self.kept: list[object] = []
        self._readable: dict[int, dict[str, Any]] = {}
        """Of each part that is wrong, by its node, what could be read."""

    def fields(self, node: Mapping, kind: Any, path: str) -> tuple[dict[str, Any], bool]:
        """Return the readable fields of a dataclass, and whether none is wrong or missing."""
        known = members(kind)
        for key, line in node.keys.items():
            if key not in known and _is_empty(node.values.get(key)):
                self._find(line, "comma_in_text", path, key=key[:40])
            elif key not in known:
                self._find(line, "unknown_key", path, key=key[:40], known=", ".join(known))
        values: dict[str, Any] = {}
        whole = True
        name = _named(node, path)
        for key, (member, hint) in known.items():
            if key not in node.values:
                if _required(member):
                    self._find(node.line, "missing_key", name, key=key)
                    whole = False
                continue
            value = self.value(node.values[key], hint, f"{name}.{key}" if name else key, member.name)
            if value is _WRONG:
                whole = False
            else:
                values[member.name] = value
                if dataclasses.is_dataclass(value):
                    self.lines[id(value), ""] = node.keys[key]
        return values, whole

    def value(self, node: Node, hint: Any, path: str, name: str) -> Any:  # noqa: PLR0911  one line for each kind
        """Return a node as what the type says, or `_WRONG`."""
        hint = _without_none(hint)
        origin, arguments = typing.get_origin(hint), typing.get_args(hint)
        if origin in {typing.Union, types.UnionType}:
            return self._one_of(node, hint, arguments, path)
        if origin is Literal:
            return self._choice(node, arguments, path)
        if origin is tuple:
            return self._items(node, arguments[0], path, name)
        if origin is not None and issubclass(origin, AnyMapping):
            return self._mapping(node, arguments[1], path)
        if hint is Words:
            return self._words(node, path)
        if hint is Terms:
            return self._terms(node, path)
        if dataclasses.is_dataclass(hint):
            return self._part(node, hint, path)
        return self._scalar(node, hint, path, name)

    def _part(self, node: Node, kind: Any, path: str) -> Any:
        if not isinstance(node, Mapping):
            known = members(kind)
            return self._wrong(node.line, "no_mapping", path, key=next(iter(known)))
        values, whole = self.fields(node, kind, path)
        if not whole:
            self._readable[id(node)] = values
            return _WRONG
        made = kind(**values)
        self.kept.append(made)
        self.lines[id(made), ""] = node.line
        for key, line in node.keys.items():
            self.lines[id(made), key] = line
        return made

    def _one_of(self, node: Node, union: Any, kinds: tuple[Any, ...], path: str) -> Any:
        """Choose among dataclasses by the word after `by`, or by the first word of the measure."""
        if not isinstance(node, Mapping):
            return self._wrong(node.line, "no_mapping", path, key="by" if union == Score else "value")
        if union == Score:
            functions = {typing.get_args(members(kind)["by"][1])[0]: kind for kind in kinds}
            chosen = node.values.get("by")
            known = ", ".join(functions)
            if chosen is None:
                return self._wrong(node.line, "missing_key", path, key="by")
            if not isinstance(chosen, Scalar) or chosen.text not in functions:
                said = chosen.text[:40] if isinstance(chosen, Scalar) else ""
                return self._wrong(chosen.line, "unknown_function", path, value=said, known=known)
            return self._part(node, functions[chosen.text], path)
        firsts = {next(iter(members(kind))): kind for kind in kinds}
        for first, kind in firsts.items():
            if first in node.keys:
                return self._part(node, kind, path)
        return self._wrong(node.line, "unknown_measure", path, known=", ".join(firsts))

    def _items(self, node: Node, hint: Any, path: str, name: str) -> Any:
        if not isinstance(node, Listing):
            if isinstance(node, Scalar) and node.text == "" and not node.quoted:
                return self._wrong(node.line, "no_value", path)
            return self._wrong(node.line, "no_list", path)
        if not node.items and name != "for_":
            return self._wrong(node.line, "empty_list", path)
        read = [self.value(each, hint, path, name.removesuffix("s")) for each in node.items]
        # What could be read is kept, so that its own faults are found in the same run.
        kept = tuple(each for each in read if each is not _WRONG)
        if len(kept) == len(read):
            return kept
        if not dataclasses.is_dataclass(_without_none(hint)):
            return _WRONG
        partial = Partial(kept)
        partial.lost = tuple(
            self._readable.get(id(part), {})
            for part, made in zip(node.items, read, strict=True)
            if made is _WRONG
        )
        return partial

    def _mapping(self, node: Node, hint: Any, path: str) -> Any:
        if not isinstance(node, Mapping):
            return self._wrong(node.line, "no_mapping", path, key="name")
        read = {}
        for key, each in node.values.items():
            if not ID.fullmatch(key):
                self._find(node.keys[key], "not_an_id", path, value=key[:40])
            value = self.value(each, hint, f"{path}.{key}", key)
            if value is not _WRONG:
                read[key] = value
                self.lines[id(value), ""] = node.keys[key]
        return read

    def _words(self, node: Node, path: str) -> Any:
        """Read a text in both languages; one text alone serves for both."""
        if isinstance(node, Mapping):
            return self._part(node, Words, path)
        text = self._scalar(node, str, path, "text")
        return _WRONG if text is _WRONG else Words(vi=text, en=text)

    def _terms(self, node: Node, path: str) -> Any:
        text = self._scalar(node, str, path, "text")
        if text is _WRONG:
            return _WRONG
        signs: dict[str, list[str]] = {"+": [], "-": []}
        place = 0
        while place < len(text):
            found = _TERM.match(text, place)
            if found is None or (place and not found[1]):
                return self._wrong(node.line, "not_terms", path, value=text[:60])
            signs[found[1] or "+"].append(found[2])
            place = found.end()
        if not signs["+"]:
            return self._wrong(node.line, "not_terms", path, value=text[:60])
        made = Terms(plus=tuple(signs["+"]), minus=tuple(signs["-"]))
        self.kept.append(made)
        self.lines[id(made), ""] = node.line
        return made

    def _choice(self, node: Node, values: tuple[Any, ...], path: str) -> Any:
        if isinstance(node, Scalar) and node.text in values:
            return node.text
        said = node.text[:40] if isinstance(node, Scalar) else "…"
        return self._wrong(node.line, "not_a_choice", path, value=said, known=", ".join(values))

    def _scalar(self, node: Node, hint: Any, path: str, name: str) -> Any:  # noqa: PLR0911  same
        if not isinstance(node, Scalar):
            return self._wrong(node.line, "no_text", path)
        if not node.text.strip():
            return self._wrong(node.line, "no_value", path)
        if hint is Decimal or hint is int:
            return self._number(node, path, whole=hint is int)
        if hint is bool:
            if node.quoted or node.text not in {"true", "false"}:
                return self._wrong(node.line, "not_true_false", path, value=node.text[:40])
            return node.text == "true"
        if hint is date:
            return self._day(node, path)
        if isinstance(hint, type) and issubclass(hint, StrEnum):
            found = self._choice(node, tuple(each.value for each in hint), path)
            return _WRONG if found is _WRONG else hint(found)
        if len(node.text) > LONGEST_TEXT:
            return self._wrong(node.line, "text_too_long", path, most=str(LONGEST_TEXT))
        if name in ID_FIELDS - REFERENCES and not ID.fullmatch(node.text):
            return self._wrong(node.line, "not_an_id", path, value=node.text[:40])
        return clean(node.text)

    def _number(self, node: Scalar, path: str, *, whole: bool) -> Any:
        """Read an exact decimal: no exponent, no comma, nothing that is no number."""
        text = node.text.strip()
        shown = text[:40]
        found = NUMBER.fullmatch(text) if text.isascii() else None
        if found is None:
            code = (
                "not_finite"
                if _NOT_FINITE.fullmatch(text)
                else "comma_number"
                if _COMMA.fullmatch(text)
                else "not_a_number"
            )
            return self._wrong(node.line, code, path, value=shown)
        if node.quoted:
            return self._wrong(node.line, "quoted_number", path, value=shown)
        if len(found[1]) > _WHOLE_DIGITS or len(found[2] or "") > _PLACES:
            return self._wrong(node.line, "number_too_long", path, value=shown)
        value = plain(Decimal(text))
        if not whole:
            return value
        if value != int(value):
            return self._wrong(node.line, "not_whole", path, value=shown)
        return int(value)

    def _day(self, node: Scalar, path: str) -> Any:
        try:
            if len(node.text) == len("2026-01-31"):
                return date.fromisoformat(node.text)
        except ValueError:
            pass
        return self._wrong(node.line, "not_a_day", path, value=node.text[:40])

    def _find(self, line: int, code: str, path: str, **params: str) -> None:
        self.findings.append(Finding(line, code, field=path, params=params))

    def _wrong(self, line: int, code: str, path: str, **params: str) -> Any:
        self._find(line, code, path, **params)
        return _WRONG


def plain(value: Decimal) -> Decimal:
    """Return a decimal in its one spelling: no exponent, no zeros at the end, no negative zero."""
    if value == 0:
        return Decimal(0)
    return Decimal(format(value.normalize(), "f"))


@cache
def members(kind: Any) -> dict[str, tuple[Any, Any]]:
    """Return the words of a part with their field and type, in the order they are explained."""
    hints = typing.get_type_hints(kind)
    return {each.name.rstrip("_"): (each, hints[each.name]) for each in dataclasses.fields(kind)}


def _required(member: Any) -> bool:
    return member.default is dataclasses.MISSING and member.default_factory is dataclasses.MISSING


def _without_none(hint: Any) -> Any:
    kept = tuple(each for each in typing.get_args(hint) if each is not types.NoneType)
    if typing.get_origin(hint) not in {typing.Union, types.UnionType} or len(kept) == len(
        typing.get_args(hint)
    ):
        return hint
    return kept[0] if len(kept) == 1 else typing.Union[kept]  # noqa: UP007  made from a tuple


def _is_empty(node: Node | None) -> bool:
    """Say whether nothing stands for a key, as where a text without quotes was cut at its comma."""
    return isinstance(node, Scalar) and not node.text and not node.quoted


def _named(node: Mapping, path: str) -> str:
    """Return the place of a part for people: its id where it has one."""
    own = node.values.get("id")
    return own.text[:40] if isinstance(own, Scalar) and own.text else path
