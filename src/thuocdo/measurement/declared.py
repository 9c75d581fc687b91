"""Declaration files (TOML) into values: every fault of every file at once, each with its file and field."""

import dataclasses
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

import msgspec

from thuocdo.core.errors import N_, Fault, Invalid, fault
from thuocdo.core.typed import convert

Kind = TypeVar("Kind")


def read_folder(folder: Path, kind: type[Kind]) -> tuple[dict[str, Kind], list[Fault]]:
    """Return what the `*.toml` files of a folder declare, by file name without ending, and all faults."""
    found: dict[str, Kind] = {}
    faults: list[Fault] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            data = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            faults.append(fault(path.name, None, N_("This is no TOML file: {reason}."), reason=error))
            continue
        value, wrong = filled(data, kind, path.name)
        faults += wrong
        if value is not None:
            found[path.stem] = value
    return found, faults


def filled(data: Mapping[str, Any], kind: type[Kind], where: str) -> tuple[Kind | None, list[Fault]]:
    """Return a dataclass made of plain data, each field judged for itself, or the faults."""
    hints = get_type_hints(kind)
    fields = dataclasses.fields(kind)  # type: ignore[arg-type]
    names = {field.name for field in fields}
    faults = [
        fault(where, name, N_("There is no such field. Known are: {known}."), known=", ".join(sorted(names)))
        for name in data
        if name not in names
    ]
    values: dict[str, Any] = {}
    for field in fields:
        if field.name in data:
            try:
                values[field.name] = convert(data[field.name], hints[field.name])
            except msgspec.ValidationError as error:
                faults.append(
                    fault(where, field.name, N_("This field cannot be read: {reason}."), reason=error)
                )
        elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            faults.append(fault(where, field.name, N_("This field is missing.")))
    return (None, faults) if faults else (kind(**values), [])


def refuse(faults: Iterable[Fault]) -> None:
    """Raise when there is a fault, naming all of them."""
    found = tuple(faults)
    if found:
        raise Invalid(
            N_("The declarations of the measurement have {count} faults; the first: {first}"),
            faults=found,
            params={"count": len(found), "first": str(found[0])},
        )
