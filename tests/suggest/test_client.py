"""The parent's side of the suggest process, heard on a process without a model."""

import subprocess
import sys
import threading

import pytest

from curator.domain.annotation import Layer
from curator.domain.faults import Bug, Fault
from curator.suggest import client, models
from curator.suggest.client import SuggestProcess
from curator.suggest.messages import Done, Failed, Item, Proposed


@pytest.fixture
def process():
    with_entities = SuggestProcess(layers=[Layer.ENTITY], module="tests.suggest.scripted")
    yield with_entities
    with_entities.close()


@pytest.fixture
def ask(process, scheme):
    return lambda *texts: process.ask(
        (Item(number, text, f"digest {number}") for number, text in enumerate(texts)),
        scheme=scheme,
    )


def test_that_the_parent_needs_no_spacy():
    code = "import sys, curator.suggest.client as c; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_that_answers_come_with_id_digest_and_suggester(process, ask):
    proposed, done = ask("So Lena Orr said.")
    assert (proposed.id, proposed.digest, done) == (0, "digest 0", Done(0))
    assert [part.start for one in proposed.proposals for part in one.parts] == [0, 3, 8]
    assert (proposed.suggester.name, proposed.suggester.recipe) == ("scripted", {"by": "hand"})
    assert process.ready.model == {"name": "scripted"}


def test_that_a_projects_own_cues_go_with_what_is_asked(process, ask):
    labels = []
    for cues in ({}, {"orr": "ORG"}, {}):
        process.teach(cues)
        proposed, _done = ask("Lena Orr")
        labels.append([one.label for one in proposed.proposals])
    assert labels == [["PERSON", "PERSON"], ["PERSON", "ORG"], ["PERSON", "PERSON"]]


def test_that_a_batch_of_any_length_is_answered_in_order(ask):
    done = [one.id for one in ask(*["Orr"] * 150) if isinstance(one, Done)]
    assert done == list(range(150))


def test_that_documents_are_taken_a_few_groups_ahead_only(process, scheme):
    taken = []
    items = (Item(n, "Orr", "", {"at": taken.append(n)}) for n in range(1000))
    answers = process.ask(items, scheme=scheme)
    next(answers)
    answers.close()
    assert len(taken) < 100


def test_that_a_document_that_fails_is_told_and_the_rest_goes_on(ask):
    answers = list(ask("Orr", "raise", "fault", "Orr"))
    failed = {one.id: one.fault for one in answers if isinstance(one, Failed)}
    assert failed[1].facts["reason"] == "ValueError('not this one')"
    assert failed[1].facts["where"].startswith("scripted.py:")
    assert {one.id for one in answers if isinstance(one, Done)} == {0, 1, 2, 3}


def test_that_an_urgent_document_goes_ahead_of_the_batch(process, ask, scheme):
    answers = ask("Orr", "wait for urgent", *["Orr"] * 60)
    order = [next(answers)]
    process.urgent(Item("open", "urgent", "d"), scheme=scheme)
    order += answers
    done = [one.id for one in order if isinstance(one, Done)]
    assert done.index("open") < done.index(1)
    assert len(done) == 63


def test_that_an_urgent_document_needs_no_batch(process, scheme):
    process.urgent(Item("open", "Orr", "d"), scheme=scheme)
    assert [type(one) for one in process.answers()] == [Proposed, Done]


def test_that_cancelling_drops_what_is_not_begun(process, ask, scheme):
    answers = ask("Orr", "wait for urgent", *["Orr"] * 200)
    next(answers)
    process.cancel()
    process.urgent(Item("open", "urgent", "d"), scheme=scheme)
    done = [one for one in answers if isinstance(one, Done)]
    assert {one.id for one in done if not one.cancelled} == {"open", *range(16)}
    assert len(done) < 100


def test_that_answers_nobody_waits_for_are_dropped(process, ask, scheme):
    left = ask("Orr", "Orr", "Orr")
    next(left)
    left.close()
    answers = list(process.ask([Item("next", "Orr", "d")], scheme=scheme))
    assert {one.id for one in answers} == {"next"}


def test_that_an_id_is_not_asked_for_twice(process, scheme):
    process.urgent(Item(1, "Orr", "d"), scheme=scheme)
    with pytest.raises(Bug, match="asked twice"):
        process.urgent(Item(1, "Orr", "d"), scheme=scheme)


def test_that_a_crash_is_a_fault_and_the_next_call_starts_it_again(process, ask):
    with pytest.raises(Fault) as caught:
        list(ask("Orr", "crash", "Orr"))
    assert caught.value.code == "child.gone"
    assert (caught.value.facts["exit"], caught.value.facts["said"]) == (3, "fell over")
    assert not process.running
    assert [type(one) for one in ask("Orr")] == [Proposed, Done]


def test_that_without_a_model_the_fault_says_how_to_get_one(scheme):
    process = SuggestProcess(module="tests.suggest.scripted")
    with pytest.raises(Fault, match=r"suggest\.no_model"):
        process.wait_ready()
    with pytest.raises(Fault, match="pip install one"):
        list(process.ask([Item(1, "Orr", "d")], scheme=scheme))
    assert not process.running


def test_that_closing_ends_an_iteration_in_another_thread(process, ask):
    begun, heard = threading.Event(), []

    def listen():
        for answer in ask("Orr", "wait for ever"):
            heard.append(answer)
            if answer == Done(0):
                begun.set()

    thread = threading.Thread(target=listen)
    thread.start()
    assert begun.wait(10)
    process.close()
    thread.join(10)
    assert not thread.is_alive()
    assert heard[1:] == [Done(0)]


def test_that_tokens_are_told_text_by_text(process):
    assert list(process.sentences(["Lena Orr", "ah"])) == [(((0, 4), (5, 8)),), (((0, 2),),)]
    with pytest.raises(Fault, match="no tokens"):
        list(process.sentences(["fail"]))


def test_that_the_environment_can_name_another_process(monkeypatch, scheme):
    monkeypatch.setenv(client.VARIABLE, "tests.suggest.scripted")
    process = SuggestProcess(layers=[Layer.ENTITY])
    assert process.wait_ready().model == {"name": "scripted"}
    process.close()


def test_that_the_real_process_ends_by_itself_when_the_model_is_missing(monkeypatch):
    monkeypatch.setenv(models.VARIABLE, "no_such_pipeline")
    process = SuggestProcess()
    with pytest.raises(Fault) as caught:
        process.wait_ready()
    assert caught.value.code == "suggest.no_model"
    assert caught.value.facts["name"] == "no_such_pipeline"
    tokens_alone = SuggestProcess(layers=[])
    assert tokens_alone.wait_ready().suggesters == ()
    assert next(tokens_alone.sentences(["Orr left."])) == (((0, 3), (4, 8), (8, 9)),)
    tokens_alone.close()
