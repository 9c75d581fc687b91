"""Pages of scores: the sets, a scoreboard for each kind of unit, every point of a unit with its reason."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from functools import cached_property

from thuocdo.core.text import fold, slug
from thuocdo.evaluation.scoring.comparing import middle_around
from thuocdo.evaluation.scoring.exact import decimal
from thuocdo.evaluation.scoring.inputs import SYSTEM
from thuocdo.evaluation.scoring.kinds import PillarKind, UnitType
from thuocdo.evaluation.scoring.loading import fingerprint
from thuocdo.evaluation.scoring.showing import in_language
from thuocdo.evaluation.scoring.words import TYPE_WORDS, reason_words
from thuocdo.programme.heads.rules import gaps
from thuocdo.programme.heads.types import HeadTerm
from thuocdo.publication.score_tables import FOLDER, TYPE_FOLDER, kinds_of
from thuocdo.publication.scores import Result
from thuocdo.publication.site.desk import Desk, View
from thuocdo.publication.site.words import day, number

Page = tuple[str, str, View]


def _(message: str) -> str:
    return message


STANDINGS = {
    "in_force": _("in force"),
    "frozen": _("frozen"),
    "illustrative": _("illustrative: adopted by no office"),
    "draft": _("draft"),
    "superseded": _("superseded"),
}
CERTAINTIES = {
    "official": _("official text"),
    "published_in_part": _("published in part"),
    "secondary": _("from a secondary source"),
    "ours": _("written for this software"),
    "draft": _("draft for an office to complete"),
}
_SHIFT = _("between {low} and {high}")
_UNSURE = _("One case decided otherwise would give another level: {levels}.")


def pages(desk: Desk, results: Iterable[Result]) -> Iterator[Page]:
    """Yield the list of sets, the scoreboards and the pages of units; nothing where nothing was scored."""
    shown = [_Shown(desk, each) for each in results]
    if not shown:
        return
    yield desk.path(FOLDER), "scores.html", {"sets": [each.about for each in shown]}
    for each in shown:
        for kind in kinds_of(each.result):
            yield each.path(kind), "scoreboard.html", each.board(kind)
            for row in each.result.board.of_type(kind):
                yield each.unit_path(row), "score.html", each.unit(row)


@dataclass(frozen=True)
class _Shown:
    """One result as one language shows it."""

    desk: Desk
    result: Result

    def path(self, kind: UnitType) -> str:
        """Return the folder of a scoreboard."""
        return self.desk.path(FOLDER, self.result.given.set, TYPE_FOLDER[kind])

    def unit_path(self, row: int) -> str:
        """Return the folder of a unit's page."""
        unit = self.result.board.scored.table.unit_of(row)
        return f"{self.path(unit.type)}{unit_folder(unit.id)}/"

    @cached_property
    def about(self) -> View:
        """Return what the set is, with its criteria and the addresses of its scoreboards."""
        given, cycle = self.result.given, self.result.board.cycle
        rows = {kind: self.result.board.of_type(kind) for kind in kinds_of(self.result)}
        return {
            "title": in_language(given.title, self.desk.language),
            "version": given.version,
            "sha256": fingerprint(given),
            "document": given.source.document,
            "note": in_language(given.source.note, self.desk.language),
            "standing": self.desk.say(STANDINGS[given.standing.value]),
            "certainty": self.desk.say(CERTAINTIES[given.source.certainty.value]),
            "period": cycle.code,
            "starts_on": day(cycle.starts_on, self.desk.language),
            "ends_on": day(cycle.ends_on, self.desk.language),
            "total": self._number(given.total),
            "levels": [in_language(each.title, self.desk.language) for each in given.levels],
            "pillars": [
                {
                    "id": pillar.id,
                    "title": in_language(pillar.title, self.desk.language),
                    "points": self._number(pillar.points),
                    "penalty": pillar.kind is PillarKind.PENALTY,
                    "criteria": [
                        {
                            "id": each.id,
                            "title": in_language(each.title, self.desk.language),
                            "points": self._number(each.points),
                        }
                        for each in pillar.criteria
                    ],
                }
                for pillar in given.pillars
            ],
            "boards": [
                {"title": self._kind(kind), "path": self.path(kind), "count": len(own)}
                for kind, own in rows.items()
            ],
        }

    def board(self, kind: UnitType) -> View:
        """Return one scoreboard: levels from the best, in each the units in the order of their names."""
        rows = [self._line(row) for row in self.result.board.of_type(kind)]
        rows.sort(key=lambda row: fold(row["name"]))
        groups = [
            {
                "title": in_language(level.title, self.desk.language),
                "rows": [row for row in rows if row["level"] == level.id],
            }
            for level in self.result.given.levels
        ]
        none = [row for row in rows if not row["level"]]
        groups.append({"title": self.desk.say(_("No total: too little applies")), "rows": none})
        return {
            "set": self.about,
            "title": self._kind(kind),
            "csv": f"{self.desk.slug}/{FOLDER}/{self.result.given.set}/{TYPE_FOLDER[kind]}",
            "groups": [each for each in groups if each["rows"]],
            "heads": kind is UnitType.HEAD,
            "unknown": self._unknown() if kind is UnitType.HEAD else [],
            "few": any(row["few"] for row in rows),
        }

    def unit(self, row: int) -> View:
        """Return every point of a unit: what was measured, what was lost, and why."""
        said, given, language = self.result.explained[row], self.result.given, self.desk.language
        unit = self.result.board.scored.table.unit_of(row)
        lines = {line.criterion: line for line in said.lines}
        few = self.result.few[row]
        pillars = []
        for pillar, line in zip(given.pillars, said.pillars, strict=True):
            taken = pillar.kind is PillarKind.PENALTY
            pillars.append(
                {
                    "title": in_language(pillar.title, language),
                    "points": self._number(line.points),
                    "most": self._number(line.most),
                    "penalty": taken,
                    "lines": [
                        {
                            "title": in_language(each.title, language),
                            "points": self._number(lines[each.id].points),
                            "most": self._number(lines[each.id].most),
                            "lost": self._number(lines[each.id].lost) if lines[each.id].lost else "",
                            "why": [reason_words(why, language) for why in lines[each.id].reasons],
                            "few": each.id in few,
                        }
                        for each in pillar.criteria
                    ],
                }
            )
        return {
            "set": self.about,
            "board": {"title": self._kind(unit.type), "path": self.path(unit.type)},
            "row": self._line(row),
            "pillars": pillars,
            "why": [reason_words(why, language) for why in said.reasons],
            "inputs": self._inputs(row),
            "notes": self._notes(self.result.board.bodies[unit.id]),
            "term": self._term(self.result.board.terms.get(unit.id)),
            "middle": self._middle(row),
            "earlier": self._earlier(unit.id),
        }

    def _middle(self, row: int) -> View | None:
        """Return where the middle half of similar units lies; nothing where fewer than ten compare."""
        found = middle_around(self.result.board.scored, row)
        if found is None:
            return None
        return {"units": found.units, "low": self._number(found.low), "high": self._number(found.high)}

    def _earlier(self, unit: str) -> list[View]:
        """Return the totals of a unit in the periods before, the latest first."""
        titles = {each.id: in_language(each.title, self.desk.language) for each in self.result.given.levels}
        found = []
        for board in self.result.earlier():
            table, scored = board.scored.table, board.scored
            if unit in table.places and scored.totals[table.places[unit]].total >= 0:
                row = table.places[unit]
                total = decimal(scored.totals[row].total, self.result.given.rounding.places)
                level = titles.get(scored.levels[row][0], "")
                found.append({"period": board.cycle.code, "total": self._number(total), "level": level})
        return found

    def _line(self, row: int) -> View:
        said, unit = self.result.explained[row], self.result.board.scored.table.unit_of(row)
        body = self.desk.body(self.result.board.bodies[unit.id])
        term = self.result.board.terms.get(unit.id)
        low, high = self.result.totals(row)
        margin = self.result.margins.get(row)
        titles = {
            level.id: in_language(level.title, self.desk.language) for level in self.result.given.levels
        }
        other = [titles[each] for each in margin.levels if each != said.level] if margin else []
        return {
            "name": body["name"] if term is None else term.person,
            "body": body,
            "office": "" if term is None else self.desk.pick(term, "office"),
            "path": self.unit_path(row),
            "total": "" if said.total is None else self._number(said.total),
            "level": said.level,
            "level_word": titles.get(said.level, ""),
            "possible": self._number(said.possible),
            "range": ""
            if low is None or low == high
            else self.desk.say(_SHIFT, low=self._number(low), high=self._number(high)),
            "unsure": self.desk.say(_UNSURE, levels=", ".join(other)) if other else "",
            "few": len(self.result.few[row]),
            "notes": len(self._notes(body["code"])),
        }

    def _inputs(self, row: int) -> list[View]:
        columns = self.result.board.scored.table.columns
        return [
            {"title": in_language(SYSTEM[name].title, self.desk.language), "name": name, "count": cell}
            for name, column in columns.items()
            if isinstance(cell := column[row], int)
        ]

    def _notes(self, body: str) -> list[View]:
        """Return what the body said for the public in the period that is scored."""
        return [
            {
                "task": self.desk.task_views.get(each.task),
                "text": each.text,
                "on": day(each.on, self.desk.language),
            }
            for each in self.desk.facts.handled.notes
            if each.agency == body and each.cycle == self.result.board.cycle.code
        ]

    def _term(self, term: HeadTerm | None) -> View | None:
        if term is None:
            return None
        return {
            "since": day(term.since, self.desk.language),
            "last": day(term.until - timedelta(days=1), self.desk.language) if term.until else "",
            "document": term.document,
            "illustrative": term.illustrative,
        }

    def _unknown(self) -> list[View]:
        """Return the bodies of this period for whose days nobody is known to have been the head."""
        cycle, facts = self.result.board.cycle, self.desk.facts
        after = cycle.ends_on + timedelta(days=1)
        table = self.result.board.scored.table
        bodies = [unit.id for unit in table.units if unit.type is not UnitType.HEAD]
        found = []
        for body in bodies:
            missing = gaps(body, facts.heads, cycle.starts_on, after)
            if missing:
                days = [
                    (
                        day(gap.since, self.desk.language),
                        day(gap.until - timedelta(days=1), self.desk.language),
                    )
                    for gap in missing
                ]
                whole = missing[0].since == cycle.starts_on and missing[0].until == after
                found.append({**self.desk.body(body), "days": [] if whole else days})
        return sorted(found, key=lambda each: fold(each["name"]))

    def _kind(self, kind: UnitType) -> str:
        return self.desk.say(TYPE_WORDS[kind])

    def _number(self, value: Decimal | None) -> str:
        return number(value, self.desk.language)


def unit_folder(unit: str) -> str:
    """Return the part of an address that stands for a unit."""
    return "-".join(filter(None, (slug(part) for part in unit.split("."))))
