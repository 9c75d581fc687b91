"""What verifying found: faults and notes by step, and the outcome of each step."""

from dataclasses import dataclass, field

from thuocdo.core.errors import Fault
from thuocdo.core.messages import Reason
from thuocdo.publication.manifest import Correction, Gap, Manifest
from thuocdo.publication.sentences import STEPS, sentence

LOG_STEP = len(STEPS)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a step found: the file, the row or field in it, and the reason."""

    step: int
    where: str
    what: str
    reason: Reason

    def fault(self, language: str) -> Fault:
        """Return it in words; characters that a terminal might obey are shown as codes."""
        said = _printable(sentence(self.reason, language))
        return Fault(_printable(self.where), said, _printable(self.what) or None)


@dataclass(slots=True)
class Report:
    """What verifying found. `skipped` are steps that an earlier failure made impossible."""

    faults: list[Finding] = field(default_factory=list)
    notes: list[Finding] = field(default_factory=list)
    skipped: set[int] = field(default_factory=set)
    manifest: Manifest | None = None
    manifest_sha256: str = ""
    signed_by: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()
    corrections: tuple[Correction, ...] = ()
    logged: bool = False

    @property
    def holds(self) -> bool:
        """Say whether nothing was found wrong."""
        return not self.faults

    def outcome(self, step: int) -> str:
        """Return "passed", "failed", "skipped", or "absent" for a log that is not there."""
        if any(finding.step == step for finding in self.faults):
            return "failed"
        if step == LOG_STEP and step not in self.skipped and not self.logged:
            return "absent"
        return "skipped" if step in self.skipped else "passed"


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
