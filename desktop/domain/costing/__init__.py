"""Work over time and what it costs: pure, from a project and its schedule, and never stored.

``costs(project, schedule).of(task_id)`` gives a :class:`Cost`, ``.spread(task_id, edges(...))`` the same over time.
"""

from desktop.domain.costing.costs import Cost, Costs, costs
from desktop.domain.costing.work import Stretch, WorkOverTime, edges, totals, work_over_time

__all__ = ["Cost", "Costs", "Stretch", "WorkOverTime", "costs", "edges", "totals", "work_over_time"]
