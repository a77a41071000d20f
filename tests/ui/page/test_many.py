"""Many changes at once: the page indexes them anew, and shows the same."""

from curator.domain.annotation import Annotation, Layer, entity_parts


def test_that_many_changes_at_once_are_drawn_as_one_by_one(page):
    text = "word " * 200
    page.open(text, ())
    page.set_current(None)
    many = [
        Annotation(number, 1, Layer.ENTITY, "ORG", entity_parts(5 * number, 5 * number + 4))
        for number in range(1, 120)
    ]
    page.put(many)
    assert [page.at(one.start) for one in many] == [(one.id,) for one in many]
    page.drop([one.id for one in many[:100]])
    assert [page.at(one.start) for one in many[:100]] == [()] * 100
    assert [page.at(one.start) for one in many[100:]] == [(one.id,) for one in many[100:]]
