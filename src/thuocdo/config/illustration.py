"""Invented records for the model programme: which story each task tells, and the rows that tell it.

Nothing here is true and every row says so. Numbers of documents are recognisably invented
(9001/QĐ-TTg, 901/2025/NĐ-CP); everything is derived from the programme and a hash, so two runs
give the same rows.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from thuocdo.core.errors import NotFound
from thuocdo.programme.rules import members_at_due, responsible_on
from thuocdo.programme.types import (
    FIVE_PARTS,
    AgencyKind,
    Component,
    Cycle,
    Mode,
    Need,
    Programme,
    Register,
    Rhythm,
    Task,
)

MARK = "(minh hoạ)"
NOTE = f"Đã đối chiếu với văn bản và địa chỉ nêu trong hồ sơ {MARK}."

# A row of days: one task after the other tells the next story, so every status appears.
PAST = [
    "done_early", "late", "done_early", "done_late", "claimed", "done_early", "announced", "done_late",
    "done_early", "waited", "late",
]  # fmt: skip
TODAY = [
    "done_early", "risk_no_draft", "within_time", "done_early", "claimed", "on_track", "risk_expected",
    "done_early", "announced", "done_early", "risk_obstacle", "within_time", "risk_milestone", "done_early",
    "returned", "risk_no_report", "done_early", "on_track",
]  # fmt: skip
LATER = [
    "within_time", "on_track", "risk_no_plan", "risk_obstacle", "within_time", "on_track", "done_early",
    "risk_expected",
]  # fmt: skip

# In a group each body has its own story: of a hundred, so many up to this mark.
GROUP_PAST = ((66, "done_early"), (82, "done_late"), (87, "claimed"), (91, "announced"), (100, "late"))
GROUP_TODAY = (
    (46, "done_early"), (56, "claimed"), (62, "announced"), (70, "risk_no_draft"),
    (77, "risk_expected"), (84, "risk_no_report"), (100, "within_time"),
)  # fmt: skip
GROUP_LATER = (
    (8, "done_early"),
    (30, "on_track"),
    (42, "risk_no_plan"),
    (52, "risk_no_report"),
    (100, "within_time"),
)
GROUP_CYCLE = ((74, "done_early"), (82, "claimed"), (88, "announced"), (100, "late"))

_ANNOUNCED = (
    "đã trình Thủ tướng Chính phủ xem xét, ban hành",
    "đang lấy ý kiến các bộ, ngành, địa phương về dự thảo",
    "sẽ ban hành trong quý tới",
)
DOCUMENTS: Mapping[Need, tuple[str, str, str]] = {
    Need.LAW: ("Luật", "{low}/2025/QH15", "Quốc hội"),
    Need.ASSEMBLY_RESOLUTION: ("Nghị quyết", "{low}/2025/QH15", "Quốc hội"),
    Need.DECREE: ("Nghị định", "{low}/2025/NĐ-CP", "Chính phủ"),
    Need.GOVERNMENT_RESOLUTION: ("Nghị quyết", "{high}/NQ-CP", "Chính phủ"),
    Need.PM_DECISION: ("Quyết định", "{high}/QĐ-TTg", "Thủ tướng Chính phủ"),
    Need.APPROVED_SCHEME: ("Quyết định", "{high}/QĐ-TTg", "Thủ tướng Chính phủ"),
    Need.MINISTER_DECISION: ("Quyết định", "{high}/QĐ-{symbol}", "{name}"),
    Need.COMPETENT_DECISION: ("Quyết định", "{high}/QĐ-{symbol}", "{name}"),
    Need.NORMATIVE_ACT: ("Thông tư", "{low}/2025/TT-{symbol}", "{name}"),
    Need.STANDARD: ("Thông tư", "{low}/2025/TT-{symbol}", "{name}"),
    Need.PLAN: ("Kế hoạch", "{high}/KH-{symbol}", "{name}"),
    Need.GUIDANCE: ("Hướng dẫn", "{high}/HD-{symbol}", "{name}"),
    Need.DOSSIER: ("Tờ trình", "{high}/TTr-{symbol}", "{name}"),
    Need.PROPOSAL: ("Tờ trình", "{high}/TTr-{symbol}", "{name}"),
    Need.REPORT: ("Báo cáo", "{high}/BC-{symbol}", "{name}"),
    Need.PUBLISHED_LIST: ("Thông báo", "{high}/TB-{symbol}", "{name}"),
    Need.PERSON: ("Quyết định", "{high}/QĐ-{symbol}", "{name}"),
}
_PROVINCIAL = {
    Need.APPROVED_SCHEME: ("Quyết định", "{high}/QĐ-UBND", "{name}"),
    Need.NORMATIVE_ACT: ("Quyết định", "{high}/2025/QĐ-UBND", "{name}"),
}
_POST_DAYS = (5, 15, 25)
_DESK_DAYS = (10, 20, 28)


@dataclass(frozen=True, slots=True)
class Filing:
    """One invented row: when and by whom it is handed in, and what the second person does when."""

    on: date
    agency: str
    cells: Mapping[str, str]
    judged_on: date | None = None
    accept: bool = True
    components: tuple[str, ...] = ()
    note: str = ""


@dataclass(slots=True)
class Illustration:
    """Tells every task's story up to a day."""

    programme: Programme
    register: Register
    as_of: date
    _numbers: Counter[str] = field(default_factory=Counter)
    _turns: Counter[str] = field(default_factory=Counter)

    def filings(self) -> Iterator[Filing]:
        """Return all rows about tasks."""
        for task in self.programme.tasks:
            if task.components and not task.unmeasurable:
                yield from self._recurring(task) if task.rhythm is not Rhythm.ONCE else self._once(task)

    def _once(self, task: Task) -> Iterator[Filing]:
        due = task.deadline.due
        if due is None:
            return
        bodies = self._bodies(task, due)
        tables = (PAST, GROUP_PAST) if due < self.as_of else (TODAY, GROUP_TODAY)
        tables = (LATER, GROUP_LATER) if due > self.as_of else tables
        one_story = self._next(tables[0]) if len(bodies) == 1 else ""
        for body in bodies:
            story = one_story or _share(tables[1], task.code, body)
            start = task.deadline.start or self.programme.issued_on
            yield from self._tell(story, task, body, start, due)

    def _recurring(self, task: Task) -> Iterator[Filing]:
        if task.rhythm is Rhythm.EACH_CYCLE:
            spans = [(cycle.starts_on, cycle.ends_on) for cycle in self._closed()]
        else:
            spans = [(self.programme.issued_on, date(self.as_of.year, 12, 31))]
        for start, end in spans:
            for body in self._bodies(task, end):
                story = _share(GROUP_CYCLE, task.code, body, end.isoformat())
                yield from self._proofs(story, task, body, start, end)

    def _tell(self, story: str, task: Task, body: str, start: date, due: date) -> Iterator[Filing]:
        if story == "risk_no_plan" and due < self.as_of + timedelta(days=370):
            story = "within_time"
        yield from self._proofs(story, task, body, start, due)
        yield from self._reports(story, task, body, due)
        yield from self._steps(story, task, body, due)

    # 1. Evidence ------------------------------------------------------------------------------

    def _proofs(self, story: str, task: Task, body: str, start: date, due: date) -> Iterator[Filing]:
        if story == "announced":
            day = _post_day(min(due, self.as_of - timedelta(days=20)))
            text = f"Báo cáo tháng {day.month}/{day.year}: {_ANNOUNCED[roll(body, task.code) % 3]} {MARK}"
            yield from self._filed(day, body, {"kind": "evidence", "task": task.code, "text": text})
        issued = self._issued(story, task, body, start, due)
        if issued is None:
            return
        pieces = [part for part in task.components for _ in range(_pieces(task, part))]
        for index, part in enumerate(pieces):
            day = max(issued - timedelta(days=2 * index), self.programme.issued_on)
            yield from self._proof(story, task, part, body, _weekday(day))

    def _proof(self, story: str, task: Task, part: Component, body: str, issued: date) -> Iterator[Filing]:
        received = _post_day(issued + timedelta(days=1))
        author = self._holder(body, received)
        if not author or received > self.as_of:
            return
        judged = None if story in {"claimed", "waited"} else _desk_day(received + timedelta(days=3))
        cells = self._evidence(task, part, author, issued)
        yield Filing(
            on=received,
            agency=author,
            cells={
                **cells,
                "kind": "evidence",
                "task": task.code,
                "component": part.code,
                "illustrative": "1",
            },
            judged_on=judged if judged and judged <= self.as_of else None,
            accept=story != "returned",
            components=(part.code, *(FIVE_PARTS if task.five_part else ())),
            note=NOTE if story != "returned" else f"Thiếu trang ký và phụ lục {MARK}.",
        )

    def _issued(self, story: str, task: Task, body: str, start: date, due: date) -> date | None:
        """Return the day of issue that the story needs, None when it needs no proof."""
        # In a group each body has its own pace: what falls due together is handed in together.
        spread = roll(body, "" if task.mode is Mode.EACH_LEAD else task.code)
        if story in {"done_early", "returned"}:
            span = max(1, min(90, (min(due, self.as_of) - start).days - 40))
            return max(min(due, self.as_of - timedelta(days=18)) - timedelta(days=12 + spread % span), start)
        if story == "done_late":
            day = due + timedelta(days=6 + spread % 75)
            return day if day < self.as_of - timedelta(days=20) else due + timedelta(days=2)
        if story == "claimed":
            return min(due, self.as_of - timedelta(days=12)) - timedelta(days=spread % 5)
        return due - timedelta(days=10) if story == "waited" else None

    def _evidence(self, task: Task, part: Component, agency: str, issued: date) -> dict[str, str]:
        need = part.any_of[0]
        day = f"{issued.day}/{issued.month}/{issued.year}"
        typed = {"issued_on": issued.isoformat()}
        if need is Need.RUNNING:
            users = 9000 + roll(task.code, agency)
            text = f"Biên bản nghiệm thu ngày {day}: đã vận hành, {users} tài khoản {MARK}"
            url = f"https://minh-hoa.example/{task.code}/{part.code}/{agency.lower()}"
            return {**typed, "evidence_kind": "running", "text": text, "url": url}
        if need is Need.FIGURE:
            share = f"{15 + roll(task.code) % 9},{roll(agency) % 10}"
            return {**typed, "text": f"Kết quả thực hiện của {agency}: {share} % {MARK}"}
        if need is Need.AGREEMENT:
            return {**typed, "text": f"Bản ghi nhớ hợp tác ký ngày {day} {MARK}"}
        return {"text": self._document(need, agency, day)}

    def _document(self, need: Need, agency: str, day: str) -> str:
        body = next(item for item in self.register.agencies if item.code == agency)
        provincial = body.kind is AgencyKind.PROVINCE
        word, pattern, issuer = (_PROVINCIAL if provincial else {}).get(need) or DOCUMENTS[need]
        symbol = "UBND" if provincial else agency
        self._numbers[pattern] += 1
        count = self._numbers[pattern]
        number = pattern.format(low=900 + count, high=9000 + count, symbol=symbol)
        return f"{word} số {number} ngày {day} của {issuer.format(name=body.name_vi)} {MARK}"

    # 2. Reports and milestones -----------------------------------------------------------------

    def _reports(self, story: str, task: Task, body: str, due: date) -> Iterator[Filing]:
        for cycle in self._closed():
            last = cycle is self._closed()[-1]
            if (last and story == "risk_no_report") or due < cycle.starts_on:
                continue
            day = _post_day(cycle.due_before - timedelta(days=14))
            cells = {**self._said(story, task, due, last=last), "cycle": cycle.code}
            yield from self._filed(day, body, cells, _desk_day(day + timedelta(days=3)))

    def _said(self, story: str, task: Task, due: date, *, last: bool) -> dict[str, str]:
        cells = {
            "kind": "report",
            "task": task.code,
            "situation": "working",
            "has_draft": "1",
            "has_plan": "1",
        }
        if last and story in {"done_early", "done_late", "claimed", "waited", "announced", "returned"}:
            return {**cells, "situation": "done", "public_sentence": f"Đã hoàn thành {MARK}"}
        if story == "risk_no_draft":
            return {**cells, "has_draft": "0"}
        if story == "risk_no_plan":
            return {**cells, "has_plan": "0"}
        if last and story == "risk_obstacle":
            obstacle = f"Chờ bố trí kinh phí năm sau {MARK}"
            return {**cells, "situation": "obstacle", "obstacle": obstacle, "obstacle_since": "2025-09-08"}
        if last and story in {"risk_expected", "late"}:
            return {**cells, "expected_on": (max(due, self.as_of) + timedelta(days=75)).isoformat()}
        return cells

    def _steps(self, story: str, task: Task, body: str, due: date) -> Iterator[Filing]:
        if story not in {"on_track", "risk_milestone"}:
            return
        steps = [(f"Hoàn thành dự thảo {MARK}", date(2025, 10, 31))]
        if due > self.as_of:
            steps.append((f"Hoàn thành nghiệm thu {MARK}", due - timedelta(days=5)))
        for name, day in steps:
            cells = {"kind": "milestone", "task": task.code, "name": name, "due_on": day.isoformat()}
            judged = _desk_day(day) if story == "on_track" and _desk_day(day) <= self.as_of else None
            yield from self._filed(_post_day(date(2025, 7, 1)), body, cells, judged)

    # 3. Who and when ---------------------------------------------------------------------------

    def _bodies(self, task: Task, due: date) -> list[str]:
        """Return whose parts there are: each lead's own, or the first lead's for all."""
        found: list[str] = []
        groups = {group.code for group in self.register.groups}
        for lead in task.leads:
            if lead in groups:
                day = min(due, self.as_of)
                found += (
                    members_at_due(lead, task=task.code, due=due, as_of=day, register=self.register) or ()
                )
            else:
                found.append(lead)
        return list(dict.fromkeys(found)) if task.mode is Mode.EACH_LEAD else found[:1]

    def _holder(self, body: str, day: date) -> str:
        try:
            return responsible_on(body, day, self.register)
        except NotFound:  # named before it exists: nobody can file for it yet
            return ""

    def _filed(
        self, on: date, body: str, cells: Mapping[str, str], judged_on: date | None = None
    ) -> Iterator[Filing]:
        holder = self._holder(body, on)
        if holder:
            yield Filing(on, holder, {**cells, "illustrative": "1"}, judged_on)

    def _closed(self) -> list[Cycle]:
        return [cycle for cycle in self.programme.cycles if cycle.due_before <= self.as_of]

    def _next(self, table: list[str]) -> str:
        self._turns[table[0] + table[1]] += 1
        return table[(self._turns[table[0] + table[1]] - 1) % len(table)]


def _pieces(task: Task, part: Component) -> int:
    return max(part.minimum, task.minimum if task.mode is Mode.AT_LEAST else 1)


def roll(*keys: str) -> int:
    """Return a number from 0 to 999 that always comes out the same for the same keys."""
    return int.from_bytes(hashlib.sha256("/".join(keys).encode()).digest()[:4], "big") % 1000


def _share(table: tuple[tuple[int, str], ...], *keys: str) -> str:
    """Return the story of one body; each task shifts the marks, so that no two groups look alike."""
    mark = (roll(*keys) % 100) * (76 + roll(keys[0]) % 40) // 100
    return next((story for limit, story in table if mark < limit), table[-1][1])


def _next_day(day: date, days: tuple[int, ...]) -> date:
    for number in days:
        if day.day <= number:
            return day.replace(day=number)
    first = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    return first.replace(day=days[0])


def _post_day(day: date) -> date:
    """Return the next day on which bodies hand in."""
    return _next_day(day, _POST_DAYS)


def _desk_day(day: date) -> date:
    """Return the next day on which the second person decides."""
    return _next_day(day, _DESK_DAYS)


def _weekday(day: date) -> date:
    """Return the day, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))
