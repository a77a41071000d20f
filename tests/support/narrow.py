"""A storm of acts where space runs out, and comes back; every act is told once it is kept.

Arguments: a project, a seed, and where space ends: bytes that a file may grow by, or a file whose
removal makes room on a small file system. Prints number and digest of the newest change set after
each act, and what was said when space was out, with the seconds that it took to say so.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from curator.domain.faults import Fault
from curator.services import wording
from curator.store.project import Project
from tests.support.storm import Storm

ACTS = 10
"""Acts after space is back."""


def main() -> None:
    path, dice, end = Path(sys.argv[1]), random.Random(int(sys.argv[2])), sys.argv[3]
    with Project.open(path, write=True) as project:
        storm = Storm(project, dice)
        print(*storm.act(), flush=True)
        make_room = _limit(path, int(end)) if end.isdecimal() else Path(end).unlink
        while (told := _told(storm)) is None:
            pass
        print("full", *told, flush=True)
        make_room()
        for _ in range(ACTS):
            print(*storm.act(), flush=True)


def _limit(path: Path, more: int) -> Callable[[], None]:
    """Let no file grow larger than the write-ahead log is by now and some bytes."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    size = Path(f"{path}-wal").stat().st_size + more
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))


def _told(storm: Storm) -> tuple[str, str, str] | None:
    start = time.monotonic()
    try:
        head = storm.act()
    except Fault as fault:
        return fault.code, f"{time.monotonic() - start:.3f}", wording.fault(fault).line
    print(*head, flush=True)
    return None


if __name__ == "__main__":
    main()
