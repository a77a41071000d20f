"""Backups thin out with age, and the newest never goes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from curator.domain.thinning import kept

NOW = datetime(2026, 3, 18, 17, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ages = st.lists(st.timedeltas(timedelta(0), 2000 * DAY), max_size=60)


def test_that_everything_of_the_last_day_is_kept() -> None:
    times = [NOW - n * HOUR / 2 for n in range(48)]
    assert kept(times, NOW) == set(times)


def test_that_a_day_of_last_week_keeps_its_newest() -> None:
    day = [NOW - 5 * DAY - n * HOUR for n in range(8)]
    assert kept([NOW, *day], NOW) == {NOW, day[0]}


def test_that_weeks_and_months_follow_the_days() -> None:
    times = [NOW - n * DAY for n in range(700)]
    found = sorted((NOW - one).days for one in kept(times, NOW))
    days, weeks, months = (
        [n for n in found if n <= 14],
        [n for n in found if 14 < n <= 56],
        [n for n in found if n > 56],
    )
    assert days == list(range(15))
    assert 5 <= len(weeks) <= 8
    assert 20 <= len(months) <= 22


def test_that_the_newest_is_kept_however_old_it_is() -> None:
    old = NOW - 4000 * DAY
    assert kept([old, old - DAY], NOW) == {old}
    assert kept([], NOW) == frozenset()


@given(ages)
def test_that_thinning_twice_removes_nothing_more(ages: list[timedelta]) -> None:
    times = {NOW - age for age in ages}
    once = kept(times, NOW)
    assert kept(once, NOW) == once
    assert once <= times


@given(ages, st.timedeltas(timedelta(0), 400 * DAY))
def test_that_every_month_of_three_years_keeps_one(ages: list[timedelta], pause: timedelta) -> None:
    """Also when it is thinned at another moment in between."""
    times = {NOW - age for age in ages}
    later = NOW + pause
    last = kept(kept(times, NOW), later)
    months = {(one.year, one.month) for one in times if later - one <= 3 * 365 * DAY}
    assert {(one.year, one.month) for one in last} >= months
