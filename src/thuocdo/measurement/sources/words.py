"""The sentence of every reason: why a run failed or was held, what rows broke, why a source is late."""

from collections.abc import Mapping

from thuocdo.core.errors import N_
from thuocdo.core.messages import Reason, translate
from thuocdo.measurement.sources.types import Kind, Outcome, Rhythm, SourceState, Step

REASONS: Mapping[str, str] = {
    # what a source did
    "host_refused": N_("The host {host} is not on the list of hosts that may be asked."),
    "no_address": N_("The host {host} has no address."),
    "private_network": N_("The host {host} leads into a network that may not be asked."),
    "no_url": N_("The address of the source cannot be used."),
    "redirect": N_("The host {host} sent us to another address; redirects are not followed."),
    "no_keys": N_("The storage needs keys, written access:secret or access:secret:region."),
    "secret_refused": N_("The host {host} did not accept our credentials (answer {status})."),
    "answered": N_("The host {host} answered {status} instead of data."),
    "web_page": N_("The source answered with a web page instead of data."),
    "encoded": N_("The host {host} sent compressed data that nobody asked for."),
    "silent": N_("The host {host} was silent for {seconds} seconds."),
    "certificate": N_("The certificate of {host} is not valid."),
    "unreachable": N_("The host {host} cannot be reached."),
    "cut_off": N_("The answer ended before its end."),
    "too_large": N_("The delivery is larger than the {megabytes} MB that this source may send."),
    "too_slow": N_("The delivery took longer than this source may take."),
    "too_many_rows": N_("The delivery has more than the {rows} rows that this source may send."),
    "too_many_files": N_("The delivery has more than {most} files."),
    "ended": N_("The delivery used more than {seconds} seconds or its memory, and was ended."),
    "outside": N_("The place of the source lies outside the folder of deliveries."),
    "unreadable_file": N_("The delivery cannot be read: {said}"),
    "other_columns": N_("The file {file} has other columns than the first one."),
    "nothing": N_("The source has nothing for this month."),
    # what a delivery broke
    "missing_column": N_("The column “{column}” is missing. The delivery has: {known}."),
    "empty": N_("{rows} rows have nothing in “{column}”, which may not be empty."),
    "word": N_("{rows} rows have a word in “{column}” that is not known; known are: {words}."),
    "unreadable": N_("{rows} rows have something in “{column}” that is no {kind}."),
    "impossible": N_("{rows} rows have an impossible day in “{column}”."),
    "range": N_("{rows} rows have a number in “{column}” outside {least} to {most}."),
    "order": N_("{rows} rows have “{column}” before “{first}”."),
    "future": N_("{rows} rows have a day in “{column}” after {day}."),
    "month": N_("{rows} rows have a day in “{column}” outside {month}."),
    "duplicate": N_("{rows} rows come twice: the same {column}."),
    "stale": N_("The newest day is {day}, long before the end of {month}."),
    "extent": N_("The delivery has {rows} rows; usually it has {usual}."),
    "unit_larger": N_(
        "The usual value of “{column}” is {now}, about {times} times that of earlier months ({before}):"
        " has its unit changed?"
    ),
    "unit_smaller": N_(
        "The usual value of “{column}” is {now}, about a {times}th of that of earlier months ({before}):"
        " has its unit changed?"
    ),
    # what a measurement does
    "asking": N_("{source}, {month}: asking …"),
    "busy": N_("{source}, {month}: another run is reading it."),
    "taken_kept": N_("{source}, {month}: {rows} rows kept, {aside} set aside."),
    "taken_same": N_("{source}, {month}: nothing has changed."),
    "taken_nothing": N_("{source}, {month}: nothing there yet."),
    "taken_held": N_("{source}, {month}: held back; the last good values stay."),
    "taken_failed": N_("{source}, {month}: failed; the last good values stay."),
    "computed": N_("{source}, {month}: partial sums of {rows} rows computed."),
    "not_computed": N_("{source}, {month}: not computed. {said}"),
    "measured": N_("{metric}, {first} to {last}: {value} {unit}"),
    "measured_before": N_("{metric}, {first} to {last}: {value} {unit} (measured before)"),
    "not_recorded": N_("{metric}: not recorded. {said}"),
    # how a source stands
    "late": N_("{month} was due on {due}."),
    "stopped": N_("{month} was due on {due} and is {days} days late."),
}
KINDS: Mapping[Kind, str] = {
    Kind.FOLDER: N_("Files in a folder"),
    Kind.HTTP: N_("Address on the network (CSV or JSON)"),
    Kind.OBJECTS: N_("Object storage (S3)"),
    Kind.SHEETS: N_("Spreadsheets in a folder"),
    Kind.POSTGRESQL: N_("PostgreSQL database"),
    Kind.SDMX: N_("SDMX service"),
    Kind.PUSH: N_("The owner sends files to us"),
}
STATES: Mapping[SourceState, str] = {
    SourceState.NEW: N_("new"),
    SourceState.UP: N_("up to date"),
    SourceState.LATE: N_("late"),
    SourceState.DOWN: N_("down"),
    SourceState.PAUSED: N_("paused"),
}
OUTCOMES: Mapping[Outcome, str] = {
    Outcome.RUNNING: N_("running"),
    Outcome.KEPT: N_("kept"),
    Outcome.SAME: N_("unchanged"),
    Outcome.NOTHING: N_("nothing there"),
    Outcome.HELD: N_("held back"),
    Outcome.FAILED: N_("failed"),
}
RHYTHMS: Mapping[Rhythm, str] = {
    Rhythm.MONTHLY: N_("every month"),
    Rhythm.QUARTERLY: N_("every quarter"),
    Rhythm.YEARLY: N_("every year"),
}
STEPS: Mapping[Step, str] = {
    Step.PROPOSED: N_("waits for a second person"),
    Step.ON: N_("switched on"),
    Step.REFUSED: N_("refused"),
}


def sentence(reason: Reason, language: str) -> str:
    """Return a reason in words."""
    return translate(REASONS[reason.code], language).format(**reason.params)
