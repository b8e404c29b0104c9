"""Above the grid: what is asked of the rows, as chips that can be taken away, and how many tasks that leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from desktop.i18n import ntr, tr
from desktop.models.plan_columns import COLUMNS, NUMBER_OF
from desktop.models.plan_filters import AHEAD, Condition, title_of
from desktop.models.plan_groups import GROUPS
from desktop.views.chips import LinkChip
from desktop.views.flow import Flow
from desktop.views.grown import show_arrow
from desktop.views.icons import icon
from desktop.views.labels import SMALL, Text, em
from desktop.views.menus import add_all
from desktop.views.plan.condition_popup import ConditionPopup
from desktop.views.waiting import Waiting

if TYPE_CHECKING:
    from desktop.views.plan.page import PlanPage

DAYS = (7, 14, 30, 60, 90)
SMALL_NAME = 8
"""Widest name of a view, in heights of the font, where the bar shares its line."""
NARROW = 56
"""Below this width, in heights of the font, the menus are pictures only."""


class AskedChip(LinkChip):
    """One thing that is asked for: a click changes it, the cross or Delete takes it away."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "")
        self.setAccessibleName(text)
        self.setAccessibleDescription(tr("Enter changes it, Delete takes it away"))
        self._hint = super().sizeHint()

    def sizeHint(self) -> QSize:
        return self._hint  # the bar asks many times, and a chip never changes


class RowBar(QFrame):
    """One line, more where the chips need them."""

    def __init__(self, page: PlanPage) -> None:
        super().__init__()
        self._page, self._rows = page, page.rows_shown
        self.flow = Flow(spacing=em(0.35))
        self.flow.least = AskedChip("").sizeHint().height()  # rows stay where they are when chips come and go
        self._menus: list[QMenu] = []
        self._buttons: list[QToolButton] = []
        self.chips: list[AskedChip] = []
        self._lead = 0
        self._small = False
        self.count = Text(scale=SMALL, role="muted")
        self.clear = QToolButton(autoRaise=True)
        self.clear.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.clear.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(em(0.4), em(0.15), em(0.4), em(0.25))
        layout.addWidget(self.flow, 1)
        self.waiting = Waiting(tr("Looking through the plan …"))
        self.waiting.stopped.connect(self._rows.give_up)
        layout.addWidget(self.waiting)
        self._rows.changed.connect(self.refresh)

    def fit_out(self, menus: Sequence[tuple[str, str, Sequence[QAction | None]]], clear: QAction) -> None:
        """Take (title, picture, actions) of each menu, and the action that shows everything."""
        self.view = self._menu_button("", "details", ())
        self.view.setMenu(self._page.views.menu)
        self.view.setToolTip(tr("Views"))
        self.flow.add(self.view)
        self._page.views.changed.connect(self._name_view)
        self._name_view()
        self._lead = 1 + len(menus)
        for title, picture, actions in menus:
            button = self._menu_button(title, picture, actions)
            button.setAccessibleName(title)
            self._buttons.append(button)
            self.flow.add(button)
        self.clear.setDefaultAction(clear)
        self.clear.setIcon(icon("close"))
        self.clear.setText(clear.text())
        self.clear.setIconSize(QSize(em(0.7), em(0.7)))
        self.flow.add(self.count)
        self.flow.add(self.clear)
        self.refresh()

    def _menu_button(self, title: str, picture: str, actions: Sequence[QAction | None]) -> QToolButton:
        button = QToolButton(autoRaise=True)
        button.setText(title)
        button.setIcon(icon(picture))
        button.setIconSize(QSize(em(0.9), em(0.9)))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip(title)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(title, button)
        add_all(menu, actions)
        self._menus.append(menu)
        button.setMenu(menu)
        show_arrow(button)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._dress()

    def keep_small(self, *, small: bool) -> None:
        """Share a line with other things: pictures only, and no wider than they are."""
        self._small = small
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Fixed if small else policy.Preferred, policy.Preferred)
        if self._lead:
            self._name_view()
        self._dress()

    def _dress(self) -> None:
        style = Qt.ToolButtonStyle
        words = self.width() >= em(NARROW) and not self._small
        for button in self._buttons:
            button.setToolButtonStyle(style.ToolButtonTextBesideIcon if words else style.ToolButtonIconOnly)

    def _name_view(self) -> None:
        title = self._page.views.title()
        if self._small:
            title = self.view.fontMetrics().elidedText(title, Qt.TextElideMode.ElideMiddle, em(SMALL_NAME))
        self.view.setText(title.replace("&", "&&"))
        self.view.setAccessibleName(tr("View: {name}", name=self._page.views.title()))

    # -- chips ----------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what is asked for now."""
        texts = self._texts()
        if texts != [chip.text() for chip in self.chips]:
            had_keys = any(chip.hasFocus() for chip in self.chips)
            for chip in self.chips:
                self.flow.drop(chip)
            self.chips = []
            for text in texts:
                self._add(text)
            if had_keys:
                (self.chips[-1] if self.chips else self._page.grid).setFocus(Qt.FocusReason.OtherFocusReason)
        if self._rows.is_working:
            self.waiting.begin()
        else:
            self.waiting.end()
        self.count.setText(self._rows.count_text())
        self.count.setVisible(bool(self.count.text()))
        self.clear.setVisible(bool(self.chips))

    def _texts(self) -> list[str]:
        asked = self._rows.asked
        texts = [title_of(condition) for condition in asked.conditions]
        texts += [_sort_text(key.column, descending=key.descending) for key in asked.sort]
        return [*texts, _group_text(asked.groups)] if asked.groups else texts

    def _add(self, text: str) -> None:
        chip = AskedChip(text)
        chip.clicked.connect(self._change)
        chip.removed.connect(self._take_away)
        self.chips.append(chip)
        self.flow.add(chip, self._lead + len(self.chips) - 1)

    def _of(self, chip: object) -> Condition | str | None:
        """What a chip stands for: a condition, a column that is sorted by, None for the groups."""
        at = next((place for place, each in enumerate(self.chips) if each is chip), -1)
        asked = self._rows.asked
        everything: list[Condition | str | None] = [*asked.conditions, *(key.column for key in asked.sort), None]
        return everything[at]

    def _take_away(self) -> None:
        what = self._of(self.sender())
        if isinstance(what, Condition):
            self._rows.drop(what)
        elif what is None:
            self._rows.group_by(())
        else:
            rest = tuple(key for key in self._rows.asked.sort if key.column != what)
            self._rows.show(replace(self._rows.asked, sort=rest))

    def _change(self) -> None:
        chip = self.sender()
        what = self._of(chip)
        assert isinstance(chip, QWidget)
        place = chip.mapToGlobal(QPoint(0, chip.height()))
        if isinstance(what, str):
            self._rows.turn(what, add=True)
        elif isinstance(what, Condition) and what.column:
            self.edit_condition(what.column, place, old=what)
        elif isinstance(what, Condition) and what.operator in AHEAD:
            self._choose_days(what, place)

    def _choose_days(self, condition: Condition, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for days in sorted({*DAYS, condition.days}):
            action = menu.addAction(ntr("{n} day", "{n} days", days))
            action.setData((condition.operator, days))
            action.setCheckable(True)
            action.setChecked(days == condition.days)
        menu.triggered.connect(self._days_chosen)
        menu.popup(place)

    def _days_chosen(self, action: QAction) -> None:
        name, days = action.data()
        self._rows.look_ahead(name, days)

    def edit_condition(self, column: str, place: QPoint, *, old: Condition | None = None) -> ConditionPopup:
        """Open the sheet for a condition, or for the change of one."""
        take = self._rows.add if old is None else partial(self._rows.exchange, old)
        popup = ConditionPopup(take, self._page, column=column, values=self._page.model.texts_in, old=old)
        popup.show_at(place)
        return popup


def _sort_text(column: str, *, descending: bool) -> str:
    title = tr(COLUMNS[NUMBER_OF[column]].title)
    return f"{title} ↓" if descending else f"{title} ↑"


def _group_text(names: Sequence[str]) -> str:
    titles = " › ".join(tr(GROUPS[name].title) for name in names)
    return tr("Groups: {names}", names=titles)
