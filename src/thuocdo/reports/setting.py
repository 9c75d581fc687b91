"""What the parts of a report have in common: who asks, the snapshot as one language shows it, its numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from thuocdo.core.messages import translate
from thuocdo.cycles.types import Report
from thuocdo.programme.rules import holder_on
from thuocdo.programme.types import Indicator, Task
from thuocdo.publication.site.desk import Desk
from thuocdo.publication.site.words import day
from thuocdo.reports import outline
from thuocdo.reports.counting import Figures
from thuocdo.reports.markers import Filling
from thuocdo.reports.rows import next_cycle, said_in
from thuocdo.reports.types import Asked, Cell, Line, Snapshot, Words


@dataclass(frozen=True, slots=True)
class Setting:
    """Everything that the sections of one report are made from; `reports` are the period's, by task."""

    asked: Asked
    desk: Desk
    figures: Figures
    base: Mapping[str, str]
    said: Mapping[str, str]
    own: frozenset[str]
    reports: Mapping[str, Sequence[tuple[str, Report]]]

    @property
    def agency(self) -> str:
        """Return the body whose own report it is, "" for the consolidating office."""
        return self.asked.agency

    def line(
        self, message: str, *, item: bool = False, here: str = "", words: Mapping[str, str] | None = None
    ) -> Line:
        """Return a sentence of the outline in the report's language; `here` is what `{here}` counts."""
        stand_ins = {**self.base, "here": here} if here else self.base
        filling = Filling(self.figures, self.asked.language, {**self.said, **(words or {})}, stand_ins)
        return filling.line(translate(message, self.asked.language), item=item)

    def say(self, message: str, **params: str) -> str:
        """Return words of the outline; what stands before "|" only keeps two meanings apart."""
        words = translate(message, self.asked.language).format(**params)
        return words.rsplit("|", maxsplit=1)[-1]

    def number(self, query: str) -> Cell:
        """Return a live number as a cell."""
        return (self.figures.figure(query, self.asked.language),)

    def task_name(self, task: Task) -> str:
        """Return the words of the document where they have been adopted, else our short name."""
        return task.title or self.desk.pick(task, "name")

    def indicator_name(self, indicator: Indicator) -> str:
        """Return the words of the document where they have been adopted, else our short name."""
        return indicator.title or self.desk.pick(indicator, "name")

    def body(self, code: str) -> str:
        """Return the name of a body or group; an unknown code stands for itself."""
        found = self.desk.agencies.get(code) or self.desk.groups.get(code)
        return code if found is None else str(self.desk.pick(found, "name"))

    def leads(self, task: Task) -> str:
        """Return who leads a task, in the words of the document where they have been adopted."""
        return task.leads_text or "; ".join(self._as_named(code) for code in task.leads)

    def _as_named(self, code: str) -> str:
        """Return the name in the document, with who holds the duty now where the body is no more."""
        facts = self.figures.snapshot.facts
        body = self.desk.agencies.get(code)
        if body is None or body.exists_on(facts.as_of):
            return self.body(code)
        holder = holder_on(code, facts.as_of, facts.register)
        names = {"body": self.body(code), "holder": self.body(holder)}
        return names["body"] if holder == code else self.say(outline.NOW, **names)

    def mine(self, task: Task) -> bool:
        """Say whether a task is in the report: all in force, or those that the body answers for."""
        return task.code in self.own


def text(words: str) -> Cell:
    """Return plain words as a cell."""
    return (Words(words),)


def setting(asked: Asked, snapshot: Snapshot) -> Setting:
    """Return the setting of a report from one snapshot."""
    figures = Figures(snapshot, asked.cycle)
    desk = Desk(snapshot.facts, snapshot.verdicts, asked.language)
    own = f".of-{asked.agency}" if asked.agency else ""
    base = {
        "all": f"parts{own}" if own else "tasks",
        "sent": f"reports{own}",
        "evidence_here": f"evidence{own}",
        "money_in": f"allocated{own}",
        "money_out": f"disbursed{own}",
    }
    following = next_cycle(snapshot.facts, asked.cycle)
    language = asked.language
    said = {
        "act": snapshot.facts.programme.number,
        "cycle": asked.cycle.code,
        "from": day(asked.cycle.starts_on, language),
        "until": day(asked.cycle.ends_on, language),
        "as_of": day(snapshot.facts.as_of, language),
        "next_until": day(following.ends_on, language),
    }
    mine = frozenset(figures.keys(base["all"]))
    reports: dict[str, list[tuple[str, Report]]] = {}
    for (agency, task), report in sorted(said_in(snapshot.facts, asked.cycle.code).items()):
        reports.setdefault(task, []).append((agency, report))
    return Setting(asked, desk, figures, base, said, mine, reports)


def subject(found: Setting) -> str:
    """Return what the report is about."""
    programme = str(found.desk.pick(found.figures.snapshot.facts.programme, "name"))
    names = {"programme": programme, "act": found.said["act"], "cycle": found.said["cycle"]}
    if not found.agency:
        return found.say(outline.SUBJECT, **names)
    return found.say(outline.SUBJECT_BODY, body=found.body(found.agency), **names)
