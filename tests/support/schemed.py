"""Acts on the scheme drawn by hypothesis: one label changed in one way, or looked at again."""

from __future__ import annotations

from collections.abc import Callable

from curator.domain.annotation import Annotation, Layer
from curator.domain.changes import Changes
from curator.domain.scheme import Label
from curator.domain.scheme_draft import SchemeDraft
from curator.services import reading, scheming, second_looks
from curator.store.project import Project

Way = Callable[[SchemeDraft, Layer, Label, Label], SchemeDraft]


def rename(draft: SchemeDraft, layer: Layer, one: Label, _other: Label) -> SchemeDraft:
    """Give a label another name, and its first one the next time."""
    to = one.name.removesuffix("_2") if one.name.endswith("_2") else f"{one.name}_2"
    taken = draft.scheme.layer(layer).label(to) is not None
    return draft if taken else draft.rename(layer, one.name, to)


def merge(draft: SchemeDraft, layer: Layer, one: Label, other: Label) -> SchemeDraft:
    """Merge a label into another one, where there are two."""
    return draft if one == other else draft.merge(layer, one.name, other.name)


def retire(draft: SchemeDraft, layer: Layer, one: Label, other: Label) -> SchemeDraft:
    """Retire a label that is neither the default nor the last."""
    if one == other or draft.scheme.layer(layer).default == one.name:
        return draft
    return draft.retire(layer, one.name)


def guideline(draft: SchemeDraft, layer: Layer, one: Label, _other: Label) -> SchemeDraft:
    """Give a label another guideline."""
    return draft.change(layer, one.name, guideline=f"{one.guideline} More.")


def restore(draft: SchemeDraft, layer: Layer, _one: Label, _other: Label) -> SchemeDraft:
    """Offer a retired label again, if there is one."""
    retired = [label for label in draft.scheme.layer(layer).labels if label.retired]
    return draft.restore(layer, retired[0].name) if retired else draft


WAYS: tuple[Way, ...] = (rename, merge, retire, guideline, restore)


def change(project: Project, layer: Layer, number: int, how: Way) -> Changes:
    """Change one of the first labels of a layer of a project's scheme."""
    scheme = reading.scheme(project)
    offered = scheme.layer(layer).offered
    one, other = offered[number % min(3, len(offered))], offered[(number + 1) % len(offered)]
    return scheming.revise(project, how(SchemeDraft.of(scheme), layer, one, other))


def keep(project: Project, one: Annotation | None) -> Changes:
    """Keep an annotation as it is, if it is one; then it is not to be looked at again."""
    if one is None or one.id < 0:
        return Changes()
    changes = second_looks.keep(project, [one.id])
    assert one.id not in {place.annotation_id for place in second_looks.worklist(project).left}
    return changes
