"""The panel's form as values: what was typed, the evidence in order, and which button was pressed."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.http import QueryDict

from thuocdo.cycles.types import Taken

CELLS = (
    "situation",
    "expected_on",
    "obstacle",
    "obstacle_since",
    "has_draft",
    "has_plan",
    "allocated",
    "disbursed",
    "public_sentence",
    "reason",
)
"""The cells of a report that the panel asks for, in the order in which it asks."""

PROOF = ("text", "evidence_kind", "number", "issued_on", "issuer", "url", "component", "files", "corrects")
"""The cells of one piece of evidence."""

SEEN = "seen"
"""The line that has been read already, so that another one is read anew and what was mended by hand stays."""

MOST_PROOFS = 20
LONGEST_SENTENCE = 280
_KEY = re.compile(r"[A-Za-z0-9_-]{16,64}")
_NUMBER = re.compile(r"[0-9]{1,12}")
_PROOF = re.compile(r"proof-(\d{1,3})-([a-z_]+)")
_ACTS = frozenset({"read", "add", "drop", "save", "send"})


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the panel: cells by name, evidence in order; `said` is the sentence last proposed.

    `key` belongs to one opening of the panel, so that a form that is sent again is the same form.
    `version` is that of the draft on which it builds, None where there was none. `act` is the
    button, with the evidence that it is about in `at`. `chosen` says for each field of a
    conflict whose version stays. `taken` are the files that came with this form: their bytes go to
    the disk, and their rows are written together with what names them.
    """

    cells: Mapping[str, str]
    proofs: tuple[Mapping[str, str], ...]
    key: str = ""
    version: int | None = None
    act: str = ""
    at: int = 0
    said: str = ""
    chosen: Mapping[str, str] = field(default_factory=dict)
    taken: tuple[Taken, ...] = ()

    def with_proofs(self, proofs: Sequence[Mapping[str, str]]) -> "Typed":
        """Return the same form with other evidence."""
        return replace(self, proofs=tuple(proofs))

    def with_cells(self, **cells: str) -> "Typed":
        """Return the same form with other cells."""
        return replace(self, cells={**self.cells, **cells})


def typed_of(form: QueryDict) -> Typed:
    """Read a form; what the panel does not ask for is left aside."""
    act, _dash, at = form.get("do", "").partition("-")
    version = form.get("version", "")
    key = form.get("key", "")
    return Typed(
        cells={name: _plain(form.get(name, "")) for name in CELLS},
        proofs=_proofs(form),
        key=key if _KEY.fullmatch(key) else "",
        version=int(version) if _NUMBER.fullmatch(version) else None,
        act=act if act in _ACTS else "",
        at=int(at) if _NUMBER.fullmatch(at) else 0,
        said=_plain(form.get("said", "")),
        chosen={
            name.removeprefix("choose-"): form.get(name, "") for name in form if name.startswith("choose-")
        },
    )


def given(typed: Typed) -> tuple[dict[str, str], list[dict[str, str]]]:
    """Return the filled cells and the pieces of evidence that say anything, as an action takes them."""
    cells = {name: cell for name, cell in typed.cells.items() if cell}
    proofs = [
        {name: proof[name] for name in PROOF if proof.get(name)} | _why(proof, cells)
        for proof in typed.proofs
        if says(proof)
    ]
    return cells, proofs


def _why(proof: Mapping[str, str], cells: Mapping[str, str]) -> dict[str, str]:
    """Return the reason with evidence that takes the place of another: the one that the report gives."""
    return {"reason": cells["reason"]} if proof.get("corrects") and cells.get("reason") else {}


def says(proof: Mapping[str, str]) -> bool:
    """Say whether a piece of evidence holds anything that a person gave."""
    return any(proof.get(name) for name in ("text", "number", "url", "files"))


def without(proofs: Sequence[Mapping[str, str]], at: int) -> list[Mapping[str, str]]:
    """Return the pieces of evidence without one."""
    return [proof for place, proof in enumerate(proofs) if place != at]


def blank_proof() -> dict[str, str]:
    """Return evidence of which nothing is given yet."""
    return dict.fromkeys((*PROOF, SEEN), "")


def _proofs(form: QueryDict) -> tuple[Mapping[str, str], ...]:
    places = {int(mark[1]) for name in form if (mark := _PROOF.fullmatch(name))}
    return tuple(
        {name: _plain(" ".join(form.getlist(f"proof-{place}-{name}"))) for name in (*PROOF, SEEN)}
        for place in sorted(places)[:MOST_PROOFS]
    )


def _plain(cell: str) -> str:
    return cell.replace("\r\n", "\n").strip()
