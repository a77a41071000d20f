"""An identity: a somebody or something of the project that mentions and sources point to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

IS, IS_NOT = "is", "is not"
"""The roles of a reference from an annotation to an identity."""


@dataclass(frozen=True, slots=True)
class Identity:
    """A somebody or something.

    Attributes:
        id: counted per project, never used again.
        name: by which it is listed.
        kind: the entity label that fits it, such as PERSON; empty when unknown.
        aliases: other names under which it is known.
        withdrawn: whether it is no more, merged into another one or taken back.
    """

    id: int
    name: str
    kind: str = ""
    aliases: tuple[str, ...] = ()
    withdrawn: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Its name, then its aliases."""
        return (self.name, *self.aliases)


def identity_to_plain(identity: Identity) -> dict[str, Any]:
    """Return what the log keeps of an identity."""
    return {
        "name": identity.name,
        "kind": identity.kind,
        "aliases": list(identity.aliases),
        "withdrawn": identity.withdrawn,
    }


def identity_from_plain(number: int, kept: Mapping[str, Any]) -> Identity:
    """Read what `identity_to_plain` wrote, as the identity with this number."""
    return Identity(
        number, kept["name"], kept["kind"], tuple(kept["aliases"]), bool(kept["withdrawn"])
    )
