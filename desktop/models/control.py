"""Earned value, comparisons and health of the open plan: worked out when asked for, once for every state of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import ChangeSet
from desktop.domain.costing import Costs, costs
from desktop.domain.earned_value import Curve, Performance, curve
from desktop.domain.health import PROFILES, Measure, check_health
from desktop.domain.plan import Baseline, Task
from desktop.domain.variance import Comparison, compare
from desktop.models.workspace import Workspace

T = TypeVar("T")
SOURCES = frozenset({"project", "task", "dependency", "calendar", "resource", "assignment", "baseline"})
"""Tables that anything here follows from."""
LARGE = 2000
"""Tasks from which on figures are made away from the interface."""


class ControlBook(QObject):
    """Figures of the plan as it stands. ``outdated``: what was asked for before is no longer true."""

    outdated = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._known: dict[Hashable, Any] = {}
        workspace.changed.connect(self._take)
        workspace.day_turned.connect(self._forget)

    def _take(self, changes: ChangeSet) -> None:
        if changes.keys() & SOURCES:
            self._forget()

    def _forget(self) -> None:
        self._known.clear()
        self.outdated.emit()

    @property
    def is_large(self) -> bool:
        """Whether figures of the plan take so long that nobody should be made to wait for them."""
        return len(self.workspace.project.table(Task)) > LARGE

    def known(self, key: Hashable) -> Any:
        """What was made of the plan as it stands and kept under ``key``; None where nothing was."""
        return self._known.get(key)

    def keep(self, key: Hashable, found: T) -> T:
        """Keep what was made of the plan as it stands, until it changes."""
        self._known[key] = found
        return found

    def _once(self, key: Hashable, make: Callable[[], T]) -> T:
        if key not in self._known:
            self._known[key] = make()
        found: T = self._known[key]
        return found

    # -- baselines ------------------------------------------------------------------------------

    def baselines(self) -> list[Baseline]:
        """The newest first."""
        return sorted(self.workspace.project.table(Baseline).values(), key=lambda item: -item.number)

    def baseline(self, identity: str) -> Baseline | None:
        """A baseline by id; the one in force for "" and for one that is gone."""
        project = self.workspace.project
        return project.find(Baseline, identity) or project.baseline

    def _money(self) -> Costs:
        """What every part is reckoned from, and what takes longest."""
        return self._once("costs", lambda: costs(self.workspace.project, self.workspace.schedule))

    # -- figures --------------------------------------------------------------------------------

    @property
    def status(self) -> dt.date:
        """The status date of the project, else today."""
        return self.workspace.project.profile.status_date or self.workspace.session.now().date()

    def performance(self, baseline: str) -> Performance | None:
        """Earned value against a baseline as of :attr:`status`; None without any baseline."""
        agreed, status, workspace = self.baseline(baseline), self.status, self.workspace
        if agreed is None:
            return None
        key = ("performance", agreed.id, status)
        money = self._money()
        return self._once(key, lambda: Performance(workspace.project, workspace.schedule, agreed, status, money=money))

    def curve(self, found: Performance, period: str) -> Curve:
        """The S-curve of what :meth:`performance` gave."""
        return self._once(("curve", found.baseline.id, found.status, period), lambda: curve(found, period))

    def comparison(self, before: str, after: str) -> Comparison | None:
        """A baseline against another one, or against the plan as it stands for ""; None without any baseline."""
        workspace, agreed = self.workspace, self.baseline(before)
        if agreed is None:
            return None
        other = workspace.project.find(Baseline, after)
        key = ("comparison", agreed.id, other.id if other else "")
        money = self._money()
        return self._once(key, lambda: compare(workspace.project, workspace.schedule, agreed, other, money=money))

    def health(self, profile: str) -> tuple[Measure, ...]:
        """The measures by one of the profiles."""
        workspace = self.workspace
        key = ("health", profile)
        return self._once(key, lambda: check_health(workspace.project, workspace.schedule, PROFILES[profile]))
