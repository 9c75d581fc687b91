"""The draft of a chasing letter: plain text that a person edits, signs and sends."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from thuocdo.core.messages import translate
from thuocdo.cycles.notices.types import Owing


def _(message: str) -> str:
    """Mark a message for translation; it is looked up when it is shown."""
    return message


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a letter is about: who writes it, which act asks for the report, and until when."""

    sender: str
    act: str
    cycle: str
    due: str
    day: date
    late: bool


_HEAD: Mapping[bool, str] = {
    True: _("To: {bodies}"),
    False: _("To: the bodies named in the list below"),
}
_SUBJECT = _("Subject: report of period {cycle} on the tasks of {act}")
_DATE = _("Date: …/{month}/{year}")
_NUMBER = _("No.: …")
_LATE = _(
    "The reports of period {cycle} on the tasks of {act} were due on {due}. "
    "By the time of this letter, reports on the following tasks had not been received:"
)
_AHEAD = _(
    "The reports of period {cycle} on the tasks of {act} are due on {due}. "
    "By the time of this letter, reports on the following tasks had not been received:"
)
_LINE = _("{number}. {body}: {count} of {asked} tasks (No. {tasks}).")
_LINE_ONE = _("Tasks No. {tasks} ({count} of {asked} tasks).")
_ASK_LATE = _("Please send them at once, and no later than …, with the reason for the delay.")
_ASK_AHEAD = _("Please send them in time; where a task meets an obstacle, say which and who can remove it.")
_WAY = _("Reports are sent through the system's page My work; what was sent there need not be sent on paper.")
_CLOSE = _("Thank you for your cooperation.")
_SIGN = _("For {sender}\n(position, signature, name)")


def draft(about: Occasion, owing: Sequence[Owing], *, names: Mapping[str, str], language: str) -> str:
    """Return one letter to all these bodies, or to the one; `names` are their names by code."""

    def say(message: str, **params: object) -> str:
        return translate(message, language).format(**params)

    alone = len(owing) == 1
    named = {"cycle": about.cycle, "act": about.act, "due": about.due}
    first = names.get(owing[0].agency, owing[0].agency) if alone else ""
    paragraphs = [
        about.sender,
        say(_NUMBER),
        say(_DATE, month=about.day.month, year=about.day.year),
        say(_HEAD[alone], bodies=first),
        say(_SUBJECT, **named),
        say(_LATE if about.late else _AHEAD, **named),
        "\n".join(
            say(
                _LINE_ONE if alone else _LINE,
                number=number,
                body=names.get(each.agency, each.agency),
                count=each.open,
                asked=each.asked,
                tasks=", ".join(each.tasks),
            )
            for number, each in enumerate(owing, start=1)
        ),
        say(_ASK_LATE if about.late else _ASK_AHEAD),
        say(_WAY),
        say(_CLOSE),
        say(_SIGN, sender=about.sender),
    ]
    return "\n\n".join(paragraphs) + "\n"
