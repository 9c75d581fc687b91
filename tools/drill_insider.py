"""Does to an installation what somebody inside could do, and counts what is found.

Prints a line for each attack: what was done, who finds it, and the sentence that says what and where.
Ends with `found n/n`, and with 1 when an attack was not found, when its sentence does not name the
place, or when the untouched installation is not clean.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from drills.insider import ATTACKS, audit, check, verify
from drills.installed import install, watch

_LONGEST = 320
SIGNED = 200


def main() -> int:
    """Install, look at the control, attack."""
    reader = argparse.ArgumentParser(description=main.__doc__)
    reader.add_argument("--only", default="", help="attacks whose name holds this text")
    asked = reader.parse_args()
    started = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="thuocdo-insider-") as name:
        place = install(Path(name) / "installation")
        control = [*verify(place, kept=place.kept), *check(place, kept=place.kept), *audit(place)]
        control += [] if watch(place) == SIGNED else ["the witness refuses an honest log"]
        print(f"untouched: {control or 'clean'}")
        attacks = [attack for attack in ATTACKS if asked.only in attack.name]
        found = 0
        for attack in attacks:
            with place.copied() as copy:
                said = attack.act(copy)
            naming = [each for each in said if all(word in each for word in attack.names)]
            found += bool(naming)
            sentence = (naming or said or ["NOT FOUND"])[0][:_LONGEST]
            print(f"{attack.name}: {'found' if naming else 'MISSED'} by {attack.finder}: {sentence}")
    print(f"seconds: {time.perf_counter() - started:.1f}")
    print(f"found {found}/{len(attacks)}")
    return 0 if found == len(attacks) and not control else 1


if __name__ == "__main__":
    sys.exit(main())
