"""Whose keys count: joining the keys of several people, and ending one that is replaced or was lost."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from thuocdo.core.errors import N_, Conflict, Invalid, NotFound
from thuocdo.publication.keys import FORMAT, Trust, TrustedKey


def join(parts: Sequence[Trust], *, threshold: int) -> Trust:
    """Return one trust file with the keys of all; a log that one of them pins is kept."""
    keys = {key.public_key: key for part in parts for key in part.keys}
    logs = {part.log for part in parts if part.log}
    if len(logs) > 1:
        raise Invalid(N_("These trust files pin different logs."))
    if not 1 <= threshold <= len(keys):
        raise Invalid(
            N_("From 1 to {count} of these people can be asked to sign, not {threshold}."),
            params={"count": len(keys), "threshold": threshold},
        )
    return Trust(FORMAT, threshold, tuple(keys.values()), next(iter(logs), ""))


def retire(trust: Trust, key: str, *, on: date, lost_at: int | None = None) -> Trust:
    """Return the trust file in which a key no longer counts from a day on.

    `lost_at` is for a key that was lost or stolen: the size of the log when that was known. What the
    log took in later does not count, whatever day it claims. Refuses to leave fewer keys than have to
    sign: add the new one first.
    """
    found = [each for each in trust.keys if each.id == key]
    if len(found) != 1:
        raise NotFound(N_("The trust file has no key {key}."), params={"key": key})
    if on < found[0].valid_from:
        raise Invalid(
            N_("The key {key} is valid from {day} on."), params={"key": key, "day": found[0].valid_from}
        )
    left = [each for each in trust.keys if each.id != key and each.valid_on(on) and each.until_entry is None]
    if len(left) < trust.threshold:
        raise Conflict(
            N_("{left} keys would be left on {day}, and {threshold} have to sign."),
            hint=N_("Add the new key first: thuocdo trust join"),
            params={"left": len(left), "day": on, "threshold": trust.threshold},
        )
    return replace(trust, keys=tuple(_ended(each, key, on, lost_at) for each in trust.keys))


def _ended(each: TrustedKey, key: str, on: date, lost_at: int | None) -> TrustedKey:
    if each.id != key:
        return each
    # An end that was set before is never moved to a later day.
    until = on if each.valid_until is None else min(on, each.valid_until)
    lost = lost_at if each.until_entry is None else each.until_entry
    return replace(each, valid_until=until, until_entry=lost)
