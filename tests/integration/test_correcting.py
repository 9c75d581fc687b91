"""Correcting and taking away: the log, the audit trail and the published folder after one act."""

from datetime import UTC, date, datetime

import pytest
from tests.factories.facts import some_evidence, some_facts
from tests.factories.publication import publish_plainly
from tests.factories.signers import Near, told

from thuocdo.audit.models import Event
from thuocdo.core.actor import Actor, Role
from thuocdo.core.canonical import sha256_hex
from thuocdo.core.errors import Invalid, NotAllowed, NotFound
from thuocdo.log.appending import append_publication
from thuocdo.log.history import history
from thuocdo.log.mirroring import log_files
from thuocdo.log.types import Cell, Correction, Tombstone
from thuocdo.publication.correcting import Order, correct, remove
from thuocdo.publication.corrections import past_of
from thuocdo.publication.method import method_in_use
from thuocdo.publication.verify import verify

pytestmark = pytest.mark.usefixtures("db")
NOW = datetime(2026, 1, 7, 2, tzinfo=UTC)
CHI = Actor("chi", "Chi", frozenset({Role.PUBLISHER}), "VPTW")
ORDER = Order("Nhập sai.", "12/CV-VPTW", date(2026, 1, 6))
CELL = Cell("thu/du-lieu/evidence, evidence e1, verifier_note", "Sai", "Đúng")
EVIDENCE = "thu/du-lieu/evidence.csv"


class Desk:
    """A signer, a site and what a publisher does with them."""

    def __init__(self, folder):
        self.signer, self.site = Near(folder), folder / "site"

    def publish(self, note):
        """Publish the evidence with a note of its verifier."""

        def enter(manifest):
            append_publication(self.signer, manifest, method=method_in_use())
            yield from log_files(self.signer.log)

        facts = some_facts(evidence=(some_evidence(id="e1", verifier_note=note),))
        publish_plainly(facts, self.site, past=past_of(history(self.signer.log)), enter=enter)

    def correct(self, *cells, by=CHI, order=ORDER, **more):
        """Log a correction."""
        given = {"signer": self.signer, "site": self.site, "cells": cells or (CELL,), "order": order}
        return correct(**given, by=by, now=NOW, **more)

    def remove(self, path=EVIDENCE, by=CHI):
        """Take a file away."""
        given = {"signer": self.signer, "site": self.site, "path": path, "order": ORDER}
        return remove(**given, shown=lambda _number: log_files(self.signer.log), by=by, now=NOW)


@pytest.fixture
def desk(tmp_path):
    """Return a site with one publication in its log."""
    made = Desk(tmp_path)
    made.publish("Sai")
    return made


def kinds():
    """Return the kinds of the audit trail's events."""
    return list(Event.objects.order_by("id").values_list("kind", flat=True))


def test_a_correction_enters_log_and_audit_trail_once(desk):
    """The same correction again has the same entry; the next publication lists and makes it."""
    number = desk.correct()
    assert desk.correct() == number
    found = told(desk.signer)[number]
    assert found == Correction(1, (CELL,), "Nhập sai.", "12/CV-VPTW", date(2026, 1, 6))
    assert kinds() == ["correction_logged"] * 2
    desk.publish("Đúng")
    assert [each.new for each in verify(desk.site).corrections] == ["Đúng"]
    assert verify(desk.site).holds


def test_an_older_publication_is_corrected_by_its_digest(desk):
    """Its old values are looked up where it is kept."""
    first = sha256_hex((desk.site / "manifest.json").read_bytes())
    desk.publish("Khác")
    assert desk.correct(manifest=first[:12]) == 3
    with pytest.raises(Invalid, match=r"the published table says Khác there, not Sai"):
        desk.correct()
    with pytest.raises(NotFound, match=r"has 0 publications"):
        desk.correct(manifest="ff" * 32)


def test_a_correction_without_reason_or_of_no_row_is_refused(desk):
    """Nothing enters the log; the sentence names the field or the place."""
    size = desk.signer.grow().signed
    with pytest.raises(Invalid, match=r"reason: needs a text"):
        desk.correct(order=Order("", "12/CV", date(2026, 1, 6)))
    with pytest.raises(Invalid, match=r"has 0 rows of this name"):
        desk.correct(Cell("thu/du-lieu/evidence, evidence e7, verifier_note", "a", "b"))
    with pytest.raises(Invalid, match=r"no such column"):
        desk.correct(Cell("thu/du-lieu/evidence, evidence e1, colour", "a", "b"))
    assert desk.signer.grow().signed == size


def test_only_a_publisher_corrects_and_takes_away(desk):
    """A reporter does neither."""
    an = Actor("an", "An", frozenset({Role.REPORTER}), "BYT")
    with pytest.raises(NotAllowed):
        desk.correct(by=an)
    with pytest.raises(NotAllowed):
        desk.remove(by=an)
    assert kinds() == []


def test_a_file_is_taken_away_wherever_it_is_kept(desk):
    """Each publication that has it gets an entry; the same call again finds nothing left."""
    desk.publish("Khác")
    numbers = desk.remove()
    assert numbers == (3, 4)
    entries = [told(desk.signer)[number] for number in numbers]
    assert [type(each) for each in entries] == [Tombstone, Tombstone]
    assert [each.publication for each in entries] == [2, 1]
    assert not list(desk.site.rglob("evidence.csv"))
    assert verify(desk.site).holds
    assert kinds() == ["file_taken_away"]
    with pytest.raises(NotFound, match=r"has the file thu/du-lieu/evidence.csv"):
        desk.remove()


def test_a_removal_that_was_killed_after_the_log_goes_on(desk, monkeypatch):
    """The entry is not appended twice, and the file is gone in the end."""
    monkeypatch.setattr("thuocdo.publication.correcting.take_away", lambda *_given: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        desk.remove()
    monkeypatch.undo()
    assert desk.remove() == (2,)
    assert desk.signer.grow().signed == 3
    assert verify(desk.site).holds
