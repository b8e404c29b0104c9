"""Resources of a task as people write them: ``Li Lei; Anna [50%]``."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from desktop.domain.plan import Resource
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected, sentences
from desktop.i18n import N_

sentences(
    units_unreadable=N_("“{value}” is not a share. Nothing was changed; write Anna [50%]."),
)

_SHARE = re.compile(r"(.*?)\s*[\[［【]\s*([^\]］】]*?)\s*[\]］】]")
_PERCENT = re.compile(r"(\d{1,6})\s*[%％]?")


@dataclass(frozen=True, slots=True)
class Share:
    """A resource as written, and how much of it: ``units`` in per cent."""

    name: str
    units: int = 100
    resource: str | None = None
    """Id of the resource, None where the project has none of that name."""


def read_resources(project: Project, text: str) -> tuple[Share, ...]:
    """The shares written in ``text``; semicolons part them, and commas where that finds names.

    Raises ``units_unreadable``. Unknown names are left to the command, which refuses or adds them.
    """
    known = {_folded(resource.name): resource.id for resource in project.table(Resource).values()}
    entries: list[str] = []
    for entry in re.split(r"[;；\n]", text):
        whole = _SHARE.fullmatch(entry.strip())
        name = whole[1] if whole else entry
        entries += [entry] if _folded(name) in known else re.split(r"[,，、]", entry)
    shares: dict[str, Share] = {}
    for entry in entries:
        if entry.strip():
            share = _read_share(entry.strip(), known)
            shares[_folded(share.name)] = share
    return tuple(shares.values())


def _read_share(entry: str, known: dict[str, str]) -> Share:
    if _folded(entry) in known:  # a name may hold brackets of its own
        return Share(entry, 100, known[_folded(entry)])
    found = _SHARE.fullmatch(entry)
    if found is None:
        return Share(entry)
    percent = _PERCENT.fullmatch(found[2])
    if percent is None or not found[1]:
        raise Rejected("units_unreadable", value=entry[:80])
    return Share(found[1], int(percent[1]), known.get(_folded(found[1])))


def resources_text(project: Project, task: str) -> str:
    """The resources of ``task`` in the form that :func:`read_resources` reads back."""
    parts = []
    for assignment in project.assignments(task):
        resource = project.find(Resource, assignment.resource)
        if resource is not None:
            share = "" if assignment.units == 100 else f" [{assignment.units}%]"
            parts.append(resource.name + share)
    return "; ".join(parts)


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).split()).casefold()
