"""Dispatches made up at random, and what an agency makes of them later the same day."""

from __future__ import annotations

import random

_PLACES = [
    "Lindholm",
    "Osterbay",
    "Varna",
    "Tresk",
    "Halden",
    "Morrow",
    "Quillan",
    "Dunmore",
    "Askel",
    "Peralta",
]
_PEOPLE = [
    "Adler",
    "Bonnet",
    "Castell",
    "Dorn",
    "Eklund",
    "Farrow",
    "Grieg",
    "Holt",
    "Imrie",
    "Jansson",
    "Keller",
    "Lund",
]
_FIRST = [
    "Anna",
    "Boris",
    "Clara",
    "David",
    "Elena",
    "Frank",
    "Greta",
    "Hugo",
    "Irene",
    "Jonas",
    "Karin",
    "Leo",
]
_THINGS = [
    "ferries",
    "buses",
    "schools",
    "bridges",
    "farms",
    "clinics",
    "tunnels",
    "warehouses",
    "harbours",
    "wells",
    "mills",
    "boats",
]
_DONE = [
    "closed",
    "opened",
    "damaged",
    "repaired",
    "sold",
    "inspected",
    "flooded",
    "searched",
    "emptied",
    "rebuilt",
]
_WHEN = [
    "on Monday",
    "on Friday",
    "last week",
    "before dawn",
    "in March",
    "after the storm",
    "at noon",
]
_SAID = [
    "said told reporters",
    "added",
    "warned",
    "announced",
    "insisted",
    "explained",
    "confirmed",
]


def sentence(chance: random.Random) -> str:
    """Return a sentence that is seldom the same as another."""
    pick = chance.choice
    return (
        f"{pick(_FIRST)} {pick(_PEOPLE)} {pick(_SAID)} {pick(_WHEN)} that "
        f"{chance.randint(2, 990)} {pick(_THINGS)} near {pick(_PLACES)} were {pick(_DONE)} "
        f"{pick(_WHEN)} because {chance.randint(2, 990)} {pick(_THINGS)} in {pick(_PLACES)} "
        f"had been {pick(_DONE)}."
    )


def dispatch(chance: random.Random, *, sentences: int = 24) -> list[str]:
    """Return the paragraphs of a dispatch."""
    made = [sentence(chance) for _ in range(sentences)]
    return [" ".join(made[first : first + 3]) for first in range(0, sentences, 3)]


def updated(paragraphs: list[str], chance: random.Random, *, edits: int = 3) -> list[str]:
    """Return it with other numbers and names, and paragraphs that are new, gone or another lead."""
    new = list(paragraphs)
    for _ in range(edits):
        place = chance.randrange(len(new))
        match chance.choice(("number", "name", "number", "name", "added", "lead", "gone")):
            case "number":
                words = [w if not w.isdigit() else str(int(w) + 1) for w in new[place].split()]
                new[place] = " ".join(words)
            case "name":
                new[place] = new[place].replace(chance.choice(_PEOPLE), "Okonkwo", 1)
            case "added":
                new.insert(place, sentence(chance))
            case "lead":
                new[0] = f"{sentence(chance)} {new[0]}"
            case "gone" if len(new) > 3:
                del new[place]
    return new
