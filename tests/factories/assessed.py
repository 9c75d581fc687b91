"""A criteria set that is frozen, and units that fill in, are verified and disputed, as the tests use it."""

from datetime import UTC, date, datetime

from thuocdo.accounts.rules import can
from thuocdo.accounts.types import Permission
from thuocdo.assessments import actions, checking, proposing
from thuocdo.assessments.reading import TypedChecked, TypedOwn
from thuocdo.assessments.types import State

EARLY = datetime(2024, 12, 2, 3, tzinfo=UTC)
"""The clock when the sets of 2025 are frozen."""

LINE = "Quyết định số 1234/QĐ-BKHCN ngày 12/3/2025 của Bộ Khoa học và Công nghệ"
SMALL = """format: 1
set: thu-nghiem
version: 1
title: {vi: Bộ thử nghiệm, en: A trial set}
source: {document: Thử nghiệm, certainty: ours, note: {vi: Của chúng tôi., en: Ours.}}
standing: draft
author: BKHCN
period: half_year
units: [ministry, province, project]
total: 20
inputs:
  asked: {title: {vi: Việc phải làm, en: Things to do}, kind: count}
  done: {title: {vi: Việc đã làm, en: Things done}, kind: count}
  open: {title: {vi: Đã công khai, en: Made open}, kind: yes_no}
  heard: {title: {vi: Người trả lời, en: People who answered}, kind: count}
  content: {title: {vi: Người hài lòng, en: People who are content}, kind: count}
  judged: {title: {vi: Điểm chuyên gia, en: Experts}, kind: score, most: 10}
  safe: {title: {vi: Đã phê duyệt cấp độ an toàn, en: Safety level approved}, kind: yes_no}
pillars:
  - id: A
    title: {vi: Kết quả, en: Results}
    points: 20
    criteria:
      - id: A1
        title: {vi: Việc làm xong, en: Things done}
        points: 10
        source: self_assessed
        evidence: {vi: Báo cáo, en: Report}
        measure: {share: done, out_of: asked, at_least: 1}
        score: {by: linear, full_at: 100}
      - id: A2
        title: {vi: Công khai, en: Openness}
        points: 4
        source: self_assessed
        evidence: {vi: Địa chỉ, en: Address}
        measure: {value: open}
        score: {by: yes_no}
        not_applicable: {declared: true}
      - id: A3
        title: {vi: Hài lòng, en: Content}
        points: 3
        source: survey
        measure: {share: content, out_of: heard, at_least: 5}
        score: {by: linear, full_at: 100}
      - id: A4
        title: {vi: Chuyên gia, en: Experts}
        points: 3
        source: expert
        measure: {scores: judged, at_least: 2}
        score: {by: linear, full_at: 10}
conditions:
  - {id: safety, title: {vi: An toàn, en: Safety}, input: safe, at_least: 1, else_at_most: weak}
levels:
  - {id: good, title: {vi: Tốt, en: Good}, from: 15, to: 20}
  - {id: weak, title: {vi: Yếu, en: Weak}, from: 0, below: 15}
"""
OWN = TypedOwn(
    values={"asked": "10", "done": "8", "open": "1"}, lines={"A1": [LINE], "A2": ["https://bo.example.vn"]}
)


def proposed(by, *, text=SMALL, now=EARLY, since=date(2025, 1, 1), until=date(2026, 12, 31)):
    """Propose a set; returns its public id."""
    return proposing.propose_set(
        data=text.encode(),
        judges_from=since,
        judges_until=until,
        reason="Thử nghiệm cho kỳ tới.",
        moved=0,
        by=by,
        now=now,
    )


def frozen(by, second, *, text=SMALL, now=EARLY, **days):
    """Propose and freeze a set by two people; returns its public id."""
    made = proposed(by, text=text, now=now, **days)
    return proposing.freeze_set(id=made, by=second, now=now).id


def filled(version, by, now, *, typed=OWN, period="2025-H1", **unit):
    """Open and save a unit's form; returns its public id."""
    made = actions.open_assessment(version=version, period=period, by=by, now=now, **unit)
    actions.save_own(id=made, typed=typed, number=None, by=by, now=now)
    return made


def submitted(version, by, now, **more):
    """Hand in a unit's form as its head; returns its public id."""
    made = filled(version, by, now, **more)
    assert can(by, Permission.APPROVE)
    actions.hand_in(id=made, to=State.SUBMITTED, by=by, now=now)
    return made


def verified(version, by, verifier, now, *, checked=None, **more):
    """Let a verifier finish; returns the public id."""
    made = submitted(version, by, now, **more)
    typed = checked or TypedChecked()
    checking.look(id=made, typed=typed, number=None, finished=True, by=verifier, now=now)
    return made
