"""`curator --help` beside the interpreter alone."""

from __future__ import annotations

from functools import partial

from tests.benchmarks.measuring import Figure, Run, clock, in_turn, run


def bench(how: Run) -> list[Figure]:
    """Measure it; the floor is three bare starts and 150 ms, both taken in the same run."""
    found = in_turn(
        {
            "bare": partial(clock, partial(run, "-c", "pass")),
            "help": partial(clock, partial(run, "-m", "curator", "--help")),
        },
        2 * how.times,
    )
    bare, told = found["bare"], found["help"]
    most = 3 * bare.median + 0.15
    share = told.median / most
    words = f"{told}, allowed {1e3 * most:.0f} ms, of that {share:.2f}"
    return [Figure("python -c pass", f"{bare}"), Figure("curator --help", words, share, 1)]
