from __future__ import annotations

from tests.shell import program, project

__all__ = ["program", "project"]
