"""Bare `nlp.pipe` over the texts of a file, for each line of layers: seconds and CPU seconds."""

import contextlib
import json
import os
import sys
import time
from pathlib import Path

from curator.suggest import models
from curator.suggest.arithmetic import fast_products
from curator.suggest.portions import ITEMS


def main(source, model, products):
    os.nice(10)  # as the suggest process is
    with fast_products() if products == "fast" else contextlib.nullcontext():
        pipeline = models.load(models.find(model))
    lines = Path(source).read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    print(json.dumps(pipeline.pipe_names), flush=True)
    for asked in sys.stdin:
        components = ["ner"] if asked.strip() == "entity" else pipeline.pipe_names
        with pipeline.select_pipes(enable=components):
            print(json.dumps(_measure(pipeline, texts)), flush=True)


def _measure(pipeline, texts):
    begun, computed = time.perf_counter(), time.process_time()
    found = sum(len(doc.ents) for doc in pipeline.pipe(texts, batch_size=ITEMS))
    seconds, cpu = time.perf_counter() - begun, time.process_time() - computed
    return {"seconds": seconds, "cpu": cpu, "found": found}


if __name__ == "__main__":
    main(*sys.argv[1:])
