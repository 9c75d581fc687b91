"""Which events make programmes and bodies be read again: the list is complete."""

import ast
from pathlib import Path

from thuocdo.programme import kept

ROOM = Path(kept.__file__).parent
QUIET = {
    "draft_discarded": "a draft is no programme",
    "draft_finished": "as above",
    "draft_scope": "as above",
    "draft_step": "as above",
    "draft_taken_in": "as above",
    "head_confirmed": "who heads a body is no part of the register of bodies",
    "head_proposed": "as above",
    "head_refused": "as above",
}
"""Events of this room that leave every programme and the register as they were, with the reason."""


def kinds() -> set[str]:
    """Return the kinds of all events that this room records."""
    found = set()
    for file in ROOM.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in {"record", "record_all"}:
                named = {each.arg: each.value for each in node.keywords}
                kind = named["kind"]
                assert isinstance(kind, ast.Constant), (
                    f"{file.name}: say the kind as a word, so that it is found"
                )
                found.add(kind.value)
    return found


def test_every_event_of_the_room_changes_what_is_kept_or_is_known_to_be_quiet():
    """An action that is added here makes kept programmes be read again, or says why not."""
    assert kinds() == (kept.CHANGES - kept.OF_CYCLES) | set(QUIET)
