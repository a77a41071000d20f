"""From a key to the frame that shows what it did, in the real window on a long document."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from curator.domain.import_plan import ImportPlan
from curator.services import projects
from curator.services.importing import Import, import_paths
from tests.benchmarks.measuring import PROBES, Figure, Run, Series, fresh, kept, run
from tests.benchmarks.text_page import SHAPES, SMALL, Shape, document, hundredth


def bench(how: Run) -> list[Figure]:
    """Give verdicts by key; times are those of the window's thread on the processor."""
    shape = SMALL[0] if how.quick else SHAPES[0]
    made = _project(shape)
    with fresh() as folder:
        copy = folder / made.name
        shutil.copyfile(made, copy)
        told = json.loads(run(PROBES / "keys_window.py", copy, str(20 * how.times)))
    keys, whole = Series(told["keys"]), Series(told["all"])
    high, higher = 1e3 * hundredth(keys), 1e3 * hundredth(whole)
    return [
        Figure(f"open in the window, {shape}", f"{1e3 * told['opened']:.0f} ms"),
        Figure("key to painted, p99", f"{high:.1f} ms, median {1e3 * keys.median:.1f}", high, 16),
        Figure(
            "key to all around it painted, p99",
            f"{higher:.1f} ms, median {1e3 * whole.median:.1f}",
            higher,
            16,
        ),
    ]


def _project(shape: Shape) -> Path:
    """Make a project of one long document with suggestions, once."""
    path = kept("projects") / f"keys-{shape.size}-{shape.spans}.curator"
    if path.exists():
        return path
    text, annotations = document(shape)
    spans = [
        {
            "id": f"s{one.id}",
            "start": one.start,
            "end": one.end,
            "label": one.label,
            "score": one.score,
            "suggester": "upstream",
        }
        for one in annotations
    ]
    source = kept("corpora") / f"{path.stem}.jsonl"
    source.write_text(json.dumps({"id": "long", "text": text, "spans": spans}), encoding="utf-8")
    part = path.with_name("part.curator")
    part.unlink(missing_ok=True)
    with projects.create(part, scheme="everything", blind_share=0.0) as project:
        for _step in import_paths(Import(project, [source], ImportPlan(annotations="suggestions"))):
            pass
    part.rename(path)
    return path
