"""What the person asks of the rows of the plan: filters, sorting and groups, put together and kept up to date."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.rejection import Rejected, sentences
from desktop.i18n import N_, tr
from desktop.models.plan_columns import COLUMNS, NUMBER_OF
from desktop.models.plan_filters import DAYS_AHEAD, NAMED, Condition
from desktop.models.plan_judging import Judged
from desktop.models.plan_order import PLAIN, Arrangement, SortKey
from desktop.views.records.explanation import sentence
from desktop.views.slices import Slices

if TYPE_CHECKING:
    from desktop.views.plan.page import PlanPage

sentences(
    rows_are_sorted=N_("The rows are sorted, so their order is not that of the plan. Nothing was moved."),
    rows_are_grouped=N_("The rows are grouped, so their order is not that of the plan. Nothing was moved."),
)

REST = 2500
"""Milliseconds without an edit or a step after which a filter, a sort and groups are judged again."""


class RowsShown(QObject):
    """``changed``: something else is asked for, or other rows fulfil it.

    In a large plan it takes a while to find out which rows fulfil it. The rows stay as they are until that is known,
    what is asked for next takes the place of what was asked for before, and an edit begins it anew.
    """

    changed = Signal()

    def __init__(self, page: PlanPage) -> None:
        super().__init__(page)
        self._page, self._model, self._grid = page, page.model, page.grid
        self._stale = False
        self.slices = Slices(self)
        self._wanted: tuple[Arrangement, str, bool | None] | None = None
        """What is being found out: what is asked for, the row that stays, and as ``anew`` of :meth:`_find_out`."""
        self.rest_timer = QTimer(self)
        self.rest_timer.setSingleShot(True)
        self.rest_timer.setInterval(REST)
        self.rest_timer.timeout.connect(self._judge_at_rest)
        self._model.went_stale.connect(self._went_stale)
        self._model.figures.arrived.connect(self._figures_came)
        self._grid.selectionModel().currentRowChanged.connect(self._moved_on)
        self._grid.header.sort_wanted.connect(self._header_clicked)
        self._grid.escaped.connect(self.give_up)
        page.workspace.changed.connect(self._plan_changed)

    @property
    def asked(self) -> Arrangement:
        """What is shown now, or will be as soon as it is known which rows that are."""
        return self._wanted[0] if self._wanted is not None else self._model.order.asked

    @property
    def is_working(self) -> bool:
        """Whether it is still being found out which rows fulfil what is asked for."""
        return self._wanted is not None

    def ask(self, asked: Arrangement) -> Rejected | None:
        """Show ``asked``; the refusal where a condition cannot be read, and nothing has changed then."""
        self._page.workspace.settle()
        try:
            self._find_out(asked, self._grid.current_id(), None)
        except Rejected as refusal:
            return refusal
        self.rest_timer.stop()
        return None

    def give_up(self) -> None:
        """Stop finding out; the rows stay as they are, and so does what was asked for before."""
        if self._wanted is not None:
            self._wanted = None
            self.slices.call_off()
            self.changed.emit()

    def _find_out(self, asked: Arrangement, current: str, anew: bool | None, *, at_once: bool = True) -> None:
        """Judge ``asked`` a stretch at a time. ``anew`` is None for something new, else it is judged once more."""
        keep = frozenset[str]() if anew is None else self._model.kept(current, all_anew=anew)
        figures = {NAMED[each.operator].figures for each in asked.conditions if not each.column} - {""}
        if self._page.is_large and not all(map(self._model.figures.is_known, figures)):
            self.slices.call_off()
            self._wanted = asked, current, anew
            self.changed.emit()
            return  # the figures come in a moment; see _figures_came
        steps = self._model.judging(asked, keep)
        self._wanted = asked, current, anew
        column = self._grid.currentIndex().column()
        try:
            self.slices.begin(steps, partial(self._take, current, column, anew), at_once=at_once)
        except BaseException:
            self._wanted = None
            raise
        if self.is_working:
            self.changed.emit()

    def _take(self, current: str, column: int, anew: bool | None, judged: Judged) -> None:
        """It is known which rows are to be shown: all of them at once."""
        self._wanted = None
        if anew is None:
            self._take_new(judged, self._grid.current_id() or current, self._grid.currentIndex().column())
            return
        self._model.take_judged(judged)
        # The current row was kept whether it passes or not: it is judged when the person has gone on.
        self._stale = self._model.order.lenient
        if not anew and current and self._model.row_of(current) >= 0:
            self._grid.scrollTo(self._model.index(self._model.row_of(current), max(column, 0)))
        self.changed.emit()

    def _take_new(self, judged: Judged, current: str, column: int) -> None:
        self._model.take_judged(judged)
        self._stale = False
        if self._model.row_of(current) >= 0:
            self._grid.select_id(current, column)
        elif self._model.rowCount() and not self._grid.currentIndex().isValid():
            self._grid.select_id(self._model.ids[0], column)
        if judged.asked.keeps_order:
            self._page.notice.dismiss()
        self.changed.emit()

    def _begin_again(self) -> None:
        """The plan is another now than when it was begun to look through it."""
        if self._wanted is None:
            return
        asked, current, anew = self._wanted
        try:
            self._find_out(asked, current, anew, at_once=False)
        except Rejected:
            self.give_up()  # a condition that the plan no longer understands

    def show(self, asked: Arrangement) -> None:
        """As :meth:`ask`, where the window says what was refused."""
        refusal = self.ask(asked)
        if refusal is not None:
            self._page.workspace.rejected.emit(refusal)

    # -- filter ---------------------------------------------------------------------------------

    def toggle(self, name: str) -> None:
        """Show only a part of the plan that has a name, or no longer only that."""
        rest = tuple(each for each in self.asked.conditions if (each.column, each.operator) != ("", name))
        if len(rest) == len(self.asked.conditions):
            rest = (*rest, Condition("", name))
        self.show(replace(self.asked, conditions=rest))

    def show_part(self, name: str) -> None:
        """Show only a part of the plan that has a name, in the order of the plan."""
        self.show(Arrangement((Condition("", name),)))

    def add(self, condition: Condition) -> Rejected | None:
        """Narrow by a condition besides the others."""
        if condition in self.asked.conditions:
            return None
        return self.ask(replace(self.asked, conditions=(*self.asked.conditions, condition)))

    def exchange(self, old: Condition, new: Condition) -> Rejected | None:
        """Put one condition in the place of another."""
        found = tuple(new if each == old else each for each in self.asked.conditions)
        return self.ask(replace(self.asked, conditions=found))

    def drop(self, condition: Condition) -> None:
        """Take a condition away."""
        self.show(replace(self.asked, conditions=tuple(each for each in self.asked.conditions if each != condition)))

    def clear_filter(self) -> None:
        """Show every task again; a sort and groups stay."""
        if self.asked.conditions:
            self.show(replace(self.asked, conditions=()))

    def look_ahead(self, name: str, days: int = DAYS_AHEAD) -> None:
        """Show only what starts or finishes within ``days``."""
        rest = tuple(each for each in self.asked.conditions if (each.column, each.operator) != ("", name))
        self.show(replace(self.asked, conditions=(*rest, Condition("", name, str(days)))))

    # -- sort and groups ------------------------------------------------------------------------

    def sort_by(self, column: str, *, descending: bool = False, add: bool = False) -> None:
        """Sort by a column; ``add`` where rows are alike in the columns that are sorted by already."""
        kept = [key for key in self.asked.sort if key.column != column] if add else []
        self.show(replace(self.asked, sort=(*kept, SortKey(column, descending))))

    def turn(self, column: str, *, add: bool = False) -> None:
        """Sort by a column, the other way round, no longer: one after the other."""
        known = next((key for key in self.asked.sort if key.column == column), None)
        if known is None or (not add and len(self.asked.sort) > 1):
            self.sort_by(column, add=add)
        elif not known.descending:
            turned = tuple(replace(key, descending=True) if key is known else key for key in self.asked.sort)
            self.show(replace(self.asked, sort=turned))
        else:
            self.show(replace(self.asked, sort=tuple(key for key in self.asked.sort if key is not known)))

    def _header_clicked(self, number: int, add: bool) -> None:
        if COLUMNS[number].key != "indicators":
            self.turn(COLUMNS[number].key, add=add)

    def set_flat(self, flat: bool) -> None:
        """Whether sorted rows leave the outline."""
        self.show(replace(self.asked, flat=flat))

    def group_by(self, names: Iterable[str]) -> None:
        """Put the tasks under headings, of groups within groups where there are several names."""
        self.show(replace(self.asked, groups=tuple(dict.fromkeys(names))))

    def ungroup(self) -> None:
        """Take the headings away."""
        self.group_by(())

    def outline_order(self) -> None:
        """The order of the plan; a filter stays."""
        self.show(replace(self.asked, sort=(), flat=False, groups=()))

    def show_all(self) -> None:
        """The whole plan, as it is."""
        self.show(PLAIN)

    def refuse_moving(self) -> bool:
        """Say why rows cannot be moved and offer what helps; False where they can."""
        if self.asked.keeps_order:
            return False
        refusal = Rejected("rows_are_grouped" if self.asked.groups else "rows_are_sorted")
        self._page.notice.show_sentence(sentence(refusal))
        self._page.notice.offer(tr("Outline order"), self.outline_order)
        return True

    # -- what hides a task ----------------------------------------------------------------------

    def bring_out(self, identity: str) -> None:
        """Give up so much of what is asked for that a task has a row."""
        self.give_up()
        if self._model.uncover(identity) >= 0:
            return
        if self.asked.conditions:
            self.clear_filter()
        if self._model.uncover(identity) < 0 and self.asked != PLAIN:
            self.show_all()

    # -- at rest --------------------------------------------------------------------------------

    def judge_again(self) -> None:
        """Judge filter, sort and groups by the plan as it stands now."""
        self.rest_timer.stop()
        if self.is_working:
            return  # and that will be by the plan as it stands now
        try:
            self._find_out(self.asked, self._grid.current_id(), True)
        except Rejected as refusal:
            self._page.workspace.rejected.emit(refusal)
        self.changed.emit()

    def _went_stale(self) -> None:
        self._stale = True
        self.rest_timer.start()
        self.changed.emit()

    def _plan_changed(self) -> None:
        self._begin_again()

    def _figures_came(self) -> None:
        """Costs, earned value and overloads come a moment after they were asked for."""
        if self.is_working:
            self._begin_again()
            return
        asked = self.asked
        columns = {each.column for each in asked.conditions} | {key.column for key in asked.sort}
        if any(COLUMNS[NUMBER_OF[column]].figures for column in columns if column in NUMBER_OF):
            self._stale = True
            QTimer.singleShot(0, self._judge_at_rest)

    def _moved_on(self) -> None:
        if self._stale:
            self.rest_timer.start()

    def _judge_at_rest(self) -> None:
        """Nobody is typing or dragging: let rows go that no longer belong, but not the one where the person is."""
        if self._grid.delegate.editor is not None or self._page.chart.gesture is not None or self._grid.row_drag:
            self.rest_timer.start()
            return
        if self.is_working:
            return
        # A condition that the plan no longer understands stays as it was judged.
        with contextlib.suppress(Rejected):
            self._find_out(self.asked, self._grid.current_id(), False)

    # -- in words -------------------------------------------------------------------------------

    def count_text(self) -> str:
        """How many of the tasks are shown; "" while all are."""
        order, outline = self._model.order, self._page.workspace.project.outline
        if order.passing is None:
            return ""
        if order.asked.is_flat:
            shown, total = len(self._model.every_id), sum(end == row + 1 for row, end in enumerate(outline.end))
        else:
            shown, total = sum(identity in order.passing for identity in outline.order), len(outline.order)
        return tr("{shown} of {total} tasks", shown=shown, total=total)
