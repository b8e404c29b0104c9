"""How the plan page divides time: which weeks and years its scale counts, and what of it is folded away."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.charts.folds import FOLDS, NO_FOLDS, Folds
from desktop.charts.timescale import Timescale
from desktop.charts.units import Ruler
from desktop.domain.scheduling import to_minutes
from desktop.models.workspace import Workspace

ISO_WEEKS, PROJECT_WEEKS = "iso", "project"
MARGIN = 5 * 366 * 1440
"""Minutes before and behind the plan in which non-working time is folded; beyond them time runs on as it is."""


@dataclass(frozen=True, slots=True)
class AxisChoices:
    """What may be chosen; JSON-able by its fields."""

    weeks: str = ISO_WEEKS
    """``iso`` or ``project``: how weeks are numbered."""
    week_begins: int = 0
    """Weekday; 0 is Monday."""
    year_begins: int = 1
    """Month, as the financial year of the client has it."""
    folds: str = NO_FOLDS
    """One of :data:`desktop.charts.folds.FOLDS`."""

    @staticmethod
    def read(state: object) -> AxisChoices:
        """From what a file may hold; whatever does not fit is as usual."""
        made = AxisChoices()
        if not isinstance(state, dict):
            return made
        weeks, begins, year, folds = (state.get(name) for name in ("weeks", "week_begins", "year_begins", "folds"))
        if weeks in (ISO_WEEKS, PROJECT_WEEKS):
            made = replace(made, weeks=weeks)
        if type(begins) is int and 0 <= begins <= 6:
            made = replace(made, week_begins=begins)
        if type(year) is int and 1 <= year <= 12:
            made = replace(made, year_begins=year)
        return replace(made, folds=folds) if folds in FOLDS else made


class Axis:
    """Gives a scale its ruler and its folds, as chosen and as the project's calendar has them now."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.choices = AxisChoices()
        self._folds: Folds | None = None
        self._made_of: object = None

    def _current(self) -> Folds | None:
        """Made anew when the calendar is another one, or when the plan comes near the end of what is folded."""
        schedule, kind = self._workspace.schedule, self.choices.folds
        calendar, first, last = schedule.calendar(), to_minutes(schedule.start), to_minutes(schedule.finish)
        near = self._folds
        inside = near is None or (near.first + MARGIN // 2 <= first and last <= near.last - MARGIN // 2)
        if self._made_of != (calendar, kind) or not inside:
            self._folds = Folds.of(calendar, kind, first - MARGIN, last + MARGIN)
            self._made_of = calendar, kind
        return self._folds

    def divided(self, scale: Timescale) -> Timescale:
        """``scale`` with the ruler and the folds of now; what is at its left edge stays there."""
        start = self._workspace.schedule.project_start.date() if self.choices.weeks == PROJECT_WEEKS else None
        ruler = Ruler(start, self.choices.week_begins, self.choices.year_begins)
        folds = self._current()
        if folds is not scale.folds:
            scale = scale.folded(folds)
        return scale if ruler == scale.ruler else replace(scale, ruler=ruler)
