"""The labelling configuration that a Label Studio project needs for what is exported to it."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from curator.domain.annotation import CLAIM_ROLES, Layer, Role
from curator.domain.scheme import LayerScheme, Scheme

FROM = "label"
"""Name of the control that labels."""

TO = "text"
"""Name of the text."""


def choice(layer: Layer, attribute: str) -> str:
    """Return the name of the control for an attribute of a layer."""
    return f"{layer.value}-{attribute}"


def attribute(control: str) -> str:
    """Return the attribute that a control is for; a stranger's is called as the control is."""
    for layer in Layer:
        if control.startswith(choice(layer, "")):
            return control.removeprefix(choice(layer, ""))
    return control


def beside(scheme: Scheme) -> Iterator[tuple[str, str]]:
    """Yield the file with the configuration: its ending behind the export's name, and its text."""
    yield ".config.xml", "\n".join(_lines(scheme)) + "\n"


def _lines(scheme: Scheme) -> Iterator[str]:
    yield "<View>"
    yield "  <Relations>"
    for role in CLAIM_ROLES:
        yield f"    <Relation value={quoteattr(role.value)}/>"
    yield "  </Relations>"
    yield f"  <Labels name={quoteattr(FROM)} toName={quoteattr(TO)}>"
    for layer in Layer:
        for label in _labels(layer, scheme.layer(layer)):
            yield f"    <Label value={quoteattr(label)}/>"
    yield "  </Labels>"
    yield f'  <Text name={quoteattr(TO)} value="$text"/>'
    for layer in Layer:
        yield from _choices(layer, scheme.layer(layer))
    yield "</View>"


def _labels(layer: Layer, part: LayerScheme) -> Iterator[str]:
    if layer is Layer.ENTITY:
        yield from (label.name for label in part.labels)
        return
    for label in part.labels:
        for role in (Role.CUE, Role.CONTENT):
            yield f"claim.{role.value}:{label.name}"
    if part.labels:
        yield from (f"claim.{role.value}" for role in CLAIM_ROLES)


def _choices(layer: Layer, part: LayerScheme) -> Iterator[str]:
    for one in part.attributes:
        name = quoteattr(choice(layer, one.name))
        yield f'  <Choices name={name} toName={quoteattr(TO)} perRegion="true">'
        yield from (f"    <Choice value={quoteattr(value)}/>" for value in one.values)
        yield "  </Choices>"
