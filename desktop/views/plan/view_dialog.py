"""Asks for the name of a view."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtWidgets import QWidget

from desktop.i18n import tr
from desktop.views.plan.name_dialog import NameDialog


class ViewDialog(NameDialog):
    """``take`` gets the name. A name that is taken replaces that view, and the dialog says so."""

    def __init__(
        self,
        title: str,
        name: str,
        *,
        taken: Collection[str],
        refused: Collection[str],
        take: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        def judge(name: str) -> tuple[str, bool]:
            if name in refused:
                return tr("This name is taken by a view that comes with Pilotage."), False
            if name in taken:
                return tr("The view of this name will be replaced."), True
            return tr("A view keeps columns, filter, order, groups and what the chart shows."), True

        super().__init__(title, name, (26, 9), judge=judge, take=take, parent=parent)
