"""The word lists are whole, and small enough to have been written by hand."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from curator.domain.faults import Bug
from curator.suggest.claims import load_lexicon

FOLDER = Path(__file__).parents[3] / "resources" / "lexicons"
LABELS = {
    *("assertion", "belief", "hope", "demand", "promise"),
    *("denial", "accusation", "evaluation", "question", "other"),
}
MOST_PRIORS = 40


def table(name):
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def test_that_a_verb_stands_under_one_type_only():
    words = " ".join(f"{row['report']} {row['other']}" for row in table("verbs").values()).split()
    assert [word for word, times in Counter(words).items() if times > 1] == []


def test_that_every_label_is_one_of_the_scheme(lexicon):
    labels = {*lexicon.verbs.values(), *lexicon.nouns.values(), *lexicon.heads.values()}
    labels |= set(lexicon.agents.values())
    labels |= {*lexicon.adjectives.values(), *lexicon.adverbs.values()}
    labels |= {label for row in lexicon.label_by_pattern.values() for label in row.values()}
    assert labels <= LABELS


def test_that_the_verbs_of_a_construction_attribute_something(lexicon):
    assert lexicon.object | lexicon.object_as <= set(lexicon.verbs)
    assert not lexicon.report & lexicon.stop


def test_that_priors_are_few_and_rounded():
    numbers = [prior for row in table("priors").values() for prior in row.values()]
    assert len(numbers) <= MOST_PRIORS
    assert all(round(number * 20) == pytest.approx(number * 20) for number in numbers)


def test_that_a_missing_file_is_a_bug(tmp_path):
    with pytest.raises(Bug, match=r"verbs\.toml"):
        load_lexicon(tmp_path)
