"""What moved a claim is told in words, whatever it was."""

from __future__ import annotations

from importlib import import_module

from curator.services.sentences.weighing import FEATURES, learned


def test_that_every_feature_of_a_claim_has_words() -> None:
    table = import_module("curator.suggest.claims.features").__doc__ or ""
    cells = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    named = {part.partition("=")[0] for cell in cells for part in cell.split("`")[1::2]}
    assert named
    assert named - {"source_type"} <= FEATURES.keys()  # it names the attribute that is left out


def test_that_weights_and_lessons_are_told_together() -> None:
    evidence = {
        "because": [["cue=slam", 1.2], ["finite=yes", -0.5], ["always", 0.1]],
        "lessons": ["boundary:content-complementiser", "type:slam:evaluation"],
        "raw": {"label": "evaluation", "parts": []},
    }
    assert learned(evidence) == (
        "learned: cue “slam” +1.2, finite verb in the content −0.5, all claims +0.1, "
        "content begins after “that”, “whether”, “if”, “slam” is not evaluation"
    )


def test_that_nothing_is_told_where_nothing_was_learned() -> None:
    assert learned(None) == learned({"features": ["cue=say"]}) == ""
