"""The log as a picture: a day, then what happened on it; private notes apart and tinted."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, QLocale, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.domain.display import date_text
from desktop.domain.record import CLIENT, PRIVATE
from desktop.i18n import ntr, tr, words
from desktop.models.timeline import ENTRY, TimelineEntry, TimelineModel
from desktop.views.icons import pixmap
from desktop.views.labels import BODY, SMALL, em, scaled
from desktop.views.theme import colour

NOTE_LINES = 3
LONGEST = 600
"""Characters of a note that are laid out; the form shows all of it."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WRAP = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere


def day_words(day: dt.date, today: dt.date) -> str:
    """Today, yesterday, or the day with its weekday."""
    language = QLocale.Language.Chinese if words().is_chinese else QLocale.Language.English
    weekday = QLocale(language).toString(QDate(day.year, day.month, day.day), "ddd")
    if day == today:
        return tr("Today {weekday}", weekday=weekday)
    if day == today - dt.timedelta(1):
        return tr("Yesterday {weekday}", weekday=weekday)
    return f"{date_text(day)} {weekday}"


class EntryDelegate(QStyledItemDelegate):
    """Paints one entry; geometry is the same for measuring and painting."""

    def __init__(self, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._bold, self._plain, self._small = scaled(BODY, bold=True), scaled(BODY), scaled(SMALL)

    # -- geometry -------------------------------------------------------------------------------

    def _blocks(self, entry: TimelineEntry, width: int, *, first: bool) -> list[tuple[str, str, int]]:
        """(block, text, height) from top to bottom for an entry on ``width`` pixels of text."""
        found: list[tuple[str, str, int]] = []
        if first:
            found.append(("day", day_words(entry.day, self._today), em(2.1)))
        found.append(("title", entry.title, em(1.5)))
        if entry.people:
            found.append(("people", tr(", ", "list").join(entry.people), em(1.2)))
        for name, text in (("shared", entry.shared), ("private", entry.private)):
            if text.strip():
                inner = width - (em(1.9) if name == "private" else 0)
                found.append((name, text[:LONGEST], self._note_height(text[:LONGEST], inner, name)))
        if entry.follow_up or entry.made:
            found.append(("facts", self._facts(entry), em(1.3)))
        return found

    def _note_height(self, text: str, width: int, name: str) -> int:
        metrics = QFontMetrics(self._plain)
        needed = metrics.boundingRect(QRect(0, 0, max(width, em(4)), 100_000), _WRAP, text).height()
        return min(needed, metrics.lineSpacing() * NOTE_LINES) + (em(0.6) if name == "private" else em(0.15))

    def _facts(self, entry: TimelineEntry) -> str:
        facts = []
        if entry.follow_up:
            facts.append(self._follow_up(entry.follow_up, done=entry.follow_up_done))
        if entry.made:
            facts.append(ntr("{n} linked item", "{n} linked items", entry.made))
        return " · ".join(facts)

    def _follow_up(self, day: dt.date, *, done: bool) -> str:
        text = date_text(day)
        late = (self._today - day).days
        if done:
            return tr("followed up {date}", date=text)
        if late > 0:
            return ntr("▲ follow-up overdue since {date}, {n} day", "▲ follow-up overdue since {date}, {n} days", late,
                       date=text)  # fmt: skip
        return tr("follow up {date}", date=text)

    @staticmethod
    def _is_first(index: QModelIndex | QPersistentModelIndex) -> bool:
        entry = index.data(ENTRY)
        above = index.sibling(index.row() - 1, 0).data(ENTRY) if index.row() else None
        return above is None or above.day != entry.day

    def _text_width(self, width: int) -> int:
        return max(em(8), width - em(4.6) - em(1.2))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        blocks = self._blocks(index.data(ENTRY), self._text_width(width), first=self._is_first(index))
        return QSize(em(12), sum(height for _, _, height in blocks) + em(0.9))

    # -- painting -------------------------------------------------------------------------------

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: TimelineEntry = index.data(ENTRY)
        box: QRect = option.rect
        blocks = self._blocks(entry, self._text_width(box.width()), first=self._is_first(index))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = box.top()
        if blocks[0][0] == "day":
            self._write(painter, QRect(box.left() + em(0.6), top, box.width() - em(1.2), em(2.1)), blocks[0][1],
                        (self._bold, "muted"))  # fmt: skip
            top += em(2.1)
            blocks = blocks[1:]
        body = QRect(box.left() + em(0.4), top, box.width() - em(0.8), box.bottom() - top)
        self._background(painter, option, body)
        left = box.left() + em(4.6)
        line = QRect(left, top + em(0.3), self._text_width(box.width()), 0)
        self._sign(painter, entry, QRect(box.left() + em(0.4), top + em(0.3), em(4), em(1.5)))
        for name, text, height in blocks:
            line.setHeight(height)
            self._block(painter, entry, (name, text), QRect(line))
            line.translate(0, height)
        painter.restore()

    @staticmethod
    def _background(painter: QPainter, option: QStyleOptionViewItem, body: QRect) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent_soft" if chosen else "hover"))
            painter.drawRoundedRect(QRectF(body), em(0.3), em(0.3))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colour("focus"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(body).adjusted(1, 1, -1, -1), em(0.3), em(0.3))

    def _sign(self, painter: QPainter, entry: TimelineEntry, box: QRect) -> None:
        side = em(1.1)
        corner = QPoint(box.left() + em(0.4), box.center().y() - side // 2)
        painter.drawPixmap(corner, pixmap(entry.symbol, side, "accent"))
        self._write(painter, box.adjusted(em(1.6), 0, 0, 0), entry.at.strftime("%H:%M"), (self._small, "muted"))

    def _block(self, painter: QPainter, entry: TimelineEntry, block: tuple[str, str], box: QRect) -> None:
        name, text = block
        if name == "title":
            taken = self._audience(painter, entry, box)
            self._write(painter, box.adjusted(0, 0, -taken, 0), text, (self._bold, "text"))
        elif name == "people":
            self._write(painter, box, text, (self._small, "muted"))
        elif name == "facts":
            late = entry.follow_up and not entry.follow_up_done and entry.follow_up < self._today
            self._write(painter, box, text, (self._small, "red" if late else "accent"))
        else:
            self._note(painter, name, text, box)

    def _audience(self, painter: QPainter, entry: TimelineEntry, box: QRect) -> int:
        """Who may read it, in words, at the right; returns the width taken."""
        text = {CLIENT: tr("Client", "audience"), PRIVATE: tr("Private")}.get(entry.audience, "")
        if text:
            self._write(painter, box, text, (self._small, "green" if entry.audience == CLIENT else "amber"), right=True)
        return QFontMetrics(self._small).horizontalAdvance(text) + em(0.6) if text else 0

    def _note(self, painter: QPainter, name: str, text: str, box: QRect) -> None:
        metrics = QFontMetrics(self._plain)
        if name == "private":
            tint = QRectF(box).adjusted(-em(0.3), em(0.1), 0, -em(0.1))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("amber_soft"))
            painter.drawRoundedRect(tint, em(0.25), em(0.25))
            painter.drawPixmap(QPoint(box.left() + em(0.2), box.top() + em(0.35)), pixmap("lock", em(0.95), "amber"))
            box = box.adjusted(em(1.5), em(0.3), -em(0.4), -em(0.2))
        painter.setFont(self._plain)
        painter.setPen(colour("text"))
        painter.drawText(QRect(box.left(), box.top(), box.width(), metrics.lineSpacing() * NOTE_LINES), _WRAP, text)

    @staticmethod
    def _write(painter: QPainter, box: QRect, text: str, look: tuple[QFont, str], *, right: bool = False) -> None:
        font, role = look
        painter.setFont(font)
        painter.setPen(colour(role))
        shown = QFontMetrics(font).elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, _RIGHT if right else _LEFT, shown)


class Timeline(QListView):
    """``current`` carries the reference of the entry that was chosen; ``opened`` of one that is to be shown."""

    current = Signal(object)
    opened = Signal(object)

    def __init__(self, model: TimelineModel, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = model
        self.setModel(model)
        self.setItemDelegate(EntryDelegate(today, self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setAccessibleName(tr("Timeline of contacts and meetings"))
        self.activated.connect(self._open)
        self.selectionModel().currentChanged.connect(self._changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # notes wrap anew, so heights change

    def select_ref(self, ref: str) -> bool:
        """Make the entry of ``ref`` current and show it."""
        row = self._entries.row_of(ref)
        if row < 0:
            return False
        self.setCurrentIndex(self._entries.index(row))
        self.scrollTo(self.currentIndex())
        return True

    def current_ref(self) -> str:
        entry = self.currentIndex().data(ENTRY)
        return entry.ref if isinstance(entry, TimelineEntry) else ""

    def _changed(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY)
        self.current.emit(entry.ref if isinstance(entry, TimelineEntry) else "")

    def _open(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY)
        if isinstance(entry, TimelineEntry):
            self.opened.emit(entry.ref)
