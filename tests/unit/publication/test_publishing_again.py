"""Publishing again with what is known from the last time: the same folder as from nothing."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.factories.facts import an_observation, some_evidence, some_facts
from tests.factories.publication import publish_plainly
from tests.factories.site import trial_facts

from thuocdo.core.errors import Invalid
from thuocdo.core.memory import Memory
from thuocdo.cycles.types import State
from thuocdo.publication.site import render_site

FACTS = trial_facts()
PIECES = tuple(
    some_evidence(id=f"e{place}", task=task, agency=agency, state=state, **more)
    for place, (task, agency, state, more) in enumerate(
        [
            ("1", "bo-a", State.VERIFIED, {}),
            ("1", "bo-b", State.SENT, {"verified_on": None, "verified_by": "", "verified_components": ()}),
            ("2", "bo-a", State.RETURNED, {"verified_on": None, "verified_by": ""}),
            ("3", "bo-a", State.VERIFIED, {"received_on": date(2025, 7, 1)}),
        ]
    )
)
VALUES = st.sampled_from([Decimal("24.0"), Decimal("24.00"), Decimal(24), Decimal("24.5")])


@st.composite
def other_facts(draw):
    """Draw facts that differ from the trial's in records, values, names or the day."""
    programme = FACTS.programme
    if draw(st.booleans()):
        first, *others = programme.tasks
        programme = replace(programme, tasks=(replace(first, name_vi="Tên khác"), *others))
    said = draw(st.sampled_from(["Xong", "Chưa"]))
    reports = tuple(replace(each, public_sentence=said) for each in FACTS.reports)
    return replace(
        FACTS,
        programme=programme,
        as_of=FACTS.as_of - timedelta(days=draw(st.sampled_from([0, 0, 0, 40]))),
        evidence=tuple(draw(st.lists(st.sampled_from(PIECES), unique_by=lambda each: each.id))),
        reports=reports if draw(st.booleans()) else (),
        observations=(
            an_observation(),
            an_observation(id="o2", value=draw(VALUES), period_end=date(2025, 6, 30)),
        ),
    )


def content(folder):
    """Return every file of a folder."""
    return {str(each.relative_to(folder)): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def inodes(folder):
    """Return the place of every file on the disk."""
    return {path: (folder / path).stat().st_ino for path in content(folder)}


def published(facts, out, memory=None):
    """Publish with the whole site; answers every warning."""
    answers = dict.fromkeys(
        ("nothing_reported", "received_after_as_of", "illustrative_without_records"), "Thử"
    )
    return publish_plainly(facts, out, render=render_site, memory=memory, accepted=answers)


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(other_facts(), min_size=2, max_size=4))
def test_any_sequence_gives_the_folder_that_it_gives_without_memory(tmp_path_factory, sequence):
    """Records come and go, values are spelled otherwise, days go back: the bytes are the same."""
    folder = tmp_path_factory.mktemp("again")
    memory = Memory()
    for facts in sequence:
        kept = published(facts, folder / "kept" / "site", memory)
        plain = published(facts, folder / "plain" / "site")
        assert content(folder / "kept" / "site") == content(folder / "plain" / "site")
        assert (kept.written, kept.removed) == (plain.written, plain.removed)


def test_one_change_writes_what_depends_on_it(tmp_path):
    """Files that say the same are neither made nor touched; nothing new writes nothing."""
    memory, site = Memory(), tmp_path / "site"
    first = replace(FACTS, evidence=PIECES)
    published(first, site, memory)
    before = inodes(site)
    fewer = replace(first, evidence=PIECES[:-1])
    done = published(fewer, site, memory)
    assert 0 < len(done.written) < done.files / 2
    now = {path: inode for path, inode in inodes(site).items() if not path.startswith("earlier/")}
    assert {path for path in now if now[path] != before.get(path)} == set(done.written)
    assert published(fewer, site, memory).written == ()
    assert published(first, site, memory).written


def test_what_somebody_changed_on_the_disk_is_put_right(tmp_path):
    """A file that is not as it was left is looked at like all others, and nothing is believed."""
    memory, site = Memory(), tmp_path / "site"
    published(FACTS, site, memory)
    page = site / "thu" / "index.html"
    right = page.read_bytes()
    page.write_bytes(right.replace(b"<", b"&lt;", 1))
    done = published(FACTS, site, memory)
    assert "thu/index.html" in done.written
    assert page.read_bytes() == right


def test_what_somebody_put_beside_the_publication_stays_there(tmp_path):
    """What no manifest names is nobody's to delete, with memory as without."""
    memory, site = Memory(), tmp_path / "site"
    published(FACTS, site, memory)
    (site / "thu" / "robots.txt").write_text("x", encoding="utf-8")
    for facts in (replace(FACTS, evidence=PIECES), FACTS, replace(FACTS, evidence=PIECES)):
        published(facts, site, memory)
        assert (site / "thu" / "robots.txt").read_text(encoding="utf-8") == "x"


def test_a_publication_that_fails_leaves_the_old_one_and_the_next_is_right(tmp_path):
    """Neither the folder nor what is remembered holds anything of it."""
    memory, site = Memory(), tmp_path / "site"
    published(FACTS, site, memory)
    before = content(site)
    twice = replace(FACTS, evidence=(PIECES[0], PIECES[0]))
    with pytest.raises(Invalid):
        published(twice, site, memory)
    assert content(site) == before
    published(replace(FACTS, evidence=PIECES), site, memory)
    published(FACTS, tmp_path / "plain", None)
    published(replace(FACTS, evidence=PIECES), tmp_path / "plain", None)
    assert content(site) == content(tmp_path / "plain")


def test_two_folders_do_not_mix(tmp_path):
    """One process may publish several programmes into several folders."""
    memory = Memory()
    for facts in (some_facts(), replace(some_facts(), evidence=PIECES)):
        for name in ("one", "two"):
            publish_plainly(facts, tmp_path / name / "site", memory=memory)
    assert content(tmp_path / "one") == content(tmp_path / "two")
