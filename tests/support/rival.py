"""Tries to write into a project that another process wants as well, and tells what became of it.

Arguments: a project, a seed and how often. Says that it is ready, and begins with a line. Prints
``kept`` with number and digest of the newest change set, or ``refused`` and the line that says why.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from curator.domain.faults import Fault
from curator.services import wording
from curator.store.project import Project
from tests.support.storm import Storm


def main() -> None:
    path, dice, times = Path(sys.argv[1]), random.Random(int(sys.argv[2])), int(sys.argv[3])
    print("ready", flush=True)
    sys.stdin.readline()  # all begin together
    for _ in range(times):
        try:
            with Project.open(path, write=True) as project:
                head = Storm(project, dice).act()
        except Fault as fault:
            print("refused", fault.code, wording.fault(fault).line, flush=True)
        else:
            print("kept", *head, flush=True)


if __name__ == "__main__":
    main()
