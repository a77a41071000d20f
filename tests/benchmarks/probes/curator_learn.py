"""What `curator learn` does: seconds, CPU seconds and memory of the training process."""

import json
import sys
import time
from pathlib import Path

from curator.services.learning import tuning
from curator.services.learning.tuning import TuneReport
from curator.store.project import Project
from curator.suggest.tuning.trainer import Trainer


def main(path, model):
    told = []
    with Project.open(Path(path), write=True) as project:
        for seed in (1, 1):
            report = TuneReport()
            begun = time.perf_counter()
            for _step in tuning.tune(project, Trainer(model=model), seed=seed, report=report):
                pass
            figures = report.version.figures
            taught = {key: figures[key] for key in ("seconds", "cpu_seconds", "memory")}
            told.append(
                {"whole": time.perf_counter() - begun, **taught, **figures["counts"]}
                | {"digest": report.version.digest}
            )
            tuning.versions.use(project, None)
    print(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
