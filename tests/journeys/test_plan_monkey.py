"""Random gestures in the whole window, and the rules that hold after each.

``PILOTAGE_MONKEY_STEPS`` and ``PILOTAGE_MONKEY_SEED`` make it longer and another; ``python -m tests.monkey --help``
plays on other plans, and does some of the steps alone to find the few that a failure needs.
"""

from __future__ import annotations

import os
from pathlib import Path

from desktop.app import Application
from tests.monkey.plans import plan_file
from tests.monkey.run import Run

STEPS = int(os.environ.get("PILOTAGE_MONKEY_STEPS", "40"))
SEED = int(os.environ.get("PILOTAGE_MONKEY_SEED", "9"))


def test_whatever_the_hands_do_the_rules_hold(program: Application, tmp_path: Path) -> None:
    Run(program, plan_file("office", tmp_path), SEED, say=print).go(STEPS)
