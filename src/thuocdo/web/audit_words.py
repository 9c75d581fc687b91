"""What each kind of event is called in words; a kind that no table knows is shown as its code."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from thuocdo.evaluation.reasons import shown_day
from thuocdo.web.accounts import PERMISSIONS, ROLES
from thuocdo.web.language import N_, language
from thuocdo.web.language import words as _

ACTS: Mapping[str, str] = {
    "logged_in": N_("Logged in"),
    "logged_out": N_("Logged out"),
    "log_in_failed": N_("A log-in failed"),
    "password_changed": N_("Changed the password"),
    "sessions_ended": N_("Ended sessions"),
    "factor_added": N_("Added a second factor"),
    "factor_removed": N_("Removed a second factor"),
    "recovery_codes_made": N_("Made recovery codes"),
    "recovery_code_used": N_("Used a recovery code"),
    "identity_linked": N_("Linked the account to the identity provider"),
    "identity_unlinked": N_("Ended the link to the identity provider"),
    "person_added": N_("Added a person"),
    "person_invited": N_("Invited a person"),
    "person_reset": N_("Reset a person's account"),
    "invitation_accepted": N_("Accepted the invitation"),
    "roles_changed": N_("Changed a person's roles"),
    "person_deactivated": N_("Closed an account"),
    "person_reactivated": N_("Opened an account again"),
    "delegation_given": N_("Lent a permission"),
    "delegation_revoked": N_("Took a lent permission back"),
    "token_created": N_("Made a token for a machine"),
    "token_revoked": N_("Ended a machine's token"),
    "draft_saved": N_("Saved a draft"),
    "draft_discarded": N_("Threw a draft away"),
    "batch_saved": N_("Saved many rows at once"),
    "batch_undone": N_("Undid a saving of many rows"),
    "columns_remembered": N_("Said what the columns of a sheet mean"),
    "file_received": N_("Handed in a file"),
    "quarantine_removed": N_("Removed rows that were set aside long ago"),
    "file_removed": N_("Removed a file that nothing used"),
    "handed_in": N_("Handed in a report"),
    "panel_received": N_("Got the receipt of a report"),
    "cycle_opened": N_("Opened a reporting period"),
    "cycle_changed": N_("Changed the days of a reporting period"),
    "thresholds_proposed": N_("Proposed thresholds"),
    "thresholds_approved": N_("Approved thresholds"),
    "thresholds_refused": N_("Refused proposed thresholds"),
    "metric_proposed": N_("Proposed a version of a metric"),
    "metric_approved": N_("Approved a version of a metric"),
    "metric_refused": N_("Refused a version of a metric"),
    "metric_logged": N_("Entered the method of a metric in the log"),
    "report_begun": N_("Began a six-month report"),
    "report_saved": N_("Saved a six-month report"),
    "report_frozen": N_("Froze a six-month report"),
    "report_discarded": N_("Threw a six-month report away"),
    "publication_proposed": N_("Prepared a publication"),
    "publication_confirmed": N_("Confirmed a publication"),
    "publication_signed": N_("Brought a signature over a publication"),
    "publication_released": N_("Released a publication"),
    "publication_withdrawn": N_("Withdrew a publication"),
    "correction_proposed": N_("Proposed to correct a published value"),
    "correction_confirmed": N_("Confirmed a correction of a published value"),
    "correction_withdrawn": N_("Withdrew a correction that was proposed"),
    "correction_logged": N_("Logged a correction of published values"),
    "file_taken_away": N_("Took a published file away"),
    "source_proposed": N_("Proposed a source of measurement"),
    "source_switched_on": N_("Switched a source of measurement on"),
    "source_refused": N_("Refused a version of a source"),
    "source_paused": N_("Paused a source"),
    "source_resumed": N_("Had a source asked again"),
    "source_secret_set": N_("Kept a source's secret"),
    "source_stopped": N_("A source stopped delivering"),
    "delivery_kept": N_("Took in a delivery of source data"),
    "delivery_held": N_("Held a delivery of source data back"),
    "delivery_failed": N_("Could not take in a delivery of source data"),
    "delivery_pushed": N_("Got a delivery from its owner"),
    "value_measured": N_("Measured a value"),
    "set_proposed": N_("Proposed a criteria set"),
    "set_frozen": N_("Froze a criteria set"),
    "set_refused": N_("Refused a criteria set"),
    "experts_named": N_("Named the experts of a criteria set"),
    "office_values_given": N_("Handed in values for an assessment"),
    "assessment_opened": N_("Opened a self-assessment"),
    "assessment_saved": N_("Saved a self-assessment"),
    "assessment_handed_up": N_("Handed a self-assessment up to the head"),
    "assessment_taken_back": N_("Took a self-assessment back"),
    "assessment_submitted": N_("Handed in a self-assessment"),
    "assessment_looked": N_("Saved a verification of an assessment"),
    "assessment_scored": N_("Scored an assessment as an expert"),
    "assessment_verified": N_("Verified an assessment"),
    "assessment_disputed": N_("Disputed an assessment"),
    "assessment_withdrawn": N_("Withdrew the dispute of an assessment"),
    "assessment_answered": N_("Answered the dispute of an assessment"),
    "assessment_accepted": N_("Accepted the result of an assessment"),
    "assessment_closed": N_("Closed an assessment after the days of dispute"),
    "assessment_note": N_("Attached a note to a result"),
    "bodies_reminded": N_("Reminded bodies"),
    "message_revived": N_("Sent a stuck message again"),
    "notices_chosen": N_("Chose how to be told"),
    "subscription_made": N_("Subscribed to events"),
    "subscription_ended": N_("Ended a subscription to events"),
    "subscription_rotated": N_("Made a new secret for a subscription"),
    "register_loaded": N_("Loaded the register of bodies"),
    "agencies_added": N_("Added bodies to the register"),
    "bodies_changed": N_("Changed bodies: new, renamed, merged, split or a part moved"),
    "head_proposed": N_("Proposed who heads a body"),
    "head_confirmed": N_("Confirmed who heads a body"),
    "head_refused": N_("Refused who would head a body"),
    "members_designated": N_("Named the members of a group"),
    "programme_adopted": N_("Adopted a programme"),
    "version_adopted": N_("Adopted a new version of a programme"),
    "words_adopted": N_("Adopted words of a programme"),
    "draft_taken_in": N_("Took in a document"),
    "draft_step": N_("Decided a line of a document"),
    "draft_scope": N_("Said how much of the programme a document replaces"),
    "draft_finished": N_("Finished reviewing a document"),
    "draft_adopted": N_("Adopted a document"),
    "trail_exported": N_("Exported the audit trail"),
}
"""Kinds that are one word of their own."""

THINGS: Mapping[str, str] = {
    "report": N_("Report"),
    "evidence": N_("Evidence"),
    "milestone": N_("Milestone"),
    "observation": N_("Value of an indicator"),
    "dispute": N_("Dispute"),
    "extension": N_("Request for a later deadline"),
    "difficulty": N_("Difficulty"),
    "proposal": N_("Proposal"),
    "note": N_("Note to the public page"),
    "designation": N_("Proposed names of bodies"),
}
MOVES: Mapping[str, str] = {
    "saved": N_("handed back to the reporter"),
    "handed_back": N_("handed back to the reporter"),
    "submitted": N_("submitted to the head"),
    "sent": N_("sent"),
    "loaded": N_("loaded"),
    "opened": N_("opened"),
    "returned": N_("returned by the verifier"),
    "verified": N_("verified"),
    "corrected": N_("corrected"),
    "withdrawn": N_("withdrawn"),
    "solved": N_("solved"),
    "refused": N_("refused"),
    "passed": N_("passed on"),
    "upheld": N_("upheld"),
    "not_upheld": N_("not upheld"),
    "granted": N_("granted"),
    "replaced": N_("replaced"),
    "confirmed": N_("confirmed"),
}
"""Kinds of two words: what was moved, and where to."""

DETAILS: Mapping[str, str] = {
    "for": N_("in the name of"),
    "task": N_("task"),
    "cycle": N_("period"),
    "agency": N_("body"),
    "bodies": N_("bodies"),
    "takers": N_("taken over by"),
    "starts": N_("new body"),
    "day": N_("takes effect"),
    "ordered_by": N_("ordered by"),
    "tasks_led": N_("tasks led"),
    "tasks_supported": N_("tasks supported"),
    "indicators": N_("indicators"),
    "people": N_("accounts"),
    "tokens": N_("machine tokens"),
    "permission": N_("permission"),
    "to": N_("to"),
    "roles": N_("roles"),
    "scopes": N_("scopes"),
    "before": N_("before"),
    "after": N_("after"),
    "reason": N_("reason"),
    "starts_on": N_("from"),
    "ends_on": N_("until"),
    "due_on": N_("due"),
    "closes_on": N_("closes"),
    "preview_on": N_("preview from"),
    "publish_on": N_("publication"),
    "applies_from": N_("applies from"),
    "proposed_by": N_("proposed by"),
    "on_track_from": N_("on track from"),
    "at_risk_from": N_("at risk from"),
    "draft_share": N_("share of time without a draft"),
    "obstacle_days": N_("days of an obstacle"),
    "plan_months": N_("months without a plan"),
    "step": N_("step"),
    "factor": N_("second factor"),
    "sessions": N_("sessions"),
    "state": N_("state"),
    "version": N_("version"),
    "count": N_("how many"),
    "rows": N_("rows"),
    "size": N_("bytes"),
    "person": N_("person"),
    "event": N_("kind"),
    "thing": N_("thing"),
}
"""What of an event's body is shown: nothing that stands not here, so that no later field slips out."""

_LONGEST = 200
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NAMED: Mapping[str, str] = {
    **{permission.value: words for permission, words in PERMISSIONS.items()},
    **{role.value: words for role, words in ROLES.items()},
}


def act(kind: str) -> str:
    """Return what an event did, in words; an unknown kind as its code."""
    if kind in ACTS:
        return _(ACTS[kind])
    thing, _line, move = kind.partition("_")
    if thing in THINGS and move in MOVES:
        return f"{_(THINGS[thing])}: {_(MOVES[move])}"
    return kind


def kinds() -> list[tuple[str, str]]:
    """Return all kinds that have words, in the order of the words."""
    moves = (f"{thing}_{move}" for thing in THINGS for move in MOVES if _fits(thing, move))
    return sorted(((kind, act(kind)) for kind in (*ACTS, *moves)), key=lambda pair: pair[1].casefold())


def details(body: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return what an event's body adds, by the words of its fields."""
    own = {name: value for name, value in body.items() if name not in {"kind", "on", "by", "at"}}
    return [(_(DETAILS[name]), text) for name, text in _flat(own) if text]


def _flat(body: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in body.items():
        if name not in DETAILS:
            continue
        if isinstance(value, Mapping):
            inner = (
                f"{_(DETAILS.get(str(key), str(key)))} {_said(each)}"
                for key, each in value.items()
                if each is not None
            )
            yield name, ", ".join(inner)[:_LONGEST]
        elif isinstance(value, list):
            yield name, ", ".join(map(_said, value))[:_LONGEST]
        elif value is not None:
            yield name, _said(value)[:_LONGEST]


def _said(value: object) -> str:
    """Return a value as people say it: a role or permission by its name, a day as it is written."""
    text = str(value)
    if text in _NAMED:
        return _(_NAMED[text])
    try:
        return shown_day(date.fromisoformat(text), language()) if _DAY.fullmatch(text) else text
    except ValueError:
        return text


_RECORDS = frozenset({"report", "evidence", "milestone", "observation"})
_OF_RECORDS = frozenset({"saved", "submitted", "sent", "returned", "verified", "corrected", "withdrawn"})


def _fits(thing: str, move: str) -> bool:
    """Say whether a choice of the list makes sense: records are verified, matters are answered."""
    if thing in _RECORDS:
        return move in _OF_RECORDS
    return move in {"opened", "sent", "withdrawn"} or move not in _OF_RECORDS | {"loaded", "handed_back"}
