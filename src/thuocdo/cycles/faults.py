"""What can be wrong with what a body gives: one sentence each, made to be said in two languages."""

N_ = str
"""Marks a message for translation; `core.messages.fault_sentence` says it."""

# Cells of a row
EMPTY = N_("is empty")
TOO_LONG = N_("is longer than {most} characters")
SECRET = N_("carries a mark of state secrecy; this system is on a network and must not hold it")
HIDDEN_SIGN = N_("holds a NUL character")
NO_KIND = N_("must be one of {words}")
NO_COLUMN = N_("is no column of the file; see: thuocdo record --template")
NO_CELL = N_("is no cell of this form")
NOT_OF_KIND = N_("says nothing about a row of kind {kind}; leave it empty")
NO_OBSTACLE = N_("is empty, and the situation says obstacle")
NEEDED_WITH = N_("is needed with {other}")
NO_DATE = N_("“{cell}” is no date; write 12/06/2025 or 2025-06-12")
NO_DAY = N_("“{cell}” is no day of the calendar; the day stands before the month")
AMBIGUOUS = N_("“{cell}” could be thousands or decimals; write 1234, or 1,234 for a little more than one")
NO_NUMBER = N_("“{cell}” is no number; write digits with a comma before the decimals, nothing else")
NO_YES = N_("“{cell}” is neither yes nor no; write 1 or 0")
NO_FILES = N_("“{cell}” holds no ids of files; write them with a space between them, such as F-0123456789ab")
NO_WORD = N_("“{cell}” must be one of {words}")
MOST_EVIDENCE = N_("there are more than {most} pieces of evidence")

# Held against the programme
NO_PROGRAMME = N_("is empty, and not exactly one programme is loaded")
NO_TASK = N_("there is no task {task} in {programme}")
NO_BODY = N_("no body has the code {agency} today")
NO_PART_IN = N_("{agency} neither leads nor supports task {task}")
NO_COMPONENT = N_("task {task} has no part {part}; it has {parts}")
NO_COMPONENTS = N_("task {task} has no part {part}; it has none")
NO_INDICATOR = N_("there is no indicator {indicator} in {programme}")
NO_MONITOR = N_("{agency} does not monitor indicator {indicator}")
NO_CYCLE = N_("there is no cycle {cycle}; there are {cycles}")
NOT_BEGUN = N_("{cycle} has not begun")
NOT_COME = N_("{day} has not come yet")
BELOW_ZERO = N_("is less than zero")
OVERSPENT = N_("is more than was allocated ({allocated})")
CYCLE_OVER = N_(
    "{cycle} closed on {day} and takes no new report; report without a cycle, or ask the monitor to let it "
    "close later"
)
ONLY_CORRECTION = N_("{cycle} is closed; only a correction of {id} with a reason changes it")
NO_FILE = N_("your body has handed in no file {ids}")
LATER_THAN_END = N_("is later than period_end")
NO_SCOPE = N_("indicator {indicator} has no scope {scope}")
NOT_POSITIVE = N_("must be greater than zero")
NEW_VINTAGE = N_("a revised value is a new vintage: give it its own published_on")

NO_BODY_OF = N_("{name} belongs to no body.")
SAY_BODY = N_("Ask an administrator to say which it is.")

# Verifying
NO_SUCH_PART = N_("task {task} has no part {part}")
NAMES_NO_PART = N_("names no part")
NOT_BY_RULE = N_("no rule decides this part: say in a sentence why it is proved")

# Handing in, replacing, handing back
NOTHING_SAVED = N_("nothing has been saved for this task")
SAY_WHY = N_("is empty, and {id} was sent already: say why it is replaced")
AS_RETURNED = N_("is the same that was returned as {id}: change what was wrong, or leave it out")
AS_TAKEN_BACK = N_("is the same that was taken back as {id}: write it in other words")
NOT_YOURS = N_("your body has no evidence {id} that stands for task {task}")
OTHER_THING = N_("{id} is about something else (task {task})")
NAME_FAULTS = N_("a return names what is wrong")

# Days of a cycle
EARLIER = N_("is earlier than {other} ({day})")
SHORT_PREVIEW = N_("is less than {days} working days before publish_on ({day})")
REASON_TO_CLOSE = N_("is empty, and the cycle has closed or closes at once")
