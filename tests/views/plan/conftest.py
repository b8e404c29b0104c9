from __future__ import annotations

from tests.plan_window import english, opened

__all__ = ["english", "opened"]
