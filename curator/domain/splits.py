"""Gold is split into parts to learn from, to tune on and to measure by, the same at every run."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from curator.domain.faults import Fault

PARTS = ("train", "dev", "test")

_SHARES = re.compile(r"(\d{1,4})/(\d{1,4})/(\d{1,4})")
_ALL = 2**64


@dataclass(frozen=True, slots=True)
class Split:
    """How much of the documents goes to which part, and by which dice.

    Where a story falls hangs on the seed and its key alone: more documents move none of those that
    are there.

    Attributes:
        shares: of `PARTS`, in any unit; a part with none of it is not written.
        seed: any word or number.
    """

    shares: tuple[int, int, int]
    seed: str = "0"

    def __post_init__(self) -> None:
        if not sum(self.shares) or min(self.shares) < 0:
            raise Fault("export.split", given="/".join(map(str, self.shares)))

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts that have a share."""
        return tuple(name for name, share in zip(PARTS, self.shares, strict=True) if share)

    def part(self, story: str) -> str:
        """Return the part that a story goes to, whole."""
        drawn = int.from_bytes(sha256(f"{self.seed}\0{story}".encode()).digest()[:8])
        until = 0
        for name, share in zip(PARTS, self.shares, strict=True):
            until += share
            if drawn * sum(self.shares) < until * _ALL:
                return name
        raise AssertionError("shares add up to their sum")

    def plain(self) -> dict[str, Any]:
        """Return it as profiles and manifests keep it."""
        return {"shares": "/".join(map(str, self.shares)), "seed": self.seed}


def split_of(shares: str, *, seed: str = "0") -> Split:
    """Read shares such as ``80/10/10``.

    Raises:
        Fault: ``export.split`` for anything else.
    """
    found = _SHARES.fullmatch(shares.strip())
    if found is None:
        raise Fault("export.split", given=shares)
    train, dev, test = map(int, found.groups())
    return Split((train, dev, test), seed)
