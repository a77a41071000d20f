"""Which full stops end no sentence, because they end an abbreviation."""

from __future__ import annotations

import re

_REACH = 15
"""Characters before a full stop that an abbreviation can have."""
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[“\"'‘])(?:[^\W\d_]|(?:[^\W\d_]\.)+[^\W\d_]|Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Sr|Jr|St|Mt|Ft"
    r"|Gen|Col|Lt|Maj|Capt|Cpl|Sgt|Adm|Cmdr|Brig|Gov|Sen|Rep|Pres|Amb|No|Nos|vs|etc|Inc|Ltd|Co"
    r"|Corp|approx|(?i:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec))\.$"
)


def is_abbreviated(text: str, at: int) -> bool:
    """Return whether the full stop at an offset (code points) ends an abbreviation or initial."""
    return _ABBREVIATION.search(text[max(0, at - _REACH) : at + 1]) is not None
