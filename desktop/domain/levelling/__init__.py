"""Levelling of a real plan, in calendar time: moves to accept, and what each leads to.

``level_plan(project)`` gives a :class:`Levelling`; ``outcome(project, some_of_its_moves)`` says what the plan
comes to with these alone. The engine for whole numbers, and its benchmark, are in ``scheduling.levelling``.
"""

from desktop.domain.levelling.movable import HELD, why_left
from desktop.domain.levelling.moves import Levelling, Move, Outcome, gains, outcome
from desktop.domain.levelling.plan import level_plan

__all__ = ["HELD", "Levelling", "Move", "Outcome", "gains", "level_plan", "outcome", "why_left"]
