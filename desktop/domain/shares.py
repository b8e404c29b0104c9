"""How much of a resource an assignment takes, more exactly than in whole per cent.

People read and type whole per cent (``units``); other programs write 0.125 or 0.333, and what work takes
follows from it. So the exact share is kept beside, and counts as long as it rounds to the per cent that
are shown: who types others has said something else.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from desktop.domain.plan import Assignment, ProjectProfile

WHOLE = 1_000_000
"""One person, or one of a material's unit."""
PER_CENT = WHOLE // 100
ROUNDED = 3


def share_of(item: Assignment) -> int:
    """Millionths of one."""
    exact = item.exact_units
    return exact if exact is not None and round(exact / PER_CENT) == item.units else item.units * PER_CENT


def exact_fields(exact: int) -> dict[str, Any]:
    """The fields of an assignment that takes so many millionths."""
    return {"units": round(exact / PER_CENT), "exact_units": exact if exact % PER_CENT else None}


def share_fields(share: Fraction) -> dict[str, Any]:
    """The fields of an assignment that takes ``share``, 1 being one person; never less than one per cent.

    What is rounded to millionths and then changed back comes out a millionth beside.
    """
    exact = max(PER_CENT, round(share * WHOLE))
    near = round(exact / PER_CENT) * PER_CENT
    return exact_fields(near if abs(exact - near) <= ROUNDED else exact)


def minutes_of(unit: str, profile: ProjectProfile) -> int:
    """Working minutes of a unit of time in which the use of a material is told; 0 for a fixed amount."""
    day, week = profile.minutes_per_day, profile.minutes_per_week
    return {
        "m": 1, "h": 60, "d": day, "w": week, "mo": day * profile.days_per_month, "q": 13 * week, "y": 52 * week
    }.get(unit, 0)  # fmt: skip
