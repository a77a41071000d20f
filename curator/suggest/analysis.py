"""A loaded pipeline in two stages: entities at once, what claims need a moment later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from curator.domain.faults import Fault
from curator.suggest.arithmetic import fast_products
from curator.suggest.models import Found, describe, load
from curator.suggest.portions import TOGETHER
from curator.suggest.recogniser import Recogniser
from curator.suggest.tuning.weights import take_up

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_RECOGNISERS = frozenset({"ner", "beam_ner", "entity_ruler"})
_EMBEDDERS = frozenset({"tok2vec", "transformer", "curated_transformer"})


class Analysis:
    """Turns texts into documents with entities, and those into parsed ones.

    The recognisers run before everything else, so that an open document's entities need not wait
    for its parse; they are the same with and without it.

    Attributes:
        pipeline: as spaCy loaded it.
        model: how it is called, for figures and recipes.
        weights: digest of the version of the recogniser in use; empty for the pipeline's own.
        broken: why the version that was asked for is not in use.
    """

    def __init__(self, found: Found, *, weights: str | None = None) -> None:
        """Load the pipeline, and a version of its recogniser into it.

        Args:
            found: which pipeline.
            weights: folder of the version; where it cannot be used, the pipeline's own stays.

        Raises:
            Fault: ``suggest.broken_model``.
        """
        with fast_products():
            self.pipeline: Language = load(found)
        self.model = describe(self.pipeline, found)
        self.weights = ""
        self.broken: tuple[Fault, ...] = ()
        if weights:
            self._take_up(Path(weights))
        names = self.pipeline.pipe_names
        recognisers = [name for name in names if self._factory(name) in _RECOGNISERS]
        shared = any(self._listens(name) for name in recognisers)
        self._first = [
            name
            for name in names
            if name in recognisers or (shared and self._factory(name) in _EMBEDDERS)
        ]
        self.taught()

    def taught(self) -> None:
        """Take the recognisers as they are now, after one was taught or another version taken."""
        self._followed = {
            name: Recogniser(component)
            for name in self._first
            if Recogniser.usable(component := self.pipeline.get_pipe(name))
        }

    def entities(self, texts: Sequence[str]) -> list[Doc]:
        """Return documents with tokens and entities; the texts are one batch."""
        docs = [self.pipeline.make_doc(text) for text in texts]
        for name in self._first:
            if name in self._followed:
                for first in range(0, len(docs), TOGETHER):
                    self._followed[name](docs[first : first + TOGETHER])
            else:
                others = [other for other in self.pipeline.pipe_names if other != name]
                docs = list(self.pipeline.pipe(docs, disable=others, batch_size=TOGETHER))
        return docs

    def parse(self, docs: Sequence[Doc]) -> Iterator[Doc]:
        """Yield documents from `entities` with tags, lemmas and dependencies too."""
        yield from self.pipeline.pipe(docs, disable=self._first, batch_size=TOGETHER)

    def _take_up(self, folder: Path) -> None:
        try:
            self.weights = take_up(self.pipeline, self.model, folder)
        except Fault as fault:
            self.broken = (fault,)

    def _factory(self, name: str) -> str:
        return self.pipeline.get_pipe_meta(name).factory

    def _listens(self, name: str) -> bool:
        """Whether a component takes its vectors from one that runs before it."""
        model = getattr(self.pipeline.get_pipe(name), "model", None)
        return model is not None and any("listener" in node.name for node in model.walk())
