"""The inputs that this system computes, and which values each kind of input can have."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from types import MappingProxyType

from thuocdo.evaluation.scoring.kinds import Kind
from thuocdo.evaluation.scoring.types import Input, Words

_COUNTS: tuple[tuple[str, str, str], ...] = (
    ("tasks.lead_due", "nhiệm vụ chủ trì đã đến hạn", "tasks led that have fallen due"),
    (
        "tasks.lead_done_in_time",
        "nhiệm vụ chủ trì hoàn thành đúng hạn, đã xác minh",
        "tasks led, done in time and verified",
    ),
    (
        "tasks.lead_done_late",
        "nhiệm vụ chủ trì hoàn thành quá hạn, đã xác minh",
        "tasks led, done late and verified",
    ),
    ("tasks.lead_overdue", "nhiệm vụ chủ trì quá hạn chưa hoàn thành", "tasks led, past due and not done"),
    (
        "tasks.co_lead_due",
        "nhiệm vụ đồng chủ trì, hoặc được giao chung một nhóm, đã đến hạn",
        "tasks led jointly, or given to a whole group, that have fallen due",
    ),
    (
        "tasks.co_lead_done",
        "phần việc đồng chủ trì đã hoàn thành, đã xác minh",
        "own parts of tasks led jointly that are done and verified",
    ),
    ("tasks.partner_asked", "lần được đề nghị phối hợp", "times that a lead asked this body for its part"),
    ("tasks.partner_answered", "lần phối hợp đã trả lời đúng hạn", "of these, answered in time"),
    ("reports.due", "báo cáo phải gửi", "reports due"),
    ("reports.in_time", "báo cáo gửi trước hạn", "reports received in time"),
    ("reports.returned", "báo cáo bị trả lại", "reports that were returned"),
    ("evidence.filed", "minh chứng đã nộp và đã xem xong", "pieces of evidence filed and decided upon"),
    ("evidence.verified", "minh chứng được xác minh", "pieces of evidence verified"),
    (
        "indicators.monitored",
        "chỉ tiêu được giao theo dõi, đánh giá",
        "indicators that it monitors",
    ),
    ("indicators.defined", "chỉ tiêu đã có cách đo được công bố", "of these, with a published definition"),
    ("indicators.measured", "chỉ tiêu có số đo còn mới", "of these, with a value that is not stale"),
    ("indicators.in_time", "số đo công bố đúng kỳ", "of these, published in their period"),
    (
        "indicators.assigned",
        "chỉ tiêu mà một văn bản giao chính cơ quan phải đạt",
        "indicators whose value an act assigns to this body",
    ),
    ("indicators.assigned_kept", "trong đó đạt hoặc đúng lộ trình", "of these, met or on their path"),
    (
        "obstacles.reported",
        "vướng mắc đã nêu và đến lượt xử lý",
        "obstacles reported that were its to resolve",
    ),
    ("obstacles.resolved", "vướng mắc đã giải quyết trong 30 ngày", "of these, resolved within 30 days"),
    ("disputes.answered_late", "phản hồi tranh luận quá hạn", "disputes answered late"),
    ("claims.without_proof", "báo hoàn thành mà không có minh chứng", "claims of completion without proof"),
)

SYSTEM: Mapping[str, Input] = MappingProxyType(
    {name: Input(title=Words(vi=vi, en=en), kind=Kind.COUNT) for name, vi, en in _COUNTS}
)
"""Every input that this system counts for a body in a period."""

INSIDE = frozenset(
    {
        "tasks.partner_asked",
        "tasks.partner_answered",
        "reports.returned",
        "obstacles.reported",
        "obstacles.resolved",
    }
)
"""Counts of what bodies said to each other; until they are published, only who sees all bodies knows them."""

OWN = frozenset({"thuocdo"})
"""Authors of the sets that come with this software: what these read is shown with every result."""


def hidden_from(author: str, *, overseers: Iterable[str] = ()) -> frozenset[str]:
    """Return the inputs that the author of a set may not see, and so the set cannot read."""
    return frozenset() if author in OWN or author in set(overseers) else INSIDE


_SCALE_PLACES: Mapping[Kind, int] = {
    Kind.COUNT: 0,
    Kind.YES_NO: 0,
    Kind.SCORE: 4,
    Kind.PERCENT: 4,
    Kind.AMOUNT: 4,
}


def places(kind: Kind) -> int:
    """Return how many decimal places of a value are kept; more are refused, never cut."""
    return _SCALE_PLACES[kind]


def limits(given: Input) -> tuple[Decimal | None, Decimal | None]:
    """Return the lowest and highest value that an input can have; None has no end."""
    if given.kind is Kind.YES_NO:
        return Decimal(0), Decimal(1)
    if given.kind is Kind.PERCENT:
        return Decimal(0), Decimal(100)
    if given.kind in {Kind.COUNT, Kind.SCORE}:
        return (given.least if given.least is not None else Decimal(0)), given.most
    return given.least, given.most
