"""The training process: one lesson in, a version of the recogniser on the disk out."""

from __future__ import annotations

import os
import random
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from curator.domain.annotation import Layer
from curator.domain.faults import Fault
from curator.pipes import own_pipes, read_frames, write_frame
from curator.suggest import models
from curator.suggest.analysis import Analysis
from curator.suggest.entities import Entities
from curator.suggest.messages import SuggesterInfo, fault_to_plain
from curator.suggest.pieces import pieces
from curator.suggest.portions import portions
from curator.suggest.serving import attempt
from curator.suggest.tuning import weights
from curator.suggest.tuning.lesson import (
    Lesson,
    Score,
    Step,
    Taught,
    Trained,
    lesson_from_plain,
    told_to_plain,
)
from curator.suggest.tuning.tuner import Teacher, tune

if TYPE_CHECKING:
    from spacy.pipeline import EntityRecognizer
    from spacy.tokens import Doc
    from spacy.training import Example

_PIECE = 5_000
"""Code points of what is taught at once."""

_EVERY = 0.2
"""Seconds between two steps that are told."""

Tell = Callable[[Step | Trained], None]


def teach(lesson: Lesson, analysis: Analysis, tell: Tell) -> None:
    """Run a lesson.

    Args:
        lesson: what, how and where to.
        analysis: the pipeline with its own weights.
        tell: takes steps, and what came of it.

    Raises:
        Fault: ``learning.no_recogniser``, ``learning.nothing`` when there is nothing to learn
            from, and what is wrong with the weights to start from.
    """
    began, computed = time.perf_counter(), time.process_time()
    taught, left_out = _portioned(lesson)
    recogniser = weights.recogniser_of(analysis.pipeline)
    teacher = Teacher(recogniser.labels, lesson.scheme.layer(Layer.ENTITY))
    scores = {"base": _score(analysis, lesson)}
    docs = list(_read(analysis, [one.text for one in taught]))
    rehearsed = list(_read(analysis, [_first_piece(text) for text in lesson.rehearsed]))
    scores["before"] = _start(analysis, lesson, scores["base"])
    new = tuple(label for label in teacher.labels(taught) if recogniser.add_label(label))
    examples = [teacher.example(one, doc) for one, doc in zip(taught, docs, strict=True)]
    examples += [teacher.rehearsal(doc) for doc in rehearsed]
    epochs = _tune(recogniser, examples, lesson, tell)
    analysis.taught()
    scores["after"] = _score(analysis, lesson)
    analysis.weights = weights.write(recogniser, Path(lesson.folder), analysis.model)
    counts = {"texts": len(taught), "characters": sum(len(one.text) for one in taught)}
    tell(
        Trained(
            digest=analysis.weights,
            suggester=_suggester(analysis),
            scores=scores,
            counts={**counts, **asdict(teacher.counts), "left_out": left_out, "epochs": epochs},
            labels=new,
            seconds=round(time.perf_counter() - began, 2),
            cpu_seconds=round(time.process_time() - computed, 2),
            memory=_memory(),
        )
    )


def _start(analysis: Analysis, lesson: Lesson, base: Score) -> Score:
    """Take up the version to start from, if there is one; return how good it is."""
    if not lesson.weights:
        return base
    weights.take_up(analysis.pipeline, analysis.model, Path(lesson.weights))
    analysis.taught()
    return _score(analysis, lesson)


def _tune(
    recogniser: EntityRecognizer, examples: Sequence[Example], lesson: Lesson, tell: Tell
) -> int:
    """Go over the examples as often as the recipe says for as much text; return how often."""
    epochs = lesson.recipe.times(sum(len(one.text) for one in examples))
    told, total = 0.0, len(examples) * epochs
    recipe = replace(lesson.recipe, epochs=epochs)
    for done in tune(recogniser, examples, recipe, lesson.seed):
        if time.perf_counter() - told > _EVERY:
            told = time.perf_counter()
            tell(Step(done, total))
    return epochs


def _portioned(lesson: Lesson) -> tuple[list[Taught], int]:
    """Cut long texts, and draw lots where it is more than the recipe takes.

    Returns:
        What is taught, and how many pieces are left out.
    """
    cut = [piece for one in lesson.taught for piece in _cut(one)]
    if not any(one.spans for one in cut):
        raise Fault("learning.nothing")
    whole = sum(len(one.text) for one in cut)
    if whole <= lesson.recipe.characters:
        return cut, 0
    dice = random.Random(lesson.seed)
    drawn: list[int] = []
    size = 0
    for number in dice.sample(range(len(cut)), len(cut)):
        if size + len(cut[number].text) <= lesson.recipe.characters:
            drawn.append(number)
            size += len(cut[number].text)
    return [cut[number] for number in sorted(drawn)], len(cut) - len(drawn)


def _cut(taught: Taught) -> Iterator[Taught]:
    """Yield a text in pieces; what lies across a cut is masked on both sides."""
    for start, end in pieces(taught.text, limit=_PIECE):
        inside = [one for one in taught.spans if start <= one[0] and one[1] <= end]
        across = [one[:2] for one in taught.spans if one not in inside]
        masked = [
            (max(a, start) - start, min(b, end) - start)
            for a, b in (*taught.masked, *across)
            if a < end and start < b
        ]
        spans = tuple((a - start, b - start, label) for a, b, label in inside)
        yield replace(taught, text=taught.text[start:end], spans=spans, masked=tuple(masked))


def _first_piece(text: str) -> str:
    start, end = pieces(text, limit=_PIECE)[0]
    return text[start:end]


def _read(analysis: Analysis, texts: Sequence[str]) -> Iterator[Doc]:
    for some in portions(texts, len):
        yield from analysis.entities(some)


def _score(analysis: Analysis, lesson: Lesson) -> Score:
    """Count what the suggester of entities would get right in the held-out texts."""
    layer = lesson.scheme.layer(Layer.ENTITY)
    right = wrong = missing = 0
    for one in lesson.held:
        whole = set()
        for start, end in pieces(one.text):
            (doc,) = analysis.entities([one.text[start:end]])
            for found in Entities().propose(doc, layer, one.head):
                part = found.parts[0]
                whole.add((part.start + start, part.end + start, found.label))
        gold = set(one.spans)
        unsure = [
            found
            for found in whole - gold
            if any(found[0] < end and start < found[1] for start, end in one.masked)
        ]
        right += len(whole & gold)
        wrong += len(whole - gold) - len(unsure)
        missing += len(gold - whole)
    return Score(right, wrong, missing)


def _suggester(analysis: Analysis) -> SuggesterInfo:
    one = Entities()
    recipe = one.recipe({**analysis.model, "weights": analysis.weights})
    return SuggesterInfo(one.name, one.version, one.layer, recipe)


def _memory() -> int:
    """Return the most bytes that this process held, 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def _leave_with(incoming: BinaryIO) -> None:
    """End at once when the other end is gone; nothing of a half version is ever used."""
    for _frame in read_frames(incoming):
        continue
    os._exit(0)


def main() -> None:
    """Run the lesson that comes first, and end."""
    incoming, outgoing = own_pipes()
    if (first := next(read_frames(incoming), None)) is None:
        return
    threading.Thread(target=_leave_with, args=(incoming,), daemon=True).start()

    def run() -> None:
        lesson = lesson_from_plain(first)
        analysis = Analysis(models.find(lesson.model))
        teach(lesson, analysis, lambda told: write_frame(outgoing, told_to_plain(told)))

    try:
        if (fault := attempt(run)) is not None:
            if fault.code == "suggest.failed":
                fault = Fault("learning.failed", **fault.facts)
            write_frame(outgoing, {"kind": "error", "error": fault_to_plain(fault)})
    except BrokenPipeError:
        return


if __name__ == "__main__":
    main()
