"""What can be wrong with a composed report, each said in one sentence."""

from thuocdo.core.errors import N_

NO_QUERY = N_("“{query}” names no number; write for example tasks.done.")
NO_SET = N_("“{query}” counts nothing that is known: begin with tasks, parts, indicators, reports or bodies.")
NO_FACET = N_("“{query}” names a facet that does not exist: look it up in the list of markers.")
NO_INDICATOR = N_("“{query}” names no row of indicators: write for example value.10@2030.")
OPEN_MARKER = N_("A marker stands between curly brackets; one of the two is missing in “{sentence}”.")
LITERAL = N_("The number {number} in “{sentence}” is bound to no query; write {marker} or name its source.")
DIFFERS = N_("“{query}” is {found} here, but the snapshot says {right}.")
TWO_VALUES = N_("“{query}” is {found} here and {other} in “{place}”.")
SUM = N_("The parts of “{query}” sum to {found} here, but the whole is {right}.")
TASK_UNKNOWN = N_("“{sentence}” speaks of task {number}, which the programme does not have.")
SILENT_UNNAMED = N_("{body} has reported nothing in this period and is not named in the text.")
