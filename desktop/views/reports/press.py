"""Prints reports and draws their pages away from the interface thread, one piece of work at a time.

An order carries a snapshot of the project, which edits do not touch. Results come back as signals; a
newer order calls off the one before it, and what comes late is not delivered.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtGui import QImage

from desktop.domain.project import Project
from desktop.domain.record import CLIENT
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import Schedule
from desktop.publish import publish_bytes

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


@dataclass(frozen=True, slots=True)
class Wish:
    """Pages that are in sight and not drawn yet."""

    printed: Printed
    scale: float
    pages: list[int]
    """Taken off one by one by the thread that draws."""


class Press(QObject):
    """``printed`` carries :class:`Printed`, ``pictured`` :class:`Picture`, ``written`` :class:`Written`.

    ``failed`` carries a ``Rejected``, ``broken`` any other exception, to be raised where it is reported.

    Made without a parent and kept by whoever uses it: work under way keeps it alive until it ends.
    """

    printed = Signal(object)
    pictured = Signal(object)
    written = Signal(object)
    failed = Signal(object)
    broken = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._serial = 0
        self._busy = threading.Lock()  # PDFium must not be entered twice
        self._open: tuple[Printed, Any] | None = None
        self._wish: Wish | None = None

    def print(self, order: Order) -> None:
        """Print ``order``, in the place of one that is under way."""
        self._serial += 1
        serial = self._serial
        self._start(lambda: self._print(order, serial))

    def call_off(self) -> None:
        """Stop printing; nothing more comes of what was ordered so far."""
        self._serial += 1

    def look_at(self, printed: Printed, pages: Sequence[int], scale: float) -> None:
        """Draw ``pages`` (from 0) of a printed report, and none of those that were asked for before."""
        self._wish = Wish(printed, scale, list(pages))
        self._start(self._draw)

    def write(self, printed: Printed, target: Path) -> None:
        """Publish exactly what was printed."""
        self._start(lambda: self._write(printed, target))

    def _start(self, work: Callable[[], None]) -> None:
        def run() -> None:
            try:
                work()
            except Exception as error:  # a thread of the pool has nobody to tell
                self.broken.emit(error)

        QThreadPool.globalInstance().start(run)

    # -- in the thread of the pool --------------------------------------------------------------

    def _print(self, order: Order, serial: int) -> None:
        with self._busy:
            if serial != self._serial:
                return
            try:
                made = self._made(order, lambda: serial != self._serial)
            except Rejected as refusal:
                if serial == self._serial:
                    self.failed.emit(refusal)
                return
        if serial == self._serial:
            self.printed.emit(made)

    def _made(self, order: Order, cancelled: Callable[[], bool]) -> Printed:
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

    def _draw(self) -> None:
        """Draw what is wished for; a newer wish takes the place of what is left of the one before."""
        with self._busy:
            while (wish := self._wish) is not None and wish.pages:
                page = wish.pages.pop(0)
                if self._open is None or self._open[0] is not wish.printed:
                    self._open = (wish.printed, _opened(wish.printed.pdf))
                bitmap = self._open[1][page].render(scale=wish.scale, prefer_bgrx=True)
                pixels = bytes(bitmap.buffer)
                image = QImage(pixels, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
                # Copied, because Qt does not keep the pixels that it was shown.
                self.pictured.emit(Picture(wish.printed, page, wish.scale, image.copy()))

    def _write(self, printed: Printed, target: Path) -> None:
        try:
            publish_bytes(target, printed.pdf)
        except Rejected as refusal:
            self.failed.emit(refusal)
            return
        self.written.emit(Written(printed, target))


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
