"""What `thuocdo verify` makes of scores.json: the same sets over the same facts, point for point."""

from collections.abc import Iterable
from dataclasses import dataclass

from thuocdo.core.errors import Fault, IntegrityBroken, Invalid
from thuocdo.core.messages import Reason
from thuocdo.evaluation.scoring.loading import fingerprint
from thuocdo.evaluation.scoring.shipped import names, shipped
from thuocdo.evaluation.scoring.types import CriteriaSet
from thuocdo.evaluation.types import Facts, Verdicts
from thuocdo.publication import scores
from thuocdo.publication.folder import Folder, Unreadable


@dataclass(frozen=True, slots=True)
class Checked:
    """The recomputed results, what the file says otherwise (what, reason), and sets unknown here."""

    found: tuple[scores.Result, ...] = ()
    faults: Iterable[tuple[str, Reason]] = ()
    notes: tuple[Reason, ...] = ()


def check_scores(folder: Folder, facts: Facts, verdicts: Verdicts) -> Checked:
    """Return what comes out of the sets that the published file holds."""
    try:
        said, sets = scores.read_scores(folder.read(scores.SCORES_PATH, scores.MAX_BYTES))
        found = scores.results(facts, verdicts, sets)
    except Unreadable as error:
        return Checked(faults=(("", error.reason),))
    except (Invalid, IntegrityBroken) as error:
        faults = error.faults or (Fault(scores.SCORES_PATH, error.message.rstrip(".")),)
        return Checked(
            faults=tuple(
                (each.field or each.where, Reason("unreadable", {"why": each.message})) for each in faults
            )
        )
    except Exception as error:  # noqa: BLE001  a set of a stranger may break the engine: say so, do not crash
        why = f"{type(error).__name__}: {error}"[:200]
        return Checked(faults=(("", Reason("rules_failed", {"why": why})),))
    notes = tuple(
        Reason(
            "set_not_known",
            {"set": each.given.set, "version": str(each.given.version), "sha256": fingerprint(each.given)},
        )
        for each in found
        if not _known(each.given)
    )
    return Checked(found, scores.score_differences(said, facts, found), notes)


def _known(given: CriteriaSet) -> bool:
    """Say whether the set is, word for word, one that comes with this program."""
    return given.set in names() and fingerprint(shipped(given.set)) == fingerprint(given)
