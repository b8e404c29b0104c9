from __future__ import annotations

from tests.shell import program

__all__ = ["program"]
