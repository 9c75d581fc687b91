"""What a notice says, in the person's language: the first sentence says what to do."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from thuocdo.core.messages import translate
from thuocdo.cycles.notices.types import Notice, Occasion

_LISTED = 12
"""Names or numbers in a sentence; of more, the rest is counted."""

_SUBJECT = 120


def _(message: str) -> str:
    """Mark a message for translation; it is looked up when it is shown."""
    return message


_AHEAD, _TOMORROW, _TODAY, _PAST = "ahead", "tomorrow", "today", "past"

_DATED: Mapping[Occasion, Mapping[str, str]] = {
    Occasion.CYCLE_DUE: {
        _AHEAD: _(
            "Send the report of period {cycle} by {due}; days left: {days}. Tasks without a report: {open}."
        ),
        _TOMORROW: _("Send the report of period {cycle} by tomorrow, {due}. Tasks without a report: {open}."),
        _TODAY: _("Send the report of period {cycle} today, {due}. Tasks without a report: {open}."),
        _PAST: _("Send the report of period {cycle} now; it was due {due}. Tasks without a report: {open}."),
    },
    Occasion.TASK_DUE: {
        _AHEAD: _("Hand in the result by {due}; days left: {days}. Tasks ({count}): {tasks}."),
        _TOMORROW: _("Hand in the result by tomorrow, {due}. Tasks ({count}): {tasks}."),
        _TODAY: _("Hand in the result today, {due}. Tasks ({count}): {tasks}."),
        _PAST: _("Hand in the result now; it was due on {due}. Tasks ({count}): {tasks}."),
    },
}

_PLAIN: Mapping[Occasion, str] = {
    Occasion.BODIES_OWE: _(
        "Chase the bodies that still owe the report of period {cycle}, due on {due} ({count}): {bodies}."
    ),
    Occasion.TASKS_OWED: _("Look at the tasks due on {due} without a result ({count}): {tasks}."),
    Occasion.NOBODY: _(
        "Add somebody who reports for these bodies; nobody can be reminded there ({count}): {bodies}."
    ),
    Occasion.RETURNED: _("Put right what the verifier returned ({count}). Tasks: {tasks}."),
    Occasion.HANDED_BACK: _("Put right what your head handed back ({count}). Tasks: {tasks}."),
    Occasion.APPROVAL: _("Approve or hand back what has waited for you since {since} ({count})."),
    Occasion.VERIFICATION: _(
        "Verify what has waited for more than 10 working days, since {since} ({count})."
    ),
    Occasion.AT_RISK: _("Look at the tasks that have come to be at risk ({count}): {tasks}."),
    Occasion.CHASED: _(
        "The monitor asks your body: send the report of period {cycle}, due {due}. "
        "Tasks without a report: {open}."
    ),
    Occasion.ANSWERED: _("Read the answer to what your body asked about task {tasks}."),
    Occasion.DELIVERY: _("See why the data of {source} for {month} do not count, and send them again."),
    Occasion.DIGEST: _("Look at what this week asks for."),
}

_DIGEST: Mapping[str, str] = {
    "late": _("Past their day: {count}"),
    "soon": _("Due within 14 days: {count}"),
    "risk": _("At risk: {count}"),
    "returned": _("Returned to be put right: {count}"),
    "approval": _("Waiting for the head's approval: {count}"),
    "bodies": _("Bodies that still owe a report: {count}"),
    "verification": _("Waiting for verification: {count}"),
}
_MORE = _("and {count} others")
_DAYS = frozenset({"due", "since"})
_LINK = _("Open: {address}")
_ENDING = _(
    "You get at most one such message a day, and one more when work is returned. Change this at {address}"
)
_URGENT = (
    Occasion.RETURNED, Occasion.HANDED_BACK, Occasion.CHASED, Occasion.CYCLE_DUE, Occasion.TASK_DUE,
    Occasion.BODIES_OWE, Occasion.TASKS_OWED, Occasion.NOBODY, Occasion.APPROVAL, Occasion.VERIFICATION,
    Occasion.AT_RISK, Occasion.ANSWERED, Occasion.DELIVERY, Occasion.DIGEST,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """A notice in words: what to do, and further lines."""

    sentence: str
    lines: tuple[str, ...] = ()


Names = Callable[[str, str], str]
"""Gives the name of a body by its code and the language."""

Shown = Callable[[str, str], str]


def by_urgency(notices: Sequence[Notice]) -> tuple[Notice, ...]:
    """Return notices in the order in which they should be read."""
    return tuple(sorted(notices, key=lambda notice: (_URGENT.index(notice.occasion), notice.key)))


def said(notice: Notice, language: str, *, names: Names, day: Shown) -> Said:
    """Return what a notice says; `names` gives the name of a body, `day` a day as people write it."""
    template = _template(notice)
    params = {name: _value(name, value, language, names, day) for name, value in notice.params.items()}
    sentence = translate(template, language).format_map(params)
    if notice.occasion is not Occasion.DIGEST:
        return Said(sentence)
    lines = [
        translate(words, language).format(count=notice.params[name])
        for name, words in _DIGEST.items()
        if name in notice.params
    ]
    return Said(sentence, tuple(lines))


def as_of(notice: Notice, today: date) -> Notice:
    """Return a notice whose days left are those of that day: a message may leave later than it was made."""
    if notice.occasion not in _DATED:
        return notice
    left = (date.fromisoformat(notice.params["due"]) - today).days
    return replace(notice, params={**notice.params, "days": str(left)})


def mail_words(
    notices: Sequence[Notice], language: str, *, address: str, names: Names, day: Shown
) -> tuple[str, str]:
    """Return subject and text of one message with all these notices, the most urgent first."""
    blocks, subject = [], ""
    for notice in by_urgency(notices):
        words = said(notice, language, names=names, day=day)
        subject = subject or words.sentence
        lines = [words.sentence, *(f"  {line}" for line in words.lines)]
        if address:
            lines.append("  " + translate(_LINK, language).format(address=address + notice.place))
        blocks.append("\n".join(lines))
    if address:
        blocks.append("-- \n" + translate(_ENDING, language).format(address=f"{address}/tai-khoan/thong-bao"))
    return _cut(f"Thước Đo: {subject}"), "\n\n".join(blocks) + "\n"


def _template(notice: Notice) -> str:
    dated = _DATED.get(notice.occasion)
    if dated is None:
        return _PLAIN[notice.occasion]
    left = int(notice.params["days"])
    return dated[_PAST if left < 0 else (_TODAY, _TOMORROW)[left] if left <= 1 else _AHEAD]


def _value(name: str, value: str, language: str, names: Names, day: Shown) -> str:
    if name in _DAYS:
        return day(value, language)
    if name not in {"tasks", "bodies"}:
        return value
    every = value.split(", ")
    shown = [names(code, language) if name == "bodies" else code for code in every[:_LISTED]]
    if len(every) > _LISTED:
        shown.append(translate(_MORE, language).format(count=len(every) - _LISTED))
    return (", " if name == "tasks" else "; ").join(shown)


def _cut(subject: str) -> str:
    """Return one line that a mail program can show, cut at a word."""
    line = " ".join(subject.split())
    return line if len(line) <= _SUBJECT else line[: _SUBJECT - 2].rsplit(" ", 1)[0] + " …"
