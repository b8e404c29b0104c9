from __future__ import annotations

from tests.clock import clock
from tests.shell import program

__all__ = ["clock", "program"]
