"""A project's version of a recogniser on the disk: its own bytes and what they belong to."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.pipeline import EntityRecognizer

from curator.domain.faults import Fault

if TYPE_CHECKING:
    from spacy.language import Language

META = "meta.json"
_FILES = ("cfg", "model", "moves")
"""What a recogniser writes of itself, in JSON and MessagePack; nothing of it is pickled."""

_DIGITS = 16
_LISTENER = "listener"


def recogniser_of(pipeline: Language) -> tuple[str, EntityRecognizer]:
    """Return the recogniser that can be taught, with its name in the pipeline.

    Raises:
        Fault: ``learning.no_recogniser`` when there is none, or none with vectors of its own.
    """
    for name in pipeline.pipe_names:
        component = pipeline.get_pipe(name)
        if isinstance(component, EntityRecognizer) and not any(
            _LISTENER in node.name for node in component.model.walk()
        ):
            return name, component
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
    digest = _digest(folder)
    meta = {
        "digest": digest,
        "model": dict(model),
        "labels": list(recogniser.labels),
        "unseen": sorted(recogniser.model.attrs.get("unseen_classes", ())),
    }
    (folder / META).write_text(json.dumps(meta, ensure_ascii=False, indent=1), encoding="utf-8")
    return digest


def take_up(pipeline: Language, model: Mapping[str, str], folder: Path) -> str:
    """Put a version into a pipeline, in place of its recogniser's own weights.

    Args:
        pipeline: the one that the version was taught from.
        model: how it is called.
        folder: of the version.

    Returns:
        The digest of the version.

    Raises:
        Fault: ``learning.weights_damaged``, ``learning.weights_foreign`` when they belong to
            another pipeline, ``learning.no_recogniser``; the pipeline is as it was.
    """
    meta = _read(folder)
    for key in ("name", "version"):
        if meta["model"].get(key) != model[key]:
            theirs = " ".join((meta["model"].get("name", ""), meta["model"].get("version", "")))
            raise Fault(
                "learning.weights_foreign",
                path=str(folder),
                theirs=theirs.strip(),
                ours=f"{model['name']} {model['version']}",
            )
    _name, recogniser = recogniser_of(pipeline)
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


def _read(folder: Path) -> dict[str, Any]:
    """Return what the version says of itself, once its bytes are those that were written."""
    try:
        meta: dict[str, Any] = json.loads((folder / META).read_text(encoding="utf-8"))
        found = _digest(folder)
    except (OSError, ValueError) as error:
        raise Fault("learning.weights_damaged", path=str(folder), reason=str(error)) from error
    lacks = {"digest", "model", "labels", "unseen"} - meta.keys()
    if lacks or meta["digest"] != found:
        reason = f"{META} lacks {min(lacks)}" if lacks else "the digest is another"
        raise Fault("learning.weights_damaged", path=str(folder), reason=reason)
    return meta


def _digest(folder: Path) -> str:
    whole = hashlib.sha256()
    for name in _FILES:
        raw = (folder / name).read_bytes()
        whole.update(f"{name} {len(raw)}\n".encode())
        whole.update(raw)
    return whole.hexdigest()[:_DIGITS]
