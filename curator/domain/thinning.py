"""Which backups are kept: all of the last day, then one a day, a week, a month."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

_DAY = timedelta(days=1)
_RULES: tuple[tuple[timedelta, Callable[[datetime], object]], ...] = (
    (_DAY, lambda time: time),
    (14 * _DAY, lambda time: time.date()),
    (8 * 7 * _DAY, lambda time: time.isocalendar()[:2]),
    (3 * 365 * _DAY, lambda time: (time.year, time.month)),
)
"""Up to which age, and what those have in common of which the newest is kept."""


def kept(times: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Return the times of the backups to keep.

    The newest is always kept, however old it is; and one that is kept once is still kept when it
    is asked again on the same day, so that thinning often removes nothing that thinning once keeps.

    Args:
        times: when each was made, in UTC.
        now: in UTC.
    """
    newest_first = sorted(times, reverse=True)
    chosen = set(newest_first[:1])
    for most, same in _RULES:
        seen = set[object]()
        for time in newest_first:
            if now - time <= most and same(time) not in seen:
                seen.add(same(time))
                chosen.add(time)
    return frozenset(chosen)
