"""Garbage: full collections are rare, because every thread of the window waits for one."""

from __future__ import annotations

import gc

_FULL_AFTER = 1_000
"""Collections of the middle generation before a full one; Python's own figure is 10.

A full one goes through all that lives: 60 to 80 ms were seen beside a project of 2,000 documents,
seven times in 15 seconds of suggesting and importing. What most acts leave behind goes with the
first two generations.
"""


def settle() -> None:
    """Set aside what the program itself consists of, and collect in full only now and then.

    To be called once, as soon as everything is loaded; `cli.window` has held collecting back till
    then.
    """
    gc.freeze()
    young, middle, _full = gc.get_threshold()
    gc.set_threshold(young, middle, _FULL_AFTER)
    gc.enable()
