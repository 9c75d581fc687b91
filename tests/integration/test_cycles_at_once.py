"""Many people at the same moment: exactly one wins, the others get a clear conflict, nothing is lost."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier

import pytest
from django.db import connection
from tests.factories.cycles import LINE, handed, reported, saved

from thuocdo.core.errors import Conflict, Fault, ThuocDoError
from thuocdo.cycles import models
from thuocdo.cycles.actions import hand_back, send_records
from thuocdo.cycles.attaching import attach
from thuocdo.cycles.drafting import drafts_of, save_batch, undo_batch

pytestmark = pytest.mark.usefixtures("committed")

AT_ONCE = 12


def at_once(*acts):
    """Do all acts at the same moment, each on its own connection; return what became of each."""
    gate = Barrier(len(acts))

    def one(act):
        gate.wait()
        try:
            return act()
        except ThuocDoError as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(one, acts))


def outcome(results):
    """Count what happened."""
    return Counter(type(result).__name__ if isinstance(result, Exception) else "done" for result in results)


def test_one_of_many_saves_wins(an, em, now):
    """Of many who save over the same version, one does; the others learn that something else stands there."""
    version = saved(an, now).version
    results = at_once(
        *(
            lambda number=number: saved(em, now, cells={"obstacle": str(number)}, version=version)
            for number in range(AT_ONCE)
        )
    )
    assert outcome(results) == {"done": 1, "Conflict": AT_ONCE - 1}
    (winner,) = [result for result in results if not isinstance(result, Exception)]
    assert drafts_of("nq03", agency="BKHCN", cycle="2025-2")["17"] == winner


def test_one_of_many_first_saves_wins(em, now):
    """Nobody's first save silently replaces another's."""
    results = at_once(*(lambda: saved(em, now) for _number in range(AT_ONCE)))
    assert outcome(results) == {"done": 1, "Conflict": AT_ONCE - 1}


def test_many_hand_ins_make_one_report(em, now):
    """A hand-in that is pressed many times makes one report with one piece of evidence."""
    saved(em, now, evidence=[{"text": LINE}])
    results = at_once(*(lambda: handed(em, now) for _number in range(AT_ONCE)))
    assert set(outcome(results)) <= {"done", "Conflict"}
    assert (models.Report.objects.count(), models.Evidence.objects.count()) == (1, 1)
    sent = {result.ids for result in results if not isinstance(result, Exception)}
    assert len({frozenset(ids) for ids in sent}) == 1
    assert models.Draft.objects.count() == 0


def test_send_and_hand_back_and_edit_at_once(em, an, now):
    """Of those who send, hand back and replace one report, exactly one wins; no state is in between."""
    first = reported(em, now, evidence=[{"text": LINE}])
    saved(em, now, cells={"situation": "done"})
    faults = [Fault("", "chưa rõ")]
    acts = []
    for _number in range(4):
        acts += [
            lambda: send_records(ids=first.ids, by=an, now=now),
            lambda: hand_back(ids=first.ids, faults=faults, by=an, now=now),
            lambda: handed(em, now),
        ]
    results = at_once(*acts)
    assert all(isinstance(result, Conflict) for result in results if isinstance(result, Exception))
    state = models.Report.objects.get(public_id=first.ids[0]).state
    sent, back, edits = results[::3], results[1::3], results[2::3]
    done = [sum(not isinstance(item, Exception) for item in group) for group in (sent, back)]
    replaced = [item for item in edits if not isinstance(item, Exception) and item.sent]
    assert sum(done) <= 1
    assert models.Report.objects.exclude(state="corrected").count() == 1
    if state == "corrected":
        assert replaced
    else:
        assert state == ("sent" if done[0] else "saved")


def test_one_undo_wins(an, em, now):
    """Two who undo one paste at once undo it once."""
    rows = {"17": {"situation": "done"}, "26": {"situation": "done"}}
    batch = save_batch(slug="nq03", cycle="2025-2", rows=rows, by=an, now=now)
    results = at_once(*(lambda: undo_batch(batch=batch, by=em, now=now) for _number in range(AT_ONCE)))
    assert outcome(results) == {"done": 1, "Conflict": AT_ONCE - 1}
    assert models.Draft.objects.count() == 0


def test_the_same_file_at_once_is_one_file(an, settings, tmp_path):
    """Many who hand in the same bytes get the same id."""
    settings.THUOCDO_FILES = tmp_path / "files"
    clock = datetime.now(UTC)
    results = at_once(
        *(lambda: attach(name="a.txt", data=b"a", by=an, now=clock) for _number in range(AT_ONCE))
    )
    assert outcome(results) == {"done": AT_ONCE}
    assert len({file.public_id for file in results}) == 1
    assert models.Attachment.objects.count() == 1
