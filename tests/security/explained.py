"""What each field takes that takes no free words, and why; everything else must take a sign and keep it."""

DAY = "a day or nothing: what cannot be read as one is refused and shown again"
CODE = "compared and forgotten"
ASKED = "a question to the page, which is shown again and kept nowhere"
HEADS = "STT\tTình hình\tNgày dự kiến\tCâu công khai\t{payload}"
TABLE = f"{HEADS}\n26\tworking\t{{payload}}\t{{payload}}\tx\n9999\tworking"

THRESHOLDS = ("at_risk_from", "draft_share", "obstacle_days", "on_track_from", "plan_months")

TAKES = {
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
    ("milestones", "due_on"): ("01/09/2025", DAY),
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
}
"""Fields of templates that the walk does not come to."""

CHOICES = {
    ("agency-change", "bodies"): "VPTW",
    ("agency-change", "heir"): "new",
    ("person-invite", "role"): ["auditor"],
    ("notice-wishes", "mail"): "1",
    ("tokens", "scope"): ["report"],
    ("difficulty", "asked"): "VPCP",
    ("matter", "body"): "BTC",
    ("dispute", "wished"): "done",
}
"""Choices that the first of the list would not do for."""

ASKED_FOR = {
    "draft": ("row=task+1", "row=indicator+1%402030"),
    "agency-change": ("kind=new", "kind=renamed", "kind=merged", "kind=split", "kind=part&bodies=BKHCN"),
}
"""What is added to the address of a page so that it shows a form."""
