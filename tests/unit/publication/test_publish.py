"""Tests of publishing: what is checked before, what is written, and that equal facts give equal bytes."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.factories.facts import an_observation, some_evidence, some_facts
from tests.factories.publication import NOW, a_key, plain_pages, publish_plainly

from thuocdo.core.canonical import sha256_hex
from thuocdo.core.errors import Conflict, Invalid, NotAllowed, NotFound, Unavailable
from thuocdo.evaluation.scoring.shipped import shipped_bytes
from thuocdo.publication import publish as publishing
from thuocdo.publication.compressed import SUFFIX
from thuocdo.publication.corrections import Past
from thuocdo.publication.keys import Purpose, trust_of
from thuocdo.publication.manifest import Correction, read_manifest
from thuocdo.publication.scores import published_sets
from thuocdo.publication.staging import Stage
from thuocdo.publication.verify import verify

ROOT = Path(__file__).resolve().parents[3]
REAL = replace(
    some_facts(),
    illustrative=False,
    evidence=(some_evidence(illustrative=False),),
    reports=(),
    milestones=(),
)


def manifest_of(out):
    """Return the manifest of a folder."""
    return read_manifest((out / "manifest.json").read_bytes())


def faults_of(facts, tmp_path, **changes):
    """Return the faults with which publishing is refused, and check that nothing was written."""
    with pytest.raises(Invalid) as caught:
        publish_plainly(facts, tmp_path / "site", **changes)
    assert not (tmp_path / "site").exists()
    return [str(fault) for fault in caught.value.faults]


def test_publishing_tells_what_it_wrote(tmp_path):
    """All files are counted, and the manifest's hash is the one on disk."""
    done = publish_plainly(some_facts(), tmp_path / "site")
    on_disk = [path for path in (tmp_path / "site").rglob("*") if path.is_file()]
    assert done.files == len(done.written) == len(on_disk)
    assert (done.unchanged, done.removed) == (0, ())
    assert done.manifest_sha256 == sha256_hex((tmp_path / "site" / "manifest.json").read_bytes())


def test_publishing_the_same_facts_again_writes_nothing(tmp_path):
    """Not even the manifest: the same content is the same publication."""
    first = publish_plainly(some_facts(), tmp_path / "site")
    inode = (tmp_path / "site").stat().st_ino
    again = publish_plainly(some_facts(), tmp_path / "site", now=datetime(2026, 2, 1, tzinfo=UTC))
    assert (again.written, again.unchanged) == ((), first.files)
    assert again.manifest_sha256 == first.manifest_sha256
    assert (tmp_path / "site").stat().st_ino == inode


def test_one_changed_record_rewrites_only_what_changed(tmp_path):
    """A later value of one indicator touches its rows, not the tasks."""
    out = tmp_path / "site"
    publish_plainly(some_facts(), out)
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}
    facts = some_facts()
    changed = (*facts.observations, an_observation(id="o3", period_end=date(2025, 9, 30)))
    done = publish_plainly(replace(facts, observations=changed), out)
    touched = {str(path.relative_to(out)) for path, at in before.items() if path.stat().st_mtime_ns != at}
    # A file that has grown long enough gets its first compressed copy.
    assert all(path.endswith(SUFFIX) for path in set(done.written) - touched)
    assert {"facts.json", "manifest.json", "signatures.json", "SHA256SUMS"} < touched
    assert not [path for path in touched if "task" in path or "nhiem-vu" in path]
    assert done.unchanged == done.files - len(done.written)


def test_each_publication_names_the_one_before(tmp_path):
    """The chain of hashes leads back to the first."""
    out = tmp_path / "site"
    first = publish_plainly(some_facts(), out)
    assert manifest_of(out).previous is None
    publish_plainly(some_facts(evidence=()), out)
    assert manifest_of(out).previous == first.manifest_sha256
    assert verify(out).holds


def test_files_that_are_gone_are_removed(tmp_path):
    """What only the old manifest names goes; what no manifest names stays."""
    out = tmp_path / "site"
    publish_plainly(some_facts(), out)
    (out / "robots.txt").write_text("x")
    facts = some_facts()
    fewer = replace(facts, programme=replace(facts.programme, tasks=facts.programme.tasks[:-1]))
    done = publish_plainly(fewer, out)
    data = ("thu/nhiem-vu/6.csv", "thu/nhiem-vu/6.json")
    gone = [path for path in done.removed if not path.endswith(SUFFIX)]
    assert gone == ["en/thu/task/6/index.html", *data, "thu/task/6/index.html"]
    assert not (out / "thu/task/6").exists()
    assert (out / "robots.txt").read_text() == "x"
    assert [finding.where for finding in verify(out).faults] == ["robots.txt"]


def test_a_file_changed_on_disk_is_put_right(tmp_path):
    """The next publication heals the folder although no fact changed."""
    out = tmp_path / "site"
    publish_plainly(some_facts(), out)
    page = out / "thu/task/2/index.html"
    page.write_bytes(page.read_bytes().replace(b"late", b"done"))
    assert publish_plainly(some_facts(), out).written == ("thu/task/2/index.html",)
    assert verify(out).holds


def test_a_full_disk_leaves_the_old_publication(tmp_path, monkeypatch):
    """Readers see the old one, whole and verifiable."""
    out = tmp_path / "site"
    publish_plainly(some_facts(), out)

    def full(_stage, path, _data, **_more):
        if path.startswith("en/"):
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(Stage, "_write", full)
    with pytest.raises(Unavailable, match="No space left"):
        publish_plainly(some_facts(evidence=()), out)
    assert verify(out, trust=trust_of((a_key(),))).holds
    assert manifest_of(out).previous is None


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_the_same_facts_give_the_same_bytes(tmp_path, seed):
    """In another process with another hash seed, time zone and working folder."""
    here = publish_plainly(some_facts(), tmp_path / "here")
    code = (
        "import sys; sys.path.insert(0, sys.argv[2])\n"
        "from pathlib import Path\n"
        "from tests.factories.facts import some_facts\n"
        "from tests.factories.publication import publish_plainly\n"
        "print(publish_plainly(some_facts(), Path(sys.argv[1])).manifest_sha256)\n"
    )
    there = subprocess.run(
        [sys.executable, "-c", code, tmp_path / "there", ROOT],
        env={**os.environ, "PYTHONHASHSEED": seed, "TZ": "America/New_York", "LC_ALL": "C"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert there.stdout.strip() == here.manifest_sha256
    for name in ("signatures.json", "SHA256SUMS"):
        assert (tmp_path / "here" / name).read_bytes() == (tmp_path / "there" / name).read_bytes()


def test_all_errors_are_named_at_once(tmp_path):
    """Unknown task, indicator and body, a repeated id and a nameless verifier, in one refusal."""
    facts = some_facts(
        evidence=(some_evidence(task="99", agency="nobody"), some_evidence(verified_by="")),
        observations=(an_observation(indicator="77"),),
    )
    assert faults_of(facts, tmp_path) == [
        "evidence e1: speaks of task 99, which the programme does not have",
        "evidence e1: speaks of body nobody, which the register does not have",
        "observation o1: speaks of indicator 77, which the programme does not have",
        "evidence e1: stands twice",
        "evidence e1: is verified, but nobody is named who verified it",
    ]


def test_a_day_that_has_not_come_is_refused(tmp_path):
    """The day counts in Vietnam: at 18:00 UTC the next day has begun there."""
    evening = datetime(2025, 12, 30, 16, 59, tzinfo=UTC)
    assert faults_of(some_facts(), tmp_path, now=evening) == [
        "as_of: the day 2025-12-31 has not come yet (2025-12-30)"
    ]
    assert publish_plainly(some_facts(), tmp_path / "site", now=evening.replace(hour=17)).files


def test_illustrative_records_need_the_mark(tmp_path):
    """No publication that is called real holds an invented record."""
    faults = faults_of(some_facts(illustrative=False), tmp_path)
    assert [fault.split(":")[0] for fault in faults] == ["evidence e1", "report r1", "milestone m1"]


def test_a_production_key_does_not_sign_a_demo(tmp_path):
    """The refusal comes before anything can be seen."""
    with pytest.raises(NotAllowed, match="production key"):
        publish_plainly(some_facts(), tmp_path / "site", signers=[a_key(purpose=Purpose.PRODUCTION)])
    assert not (tmp_path / "site").exists()


def test_two_people_publish_real_facts(tmp_path):
    """Two production keys of three sign, and the threshold of two is met."""
    keys = tuple(a_key(seed, Purpose.PRODUCTION) for seed in (1, 2, 3))
    publish_plainly(REAL, tmp_path / "site", signers=keys[:2])
    assert verify(tmp_path / "site", trust=trust_of(keys, threshold=2)).holds
    assert not verify(tmp_path / "site", trust=trust_of(keys, threshold=3)).holds


def test_a_warning_needs_a_sentence(tmp_path):
    """Publishing nothing reported is possible, but somebody must say why."""
    empty = some_facts(evidence=(), reports=(), milestones=())
    assert faults_of(empty, tmp_path) == [
        "facts: no evidence and no report is in this publication",
        "facts: it is marked illustrative, but no record is",
    ]
    assert len(faults_of(empty, tmp_path, accepted={"nothing_reported": "  "})) == 2
    answers = {
        "nothing_reported": "The first cycle has not begun.",
        "illustrative_without_records": "A trial.",
    }
    publish_plainly(empty, tmp_path / "site", accepted=answers)
    said = {each.warning: each.sentence for each in manifest_of(tmp_path / "site").accepted}
    assert said == answers


def test_records_of_later_days_are_a_warning(tmp_path):
    """The rules do not see them, the readers of facts.json would."""
    facts = some_facts(evidence=(some_evidence(received_on=date(2026, 1, 2), verified_on=None),))
    assert "1 records were received after" in faults_of(facts, tmp_path)[0]


def test_corrections_are_published(tmp_path):
    """Old and new value, the reason and the document stand in the signed manifest."""
    correction = Correction("task", "1", "status", "late", "done", "evidence was overlooked", "12/CV")
    publish_plainly(some_facts(), tmp_path / "site", past=Past((correction,)))
    assert verify(tmp_path / "site").corrections == (correction,)


@pytest.mark.parametrize("path", ["../up.html", "/abs.html", "manifest.json", "facts.json", "a b.html", ".x"])
def test_a_page_may_not_be_written_just_anywhere(tmp_path, path):
    """Paths that leave the folder, are reserved or are taken stop the publication."""

    def straying(facts, verdicts, **more):
        yield path, b"MINH HO\xe1\xba\xa0"
        yield from plain_pages(facts, verdicts, **more)

    with pytest.raises(Invalid):
        publish_plainly(some_facts(), tmp_path / "deep" / "site", render=straying)
    assert [each.name for each in tmp_path.rglob("*")] == ["deep"]


def test_a_page_that_the_verifier_would_refuse_is_not_published(tmp_path):
    """A page without mark, with a wrong status, or missing, stops the publication."""

    def careless(facts, verdicts, **more):
        for path, data in plain_pages(facts, verdicts, **more):
            if path == "index.html":
                yield path, b"no mark"
            elif path == "thu/task/2/index.html":
                yield path, data.replace(b"late", b"done")
            elif path != "en/thu/task/3/index.html":
                yield path, data

    assert faults_of(some_facts(), tmp_path, render=careless) == [
        "thu/task/2/index.html, task 2: published done, recomputed late",
        "index.html: does not carry the mark MINH HOẠ / ILLUSTRATIVE",
        "pages, task 3: has no page of its own with its status (language: en)",
    ]


def test_a_broken_publication_is_not_built_upon(tmp_path):
    """Its chain would lead into the void; the refusal says so."""
    out = tmp_path / "site"
    publish_plainly(some_facts(), out)
    (out / "manifest.json").write_text("{}")
    with pytest.raises(Conflict, match="broken"):
        publish_plainly(some_facts(), out)
    assert (out / "manifest.json").read_text() == "{}"


def test_evaluated_is_what_was_published(tmp_path):
    """Text that the database holds decomposed is evaluated in the form that readers get."""
    seen = []

    def rules(facts):
        seen.append(facts.observations[0].source)
        return publishing.evaluate(facts)

    facts = some_facts(observations=(an_observation(source="Nie\u0302n gia\u0301m"),))
    publish_plainly(facts, tmp_path / "site", rules=rules, now=NOW)
    assert seen == ["Niên giám"]
    assert verify(tmp_path / "site").holds


OWN_SET = shipped_bytes("nq57-scorecard").decode().replace("set: nq57-scorecard", "set: own-card")


def test_the_sets_that_are_scored_are_data(tmp_path):
    """An own set in a file is published beside a shipped one and verifies; without sets nothing is scored."""
    own = tmp_path / "own.yaml"
    own.write_text(OWN_SET, encoding="utf-8")
    sets = published_sets(("nq57-scorecard", str(own)))
    out = tmp_path / "site"
    publish_plainly(some_facts(), out, sets=sets)
    boards = json.loads((out / "scores.json").read_bytes())["boards"]
    assert [each["set"]["set"] for each in boards] == ["nq57-scorecard", "own-card"]
    assert verify(out).holds
    publish_plainly(some_facts(), tmp_path / "none", sets=published_sets(()))
    assert not (tmp_path / "none" / "scores.json").exists()


def test_a_set_that_others_fill_in_is_not_published(tmp_path):
    """What cannot be recomputed from the facts is refused by name; so are a missing file and a set twice."""
    with pytest.raises(Invalid, match="investment-of-a-body cannot be published: projects_with_goals"):
        published_sets(("investment-of-a-body",))
    with pytest.raises(NotFound, match="no criteria set"):
        published_sets((str(tmp_path / "gone.yaml"),))
    with pytest.raises(Invalid, match="published twice"):
        published_sets(("nq57-scorecard", "nq57-scorecard"))
