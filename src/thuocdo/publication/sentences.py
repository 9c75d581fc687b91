"""The words for what publishing and verifying find: one English message per reason code."""

from thuocdo.core.messages import Reason, translate
from thuocdo.log.errors import SENTENCES

STEPS = (
    "The folder and its manifest can be read.",
    "The signatures hold.",
    "Every file is the one that was signed; none is missing and none is extra.",
    "facts.json can be read, and its rules are known here.",
    "Every status, verdict and total is the one that the rules give.",
    "Every page shows these statuses.",
    "Illustrative data is marked.",
    "What cannot be recomputed, and the corrections, are listed.",
    "The log only grew, and this publication stands in it.",
)
"""The steps of `verify`, numbered from 1 as in docs/verify.md."""

OUTCOMES = {
    "passed": "passed",
    "failed": "failed",
    "skipped": "not checked, because an earlier step failed",
    "absent": "this publication has no log",
}

GAP_KINDS = {
    "task": "tasks",
    "evidence": "pieces of evidence",
    "observation": "values",
    "head": "heads of bodies",
    "turn": "turns of bodies that were asked",
}

MESSAGES = {
    # step 1
    "unreadable": "cannot be read: {why}",
    "not_there": "is missing",
    # step 2
    "bad_signature": "the signature of key {key} does not belong to this manifest",
    "key_out_of_time": "key {key} is not valid on {as_of}",
    "key_lost_before": "key {key} was lost or stolen: it counts only for publications logged before "
    "entry {number}",
    "key_for_other_purpose": "key {key} may not sign this: demo keys sign only illustrative data, "
    "production keys never do",
    "too_few_signatures": "{counted} trusted signatures count, {threshold} are needed",
    "unknown_key": "key {key} signed and is not in the trust file; its signature does not count",
    "key_not_pinned": "key not pinned: the folder is whole, but only a trust file says whose it is "
    "(--trust trust.json)",
    # step 3
    "extra": "is not named in the manifest",
    "symlink": "is a link or a special file, not a plain file",
    "too_many": "holds more than {limit} files",
    "too_deep": "is nested too deeply",
    "size_differs": "has {found} bytes, {signed} were signed",
    "digest_differs": "was changed after it was signed (its SHA-256 differs)",
    "sums_differ": "does not match the manifest",
    "copy_differs": "is a compressed copy that does not hold what {file} holds",
    "still_there": "was taken away by entry {number} of the log, and is still there",
    "taken_down": "was taken away by entry {number} of the log: {reason} ({document})",
    "earlier_missing": "the publication before, with the manifest {digest}, is not kept here as it was",
    # steps 4 and 5
    "thresholds_chosen": "thresholds that the office chose, the standard in brackets: {chosen}",
    "rules_failed": "the rules cannot be applied: {why}",
    "table_unreadable": "is no table that can be read: {why}",
    "table_too_large": "is far larger than the table that the rules give",
    "bytes_differ": "is spelled differently from what the rules give",
    "row_missing": "the row is missing; the rules give it",
    "row_extra": "the row is published; the rules do not give it",
    "field_differs": "published {published}, recomputed {recomputed}",
    "and_more": "and {count} more differences",
    "set_not_known": "scores by a set that does not come with this program: {set}, version {version}, "
    "SHA-256 {sha256}",
    "not_recomputed": "is published and not recomputed: only its SHA-256 was checked",
    "described_elsewhere": "the describing files were made by version {made} of their form and this program "
    "knows version {known}: they were held against their digests only",
    "text_missing": "is missing: facts.json holds a written metric, and its text has to be published",
    # steps 6 and 7
    "page_unknown": "shows a status of something that the facts do not hold",
    "page_missing": "has no page of its own with its status (language: {language})",
    "page_unmarked": "does not carry the mark MINH HOẠ / ILLUSTRATIVE",
    "records_unmarked": "illustrative records stand in a publication that is not marked illustrative",
    # step 8
    "corrections_differ": "lists {listed} corrections and removals; the log told {logged} before, and they "
    "are not the same",
    "correction_not_made": "entry {entry} of the log corrects it to {logged}, and {found} is published",
    "correction_of_nothing": "entry {entry} of the log says that {logged} was published, and it was {found}",
    "correction_not_shown": "does not show the correction of entry {entry}",
    # step 9
    "log_missing": "is missing, and a log is expected here (pinned, or kept from before)",
    "not_logged": "this manifest stands in none of the log's {size} entries",
    "logged_as": "stands in the log as entry {number} of {size}",
    "log_newer": "the log knows a newer publication (entry {number}): this one is not the last",
    "log_key_not_pinned": "the log's key is not pinned: it only grew, but only a trust file says whose it is",
    "log_witnessed": "signed by the witnesses {names}",
    "log_without_witnesses": "no witness signed: only those who keep checkpoints can see a rewritten past",
    "method_other": "was computed by another method than this program's: digests {formula} and {queries}",
    "text_not_logged": "is not the method that entry {entry} of the log names: the digest of its text, of "
    "its statement or its number differs",
    # publishing
    "as_of_in_future": "the day {as_of} has not come yet ({today})",
    "unknown_task": "speaks of task {task}, which the programme does not have",
    "unknown_indicator": "speaks of indicator {code}, which the programme does not have",
    "unknown_agency": "speaks of body {agency}, which the register does not have",
    "twice": "stands twice",
    "verified_without_person": "is verified, but nobody is named who verified it",
    "nothing_reported": "no evidence and no report is in this publication",
    "received_after_as_of": "{count} records were received after the day of the publication and are in "
    "facts.json all the same",
    "illustrative_without_records": "it is marked illustrative, but no record is",
    "taken_away_again": "its content was taken away by entry {number} of the log: change the record first",
    # what cannot be recomputed
    "person_decides": "a person decides whether the output is there",
    "not_open": "the output may not be shown; an authorised body attested it",
    "verified_by_person": "a second person compared the evidence with the required output",
    "entered_by_people": "two people entered it by the act that it names",
    "between_bodies": "what bodies said to each other is not public; when and how it ended is given",
    "value_reported": "the value was reported by the agency",
    "value_measured": "the value was counted from rows of registers that are not published",
    "value_outside": "the value was taken from an outside index",
}


def sentence(reason: Reason, language: str) -> str:
    """Return the reason in words."""
    message = MESSAGES.get(reason.code) or SENTENCES[reason.code]
    return translate(message, language).format(**reason.params).removesuffix(".")
