"""Commands run with their computing time and memory measured, apart from what the tests themselves hold."""

import os
import subprocess
import sys

CODE = (
    "import os, resource, subprocess, sys\n"
    "done = subprocess.run(sys.argv[1:], capture_output=True)\n"
    "os.write(1, done.stdout)\n"
    "os.write(2, done.stderr)\n"
    "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
    "os.write(2, b'\\n%d %d' % (1000 * (used.ru_utime + used.ru_stime), used.ru_maxrss))\n"
    "sys.exit(done.returncode)\n"
)
"""A small process in between: a child counts the memory of the process that started it as its own."""


def measured(*command, timeout, environment=None):
    """Return exit code, outputs, seconds of computing, and the kB of the largest process."""
    done = subprocess.run(
        [sys.executable, "-S", "-c", CODE, *map(str, command)],
        capture_output=True,
        env={**os.environ, **(environment or {})},
        check=False,
        timeout=timeout,
    )
    words, _line, used = done.stderr.decode().rpartition("\n")
    milliseconds, kilobytes = map(int, used.split())
    return done.returncode, done.stdout, words, milliseconds / 1000, kilobytes
