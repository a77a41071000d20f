"""The label scheme: per layer its labels, parts, attributes and boundary policy."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from curator.domain.annotation import CLAIM_ROLES, Layer, Role
from curator.domain.faults import Fault

FORMERLY = "was"
"""Key of a label in a scheme file: its names, or those of labels that it takes in, until now."""

_LATER = ("retired", "since")


@dataclass(frozen=True, slots=True)
class Label:
    """What an annotation of a layer is called.

    Attributes:
        name: as it is stored and exported.
        key: the digit that sets it, None for a label without a key.
        colour: a colour family of the theme, such as ``"ORG"``; ``"grey"`` for a foreign label.
        code: two letters for the gutter (claim types).
        guideline: when to use it, in Markdown.
        retired: whether it is offered no more; what bears it keeps it, drawn grey.
        since: the revision in which it came to mean something else; 0 when it never did.
    """

    name: str
    key: str | None = None
    colour: str = "grey"
    code: str = ""
    guideline: str = ""
    retired: bool = False
    since: int = 0

    @property
    def family(self) -> str:
        """The colour family that it is drawn in."""
        return "grey" if self.retired else self.colour


@dataclass(frozen=True, slots=True)
class Attribute:
    """A property of an annotation with a closed set of values, the first being the default."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartRule:
    """How many spans of a role an annotation has; `most` None means any number."""

    role: Role
    least: int = 0
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Boundary:
    """Where an entity begins and ends, applied to every suggestion."""

    article: bool = False
    possessive: bool = False
    title: bool = False
    reference_marks: bool = False


@dataclass(frozen=True, slots=True)
class LayerScheme:
    """The scheme of one layer.

    Attributes:
        labels: in the order of the legend, retired ones too.
        default: the label of an imported annotation without one.
        reads: a suggester's label → the scheme's; labels that are neither here nor in `labels`
            are not stored.
        parts: what an annotation consists of.
        attributes: what else is said of it.
        boundary: where entities begin and end.
        shown_from: confidence from which a suggestion is shown, 0–1.
    """

    labels: tuple[Label, ...]
    default: str = ""
    reads: Mapping[str, str] = field(default_factory=dict)
    parts: tuple[PartRule, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    boundary: Boundary = Boundary()
    shown_from: float = 0.0

    def label(self, name: str) -> Label | None:
        """Return a label by its name."""
        return next((label for label in self.labels if label.name == name), None)

    @property
    def offered(self) -> tuple[Label, ...]:
        """Its labels without the retired ones."""
        return tuple(label for label in self.labels if not label.retired)

    def read(self, name: str) -> str | None:
        """Return the scheme's label for a suggester's, None when it has none, or a retired one."""
        target = self.reads.get(name, name)
        label = self.label(target)
        return None if label is None or label.retired else target

    def now(self, name: str) -> str | None:
        """Return what a label that was the scheme's at some time is called now.

        None for one that is retired, or that nothing has taken the place of.
        """
        label = self.label(name)
        if label is not None:
            return None if label.retired else name
        return self.read(name)


@dataclass(frozen=True, slots=True)
class Scheme:
    """A label scheme in one of its revisions; revision 0 is not stored yet."""

    name: str
    layers: Mapping[Layer, LayerScheme]
    revision: int = 0

    def __post_init__(self) -> None:
        for layer, part in self.layers.items():
            _check_layer(layer, part)

    def layer(self, layer: Layer) -> LayerScheme:
        """Return a layer's scheme; an empty one for a layer that the scheme does not have."""
        return self.layers.get(layer, LayerScheme(labels=()))

    def with_labels(self, layer: Layer, names: Iterable[str]) -> Scheme:
        """Return a scheme that also has these labels, grey and without a key."""
        old = self.layer(layer)
        new = tuple(Label(name) for name in names if old.label(name) is None)
        layers = {**self.layers, layer: replace(old, labels=old.labels + new)}
        return replace(self, layers=layers)


def _check_layer(layer: Layer, scheme: LayerScheme) -> None:
    names = [label.name for label in scheme.labels]
    keys = [label.key for label in scheme.offered if label.key]
    for kind, values in (("label", names), ("key", keys)):
        if twice := {value for value in values if values.count(value) > 1}:
            raise Fault("scheme.twice", layer=layer.value, what=kind, value=min(twice))
    if scheme.default and scheme.default not in names:
        raise Fault("scheme.no_default", layer=layer.value, label=scheme.default)
    if not 0 <= scheme.shown_from <= 1:
        raise Fault("scheme.threshold", layer=layer.value, value=scheme.shown_from)


def scheme_from_toml(source: str, *, name: str) -> Scheme:
    """Read a scheme from TOML, as in ``resources/schemes``.

    Args:
        source: the file's text.
        name: what the scheme is called unless the file says so.

    Raises:
        Fault: ``scheme.unreadable`` with the reason, or what is wrong with a layer.
    """
    try:
        table = tomllib.loads(source)
        layers = {Layer(key): _layer(part) for key, part in table.get("layers", {}).items()}
        _words(table.get("name", name))
    except (tomllib.TOMLDecodeError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise Fault("scheme.unreadable", name=name, reason=str(error)) from error
    if not layers:
        raise Fault("scheme.unreadable", name=name, reason="no [layers.entity] or [layers.claim]")
    return Scheme(name=table.get("name", name), layers=layers)


def scheme_to_plain(scheme: Scheme) -> dict[str, Any]:
    """Return a scheme as a plain value, without its revision."""
    layers = {layer.value: _plain_layer(part) for layer, part in scheme.layers.items()}
    return {"name": scheme.name, "layers": layers}


def _plain_layer(scheme: LayerScheme) -> dict[str, Any]:
    """What no scheme had in the beginning is left out where it says nothing: logs compare."""
    plain = asdict(scheme)
    for label in plain["labels"]:
        for name in _LATER:
            if not label[name]:
                del label[name]
    return plain


def scheme_from_plain(plain: Mapping[str, Any], *, revision: int) -> Scheme:
    """Read what `scheme_to_plain` wrote."""
    layers = {Layer(key): _layer(part) for key, part in plain["layers"].items()}
    return Scheme(name=plain["name"], layers=layers, revision=revision)


def _layer(table: Mapping[str, Any]) -> LayerScheme:
    attributes = table.get("attributes", ())
    if isinstance(attributes, Mapping):
        attributes = [{"name": key, "values": values} for key, values in attributes.items()]
    return LayerScheme(
        labels=tuple(_label(label) for label in table["labels"]),
        default=table.get("default") or "",
        reads=dict(table.get("reads", {})),
        parts=tuple(
            PartRule(Role(rule["role"]), rule.get("least", 0), rule.get("most"))
            for rule in table.get("parts", ())
        ),
        attributes=tuple(Attribute(one["name"], tuple(one["values"])) for one in attributes),
        boundary=Boundary(**table.get("boundary", {})),
        shown_from=float(table.get("shown_from", 0.0)),
    )


def _label(table: Mapping[str, Any]) -> Label:
    label = Label(**{name: value for name, value in table.items() if name != FORMERLY})
    _words(label.name, label.colour, label.code, label.guideline, label.key or "")
    return label


def _words(*values: Any) -> None:
    if wrong := [value for value in values if not isinstance(value, str)]:
        raise TypeError(f"{wrong[0]!r} is no text")


def roles_of(layer: Layer) -> tuple[Role, ...]:
    """Return the roles that a part of the layer's annotations can have."""
    return (Role.MENTION,) if layer is Layer.ENTITY else CLAIM_ROLES
