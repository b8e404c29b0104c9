"""The workspaces on the rail, in order. Each is imported and built when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.domain.registry import RECORD_TYPES
from desktop.i18n import N_
from desktop.models.workspace import Workspace
from desktop.views.page import Page


@dataclass(frozen=True, slots=True)
class Entry:
    """One workspace: its button on the rail, how it is built, whose records it shows."""

    key: str
    title: str
    icon: str
    make: Callable[[Workspace], Page]
    records: tuple[str, ...] = ()
    """Keys of the record types that ``reveal`` of this page can show."""
    shared: bool = False
    """Whether it is of use to others who look on; what is not about the work they do together is not."""
    begin: Callable[[Workspace], Page] | None = None
    """Begins a page of which ``making`` makes the rest, where that takes long."""


def _overview(workspace: Workspace) -> Page:
    from desktop.views.overview import OverviewPage

    return OverviewPage(workspace)


def _plan(workspace: Workspace) -> Page:
    from desktop.views.plan import PlanPage

    return PlanPage(workspace)


def _begun_plan(workspace: Workspace) -> Page:
    from desktop.views.plan import PlanPage

    return PlanPage(workspace, at_once=False)


def _diagrams(workspace: Workspace) -> Page:
    from desktop.views.diagrams import DiagramsPage

    return DiagramsPage(workspace)


def _risks(workspace: Workspace) -> Page:
    from desktop.views.risks import RisksPage

    return RisksPage(workspace)


def _communication(workspace: Workspace) -> Page:
    from desktop.views.communication import CommunicationPage

    return CommunicationPage(workspace)


def _begun_communication(workspace: Workspace) -> Page:
    from desktop.views.communication import CommunicationPage

    return CommunicationPage(workspace, at_once=False)


def _reports(workspace: Workspace) -> Page:
    from desktop.views.reports import ReportsPage

    return ReportsPage(workspace)


def _control(workspace: Workspace) -> Page:
    from desktop.views.control import ControlPage

    return ControlPage(workspace)


def _resources(workspace: Workspace) -> Page:
    from desktop.views.resources import ResourcesPage

    return ResourcesPage(workspace)


def _calendars(workspace: Workspace) -> Page:
    from desktop.views.calendars import CalendarsPage

    return CalendarsPage(workspace)


def _project(workspace: Workspace) -> Page:
    from desktop.views.project_page import ProjectPage

    return ProjectPage(workspace)


def _register(key: str, icon: str, *, shared: bool = False) -> Entry:
    """A register that follows from its declaration alone."""

    def make(workspace: Workspace) -> Page:
        from desktop.views.records import make_register

        return make_register(key, workspace)

    return Entry(key, RECORD_TYPES[key].info.plural, icon, make, (key,), shared)


ENTRIES: tuple[Entry | None, ...] = (
    Entry("overview", N_("Overview"), "overview", _overview, shared=True),
    Entry("plan", N_("Plan"), "plan", _plan, ("task", "dependency", "assignment"), shared=True, begin=_begun_plan),
    Entry("risks", N_("Risks"), "risks", _risks, ("risk",), shared=True),
    Entry(
        "communication", N_("Communication"), "communication", _communication, ("communication",),
        begin=_begun_communication,
    ),
    Entry("reports", N_("Reports"), "reports", _reports),
    Entry("control", N_("Control"), "control", _control, ("baseline",)),
    Entry("diagrams", N_("Diagrams"), "diagrams", _diagrams, shared=True),
    None,
    Entry("project", N_("Project"), "project", _project, ("project",)),
    _register("action", "actions", shared=True),
    _register("decision", "decisions", shared=True),
    _register("issue", "issues", shared=True),
    _register("meeting", "meetings", shared=True),
    _register("person", "stakeholders"),
    _register("client", "clients"),
    Entry("resource", N_("Resources"), "resources", _resources, ("resource",)),
    Entry("calendar", N_("Calendars"), "calendars", _calendars, ("calendar",), shared=True),
)
"""A gap (None) stands before the registers."""


def find_entry(key: str) -> Entry | None:
    """The workspace named ``key``, or the one that shows records of type ``key``."""
    entries = [entry for entry in ENTRIES if entry]
    named = next((entry for entry in entries if entry.key == key), None)
    return named or next((entry for entry in entries if key in entry.records), None)
