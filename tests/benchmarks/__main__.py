"""Runs benchmarks by their names, one after the other, and prints what they came to."""

from __future__ import annotations

import argparse
import importlib
import sys

from tests.benchmarks.measuring import Run, load, machine, table

BENCHMARKS = {
    "paint": "paint",
    "queue": "queue_page",
    "queue-at-work": "queue_at_work",
    "import": "imports",
    "help": "help_text",
    "memory": "memory",
    "decisions": "decisions",
    "page": "text_page",
    "keys": "keys",
    "fluid": "fluid",
    "suggest": "suggesting",
    "learn": "learning",
    "near-duplicates": "near_duplicates",
}
"""Names with the modules that they lie in."""


def main() -> int:
    """Run them; returns 1 when a floor was missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument("--times", type=int, default=5, help="rounds that are counted (5)")
    parser.add_argument("--quick", action="store_true", help="small sizes, no floors")
    given = parser.parse_args()
    if unknown := [name for name in given.names if name not in BENCHMARKS]:
        parser.error(f"no benchmark {unknown[0]}; there are {', '.join(BENCHMARKS)}")
    how = Run(1 if given.quick else given.times, given.quick)
    print(machine())
    missed = False
    for name in given.names or BENCHMARKS:
        print(f"\n{name} ({load()})")
        module = importlib.import_module(f"tests.benchmarks.{BENCHMARKS[name]}")
        figures = module.bench(how)
        print(table(figures), flush=True)
        missed |= any(figure.missed for figure in figures)
    return int(missed and not how.quick)


if __name__ == "__main__":
    sys.exit(main())
