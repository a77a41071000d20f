"""Small values: what changed, what a list shows, how a document stands, what a fault says."""

from __future__ import annotations

from curator.domain.annotation import Layer
from curator.domain.changes import Changes, LayerState
from curator.domain.document import DocumentView
from curator.domain.faults import Fault
from curator.domain.queue import Counts, DocumentRow

BOTH = (Layer.ENTITY, Layer.CLAIM)


def opened(*closed: Layer, layers: tuple[Layer, ...] = BOTH, blind: bool = False) -> DocumentView:
    states = {layer: LayerState(1, layer, layer in closed, blind) for layer in layers}
    return DocumentView(1, 1, "a", "A", "text", "digest", {}, states, ())


def test_that_a_document_is_done_when_every_layer_is_closed() -> None:
    assert not opened(Layer.ENTITY).done
    assert opened(*BOTH).done
    assert not opened(layers=()).done


def test_that_a_document_is_blind_until_it_is_closed() -> None:
    assert opened(Layer.ENTITY, blind=True).blind
    assert not opened(*BOTH, blind=True).blind
    assert not opened().blind


def test_that_a_row_is_done_when_every_layer_of_its_scheme_is_closed() -> None:
    counts = {Layer.ENTITY: Counts(2, 3), Layer.CLAIM: Counts(1, 0)}
    row = DocumentRow(1, 1, "A", counts=counts, reviewed=frozenset({Layer.ENTITY}))
    assert (row.done, row.left, row.decided) == (False, 3, 3)
    assert DocumentRow(1, 1, "A", counts=counts, reviewed=frozenset(BOTH)).done
    assert not DocumentRow(1, 1, "A").done


def test_that_changes_are_true_when_anything_changed() -> None:
    assert not Changes()
    assert Changes(change_set=1)
    assert Changes(documents=frozenset({1}))
    assert Changes(queue=True)
    assert Changes(scheme=True)


def test_that_a_fault_tells_its_code_and_its_facts() -> None:
    assert str(Fault("project.locked", pid=7, host="b")) == "project.locked (pid=7, host='b')"
    assert str(Fault("undo.nothing")) == "undo.nothing"
