"""Which documents are blind: shown without suggestions until they are closed."""

from __future__ import annotations

import hashlib


def is_blind(seed: str, digest: str, share: float) -> bool:
    """Say whether a document is blind; the same for the same text in the same project.

    Args:
        seed: the project's own, kept in it.
        digest: SHA-256 of the document's text, in hexadecimal.
        share: how many of the documents are to be blind, 0–1.

    Returns:
        Whether the first 8 bytes of SHA-256 over both, read as a fraction, fall below the share.
    """
    drawn = int.from_bytes(hashlib.sha256(f"{seed}:{digest}".encode()).digest()[:8], "big")
    return drawn < share * 2**64
