"""The suggest process over many short texts: how its memory grows."""

import json
import random
import sys
from pathlib import Path

from curator.domain.annotation import Layer
from curator.services.projects import read_scheme
from curator.suggest.client import SuggestProcess
from curator.suggest.messages import Done, Item
from tests.benchmarks.corpus import Text


def main(model, documents):
    whole = int(documents)
    process = SuggestProcess(model=model)
    process.wait_ready()
    seen, done = [], 0
    for answer in process.ask(_items(whole), scheme=read_scheme("everything"), layers=list(Layer)):
        done += isinstance(answer, Done)
        if isinstance(answer, Done) and done % (whole // 10) == 0:
            seen.append(_held(process.pid, "VmRSS"))
    print(json.dumps({"seen": seen, "most": _held(process.pid, "VmHWM")}))
    process.close()


def _items(documents):
    dice = random.Random(7)
    for number in range(documents):
        text = Text()
        text.sentence(dice)
        yield Item(number, text.text, "")


def _held(pid, key):
    """Return bytes."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith(f"{key}:"):
            return int(line.split()[1]) * 1024
    return 0


if __name__ == "__main__":
    main(*sys.argv[1:])
