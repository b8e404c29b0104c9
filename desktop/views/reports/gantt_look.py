"""What the Gantt chart of a report shows: the choices of the chart of the plan, under one button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.charts.gantt_options import GanttOptions, from_state, to_state
from desktop.domain.project import Project
from desktop.i18n import tr
from desktop.reports.ganttplan import OPTIONS
from desktop.views.grown import show_arrow
from desktop.views.menus import add_all
from desktop.views.plan.look_actions import LookActions


class GanttLook(QToolButton):
    """``changed`` says that something else is to be shown; ``options`` is what."""

    changed = Signal()

    def __init__(self, project: Callable[[], Project], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.options: GanttOptions = OPTIONS
        self.setText(tr("What the chart shows"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.look = LookActions(self, lambda: self.options, project, paper=True)
        menu = QMenu(self)
        add_all(menu, self.look.menu())
        menu.aboutToShow.connect(self.look.refresh)
        self.setMenu(menu)
        show_arrow(self)
        self.look.chosen.connect(self._choose)

    def _choose(self, options: GanttOptions) -> None:
        self.options = options
        self.look.refresh()
        self.changed.emit()

    def state(self) -> dict[str, object]:
        """What is chosen, JSON-able."""
        return to_state(self.options)

    def restore(self, state: object) -> None:
        """Take back what :meth:`state` gave; whatever does not fit is left as usual."""
        self.options = from_state(state, OPTIONS)
        self.look.refresh()
