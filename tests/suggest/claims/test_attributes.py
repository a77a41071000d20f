"""What the words of a claim tell about it."""

import pytest

pytestmark = pytest.mark.model


def only(find, text):
    (claim,) = (frame for frame in find(text) if frame.score >= 0.5 and not frame.nested)
    return claim


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The bank said that rates fell.", "assertion"),
        ("The bank believes that rates fell.", "belief"),
        ("The bank hopes that rates will fall.", "hope"),
        ("The bank demanded that rates fall.", "demand"),
        ("The bank vowed to cut rates.", "promise"),
        ("The bank denied that rates fell.", "denial"),
        ("The bank accused the ministry of a lie.", "accusation"),
        ("The bank praised the reform.", "evaluation"),
        ("The bank asked whether rates had fallen.", "question"),
        ("The bank underscored the need for lower rates.", "demand"),
        ("The bank noted the importance of lower rates.", "evaluation"),
        ("The bank expressed its hope that rates will fall.", "hope"),
    ],
)
def test_that_the_cue_or_the_head_of_the_content_decides_the_type(find, text, label):
    assert only(find, text).label == label


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("“The road is shut,” the driver said.", "mode", "direct"),
        ("The driver said that the road was “a river of mud”.", "mode", "mixed"),
        ("The driver said that the road was shut.", "mode", "indirect"),
        ("The driver said that the play “Night Train” was sold out.", "mode", "indirect"),
        ("The driver did not say that the road was shut.", "polarity", "negative"),
        ("The driver said that the road was shut.", "polarity", "positive"),
        ("The driver might say that the road was shut.", "determinacy", "indeterminate"),
        ("The driver said that the road was shut.", "determinacy", "factual"),
        ("The driver said that the road may be shut.", "certainty", "possible"),
        ("The driver said that the road is probably shut.", "certainty", "probable"),
        ("The driver said that the road was shut in May.", "certainty", "certain"),
        ("The driver revealed that the road was shut.", "stance", "endorsing"),
        ("The driver claims that the road is shut.", "stance", "distancing"),
        ("The driver said that the road was shut.", "stance", "neutral"),
        ("She said that the road was shut.", "source_type", "pronoun"),
        ("We believe that the road was shut.", "source_type", "author"),
        ("The report says that the road was shut.", "source_type", "document"),
        ("Residents said that the road was shut.", "source_type", "group"),
        ("Somebody said that the road was shut.", "source_type", "anonymous"),
        ("The minister said that the road was shut.", "source_type", "role"),
        ("Anna Lindqvist said that the road was shut.", "source_type", "named"),
    ],
)
def test_that_attributes_follow_the_words(find, text, name, value):
    assert only(find, text).attributes[name] == value
