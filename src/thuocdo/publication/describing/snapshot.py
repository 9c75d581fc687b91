"""What the describing files speak of: one publication as facts, tables and corrections."""

from collections.abc import Iterator
from dataclasses import dataclass

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

    def within(self, table: Table) -> str:
        """Return a table's path from the programme's folder, without ending."""
        return table.path.removeprefix(f"{self.slug}/")

    def title(self, language: str) -> str:
        """Return the programme's short name, marked when the data are illustrative."""
        programme = self.facts.programme
        name = programme.name_vi if language == "vi" else programme.name_en
        return f"{name} ({MARK})" if self.facts.illustrative else name

    def about(self, language: str) -> str:
        """Return what the publication holds, in one sentence."""
        return self.words(_ABOUT, language, day=self.facts.as_of)

    def issuer(self, language: str) -> str:
        """Return who issued the programme."""
        programme = self.facts.programme
        return programme.issuer_vi if language == "vi" else programme.issuer_en

    def words(self, message: str, language: str, **params: object) -> str:
        """Return a sentence in a language."""
        return translate(message, language).format(**params)


def correction_words(correction: Correction, language: str) -> str:
    """Return a correction in one sentence."""
    names = ("what", "key", "field", "old", "new", "document")
    said = {name: getattr(correction, name) for name in names}
    return translate(_CORRECTED, language).format(**said)
