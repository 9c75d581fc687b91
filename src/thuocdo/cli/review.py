"""The review of a draft in a terminal: through the doubtful cells one by one, saved after each step."""

import getpass
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
import typer

from thuocdo.cli.language import language
from thuocdo.core.errors import Conflict, Invalid
from thuocdo.core.messages import translate
from thuocdo.core.typed import from_json
from thuocdo.documents.remarks import sentence
from thuocdo.documents.types import DraftProgramme
from thuocdo.programme.review import rules
from thuocdo.programme.review.cells import rows_of
from thuocdo.programme.review.settling import reread, typed
from thuocdo.programme.review.types import WHOLE, Cell, Key, Passage, Row, Standing, Step, Verdict
from thuocdo.programme.review.words import field_word, place_words, reading_words, row_word

_SPAN = 8
"""Passages of the source that are shown for a row."""
_SHOWN = 300

Ask = Callable[[str], str]
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Progress:
    """What the file of a review holds: which document, the steps, and the draft as decided so far."""

    sha256: str
    steps: tuple[Step, ...]
    draft: DraftProgramme


def check_terminal() -> None:
    """Refuse where nobody can answer."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Invalid(
            _("The review asks questions, and here nobody can answer."), hint=_("Run it in a terminal.")
        )


def review_in_terminal(draft: DraftProgramme, passages: Sequence[Passage], out: Path) -> None:
    """Go through what is doubtful; `out` is written after each step and taken up again next time."""
    steps = load(out, draft)
    walk = Walk(draft, passages, steps, by=_person(), ask=_ask, say=_say)
    walk.run(save=lambda done: save(out, draft, done))
    left = len(walk.standing().open)
    if left:
        typer.echo(
            _("{count} cells are left; the same command goes on. Saved: {out}").format(count=left, out=out)
        )
    else:
        typer.echo(_("Every doubtful cell is decided. The draft as decided: {out}").format(out=out))


def load(out: Path, draft: DraftProgramme) -> list[Step]:
    """Return the steps of an earlier sitting, none when there was none."""
    if not out.exists():
        return []
    try:
        found = from_json(out.read_bytes(), Progress)
    except (msgspec.DecodeError, OSError) as broken:
        raise Invalid(
            _("{out} holds no review.").format(out=out), hint=_("Name another file with --out.")
        ) from broken
    if found.sha256 != draft.document.sha256:
        raise Conflict(
            _("{out} is the review of another file.").format(out=out), hint=_("Name another file with --out.")
        )
    return list(found.steps)


def save(out: Path, draft: DraftProgramme, steps: Sequence[Step]) -> None:
    """Write steps and draft, so that a cut cable costs nothing."""
    done = Progress(draft.document.sha256, tuple(steps), rules.agreed(draft, steps))
    beside = out.with_name(f"{out.name}.part")
    beside.write_bytes(msgspec.json.format(msgspec.json.encode(done), indent=1) + b"\n")
    beside.replace(out)


class Walk:
    """One sitting of one person."""

    def __init__(
        self,
        draft: DraftProgramme,
        passages: Sequence[Passage],
        steps: Sequence[Step],
        *,
        by: str,
        ask: Ask,
        say: Say,
    ) -> None:
        self.draft, self.passages, self.steps, self.by = draft, passages, list(steps), by
        self._ask, self._say = ask, say
        self.rows = rows_of(draft, passages, rules.added_rows(self.steps))

    def standing(self) -> Standing:
        """Return what is open."""
        return rules.standing(self.rows, self.steps, self.by)

    def run(self, *, save: Callable[[Sequence[Step]], None]) -> None:
        """Ask until nothing waits or the person leaves."""
        save(self.steps)
        key = rules.next_open(self.rows, self.standing())
        while key is not None:
            self._show(key)
            answer = self._ask(
                _("a accept, e edit, b blank is right, d drop the row, n next, u undo, q leave > ")
            )
            word, _space, rest = answer.strip().partition(" ")
            if word == "q":
                return
            if word == "n":
                key = rules.next_open(self.rows, self.standing(), key)
                continue
            key = self._step(word, rest.strip(), key)
            save(self.steps)

    def _step(self, word: str, rest: str, key: Key) -> Key | None:
        """Take one step; returns the cell that comes next, the same one after a refusal."""
        verdicts = {"a": Verdict.ACCEPT, "e": Verdict.EDIT, "b": Verdict.BLANK, "d": Verdict.DROP}
        if word == "u":
            return self._undo(key)
        if word not in verdicts:
            self._say(_("There is no such key."))
            return key
        verdict = verdicts[word]
        value = (rest or self._ask(_("New words: "))) if verdict is Verdict.EDIT else ""
        field = WHOLE if verdict is Verdict.DROP else key[1]
        step = Step(self.by, verdict, key[0], field, typed(value))
        try:
            rules.check_step(step, self.rows, self.steps)
        except Invalid as refused:
            self._say("; ".join(_(fault.message) for fault in refused.faults))
            return key
        self.steps.append(step)
        if verdict is Verdict.EDIT:
            self._show_reading(key, value)
        return rules.next_open(self.rows, self.standing(), key)

    def _undo(self, key: Key) -> Key:
        mine = rules.counting(self.steps).get(self.by)
        if not mine:
            self._say(_("There is no step of yours to take back."))
            return key
        self.steps.append(Step(self.by, Verdict.UNDO))
        return mine[-1].key if mine[-1].key in self.standing().open else key

    def _find(self, key: Key) -> tuple[Row, Cell]:
        row = next(row for row in self.rows if row.where == key[0])
        return row, next(cell for cell in row.cells if cell.key == key)

    def _show(self, key: Key) -> None:
        row, cell = self._find(key)
        standing = self.standing()
        self._say("")
        place = f"{row_word(row, language())} · {field_word(key[1], language())}"
        self._say(f"[{standing.decided}/{standing.total}] {place}")
        for line in self._source(row):
            self._say(f"    | {line}")
        if key[1] != WHOLE:
            self._say(f"  {cell.printed or '—'}")
            if reading := reading_words(cell, language()):
                self._say(f"  {_('read as')}: {reading}")
        for note in (*cell.doubts, *cell.notes):
            self._say(f"  ! {sentence(note, language())}")

    def _show_reading(self, key: Key, value: str) -> None:
        row, cell = self._find(key)
        again = reread(row, cell, value.strip(), english=self.draft.document.language == "en")
        if reading := reading_words(again, language()):
            self._say(f"  {_('read as')}: {reading}")
        for note in again.doubts:
            self._say(f"  ! {sentence(note, language())}")

    def _source(self, row: Row) -> Sequence[str]:
        if row.first is None:
            return ()
        after = (other.first for other in self.rows if other.first is not None and other.first > row.first)
        end = min([*after, row.first + _SPAN])
        found = self.passages[row.first : end]
        lines = [f"({place_words(found[0], language())})"] if found else []
        return [*lines, *(passage.text.replace("\n", " ")[:_SHOWN] for passage in found)]


def _person() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no name stands behind the process
        return "reviewer"


def _ask(prompt: str) -> str:
    try:
        return input(prompt)
    except EOFError:
        return "q"


def _say(line: str) -> None:
    """Print words of a document; what could steer the terminal is left out."""
    typer.echo("".join(each if each.isprintable() or each == "\n" else " " for each in line))


def _(message: str) -> str:
    return translate(message, language())
