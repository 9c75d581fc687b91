"""How fast a data set of 60 indicators × 35 areas × 11 years becomes a folder, from one CSV file.

Prints one `name: value` line for each figure, of the least disturbed of the runs. `data_seconds` is reading,
checking and writing every data file; `data_cpu_seconds` is the same in processor time without the
disk, which other work on the machine lengthens less; `command_seconds` is the whole command with
the start of Python and the pages.
"""

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from thuocdo.publication.observations.publish import data_files, publish_data_set
from thuocdo.publication.observations.reading import read_observations
from thuocdo.publication.observations.types import DataSet

AS_OF = date(2026, 1, 5)
COMMAND = "from thuocdo.cli.main import main; main()"


def made_up(indicators: int, areas: int, years: int) -> str:
    """Return a tidy file; every value is invented, the same every time."""
    chance = random.Random(7)  # noqa: S311  no secret, only the same numbers each time
    lines = ["indicator,area,year,value,unit,numerator,denominator,status,source"]
    for indicator in range(indicators):
        for area in range(areas):
            for year in range(2026 - years, 2026):
                part = chance.randrange(1, 10000)
                lines.append(
                    f"{indicator // 10 + 1}.{indicator % 10 + 1},P{area:02},{year},{part / 100:.2f},%,"
                    f"{part},10000,{'P' if year == AS_OF.year - 1 else 'A'},Survey {year}"
                )
    return "\n".join(lines) + "\n"


def read(file: Path) -> DataSet:
    """Return the file's data set, every value marked as invented."""
    named = {"where": str(file), "title": "Made up", "publisher": ""}
    return read_observations(file.read_bytes(), **named, as_of=AS_OF, illustrative=True)


def main() -> None:
    """Publish a made-up file several times and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, standard in (("indicators", 60), ("areas", 35), ("years", 11), ("runs", 5)):
        parser.add_argument(f"--{name}", type=int, default=standard)
    asked = parser.parse_args()
    reading, data, busy, pages, command = [], [], [], [], []
    with tempfile.TemporaryDirectory(prefix="thuocdo-bench-") as folder:
        file, out = Path(folder) / "values.csv", Path(folder) / "out"
        file.write_text(made_up(asked.indicators, asked.areas, asked.years), encoding="utf-8")
        for _ in range(asked.runs):
            shutil.rmtree(out, ignore_errors=True)
            started = time.perf_counter()
            given = read(file)
            reading.append(time.perf_counter() - started)
            done = publish_data_set(given, out=out)
            data.append(reading[-1] + done.data_seconds)
            worked = time.process_time()
            sum(len(each) for _path, each in data_files(read(file)))
            busy.append(time.process_time() - worked)
            pages.append(done.page_seconds)
            shutil.rmtree(out)
            started = time.perf_counter()
            line = [sys.executable, "-c", COMMAND, "publish", "--observations", file, "--out", out]
            subprocess.run([*line, "--illustrative"], check=True, capture_output=True)  # noqa: S603  our own command
            command.append(time.perf_counter() - started)
        size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    print(f"values: {len(given.values)}")
    print(f"data_files: {done.data_files}")
    print(f"pages: {done.pages}")
    print(f"written_mib: {size / 2**20:.1f}")
    print(f"reading_seconds: {min(reading):.2f}")
    print(f"data_seconds: {min(data):.2f}")
    print(f"data_cpu_seconds: {min(busy):.2f}")
    print(f"page_seconds: {min(pages):.2f}")
    print(f"command_seconds: {min(command):.2f}")


if __name__ == "__main__":
    main()
