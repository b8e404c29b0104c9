"""The plan workspace."""

from desktop.views.plan.page import PlanPage

__all__ = ["PlanPage"]
