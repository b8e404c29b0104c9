"""Where our figures differ from those that Microsoft Project stored, and why, by file, task number and field.

Everything that is not listed here is equal.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

WHOLE_PROJECT: Final = 0
"""The number of the row that stands for the project."""

DIFFERENCES: Final[Mapping[tuple[str, int, str], str]] = {
    ("as_cross_links", WHOLE_PROJECT, "start"): (
        "One row stands for a task of another project and lies earlier than all others; Project leaves it out "
        "of the start of this project, and so of nothing else."
    ),
    ("ms_sample", 3, "late_start"): (
        "A milestone may lie at the end of a day or at the next morning, with no work in between. "
        "Project stored the morning as the late date, we show the evening, which is the early date."
    ),
    ("ms_sample", 3, "late_finish"): "As its late start.",
}
