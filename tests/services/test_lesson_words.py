"""Every boundary that a lesson can be about has words."""

from __future__ import annotations

from importlib import import_module

from curator.services.sentences.lessons import VARIANTS


def test_that_every_variant_of_a_claim_has_words() -> None:
    module = import_module("curator.suggest.claims.variants")
    named = {
        line.split("`")[1] for line in (module.__doc__ or "").splitlines() if line.startswith("| `")
    }
    assert named
    assert set(VARIANTS) == named
