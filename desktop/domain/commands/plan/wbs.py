"""Commands on the codes of the work breakdown structure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.changes import Transaction
from desktop.domain.plan import ProjectProfile, Task, WbsLevel
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.domain.wbs import Mask
from desktop.i18n import N_


@dataclass(frozen=True)
class SetWbsCodes:
    """Count WBS codes in another way; with ``renumber`` those that were typed or frozen are given up.

    Raises ``wbs_characters`` or ``wbs_ambiguous``.
    """

    prefix: str
    levels: tuple[WbsLevel, ...]
    renumber: bool = False
    label: str = N_("Change WBS codes")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        Mask(self.prefix, self.levels).check()
        tx.update(ProjectProfile, tx.project.profile.id, wbs_prefix=self.prefix, wbs_levels=self.levels)
        if self.renumber:
            for task in tuple(tx.project.table(Task).values()):
                if task.wbs_code:
                    tx.update(Task, task.id, wbs_code="")
        return {}


@dataclass(frozen=True)
class FreezeWbsCodes:
    """Keep the codes that all tasks have now, wherever they are moved; tasks that are added get codes that are free."""

    label: str = N_("Freeze WBS codes")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        outline = tx.project.outline
        for identity, code in zip(outline.order, outline.wbs, strict=True):
            if not tx.project.get(Task, identity).wbs_code:
                tx.update(Task, identity, wbs_code=code)
        return {}


def require_free_code(project: Project, task: Task, code: str) -> None:
    """Raises ``wbs_taken`` where another task has that code, whatever the case of its letters."""
    wanted = code.casefold()
    for identity, other in zip(project.outline.order, project.outline.wbs, strict=True):
        if identity != task.id and other.casefold() == wanted:
            raise Rejected("wbs_taken", task=project.get(Task, identity).name, wbs=other)
