"""Pages of a PDF away from the interface thread: made, drawn as images, published; one piece of work at a time."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QImage

from desktop.domain.rejection import Rejected
from desktop.publish import publish_bytes
from desktop.views.background import Background, Wish

_BUSY = threading.Lock()
"""PDFium must not be entered twice."""


class Pages(Protocol):
    """What was printed; ``sizes`` are the pages in points."""

    @property
    def pdf(self) -> bytes: ...

    @property
    def sizes(self) -> tuple[tuple[float, float], ...]: ...


@dataclass(frozen=True, slots=True)
class Written:
    """What was printed and where it was published."""

    printed: Any
    target: Path


@dataclass(frozen=True, slots=True)
class Picture:
    """One page as an image of ``scale`` pixels per point."""

    printed: Pages
    page: int
    scale: float
    image: QImage


class Pager(Background):
    """``printed`` carries :class:`Pages`, ``pictured`` :class:`Picture`, ``written`` :class:`Written`.

    ``failed`` carries a ``Rejected``, ``broken`` any other exception. Subclasses make pages of an order.
    """

    printed = Signal(object)
    pictured = Signal(object)
    written = Signal(object)
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._open: tuple[Pages, Any] | None = None
        app = QCoreApplication.instance()
        assert app is not None
        app.aboutToQuit.connect(self.put_away)

    def retire(self) -> None:
        super().retire()
        self.put_away()

    def put_away(self) -> None:
        """Close the document, unless it is being drawn right now; PDFium complains of one that is open at the end."""
        if not _BUSY.acquire(blocking=False):
            return
        try:
            if self._open is not None:
                self._open[1].close()
                self._open = None
        finally:
            _BUSY.release()

    def print(self, order: Any) -> None:
        """Print ``order``, in the place of one that is under way."""
        self._begin("print", lambda wish: self._print(order, wish))

    def look_at(self, printed: Pages, pages: Sequence[int], scale: float) -> None:
        """Draw ``pages`` (from 0) of what was printed, and none of those that were asked for before."""
        self._begin("draw", lambda wish: self._draw(printed, pages, scale, wish))

    def write(self, printed: Pages, target: Path) -> None:
        """Publish exactly what was printed."""
        self._begin(f"write {target}", lambda wish: self._write(printed, target, wish))

    def call_off_printing(self) -> None:
        """Nothing more comes of what was ordered; what is being written is."""
        self.call_off("print")

    # -- in the thread of the pool --------------------------------------------------------------

    def _print(self, order: Any, wish: Wish) -> None:
        with _BUSY:
            if wish.is_off():
                return
            try:
                wish.say("printed", self._made_of(order, wish))
            except Rejected as refusal:
                wish.say("failed", refusal)

    def _made_of(self, order: Any, wish: Wish) -> Pages:
        """The pages that ``order`` asks for. Raises ``Rejected``."""
        raise NotImplementedError

    def opened(self, pdf: bytes) -> tuple[Any, tuple[tuple[float, float], ...]]:
        """The document and the sizes of its pages."""
        document = open_pdf(pdf)
        return document, tuple(document.get_page_size(page) for page in range(len(document)))

    def _draw(self, printed: Pages, pages: Sequence[int], scale: float, wish: Wish) -> None:
        for page in pages:
            with _BUSY:
                if wish.is_off():
                    return
                if self._open is None or self._open[0] is not printed:
                    self._open = (printed, open_pdf(printed.pdf))
                bitmap = self._open[1][page].render(scale=scale, prefer_bgrx=True)
                pixels = bytes(bitmap.buffer)
                image = QImage(pixels, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
                # Copied, because Qt does not keep the pixels that it was shown.
                wish.say("pictured", Picture(printed, page, scale, image.copy()))

    def _write(self, printed: Pages, target: Path, wish: Wish) -> None:
        try:
            publish_bytes(target, printed.pdf)
        except Rejected as refusal:
            wish.say("failed", refusal)
            return
        wish.say("written", Written(printed, target))


def open_pdf(pdf: bytes) -> Any:
    import pypdfium2

    return pypdfium2.PdfDocument(pdf)
