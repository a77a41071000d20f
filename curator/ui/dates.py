"""Dates and durations as lists and headers write them."""

from __future__ import annotations

from datetime import date, datetime

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def spoken(value: str) -> str:
    """Return an ISO date as ``29 April 2025``, with its time if it has one.

    Anything else is given back as it stands.
    """
    try:
        day = date.fromisoformat(value[:10])
        time = datetime.fromisoformat(value).strftime(", %H:%M") if len(value) > 10 else ""
    except ValueError:
        return value
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}{time}"


def short(value: str) -> str:
    """Return an ISO date for narrow lists: ``29 Apr, 14:05`` or ``29 Apr 2025``.

    Anything else is given back as it stands.
    """
    whole = spoken(value)
    if whole == value:
        return value
    day, month, rest = whole.split(" ", 2)
    return f"{day} {month[:3]}{',' if ',' in rest else ''} {rest.rpartition(', ')[2]}"


def time_left(seconds: float) -> str:
    """Return how long something still takes, in words that do not pretend to know better."""
    if seconds < 10:
        return "a few seconds left"
    if seconds < 55:
        return f"about {round(seconds / 10) * 10} s left"
    minutes = max(1, round(seconds / 60))
    return f"about {minutes} min left" if minutes < 90 else f"about {round(minutes / 60)} h left"
