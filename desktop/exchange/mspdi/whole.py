"""The row that stands for the whole project: not a task of ours, but kept for writing it back."""

from __future__ import annotations

import datetime as dt
from xml.etree.ElementTree import Element

from desktop.domain.plan import ProjectProfile, Task
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule, to_datetime
from desktop.exchange.mspdi import foreign, values
from desktop.exchange.mspdi.outside import outside_of
from desktop.exchange.mspdi.tags import TASK_DERIVED, TASK_KNOWN

KEPT = ("GUID", "CreateDate", "ExtendedAttribute", "OutlineCode", "Rollup", "HideBar")
RECORDED = ("UID", "Start", "Finish", "Notes")


def with_whole(profile: ProjectProfile, element: Element | None) -> ProjectProfile:
    """``profile`` with what the row ``element`` says of the project."""
    if element is None:
        return profile
    recorded = {tag: element.findtext(tag, "").strip() for tag in RECORDED}
    kept = [packed for packed in foreign.keep(element, {}, TASK_KNOWN | TASK_DERIVED) if packed[0] in KEPT]
    kept += [foreign.pack(item) for item in element.iterfind("Baseline")]
    parts = foreign.from_text(profile.foreign)
    return profile.replace(foreign=foreign.to_text(**parts, whole=kept, recorded=recorded))


def span_of(project: Project, schedule: Schedule) -> tuple[dt.datetime, dt.datetime]:
    """Start and finish of the project's own tasks: what stands in for those of others is left out."""
    tasks = (project.get(Task, identity) for identity in project.children(None))
    own = [task.id for task in tasks if task.active and outside_of(task) is None]
    if not own:
        return schedule.start, schedule.finish
    start, finish = min(map(schedule.start_minutes, own)), max(map(schedule.finish_minutes, own))
    return to_datetime(start), to_datetime(finish)


def notes_of(profile: ProjectProfile) -> str:
    """Notes on the project as a whole."""
    return str(_recorded(profile).get("Notes", ""))


def whole_project_dates(profile: ProjectProfile) -> tuple[dt.datetime | None, dt.datetime | None] | None:
    """Start and finish that an imported file recorded for the project; None where it has no such row."""
    recorded = _recorded(profile)
    if not recorded:
        return None
    return _moment(recorded.get("Start")), _moment(recorded.get("Finish"))


def _recorded(profile: ProjectProfile) -> dict[str, object]:
    found = foreign.from_text(profile.foreign).get("recorded")
    return found if isinstance(found, dict) else {}


def _moment(text: object) -> dt.datetime | None:
    try:
        return values.read_moment(str(text))
    except ValueError:
        return None
