"""Values that were rounded on reading go back as they were, unless somebody has changed them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from desktop.exchange.mspdi import foreign, values

_SPANS = ("Duration", "ManualDuration", "Work", "ActualWork", "OvertimeWork", "RemainingDuration", "ActualDuration")
_TENTHS = ("LevelingDelay", "LinkLag", "Delay")
_SHARES = ("MaxUnits",)
_MONEY = ("FixedCost", "ActualCost", "CostPerUse", "Cost")
_RATES = ("StandardRate", "OvertimeRate")


class Exactness:
    """Knows how the values of a file are read; ``digits`` are the decimals of its currency."""

    def __init__(self, digits: int) -> None:
        money = partial(values.read_money, digits=digits)
        rate = partial(values.read_rate, digits=digits)
        self._read: dict[str, Callable[[str], Any]] = {
            **dict.fromkeys(_SPANS, values.read_span),
            **dict.fromkeys(_TENTHS, values.read_tenths),
            **dict.fromkeys(_SHARES, values.read_share),
            **dict.fromkeys(_MONEY, money),
            **dict.fromkeys(_RATES, rate),
            "StatusDate": lambda text: (values.read_moment(text).date(),),
        }

    def restore(self, written: dict[str, Any], parts: Mapping[str, Any]) -> None:
        """Put the text that was read in the place of what means the same."""
        for tag, raw in foreign.exact(parts).items():
            read = self._read.get(tag)
            if read is not None and isinstance(written.get(tag), str) and self._is_same(read, raw, written[tag]):
                written[tag] = raw

    def _is_same(self, read: Callable[[str], Any], raw: str, text: str) -> bool:
        try:
            return bool(read(raw)[0] == read(text)[0])
        except ValueError:
            return False
