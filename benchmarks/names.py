"""How many misprinted names of bodies are recognised, and that none is read as another one in silence."""

import argparse
import json
import random
import sys
import time
from collections import Counter

from thuocdo.core.country import names
from thuocdo.documents.reading.agencies import Directory
from thuocdo.documents.reading.names import read_cell

LETTERS = "abcdeghiklmnopqrstuvxyăâđêôơưáàảãạóòộợíìịúùụéèẹ"


def slipped(word: str, dice: random.Random) -> str:
    """Return the word with one letter dropped, doubled, replaced or two letters changed over."""
    places = [place for place, char in enumerate(word) if char.isalpha()]
    place = dice.choice(places)
    kind = dice.choice(("drop", "add", "replace", "change over"))
    if kind == "drop":
        return word[:place] + word[place + 1 :]
    if kind == "add":
        return word[:place] + dice.choice(LETTERS) + word[place:]
    if kind == "replace":
        return word[:place] + dice.choice(LETTERS) + word[place + 1 :]
    return word[:place] + word[place + 1 : place + 2] + word[place] + word[place + 2 :]


def measure(slips: int, each: int, seed: int) -> dict[str, float]:
    """Return the shares of misprints of full names recognised, remarked, and misread in silence."""
    directory, dice = Directory(names()), random.Random(seed)  # noqa: S311  a repeatable sample, no secret
    exact = {
        read_cell(form).words for name in names() for form in (name.name_vi, name.name_en, *name.variants)
    }
    found: Counter[str] = Counter()
    started = time.perf_counter()
    for name in names():
        for form in (name.name_vi, name.name_en):
            for _ in range(each if " " in form else 0):
                printed = form
                for _slip in range(slips):
                    printed = slipped(printed, dice)
                owners = directory.read(printed)
                right = owners.names == directory.read(form).names
                if read_cell(printed).words in exact and not right:
                    found["another known name"] += 1
                    continue
                doubted = any(doubt.code != "members_not_named" for doubt in owners.doubts)
                found["misprints"] += 1
                found["recognised" if right else "remarked" if doubted else "silent"] += 1
                if not right and any(doubt.code == "name_typo" for doubt in owners.doubts):
                    found["misread"] += 1
                if not right and not doubted:
                    print("silent:", form, "->", printed, owners.names, file=sys.stderr)
    took = time.perf_counter() - started
    total = found["misprints"]
    return {
        "slips": slips,
        "misprints": total,
        "recognised": round(found["recognised"] / total, 4),
        "kept_with_remark": round((found["remarked"] - found["misread"]) / total, 4),
        "read_as_another_with_remark": round(found["misread"] / total, 4),
        "silently_wrong": found["silent"],
        "another_known_name": found["another known name"],
        "ms_each": round(1000 * took / total, 2),
    }


def main() -> None:
    """Print the shares as JSON; fail when a misprint was misread in silence."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=10, help="misprints of each name")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    results = [measure(slips, asked.each, asked.seed) for slips in (1, 2)]
    print(json.dumps(results, indent=1))
    sys.exit(any(result["silently_wrong"] for result in results))


if __name__ == "__main__":
    main()
