from __future__ import annotations

from tests.clock import clock
from tests.shell import program
from tests.views.records.conftest import english, hands, language, show

__all__ = ["clock", "english", "hands", "language", "program", "show"]
