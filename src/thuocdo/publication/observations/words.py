"""Everything that can be wrong with a file of observations, one sentence each."""

from thuocdo.core.errors import N_

NO_COLUMN = N_("there is no column “{name}”; name it in the first line")
TWICE = N_("this column stands there twice; keep one")
UNKNOWN = N_("this column is not known; rename it to one of {known}, or leave it out")
NOT_UTF8 = N_("the file is not written in UTF-8; save it as “CSV UTF-8”")
NO_CSV = N_("the line is no CSV ({why}); put quotation marks around text that holds the separator")
NO_ROWS = N_("there is no line with a value; add one below the names of the columns")
LARGE = N_("the file is larger than {most} MB; divide it")
CELLS = N_("the line has {count} cells, the first line names {columns}; add or drop cells")
EMPTY = N_("nothing stands here; every line needs it")
NUMBER = N_("“{value}” is no number; write digits with “{mark}” for decimals and no sign for thousands")
PERIOD = N_("“{value}” is no period; write 2025, 2025-Q2, 2025-07 or 2025-07-31")
SAID = N_("“{value}” is neither yes nor no; write true or false, or A for normal and P for provisional")
ACTION = N_("“{value}” would take values away; a data set is always given whole")
REPEATED = N_("this indicator, area and period stand on line {first} already; keep one of the two lines")
UNIT = N_("the unit is “{value}”, on line {first} it is “{other}”; an indicator has one unit")
NAME = N_("“{code}” is called “{value}” here and “{other}” on line {first}; a code has one name")
LONG = N_("the text has more than {most} characters; shorten it")
MORE = N_("and {count} more faults; mend these first")
