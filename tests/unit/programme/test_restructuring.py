"""Changing bodies: every fault at once, the register that results, and what moves."""

from dataclasses import replace
from datetime import date

import pytest

from thuocdo.programme.catalogue import catalogue
from thuocdo.programme.moving import Belonging, digest, led_by, monitored_by, moves, taking_part, task_faults
from thuocdo.programme.registry import register
from thuocdo.programme.restructuring import Change, Turn, after, change_faults
from thuocdo.programme.rules import check_register, responsible_on
from thuocdo.programme.types import Agency, AgencyKind, Succession

TODAY, DAY = date(2025, 6, 20), date(2026, 3, 1)
REGISTER, PROGRAMME = register(), catalogue("nq03")
KNOWN = ((PROGRAMME, REGISTER),)
FRESH = Agency("BMOI", "Bộ Mới", "New Ministry", AgencyKind.MINISTRY, short_vi="Bộ M", short_en="NM")


def change(kind=Turn.MERGED, **more):
    """Return a change that is in order, except for what a test gives otherwise."""
    plain = {
        Turn.NEW: {"starts": FRESH},
        Turn.RENAMED: {"bodies": ("BTP",), "starts": FRESH},
        Turn.MERGED: {"bodies": ("BTP", "BCT"), "starts": FRESH},
        Turn.SPLIT: {"bodies": ("BKHCN",), "heirs": ("BTP", "BCT")},
        Turn.PART: {"bodies": ("BKHCN",), "heirs": ("BTP",), "tasks": (("nq03", "132"),)},
    }[kind]
    common = {"on": DAY, "document": "Nghị quyết số 1/2026/QH16", "document_on": date(2025, 6, 1)}
    return Change(kind, **{**common, **plain, **more})


@pytest.mark.parametrize("kind", list(Turn))
def test_a_change_in_order_leaves_a_coherent_register(kind):
    """Each kind is taken; bodies that end keep their row and are followed to their main heir."""
    asked = change(kind)
    assert change_faults(asked, REGISTER, TODAY) == ()
    then = check_register(after(asked, REGISTER))
    assert {each.code for each in REGISTER.agencies} <= {each.code for each in then.agencies}
    for code in asked.ends:
        assert responsible_on(code, DAY, then) == asked.takers[0]
        assert responsible_on(code, date(2026, 2, 28), then) == code
    if asked.starts:
        assert next(each for each in then.agencies if each.code == "BMOI").valid_from == DAY


@pytest.mark.parametrize(
    ("asked", "fields"),
    [
        (change(on=None), ["on"]),
        (change(document=" "), ["document"]),
        (change(document="x" * 201), ["document"]),
        (change(document_on=None), ["document_on"]),
        (change(document_on=date(2025, 6, 21)), ["document_on"]),
        (change(bodies=()), ["bodies"]),
        (change(bodies=("BTP",)), ["bodies"]),
        (change(bodies=("BTP", "KHONG")), ["bodies"]),
        (change(bodies=("BTP", "BTTTT")), ["bodies"]),
        (change(bodies=("BTP", "BDTTG"), on=date(2025, 3, 1)), ["on"]),
        (change(starts=None), ["heirs"]),
        (change(starts=None, heirs=("BTP",)), ["heirs"]),
        (change(starts=None, heirs=("KHONG",)), ["heirs"]),
        (change(starts=None, heirs=("BTTTT",)), ["heirs"]),
        (change(heirs=("BYT",)), ["heirs"]),
        (change(Turn.RENAMED, bodies=("BTP", "BCT")), ["bodies"]),
        (change(Turn.RENAMED, starts=None), ["new"]),
        (change(Turn.NEW, starts=None), ["new"]),
        (change(Turn.NEW, starts=replace(FRESH, name_en="")), ["new"]),
        (change(Turn.NEW, starts=replace(FRESH, code="bộ mới")), ["code"]),
        (change(Turn.NEW, starts=replace(FRESH, code="BTTTT")), ["code"]),
        (change(Turn.NEW, starts=replace(FRESH, code="G_ALL")), ["code"]),
        (change(Turn.NEW, starts=replace(FRESH, name_vi="bộ  y tế")), ["name_vi"]),
        (change(Turn.NEW, starts=replace(FRESH, short_en="MOH")), ["short_en"]),
        (change(Turn.NEW, starts=replace(FRESH, statistics_code="01")), ["statistics_code"]),
        (change(Turn.SPLIT, heirs=("BTP",)), ["heirs"]),
        (change(Turn.SPLIT, heirs=()), ["heirs"]),
        (change(Turn.PART, heirs=("BTP", "BCT")), ["heirs"]),
        (change(document="", bodies=(), on=None, starts=None), ["on", "document", "bodies", "heirs"]),
    ],
)
def test_every_fault_is_named_at_once(asked, fields):
    """What cannot be is refused with the field that has to be put right."""
    assert [each.field for each in change_faults(asked, REGISTER, TODAY)] == fields


def test_a_name_of_a_body_that_ends_may_be_used_again():
    """The new body may bear the name of one that it replaces, and of one that ended before."""
    for name in ("Bộ Tư pháp", "Bộ Thông tin và Truyền thông"):
        assert change_faults(change(starts=replace(FRESH, name_vi=name)), REGISTER, TODAY) == ()


def test_a_succession_never_runs_in_a_circle():
    """A body whose duties return to one that ends cannot take over from it."""
    ending = tuple(
        replace(each, valid_until=date(2027, 1, 1)) if each.code == "BYT" else each
        for each in REGISTER.agencies
    )
    back = Succession("BYT", "BTP", date(2027, 1, 1))
    circling = replace(REGISTER, agencies=ending, successions=(*REGISTER.successions, back))
    asked = change(starts=None, heirs=("BYT",))
    assert ["circle" in each.message for each in change_faults(asked, circling, TODAY)] == [True]


def test_a_merger_moves_what_each_body_led_supported_and_monitored():
    """Tasks named by the document and those of groups are told apart; everything is counted once."""
    asked = change(bodies=("BKHCN", "BTP"), starts=None, heirs=("BYT",))
    found = moves(asked, REGISTER, KNOWN, {"BKHCN": Belonging(3, 1), "BTP": Belonging(2)})
    (own,) = found.programmes
    named = {each.code for each in own.leads if each.named}
    led = {
        task.code
        for code in ("BKHCN", "BTP")
        for task in led_by(code, PROGRAMME, REGISTER, DAY)
        if "BYT" not in task.leads or len(task.leads) > 1
    }
    assert named == led
    assert {each.code for each in own.leads} > named  # a group's duties, too
    assert {each.code for each in own.monitors} == {
        item.key for code in ("BKHCN", "BTP") for item in monitored_by(code, PROGRAMME, REGISTER, DAY)
    }
    assert (found.people, found.tokens, found.appoint) == (5, 1, 0)
    assert found.count == own.count + 6
    then = after(asked, REGISTER)
    for each in own.leads:
        assert "BYT" not in each.lost
    moved = {task.code for task in led_by("BYT", PROGRAMME, then, DAY)}
    assert named <= moved
    assert not led_by("BKHCN", PROGRAMME, then, DAY)


def test_duties_inherited_before_move_on():
    """A body that had itself taken over hands on what it inherited: the chain is followed to its end."""
    inherited = [task.code for task in PROGRAMME.tasks if "BTTTT" in task.leads]
    held = {task.code for task in led_by("BKHCN", PROGRAMME, REGISTER, DAY)}
    assert set(inherited) <= held
    asked = change(Turn.RENAMED, bodies=("BKHCN",))
    own = moves(asked, REGISTER, KNOWN, {}).programmes[0]
    assert held == {each.code for each in own.leads if each.named}
    assert {each.gained for each in own.leads} == {("BMOI",)}


def test_a_split_asks_for_a_document_for_each_task():
    """Until a document names who leads, the main heir answers; what a group owes needs none."""
    own = moves(change(Turn.SPLIT), REGISTER, KNOWN, {}).programmes[0]
    led = [task.code for task in led_by("BKHCN", PROGRAMME, REGISTER, DAY)]
    assert {each.code for each in own.appoint} <= set(led)
    assert len(own.appoint) >= len([each for each in own.leads if each.named]) > 0
    by_code = {task.code: task for task in PROGRAMME.tasks}
    assert all(each.lead in by_code[each.code].leads for each in own.appoint)


def test_a_part_moves_only_what_was_chosen_and_by_document():
    """No body ends, the chosen tasks wait for a document, and others cannot be chosen."""
    asked = change(Turn.PART)
    assert list(task_faults(asked, KNOWN)) == []
    own = moves(asked, REGISTER, KNOWN, {}).programmes[0]
    assert [(each.code, each.lead) for each in own.appoint] == [("132", "BKHCN")]
    assert (len(own.leads), len(own.partners), len(own.monitors)) == (1, 0, 0)
    foreign = next(task.code for task in PROGRAMME.tasks if task.leads == ("BCA",))
    wrong = list(task_faults(change(Turn.PART, tasks=(("nq03", foreign), ("khac", "1"))), KNOWN))
    assert [each.field for each in wrong] == ["tasks", "tasks"]
    assert [each.field for each in task_faults(change(Turn.PART, tasks=()), KNOWN)] == ["tasks"]


def test_a_new_body_joins_the_groups_of_its_kind():
    """A group counts it for what falls due from its first day on; nobody loses anything."""
    found = moves(change(Turn.NEW), REGISTER, KNOWN, {})
    assert "G_ALL" in found.joins
    assert found.leaves == ()
    own = found.programmes[0]
    assert own.leads
    assert {(each.lost, each.gained, each.named) for each in own.leads} == {((), ("BMOI",), False)}
    due = {task.code: task.deadline.due for task in PROGRAMME.tasks}
    assert all(due[each.code] is None or due[each.code] >= DAY for each in own.leads)


def test_a_body_shares_tasks_that_it_does_not_lead_by_name():
    """What it leads by name is not counted again among what it shares."""
    led = {task.code for task in led_by("BKHCN", PROGRAMME, REGISTER, TODAY)}
    shared = {task.code for task in taking_part("BKHCN", PROGRAMME, REGISTER, TODAY)}
    assert led
    assert shared
    assert led.isdisjoint(shared)


def test_the_digest_tells_two_previews_apart():
    """It is the same for the same change and other for other people, days or bodies."""
    one = change()
    same, more = moves(one, REGISTER, KNOWN, {}), moves(one, REGISTER, KNOWN, {"BTP": Belonging(1)})
    seen = {digest(one, same), digest(one, more), digest(replace(one, document="Khác"), same)}
    assert len(seen) == 3
    assert digest(one, same) == digest(change(), moves(change(), REGISTER, KNOWN, {}))
