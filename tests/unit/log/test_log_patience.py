"""A person who publishes while the background work uses the signer waits, and is told when it takes long."""

import pytest
from tests.factories.logs import entries, homed

from thuocdo.core.errors import Conflict
from thuocdo.log.durable import only_writer
from thuocdo.log.growing import grow
from thuocdo.log.homes import Home
from thuocdo.log.patience import Patient


class Near:
    """The signer in this process."""

    def __init__(self, folder):
        homed(folder / "home")
        self.home, self.log = Home(folder / "home"), folder / "log"

    def grow(self, entries=(), *, base=None):
        """Append and sign."""
        return grow(self.home, self.log, entries, base=base)


def test_who_waits_gets_through_once_the_other_has_ended(tmp_path):
    """The lock is let go while it waits, and then the entries are in."""
    near = Near(tmp_path)
    held = only_writer(near.home.folder)
    held.__enter__()
    waits = []

    def pause(seconds):
        waits.append(seconds)
        if len(waits) == 3:
            held.__exit__(None, None, None)

    assert Patient(near, pause=pause).grow(entries(2), base=0).signed == 2
    assert len(waits) == 3


def test_after_a_while_it_says_who_may_be_at_work(tmp_path):
    """The sentence names the background work; nothing was written."""
    near = Near(tmp_path)
    with (
        only_writer(near.home.folder),
        pytest.raises(Conflict, match=r"the background work, or another publication.* 2 seconds"),
    ):
        Patient(near, seconds=2, pause=lambda _seconds: None).grow(entries(2), base=0)
    assert near.grow().signed == 0


def test_another_refusal_is_passed_on_at_once(tmp_path):
    """A log that has grown is no matter of waiting."""
    near = Near(tmp_path)
    near.grow(entries(2), base=0)
    with pytest.raises(Conflict, match=r"The log has 2 entries by now, not 0"):
        Patient(near, pause=lambda _seconds: pytest.fail("it waited")).grow(entries(3)[2:], base=0)
    assert Patient(near).log == near.log
