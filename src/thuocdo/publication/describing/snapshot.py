"""What the describing files speak of: a publication or a data set, as tables with a title and a day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from thuocdo.core.errors import N_
from thuocdo.core.messages import translate
from thuocdo.evaluation.types import Facts
from thuocdo.publication.columns import Table
from thuocdo.publication.manifest import Correction

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
LICENCE_NAME = "CC-BY-4.0"
MARK = "MINH HOẠ / ILLUSTRATIVE"
_ABOUT = N_("Status of every task and indicator as of {day}, computed by rules that anyone can run again.")
_CORRECTED = N_("Corrected: {what}, {key}, {field}: {old} → {new} ({document})")


def words(message: str, language: str, **params: object) -> str:
    """Return a sentence in a language."""
    return translate(message, language).format(**params)


class Described(Protocol):
    """What the catalogue entry and the data package say, of whatever they describe."""

    @property
    def name(self) -> str:
        """Return its name in addresses."""

    @property
    def place(self) -> str:
        """Return the folder that the tables and the describing files share, "" or with a slash at the end."""

    @property
    def as_of(self) -> date:
        """Return the day that it speaks of."""

    @property
    def begins_on(self) -> date:
        """Return the first day that it covers."""

    @property
    def ends_on(self) -> date:
        """Return the last day that it covers."""

    @property
    def source(self) -> str:
        """Return what it was made from."""

    @property
    def whole_tables(self) -> Iterator[Table]:
        """Yield the tables that are no part of another."""

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """Return what was corrected in it."""

    def title(self, language: str) -> str:
        """Return its title, marked when the data are illustrative."""

    def issuer(self, language: str) -> str:
        """Return who answers for it."""

    def about(self, language: str) -> str:
        """Return what it is, in a sentence."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A publication before it is signed; `tables` are all of its open data."""

    facts: Facts
    tables: tuple[Table, ...]
    corrections: tuple[Correction, ...] = ()

    @property
    def slug(self) -> str:
        """Return the programme's folder."""
        return self.facts.programme.slug

    @property
    def whole_tables(self) -> Iterator[Table]:
        """Yield the tables that are no part of another."""
        return (table for table in self.tables if not table.part)

    def folder(self, language: str) -> str:
        """Return the folder of the programme's pages in a language."""
        return f"{'' if language == 'vi' else f'{language}/'}{self.slug}/"

    @property
    def name(self) -> str:
        """Return the programme's name in addresses."""
        return self.slug

    @property
    def place(self) -> str:
        """Return the programme's folder with a slash at the end."""
        return f"{self.slug}/"

    @property
    def as_of(self) -> date:
        """Return the day of the facts."""
        return self.facts.as_of

    @property
    def begins_on(self) -> date:
        """Return the day of the programme's document."""
        return self.facts.programme.issued_on

    @property
    def ends_on(self) -> date:
        """Return the day of the facts."""
        return self.facts.as_of

    @property
    def source(self) -> str:
        """Return number and issuer of the programme's document."""
        return f"{self.facts.programme.number} ({self.issuer('vi')})"

    def about(self, language: str) -> str:
        """Return what the publication says, in a sentence."""
        return words(_ABOUT, language, day=self.as_of)

    def title(self, language: str) -> str:
        """Return the programme's short name, marked when the data are illustrative."""
        programme = self.facts.programme
        name = programme.name_vi if language == "vi" else programme.name_en
        return f"{name} ({MARK})" if self.facts.illustrative else name

    def issuer(self, language: str) -> str:
        """Return who issued the programme."""
        programme = self.facts.programme
        return programme.issuer_vi if language == "vi" else programme.issuer_en

    def words(self, message: str, language: str, **params: object) -> str:
        """Return a sentence in a language."""
        return words(message, language, **params)


def correction_words(correction: Correction, language: str) -> str:
    """Return a correction in one sentence."""
    names = ("what", "key", "field", "old", "new", "document")
    said = {name: getattr(correction, name) for name in names}
    return translate(_CORRECTED, language).format(**said)
