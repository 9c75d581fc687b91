"""facts.json: every input that a status, a verdict or a total needs, as canonical JSON."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from typing import Any

from thuocdo.core.errors import Fault, IntegrityBroken, Invalid
from thuocdo.evaluation.types import RULES_VERSION, Facts
from thuocdo.measurement.thresholds.rules import threshold_faults
from thuocdo.publication.strict import Malformed, read_strict, spell

FACTS_PATH = "facts.json"
FORMAT = 1
MAX_BYTES = 128 * 1024 * 1024
_MAX_EXPONENT = 40


@dataclass(frozen=True, slots=True)
class _File:
    """The file as it stands: `rules_version` names the rules that the publisher used."""

    format: int
    rules_version: str
    facts: Facts


def facts_bytes(facts: Facts) -> bytes:
    """Return the bytes of facts.json; the same facts always give the same bytes."""
    return spell(_File(FORMAT, RULES_VERSION, facts))


def read_facts(data: bytes) -> Facts:
    """Return the facts of a facts.json.

    Raises `Invalid` with the place of the fault when it cannot be read, and `IntegrityBroken`
    when it can but is not the one spelling that the format allows (unknown or repeated fields,
    other white space, text that is not NFC), because then two readers might see two things.
    """
    try:
        read = read_strict(data, _File, limit=MAX_BYTES, format_number=FORMAT)
    except Malformed as error:
        if not error.ambiguous:
            raise _refused(error.place, error.message) from None
        fault = Fault(FACTS_PATH, error.message, error.place or None)
        raise IntegrityBroken(f"{fault}.", faults=(fault,)) from None
    if read.rules_version != RULES_VERSION:
        raise _refused("rules_version", f"is not {RULES_VERSION}: verify with the version that published it")
    _check_decimals(read.facts)
    _check_thresholds(read.facts)
    return read.facts


def _check_decimals(facts: Facts) -> None:
    # Only these two and the thresholds carry decimals; walking all facts would cost more than reading them.
    found = (
        *_decimals(facts.observations, "facts.observations"),
        *_decimals(facts.programme.indicators, "facts.programme.indicators"),
    )
    for place, value in found:
        if not value.is_finite() or abs(value.adjusted()) > _MAX_EXPONENT:
            raise _refused(place, f"is no usable number ({value})")


def _check_thresholds(facts: Facts) -> None:
    # What was published before an office could choose names none: the standard ones held then.
    for fault in threshold_faults(facts.thresholds):
        raise _refused(f"facts.thresholds.{fault.field}", fault.message)


def _decimals(value: Any, place: str) -> Iterator[tuple[str, Decimal]]:
    if isinstance(value, Decimal):
        yield place, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _decimals(item, f"{place}[{index}]")
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            yield from _decimals(getattr(value, each.name), f"{place}.{each.name}")


def _refused(field: str, message: str) -> Invalid:
    fault = Fault(FACTS_PATH, message, field or None)
    return Invalid(f"{fault}.", faults=(fault,), hint="Fetch the publication again.")
