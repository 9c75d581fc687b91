"""What writes in this room is keyword-only, says who and when, and is one transaction."""

import inspect

import pytest

from thuocdo.cycles import drafting, opening

ACTS = [
    getattr(module, name)
    for module, names in (
        (opening, ("open_cycle", "change_cycle")),
        (drafting, ("save_draft", "discard_draft", "save_batch", "undo_batch", "submit", "hand_in")),
    )
    for name in names
]


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.__name__)
def test_a_write_says_who_and_when(act):
    """Each is called by names, wants to know who acts and at what moment, and is atomic."""
    parameters = inspect.signature(act).parameters
    assert all(found.kind is inspect.Parameter.KEYWORD_ONLY for found in parameters.values())
    assert {"by", "now"} <= {name for name, found in parameters.items() if found.default is found.empty}
    assert "@transaction.atomic" in inspect.getsource(act)
    assert "audit.record" in inspect.getsource(act) or "handing.hand_in" in inspect.getsource(act)
