"""Chances and pools: what all parts of the corpus share, and what only one of them has."""

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")
FEW = 0.3
"""Below this share a pool holds what is the same everywhere, such as the names of provinces."""

LATER = (
    "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "held_out",
)  # fmt: skip
LAST = LATER[1:]
"""The parts whose plans have the irregularities of the fourth."""
NEWEST = LATER[3:]
"""The parts whose plans have the irregularities of the sixth."""
CLOSED = LATER[4:]
"""The parts whose plans have the irregularities of the seventh."""
FRESH = LATER[6:]
"""The parts whose plans have the irregularities of the ninth."""
LATEST = LATER[7:]
"""The parts whose plans have the irregularities of the tenth."""
RANKED = LATER[8:]
"""The parts whose words stand in the order of their use, the most usual first, and are drawn so."""
SAMPLED = LATER[9:]
"""The parts whose plans have the irregularities of the twelfth."""
ORDINARY = LATER[10:]
"""The parts whose plans are mostly regular, and have what only the thirteenth and later ones have."""
ANNEXED = LATER[11:]
"""The part whose plans are ordinary annexes, most of them Vietnamese: the fourteenth, the held-out one."""
FRESHEST = 0.75
"""How often the held-out part draws a word of its own where new ones can be."""


class Pool:
    """Words that all parts of the corpus share, and those of each part alone.

    `usual` are words of earlier parts that stand in so many real plans that the ranked parts have them too;
    the sampled parts have `common` ones as well, and the most usual of the part before them. The own words of
    a ranked part are drawn as often as `share` says, those of the ordinary ones as often as `fresh` says: the
    thirteenth has at most as many words of others as of its own, the held-out one two for five, and draws its
    own three times of four; but not where hardly any new ones can be: places, marks.
    """

    def __init__(
        self,
        *,
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
        tenth: Sequence[T] = (),
        usual: Sequence[T] = (),
        eleventh: Sequence[T] = (),
        common: Sequence[T] = (),
        twelfth: Sequence[T] = (),
        thirteenth: Sequence[T] = (),
        held_out: Sequence[T] = (),
        share: float = 0.4,
        fresh: float = 0.65,
    ) -> None:
        self.own = {"dev": list(dev), "second": list(second), "third": list(third)}
        self.own |= {"fourth": list(fourth), "fifth": list(fifth), "sixth": list(sixth)}
        self.own |= {"seventh": list(seventh), "eighth": list(eighth), "ninth": list(ninth)}
        self.own |= {"tenth": list(tenth), "eleventh": list(eleventh), "twelfth": list(twelfth)}
        self.own |= {"thirteenth": list(thirteenth), "held_out": list(held_out)}
        self.of = {name: [*shared, *own] for name, own in self.own.items()}
        self.weights: dict[str, list[float]] = {}
        met, seen, last = (list(words)[: len(words) // 3] for words in (eleventh, twelfth, thirteenth))
        usual, common = [*shared, *usual], list(common)
        self._rank("eleventh", usual, share)
        self._rank("twelfth", [*usual, *met, *common], share)
        known = [*usual, *common, *seen]
        self._rank("thirteenth", known if fresh < FEW else known[: len(thirteenth)], fresh)
        known = [*known, *last]
        often = max(fresh, FRESHEST) if fresh > FEW else fresh
        self._rank("held_out", known if fresh < FEW else known[: len(held_out) * 2 // 5], often)

    def _rank(self, part: str, known: list[T], share: float) -> None:
        """Give a part words of others before its own, and say how often each of them is drawn."""
        own = self.own[part]
        self.of[part] = [*known, *own]
        self.weights[part] = [*_ranked(len(known), 1 - share), *_ranked(len(own), share if known else 1)]


def _ranked(count: int, share: float) -> list[float]:
    """Return how often each of some words stands in plans, all of them together as often as the share."""
    weights = [1 / (place + 1 + count / 2) for place in range(count)]
    return [share * weight / sum(weights) for weight in weights]


class Dice:
    """The chances of one plan."""

    def __init__(self, seed: int, pool: str, salt: str = "") -> None:
        self.random = random.Random(f"{pool}/{seed}/{salt}")  # noqa: S311  a corpus, no secret
        self.pool = pool
        self.kept: dict[str, list[object]] = {}
        self.since = 2025
        self.mess = 1.0

    def habit(self, name: str, values: "Sequence[T] | Pool", count: int) -> "Sequence[T] | Pool":
        """Return the few values that an office of the latest part keeps to; all of them in earlier parts."""
        if self.pool not in LATEST:
            return values
        if name not in self.kept:
            self.kept[name] = self._kept(values, count)
        return self.kept[name]

    def _kept(self, values: "Sequence[T] | Pool", count: int) -> list[T]:
        """Return what an office keeps to; in the newest part the more usual of it several times."""
        chosen = self.some(values, count)
        if self.pool not in RANKED or not isinstance(values, Pool):
            return chosen
        order = values.of[self.pool]
        chosen.sort(key=lambda item: -values.weights[self.pool][order.index(item)])
        return [item for place, item in enumerate(chosen) for _ in range(count - place)]

    def one(self, values: "Sequence[T] | Pool") -> T:
        """Return one of the values."""
        if isinstance(values, Pool) and self.pool in RANKED:
            return self.random.choices(values.of[self.pool], values.weights[self.pool])[0]
        return self.random.choice(values.of[self.pool] if isinstance(values, Pool) else list(values))

    def further(self, words: str, mark: str, values: "Pool") -> str:
        """Return words with one more behind them; in the newest part not with the same one again."""
        another = str(self.one(values))
        return words if self.pool in RANKED and another in words else f"{words}{mark}{another}"

    def wider(self, usual: T, values: "Sequence[T] | Pool") -> T:
        """Return one of the values in the later parts, else the usual one and use no chance up."""
        return self.one(values) if self.pool in LATER else usual

    def some(self, values: "Sequence[T] | Pool", count: int) -> list[T]:
        """Return several different ones."""
        source = values.of[self.pool] if isinstance(values, Pool) else list(values)
        if isinstance(values, Pool) and self.pool in RANKED:
            keys = [self.random.random() ** (1 / weight) for weight in values.weights[self.pool]]
            order = sorted(range(len(source)), key=lambda place: -keys[place])
            return [source[place] for place in order[:count]]
        return self.random.sample(source, min(count, len(source)))

    def often(self, chance: float) -> bool:
        """Say whether something happens."""
        return self.random.random() < chance

    def year(self) -> int:
        """Return a year of a deadline: in the newest part mostly soon after the plan was issued."""
        if self.pool not in RANKED:
            return self.number(2025, 2030)
        return self.since + self.weighted({0: 0.35, 1: 0.3, 2: 0.12, 3: 0.08, 4: 0.1, 5: 0.05})

    def number(self, low: int, high: int) -> int:
        """Return a whole number, both ends included."""
        return self.random.randint(low, high)

    def weighted(self, choices: dict[T, float]) -> T:
        """Return one of the keys by its weight."""
        return self.random.choices(list(choices), list(choices.values()))[0]
