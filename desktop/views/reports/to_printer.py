"""From the pages of a PDF to a printer: each page is drawn as fine as the printer prints, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QObject, QRect, QSizeF, Qt, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QProgressDialog, QWidget

from desktop.i18n import ntr, tr
from desktop.views.reports.pager import Pager, Pages, Picture

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

FINEST = 300.0
"""Dots per inch beyond which nobody sees a difference, and memory runs out on large paper."""
MOST_DOTS = 80_000_000
"""Dots of one page; an A0 is printed a little coarser."""
POINTS = 72.0


class ToPrinter(QObject):
    """``done`` carries a sentence (what was printed, or why nothing was) and whether all was printed."""

    done = Signal(object, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self._pager = Pager()
        self.destroyed.connect(self._pager.retire)
        self._pager.pictured.connect(self._paint)
        self._printed: Pages | None = None
        self._printer: QPrinter | None = None
        self._painter: QPainter | None = None
        self._progress: QProgressDialog | None = None

    def ask(self, printed: Pages) -> None:
        """Let a printer be chosen, where there is one."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

        if not QPrinterInfo.availablePrinterNames():
            self.done.emit(tr("This computer knows no printer. Save the pages as PDF to print them elsewhere."), False)
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        set_paper(printer, printed.sizes[0])
        dialog = QPrintDialog(printer, self._parent)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, True)
        dialog.setMinMax(1, len(printed.sizes))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._printed, self._printer = printed, printer
        dialog.accepted.connect(self._begin)
        dialog.setModal(True)
        dialog.show()

    def _begin(self) -> None:
        assert self._printed is not None and self._printer is not None
        first, last = self._printer.fromPage(), self._printer.toPage()
        pages = range(max(first, 1) - 1, last or len(self._printed.sizes))
        self.print(self._printed, self._printer, pages)

    def print(self, printed: Pages, printer: QPrinter, pages: range) -> None:
        """Print ``pages`` (from 0) on ``printer``."""
        set_paper(printer, printed.sizes[pages.start])
        painter = QPainter()
        if not painter.begin(printer):
            self.done.emit(tr("The printer could not be reached. Nothing was printed."), False)
            return
        self._printed, self._printer, self._painter, self._pages = printed, printer, painter, pages
        width, height = max(printed.sizes, key=lambda size: size[0] * size[1])
        scale = min(printer.resolution(), FINEST) / POINTS
        scale = min(scale, (MOST_DOTS / (width * height)) ** 0.5)
        self._progress = QProgressDialog(tr("Printing…"), tr("Stop"), 0, len(pages), self._parent)
        self._progress.setWindowModality(Qt.WindowModality.WindowModal)
        self._progress.canceled.connect(self._call_off)
        self._progress.setValue(0)
        self._pager.look_at(printed, list(pages), scale)

    def _paint(self, found: object) -> None:
        assert isinstance(found, Picture)
        painter, printer = self._painter, self._printer
        if painter is None or printer is None:
            return
        if found.page != self._pages.start:
            set_paper(printer, found.printed.sizes[found.page])
            printer.newPage()
        width, height = found.printed.sizes[found.page]
        dots = printer.resolution() / POINTS
        painter.drawImage(QRect(0, 0, round(width * dots), round(height * dots)), found.image)
        done = found.page - self._pages.start + 1
        if self._progress is not None:
            self._progress.setValue(done)
        if done == len(self._pages):
            self._end(ntr("{n} page was printed.", "{n} pages were printed.", done), whole=True)

    def _call_off(self) -> None:
        if self._printer is not None and self._painter is not None:
            self._pager.call_off("draw")
            self._printer.abort()
            self._end(tr("Printing was stopped."))

    def _end(self, sentence: str, *, whole: bool = False) -> None:
        if self._painter is not None:
            self._painter.end()
        if self._progress is not None:
            self._progress.canceled.disconnect(self._call_off)
            self._progress.close()
            self._progress.deleteLater()
        self._painter = self._printer = self._progress = None
        self.done.emit(sentence, whole)


def set_paper(printer: QPrinter, size: tuple[float, float]) -> None:
    """The paper of a page of the PDF, printed to its edges: the margins are drawn in the page."""
    width, height = size
    paper = QPageSize(QSizeF(min(size), max(size)), QPageSize.Unit.Point)
    lying = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(paper, lying, QMarginsF(0, 0, 0, 0)))
