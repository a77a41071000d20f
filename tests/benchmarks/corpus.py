"""Documents of our own words, as long and as full of annotations as a benchmark asks for."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


def _listed(words: str) -> list[str]:
    return [one.strip() for one in words.split("/")]


FIRST = _listed("Ada/Boris/Carla/Dilan/Edith/Farid/Greta/Henrik/Ilona/Jasper/Katya/Levan/Mira")
LAST = _listed("Varga/Ostrov/Lindqvist/Marchetti/Dahl/Petran/Okoro/Sandoval/Brandt/Ilves/Kovac")
PLACES = _listed("Velm/Sorrin/Karsholm/Port Dunmere/Ostrava/Beltane/Quarrow/Tessin/Amberley")
BODIES = _listed("the Harbour Board/the Ministry of Grain/Norvik Shipping/the Sill Council")
CUES = _listed("said/denied/hoped/demanded/promised/announced/claimed/warned/believed/asked")
THINGS = _listed(
    """exports of barley rose for the third month/the bridge would reopen before winter/
    nobody had been hurt in the fire/talks over the fishing line would go on/
    prices at the market had not changed/two ferries were late because of fog/
    the vote should be repeated/the pipeline was sound and would be tested again"""
)
FILLERS = _listed(
    """Rain fell over the valley most of the day./Shops stayed open until late./
    The road along the river was quiet again./Nobody else commented on the report./
    Further details were not known in the evening."""
)


@dataclass
class Text:
    """A text that grows, with what was marked in it.

    Attributes:
        spans: start, end and label of entities, in code points.
        claims: source, cue and content as pairs of start and end.
    """

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    spans: list[tuple[int, int, str]] = field(default_factory=list)
    claims: list[tuple[tuple[int, int], tuple[int, int], tuple[int, int]]] = field(
        default_factory=list
    )

    def write(self, words: str, label: str = "") -> tuple[int, int]:
        """Append words, marked as an entity when a label is given; returns where they lie."""
        place = (self.length, self.length + len(words))
        self.pieces.append(words)
        self.length = place[1]
        if label:
            self.spans.append((*place, label))
        return place

    def sentence(self, dice: random.Random) -> None:
        """Append a sentence in which somebody claims something."""
        person = f"{dice.choice(FIRST)} {dice.choice(LAST)}"
        source = self.write(person, "PERSON")
        self.write(" of ")
        self.write(dice.choice(BODIES), "ORG")
        self.write(" in ")
        self.write(dice.choice(PLACES), "GPE")
        self.write(" ")
        cue = self.write(dice.choice(CUES))
        self.write(" that ")
        content = self.write(dice.choice(THINGS))
        self.write(". ")
        self.claims.append((source, cue, content))

    def fill(self, dice: random.Random, size: int) -> None:
        """Append sentences without any mark until the text has its size."""
        while self.length < size:
            self.write(dice.choice(FILLERS) + " ")

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self.pieces)


def made(dice: random.Random, *, size: int, spans: int, claims: int) -> Text:
    """Return a text of about so many characters with exactly so many entities and claims."""
    text = Text()
    while len(text.spans) < spans:
        text.sentence(dice)
    text.fill(dice, size)
    del text.spans[spans:], text.claims[claims:]
    return text


def records(
    documents: int, *, size: int = 2048, spans: int = 24, claims: int = 6, seed: int = 7
) -> Iterator[dict[str, Any]]:
    """Yield documents in our JSONL's shape; by default 2 KB with 30 annotations."""
    dice = random.Random(seed)
    for number in range(documents):
        text = made(dice, size=size, spans=spans, claims=claims)
        whole = text.text
        yield {
            "id": f"d{number}",
            "title": f"Dispatch {number} from {dice.choice(PLACES)}",
            "text": whole,
            "meta": {"agency": "Sill Radio", "date": "2025-03-08"},
            "spans": [
                {
                    "id": f"s{index}",
                    "start": start,
                    "end": end,
                    "label": label,
                    "score": round(0.5 + dice.random() / 2, 3),
                    "suggester": "upstream",
                    "quote": whole[start:end],
                }
                for index, (start, end, label) in enumerate(text.spans)
            ],
            "claims": [
                {
                    "id": f"c{index}",
                    "label": "assertion",
                    "score": round(0.5 + dice.random() / 2, 3),
                    "suggester": "upstream",
                    "content": [list(content)],
                    "cue": [list(cue)],
                    "source": [list(source)],
                }
                for index, (source, cue, content) in enumerate(text.claims)
            ],
        }


def write_jsonl(path: Path, documents: int, **shape: int) -> Path:
    """Write a file of so many documents, unless it is there already."""
    if not path.exists():
        part = path.with_suffix(".part")
        with part.open("w", encoding="utf-8") as stream:
            for record in records(documents, **shape):
                stream.write(json.dumps(record, ensure_ascii=False) + "\n")
        part.rename(path)
    return path
