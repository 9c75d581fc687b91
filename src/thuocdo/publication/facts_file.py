"""facts.json: every input that a status, a verdict or a total needs, as canonical JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from functools import cache, partial
from typing import Any, get_args, get_type_hints

from thuocdo.core.errors import Fault, IntegrityBroken, Invalid
from thuocdo.core.memory import Memory, Same
from thuocdo.core.typed import from_json
from thuocdo.evaluation.types import RULES_VERSION, Facts
from thuocdo.measurement.thresholds.rules import threshold_faults
from thuocdo.publication.strict import Malformed, read_strict, spell, spell_each

FACTS_PATH = "facts.json"
FORMAT = 1
MAX_BYTES = 128 * 1024 * 1024
_MAX_EXPONENT = 40
_LONG = ("evidence", "reports")
"""Lists that grow by the hundred thousand: spelled and read item by item, as far as they are new."""


@dataclass(frozen=True, slots=True)
class _File:
    """The file as it stands: `rules_version` names the rules that the publisher used."""

    format: int
    rules_version: str
    facts: Facts


def facts_bytes(facts: Facts) -> bytes:
    """Return the bytes of facts.json; the same facts always give the same bytes."""
    return spell(_File(FORMAT, RULES_VERSION, facts))


def spelled_and_read(facts: Facts, memory: Memory) -> tuple[bytes, Facts]:
    """Return the bytes of facts.json and the facts as whoever reads them will have them.

    What is spelled as in the round before is the very same object as then, so that whatever follows
    from it alone is known to be the same without a look.
    """
    spelled: dict[str, bytes] = {}
    read: dict[str, Any] = {}
    for name, kind in _kinds().items():
        value = getattr(facts, name)
        if name in _LONG:
            one = get_args(kind)[0]
            pairs = memory.each(("facts", name), value, partial(_pairs, kind=one))
            spelled[name] = b"[" + b",".join([data for data, _ in pairs]) + b"]"
            read[name] = tuple([each for _, each in pairs])
        else:
            data = memory.of(("spelled", name), Same(value), partial(spell, value))
            spelled[name] = data
            read[name] = memory.of(("facts", name), data, partial(_read_back, data, kind))
    # Put together by hand, names in their order: an encoder would copy these megabytes once more.
    pieces = [piece for name in sorted(spelled) for piece in (b',"%s":' % name.encode(), spelled[name])]
    head = spell({"format": FORMAT, "rules_version": RULES_VERSION})
    data = b"".join((b'{"facts":{', pieces[0][1:], *pieces[1:], b"},", head[1:]))
    if len(data) > MAX_BYTES:
        raise _refused("", f"is larger than {MAX_BYTES} bytes")
    found = Facts(**read)
    _check_decimals(found)
    _check_thresholds(found)
    return data, found


def _pairs(values: Sequence[Any], kind: Any) -> list[tuple[bytes, Any]]:
    """Return each value as it is spelled and as it is read."""
    spelled = spell_each(values)
    read = _read_back(b"[" + b",".join(spelled) + b"]", list[kind])
    return list(zip(spelled, read, strict=True))


def _read_back(data: bytes, kind: Any) -> Any:
    value = from_json(data, kind)
    if spell(value) != data:  # a reader would refuse it
        raise _refused("", f"holds what is not read as it is spelled: {data[:80]!r}")
    return value


@cache
def _kinds() -> dict[str, Any]:
    return get_type_hints(Facts)


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
