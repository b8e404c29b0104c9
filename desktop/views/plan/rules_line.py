"""Says by which rules the dates of the plan are reckoned, and leads to where they are chosen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from desktop.domain.scheduling.in_force import RuleInForce, rules_in_force
from desktop.i18n import tr, words
from desktop.models.workspace import Workspace
from desktop.views.labels import SMALL, em, plain_tooltip, scaled
from desktop.views.theme import colour


class RulesLine(QToolButton):
    """One line of as many as there is room for; a press lists the rules, each of which leads to its setting."""

    wanted = Signal(object)
    """Where a rule is chosen, as ``Page.navigate`` carries it."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.rules: list[RuleInForce] = []
        self.setFont(scaled(SMALL))
        self.setAutoRaise(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._list = QMenu(tr("Rules of this plan"), self)
        self._list.triggered.connect(self._lead)
        self.setMenu(self._list)
        self._key: object = None
        self._lines: list[str] = []
        self.refresh()

    @property
    def menu_action(self) -> QAction:
        """The list of rules as a submenu."""
        return self._list.menuAction()

    def refresh(self) -> None:
        """Look again; cheap where no rule has changed."""
        profile = self._workspace.project.profile
        key = profile, self._workspace.schedule.shows_stored
        if key == self._key:
            return
        self._key = key
        self.rules = rules_in_force(self._workspace.project, self._workspace.schedule, words())
        lines = [tr("{title}: {value}", title=rule.title, value=rule.value) for rule in self.rules]
        self._lines = lines
        self._list.clear()
        for rule, line in zip(self.rules, lines, strict=True):
            self._list.addAction(line.replace("&", "&&")).setData(rule.field)
        self.setAccessibleName(tr("Rules of this plan: {rules}", rules="; ".join(lines)))
        self.setToolTip(plain_tooltip("\n".join(lines)))
        self.update()

    def _lead(self, action: QAction) -> None:
        self.wanted.emit(f"project:{action.data()}")

    def sizeHint(self) -> QSize:
        return QSize(em(20), round(self.fontMetrics().height() * 1.5))

    def minimumSizeHint(self) -> QSize:
        return QSize(em(4), self.sizeHint().height())

    def text_in(self, room: int) -> str:
        """As many rules as fit whole into ``room`` pixels, and how many there are beside them."""
        measure, told = self.fontMetrics(), ""
        for count in range(len(self._lines), 0, -1):
            left_out = len(self._lines) - count
            more = [tr("and {n} more", n=left_out)] if left_out else []
            told = " · ".join((*self._lines[:count], *more))
            if measure.horizontalAdvance(told) <= room:
                return told
        return measure.elidedText(told, Qt.TextElideMode.ElideRight, room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with QPainter(self) as painter:
            if self.underMouse() or self.hasFocus():
                painter.fillRect(self.rect(), colour("hover"))
            painter.setPen(colour("line"))
            painter.drawLine(0, 0, self.width(), 0)
            painter.setPen(colour("muted"))
            room = self.rect().adjusted(em(0.6), 0, -em(0.6), 0)
            told = self.text_in(room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, told)
