"""Publishing a data set that stands alone, for `thuocdo publish --observations`."""

import time
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import typer

from thuocdo.cli.language import language
from thuocdo.core.errors import Invalid, NotFound
from thuocdo.core.messages import translate


def publish_observations(
    file: Path,
    *,
    out: Path | None,
    title: str,
    publisher: str,
    as_of: date | None,
    illustrative: bool,
    meant_for_programme: Mapping[str, object],
) -> None:
    """Read a CSV of values and write its data files and pages; every fault of the file at once."""
    from thuocdo.core.dates import local_day
    from thuocdo.publication.observations.publish import publish_data_set
    from thuocdo.publication.observations.reading import MOST_BYTES, read_observations

    wrong = [name for name, value in meant_for_programme.items() if value]
    if wrong:
        raise Invalid(f"{wrong[0]} is for a programme; a data set is not signed.", hint="Leave it out.")
    if not file.is_file():
        raise NotFound(f"There is no file {file}.")
    started = time.perf_counter()
    with file.open("rb") as stream:
        data = stream.read(MOST_BYTES + 1)
    given = read_observations(
        data,
        where=str(file),
        title=title or file.stem,
        publisher=publisher,
        as_of=as_of or local_day(datetime.now(UTC)),
        illustrative=illustrative,
    )
    read = time.perf_counter() - started
    folder = out or Path(file.stem)
    done = publish_data_set(given, out=folder)
    said = translate(
        "{out}: {values} values; {files} data files in {seconds} s, {pages} pages in {more} s.", language()
    )
    typer.echo(
        said.format(
            out=folder,
            values=len(given.values),
            files=done.data_files,
            seconds=f"{read + done.data_seconds:.2f}",
            pages=done.pages,
            more=f"{done.page_seconds:.2f}",
        )
    )
