"""Several edits as one step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.domain.changes import Transaction
from desktop.domain.session import Command


@dataclass(frozen=True)
class Together:
    """What one gesture means for each of several records: all of it, or nothing. It is called as its first part is."""

    parts: tuple[Command, ...]

    @property
    def label(self) -> str:
        return self.parts[0].label

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        told = [part.apply(tx) or {} for part in self.parts]
        return told[0]


def together(parts: Sequence[Command]) -> Command | None:
    """One command for ``parts``: the only one itself, None for none."""
    return None if not parts else parts[0] if len(parts) == 1 else Together(tuple(parts))
