from __future__ import annotations

from tests.clock import clock
from tests.views.records.conftest import english, hands, language, show

__all__ = ["clock", "english", "hands", "language", "show"]
