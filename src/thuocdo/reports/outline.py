"""The outline used in practice, in the words of its sections; markers stand where numbers go."""

from collections.abc import Mapping


def _(message: str) -> str:
    """Mark a message for translation; the catalogue is asked when it is shown."""
    return message


REPORT = _("REPORT")
SUBJECT = _("Results of carrying out the {programme} ({act}), reporting period {cycle}")
SUBJECT_BODY = _("Results of {body} in carrying out the {programme} ({act}), reporting period {cycle}")

LEADERSHIP, RESULTS, INDICATORS = "leadership", "results", "indicators"
SHORTCOMINGS, NEXT, PROPOSALS = "shortcomings", "next", "proposals"
MONEY, ASSESSMENT, CAUSES = "money", "assessment", "causes"

TITLES: Mapping[str, str] = {
    LEADERSHIP: _("LEADERSHIP AND DIRECTION"),
    RESULTS: _("RESULTS BY GROUP OF TASKS"),
    INDICATORS: _("RESULTS AGAINST THE INDICATORS"),
    SHORTCOMINGS: _("SHORTCOMINGS AND CAUSES"),
    NEXT: _("TASKS OF THE NEXT PERIOD"),
    PROPOSALS: _("PROPOSALS"),
    MONEY: _("Money and disbursement"),
    ASSESSMENT: _("Overall assessment"),
    CAUSES: _("Causes"),
}

PERIOD = _(
    "This report covers period {cycle}, from {from} to {until}. Statuses are computed from evidence that"
    " had been received by the end of {as_of}; what a body says of itself counts as a claim until a second"
    " person has verified its evidence."
)
AMENDED = _("Besides {act}, these acts have been read in: {acts}.")
REPORTING = _(
    "In this period, bodies that owed reports: {bodies}. Reported on all their tasks: {bodies.complete};"
    " on a part: {bodies.partly}; on none: {bodies.silent}."
)
RECEIVED = _(
    "Reports on single tasks: {sent.received} of {sent} received ({sent.received/sent}), of which"
    " {sent.received_late} after the due day; verified: {sent.verified}; still missing: {sent.missing}."
)
SILENT = _("Bodies that have reported nothing in this period: {names}.")
NONE_SILENT = _("No body that owed a report was silent for the whole period.")

OVERALL = _(
    "Tasks in force: {all}, of which {all.once} end once and {all.recurring} recur. By evidence, done:"
    " {all.done} ({all.done/all}); reported as done and awaiting verification: {all.claimed}; late:"
    " {all.late}; at risk: {all.at_risk}; on track: {all.on_track}; within time: {all.within_time}; not"
    " measurable yet: {all.not_measurable}. Done within this period: {all.done_in_period}."
)
CELLS = _(
    "Of the tasks that end once, done in time: {tasks.once.done_in_time}; done late: {tasks.once.done_late};"
    " not done, still in time: {tasks.once.open_in_time}; not done, past due: {tasks.once.open_late}."
)
REPLACED = _("Tasks that a later act has replaced and that are in no count: {replaced}.")
DUE_PARTS = _("Tasks whose due day has passed: {all.due}; done in time: {all.due_in_time}.")
BY_THEME = _("Tasks by group and status")
THEME = _(
    "Tasks: {here}. Done: {here.done}; awaiting verification: {here.claimed}; late: {here.late}; at risk:"
    " {here.at_risk}; on track: {here.on_track}; within time: {here.within_time}; not measurable yet:"
    " {here.not_measurable}. Done within this period: {here.done_in_period}."
)
NO_TASKS = _("No task of this group falls to this body.")
DONE_ITEM = _("Task no. {number} ({name}): {documents}.")
DONE_PLAIN = _("Task no. {number} ({name}).")
DONE_LIST = _("Done in this period, by verified evidence:")
QUOTED_LIST = _("As the bodies themselves report:")
QUOTE = _("“{sentence}” ({sources})")
QUOTE_SOURCE = _("{body}, task no. {numbers}, report of {day}")
QUOTE_OTHERS = _("and other bodies")
NOW = _("{body} (now {holder})")
MORE = _("The other entries stand in the annexes.")

MONEY_LINE = _("As last reported, in million VND: allocated {money_in}, disbursed {money_out}.")
NO_MONEY = _("No body has reported money for its tasks.")

INDICATOR_LINE = _(
    "Rows of indicators: {indicators}, of which {indicators.heading} only head others. Met:"
    " {indicators.met}; at target now: {indicators.at_target}; on track: {indicators.on_track}; at risk:"
    " {indicators.at_risk}; late: {indicators.late}; inconclusive: {indicators.inconclusive}; no verdict"
    " yet: {indicators.no_verdict}; not measurable: {indicators.not_measurable}; dropped by a later act:"
    " {indicators.replaced}."
)
INDICATOR_OTHERS = _("Indicators are measured for the whole programme; this body monitors those listed.")
NO_INDICATORS = _("This body monitors no indicator.")
INDICATOR_ANNEX = _("Each row with its target, value and verdict stands in the annex of indicators.")

LATE_LINE = _(
    "Late tasks: {all.late} ({all.late/all}); at risk: {all.at_risk}; reported as done without matching"
    " evidence: {all.claimed_without_proof}."
)
LATE_LIST = _("Late, with the reason that the rules give:")
LATE_ITEM = _("Task no. {number} ({name}; {leads}): {reason}")
WAITING = _(
    "Pieces of evidence on file: {evidence_here}; verified by a second person: {evidence_here.accepted}."
)
OBSTACLES = _("Obstacles, in the words of the bodies:")

NEXT_LINE = _(
    "Tasks not done yet that are due from the day of this snapshot to {next_until}: {all.due_next}. Besides"
    " these, {all.late} late tasks have to be finished first."
)
NEXT_TABLE = _("Tasks due by the end of the next period")
PROMPT = _("[This part is written by the office that composes the report.]")

NUMBER, TASK, LEAD, OUTPUT = _("report|No."), _("Task"), _("Lead"), _("Required output")
DEADLINE, STATUS, EVIDENCE = _("Deadline"), _("Status by evidence"), _("Evidence, remarks")
GROUP, TOTAL = _("Group"), _("Total")
INDICATOR, TARGET, VALUE = _("Indicator"), _("Target"), _("Latest value")
REQUIRED, VERDICT, REMARK = _("Required by now"), _("Verdict"), _("Remarks")
BODY, OWED, RECEIVED_HEAD = _("Body"), _("Owed"), _("report|Received")
VERIFIED_HEAD, RETURNED_HEAD = _("report|Verified"), _("report|Returned")
LATE_HEAD, MISSING_HEAD = _("report|Late"), _("report|Missing")
QUERY, SHOWN, PLACES = _("Query"), _("report|Value"), _("Where it stands")

ANNEX_TASKS = _("Tasks, with their status by evidence")
ANNEX_INDICATORS = _("Indicators, with their verdict")
ANNEX_CENTRAL = _("Reports of ministries and central bodies")
ANNEX_PROVINCES = _("Reports of provinces and cities")
ANNEX_REFERENCES = _("References: where each number of the text comes from")
ANNEX = _("Annex {number}")
REFERENCE_NOTE = _("Snapshot of {as_of}; SHA-256 of facts.json: {digest}")
