"""Illustrative assessments for the demo: one shipped set, ministries that filled it in, and their results."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime

from thuocdo.assessments.actions import dispute, hand_in, open_assessment, save_own
from thuocdo.assessments.checking import give_scores, look
from thuocdo.assessments.office import give_values
from thuocdo.assessments.proposing import freeze_set, name_experts, propose_set
from thuocdo.assessments.reading import TypedChecked, TypedOwn
from thuocdo.assessments.types import State
from thuocdo.config.illustration import MARK, roll
from thuocdo.core.actor import Actor
from thuocdo.evaluation.scoring.kinds import Origin
from thuocdo.evaluation.scoring.shipped import shipped, shipped_bytes

SET, PERIOD = "investment-of-a-body", "2025"
VERIFIED = ("BKHCN", "BCA", "BNG", "BTP", "BCT", "BVHTTDL", "BGDĐT", "BNV", "BTC", "BXD", "BNNMT")
"""Enough of one kind that the middle half of them may be shown."""
WAITING = "BYT"
DISPUTING, REFUSED = "BTC", "E2"
EXPERTS = ("TTCP", "NHNN", "VPCP")
"""Bodies whose clerks score as experts; none of them is assessed."""

_PROPOSED, _FROZEN = datetime(2024, 12, 10, 2, tzinfo=UTC), datetime(2024, 12, 20, 2, tzinfo=UTC)
_FILLED, _SCORED = datetime(2025, 12, 10, 2, tzinfo=UTC), datetime(2025, 12, 16, 2, tzinfo=UTC)
_LOOKED, _ANSWERED = datetime(2025, 12, 22, 2, tzinfo=UTC), datetime(2025, 12, 26, 2, tzinfo=UTC)
_JUDGES = (date(2025, 1, 1), date(2026, 12, 31))

_WHOLES: Mapping[str, tuple[int, tuple[str, ...]]] = {
    "projects_approved": (
        12,
        ("projects_with_goals", "projects_with_costs", "projects_checked_reuse", "projects_with_owner"),
    ),
    "projects_ended": (8, ("ended_within_cost", "ended_in_time", "ended_assessed")),
    "systems": (20, ("systems_running", "systems_connected")),
    "users_meant": (4000, ("users_active",)),
    "goals_set": (15, ("goals_met",)),
    "money_planned": (90_000, ("money_paid",)),
}
"""About how many there are, and which parts of them are counted."""


def assess(*, cast: Mapping[str, Actor], clerks: Mapping[str, Actor]) -> int:
    """Have ministries assessed for a year by the actions that people use; returns how many there are.

    The set judges the next year too, so that its form can be tried. One result waits for a verifier and
    one is disputed.
    """
    version = propose_set(
        data=shipped_bytes(SET),
        judges_from=_JUDGES[0],
        judges_until=_JUDGES[1],
        reason=f"Thử công cụ tự đánh giá của nhiệm vụ 128 {MARK}",
        moved=0,
        by=cast["chi"],
        now=_PROPOSED,
    )
    freeze_set(id=version, by=cast["binh"], now=_FROZEN)
    experts = [clerks[body] for body in EXPERTS]
    name_experts(id=version, names=[each.id for each in experts], by=cast["binh"], now=_FROZEN)
    bodies = (*VERIFIED, WAITING)
    filled = {body: _filled(version, body, by=clerks[body]) for body in bodies}
    answers = {body: {"asked": "200", "content": str(_part(200, body, "content"))} for body in bodies}
    give_values(version=version, period=PERIOD, rows=answers, by=cast["binh"], now=_SCORED)
    for body in VERIFIED:
        _verified(filled[body], body, experts, by=cast["binh"])
    reasons = {REFUSED: f"Kết quả đã đăng trên trang của cơ quan từ ngày 01/12/2025 {MARK}"}
    dispute(id=filled[DISPUTING], reasons=reasons, by=clerks[DISPUTING], now=_ANSWERED)
    return len(filled)


def _filled(version: str, body: str, *, by: Actor) -> str:
    """Fill in and hand in the form of a body; returns its id."""
    found = open_assessment(version=version, period=PERIOD, by=by, now=_FILLED, illustrative=True)
    evidence = [
        criterion.id for criterion in shipped(SET).criteria if criterion.source is Origin.SELF_ASSESSED
    ]
    lines = {
        name: [f"Báo cáo số {number}/BC-{body} ngày 05/12/2025 {MARK}"]
        for number, name in enumerate(evidence, start=9101)
    }
    typed = TypedOwn(values=dict(_values(body)), lines=lines)
    save_own(id=found, typed=typed, number=None, by=by, now=_FILLED, strict=True)
    hand_in(id=found, to=State.SUBMITTED, by=by, now=_FILLED)
    return found


def _verified(found: str, body: str, experts: Sequence[Actor], *, by: Actor) -> None:
    """Let the experts score and a second person verify; what is doubtful is changed or refused."""
    for expert in experts:
        score = 5 + _part(40, body, expert.id) / 10
        give_scores(id=found, typed={"judged": f"{score:.1f}"}, by=expert, now=_SCORED)
    values = dict(_values(body))
    if roll(body, "checked") % 3 == 0:
        values["systems_running"] = str(int(values["systems_running"]) - 1)
    refused = body == DISPUTING
    typed = TypedChecked(
        values=values,
        evidence={REFUSED: "no"} if refused else {},
        remarks={REFUSED: f"Trang được dẫn chưa đăng kết quả {MARK}"} if refused else {},
    )
    look(id=found, typed=typed, number=None, finished=True, by=by, now=_LOOKED)


def _values(body: str) -> Iterator[tuple[str, str]]:
    """Yield values that come out the same each time; a part is never more than its whole."""
    for whole, (about, parts) in _WHOLES.items():
        count = about // 2 + about * (roll(body, whole) % 100) // 100
        yield whole, str(count)
        yield from ((part, str(_part(count, body, part))) for part in parts)
    yield "systems_doubled", str(roll(body, "doubled") % 4)
    yield "uptime", f"{96 + roll(body, 'uptime') % 39 / 10:.1f}"
    yield "cost_per_case", f"{20 + roll(body, 'cost') % 40}"
    yield "steps_dropped", str(roll(body, "steps") % 12)
    yield from ((name, "1" if roll(body, name) % 4 else "0") for name in ("plan_issued", "results_published"))


def _part(whole: int, *keys: str) -> int:
    """Return a part between nearly half and all of a whole; bodies differ as a whole, too."""
    return whole * (45 + roll(keys[0]) % 25 + roll(*keys) % 31) // 100
