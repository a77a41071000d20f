"""The suggest process: the installed suggesters on the installed pipeline."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from curator import plugins
from curator.domain.annotation import Layer
from curator.domain.faults import Fault
from curator.domain.scheme import Scheme
from curator.suggest import models
from curator.suggest.admission import admitted, suggesters_of
from curator.suggest.analysis import Analysis
from curator.suggest.base import ENTITIES, GROUP, PARSE, Proposal, Suggester, Teachable, shifted
from curator.suggest.messages import Answer, Done, Failed, Item, Proposed, Ready, SuggesterInfo
from curator.suggest.pieces import pieces
from curator.suggest.portions import portions
from curator.suggest.serving import attempt, serve
from curator.suggest.setup import Setup
from curator.suggest.tokens import sentences

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(slots=True)
class _Work:
    """One document under way: its pieces that are not analysed, what was proposed so far."""

    item: Item
    waiting: int = 0
    proposals: list[list[Proposal]] = field(default_factory=list)
    faults: dict[int, Fault] = field(default_factory=dict)


@dataclass(slots=True)
class _Piece:
    """A piece of a document, analysed so far."""

    work: _Work
    offset: int
    text: str
    doc: Doc | None = None


class PipelineEngine:
    """Asks the suggesters; see `curator.suggest.serving.Engine`."""

    def __init__(
        self,
        layers: Sequence[Layer],
        suggesters: Sequence[Suggester],
        *,
        load: Callable[[], Analysis],
        broken: tuple[Fault, ...] = (),
    ) -> None:
        """Get ready for layers; without any nothing is loaded until it is asked for.

        Args:
            layers: those that will be asked for.
            suggesters: of these and other layers.
            load: loads the pipeline.
            broken: plug-ins that could not be loaded.

        Raises:
            Fault: ``suggest.no_model`` or ``suggest.broken_model``.
        """
        self._suggesters = sorted(suggesters, key=lambda one: (one.needs == PARSE, one.name))
        self._layers = layers
        self._broken = broken
        self._load = load
        self._loaded: Analysis | None = None
        if layers:
            self._analysis()

    def ready(self) -> Ready:
        """Return the suggesters of the layers that it was started for."""
        infos = [self._info(one) for one in self._suggesters if one.layer in self._layers]
        broken = self._loaded.broken if self._loaded else ()
        return Ready(tuple(infos), self._model(), (*self._broken, *broken))

    def teach(self, cues: Mapping[str, str]) -> None:
        """Tell the suggesters that can learn them a project's own cues."""
        for one in self._suggesters:
            if isinstance(one, Teachable):
                one.teach(cues)

    def sentences(self, text: str) -> list[list[tuple[int, int]]]:
        """Split by rule."""
        return sentences(text)

    def suggest(
        self, items: Sequence[Item], scheme: Scheme, layers: Sequence[Layer]
    ) -> Iterator[Answer | None]:
        """Yield the answers of the first stage for all documents, then those of the second."""
        work = [_Work(item) for item in items]
        parts = [
            _Piece(one, start, one.item.text[start:end])
            for one in work
            for start, end in pieces(one.item.text)
        ]
        for stage in (ENTITIES, PARSE):
            asked = [s for s in self._suggesters if s.needs == stage and s.layer in layers]
            if asked:
                yield from self._stage(stage, asked, work, parts, scheme)
        for one in work:
            yield Done(one.item.id)

    def _stage(
        self,
        stage: str,
        asked: list[Suggester],
        work: list[_Work],
        parts: list[_Piece],
        scheme: Scheme,
    ) -> Iterator[Answer | None]:
        for one in work:
            one.waiting = sum(part.work is one for part in parts)
            one.proposals, one.faults = [[] for _ in asked], {}
        for batch in portions(parts, lambda part: len(part.text)):
            self._analyse(stage, batch)
            for part in batch:
                self._propose(asked, part, scheme)
                part.work.waiting -= 1
                if not part.work.waiting:
                    yield from self._tell(asked, part.work)
            yield None

    def _analyse(self, stage: str, batch: list[_Piece]) -> None:
        """Analyse a batch; where that fails, its pieces one by one, so that one fails alone."""
        if attempt(lambda: self._run(stage, batch)) is not None:
            for part in batch:
                if fault := attempt(partial(self._run, stage, [part])):
                    part.work.faults[-1] = fault

    def _run(self, stage: str, batch: list[_Piece]) -> None:
        analysis = self._analysis()
        new = [part for part in batch if part.doc is None]
        for part, doc in zip(new, analysis.entities([part.text for part in new]), strict=True):
            part.doc = doc
        if stage == PARSE:
            docs = [part.doc for part in batch if part.doc is not None]
            for part, doc in zip(batch, analysis.parse(docs), strict=True):
                part.doc = doc

    def _propose(self, asked: list[Suggester], part: _Piece, scheme: Scheme) -> None:
        for number, suggester in enumerate(asked):
            if part.doc is None or part.work.faults.keys() & {-1, number}:
                continue
            ask = partial(self._take, suggester, part, part.work.proposals[number], scheme)
            if fault := attempt(ask):
                part.work.faults[number] = fault

    def _take(
        self, suggester: Suggester, part: _Piece, found: list[Proposal], scheme: Scheme
    ) -> None:
        assert part.doc is not None
        layer = scheme.layer(suggester.layer)
        said = suggester.propose(part.doc, layer, part.work.item.head)
        new = list(admitted(said, suggester=suggester, scheme=layer, length=len(part.text)))
        before = len(found)
        found.extend(_shifted(one, part.offset, before) for one in new)

    def _tell(self, asked: list[Suggester], work: _Work) -> Iterator[Answer]:
        item = work.item
        if -1 in work.faults:
            yield Failed(item.id, item.digest, work.faults[-1])
            return
        for number, suggester in enumerate(asked):
            if number in work.faults:
                yield Failed(item.id, item.digest, work.faults[number])
            else:
                found = tuple(work.proposals[number])
                info = self._info(suggester)
                yield Proposed(item.id, item.digest, suggester.layer, found, info)

    def _info(self, suggester: Suggester) -> SuggesterInfo:
        model = self._model()
        if suggester.layer is Layer.ENTITY and self._loaded and self._loaded.weights:
            model = {**model, "weights": self._loaded.weights}
        recipe = suggester.recipe(model)
        return SuggesterInfo(suggester.name, suggester.version, suggester.layer, recipe)

    def _model(self) -> dict[str, str]:
        return self._loaded.model if self._loaded else {}

    def _analysis(self) -> Analysis:
        if self._loaded is None:
            self._loaded = self._load()
        return self._loaded


def _shifted(proposal: Proposal, offset: int, count: int) -> Proposal:
    """Return a piece's proposal as one of the whole text, after `count` others."""
    if not offset and (not count or proposal.nested_in is None):
        return proposal
    parts = tuple(
        part._replace(start=part.start + offset, end=part.end + offset) for part in proposal.parts
    )
    nested_in = None if proposal.nested_in is None else proposal.nested_in + count
    evidence = shifted(proposal.evidence, offset)
    return replace(proposal, parts=parts, nested_in=nested_in, evidence=evidence)


def _open(setup: Setup) -> PipelineEngine:
    suggesters, broken = suggesters_of(plugins.load(GROUP))

    def load() -> Analysis:
        return Analysis(models.find(setup.model), weights=setup.weights)

    return PipelineEngine(setup.layers, suggesters, load=load, broken=broken)


if __name__ == "__main__":
    serve(_open)
