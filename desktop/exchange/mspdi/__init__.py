"""Microsoft Project XML, read and written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.exchange.mspdi.numbers import task_numbers
from desktop.exchange.mspdi.outside import outside_of
from desktop.exchange.mspdi.reader import read_mspdi
from desktop.exchange.mspdi.whole import span_of, whole_project_dates

if TYPE_CHECKING:
    from desktop.exchange.mspdi.writer import mspdi_bytes, write_mspdi

__all__ = ["mspdi_bytes", "outside_of", "read_mspdi", "span_of", "task_numbers", "whole_project_dates", "write_mspdi"]


def __getattr__(name: str) -> object:
    """What writes is imported when it is first asked for: who only reads does not wait for it."""
    if name not in ("mspdi_bytes", "write_mspdi"):
        raise AttributeError(name)
    from desktop.exchange.mspdi import writer

    return getattr(writer, name)
