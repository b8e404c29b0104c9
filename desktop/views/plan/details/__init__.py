"""The side panel of the plan: everything about the selected tasks, in sections."""

from desktop.views.plan.details.door import DetailsDoor
from desktop.views.plan.details.panel import TaskPanel

__all__ = ["DetailsDoor", "TaskPanel"]
