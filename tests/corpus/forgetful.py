"""Makes the reader forget a part of its words, so that it errs as it does on words that nobody has seen."""

import random
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from unittest import mock

from thuocdo.core.country import Name, names
from thuocdo.documents import files
from thuocdo.documents.reading import bodies, headings, products

PATTERNS = (
    (bodies, "_BODY_VI"),
    (bodies, "_KIND"),
    (products, "_VI"),
    (products, "_EN"),
)
"""Regular expressions that hold lists of words."""
REMEMBERING = (headings.senses, bodies.looks_like_bodies, products.is_product)


@contextmanager
def forgetting(seed: int, share: float) -> Iterator[None]:
    """Hide a share of the words of headings, of bodies and of products from the reader, by the seed."""
    chance = random.Random(f"forgetting {seed}")  # noqa: S311  nothing secret
    successors = {name.successor for name in names()}
    kept = tuple(name for name in names() if name.code in successors or chance.random() >= share)
    thinned = [(module, name, _thinned(getattr(module, name), chance, share)) for module, name in PATTERNS]
    heads = tuple(
        (roles, surely, headings._pattern(_some(words, chance, share)))
        for roles, surely, words in (
            (tuple(roles.split("/")), surely, words) for roles, surely, words in headings.HEADINGS
        )
    )
    with mock.patch.object(headings, "_PATTERNS", heads), mock.patch.object(files, "names", _given(kept)):
        patches = [mock.patch.object(module, name, pattern) for module, name, pattern in thinned]
        try:
            for patch in patches:
                patch.start()
            _forget()
            yield
        finally:
            for patch in patches:
                patch.stop()
    _forget()


def _given(kept: tuple[Name, ...]) -> object:
    return lambda: kept


def _forget() -> None:
    for function in REMEMBERING:
        function.cache_clear()


def _some(words: str, chance: random.Random, share: float) -> str:
    phrases = words.split("|")
    return "|".join([phrase for phrase in phrases if chance.random() >= share] or phrases[:1])


def _thinned(pattern: re.Pattern[str], chance: random.Random, share: float) -> re.Pattern[str]:
    """Return a pattern without some of the words of its longest list."""
    text = pattern.pattern
    start, end = _longest_group(text)
    words = _split(text[start:end])
    kept = [word for word in words if chance.random() >= share] or words[:1]
    return re.compile(text[:start] + "|".join(kept) + text[end:], pattern.flags)


def _longest_group(text: str) -> tuple[int, int]:
    """Return where the words of the longest group stand that is parted by strokes."""
    opened: list[int] = []
    groups: list[tuple[int, int]] = []
    for place, char in enumerate(text):
        if text[place - 1 : place] == "\\":
            continue
        if char == "(":
            opened.append(place)
        elif char == ")":
            groups.append((opened.pop(), place))
    start, end = max(groups, key=lambda group: group[1] - group[0])
    head = re.match(r"\((?:\?:)?", text[start:])
    return start + (head.end() if head else 1), end


def _split(words: str) -> Sequence[str]:
    """Return the alternatives of a group, those within groups of their own together."""
    found, depth = [""], 0
    for char in words:
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            found.append("")
        else:
            found[-1] += char
    return found
