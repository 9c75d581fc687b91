"""Tests of recomputing alone: what comes out is counted byte for byte, and what does not is named."""

import pytest
from tests.factories.facts import some_facts
from tests.factories.publication import publish_plainly

from thuocdo.core.errors import IntegrityBroken, NotFound
from thuocdo.publication.recomputing import recompute


@pytest.fixture
def site(tmp_path):
    """Return a published folder."""
    publish_plainly(some_facts(), tmp_path / "site")
    return tmp_path / "site"


def test_everything_comes_out_as_it_was_published(site):
    """Statuses, verdicts and scores: every row is equal, and what is given is listed."""
    found = recompute(site)
    assert found.equal == found.rows
    assert set(found.rows) == {"statuses", "verdicts", "scores"}
    assert all(found.rows.values())
    assert (found.share, found.others) == (1.0, ())
    assert {gap.reason for gap in found.given} >= {"verified_by_person"}


def test_a_row_that_does_not_come_out_is_counted_and_named(site):
    """One status that somebody wrote by hand costs one row of its kind."""
    table = site / "thu" / "nhiem-vu.json"
    data = table.read_bytes()
    table.write_bytes(data.replace(b'"status":"late"', b'"status":"done"', 1))
    found = recompute(site)
    assert found.rows["statuses"] - found.equal["statuses"] == 1
    assert found.equal["verdicts"] == found.rows["verdicts"]
    (other,) = found.others
    assert (other.where, other.reason.params) == (
        "thu/nhiem-vu.json",
        {"published": "done", "recomputed": "late"},
    )
    assert other.what.endswith("status")
    assert found.share < 1


def test_a_table_that_is_missing_costs_all_of_its_rows(site):
    """The reason is that of the file."""
    (site / "thu" / "chi-tieu.json").unlink()
    found = recompute(site)
    assert [(each.where, each.reason.code) for each in found.others] == [("thu/chi-tieu.json", "not_there")]
    assert found.equal["verdicts"] < found.rows["verdicts"]


def test_a_row_that_the_rules_do_not_give_is_named(site):
    """Every true row is there, so all are equal, and the invented one is named all the same."""
    table = site / "thu" / "nhiem-vu.json"
    first, *rows = table.read_bytes().splitlines()
    extra = rows[0].replace(b'"task":"1"', b'"task":"99"', 1)
    table.write_bytes(b"\n".join([first, extra, *rows]) + b"\n")
    found = recompute(site)
    assert found.share == 1
    assert [each.reason.code for each in found.others] == ["row_extra"]


def test_facts_that_are_not_those_of_the_manifest_are_refused(site):
    """Nothing is made of them."""
    facts = site / "facts.json"
    facts.write_bytes(facts.read_bytes().replace(b"2025", b"2024", 1))
    with pytest.raises(IntegrityBroken, match=r"facts\.json"):
        recompute(site)


def test_a_folder_that_is_not_there_is_named(tmp_path):
    """The refusal names it."""
    with pytest.raises(NotFound, match="nowhere"):
        recompute(tmp_path / "nowhere")
