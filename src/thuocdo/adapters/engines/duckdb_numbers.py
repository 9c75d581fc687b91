"""Numbers of many units as the columns in which an engine gives them; Python's own only where asked for."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from thuocdo.measurement.partials import Group, Number


class Numbers(Mapping[Group, Mapping[str, Number]]):
    """Every group with its numbers.

    The first columns of `table` (of Arrow) are the words of the groups, the others measures in the order of
    their `names`.
    `further` are numbers that were made outside of the engine; it answers for every group.
    """

    def __init__(
        self,
        table: Any,
        words: int,
        names: Sequence[str],
        further: Mapping[Group, Mapping[str, Number]],
    ) -> None:
        self._words, self._names, self._further = words, names, further
        self._columns = [column.combine_chunks() for column in table.itercolumns()]

    def __getitem__(self, group: Group) -> Mapping[str, Number]:
        """Return the numbers of a group."""
        place = self._places[group]
        numbers = zip(self._names, self._columns[self._words :], strict=True)
        return {**{name: column[place].as_py() for name, column in numbers}, **self._further[group]}

    def __iter__(self) -> Iterator[Group]:
        """Yield the groups in their order."""
        return iter(sorted(self._places))

    def __len__(self) -> int:
        """Return how many groups there are."""
        return len(self._columns[0])

    @cached_property
    def _places(self) -> dict[Group, int]:
        words = [column.to_pylist() for column in self._columns[: self._words]]
        return dict(zip(zip(*words, strict=True), range(len(self)), strict=True))
