"""Chances and pools: what all parts of the corpus share, and what only one of them has."""

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

LATER = ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "held_out")
LAST = ("fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "held_out")
"""The parts whose plans have the irregularities of the fourth."""
NEWEST = ("sixth", "seventh", "eighth", "ninth", "held_out")
"""The parts whose plans have the irregularities of the sixth."""
CLOSED = ("seventh", "eighth", "ninth", "held_out")
"""The parts whose plans have the irregularities of the seventh."""
FRESH = ("ninth", "held_out")
"""The parts whose plans have the irregularities of the ninth."""
LATEST = ("held_out",)
"""The parts whose plans have the irregularities of the tenth, the held-out one."""


class Pool:
    """Words that all parts of the corpus share, and those of each part alone."""

    def __init__(
        self,
        shared: Sequence[T] = (),
        dev: Sequence[T] = (),
        second: Sequence[T] = (),
        third: Sequence[T] = (),
        fourth: Sequence[T] = (),
        fifth: Sequence[T] = (),
        sixth: Sequence[T] = (),
        seventh: Sequence[T] = (),
        eighth: Sequence[T] = (),
        ninth: Sequence[T] = (),
        held_out: Sequence[T] = (),
    ) -> None:
        self.own = {"dev": list(dev), "second": list(second), "third": list(third)}
        self.own |= {"fourth": list(fourth), "fifth": list(fifth), "sixth": list(sixth)}
        self.own |= {"seventh": list(seventh), "eighth": list(eighth), "ninth": list(ninth)}
        self.own["held_out"] = list(held_out)
        self.of = {name: [*shared, *own] for name, own in self.own.items()}


class Dice:
    """The chances of one plan."""

    def __init__(self, seed: int, pool: str, salt: str = "") -> None:
        self.random = random.Random(f"{pool}/{seed}/{salt}")  # noqa: S311  a corpus, no secret
        self.pool = pool
        self.kept: dict[str, list[object]] = {}

    def habit(self, name: str, values: "Sequence[T] | Pool", count: int) -> "Sequence[T] | Pool":
        """Return the few values that an office of the latest part keeps to; all of them in earlier parts."""
        if self.pool not in LATEST:
            return values
        if name not in self.kept:
            self.kept[name] = self.some(values, count)
        return self.kept[name]

    def one(self, values: "Sequence[T] | Pool") -> T:
        """Return one of the values."""
        return self.random.choice(values.of[self.pool] if isinstance(values, Pool) else list(values))

    def wider(self, usual: T, values: "Sequence[T] | Pool") -> T:
        """Return one of the values in the later parts, else the usual one and use no chance up."""
        return self.one(values) if self.pool in LATER else usual

    def some(self, values: "Sequence[T] | Pool", count: int) -> list[T]:
        """Return several different ones."""
        source = values.of[self.pool] if isinstance(values, Pool) else list(values)
        return self.random.sample(source, min(count, len(source)))

    def often(self, chance: float) -> bool:
        """Say whether something happens."""
        return self.random.random() < chance

    def number(self, low: int, high: int) -> int:
        """Return a whole number, both ends included."""
        return self.random.randint(low, high)

    def weighted(self, choices: dict[T, float]) -> T:
        """Return one of the keys by its weight."""
        return self.random.choices(list(choices), list(choices.values()))[0]
