"""Reasons, statuses and office cells in words, in both languages."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from thuocdo.core.messages import Reason, translate
from thuocdo.evaluation.types import IndicatorStatus, OfficeCell, Status
from thuocdo.measurement.thresholds.rules import percent
from thuocdo.measurement.thresholds.types import Thresholds


def _(message: str) -> str:
    """Mark a message for translation; the catalogue is asked when it is shown."""
    return message


# A number with a noun is written {days:day|days}: English chooses, other languages write {days}.
TASK_REASONS: Mapping[str, str] = {
    "replaced": _("Replaced by {act} on {on}, before it was due."),
    "late_then_replaced": _("Late by {days:day|days}, then replaced by {act} on {on}; it was due on {due}."),
    "no_output": _("The document names no output, so nothing can prove the task."),
    "no_due": _("The document names no date, so the task cannot be late or in time."),
    "no_output_no_date": _("The document names neither an output nor a date."),
    "no_measure": _("Nobody has said yet how to tell that this task is done."),
    "no_cycle_yet": _("It recurs, and no reporting period has begun yet."),
    "members_not_named": _("No document has named who is meant by “{group}”, so nobody is late."),
    "done_in_time": _("Done in time on {on}; it was due on {due}."),
    "done_late": _("Done {days:day|days} late, on {on}; it was due on {due}."),
    "attested_in_time": _("Done in time, not open: an authorised attestation of {on}; it was due on {due}."),
    "attested_late": _(
        "Done {days:day|days} late, not open: an authorised attestation of {on}; due on {due}."
    ),
    "claimed": _("Matching evidence was filed on {since} and awaits verification."),
    "claimed_monitor_late": _(
        "Matching evidence has awaited verification for {days:working day|working days}, since {since}:"
        " the delay is the monitor’s."
    ),
    "five_parts_open": _(
        "Issued; {have} of {total} parts verified:"
        " targets, responsible head, criteria, measuring, publishing."
    ),
    "late": _("Late by {days:day|days}: due on {due}, not proved."),
    "late_nothing_filed": _("Late by {days:day|days}: due on {due}, no document has been filed."),
    "late_in_part": _("Late by {days:day|days}: due on {due}, {have} of {total} parts proved."),
    "instance_missed": _("Nothing proves period {instance}: it ended on {due}, {days:day|days} ago."),
    "risk_expected_after_due": _("The lead expects it on {expected}, after the due date {due}."),
    "risk_obstacle": _("An obstacle has been open for {days:day|days}, since {since}."),
    "risk_no_report": _("No report came in period {cycle}, which closed on {closed}."),
    "risk_milestone": _("The milestone “{name}” was due on {due} and has not been verified."),
    "risk_no_draft": _("{share} % of the time has been used and there is no draft; due on {due}."),
    "risk_no_plan": _("No plan after a whole reporting period; due on {due}."),
    "on_track": _("The last milestone due, “{name}” ({due}), has been verified."),
    "within_time": _("Due on {due}, in {days:day|days}."),
    "all_done": _("All {total} done, each in time."),
    "all_done_late": _("All {total} done, {late} of them late."),
    "some_late": _("{done} of {total} done, {some} late, the longest by {days:day|days}."),
    "some_at_risk": _("{done} of {total} done, {some} at risk; due on {due}."),
    "some_within_time": _("{done} of {total} done, {some} still have time; due on {due}."),
    "some_on_track": _("{done} of {total} done, {some} on track; due on {due}."),
    "some_claimed": _("{done} of {total} done, {some} await verification; due on {due}."),
}

CLAIM_REASONS: Mapping[str, str] = {
    "submitted_not_passed": _("Claimed, no proof: submitted, not passed."),
    "will_issue": _("Claimed, no proof: the text says it will be issued."),
    "collecting_opinions": _("Claimed, no proof: opinions are still being collected."),
    "being_drafted": _("Claimed, no proof: it is still being drafted."),
    "not_issued": _("Claimed, no proof: the text says it has not been issued."),
    "cites_programme": _("Claimed, no proof: {number} is the programme itself."),
    "wrong_instrument": _("Claimed, no proof: {number} is not the kind of document that is required."),
    "future_dated": _("Claimed, no proof: the document bears a date to come, {on}."),
    "attestation_not_allowed": _(
        "Claimed, no proof: this output is open, so an attestation does not close it."
    ),
    "no_document": _("Claimed, no proof: no document number, address or record was given."),
    "parts_missing": _("Claimed in full, but evidence was filed for {have} of {total} parts only."),
    "evidence_returned": _("Claimed, no proof: the evidence was returned."),
}

GAP_REASONS: Mapping[str, str] = {
    "gap_words_only": _("The target is in words only."),
    "gap_no_definition": _("There is no definition by which it could be counted."),
    "gap_no_baseline": _("There is no value from before the programme, so there is no path to compare with."),
    "gap_no_published_series": _("No series of values is published."),
    "gap_no_published_list": _("No list is published from which it could be counted."),
    "gap_no_rank_published": _("No ranking is published that covers it."),
    "gap_criteria_missing": _("The criteria by which it would be counted do not exist yet."),
    "gap_no_value": _("No value has been published or measured."),
    "gap_stale": _("The latest value, {value}, is of {end}: older than twice the time between two values."),
}

INDICATOR_REASONS: Mapping[str, str] = {
    **GAP_REASONS,
    "no_value_after_baseline": _(
        "{value} {unit} on {end} is the baseline; no later value has been published."
    ),
    "no_milestones": _("So small a count goes by dated milestones, and none has been registered."),
    "counting": _("No milestone is due yet."),
    "milestone_kept": _("The last milestone due, “{name}” ({due}), has been reached."),
    "milestone_missed": _("The milestone “{name}” was due on {due} and has not been reached."),
    "met": _("Met: {value} {unit} on {end}, against a target of {target}."),
    "at_target": _("At target now: {value} {unit} on {end}, against {target} by {due}."),
    "at_target_from_start": _(
        "At target from the start, and still: {value} {unit} on {end}, against {target}."
    ),
    "missed_target": _("Missed: {value} {unit} on {end}, against a target of {target}."),
    "fell_below": _("It was at target at the start ({baseline}) and no longer is: {value} {unit} on {end}."),
    "path_not_begun": _("The value is of {end}, before the path begins."),
    "path_on_track": _("{value} {unit} on {end}; the path asked for {required}: {percent} % of the way due."),
    "path_at_risk": _(
        "{value} {unit} on {end}; the path asked for {required}: only {percent} % of the way due."
    ),
    "path_late": _(
        "{value} {unit} on {end}; it should have been {required}: only {percent} % of the way due."
    ),
    "moving_away": _("It moves away from the target: {value} {unit} on {end}, from {baseline} at the start."),
    "within_noise": _(
        "The change asked for so far ({change} {unit}) is smaller than the normal change of a year ({noise})."
    ),
    "verdict_flips": _("The verdict changes when counted from the value of {end} ({value} {unit})."),
    "kept_not": _("It fell to {value} {unit} on {end}; every value has to keep the target."),
    "needs_two_years": _("Two years are needed to compare, and only one is known."),
    "below_last_year": _("Below the year before: {value} {unit} on {end}, from {old}."),
    "not_below_last_year": _("Not below the year before: {value} {unit} on {end}."),
    "row_replaced": _("Replaced by {act} on {on}."),
    "heading": _("A heading without a target of its own: {measured} of {total} sub-rows measured."),
}

MESSAGES: Mapping[str, str] = {**TASK_REASONS, **CLAIM_REASONS, **INDICATOR_REASONS}
"""Every reason that a rule can give, with its English message."""

_OWED_BY = _("{owner} owes a measure by {by}.")
_OWED_TASK = _("{owner} owes it; task {task} would close the gap.")
_OWED = _("{owner} owes it.")

_STATUS_WORDS: Mapping[Status, tuple[str, str]] = {
    Status.REPLACED: (_("Replaced"), _("A later act took its place before it was due; it is in no share.")),
    Status.NOT_MEASURABLE: (_("Not measurable"), _("No output or no due date can be named yet.")),
    Status.DONE: (_("Done"), _("Matching evidence for every part, verified by a second person.")),
    Status.CLAIMED: (_("Claimed, awaiting verification"), _("Matching evidence is filed, not yet verified.")),
    Status.LATE: (_("Late"), _("The due day has ended without matching evidence.")),
    Status.AT_RISK: (_("At risk"), _("Still in time, with a sign that it may not stay so.")),
    Status.ON_TRACK: (_("On track"), _("The last registered milestone that was due has been verified.")),
    Status.WITHIN_TIME: (_("Within time"), _("The due day has not come; nothing is known of progress.")),
}

_INDICATOR_WORDS: Mapping[IndicatorStatus, tuple[str, str]] = {
    IndicatorStatus.MET: (_("Met"), _("The value at the horizon meets the target.")),
    IndicatorStatus.AT_TARGET: (
        _("At target now"),
        _("The latest value meets the target; the horizon is ahead."),
    ),
    IndicatorStatus.ON_TRACK: (
        _("On track"),
        _("At least {on_track} % of the way that was due has been covered."),
    ),
    IndicatorStatus.AT_RISK: (
        _("At risk"),
        _("At least {at_risk} and less than {on_track} % of the way that was due has been covered."),
    ),
    IndicatorStatus.LATE: (
        _("indicator|Late"),
        _("Less than {at_risk} % of the way that was due has been covered, or it moves away."),
    ),
    IndicatorStatus.INCONCLUSIVE: (_("Inconclusive"), _("The values do not allow a verdict to stand.")),
    IndicatorStatus.NOT_MEASURABLE: (
        _("Not measurable"),
        _("A definition, a baseline or a fresh value is missing."),
    ),
    IndicatorStatus.NO_VERDICT: (_("No verdict yet"), _("No value is later than the baseline.")),
    IndicatorStatus.REPLACED: (_("Replaced"), _("A later act has dropped the row; it is in no count.")),
}

_THRESHOLD_WORDS = (
    _(
        "An indicator is on track from {on_track} % of the way due, at risk from {at_risk} %,"
        " and late below that."
    ),
    _("A task is at risk when {draft} % of its time has been used and there is no draft."),
    _("A task is at risk when an obstacle has been open for more than {days:day|days}."),
    _(
        "A task is at risk when more than {months:month|months} are left and no plan came in a whole"
        " reporting period."
    ),
)

_OFFICE_WORDS: Mapping[OfficeCell, str] = {
    OfficeCell.DONE_IN_TIME: _("Done, in time"),
    OfficeCell.DONE_LATE: _("Done, late"),
    OfficeCell.OPEN_IN_TIME: _("Not done, still in time"),
    OfficeCell.OPEN_LATE: _("Not done, past due"),
}

_DECIMAL = re.compile(r"-?\d+\.\d+")
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_VERBATIM = frozenset({"act", "number", "name", "instance", "cycle", "task", "group", "owner", "unit"})


class _Value(str):
    """A parameter that writes its own noun: format(value, "day|days") gives "1 day" or "3 days"."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        if not spec:
            return str(self)
        one, many = spec.split("|")
        return f"{self} {one if self == '1' else many}"


def sentence(reason: Reason, language: str) -> str:
    """Return the reason in words; who owes what follows as a sentence of its own."""
    params = {key: _Value(value) for key, value in _in_language(reason.params, language).items()}
    words = translate(MESSAGES[reason.code], language).format_map(params)
    if not params.get("owner"):
        return words
    owed = _OWED_BY if "by" in params else _OWED_TASK if "task" in params else _OWED
    return f"{words} {translate(owed, language).format_map(params)}"


def status_word(status: Status | str, language: str) -> str:
    """Return the word for a task's status."""
    return _word(_STATUS_WORDS[Status(status)][0], language)


def status_explanation(status: Status | str, language: str) -> str:
    """Return one sentence that explains a task's status."""
    return translate(_STATUS_WORDS[Status(status)][1], language)


def indicator_status_word(status: IndicatorStatus | str, language: str) -> str:
    """Return the word for an indicator's verdict."""
    return _word(_INDICATOR_WORDS[IndicatorStatus(status)][0], language)


def indicator_status_explanation(status: IndicatorStatus | str, language: str, thresholds: Thresholds) -> str:
    """Return one sentence that explains an indicator's verdict, with the thresholds in force."""
    words = translate(_INDICATOR_WORDS[IndicatorStatus(status)][1], language)
    return words.format(on_track=percent(thresholds.on_track_from), at_risk=percent(thresholds.at_risk_from))


def threshold_sentences(thresholds: Thresholds, language: str) -> tuple[str, ...]:
    """Return what the thresholds say, one sentence for each."""
    shown = {
        "on_track": percent(thresholds.on_track_from),
        "at_risk": percent(thresholds.at_risk_from),
        "draft": percent(thresholds.draft_share),
        "days": _Value(thresholds.obstacle_days),
        "months": _Value(thresholds.plan_months),
    }
    return tuple(translate(words, language).format_map(shown) for words in _THRESHOLD_WORDS)


def office_cell_word(cell: OfficeCell | str, language: str) -> str:
    """Return the words of a cell of the Government Office's table."""
    return translate(_OFFICE_WORDS[OfficeCell(cell)], language)


@cache
def shown_day(day: date, language: str) -> str:
    """Return a day as people write it: 30/06/2025, or 30 June 2025."""
    return day.strftime("%d/%m/%Y") if language == "vi" else f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


def _word(message: str, language: str) -> str:
    """Return a word; what stands before "|" only keeps two meanings of one English word apart."""
    return translate(message, language).rsplit("|", maxsplit=1)[-1]


def _in_language(params: Mapping[str, str], language: str) -> dict[str, str]:
    shown: dict[str, str] = {}
    for key, value in params.items():
        name, _dot, suffix = key.rpartition("_")
        if suffix in {"vi", "en"} and name:
            if suffix == language:
                shown[name] = value
        else:
            shown[key] = value if key in _VERBATIM else _shown(value, language)
    return shown


def _shown(value: str, language: str) -> str:
    if _ISO_DAY.fullmatch(value):
        return shown_day(date.fromisoformat(value), language)
    if language == "vi" and _DECIMAL.fullmatch(value):
        return value.replace(".", ",")
    return value
