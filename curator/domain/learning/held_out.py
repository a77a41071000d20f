"""Which reviewed documents are held out: never learned from, only measured on."""

from __future__ import annotations

from curator.domain.blind import is_blind

SHARE = 0.1
"""How many of the reviewed documents are held out, 0–1."""


def is_held_out(
    seed: str, digest: str, *, blind: bool, blind_share: float, share: float = SHARE
) -> bool:
    """Say whether a document is held out; the same for the same text for ever.

    Blind documents go first: they alone are held out where they are enough, and where they are
    not, all of them are and some of the others. So the share is kept whatever is reviewed first.

    Args:
        seed: the project's own.
        digest: SHA-256 of the document's text, in hexadecimal.
        blind: whether the document is blind.
        blind_share: how many of the project's documents are blind, 0–1.
        share: how many are to be held out, 0–1.
    """
    if blind:
        own = share / blind_share if blind_share else share
    elif blind_share >= share:
        return False
    else:
        own = (share - blind_share) / (1 - blind_share)
    return is_blind(f"held out:{seed}", digest, own)
