"""An open document of 2 KB: seconds until its entities are there, beside the bare recogniser."""

import json
import sys
import time

from curator.domain.annotation import Layer
from curator.services.projects import read_scheme
from curator.suggest import models
from curator.suggest.client import SuggestProcess
from curator.suggest.messages import Done, Item, Proposed
from tests.benchmarks.corpus import records


def main(model, times):
    texts = [one["text"] for one in records(int(times) + 1)]
    scheme = read_scheme("everything")
    pipeline = models.load(models.find(model))
    pipeline.select_pipes(enable=["ner"])
    process = SuggestProcess(model=model)
    process.wait_ready()
    found = []
    for number, text in enumerate(texts):
        begun = time.perf_counter()
        pipeline(text)
        bare = time.perf_counter() - begun
        begun = time.perf_counter()
        process.urgent(Item(f"open:{number}", text, ""), scheme=scheme)
        ours = 0.0
        for answer in process.answers():
            if isinstance(answer, Proposed) and answer.layer is Layer.ENTITY and not ours:
                ours = time.perf_counter() - begun
            if isinstance(answer, Done):
                break
        found.append([bare, ours])
    process.close()
    print(json.dumps(found[1:]))


if __name__ == "__main__":
    main(*sys.argv[1:])
