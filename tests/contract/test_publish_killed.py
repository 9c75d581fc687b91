"""A publication with its log, killed at each step: readers see the old or the new, and it goes on."""

import os
import shutil

import pytest
from tests.factories.facts import some_evidence, some_facts
from tests.factories.killing import killed_at
from tests.factories.logged_site import Installation, installed, pinned
from tests.factories.logs import judged

from thuocdo.core.canonical import sha256_hex
from thuocdo.log.growing import shown_note
from thuocdo.log.history import history
from thuocdo.publication.manifest import MANIFEST_PATH
from thuocdo.publication.staging import Stage
from thuocdo.publication.verify import verify

pytestmark = [pytest.mark.files, pytest.mark.slow]
OTHER = some_facts(evidence=(some_evidence(), some_evidence(id="e2")))
WATCHED_STEPS = 4000
"""More than a publication has."""
EACH = int(os.environ.get("KILL_EACH", "17"))
"""Every so-manieth use of files is killed at; KILL_EACH=1 takes minutes."""


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    """Return an installation that no test changes."""
    return installed(tmp_path_factory.mktemp("killed"), reports=3)


def shown(made):
    """Return the digest of the manifest that readers get."""
    return sha256_hex((made.site / MANIFEST_PATH).read_bytes())


def faults(made):
    """Return what a reader finds in the folder that is published now."""
    return [each.reason.code for each in verify(made.site, trust=pinned()).faults]


def copied(original, folder):
    """Return a copy of the installation in a new folder."""
    shutil.copytree(original.folder, folder)
    return Installation(folder)


def test_readers_see_the_old_or_the_new_and_the_next_try_ends_it(original, tmp_path):
    """At whatever step it is killed, what is shown verifies, and publishing again leaves one entry for it."""
    # Appending, signing, showing the checkpoint, writing, switching: what stood before, what is logged
    # and not yet shown, and what is published have all to be met, else the steps were too few.
    whole = copied(original, tmp_path / "whole")
    whole.publish(OTHER)
    old, new, seen = shown(original), shown(whole), set()
    for step in range(1, WATCHED_STEPS, EACH):
        made = copied(original, tmp_path / "made")
        killed = killed_at(step, lambda made=made: made.publish(OTHER))
        assert shown(made) in {old, new}, step
        assert (faults(made), judged(made.log).faults) == ([], ()), step
        seen.add((history(made.log).number_of(new) is not None, shown(made) == new))
        note = shown_note(made.log)
        made.publish(OTHER)
        assert (shown(made), faults(made)) == (new, []), step
        again = judged(made.log, since=note)
        assert again.faults == (), step
        assert [each.manifest for _number, each in again.publications] == [old, new], step
        shutil.rmtree(made.folder)
        if not killed:
            break
    assert not killed
    assert seen == {(False, False), (True, False), (True, True)}


def test_a_publication_without_the_switch_is_caught(original, tmp_path, monkeypatch):
    """The known-bad control: a publisher that writes into the published folder itself is found out."""
    met = set()
    monkeypatch.setattr(Stage, "put", plainly)
    for step in range(1, WATCHED_STEPS, 40):
        made = copied(original, tmp_path / "made")
        killed = killed_at(step, lambda made=made: made.publish(OTHER))
        met.update(faults(made))
        shutil.rmtree(made.folder)
        if not killed:
            break
    assert met


def plainly(stage, path, data, **_more):
    """Write over what readers see."""
    (stage.published / path).write_bytes(data)
    stage.written.append(path)
