"""The ratings of the report: as proposed, or as the project manager says, with the reason and the way back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.commands.reporting import JudgeRating
from desktop.domain.rating import AMBER, GREEN, GREY, RED, TITLES
from desktop.domain.rejection import Rejected, explain
from desktop.domain.reported import Judged, unexplained
from desktop.domain.reporting import DIMENSION, OFF_GREEN, ReportRating
from desktop.i18n import tr, words
from desktop.models.workspace import Unsettled, Workspace
from desktop.views.labels import HEADING, SMALL, Text, em, plain_tooltip, scaled
from desktop.views.overview.badge import paint_rating
from desktop.views.records.lines import DateEditor
from desktop.views.theme import colour

CHOICES = (GREEN, AMBER, RED, GREY)


class RatingButton(QAbstractButton):
    """One dimension with its rating; pressing it opens what can be said of it."""

    def __init__(self, dimension: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dimension = dimension
        self._rating: Judged | None = None
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rating(self, rating: Judged) -> None:
        self._rating = rating
        name, word = tr(DIMENSION[self.dimension]), tr(TITLES[rating.code])
        self.setAccessibleName(f"{name}: {word}")
        proposal = rating.proposal
        reason = rating.reason or tr(proposal.reason, **proposal.facts)
        self.setToolTip(plain_tooltip("\n".join(filter(None, (reason, rating.path)))))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(em(12), em(1.7))

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._rating is None:
            return
        name, word = tr(DIMENSION[self.dimension]), tr(TITLES[self._rating.code])
        if self._rating.code != self._rating.proposal.code:
            word = tr("{rating}, changed", rating=word)
        with QPainter(self) as painter:
            if self.underMouse() or self.hasFocus() or self.isChecked():
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour("hover"))
                painter.drawRoundedRect(self.rect(), em(0.2), em(0.2))
            side = em(1.1)
            paint_rating(painter, QRectF(em(0.3), (self.height() - side) / 2, side, side), self._rating.code)
            room = self.rect().adjusted(em(1.8), 0, -em(0.4), 0)
            painter.setFont(self.font())
            painter.setPen(colour("text"))
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, name)
            painter.setFont(scaled(SMALL))
            painter.setPen(colour("muted"))
            left = QFontMetrics(self.font()).horizontalAdvance(name) + em(0.6)
            shown = QFontMetrics(scaled(SMALL)).elidedText(word, Qt.TextElideMode.ElideRight, room.width() - left)
            painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, shown)


class RatingEditor(QFrame):
    """What a person says of one rating; ``closed`` when it was said, or not after all (carries True, False)."""

    closed = Signal(object)

    def __init__(
        self, workspace: Workspace, dimension: str, rating: Judged, status_date: dt.date, *, asked: bool = False
    ) -> None:
        super().__init__()
        self._workspace, self.dimension, self._date = workspace, dimension, status_date
        self._asked, self._proposed = asked, rating.proposal.code
        proposal = rating.proposal
        self.shown, self.reason, self.path = QComboBox(), QLineEdit(rating.reason), QLineEdit(rating.path)
        self.shown.addItem(tr("As proposed: {rating}", rating=tr(TITLES[proposal.code])), "")
        for code in CHOICES:
            if code != proposal.code:
                self.shown.addItem(tr(TITLES[code]), code)
        if rating.code != proposal.code:
            self.shown.setCurrentIndex(self.shown.findData(rating.code))
        self.reason.setPlaceholderText(tr(proposal.reason, **proposal.facts))
        self.reason.setToolTip(tr("Printed in the report. Needed where the rating is not the proposed one."))
        self.until = DateEditor(workspace, ReportRating.specs["path_date"])
        self.until.load(
            ReportRating(
                dimension=dimension, proposed="", shown="", reason="", path="", path_date=rating.path_date
            )
        )  # fmt: skip
        self.problem = Text("", scale=SMALL, role="red", wrap=True)
        self.problem.hide()
        self.apply_button = QPushButton(tr("Apply and go on") if asked else tr("Apply"))
        self.cancel_button = QPushButton(tr("Not now") if asked else tr("Cancel"))
        self._lay_out()
        self.apply_button.clicked.connect(self.apply)
        self.cancel_button.clicked.connect(self._cancel)
        for line in (self.reason, self.path, self.until):
            line.returnPressed.connect(self.apply)
        self._stored = self._entered()
        workspace.settling.connect(self.settle)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(em(1.8), em(0.2), em(0.2), em(0.6))
        column.setSpacing(em(0.2))
        specs = ReportRating.specs
        for title, field in (
            (tr("Rating"), self.shown),
            (tr(specs["reason"].title), self.reason),
            (tr(specs["path"].title), self.path),
            (tr(specs["path_date"].title), self.until),
        ):
            column.addWidget(Text(title, scale=SMALL, role="muted"))
            column.addWidget(field)
            field.setAccessibleName(title)
        column.addWidget(self.problem)
        row = QHBoxLayout()
        row.addWidget(self.apply_button, 1)
        row.addWidget(self.cancel_button)
        column.addLayout(row)

    def apply(self) -> None:
        """Keep what is said; a refusal is told here, and nothing typed is lost."""
        code = self.shown.currentData() or self._proposed
        if self._asked and code in OFF_GREEN and not self.path.text().strip():
            self._complain(tr("Write how it becomes Green again, or choose “Not now”."), self.path)
            return
        refused = self._store()
        if refused is not None:
            self._complain(explain(refused, words()), self._wrong(refused))
        else:
            self.closed.emit(True)

    def settle(self, left: list[Unsettled]) -> None:
        """Keep what is said before something else is done; the editor stays open."""
        if self._entered() == self._stored:
            return
        refused = self._store()
        if refused is not None:
            self.problem.setText(explain(refused, words()))
            self.problem.show()
            left.append(Unsettled(refused, self._wrong(refused)))

    def is_taken(self) -> bool:
        """Keep what is said; False where it cannot be, which is told here."""
        left: list[Unsettled] = []
        self.settle(left)
        return not left

    def _entered(self) -> tuple[str, ...]:
        return (self.shown.currentText(), self.reason.text(), self.path.text(), self.until.text())

    def _store(self) -> Rejected | None:
        """Keep what is said; why it cannot be."""
        try:
            said = JudgeRating(
                self.dimension, self._date, str(self.shown.currentData()), self.reason.text(), self.path.text(),
                self.until.value(),
            )  # fmt: skip
        except Rejected as refusal:
            return refusal
        self._stored, before = self._entered(), self._stored
        refused = self._workspace.attempt(said)
        if refused is not None:
            self._stored = before
        return refused

    def _wrong(self, refusal: Rejected) -> QWidget:
        return self.reason if refusal.code == "rating_without_reason" else self.until

    def _complain(self, sentence: str, field: QWidget) -> None:
        self.problem.setText(sentence)
        self.problem.show()
        field.setFocus()

    def _cancel(self) -> None:
        self._stored = self._entered()  # given up
        self.closed.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._cancel()
        else:
            super().keyPressEvent(event)


class Ratings(QWidget):
    """Six ratings, of which one may be open; ``opened`` carries the editor that has to be in sight."""

    opened = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._ratings: Mapping[str, Judged] = {}
        self._date = dt.date.min
        self.asking = False
        """Whether an export waits for what the client has to be told."""
        self.editor: RatingEditor | None = None
        self._hint = Text("", scale=SMALL, wrap=True, role="amber")
        self._hint.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(Text(tr("Ratings"), scale=HEADING, bold=True))
        self._column.addWidget(self._hint)
        self.buttons = {name: RatingButton(name) for name in DIMENSION}
        for button in self.buttons.values():
            button.clicked.connect(self._pressed)
            self._column.addWidget(button)

    def show_ratings(self, ratings: Mapping[str, Judged], status_date: dt.date) -> None:
        """Show what was printed; what is being typed stays."""
        self._ratings, self._date = ratings, status_date
        for name, rating in ratings.items():
            self.buttons[name].show_rating(rating)

    def ask(self) -> bool:
        """Ask for what the client has to be told and is not yet; False where nothing is missing."""
        missing = unexplained(self._ratings)
        self.asking = bool(missing)
        self._hint.setVisible(self.asking)
        if not missing:
            return False
        names = tr(", ", "list").join(tr(DIMENSION[name]) for name in missing)
        self._hint.setText(
            tr(
                "A client who reads Amber or Red asks at once how it becomes Green again. Say it here for: {names}. "
                "Then the export goes on.",
                names=names,
            )
        )
        self._open(missing[0])
        return True

    def stop(self) -> None:
        """Ask no longer."""
        self._shut(False)

    def _pressed(self) -> None:
        button = self.sender()
        assert isinstance(button, RatingButton)
        if self.editor is not None and not self.editor.is_taken():
            for other in self.buttons.values():
                other.setChecked(other.dimension == self.editor.dimension)
            return
        if button.isChecked():
            self._open(button.dimension)
        else:
            self._shut(False)

    def _open(self, name: str) -> None:
        if self.editor is not None:
            self._remove()
        for other in self.buttons.values():
            other.setChecked(other.dimension == name)
        self.editor = RatingEditor(self._workspace, name, self._ratings[name], self._date, asked=self.asking)
        self.editor.closed.connect(self._shut)
        self._column.insertWidget(self._column.indexOf(self.buttons[name]) + 1, self.editor)
        (self.editor.path if self.asking else self.editor.shown).setFocus()
        self.opened.emit(self.editor)

    def _shut(self, said: object) -> None:
        for button in self.buttons.values():
            button.setChecked(False)
        self._remove()
        if not said:
            self.asking = False
            self._hint.hide()

    def _remove(self) -> None:
        if self.editor is not None:
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None
