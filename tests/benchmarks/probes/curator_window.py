"""Says when the window of `curator` was painted; its arguments are those of the program."""

import os
import sys
import threading
import time

HEAVY = ("sqlmodel", "sqlalchemy", "pydantic", "numpy", "spacy")

start = threading.Thread.start


def begun(thread):
    # The program starts its loader by the first paint; nothing else of it is touched.
    if thread.name != "loader":
        start(thread)
        return
    print(time.monotonic(), *(name for name in HEAVY if name in sys.modules), flush=True)
    os._exit(0)


threading.Thread.start = begun
sys.argv = ["curator", *sys.argv[1:]]

from curator.__main__ import main  # noqa: E402 - after what watches it

main()
