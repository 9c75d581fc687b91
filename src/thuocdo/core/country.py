"""The names of a country's bodies and collective owners, as data: `core/vn/names.csv`."""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Name:
    """A body or a group as documents call it; `variants` are other spellings of the same one.

    `code` is the code of agencies.csv, the unit_id of provinces.csv or the key of a group. A body
    that was merged names the code of its `successor` and the day from which it no longer exists.
    """

    code: str
    name_vi: str
    name_en: str
    kind: str
    variants: tuple[str, ...] = ()
    successor: str = ""
    succeeded_on: date | None = None


@cache
def names(country: str = "vn") -> tuple[Name, ...]:
    """Return all known names of a country.

    A province that was merged keeps its row beside the new one; where both have the same name
    the older stands last, so that a mapping by name finds the unit of the programme's date.
    """
    text = resources.files("thuocdo.core").joinpath(country, "names.csv").read_text(encoding="utf-8")
    return tuple(
        Name(
            code=row["code"],
            name_vi=row["name_vi"],
            name_en=row["name_en"],
            kind=row["kind"],
            variants=tuple(filter(None, row["variants"].split("|"))),
            successor=row["successor"],
            succeeded_on=date.fromisoformat(row["succeeded_on"]) if row["succeeded_on"] else None,
        )
        for row in csv.DictReader(text.splitlines())
    )
