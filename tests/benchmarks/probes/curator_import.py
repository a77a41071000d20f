"""What `curator import` does once it is loaded: from starting to read to the last commit."""

import sys
import time
from pathlib import Path

from curator.domain.import_plan import ImportPlan
from curator.services import projects
from curator.services.importing import Import, import_paths


def main(source, target, annotations):
    with projects.create(Path(target), scheme="everything", blind_share=0.0) as project:
        begun = time.perf_counter()
        job = Import(project, [Path(source)], ImportPlan(annotations=annotations))
        for _step in import_paths(job):
            pass
        print(time.perf_counter() - begun)
        report = job.intake.report
        assert not report.problems, report.problems[:3]
        print(report.documents, sum(report.annotations.values()))


if __name__ == "__main__":
    main(*sys.argv[1:])
