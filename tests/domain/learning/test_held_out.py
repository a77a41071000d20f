"""Which documents are held out follows from seed and text alone, blind ones first."""

import pytest

from curator.domain.learning.held_out import is_held_out

TEXTS = [f"{number:064x}" for number in range(4000)]


def share(texts, **how):
    return sum(is_held_out("seed", text, **how) for text in texts) / len(texts)


@pytest.mark.parametrize(
    ("blind_share", "of_blind", "of_others"),
    [(0.0, 0.1, 0.1), (0.05, 1.0, 0.0526), (0.1, 1.0, 0.0), (0.4, 0.25, 0.0)],
)
def test_that_blind_documents_go_first_and_a_tenth_is_held_out(blind_share, of_blind, of_others):
    how = {"blind_share": blind_share}
    assert share(TEXTS, blind=True, **how) == pytest.approx(of_blind, abs=0.02)
    assert share(TEXTS, blind=False, **how) == pytest.approx(of_others, abs=0.02)
    if blind_share:
        whole = blind_share * of_blind + (1 - blind_share) * of_others
        assert whole == pytest.approx(0.1, abs=0.001)


def test_that_the_choice_is_the_projects_own_and_stays():
    one = [is_held_out("a", text, blind=False, blind_share=0.0) for text in TEXTS]
    assert one == [is_held_out("a", text, blind=False, blind_share=0.0) for text in TEXTS]
    assert one != [is_held_out("b", text, blind=False, blind_share=0.0) for text in TEXTS]
