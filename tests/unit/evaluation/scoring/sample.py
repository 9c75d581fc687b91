"""A small set that is right, as text, and tables to apply it to."""

from thuocdo.evaluation.scoring.kinds import UnitType
from thuocdo.evaluation.scoring.loading import examine, load_set
from thuocdo.evaluation.scoring.table import Table, Unit
from thuocdo.evaluation.scoring.words import faults

GOOD = """\
format: 1
set: mau
version: 1
title: {vi: Bộ mẫu, en: Sample set}
source:
  document: Kế hoạch mẫu
  certainty: ours
  note: Chỉ để kiểm thử
standing: draft
author: VPTW
period: year
units: [ministry, province]
phases: [start, run]
total: 100
rounding: {places: 2, how: half_up}
missing: zero
not_applicable: {rescale: set, at_most: 50}
inputs:
  done: {title: Đã làm, kind: count}
  due: {title: Phải làm, kind: count}
  open: {title: Đã công khai, kind: yes_no}
  rate: {title: Tỷ lệ, kind: percent}
  given: {title: Điểm chuyên gia, kind: score, most: 10}
  late: {title: Số lần trễ, kind: count}
pillars:
  - id: A
    title: Kết quả
    points: 60
    criteria:
      - id: A1
        title: Việc đã làm
        points: 30
        source: self_assessed
        evidence: Báo cáo có số
        measure: {share: done, out_of: due, at_least: 5}
        score: {by: linear, full_at: 85, floor: 60}
        not_applicable: {declared: true}
      - id: A2
        title: Tỷ lệ
        points: 10
        source: self_assessed
        evidence: Bảng số liệu
        measure: {value: rate}
        score:
          by: steps
          bands:
            - {from: 100, points: 10}
            - {from: 90, below: 100, points: 8}
            - {from: 70, below: 90, points: 4}
            - {below: 70, points: 0}
      - id: A3
        title: Công khai
        points: 20
        source: self_assessed
        evidence: Địa chỉ trang
        alternatives:
          - for: [ministry]
            measure: {value: open}
            score: {by: yes_no}
          - for: [province]
            phase: [start]
            measure: {value: done}
            score: {by: count, each: 2}
          - for: [province]
            phase: [run]
            measure: {value: done}
            score: {by: relative, to: best}
  - id: B
    title: Chất lượng
    points: 40
    criteria:
      - id: B1
        title: Chuyên gia chấm
        points: 40
        source: expert
        measure: {scores: given, at_least: 3}
        score: {by: linear, full_at: 10}
  - id: P
    kind: penalty
    title: Điểm trừ
    points: 5
    criteria:
      - id: P1
        title: Trễ hạn
        points: 5
        source: self_assessed
        evidence: Sổ theo dõi
        measure: {value: late}
        score: {by: count, each: 1}
conditions:
  - id: K1
    title: Phải đạt một nửa chất lượng
    pillar: B
    at_least: 20
    else_at_most: kha
levels:
  - {id: tot, title: Tốt, from: 80, to: 100}
  - {id: kha, title: Khá, from: 50, below: 80}
  - {id: yeu, title: Yếu, from: 0, below: 50}
"""


def lines_of(words, text=GOOD):
    """Return the numbers of the lines that hold some words, or end with them where $ follows."""
    lines = enumerate(text.splitlines(), start=1)
    return {n for n, line in lines if words in line or f"{line}$".endswith(words)}


def line_of(words, text=GOOD):
    """Return the number of the only line that holds some words."""
    (line,) = lines_of(words, text)
    return line


def found_in(text):
    """Return what is wrong with a text, as (line, code), and its faults."""
    made, found = examine(text if isinstance(text, bytes) else text.encode())
    assert (made is None) is bool(found)
    return {(each.line, each.code) for each in found}, faults(found)


def the_set(text=GOOD):
    """Return the set of a text."""
    return load_set(text.encode())


def a_table(columns, *, types=None, periods=("2026",), phase="start", parts=None, **more):
    """Return a table of as many units as the columns have cells for each period."""
    size = len(next(iter(columns.values()))) // len(periods)
    types = types or [UnitType.MINISTRY] * size
    units = tuple(Unit(f"u{n}", kind, phase=phase) for n, kind in enumerate(types))
    return Table(units, tuple(periods), columns, parts=parts or {}, **more)
