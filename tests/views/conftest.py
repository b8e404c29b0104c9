from __future__ import annotations

from tests.clock import clock
from tests.shell import program, project

__all__ = ["clock", "program", "project"]
