"""The word lists and priors of claim extraction, read from a folder of TOML files."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from curator.domain.faults import Bug

Words = frozenset[str]

Idioms = tuple[tuple[tuple[str, ...], str], ...]
"""What may follow a verb, word by word, with the claim type that it makes."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What words say about claims; all words are lemmas or forms in lower case.

    Attributes:
        lemmas: of a part of speech, wrong lemmas and the right ones.
        verbs: claim type of each verb that attributes.
        report: the verbs whose main use is to report.
        stop: verbs that are never a cue.
        seeming, object, object_as, addressed, carrier: verbs by construction
            (`frames.toml`).
        object_types: claim types whose verbs all take an object.
        prepositions: of a verb, the prepositions that lead to its content.
        topical: prepositions that lead to the content of any verb that attributes.
        idioms: of a verb, the words that make a cue of it, with their claim types.
        label_by_pattern: of a pattern, the claim types of verbs that differ there.
        nouns: claim type of each noun that attributes.
        agents: claim type of nouns for who has an attitude.
        heads: claim type by the head of a content.
        topic_nouns: nouns whose preposition leads to a topic, not a content.
        adjectives, adverbs: claim types.
        view_nouns: nouns of “in the view of”.
        source_words: of a source type, the heads that tell it.
        certainty: of a certainty, the words in a content that tell it.
        certainty_by_type: the certainty of a claim type whose content tells nothing.
        indeterminate: words on a cue that leave open whether it happened.
        stance: of a stance, the cues that tell it.
        medium_nouns, medium_prepositions: the words of “in a statement”.
        priors: of a pattern, the score by cue class.
    """

    lemmas: dict[str, dict[str, str]]
    verbs: dict[str, str]
    report: Words
    stop: Words
    seeming: Words
    object: Words
    object_types: Words
    object_as: Words
    addressed: Words
    carrier: Words
    prepositions: dict[str, Words]
    topical: Words
    idioms: dict[str, Idioms]
    label_by_pattern: dict[str, dict[str, str]]
    nouns: dict[str, str]
    agents: dict[str, str]
    heads: dict[str, str]
    topic_nouns: Words
    adjectives: dict[str, str]
    adverbs: dict[str, str]
    view_nouns: Words
    source_words: dict[str, Words]
    certainty: dict[str, Words]
    certainty_by_type: dict[str, str]
    indeterminate: Words
    stance: dict[str, Words]
    medium_nouns: Words
    medium_prepositions: Words
    priors: dict[str, dict[str, float]]

    def standing(self, verb: str) -> str:
        """The class of a verb as a cue: report, other or unknown."""
        if verb in self.report:
            return "report"
        return "other" if verb in self.verbs else "unknown"

    def leading(self, verb: str) -> Words:
        """The prepositions that lead to the content of a verb."""
        own = self.prepositions.get(verb, frozenset())
        return own | self.topical if verb in self.verbs else own

    def prior(self, pattern: str, standing: str) -> float:
        """How often a construction with a cue of this class is a claim, 0–1."""
        by_class = self.priors[pattern]
        return by_class.get(standing, min(by_class.values()))


def load_lexicon(folder: Path) -> Lexicon:
    """Reads the word lists.

    Args:
        folder: where `verbs.toml`, `frames.toml`, `idioms.toml`, `nouns.toml`, `phrases.toml`,
            `lemmas.toml`, `sources.toml`, `attitude.toml` and `priors.toml` lie.

    Returns:
        The lexicon; it may be shared by threads.

    Raises:
        Bug: a file or a table in it is missing or is not as it should be.
    """
    try:
        return _read(folder)
    except (OSError, tomllib.TOMLDecodeError, KeyError, AttributeError, TypeError) as error:
        raise Bug(f"the claim lexicon cannot be read: {type(error).__name__} {error}") from error


def _read(folder: Path) -> Lexicon:
    verbs, frames, nouns = (_table(folder, name) for name in ("verbs", "frames", "nouns"))
    phrases, attitude, lemmas = (_table(folder, name) for name in ("phrases", "attitude", "lemmas"))
    return Lexicon(
        lemmas={"VERB": dict(lemmas["verbs"]), "NOUN": dict(lemmas["nouns"])},
        verbs=_by_word({label: f"{row['report']} {row['other']}" for label, row in verbs.items()}),
        report=_words(" ".join(row["report"] for row in verbs.values())),
        stop=_words(frames["stop"]),
        seeming=_words(frames["seeming"]),
        object=_words(frames["object"]),
        object_types=_words(frames["object_types"]),
        object_as=_words(frames["object_as"]),
        addressed=_words(frames["addressed"]),
        carrier=_words(frames["carrier"]),
        prepositions=_word_sets(frames["preposition"]),
        topical=_words(frames["topical"]),
        idioms=_idioms(_table(folder, "idioms")),
        label_by_pattern={name: _by_word(row) for name, row in frames["labels"].items()},
        nouns=_by_word(nouns["types"]),
        agents=_by_word(nouns["agents"]),
        heads=_by_word(nouns["heads"]),
        topic_nouns=_words(nouns["topic"]["words"]),
        adjectives=_by_word(phrases["adjectives"]),
        adverbs=_by_word(phrases["adverbs"]),
        view_nouns=_words(phrases["views"]["nouns"]),
        source_words=_word_sets(_table(folder, "sources")),
        certainty=_word_sets(attitude["certainty"]),
        certainty_by_type=dict(attitude["by_type"]),
        indeterminate=_words(attitude["indeterminate"]["words"]),
        stance=_word_sets(attitude["stance"]),
        medium_nouns=_words(attitude["medium"]["nouns"]),
        medium_prepositions=_words(attitude["medium"]["prepositions"]),
        priors={
            pattern: {standing: float(prior) for standing, prior in row.items()}
            for pattern, row in _table(folder, "priors").items()
        },
    )


def _table(folder: Path, name: str) -> dict[str, Any]:
    with (folder / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def _words(text: str) -> Words:
    return frozenset(text.split())


def _word_sets(table: dict[str, str]) -> dict[str, Words]:
    return {key: _words(text) for key, text in table.items()}


def _idioms(tables: dict[str, Any]) -> dict[str, Idioms]:
    """Turns phrases by type into what follows each verb."""
    by_verb: dict[str, Idioms] = {}
    for label, row in tables.items():
        for phrase in row["phrases"].replace("\n", "|").split("|"):
            verb, *words = phrase.split() or [""]
            if words:
                by_verb[verb] = (*by_verb.get(verb, ()), (tuple(words), label))
    return by_verb


def _by_word(table: dict[str, str]) -> dict[str, str]:
    """Turns lists by type into the type by word; the first list that has a word counts."""
    by_word: dict[str, str] = {}
    for label, text in table.items():
        for word in text.split():
            by_word.setdefault(word, label)
    return by_word
