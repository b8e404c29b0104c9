"""Levelling: the shortest schedule that never needs more of a resource than there is.

This is the engine for the levelling preview of a plan and for its benchmark on published instances. It
knows whole numbers alone: the caller translates tasks, calendars and assignments into a :class:`Problem`
and the starts it gets back into moves that a planner may accept one by one. No solver is needed.

``level(Problem(activities, resources), seconds=2)`` gives a :class:`Levelled`: at once the schedule of the
latest-finish rule, and never a longer one; with more time a shorter one.
"""

from desktop.domain.scheduling.levelling.problem import Activity, Problem, Resource
from desktop.domain.scheduling.levelling.search import Levelled, level

__all__ = ["Activity", "Levelled", "Problem", "Resource", "level"]
