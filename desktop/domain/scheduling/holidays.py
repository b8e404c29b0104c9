"""Public holidays and make-up working days of mainland China, from a pack that ships with the program.

Years the State Council has announced are official; later ones are provisional: the statutory days
alone, because make-up working days are not known before. The pack is only ever copied into a
calendar when a person asks for it, so that no newer pack moves a date by itself.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from desktop.domain.plan import CalendarException
from desktop.domain.scheduling.bands import STANDARD_DAY, format_bands
from desktop.i18n import CHINESE, RESOURCES

PACK = RESOURCES / "holidays" / "china.json"


@lru_cache
def _pack() -> dict[str, Any]:
    pack: dict[str, Any] = json.loads(PACK.read_text(encoding="utf-8"))
    return pack


def china_version() -> str:
    """Date of the newest announcement in the pack, ISO."""
    return str(_pack()["version"])


def china_years() -> dict[int, str]:
    """Years in the pack: ``official`` or ``provisional``."""
    return {day["year"]: day["status"] for day in _pack()["days"]}


def china_exceptions(
    years: Iterable[int], language: str = CHINESE, bands: str = format_bands(STANDARD_DAY)
) -> tuple[CalendarException, ...]:
    """Holidays (off) and make-up days (working ``bands``) of ``years``, in order of date.

    Years that the pack does not hold give nothing; ask :func:`china_years`.
    """
    wanted = set(years)
    name = "zh" if language == CHINESE else "en"
    return tuple(
        CalendarException(
            name=day[name],
            start=dt.date.fromisoformat(day["start"]),
            finish=dt.date.fromisoformat(day["finish"]),
            bands=bands if day["working"] else "",
            recurrence="",
            source=day["status"],
        )
        for day in _pack()["days"]
        if day["year"] in wanted
    )
