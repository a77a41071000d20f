"""Sets of token numbers behave as sets of numbers do."""

from hypothesis import given
from hypothesis import strategies as st

from curator.suggest.claims.runs import Tokens

RUNS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=6)


@given(RUNS, RUNS)
def test_that_union_intersection_and_difference_are_those_of_sets(left, right):
    mine, theirs = Tokens.of(left), Tokens.of(right)
    assert set(mine | theirs) == set(mine) | set(theirs)
    assert set(mine & theirs) == set(mine) & set(theirs)
    assert set(mine - theirs) == set(mine) - set(theirs)
    assert mine.covers(theirs) == (set(theirs) <= set(mine))


@given(RUNS, st.integers(0, 30))
def test_that_membership_length_and_ends_are_those_of_the_set(runs, token):
    tokens = Tokens.of(runs)
    members = sorted(tokens)
    assert (token in tokens) == (token in members)
    assert tokens.has_any([token]) == (token in members)
    assert len(tokens) == len(members)
    assert not members or (tokens.first, tokens.last) == (members[0], members[-1])


@given(RUNS, RUNS)
def test_that_runs_stay_sorted_and_apart(left, right):
    for tokens in (Tokens.of(left) | Tokens.of(right), Tokens.of(left) - Tokens.of(right)):
        ends = [edge for run in tokens.runs for edge in run]
        assert ends == sorted(set(ends))
