"""What `curator suggest` does once its process is up: from the project to stored suggestions.

For each line with layers and a project: seconds, CPU seconds of the process and of its parent.
"""

import json
import os
import sys
import time
from pathlib import Path

from curator.domain.annotation import Layer
from curator.services import suggesting
from curator.store.project import Project
from curator.suggest.client import SuggestProcess


def main(model):
    process = SuggestProcess(model=model)
    print(json.dumps(process.wait_ready().model), flush=True)
    for asked in sys.stdin:
        layers, _space, path = asked.strip().partition(" ")
        with Project.open(Path(path), write=True) as project:
            told = _measure(project, process, [Layer(name) for name in layers.split(",")])
        print(json.dumps(told), flush=True)
    process.close()


def _measure(project, process, layers):
    report = suggesting.SuggestReport()
    child, own, begun = _computed(process.pid), time.process_time(), time.perf_counter()
    for _step in suggesting.suggest(project, process, report, layers=layers):
        pass
    told = {
        "seconds": time.perf_counter() - begun,
        "cpu": _computed(process.pid) - child,
        "own": time.process_time() - own,
        "memory": _most(process.pid),
        "found": sum(report.suggestions.values()),
    }
    assert not report.failed, report.failed[:3]
    return told


def _computed(pid):
    """Return CPU seconds."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _most(pid):
    """Return the most bytes that it held."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:"))


if __name__ == "__main__":
    main(*sys.argv[1:])
