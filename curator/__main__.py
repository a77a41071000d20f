"""The command `curator`: the window at once, or a verb of the command line."""

from __future__ import annotations

import sys

from curator.cli.window import open_window, wanted_window


def main() -> int:
    """Run what the command line's arguments ask for.

    The window is opened without the machinery of the other verbs, so that it paints at once.

    Returns:
        The exit code: 0 done, 1 problems in the data or project held by another, 2 wrong use.
    """
    arguments = sys.argv[1:]
    window = wanted_window(arguments)
    if window is not None:
        return open_window(window)
    from curator.cli.app import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
