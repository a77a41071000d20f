"""Near duplicates of 100,000 dispatches, against hashing and tokenising their texts."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from time import process_time

import spacy

from curator.domain.annotation import Layer
from curator.domain.canonical import digest_text
from curator.domain.stories import NEAR, alike, bands, shingles
from curator.services.intake_versions import tell
from curator.store import incoming
from curator.store.project import Project
from curator.store.transaction import Tx
from tests.benchmarks.measuring import Figure, Run, fresh
from tests.support.dispatches import dispatch, updated
from tests.support.projects import make

_CHUNK = 24
_WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(slots=True)
class Found:
    """What it came to: seconds of this process, and counts."""

    hashing: float = 0.0
    spacy: float = 0.0
    words: float = 0.0
    near: float = 0.0
    pairs: int = 0
    right: int = 0
    wrong: int = 0


def bench(how: Run) -> list[Figure]:
    """Find the stories of dispatches of which every second is an update, once."""
    documents = 1_000 if how.quick else 100_000
    found = measure(documents)
    told = [
        (name, found.near / (found.hashing + seconds))
        for name, seconds in (("spaCy's tokeniser", found.spacy), ("a pattern", found.words))
    ]
    words = ", ".join(f"{ratio:.2f} × with {name}" for name, ratio in told)
    updates = f"{found.right:,} of {found.pairs:,} found, {found.wrong:,} wrong"
    return [
        Figure("near duplicates against hashing and tokenising", words),
        Figure("near duplicates alone", f"{found.near / documents * 1e6:.0f} µs a document"),
        Figure("updates alike by .8", updates),
    ]


def measure(documents: int) -> Found:
    """Take so many documents in, as an import does, and measure what stories cost."""
    chance, found, tokenise = random.Random(4), Found(), spacy.blank("en").make_doc
    with fresh() as folder, make(folder / "p.curator") as project:
        batch = _batch(project)
        for first in range(0, documents, _CHUNK):
            texts = _texts(chance)
            found.hashing += _timed(digest_text, texts)
            found.spacy += _timed(tokenise, texts)
            found.words += _timed(_WORD.findall, texts)
            begin = process_time()
            keys = [bands(text) for text in texts]
            found.near += process_time() - begin
            with project.write() as tx:
                numbers = _insert(tx, batch, first, texts)
                rows = [(*row, None) for row in zip(numbers, texts, keys, strict=True)]
                begin = process_time()
                told = tell(tx, rows)
                found.near += process_time() - begin
            for place in range(1, len(texts), 2):
                if alike(shingles(texts[place - 1]), shingles(texts[place])) >= NEAR:
                    found.pairs += 1
                    found.right += told.get(numbers[place]) == numbers[place - 1]
            found.wrong += sum(told[number] != number - 1 for number in told)
    return found


def _timed(work: Callable[[str], object], texts: list[str]) -> float:
    begin = process_time()
    for text in texts:
        work(text)
    return process_time() - begin


def _texts(chance: random.Random) -> list[str]:
    made = []
    for _ in range(_CHUNK // 2):
        old = dispatch(chance, sentences=15)
        made += ["\n".join(old), "\n".join(updated(old, chance, edits=1))]
    return made


def _batch(project: Project) -> int:
    with project.write() as tx:
        return incoming.new_batch(tx, name="batch", origin="")


def _insert(tx: Tx, batch: int, first: int, texts: list[str]) -> list[int]:
    new = [
        incoming.NewDocument(
            f"d{first + place}", "", text, digest_text(text), "", (), "", "", "", {}, {}
        )
        for place, text in enumerate(texts)
    ]
    made = incoming.insert_documents(tx, batch, new, layers=Layer, seed="", blind_share=0.0)
    return [number for number, _ in made]
