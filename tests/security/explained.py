"""What each field takes that takes no free words, and why; everything else must take a sign and keep it."""

from tests.factories.assessed import SMALL
from tests.factories.written import file as metric_file

DAY = "a day or nothing: what cannot be read as one is refused and shown again"
CODE = "compared and forgotten"
ASKED = "a question to the page, which is shown again and kept nowhere"
HEADS = "STT\tTình hình\tNgày dự kiến\tCâu công khai\t{payload}"
TABLE = f"{HEADS}\n26\tworking\t{{payload}}\t{{payload}}\tx\n9999\tworking"

THRESHOLDS = ("at_risk_from", "draft_share", "obstacle_days", "on_track_from", "plan_months")

NUMBERS = {
    ("assessment-form", "v-asked"): "12",
    ("assessment-form", "v-done"): "9",
    ("assessment-check", "v-asked"): "12",
    ("assessment-check", "v-done"): "8",
    ("assessment-check", "o-heard"): "40",
    ("assessment-check", "o-content"): "30",
    ("assessment-expert", "v-judged"): "7",
}
"""Fields of assessments that take a number only."""

SET = SMALL.replace("set: thu-nghiem", "set: thu-{n}").replace("vi: Bộ thử nghiệm", "vi: '{payload}'")

METRIC = metric_file("11.1-zq-{n}", name="ZQ").replace('"ZQ"', "'{payload}'")

WIZARD = {
    "place": ("zq/{month}/{payload}", "a path with the month"),
    "first": ("2025-01", "a month"),
    "month": ("2025-03", "a month"),
    "delimiter": (";", "one sign"),
    **dict.fromkeys(("days", "grace", "hours", "tolerance", "seconds", "megabytes"), ("5", "a number")),
    "rows": ("1000", "a number"),
    "words-method": ("{payload} = cash", "a line of words"),
    **{
        f"constant-{name}": ("", "a column comes from the source or is one value")
        for name in ("agency", "institution", "method", "transactions", "amount")
    },
    **{f"factor-{name}": ("", "a number or nothing") for name in ("transactions", "amount")},
}
"""The fields of the wizard of a source, for a table of payments."""

TAKES = {
    **{(page, name): told for page in ("source-new", "source-edit") for name, told in WIZARD.items()},
    **{key: (value, "a number") for key, value in NUMBERS.items()},
    ("criteria-propose", "judges_from"): ("2026-01-01", DAY),
    ("criteria-propose", "judges_until"): ("2026-12-31", DAY),
    ("criteria-propose", "text"): (SET, "a criteria set; its title carries the sign"),
    ("criteria-set", "experts"): ("hoi", "log-in names"),
    ("metric-new", "text"): (METRIC, "the file of a metric; its name carries the sign"),
    ("agency-change", "on"): ("1/7/2025", DAY),
    ("agency-change", "document_on"): ("17/6/2025", DAY),
    ("agency-change", "document"): ("Nghị quyết số 176/2025/QH15 {payload}", "a line with an act"),
    ("agency-change", "code"): ("ZQ{n}", "a code: capital letters and figures"),
    ("agency-change", "statistics_code"): ("", "two figures, of a province only"),
    ("agency-change-act", "typed"): ("{word}", CODE),
    ("compare", "as_of"): ("2025-06-20", DAY),
    ("cycle", "closes_on"): ("2025-06-20", DAY),
    ("cycle", "preview_on"): ("2025-06-20", DAY),
    ("cycle", "publish_on"): ("2025-06-30", DAY),
    ("delegations", "starts_on"): ("2025-06-20", DAY),
    ("delegations", "ends_on"): ("2025-06-25", DAY),
    ("designation", "on"): ("02/06/2025", DAY),
    ("extension", "wished_on"): ("31/12/2026", DAY),
    ("grid-save", "expected_on-*"): ("01/09/2025", DAY),
    ("grid-save", "issued_on-*"): ("", DAY),
    ("grid-save", "obstacle_since-*"): ("01/06/2025", DAY),
    ("heads", "since"): ("1/3/2025", DAY),
    ("heads", "until"): ("", DAY),
    ("heads", "document"): ("Quyết định số 12/QĐ-TTg ngày 02/6/2025 {payload}", "a line with an act"),
    ("heads", "until_document"): ("", "a line with an act"),
    ("heads", "person"): ("Người Minh Hoạ", "a name of a person: letters, without signs"),
    ("milestones", "due_on"): ("01/09/2025", DAY),
    ("publications", "as_of"): ("2025-06-20", DAY),
    ("publications", "publish_on"): ("", DAY),
    ("publications", "publish_time"): ("07:30", "a time of day or nothing"),
    ("reports", "as_of"): ("2025-06-20", DAY),
    ("report", "as_of"): ("2025-06-20", DAY),
    ("report", "dated"): ("", DAY),
    ("thresholds", "applies_from"): ("2026-01-01", DAY),
    **{("thresholds", name): (None, "a number; the page fills in the one that holds") for name in THRESHOLDS},
    ("thresholds", "plan_months"): ("7", "a number"),
    ("thresholds", "typed"): ("{word}", CODE),
    ("tokens", "ends_on"): ("2025-12-30", DAY),
    ("grid-paste", "text"): (TABLE, "a table: each of its cells carries the sign"),
    ("grid-paste", "type-*-task"): ("139", "the number of a task"),
    ("grid-paste", "start_task"): ("", "the number of a task; with heads in the table it is not read"),
    ("notice-wishes", "address"): ("zq@bo.example", "an address of e-mail"),
    ("person-invite", "username"): ("khach-moi", "a log-in name: small letters, figures and dashes"),
    ("person-close", "typed"): ("khong", CODE),
    ("person-reset", "typed"): ("khong", CODE),
    ("person-roles", "typed"): ("khong", CODE),
    ("security-app", "code"): ("000000", CODE),
    ("drafts", "slug"): ("mau", "a word of an address: small letters, figures and dashes"),
    ("draft-bodies", "code-*"): (None, "a code: letters, figures and dashes; the page proposes one"),
    ("draft-number", "number"): ("1", "the number of a row of the programme"),
    ("draft-number", "follows"): ("1", "the number of a row of the act"),
    ("designation", "document"): ("Quyết định số 12/QĐ-TTg ngày 02/6/2025 {payload}", "a line with an act"),
    ("grid-paste", "type-*-expected_on"): ("01/09/2025", DAY),
    ("draft-step", "code"): ("99", "the number of a row"),
    ("draft-step", "horizon"): ("2030", "a year"),
}  # fmt: skip
"""What is typed into a field that takes a grammar, with the reason; `{payload}` in it is the sign.

`{word}` is the word that the field's own label asks for, and None stands for what the page fills in.
"""

SHOWN_AGAIN = {
    ("audit", "nguoi"): ASKED,
    ("audit", "viec"): ASKED,
    ("audit", "tu"): ASKED,
    ("audit", "den"): ASKED,
    ("measured", "mark"): ASKED,
    ("people", "q"): ASKED,
    ("agencies", "q"): ASKED,
    ("log-in", "username"): "a log-in name that nobody has is shown again and kept nowhere",
    (
        "security-key",
        "name",
    ): "kept with the answer of a key; a test of its own shows it",
    ("letter", "text"): "a letter goes to the sender's own printer and is kept nowhere",
}
"""Fields whose sign comes back on the page and is kept nowhere."""

NOT_DRAWN = {
    "security-second.html:23": "the code of a second factor, compared and forgotten; posted to directly",
    "draft.html:43": "the day of effect, on a draft that two people have finished; posted to directly",
    "correcting.html:27": "why a correction is withdrawn, with one on its way; posted to directly",
    "correcting.html:36": "the row of a correction, where something is published; posted to directly",
    "correcting.html:37": "the column of a correction, where something is published; posted to directly",
    "correcting.html:38": "the right value of a correction, where something is published; posted to directly",
    "correcting.html:39": "what was wrong of a correction, where something is published; posted to directly",
    "correcting.html:40": "the document of a correction, where something is published; posted to directly",
    "correcting.html:41": "its day of a correction, where something is published; posted to directly",
    "publishing.html:43": "the word of a second person, with a publication on its way; posted to directly",
    "publishing.html:52": "signatures of key holders over it; posted to directly",
    "publishing.html:60": "why it is withdrawn; posted to directly",
    "publishing.html:71": "a sentence to a warning, where the day has one; posted to directly",
}
"""Fields of templates that the walk does not come to."""

CHOICES = {
    ("source-new", "owner"): "BKHCN",
    ("source-new", "table"): "payments",
    ("source-new", "kind"): "folder",
    ("assessment-check", "e-A1"): "no",
    ("assessment-check", "e-A2"): "no",
    ("agency-change", "bodies"): "VPTW",
    ("agency-change", "heir"): "new",
    ("person-invite", "role"): ["auditor"],
    ("notice-wishes", "mail"): "1",
    ("tokens", "scope"): ["report"],
    ("difficulty", "asked"): "VPCP",
    ("matter", "body"): "BTC",
    ("heads", "agency"): "BTC",
    ("dispute", "wished"): "done",
}
"""Choices that the first of the list would not do for."""

ASKED_FOR = {
    "draft": ("row=task+1", "row=indicator+1%402030"),
    "agency-change": ("kind=new", "kind=renamed", "kind=merged", "kind=split", "kind=part&bodies=BKHCN"),
}
"""What is added to the address of a page so that it shows a form."""
