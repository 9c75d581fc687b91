"""The facts of a programme on a day and what the rules make of them, kept until something is recorded."""

from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import NamedTuple

from django.conf import settings
from django.utils import timezone

from thuocdo.audit.models import Event
from thuocdo.core.dates import local_day
from thuocdo.evaluation.evaluate import evaluate, judge_body
from thuocdo.evaluation.queries import body_facts, facts
from thuocdo.evaluation.types import RULES_VERSION, Facts, Totals, Verdicts
from thuocdo.programme.queries import register
from thuocdo.programme.rules import holder_on

_KEPT = 8
"""Days that are kept; whoever asks for many days pushes out such days, never today."""


_QUIET = frozenset(
    {
        "assessment_accepted", "assessment_answered", "assessment_closed", "assessment_disputed",
        "assessment_handed_up", "assessment_looked", "assessment_note", "assessment_opened",
        "assessment_saved", "assessment_scored", "assessment_submitted", "assessment_taken_back",
        "assessment_verified", "assessment_withdrawn", "experts_named", "office_values_given",
        "set_frozen", "set_proposed", "set_refused",
        "batch_saved", "batch_undone", "bodies_reminded", "columns_remembered", "delegation_given",
        "delegation_revoked", "delivery_failed", "delivery_held", "delivery_kept",
        "draft_discarded", "draft_finished", "draft_saved", "draft_scope", "draft_step",
        "draft_taken_in", "factor_added", "factor_removed", "file_received", "identity_linked",
        "identity_unlinked", "invitation_accepted", "log_in_failed", "logged_in", "logged_out",
        "message_revived", "names_mirrored", "notices_chosen", "panel_received", "password_changed",
        "person_added", "person_deactivated", "person_invited",
        "person_reactivated", "person_reset", "recovery_code_used", "recovery_codes_made",
        "report_begun", "report_discarded", "report_frozen", "report_saved",
        "roles_changed", "sessions_ended", "source_paused", "source_proposed", "source_refused",
        "source_resumed", "source_secret_set", "source_stopped", "source_switched_on",
        "subscription_ended", "subscription_made", "subscription_rotated",
        "thresholds_proposed", "thresholds_refused", "token_created", "token_revoked", "trail_exported",
        "value_measured",
    }
)  # fmt: skip
"""Events after which every fact stands as before; any other makes the facts be read again."""


_RECENT = 5_000
"""Events that are looked through for changes; a transaction never lasts as long as so many others."""


@dataclass(frozen=True, slots=True)
class Known:
    """What was known of a programme on a day, and its statuses and verdicts."""

    facts: Facts
    verdicts: Verdicts


def today() -> date:
    """Return the day in the programme's time zone, by the server's clock."""
    return local_day(timezone.now(), settings.THUOCDO_ZONE)


def known(slug: str, *, as_of: date) -> Known:
    """Return facts and verdicts; the same objects as long as nothing has been recorded.

    Every change writes an audit event in its own transaction, so the audit trail tells when to
    read again. One reader computes at a time; who finds the answer ready never waits.
    """
    key = _Key(slug, as_of, *_trail())
    with _reading:
        found = _cache.get(key)
    if found is not None:
        return found
    with _computing:
        with _reading:
            found = _cache.get(key)
        if found is None:
            now_known = facts(slug, as_of=as_of)
            found = Known(now_known, evaluate(now_known))
            _keep(key, found)
        return found


def known_of(slug: str, agency: str, *, as_of: date, task: str = "") -> Known:
    """Return what is known of one body's tasks, or of one of them: read anew, with no indicators and totals.

    Statuses of the body's parts are those of `known`. Its cost follows from the body's own tasks, not
    from what all others report at the same moment, so whoever reports need not wait for them.
    """
    code = holder_on(agency, as_of, register(slug))
    now_known = body_facts(slug, code, as_of=as_of, task=task)
    verdicts = Verdicts(
        rules_version=RULES_VERSION,
        as_of=as_of,
        tasks=judge_body(now_known, code),
        indicators=(),
        agencies=(),
        totals=Totals(),
    )
    return Known(now_known, verdicts)


class _Key(NamedTuple):
    slug: str
    as_of: date
    events: int
    newest: str


_cache: dict[_Key, Known] = {}
_reading, _computing = Lock(), Lock()


def _keep(key: _Key, found: Known) -> None:
    """Keep an answer, and drop what no reader will ask for again."""
    with _reading:
        for old in [old for old in _cache if (old.events, old.newest) != (key.events, key.newest)]:
            del _cache[old]
        others = [old for old in _cache if old.as_of != today()]
        for old in others[: max(0, len(others) - _KEPT + 1)]:
            del _cache[old]
        _cache[key] = found


def _trail() -> tuple[int, str]:
    """Return what changes with every event that tells something.

    The count is needed beside the newest event: on PostgreSQL a transaction may commit after one that
    began later, and then the newest event stays the same. Only the last thousands are counted, from a
    number that seldom moves: of what is older, nothing can be under way any more.
    """
    last = Event.objects.order_by("-id").values_list("id", flat=True).first() or 0
    telling = Event.objects.filter(id__gt=(last // _RECENT - 1) * _RECENT).exclude(kind__in=_QUIET)
    newest = telling.order_by("-id").values_list("commitment", flat=True).first()
    return telling.count(), newest or ""
