"""What the parts of the reader share while one file is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from desktop.domain.imports import Findings
from desktop.exchange.mspdi import values
from desktop.exchange.mspdi.fields import Fields
from desktop.exchange.mspdi.values import Whole
from desktop.i18n import N_

SHOWN_NOWHERE = N_("Details that this program does not show: {n}")


@dataclass(frozen=True, slots=True)
class Context:
    """The account, where ids come from, and the currency."""

    findings: Findings
    make_id: Callable[[], str]
    digits: int
    """Decimals of the currency."""
    fixed_accruals: Mapping[str, str] = field(default_factory=lambda: values.ACCRUALS)
    """What its codes for fixed costs mean."""
    _last: dict[str, int] = field(default_factory=dict)

    def new(self, key: str) -> dict[str, Any]:
        """Id and display number for the next record of type ``key``."""
        number = self._last[key] = self._last.get(key, 0) + 1
        return {"id": self.make_id(), "number": number}

    def money(self, fields: Fields, tag: str) -> int | None:
        """Minor units; None for nothing and for zero, which Project writes everywhere."""
        return fields.whole(tag, self._money) or None

    def rate(self, fields: Fields, tag: str) -> int | None:
        """Minor units per hour; None for nothing and for zero."""
        return fields.whole(tag, self._rate) or None

    def _money(self, text: str) -> Whole:
        return values.read_money(text, self.digits)

    def _rate(self, text: str) -> Whole:
        return values.read_rate(text, self.digits)
