"""The plan workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop.views.plan.page import PlanPage

__all__ = ["PlanPage"]


def __getattr__(name: str) -> Any:
    """The page when it is asked for, so that all of its modules can be loaded one by one before."""
    if name == "PlanPage":
        from desktop.views.plan.page import PlanPage

        return PlanPage
    raise AttributeError(name)
