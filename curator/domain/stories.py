"""Near duplicates: what two versions of a text share, and the keys that they are looked for by.

Min-hashing with banding, after Broder (1997) and Leskovec, Rajaraman and Ullman, *Mining of
Massive Datasets*, chapter 3; one permutation in bins instead of many, after Li, Owen and Zhang
(2012).
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from zlib import crc32

NEAR = 0.8
"""From this share of common shingles on (Jaccard), two texts tell one story."""

_WORDS = 5
"""Words of a shingle."""
_BANDS, _ROWS = 9, 4
"""A pair that shares .8 has a band in common in 1 - (1 - .8⁴)⁹ = 99.1 of 100 cases."""
_BINS = [place * (1 << 32) // (_BANDS * _ROWS) for place in range(_BANDS * _ROWS)]
_BAND = struct.Struct(f"<{_ROWS + 1}I")


def bands(text: str) -> list[int]:
    """Return the keys by which near duplicates of a text are found.

    Args:
        text: normalised.

    Returns:
        Whole numbers below 2³², of which a near duplicate has at least one with 99 % probability.
    """
    found = sorted(_hashes(text))
    found.append(found[0])  # An empty bin borrows from the next one, the last from the first.
    least = [found[bisect_left(found, start, 0, len(found) - 1)] for start in _BINS]
    return [
        crc32(_BAND.pack(band, *least[band * _ROWS : (band + 1) * _ROWS])) for band in range(_BANDS)
    ]


def shingles(text: str) -> frozenset[int]:
    """Return what stands for the runs of five words in a text; case does not count."""
    return frozenset(_hashes(text))


def alike(one: frozenset[int], other: frozenset[int]) -> float:
    """Return the share of shingles that two texts have in common (Jaccard), 0–1."""
    common = len(one & other)
    return common / (len(one) + len(other) - common)


def _hashes(text: str) -> list[int]:
    """Return a hash of each run of words, of a short text one of them all."""
    words = text.lower().encode("utf-8", "replace").split()
    run = struct.pack(f"<{len(words)}I", *map(crc32, words))
    size = 4 * _WORDS
    return list(
        map(crc32, [run[at : at + size] for at in range(0, max(1, len(run) - size + 1), 4)])
    )
