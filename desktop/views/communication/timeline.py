"""The log as a picture: a day, then what happened on it; private notes apart and tinted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QDate, QLocale, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QResizeEvent, QShowEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.domain.display import date_text
from desktop.domain.record import CLIENT, PRIVATE
from desktop.i18n import ntr, tr, words
from desktop.models.cells import one_line
from desktop.models.timeline import TimelineEntry, TimelineModel
from desktop.views.icons import pixmap
from desktop.views.labels import BODY, SMALL, em, scaled
from desktop.views.theme import colour

NOTE_LINES = 3
LONGEST = 800
"""Characters of a note that are laid out; the form shows all of it."""
DAY, TITLE, PEOPLE, SHARED, PRIVATE_NOTE, FACTS = "day", "title", "people", "shared", "private", "facts"
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ANYWHERE = QTextOption()
_ANYWHERE.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
Index = QModelIndex | QPersistentModelIndex


def day_words(day: dt.date, today: dt.date) -> str:
    """Today, yesterday, or the day with its weekday."""
    language = QLocale.Language.Chinese if words().is_chinese else QLocale.Language.English
    weekday = QLocale(language).toString(QDate(day.year, day.month, day.day), "ddd")
    if day == today:
        return tr("Today {weekday}", weekday=weekday)
    if day == today - dt.timedelta(1):
        return tr("Yesterday {weekday}", weekday=weekday)
    return f"{date_text(day)} {weekday}"


def broken(text: str, font: QFont, width: int, most: int) -> list[str]:
    """``text`` as at most ``most`` lines of ``width`` pixels; what is left out is told by an ellipsis."""
    shown = "\u2028".join(line for line in text[:LONGEST].splitlines() if line.strip())
    layout = QTextLayout(shown, font)
    layout.setTextOption(_ANYWHERE)
    units = shown.encode("utf-16-le")  # Qt counts in these
    lines: list[str] = []
    layout.beginLayout()
    while len(lines) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = 2 * line.textStart()
        end = start + 2 * line.textLength() if len(lines) < most - 1 else len(units)
        lines.append(units[start:end].decode("utf-16-le").strip("\u2028").replace("\u2028", " "))
    layout.endLayout()
    if lines:  # the last line stands for all that follows
        rest = lines[-1] + "…" * (len(text) > LONGEST)
        lines[-1] = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return lines


@dataclass(frozen=True, slots=True)
class Block:
    """A part of an entry: its lines of text and the height that they take."""

    name: str
    lines: tuple[str, ...]
    height: int


class EntryDelegate(QStyledItemDelegate):
    """Paints one entry; blocks are made once for measuring and painting, until the entry or the width changes."""

    def __init__(self, today: Callable[[], dt.date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = today
        self._bold, self._plain, self._small = scaled(BODY, bold=True), scaled(BODY), scaled(SMALL)
        self._heights = {DAY: em(2.1), TITLE: em(1.5), PEOPLE: em(1.2), SHARED: em(0.15), PRIVATE_NOTE: em(0.6),
                         FACTS: em(1.3)}  # fmt: skip
        """Heights of blocks; those of notes besides their lines."""
        self._spacing = QFontMetrics(self._plain).lineSpacing()
        self._lock, self._gap = em(1.9), em(0.9)
        self._beside, self._least = em(4.6) + em(1.2), em(8)
        self._made: dict[str, tuple[TimelineEntry, int, list[Block]]] = {}
        self._days: dict[dt.date, Block] = {}
        self._today = today()

    def turn_day(self) -> bool:
        """Whether another day has begun since what is painted was made; it is then made anew."""
        if self._clock() == self._today:
            return False
        self._today = self._clock()
        self._made.clear()
        self._days.clear()
        return True

    # -- geometry -------------------------------------------------------------------------------

    def blocks(self, index: Index, width: int) -> list[Block]:
        """What an entry shows from top to bottom, on a row ``width`` pixels wide; the first of a day tells the day."""
        model = index.model()
        assert isinstance(model, TimelineModel)
        row = index.row()
        entry = model.entry(row)
        known = self._made.get(entry.ref)
        if known is None or known[1] != width or known[0] != entry:
            known = self._made[entry.ref] = (entry, width, self._make(entry, self._text_width(width)))
        day = entry.at.date()
        return known[2] if row and model.entry(row - 1).at.date() == day else [self._day(day), *known[2]]

    def _day(self, day: dt.date) -> Block:
        if day not in self._days:
            self._days[day] = self._line(DAY, day_words(day, self._today))
        return self._days[day]

    def _make(self, entry: TimelineEntry, width: int) -> list[Block]:
        found = [self._line(TITLE, one_line(entry.title))]
        if entry.people:
            names = tr(", ", "list").join(one_line(name) for name in entry.people)
            found.append(self._line(PEOPLE, one_line(names)))
        if entry.shared.strip():
            found.append(self._lines(SHARED, entry.shared, width))
        if entry.private.strip():
            found.append(self._lines(PRIVATE_NOTE, entry.private, width - self._lock))
        if entry.follow_up or entry.made:
            found.append(self._line(FACTS, self._facts(entry)))
        return found

    def _line(self, name: str, text: str) -> Block:
        return Block(name, (text,), self._heights[name])

    def _lines(self, name: str, text: str, width: int) -> Block:
        lines = broken(text, self._plain, width, NOTE_LINES)
        return Block(name, tuple(lines), self._spacing * len(lines) + self._heights[name])

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

    def _text_width(self, width: int) -> int:
        return max(self._least, width - self._beside)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        return QSize(self._least, sum(block.height for block in self.blocks(index, width)) + self._gap)

    # -- painting -------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box: QRect = option.rect
        blocks = self.blocks(index, box.width())
        model = index.model()
        assert isinstance(model, TimelineModel)
        entry = model.entry(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = box.top()
        if blocks[0].name == DAY:
            day = QRect(box.left() + em(0.6), top, box.width() - em(1.2), blocks[0].height)
            self._write(painter, day, blocks[0].lines[0], (self._bold, "muted"))
            top += blocks[0].height
            blocks = blocks[1:]
        body = QRect(box.left() + em(0.4), top, box.width() - em(0.8), box.bottom() - top)
        self._background(painter, option, body)
        line = QRect(box.left() + em(4.6), top + em(0.3), self._text_width(box.width()), 0)
        self._sign(painter, entry, QRect(box.left() + em(0.4), top + em(0.3), em(4), em(1.5)))
        for block in blocks:
            line.setHeight(block.height)
            self._block(painter, entry, block, QRect(line))
            line.translate(0, block.height)
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
        painter.drawPixmap(corner, pixmap(entry.symbol, side, "accent", painter.device().devicePixelRatioF()))
        self._write(painter, box.adjusted(em(1.6), 0, 0, 0), entry.at.strftime("%H:%M"), (self._small, "muted"))

    def _block(self, painter: QPainter, entry: TimelineEntry, block: Block, box: QRect) -> None:
        if block.name == TITLE:
            taken = self._audience(painter, entry, box)
            self._write(painter, box.adjusted(0, 0, -taken, 0), block.lines[0], (self._bold, "text"))
        elif block.name == PEOPLE:
            self._write(painter, box, block.lines[0], (self._small, "muted"))
        elif block.name == FACTS:
            late = entry.follow_up and not entry.follow_up_done and entry.follow_up < self._today
            self._write(painter, box, block.lines[0], (self._small, "red" if late else "accent"))
        else:
            self._note(painter, block, box)

    def _audience(self, painter: QPainter, entry: TimelineEntry, box: QRect) -> int:
        """Who may read it, in words, at the right; returns the width taken."""
        text = {CLIENT: tr("Client", "audience"), PRIVATE: tr("Private")}.get(entry.audience, "")
        if text:
            self._write(painter, box, text, (self._small, "green" if entry.audience == CLIENT else "amber"), right=True)
        return QFontMetrics(self._small).horizontalAdvance(text) + em(0.6) if text else 0

    def _note(self, painter: QPainter, block: Block, box: QRect) -> None:
        if block.name == PRIVATE_NOTE:
            tint = QRectF(box).adjusted(-em(0.3), em(0.1), 0, -em(0.1))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("amber_soft"))
            painter.drawRoundedRect(tint, em(0.25), em(0.25))
            lock = pixmap("lock", em(0.95), "amber", painter.device().devicePixelRatioF())
            painter.drawPixmap(QPoint(box.left() + em(0.2), box.top() + em(0.35)), lock)
            box = box.adjusted(em(1.5), em(0.3), -em(0.4), -em(0.2))
        metrics = QFontMetrics(self._plain)
        painter.setFont(self._plain)
        painter.setPen(colour("text"))
        for number, text in enumerate(block.lines):
            painter.drawText(box.left(), box.top() + metrics.ascent() + number * metrics.lineSpacing(), text)

    @staticmethod
    def _write(painter: QPainter, box: QRect, text: str, look: tuple[QFont, str], *, right: bool = False) -> None:
        font, role = look
        painter.setFont(font)
        painter.setPen(colour(role))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, _RIGHT if right else _LEFT, shown)


MANY = 50
"""Entries that no window is high enough for."""


class Timeline(QListView):
    """``current`` carries the reference of the entry that was chosen; ``opened`` of one that is to be shown."""

    current = Signal(object)
    opened = Signal(object)

    def __init__(self, model: TimelineModel, today: Callable[[], dt.date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = model
        self._delegate = EntryDelegate(today, self)
        self.setItemDelegate(self._delegate)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setAccessibleName(tr("Timeline of contacts and meetings"))
        self._fit_bar()
        model.rowsInserted.connect(self._fit_bar)
        model.rowsRemoved.connect(self._fit_bar)
        self.setModel(model)  # last: each of the settings above would lay out every entry at a width that is not ours
        self.activated.connect(self._open)
        self.selectionModel().currentChanged.connect(self._changed)

    def _fit_bar(self) -> None:
        """Of many entries the bar is there from the start: they would all be measured again for the room it takes."""
        policy = Qt.ScrollBarPolicy
        many = self._entries.rowCount() > MANY
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn if many else policy.ScrollBarAsNeeded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # notes wrap anew, so heights change

    def showEvent(self, event: QShowEvent) -> None:
        if self._delegate.turn_day():
            self.scheduleDelayedItemsLayout()
        super().showEvent(event)

    def select_ref(self, ref: str) -> bool:
        """Make the entry of ``ref`` current and show it."""
        row = self._entries.row_of(ref)
        if row < 0:
            return False
        self.setCurrentIndex(self._entries.index(row))
        self.scrollTo(self.currentIndex())
        return True

    def current_ref(self) -> str:
        row = self.currentIndex().row()
        return self._entries.refs[row] if 0 <= row < len(self._entries.refs) else ""

    def _changed(self) -> None:
        self.current.emit(self.current_ref())

    def _open(self) -> None:
        self.opened.emit(self.current_ref())
