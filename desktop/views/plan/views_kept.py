"""Views of the plan under a name: columns, widths, filter, order, groups and what the chart shows.

Ours are there for everybody and can be changed and reset. People's own are kept for the person, not for the project.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop.i18n import N_, tr
from desktop.views.plan.kept_entries import LONGEST_NAME, KeptEntries
from desktop.views.settings import PLAN_VIEWS

MOST_VIEWS = 100
PLANNING = "planning"
"""The view that a plan begins with."""


def _columns(*keys: str) -> list[list[object]]:
    return [[key, 0] for key in keys]


@dataclass(frozen=True, slots=True)
class View:
    """``state`` is what :func:`capture` of ``named_views`` gives, or a part of it; the rest is as usual."""

    id: str
    title: str
    state: Mapping[str, Any]
    built_in: bool = False
    edited: bool = False
    """Whether one of ours was saved otherwise."""


OURS: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    PLANNING: (N_("Planning", "view"), {}),
    "tracking": (
        N_("Tracking", "view"),
        {
            "columns": _columns(
                "indicators", "wbs", "name", "percent_complete", "status", "start", "finish", "actual_start",
                "actual_finish", "baseline_finish", "finish_variance", "remaining_duration",
            ),
            "options": {"progress_line": "plan", "label": "percent"},
        },
    ),
    "costs": (
        N_("Costs", "view"),
        {
            "columns": _columns(
                "wbs", "name", "cost", "baseline_cost", "cost_variance", "actual_cost", "remaining_cost", "fixed_cost",
                "work", "actual_work", "remaining_work",
            ),
            "options": {"links": False, "constraints": False},
        },
    ),
    "logic": (
        N_("Float and logic"),
        {
            "columns": _columns(
                "indicators", "wbs", "name", "duration", "total_float", "free_float", "predecessors", "successors",
                "driving", "start", "finish", "late_finish", "constraint", "constraint_date", "deadline",
            ),
            "options": {"total_float": True, "label": "float"},
        },
    ),
    "client": (
        N_("Client meeting"),
        {
            "columns": _columns("wbs", "name", "start", "finish", "percent_complete"),
            "options": {
                "label": "dates", "links": False, "constraints": False, "deadlines": False, "critical": False,
                "variance": False,
            },
        },
    ),
    "people": (
        N_("Who does what"),
        {
            "columns": _columns("name", "start", "finish", "percent_complete", "work", "remaining_work", "total_float"),
            "rows": {"groups": ["resources"], "sort": [["start", False]]},
            "options": {"label": "name"},
        },
    ),
}  # fmt: skip


class ViewStore(KeptEntries):
    """The views of this person."""

    key = PLAN_VIEWS

    def views(self) -> list[View]:
        """Ours in their order, then the person's own by name. What a damaged file holds is left out."""
        kept = self._kept()
        found = []
        for identity, (title, first) in OURS.items():
            saved = _state_of(kept.get(identity))
            found.append(View(identity, tr(title), first if saved is None else saved, True, saved is not None))
        own = [
            View(identity, _name_of(entry), state)
            for identity, entry in list(kept.items())[:MOST_VIEWS]
            if identity not in OURS and _name_of(entry) and (state := _state_of(entry)) is not None
        ]
        return found + sorted(own, key=lambda view: view.title.casefold())

    def find(self, identity: str) -> View | None:
        return next((view for view in self.views() if view.id == identity), None)

    def save(self, view: View, state: Mapping[str, Any]) -> None:
        """Let a view be what is shown now."""
        name = "" if view.built_in else view.title
        self._keep(self._kept() | {view.id: {"name": name, "state": dict(state)}})

    def add(self, name: str, state: Mapping[str, Any]) -> str:
        """Keep what is shown under a new name, or in the place of the own view that has it; the id."""
        alike = next((view for view in self.views() if not view.built_in and view.title == name), None)
        identity = alike.id if alike is not None else uuid.uuid4().hex
        self._keep(self._kept() | {identity: {"name": name, "state": dict(state)}})
        return identity

    def rename(self, view: View, name: str) -> None:
        self._keep(self._kept() | {view.id: {"name": name, "state": dict(view.state)}})

    def remove(self, view: View) -> None:
        """Delete an own view; take back what was saved of one of ours."""
        self._drop(view.id)


def _state_of(entry: object) -> dict[str, Any] | None:
    state = entry.get("state") if isinstance(entry, dict) else None
    return dict(state) if isinstance(state, dict) else None


def _name_of(entry: object) -> str:
    name = entry.get("name") if isinstance(entry, dict) else None
    return " ".join(name.split())[:LONGEST_NAME] if isinstance(name, str) else ""
