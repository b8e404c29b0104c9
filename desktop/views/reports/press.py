"""Prints reports and draws their pages away from the interface thread, one piece of work at a time.

An order carries a snapshot of the project, which edits do not touch.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage

from desktop.domain.project import Project
from desktop.domain.record import CLIENT
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import Schedule
from desktop.publish import publish_bytes
from desktop.views.background import Background, Wish

if TYPE_CHECKING:
    from desktop.domain.commands.reporting import IssueReport
    from desktop.domain.reported import Judged
    from desktop.reports.kinds import Wishes


@dataclass(frozen=True, slots=True)
class Order:
    """A report to be printed."""

    project: Project
    """A snapshot."""
    schedule: Schedule
    kind: str
    language: str
    audience: str
    today: dt.date
    wishes: Wishes
    keys: tuple[str, ...]
    """Record types that it shows."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed report; ``sizes`` are the pages in points."""

    order: Order
    pdf: bytes
    sizes: tuple[tuple[float, float], ...]
    ratings: Mapping[str, Judged] = field(default_factory=dict)
    """As shown, by dimension; of a status report only."""
    issue: IssueReport | None = None
    """What records it once a client has it; of a status report for the client only."""


@dataclass(frozen=True, slots=True)
class Written:
    """A printed report and where it was published."""

    printed: Printed
    target: Path


@dataclass(frozen=True, slots=True)
class Picture:
    """One page as an image of ``scale`` pixels per point."""

    printed: Printed
    page: int
    scale: float
    image: QImage


class Press(Background):
    """``printed`` carries :class:`Printed`, ``pictured`` :class:`Picture`, ``written`` :class:`Written`.

    ``failed`` carries a ``Rejected``, ``broken`` any other exception.
    """

    printed = Signal(object)
    pictured = Signal(object)
    written = Signal(object)
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._busy = threading.Lock()  # PDFium must not be entered twice
        self._open: tuple[Printed, Any] | None = None

    def print(self, order: Order) -> None:
        """Print ``order``, in the place of one that is under way."""
        self._begin("print", lambda wish: self._print(order, wish))

    def look_at(self, printed: Printed, pages: Sequence[int], scale: float) -> None:
        """Draw ``pages`` (from 0) of a printed report, and none of those that were asked for before."""
        self._begin("draw", lambda wish: self._draw(printed, pages, scale, wish))

    def write(self, printed: Printed, target: Path) -> None:
        """Publish exactly what was printed."""
        self._begin(f"write {target}", lambda wish: self._write(printed, target, wish))

    def call_off_printing(self) -> None:
        """Nothing more comes of what was ordered; what is being written is."""
        self.call_off("print")

    # -- in the thread of the pool --------------------------------------------------------------

    def _print(self, order: Order, wish: Wish) -> None:
        with self._busy:
            if wish.is_off():
                return
            try:
                wish.say("printed", self._made_of(order, wish.is_off))
            except Rejected as refusal:
                wish.say("failed", refusal)

    def _made_of(self, order: Order, cancelled: Callable[[], bool]) -> Printed:
        from desktop.reports.kinds import build
        from desktop.reports.pdf import print_report

        report = build(
            order.project,
            order.schedule,
            kind=order.kind,
            language=order.language,
            audience=order.audience,
            today=order.today,
            wishes=order.wishes,
        )
        pdf = print_report(report, cancelled)
        document = _opened(pdf)
        sizes = tuple(document.get_page_size(page) for page in range(len(document)))
        made = Printed(order, pdf, sizes, *_told(order, pdf))
        self._open = (made, document)
        return made

    def _draw(self, printed: Printed, pages: Sequence[int], scale: float, wish: Wish) -> None:
        for page in pages:
            with self._busy:
                if wish.is_off():
                    return
                if self._open is None or self._open[0] is not printed:
                    self._open = (printed, _opened(printed.pdf))
                bitmap = self._open[1][page].render(scale=scale, prefer_bgrx=True)
                pixels = bytes(bitmap.buffer)
                image = QImage(pixels, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
                # Copied, because Qt does not keep the pixels that it was shown.
                wish.say("pictured", Picture(printed, page, scale, image.copy()))

    def _write(self, printed: Printed, target: Path, wish: Wish) -> None:
        try:
            publish_bytes(target, printed.pdf)
        except Rejected as refusal:
            wish.say("failed", refusal)
            return
        wish.say("written", Written(printed, target))


def _told(order: Order, pdf: bytes) -> tuple[Mapping[str, Judged], IssueReport | None]:
    """What a status report says, for the choices beside it and for the record of its issue."""
    from desktop.reports.issuing import issue_of, ratings_of

    if order.kind != "status":
        return {}, None
    project, plan, language, today = order.project, order.schedule, order.language, order.today
    ratings = ratings_of(project, plan, language=language, audience=order.audience, today=today)
    if order.audience != CLIENT:
        return ratings, None
    return ratings, issue_of(project, plan, language=language, today=today, pdf=pdf, file_name="")


def _opened(pdf: bytes) -> Any:
    import pypdfium2

    return pypdfium2.PdfDocument(pdf)
