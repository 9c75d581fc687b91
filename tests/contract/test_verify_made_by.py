"""A publication by another version: describing files by their digests, everything else recomputed."""

import pytest
from tests.contract.test_verify_tampering import edit, resign
from tests.factories.facts import some_facts
from tests.factories.publication import publish_plainly

from thuocdo.publication.described import DESCRIBING
from thuocdo.publication.manifest import MadeBy, read_manifest
from thuocdo.publication.verify import verify

pytestmark = pytest.mark.files
SLUG = some_facts().programme.slug
PACKAGE = f"{SLUG}/datapackage.json"
OTHER = MadeBy("1", DESCRIBING + 1)


@pytest.fixture
def site(tmp_path):
    """Return a publication of this version."""
    publish_plainly(some_facts(), tmp_path / "site")
    return tmp_path / "site"


def said(findings):
    """Return findings in English."""
    return [str(each.fault("en")) for each in findings]


def elsewhere(made):
    """Return the one note that another version is said by."""
    return (
        f"manifest.json, made_by: the describing files were made by version {made} of their form and this"
        f" program knows version {DESCRIBING}: they were held against their digests only"
    )


def rewritten(site, path=PACKAGE):
    """Let a describing file be written another way, as another version would."""
    data = (site / path).read_bytes()
    (site / path).write_bytes(data.rstrip() + b"\n\n")


def test_a_publication_names_the_versions_that_made_it(site):
    """Rules and the form of the describing files stand in the manifest; verifying says nothing of it."""
    manifest = read_manifest((site / "manifest.json").read_bytes())
    assert manifest.made_by == MadeBy("1", DESCRIBING)
    report = verify(site)
    assert report.holds
    assert not [each for each in report.notes if each.reason.code == "described_elsewhere"]


def test_the_same_version_answers_for_every_byte(site):
    """A describing file that was altered and signed stays a fault."""
    rewritten(site)
    resign(site)
    assert said(verify(site).faults) == [f"{PACKAGE}: is spelled differently from what the rules give"]


@pytest.mark.parametrize(("made_by", "shown"), [(OTHER, str(OTHER.describing)), (None, "–")])
def test_another_version_is_one_note(site, made_by, shown):
    """Files that it writes another way are no fault; a manifest that names no version is read as before."""
    rewritten(site)
    resign(site, made_by=made_by)
    report = verify(site)
    assert said(report.faults) == []
    assert [each for each in said(report.notes) if "describing" in each] == [elsewhere(shown)]


def test_an_older_publication_that_still_comes_out_the_same_needs_no_note(site):
    """Without a version named, and every byte as this program writes it, nothing is to be said."""
    resign(site, made_by=None)
    report = verify(site)
    assert report.holds
    assert not [each for each in said(report.notes) if "describing" in each]


def test_the_digests_hold_whatever_the_version(site):
    """A describing file that was altered after signing is found."""
    resign(site, made_by=OTHER)
    rewritten(site)
    assert any(each.startswith(f"{PACKAGE}: has ") for each in said(verify(site).faults))


def test_statuses_and_tables_are_recomputed_whatever_the_version(site):
    """Another version excuses no status: a table that was altered and signed is named."""
    edit(site, f"{SLUG}/nhiem-vu.csv", b"late", b"done")
    resign(site, made_by=OTHER)
    assert any(each.startswith(f"{SLUG}/nhiem-vu.csv") for each in said(verify(site).faults))


def test_rules_that_differ_from_those_of_the_facts_are_a_fault(site):
    """The manifest may not name other rules than those that everything was computed with."""
    resign(site, made_by=MadeBy("0", DESCRIBING))
    assert said(verify(site).faults) == ["manifest.json, made_by, rules: published 0, recomputed 1"]
