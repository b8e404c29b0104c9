"""Where our figures differ from those that Microsoft Project stored, and why, by file, task number and field.

Everything that is not listed here is equal.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

WHOLE_PROJECT: Final = 0
"""The number of the row that stands for the project."""

DIFFERENCES: Final[Mapping[tuple[str, int, str], str]] = {}
"""None at present; a key reads ``("ms_sample", 3, "late_start")``."""
