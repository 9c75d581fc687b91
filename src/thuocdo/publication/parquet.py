"""Columns into the bytes of a Parquet file; the same columns always give the same bytes.

Written here and not by a library, because a verifier makes the file again and compares it byte for byte
(docs/decisions/0022). Sources: the Apache Parquet format 2.10 (file layout, levels, RLE and dictionary
encodings) and the compact protocol of Apache Thrift. One page for each column of a row group, not compressed:
repeated values stand in a dictionary once.
"""

import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

_MAGIC = b"PAR1"
_PLAIN, _RLE, _RLE_DICTIONARY = 0, 3, 8
_DATA_PAGE, _DICTIONARY_PAGE = 0, 2
_OPTIONAL, _REQUIRED, _REPEATED = 1, 0, 2
_EPOCH = date(1970, 1, 1).toordinal()
PRECISION = 38
"""Digits that a decimal has room for: what every reader takes."""


class Long(int):
    """A number that Thrift writes as one of 64 bits."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of values: Parquet's number of it, and what it means (converted type and logical type)."""

    number: int
    converted: int | None = None
    logical: dict[int, Any] | None = None
    length: int | None = None

    @property
    def scale(self) -> int:
        """Return how many places behind the point a type of decimals has."""
        return int(self.logical[5][1]) if self.logical and 5 in self.logical else 0  # noqa: PLR2004  decimal


BOOLEAN = Kind(0)
INTEGER = Kind(2)
DATE = Kind(1, 6, {6: {}})
TEXT = Kind(6, 0, {1: {}})


def decimal(scale: int) -> Kind:
    """Return the type of decimals with so many places, given as whole numbers of the last place."""
    return Kind(7, 5, {5: {1: scale, 2: PRECISION}}, 16)


@dataclass(frozen=True, slots=True)
class Filled:
    """A column and its cells: None for no value; of a `many` column each cell is a tuple."""

    name: str
    kind: Kind
    cells: Sequence[Any]
    many: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Some rows of a table, coded: their pages, and what the footer says of each column's.

    Places are counted from the group's own begin, so that it is the same wherever it stands in a file.
    """

    rows: int
    data: bytes
    chunks: tuple[dict[int, Any], ...]


def group(columns: Sequence[Filled]) -> Group:
    """Return rows of equally long columns as a group."""
    out = bytearray()
    chunks = tuple(_chunk(out, column) for column in columns)
    return Group(len(columns[0].cells), bytes(out), chunks)


def parquet_bytes(columns: Sequence[Filled], groups: Sequence[Group], said: Mapping[str, str]) -> bytes:
    """Return the file of some groups, which have these columns; `said` is what the file says of itself."""
    rows = sum(each.rows for each in groups)
    pieces, told, at = [_MAGIC], [], len(_MAGIC)
    for each in groups:
        size = len(each.data)
        chunks = [_moved(chunk, at) for chunk in each.chunks]
        told.append({1: chunks, 2: Long(size), 3: Long(each.rows)})
        pieces.append(each.data)
        at += size
    schema = [{4: "table", 5: len(columns)}, *(each for column in columns for each in _schema(column))]
    footer = {
        1: 2,
        2: schema,
        3: Long(rows),
        4: told,
        5: [{1: name, 2: value} for name, value in said.items()],
        6: "thuocdo",
    }
    data = _struct(footer)
    return b"".join((*pieces, data, struct.pack("<I", len(data)), _MAGIC))


def _moved(chunk: dict[int, Any], by: int) -> dict[int, Any]:
    """Return what the footer says of a column whose group begins so many bytes into the file."""
    meta = chunk[3]
    pages = {9: Long(meta[9] + by), 11: None if meta[11] is None else Long(meta[11] + by)}
    return {2: Long(chunk[2] + by), 3: meta | pages}


def _schema(column: Filled) -> list[dict[int, Any]]:
    kind = column.kind
    leaf: dict[int, Any] = {1: kind.number, 2: kind.length, 3: _REQUIRED if column.many else _OPTIONAL}
    leaf |= {4: "element" if column.many else column.name, 6: kind.converted}
    if kind.logical:
        leaf |= {7: kind.logical[5][1], 8: kind.logical[5][2]} if 5 in kind.logical else {}  # noqa: PLR2004  decimal
        leaf |= {10: kind.logical}
    if not column.many:
        return [leaf]
    outer = {3: _OPTIONAL, 4: column.name, 5: 1, 6: 3, 10: {3: {}}}
    return [outer, {3: _REPEATED, 4: "list", 5: 1}, leaf]


def _chunk(out: bytearray, column: Filled) -> dict[int, Any]:
    """Append a column's pages and return what the footer says of them."""
    begin = len(out)
    levels, values, count = _levels(column)
    if column.kind is BOOLEAN:
        coded, encoding, dictionary = _bits(values), _PLAIN, None
    else:
        places = {value: place for place, value in enumerate(dict.fromkeys(values))}
        dictionary, encoding = b"".join(_plain(column.kind, value) for value in places), _RLE_DICTIONARY
        _page(out, {1: _DICTIONARY_PAGE, 7: {1: len(places), 2: _PLAIN}}, dictionary)
        width = max(1, (len(places) - 1).bit_length())
        coded = bytes([width]) + _runs(map(places.__getitem__, values), width)
    at = len(out)
    _page(out, {1: _DATA_PAGE, 5: {1: count, 2: encoding, 3: _RLE, 4: _RLE}}, levels + coded)
    size = Long(len(out) - begin)
    meta = {
        1: column.kind.number,
        2: [_PLAIN, _RLE] if dictionary is None else [_PLAIN, _RLE, _RLE_DICTIONARY],
        3: [column.name, "list", "element"] if column.many else [column.name],
        4: 0,
        5: Long(count),
        6: size,
        7: size,
        9: Long(at),
        11: None if dictionary is None else Long(begin),
    }
    return {2: Long(begin), 3: meta}


def _levels(column: Filled) -> tuple[bytes, list[Any], int]:
    """Return the levels (where a value is missing, where a list begins), the values, and how many places."""
    if not column.many:
        defined = [cell is not None for cell in column.cells]
        return _level(defined, 1), [cell for cell in column.cells if cell is not None], len(defined)
    begun: list[int] = []
    defined_at: list[int] = []
    values: list[Any] = []
    for cell in column.cells:
        begun += [0] + [1] * (len(cell or ()) - 1)
        defined_at += [2] * len(cell) if cell else [0 if cell is None else 1]
        values += cell or ()
    return _level(begun, 1) + _level(defined_at, 2), values, len(begun)


def _level(levels: Iterable[int], width: int) -> bytes:
    runs = _runs(levels, width)
    return struct.pack("<I", len(runs)) + runs


def _runs(numbers: Iterable[int], width: int) -> bytes:
    """Return numbers as runs of equal ones, each number in as many bytes as `width` bits need."""
    size = (width + 7) // 8
    heads: dict[int, bytes] = {}
    pieces: list[bytes] = []
    for number, run in groupby(numbers):
        count = len(list(run))
        if count not in heads:
            heads[count] = _varint(count << 1)
        pieces += (heads[count], number.to_bytes(size, "little"))
    return b"".join(pieces)


def _bits(values: Sequence[bool]) -> bytes:
    number = sum(1 << place for place, value in enumerate(values) if value)
    return number.to_bytes((len(values) + 7) // 8, "little")


def _plain(kind: Kind, value: Any) -> bytes:
    if kind is TEXT:
        data: bytes = value.encode()
        return struct.pack("<I", len(data)) + data
    if kind is DATE:
        return struct.pack("<i", value.toordinal() - _EPOCH)
    if kind is INTEGER:
        return struct.pack("<q", value)
    return int(value).to_bytes(16, "big", signed=True)


def _page(out: bytearray, header: dict[int, Any], body: bytes) -> None:
    out += _struct(header | {2: len(body), 3: len(body)})
    out += body


def _struct(fields: Mapping[int, Any]) -> bytes:
    """Return a Thrift structure in the compact protocol; a field that is None is left out."""
    out, last = bytearray(), 0
    for number, value in sorted(fields.items()):
        if value is not None:
            kind, data = _thrift(value)
            out += bytes([(number - last) << 4 | kind]) + data
            last = number
    return bytes(out) + b"\0"


def _thrift(value: Any) -> tuple[int, bytes]:
    if isinstance(value, int):
        return (6 if isinstance(value, Long) else 5), _varint(value << 1)
    if isinstance(value, str):
        data = value.encode()
        return 8, _varint(len(data)) + data
    if isinstance(value, Mapping):
        return 12, _struct(value)
    found = [_thrift(each) for each in value]
    kind = found[0][0] if found else 12
    head = bytes([len(found) << 4 | kind]) if len(found) < 15 else bytes([0xF0 | kind]) + _varint(len(found))  # noqa: PLR2004
    return 9, head + b"".join(data for _kind, data in found)


def _varint(number: int) -> bytes:
    out = bytearray()
    while number > 0x7F:  # noqa: PLR2004  seven bits a byte
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)
