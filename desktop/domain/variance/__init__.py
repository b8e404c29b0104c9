"""The plan against what was agreed: ``compare(project, schedule, baseline)`` gives a :class:`Comparison`. Pure."""

from desktop.domain.variance.compare import (
    ADDED,
    CHANGED,
    KINDS,
    REMOVED,
    SAME,
    Comparison,
    Variance,
    compare,
    outermost,
)
from desktop.domain.variance.words import COLUMNS, VarianceColumn, name_text, sentences_of

__all__ = [
    "ADDED", "CHANGED", "COLUMNS", "KINDS", "REMOVED", "SAME", "Comparison", "Variance", "VarianceColumn", "compare",
    "name_text", "outermost", "sentences_of",
]  # fmt: skip
