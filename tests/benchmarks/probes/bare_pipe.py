"""Bare `nlp.pipe` over the texts of a file: seconds, CPU seconds and the most memory."""

import json
import resource
import sys
import time
from pathlib import Path

from curator.suggest import models
from curator.suggest.portions import ITEMS


def main(source, model, layers):
    pipeline = models.load(models.find(model))
    if layers == "entity":
        pipeline.select_pipes(enable=["ner"])
    lines = Path(source).read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    list(pipeline.pipe(texts[:ITEMS], batch_size=ITEMS))
    begun, computed = time.perf_counter(), time.process_time()
    found = sum(len(doc.ents) for doc in pipeline.pipe(texts, batch_size=ITEMS))
    seconds, cpu = time.perf_counter() - begun, time.process_time() - computed
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(json.dumps({"seconds": seconds, "cpu": cpu, "memory": most, "found": found}))


if __name__ == "__main__":
    main(*sys.argv[1:])
