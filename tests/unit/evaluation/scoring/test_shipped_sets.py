"""The sets that come with this software: all load, none pretends, and the schema knows their language."""

import json
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
import yaml

from thuocdo.core.errors import NotFound
from thuocdo.evaluation.scoring import shipped
from thuocdo.evaluation.scoring.engine import score
from thuocdo.evaluation.scoring.kinds import Certainty, Merged, PillarKind, Standing, UnitType
from thuocdo.evaluation.scoring.loading import load_canonical, load_set, set_bytes
from thuocdo.evaluation.scoring.schema import schema
from thuocdo.evaluation.scoring.simulating import random_table, simulate

PAGE = Path(__file__).parents[4] / "docs" / "criteria-sets.schema.json"
OFFICIAL = {
    "qd766": ("18", "20", "22", "22", "18"),
    "dti-national": ("400", "300", "300"),
    "dti-province-2022": ("100", "100", "100", "100", "100", "200", "150", "150"),
}


@pytest.mark.parametrize("name", shipped.names())
def test_a_shipped_set_loads_and_says_where_it_comes_from(name):
    """Each shipped set is right, named as its file, and gives the same set back from its one spelling."""
    given = shipped.shipped(name)
    head = shipped.shipped_bytes(name).decode().splitlines()
    assert given.set == name
    assert head[0].startswith("# ")
    assert head[1].startswith("# ")
    assert given.source.certainty is not Certainty.OFFICIAL
    assert given.standing not in {Standing.IN_FORCE, Standing.FROZEN}
    assert load_canonical(set_bytes(given)) == given


@pytest.mark.parametrize("name", shipped.names())
def test_a_shipped_set_scores_invented_units(name):
    """Each shipped set scores invented units; totals differ and stay in their range."""
    given = shipped.shipped(name)
    table = random_table(given, units=200, seed=3)
    last = score(given, table).totals[-200:]
    totals = [each.total for each in last if each.total >= 0]
    found = simulate(given, table)
    most = given.total * 10**given.rounding.places
    assert totals
    assert 0 <= min(totals) < max(totals) <= most
    assert found.deciles[0] <= found.deciles[5] <= found.deciles[10]
    assert sum(count for _level, count in found.levels) == (len(totals) if given.levels else 0)
    assert found.idle == ()


@pytest.mark.parametrize("name", OFFICIAL)
def test_published_groups_have_their_published_points(name):
    """Groups of published frameworks have their published points, and nothing finer is made up."""
    given = shipped.shipped(name)
    assert tuple(str(each.points) for each in given.pillars) == OFFICIAL[name]
    assert all(len(pillar.criteria) == 1 for pillar in given.pillars)
    assert given.source.certainty is Certainty.PUBLISHED_IN_PART


def test_drafts_are_marked_as_drafts():
    """What only an office may decide is marked as a draft in its head and in its file."""
    drafts = {
        name
        for name in shipped.names()
        if shipped.shipped(name).standing is Standing.DRAFT
        and b"DRAFT" in shipped.shipped_bytes(name).splitlines()[1]
    }
    named = "communication-plan investment-efficiency on-a-par science-organisation strategic-enterprise"
    assert drafts == set(named.split())


def test_the_hard_rule_uses_every_part_of_the_language():
    """The provincial rule has steps, lines, alternatives, groups, what does not apply, bonus and penalty."""
    given = shipped.shipped("provincial-rule")
    kinds = {each.kind: each for each in given.pillars}
    assert set(kinds) == {PillarKind.BASE, PillarKind.BONUS, PillarKind.PENALTY}
    assert given.bonus_within_total
    assert sum((p.points for p in given.pillars if p.kind is PillarKind.BASE), Decimal(0)) == Decimal(85)
    assert kinds[PillarKind.BONUS].points == Decimal(15)
    assert any(each.alternatives for each in given.criteria)
    assert any(pillar.groups for pillar in given.pillars)
    assert shipped.shipped("dti-province-2022").merged is Merged.MEAN_OF_PREDECESSORS


def test_the_scorecard_scores_measuring_and_not_the_value():
    """Who monitors an indicator is scored for measuring it; the value only where an act assigns it."""
    given = shipped.shipped("nq57-scorecard")
    pillar = next(each for each in given.pillars if each.id == "D")
    value = next(each for each in pillar.criteria if each.id == "D4")
    assert value.measure.out_of.names == ("indicators.assigned",)
    assert UnitType.PROVINCE in given.units
    assert len(given.levels) == 4


def test_the_published_schema_is_current_and_takes_every_shipped_set():
    """The committed JSON Schema is made from the types, and an editor that uses it accepts our sets."""
    assert json.loads(PAGE.read_text(encoding="utf-8")) == schema()
    judge = jsonschema.Draft202012Validator(schema())
    for name in shipped.names():
        read = yaml.load(shipped.shipped_bytes(name), yaml.SafeLoader)
        assert list(judge.iter_errors(read)) == []


def test_an_unknown_name_says_which_there_are():
    """A name that is no shipped set is told which names there are."""
    with pytest.raises(NotFound) as refused:
        shipped.shipped("dti-2030")
    assert "dti-national" in str(refused.value)


def test_who_recomputes_a_published_set_needs_neither_yaml_nor_django():
    """The canonical spelling is read and applied without YAML, Django or NumPy being imported."""
    code = (
        "import sys; from thuocdo.evaluation.scoring import engine, explaining, loading;"
        "loading.load_canonical(sys.stdin.buffer.read());"
        "print([name for name in ('yaml', 'django', 'numpy') if name in sys.modules])"
    )
    data = set_bytes(shipped.shipped("provincial-rule"))
    done = subprocess.run([sys.executable, "-c", code], input=data, capture_output=True, check=True)
    assert done.stdout.decode().strip() == "[]"


def test_every_word_of_the_language_stands_in_the_page():
    """Who reads the page meets every word, every choice and every shipped set."""
    page = (PAGE.parent / "criteria-sets.md").read_text(encoding="utf-8")
    parts = {"CriteriaSet": schema(), **schema()["$defs"]}
    words = {word for part in parts.values() for word in part.get("properties", {})}
    words |= {choice for part in parts.values() for choice in part.get("enum", ())}
    assert len(words) > 80
    assert [word for word in sorted({*words, *shipped.names()}) if word not in page] == []


def test_the_whole_set_of_the_how_to_loads_as_it_stands():
    """The commented example of the language is a set without a fault, and uses every part that it shows."""
    text = PAGE.with_name("criteria-sets.md").read_text(encoding="utf-8")
    (example,) = [each for each in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL) if "\nlevels:" in each]
    found = load_set(example.encode())
    pillar = found.pillars[0]
    assert (len(found.conditions), len(found.levels), len(found.phases), len(pillar.groups)) == (2, 4, 2, 1)
    assert [each.id for each in found.criteria if each.alternatives] == ["B1"]
    assert simulate(found, random_table(found)).without_total < 150
