"""Registers: the page, the table and the form that every record type gets from its declaration."""

from __future__ import annotations

from functools import lru_cache

from desktop.domain.registry import RECORD_TYPES
from desktop.models.workspace import Workspace
from desktop.views.records.form import RecordForm
from desktop.views.records.page import RegisterPage

__all__ = ["RecordForm", "RegisterPage", "make_register"]

_ICONS = {
    "action": "actions", "client": "clients", "communication": "communication", "decision": "decisions",
    "issue": "issues", "meeting": "meetings", "person": "stakeholders", "resource": "resources", "risk": "risks",
    "calendar": "calendars",
}  # fmt: skip


@lru_cache
def _page_class(key: str, title: str) -> type[RegisterPage]:
    facts = {"key": key, "record_key": key, "title": title, "icon": _ICONS.get(key, "table")}
    return type(f"{key.capitalize()}Register", (RegisterPage,), facts)


def make_register(key: str, workspace: Workspace) -> RegisterPage:
    """The register of one record type; nothing but its declaration is needed."""
    return _page_class(key, RECORD_TYPES[key].info.plural)(workspace)
