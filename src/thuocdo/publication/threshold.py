"""Whether enough of the pinned people have signed: asked before a publication, not only by its readers."""

from collections.abc import Sequence

from thuocdo.core.errors import N_, Fault, NotAllowed
from thuocdo.publication.keys import Trust
from thuocdo.publication.manifest import Manifest
from thuocdo.publication.sentences import sentence
from thuocdo.publication.signatures import Signature, check_signatures


def check_threshold(
    manifest: Manifest, data: bytes, found: Sequence[Signature], trust: Trust
) -> tuple[str, ...]:
    """Return whose signatures count; refuses one that does not hold, and fewer than the threshold."""
    checked = check_signatures(data, found, trust, illustrative=manifest.illustrative, as_of=manifest.as_of)
    if checked.faults:
        faults = [Fault("signatures", sentence(each, "en")) for each in checked.faults]
        raise NotAllowed("; ".join(str(each) for each in faults) + ".", hint=N_("Nothing was published."))
    return checked.counted
