"""Filling the required components with evidence, so that no document stands for two parts by chance."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thuocdo.evaluation.rules.evidence import Offer
from thuocdo.evaluation.types import ComponentVerdict
from thuocdo.programme.types import Mode, Task


@dataclass(frozen=True, slots=True)
class Filling:
    """What the evidence fills: each component's verdict, and the days that the whole turns on."""

    components: tuple[ComponentVerdict, ...]
    all_filed: bool
    all_verified: bool
    done_on: date | None
    filed_on: date | None

    @property
    def verified_parts(self) -> int:
        """Return how many components are proved."""
        return sum(item.on is not None for item in self.components)


@dataclass(frozen=True, slots=True)
class _Token:
    offer: Offer
    codes: tuple[str, ...]


class _Slots:
    """Places to fill, `needed` for each component; an added token never empties a filled place."""

    def __init__(self, needed: dict[str, int]) -> None:
        self._places = {code: [(code, index) for index in range(count)] for code, count in needed.items()}
        self.held: dict[tuple[str, int], _Token] = {}
        self._seen: set[tuple[str, tuple[str, ...]]] = set()

    def add(self, token: _Token) -> None:
        mark = (token.offer.key, tuple(sorted(token.codes)))
        if mark not in self._seen and self._place(token, set()):
            self._seen.add(mark)

    def _place(self, token: _Token, tried: set[tuple[str, int]]) -> bool:
        for code in token.codes:
            for place in self._places.get(code, ()):
                if place in tried:
                    continue
                tried.add(place)
                held = self.held.get(place)
                if held is None or self._place(held, tried):
                    self.held[place] = token
                    return True
        return False

    def of(self, code: str) -> list[_Token]:
        return [self.held[place] for place in self._places[code] if place in self.held]


def fill(task: Task, offers: Sequence[Offer]) -> Filling:
    """Return what the offers fill, the earliest documents first.

    A document fills one place, unless a verifier names several components or an attestation
    stands for all. Taken in order of date, the filling that comes out is complete on the
    earliest possible day, and a further document never makes it worse.
    """
    needed = _needed(task)
    if not offers:
        empty = tuple(ComponentVerdict(component=code) for code in needed)
        return Filling(components=empty, all_filed=False, all_verified=False, done_on=None, filed_on=None)
    ordered = sorted(offers, key=lambda item: (item.on, item.evidence.id))
    verified, filed = _Slots(needed), _Slots(needed)
    for item in ordered:
        for token in _tokens(item, item.verified_for):
            verified.add(token)
            filed.add(token)
    for item in ordered:
        if not item.verified_for:
            for token in _tokens(item, item.filed_for):
                filed.add(token)
    verdicts = tuple(_component(code, count, filed, verified) for code, count in needed.items())
    all_filed = all(len(filed.of(code)) >= count for code, count in needed.items())
    days = [item.on for item in verdicts if item.on is not None]
    complete = bool(verdicts) and len(days) == len(verdicts)
    received = [token.offer.evidence.received_on for token in filed.held.values()]
    return Filling(
        components=verdicts,
        all_filed=bool(verdicts) and all_filed,
        all_verified=complete,
        done_on=max(days) if complete else None,
        filed_on=max(received, default=None),
    )


def _needed(task: Task) -> dict[str, int]:
    least = task.minimum if task.mode is Mode.AT_LEAST else 1
    return {item.code: max(item.minimum, least) for item in task.components}


def _tokens(item: Offer, codes: tuple[str, ...]) -> list[_Token]:
    if not codes:
        return []
    return [_Token(item, (code,)) for code in codes] if item.each else [_Token(item, codes)]


def _component(code: str, count: int, filed: _Slots, verified: _Slots) -> ComponentVerdict:
    proved, offered = verified.of(code), filed.of(code)
    return ComponentVerdict(
        component=code,
        filed=tuple(token.offer.evidence.id for token in offered),
        verified=tuple(token.offer.evidence.id for token in proved),
        on=max(token.offer.on for token in proved) if len(proved) >= count else None,
    )
