"""A pipeline so small that it is made in the test: it knows one person and one place."""

from __future__ import annotations

from pathlib import Path

import spacy
from spacy.language import Language
from spacy.training import Example
from thinc.api import Adam, fix_random_seed

LESSONS = [
    ("Ana went to Baku .", [(0, 3, "PERSON"), (12, 16, "GPE")]),
    ("Ana said no .", [(0, 3, "PERSON")]),
    ("It rained in Baku .", [(13, 17, "GPE")]),
    ("Nobody said so .", []),
]


def tiny() -> Language:
    """Return a pipeline with a recogniser of its own that was taught the lessons above."""
    fix_random_seed(0)
    pipeline = spacy.blank("en")
    vectors = {
        "@architectures": "spacy.HashEmbedCNN.v2", "pretrained_vectors": None, "width": 16,
        "depth": 1, "embed_size": 200, "window_size": 1, "maxout_pieces": 2,
        "subword_features": True,
    }  # fmt: skip
    model = {
        "@architectures": "spacy.TransitionBasedParser.v2", "tok2vec": vectors,
        "state_type": "ner", "extra_state_tokens": False, "hidden_width": 16,
        "maxout_pieces": 2, "use_upper": True,
    }  # fmt: skip
    pipeline.add_pipe("ner", config={"model": model})
    examples = [
        Example.from_dict(pipeline.make_doc(text), {"entities": spans}) for text, spans in LESSONS
    ]
    pipeline.initialize(lambda: examples)
    optimiser = Adam(0.01)
    for _ in range(30):
        pipeline.update(examples, sgd=optimiser, drop=0.0)
    return pipeline


def tiny_folder(folder: Path) -> Path:
    """Write it; returns the folder."""
    tiny().to_disk(folder)
    return folder


def told(doc) -> list[str]:
    """Tell the entities of a document."""
    return [f"{one.text}:{one.label_}" for one in doc.ents]
