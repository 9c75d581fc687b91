"""Who wrote what: the head sees everybody of the own body, others their own line, nobody outside anything."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.factories.cycles import LINE, WORKING, reported
from tests.factories.desks import NOON, Clock

from thuocdo.core.actor import Lent
from thuocdo.core.errors import Fault, NotAllowed, NotFound
from thuocdo.cycles.actions import hand_back, send_records, verify_records
from thuocdo.cycles.by_person import Written, written
from thuocdo.cycles.types import Decision

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("model_programme")]
PAGE = "/viec/theo-nguoi"
LATE = datetime(2025, 6, 15, 3, tzinfo=UTC)
IN_TIME = datetime(2025, 6, 13, 3, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _noon(monkeypatch):
    """Let the pages look at noon of 20 June 2025."""
    from thuocdo.config import current  # noqa: PLC0415  settings are ready only here

    monkeypatch.setattr(current, "timezone", Clock)


def of(by, cycle="2025-1"):
    """Return what the actor sees, by person."""
    found = written("nq03", cycle, by=by, day=NOON.date())
    return {line.person: line for line in found}


def sent_by_em(em, an, now, task):
    """Let Em hand in and An send; returns the ids."""
    ids = reported(em, now, task=task, cycle="2025-1", evidence=[{"text": LINE}]).ids
    send_records(ids=ids, by=an, now=now)
    return ids


def test_each_report_counts_once_for_who_wrote_it(em, an, binh):
    """In time or late, verified or not; what the head has not sent counts for nobody yet."""
    first = sent_by_em(em, an, IN_TIME, "17")
    sent_by_em(em, an, LATE, "26")
    reported(em, LATE, task="60", cycle="2025-1")
    reported(an, IN_TIME, task="44", cycle="2025-1")
    decisions = [Decision(public_id, accept=True) for public_id in first]
    verify_records(decisions=decisions, by=binh, now=NOON)
    assert of(an) == {
        "an": Written("an", reports=1, in_time=1),
        "em": Written("em", reports=2, in_time=1, reports_verified=1, evidence=2, evidence_verified=1),
    }


def test_what_the_verifier_returned_counts_and_what_the_head_did_does_not(em, an, binh):
    """Handing back inside the body marks nobody; a verifier's return stays after a new version."""
    inside = reported(em, IN_TIME, task="26", cycle="2025-1").ids
    hand_back(ids=inside, faults=[Fault(inside[0], "Viết rõ hơn.")], by=an, now=IN_TIME)
    ids = reported(an, IN_TIME, cycle="2025-1").ids
    decisions = [Decision(ids[0], accept=False, faults=(Fault(ids[0], "Thiếu số liệu."),))]
    verify_records(decisions=decisions, by=binh, now=IN_TIME)
    assert of(an) == {"an": Written("an", reports=1, in_time=1, reports_returned=1), "em": Written("em")}
    reported(
        an, LATE, cycle="2025-1", cells={**WORKING, "public_sentence": "Đã bổ sung.", "reason": "Bổ sung"}
    )
    assert of(an)["an"] == Written("an", reports=1, reports_returned=1)


def test_a_reporter_sees_the_own_line_only(em, an):
    """Also somebody who may approve by a loan: others' lines are the head's to see."""
    reported(an, IN_TIME, task="44", cycle="2025-1")
    sent_by_em(em, an, IN_TIME, "17")
    lent = replace(em, lent=(Lent("approve", "an"),))
    assert [set(of(each)) for each in (em, lent, an)] == [{"em"}, {"em"}, {"an", "em"}]


def test_another_body_and_who_reports_nothing_see_nothing(em, an, giang, binh):
    """Nothing of another body is counted, and who may not report is refused."""
    sent_by_em(em, an, IN_TIME, "17")
    assert of(giang) == {}
    with pytest.raises(NotAllowed):
        of(binh)


def test_a_period_that_is_none_is_refused(an, browser_of):
    """An invented code gives one sentence and no page."""
    with pytest.raises(NotFound):
        of(an, "2025-9")
    assert browser_of("an").get(f"{PAGE}?ky=2025-9").status_code == 404


def test_the_page_shows_names_and_totals_without_a_rank(em_of, em, an, browser_of):
    """People stand in the order of names with the body's totals beneath; the period can be chosen."""
    sent_by_em(em, an, IN_TIME, "17")
    reported(an, IN_TIME, task="44", cycle="2025-1")
    page = browser_of("an").get(PAGE).content.decode()
    rows = re.findall(r'<th scope="row">([^<]*)</th>', page)
    assert rows == ["An", "Em", "Cả cơ quan"]
    total = page.rsplit("<tfoot>", 1)[1]
    assert re.findall(r"<td[^>]*>(\d+)</td>", total)[:2] == ["2", "2"]
    assert "Chưa có gì được viết cho kỳ này." in browser_of("giang").get(PAGE).content.decode()
    own = em_of.get(PAGE).content.decode()
    assert re.findall(r'<th scope="row">([^<]*)</th>', own) == ["Em"]
    assert PAGE in browser_of("an").get("/lanh-dao").content.decode()
