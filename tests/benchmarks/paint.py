"""First paint of the window beside a bare one, from the start of the process."""

from __future__ import annotations

from functools import partial

from tests.benchmarks.measuring import PROBES, Figure, Run, in_turn, ratio, run, until_told


def bench(how: Run) -> list[Figure]:
    """Measure it, and say what heavy modules are there."""
    bare, own = PROBES / "bare_window.py", PROBES / "curator_window.py"
    found = in_turn(
        {"bare": partial(until_told, bare), "curator": partial(until_told, own)}, 2 * how.times
    )
    value = ratio(found["curator"], found["bare"])
    heavy = run(own).split()[1:]
    return [
        Figure("bare QMainWindow", f"{found['bare']}"),
        Figure("first paint of curator", f"{found['curator']} = {value:.2f} ×", value, 1.5, 1.2),
        Figure("heavy modules at the first paint", ", ".join(heavy) or "none", len(heavy), 0),
    ]
