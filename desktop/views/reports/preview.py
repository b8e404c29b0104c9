"""The pages of a report below each other, as they will be printed: scroll, zoom, go to a page."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop.i18n import tr
from desktop.views.labels import em
from desktop.views.reports.pager import Pager, Pages, Picture
from desktop.views.theme import colour

FIT_WIDTH, FIT_PAGE, FREE = "width", "page", "free"
SMALLEST, LARGEST, STEP = 0.2, 6.0, 1.25
"""Pixels per point, and the factor of one step of zoom."""
KEPT_PIXELS = 60_000_000
"""Pixels of page images that are kept; about 240 MB at most, a dozen pages at most zooms."""


class Preview(QAbstractScrollArea):
    """Only pages in sight are drawn, in the background; a page that is not ready yet is a white sheet."""

    page_changed = Signal(object)
    """Number of the page that fills most of the view, from 1."""
    zoom_changed = Signal(object)
    """Pixels per point."""

    def __init__(self, press: Pager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._press = press
        self._printed: Pages | None = None
        self._fit, self._zoom = FIT_WIDTH, 1.0
        self._tops: list[int] = []
        self._size = (0, 0)
        self._images: OrderedDict[int, QImage] = OrderedDict()
        self._asked: tuple[int, ...] = ()
        self._page = 0
        self._grip: tuple[QPoint, int, int] | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Preview of the report"))
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        press.pictured.connect(self._take)

    # -- content --------------------------------------------------------------------------------

    @property
    def printed(self) -> Pages | None:
        """What is shown."""
        return self._printed

    @property
    def page(self) -> int:
        """The page in front, from 1; 0 while nothing is shown."""
        return self._page

    @property
    def count(self) -> int:
        return len(self._printed.sizes) if self._printed else 0

    @property
    def zoom(self) -> float:
        """Pixels per point."""
        return self._zoom

    def show_printed(self, printed: Pages | None) -> None:
        """Show another report, at the page where the last one stood."""
        page = self._page
        self._printed = printed
        self._forget_images()
        self._lay_out()
        if printed is not None:
            self.go_to(min(max(page, 1), len(printed.sizes)))
        self._tell_page()
        self.setAccessibleDescription(tr("{n} pages", n=self.count) if self.count else "")
        self.viewport().update()

    def go_to(self, page: int) -> None:
        """Put the upper edge of ``page`` (from 1) to the top."""
        if self._tops and 1 <= page <= len(self._tops):
            self.verticalScrollBar().setValue(self._tops[page - 1] - self._gap // 2)

    def next_page(self) -> None:
        self.go_to(self._page + 1)

    def previous_page(self) -> None:
        self.go_to(self._page - 1)

    # -- zoom -----------------------------------------------------------------------------------

    def zoom_in(self) -> None:
        self.set_zoom(self._zoom * STEP)

    def zoom_out(self) -> None:
        self.set_zoom(self._zoom / STEP)

    def fit_width(self) -> None:
        """As wide as the view."""
        self._fit = FIT_WIDTH
        self._refit()

    def fit_page(self) -> None:
        """One page at a time."""
        self._fit = FIT_PAGE
        self._refit()

    @property
    def fit(self) -> str:
        """``width``, ``page`` or ``free``."""
        return self._fit

    def set_zoom(self, zoom: float, at: QPoint | None = None) -> None:
        """Pixels per point; what lies at ``at`` (in the view, else its middle) stays there."""
        self._fit = FREE
        self._scale_to(zoom, at or self.viewport().rect().center())

    def _refit(self) -> None:
        if self._printed is None or self._fit == FREE:
            return
        view, gap = self.viewport().size(), self._gap
        sizes = self._printed.sizes
        wide = max(width for width, _ in sizes)
        zoom = (view.width() - 2 * gap) / wide
        if self._fit == FIT_PAGE:
            zoom = min(zoom, (view.height() - gap) / max(height for _, height in sizes))
        self._scale_to(zoom, QPoint(view.width() // 2, 0))

    def _scale_to(self, zoom: float, at: QPoint) -> None:
        zoom = min(max(zoom, SMALLEST), LARGEST)
        if self._printed is None or abs(zoom - self._zoom) < 1e-4:
            self._zoom = zoom
            self._lay_out()
            return
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        factor = zoom / self._zoom
        x, y = (across.value() + at.x()) * factor - at.x(), (down.value() + at.y()) * factor - at.y()
        self._zoom = zoom
        self._forget_images()
        self._lay_out()
        across.setValue(round(x))
        down.setValue(round(y))
        self.zoom_changed.emit(zoom)

    # -- geometry -------------------------------------------------------------------------------

    @property
    def _gap(self) -> int:
        return em(0.8)

    def _lay_out(self) -> None:
        """Where every page begins, and what the scroll bars measure."""
        gap, zoom = self._gap, self._zoom
        y, wide, self._tops = gap, 0, []
        for width, height in self._printed.sizes if self._printed else ():
            self._tops.append(y)
            y += round(height * zoom) + gap
            wide = max(wide, round(width * zoom))
        self._size = (wide + 2 * gap, y)
        view = self.viewport().size()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, self._size[0] - view.width()))
        across.setPageStep(view.width())
        down.setRange(0, max(0, self._size[1] - view.height()))
        down.setPageStep(view.height())
        down.setSingleStep(em(2))
        across.setSingleStep(em(2))
        self.viewport().update()

    def page_box(self, page: int) -> QRect:
        """Where page ``page`` (from 0) lies in the view."""
        assert self._printed is not None
        width, height = (round(side * self._zoom) for side in self._printed.sizes[page])
        room = max(self._size[0], self.viewport().width())
        x = (room - width) // 2 - self.horizontalScrollBar().value()
        return QRect(x, self._tops[page] - self.verticalScrollBar().value(), width, height)

    def _in_sight(self) -> list[int]:
        view = self.viewport().rect()
        return [page for page in range(self.count) if self.page_box(page).intersects(view)]

    def _tell_page(self) -> None:
        """The page that takes most of the height of the view."""
        view = self.viewport().rect()
        seen = {page: self.page_box(page).intersected(view).height() for page in self._in_sight()}
        found = max(seen, key=lambda page: seen[page]) + 1 if seen else 0
        if found != self._page:
            self._page = found
            self.page_changed.emit(found)

    # -- images ---------------------------------------------------------------------------------

    def _forget_images(self) -> None:
        self._images.clear()
        self._asked = ()

    def _ask(self, pages: list[int]) -> None:
        """Have ``pages`` drawn, and the one behind them."""
        assert self._printed is not None
        wanted = tuple(page for page in (*pages, pages[-1] + 1) if page < self.count and page not in self._images)
        if wanted and wanted != self._asked:
            self._asked = wanted
            self._press.look_at(self._printed, wanted, self._pixel_scale)

    @property
    def _pixel_scale(self) -> float:
        return self._zoom * self.devicePixelRatioF()

    def _take(self, found: object) -> None:
        assert isinstance(found, Picture)
        if found.printed is not self._printed or found.scale != self._pixel_scale:
            return
        found.image.setDevicePixelRatio(self.devicePixelRatioF())
        self._images[found.page] = found.image
        while len(self._images) > 1 and sum(i.width() * i.height() for i in self._images.values()) > KEPT_PIXELS:
            self._images.popitem(last=False)
        self.viewport().update()

    # -- events ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with QPainter(self.viewport()) as painter:
            painter.fillRect(self.viewport().rect(), colour("grey_soft"))
            seen = self._in_sight()
            for page in seen:
                box = self.page_box(page)
                painter.fillRect(box, QColor("white"))  # paper is white in every theme
                image = self._images.get(page)
                if image is not None:
                    painter.drawImage(box.topLeft(), image)
                painter.setPen(QPen(colour("line_strong"), 1))
                painter.drawRect(QRectF(box).adjusted(-0.5, -0.5, 0.5, 0.5))
            if seen:
                self._ask(seen)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.viewport().update()
        self._tell_page()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        self._refit()
        self._tell_page()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = event.angleDelta().y() / 120
            self.set_zoom(self._zoom * STEP**steps, event.position().toPoint())
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, down = event.key(), self.verticalScrollBar()
        if key == Qt.Key.Key_Home:
            down.setValue(0)
        elif key == Qt.Key.Key_End:
            down.setValue(down.maximum())
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_Space):
            down.setValue(down.value() + down.pageStep() * 9 // 10)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_Backspace):
            down.setValue(down.value() - down.pageStep() * 9 // 10)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
            self._grip = (event.position().toPoint(), across, down)
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            start, across, down = self._grip
            moved = event.position().toPoint() - start
            self.horizontalScrollBar().setValue(across - moved.x())
            self.verticalScrollBar().setValue(down - moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        del event
        self._grip = None
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._forget_images()
            self.viewport().update()
