"""How a new version's suggestions differ from what was decided."""

import pytest

from curator.domain.annotation import State
from curator.domain.learning.comparing import Comparison, Difference, Entity, Kind, compare
from tests.support.pictures import picture


def differ(decided, found):
    """Return how many stay, and the differences as ``kind decided → found`` in words."""
    before, after = picture(decided), picture(found)
    assert before.text == after.text

    def entities(drawn, state):
        return [Entity(a.start, a.end, a.label) for a in drawn.annotations if a.state is state]

    def words(one):
        return "" if one is None else f"{before.text[one.start : one.end]}:{one.label}"

    same, differences = compare(
        entities(before, State.ACCEPTED),
        entities(before, State.REJECTED),
        [one.span for one in entities(before, State.UNSURE)],
        entities(after, State.SUGGESTED),
    )
    told = [f"{one.kind} {words(one.decided)} → {words(one.found)}" for one in differences]
    return same, told


@pytest.mark.parametrize(
    ("decided", "found", "same", "told"),
    [
        ("[Ana:PERSON!] met [Bo:PERSON-]", "[Ana:PERSON] met Bo", 1, []),
        ("Ana met [Bo:PERSON!]", "[Ana:PERSON] met [Bo:PERSON]", 1, ["new  → Ana:PERSON"]),
        ("[Ana:PERSON!] met Bo", "Ana met Bo", 0, ["vanished Ana:PERSON → "]),
        (
            "the [Bank of Velm:ORG!]", "the Bank of [Velm:ORG]", 0,
            ["moved Bank of Velm:ORG → Velm:ORG"],
        ),
        ("in [Velm:GPE!]", "in [Velm:ORG]", 0, ["relabelled Velm:GPE → Velm:ORG"]),
        (
            "Ana met [Bo:PERSON-]", "Ana met [Bo:PERSON]", 0,
            ["contradicting Bo:PERSON → Bo:PERSON"],
        ),
        ("Ana met [Bo:PERSON-]", "Ana met [Bo:ORG]", 0, ["new  → Bo:ORG"]),
        ("Ana met [Bo:PERSON~]", "Ana met [Bo:ORG]", 0, []),
        (
            "the [Bank of Velm:ORG!]", "the [Bank:ORG] of [Velm:GPE]", 0,
            ["moved Bank of Velm:ORG → Bank:ORG", "new  → Velm:GPE"],
        ),
    ],
)  # fmt: skip
def test_that_each_difference_is_told_once(decided, found, same, told):
    assert differ(decided, found) == (same, told)


def test_that_a_finding_on_the_same_span_goes_to_that_entity():
    accepted = [Entity(0, 12, "ORG"), Entity(8, 12, "GPE")]
    same, found = compare(accepted, [], [], [Entity(8, 12, "LOC")])
    assert same == 0
    assert [(one.kind, one.decided) for one in found] == [
        (Kind.VANISHED, accepted[0]),
        (Kind.RELABELLED, accepted[1]),
    ]


def test_that_counts_add_up():
    whole = Comparison()
    whole.add(3, 1, 2, [Difference(Kind.VANISHED, Entity(0, 1, "ORG"), None)])
    whole.add(1, 0, 1, [])
    assert (whole.accepted, whole.rejected, whole.same) == (4, 1, 3)
    assert whole.differences[Kind.VANISHED] == 1
    assert sum(whole.differences.values()) == 1
