"""Tests of communes: a page each, listed on the page of the province whose code begins their own."""

from dataclasses import replace

from tests.factories.facts import a_task, some_evidence
from tests.factories.site import site_of, trial_facts

from thuocdo.evaluation.evaluate import evaluate
from thuocdo.measurement.places import Level
from thuocdo.measurement.sources.standing_places import tree_on
from thuocdo.programme.types import Agency, AgencyKind, Group, Mode

HANOI = "VN34-01"


def a_commune(code, name):
    """Return a commune."""
    return Agency(code, name, f"{name} (en)", AgencyKind.COMMUNE)


def facts_with(communes, **changes):
    """Return the trial programme with one more task, which every commune has."""
    facts = trial_facts()
    group = Group("G_X", "Các xã", "Communes", (AgencyKind.COMMUNE,))
    task = a_task("90", leads=("G_X",), mode=Mode.EACH_LEAD, **changes)
    return replace(
        facts,
        programme=replace(facts.programme, tasks=(*facts.programme.tasks, task)),
        register=replace(
            facts.register,
            agencies=(*facts.register.agencies, *communes),
            groups=(*facts.register.groups, group),
        ),
        evidence=(*facts.evidence, some_evidence(id="x1", task="90", agency=communes[0].code)),
    )


def test_a_commune_is_listed_by_its_province_and_nowhere_else():
    """The list of agencies stays short; the way back leads to the province."""
    communes = [a_commune(f"{HANOI}.X{number:02}", f"Xã thử {number:02}") for number in range(1, 4)]
    site = site_of(facts_with(communes))
    page = site["thu/co-quan/vn34-01-x02/index.html"].decode()
    assert "Xã thử 02" in page
    assert 'href="../../../thu/dia-phuong/01/"' in page
    province = site["en/thu/dia-phuong/01/index.html"].decode()
    assert "Its 3 communes" in province
    assert province.index("Xã thử 01") < province.index("Xã thử 03")
    assert "Xã thử 02" not in site["thu/co-quan/index.html"].decode()
    assert "Xã thử 02" in site["thu/tim/x0.txt"].decode()
    assert "communes" not in site["en/thu/dia-phuong/04/index.html"].decode().split("<main", 1)[1]


def test_a_commune_without_a_known_province_stands_among_the_agencies():
    """Nothing is lost because a code says nothing."""
    site = site_of(facts_with([a_commune("XA-LE", "Xã lẻ")]))
    assert "Xã lẻ" in site["thu/co-quan/index.html"].decode()
    assert "Các xã" not in site["thu/co-quan/xa-le/index.html"].decode().split("<main", 1)[1]


def test_of_thousands_of_parts_a_page_lists_the_most_urgent():
    """The page stays readable; how many there are is said."""
    communes = [a_commune(f"{HANOI}.X{number:03}", f"Xã thử {number:03}") for number in range(230)]
    facts = facts_with(communes)
    site = site_of(facts)
    page = site["en/thu/nhiem-vu/90/index.html"].decode()
    assert "The 200 most urgent of 230 parts" in page
    listed = page[page.index("The 200 most urgent") :].split("</table>", 1)[0]
    assert listed.count("<tr>") == 201
    verdict = next(each for each in evaluate(facts).tasks if each.task == "90")
    assert len(verdict.assignments) == 230


def test_a_commune_is_rolled_up_under_its_province():
    """Whether or not the register names it."""
    facts = facts_with([a_commune(f"{HANOI}.X01", "Xã thử")])
    tree = tree_on(facts.register, facts.as_of)
    assert tree.line(f"{HANOI}.X01") == (f"{HANOI}.X01", HANOI, "VN")
    assert tree.line(f"{HANOI}.X99") == (f"{HANOI}.X99", HANOI, "VN")
    assert tree.levels[f"{HANOI}.X01"] is Level.COMMUNE
