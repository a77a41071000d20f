"""Schemes as TOML files: written out, and read as a draft of a project's next scheme."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from typing import Any

from curator.domain.annotation import Layer
from curator.domain.faults import Fault
from curator.domain.scheme import FORMERLY, LayerScheme, Scheme, scheme_from_toml
from curator.domain.scheme_draft import Place, SchemeDraft, check


def scheme_to_toml(scheme: Scheme) -> str:
    """Write a scheme as TOML that `scheme_from_toml` reads; revisions are not part of it."""
    lines = [f"name = {_value(scheme.name)}"]
    for layer in (one for one in Layer if one in scheme.layers):
        lines += _layer(f"layers.{layer.value}", scheme.layers[layer])
    return "\n".join(lines) + "\n"


def draft_from_toml(base: Scheme, source: str, *, name: str) -> SchemeDraft:
    """Read a file as what a project's scheme is to be.

    A label with ``was = ["OLD", …]`` takes the place of those; a label of the present scheme that
    the file does not have is retired, a layer that it does not have stays as it is.

    Args:
        base: the scheme in force.
        source: the file's text.
        name: what the file is called.

    Raises:
        Fault: ``scheme.unreadable``, ``scheme.layer_new``, ``scheme.was``, or what is wrong with
            the scheme.
    """
    wished = scheme_from_toml(source, name=name)
    if foreign := [layer for layer in wished.layers if layer not in base.layers]:
        raise Fault("scheme.layer_new", layer=foreign[0].value, name=name)
    formerly = _formerly(tomllib.loads(source), name)
    now: dict[Place, str] = {}
    layers: dict[Layer, LayerScheme] = dict(base.layers)
    for layer, part in wished.layers.items():
        layers[layer] = _joined(base.layer(layer), part, _names(base, wished, layer, formerly), now)
    for layer, part in base.layers.items():
        for label in part.labels:
            now.setdefault((layer, label.name), label.name)
    draft = SchemeDraft(base, replace(wished, layers=layers, revision=base.revision), now)
    for layer, part in draft.scheme.layers.items():
        default = part.label(part.default) if part.default else None
        if default is not None and default.retired:
            raise Fault("scheme.default_retired", layer=layer.value, label=part.default)
    check(draft)
    return draft


def _names(
    base: Scheme, wished: Scheme, layer: Layer, formerly: Mapping[Place, tuple[str, ...]]
) -> dict[Place, str]:
    """Return where the labels of a layer go: by ``was`` first, else to the same name."""
    names: dict[Place, str] = {}
    present = {label.name for label in base.layer(layer).labels}
    for label in wished.layer(layer).labels:
        for old in formerly.get((layer, label.name), ()):
            if old not in present or (layer, old) in names:
                raise Fault("scheme.was", layer=layer.value, label=label.name, was=old)
            names[layer, old] = label.name
    for label in wished.layer(layer).labels:
        if label.name in present:
            names.setdefault((layer, label.name), label.name)
    return names


def _joined(
    old: LayerScheme, new: LayerScheme, names: Mapping[Place, str], now: dict[Place, str]
) -> LayerScheme:
    """Return a layer of the file with what it must not lose: retired labels, words of machines."""
    now.update(names)
    gone = {was for _layer, was in names}
    left = tuple(
        replace(one, retired=True, key=None)
        for one in old.labels
        if one.name not in gone and new.label(one.name) is None
    )
    moved = {was: to for (_layer, was), to in names.items() if was != to}
    labels = tuple(replace(one, since=0) for one in new.labels) + left
    return replace(new, labels=labels, reads={**moved, **new.reads})


def _formerly(table: Mapping[str, Any], name: str) -> dict[Place, tuple[str, ...]]:
    """Return what each label of a file says it was."""
    found: dict[Place, tuple[str, ...]] = {}
    for layer, part in table.get("layers", {}).items():
        for label in part["labels"]:
            said = label.get(FORMERLY, ())
            names = (said,) if isinstance(said, str) else tuple(said)
            if not all(isinstance(one, str) for one in names):
                reason = f"{FORMERLY} of {label['name']} is no list of names"
                raise Fault("scheme.unreadable", name=name, reason=reason)
            found[Layer(layer), label["name"]] = names
    return found


def _layer(path: str, part: LayerScheme) -> Iterator[str]:
    yield from ("", f"[{path}]", f"shown_from = {part.shown_from!r}")
    if part.default:
        yield f"default = {_value(part.default)}"
    if part.reads:
        yield from ("", f"[{path}.reads]", *_pairs(part.reads.items()))
    yield from ("", f"[{path}.boundary]", *_pairs(asdict(part.boundary).items()))
    if part.attributes:
        yield from ("", f"[{path}.attributes]")
        yield from _pairs((one.name, list(one.values)) for one in part.attributes)
    for rule in part.parts:
        said = {"role": rule.role.value, "least": rule.least, "most": rule.most}
        yield from ("", f"[[{path}.parts]]", *_pairs(said.items()))
    for label in part.labels:
        said = {name: value for name, value in asdict(label).items() if value and name != "since"}
        yield from ("", f"[[{path}.labels]]", *_pairs(said.items()))


def _pairs(values: Iterable[tuple[str, Any]]) -> Iterator[str]:
    for key, value in values:
        if value is not None:
            bare = key.replace("_", "a").replace("-", "a")
            name = key if bare.isascii() and bare.isalnum() else _value(key)
            yield f"{name} = {_value(value)}"


def _value(value: Any) -> str:
    """Write a value as TOML does; its strings are JSON's, save for the delete character."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if not isinstance(value, str):
        return repr(value)
    lines = [json.dumps(line, ensure_ascii=False)[1:-1].replace("\x7f", "\\u007F")
             for line in value.split("\n")]  # fmt: skip
    if len(lines) == 1:
        return f'"{lines[0]}"'
    return '"""\n' + "\n".join(lines) + '"""'
