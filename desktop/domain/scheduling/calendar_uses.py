"""Who works by which calendar."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.domain.plan import Calendar, Resource, Task
from desktop.domain.project import Project


@dataclass(slots=True)
class Uses:
    """What refers to one calendar."""

    is_project: bool = False
    tasks: list[str] = field(default_factory=list)
    resources: list[str] = field(default_factory=list)
    derived: list[str] = field(default_factory=list)
    """Ids of calendars that are derived from it."""

    @property
    def any(self) -> bool:
        return self.is_project or bool(self.tasks or self.resources or self.derived)


def calendar_uses(project: Project) -> dict[str, Uses]:
    """Every calendar of ``project`` with what refers to it."""
    calendars = project.table(Calendar)
    found = {identity: Uses() for identity in calendars}
    if project.profile.calendar in found:
        found[project.profile.calendar].is_project = True
    for task in project.table(Task).values():
        if task.calendar in found:
            found[task.calendar].tasks.append(task.id)
    for resource in project.table(Resource).values():
        if resource.calendar in found:
            found[resource.calendar].resources.append(resource.id)
    for record in calendars.values():
        if record.base in found:
            found[record.base].derived.append(record.id)
    return found
