"""A signer in the process of the test, and what its log tells."""

from tests.factories.logs import homed

from thuocdo.core.errors import Unavailable
from thuocdo.log import reading
from thuocdo.log.entries import read_entry
from thuocdo.log.growing import grow
from thuocdo.log.homes import Home


class Near:
    """The signer in this process; `fails` makes it answer nothing, before or after it has signed."""

    def __init__(self, folder, *, fresh=True):
        self.home, self.log, self.fails = Home(folder / "log-signer"), folder / "log", ""
        if not fresh:
            return
        homed(self.home.folder)
        self.log.mkdir()
        (self.log / "policy").write_bytes((self.home.folder / "policy").read_bytes())

    def grow(self, entries=(), *, base=None):
        """Append and sign."""
        if entries and self.fails == "before":
            raise Unavailable("gone")
        done = grow(self.home, self.log, entries, base=base)
        if entries and self.fails == "after":
            raise Unavailable("gone")
        return done


def told(signer):
    """Return every entry of the log."""
    size = signer.grow().signed
    return [read_entry(each) for each in reading.entries(reading.folder(signer.log), size)]


def logged(signer):
    """Return the commitments in the log."""
    return [each.commitment for each in told(signer) if hasattr(each, "commitment")]
