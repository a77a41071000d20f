"""Dates and durations as lists and headers write them."""

from __future__ import annotations

from datetime import date, datetime

from curator.translation import gettext as _

_MONTHS = (
    _("January"),
    _("February"),
    _("March"),
    _("April"),
    _("May"),
    _("June"),
    _("July"),
    _("August"),
    _("September"),
    _("October"),
    _("November"),
    _("December"),
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
        return _("a few seconds left")
    if seconds < 55:
        return _("about {seconds} s left").format(seconds=round(seconds / 10) * 10)
    minutes = max(1, round(seconds / 60))
    return (
        _("about {minutes} min left").format(minutes=minutes)
        if minutes < 90
        else _("about {minutes} h left").format(minutes=round(minutes / 60))
    )
