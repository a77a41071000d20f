"""What `curator suggest` does once its process is up: from the project to stored suggestions."""

import json
import resource
import sys
import time
from pathlib import Path

from curator.domain.annotation import Layer
from curator.services import suggesting
from curator.store.project import Project
from curator.suggest.client import SuggestProcess


def main(path, model, layers):
    wanted = [Layer(name) for name in layers.split(",")]
    with Project.open(Path(path), write=True) as project:
        process = SuggestProcess(layers=wanted, model=model)
        process.wait_ready()
        before = _computed(resource.RUSAGE_SELF)
        begun = time.perf_counter()
        report = suggesting.SuggestReport()
        for _step in suggesting.suggest(project, process, report, layers=wanted):
            pass
        seconds = time.perf_counter() - begun
        own = _computed(resource.RUSAGE_SELF) - before
        process.close()
    assert not report.failed, report.failed[:3]
    child = resource.getrusage(resource.RUSAGE_CHILDREN)
    told = {"seconds": seconds, "own": own, "memory": child.ru_maxrss * 1024}
    print(json.dumps({**told, "found": sum(report.suggestions.values())}))


def _computed(who):
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main(*sys.argv[1:])
