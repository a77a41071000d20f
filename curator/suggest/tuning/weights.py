"""A project's version of a recogniser on the disk: its own bytes and what they belong to."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from spacy.pipeline import EntityRecognizer

from curator.domain.faults import Fault
from curator.suggest.tuning.version_folder import digest, read_meta, write_meta

if TYPE_CHECKING:
    from spacy.language import Language

_LISTENER = "listener"


def recogniser_of(pipeline: Language) -> EntityRecognizer:
    """Return the recogniser that can be taught.

    Raises:
        Fault: ``learning.no_recogniser`` when there is none, or none with vectors of its own.
    """
    for name in pipeline.pipe_names:
        component = pipeline.get_pipe(name)
        if isinstance(component, EntityRecognizer) and not any(
            _LISTENER in node.name for node in component.model.walk()
        ):
            return component
    raise Fault("learning.no_recogniser", model=str(pipeline.meta.get("name", "")))


def write(recogniser: EntityRecognizer, folder: Path, model: Mapping[str, str]) -> str:
    """Write a recogniser into an empty folder.

    Args:
        recogniser: as it was taught.
        folder: is there.
        model: how its pipeline is called; it belongs to no other.

    Returns:
        The digest of its bytes, which is also kept beside them.
    """
    recogniser.to_disk(folder, exclude=["vocab"])
    found = digest(folder)
    unseen = sorted(recogniser.model.attrs.get("unseen_classes", ()))
    labels = list(recogniser.labels)
    known = {"digest": found, "model": dict(model), "labels": labels, "unseen": unseen}
    write_meta(folder, known)
    return found


def take_up(pipeline: Language, model: Mapping[str, str], folder: Path) -> str:
    """Put a version into a pipeline, in place of its recogniser's own weights.

    Args:
        pipeline: the one that the version was taught from.
        model: how it is called.
        folder: of the version.

    Returns:
        The digest of the version.

    Raises:
        Fault: what `read_meta` raises, ``learning.weights_foreign`` when they belong to
            another pipeline, ``learning.no_recogniser``; the pipeline is as it was.
    """
    meta = read_meta(folder)
    for key in ("name", "version"):
        if meta["model"].get(key) != model[key]:
            theirs = " ".join((meta["model"].get("name", ""), meta["model"].get("version", "")))
            raise Fault(
                "learning.weights_foreign",
                path=str(folder),
                theirs=theirs.strip(),
                ours=f"{model['name']} {model['version']}",
            )
    recogniser = recogniser_of(pipeline)
    own = recogniser.to_bytes(exclude=["vocab"])
    for label in meta["labels"]:
        pipeline.vocab.strings.add(label)
    try:
        recogniser.from_disk(folder, exclude=["vocab"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        recogniser.from_bytes(own, exclude=["vocab"])
        raise Fault("learning.weights_damaged", path=str(folder), reason=repr(error)) from error
    recogniser.model.attrs["unseen_classes"] = set(meta["unseen"])
    return str(meta["digest"])
