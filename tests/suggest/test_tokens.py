"""Sentences and tokens by rule."""

from curator.suggest.tokens import sentences


def split(text):
    return [[text[start:end] for start, end in tokens] for tokens in sentences(text)]


def test_that_sentences_and_tokens_come_by_rule():
    assert split("Orr’s plan failed. Kyiv (U.S. ally) didn't react!") == [
        ["Orr", "’s", "plan", "failed", "."],
        ["Kyiv", "(", "U.S.", "ally", ")", "did", "n't", "react", "!"],
    ]


def test_that_white_space_is_no_token_and_no_sentence():
    assert split(" \n\n One.\n\n \t") == [["One", "."]]
    assert split("") == []


def test_that_offsets_count_code_points():
    assert split("🙂 Cafe\u0301 opened 日本. \u202eمرحبا\u202c she said.")[0][:2] == [
        "🙂",
        "Cafe\u0301",
    ]


def test_that_a_text_of_more_than_a_million_characters_is_split_too():
    text = "A line of words.\n\n" + "x" * 1_000_001 + "\n\nThe end."
    found = split(text)
    assert found[0] == ["A", "line", "of", "words", "."]
    assert found[-1][-3:] == ["The", "end", "."]
