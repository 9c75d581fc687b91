"""Filling the required parts with evidence: complete whenever it can be, on the earliest day."""

from datetime import date, timedelta
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st
from tests.factories.facts import a_task, some_evidence

from thuocdo.evaluation.rules.evidence import Offer
from thuocdo.evaluation.rules.matching import fill
from thuocdo.programme.types import Component, Need

START = date(2025, 1, 1)


def an_offer(identity: str, codes: str, day: int = 0, key: str = "") -> Offer:
    """Return a verified offer for the parts named by letters, dated some days after the start."""
    piece = some_evidence(id=identity)
    return Offer(piece, key or identity, START + timedelta(days=day), tuple(codes), tuple(codes))


def asking(minimums: dict[str, int]):
    """Return a task with these parts, each needed so many times."""
    parts = (Component(code, (Need.DECREE,), code, code, minimum=count) for code, count in minimums.items())
    return a_task(components=tuple(parts))


@st.composite
def cases(draw: st.DrawFn):
    """Draw a task with up to three places and up to five offers."""
    minimums = draw(st.sampled_from([{"a": 1}, {"a": 1, "b": 1}, {"a": 2, "b": 1}, {"a": 1, "b": 1, "c": 1}]))
    codes = st.lists(st.sampled_from(sorted(minimums)), min_size=1, max_size=3, unique=True)
    offers = [
        an_offer(f"e{number}", "".join(draw(codes)), draw(st.integers(0, 5)))
        for number in range(draw(st.integers(0, 5)))
    ]
    return minimums, offers


def earliest_completion(minimums: dict[str, int], offers: list[Offer]) -> date | None:
    """Return the day on which all places can be filled, found by trying everything."""
    places = [code for code, count in minimums.items() for _ in range(count)]
    days = [
        max(offer.on for offer in chosen)
        for chosen in permutations(offers, len(places))
        if all(place in offer.verified_for for place, offer in zip(places, chosen, strict=True))
    ]
    return min(days, default=None)


@given(cases())
def test_filling_is_complete_on_the_earliest_day(case):
    """The parts are filled if that is possible at all, and no later than the documents allow."""
    minimums, offers = case
    assert fill(asking(minimums), offers).done_on == earliest_completion(minimums, offers)


def test_one_document_fills_one_part():
    """A law that could stand for either part stands for one, so the other stays open."""
    filling = fill(asking({"a": 1, "b": 1}), [an_offer("e1", "ab")])
    assert (filling.verified_parts, filling.all_verified) == (1, False)


def test_the_same_document_counts_once():
    """Two pieces with one document number are one document."""
    offers = [an_offer("e1", "a", key="1/nd-cp"), an_offer("e2", "a", key="1/nd-cp")]
    assert not fill(asking({"a": 2}), offers).all_verified


def test_a_piece_for_each_part_stands_for_all():
    """What a verifier names for several parts, or an attestation, fills each of them."""
    piece = Offer(some_evidence(), "k", START, ("a", "b"), ("a", "b"), each=True)
    assert fill(asking({"a": 1, "b": 1}), [piece]).done_on == START
