"""Single values of an XER file, with a finding for each that cannot be read.

Amounts of time are hours, moments are ``2026-06-01 08:00`` in local time, flags are Y or N (Oracle's data map of the
XER export).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from desktop.domain.imports import NOT_READ, Findings
from desktop.exchange.xer.tables import Row
from desktop.i18n import N_

MAX_MINUTES = 60 * 24 * 366 * 200
"""Two centuries: what is longer is damage."""
UNREADABLE = N_("Values that could not be read, left empty: {n}")

_MOMENT = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?:[ T](\d\d?):(\d\d)(?::\d\d)?)?")


@dataclass(frozen=True, slots=True)
class Cells:
    """One row, read with the account at hand; ``name`` says in it which row it was."""

    row: Row
    findings: Findings
    name: str = ""

    def text(self, column: str) -> str:
        return " ".join(self.row.get(column, "").split())

    def flag(self, column: str, default: bool = False) -> bool:
        found = self.text(column).upper()
        return found.startswith(("Y", "1")) if found else default

    def code(self, column: str, codes: Mapping[str, str], default: str) -> str:
        """The meaning of a code; an unknown one is listed."""
        found = self.text(column)
        if found and found not in codes:
            self._unreadable(column)
        return codes.get(found, default)

    def number(self, column: str) -> Decimal | None:
        found = self.text(column)
        if not found:
            return None
        if "," in found:  # a decimal comma, or thousands
            found = found.replace(",", ".") if found.count(",") == 1 and "." not in found else found.replace(",", "")
        try:
            number = Decimal(found)
        except InvalidOperation:
            number = Decimal("NaN")
        if not number.is_finite() or abs(number) > 10**15:
            self._unreadable(column)
            return None
        return number

    def whole(self, column: str, low: int = -(10**12), high: int = 10**12) -> int | None:
        """The number, rounded and moved into the range."""
        number = self.number(column)
        return None if number is None else max(low, min(high, round(number)))

    def minutes(self, column: str) -> int | None:
        """Hours as minutes."""
        number = self.number(column)
        if number is None:
            return None
        if abs(number) * 60 > MAX_MINUTES:
            self._unreadable(column)
            return None
        return round(number * 60)

    def amount(self, column: str) -> int | None:
        """Minutes that cannot be negative."""
        found = self.minutes(column)
        return None if found is None else max(0, found)

    def money(self, column: str, digits: int) -> int | None:
        """Minor units; None for nothing and for zero, which P6 writes everywhere."""
        number = self.number(column)
        return (round(number * 10**digits) or None) if number is not None else None

    def moment(self, column: str) -> dt.datetime | None:
        found = self.text(column)
        if not found:
            return None
        match = _MOMENT.fullmatch(found)
        try:
            if match is None:
                raise ValueError
            moment = dt.datetime(*(int(part or 0) for part in match.groups()))  # type: ignore[arg-type]
            if not 1900 <= moment.year < 2200:
                raise ValueError
        except ValueError:
            self._unreadable(column)
            return None
        return moment

    def _unreadable(self, column: str) -> None:
        self.findings.note(NOT_READ, UNREADABLE, f"{self.name}: {column} {self.text(column)[:40]}".strip(": "))
