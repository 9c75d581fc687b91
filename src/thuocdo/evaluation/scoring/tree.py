"""A YAML file as a tree that knows its lines, and everything that makes a file no tree, all at once.

Only mappings, lists and plain text are let through: no aliases (a few lines could unfold to gigabytes),
no tags, no second document. Nothing is turned into a number here, so no float can come up.
"""

import unicodedata
from collections.abc import Iterator

import yaml

from thuocdo.evaluation.scoring.nodes import Listing, Mapping, Node, Scalar
from thuocdo.evaluation.scoring.words import Finding

MOST_BYTES = 256 * 1024
MOST_DEPTH = 12
MOST_VALUES = 20_000
"""A set of sixty criteria has some two thousand; more would only keep the parser busy."""
_ALLOWED_CONTROL = frozenset("\n\r")
_TEXT_ONLY = frozenset({"Cc", "Cf", "Co", "Cs"})
_JOINERS = frozenset("\u200c\u200d\ufeff")


def read_tree(data: bytes) -> tuple[Node | None, list[Finding]]:
    """Return the tree of a file, and what is wrong with its form; None where there is no tree at all."""
    if len(data) > MOST_BYTES:
        return None, [Finding(1, "too_large", params={"most": str(MOST_BYTES // 1024)})]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        return None, [Finding(data[: wrong.start].count(b"\n") + 1, "not_utf8")]
    found = list(_letters(text))
    if not found:
        return _built(text)
    return None, found


def _letters(text: str) -> Iterator[Finding]:
    for number, line in enumerate(text.split("\n"), start=1):
        if "\t" in line:
            yield Finding(number, "tab")
        if not line.isascii() or not line.isprintable():
            odd = next((each for each in line if _is_odd(each)), None)
            if odd is not None:
                yield Finding(number, "odd_letter", params={"code": f"U+{ord(odd):04X}"})


def _is_odd(letter: str) -> bool:
    if letter in _ALLOWED_CONTROL or letter == "\t" or letter in _JOINERS:
        return False
    return unicodedata.category(letter) in _TEXT_ONLY


def _built(text: str) -> tuple[Node | None, list[Finding]]:
    builder = _Builder()
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            builder.take(event)
            if builder.stopped:
                break
    except yaml.MarkedYAMLError as wrong:
        mark = wrong.problem_mark or wrong.context_mark
        line = mark.line + 1 if mark else 1
        return None, [*builder.findings, Finding(line, "no_yaml")]
    except yaml.YAMLError:
        return None, [*builder.findings, Finding(1, "no_yaml")]
    if builder.root is None and not builder.findings:
        return None, [Finding(1, "empty")]
    return (None if builder.stopped else builder.root), builder.findings


class _Builder:
    """Puts the events of the parser together, noting what is refused with its line."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.root: Node | None = None
        self.stopped = False
        self._open: list[Listing | Mapping] = []
        self._key: list[str | None] = []
        self._documents = 0
        self._values = 0

    def take(self, event: yaml.Event) -> None:
        """Add one event to the tree."""
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._stop(line, "second_document")
        elif isinstance(event, yaml.AliasEvent):
            self._stop(line, "alias")
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._open.pop()
            self._key.pop()
        elif isinstance(event, yaml.ScalarEvent | yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._begin(event, line)

    def _begin(
        self, event: yaml.ScalarEvent | yaml.MappingStartEvent | yaml.SequenceStartEvent, line: int
    ) -> None:
        if event.anchor:
            self._stop(line, "alias")
            return
        self._values += 1
        if self._values > MOST_VALUES:
            self._stop(line, "too_many", most=str(MOST_VALUES))
            return
        if event.tag:
            self.findings.append(Finding(line, "tag"))
        if isinstance(event, yaml.ScalarEvent):
            self._put(Scalar(event.value, line, quoted=event.style is not None), line)
            return
        made: Listing | Mapping = (
            Mapping(line) if isinstance(event, yaml.MappingStartEvent) else Listing(line)
        )
        if self._expects_key():
            self._stop(line, "key_no_text")
            return
        self._put(made, line)
        self._open.append(made)
        self._key.append(None)
        if len(self._open) > MOST_DEPTH:
            self._stop(line, "too_deep", most=str(MOST_DEPTH))

    def _expects_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1], Mapping) and self._key[-1] is None

    def _put(self, node: Node, line: int) -> None:
        if not self._open:
            self.root = node if self.root is None else self.root
            return
        parent = self._open[-1]
        if isinstance(parent, Listing):
            parent.items.append(node)
        elif self._key[-1] is None and isinstance(node, Scalar):
            self._key[-1] = node.text
            if node.text in parent.keys:
                self.findings.append(
                    Finding(
                        line,
                        "key_twice",
                        field=node.text,
                        params={"key": node.text, "first": str(parent.keys[node.text])},
                    )
                )
            else:
                parent.keys[node.text] = line
        else:
            parent.values.setdefault(self._key[-1] or "", node)
            self._key[-1] = None

    def _stop(self, line: int, code: str, **params: str) -> None:
        self.findings.append(Finding(line, code, params=params))
        self.stopped = True
