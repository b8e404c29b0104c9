"""All record types, in the order in which people meet them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from desktop.domain.communication import Action, Communication, Decision, Meeting
from desktop.domain.control import Issue
from desktop.domain.people import Client, Person
from desktop.domain.plan import Assignment, Baseline, Calendar, Dependency, ProjectProfile, Resource, Task
from desktop.domain.record import Record
from desktop.domain.reporting import StatusReport
from desktop.domain.risks import Risk

_TYPES: dict[str, type[Record]] = {
    kind.info.key: kind
    for kind in (
        ProjectProfile, Client, Person, Calendar, Task, Dependency, Resource, Assignment, Baseline,
        Risk, Communication, Meeting, Decision, Action, Issue, StatusReport,
    )
}  # fmt: skip
RECORD_TYPES: Mapping[str, type[Record]] = MappingProxyType(_TYPES)
