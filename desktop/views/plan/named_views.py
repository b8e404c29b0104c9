"""Switching between views of the plan, and keeping them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from desktop.charts.gantt_options import NEWEST, GanttOptions
from desktop.charts.gantt_options import from_state as options_from
from desktop.charts.gantt_options import to_state as options_to
from desktop.domain.rejection import Rejected
from desktop.i18n import tr
from desktop.models.plan_columns import COLUMNS, NUMBER_OF
from desktop.models.plan_order import PLAIN
from desktop.models.plan_order_state import from_state as rows_from
from desktop.models.plan_order_state import to_state as rows_to
from desktop.views.banner import NOTICE
from desktop.views.plan.axis import AxisChoices
from desktop.views.plan.row_sizes import FIRST_WRAPPED
from desktop.views.plan.view_dialog import ViewDialog
from desktop.views.plan.views_kept import PLANNING, View, ViewStore

if TYPE_CHECKING:
    from desktop.views.plan.page import PlanPage

SOON = 120
"""Milliseconds after a change in which others of the same gesture may follow."""


def capture(page: PlanPage) -> dict[str, Any]:
    """What a view keeps of the page (JSON-able). Widths that nobody has chosen are 0."""
    grid = page.grid
    return {
        "columns": grid.columns.chosen(),
        "wrapped": sorted(grid.sizes.wrapped),
        "frozen": grid.frozen.key,
        "rows": rows_to(page.rows_shown.asked),
        "folds": page.chart.axis.choices.folds,
        "options": _any_baseline(options_to(page.chart.options)),
    }


def _any_baseline(options: dict[str, object]) -> dict[str, object]:
    """Which baselines are compared belongs to the project; a view says whether any is."""
    return options | {"baselines": [NEWEST] if options["baselines"] else []}


def completed(state: Mapping[str, Any]) -> dict[str, Any]:
    """``state`` as :func:`capture` would give it: what it does not say is as usual."""
    wrapped, columns = state.get("wrapped"), clean_columns(state.get("columns"))
    return {
        "columns": columns or [[column.key, 0] for column in COLUMNS if column.shown],
        "wrapped": sorted(FIRST_WRAPPED if not isinstance(wrapped, list) else [*filter(_is_text, wrapped)]),
        "frozen": frozen if isinstance(frozen := state.get("frozen"), str) and frozen in NUMBER_OF else "",
        "rows": rows_to(rows_from(state.get("rows"))),
        "folds": AxisChoices.read({"folds": state.get("folds")}).folds,
        "options": _any_baseline(options_to(options_from(state.get("options"), GanttOptions()))),
    }


def clean_columns(value: object) -> list[list[Any]]:
    """Columns and widths that can be shown."""
    from desktop.views.plan.layout import is_column

    known = {column.key for column in COLUMNS}
    rows = value if isinstance(value, list) else []
    found = {each[0]: [each[0], each[1]] for each in rows if is_column(each) and each[0] in known}
    return list(found.values())


def _is_text(value: object) -> bool:
    return isinstance(value, str)


class NamedViews(QObject):
    """The view that is shown, what it was when it was kept, and the commands on it. ``changed``: show it anew."""

    changed = Signal()

    def __init__(self, page: PlanPage) -> None:
        super().__init__(page)
        self._page = page
        self.store = ViewStore()
        self.current = PLANNING
        """Id of the view that was chosen last."""
        self._differs = False
        self._deleted: View | None = None
        self._menu = QMenu(tr("Views"), page)
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._chosen)
        self.save = self._action(tr("Save the view"), self._save)
        self.save_as = self._action(tr("Save the view as…"), self.ask_name)
        self.rename = self._action(tr("Rename the view…"), self.ask_new_name)
        self.delete = self._action(tr("Delete the view"), self._delete)
        self.reset = self._action(tr("Reset the view"), self._reset)
        self._menu.aboutToShow.connect(self._fill)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self.compare)
        page.grid.layout_changed.connect(self._touched)
        page.rows_shown.changed.connect(self._touched)
        page.chart.options_changed.connect(self._touched)
        page.chart.scale_changed.connect(self._touched)
        self._fill()
        self.compare()

    def _action(self, text: str, slot: Any) -> QAction:
        made = QAction(text, self._page)
        made.triggered.connect(slot)
        self._page.addAction(made)
        return made

    # -- what is shown --------------------------------------------------------------------------

    @property
    def menu_action(self) -> QAction:
        """The submenu of the views."""
        return self._menu.menuAction()

    @property
    def menu(self) -> QMenu:
        return self._menu

    @property
    def view(self) -> View:
        """The view that is shown; the first one where it is gone."""
        return self.store.find(self.current) or self.store.views()[0]

    @property
    def differs(self) -> bool:
        """Whether what is shown is not what was kept."""
        return self._differs

    def title(self) -> str:
        """What stands above the grid."""
        return tr("{name} (changed)", name=self.view.title) if self._differs else self.view.title

    def _touched(self) -> None:
        self._soon.start()

    def compare(self) -> None:
        """See whether what is shown is still what was kept."""
        self._soon.stop()
        self._differs = capture(self._page) != completed(self.view.state)
        self._refresh()

    def _refresh(self) -> None:
        view = self.view
        self.save.setEnabled(self._differs)
        self.rename.setEnabled(not view.built_in)
        self.delete.setEnabled(not view.built_in)
        self.reset.setEnabled(self._differs or view.edited)
        self.changed.emit()

    def _fill(self) -> None:
        """List the views: another window may have changed them."""
        self._menu.clear()
        for action in self._group.actions():
            self._group.removeAction(action)
            action.deleteLater()  # it may be the one that is being triggered
        shown = self.view
        before: View | None = None
        for view in self.store.views():
            if before is not None and before.built_in and not view.built_in:
                self._menu.addSeparator()
            action = QAction(view.title.replace("&", "&&"), self)
            action.setCheckable(True)
            action.setChecked(view.id == shown.id)
            action.setData(view.id)
            self._menu.addAction(self._group.addAction(action))
            before = view
        self._menu.addSeparator()
        for action in self.commands():
            self._menu.addAction(action)

    def commands(self) -> Sequence[QAction]:
        """What can be done to the view that is shown."""
        return (self.save, self.save_as, self.rename, self.delete, self.reset)

    # -- switching ------------------------------------------------------------------------------

    def _chosen(self, action: QAction) -> None:
        self.choose(str(action.data()))

    def choose(self, identity: str) -> None:
        """Show a view."""
        view = self.store.find(identity)
        if view is None:
            return
        self.current = view.id
        self.show_state(view.state)
        self._fill()

    def show_state(self, state: Mapping[str, Any]) -> None:
        """Show what a view keeps; where a condition cannot be read any more, the rows stay as they are."""
        page, wanted = self._page, completed(state)
        page.grid.sizes.wrap(wanted["wrapped"])
        page.grid.show_columns([(key, width) for key, width in wanted["columns"]])
        page.grid.frozen.freeze(wanted["frozen"])
        page.column_actions.refresh()
        before = page.chart.options
        options = options_from(wanted["options"], before)
        if options.baselines and before.baselines:
            options = replace(options, baselines=before.baselines)
        page.chart.set_options(options)
        page.plan_actions.look.refresh()
        page.chart.choose_axis(replace(page.chart.axis.choices, folds=wanted["folds"]))
        page.axis_actions.show_choices()
        page.rows_shown.show(rows_from(wanted["rows"]))
        self.compare()

    def take_up(self, identity: object, rows: object) -> None:
        """The state of an earlier run: which view it was, and what was asked of the rows."""
        if isinstance(identity, str) and self.store.find(identity) is not None:
            self.current = identity
        asked = rows_from(rows)
        if asked != PLAIN and isinstance(self._page.rows_shown.ask(asked), Rejected):
            self._page.rows_shown.ask(PLAIN)
        self.compare()
        self._fill()

    # -- keeping --------------------------------------------------------------------------------

    def _save(self) -> None:
        self.store.save(self.view, capture(self._page))
        self.compare()

    def _names(self, *, built_in: bool) -> set[str]:
        return {view.title for view in self.store.views() if view.built_in is built_in}

    def ask_name(self) -> None:
        """Keep what is shown under another name."""
        view = self.view
        free = view.title if not view.built_in else tr("My view")
        ViewDialog(
            tr("Save the view"), free, taken=self._names(built_in=False), refused=self._names(built_in=True),
            take=self.save_under, parent=self._page.window(),
        ).open()  # fmt: skip

    def save_under(self, name: str) -> None:
        """Keep what is shown as an own view."""
        self.current = self.store.add(name, capture(self._page))
        self.compare()
        self._fill()

    def ask_new_name(self) -> None:
        """Give the view another name."""
        view = self.view
        if not view.built_in:
            others = self._names(built_in=False) | self._names(built_in=True)
            ViewDialog(
                tr("Rename the view"), view.title, taken=(), refused=others - {view.title}, take=self._rename,
                parent=self._page.window(),
            ).open()  # fmt: skip

    def _rename(self, name: str) -> None:
        view = self.view
        if not view.built_in:
            self.store.rename(view, name)
            self._refresh()
            self._fill()

    def _delete(self) -> None:
        view = self.view
        if view.built_in:
            return
        self.store.remove(view)
        self._deleted = view
        self.current = PLANNING
        self.compare()
        self._fill()
        self._page.notice.show_sentence(tr("The view “{name}” was deleted.", name=view.title), NOTICE)
        self._page.notice.offer(tr("Bring it back"), self._bring_back)

    def _bring_back(self) -> None:
        if self._deleted is not None:
            self.store.rename(self._deleted, self._deleted.title)
            self.choose(self._deleted.id)

    def _reset(self) -> None:
        """What was kept; of one of ours that is kept so already, what it was at first."""
        view = self.view
        if view.built_in and view.edited and not self._differs:
            self.store.remove(view)
        self.show_state(self.view.state)
        self._fill()
