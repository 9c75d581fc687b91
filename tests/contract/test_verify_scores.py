"""A point that was changed in a publication is named: unit, criterion, what was published, what comes out."""

import json
import shutil
from dataclasses import replace
from datetime import date

import pytest
from tests.contract.test_verify_tampering import edit, found, rehash, resign
from tests.factories.facts import some_facts
from tests.factories.publication import publish_plainly

from thuocdo.core.canonical import canonical_json
from thuocdo.core.typed import from_json
from thuocdo.cycles.handled import BodyNote, Handled, Turn
from thuocdo.evaluation.evaluate import evaluate
from thuocdo.evaluation.scoring.loading import load_canonical, set_bytes
from thuocdo.evaluation.scoring.shipped import shipped
from thuocdo.programme.heads.types import HeadTerm
from thuocdo.publication import checks
from thuocdo.publication.facts_file import facts_bytes, read_facts
from thuocdo.publication.limits import not_recomputable
from thuocdo.publication.scores import read_scores, results, scores_bytes
from thuocdo.publication.verify import verify

NOTE = BodyNote("K-9", "1", "bo-a", "2025-2", "Chờ ý kiến (minh hoạ).", date(2025, 11, 20), illustrative=True)
TERM = HeadTerm(
    agency="bo-a",
    person="Nguyễn Minh Hoạ",
    office_vi="Bộ trưởng",
    office_en="Minister",
    since=date(2025, 7, 1),
    document="Quyết định 12/QĐ-TTg",
    illustrative=True,
)
FACTS = some_facts(heads=(TERM,), handled=Handled(notes=(NOTE,)))


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    """Return a published folder with scores, which no test changes."""
    out = tmp_path_factory.mktemp("scored") / "site"
    publish_plainly(FACTS, out)
    return out


@pytest.fixture
def site(original, tmp_path):
    """Return a copy to be tampered with."""
    return shutil.copytree(original, tmp_path / "site")


def change(site, edit_plain):
    """Change scores.json by a function of its plain data, and sign the folder anew."""
    path = site / "scores.json"
    plain = from_json(path.read_bytes())
    edit_plain(plain)
    path.write_bytes(canonical_json(plain))
    resign(site)


def unit(plain, name):
    """Return one unit of the first set."""
    return next(each for each in plain["boards"][0]["units"] if each["unit"] == name)


def test_scores_are_published_with_all_that_recomputes_them(original):
    """Set word for word, inputs, points and totals; verifying gives the very same."""
    assert verify(original).holds
    read, sets = read_scores((original / "scores.json").read_bytes())
    assert sets == (shipped("nq57-scorecard"),)
    assert canonical_json(read.boards[0].set) == set_bytes(sets[0])
    units = {each.unit: each for each in read.boards[0].units}
    assert units["bo-a"].inputs["tasks.lead_due"] == 2
    assert units["bo-a.2025-07-01"].type == "head"
    assert (original / "thu/phieu-diem/nq57-scorecard/bo-nganh.csv").is_file()
    assert "tinh-x" not in (original / "thu/phieu-diem/nq57-scorecard/bo-nganh.csv").read_text("utf-8")


def test_a_tampered_point_is_named_even_when_everything_was_signed_again(site):
    """Unit, criterion, the published and the recomputed value, in one line."""
    change(site, lambda plain: unit(plain, "bo-a")["points"].update(A1="25.00"))
    assert found(site) == [
        "scores.json, set nq57-scorecard, unit bo-a, criterion A1: published 25.00, recomputed 0.00"
    ]


@pytest.mark.parametrize(
    ("edit_plain", "said"),
    [
        (
            lambda u: u["inputs"].update({"tasks.lead_due": 1}),
            "input tasks.lead_due: published 1, recomputed 2",
        ),
        (lambda u: u.update(total="99.00"), "total: published 99.00, recomputed "),
        (lambda u: u.update(level="very_good"), "level: published very_good, recomputed "),
        (lambda u: u["pillars"].update(A="40.00"), "pillar A: published 40.00, recomputed 0.00"),
        (lambda u: u.update(few=[]), "few: published –, recomputed "),
        (lambda u: u.update(high="100.00"), "high: published 100.00, recomputed "),
    ],
)
def test_any_other_value_of_a_unit_is_named_too(site, edit_plain, said):
    """An input, a total, a level, a pillar, the mark for few cases, the margin."""
    change(site, lambda plain: edit_plain(unit(plain, "bo-a")))
    assert len(found(site)) == 1
    assert f"set nq57-scorecard, unit bo-a, {said}" in found(site)[0]


def test_a_unit_that_is_missing_or_invented_is_named(site):
    """Neither can somebody be left out, nor be put in."""

    def swap(plain):
        unit(plain, "bo-b")["unit"] = "bo-z"

    change(site, swap)
    assert found(site) == [
        "scores.json, set nq57-scorecard, unit bo-b: the row is missing; the rules give it",
        "scores.json, set nq57-scorecard, unit bo-z: the row is published; the rules do not give it",
    ]


def test_a_tampered_point_in_a_table_is_named_by_row_and_column(site):
    """The CSV of all points names set, unit and criterion."""
    edit(site, "thu/du-lieu/scores.csv", b"bo-a,A1,ministry,2025-2,0.00", b"bo-a,A1,ministry,2025-2,9.00")
    assert (
        "thu/du-lieu/scores.csv, criteria_set nq57-scorecard, scored_unit bo-a, criterion A1, points: "
        "published 9.00, recomputed 0.00"
    ) in found(site)


def test_a_changed_set_is_told_and_what_it_no_longer_gives_is_named(site):
    """Another rule in the file gives other points, and the reader is told that the set is not known."""

    def soften(plain):
        criteria = plain["boards"][0]["set"]["pillars"][3]["criteria"]
        criteria[0]["score"]["full_at"] = "50"

    change(site, soften)
    report = verify(site)
    assert [note.reason.code for note in report.notes if note.step == 5] == ["set_not_known"]
    assert any("unit bo-b, criterion D1: published" in each for each in found(site))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"{", "cannot be read"),
        (b'{"format":2}', "newer thuocdo"),
        (b'{"format":1,"programme":"thu"}', "cannot be read"),
    ],
)
def test_a_broken_file_is_refused_and_named(site, data, said):
    """What cannot be read is one fault of step 5, and never a crash."""
    (site / "scores.json").write_bytes(data)
    rehash(site)
    assert any(each.startswith("scores.json") and said in each for each in found(site))


def test_a_set_that_cannot_be_loaded_is_named_with_its_fault(site):
    """Points that do not add up make no board: the sentence of the set's own check is shown."""

    def spoil(plain):
        plain["boards"][0]["set"]["total"] = "90"

    change(site, spoil)
    assert any(each.startswith("scores.json, total: cannot be read") for each in found(site))


def test_sets_of_a_size_that_no_honest_one_has_are_refused_before_they_are_applied(site):
    """Nobody keeps a verifier busy for hours with a set of a hundred thousand criteria."""

    def swell(plain):
        pillar = plain["boards"][0]["set"]["pillars"][0]
        pillar["criteria"] = [{**pillar["criteria"][0], "id": f"A{n}"} for n in range(5000)]

    change(site, swell)
    assert any("holds sets of more than" in each for each in found(site))


def test_a_publication_without_scores_still_holds():
    """Facts that were published before there were scores are read as they were, and score nothing."""
    plain = json.loads(facts_bytes(some_facts()))
    del plain["facts"]["handled"], plain["facts"]["heads"]
    for row in plain["facts"]["programme"]["indicators"]:
        del row["assigned_to"], row["assigned_by"]
    assert read_facts(canonical_json(plain)) == some_facts()


def test_the_same_facts_give_the_same_bytes_and_early_days_give_no_board():
    """Nothing of the moment enters the file; before the first closed cycle there is no file."""
    sets = (load_canonical(set_bytes(shipped("nq57-scorecard"))),)
    once, again = (scores_bytes(FACTS, results(FACTS, evaluate(FACTS), sets)) for _ in range(2))
    assert once == again
    early = replace(FACTS, as_of=date(2025, 2, 1))
    assert results(early, evaluate(early), sets) == ()


def test_what_scores_take_as_given_is_listed_and_illustrative_heads_are_marked():
    """Who heads a body and when bodies were asked is told as not recomputable; an unmarked head blocks."""
    turn = Turn("K-1.1", "difficulty", "1", "bo-a", "bo-b", date(2025, 9, 1))
    facts = replace(FACTS, handled=Handled(turns=(turn,)))
    assert {(gap.what, gap.reason) for gap in not_recomputable(facts)} >= {
        ("head", "entered_by_people"),
        ("turn", "between_bodies"),
    }
    unmarked = [problem.where for problem in checks.unmarked(replace(FACTS, illustrative=False))]
    assert {"head bo-a.2025-07-01", "note K-9"} <= set(unmarked)
