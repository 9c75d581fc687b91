"""One publication from a hand-in to the switch, killed at one of its steps; run in a process of its own.

`python tools/drills/publishing.py FOLDER STEP` hands in, appends to the log and publishes on the
installation in FOLDER, and is killed by the kernel at STEP. With `again` it is the restart: what waits is
appended and published. With `careless` the publisher writes into the readers' folder itself.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from installed import AS_OF, IN_TIME, Place, hand_in_some, publish, settings_of

AGAIN, CARELESS = "again", "careless"
_AGENCY = "BCA"
_WRITING = "some files of the site are written"


@dataclass(frozen=True)
class Step:
    """Where the process dies: before or after the n-th call of a function of ours."""

    module: str
    owner: str
    function: str
    after: bool = True
    nth: int = 1


STEPS = {
    "the database has committed": Step("thuocdo.log.appending", "", "append_method", after=False),
    "entries lie in the log, unsigned": Step("thuocdo.log.writing", "", "append"),
    "the signer remembers the checkpoint": Step("thuocdo.log.homes", "Home", "remember"),
    "readers have the checkpoint": Step("thuocdo.log.growing", "", "_show"),
    _WRITING: Step("thuocdo.publication.staging", "Stage", "put", nth=300),
    "the publication is an entry, unsigned": Step("thuocdo.log.writing", "", "append", nth=2),
    "the publication is signed for": Step("thuocdo.log.homes", "Home", "remember", nth=2),
    "all is written, before the switch": Step("thuocdo.publication.staging", "Stage", "switch", after=False),
    "after the switch": Step("thuocdo.publication.staging", "Stage", "switch"),
}


def main(folder: str, step: str) -> None:
    """Do the work; `again` is not killed."""
    os.environ |= settings_of(Path(folder))
    from thuocdo.config import setup  # noqa: PLC0415  the settings are read when it starts

    setup.start()
    from thuocdo.jobs import log  # noqa: PLC0415  after the start

    _sign_in_this_process()
    if step != AGAIN and not hand_in_some(IN_TIME, _AGENCY):
        sys.exit("Nothing could be handed in.")
    if step == CARELESS:
        _write_where_readers_read()
    elif step != AGAIN:
        _die_at(STEPS[step], log)
    log.append_to_log()
    publish(Place(Path(folder)), 1, 2, as_of=AS_OF + timedelta(days=1))


def _sign_in_this_process() -> None:
    """Let the signer's work be done here, so that it dies where we want it to."""
    from thuocdo.adapters.signer import Asked  # noqa: PLC0415  after the start
    from thuocdo.log import growing  # noqa: PLC0415  same
    from thuocdo.log.homes import Home  # noqa: PLC0415  same

    def grow(self: Asked, entries: Any = (), *, base: int | None = None) -> Any:
        return growing.grow(Home(self.home), self.log, entries, base=base)

    Asked.grow = grow  # type: ignore[method-assign]  # for this drill alone


def _die_at(step: Step, log: Any) -> None:
    """Replace one function by itself and a kill; `log` imports one by name."""
    owner = sys.modules[step.module]
    owner = getattr(owner, step.owner) if step.owner else owner
    calls = _killing(getattr(owner, step.function), step)
    setattr(owner, step.function, calls)
    if hasattr(log, step.function):
        setattr(log, step.function, calls)


def _killing(work: Callable[..., Any], step: Step) -> Callable[..., Any]:
    left = step.nth

    def done(*given: Any, **named: Any) -> Any:
        nonlocal left
        left -= 1
        if left == 0 and not step.after:
            os.kill(os.getpid(), signal.SIGKILL)
        found = work(*given, **named)
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return found

    return done


def _write_where_readers_read() -> None:
    """Be the publisher that this drill has to catch: no folder beside, no switch."""
    from thuocdo.publication import publish as publishing  # noqa: PLC0415  after the start
    from thuocdo.publication.staging import Stage  # noqa: PLC0415  same

    class Careless(Stage):
        def put(self, path: str, data: bytes, *, durable: bool = False) -> None:  # noqa: ARG002  as in a Stage
            (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / path).write_bytes(data)

    Careless.put = _killing(Careless.put, STEPS[_WRITING])  # type: ignore[method-assign]  # dies in the middle

    @contextmanager
    def in_place(published: Path, **_kept: Any) -> Iterator[Stage]:
        yield Careless(published, published)

    publishing.staged = in_place  # type: ignore[assignment]  # the fault that is tried out


if __name__ == "__main__":
    main(*sys.argv[1:])
