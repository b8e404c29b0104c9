"""Levelling: the shortest schedule that never needs more of a resource than there is.

This is the engine for the benchmark on published instances. It knows whole numbers alone: the caller
translates into a :class:`Problem` and the starts it gets back into whatever it has. No solver is needed.
Plans, with their calendars, are levelled by ``domain.levelling``.

``level(Problem(activities, resources), seconds=2)`` gives a :class:`Levelled`: at once the schedule of the
latest-finish rule, and never a longer one; with more time a shorter one.
"""

from desktop.domain.scheduling.levelling.problem import Activity, Problem, Resource
from desktop.domain.scheduling.levelling.search import Levelled, level

__all__ = ["Activity", "Levelled", "Problem", "Resource", "level"]
