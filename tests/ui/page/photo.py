"""A page as it is painted, to be looked at pixel by pixel."""

from PySide6.QtGui import QImage

from curator.domain.annotation import Role
from tests.ui.page.pictures import picture


class Photo:
    """The viewport as painted.

    Args:
        page: which to take.
        drawn: what to open on it.
    """

    def __init__(self, page, drawn: str, *, current: int | None = None) -> None:
        self.page = page
        self.text, annotations = picture(drawn)
        page.open(self.text, annotations)
        page.set_current(current)
        self.take()

    def take(self) -> None:
        pixmap = self.page.viewport().grab()
        self.image: QImage = pixmap.toImage()

    def run(self, identifier: int, role: Role = Role.MENTION):
        _, start, end = self.page.annotation(identifier).spans(role)[0]
        return self.page.sight().runs(start, end)[0]

    def colour(self, x: float, y: float) -> str:
        return self.image.pixelColor(round(x), round(y)).name().upper()

    def row(self, run, below: int) -> list[str]:
        """The colours under a run, so many pixels below its baseline."""
        return [
            self.colour(x, run.baseline + below) for x in range(round(run.left), round(run.right))
        ]
