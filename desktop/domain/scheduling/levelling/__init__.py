"""Levelling: the shortest schedule that never needs more of a resource than there is.

This is the engine for the levelling preview of a plan and for its benchmark on published instances. It
knows whole numbers alone: the caller translates tasks, calendars and assignments into a :class:`Problem`
and the starts it gets back into moves that a planner may accept one by one. No solver is needed.

``level(Problem(activities, resources), seconds=2)`` gives a :class:`Levelled`: at once the schedule of the
latest-finish rule, and never a longer one; with more time a shorter one.

``level_plan(project)`` levels a real plan in real calendar time and gives moves to accept.
"""

from desktop.domain.scheduling.levelling.plan import Levelling, Move, Overload, level_plan, moved, overloads
from desktop.domain.scheduling.levelling.problem import Activity, Problem, Resource
from desktop.domain.scheduling.levelling.search import Levelled, level

__all__ = [
    "Activity", "Levelled", "Levelling", "Move", "Overload", "Problem", "Resource",
    "level", "level_plan", "moved", "overloads",
]  # fmt: skip
